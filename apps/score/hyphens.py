#!/usr/bin/env python3
"""What becomes of the hyphens at line ends: broadsheet and other programs, side by side on the same pages.

  hyphens.py --program P --pages DIR [--table docs/hyphens.md] [--without calibre]

Pages and pairs come from DIR (hyphens/press-*.tsv; the measure is that of score/hyphens.py beside them). Programs that are not installed are named as such. A second
table is of natural text, wrapped and hyphenated here: see wrapped_text.py.
"""
import argparse
import concurrent.futures
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import floor
import wrapped_text

SETS = [("press-en", "English"), ("press-de", "German")]
OUTCOMES = ["join", "keep", "leave"]
HYPHENS = "-\u2010\u00ad\u00ac=\u2e17"
BEGIN, END = "<!-- tables: made by ./dev hyphens -->", "<!-- end of tables -->"


def flat(text):
    # Calibre makes quotation marks round: that is no fault of a hyphen.
    return re.sub(r"\s+", " ", text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}))


def pairs_of(path):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    out = []
    for row in rows:
        before, after = flat(row["line"]).rstrip(HYPHENS)[-14:], flat(row["next"])[:14]
        out.append((row["page"], row["outcome"],
                    {"join": before + after, "keep": before + "-" + after, "leave": before + "- " + after}))
    return out


def count(pairs, texts):
    """Figures of one program: of each outcome (right, all), true hyphens deleted, pairs found in no form."""
    figures = {outcome: [0, 0] for outcome in OUTCOMES}
    deleted = missing = 0
    for page, outcome, forms in pairs:
        text = texts[page]
        figures[outcome][1] += 1
        if forms[outcome] in text:
            figures[outcome][0] += 1
        elif outcome == "keep" and forms["join"] in text:
            deleted += 1
        elif not any(form in text for form in forms.values()):
            missing += 1
    return figures, deleted, missing


def run(command, text=b""):
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
                          timeout=120).stdout


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def broadsheet(program, *options):
    def text(page):
        document = json.loads(run([program, "extract", "--to", "json", *options, page + ".mutool.txt"]))
        return "\n".join(flat(b["text"]) for a in document["articles"] for b in a["blocks"])
    return text


def line_ends(sign):
    """The dumbest ways: one outcome for all hyphens at line ends."""
    return lambda page: re.sub(r"(?<=\w)[%s]\s*\n\s*(?=\w)" % HYPHENS, sign, read(page + ".mutool.txt"))


def converter(command, ending):
    """A program that writes a file of text: its command, with {page} and {out}. It gives None for a page without such a file."""
    def text(page):
        if not os.path.exists(page + ending):
            return None
        with tempfile.TemporaryDirectory(prefix="broadsheet-hyphens-") as folder:
            out = os.path.join(folder, "out.txt")
            run([word.format(page=page + ending, out=out) for word in command])
            return read(out) if os.path.exists(out) else ""
    return text


mutool = converter(["mutool", "convert", "-F", "text", "-O", "dehyphenate", "-o", "{out}", "{page}"], ".pdf")
calibre = converter(["ebook-convert", "{page}", "{out}", "--enable-heuristics"], ".mutool.txt")


