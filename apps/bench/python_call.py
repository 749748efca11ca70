#!/usr/bin/python3
"""What a call from Python costs above the same call in C++: CPU time, microseconds a page, for each
page the least of several rounds. Both sides take turns, so that a busy machine slows both.

    PYTHONPATH=build/apps/python apps/bench/python_call.py --call build/apps/bench/bench_call --testdata testdata
"""
import argparse
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import broadsheet


def least(rounds, count, work):
    """Of the CPU time of the whole process: process_many() works in threads of its own. `work` is a call for each page, or
    one for all."""
    calls = work if isinstance(work, list) else [work]
    best = [float("inf")] * len(calls)
    for _ in range(rounds):  # page after page, as in C++: what was worked on before is still in the caches
        for i, call in enumerate(calls):
            start = time.process_time()
            call()
            best[i] = min(best[i], time.process_time() - start)
    return sum(best) / count * 1e6


def in_cpp(options, files):
    done = subprocess.run([options.call, str(options.rounds), *map(str, files)], capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def everything(page):
    document = broadsheet.extract(page)
    return document.articles, document.dropped, document.notes, document.source


def each(pages, work):
    return [functools.partial(work, page) for page in pages]


def in_cpp_instructions(options, name, files):
    return instructions([options.call, "--only", name], files)


def in_python_instructions(name, files):
    return instructions([sys.executable, "-B", __file__, "--only", name], files)


def instructions(command, files):
    """Of one more round, in thousands a page: what two rounds take less what one takes, by callgrind."""
    def of(rounds):
        done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command), str(rounds), *map(str, files)],
                              capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
        return int(re.search(r"Collected : (\d+)", done.stderr)[1])
    count = sum(1 for _ in open(files[0], "rb")) if files[0].suffix == ".jsonl" else len(files)
    return (of(2) - of(1)) / count / 1000


def works(pages, records):
    """Each call of Python by the name of the call in C++ that does the same."""
    return {
        "process": ("extract()", each(pages, broadsheet.extract)),
        "objects": ("with all objects", each(pages, everything)),
        "json": ("extract().to(\"json\")", each(pages, lambda page: broadsheet.extract(page).to("json"))),
        "pipe": ("process_many()", lambda: broadsheet.process_many(records, threads=1)),
    }


def measure(options, name, files, folder):
    """A row for one kind of page. Gives how much more the dearest call takes."""
    pages = [file.read_bytes() for file in files]
    records = [json.dumps({"id": file.name, "text": page.decode("utf-8")}, ensure_ascii=False).encode() for file, page in zip(files, pages)]
    lines = pathlib.Path(folder, "records.jsonl")
    lines.write_bytes(b"\n".join(records) + b"\n")
    cpp, python = {}, {}
    calls = works(pages, records)
    if options.instructions:
        for key in calls:
            sources = [lines] if key == "pipe" else files
            cpp[key], python[key] = in_cpp_instructions(options, key, sources), in_python_instructions(key, sources)
    else:
        for _ in range(options.turns):
            for key, value in {**in_cpp(options, files), **in_cpp(options, [lines])}.items():
                cpp[key] = min(value, cpp.get(key, value))
            for key, (_, work) in calls.items():
                value = least(options.rounds, len(pages), work)
                python[key] = min(value, python.get(key, value))
    size = sum(map(len, pages)) / len(pages)
    cells = [f"{cpp[key]:.0f} | {python[key]:.0f} ({100 * (python[key] / cpp[key] - 1):+.1f} %)" for key in calls]
    print(f"| {name} | {len(pages)} | {size / 1000:.1f} | {' | '.join(cells)} |", flush=True)
    return max(python[key] / cpp[key] for key in calls) - 1


def one(name, rounds, files):
    """Some rounds of one call, for callgrind to count."""
    pages = [pathlib.Path(file).read_bytes() for file in files]
    _, work = works(pages, pages[0].splitlines())[name]
    for _ in range(rounds):
        for call in work if isinstance(work, list) else [work]:
            call()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instructions", action="store_true", help="count thousands of instructions a page (valgrind) in place of time: the same on a busy machine")
    parser.add_argument("--call", required=True, help="apps/bench/call.cpp, built")
    parser.add_argument("--testdata", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    sets = {
        "text, Chinese": sorted((options.testdata / "pages").glob("zh-*.txt")),
        "text, Western": sorted(f for f in (options.testdata / "pages").glob("*.txt") if f.name[:2] in ("de", "en", "fr")),
        "layout files": sorted((options.testdata / "layout").glob("*.xml")),
    }
    print("| pages | how many | kB each | C++ process() | extract() | C++ and render(), spans() of all blocks | and all objects | C++ process(), write(json) | extract().to(\"json\") | C++ pipe_record() | process_many() |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        worst = max(measure(options, name, files, folder) for name, files in sets.items())
    print(f"\nAt worst: {100 * worst:+.0f} % (aim: less than +20 %)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        one(sys.argv[2], int(sys.argv[3]), sys.argv[4:])
    else:
        main()
