#!/usr/bin/env python3
"""A test: `broadsheet pipe -o DIR` is killed again and again at random moments, and goes on where it was.

usage: pipe_kill_test.py PROGRAM [KILLS]
"""
import gzip
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 8
SHARDS, RECORDS = 12, 80


def make_shards(folder):
    for shard in range(SHARDS):
        lines = []
        for i in range(RECORDS):
            name = "%d-%d" % (shard, i)
            body = "\n".join("The council of ward %d met on day %d of the month and spoke of road %d\nand of what it would cost." % (shard, k, i * k) for k in range(12))
            lines.append("broken %s" % name if i % 13 == 5 else json.dumps({"id": name, "text": "NEWS OF WARD %s\n\n%s\n" % (name, body)}))
        data = ("\n".join(lines) + "\n").encode()
        path = os.path.join(folder, "part" if shard % 2 else "", "s%02d.jsonl%s" % (shard, ".gz" if shard % 3 == 0 else ""))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(gzip.compress(data, mtime=0) if path.endswith(".gz") else data)


def command(source, out):
    return [PROGRAM, "pipe", source, "-q", "-j", "2", "-o", os.path.join(out, "documents"), "--errors", os.path.join(out, "errors"), "--provenance", os.path.join(out, "provenance"),
            "--attributes", os.path.join(out, "attributes/broadsheet")]


def tree(folder):
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            with open(path, "rb") as data:
                found[os.path.relpath(path, folder)] = hashlib.sha256(data.read()).hexdigest()
    return found


def parts(folder):
    return [path for path in tree(folder) if path.endswith(".part")]


def expect(right, what):
    if not right:
        sys.exit("FAILED: " + what)


def run(source, out):
    code = subprocess.run(command(source, out)).returncode
    expect(code == 3, "exit code %d and not 3 (some records are bad)" % code)


def check_against_records(out):
    """The tree says the same as its records: nothing lost, nothing twice, sidecars row by row."""
    seen = set()
    for path in tree(os.path.join(out, "documents")):
        if path.startswith("completions/"):
            continue
        read = gzip.open if path.endswith(".gz") else open
        rows = {name: [json.loads(line) for line in read(os.path.join(out, name, path), "rt", encoding="utf-8")]
                for name in ("documents", "provenance", "attributes/broadsheet", "errors")}
        ids = [row["id"] for row in rows["documents"]]
        expect(ids == [row["id"] for row in rows["provenance"]] == [row["id"] for row in rows["attributes/broadsheet"]], path + ": rows of sidecars")
        expect(not seen & set(ids) and len(ids) == len(set(ids)), path + ": an id comes twice")
        seen.update(ids)
        expect(len({row["metadata"]["file"] for row in rows["documents"]}) + len(rows["errors"]) == RECORDS, path + ": a record is lost")


def main():
    seed = random.randrange(1 << 30)
    print("seed", seed)
    chance = random.Random(seed)
    work = tempfile.mkdtemp(prefix="broadsheet-kill-")
    try:
        source, whole, out, twice, stopped = (os.path.join(work, name) for name in ("in", "whole", "out", "twice", "stopped"))
        make_shards(source)
        begin = time.monotonic()
        run(source, whole)
        seconds = time.monotonic() - begin
        expected = tree(whole)
        expect(len(expected) == 5 * SHARDS, "%d files" % len(expected))
        check_against_records(whole)

        killed = 0
        for _ in range(KILLS):
            process = subprocess.Popen(command(source, out))
            time.sleep(chance.uniform(0, seconds / 2))
            process.kill()
            killed += process.wait() == -signal.SIGKILL
            for path, digest in tree(out).items():  # what has a name is whole
                expect(path.endswith(".part") or expected[path] == digest, "half a file: " + path)
            if chance.random() < 0.6:  # now and then some shards must be done again
                for path in sorted(tree(out))[:2]:
                    os.unlink(os.path.join(out, path))
        expect(killed > 0, "no run was killed")
        run(source, out)
        expect(tree(out) == expected, "after %d kills other files than from one run" % killed)

        # Two at a time on one folder, one of them killed.
        both = [subprocess.Popen(command(source, twice)) for _ in range(2)]
        time.sleep(chance.uniform(0, seconds))
        both[0].kill()
        for process in both:
            process.wait()
        expect(both[1].returncode == 3, "the other of two: exit code %d" % both[1].returncode)
        run(source, twice)
        expect(tree(twice) == expected, "two at a time: other files than from one run")

        # Told to stop, it leaves nothing half done.
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen(command(source, stopped), preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
            while not parts(stopped) and process.poll() is None:
                time.sleep(0.001)
            process.send_signal(number)
            code = process.wait()
            expect(code in (-number, 3), "exit code %d after signal %d" % (code, number))
            expect(not parts(stopped), "files of a run that was told to stop")
        print("%d of %d runs were killed; the files are the same" % (killed, KILLS))
    finally:
        shutil.rmtree(work)


main()
