#!/usr/bin/python3
"""What a page costs in a pipeline, and what a billion would cost: the figures of docs/scale.md.

CPU time of `broadsheet pipe -j 1`, the least of several runs; bytes as they are on disk. With the pages with gold where
they are at hand, else with those of testdata.

    PYTHONPATH=build/apps/python apps/bench/scale.py --program build/apps/broadsheet --pages ../shared/pages
"""
import argparse
import glob
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

MB = 1_000_000
BILLION = 1_000_000_000
SHARD = 120  # seconds of work in a shard
TESTDATA = pathlib.Path(__file__).resolve().parent.parent.parent / "testdata"
# Pages with and without boxes, as archives give them.
CORPORA = (
    ("Chinese text", ["press-zh/*.blocks.txt", "seeds/*.txt"], ["pages/zh-*.txt"]),
    ("Western text", ["bl/*.txt", "press-en/*.pdftotext.txt", "press-de/*.pdftotext.txt"], ["pages/en-*.txt", "pages/de-*.txt"]),
    ("ALTO", ["bl/*.alto.xml", "loc/sn*.xml", "ndnp/*.xml"], ["layout/*.xml"]),
)


class Run:
    """One process: seconds of the wall and of CPU."""

    def __init__(self, command, fine=(0, 3)):
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall, self.cpu = time.monotonic() - start, usage.ru_utime + usage.ru_stime
        if process.returncode not in fine:
            sys.exit(f"{command[:4]}: exit {process.returncode}: {errors.decode()[:300]}")


def best(options, make):
    runs = [make() for _ in range(options.runs)]
    return min(runs, key=lambda run: run.cpu)


def pages_of(options, patterns, own):
    found = [path for pattern in patterns for path in sorted(glob.glob(os.path.join(options.pages, pattern)))]
    found = found or [path for pattern in own for path in sorted(glob.glob(str(TESTDATA / pattern)))]
    return [text for text in (pathlib.Path(path).read_bytes().decode("utf-8", "replace") for path in found) if text.strip()]


def write_records(path, texts, size):
    """Records until there are `size` bytes of text: their number and the bytes of text."""
    done = count = 0
    with open(path, "w", encoding="utf-8") as out:
        while done < size or count < len(texts):
            text = texts[count % len(texts)]
            out.write(json.dumps({"id": f"p{count}", "text": text}, ensure_ascii=False) + "\n")
            done += len(text.encode())
            count += 1
    return count, done


def packed(path):
    return len(subprocess.run(["zstd", "-qc", str(path)], stdout=subprocess.PIPE, check=True).stdout)


def pipe(options, path, out, *more):
    shutil.rmtree(out, ignore_errors=True)
    return Run([options.program, "pipe", "-q", "-j", "1", path, "-o", out, *more])


def cost(options, work, name, patterns, own):
    """A row for one kind of page; what a billion of them would cost."""
    texts = pages_of(options, patterns, own)
    records, out = work / "r.jsonl", work / "out"
    count, size = write_records(records, texts, options.megabytes * MB)
    sidecars = ("--provenance", out / "provenance", "--attributes", out / "attributes")
    files = {kind: out / kind / "r.jsonl" if kind else out / "r.jsonl" for kind in ("", "provenance", "attributes")}
    # Each page once: copies would pack too well.
    once, _ = write_records(records, texts, 0)
    pipe(options, records, out, *sidecars)
    bytes_in, bytes_out = packed(records) * count / once, {kind: packed(path) * count / once for kind, path in files.items()}
    write_records(records, texts, options.megabytes * MB)
    alone = best(options, lambda: pipe(options, records, out))
    whole = best(options, lambda: pipe(options, records, out, *sidecars))
    raw_in, raw_out = os.path.getsize(records), {kind: os.path.getsize(path) for kind, path in files.items()}
    articles = sum(1 for _ in open(files[""], "rb"))

    subprocess.run(["zstd", "-qf", str(records)], check=True)
    with open(records, "rb") as data, gzip.GzipFile(str(records) + ".gz", "wb", compresslevel=6, mtime=0) as gz:
        shutil.copyfileobj(data, gz)
    as_zstd, as_gzip = (best(options, lambda ending=ending: pipe(options, f"{records}{ending}", out)) for ending in (".zst", ".gz"))
    print(f"| {name} | {count} | {size / count / 1000:.1f} | {1000 * alone.cpu / count:.2f} | {size / MB / alone.cpu:.1f} | {articles / count:.1f} | "
          f"{100 * (whole.cpu / alone.cpu - 1):+.0f} % | {100 * (as_zstd.cpu / alone.cpu - 1):+.0f} % | {100 * (as_gzip.cpu / alone.cpu - 1):+.0f} % |", flush=True)
    return {
        "name": name, "cpu": alone.cpu / count, "page": size / count, "in": raw_in / count, "in zstd": bytes_in / count,
        "out": raw_out[""] / count, "out zstd": bytes_out[""] / count,
        "sidecars": (raw_out["provenance"] + raw_out["attributes"]) / count,
        "sidecars zstd": (bytes_out["provenance"] + bytes_out["attributes"]) / count,
    }


