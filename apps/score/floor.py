#!/usr/bin/env python3
"""Scores on pages with gold, and the floors below which they must not fall.

  floor.py measure --program P --pages DIR --out scores.json [--table scores.md]
  floor.py check scores.json docs/scores.floor.json       exit 1 where a figure is worse than its floor
  floor.py raise scores.json docs/scores.floor.json       make the figures of today the floors of tomorrow

The measuring itself is done by score/measure.py beside the pages; this runs it for each set and kind of input, two at a time, within a time limit.
"""
import argparse
import concurrent.futures
import json
import math
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

# In order of weight, for the case that time runs out.
TASKS = [
    ("seeds", "txt"),
    ("press-zh", "blocks.txt"),
    ("press-zh", "pdftotext.txt"),
    ("press-zh", "mutool.txt"),
    ("press-zh", "layout.txt"),
    ("press-zh", "md"),
    ("press-en", "blocks.txt"),
    ("press-en", "pdftotext.txt"),
    ("press-en", "mutool.txt"),
    ("press-en", "layout.txt"),
    ("press-en", "md"),
    ("press-de", "blocks.txt"),
    ("press-de", "pdftotext.txt"),
    ("press-de", "mutool.txt"),
    ("press-de", "layout.txt"),
    ("press-de", "md"),
    ("bl", "txt"),
    ("press-issues", "blocks.txt"),
    ("press-issues", "pdftotext.txt"),
    ("press-issues", "md"),
    ("press-zh", "alto.xml"),
    ("press-en", "alto.xml"),
    ("press-de", "alto.xml"),
    ("press-vertical", "alto.xml"),
    ("press-issues", "alto.xml"),
    ("press-zh", "bbox.xhtml"),
    ("press-en", "bbox.xhtml"),
    ("press-de", "bbox.xhtml"),
    ("press-zh", "tess.hocr"),
    ("press-en", "tess.hocr"),
    ("press-de", "tess.hocr"),
    ("press-zh", "tess.alto.xml"),
    ("press-zh", "tess.tsv"),
    ("bl", "alto.xml"),
]
ORDERS = ["reichsanzeiger", "chi-know-po"]  # PAGE files with their order, and without it in shuffled/
FUZZY = "0.9"  # of a paragraph's characters, where OCR has errors
COLUMNS = ["pages", "articles", "heads", "similarity", "blocks", "roles", "headline", "byline", "splits", "merges",
           "near_joins", "far_joins", "false_joins", "order", "provenance"]
FEWER_IS_BETTER = {"splits", "merges", "false_joins"}
MARGIN = 0.005  # of `raise`: a floor is not to fail over one word


