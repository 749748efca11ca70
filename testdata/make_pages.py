#!/usr/bin/env python3
"""Typesets the articles of testdata/articles as text extractors give newspaper pages, and writes the pages with their
gold to testdata/pages (format of the gold: testdata/pages/README.md). Always writes the same bytes.

usage: make_pages.py                        writes the pages that the tests read
       make_pages.py FOLDER COUNT [SEED]    writes COUNT other pages, picked and set at random, into FOLDER: to fit
                                            weights on, and to measure with more pages than fit in the tree

A page is a row of frames (a head, a column of a body, a photograph's caption, furniture), a frame is a row of lines, a
line is a row of parts, each with its owner: an element of a story, or a reason to drop it. The gold is read off the owners.
"""
import json, os, random, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = HERE + "/pages"
HEAD = ("section", "kicker", "headline", "deck")
NO_START = "，。、；：？！）》」』】”’％…—·,.;:?!)%﹄」』ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
NO_END = "（《「『【“‘([﹃«„"


def wide(c):
    return unicodedata.east_asian_width(c) in "WF" or c in "“”‘’…—·"


def cells(text):
    return sum(2 if wide(c) else 1 for c in text)


# ---------------------------------------------------------------------------------------------------- articles
class Article:
    def __init__(self, name, lang):
        self.name, self.lang, self.elements = name, lang, []


def load():
    found = {}
    for file in sorted(os.listdir(HERE + "/articles")):
        for line in open(HERE + "/articles/" + file, encoding="utf-8"):
            line = line.rstrip("\n")
            if line.startswith("== "):
                article = found[line[3:]] = Article(line[3:], file[:-4])
            elif line and line[0] != "#":
                article.elements.append(tuple(line.split(" ", 1)))
    return found


ARTICLES = load()


# ---------------------------------------------------------------------------------------------------- lines
class Line:
    """Parts (text, owner); owner: (story, element), ("drop", reason), or None for what is no text at all."""

    count = 0

    def __init__(self, parts, first=False, serial=None):
        Line.count += 1  # the serial says where the line stands in its story, wherever it is put on the page
        self.parts, self.first, self.serial = parts, first, Line.count if serial is None else serial

    @property
    def text(self):
        return "".join(part[0] for part in self.parts)

    @property
    def owner(self):
        return self.parts[-1][1]


def hyphen_places(word):
    """Between two consonants, or before one between vowels if enough follows; never in a word that has a hyphen."""
    vowels = "aeiouyäöüéèêàâîôû"
    letters = re.match(r"[A-ZÄÖÜÉ]?[a-zäöüßéèêàâîôûç]*", word).group().lower()
    if "-" in word or "'" in word:
        return
    for i in range(3, len(letters) - 3):
        pair = letters[i - 1:i + 1]
        if letters[i] in vowels or letters[i + 1] not in vowels or pair in ("ch", "ck", "th", "sh", "ph", "qu", "gn", "ng", "st"):
            continue
        if letters[i - 1] in vowels and len(letters) - i > 4 or letters[i - 1] not in vowels and letters[i - 2] in vowels:
            yield i


class Setter:
    """Gives a paragraph line by line; the measure may change from line to line."""

    def __init__(self, text, lang, hyphens):
        self.cjk = lang[:2] in ("zh", "ja")
        self.hyphens = hyphens
        self.tight = self.cjk
        if self.cjk:
            self.tokens = re.findall(r"[A-Za-z0-9.,%:/]+| |.", text)
        else:
            bound = re.sub(r"([«]) ", "\\1\u0001", text)
            bound = re.sub(r" ([»:;?!])", "\u0001\\1", bound)
            self.tokens = bound.split(" ")
        self.at = 0

    def done(self):
        return self.at >= len(self.tokens)

    def line(self, width):
        return self.line_cjk(width) if self.cjk else self.line_latin(width)

    def line_cjk(self, width):
        t, i, used = self.tokens, self.at, 0
        while i < len(t) and used + cells(t[i]) <= width:
            used += cells(t[i])
            i += 1
        i = max(i, self.at + 1)
        if i < len(t) and t[i][0] in NO_START:
            if i + 1 >= len(t) or t[i + 1][0] not in NO_START:
                i += 1  # squeezed in
            else:
                while i - 1 > self.at and t[i][0] in NO_START:
                    i -= 1  # the character before goes down with it
        while i < len(t) and i - 1 > self.at and t[i - 1] in NO_END:
            i -= 1
        out = "".join(t[self.at:i])
        self.at = i
        return out.strip(" ")

    def line_latin(self, width):
        t, out = self.tokens, ""
        while self.at < len(t):
            word = t[self.at]
            room = width - len(out) - (1 if out else 0)
            if len(word) <= room:
                out += (" " if out else "") + word
                self.at += 1
                continue
            cut = None
            own = word.rfind("-", 2, max(2, room))
            if own > 2 and word[own - 1].isalpha() and word[own + 1:own + 2].isalpha():
                cut = (word[:own + 1], word[own + 1:])
            elif self.hyphens and room > 3:
                places = [p for p in hyphen_places(word) if p < room]
                if places:
                    cut = (word[:places[-1]] + "-", word[places[-1]:])
            if cut:
                out += (" " if out else "") + cut[0]
                t[self.at] = cut[1]
            elif not out:
                out, self.at = word, self.at + 1
            break
        return out.replace("\u0001", " ")


