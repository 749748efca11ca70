#!/usr/bin/env python3
"""Fit the weights by which repair joins two lines: lib/repair/weights.hpp, namespaces `rows` (rows of one headline) and
`thread` (parts of a torn paragraph), and `join` (wrapped lines).

usage: fit_pairs.py PROGRAM TABLE FOLDER... [--kinds a,b] [--prior SIGMA] [--write join,rows,thread]

`PROGRAM explain` says for each pair that it thought about which evidence it found and how much each piece weighed; the
gold of the page says whether the two lines are of one element. That is a logistic regression: log-odds are a sum of
weights. A Gaussian prior of width SIGMA (default 1) holds each weight near the one in the tree, so that evidence that
is rare on these pages stays as it was.
Fits on pages of even number in FOLDERs, and on all pages of a FOLDER without press pages (random pages of our own);
prints share right and loss of the weights in the tree and of the fitted ones, on those pages and on the pages of odd
number, which the fit does not see. TABLE is lib/repair/weights.hpp. Standard library only.
"""
import argparse, glob, json, math, os, re, subprocess, unicodedata
from collections import defaultdict

PLAIN = re.compile(r"[\s\-\u00ad‐–—“”\"'‘’「」『』﹁﹂﹃﹄…·]+")
DECISIONS = (
    ("join", re.compile(r"(joined to|set off from) the line before: (.*)"), ("joined to",)),
    ("rows", re.compile(r"(a|no) row of the headline above: (.*)"), ("a",)),
    ("thread", re.compile(r"(goes on|does not go on) from line (\d+): (.*)"), ("goes on",)),
)


def norm(text):
    return PLAIN.sub("", unicodedata.normalize("NFKC", text))


class Page:
    """Which element of the gold each line of a page is of."""

    def __init__(self, path, gold):
        self.lines = [""] + open(path, encoding="utf-8", errors="replace").read().replace("\f", "").split("\n")
        self.raw = []  # text of each element
        for article in gold["articles"]:
            for element in article["elements"]:
                text = element.get("text")
                if text is None:
                    text = ""
                    for span in element["spans"]:
                        m = re.fullmatch(r"(\d+)(?::(\d+)-(\d+))?(?:-(\d+))?", span)
                        for line in range(int(m[1]), int(m[4] or m[1]) + 1):
                            text += self.lines[line][int(m[2]):int(m[3])] if m[2] else self.lines[line]
                self.raw.append(text)
        self.texts = [norm(text) for text in self.raw]

    def before(self, line):
        line -= 1
        while line > 0 and not self.lines[line].strip():
            line -= 1
        return line

    def one(self, a, b):
        """Does line b go on where line a stops? None: the gold does not tell."""
        x, y = norm(self.lines[a]), norm(self.lines[b])
        if len(x) < 2 or len(y) < 2:
            return None
        of_x = [i for i, t in enumerate(self.texts) if x in t]
        of_y = [i for i, t in enumerate(self.texts) if y in t]
        if len(of_x) != 1 or len(of_y) != 1:
            return None
        return of_x == of_y and x + y in self.texts[of_x[0]]


def inputs(folder, kinds):
    for gold in sorted(glob.glob(folder + "/*.gold.json")):
        stem = gold[:-len(".gold.json")]
        for kind in kinds:
            if os.path.exists(stem + "." + kind):
                yield stem + "." + kind, json.load(open(gold, encoding="utf-8"))


def samples(program, path, gold, weights):
    page = Page(path, gold)
    said = subprocess.run([program, "explain", "--dictionaries", "none", path], capture_output=True, text=True, errors="replace").stdout
    for line in said.splitlines():
        m = re.match(r".*?:(\d+): repair: (.*)", line)
        if not m:
            continue
        for table, pattern, _ in DECISIONS:
            d = pattern.fullmatch(m[2])
            if not d:
                continue
            at = int(m[1])
            truth = page.one(int(d[2]) if table == "thread" else page.before(at), at)
            if truth is None:
                continue
            evidence, offset = {}, 0.0
            for name, value in re.findall(r"(\S.*?) ([+-]\d+\.\d+)(?:, |$)", d[d.re.groups]):
                if weights[table].get(name):
                    evidence[name] = evidence.get(name, 0) + float(value) / weights[table][name]
                else:
                    offset += float(value)
            yield table, (evidence, offset, truth)


