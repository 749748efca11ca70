#!/usr/bin/python3
"""Quality and speed beside the programs that people use today, over the same pages: the tables of docs/peers.md.

    ./dev bench peers

Quality on pages of testdata and, where they are at hand, on pages with gold outside this tree. Speed is CPU time of one
run over one large input of each kind, the least of several; `wc -m` over the same bytes takes turns with all of them.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import peer_tools

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MB = 1_000_000
START, END = "<!-- tables: made by ./dev bench peers -->", "<!-- end of tables -->"
SETS = (  # name, what is read, pages; "LAYOUT" are PDF files drawn from those of testdata/layout
    ("own pages, Chinese and Japanese", "text", ["testdata/pages/zh-*.txt", "testdata/pages/ja-*.txt"]),
    ("own pages, Western", "text", ["testdata/pages/de-*.txt", "testdata/pages/en-*.txt", "testdata/pages/fr-*.txt"]),
    ("own pages, Chinese and Japanese", "alto", ["testdata/layout/zh-*.xml", "testdata/layout/ja-*.xml"]),
    ("own pages, Western", "alto", ["testdata/layout/de-*.xml", "testdata/layout/en-*.xml", "testdata/layout/fr-*.xml"]),
    ("own pages, Chinese and Japanese", "pdf", ["PDF/zh-*.pdf", "PDF/ja-*.pdf"]),
    ("own pages, Western", "pdf", ["PDF/de-*.pdf", "PDF/en-*.pdf", "PDF/fr-*.pdf"]),
    ("press, Chinese", "text", ["PAGES/press-zh/*.mutool.txt"]),
    ("press, English and German", "text", ["PAGES/press-en/*.mutool.txt", "PAGES/press-de/*.mutool.txt"]),
    ("press, Chinese", "alto", ["PAGES/press-zh/p???.alto.xml"]),
    ("press, English and German", "alto", ["PAGES/press-en/p???.alto.xml", "PAGES/press-de/p???.alto.xml"]),
    ("press, Chinese", "pdf", ["PAGES/press-zh/*.pdf"]),
    ("press, English and German", "pdf", ["PAGES/press-en/*.pdf", "PAGES/press-de/*.pdf"]),
    ("press issues, Chinese", "pdf", ["PAGES/press-issues/i*.pdf"]),
    ("press issues, English and German", "pdf", ["PAGES/press-issues/en-*.pdf", "PAGES/press-issues/de-*.pdf"]),
)
NAMES = {"text": "text", "alto": "ALTO", "pdf": "PDF"}


def files_of(patterns, pdf, pages):
    found = []
    for pattern in patterns:
        folder, _, rest = pattern.partition("/")
        base = {"PDF": pdf, "PAGES": pathlib.Path(pages).resolve()}.get(folder)
        found += sorted(base.glob(rest)) if base else sorted(ROOT.glob(pattern))
    return [str(path) for path in found if gold_of(path)]


def gold_of(path):
    """The gold beside a page, or where the page was drawn from."""
    stem = path.name.split(".")[0]
    return next((str(gold) for gold in (path.with_name(stem + ".gold.json"), ROOT / "testdata/layout" / (stem + ".gold.json")) if gold.exists()), None)


def squeezed(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace())


def in_one_piece(gold, page, output):
    """Blocks and articles of gold whose text stands in the output without a break: (blocks, of, articles, of)."""
    source = pathlib.Path(page).read_text("utf-8", "replace").split("\n") if page.endswith(".txt") else []
    output, counts = squeezed(output), [0, 0, 0, 0]
    for article in json.loads(pathlib.Path(gold).read_text("utf-8"))["articles"]:
        texts = [squeezed(element["text"] if "text" in element else lines_text(source, element["spans"])) for element in article["elements"]]
        counts[0] += sum(text in output for text in texts)
        counts[1] += len(texts)
        counts[2] += "".join(texts) in output
        counts[3] += 1
    return counts


def lines_text(source, spans):
    parts = []
    for span in spans:
        number, _, cut = span.partition(":")
        first, _, last = number.partition("-")
        for line in range(int(first), int(last or first) + 1):
            begin, _, end = cut.partition("-")
            parts.append(source[line - 1][int(begin):int(end)] if cut else source[line - 1])
    return "".join(parts)


def quality(options, tool, files, work):
    """The figures of one tool over one set, or why there are none."""
    figures, pieces, failed = {}, [0, 0, 0, 0], 0
    for file in files:
        gold, out = gold_of(pathlib.Path(file)), os.path.join(work, "text")
        clean(work)
        _, text = tool.run([file], work, keep=True)
        if text is None:
            failed, text = failed + 1, ""
        text = "\n".join(tool.text(text))
        pathlib.Path(out).write_text(text, "utf-8")
        command = [options.program, "eval", "--plain", "--to", "json", gold, out] + (["--page", file] if file.endswith(".txt") else [])
        scores = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["pages"][0]
        for name in ("articles", "blocks", "order"):
            figures.setdefault(name, []).append(scores["figures"][name])
        pieces = [a + b for a, b in zip(pieces, in_one_piece(gold, file, text.replace("====", "")))]
    mean = {name: sum(values) / len(values) for name, values in figures.items()}
    return mean, pieces, failed


def clean(work):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)


def quality_tables(options, found, pdf):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, kind, patterns in SETS:
            files = files_of(patterns, pdf, options.pages)
            if not files or kind not in options.inputs.split(","):
                continue
            for tool in found:
                if kind not in tool.takes or tool.text is None:
                    continue
                mean, pieces, failed = quality(options, tool, files, os.path.join(folder, "work"))
                rows.append("| %s | %s, %d | %s | %s | %.3f | %.2f | %.3f | %.2f |" % (
                    NAMES[kind], name, len(files), tool.name + (" (failed: %d)" % failed if failed else ""), "%.3f" % mean["articles"] if tool.articles else "no articles",
                    mean["blocks"], pieces[0] / max(1, pieces[1]), mean["order"], pieces[2] / max(1, pieces[3])))
                print(rows[-1], file=sys.stderr, flush=True)
    head = "| input | pages | program | articles (F1) | blocks (F1) | blocks in one piece | order | articles in one piece |\n|---|---|---|---:|---:|---:|---:|---:|"
    return head + "\n" + "\n".join(rows)


def big_inputs(options, pdf, folder):
    """(kind, name, files, pages): a large input of each kind, made of pages that everybody has."""
    for language, names in (("Chinese", ("zh-*", "ja-*")), ("Western", ("de-*", "en-*", "fr-*"))):
        texts = [path.read_bytes() for name in names for path in sorted((ROOT / "testdata/pages").glob(name + ".txt"))]
        files, size = [], 0
        while size < options.megabytes * MB:  # files of some 100 kB, so that starts do not matter
            data = b"\n\n\f".join(texts * (1 + 100_000 // sum(map(len, texts))))
            files.append(os.path.join(folder, "%s%04d.txt" % (language, len(files))))
            pathlib.Path(files[-1]).write_bytes(data)
            size += len(data)
        yield "text", language, files, 0
        pages = [path for name in names for path in sorted((ROOT / "testdata/layout").glob(name + ".xml"))]
        files = []
        while sum(map(os.path.getsize, files)) < 4 * options.megabytes * MB:
            files.append(os.path.join(folder, "%s%04d.xml" % (language, len(files))))
            shutil.copy(pages[len(files) % len(pages)], files[-1])
        yield "alto", language, files, len(files)
        drawn = [str(path) for name in names for path in sorted(pdf.glob(name + ".pdf"))]
        if drawn and shutil.which("mutool"):
            many = os.path.join(folder, language + ".pdf")
            copies = max(1, options.pdf_pages // len(drawn))
            subprocess.run(["mutool", "merge", "-o", many, *drawn * copies], check=True, capture_output=True)
            yield "pdf", language, [many], copies * len(drawn)


def speed_table(options, found, pdf):
    rows, environment = [], dict(os.environ, LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "work")
        for kind, language, files, pages in big_inputs(options, pdf, folder):
            if kind not in options.inputs.split(","):
                continue
            size, wc, cpu = sum(map(os.path.getsize, files)), [], {}
            able = [tool for tool in found if kind in tool.takes]
            for turn in range(options.runs):
                wc.append(peer_tools.Run(["wc", "-m", *files], environment=environment).cpu)
                for tool in able:
                    some = files[:1] if tool.name == "Calibre" else files  # it takes minutes for a megabyte
                    if turn and tool.name == "Calibre":
                        continue
                    clean(work)
                    seconds, text = tool.run(some, work)
                    share = sum(map(os.path.getsize, some)) / size
                    cpu.setdefault(tool.name, []).append(None if text is None else seconds / share)
            rows.append("| %s, %s | %.1f | %s | wc -m | %.0f | 1 | |" % (NAMES[kind], language, size / MB, pages or "", size / MB / min(wc)))
            for name, values in cpu.items():
                least = min((value for value in values if value is not None), default=None)
                rows.append("| | | | %s | %s |" % (name, "failed | |" if least is None else "%.2f | %.1f | %s" % (
                    size / MB / least, least / min(wc), "%.1f" % (1000 * least / pages) if pages else "")))
            print("\n".join(rows[-1 - len(cpu):]), file=sys.stderr, flush=True)
    return "| input | MB | pages | program | MB/s | times `wc -m` | ms a page |\n|---|---:|---:|---|---:|---:|---:|\n" + "\n".join(rows)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    return "%s, %d cores, load %.1f" % (model, os.cpu_count(), os.getloadavg()[0])


def draw(folder):
    """testdata/layout as PDF: gives the folder, empty where pycairo is missing."""
    try:
        import make_pdf
    except ImportError:
        print("no PDF of our own pages: python3-cairo is not installed", file=sys.stderr)
        return folder
    for path in sorted((ROOT / "testdata/layout").glob("*.xml")):
        make_pdf.make(path, folder / (path.stem + ".pdf"))
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", required=True, help="folder of pages with gold outside this tree; may be missing")
    parser.add_argument("--npm", default="/nowhere", help="where `npm install @firecrawl/pdf-inspector @opendataloader/pdf` was run")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=float, default=5, help="of text to measure speed with")
    parser.add_argument("--pdf-pages", type=int, default=100)
    parser.add_argument("--only", choices=("quality", "speed"))
    parser.add_argument("--inputs", default="text,alto,pdf")
    parser.add_argument("--programs", help="names, with commas; without it all that are installed")
    parser.add_argument("--table", type=pathlib.Path, help="file with the marks between which the tables stand")
    options = parser.parse_args()
    options.program, options.npm = os.path.abspath(options.program), os.path.abspath(options.npm)
    everything = peer_tools.tools(options)
    found = [tool for tool in everything if not tool.missing() and (not options.programs or tool.name in options.programs.split(","))]
    absent = ["%s (%s)" % (tool.name, tool.missing()) for tool in everything if tool.missing()]
    with tempfile.TemporaryDirectory() as folder:
        pdf = draw(pathlib.Path(folder))
        before = machine()
        tables = [] if options.only == "speed" else [quality_tables(options, found, pdf)]
        tables += [] if options.only == "quality" else [speed_table(options, found, pdf)]
    text = "\n\n".join(tables) + "\n\nMachine: %s; at the end load %.1f.%s" % (before, os.getloadavg()[0], " Not installed: " + ", ".join(absent) + "." if absent else "")
    print(text)
    if options.table:
        page = options.table.read_text("utf-8")
        head, tail = page.split(START)[0], page.split(END)[1]
        options.table.write_text(head + START + "\n\n" + text + "\n\n" + END + tail, "utf-8")


if __name__ == "__main__":
    main()
