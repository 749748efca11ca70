#!/usr/bin/env python3
"""Speed and memory of the whole program: `broadsheet extract -j 1 --to jsonl` over folders of pages, start to end, output to /dev/null.

Each figure is the median of several runs, taken in turn with `LC_ALL=C.UTF-8 wc -m` over the same files, so that a busy machine slows both.
CPU time is user + system; on a busy machine it is the truer of the two.
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

MB = 1_000_000


class Run:
    """One process: seconds on the wall and seconds of CPU."""

    def __init__(self, command, environment=None):
        start = time.monotonic()
        with open(os.devnull, "wb") as null:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=null, stderr=subprocess.PIPE, env=environment)
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit("%s: exit %d: %s" % (" ".join(command[:6]), process.returncode, errors.decode("utf-8", "replace")[:300]))


def memory(options, path):
    """Peak memory in bytes. By GNU time: what the kernel tells Python of its child counts Python's own memory in."""
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["/usr/bin/time", "-q", "-f", "%M", "-o", out.name, options.program, "extract", "--dictionaries", "none", "-j", "1", "--to", "jsonl", path],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return 1024 * int(out.read().split()[-1])


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def texts(pages, patterns):
    found = sorted(path for pattern in patterns for path in glob.glob(os.path.join(pages, pattern)))
    return [data for data in (open(path, "rb").read() for path in found) if data]


def fill(folder, parts, size, ending="txt"):
    """Copies of the parts as files until there are `size` bytes. Gives the number of bytes."""
    os.makedirs(folder)
    done = count = 0
    while done < size:
        data = parts[count % len(parts)]
        with open(os.path.join(folder, "p%06d.%s" % (count, ending)), "wb") as out:
            out.write(data)
        done += len(data)
        count += 1
    return done


def page_of(parts, size):
    """One page of about `size` bytes: the parts one after another, cut at a line's end."""
    data = b"\n\n".join(parts) + b"\n\n"
    data *= size // len(data) + 1
    return data[: data.index(b"\n", size) + 1]


def extract(options, *inputs):
    return Run([options.program, "extract", "--dictionaries", "none", "-j", "1", "--to", "jsonl", *inputs])


def speed(options, name, folder, size):
    files = sorted(glob.glob(os.path.join(folder, "*")))
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    ours, wc = [], []
    for _ in range(options.runs):
        ours.append(extract(options, folder))
        wc.append(Run(["wc", "-m", *files], environment))
    row = [name, "%d" % len(files), "%.1f" % (size / MB)]
    row += ["%.1f" % (size / MB / median(ours, what)) for what in ("wall", "cpu")]
    row += ["%.1f" % (size / MB / median(wc, "cpu")), "%.2f" % (median(ours, "cpu") / median(wc, "cpu"))]
    return row


EXPAT = """import sys, xml.parsers.expat as expat
for path in sys.argv[1:]:
    parser = expat.ParserCreate("UTF-8")
    parser.UseForeignDTD(True)
    parser.Parse(open(path, "rb").read(), True)
"""


def layout_speed(options, name, folder, size):
    """Layout files beside expat alone, which calls nobody back; the start of the Python around it is taken off."""
    files = sorted(glob.glob(os.path.join(folder, "*")))
    ours, expat, start = [], [], []
    for _ in range(options.runs):
        ours.append(extract(options, folder))
        expat.append(Run([sys.executable, "-S", "-c", EXPAT, *files]))
        start.append(Run([sys.executable, "-S", "-c", EXPAT]))
    alone = median(expat, "cpu") - median(start, "cpu")
    return [name, "%d" % len(files), "%.1f" % (size / MB), "%.1f" % (size / MB / median(ours, "cpu")), "%.1f" % (size / MB / alone),
            "%.2f" % (median(ours, "cpu") / alone)]


