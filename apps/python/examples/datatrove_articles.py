"""A step of a datatrove pipeline: pages in, articles out.

    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from datatrove_articles import BroadsheetArticles

    LocalPipelineExecutor(
        pipeline=[JsonlReader("pages/"), BroadsheetArticles(), JsonlWriter("articles/")],
        tasks=8, workers=8, logging_dir="logs/",
    ).run()

A document of the reader is a page (form feeds part pages), or the pages of an issue. A task of datatrove is a shard;
each works with one thread, so give it as many workers as there are processors.

Tried: on stand-ins for PipelineStep and Document (text, id, media, metadata) in apps/python/tests, written after
datatrove's pipeline/base.py and data.py. Not tried: datatrove itself, which Debian has not.
"""

import json
import sys

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

import broadsheet


class BroadsheetArticles(PipelineStep):
    """Pages become articles; what is wrong with a page is counted, and told in the log."""

    type = "✂️ - SPLITTER"
    name = "📰 Broadsheet"

    def __init__(self, batch=64, **options):
        """options: of broadsheet.Extractor; checked here, before the first task is started."""
        super().__init__()
        self.batch = batch
        self.options = options
        broadsheet.Extractor(**options)

    def run(self, data, rank=0, world_size=1):
        # Made here: a step is pickled on its way to the workers.
        reader = broadsheet.Extractor(**self.options)
        batch = []
        for page in data or ():
            batch.append(page)
            if len(batch) == self.batch:
                yield from self.articles_of(reader, batch)
                batch = []
        yield from self.articles_of(reader, batch)

    def articles_of(self, reader, pages):
        records = [json.dumps({"id": page.id, "text": page.text}).encode("ascii") for page in pages]
        with self.track_time(unit="batch"):
            done = reader.process_records(records, threads=1)
        for page, one in zip(pages, done):
            if one.error:
                self.stat_update("bad_pages")
                print(one.message, file=sys.stderr)
                continue
            for line in one.records.splitlines():
                article = json.loads(line)
                self.stat_update("articles")
                # What the page's reader knew of it stays with each of its articles.
                yield Document(text=article["text"], id=article["id"], metadata={**page.metadata, **article["metadata"]})
