"""Our own pages as PDF, for the tools that read nothing else: each line of an ALTO file where its box is, with fonts
inside the file. Needs Debian's python3-cairo, and fonts-noto-cjk for Chinese and Japanese."""
import xml.etree.ElementTree as ElementTree

import cairo

SCALE = 0.36  # of a point: the pages are drawn at 200 dots an inch
FAMILY = "Noto Serif CJK SC"  # it has Latin letters, too


def local(element):
    return element.tag.rpartition("}")[2]


def lines_of(page):
    """(text, left, top, width, height, size of type) of each line, in the order of the file."""
    for block in page.iter():
        if local(block) != "TextBlock":
            continue
        lines = [line for line in block if local(line) == "TextLine"]
        places = [[float(line.get(key, 0)) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT")] for line in lines]
        for line, place in zip(lines, places):
            text = ""
            for part in line:
                text += {"SP": " ", "HYP": part.get("CONTENT", "-")}.get(local(part), part.get("CONTENT", ""))
            # Lines without letters that go below or above have lower boxes, and the same type.
            yield text, *place, max(other[3] for other in places if other[3] < 1.8 * place[3])


def draw(surface, text, left, top, width, height, size):
    context = cairo.Context(surface)
    context.scale(SCALE, SCALE)
    context.select_font_face(FAMILY)
    if height > 1.5 * width and len(text) > 1:  # a column of characters
        for i, character in enumerate(text):
            context.set_font_size(width)
            context.move_to(left, top + height * i / len(text) + 0.88 * width)
            context.show_text(character)
        return
    wide = sum(ord(character) > 0x2E80 for character in text) > len(text) / 2
    context.set_font_size(width / len(text) if wide else 0.9 * size)
    advance = context.text_extents(text).x_advance
    context.translate(left, top + 0.8 * size)
    context.scale(width / advance if advance else 1, 1)
    context.move_to(0, 0)
    context.show_text(text)


def make(alto, pdf):
    pages = [element for element in ElementTree.parse(alto).iter() if local(element) == "Page"]
    surface = cairo.PDFSurface(str(pdf), 1, 1)
    for page in pages:
        surface.set_size(SCALE * float(page.get("WIDTH")), SCALE * float(page.get("HEIGHT")))
        for line in lines_of(page):
            draw(surface, *line)
        surface.show_page()
    surface.finish()
