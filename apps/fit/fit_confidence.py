#!/usr/bin/env python3
"""How sure may the program be? Compares `confidence` with gold, and fits the figures behind it (lib/segment/weights.hpp,
"How sure").

usage: fit_confidence.py PROGRAM SCORER FOLDER... [--kinds a,b]

A block is right where the gold has its text with its role; an article is right where 0.95 of it is the text of one in
the gold. Prints, for pages seen by the fit (press pages of even number, all pages of other folders) and for the others
(press pages of odd number), how often blocks of each role are right and what the program says, then the fitted figures.
SCORER is the folder of score.py. Standard library only.
"""
import argparse, json, math, os, re, subprocess, sys, tempfile
from collections import Counter, defaultdict

from fit_pairs import inputs


def logit(p):
    return math.log(p / (1 - p))


def regression(rows, steps=2000):
    """Weights of a logistic regression: rows of (features, right)."""
    k = len(rows[0][0])
    w = [0.0] * k
    for _ in range(steps):
        slope, curve = [0.0] * k, [1e-6] * k
        for x, right in rows:
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(a * b for a, b in zip(w, x))))))
            for i in range(k):
                slope[i] += (right - p) * x[i]
                curve[i] += p * (1 - p) * x[i] * x[i]
        w = [a + 0.3 * s / c for a, s, c in zip(w, slope, curve)]
    return w


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("program")
    ap.add_argument("scorer")
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--kinds", default="blocks.txt,md,mutool.txt,pdftotext.txt,layout.txt,hard.txt,one-space.txt,txt")
    o = ap.parse_args()
    sys.path.insert(0, o.scorer)
    import score
    blocks = {False: defaultdict(list), True: defaultdict(list)}
    articles = {False: [], True: []}
    for folder in o.folders:
        for path, gold in inputs(folder, o.kinds.split(",")):
            number = re.match(r"p(\d+)\.", os.path.basename(path))
            aside = bool(number and int(number[1]) % 2)
            made = subprocess.run([o.program, "extract", "--dictionaries", "none", "--to", "json", path], capture_output=True, text=True).stdout
            said = subprocess.run([o.program, "explain", "--dictionaries", "none", path], capture_output=True, text=True, errors="replace").stdout
            about = {m[1]: [float(v) for v in m.groups()[1:]] for m in re.finditer(
                r"article (\S+) begins .*? words: ([-+.\d]+); the next best headline is ([-.\d]+) behind", said)}
            stem = path[:path.index(".", path.rindex("/"))]
            _, _, truth = score.read_gold(stem + ".gold.json", path)
            found = json.loads(made)["articles"]
            texts = [[(b["role"], score.norm(b["text"])) for b in a["blocks"]] for a in found]
            left = Counter((r, t) for a in truth for r, t, _ in a)
            _, _, got = score.articles(truth, texts)
            whole = {j for s, j in got.values() if s >= 0.95}
            for j, a in enumerate(found):
                likeness, margin = about.get(a["id"], (0.0, 0.0))
                headed = any(b["role"] == "headline" for b in a["blocks"])
                articles[aside].append(((1.0, min(margin, 12.0), likeness, 0.0 if headed else 1.0), j in whole, a["confidence"]))
                for b, key in zip(a["blocks"], texts[j]):
                    right = left[key] > 0
                    left[key] -= right
                    role = b["role"]
                    if role == "paragraph" and b["confidence"] < 0.7:
                        role = "open paragraph"
                    blocks[aside][role].append((right, b["confidence"], min(margin, 12.0)))
    print("%-16s %28s %28s" % ("role", "seen: right, said, of", "unseen: right, said, of"))
    for role in sorted(blocks[False]):
        line = "%-16s" % role
        for aside in (False, True):
            rows = blocks[aside].get(role, [])
            n = max(1, len(rows))
            line += " %13.3f %6.3f %6d" % (sum(r[0] for r in rows) / n, sum(r[1] for r in rows) / n, len(rows))
        print(line)
    for aside in (False, True):
        for name, rows in (("headlines", [(r[0], r[1]) for r in blocks[aside]["headline"]]), ("articles", [(r[1], r[2]) for r in articles[aside]])):
            print("%s, %s, by confidence:" % (name, "unseen" if aside else "seen"), end="")
            for low in (0.0, 0.3, 0.5, 0.7, 0.85):
                high = {0.0: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.85, 0.85: 1.01}[low]
                bin_ = [right for right, c in rows if low <= c < high]
                print("  %.2f-: %.2f of %d" % (low, sum(bin_) / max(1, len(bin_)), len(bin_)), end="")
            print()
    print("fitted: sure_headline %.2f, sure_headline_margin %.3f" % tuple(regression([((1.0, r[2]), r[0]) for r in blocks[False]["headline"]], 300)))
    print("fitted: sure_article %.2f, sure_article_margin %.3f, sure_article_likeness %.3f, sure_article_headless %.2f" % tuple(
        regression([(x, right) for x, right, _ in articles[False]], 300)))


if __name__ == "__main__":
    main()
