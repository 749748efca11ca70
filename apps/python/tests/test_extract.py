"""Documents from Python are those of the program, and the plain objects say what the page document says."""

import copy
import inspect
import json
import pathlib
import pickle
import re
import shutil
import tempfile
import unittest

import broadsheet
from common import PROGRAM, TESTDATA, pages, run

OFF = ("--dictionaries", "none")


def plain(document):
    """The page document, made of the plain objects."""

    def spans(of):
        out = []
        for span in of.spans:
            row = {"page": span.page, "line": span.line, "begin": span.begin, "end": span.end}
            if span.file:
                row["file"] = span.file
            if span.box is not None:
                row["box"] = list(span.box)
            out.append(row)
        return out

    def dropped(item):
        row = {"reason": item.reason, "text": item.text, "spans": spans(item)}
        return row if item.kept is None else {**row, "kept": item.kept}

    return {
        "schema": "broadsheet/document/1",
        "source": document.source._asdict(),
        "files": [file._asdict() for file in document.files],
        "pages": [page._asdict() for page in document.pages],
        "articles": [
            {
                **article._asdict(),
                "flags": list(article.flags),
                "authors": list(article.authors),
                "jumps": [jump._asdict() for jump in article.jumps],
                "blocks": [{**block._asdict(), "lang": article.lang, "spans": spans(block)} for block in article.blocks],
            }
            for article in document.articles
        ],
        "dropped": [dropped(item) for item in document.dropped],
        "notes": [note._asdict() for note in document.notes],
    }


class SameAsTheProgram(unittest.TestCase):
    def test_every_page_gives_the_same_page_document(self):
        seen = pages()
        self.assertGreater(len(seen), 40)
        lines = run("extract", *OFF, "--to", "json", *seen).splitlines(keepends=True)
        self.assertEqual(len(lines), len(seen))
        for path, line in zip(seen, lines):
            with self.subTest(path=path.name):
                document = broadsheet.extract(path)
                self.assertEqual(document.to("json"), line)
                self.assertEqual(plain(document), json.loads(line))
                again = broadsheet.extract(path.read_bytes(), name=str(path))
                self.assertEqual(again.to("json"), line)

    def test_every_writer(self):
        page = TESTDATA / "layout" / "en-flow.xml"
        document = broadsheet.extract(page)
        for writer in broadsheet.writers():
            if writer not in ("alto2txt", "html"):
                self.assertEqual(document.to(writer), run("extract", *OFF, "--to", writer, page), writer)
        explained = broadsheet.extract(page, explain=True)
        self.assertEqual(explained.to("html"), run("extract", *OFF, "--to", "html", page))
        self.assertNotEqual(explained.to("html"), document.to("html"))
        self.assertGreater(len(explained.notes), len(document.notes))
        with self.assertRaisesRegex(broadsheet.Error, "to_files"):
            document.to("alto2txt")

    def test_files_of_a_folder(self):
        page = TESTDATA / "layout" / "en-flow.xml"
        document = broadsheet.extract(page)
        with tempfile.TemporaryDirectory() as folder:
            for writer in ("text", "markdown", "page", "alto2txt"):
                run("extract", *OFF, "--to", writer, "-o", f"{folder}/{writer}", page)
                there = {p.name: p.read_text() for p in pathlib.Path(folder, writer).rglob("*") if p.is_file()}
                self.assertEqual(document.to_files(writer), there, writer)

    def test_options_of_records(self):
        page = TESTDATA / "pages" / "zh-front.txt"
        given = ("--inline-provenance", "--source", "s", "--added", "2026-01-02", "--created", "1931-05")
        self.assertEqual(
            broadsheet.extract(page).to("jsonl", inline_provenance=True, source="s", added="2026-01-02", created="1931-05"),
            run("extract", *OFF, "--to", "jsonl", *given, page),
        )

    def test_spacing_is_the_documents_unless_the_writer_has_its_own(self):
        page = "题目\n\n我们在2026年5月看到了DNA与RNA的研究,这是一个很好的结果。\n".encode()
        loose = run("extract", *OFF, "--spacing", "loose", "--width", "full", stdin=page)
        tight = run("extract", *OFF, stdin=page)
        self.assertNotEqual(loose, tight)
        document = broadsheet.extract(page, spacing="loose", width="full")
        self.assertEqual(document.to(), loose)
        self.assertIn("在 2026 年", "".join(article.text for article in document.articles))
        self.assertEqual(document.to(spacing="tight", width="source"), tight)

    def test_options_reach_the_reader(self):
        page = TESTDATA / "pages" / "en-vision.md"
        for options, given in (
            ({"from_": "text"}, ("--from", "text")),
            ({"encoding": "latin1"}, ("--encoding", "latin1")),
            ({"lang": "fr"}, ("--lang", "fr")),
            ({"skip": ["join", "labels"]}, ("--skip", "join", "--skip", "labels")),
            ({"skip": "furniture"}, ("--skip", "furniture")),
            ({"writing": "vertical"}, ("--writing", "vertical")),
            ({"max_bytes": "1M"}, ("--max-bytes", "1M")),
        ):
            self.assertEqual(broadsheet.extract(page, **options).to("json"), run("extract", *OFF, "--to", "json", *given, page))

    def test_words_and_dictionaries(self):
        page = b"A page of one para-\ngraph with the news-\npaper in it, and a well-\nknown word.\n"
        with tempfile.TemporaryDirectory() as folder:
            words = pathlib.Path(folder, "c.words")
            words.write_text(run("words", stdin=b"The paragraph of a newspaper is a well-known paragraph.\n" * 9))
            self.assertEqual(broadsheet.extract(page, words=words).to("json"), run("extract", *OFF, "--words", words, "--to", "json", stdin=page))
            self.assertEqual(broadsheet.extract(page, words=[words, words]).to(), run("extract", *OFF, "--words", words, stdin=page))

    def test_an_issue_is_a_mets_or_a_folder(self):
        for folder in ("linked", "nested"):
            for mets in (TESTDATA / "mets" / folder).glob("*.xml"):
                if b"mets" in mets.read_bytes()[:2000]:
                    self.assertEqual(broadsheet.extract(mets).to("json"), run("extract", *OFF, "--to", "json", mets))
        folder = TESTDATA / "mets" / "linked"
        document = broadsheet.extract(folder)
        self.assertEqual(document.to("json"), run("extract", *OFF, "--issue", "--to", "json", folder))
        self.assertGreater(len(document.files), 0)

    def test_bytes_of_a_mets_open_no_files(self):
        mets = next(p for p in (TESTDATA / "mets" / "linked").glob("*.xml") if b"mets" in p.read_bytes()[:2000])
        self.assertGreater(len(broadsheet.extract(mets).articles), 0)
        self.assertEqual(broadsheet.extract(mets.read_bytes(), name=str(mets)).articles, ())

    def test_repair_and_explain(self):
        page = TESTDATA / "pages" / "en-1880s.txt"
        self.assertEqual(broadsheet.repair(page), run("repair", *OFF, page))
        self.assertEqual(broadsheet.repair(page, keep_furniture=True), run("repair", *OFF, "--keep-furniture", page))
        self.assertEqual(broadsheet.explain(page), run("explain", *OFF, page))
        self.assertEqual(broadsheet.explain(page, line=5), run("explain", *OFF, "--line", "5", page))
        self.assertEqual(broadsheet.explain(page, margin=True), run("explain", *OFF, "--margin", page))

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_pdf(self):
        page = TESTDATA / "scans" / "page.pdf"
        expected = run("extract", *OFF, "--to", "json", page)
        self.assertEqual(broadsheet.extract(page).to("json"), expected)
        self.assertEqual(broadsheet.extract(page.read_bytes(), name=str(page)).to("json"), expected)


