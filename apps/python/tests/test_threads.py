"""The GIL is let go, threads may share everything, nothing is kept, and no input does harm."""

import concurrent.futures
import gc
import random
import resource
import sys
import threading
import time
import unittest
import weakref

import broadsheet
from common import TESTDATA, pages

PAGE = (TESTDATA / "pages" / "en-1860s.txt").read_bytes()


def ticks_during(work):
    """How often this thread comes to its turn while another one works."""
    begun, ended = threading.Event(), threading.Event()

    def run():
        begun.set()
        work()
        ended.set()

    thread = threading.Thread(target=run)
    thread.start()
    begun.wait()
    ticks, start = 0, time.monotonic()
    while not ended.is_set():
        time.sleep(0.002)
        ticks += 1
    thread.join()
    return ticks, time.monotonic() - start


class Threads(unittest.TestCase):
    def test_the_gil_is_let_go(self):
        large = PAGE * (3_000_000 // len(PAGE))
        document = broadsheet.extract(PAGE * 100)
        for name, work in (
            ("extract", lambda: broadsheet.extract(large)),
            ("explain", lambda: broadsheet.explain(large[:1_000_000])),
            ("repair", lambda: broadsheet.repair(large[:1_000_000])),
            ("to", lambda: [document.to("json", inline_provenance=True) for _ in range(40)]),
        ):
            ticks, seconds = ticks_during(work)
            # Holding the GIL, the other thread would give us one or two.
            self.assertGreater(ticks, 10, f"{name}: {ticks} ticks in {seconds:.2f} s")

    def test_threads_share_one_extractor_and_one_document(self):
        inputs = [path.read_bytes() for path in pages()]
        expected = [broadsheet.extract(page).to("json") for page in inputs]
        reader = broadsheet.Extractor()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for _ in range(3):
                self.assertEqual(list(pool.map(lambda page: reader.extract(page).to("json"), inputs)), expected)
        document = broadsheet.extract(PAGE * 20)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            seen = list(pool.map(lambda _: (document.articles, document.dropped, document.to("json")), range(16)))
        self.assertTrue(all(one == seen[0] for one in seen))

    def test_a_bytearray_may_change_while_it_is_read(self):
        page = bytearray(PAGE * 200)
        expected = broadsheet.extract(bytes(page)).to("json")
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            running = pool.submit(broadsheet.extract, page)
            time.sleep(0.02)
            page.clear()  # no BufferError: the page was copied
            self.assertIn(running.result().to("json"), (expected, broadsheet.extract(b"").to("json")))


class Memory(unittest.TestCase):
    def test_no_references_are_kept(self):
        page = bytes(PAGE)
        holders = [page, broadsheet.Span, broadsheet.Block, broadsheet.Article, broadsheet.Note, broadsheet.Source]
        gc.collect()
        before = [sys.getrefcount(one) for one in holders]
        for _ in range(50):
            document = broadsheet.extract(page)
            _ = document.articles, document.dropped, document.notes, document.source, document.pages, document.to("json")
            try:
                broadsheet.extract(page, lang="none such")
            except broadsheet.Error:
                pass
        known = weakref.ref(document)
        del document, _
        gc.collect()
        self.assertEqual([sys.getrefcount(one) for one in holders], before)
        self.assertIsNone(known())

    def test_memory_does_not_grow(self):
        def peak():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

        def work(times):
            for _ in range(times):
                document = broadsheet.extract(PAGE * 10)
                _ = document.articles, document.to("json"), document.dropped

        work(10)
        before = peak()
        work(100)  # each takes some MB
        self.assertLess(peak() - before, 16 * 1024, "KB more")


class Hostile(unittest.TestCase):
    def test_any_bytes_are_a_document_or_an_error(self):
        dice = random.Random(5)
        inputs = [path.read_bytes() for path in pages()]
        refused = 0
        for _ in range(300):
            page = bytearray(dice.choice(inputs)[: dice.randrange(1, 4000)])
            for _ in range(dice.randrange(0, 40)):
                page[dice.randrange(len(page))] = dice.choice((0, 9, 10, 12, 60, 128, 255, dice.randrange(256)))
            options = dice.choice(({}, {"from_": "alto"}, {"from_": "markdown"}, {"encoding": "UTF-16LE"}, {"writing": "vertical"}))
            try:
                document = broadsheet.extract(bytes(page), **options)
                _ = document.articles, document.dropped, document.notes, document.source, document.pages, document.files
                for writer in ("json", "jsonl", "markdown", "tei"):
                    self.assertIsInstance(document.to(writer), str)
            except broadsheet.Error as error:
                refused += 1
                self.assertNotEqual(error.code, "internal", str(error))
        self.assertLess(refused, 250)

    def test_any_str(self):
        for text in ("", "\0", "\ud800\udfff lone", "a\0b", "\ufeff", "%PDF-1.4", "<?xml", "PK\x03\x04", "\U0010ffff" * 50):
            try:
                self.assertIsInstance(broadsheet.extract(text).to("json"), str)
                self.assertIsInstance(broadsheet.repair(text), str)
            except broadsheet.Error as error:
                self.assertEqual(error.code, "format")

    def test_every_byte_is_somewhere_once(self):
        for path in (TESTDATA / "pages").glob("*.txt"):
            page = path.read_bytes()
            document = broadsheet.extract(page)
            seen = bytearray(len(page))
            for holder in [block for article in document.articles for block in article.blocks] + list(document.dropped):
                for span in holder.spans:
                    self.assertFalse(any(seen[span.begin : span.end]), path.name)
                    seen[span.begin : span.end] = b"\1" * (span.end - span.begin)
            left = bytes(byte for byte, once in zip(page, seen) if not once)
            self.assertEqual(left.decode("utf-8").split(), [], path.name)


if __name__ == "__main__":
    unittest.main()
