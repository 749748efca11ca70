#!/usr/bin/env python3
"""Speed, memory and safety of `broadsheet pipe` over many records.

    pipe.py make FILE [-n RECORDS]    records made of the pages of testdata (a page or a part of one, each another)
    pipe.py speed [-n RECORDS]        -j 1 beside -j 2: seconds, CPU, memory over time; the bytes must be the same
    pipe.py kill [-n RECORDS]         shards; killed (SIGKILL) ten times at random moments and run again: same files, nothing lost, nothing twice
"""
import argparse
import glob
import gzip
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def records(count, seed=5):
    """Lines of JSON, some 2 kB each; every thousandth record is an issue of eight pages, every 997th line is broken."""
    chance = random.Random(seed)
    pages = [open(path, encoding="utf-8").read().split("\n") for path in sorted(glob.glob(os.path.join(ROOT, "testdata/pages/*.txt")))]

    def text(name):
        lines = chance.choice(pages)
        start = chance.randrange(max(1, len(lines) - 20))
        return "\n".join(lines[start:start + chance.randrange(10, 60)]) + "\nPage %s.\n" % name

    for i in range(count):
        name = "%07d" % i
        if i % 997 == 996:
            yield '{"id": "%s", "text": "cut off\n' % name
        else:
            body = [text(name + "-%d" % k) for k in range(8)] if i % 1000 == 500 else text(name)
            yield json.dumps({"id": name, "text": body, "source": "bench"}, ensure_ascii=False) + "\n"


def memory_now(pid):
    with open("/proc/%d/status" % pid) as status:
        return sum(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def timed(options, jobs, path, out):
    """Runs once; gives seconds, CPU, samples of resident memory in MB over time, and the digest of the output."""
    start = time.monotonic()
    with open(path, "rb") as data, open(out, "wb") as result:
        process = subprocess.Popen([options.program, "pipe", "-j", str(jobs), "--errors", out + ".errors"], stdin=data, stdout=result, stderr=subprocess.PIPE)
        samples = []
        while True:
            time.sleep(0.2)
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            try:
                samples.append(memory_now(process.pid))
            except OSError:
                pass
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 3:
        sys.exit("exit code %d and not 3" % process.returncode)
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, samples, digest(out), process.stderr.read().decode().strip()


def digest(path):
    with open(path, "rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else hashlib.sha256(data.read()).hexdigest()


def make(options):
    with open(options.file, "w", encoding="utf-8") as out:
        out.writelines(records(options.n))


def speed(options):
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        path = os.path.join(work, "in.jsonl")
        options.file = path
        make(options)
        size = os.path.getsize(path) / 1e6
        print("%d records, %.0f MB; load of the machine %s" % (options.n, size, " ".join(map(str, os.getloadavg()))))
        seen = {}
        for jobs in (1, 2):
            wall, cpu, samples, out, summary = timed(options, jobs, path, os.path.join(work, "out.jsonl"))
            seen[jobs] = wall, cpu, out
            tenths = [max(samples[len(samples) * i // 10:len(samples) * (i + 1) // 10] or [0]) for i in range(10)]
            print("-j %d: %.1f s, CPU %.1f s, %.1f MB/s; resident MB by tenths of the run: %s; %s" % (jobs, wall, cpu, size / wall, " ".join("%.0f" % t for t in tenths), summary))
        print("-j 2 is %.2f times as fast; CPU %.2f times; bytes %s; load %s" % (seen[1][0] / seen[2][0], seen[2][1] / seen[1][1], "the same" if seen[1][2] == seen[2][2] else "DIFFERENT",
                                                                             " ".join(map(str, os.getloadavg()))))


def tree(folder):
    return {os.path.relpath(os.path.join(root, name), folder): digest(os.path.join(root, name)) for root, _, names in os.walk(folder) for name in names}


def kill(options):
    shards = 40
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        source = os.path.join(work, "in")
        os.mkdir(source)
        all_records = records(options.n)
        for shard in range(shards):
            with gzip.open(os.path.join(source, "s%02d.jsonl.gz" % shard), "wt", encoding="utf-8", compresslevel=1) as out:
                out.writelines(line for _, line in zip(range((options.n + shards - 1) // shards), all_records))

        def command(out):
            return [options.program, "pipe", source, "-q", "-j", "2", "-o", os.path.join(work, out, "documents"), "--errors", os.path.join(work, out, "errors"), "--provenance",
                    os.path.join(work, out, "provenance"), "--attributes", os.path.join(work, out, "attributes/broadsheet")]

        begin = time.monotonic()
        subprocess.run(command("whole"))
        seconds = time.monotonic() - begin
        print("%d records in %d shards with all sidecars, whole: %.1f s" % (options.n, shards, seconds))
        seed = random.randrange(1 << 30)
        chance, killed = random.Random(seed), 0
        for _ in range(10):
            process = subprocess.Popen(command("killed"))
            time.sleep(chance.uniform(0, seconds / 8))
            process.kill()
            killed += process.wait() == -signal.SIGKILL
            done = len([path for path in tree(os.path.join(work, "killed")) if path.endswith(".done")])
            print("killed; %d of %d shards complete" % (done, shards), flush=True)
        subprocess.run(command("killed"))
        same = tree(os.path.join(work, "killed")) == tree(os.path.join(work, "whole"))
        inputs, twice = set(), 0
        ids = set()
        for path in glob.glob(os.path.join(work, "killed/documents/*.gz")):
            for line in gzip.open(path, "rt", encoding="utf-8"):
                record = json.loads(line)
                twice += record["id"] in ids
                ids.add(record["id"])
                inputs.add(record["metadata"]["file"])
        errors = sum(1 for path in glob.glob(os.path.join(work, "killed/errors/*.gz")) for _ in gzip.open(path))
        print("seed %d: %d runs killed, then one to the end: files %s; %d records with articles and %d bad of %d, %d articles, %d ids twice" %
              (seed, killed, "the same" if same else "DIFFERENT", len(inputs), errors, options.n, len(ids), twice))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "speed", "kill"])
    parser.add_argument("file", nargs="?")
    parser.add_argument("-n", type=int, default=200000)
    parser.add_argument("--program", default=os.path.join(ROOT, "build/apps/broadsheet"))
    parser.add_argument("--work", help="folder for what is made (default: that of the system)")
    options = parser.parse_args()
    if options.what == "make" and not options.file:
        parser.error("make wants a FILE")
    {"make": make, "speed": speed, "kill": kill}[options.what](options)


main()
