"""Shards on many machines, with Dask.

    import broadsheet.dask, dask.distributed

    client = dask.distributed.Client("tcp://scheduler:8786")
    print(broadsheet.dask.run("/shared/pages/*.jsonl.zst", "/shared/articles", client))

A task is a shard: a file of records, each a whole page or issue. Workers write below `output_dir` exactly what
`broadsheet pipe -o` writes there, by the same code: aside first, then renamed, then a marker below `completions/`. So a
worker that is killed leaves nothing half done and nothing twice, the next run goes on where the last one was, and the
program can go on where Dask was and the other way round. All machines must see the same files under the same paths.

Dask's dashboard shows the tasks as "broadsheet-shard".
"""

from __future__ import annotations

import importlib
import os
from typing import Any, Iterable, List, NamedTuple, Optional, Tuple, Union

from . import _broadsheet
from ._model import Error
from ._options import FLAGS, StrPath, rows

Client = Any  # dask.distributed.Client: its types are not asked for, so that all else works without Dask


class Totals(NamedTuple):
    """What a run did. Sums of shards, so totals of several runs add up."""

    shards: int
    complete: int
    """Shards that an earlier run had completed; what they hold is counted in."""
    records: int
    articles: int
    empty: int
    """Good records without an article."""
    errors: int
    """Bad records."""
    bytes: int
    """Of the records, unpacked."""
    failed: Tuple[Tuple[str, str], ...]
    """Shards that could not be made, with the reason; all others are whole."""


def process_shard(path: bytes, relative: bytes, arguments: List[bytes]) -> Tuple[int, ...]:
    """One shard, in a worker: complete (0 or 1), records, articles, empty, errors, bytes."""
    return _broadsheet.process_shard(arguments, path, relative)


def arguments_of(output_dir: StrPath, folders: Iterable[Tuple[str, Optional[StrPath]]], options: Any) -> List[bytes]:
    """The arguments of `broadsheet pipe` that say the same."""
    out = [f"--output={os.fspath(output_dir)}", "--jobs=1", "--quiet"]
    out += [f"--{name}={os.fspath(folder)}" for name, folder in folders if folder is not None]
    for name, value in rows(options):
        out += [f"--{name}={value}"] if value else [f"--{name}"] if name in FLAGS else [f"--{name}", ""]
    return [os.fsencode(argument) for argument in out]


def run(
    inputs: Union[StrPath, Iterable[StrPath]],
    output_dir: StrPath,
    client: Client,
    *,
    provenance: Optional[StrPath] = None,
    attributes: Optional[StrPath] = None,
    errors: Optional[StrPath] = None,
    retries: int = 3,
    **options: Any,
) -> Totals:
    """Files of records become files of articles below `output_dir`, a task for each file.

    inputs: a glob, a folder, a file, or several of these: JSON lines, packed or not (.gz, .zst).
    client: a `dask.distributed.Client`. Its workers need this module and see the same files.
    provenance, attributes, errors: folders for these sidecars, as of `broadsheet pipe`. Without `errors` bad records
        are told in the logs of the workers.
    retries: how often a shard is tried again whose input or output could not be read or written, or whose workers
        died (Dask gives up after `distributed.scheduler.allowed-failures` of these; it is then asked again).
    options: those of `broadsheet pipe` that say what is made: text_field, id_field, source, lang, words ...

    Call it again after a failure: shards that are complete are only looked at.
    """
    given = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    folders = (("provenance", provenance), ("attributes", attributes), ("errors", errors))
    arguments = arguments_of(output_dir, folders, options)
    shards = _broadsheet.find_shards(arguments, [os.fsencode(one) for one in given])
    if not shards:
        raise Error(f"no file matches: {', '.join(map(str, given))}", "io")
    places = [relative for _, relative in shards]
    if len(set(places)) < len(places):
        raise Error("two inputs have the same place below the folder of the output", "option")
    sums = [0] * 6
    failed: List[Tuple[str, str]] = []
    left = shards
    for _ in range(retries + 1):
        left = _round(client, left, arguments, retries, sums, failed)
        if not left:
            break
    failed += [(os.fsdecode(path), "its workers died again and again") for path, _ in left]
    complete, records, articles, empty, bad, size = sums
    return Totals(len(shards), complete, records, articles, empty, bad, size, tuple(sorted(failed)))


def _round(
    client: Client,
    shards: List[Tuple[bytes, bytes]],
    arguments: List[bytes],
    retries: int,
    sums: List[int],
    failed: List[Tuple[str, str]],
) -> List[Tuple[bytes, bytes]]:
    """Works on the shards once; gives those whose workers died too often."""
    distributed: Any = importlib.import_module("distributed")
    paths, relatives = zip(*shards)
    # Not pure: Dask would hand out what it remembers of an earlier run.
    tasks = client.map(
        process_shard, paths, relatives, arguments=arguments, key="broadsheet-shard", retries=retries, pure=False
    )
    shard_of = dict(zip(tasks, shards))
    left = []
    for future in distributed.as_completed(tasks, raise_errors=False):
        path, relative = shard_of[future]
        problem = future.exception()
        if problem is None:
            for i, value in enumerate(future.result()):
                sums[i] += value
        elif isinstance(problem, distributed.KilledWorker):
            left.append((path, relative))
        elif isinstance(problem, Error) and problem.code == "option":
            client.cancel(tasks)
            raise problem
        else:
            failed.append((os.fsdecode(path), str(problem) or type(problem).__name__))
    return left
