"""Pages of a dolma collection become documents and attributes, file by file, with dolma's own parallel processor.

    python3 dolma_articles.py 'pages/documents/*.jsonl.gz' articles/documents articles/attributes/broadsheet 8

Each file of pages gives a file of articles of the same name in documents/, and one with as many rows, in the same
order, in attributes/broadsheet/: roles, types and confidence as spans of dolma's toolkit, for `dolma mix`.

Tried: on a stand-in for BaseParallelProcessor in apps/python/tests, written after dolma's core/parallel.py. Not tried:
dolma itself, which Debian has not. Files are read and written with gzip here; dolma's smart_open takes s3:// as well: put it in place
of `opened` where the collection lies there.
"""

import contextlib
import gzip
import itertools
import os
import sys

from dolma.core.parallel import BaseParallelProcessor

import broadsheet


@contextlib.contextmanager
def opened(path, mode):
    with open(path, mode) as raw:
        if not path.endswith(".gz"):
            yield raw
            return
        # Without name and clock in it: the same bytes on every run.
        with gzip.GzipFile(filename="", fileobj=raw, mode=mode, mtime=0) as file:
            yield file


def batches(lines, size):
    while batch := list(itertools.islice(lines, size)):
        yield batch


class ArticlesProcessor(BaseParallelProcessor):
    @classmethod
    def increment_progressbar(cls, queue, /, files=0, pages=0, articles=0, bad=0):
        return super().increment_progressbar(queue, files=files, pages=pages, articles=articles, bad=bad)

    @classmethod
    def process_single(cls, source_path, destination_path, queue, documents=".", attributes=".", **options):
        reader = broadsheet.Extractor(**options)
        beside = os.path.join(attributes, os.path.relpath(destination_path, documents))
        os.makedirs(os.path.dirname(beside), exist_ok=True)
        number = 1
        with opened(source_path, "rb") as pages, opened(destination_path, "wb") as out, opened(beside, "wb") as rows:
            for batch in batches(pages, 256):
                # dolma runs a process for each file, so one thread for each.
                for one in reader.process_records(batch, threads=1, first=number, name=source_path, attributes=True):
                    out.write(one.records)
                    rows.write(one.attributes)
                    if one.error:
                        print(one.message, file=sys.stderr)
                    cls.increment_progressbar(queue, pages=1, articles=one.articles, bad=bool(one.error))
                number += len(batch)
        cls.increment_progressbar(queue, files=1)


def main(pages, documents, attributes, processes="1"):
    ArticlesProcessor(
        source_prefix=pages,
        destination_prefix=documents,
        metadata_prefix=documents.rstrip("/") + ".done",
        num_processes=int(processes),
        process_single_kwargs={"documents": documents, "attributes": attributes},
    )()


if __name__ == "__main__":
    main(*sys.argv[1:])
