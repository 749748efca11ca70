#!/usr/bin/env python3
"""Fit the other weights of lib/segment/weights.hpp: those that a plan over a whole page adds up. They can not be fitted
pair by pair, so one after the other is moved and kept where whole pages get better.

usage: fit_segmenter.py BUILD SCORER FOLDER... [--kinds a,b] [--rounds N]

BUILD is a build folder with the program; the sources that read the weights are compiled once more beside it, with
weights that can be set from outside. SCORER is the folder of score.py. Moves are judged on press pages of even number and
on all pages of other folders; the figures of press pages of odd number are only printed. Prints each move that is
kept, as it goes. Standard library only.
"""
import argparse, glob, json, os, re, shlex, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

LIBRARY = """
#include <cstdlib>
#include <cstring>
namespace broadsheet::fit {
inline float weight(const char* name, float value) {
    const char* set = std::getenv("BROADSHEET_FIT");
    const auto size = std::strlen(name);
    while (set && *set) {
        if (!std::strncmp(set, name, size) && set[size] == '=') return std::strtof(set + size + 1, nullptr);
        set = std::strchr(set, ',');
        if (set) ++set;
    }
    return value;
}
}
"""


def build(folder, scratch):
    """The program with weights that are read from the environment."""
    root = os.path.dirname(os.path.abspath(__file__)) + "/../.."
    source = open(root + "/lib/segment/weights.hpp", encoding="utf-8").read()
    values = {n: float(v) for n, v in re.findall(r"inline constexpr float (\w+) = (-?[\d.]+)F;", source)}
    source = re.sub(r"inline constexpr float (\w+) = (-?[\d.]+F);", r'inline const float \1 = ::broadsheet::fit::weight("\1", \2);', source)
    os.makedirs(scratch + "/segment")
    with open(scratch + "/segment/weights.hpp", "w", encoding="utf-8") as f:
        f.write(source.replace("#pragma once\n", "#pragma once\n" + LIBRARY))
    commands = subprocess.run(["ninja", "-C", folder, "-t", "commands", "broadsheet_cli"], capture_output=True, text=True).stdout.splitlines()
    objects = []
    for command in commands:
        m = re.search(r"-o (\S*/segment/(\w+)\.cpp\.o) ", command)
        if not m or "weights.hpp" not in open(root + "/lib/segment/%s.cpp" % m[2]).read() + open(root + "/lib/segment/page_words.hpp").read():
            continue
        objects.append(scratch + "/" + m[2] + ".o")
        command = command.replace("-I", "-I%s -I" % scratch, 1).replace(m[1], objects[-1])
        subprocess.run(re.sub(r"-M[TF] \S+|-MD", "", command).replace("-Werror", ""), shell=True, cwd=folder, check=True)
    link = shlex.split(next(c for c in reversed(commands) if "libbroadsheet.a" in c and " -o " in c).replace(": &&", "").replace("&& :", ""))
    at = next(i for i, word in enumerate(link) if word.endswith("libbroadsheet.a"))
    out = link.index("-o")
    link[out + 1] = scratch + "/broadsheet"
    subprocess.run(link[:at] + objects + link[at:], cwd=folder, check=True)
    return scratch + "/broadsheet", values


class Pages:
    def __init__(self, program, folders, kinds, score):
        self.program, self.score, self.seen, self.unseen = program, score, [], []
        for folder in folders:
            for gold in sorted(glob.glob(folder + "/*.gold.json")):
                stem = gold[:-len(".gold.json")]
                number = re.match(r"p(\d+)$", os.path.basename(stem))
                sources = [stem + "." + k for k in kinds if os.path.exists(stem + "." + k)]
                for source in sources if number else [s for s in glob.glob(stem + ".*") if not s.endswith(".json")]:
                    (self.unseen if number and int(number[1]) % 2 else self.seen).append((source, gold))

    def one(self, page, weights):
        source, gold = page
        env = dict(os.environ, BROADSHEET_FIT=",".join("%s=%g" % w for w in weights.items()))
        made = subprocess.run([self.program, "extract", "--dictionaries", "none", "--to", "json", source], capture_output=True, env=env).stdout
        with tempfile.NamedTemporaryFile() as f:
            f.write(made)
            f.flush()
            _, _, truth = self.score.read_gold(gold, source)
            found = self.score.read_pred(f.name)
        right, _, got = self.score.articles(truth, found)
        return right, self.score.heads(truth, found, got, 1.0)

    def figures(self, pages, weights):
        with ThreadPoolExecutor(2) as pool:
            both = list(pool.map(lambda page: self.one(page, weights), pages))
        return [sum(x) / len(both) for x in zip(*both)]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("build")
    ap.add_argument("scorer")
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--kinds", default="blocks.txt,md,mutool.txt")
    ap.add_argument("--rounds", type=int, default=1)
    o = ap.parse_args()
    sys.path.insert(0, o.scorer)
    import score
    with tempfile.TemporaryDirectory() as scratch:
        program, start = build(os.path.abspath(o.build), scratch)
        pages = Pages(program, o.folders, o.kinds.split(","), score)
        weights, least = dict(start), 0.001
        best = pages.figures(pages.seen, weights)
        print("in the tree: seen articles %.4f heads %.4f (%d pages), unseen articles %.4f heads %.4f (%d)" % (
            *best, len(pages.seen), *pages.figures(pages.unseen, weights), len(pages.unseen)), flush=True)
        for turn in range(o.rounds):
            for name in start:
                for factor in (1.0, -1.0):
                    step = factor * max(0.5, abs(start[name]) * 0.4) / (turn + 1)
                    moved = dict(weights, **{name: weights[name] + step})
                    now = pages.figures(pages.seen, moved)
                    if sum(now) > sum(best) + least:
                        best, weights = now, moved
                        print("%s %.2f: seen articles %.4f heads %.4f" % (name, weights[name], *best), flush=True)
                        break
        print("fitted: seen articles %.4f heads %.4f, unseen articles %.4f heads %.4f" % (*best, *pages.figures(pages.unseen, weights)))
        for name in start:
            if weights[name] != start[name]:
                print("  %s %g -> %.2f" % (name, start[name], weights[name]))


if __name__ == "__main__":
    main()