def odds(sample, weights):
    return sample[1] + sum(weights[n] * v for n, v in sample[0].items())


def figures(rows, weights):
    right = loss = 0.0
    for row in rows:
        z = odds(row, weights)
        right += (z > 0) == row[2]
        z = max(-30.0, min(30.0, z if row[2] else -z))
        loss += math.log1p(math.exp(-z))
    return "%.3f right, loss %.3f, of %d" % (right / max(1, len(rows)), loss / max(1, len(rows)), len(rows))


def fit(rows, start, sigma, steps=300):
    """Maximum a posteriori, by gradient steps scaled with each weight's curvature."""
    w = dict(start)
    for _ in range(steps):
        slope, curve = defaultdict(float), defaultdict(float)
        for evidence, offset, truth in rows:
            z = offset + sum(w[n] * v for n, v in evidence.items())
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
            for n, v in evidence.items():
                slope[n] += (truth - p) * v
                curve[n] += p * (1 - p) * v * v
        for n in slope:
            w[n] += 0.3 * (slope[n] - (w[n] - start[n]) / sigma ** 2) / (curve[n] + 1 / sigma ** 2)
    return w


def written(source, table, weights):
    """The table with these weights in place of its own."""
    begin = source.index("\nnamespace %s {" % table)
    end = source.index("}  // namespace", begin)
    body = re.sub(r'(\{"([^"]+)",\s*)(-?[\d.]+)F\}',
                  lambda m: "%s%.1fF}" % (m[1], weights[m[2]]) if m[2] in weights else m[0], source[begin:end])
    return source[:begin] + body + source[end:]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("program")
    ap.add_argument("table")
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--kinds", default="blocks.txt,mutool.txt,pdftotext.txt,hard.txt,txt")
    ap.add_argument("--prior", type=float, default=1.0)
    ap.add_argument("--write", default="")
    o = ap.parse_args()
    source = open(o.table, encoding="utf-8").read()
    weights = {}
    for table, body in re.findall(r"\nnamespace (\w+) \{(.*?)\}  // namespace", source, re.S):
        weights[table] = {n: float(v) for n, v in re.findall(r'Feature \w+\{"([^"]+)",\s*(-?[\d.]+)F\}', body)}
    seen, unseen = defaultdict(list), defaultdict(list)
    for folder in o.folders:
        for path, gold in inputs(folder, o.kinds.split(",")):
            number = re.match(r"p(\d+)\.", os.path.basename(path))
            into = unseen if number and int(number[1]) % 2 else seen
            for table, sample in samples(o.program, path, gold, weights):
                into[table].append(sample)
    for table, _, _ in DECISIONS:
        rows, start = seen[table], weights[table]
        fitted = fit(rows, start, o.prior)
        print("\n%s\n  in the tree: seen   %s\n               unseen %s" % (table, figures(rows, start), figures(unseen[table], start)))
        print("  fitted:      seen   %s\n               unseen %s" % (figures(rows, fitted), figures(unseen[table], fitted)))
        times = defaultdict(int)
        for evidence, _, _ in rows:
            for n in evidence:
                times[n] += 1
        for n in start:
            print("    %-55s %5.1f -> %5.1f   %5d times" % (n, start[n], fitted[n], times[n]))
        if table in o.write.split(","):
            source = written(source, table, {n: w for n, w in fitted.items() if times[n] >= 20})
    if o.write:
        open(o.table, "w", encoding="utf-8").write(source)


if __name__ == "__main__":
    main()
