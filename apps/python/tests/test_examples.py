"""The examples run, on stand-ins for packages that Debian has not."""

import gzip
import json
import os
import pathlib
import pickle
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE / "standins"), os.environ["EXAMPLES"]]

import broadsheet  # noqa: E402
import datatrove_articles  # noqa: E402
import dolma_articles  # noqa: E402
from datatrove.data import Document  # noqa: E402
from common import TESTDATA  # noqa: E402

TEXTS = [path.read_text() for path in sorted((TESTDATA / "pages").glob("en-*.txt"))]


class Datatrove(unittest.TestCase):
    def test_pages_become_articles(self):
        pages = [Document(text=text, id=f"p{i}", metadata={"issue": "1931-05-09"}) for i, text in enumerate(TEXTS)]
        pages.insert(1, Document(text=None, id="bad"))
        step = pickle.loads(pickle.dumps(datatrove_articles.BroadsheetArticles(batch=3, lang="en")))
        articles = list(step(iter(pages), rank=1, world_size=2))
        expected = broadsheet.process_records([json.dumps({"id": f"p{i}", "text": text}).encode() for i, text in enumerate(TEXTS)], lang="en")
        lines = [json.loads(line) for one in expected for line in one.records.splitlines()]
        self.assertEqual([(a.id, a.text) for a in articles], [(a["id"], a["text"]) for a in lines])
        self.assertEqual({a.metadata["issue"] for a in articles}, {"1931-05-09"})
        self.assertEqual(step.stats["bad_pages"], 1)
        self.assertEqual(step.stats["articles"], len(lines))
        self.assertEqual(list(step(None)), [])
        with self.assertRaises(broadsheet.Error):
            datatrove_articles.BroadsheetArticles(lang="xx")


class Dolma(unittest.TestCase):
    def test_files_of_pages_become_files_of_articles_and_attributes(self):
        with tempfile.TemporaryDirectory() as folder:
            pages, documents, attributes = (os.path.join(folder, name) for name in ("pages", "documents", "attributes"))
            os.mkdir(pages)
            for name, texts in (("a.jsonl.gz", TEXTS[:3]), ("b.jsonl", TEXTS[3:])):
                data = "".join(json.dumps({"id": str(i), "text": text, "source": "test"}) + "\n" for i, text in enumerate(texts)) + "{bad\n"
                path = pathlib.Path(pages, name)
                path.write_bytes(gzip.compress(data.encode()) if name.endswith(".gz") else data.encode())
            dolma_articles.main(pages + "/*", documents, attributes, "2")
            total = 0
            for name in ("a.jsonl.gz", "b.jsonl"):
                both = [pathlib.Path(where, name).read_bytes() for where in (documents, attributes)]
                both = [gzip.decompress(data) if name.endswith(".gz") else data for data in both]
                records, rows = ([json.loads(line) for line in data.splitlines()] for data in both)
                self.assertEqual([r["id"] for r in records], [r["id"] for r in rows])
                self.assertTrue(all(r["source"] == "test" for r in records))
                total += len(records)
                before = pathlib.Path(documents, name).read_bytes()
                os.remove(os.path.join(folder, "documents.done", name + ".done.txt"))
                dolma_articles.main(pages + "/*", documents, attributes)
                self.assertEqual(pathlib.Path(documents, name).read_bytes(), before)
            self.assertGreater(total, 20)


if __name__ == "__main__":
    unittest.main()