def shards(options, work):
    """What a shard costs above its records: the same records in one file and in many."""
    texts = pages_of(options, *CORPORA[1][1:])
    many, one, out = work / "many", work / "one.jsonl", work / "out"
    many.mkdir()
    count = 300
    for i in range(count):
        line = json.dumps({"id": f"p{i}", "text": texts[0][:500]}) + "\n"
        (many / f"{i:04}.jsonl").write_text(line)
        with open(one, "a") as file:
            file.write(line)
    apart, together = (best(options, lambda path=path: pipe(options, path, out)) for path in (many, one))
    empty = work / "empty.jsonl"
    empty.write_text("")
    start = best(options, lambda: Run([options.program, "pipe", "-q", empty]))
    done = best(options, lambda: Run([options.program, "pipe", "-q", "-j", "1", many, "-o", pipe_and_stay(options, many, work / "stay")]))
    python = best(options, lambda: Run(["/usr/bin/python3", "-c", "import broadsheet"]))
    nothing = best(options, lambda: Run(["/usr/bin/python3", "-c", "pass"]))
    print(f"\nA shard above its records (open, four files of the system, fsync, rename, marker): {1000 * (apart.cpu - together.cpu) / count:.2f} ms CPU, {1000 * (apart.wall - together.wall) / count:.2f} ms of the clock")
    print(f"A shard that is complete already: {1000 * done.cpu / count:.2f} ms CPU")
    print(f"The program's start: {1000 * start.cpu:.1f} ms CPU; `import broadsheet`: {1000 * (python.cpu - nothing.cpu):.1f} ms above Python's own {1000 * nothing.cpu:.0f} ms")


def pipe_and_stay(options, path, out):
    Run([options.program, "pipe", "-q", path, "-o", out])
    return out


def memory(options, work):
    """Peak of a worker by the longest record: the lines of pages as one text."""
    print("\n| longest record, MB | Chinese: peak MB | seconds | Western: peak MB | seconds |\n|---|---|---|---|---|")
    rows = []
    for megabytes in (0.01, 0.1, 1, 4):
        row = []
        for _, patterns, own in CORPORA[:2]:
            text = "\n\n".join(pages_of(options, patterns, own))
            text = (text * (int(megabytes * MB) // len(text.encode()) + 1)).encode()[: int(megabytes * MB)].decode("utf-8", "ignore")
            path = work / "long.jsonl"
            path.write_text(json.dumps({"id": 1, "text": text}, ensure_ascii=False) + "\n")
            # By GNU time: what the kernel tells Python of its child counts Python's own memory in.
            run = Run(["/usr/bin/time", "-q", "-f", "%M", "-o", work / "peak", options.program, "pipe", "-q", "-j", "1", path])
            row.append(f"{int((work / 'peak').read_text().split()[-1]) * 1024 / MB:.0f} | {run.cpu:.2f}")
        rows.append(f"| {megabytes:g} | {' | '.join(row)} |")
    print("\n".join(rows))


def dask():
    """What Dask adds to a shard: tasks that do nothing."""
    try:
        import distributed
    except ImportError as missing:
        print(f"\nDask: not measured ({missing})")
        return
    with distributed.Client(processes=False, n_workers=1, threads_per_worker=1, dashboard_address=":0") as client:
        client.gather(client.map(str, range(100)))
        start, cpu = time.monotonic(), time.process_time()
        client.gather(client.map(str, range(1000, 4000)))
        print(f"\nDask: {(time.monotonic() - start) / 3:.2f} ms of the clock, {(time.process_time() - cpu) / 3:.2f} ms CPU a task: scheduler, worker and client in one process")


def billion(rows):
    print("\n| a billion pages of | core hours | core years | in, TB (zstd) | out, TB (zstd) | sidecars, TB (zstd) | a core reads, MB/s (zstd) |\n|---|---|---|---|---|---|---|")
    for r in rows:
        hours = BILLION * r["cpu"] / 3600
        tera = {key: r[key] * BILLION / 1e12 for key in ("in", "in zstd", "out", "out zstd", "sidecars", "sidecars zstd")}
        print(f"| {r['name']} | {hours:,.0f} | {hours / 8766:.2f} | {tera['in']:.1f} ({tera['in zstd']:.1f}) | {tera['out']:.1f} ({tera['out zstd']:.1f}) | "
              f"{tera['sidecars']:.1f} ({tera['sidecars zstd']:.1f}) | {r['in'] / r['cpu'] / MB:.1f} ({r['in zstd'] / r['cpu'] / MB:.1f}) |")
    print("\n| pages of | pages in a shard of two minutes | its bytes in, MB (zstd) | shards for a billion |\n|---|---|---|---|")
    for r in rows:
        pages = SHARD / r["cpu"]
        print(f"| {r['name']} | {pages:,.0f} | {pages * r['in'] / MB:,.0f} ({pages * r['in zstd'] / MB:,.0f}) | {BILLION / pages:,.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", default="", help="folder of pages with gold")
    parser.add_argument("--megabytes", type=float, default=8, help="text of each corpus")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-scale-") as folder:
        work = pathlib.Path(folder)
        print("| pages | how many | kB of text | ms CPU a page | MB/s | articles a page | with sidecars | zstd in and out | gzip in and out |\n|---|---|---|---|---|---|---|---|---|")
        rows = [cost(options, work, *corpus) for corpus in CORPORA]
        billion(rows)
        shards(options, work)
        memory(options, work)
        dask()


if __name__ == "__main__":
    main()
