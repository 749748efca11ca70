#!/usr/bin/env python3
"""Sets the articles of testdata/articles on paper and writes the pages as ALTO, with their gold, to testdata/layout.
Always writes the same bytes.

usage: make_layout.py                        writes the pages that the tests read
       make_layout.py FOLDER COUNT [SEED]    writes COUNT other pages of several kinds into FOLDER, each in the true order
                                             (X.true.xml), with its blocks (X.blocks.xml) and its lines (X.lines.xml) shuffled

A page is a list of lines, each with its place, its type size and its owner: an element of a story, or a reason to drop it.
Upright pages are set like the others and turned: what ran from left to right runs from top to bottom.
"""
import json, math, os, random, re, sys
from xml.sax.saxutils import quoteattr
from make_pages import ARTICLES, HEAD, NO_END, NO_START, hyphen_places, wide

HERE = os.path.dirname(os.path.abspath(__file__))
EM, PITCH = 20.0, 28.0
INDENT = {"zh": 2, "ja": 1}
LABELS = {"zh-Hans": "简讯", "zh-Hant": "簡訊", "ja": "短信", "en": "IN BRIEF", "de": "KURZ GEMELDET", "fr": "EN BREF"}
HEADS = {"zh-Hans": "柳川晚报　2031年5月12日　星期一", "zh-Hant": "海島新聞　2031年5月12日", "ja": "みなと新聞　5月12日",
         "en": "THE ARDEN LEDGER, APRIL 10, 1987", "de": "HOLMSTEDTER ANZEIGER, 14. MAI 1991", "fr": "LE PETIT COURRIER, 3 MAI 1931"}
FOLIOS = {"zh-Hans": "4", "zh-Hant": "第4版", "ja": "4", "en": "PAGE 4", "de": "SEITE 4", "fr": "4"}


def advance(c):
    """Width of a character in ems."""
    if wide(c):
        return 1.0
    if c in "ijlft.,;:'!|()[]- ":
        return 0.29
    if c in "mwMW%":
        return 0.8
    return 0.66 if c.isupper() else 0.48


def ems(text):
    return sum(map(advance, text))


class Setter:
    """Breaks a text into lines, each of a width of its own; gives (text, part of a word that goes on)."""

    def __init__(self, text, lang):
        self.cjk = lang[:2] in ("zh", "ja")
        self.tokens = re.findall(r"[A-Za-z0-9.,%:/]+|.", text) if self.cjk else text.split(" ")
        self.at = 0

    def done(self):
        return self.at >= len(self.tokens)

    def line(self, width, hyphens=True):
        t, first, out, used = self.tokens, self.at, "", 0.0
        space = 0 if self.cjk else advance(" ")
        while self.at < len(t):
            word = t[self.at]
            more = ems(word) + (space if out else 0)
            if used + more <= width + (0.5 if self.cjk and word in NO_START else 0) or not out:
                out += (" " if out and space else "") + word
                used += more
                self.at += 1
                continue
            if not self.cjk and hyphens:
                places = [p for p in hyphen_places(word) or () if used + space + ems(word[:p]) + 0.3 <= width]
                if places:
                    t[self.at] = word[places[-1]:]
                    return out + " " + word[:places[-1]] + "-", word
            break
        if self.cjk:  # what may not begin a line takes the sign before it along; what may not end one goes down
            while self.at < len(t) and self.at - first > 2 and (t[self.at] in NO_START or t[self.at - 1] in NO_END):
                self.at -= 1
            out = "".join(t[first:self.at])
        return out.strip(), None


class Line:
    def __init__(self, text, x, y, size, owner, width=None, upright=False, whole=None, block=0, first=False):
        self.text, self.x, self.y, self.size, self.owner, self.upright = text, x, y, size, owner, upright
        self.long = ems(text) * size * EM if width is None else width
        self.whole, self.block, self.first = whole, block, first

    def box(self):
        thick = self.size * EM
        return (self.x, self.y, self.x + thick, self.y + self.long) if self.upright else (self.x, self.y, self.x + self.long, self.y + thick)