def show(head, rows):
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    for row in [head] + rows:
        print("  ".join(text.ljust(w) if i == 0 else text.rjust(w) for i, (text, w) in enumerate(zip(row, widths))))
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", required=True, help="folder of pages with gold; where it is missing, testdata serves")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=15, help="size of each corpus")
    parser.add_argument("--big", type=float, default=10, help="megabytes of the big page")
    options = parser.parse_args()

    testdata = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "testdata")
    chinese = texts(options.pages, ["seeds/*.txt"]) or texts(testdata, ["pages/*zh*.txt", "pages/zh*/*.txt"])
    western = texts(options.pages, ["press-en/*.pdftotext.txt", "press-de/*.pdftotext.txt", "press-en/*.blocks.txt", "bl/*.txt"]) \
        or texts(testdata, ["pages/*en*.txt", "pages/*de*.txt", "pages/en*/*.txt", "pages/de*/*.txt"])
    layout = texts(options.pages, ["press-zh/*.layout.txt", "press-en/*.layout.txt"])
    corpora = [(name, parts) for name, parts in (("Chinese", chinese), ("Western", western), ("layout kept", layout)) if parts]
    if not corpora:
        sys.exit("no pages to measure with, neither in %s nor in testdata" % options.pages)

    work = tempfile.mkdtemp(prefix="broadsheet-bench-")
    try:
        rows = []
        for name, parts in corpora:
            folder = os.path.join(work, name.replace(" ", "-"))
            rows.append(speed(options, name, folder, fill(folder, parts, options.megabytes * MB)))
            shutil.rmtree(folder)
        print("Throughput, one thread, median of %d runs" % options.runs)
        show(["corpus", "files", "MB", "MB/s wall", "MB/s cpu", "wc -m MB/s cpu", "time / wc -m"], rows)

        rows = []
        for name, ending, patterns, own in (("ALTO", "xml", ["bl/*.alto.xml", "loc/*.xml", "ndnp/*alto*.xml"], ["layout/*.alto.xml", "read/alto/ok*.xml"]),
                                            ("hOCR", "hocr", ["loc/*.hocr", "ndnp/*hocr.html", "press-*/*.hocr"], ["read/hocr/ok*.hocr"])):
            parts = texts(options.pages, patterns) or texts(testdata, own)
            if not parts:
                continue
            folder = os.path.join(work, name)
            rows.append(layout_speed(options, name, folder, fill(folder, parts, 4 * options.megabytes * MB, ending)))
            shutil.rmtree(folder)
        print("Layout files, one thread, CPU time, median of %d runs" % options.runs)
        show(["corpus", "files", "MB", "MB/s", "expat alone MB/s", "time / expat"], rows)

        # The same lines as many small pages and as one big one: time and memory are to grow with the page and no faster.
        empty = os.path.join(work, "one.txt")
        with open(empty, "wb") as out:
            out.write(b"x\n")
        start = [extract(options, empty) for _ in range(options.runs)]
        peak_start = memory(options, empty)
        rows = []
        for name, parts in corpora:
            small, big = page_of(parts, 100_000), page_of(parts, int(options.big * MB))
            folder, file = os.path.join(work, "small"), os.path.join(work, "big.txt")
            many = fill(folder, [small], len(big))
            with open(file, "wb") as out:
                out.write(big)
            pages, page = [], []
            for _ in range(options.runs):
                pages.append(extract(options, folder))
                page.append(extract(options, file))
            peak_small, peak_big = memory(options, os.path.join(folder, "p000000.txt")), memory(options, file)
            cost_small = (median(pages, "cpu") - median(start, "cpu")) / (many / MB)
            cost_big = (median(page, "cpu") - median(start, "cpu")) / (len(big) / MB)
            rows.append([name, "%.1f" % (1000 * cost_small), "%.1f" % (1000 * cost_big), "%.2f" % (cost_big / max(cost_small, 1e-9)),
                         "%.1f" % ((peak_small - peak_start) / len(small)), "%.1f" % ((peak_big - peak_start) / len(big)),
                         "%.1f" % (peak_big / MB)])
            shutil.rmtree(folder)
        print("Growth, from pages of 100 kB to one of %g MB (memory above that of a start: times the page)" % options.big)
        show(["corpus", "ms/MB at 100 kB", "ms/MB at %g MB" % options.big, "ratio", "memory at 100 kB", "memory at %g MB" % options.big,
              "peak MB"], rows)
        print("Start: %.1f ms wall, %.1f ms cpu, %.1f MB" % (1000 * median(start, "wall"), 1000 * median(start, "cpu"),
                                                           peak_start / MB))
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
