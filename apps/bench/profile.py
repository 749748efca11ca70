#!/usr/bin/env python3
"""Where the time goes, by instructions (callgrind): each stage of each kind of page, and the functions that take most.

    ./dev bench profile [--kind western] [--top 20]

Instructions and no seconds, so another machine or a busy one gives the same. They leave out waiting for memory.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import instructions

CORE = ("read", "repair", "segment", "write-json")


def parts(path):
    """(name, {function: instructions of its own}) for each dump of callgrind. Names are written once and then by number."""
    name, own, function, library, names, call = None, collections.Counter(), None, "", {}, False
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith("desc: Trigger: Client Request: "):
                name = line.split(": ", 3)[3].strip()
            elif line.startswith(("fn=", "cfn=", "ob=", "cob=")):
                key, _, rest = line.strip().partition("=")
                number, _, text = rest.partition(" ")
                number = key.lstrip("c") + number
                if text:
                    names[number] = text
                if key == "ob":
                    library = pathlib.Path(names.get(number, number)).name.split(".so")[0]
                elif key == "fn":
                    function = names.get(number, number)
                    if function.startswith("0x"):  # the library was stripped of its names
                        function = library + " (functions without names)"
            elif line.startswith("calls="):
                call = True  # the next line is what was called
            elif line[:1] in "0123456789+-*" and line.strip():
                if not call and len(line.split()) > 1:
                    own[function] += int(line.split()[1])
                call = False
            elif line.startswith("totals:"):
                if name:
                    yield name, own
                name, own = None, collections.Counter()


def plain(names):
    """C++ names without their arguments and templates."""
    if shutil.which("c++filt"):
        names = subprocess.run(["c++filt", "-p"], input="\n".join(names), capture_output=True, text=True, check=True).stdout.split("\n")
    for name in names:
        while re.search(r"<[^<>]*>", name.replace("operator<", "")):
            name = re.sub(r"<[^<>]*>", "", name)
        yield name.replace("broadsheet::", "").replace("(anonymous namespace)::", "").replace("std::__cxx11::", "std::")[:90]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver", required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--kind", help="functions of this kind of page alone")
    parser.add_argument("--stage", help="functions of this stage alone (read, repair, segment, write-html ...)")
    parser.add_argument("--top", type=int, default=12)
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed (apt-get install valgrind)")
    root = options.root.resolve()
    pages, size = instructions.choose(root), collections.Counter()
    for kind, name in pages:
        size[kind] += (root / name).stat().st_size
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "counts")
        print(instructions.run_counted(options.driver, root, pages, out), "\n")
        dumps = dict(parts(out))

    stages = list(dict.fromkeys(name.split()[0] for name in dumps))
    print("Instructions for a byte of input; first: all stages, with what is made once.\n\n| stage | " + " | ".join(size) + " |\n|---|" + "---:|" * len(size))
    for stage in stages:
        print("| %s | %s |" % (stage, " | ".join("%.1f" % (sum(dumps["%s %s" % (stage, kind)].values()) / size[kind]) for kind in size)))
    for kind in [options.kind] if options.kind else size:
        wanted = (options.stage,) if options.stage else CORE
        own = sum((dumps["%s %s" % (stage, kind)] for stage in wanted), collections.Counter())
        every = sum(own.values())
        print("\n%s (%s), share of %s:\n" % (kind, ", ".join(wanted), f"{every:,}"))
        most = own.most_common(options.top)
        for (_, cost), name in zip(most, plain([name for name, _ in most])):
            print("%6.1f %%  %s" % (100 * cost / every, name))


if __name__ == "__main__":
    main()
