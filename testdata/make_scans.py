#!/usr/bin/env python3
"""Writes testdata/scans: a page as PDF with a text layer, as picture, as PDF that holds only the picture, and a TIFF of two pages.

usage: make_scans.py          (needs pdftoppm; the picture is committed, since fonts differ from machine to machine)
"""
import os
import re
import struct
import subprocess
import zlib

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scans")
width, height = 420, 215  # points
dots = 200  # per inch
measure = 38  # characters of a column

stories = [
    ("Harbour bridge opens", """The new bridge over the old harbour was opened on Monday morning. Several hundred people walked across
it in the first hour, although a cold rain fell from six o'clock on. The mayor cut the ribbon and thanked the workers, who had needed
three winters for the two arches. Carts and bicycles may cross from Thursday, when the last planks of the ramp are laid."""),
    ("School finds a lost library", """Pupils of the girls' school have found a room full of books behind a cupboard. The shelves hold
about nine hundred volumes, most of them on plants and on the stars. Nobody knows who put them there. The teachers want to read them
first and to lend them out after the holidays. A list of the titles hangs in the hall and can be seen by all."""),
]


def wrapped(text):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > measure:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def content():
    out = ["BT"]
    for column, (headline, text) in enumerate(stories):
        x, y = 30 + 190 * column, height - 45
        out.append("/F2 15 Tf 1 0 0 1 %d %d Tm (%s) Tj" % (x, y, headline))
        for row, line in enumerate(wrapped(text)):
            out.append("/F1 9 Tf 1 0 0 1 %d %d Tm (%s) Tj" % (x, y - 24 - 13 * row, line))
    return ("\n".join(out) + "\nET").encode()


def pdf(stream, resources, more=()):
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<<%s>>>>" % (width, height, resources),
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream), *more]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def font(name):
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name


def write(name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


os.makedirs(folder, exist_ok=True)
write("page.pdf", pdf(content(), b"/Font<</F1 5 0 R/F2 6 0 R>>", (font(b"Times-Roman"), font(b"Times-Bold"))))
made = subprocess.run(["pdftoppm", "-mono", "-r", str(dots), "-singlefile", "page.pdf"], cwd=folder, check=True, stdout=subprocess.PIPE).stdout
kind, w, h, bits = re.match(rb"(P4)\s+(\d+)\s+(\d+)\s(.*)", made, re.S).groups()
w, h, row = int(w), int(h), (int(w) + 7) // 8
rows = [bytes(255 - byte for byte in bits[row * y:row * (y + 1)]) for y in range(h)]  # 1 is white
pixels = zlib.compress(b"".join(b"\0" + one for one in rows), 9)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


per_metre = round(dots / 0.0254)
write("page.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 1, 0, 0, 0, 0)) +
      chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))

image = (b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode"
         b"/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 1/Columns %d>>/Length %d>>stream\n%s\nendstream"
         % (w, h, w, len(pixels), pixels))
write("scan.pdf", pdf(b"%d 0 0 %d 0 0 cm /I Do" % (width, height), b"/XObject<</I 5 0 R>>", (image,)))


def directory(at, following):
    # width, height, bits, compression (deflate), 1 is white, strip, samples, rows, bytes, resolution
    tags = [(256, 4, w), (257, 4, h), (258, 3, 1), (259, 3, 8), (262, 3, 1), (273, 4, at), (277, 3, 1), (278, 4, h),
            (279, 4, len(strip))]
    out = struct.pack("<H", len(tags))
    for tag, kind, value in tags:
        out += struct.pack("<HHII", tag, kind, 1, value)
    return out + struct.pack("<I", following)


strip = zlib.compress(b"".join(rows), 9)
strip += b"\0" * (len(strip) % 2)
first = 8 + len(strip)
size = 2 + 9 * 12 + 4
write("pages.tiff", b"II*\0" + struct.pack("<I", first) + strip + directory(8, first + size) + directory(8, 0))
