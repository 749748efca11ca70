#!/usr/bin/env python3
"""Fit the two log-odds of lib/segment/weights.hpp that compare words: does this paragraph continue that article
(cohesion), and does this headline head that article (headline)? For Chinese and Japanese pages, and for Western ones.

usage: fit_words.py WEIGHTS FOLDER...

A FOLDER holds STEM.gold.json (typeset pages, or pages of our own). Press pages of odd number are kept aside to check;
WEIGHTS is lib/segment/weights.hpp, whose own figures are printed beside the fitted ones. Terms are made as
lib/segment/terms.cpp makes them. Plain logistic regression, standard library only.
"""
import argparse, glob, json, math, os, random, re
from collections import Counter

from fit_pairs import Page

FUNCTION = set("的了在是和与與及为為有我你他她它们們这這那個个不也都就而以于於上下中对對将將从從到被把让讓向由等并並或其之所着著过過还還又很更最"
               "一二三四五六七八九十百千万萬亿億两兩年月日时時分第每次元说說称稱表示")

def is_han(c):
    return "㐀" <= c <= "鿿" or "゠" <= c <= "ヿ" or c in "々〇"

def small_words():
    """The frequent words of languages with spaces, and those that open their sentences: lib/language."""
    out = set()
    for name in ("english", "german", "french"):
        source = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../lib/language", name + ".cpp"), encoding="utf-8").read()
        table = re.sub(r'"\s*\n\s*"', "", source[source.index("LanguageTable "):])
        for words in re.findall(r'"([^"]*)"', table)[2:4]: out |= {w.lower() for w in words.split()}
    return out

SMALL = small_words()

def terms(text):
    """The terms of a text, and what may be the beginnings of later parts of its compounds."""
    out, parts, before, word = set(), set(), "", ""
    for c in text + " ":
        if c.isalpha() and not is_han(c) and not ("぀" <= c <= "ゟ"):
            word += c.lower(); before = ""; continue
        if len(word) >= 3 and word[:6] not in SMALL: out.add(word[:6])
        if len(word) >= 9: parts |= {word[i:i + 6] for i in range(3, len(word) - 5)}
        word = ""
        if is_han(c) and c not in FUNCTION:
            if before: out.add(before + c)
            before = c
        else: before = ""
    return out, parts

def with_parts(arts):
    """The parts of compounds in headlines that are words of the texts, and the other way round."""
    heads = set().union(*(h[0] for h, _ in arts)); texts = set().union(*(p[0] for _, body in arts for p in body))
    return [(h[0] | h[1] & texts, [p[0] | p[1] & heads for p in body]) for h, body in arts]

def pages(folders):
    """Per page: is it kept aside, is it Chinese or Japanese, its articles as (terms of the headline, of each paragraph)."""
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*.gold.json"))):
            gold = json.load(open(path, encoding="utf-8"))
            page = None
            stem = path[:-len(".gold.json")]
            for source in sorted(glob.glob(stem + ".*")):
                if not source.endswith(".json") and os.path.splitext(source)[1] in (".txt", ".md"):
                    page = Page(source, gold)
                    break
            if page is None:
                continue
            texts = iter(page.raw)
            arts = []
            for a in gold["articles"]:
                body, head = [], (set(), set())
                for e in a["elements"]:
                    text = next(texts)
                    if e["role"] in ("paragraph", "list"):
                        body.append(terms(text))
                    elif e["role"] == "headline":
                        for have, more in zip(head, terms(text)): have.update(more)
                if body:
                    arts.append((head, body))
            whole = "".join(page.raw)
            number = re.match(r"p(\d+)\.", os.path.basename(path))
            yield bool(number and int(number[1]) % 2), sum(map(is_han, whole)) * 4 > len(whole), with_parts(arts)