class Inputs(unittest.TestCase):
    def test_a_str_is_text_and_its_spans_are_bytes_of_its_utf8(self):
        text = "BRÜCKE ERÖFFNET\n\nDie neue Brücke über den Mühlbach wurde gestern eröffnet.\n"
        document = broadsheet.extract(text)
        self.assertEqual(document.source.encoding, "UTF-8")
        raw = text.encode()
        for article in document.articles:
            for block in article.blocks:
                self.assertEqual(b"".join(raw[s.begin : s.end] for s in block.spans).decode(), block.text)

    def test_a_str_has_no_encoding_of_its_own(self):
        xml = (TESTDATA / "layout" / "en-flow.xml").read_text()
        expected = broadsheet.extract(xml)
        told = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"', 1)
        self.assertEqual([a.text for a in broadsheet.extract(told).articles], [a.text for a in expected.articles])
        self.assertEqual([a.text for a in broadsheet.extract(xml, encoding="UTF-16").articles], [a.text for a in expected.articles])

    def test_a_str_is_never_a_path(self):
        self.assertEqual(broadsheet.extract(str(TESTDATA / "pages" / "en-front.txt")).source.bytes, len(str(TESTDATA / "pages" / "en-front.txt").encode()))

    def test_kinds_of_bytes(self):
        page = (TESTDATA / "pages" / "en-front.txt").read_bytes()
        expected = broadsheet.extract(page).to("json")
        for same in (bytearray(page), memoryview(page), memoryview(bytearray(page))[:], memoryview(page + b"x")[:-1]):
            self.assertEqual(broadsheet.extract(same).to("json"), expected)
        for wrong in (None, 5, ["page"], object()):
            with self.assertRaises(TypeError):
                broadsheet.extract(wrong)

    def test_a_path_with_any_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "p\udcff\udce4.txt")
            path.write_bytes(b"Some words of a page.\n")
            self.assertEqual(broadsheet.extract(path).source.name, str(path))
            self.assertIsInstance(broadsheet.extract(path).to("json"), str)

    def test_plain_objects(self):
        document = broadsheet.extract(TESTDATA / "pages" / "en-front.txt")
        self.assertIs(document.articles, document.articles)
        self.assertEqual(pickle.loads(pickle.dumps(document.articles)), document.articles)
        self.assertEqual(copy.deepcopy(document.dropped), document.dropped)
        article = document.articles[0]
        record = json.loads(document.to("jsonl").splitlines()[0])
        self.assertEqual(article.text, record["text"])
        self.assertEqual({block.role for block in article.of_role("headline")}, {"headline"})
        self.assertIn("en-front.txt", repr(document))


