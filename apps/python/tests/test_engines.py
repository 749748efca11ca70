"""The lines of docs/pipeline.md for other engines: GNU parallel for real, Spark, Hadoop streaming and Slurm by their
contracts (none of the three is in Debian, or can be started here)."""

import gzip
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import threading
import unittest

import broadsheet
from common import PROGRAM
from test_dask import tree, write_shards

IS_GNU = bool(shutil.which("parallel")) and b"GNU parallel" in subprocess.run(["parallel", "--version"], capture_output=True, check=False).stdout


class RddPipe:
    """What pyspark's RDD.pipe() does with each partition: lines in, lines out, and with checkCode the exit code."""

    def __init__(self, command, check_code):
        self.command, self.check_code = command, check_code

    def __call__(self, partition):
        process = subprocess.Popen(shlex.split(self.command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

        def write():
            for record in partition:
                process.stdin.write(record.rstrip("\n").encode() + b"\n")
            process.stdin.close()

        threading.Thread(target=write).start()
        out = [line.rstrip(b"\n").decode() for line in process.stdout]
        process.stdout.close()
        if process.wait() != 0 and self.check_code:
            raise RuntimeError(f"Pipe function `{self.command}' exited with error code {process.returncode}")
        return out


class Engines(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(os.path.realpath(holder.name))
        write_shards(self.folder / "in", 6, 20)
        self.shards = sorted(str(p) for p in (self.folder / "in").rglob("*.jsonl*"))
        self.lines = []
        for path in self.shards:
            data = pathlib.Path(path).read_bytes()
            if path.endswith(".gz"):
                data = gzip.decompress(data)
            elif path.endswith(".zst"):
                data = subprocess.run(["zstd", "-qdc"], input=data, stdout=subprocess.PIPE, check=True).stdout
            self.lines += data.decode().splitlines()
        self.stream = "\n".join(self.lines).encode() + b"\n"
        self.expected = self.sh("$broadsheet pipe -j 1", self.stream, code=3)
        self.sh("$broadsheet pipe -q -j 1 'in/*/*' -o expected", code=3)

    def sh(self, line, stdin=b"", code=0):
        environment = {**os.environ, "broadsheet": PROGRAM, "HOME": str(self.folder)}
        done = subprocess.run(["bash", "-c", line], cwd=self.folder, input=stdin, capture_output=True, env=environment, check=False)
        self.assertEqual(done.returncode, code, done.stderr.decode()[-2000:])
        return done.stdout

    @unittest.skipUnless(IS_GNU, "GNU parallel is not installed")
    def test_gnu_parallel_over_shards(self):
        self.sh("parallel --will-cite -j 2 $broadsheet pipe -q -j 1 \"'in/**/*.jsonl*'\" -o out --exit-zero-on-record-errors --shard {}/3 ::: {1..3}")
        self.assertEqual(tree(self.folder / "out"), tree(self.folder / "expected"))

    @unittest.skipUnless(IS_GNU, "GNU parallel is not installed")
    def test_gnu_parallel_file_by_file(self):
        self.sh("parallel --will-cite -j 2 $broadsheet pipe -q -j 1 --exit-zero-on-record-errors {} -o out ::: $PWD/in/*/*.jsonl*")
        expected = {os.path.basename(name): data for name, data in tree(self.folder / "expected").items() if ".done" not in name}
        self.assertEqual({name: data for name, data in tree(self.folder / "out").items() if ".done" not in name}, expected)

    @unittest.skipUnless(IS_GNU, "GNU parallel is not installed")
    def test_gnu_parallel_over_a_stream(self):
        out = self.sh("parallel --will-cite -j 2 --pipe -k --block 50k $broadsheet pipe -q -j 1 --exit-zero-on-record-errors", self.stream)
        self.assertEqual(out, self.expected)

    def test_spark(self):
        partitions = [self.lines[i::4] for i in range(4)]
        whole = [RddPipe(f"{PROGRAM} pipe -q -j 1 --exit-zero-on-record-errors", True)(p) for p in partitions]
        expected = {json.loads(line)["id"]: line for line in self.expected.decode().splitlines()}
        self.assertEqual({json.loads(line)["id"]: line for part in whole for line in part}, expected)
        with self.assertRaisesRegex(RuntimeError, "error code 3"):  # bad records, and nobody said that they are fine
            RddPipe(f"{PROGRAM} pipe -q -j 1", True)(self.lines)
        with self.assertRaisesRegex(RuntimeError, "error code 2"):
            RddPipe(f"{PROGRAM} pipe --no-such-option", True)([])

    def test_spark_with_the_module(self):
        def articles_of(lines):
            reader = broadsheet.Extractor()
            for line in lines:
                yield from reader.process_many([line.encode()], threads=1)[0].decode().splitlines()

        out = list(articles_of(self.lines))
        self.assertEqual([line for line in out if not broadsheet.is_error(line.encode())], self.expected.decode().splitlines())
        self.assertEqual(sum(broadsheet.is_error(line.encode()) for line in out), 6)

    def test_hadoop_streaming(self):
        """Its text output puts a TAB behind a line that has none: white space, for JSON and for our own reader."""
        out = self.sh("$broadsheet pipe -q -j 1 --exit-zero-on-record-errors", self.stream)
        self.assertNotIn(b"\t", out)
        as_written = [line + "\t" for line in out.decode().splitlines()]
        self.assertEqual([json.loads(line) for line in as_written], [json.loads(line) for line in out.splitlines()])
        again = "".join(line + "\t\n" for line in self.lines).encode()
        self.assertEqual(self.sh("$broadsheet pipe -q -j 1 --exit-zero-on-record-errors", again), out)

    def test_slurm_arrays(self):
        for task in (3, 1, 2):
            self.sh(
                f"SLURM_ARRAY_TASK_ID={task} SLURM_ARRAY_TASK_COUNT=3\n"
                "$broadsheet pipe -q 'in/*/*' -o out --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT --exit-zero-on-record-errors"
            )
        self.assertEqual(tree(self.folder / "out"), tree(self.folder / "expected"))


if __name__ == "__main__":
    unittest.main()
