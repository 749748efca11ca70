#!/usr/bin/python3
"""What a call from Python costs above the same call in C++: CPU time, microseconds a page, the least of
several rounds. Rounds of both sides take turns, so that a busy machine slows both.

    PYTHONPATH=build/apps/python apps/bench/python_call.py --call build/apps/bench/bench_call --testdata testdata
"""
import argparse
import json
import pathlib
import subprocess
import tempfile
import time

import broadsheet


def least(rounds, count, work):
    """Of the CPU time of the whole process: process_many() works in threads of its own."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best / count * 1e6


def in_cpp(options, files):
    done = subprocess.run([options.call, str(options.rounds), *map(str, files)], capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def everything(page):
    document = broadsheet.extract(page)
    return document.articles, document.dropped, document.notes, document.source


def each(pages, work):
    return lambda: [work(page) for page in pages] and None


def measure(options, name, files, folder):
    pages = [file.read_bytes() for file in files]
    records = [json.dumps({"id": file.name, "text": page.decode("utf-8")}, ensure_ascii=False).encode() for file, page in zip(files, pages)]
    lines = pathlib.Path(folder, "records.jsonl")
    lines.write_bytes(b"\n".join(records) + b"\n")
    cpp, python = {}, {}
    for _ in range(options.turns):
        for key, value in {**in_cpp(options, files), **in_cpp(options, [lines])}.items():
            cpp[key] = min(value, cpp.get(key, value))
        for key, work in (
            ("extract", each(pages, broadsheet.extract)),
            ("objects", each(pages, everything)),
            ("to", each(pages, lambda page: broadsheet.extract(page).to("json"))),
            ("many", lambda: broadsheet.process_many(records, threads=1)),
        ):
            value = least(options.rounds, len(pages), work)
            python[key] = min(value, python.get(key, value))
    size = sum(map(len, pages)) / len(pages)

    def above(mine, theirs):
        return f"{python[mine]:.0f} ({100 * (python[mine] / cpp[theirs] - 1):+.0f} %)"

    print(f"| {name} | {len(pages)} | {size / 1000:.1f} | {cpp['process']:.0f} | {above('extract', 'process')} | {cpp['objects']:.0f} | {above('objects', 'objects')} | {cpp['json']:.0f} | {above('to', 'json')} | {cpp['pipe']:.0f} | {above('many', 'pipe')} |", flush=True)
    return max(python[mine] / cpp[theirs] for mine, theirs in (("extract", "process"), ("objects", "objects"), ("to", "json"), ("many", "pipe"))) - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
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
    main()
