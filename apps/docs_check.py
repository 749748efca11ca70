#!/usr/bin/env python3
"""Is the documentation true to the tree?

    docs_check.py options PROGRAM ROOT [--write]     docs/options.md is what the program says of itself; --write makes it so
    docs_check.py links ROOT                         every relative link leads somewhere, also to its heading, and every path
                                                     that is named in `code` exists
"""
import pathlib
import re
import subprocess
import sys


def options(program, root, write):
    page = root / "docs/options.md"
    made = subprocess.run([program, "list", "options-page"], check=True, stdout=subprocess.PIPE).stdout
    if write:
        page.write_bytes(made)
    elif not page.exists() or page.read_bytes() != made:
        sys.exit("docs/options.md is not what the program says of itself: run ./dev docs")


def without_blocks(text):
    return re.sub(r"^(~~~|```).*?^\1[^\n]*$", "", text, flags=re.S | re.M)


def anchors(text):
    """Of the headings, as GitHub makes them."""
    out = []
    for title in re.findall(r"^#+ (.*)$", without_blocks(text), re.M):
        title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).replace("`", "")
        name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        out.append(name if name not in out else f"{name}-{sum(one == name or one.startswith(name + '-') for one in out)}")
    return out


# What looks like a path of the tree; with * it has to match something.
PATH = re.compile(r"(?!lib/python)(?:include|lib|apps|testdata|docs|\.ci)/[\w./*+{},-]*[\w*}/]|[A-Z]+\.md|CMakeLists\.txt|CMakePresets\.json")


def spread(path):
    """a/{b,c} as a shell reads it."""
    found = re.search(r"\{([^}]*)\}", path)
    if not found:
        return [path]
    return [one for part in found[1].split(",") for one in spread(path[:found.start()] + part + path[found.end():])]


def links(root):
    faults = []
    pages = [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("testdata/*/README.md")]
    for page in pages:
        name, text = page.relative_to(root), page.read_text()
        prose = without_blocks(text)
        for target in re.findall(r"\]\(([^)\s]+)\)", prose):
            if re.match(r"\w+:", target):
                continue
            path, _, heading = target.partition("#")
            there = (page.parent / path).resolve() if path else page
            if not there.exists():
                faults.append(f"{name}: the link {target} leads nowhere")
            elif heading and there.suffix == ".md" and heading not in anchors(there.read_text()):
                faults.append(f"{name}: {target}: there is no such heading")
        if page.name == "CHANGELOG.md":  # it speaks of the past
            continue
        for code in re.findall(r"`([^`\n]+)`", prose):
            if not PATH.fullmatch(code):
                continue
            for path in spread(code):
                if not any(True for base in (root, page.parent) for _ in base.glob(path.rstrip("/"))):
                    faults.append(f"{name}: there is no {path}")
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(faults)} faults")
    return bool(faults) or not pages


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "options":
        options(rest[0], pathlib.Path(rest[1]), "--write" in rest)
    else:
        sys.exit(links(pathlib.Path(rest[0])))