class Story:
    def __init__(self, name, roles=None):
        article = ARTICLES[name]
        self.name, self.lang = name, article.lang
        self.elements = [e for e in article.elements if not roles or e[0] in roles]

    def of(self, *roles):
        return [(n, r, t) for n, (r, t) in enumerate(self.elements) if r in roles]


class Page:
    def __init__(self, rng, lang, width, height, gutter):
        self.rng, self.lang, self.width, self.height, self.gutter = rng, lang, width, height, gutter
        self.lines, self.pictures, self.rules, self.stories, self.blocks, self.turned = [], [], [], [], 0, False
        self.cjk = lang[:2] in ("zh", "ja")

    def block(self):
        self.blocks += 1
        return self.blocks

    def add(self, text, x, y, size, owner, **more):
        self.lines.append(Line(text, x, y, size, owner, **more))

    # Rows of a head in a given width; gives the height they take.
    def rows(self, text, owner, x, y, width, size, centred):
        rows = text.split("|")
        if any(ems(r) * size * EM > width for r in rows):
            size = max(min(size, 1.35), min(width / (ems(r) * EM) for r in rows))
        out = []
        for row in rows:
            setter = Setter(row, self.lang)
            while not setter.done():
                out.append(setter.line(width / (size * EM), False)[0])
        block, top = self.block(), y
        for row in out:
            left = x + (width - ems(row) * size * EM) / 2 if centred else x
            self.add(row, max(x, left), y, size, owner, block=block)
            y += size * EM * 1.3
        return y - top

    def head(self, story, k, x, y, width, size, centred, byline):
        """Kicker, headline, deck one below the other; gives the height."""
        top = y
        for n, role, text in story.of("section", "kicker", "headline", "deck"):
            scale = {"section": 1.0, "kicker": max(1.25, size * 0.55), "deck": max(1.2, size * 0.5)}.get(role, size)
            y += self.rows(text, (k, n), x, y, width, scale, centred and role != "section") + 0.25 * EM
        for n, role, text in story.of("byline") if byline else ():
            y += 0.2 * EM
            self.add(text.strip("□"), x + (width - ems(text) * EM) / 2 if centred else x, y, 1.0, (k, n), block=self.block())
            y += PITCH
        return y - top + (0.5 * EM if y > top else 0)

    def upright_head(self, story, k, x, y, height, size, left):
        """Columns of a headline beside the text at x; gives the width they take."""
        rows = [(n, r, row) for n, r, t in story.of("kicker", "headline", "deck") for row in t.split("|")]
        while size > 1.3 and max(ems(row) for _, _, row in rows) * size * EM > height:
            size -= 0.1
        sizes = [size if r == "headline" else max(1.2, size * 0.6) for _, r, _ in rows]
        total = sum(s * EM * 1.3 for s in sizes)
        at, block, last = x + total, 0, None
        for (n, r, row), s in zip(rows, sizes):
            at -= s * EM * 1.3
            if n != last:
                block, last = self.block(), n
            self.add(row, at, y + (0 if r == "headline" else EM), s, (k, n), upright=True, block=block)
        return total + 0.3 * EM

    def body(self, story, k, columns, y, holes, roles=("paragraph", "subhead", "note", "byline"), byline=True):
        """Columns [(x, width, top)] of equal foot, as short as may be; holes: boxes that stay free. Gives the foot."""
        texts = [(n, r, t) for n, r, t in story.of(*roles) if r != "byline" or byline]
        if not texts:
            return y
        rows = sum(ems(t) + 3 for _, _, t in texts) / sum(w / EM for _, w, _ in columns)
        count = max(2, int(rows * 0.8))
        while True:
            slots = []
            for c, (x, width, top) in enumerate(columns):
                first = max(0, math.ceil((top - y) / PITCH - 0.01))
                for i in range(first, count):
                    box = (x, y + i * PITCH - 4, x + width, y + i * PITCH + EM + 4)
                    if not any(box[0] < h[2] and box[2] > h[0] and box[1] < h[3] and box[3] > h[1] for h in holes):
                        slots.append((c, x, y + i * PITCH, width))
            out = self.fill(story, k, texts, slots)
            if out is not None:
                self.lines += out
                return y + count * PITCH
            count += 1

    def fill(self, story, k, texts, slots, heads=False):
        out, at = [], 0
        for n, role, text in texts:
            setter, first, column = Setter(text, self.lang), True, None
            block = self.block()
            while not setter.done():
                if at >= len(slots):
                    return None
                c, x, y, width = slots[at]
                at += 1
                if c != column and column is not None:
                    block = self.block()
                column = c
                pad = INDENT.get(self.lang[:2], 1.2) * EM if first and role == "paragraph" and self.indent else 0
                text_now, whole = setter.line((width - pad) / EM)
                long = ems(text_now) * EM
                if not setter.done() or width - pad - long < 0.6 * EM:
                    long = width - pad  # justified
                if role == "subhead":
                    pad = (width - long) / 2
                out.append(Line(text_now, x + pad, y, 1.0, (k, n), width=min(long, width - pad) if not self.cjk else long, whole=whole, block=block, first=first))
                first = False
        return out

    indent = True

    def picture(self, box):
        self.pictures.append(box)

    def module(self, story, x, y, columns, measure, style):
        """An article in `columns` columns from (x, y); gives its foot."""
        k, rng = len(self.stories), self.rng
        self.stories.append(story)
        g, width = self.gutter, columns * measure + (columns - 1) * self.gutter
        size, centred, pad = style["size"], style["centred"], 0
        photo = story.of("caption", "credit")
        if photo and not story.of("paragraph"):  # a photograph with a headline of its own
            high = width * rng.choice([0.5, 0.6, 0.7])
            if style["over"]:
                y += self.head(story, k, x, y, width, 1.4, centred, False)
            self.picture((x, y, x + width, y + high))
            y += high + 0.5 * EM
            if not style["over"]:
                y += self.head(story, k, x, y, width, 1.4, centred, False)
            return self.body(story, k, [(x, width, y)], y, [], ("caption", "credit", "byline"))
        holes, tops = [], [y] * columns
        left = right = 0
        own_byline = style["byline"] == "head" and bool(story.of("byline"))
        if style["upright"] and story.of("headline"):
            guess = sum(ems(t) + 3 for _, _, t in story.of("paragraph")) * EM * PITCH / (columns * measure)
            size = min(size, 2.2)
            before = len(self.lines)
            used = self.upright_head(story, k, x, y, max(guess, 180), size, False)
            new = self.lines[before:]
            if style["upright"] == "right":
                for line in new:
                    line.x += width - used + 0.3 * EM
                right = used + 0.4 * EM
            else:
                left = used + 0.2 * EM
            inner = width - left - right
            measure = (inner - (columns - 1) * g) / columns
            if measure < 7 * EM and columns > 1:
                columns -= 1
                measure = (inner - (columns - 1) * g) / columns
            tops = [y] * columns
            foot_head = max(line.y + line.long for line in new)
            own_byline = False
        else:
            over = columns if style["span"] == "all" else max(1, columns - 1) if style["span"] == "some" else 1
            wide_head = over * measure + (over - 1) * g
            high = self.head(story, k, x, y, wide_head, size if over > 1 else min(size, 1.7), centred, own_byline)
            for c in range(over):
                tops[c] = y + high
            foot_head = y + high
        x0 = x + left
        base = min(tops)
        if photo and columns > 1:  # in the last columns of the text, the caption below it
            over = rng.randint(1, columns - 1)
            px = x0 + (columns - over) * (measure + g)
            top = max(tops)
            wide_picture = over * measure + (over - 1) * g
            high = wide_picture * 0.6
            self.picture((px, top, px + wide_picture, top + high))
            foot = self.body(story, k, [(px, wide_picture, top + high + 8)], top + high + 8, [], ("caption", "credit"))
            holes.append((px, min(tops), px + wide_picture, foot + 8))
        widths = [measure] * columns
        if style["unequal"] and columns > 2:
            widths = [measure] * (columns - 2) + [2 * measure + g]
            tops = tops[:columns - 2] + [max(tops[columns - 2:])]
        cols, at = [], x0
        for w, top in zip(widths, tops):
            cols.append((at, w, top))
            at += w + g
        foot = self.body(story, k, cols, base, holes, byline=not own_byline)
        if photo and columns == 1:
            high = measure * 0.6
            self.picture((x0, foot + 6, x0 + measure, foot + 6 + high))
            foot = self.body(story, k, [(x0, measure, foot + high + 14)], foot + high + 14, [], ("caption", "credit"))
        foot = max([foot, foot_head] + [h[3] for h in holes])
        if style["box"]:
            self.rules.append((x - g / 3, y - 12, x + width + g / 3, foot + 8))
        return foot