class Story:
    """An article as it is set on one page.

    columns   [(width in cells, lines)]: the last one takes what is left
    indent    cells of the indent; shown  what of it the extractor keeps
    vertical  roles set one character a line
    foot      the byline stands below the body;  lose  lines lost at the beginning of the body
    """

    def __init__(self, name, columns, indent=0, shown="", vertical=(), foot=False, lose=0, hyphens=False, gaps=None,
                 byline="body", swap=None):
        article = ARTICLES[name]
        self.lang = article.lang
        self.elements = list(article.elements)
        if swap:
            self.elements = [(r, swap(t)) for r, t in self.elements]
        if foot:
            self.elements.sort(key=lambda e: e[0] == "byline")
        self.reading = None  # order of the elements, where it is not that of the article
        self.heads, self.columns, self.photo, self.own = [], [], [], []
        column, width_at = [], 0
        body = []
        for n, (role, text) in enumerate(self.elements):
            owner = (self, n)
            if role in HEAD or role == "byline" and byline == "head":
                for row in text.split("|"):
                    if role in vertical:
                        lines = [Line([(c, owner)]) for c in re.findall(r"[0-9A-Za-z]+|.", row)]
                        lines[0].first = True
                        self.heads.append(lines)
                    else:
                        self.heads.append([Line([(row, owner)], True)])
            elif role == "byline" and byline == "own":
                self.own.append(Line([(text, owner)], True))
            elif role in ("caption", "credit"):
                setter = Setter(text, self.lang, hyphens)
                first = True
                while not setter.done():
                    self.photo.append(Line([(setter.line(columns[0][0]), owner)], first))
                    first = False
            else:
                body.append((n, role, text))
        for n, role, text in body:
            setter, first = Setter(text, self.lang, hyphens), True
            while not setter.done():
                width, height = columns[min(width_at, len(columns) - 1)]
                pad = indent if first and role == "paragraph" else 0
                line = Line([(setter.line(width - pad), (self, n))], first)
                if pad and shown:
                    line.parts.insert(0, (shown, None))
                column.append(line)
                first = False
                if len(column) == height and width_at < len(columns) - 1:
                    self.columns.append(column)
                    column, width_at = [], width_at + 1
        if column:
            self.columns.append(column)
        while lose and self.columns:
            gone = self.columns[0].pop(0)
            self.elements = [(r, None if gone.owner[1] == n else t) for n, (r, t) in enumerate(self.elements)]
            lose -= 1
            if not self.columns[0]:
                self.columns.pop(0)

    def head(self, *roles):
        """The head as one frame; or only the rows of these roles."""
        rows = [row for row in self.heads if not roles or self.elements[row[0].owner[1]][0] in roles]
        return [line for row in rows for line in row]

    def head_frames(self):
        return [list(row) for row in self.heads]


def drop(text, reason):
    return [Line([(text, ("drop", reason))], True)]


def flow(stories, width, height):
    """Stories one below the other, cut into columns of equal height."""
    lines = []
    for story in stories:
        lines += story.head()
        for column in story.columns:
            lines += column
    return [lines[i:i + height] for i in range(0, len(lines), height)]


# ---------------------------------------------------------------------------------------------------- shapes
BLANK = Line([])


def hard(frames, gap=0.0, false_blanks=False, between=True, rng=None):
    """Lines as they stand; a blank line between frames, and with probability `gap` between paragraphs."""
    out = []
    for frame in frames:
        if out and between:
            out.append(BLANK)
        for i, line in enumerate(frame):
            same = i and line.owner == frame[i - 1].owner
            if i and not same and rng and rng.random() < gap:
                out.append(BLANK)
            elif same and false_blanks and line.text[:1] in "“「":
                out.append(BLANK)
            out.append(line)
    return out


