"""What the tests share: the program to compare with, and pages."""

import os
import pathlib
import subprocess

PROGRAM = os.environ["BROADSHEET_PROGRAM"]
TESTDATA = pathlib.Path(os.environ["TESTDATA"])


def run(*arguments, stdin=b""):
    """What the program prints. Without dictionaries, as the module has none unless asked."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout.decode("utf-8")


def pages():
    """Every page of testdata that is a file of its own: texts, Markdown, layout files, odd encodings, hostile ones."""
    folders = ("pages", "layout", "hostile", "marked", "read")
    found = (path for folder in folders for path in (TESTDATA / folder).rglob("*"))
    return sorted(p for p in found if p.is_file() and p.suffix in (".txt", ".md", ".xml", ".hocr", ".tsv") and p.name != "README.md")