def measure_one(measure, program, pages, name, kind, deadline):
    """The row of one set and kind, or None where there was no time; and what failed."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None, []
    keep = tempfile.mkdtemp(prefix="broadsheet-score-")
    command = [sys.executable, "-B", measure, "--run", shlex.quote(program) + " extract --dictionaries none --to json {}",
               os.path.join(pages, name), "--kinds", kind, "--provenance", "--json", "--keep", keep]
    if kind.startswith("tess."):
        command += ["--fuzzy", FUZZY]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=left, check=False)
        result = json.loads(run.stdout)
    except subprocess.TimeoutExpired:
        return None, []
    except ValueError:
        return {}, [[name, kind, (run.stderr.strip().split("\n") or ["no output"])[-1]]]
    finally:
        shutil.rmtree(keep, ignore_errors=True)
    return result["table"].get("%s %s" % (name, kind), {}), result["failed"]


def provenance_of_rest(program, pages, folder):
    """Pages without gold have provenance too. Gives (right, pages)."""
    checker = os.path.join(pages, "..", "score", "provenance.py")
    right = count = 0
    for file in sorted(os.listdir(os.path.join(pages, folder))):
        path = os.path.join(pages, folder, file)
        if not file.endswith(".txt"):
            continue
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            subprocess.run([program, "extract", "--dictionaries", "none", "--to", "json", path], stdout=out, stderr=subprocess.DEVNULL, check=False,
                           timeout=60)
            checked = subprocess.run([sys.executable, "-B", checker, path, out.name], capture_output=True, check=False)
        count += 1
        right += checked.returncode == 0
    return right, count


def order_of(program, pages, folder, shuffled):
    """Neighbouring lines that are neighbours in the output as well: (share, pages)."""
    script = os.path.join(pages, "..", "score", "order.py")
    right = count = files = 0
    for file in sorted(os.listdir(os.path.join(pages, folder))):
        gold = os.path.join(pages, folder, file)
        path = os.path.join(pages, folder, "shuffled", file) if shuffled else gold
        if not file.endswith(".xml") or not os.path.exists(path):
            continue
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            subprocess.run([program, "extract", "--dictionaries", "none", "--to", "json", path], stdout=out, stderr=subprocess.DEVNULL, check=False,
                           timeout=60)
            said = subprocess.run([sys.executable, "-B", script, gold, out.name], capture_output=True, text=True, check=False).stdout
        a, b = said.split("(")[0].split()[-1].split("/")
        right, count, files = right + int(a), count + int(b), files + 1
    return right / max(1, count), files


def measure(options):
    script = os.path.join(options.pages, "..", "score", "measure.py")
    deadline = time.monotonic() + options.seconds
    tasks = [t for t in TASKS if os.path.isdir(os.path.join(options.pages, t[0]))]
    scores, failed, missed = {}, [], []
    with concurrent.futures.ThreadPoolExecutor(max_workers=options.jobs) as pool:
        rows = pool.map(lambda t: measure_one(script, options.program, options.pages, t[0], t[1], deadline), tasks)
        for (name, kind), (row, faults) in zip(tasks, rows):
            failed += faults
            if row is None:
                missed.append("%s %s" % (name, kind))
            elif row:
                scores["%s %s" % (name, kind)] = row
    if os.path.isdir(os.path.join(options.pages, "seeds")):
        right, count = provenance_of_rest(options.program, options.pages, "seeds")
        if count:
            scores["seeds, all"] = {"pages": count, "provenance": right / count}
    for folder in ORDERS:
        for shuffled in (False, True):
            if os.path.isdir(os.path.join(options.pages, folder, "shuffled")):
                share, files = order_of(options.program, options.pages, folder, shuffled)
                scores["%s %s" % (folder, "shuffled" if shuffled else "as it is")] = {"pages": files, "order": share}
    with open(options.out, "w", encoding="utf-8") as out:
        json.dump({"scores": scores, "failed": failed, "missed": missed}, out, indent=1)
    print(table(scores, "  "))
    for item in failed:
        print("FAILED", *item)
    for item in missed:
        print("NOT MEASURED (no time)", item)
    if options.table:
        replace_between(options.table, BEGIN, END, markdown(scores))


def cell(row, column):
    if column not in row:
        return "-"
    return str(row[column]) if column == "pages" else "%.3f" % row[column]


def table(scores, gap):
    columns = [c for c in COLUMNS if any(c in row for row in scores.values())]
    lines = [["set and kind"] + columns] + [[key] + [cell(row, c) for c in columns] for key, row in scores.items()]
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "\n".join(gap.join(text.ljust(w) if i == 0 else text.rjust(w) for i, (text, w) in enumerate(zip(line, widths)))
                     for line in lines)


def markdown(scores):
    columns = [c for c in COLUMNS if any(c in row for row in scores.values())]
    lines = ["| set and kind | " + " | ".join(columns).replace("_", " ") + " |",
             "|---|" + "---:|" * len(columns)]
    lines += ["| %s | %s |" % (key, " | ".join(cell(row, c) for c in columns)) for key, row in scores.items()]
    return "\n".join(lines)


BEGIN, END = "<!-- table: made by ./dev score -->", "<!-- end of table -->"


def replace_between(path, begin, end, new):
    """Replaces what stands between the two marks and leaves the prose around it alone."""
    with open(path, encoding="utf-8") as old:
        text = old.read()
    if begin not in text or end not in text:
        sys.exit("%s has no marks for the table: %s ... %s" % (path, begin, end))
    text = text[:text.index(begin) + len(begin)] + "\n" + new + "\n" + text[text.index(end):]
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def check(options):
    measured, floors = load(options.scores), load(options.floors)
    faults = ["%s: %s" % (" ".join(map(str, f[:2])), f[-1]) for f in measured["failed"]]
    compared = 0
    for key, row in floors.items():
        if key in measured["missed"]:
            continue
        for figure, floor in row.items():
            value = measured["scores"].get(key, {}).get(figure)
            compared += 1
            if value is None:
                faults.append("%s: no %s" % (key, figure))
            elif figure in FEWER_IS_BETTER and value > floor + 1e-9:
                faults.append("%s: %s %.3f is above its ceiling %.3f" % (key, figure, value, floor))
            elif figure not in FEWER_IS_BETTER and value < floor - 1e-9:
                faults.append("%s: %s %.3f is below its floor %.3f" % (key, figure, value, floor))
    for fault in faults:
        print(fault)
    print("%d figures compared, %d faults" % (compared, len(faults)))
    # Floors of which nothing could be compared would be a test that cannot fail.
    sys.exit(1 if faults or not compared else 0)


def raise_floors(options):
    measured, floors = load(options.scores), load(options.floors)
    for key, row in measured["scores"].items():
        old = floors.get(key, {})
        new = {}
        for figure in COLUMNS:
            if figure not in row or figure == "pages":
                continue
            if figure == "provenance":
                new[figure] = 1.0
            elif figure in FEWER_IS_BETTER:
                new[figure] = min(old.get(figure, math.inf), math.ceil((row[figure] + MARGIN) * 1000) / 1000)
            else:
                new[figure] = max(old.get(figure, 0.0), math.floor((row[figure] - MARGIN) * 1000) / 1000, 0.0)
        floors[key] = new
    with open(options.floors, "w", encoding="utf-8") as out:
        out.write("{\n" + ",\n".join("%s: %s" % (json.dumps(k), json.dumps(v)) for k, v in floors.items()) + "\n}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    sub = commands.add_parser("measure")
    sub.add_argument("--program", required=True)
    sub.add_argument("--pages", required=True)
    sub.add_argument("--out", required=True)
    sub.add_argument("--table", help="Markdown file whose table is brought up to date")
    sub.add_argument("--seconds", type=float, default=150)
    sub.add_argument("--jobs", type=int, default=2)
    sub.set_defaults(run=measure)
    for name, function in (("check", check), ("raise", raise_floors)):
        sub = commands.add_parser(name)
        sub.add_argument("scores")
        sub.add_argument("floors")
        sub.set_defaults(run=function)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
