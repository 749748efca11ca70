"""Shards through a real cluster on loopback: dask-scheduler, two dask-workers, one of them killed at work."""

import contextlib
import gzip
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import broadsheet
from common import PROGRAM, TESTDATA

try:
    import distributed
except ImportError:
    distributed = None

SHARDS, RECORDS = 20, 250


def write_shards(folder, shards=SHARDS, records=RECORDS):
    """Plain and packed ones, some in a folder below, with a bad record in each."""
    texts = [p.read_text() for p in sorted((TESTDATA / "pages").glob("*.txt")) if p.stat().st_size > 1200]
    for shard in range(shards):
        lines = [json.dumps({"id": f"{shard}-{i}", "text": f"{shard} {i}\n\n" + texts[(7 * shard + i) % len(texts)]}) for i in range(records)]
        lines.insert(shard, "{bad")
        data = "\n".join(lines).encode() + b"\n"
        path = pathlib.Path(folder, "even" if shard % 2 == 0 else "odd", f"part-{shard:03}.jsonl")
        path.parent.mkdir(parents=True, exist_ok=True)
        if shard % 3 == 1:
            path, data = path.with_suffix(".jsonl.gz"), gzip.compress(data, mtime=0)
        elif shard % 3 == 2:
            path, data = path.with_suffix(".jsonl.zst"), subprocess.run(["zstd", "-qc"], input=data, stdout=subprocess.PIPE, check=True).stdout
        path.write_bytes(data)


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in pathlib.Path(folder).rglob("*") if p.is_file()}


def by_one_process(folder, out):
    done = subprocess.run([PROGRAM, "pipe", "-j", "1", "-q", f"{folder}/*/*", "-o", out, "--errors", f"{out}/errors", "--attributes", f"{out}/attributes"], check=False)
    assert done.returncode == 3  # there are bad records


@contextlib.contextmanager
def cluster(folder, workers):
    """A scheduler and workers, each a process of its own."""
    where = pathlib.Path(folder, "scheduler.json")
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "false"}

    def start(module, *arguments):
        command = [sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", str(where), *arguments]
        with open(pathlib.Path(folder, f"{module}-{len(processes)}.log"), "wb") as log:
            processes.append(subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=environment))
        return processes[-1]

    processes = []
    try:
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        for _ in range(workers):
            start("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0", "--local-directory", str(folder))
        yield where, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def writes_below(process, folder):
    """Whether a process has a file open there."""
    with contextlib.suppress(OSError):
        for link in os.listdir(f"/proc/{process.pid}/fd"):
            with contextlib.suppress(OSError):
                if os.readlink(f"/proc/{process.pid}/fd/{link}").startswith(str(folder)):
                    return True
    return False


@unittest.skipIf(distributed is None, "python3-distributed is not installed")
class Dask(unittest.TestCase):
    def setUp(self):
        import broadsheet.dask

        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(os.path.realpath(holder.name))
        self.shards, self.out, self.expected = (str(self.folder / name) for name in ("in", "out", "expected"))

    def run_dask(self, client, **options):
        return broadsheet.dask.run(f"{self.shards}/*/*", self.out, client, errors=f"{self.out}/errors", attributes=f"{self.out}/attributes", **options)

    def test_a_worker_is_killed(self):
        write_shards(self.shards)
        by_one_process(self.shards, self.expected)
        with cluster(self.folder, 2) as (where, workers), distributed.Client(scheduler_file=str(where)) as client:
            client.wait_for_workers(2, timeout=60)
            results = []
            thread = threading.Thread(target=lambda: results.append(self.run_dask(client)))
            thread.start()
            victim, limit = workers[1], time.monotonic() + 60
            # In the middle of the run, and of a shard.
            while len(list(pathlib.Path(self.out, "completions").rglob("*.done"))) < 5 or not writes_below(victim, self.out):
                self.assertLess(time.monotonic(), limit, "the run was over, or never began")
                self.assertTrue(thread.is_alive(), "too fast to kill a worker at work")
            os.kill(victim.pid, signal.SIGKILL)
            victim.wait()
            self.assertEqual(victim.returncode, -signal.SIGKILL)
            thread.join(120)
            self.assertFalse(thread.is_alive())
            self.assertEqual(len(client.scheduler_info()["workers"]), 1)
            (totals,) = results
            self.assertEqual(totals.failed, ())
            # The worker may die between its marker and its report: then another one finds the shard complete.
            self.assertEqual(totals.shards, SHARDS)
            self.assertLess(totals.complete, SHARDS // 2)
            self.assertEqual((totals.records, totals.errors), (SHARDS * (RECORDS + 1), SHARDS))
            # Nothing lost, nothing twice, no file left aside: byte for byte what one process writes, markers too.
            made = tree(self.out)
            self.assertEqual(sorted(made), sorted(tree(self.expected)))
            self.assertEqual(made, tree(self.expected))
            self.assertEqual(sum(name.startswith("completions/") for name in made), SHARDS)

            # Once more: all is complete, and nothing is written.
            before = {path: os.stat(path).st_mtime_ns for path in pathlib.Path(self.out).rglob("*") if path.is_file()}
            again = self.run_dask(client)
            self.assertEqual(again, totals._replace(complete=SHARDS))
            by_one_process(self.shards, self.out)
            self.assertEqual(before, {path: os.stat(path).st_mtime_ns for path in pathlib.Path(self.out).rglob("*") if path.is_file()})

    def test_a_shard_that_cannot_be_read_is_told_and_the_others_are_whole(self):
        write_shards(self.shards, 4, 5)
        by_one_process(self.shards, self.expected)
        damaged = pathlib.Path(self.shards, "odd", "part-001.jsonl.gz")
        whole = damaged.read_bytes()
        damaged.write_bytes(whole[: len(whole) // 2])
        with distributed.Client(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=":0") as client:
            totals = self.run_dask(client, retries=1)
            self.assertEqual([path for path, _ in totals.failed], [str(damaged)])
            self.assertIn("part-001", totals.failed[0][1])
            self.assertEqual(set(tree(self.expected)) - set(tree(self.out)), {name for name in tree(self.expected) if "part-001" in name})
            damaged.write_bytes(whole)
            totals = self.run_dask(client)
            self.assertEqual((totals.failed, totals.complete), ((), 3))
            self.assertEqual(tree(self.out), tree(self.expected))
            with self.assertRaises(broadsheet.Error) as caught:
                self.run_dask(client, lang="xx")
            self.assertEqual(caught.exception.code, "option")
            # Options reach the shards, whatever they hold.
            self.run_dask(client, id_field="", source="-x y", inline_provenance=True, max_line_bytes=10**6)
            record = json.loads(pathlib.Path(self.out, "even", "part-000.jsonl").read_bytes().splitlines()[0])
            self.assertEqual(record["source"], "-x y")
            self.assertTrue(record["metadata"]["file"].startswith("xxh3:") and record["metadata"]["provenance"])
            with self.assertRaisesRegex(broadsheet.Error, "no file matches"):
                broadsheet.dask.run(f"{self.shards}/*.none", self.out, client)


if __name__ == "__main__":
    unittest.main()