def blocks(frames, head_gap=True, whole=()):
    """One line for what one frame holds of an element (a row of a head, but for the roles in `whole`)."""
    out = []
    for frame in frames:
        group = []
        for line in frame:
            one = group and line.owner == group[-1].owner and role_of(line) in whole
            if group and not one and (line.owner != group[-1].owner or line.first):
                out += [joined(group), BLANK]
                group = []
            group.append(line)
        if group:
            out += [joined(group), BLANK]
    if not head_gap:  # two rows of one head stand together
        role = [role_of(o) for o in out]
        keep = []
        for i, line in enumerate(out):
            if not line.parts and 0 < i < len(out) - 1 and role[i - 1] in HEAD and role[i + 1] in HEAD[2:] \
                    and out[i - 1].owner[0] is out[i + 1].owner[0]:
                continue
            keep.append(line)
        out = keep
    return out


def role_of(line):
    return line.owner[0].elements[line.owner[1]][0] if line.parts and line.owner[0] != "drop" else ""


def joined(group):
    text = group[0].text
    for line in group[1:]:
        text += ("" if wide(text[-1]) or wide(line.text[0]) or text[-1] == "-" else " ") + line.text
    return Line([(text, group[0].owner)], True, group[0].serial)


def side_by_side(columns, gutter, width):
    """Columns [(x, y, lines)] put into one grid; gutter None: one space, whatever the cells."""
    height = max([y + len(lines) for _, y, lines in columns], default=0)
    out = []
    for y in range(height):
        parts, at = [], 0
        for x, top, lines in sorted(columns, key=lambda c: c[0]):
            if not 0 <= y - top < len(lines) or not lines[y - top].parts:
                continue
            line = lines[y - top]
            space = 1 if gutter is None else max(2, x - at)
            if parts or gutter is not None and x > 0:
                parts.append((" " * space, None))
                at += space
            parts += [(text, owner, line.serial) for text, owner in line.parts]
            at += cells(line.text)
        out.append(Line(parts))
    return out


def tier(stories, gutter, shift=0):
    """Stories beside one another, each with its head above its columns. gutter None: one space."""
    columns, x = [], shift
    for story, width in stories:
        head = story.head() + story.own
        if head:
            columns.append((x, 0, head))
        for column in story.columns:
            columns.append((x, len(head), column))
            x += width + (gutter or 1)
        x += (gutter or 1) + (0 if story.columns else width)
    return side_by_side(columns, gutter, x)


def rounds(stories, measure, rng):
    """Stories beside and below one another, line by line by the height of their baselines, as an extractor gives them
    that keeps no layout. Lines of one height share a line, one space between, if no more than a narrow gutter parts them."""
    narrow = rng.random() < 0.6  # gutters
    across = rng.randint(1, 3)   # stories beside one another
    placed, before = [], []
    feet = [0.0] * across
    for k, story in enumerate(stories):
        at = k % across
        top = feet[at] + rng.choice([0, 0, 0.3, 0.6])
        head = story.head()
        if rng.random() < 0.5:
            before.append(head)
        else:
            placed += [(top + 2 * i, at, 0, line, 0) for i, line in enumerate(head)]
        top += 2 * len(head)
        for i, line in enumerate(story.own):
            placed.append((top + i, at, 0, line, 0))
        for c, column in enumerate(story.columns):
            own = len(story.own) if c == 0 else 0
            placed += [(top + own + i, at, c, line, measure) for i, line in enumerate(column)]
        feet[at] = top + len(story.own) + max(map(len, story.columns), default=0) + rng.choice([1, 2, 2.5])
    placed.sort(key=lambda p: (round(p[0], 3), p[1], p[2]))
    out = []
    for lines in before:
        out += lines + [BLANK]
    k = 0
    while k < len(placed):
        row = [p for p in placed[k:] if round(p[0], 3) == round(placed[k][0], 3)]
        k += len(row)
        groups = []
        for p in row:
            last = groups[-1][-1] if groups else None
            full = last and last[4] and cells(last[3].text) >= last[4] - 1
            role = p[3].owner[0].elements[p[3].owner[1]][0]
            if narrow and full and p[4] and not (p[3].first and role == "paragraph") and rng.random() < 0.95:
                groups[-1].append(p)
            else:
                groups.append([p])
        if len(groups) > 1 and rng.random() < 0.1:
            rng.shuffle(groups)
        for group in groups:
            parts = []
            for p in group:
                if parts:
                    hangs = wide(group[0][3].text[-1]) and parts[-1][0][-1] in "，。、；：" and rng.random() < 0.2
                    parts.append(("" if hangs else " ", None))
                parts += [(text, owner, p[3].serial) for text, owner, *_ in p[3].parts]
            out.append(Line([part for part in parts if part[0]]))
    return out


