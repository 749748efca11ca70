"""The programs that Broadsheet is measured beside: how each is run at its best, and its text as paragraphs."""
import json
import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata

# Python's own way to read ALTO, as alto2txt does it: a tree, then the strings of each line; a line out for each line in.
# (alto2txt itself wants the METS of the whole issue, and takes its articles from there.)
ALTO2TXT = """import sys
from lxml import etree
for path in sys.argv[1:]:
    for block in etree.parse(path).iter('{*}TextBlock'):
        for line in block.iterchildren('{*}TextLine'):
            print(' '.join(part.get('CONTENT') for part in line.iterchildren('{*}String', '{*}HYP')))
        print()
"""
EXPAT = """import sys, xml.parsers.expat as expat
for path in sys.argv[1:]:
    parser = expat.ParserCreate("UTF-8")
    parser.UseForeignDTD(True)
    parser.Parse(open(path, "rb").read(), True)
"""
PYTHON = "/usr/bin/python3"  # Debian's own: it has lxml


class Run:
    """One process and what it started: seconds of CPU, and its output."""

    def __init__(self, command, keep=False, environment=None, folder=None):
        out = subprocess.PIPE if keep else subprocess.DEVNULL
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=environment, cwd=folder)
        self.text = process.stdout.read().decode("utf-8", "replace") if keep else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall, self.cpu = time.monotonic() - start, usage.ru_utime + usage.ru_stime
        self.failed = process.returncode != 0


def is_wide(character):
    return unicodedata.east_asian_width(character) in "WF"


def join(lines):
    """One paragraph of lines: no space where one of its sides is Chinese or Japanese."""
    text = ""
    for line in (line.strip() for line in lines):
        if text and line and not (is_wide(text[-1]) or is_wide(line[0])):
            text += " "
        text += line
    return text


def paragraphs(text):
    """What stands between blank lines. Marks of Markdown are taken off; a heading is a paragraph of its own."""
    rows = []
    for line in text.replace("\f", "\n\n").split("\n"):
        if line.startswith("#"):
            rows += ["", line.lstrip("# "), ""]
        else:
            rows.append(re.sub(r"^(\* |- |> )", "", line.strip()).replace("**", ""))
    found = re.split(r"\n\s*\n", "\n".join(rows))
    return [text for text in (join(part.split("\n")) for part in found) if text]


def page_document(text):
    """What Broadsheet says of a page: paragraphs, with ==== between articles."""
    found = []
    for article in json.loads(text)["articles"]:
        found += ["===="] * bool(found) + [join(block["text"].split("\n")) for block in article["blocks"]]
    return found


class Tool:
    def __init__(self, name, needs, command, takes, text=paragraphs, articles=False, out=None, many=True, measured=None):
        self.name, self.needs, self.command, self.takes = name, needs, command, takes
        self.text, self.articles, self.out, self.many = text, articles, out, many
        self.measured = measured or command  # for quality, where that is another one

    def missing(self):
        return next((need for need in self.needs if not (os.path.exists(need) if "/" in need else shutil.which(need))), None)

    def run(self, files, work, keep=False):
        """All files in one process, or one after another where it takes one only. Gives CPU seconds and the text."""
        cpu, text = 0, ""
        for group in [files] if self.many else [[file] for file in files]:
            out = os.path.join(work, "out" + (self.out or ""))
            command = (self.measured if keep else self.command)(out)
            run = Run([part for item in command for part in (group if item == "FILES" else [item])], keep and self.out is None, folder=work)
            cpu += run.cpu
            if run.failed:
                return cpu, None
            if keep:
                text += open(find(out), encoding="utf-8", errors="replace").read() if self.out is not None else run.text
        return cpu, text


def find(path):
    """The file, or the one file in the folder, that a tool wrote."""
    if not os.path.isdir(path):
        return path
    return max((os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names), key=os.path.getmtime)


def tools(options):
    bin = os.path.join(options.npm, "node_modules", ".bin")
    inspector, loader = os.path.join(bin, "pdf-inspector"), os.path.join(bin, "opendataloader-pdf")
    ours = [options.program, "extract", "--dictionaries", "none", "-j", "1", "--to"]
    return [
        Tool("broadsheet", [options.program], lambda _: ours + ["text", "FILES"], ("text", "alto", "pdf"), text=page_document, articles=True, measured=lambda _: ours + ["json", "FILES"]),
        Tool("Calibre", ["ebook-convert"], lambda out: ["ebook-convert", "FILES", out, "--enable-heuristics", "--txt-output-formatting", "plain"], ("text",), out=".txt", many=False),
        Tool("alto2txt's way", [PYTHON], lambda _: [PYTHON, "-S", "-c", "import sys; sys.path.append('/usr/lib/python3/dist-packages')\n" + ALTO2TXT, "FILES"], ("alto",)),
        Tool("expat alone", [sys.executable], lambda _: [sys.executable, "-S", "-c", EXPAT, "FILES"], ("alto",), text=None),
        Tool("pdftotext", ["pdftotext"], lambda _: ["pdftotext", "FILES", "-"], ("pdf",), many=False),
        Tool("mutool", ["mutool"], lambda out: ["mutool", "convert", "-F", "text", "-O", "dehyphenate", "-o", out, "FILES"], ("pdf",), out=".txt", many=False),
        Tool("pdf-inspector", [inspector], lambda _: [inspector, "FILES"], ("pdf",), many=False),
        Tool("OpenDataLoader", [loader, "java"], lambda out: [loader, "FILES", "-q", "-o", out, "--format", "markdown", "--image-output", "off"], ("pdf",), out="", many=False),
    ]
