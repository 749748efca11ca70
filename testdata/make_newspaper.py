#!/usr/bin/env python3
"""Sets the newspapers of testdata/newspaper (X.html) in type and writes them as scans: X.png, or X.pdf where there are several pages,
which holds their pictures and no text; and X.xml, where the page gives its ALTO itself.

usage: make_newspaper.py          (needs chromium, pdftoppm and fonts: Debian's fonts-liberation, fonts-noto-cjk; the scans are
                                   committed, since fonts differ from machine to machine)
"""
import glob
import html
import os
import re
import struct
import subprocess
import tempfile
import zlib

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "newspaper")
chromium = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu"]
width, dots = 2000, 240  # of a page in pixels; per inch


def picture(pgm):
    """Width, height, and rows of four grays, packed, each behind the zero that PNG wants there."""
    w, h, pixels = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s(.*)", pgm, re.S).groups()
    w, h = int(w), int(h)
    pixels = pixels.translate(bytes(min(3, (v + 42) // 85) for v in range(256)))
    rows = []
    for y in range(h):
        row = pixels[y * w:(y + 1) * w] + b"\0" * (-w % 4)
        rows.append(b"\0" + bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in zip(row[::4], row[1::4], row[2::4], row[3::4])))
    return w, h, zlib.compress(b"".join(rows), 9)


def png(w, h, data):
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    per_metre = round(dots / 0.0254)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 2, 0, 0, 0, 0)) +
            chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def pdf(pictures):
    objects = ["<</Type/Catalog/Pages 2 0 R>>".encode(), b""]
    pages = []
    for w, h, data in pictures:
        points = (w * 72 / dots, h * 72 / dots)
        draw = b"%g 0 0 %g 0 0 cm /I Do" % points
        first = len(objects) + 1
        pages.append(first)
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>" % (*points, first + 1, first + 2),
                    b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
                    b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 2/ColorSpace/DeviceGray/Filter/FlateDecode"
                    b"/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 2/Columns %d>>/Length %d>>stream\n%s\nendstream" % (w, h, w, len(data), data)]
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % page for page in pages), len(pages))
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


for source in sorted(glob.glob(os.path.join(folder, "*.html"))):
    with tempfile.TemporaryDirectory() as work:
        printed = os.path.join(work, "printed.pdf")
        subprocess.run([*chromium, "--no-pdf-header-footer", "--print-to-pdf=" + printed, "file://" + source], check=True, stderr=subprocess.DEVNULL)
        subprocess.run(["pdftoppm", "-gray", "-scale-to-x", str(width), "-scale-to-y", "-1", printed, os.path.join(work, "page")], check=True)
        pictures = []
        for page in sorted(glob.glob(os.path.join(work, "page*.pgm"))):
            with open(page, "rb") as file:
                pictures.append(picture(file.read()))
        shown = subprocess.run([*chromium, "--dump-dom", "file://" + source], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    alto = re.search(r'<pre id="alto">(.*?)</pre>', shown.stdout.decode(), re.S)
    if alto:
        with open(source[:-5] + ".xml", "w") as file:
            file.write(html.unescape(alto[1]))
    with open(source[:-5] + (".png" if len(pictures) == 1 else ".pdf"), "wb") as file:
        file.write(png(*pictures[0]) if len(pictures) == 1 else pdf(pictures))
