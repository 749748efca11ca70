"""Many records at once: the same bytes with any threads and batches, bad records among good ones."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

import broadsheet
from common import TESTDATA, pages, run
from test_threads import ticks_during


def record(number, text):
    return json.dumps({"id": f"r{number}", "text": text, "source": "test"}, ensure_ascii=False).encode()


def records():
    texts = [p.read_bytes().decode("utf-8", "ignore") for p in sorted((TESTDATA / "pages").glob("*.txt"))]
    out = [record(i, text) for i, text in enumerate(texts)]
    out.append(record(100, [texts[0], {"text": texts[1]}]))
    bad = [b"{not JSON", b"", b"[]", b'{"id":7}', b"\xff\xfe", b'{"id":"x","text":5}', b" \n", b"\0" * 40, b'{"id":"deep","text":' + b"[" * 5000]
    for at, line in enumerate(bad):
        out.insert(3 * at, line)
    return out, len([line for line in bad if line.strip()])


class Many(unittest.TestCase):
    def test_the_same_with_any_number_of_threads_and_any_batches(self):
        lines, _ = records()
        expected = broadsheet.process_many(lines, threads=1)
        self.assertEqual(len(expected), len(lines))
        for threads in (2, 3, 8, None):
            self.assertEqual(broadsheet.process_many(lines, threads=threads), expected)
        one_by_one = [broadsheet.process_many([line], first=i + 1)[0] for i, line in enumerate(lines)]
        self.assertEqual(one_by_one, expected)
        self.assertEqual(broadsheet.process_many(iter(lines)), expected)

    def test_the_same_as_the_program(self):
        lines, _ = records()
        whole = [line.replace(b"\n", b" ") for line in lines]
        expected = run("pipe", "--dictionaries", "none", stdin=b"\n".join(whole) + b"\n")
        done = broadsheet.process_many(whole)
        self.assertEqual(b"".join(one for one in done if not broadsheet.is_error(one)).decode(), expected)

    def test_bad_records_are_error_records(self):
        lines, bad = records()
        done = broadsheet.process_many(lines, name="part-1")
        errors = [(i, json.loads(one)) for i, one in enumerate(done) if broadsheet.is_error(one)]
        self.assertEqual(len(errors), bad)
        for i, error in errors:
            self.assertEqual(set(error), {"input", "record", "id", "code", "message", "bytes"})
            self.assertEqual((error["input"], error["record"], error["bytes"]), ("part-1", i + 1, len(lines[i])))
        for one in done:
            if not broadsheet.is_error(one):
                for line in one.splitlines():
                    self.assertEqual(list(json.loads(line))[:2], ["id", "text"])

    def test_sidecars_have_as_many_rows(self):
        lines, bad = records()
        done = broadsheet.process_records(lines, provenance=True, attributes=True, offsets="utf16", name="part-1")
        self.assertEqual(sum(bool(one.error) for one in done), bad)
        for one in done:
            rows = [[json.loads(line)["id"] for line in part.splitlines()] for part in one[:3]]
            self.assertTrue(rows[0] == rows[1] == rows[2] and len(rows[0]) == one.articles)
            self.assertEqual(one.message.startswith("part-1:"), bool(one.error))
        plain = broadsheet.process_records(lines)
        self.assertEqual([one.records for one in plain], [one.records for one in done])
        self.assertTrue(all(one.provenance == one.attributes == b"" for one in plain))

    def test_ids_are_unique_and_stable(self):
        lines, _ = records()
        ids = [json.loads(line)["id"] for one in broadsheet.process_records(lines) for line in one.records.splitlines()]
        self.assertGreater(len(ids), 50)
        self.assertEqual(len(set(ids)), len(ids))

    def test_a_record_that_takes_too_long_is_an_error_record(self):
        page = (TESTDATA / "pages" / "en-one-space.txt").read_text(encoding="utf-8")
        slow = record(2, page * (24_000_000 // len(page)))
        quick = record(1, page)
        done = broadsheet.process_many([quick, slow, quick], timeout=1, threads=2)
        self.assertEqual(json.loads(done[1])["code"], "timeout")
        self.assertEqual(done[0], broadsheet.process_many([quick])[0])
        self.assertEqual(done[2], done[0])

    def test_options(self):
        line = json.dumps({"doc": 5, "body": "SOME HEADLINE\n\nThe text of a page.\n"}).encode()
        (one,) = broadsheet.process_many([line], text_field="body", id_field="doc", source="s", added="a", created="c", inline_provenance=True, lang="fr")
        article = json.loads(one)
        self.assertEqual([article[key] for key in ("source", "added", "created")], ["s", "a", "c"])
        self.assertEqual((article["metadata"]["file"], article["metadata"]["lang"]), ("5", "fr"))
        self.assertIn("provenance", article["metadata"])
        (one,) = broadsheet.process_many([line], max_line_bytes=10)
        self.assertEqual(json.loads(one)["code"], "too_long")
        for wrong, kind in (
            ({"no_such": 1}, TypeError),
            ({"provenance": True}, TypeError),
            ({"text_field": 5.5}, TypeError),
            ({"text_field": ""}, broadsheet.Error),
            ({"max_line_bytes": True}, TypeError),
            ({"max_line_bytes": -1}, broadsheet.Error),
            ({"threads": 0}, broadsheet.Error),
            ({"lang": "xx"}, broadsheet.Error),
        ):
            with self.assertRaises(kind):
                broadsheet.process_many([], **wrong)
        with self.assertRaises(broadsheet.Error):
            broadsheet.process_records([], offsets="feet")
        (one,) = broadsheet.process_many([line], text_field="body", id_field="")
        self.assertTrue(json.loads(one)["metadata"]["file"].startswith("xxh3:"))
        for wrong in ([b"{}", "text"], [None], "text", 5):
            with self.assertRaises(TypeError):
                broadsheet.process_many(wrong)
        self.assertEqual(broadsheet.process_many([]), [])

    def test_the_gil_is_let_go(self):
        large = [record(i, page.read_bytes().decode("utf-8", "ignore")) for i, page in enumerate(pages() * 6)]
        ticks, seconds = ticks_during(lambda: broadsheet.process_many(large, threads=1))
        self.assertGreater(ticks, 10, f"{ticks} ticks in {seconds:.2f} s")

    def test_the_list_may_be_changed_by_others(self):
        lines, _ = records()
        expected = broadsheet.process_many(lines)
        mine, out = [bytes(bytearray(line)) for line in lines], []
        thread = threading.Thread(target=lambda: out.append(broadsheet.process_many(mine)))
        thread.start()
        mine.clear()
        thread.join()
        self.assertIn(out[0], (expected, []))

    def test_ctrl_c_is_heard(self):
        code = (
            "import broadsheet, json, sys\n"
            "page = json.dumps({'id': 1, 'text': 'Some words of a page, and more of them.\\n\\n' * 50}).encode()\n"
            "print('ready', flush=True)\n"
            "try:\n"
            "    broadsheet.process_many([page] * 200000, threads=2)\n"
            "except KeyboardInterrupt:\n"
            "    print('heard', flush=True)\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "s.py")
            script.write_text(code)
            with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
                self.assertEqual(process.stdout.readline(), "ready\n")
                try:
                    process.wait(1)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGINT)
                out, _ = process.communicate(timeout=60)
            self.assertEqual(out, "heard\n")


if __name__ == "__main__":
    unittest.main()