def vision(frames, level=2):
    """Markdown as a vision model writes it."""
    out = []
    for line in blocks(frames, whole=HEAD):
        if not line.parts:
            out.append(line)
            continue
        role = role_of(line)
        mark = {"headline": "#" * level + " ", "kicker": "#" * (level + 1) + " ", "subhead": "#" * (level + 1) + " "}.get(role)
        if mark:
            line = Line([(mark, None)] + line.parts, True, line.serial)
        elif role == "byline":
            line = Line([("**", None)] + line.parts + [("**", None)], True, line.serial)
        out.append(line)
    return out


# ---------------------------------------------------------------------------------------------------- gold
def norm(s):
    """Without the white space that means nothing: all of it beside wide characters."""
    s = re.sub(r"\s+", " ", s).strip()
    return "".join(c for i, c in enumerate(s) if c != " " or not wide(s[i - 1]) and not wide(s[i + 1]))


def join(pieces):
    out = ""
    for p in pieces:
        p = p.strip(" \t\u3000\ufeff")
        if p and out and not wide(out[-1]) and not wide(p[0]):
            out += " "
        out += p
    return out


def write(name, lines, stories, newline="\n", extension="txt"):
    while lines and not lines[-1].parts:
        lines.pop()
    found, dropped = {}, []
    for number, line in enumerate(lines, 1):
        x = 0
        for text, owner, *serial in line.parts:
            if owner is not None and text.strip():
                whole = len(line.parts) == 1
                span = str(number) if whole else "%d:%d-%d" % (number, x, x + len(text))
                if owner[0] == "drop":
                    dropped.append({"reason": owner[1], "spans": [span]})
                else:
                    found.setdefault(owner, []).append((serial or [line.serial], span, text))
            x += len(text)
    gold = {"source": name + "." + extension, "lang": stories[0].lang, "articles": []}
    for k, story in enumerate(stories, 1):
        elements = []
        for n in story.reading or range(len(story.elements)):
            role, text = story.elements[n]
            if (story, n) not in found:
                continue
            places = sorted(found[story, n], key=lambda f: f[0])
            element = {"role": role, "spans": [span for _, span, _ in places]}
            got = join([text for _, _, text in places])
            want = got if text is None else text.replace("|", " ")
            if norm(got) != norm(want):
                element["text"] = want
            elements.append(element)
        gold["articles"].append({"id": "A%d" % k, "elements": elements})
    gold["dropped"] = dropped
    stem = FOLDER + "/" + name
    with open(stem + "." + extension, "w", encoding="utf-8", newline="") as f:
        f.write(newline.join(line.text.rstrip(" ") for line in lines) + newline)
    with open(stem + ".gold.json", "w", encoding="utf-8") as f:
        f.write('{"source": %s, "lang": "%s",\n "articles": [\n' % (json.dumps(gold["source"]), gold["lang"]))
        f.write(",\n".join('  {"id": "%s", "elements": [\n   %s]}' % (a["id"], ",\n   ".join(
            json.dumps(e, ensure_ascii=False) for e in a["elements"])) for a in gold["articles"]))
        f.write('],\n "dropped": [%s]}\n' % ", ".join(json.dumps(d, ensure_ascii=False) for d in gold["dropped"]))


def natural(stories, frames=False):
    out = []
    for s in stories:
        out += [s.head()] if s.heads and not frames else s.head_frames()
        out += [s.own] if s.own else []
        out += s.columns + ([s.photo] if s.photo else [])
    return [f for f in out if f]


def heads_last(stories):
    out = []
    for s in stories:
        out += ([s.own] if s.own else []) + s.columns + ([s.photo] if s.photo else []) + ([s.head()] if s.heads else [])
    return out


def bodies_first(stories):
    return [f for s in stories for f in ([s.own] if s.own else []) + s.columns + ([s.photo] if s.photo else [])] + \
        [s.head() for s in stories if s.heads]


def shuffled(stories, rng, far=1):
    """Articles in any order, the frames of each in any order, and `far` frames gone astray."""
    stories, out = list(stories), []
    rng.shuffle(stories)
    for s in stories:
        frames = natural([s])
        rng.shuffle(frames)
        out += frames
    for _ in range(far):
        out.insert(rng.randrange(len(out)), out.pop(rng.randrange(len(out))))
    return out


def half_width(text):
    return text.translate(str.maketrans("，：；？！（）", ",:;?!()"))


