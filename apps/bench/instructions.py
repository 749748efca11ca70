#!/usr/bin/env python3
"""Has a change made the core slower? Counts instructions (callgrind) of each stage over pages of testdata and compares
them with the counts kept in instructions.json. Unlike seconds they do not depend on what else the machine does.

    instructions.py --driver build/apps/bench/bench_instructions --root . [--accept | --table]

exit 1: a stage, a kind of page, the sum, or one stage of one kind takes over 5 % more; --accept makes the counts of
today those to compare with. exit 77 (skipped): no valgrind, or another compiler or library than those of the counts.
"""
import argparse
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KEPT = pathlib.Path(__file__).with_name("instructions.json")
LIMIT = 0.05
SMALL = 0.0003  # of all: a stage of a kind below this is looked at in the sums only
KINDS = (  # which pages, where they are chosen anew (--accept)
    ("chinese", "testdata/pages", r"(zh|ja)(?!.*layout).*\.txt"),
    ("western", "testdata/pages", r"(de|en|fr)(?!.*layout).*\.txt"),
    ("kept-layout", "testdata/pages", r".*layout\.txt"),
    ("markdown", "testdata/pages", r".*\.md"),
    ("alto", "testdata/layout", r".*\.xml"),
    ("other", "testdata/read", r"(hocr|page|bbox|tsv)/ok.*(?<!\.dump)"),
)


def skip(why):
    print("\n*** NOT CHECKED: %s ***\n*** Nothing was said about the number of instructions. ***" % why)
    sys.exit(77)


def choose(root):
    return [[kind, path.relative_to(root).as_posix()] for kind, folder, names in KINDS
            for path in sorted((root / folder).rglob("*"))
            if path.is_file() and re.fullmatch(names, path.relative_to(root / folder).as_posix())]


def digest(root, pages):
    """Of the pages and their gold: counts of other pages cannot be compared."""
    sum_of_all = hashlib.sha256()
    for _, name in pages:
        for path in (root / name, (root / name).with_suffix(".gold.json")):
            sum_of_all.update(path.read_bytes() if path.exists() else b"-")
    return sum_of_all.hexdigest()[:16]


def run_counted(driver, root, pages, out):
    """Runs the driver under callgrind. Gives the toolchain."""
    # In an empty environment: its size moves the stack, and what is set in it may choose other code.
    run = subprocess.run([shutil.which("valgrind"), "--tool=callgrind", "--collect-atstart=no", "--combine-dumps=yes", "--callgrind-out-file=%s" % out, driver, root],
                         input="".join("%s\t%s\n" % tuple(page) for page in pages), capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}, check=False)
    if run.returncode:
        sys.exit("%s ended with %d:\n%s" % (driver, run.returncode, run.stderr[-2000:]))
    version = subprocess.run(["valgrind", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return run.stdout.strip().replace("valgrind=1", version)


def count(driver, root, pages):
    """Gives the toolchain and {"stage kind": instructions}."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "counts")
        toolchain = run_counted(driver, root, pages, out)
        counts, name = {}, None
        with open(out, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith("desc: Trigger: Client Request: "):
                    name = line.split(": ", 3)[3].strip()
                elif line.startswith("totals:") and name:
                    counts[name], name = int(line.split()[1]), None
    return toolchain, counts


def sums(counts):
    """All that is compared: each count that is not small, sums by stage and by kind, and the sum."""
    everything = sum(counts.values())
    rows = {"all": everything}
    for name, value in counts.items():
        stage, kind = name.split()
        for part in (stage + " *", "* " + kind):
            rows[part] = rows.get(part, 0) + value
        if value >= SMALL * everything:
            rows[name] = value
    return rows


def report(kept, now, everything):
    """Prints what differs. Gives the names of what grew beyond the limit."""
    before, after, grown = sums(kept), sums(now), []
    after.update({name: now[name] for name in before if name in now})
    for name in sorted(before, key=lambda name: -before[name]):
        if name not in after:
            sys.exit("nobody counts '%s' any more: ./dev bench instructions --accept" % name)
        change = after[name] / before[name] - 1
        if change > LIMIT:
            grown.append(name)
        if everything or abs(change) > LIMIT or name == "all":
            print("%-24s %14s  %14s  %+7.2f %%%s" % (name, f"{before[name]:,}", f"{after[name]:,}", 100 * change, "  TOO MUCH" if change > LIMIT else ""))
    return grown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver", required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True, help="the source tree")
    parser.add_argument("--accept", action="store_true", help="keep the counts of today")
    parser.add_argument("--table", action="store_true", help="print all that is compared")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        skip("valgrind is not installed (apt-get install valgrind)")
    root = options.root.resolve()
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else None
    if options.accept or kept is None:
        if not options.accept:
            sys.exit("there are no counts to compare with: ./dev bench instructions --accept")
        pages = choose(root)
        toolchain, counts = count(options.driver, root, pages)
        if kept:
            report(kept["counts"], counts, options.table)
        KEPT.write_text(json.dumps({"toolchain": toolchain, "digest": digest(root, pages), "counts": counts, "pages": pages}, indent=1) + "\n", encoding="utf-8")
        print("kept %d counts, %s instructions in all, in %s" % (len(counts), f"{sum(counts.values()):,}", KEPT))
        return
    if digest(root, kept["pages"]) != kept["digest"]:
        sys.exit("a page that is counted has changed, so nothing can be compared. Count before and after the change with the old pages, then: ./dev bench instructions --accept")
    toolchain, counts = count(options.driver, root, kept["pages"])
    if toolchain != kept["toolchain"]:
        skip("the counts are of another toolchain\n  kept: %s\n  here: %s" % (kept["toolchain"], toolchain))
    grown = report(kept["counts"], counts, options.table)
    if grown:
        sys.exit("over %d %% more instructions: %s.\nIf that is worth it: ./dev bench instructions --accept, and say in the commit why." % (100 * LIMIT, ", ".join(grown)))


if __name__ == "__main__":
    main()
