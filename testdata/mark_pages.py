#!/usr/bin/env python3
"""Makes pages and their gold (testdata/pages) from pages written by hand (testdata/marked). Always writes the same bytes.

usage: mark_pages.py

A marked page says in front of each text whose it is: `KEY¦text`, more than once on a line where a line holds several.
  a.headline    of article a; texts with one key are one element: a.paragraph1 on two lines is one paragraph
  -jump-line    dropped, with the reason
  (none)        `¦text`: no text at all, such as marks of Markdown
`@measure N` sets the paragraphs that follow in lines of N cells (0: as they are written); `@indent N` indents them, and
`‖` in a paragraph is a column's end: the line that holds it is followed by a blank one. `#` opens a remark.
"""
import glob, json, os, re

from make_pages import Setter

HERE = os.path.dirname(os.path.abspath(__file__))
HEADS = ("section", "kicker", "headline", "deck")


def is_wide(text):
    return any("⺀" <= c <= "鿿" for c in text)


class Page:
    def __init__(self):
        self.lines, self.elements, self.dropped = [], {}, []  # key -> spans

    def put(self, parts):
        text = ""
        for key, part in parts:
            begin = len(text)
            text += part
            bare = part.strip(" \u3000")
            if not key or not bare:
                continue
            begin += part.index(bare)
            span = (len(self.lines) + 1, begin, begin + len(bare))
            if key[0] == "-":
                self.dropped.append((key[1:], span))
            else:
                self.elements.setdefault(key, []).append(span)
        self.lines.append(text)

    def set(self, key, text, measure, indent):
        setter = Setter(text.replace("‖", "\u0002"), "zh" if is_wide(text) else "en", False)
        first = True
        while not setter.done():
            line = setter.line(measure - (indent if first else 0))
            broken = "\u0002" in line
            self.put([("", " " * indent if first else ""), (key, line.replace("\u0002", ""))])
            if broken:
                self.lines.append("")
            first = False

    def span(self, s):
        line, begin, end = s
        return str(line) if end - begin == len(self.lines[line - 1].strip(" \u3000")) else "%d:%d-%d" % s

    def gold(self, source):
        articles = {}
        for key in self.elements:
            articles.setdefault(key.split(".")[0], []).append(key)
        out = []
        for name in sorted(articles):
            def rank(key):
                role, number = re.fullmatch(r"([a-z]+)(\d*)", key.split(".")[1]).groups()
                where = HEADS.index(role) if role in HEADS else 9 if role in ("caption", "credit") else 5
                return where, 0
            keys = sorted(articles[name], key=rank)
            out.append({"id": name, "elements": [
                {"role": re.match(r"[a-z]+", k.split(".")[1]).group(), "spans": [self.span(s) for s in self.elements[k]]}
                for k in keys]})
        return {"source": source, "articles": out,
                "dropped": [{"reason": r, "spans": [self.span(s)]} for r, s in self.dropped]}


def read(path):
    page, measure, indent = Page(), 0, 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#") and "¦" not in line:
            continue
        command = re.fullmatch(r"@(measure|indent) (\d+)", line)
        if command:
            if command.group(1) == "measure":
                measure = int(command.group(2))
            else:
                indent = int(command.group(2))
            continue
        fields = line.split("¦")
        if len(fields) == 1:
            if line.strip():
                raise SystemExit("%s: no key: %s" % (path, line))
            page.lines.append(line)
        elif len(fields) == 2 and measure and re.search(r"\.(paragraph|caption)", fields[0]):
            page.set(fields[0], fields[1], measure, indent)
        else:
            page.put(list(zip(fields[0::2], fields[1::2])))
    return page


def main():
    for path in sorted(glob.glob(HERE + "/marked/*")):
        name = os.path.basename(path)
        page = read(path)
        with open(HERE + "/pages/" + name, "w", encoding="utf-8", newline="\n") as f:
            f.write("\n".join(page.lines) + "\n")
        gold = page.gold(name)
        text = '{\n "source": %s,\n "articles": [\n' % json.dumps(name)
        text += ",\n".join('  {"id": "%s", "elements": [\n%s]}' % (a["id"], ",\n".join("   " + json.dumps(e, ensure_ascii=False) for e in a["elements"]))
                           for a in gold["articles"])
        text += '],\n "dropped": [%s]\n}\n' % ", ".join(json.dumps(d, ensure_ascii=False) for d in gold["dropped"])
        with open(HERE + "/pages/" + os.path.splitext(name)[0] + ".gold.json", "w", encoding="utf-8", newline="\n") as f:
            f.write(text)


if __name__ == "__main__":
    main()
