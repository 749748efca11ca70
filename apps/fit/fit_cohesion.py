#!/usr/bin/env python3
"""Fit the two log-odds of lib/segment/weights.hpp that compare words: does this paragraph continue that article
(cohesion), and does this headline head that article (likeness)?

usage: fit_cohesion.py FOLDER... [--check PART]

A FOLDER holds STEM.gold.json with texts (typeset pages). Pages whose number is divisible by PART (default 4) are kept
aside to check. Terms are made as lib/segment/terms.cpp makes them. Plain logistic regression, standard library only.
"""
import argparse, glob, json, math, os, random, re, unicodedata
from collections import Counter

FUNCTION = set("的了在是和与與及为為有我你他她它们們这這那個个不也都就而以于於上下中对對将將从從到被把让讓向由等并並或其之所着著过過还還又很更最"
               "一二三四五六七八九十百千万萬亿億两兩年月日时時分第每次元说說称稱表示")

def is_han(c):
    return "㐀" <= c <= "鿿" or "゠" <= c <= "ヿ" or c in "々〇"

def terms(text):
    out, before, word = set(), "", ""
    for c in text + " ":
        if c.isalpha() and not is_han(c) and not ("぀" <= c <= "ゟ"):
            word += c.lower(); before = ""; continue
        if len(word) >= 3: out.add(word[:6])
        word = ""
        if is_han(c) and c not in FUNCTION:
            if before: out.add(before + c)
            before = c
        else: before = ""
    return out

def pages(folders):
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*.gold.json"))):
            gold = json.load(open(path, encoding="utf-8"))
            arts = []
            for a in gold["articles"]:
                body = [terms(e["text"]) for e in a["elements"] if e["role"] in ("paragraph", "list")]
                head = set().union(*[terms(e["text"]) for e in a["elements"] if e["role"] in ("headline",)] or [set()])
                if body: arts.append((head, body))
            yield path, arts

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

def loss(rows, b):
    right = sum(c for x, y, c in rows if (sum(a * q for a, q in zip(b, x)) > 0) == bool(y)); total = sum(c for *_, c in rows)
    return right / total

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("folders", nargs="+"); ap.add_argument("--check", type=int, default=4); o = ap.parse_args()
    train, check = ([], []), ([], [])
    for number, (_, arts) in enumerate(pages(o.folders)):
        for into, rows in zip(check if number % o.check == 0 else train, samples(arts)): into.extend(rows)
    random.seed(1)
    for name, a, b in (("cohesion", train[0], check[0]), ("likeness", train[1], check[1])):
        a = random.sample(a, min(len(a), 6000))
        w = fit(a, 400)
        print("%s: bias %.3f, root_share %.3f, log_shared %.3f, log_own %.3f, log_prior %.3f   right: fit %.3f, check %.3f" % (name, *w, loss(a, w), loss(b, w)))
if __name__ == "__main__": main()
