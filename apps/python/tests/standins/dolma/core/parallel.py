"""A stand-in for dolma.core.parallel: as much as examples/dolma_articles.py touches, file after file."""

import glob
import inspect
import os
import queue


class BaseParallelProcessor:
    def __init__(self, source_prefix, destination_prefix, metadata_prefix, num_processes=1, process_single_kwargs=None):
        self.paths = sorted(glob.glob(source_prefix))
        self.destination, self.metadata, self.given = destination_prefix, metadata_prefix, process_single_kwargs or {}
        parameters = inspect.signature(self.increment_progressbar).parameters
        if parameters["queue"].kind != inspect.Parameter.POSITIONAL_ONLY or any(p.default != 0 for n, p in parameters.items() if n != "queue"):
            raise AttributeError("increment_progressbar: its arguments are not those that dolma wants")

    @classmethod
    def increment_progressbar(cls, queue, /, **counts):
        queue.put(tuple(counts.values()))
        return counts

    def __call__(self):
        progress = queue.Queue()
        for path in self.paths:
            out = os.path.join(self.destination, os.path.basename(path))
            marker = os.path.join(self.metadata, os.path.basename(path) + ".done.txt")
            if os.path.exists(marker):
                continue
            os.makedirs(os.path.dirname(out), exist_ok=True)
            os.makedirs(os.path.dirname(marker), exist_ok=True)
            self.process_single(source_path=path, destination_path=out, queue=progress, **self.given)
            with open(marker, "w", encoding="ascii") as file:
                file.write("done")