def stray(text):
    """Spaces round numbers, as some text layers have them."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(\d+(?:\.\d+)?%?)(?=[\u4e00-\u9fff])", r" \1 ", text)


# ---------------------------------------------------------------------------------------------------- pages
def zh_hans():
    rng = random.Random(1)
    st = [Story("bridge", [(36, 14), (36, 12), (36, 99)], indent=4), Story("melon", [(36, 15), (36, 99)], indent=4),
          Story("battery", [(36, 13), (36, 13), (36, 99)], indent=4)]
    write("zh-hans-wrapped", hard(heads_last(st), gap=0.9, false_blanks=True, rng=rng), st)

    st = [Story("drone", [(24, 24), (60, 99)], indent=4, vertical=("kicker", "headline")),
          Story("gov_road", [(38, 7), (38, 99)], indent=4), Story("photo_tea", [(32, 99)])]
    lines = hard([st[0].own] + st[0].columns + st[0].head_frames() + st[1].columns + [st[1].head()] +
                 [st[2].photo[:-1], st[2].photo[-1:], st[2].head()], gap=0.9, false_blanks=True, rng=rng)
    write("zh-hans-vertical", lines, st)

    st = [Story("robots", [(36, 14), (36, 99)], indent=4), Story("paper", [(36, 99)], indent=4),
          Story("library", [(36, 12), (36, 11), (36, 99)], indent=4), Story("photo_boat", [(60, 99)])]
    st[0].elements += [("section", "新人新事"), ("note", "【编者按】"),
                       ("note", "手艺在人身上，也在人与人之间。本栏讲几位寻常劳动者和他们的徒弟，今日刊出两篇。")]
    n = len(st[0].elements)
    label = [[Line([(st[0].elements[n - 3][1], (st[0], n - 3))], True)],
             [Line([(st[0].elements[n - 2][1], (st[0], n - 2))], True)],
             [Line([(st[0].elements[n - 1][1], (st[0], n - 1))], True)]]
    frames = label + natural(st[:3]) + [st[3].head(), st[3].photo]
    last_first(st[0], 3)
    write("zh-hans-series", blocks(frames, head_gap=False), st)

    st = [Story("school", [(38, 20), (38, 99)], swap=half_width), Story("hospital", [(38, 9), (38, 99)], swap=half_width),
          Story("tax", [(38, 99)], swap=half_width)]
    body = vision(natural(st))
    table = [("| 窗口 | 方言 | 接待人数 |", 0), ("| --- | --- | --- |", None), ("| 一号 | 河东话 | 148 |", 0), ("| 二号 | 山里话 | 163 |", 0)]
    st[2].elements.append(("table", "窗口 方言 接待人数 一号 河东话 148 二号 山里话 163"))
    owner = (st[2], len(st[2].elements) - 1)
    rows = []
    for text, kind in table:
        parts = []
        for cell in re.findall(r"[|]|[^|]+", text):
            plain = kind is None or cell.strip() in ("", "|")
            parts.append((cell, None if plain else owner))
        rows.append(Line(parts))
    mark = lambda text: Line([(text, None)])
    lines = [mark("```markdown"), mark("<!-- page 2 -->"), BLANK] + \
        [Line([("**", None), ("学在青禾 书香满城", ("drop", "furniture")), ("**", None)]), BLANK, mark("---"), BLANK] + \
        body + [BLANK] + rows + [BLANK, mark("---"), mark("```")]
    write("zh-hans-vision", lines, st, extension="md")

    st = [Story("football", [(30, 12), (30, 12), (30, 99)], indent=4, shown="    "), Story("pavilion", [(30, 9), (30, 99)], indent=4, shown="    "),
          Story("market", [(30, 15), (30, 99)], indent=4, shown="    "), Story("salt", [(30, 12), (30, 12), (30, 99)], indent=4, shown="    ")]
    lines = drop("2031年5月12日 星期一  第4版 综合", "folio") + [BLANK, BLANK] + \
        tier([(st[0], 30), (st[1], 30)], 4, 1) + [BLANK, BLANK] + tier([(st[2], 30), (st[3], 30)], 4, 1)
    write("zh-hans-layout", lines, st)

    st = [Story("wind", [(34, 12), (34, 99)]), Story("factory", [(30, 13), (30, 13), (30, 99)], indent=4), Story("bees", [(30, 8), (30, 99)])]
    lines = []
    for s in st:
        lines += s.head() + side_by_side([(k, 0, c) for k, c in enumerate(s.columns)], None, 0) + [BLANK]
    write("zh-hans-one-space", drop("2031年5月12日 星期一 第5版 要闻", "folio") + [BLANK] + lines, st)

    st = [Story("kitchen", [(36, 99)], lose=2), Story("fishing", [(36, 9), (36, 99)], foot=True), Story("photo_boat", [(60, 99)]),
          Story("photo_tea", [(90, 99)], swap=stray), Story("dialect", [(36, 8), (36, 7), (36, 99)])]
    copies = lambda: drop(st[2].elements[1][1], "duplicate")
    frames = [st[0].own] + st[0].columns + [st[2].head(), st[2].photo[:-1], copies()] + natural([st[1]]) + \
        [copies(), drop("（下转第三版）", "jump-line"), copies()] + [st[3].photo, st[3].head()] + \
        [st[4].columns[0]] + [copies()] + st[4].columns[1:] + [st[4].head()] + [st[2].photo[-1:]]
    write("zh-hans-captions", blocks([f for f in frames if f]), st)

    st = [Story("school", [(34, 16), (34, 15), (34, 99)], indent=4, foot=True), Story("fishing", [(34, 9), (34, 99)], indent=4, foot=True),
          Story("lamp", [(34, 99)], indent=4, foot=True)]
    st[2].elements.append(("section", "石桥"))
    last_first(st[2], 1)
    school_head = [Line([("青禾", (st[0], 0)), (" ", None), ("山里小学的天文台", (st[0], 1))], True)]
    fish_head = st[1].head("kicker") + st[1].head("headline")
    lamp_head = [Line([("让回家的路亮起来", (st[2], 0)), ("石桥", (st[2], len(st[2].elements) - 1))], True)]
    sponsor = [Line([("主办 ", ("drop", "furniture")), ("青禾县文化和旅游局", ("drop", "furniture")),
                     ("青禾县文化和旅游局", ("drop", "duplicate"))], True)]
    frames = st[0].columns + st[1].columns + [school_head] + st[2].columns + [fish_head, lamp_head] + [sponsor]
    write("zh-hans-places", hard(frames, gap=0.8, false_blanks=True, rng=rng), st)

    names = ["gov_elder", "weather", "hospital", "wind", "tax", "gov_road"]
    st = [Story(n, [(22, 19), (22, 99)] if n in ("hospital", "wind") else [(26, 99)], indent=4, swap=stray if n == "wind" else None)
          for n in names]
    frames = [drop("责任编辑 温如玉 美编 简单 校对 孟夏", "furniture")] + natural(st) + [drop("第02版", "folio"), drop("讲好柳川故事 传播柳川声音", "furniture")]
    write("zh-hans-briefs", hard(frames), st)

    st = [Story("salt", [(28, 15), (28, 15), (28, 99)], indent=4, byline="own"), Story("kitchen", [(28, 11), (28, 99)], indent=4, byline="own"),
          Story("dialect", [(28, 14), (28, 14), (28, 99)], indent=4, byline="own"), Story("market", [(28, 16), (28, 99)], indent=4, byline="own")]
    write("zh-hans-random", hard(shuffled(st, random.Random(3))), st)

    st = [Story("opera", [(32, 10), (32, 9), (32, 99)], indent=4), Story("train", [(32, 12), (32, 99)], indent=4), Story("melon", [(32, 99)], indent=4)]
    o = st[0]
    first = natural([st[1]]) + [o.head()] + o.columns[:2] + [drop("（下转第2版）", "jump-line")]
    second = [drop("（上接第1版）", "jump-line")] + o.columns[2:] + natural([st[2]])
    one = hard([drop("柳川晚报 2031年6月3日 星期二 第1版", "running-head")] + first)
    two = hard([drop("柳川晚报 2031年6月3日 星期二 第2版", "running-head")] + second)
    two[0].parts.insert(0, ("\f", None))
    write("zh-hans-jump", one + [BLANK] + two, st)

    st = [Story(n, [(40, 99)], indent=4, shown="　　") for n in ("bees", "paper", "library", "lamp")]
    frames = natural(st)
    write("zh-hans-indented", hard(frames, between=False), st, newline="\r\n")


def last_first(story, count):
    """The last `count` elements were added for this page and are read first."""
    n = len(story.elements)
    story.reading = list(range(n - count, n)) + list(range(n - count))


def others():
    rng = random.Random(2)
    st = [Story("ferry", [(30, 13), (30, 99)], indent=4), Story("clock", [(30, 10), (30, 99)], indent=4), Story("bakery", [(30, 8), (30, 99)], indent=4)]
    write("zh-hant-wrapped", hard(heads_last(st), gap=0.9, false_blanks=True, rng=rng), st)

    st = [Story("reservoir", [(36, 9), (36, 99)]), Story("archive", [(36, 8), (36, 99)]), Story("orchid", [(36, 99)])]
    write("zh-hant-blocks", blocks(bodies_first(st)), st)

    st = [Story("lighthouse", [(26, 12), (26, 99)], indent=2, shown="　"), Story("noodle", [(26, 99)], indent=2, shown="　"), Story("bus", [(26, 10), (26, 99)], indent=2, shown="　")]
    write("ja-wrapped", hard(natural(st)), st)

    st = [Story("rice", [(30, 9), (30, 99)]), Story("crane", [(30, 7), (30, 99)]), Story("whale", [(30, 99)])]
    write("ja-blocks", blocks(heads_last(st)), st)

    st = [Story(n, [(46, h), (46, 99)]) for n, h in (("copper", 9), ("grain", 8), ("bank", 6), ("strike", 9))]
    write("en-agency-blocks", blocks([drop("THE ARDEN LEDGER, APRIL 10, 1987   PAGE B3", "folio")] + heads_last(st)), st)

    st = [Story(n, [(w, h), (w, 99)], indent=2, hyphens=True) for n, w, h in (("strike", 44, 13), ("ferryfire", 34, 10), ("bank", 34, 10), ("grain", 50, 9), ("copper", 34, 15))]
    write("en-agency-wrapped", hard([drop("THE ARDEN LEDGER, FEBRUARY 13, 1988   PAGE A4", "folio")] + shuffled(st, random.Random(4))), st)

    st = [Story("telescope", [(36, 13), (36, 13), (36, 99)], indent=3, shown="   ", hyphens=True), Story("mill", [(36, 10), (36, 99)], indent=3, shown="   ", hyphens=True),
          Story("river", [(36, 12), (36, 99)], indent=3, shown="   ", hyphens=True)]
    lines = drop("EASTBROOK COURIER                      Sunday, October 4", "running-head") + [BLANK] + \
        tier([(st[0], 36)], 4, 1) + [BLANK, BLANK] + tier([(st[1], 36), (st[2], 36)], 4, 1)
    write("en-feature-layout", lines, st)

    names = ("foreign1860", "gale", "market1860", "theft", "railway", "parliament1860")
    st = [Story(n, [(54, 99)], indent=2, hyphens=True) for n in names]
    columns = flow(st, 54, 44)
    write("en-1860s", hard([drop("BELLMOUTH GAZETTE.", "running-head")] + columns + [drop("w", "noise")]), st)

    st = [Story(n, [(38, 99)], indent=2, shown="  ", hyphens=True) for n in names]
    columns = flow(st, 38, 44)
    lines = drop("                    BELLMOUTH GAZETTE, SATURDAY, MARCH 5.", "running-head") + [BLANK] + \
        side_by_side([(2 + 42 * k, 0, c) for k, c in enumerate(columns)], 4, 0)
    write("en-1860s-layout", lines, st)

    st = [Story("river", [(40, 99)]), Story("mill", [(40, 10), (40, 99)]), Story("telescope", [(40, 12), (40, 11), (40, 99)])]
    body = vision(natural(st), 1)
    mark = lambda text: Line([(text, None)])
    lines = [mark("<!-- page 7 -->"), BLANK] + body + [BLANK, mark("---"), BLANK, Line([("*", None), ("Page 7", ("drop", "folio")), ("*", None)])]
    write("en-vision", lines, st, extension="md")

    st = [Story(n, [(34, 16), (34, 99)], indent=2, hyphens=True) for n in ("telescope", "river", "ferryfire")]
    lines = []
    for s in st:
        lines += s.head() + side_by_side([(k, 0, c) for k, c in enumerate(s.columns)], None, 0) + [BLANK]
    write("en-one-space", lines, st)

    st = [Story("speicher", [(34, 14), (34, 14), (34, 99)], indent=2, hyphens=True), Story("imker", [(34, 15), (34, 99)], indent=2, hyphens=True), Story("radweg", [(34, 99)], indent=2, hyphens=True)]
    write("de-wrapped", hard(heads_last(st)), st)

    st = [Story("faehre", [(40, 8), (40, 99)]), Story("orgel", [(40, 9), (40, 99)]), Story("theater", [(40, 99)])]
    write("de-blocks", blocks([drop("HOLMSTEDTER ANZEIGER, 14. MAI 1991   SEITE 5", "folio")] + bodies_first(st)), st)

    st = [Story("phare", [(38, 10), (38, 99)], indent=2, hyphens=True), Story("boulangerie", [(38, 11), (38, 99)], indent=2, hyphens=True), Story("tunnel", [(38, 99)], indent=2, hyphens=True)]
    write("fr-wrapped", hard(natural(st)), st)

    st = [Story("cirque", [(36, 9), (36, 99)], indent=2, shown="  "), Story("vigne", [(36, 9), (36, 99)], indent=2, shown="  ")]
    write("fr-layout", tier([(st[0], 36), (st[1], 36)], 4, 1), st)


def at_random(n, rng):
    """A page of articles picked at random, in a shape, measures and an order picked at random."""
    lang = rng.choice(["zh-Hans"] * 8 + ["zh-Hant", "ja"] + ["en"] * 4 + ["de", "fr"])
    names = [a.name for a in ARTICLES.values() if a.lang == lang]
    cjk = lang[:2] in ("zh", "ja")
    shape = rng.choice(["hard"] * 4 + ["blocks"] * 3 + ["vision", "layout", "one-space", "rounds"])
    measure = rng.choice(range(22, 46, 2) if cjk else range(30, 56, 2))
    indent = rng.choice([0, 4] if cjk else [0, 2])
    shown = rng.choice(["", "", "　　"]) if cjk and shape == "hard" and indent else " " * indent if shape == "layout" else ""
    byline = rng.choice(["body", "head", "own"])
    vertical = ("kicker", "headline") if lang == "zh-Hans" and shape == "hard" and rng.random() < 0.3 else ()
    swap = {"vision": half_width}.get(shape) if cjk else None
    if lang == "zh-Hans" and shape == "blocks" and rng.random() < 0.2:
        swap = stray
    stories = []
    for name in rng.sample(names, min(len(names), rng.randint(3, 6))):
        body = sum(cells(t) for r, t in ARTICLES[name].elements if r == "paragraph")
        count = rng.randint(1, 3)
        height = max(4, body // measure // count + rng.randint(0, 3))
        columns = [(measure, height)] * (count - 1) + [(measure, 999)]
        if count > 1 and shape == "hard" and rng.random() < 0.15:
            columns[-1] = (measure * 2, 999)
        stories.append(Story(name, columns, indent=indent, shown=shown, vertical=vertical if rng.random() < 0.5 else (), swap=swap,
                             foot=cjk and rng.random() < 0.2, hyphens=not cjk and shape not in ("blocks", "vision"), byline=byline,
                             lose=2 if shape in ("hard", "blocks") and rng.random() < 0.04 else 0))
    order = rng.choice(["natural", "heads last", "bodies first", "random"])
    frames = {"natural": natural, "heads last": heads_last, "bodies first": bodies_first, "random": lambda st: shuffled(st, rng, rng.randrange(3))}[order](stories)
    frames = [f for f in frames if f]
    if rng.random() < 0.6:
        frames.insert(0, drop("2031年5月12日 星期一 第4版 要闻" if cjk else "THE ARDEN LEDGER, APRIL 10, 1987   PAGE B3", "folio"))
    if shape == "hard":
        lines = hard(frames, gap=rng.choice([0, 0, 0.5, 0.9]), false_blanks=cjk and rng.random() < 0.5, between=rng.random() < 0.9, rng=rng)
    elif shape == "blocks":
        lines = blocks(frames, head_gap=rng.random() < 0.5)
    elif shape == "vision":
        lines = vision(frames, rng.randint(1, 2))
    else:
        lines = [] if frames[0][0].owner[0] != "drop" else frames[0] + [BLANK]
        if shape == "rounds":
            lines += rounds(stories, measure, rng) + [BLANK]
            for s in stories:
                lines += s.photo + [BLANK] if s.photo else []
        for k in range(0, 0 if shape == "rounds" else len(stories), 2):
            if shape == "layout":
                lines += tier([(s, measure) for s in stories[k:k + 2]], rng.randint(2, 4), 1) + [BLANK, BLANK]
            else:
                for s in stories[k:k + 2]:
                    lines += s.head() + s.own + side_by_side([(i, 0, c) for i, c in enumerate(s.columns)], None, 0) + [BLANK]
            for s in stories[k:k + 2]:
                lines += s.photo + [BLANK] if s.photo else []
    write("r%04d-%s-%s" % (n, lang, order.replace(" ", "-")), lines, stories,
          extension="md" if shape == "vision" else shape + ".txt")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        FOLDER = sys.argv[1]
        os.makedirs(FOLDER, exist_ok=True)
        for page in range(int(sys.argv[2])):
            at_random(page, random.Random(int(sys.argv[3] if len(sys.argv) > 3 else 1) * 10000 + page))
    else:
        os.makedirs(FOLDER, exist_ok=True)
        zh_hans()
        others()
