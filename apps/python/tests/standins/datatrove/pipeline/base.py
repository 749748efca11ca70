"""A stand-in for datatrove.pipeline.base: as much as examples/datatrove_articles.py touches."""

import collections
import contextlib


class PipelineStep:
    name = None
    type = None

    def __init__(self):
        self.stats = collections.Counter()

    def stat_update(self, *labels, value=1, unit=None):
        for label in labels:
            self.stats[label] += value

    def track_time(self, unit=None):
        return contextlib.nullcontext()

    def __call__(self, data=None, rank=0, world_size=1):
        return self.run(data, rank, world_size)
