#!/usr/bin/env python3
"""Do broadsheet eval and score.py, beside the pages with gold, say the same to three decimals?

  agreement.py --program P --pages DIR [--kinds blocks.txt,md,...] [--sets press-zh,...]

Each page is extracted once; both then score the page document, plain text of it, and gold itself. Kinds made by OCR
(tess.*) are scored with --fuzzy 0.9. Exit 1 where a figure differs.
"""
import argparse
import concurrent.futures
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
FOLDERS = ["seeds", "press-zh", "press-en", "press-de", "press-vertical", "press-issues", "bl"]
PICTURES = (".png", ".pdf")


def inputs_of(folder, kinds):
    """(gold, input, kind) for each input of a folder."""
    for gold in sorted(glob.glob(os.path.join(folder, "*.gold.json"))):
        stem = gold[: -len(".gold.json")]
        for path in sorted(glob.glob(stem + ".*")):
            kind = path[len(stem) + 1 :]
            if path != gold and not path.endswith(PICTURES) and (not kinds or kind in kinds):
                yield gold, path, kind


def plain(document):
    """The page document as plain text: what score.py takes of other tools."""
    articles = json.load(open(document, encoding="utf-8"))["articles"]
    return "\n====\n".join("\n".join(b["text"].replace("\n", " ") for b in a["blocks"]) for a in articles) + "\n"


def evaluated(program, gold, predicted, options):
    run = subprocess.run([program, "eval", gold, predicted, "--to", "json", *options], capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{predicted}: {run.stderr.strip()}")
    return json.loads(run.stdout)["pages"][0]["figures"]


def compare(task):
    program, pages, work, gold, path, kind = task
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(pages)), "score"))
    import score  # pylint: disable=import-error,import-outside-toplevel

    out = os.path.join(work, path.replace("/", "_"))
    with open(out + ".json", "wb") as file:
        subprocess.run([program, "extract", "-q", "--dictionaries", "none", "--to", "json", path], stdout=file, check=True)
    with open(out + ".plain", "w", encoding="utf-8") as file:
        file.write(plain(out + ".json"))
    elements = [e for a in json.load(open(gold, encoding="utf-8"))["articles"] for e in a["elements"]]
    spans = all("spans" in e for e in elements)
    fuzzy = 0.9 if kind.startswith("tess") else 1.0
    figures, differing, time = 0, [], 0
    for predicted, options in ((out + ".json", []), (out + ".plain", ["--plain"])):
        theirs, _ = score.score(gold, predicted, path if spans else None, fuzzy)
        ours = evaluated(program, gold, predicted, options + ["--fuzzy", str(fuzzy)] + (["--page", path] if spans else []))
        figures += len(theirs)
        differing += [f"{predicted}: {name}: {value:.6f}, not {ours.get(name)}" for name, value in theirs.items()
                      if name not in ours or round(ours[name], 3) != round(value, 3)]
    return figures, differing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--kinds")
    parser.add_argument("--sets", default=",".join(FOLDERS))
    options = parser.parse_args()
    kinds = options.kinds.split(",") if options.kinds else []
    with tempfile.TemporaryDirectory(prefix="broadsheet-agreement-") as work:
        tasks = [(options.program, options.pages, work, *found) for name in options.sets.split(",")
                 for found in inputs_of(os.path.join(options.pages, name), kinds)]
        figures, differing = 0, []
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            for count, faults in pool.map(compare, tasks):
                figures += count
                differing += faults
    for fault in differing:
        print(fault)
    print(f"{len(tasks)} inputs, {figures} figures, {len(differing)} differ")
    sys.exit(bool(differing) or not tasks)


if __name__ == "__main__":
    main()