def samples(arts):
    """Rows (features, label) of both questions for one page."""
    units = [t for _, body in arts for t in body] + [h for h, _ in arts]
    df = Counter(t for u in units for t in u); n = len(units)
    w = lambda t: math.log((n + 1) / df[t])
    cohesion, likeness = [], []
    for i, (head, body) in enumerate(arts):
        for j, p in enumerate(body):
            own = sum(map(w, p))
            if own < 1: continue
            for k, (_, other) in enumerate(arts):
                for size in (1, 2, 4, 8):
                    if k == i:
                        before = body[max(0, j - size):j]
                    else:
                        before = other[-size:]
                    if len(before) < min(size, 1): continue
                    have = set().union(*before); shared = sum(w(t) for t in p & have); prior = sum(map(w, have))
                    cohesion.append((features(shared, own, prior), int(k == i), 1.0 if k == i else 1.0 / (len(arts) - 1)))
        if head:
            own = sum(map(w, head))
            if own < 1: continue
            for k, (_, other) in enumerate(arts):
                have = set().union(*other); shared = sum(w(t) for t in head & have); prior = sum(map(w, have))
                likeness.append((features(shared, own, prior), int(k == i), 1.0 if k == i else 1.0 / (len(arts) - 1)))
    return cohesion, likeness

def features(shared, own, prior):
    return (1.0, math.sqrt(shared / own), math.log1p(shared), math.log1p(own), math.log1p(prior))

def fit(rows, steps=3000, rate=0.3):
    k = len(rows[0][0]); mean = [0] * k; dev = [1] * k
    for i in range(1, k):
        v = [r[0][i] for r in rows]; mean[i] = sum(v) / len(v); dev[i] = (sum((x - mean[i]) ** 2 for x in v) / len(v)) ** .5 or 1
    rows = [([1.0] + [(x[i] - mean[i]) / dev[i] for i in range(1, k)], y, c) for x, y, c in rows]
    b = [0.0] * k; total = sum(c for _, _, c in rows)
    for _ in range(steps):
        g = [0.0] * k
        for x, y, c in rows:
            z = sum(a * q for a, q in zip(b, x)); p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            for i in range(k): g[i] += c * (y - p) * x[i]
        b = [a + rate * q / total * 4 for a, q in zip(b, g)]
    out = [0.0] * k; out[0] = b[0]
    for i in range(1, k): out[i] = b[i] / dev[i]; out[0] -= b[i] * mean[i] / dev[i]
    return out

def figures(rows, b):
    """Share right, and loss, each class of pages weighing as the samples do."""
    right = loss = 0.0
    for x, y, c in rows:
        z = sum(p * q for p, q in zip(b, x))
        right += c * ((z > 0) == bool(y))
        loss += c * math.log1p(math.exp(-max(-30.0, min(30.0, z if y else -z))))
    total = sum(c for *_, c in rows) or 1
    return "%.3f right, loss %.3f" % (right / total, loss / total)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("weights")
    ap.add_argument("folders", nargs="+")
    o = ap.parse_args()
    source = open(o.weights, encoding="utf-8").read()
    rows = {}
    for aside, cjk, arts in pages(o.folders):
        for question, found in zip(("cohesion", "headline"), samples(arts)):
            rows.setdefault((question + ("_cjk" if cjk else "_latin"), aside), []).extend(found)
    random.seed(1)
    for name in ("cohesion_cjk", "cohesion_latin", "headline_cjk", "headline_latin"):
        seen, unseen = rows.get((name, False), []), rows.get((name, True), [])
        if not seen:
            continue
        now = [float(v) for v in re.findall(r"(-?[\d.]+)F", re.search(name + r"\{([^}]*)\}", source)[1])]
        new = fit(random.sample(seen, min(len(seen), 6000)), 400)
        print(name)
        print("  in the tree: seen   %s\n               unseen %s" % (figures(seen, now), figures(unseen, now)))
        print("  fitted:      seen   %s\n               unseen %s" % (figures(seen, new), figures(unseen, new)))
        print("  {%s};" % ", ".join("%.3fF" % v for v in new))


if __name__ == "__main__":
    main()