def style_of(rng, cjk):
    return {"size": rng.choice([1.5, 1.8, 2.2, 2.6, 3.2]), "centred": rng.random() < 0.5, "span": rng.choice(["all"] * 5 + ["some", "one"]),
            "upright": rng.choice([None] * 4 + ["right", "left"]) if cjk else None, "byline": rng.choice(["body", "head"]),
            "unequal": rng.random() < 0.12, "box": rng.random() < 0.15, "over": rng.random() < 0.3}


def names_of(lang):
    return [a.name for a in ARTICLES.values() if a.lang == lang]


def furniture(page):
    if page.rng.random() < 0.7:
        y = 60.0
        page.add(HEADS[page.lang], 100, y, 1.0, ("drop", "running-head"), block=page.block())
        folio = FOLIOS[page.lang]
        page.add(folio, page.width - 100 - ems(folio) * EM, y, 1.0, ("drop", "folio"), block=page.block())
        page.rules.append((100, y + 32, page.width - 100, y + 35))
    return 130.0


def packed(rng, lang, cjk, count, styles=style_of, upright_page=False):
    """Modules of one to four columns, each where the page is filled least."""
    across = rng.choice([4, 5, 6])
    measure = EM * (rng.choice([11, 13, 15]) if cjk else rng.choice([14, 16, 19]))
    gutter = rng.choice([26, 34, 44])
    page = Page(rng, lang, 200 + across * measure + (across - 1) * gutter, 0, gutter)
    page.indent = rng.random() < 0.9
    feet = [furniture(page)] * across
    names = rng.sample(names_of(lang), min(count, len(names_of(lang))))
    ruled = rng.random() < 0.5
    for name in names:
        story = Story(name)
        text = sum(ems(t) for _, t in story.elements)
        most = max(1, min(across, 4, int(text / (measure / EM) / 5)))
        wide_by = rng.randint(1, most)
        at = min(range(across - wide_by + 1), key=lambda c: (max(feet[c:c + wide_by]), c))
        y = max(feet[at:at + wide_by])
        style = styles(rng, cjk)
        if upright_page:
            style["upright"] = None
        foot = page.module(story, 100 + at * (measure + gutter), y, wide_by, measure, style)
        if ruled:
            page.rules.append((100 + at * (measure + gutter), foot + 12, 100 + (at + wide_by) * (measure + gutter) - gutter, foot + 14))
        feet[at:at + wide_by] = [foot + rng.choice([30, 40, 60])] * wide_by
    page.height = max(feet) + 100
    return page


