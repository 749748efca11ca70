#!/usr/bin/env python3
"""What stands in the way, page by page: what became of each article and headline of the pages with gold.

  pages.py --program P --pages DIR [--out docs/scores-by-page.md]

An article is compared with gold by its runs of five characters (white space and punctuation aside). It is
  whole         one article has 95 % of them, and 95 % of that article's are its own
  run together  one article has 90 % of them, and as much of another one
  mixed         one article has 90 % of them, and pieces of others
  cut           two or three articles have 90 % of them together
  torn          the page's output as a whole lacks more than 10 % of them: lines in the wrong order, words joined amiss
  scattered     none of these
A headline is right, or glued to another heading, in a text, split, or has another role.
"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys

# Where the aim is not reached: set, kind, and the aim for articles and headlines.
SETS = [("press-zh", "blocks.txt", 0.92, 0.90), ("press-zh", "mutool.txt", 0.85, 0.85), ("press-zh", "layout.txt", 0.80, 0),
        ("press-zh", "pdftotext.txt", 0.85, 0.85), ("press-zh", "md", 0.92, 0.90),
        ("press-en", "blocks.txt", 0.92, 0.90), ("press-en", "pdftotext.txt", 0.85, 0.85), ("press-en", "md", 0.92, 0.90),
        ("press-en", "mutool.txt", 0.85, 0.85), ("press-en", "layout.txt", 0.80, 0),
        ("press-de", "blocks.txt", 0.92, 0.90), ("press-de", "md", 0.92, 0.90), ("press-de", "mutool.txt", 0.85, 0.85),
        ("press-de", "pdftotext.txt", 0.85, 0.85), ("press-de", "layout.txt", 0.80, 0), ("bl", "txt", 0.60, 0)]
RUN = 5
HEADINGS = {"headline", "kicker", "deck", "subhead", "section"}


def normal(text):
    return re.sub(r"[\W_]", "", text).lower()


def runs(text):
    return collections.Counter(text[i:i + RUN] for i in range(max(1, len(text) - RUN + 1)))


def shared(a, b):
    return sum(min(n, b[key]) for key, n in a.items() if key in b)


def fate(gold, others, found):
    size = sum(gold.values())
    having = sorted(((shared(gold, article), article) for article in found), key=lambda pair: -pair[0])
    if not having or not size:
        return "lost"
    best, article = having[0]
    if best >= 0.95 * size and best >= 0.95 * sum(article.values()):
        return "whole"
    if best >= 0.9 * size:
        return "run together" if any(shared(o, article) >= 0.9 * sum(o.values()) for o in others) else "mixed"
    if sum(n for n, _ in having[:3]) >= 0.9 * size:
        return "cut"
    page = sum((article for article in found), collections.Counter())
    return "torn" if shared(gold, page) < 0.9 * size else "scattered"


def headline_fate(text, blocks):
    roles = [role for role, other in blocks if other == text]
    if "headline" in roles:
        return "right"
    if roles:
        return "as " + roles[0]
    around = [role for role, other in blocks if text in other]
    if around:
        return "glued" if around[0] in HEADINGS else "in a text"
    return "split" if sum(len(other) for _, other in blocks if len(other) > 1 and other in text) >= 0.9 * len(text) else "torn"


def look(program, page, gold_path):
    with open(gold_path, encoding="utf-8") as file:
        gold = json.load(file)
    run = subprocess.run([program, "extract", "--dictionaries", "none", "--to", "json", page], capture_output=True,
                         check=False, timeout=60)
    document = json.loads(run.stdout)
    golds, heads = [], []
    for article in gold["articles"]:
        texts = []
        for element in article["elements"]:
            if "text" not in element:
                return None  # gold by lines: the seeds
            texts.append(normal(element["text"]))
            if element["role"] == "headline":
                heads.append(texts[-1])
        golds.append(runs("".join(texts)))
    found = [runs("".join(normal(block["text"]) for block in article["blocks"])) for article in document["articles"]]
    blocks = [(block["role"], normal(block["text"])) for article in document["articles"] for block in article["blocks"]]
    articles = collections.Counter(fate(g, golds[:i] + golds[i + 1:], found) for i, g in enumerate(golds))
    return articles, collections.Counter(headline_fate(head, blocks) for head in heads)


def counted(counter, best):
    rest = ", ".join("%d %s" % (n, what) for what, n in sorted(counter.items(), key=lambda x: -x[1]) if what != best)
    total = sum(counter.values())
    return "%d of %d" % (counter[best], total) + ("; " + rest if rest else "") if total else "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--out")
    options = parser.parse_args()
    if not os.path.isdir(options.pages):
        sys.exit("pages.py: no folder %s: the pages with gold are not at hand" % options.pages)
    out = ["# What stands in the way, page by page", "",
           "Made by `./dev score` on the pages with gold that lie outside this tree. `apps/score/pages.py` says what the words mean.", ""]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for folder, kind, articles_aim, heads_aim in SETS:
            golds = sorted(glob.glob(os.path.join(options.pages, folder, "*.gold.json")))
            jobs = [(g[:-len("gold.json")] + kind, g) for g in golds]
            jobs = [job for job in jobs if os.path.exists(job[0])]
            rows = [row for row in zip(jobs, pool.map(lambda job: look(options.program, *job), jobs)) if row[1]]
            if not rows:
                continue
            all_articles = sum((articles for _, (articles, _) in rows), collections.Counter())
            all_heads = sum((heads for _, (_, heads) in rows), collections.Counter())
            out += ["## %s %s (aim: articles %.2f%s)" % (folder, kind, articles_aim, ", heads %.2f" % heads_aim if heads_aim else ""), "",
                    "| page | articles whole | headlines right |", "|---|---|---|"]
            for (page, _), (articles, heads) in rows:
                if articles["whole"] < sum(articles.values()) or heads["right"] < sum(heads.values()):
                    out.append("| %s | %s | %s |" % (os.path.basename(page)[:-len(kind) - 1], counted(articles, "whole"), counted(heads, "right")))
            out += ["| **all %d pages** | %s | %s |" % (len(rows), counted(all_articles, "whole"), counted(all_heads, "right")), ""]
    text = "\n".join(out)
    if options.out:
        with open(options.out, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)


if __name__ == "__main__":
    main()
