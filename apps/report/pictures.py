#!/usr/bin/python3
"""Makes the pictures of docs/pictures again: the report of our own newspapers in headless Chromium.

    pictures.py PROGRAM TESTDATA OUT          (Debian: chromium chromium-driver python3-selenium python3-pil fonts-noto-cjk
                                               poppler-utils tesseract-ocr tesseract-ocr-eng)
"""
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

program, testdata, out = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
colours = 128  # of a picture: small files


class Camera:
    def __init__(self):
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        options.binary_location = shutil.which("chromium")
        self.browser = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)

    def open(self, path, width=1360, height=850, dark=False):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                     {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                     {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        self.browser.get("about:blank")
        self.browser.get(f"file://{path}")

    def press(self, keys):
        for key in keys:
            webdriver.ActionChains(self.browser).send_keys(key).perform()

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def shoot(self, name, top=0, bottom=None):
        """Keeps what is seen, or the part of it between two heights."""
        time.sleep(0.4)
        picture = Image.open(io.BytesIO(self.browser.get_screenshot_as_png())).convert("RGB")
        picture = picture.crop((0, top, picture.width, bottom or picture.height))
        picture.quantize(colours, kmeans=3, dither=Image.Dither.NONE).save(out / f"{name}.png", optimize=True)


def report(folder, *arguments):
    subprocess.run([program, "-q", *arguments, "--to", "html", "-o", folder], cwd=testdata / "newspaper", check=True)


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    out.mkdir(parents=True, exist_ok=True)
    report(work / "scan", "english.pdf", "--cache", work / "cache")
    report(work / "upright", "chinese.xml", "--image", "chinese.png")
    report(work / "both", "english.pdf", "chinese.xml", "--cache", work / "cache")
    camera = Camera()
    try:
        # The whole: a word pointed at stands out on both sides.
        camera.open(work / "scan/english.pdf.html")
        word = camera.browser.find_elements(By.CSS_SELECTOR, "#b2\\.5 .s")[1]
        webdriver.ActionChains(camera.browser).move_to_element(word).perform()
        camera.shoot("report")
        # The other page: where its first article comes from.
        camera.press([Keys.ESCAPE, "]"])
        webdriver.ActionChains(camera.browser).move_to_element(camera.one("h1")).perform()
        camera.shoot("second-page")
        # What became of the source's characters, and why.
        camera.open(work / "scan/english.pdf.html", height=700, dark=True)
        camera.press("jjr")
        camera.shoot("raw")
        camera.press("r")
        why = camera.one("#a3 .why summary")
        why.click()
        camera.browser.execute_script("arguments[0].scrollIntoView()", camera.one("#a3"))
        camera.shoot("why")
        camera.open(work / "upright/chinese.xml.html", height=760, dark=True)
        camera.press("j")
        camera.shoot("upright")
        camera.open(work / "both/index.html", height=700)
        camera.shoot("index")
    finally:
        camera.browser.quit()