def version_of(command):
    found = re.search(r"\d+(\.\d+)+", subprocess.run(command, capture_output=True, text=True, check=False).stderr +
                      subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return found.group(0) if found else ""


def ways_of_broadsheet(words):
    return [("broadsheet, by the page alone", ["--dictionaries", "none"]),
            ("broadsheet, with dictionaries of the system", ["--dictionaries", "auto"]),
            ("broadsheet, with the words of all these pages", ["--dictionaries", "none", "--words", words]),
            ("broadsheet, with both", ["--dictionaries", "auto", "--words", words])]


def ways(program, words, without):
    """Name of a way to put lines together, and what makes text of a page; None: not here, with the reason as name."""
    out = [(way, broadsheet(program, *how)) for way, how in ways_of_broadsheet(words)]
    out += [("pdftotext, its text as handed in", lambda page: read(page + ".pdftotext.txt"))]
    for name, tool, version, text in (("mutool %s, dehyphenate", "mutool", ["mutool", "-v"], mutool),
                                      ("Calibre %s, heuristics", "ebook-convert", ["ebook-convert", "--version"], calibre)):
        if shutil.which(tool) is None or name.split()[0].lower() in without:
            out.append(((name % "").replace(" ,", ",") + (": left out" if shutil.which(tool) else ": not installed here"), None))
        else:
            out.append((name % version_of(version), text))
    return out + [("delete all", line_ends("")), ("keep all", line_ends("-")), ("leave all", line_ends("- "))]


def row_of(name, figures, deleted, missing):
    def share(right, n):
        return "%d / %d" % (right, n) if n else "-"
    right = sum(f[0] for f in figures.values())
    n = sum(f[1] for f in figures.values())
    return [name, "%.3f" % (right / n) if n else "-"] + [share(*figures[o]) for o in OUTCOMES] + [str(deleted), str(missing)]


def table(title, rows):
    head = [title, "right"] + OUTCOMES + ["true hyphens deleted", "in no form"]
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def of_pages(options):
    out = []
    with tempfile.TemporaryDirectory(prefix="broadsheet-hyphens-") as folder, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, language in SETS:
            pairs = pairs_of(os.path.join(options.pages, "hyphens", name + ".tsv"))
            pages = sorted({page for page, _, _ in pairs})
            paths = [os.path.join(options.pages, name, page) for page in pages]
            words = os.path.join(folder, name + ".words")
            with open(words, "wb") as file:
                file.write(run([options.program, "words"] + [path + ".mutool.txt" for path in paths]))
            rows = []
            for way, text in ways(options.program, words, options.without):
                if text is None:
                    rows.append([way] + ["-"] * (len(OUTCOMES) + 3))
                else:
                    texts = {page: flat(t) for page, t in zip(pages, pool.map(text, paths)) if t is not None}
                    if len(texts) < len(pages):
                        way += " (the %d pages with a PDF)" % len(texts)
                    rows.append(row_of(way, *count([pair for pair in pairs if pair[0] in texts], texts)))
                print("  ".join([name] + rows[-1]), file=sys.stderr)
            out.append(table("%s, %d pages" % (language, len(pages)), rows))
    return out


def of_wrapped_text(options):
    out = []
    for language, name in wrapped_text.LANGUAGES.items():
        text = wrapped_text.make(language)
        if text is None:
            out.append("%s: no natural text on this machine (%s)." % (name, wrapped_text.NEEDS))
            continue
        lines = ["\n".join(page.lines).encode() for page in text]
        pairs = [(n, outcome, forms) for n, page in enumerate(text) for outcome, forms in page.pairs(flat)]
        with tempfile.NamedTemporaryFile(suffix=".words") as words:
            words.write(run([options.program, "words", "-"], b"\n".join(lines)))
            words.flush()
            rows = []
            for way, how in ways_of_broadsheet(words.name):
                command = [options.program, "repair", *how]
                texts = {n: flat(run(command, page).decode()) for n, page in enumerate(lines)}
                rows.append(row_of(way, *count(pairs, texts)))
        out.append(table("%s, %d pages made of manual pages" % (name, len(text)), rows))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--table", help="Markdown file whose tables are brought up to date")
    parser.add_argument("--without", action="append", default=[], help="a program to leave out (calibre takes a minute)")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.pages, "hyphens")):
        print("no pages with the truth of their hyphens at %s: nothing is measured" % options.pages)
        return
    text = "\n\n".join(of_pages(options) + of_wrapped_text(options))
    print(text)
    if options.table:
        floor.replace_between(options.table, BEGIN, END, "\n" + text + "\n")


main()