class Options(unittest.TestCase):
    def test_the_keywords_are_the_options_of_the_program(self):
        told = set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", run("extract", "--help"), re.MULTILINE))
        self.assertGreater(len(told), 20)
        for_people = {"output", "jobs", "quiet", "verbose", "help", "version"}
        a_folder_is_one = {"issue"}
        a_document_has_no_pictures = {"image"}
        keywords = set(inspect.signature(broadsheet.Extractor).parameters) | set(inspect.signature(broadsheet.Document.to).parameters)
        ours = {name.rstrip("_").replace("_", "-") for name in keywords - {"self"}}
        self.assertEqual(ours, told - for_people - a_folder_is_one - a_document_has_no_pictures)

    def test_wrong_values(self):
        for options, message in (
            ({"lang": "xx"}, "^lang: "),
            ({"from_": "nothing"}, "^from_: "),
            ({"ocr_lang": "!"}, "^ocr_lang: "),
            ({"max_bytes": 10**30}, "^max_bytes: "),
            ({"max_bytes": -1}, "^max_bytes: "),
            ({"timeout": 0}, "^timeout: "),
            ({"skip": "nothing"}, "^skip: "),
            ({"lang": "e\0n"}, "^lang: .*NUL"),
            ({"words": "-"}, "^words: "),
            ({"dictionaries": "/no/such/folder"}, "^dictionaries: "),
        ):
            with self.assertRaisesRegex(broadsheet.Error, message) as caught:
                broadsheet.extract(b"", **options)
            self.assertEqual(caught.exception.code, "option")
        with self.assertRaises(broadsheet.Error) as caught:
            broadsheet.extract(b"", encoding="nothing")
        self.assertEqual(caught.exception.code, "encoding")
        with self.assertRaises(broadsheet.Error):
            broadsheet.explain(b"x", line=0)
        with self.assertRaises(broadsheet.Error):
            broadsheet.extract(b"x").to("nothing")

    def test_wrong_types(self):
        for options in ({"no_such": 1}, {"lang": 1.5}, {"lang": True}, {"skip": 5}, {"words": [b"bytes"]}):
            with self.assertRaises(TypeError):
                broadsheet.extract(b"", **options)
        with self.assertRaises(TypeError):
            broadsheet.extract(b"").to("json", pretty=1)

    def test_errors_name_the_input(self):
        with self.assertRaisesRegex(broadsheet.Error, "^/no/such/page: ") as caught:
            broadsheet.extract(pathlib.Path("/no/such/page"))
        self.assertEqual(caught.exception.code, "io")
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual((str(again), again.code), (str(caught.exception), "io"))
        with self.assertRaises(broadsheet.Error) as caught:
            broadsheet.extract(b"\0\1\2" * 300)
        self.assertEqual(caught.exception.code, "format")
        with self.assertRaises(broadsheet.Error) as caught:
            broadsheet.extract(b"x" * 2000, max_bytes=1000)
        self.assertEqual(caught.exception.code, "limit")

    def test_what_takes_too_long_is_given_up(self):
        page = (TESTDATA / "pages" / "en-one-space.txt").read_bytes()
        slow = page * (24_000_000 // len(page))
        hurried = broadsheet.Extractor(timeout=1)
        for call in (hurried.extract, hurried.repair, hurried.explain):
            with self.assertRaises(broadsheet.Error) as caught:
                call(slow, name="page 1")
            self.assertEqual(caught.exception.code, "timeout")
            self.assertEqual(str(caught.exception), "page 1: it was stopped before it was done")
        self.assertEqual(len(hurried.extract(b"FERRY CLOSED\n\nIt made its last crossing.\n").articles), 1)
        self.assertEqual(hurried.extract(page).to("json"), broadsheet.extract(page).to("json"))

    def test_the_version_is_the_programs(self):
        self.assertIn(broadsheet.__version__, run("--version"))
        self.assertTrue(PROGRAM)


if __name__ == "__main__":
    unittest.main()