def flow(rng, lang, cjk, count):
    """Narrow columns over the whole height, headings small and centred, the text running on at the top of the next column."""
    measure = EM * (rng.choice([12, 15]) if cjk else rng.choice([15, 18, 22]))
    gutter = rng.choice([18, 26, 34])
    across = rng.choice([4, 5, 6])
    page = Page(rng, lang, 200 + across * measure + (across - 1) * gutter, 0, gutter)
    top = furniture(page)
    names = rng.sample(names_of(lang), min(count, len(names_of(lang))))
    stories = [Story(n) for n in names]
    stories = [s for s in stories if s.of("paragraph")]
    lines = sum(ems(t) / (measure / EM) + 1.5 for s in stories for _, t in s.elements)
    rows = int(lines / across) + 3
    size, ruled = rng.choice([1.0, 1.15, 1.3, 1.5]), rng.random() < 0.6
    c, i = 0, 0
    place = lambda: (100 + c * (measure + gutter), top + i * PITCH)
    for story in stories:
        k = len(page.stories)
        page.stories.append(story)
        heads = story.of("section", "kicker", "headline", "deck")
        if i > rows - 6:
            c, i = c + 1, 0
        for n, role, text in heads:
            x, y = place()
            i += math.ceil(page.rows(text, (k, n), x, y + 4, measure, size if role == "headline" else 1.0, True) / PITCH + 0.2)
        slots = []
        cc, ii = c, i
        while len(slots) < 2000:
            if ii >= rows:
                cc, ii = cc + 1, 0
            slots.append((cc, 100 + cc * (measure + gutter), top + ii * PITCH, measure))
            ii += 1
        out = page.fill(story, k, story.of("paragraph", "byline", "note", "subhead"), slots)
        page.lines += out
        c, i = next((s[0], round((s[2] - top) / PITCH) + 1) for s in slots if s[0] * 1e6 + s[2] >= max((s2[0] * 1e6 + s2[2]) for s2 in [(round((l.x - 100) // (measure + gutter)), 0, l.y) for l in out]))
        if ruled:
            x, y = place()
            page.rules.append((x + measure / 3, y + 6, x + 2 * measure / 3, y + 8))
        i += 1
    for n in range(1, max(across, c + 1)):
        page.rules.append((100 + n * (measure + gutter) - gutter / 2 - 1, top, 100 + n * (measure + gutter) - gutter / 2 + 1, top + rows * PITCH))
    page.width = max(page.width, 200 + (c + 1) * (measure + gutter))
    page.height = top + rows * PITCH + 100
    return page


def briefs(rng, lang, cjk, count):
    """A column of briefs at one side, modules at the other."""
    page = packed(rng, lang, cjk, max(2, count - 3))
    used = {s.name for s in page.stories}
    short = sorted((n for n in names_of(lang) if n not in used and Story(n).of("paragraph")), key=lambda n: sum(ems(t) for _, t in Story(n).elements))[:4]
    measure = EM * (13 if cjk else 17)
    x, y, first = page.width - 100 + page.gutter, 130.0, True
    for name in short:
        story = Story(name, ("headline", "paragraph"))
        if first:
            story.elements.insert(0, ("section", LABELS[lang]))
        first = False
        y = page.module(story, x, y, 1, measure, {"size": 1.3, "centred": False, "span": "all", "upright": None, "byline": "body", "unequal": False, "box": False, "over": False}) + 20
        page.rules.append((x, y - 10, x + measure, y - 9))
    page.width = x + measure + 100
    page.height = max(page.height, y + 100)
    return page


def simple(rng, cjk):
    return dict(style_of(rng, cjk), span="all", upright=None, unequal=False)


def beside(rng, cjk):
    return dict(style_of(rng, cjk), span=rng.choice(["some", "one"]))


def upright(rng, cjk):
    return dict(style_of(rng, cjk), upright=rng.choice(["right", "left"]), span="all")


KINDS = {"grid": lambda *a: packed(*a, styles=simple), "packed": packed, "beside": lambda *a: packed(*a, styles=beside), "flow": flow,
         "briefs": briefs, "uprighthead": lambda *a: packed(*a, styles=upright), "vertical": None, "verticalflow": None}


def make(kind, rng, lang, count):
    cjk = lang[:2] in ("zh", "ja")
    if kind.startswith("vertical"):
        page = flow(rng, lang, cjk, count) if kind == "verticalflow" else packed(rng, lang, cjk, count, simple, True)
        page.turned = True
        return page
    return KINDS[kind](rng, lang, cjk, count)


# ---------------------------------------------------------------------------------------------------- scans
class Scan:
    """What scanning and OCR do to places."""

    def __init__(self, rng, damage):
        self.rng, self.damage = rng, damage
        self.angle = math.radians(rng.choice([-1, 1]) * rng.uniform(0.4, 1.6)) if "skew" in damage else 0
        self.bow = rng.uniform(8, 20) if "curl" in damage else 0
        self.jitter = 0.1 if "jitter" in damage else 0

    def box(self, b, page):
        w, h = (page.height, page.width) if page.turned else (page.width, page.height)
        x, y = (b[0] + b[2]) / 2, (b[1] + b[3]) / 2
        dx = -(y - h / 2) * math.sin(self.angle)
        dy = (x - w / 2) * math.sin(self.angle) + self.bow * math.sin(math.pi * x / w)
        rise = abs((b[2] - b[0]) * math.sin(self.angle)) / 2
        lean = abs((b[3] - b[1]) * math.sin(self.angle)) / 2
        j = lambda: self.rng.uniform(-1, 1) * self.jitter * EM
        return (b[0] + dx - lean + j(), b[1] + dy - rise + j(), b[2] + dx + lean + j(), b[3] + dy + rise + j())


def turned(b, page):
    """Left to right becomes top to bottom, downward becomes leftward."""
    return (page.height - b[3], b[0], page.height - b[1], b[2]) if page.turned else b


def words(line, cjk, pieces):
    """(text, box) of each word of a line."""
    box, parts = line.box(), []
    if cjk:
        parts = [line.text[i:i + pieces] for i in range(0, len(line.text), pieces)] if pieces else [line.text]
    else:
        parts = line.text.split(" ")
    long = sum(map(ems, parts))
    spare = (line.long - long * line.size * EM) / max(1, len(parts) - 1)
    stretch = line.long / (max(long, 0.1) * line.size * EM) if cjk or len(parts) == 1 else 1
    at, out = 0.0, []
    for part in parts:
        size = ems(part) * line.size * EM * stretch
        b = (box[0], box[1] + at, box[2], box[1] + at + size) if line.upright else (box[0] + at, box[1], box[0] + at + size, box[3])
        out.append((part, b))
        at += size + (spare if stretch == 1 and len(parts) > 1 else 0)
    return [(t.strip("　"), b) for t, b in out if t.strip("　 ")]


def high(text, b, upright_now):
    """Boxes of OCR engines hold the ink: letters without strokes up or down are low."""
    if upright_now or any(wide(c) for c in text):
        return b
    h = b[3] - b[1]
    up = 0 if any(c.isupper() or c.isdigit() or c in "bdfhklt\"'" for c in text) else 0.22
    down = 0 if any(c in "gjpqy,;" for c in text) else 0.2
    return (b[0], b[1] + up * h, b[2], b[3] - down * h)


def union(boxes):
    boxes = list(boxes)
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def places(b, scale=1):
    n = lambda v: str(round(v * scale))
    return 'HPOS="%s" VPOS="%s" WIDTH="%s" HEIGHT="%s"' % (n(b[0]), n(b[1]), n(max(1, b[2] - b[0])), n(max(1, b[3] - b[1])))


def page_xml(page, number, rng, order, options):
    scan = Scan(random.Random(number), options["damage"])
    blocks, group = [], None
    for line in page.lines:
        ws = [(t, scan.box(turned(high(t, b, line.upright or page.turned), page), page)) for t, b in words(line, page.cjk, options["pieces"])]
        if not ws:
            continue
        rows = [ws]
        if "split" in options["damage"] and len(ws) > 3 and rng.random() < 0.05:
            cut = rng.randint(1, len(ws) - 1)
            rows = [ws[:cut], ws[cut:]]
        new = group is None or line.block != group or order == "lines"
        if order == "columns" and blocks and line.owner[0] == blocks[-1][0].owner[0] and line.size == blocks[-1][0].size and abs(line.x - blocks[-1][0].x) < 3 * EM:
            new = False
        for row in rows:
            if new:
                blocks.append([])
            new = order == "lines"
            blocks[-1].append(type("Row", (), {"owner": line.owner, "size": line.size, "x": line.x, "words": row, "whole": line.whole if row is rows[-1] else None}))
        group = line.block
    if "specks" in options["damage"]:
        for _ in range(8):
            x, y = rng.uniform(60, page.width - 60), rng.uniform(60, page.height - 60)
            blocks.append([type("Row", (), {"owner": ("drop", "noise"), "words": [(rng.choice(".·'-"), turned((x, y, x + 5, y + 5), page))], "whole": None})])
    if order in ("blocks", "lines"):
        rng.shuffle(blocks)
    scale = options["scale"]
    w, h = (page.height, page.width) if page.turned else (page.width, page.height)
    out = ['<Page ID="P%d" PHYSICAL_IMG_NR="%d" WIDTH="%d" HEIGHT="%d"><PrintSpace %s>' % (number, number, w * scale, h * scale, places((0, 0, w, h), scale))]
    half = None  # the word that goes on in the next line
    for n, block in enumerate(blocks, 1):
        lines = []
        for row in block:
            strings = []
            for i, (text, b) in enumerate(row.words):
                extra = ""
                if options["hyp"] and half and i == 0 and half[1] == row.owner:
                    extra = ' SUBS_TYPE="HypPart2" SUBS_CONTENT=%s' % quoteattr(half[0])
                if i == len(row.words) - 1:
                    half = None
                    if options["hyp"] and row.whole and order != "lines":
                        half, text = (row.whole, row.owner), text[:-1]
                        strings.append("<String CONTENT=%s %s SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=%s/><HYP CONTENT=\"-\"/>" % (quoteattr(text), places(b, scale), quoteattr(row.whole)))
                        continue
                strings.append("<String CONTENT=%s %s%s/>" % (quoteattr(text), places(b, scale), extra))
            glue = "<SP/>" if options["sp"] else ""
            lines.append("<TextLine %s>%s</TextLine>" % (places(union(b for _, b in row.words), scale), glue.join(strings).replace("<SP/><HYP", "<HYP")))
        box = union(b for row in block for _, b in row.words)
        out.append('<TextBlock ID="b%d_%d" %s>\n%s\n</TextBlock>' % (number, n, places(box, scale), "\n".join(lines)))
    for n, b in enumerate(page.pictures):
        out.append('<Illustration ID="i%d_%d" %s/>' % (number, n, places(scan.box(turned(b, page), page), scale)))
    for n, b in enumerate(page.rules):
        out.append('<GraphicalElement ID="g%d_%d" %s/>' % (number, n, places(scan.box(turned(b, page), page), scale)))
    return "\n".join(out) + "\n</PrintSpace></Page>"


def gold_of(source, pages):
    articles, dropped = [], []
    for p, page in enumerate(pages):
        for k, story in enumerate(page.stories):
            there = {line.owner[1] for line in page.lines if line.owner[0] == k}
            articles.append({"id": "A%d" % (len(articles) + 1), "elements": [
                {"role": r, "text": (t.strip("□") if r == "byline" and not any(l.text.startswith("□") for l in page.lines if l.owner == (k, n)) else t).replace("|", " ")}
                for n, (r, t) in enumerate(story.elements) if n in there]})
        dropped += [{"reason": l.owner[1], "text": l.text} for l in page.lines if l.owner[0] == "drop"]
    return {"source": source, "lang": pages[0].lang, "articles": articles, "dropped": dropped}


def alto(pages, order, seed, options):
    unit = {1: "pixel", 25.4 / 30: "mm10"}.get(options["scale"], "inch1200")
    return '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v%d#"><Description><MeasurementUnit>%s</MeasurementUnit></Description><Layout>\n%s\n</Layout></alto>\n' % (
        options["version"], unit, "\n".join(page_xml(p, n, random.Random(seed * 100 + n), order, options) for n, p in enumerate(pages, 1)))


def write(folder, name, pages, orders, seed, options):
    for order in orders:
        with open("%s/%s%s.xml" % (folder, name, "." + order if len(orders) > 1 else ""), "w", encoding="utf-8", newline="\n") as f:
            f.write(alto(pages, order, seed, options))
    gold = gold_of(name + ".xml", pages)
    with open("%s/%s.gold.json" % (folder, name), "w", encoding="utf-8", newline="\n") as f:
        f.write(json.dumps(gold, ensure_ascii=False, indent=1) + "\n")


PLAIN = {"damage": (), "pieces": 0, "hyp": True, "sp": True, "scale": 1, "version": 4}


def options_of(rng):
    return {"damage": tuple(d for d in ("skew", "curl", "jitter", "split", "specks") if rng.random() < 0.25), "pieces": rng.choice([0, 1, 2]), "hyp": rng.random() < 0.5,
            "sp": rng.random() < 0.7, "scale": rng.choice([1, 1, 25.4 / 30, 4.0]), "version": rng.choice([2, 3, 4])}


def at_random(folder, n, seed):
    rng = random.Random(seed * 10000 + n)
    kind = list(KINDS)[n % len(KINDS)]
    langs = ["zh-Hans", "zh-Hant", "ja"] if kind.startswith("vertical") or kind == "uprighthead" else ["zh-Hans", "zh-Hans", "zh-Hant", "ja", "en", "en", "de", "fr"]
    lang = rng.choice(langs)
    pages = [make(kind, rng, lang, rng.randint(4, 8)) for _ in range(2 if rng.random() < 0.05 else 1)]
    options = options_of(rng)
    write(folder, "-".join([kind, lang, "%03d" % n, *options["damage"]]), pages, ("true", "blocks", "lines"), seed + n, options)


OWN = [("en-grid", "grid", "en", 3, "blocks", {}), ("zh-hans-packed", "packed", "zh-Hans", 5, "blocks", {"pieces": 2}),
       ("zh-hans-beside", "beside", "zh-Hans", 4, "lines", {}), ("en-flow", "flow", "en", 5, "blocks", {"hyp": False}),
       ("de-flow-skewed", "flow", "de", 4, "true", {"damage": ("skew", "jitter")}), ("fr-grid-inches", "grid", "fr", 3, "lines", {"scale": 4.0, "version": 2}),
       ("zh-hans-briefs", "briefs", "zh-Hans", 5, "blocks", {"sp": False}), ("zh-hans-upright-heads", "uprighthead", "zh-Hans", 4, "blocks", {"pieces": 1}),
       ("zh-hant-vertical", "vertical", "zh-Hant", 4, "blocks", {}), ("ja-vertical-flow", "verticalflow", "ja", 4, "true", {"pieces": 1}),
       ("de-packed-scan", "packed", "de", 4, "blocks", {"damage": ("skew", "curl", "jitter", "specks"), "scale": 25.4 / 30}),
       ("zh-hans-vertical-scan", "vertical", "zh-Hans", 4, "lines", {"damage": ("skew", "jitter")})]


def own(folder):
    for n, (name, kind, lang, count, order, options) in enumerate(OWN):
        write(folder, name, [make(kind, random.Random(70 + n), lang, count)], (order,), n, dict(PLAIN, **options))


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else HERE + "/layout"
    os.makedirs(folder, exist_ok=True)
    if len(sys.argv) > 2:
        for number in range(int(sys.argv[2])):
            at_random(folder, number, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    else:
        own(folder)
