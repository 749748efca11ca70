#!/usr/bin/python3
"""The report in a real browser: headless Chromium, by chromedriver and Selenium, as a person would use it.

    browser_test.py PROGRAM TESTDATA [--shots DIR]

Ends with 77 (ctest: skipped) where there is no browser. --shots keeps a picture of each page, to be looked at.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    webdriver = None

HOSTILE = """</script></style><script>document.title = "broken"</script>

<img src=x onerror="document.title='broken'"> <svg onload="document.title='broken'"> javascript:alert(1)
" onmouseover="document.title='broken'" ' <!-- ]]> &lt;b&gt; &#60;script&#62; \u202e turned \u2066 around
The <b>end</b> of the story is \x1b[31m near, and it stays in its pla-
ce <iframe src="https://example.org/"></iframe> for ever.
"""


def thousand_lines():
    out = []
    for i in range(1000):
        if i % 25 == 0:
            out += ["", f"HEADLINE NUMBER {i // 25}"]
        else:
            out.append(f"the council met on Monday and spoke of the bridge, the road and of the {i} lamps")
    return "\n".join(out) + "\n"


class ReportTest(unittest.TestCase):
    program = testdata = shots = None

    @classmethod
    def setUpClass(cls):
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1500,950"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.binary_location = shutil.which("chromium")
        cls.browser = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        cls.folder = pathlib.Path(tempfile.mkdtemp())

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        shutil.rmtree(cls.folder)

    # ---- helpers ---------------------------------------------------------------------------------------------------

    def report(self, *inputs):
        """Opens the report of the inputs."""
        out = self.folder / f"{self.id()}.html"
        with open(out, "wb") as file:
            subprocess.run([self.program, *map(str, inputs), "--to", "html", "--dictionaries", "none"], check=True, stdout=file)
        self.open(out)

    def open(self, path):
        self.size(1500, 950)
        self.browser.get("about:blank")
        self.browser.get(f"file://{path}")

    def size(self, width, height):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                     {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def written(self, name, text):
        path = self.folder / name
        path.write_bytes(text.encode())
        return path

    def tearDown(self):
        if self.shots:
            self.browser.save_screenshot(str(self.shots / f"{self.id().split('.')[-1]}.png"))
        faults = [entry["message"] for entry in self.browser.get_log("browser")]
        self.assertEqual(faults, [], "the browser has something to say")  # also of the policy: nothing was blocked
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def js(self, text, *arguments):
        return self.browser.execute_script(text, *arguments)

    def press(self, *keys):
        for key in keys:
            webdriver.ActionChains(self.browser).send_keys(key).perform()

    def point_at(self, element):
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        webdriver.ActionChains(self.browser).move_to_element(element).perform()

    def in_view(self, element, side):
        return self.js("""const a = arguments[0].getBoundingClientRect(), b = document.querySelector(arguments[1]).getBoundingClientRect();
                          return a.bottom > b.top && a.top < b.bottom && a.height > 0""", element, side)

    # ---- tests -----------------------------------------------------------------------------------------------------

    def test_boxes_and_text_are_linked(self):
        self.report(self.testdata / "layout/en-flow.xml")
        piece = self.all(".art .text .s")[6]
        key = piece.get_attribute("data-k")
        self.point_at(piece)
        box = self.one(f".box[data-k='{key}']")
        self.assertIn("hot", box.get_attribute("class"))
        place = self.one("#place").text
        self.assertRegex(place, r"1\.\d paragraph · line \d+ · bytes \d+–\d+")
        # The other way round, and the place is the same.
        self.point_at(self.one("h1"))
        self.assertNotIn("hot", box.get_attribute("class"))
        self.point_at(box)
        self.assertIn("hot", piece.get_attribute("class"))
        self.assertEqual(self.one("#place").text, place)

    def test_a_click_brings_the_other_side(self):
        self.report(self.testdata / "layout/en-flow.xml")
        box = self.all(".part[data-a='4'] .box")[-1]
        text = self.one(f".text [data-k='{box.get_attribute('data-k')}']")
        self.assertFalse(self.in_view(text, "#text"))
        webdriver.ActionChains(self.browser).move_to_element(box).click().perform()
        self.assertTrue(self.in_view(text, "#text"))
        self.assertIn("pin", text.get_attribute("class"))
        self.press(Keys.ESCAPE)
        self.assertNotIn("pin", text.get_attribute("class"))

    def test_source_lines_and_text_are_linked(self):
        page = self.testdata / "pages/en-1860s.txt"
        self.report(page)
        spans = self.all(".rows .s[data-k]")
        self.assertGreater(len(spans), 50)
        bytes_of_page = page.read_bytes()
        for span in spans[::7]:  # the bytes that are named hold the text
            begin, end = map(int, span.get_attribute("data-b").split("-"))
            self.assertEqual(bytes_of_page[begin:end].decode(), span.get_property("textContent"))
        span = spans[30]
        self.point_at(span)
        text = self.one(f".text [data-k='{span.get_attribute('data-k')}']")
        self.assertIn("hot", text.get_attribute("class"))

    def test_clean_and_raw(self):
        self.report(self.testdata / "pages/en-1860s.txt")
        hyphen, joint = self.one("del.e.hyphen"), self.one("i.j")
        self.assertFalse(hyphen.is_displayed())
        self.assertFalse(joint.is_displayed())
        self.one("[data-do=raw]").click()
        self.assertTrue(hyphen.is_displayed())
        self.assertTrue(joint.is_displayed())
        self.assertEqual(self.one("[data-do=raw]").get_attribute("aria-pressed"), "true")
        self.press("r")
        self.assertFalse(hyphen.is_displayed())

    def test_keys(self):
        self.report(self.testdata / "pages/en-1860s.txt")
        self.press("j")
        self.assertEqual(self.js("return document.activeElement.id"), "a1")
        self.press("j", "j")
        self.assertEqual(self.js("return document.activeElement.id"), "a3")
        self.assertTrue(self.in_view(self.one("#a3"), "#text"))
        self.assertTrue(self.js("return document.querySelectorAll('.rows .s.lit[data-a=\"3\"]').length > 0"))
        self.press("k")
        self.assertEqual(self.js("return document.activeElement.id"), "a2")
        self.press("J")
        self.assertEqual(self.js("return document.activeElement.id"), "b2.1")
        self.press("J")
        self.assertTrue(self.js("return document.querySelectorAll('.rows .hot').length > 0"))
        self.press("?")
        self.assertTrue(self.one("#help").is_displayed())
        self.press(Keys.ESCAPE)
        self.assertFalse(self.one("#help").is_displayed())
        background = self.js("return getComputedStyle(document.body.parentElement).backgroundColor")
        self.press("d")
        self.assertNotEqual(self.js("return getComputedStyle(document.body.parentElement).backgroundColor"), background)

    def test_views(self):
        self.report(self.testdata / "layout/en-flow.xml")
        rows, sheet = self.one(".rows"), self.one(".sheet")
        self.assertTrue(sheet.is_displayed())
        self.assertFalse(rows.is_displayed())
        self.press("v")
        self.assertFalse(sheet.is_displayed())
        self.assertTrue(rows.is_displayed())
        time.sleep(0.2)
        self.assertGreater(len(self.all(".ways path")), 0, "arrows beside the lines")
        self.one("[data-do=view-boxes]").click()
        width = sheet.size["width"]
        self.press("+")
        self.assertGreater(sheet.size["width"], width)
        self.press("0")
        self.assertEqual(sheet.size["width"], width)

    def test_search(self):
        self.report(self.testdata / "pages/en-1860s.txt")
        self.press("/")
        self.assertEqual(self.js("return document.activeElement.id"), "find")
        self.press("abundant of")  # torn at a line's end in the source, two pieces here
        self.assertEqual(self.one("#found").text, "1 found")
        self.press(Keys.ENTER)
        self.assertEqual(self.one("#found").text, "1 of 1")
        self.assertEqual(self.one(".hit").get_attribute("id"), "b1.5")
        self.assertTrue(self.in_view(self.one(".hit"), "#text"))
        self.assertEqual(self.js("return [...CSS.highlights.get('now')][0].toString()").replace("-", ""), "abundant of")
        self.one("#find").clear()
        self.one("#find").send_keys("<script>")
        self.assertEqual(self.one("#found").text, "nothing found")

    def test_why(self):
        self.report(self.testdata / "pages/en-1860s.txt")
        why = self.one("#a1 .why")
        why.find_element(By.CSS_SELECTOR, "summary").click()
        self.assertIn("hyphen taken out", why.text)
        self.assertGreater(len(why.find_elements(By.CSS_SELECTOR, ".ev.for")), 3)
        link = [one for one in why.find_elements(By.CSS_SELECTOR, "a.row") if one.text == "line 14"][0]
        link.click()
        self.assertIn("here", self.one("#" + link.get_attribute("href").split("#")[1]).get_attribute("class"))
        self.assertEqual(self.one("strong.none").text, "0")  # not accounted for

    def test_pages_of_an_issue(self):
        self.report(self.testdata / "mets/pages/issue.mets")
        self.assertEqual([one.is_displayed() for one in self.all("section.page")], [True, False])
        self.press("]")
        self.assertEqual([one.is_displayed() for one in self.all("section.page")], [False, True])
        shown = [one for one in self.all("article.art") if one.is_displayed()]
        self.assertTrue(shown)
        for article in shown:
            self.assertIn("2", article.get_attribute("data-pages").split())
        self.js("const s = document.querySelector('#page'); s.value = 'all'; s.dispatchEvent(new Event('change'))")
        self.assertEqual([one.is_displayed() for one in self.all("section.page")], [True, True])

    def test_a_label_leads_to_the_other_page(self):
        self.report(self.testdata / "mets/linked/issue_mets.xml")
        label = self.one(".to[data-page='2']")
        self.assertEqual(label.text, "to page 2")
        # Its text stands on its ground.
        self.assertTrue(self.js("""const [ground, text] = [...arguments[0].children].map((e) => e.getBoundingClientRect());
            return text.left > ground.left && text.right < ground.right && text.top > ground.top - 2""", label))
        label.find_element(By.CSS_SELECTOR, "text").click()
        self.assertEqual([one.is_displayed() for one in self.all("section.page")], [False, True])

    def test_quotation_marks_of_the_west_are_narrow(self):
        width = """const range = document.createRange(), node = document.createTreeWalker(document.querySelector('.paragraph'), 4).nextNode();
                   range.setStart(node, node.data.indexOf('”')); range.setEnd(node, node.data.indexOf('”') + 1);
                   return range.getBoundingClientRect().width / parseFloat(getComputedStyle(node.parentElement).fontSize)"""
        self.report(self.written("en.txt", "THE GALE.\n\n“The wind rose on Monday,” he said, and it rose again on Tuesday.\n"))
        self.assertLess(self.js(width), 0.7)

    def test_vertical_text_stands_upright(self):
        self.report(self.testdata / "layout/zh-hant-vertical.xml")
        mode = "return getComputedStyle(document.querySelector('.upright .text')).writingMode"
        self.assertEqual(self.js(mode), "vertical-rl")
        self.size(360, 800)  # too narrow for it: it is turned leaf by leaf, and begins at its beginning, on the right
        text, headline = self.one(".upright .text").rect, self.one(".upright .headline").rect
        self.assertLessEqual(text["x"] + text["width"], 360)
        self.assertLessEqual(headline["x"] + headline["width"], text["x"] + text["width"] + 1)
        self.assertGreater(headline["x"], text["x"])
        self.size(1500, 950)
        self.press("w")
        self.assertEqual(self.js(mode), "horizontal-tb")

    def test_hostile_text_stays_text(self):
        self.report(self.written("<img src=x onerror=alert(1)>.txt", HOSTILE))
        self.assertNotIn("broken", self.browser.title)
        self.assertEqual(len(self.all("script")), 1)
        self.assertEqual(len(self.all("img, iframe, object, embed, link, base")), 0)
        self.assertEqual(self.js("return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                                 ".filter(a => a.name.startsWith('on')).length"), 0)
        self.assertEqual(self.js("return performance.getEntriesByType('resource').length"), 0)
        text = self.js("return [...document.querySelectorAll('.art .b')].map(b => b.textContent).join(' ')")
        self.assertIn("<script>document.title", text)
        self.assertIn('onmouseover="', text)
        self.press("r", "/")
        self.press("<b>end</b>")
        self.assertEqual(self.one("#found").text, "1 found")
        self.assertNotIn("broken", self.browser.title)

    def test_a_policy_that_bites(self):
        self.report(self.testdata / "pages/en-1860s.txt")
        ran = self.js("""const s = document.createElement('script'); s.textContent = 'window.broken = true';
                         document.body.append(s); document.body.setAttribute('onclick', 'window.broken = true');
                         document.body.click(); return window.broken === true""")
        self.assertFalse(ran, "a script that is not ours ran")
        self.browser.get_log("browser")  # it said so

    def test_a_thousand_lines_stay_quick(self):
        page = self.written("long.txt", thousand_lines())
        begin = time.monotonic()
        self.report(page)
        self.assertGreater(len(self.all(".rows > li[id]")), 990)
        for key in ["j"] * 20 + ["J"] * 10 + ["r", "r"]:
            self.press(key)
        self.press("/")
        self.press("bridge")
        self.assertEqual(self.one("#found").text, "960 found")
        self.assertLess(time.monotonic() - begin, 60)
        search = self.js("""const f = document.querySelector('#find'), t = performance.now();
                            f.dispatchEvent(new Event('input')); return performance.now() - t""")
        self.assertLess(search, 3000)

    def test_a_narrow_window(self):
        self.report(self.testdata / "pages/zh-front.txt")
        self.size(420, 900)
        time.sleep(0.2)
        self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), 420)
        left, right = self.one("#pages").rect, self.one("#text").rect
        self.assertGreaterEqual(right["y"], left["y"] + left["height"] - 1)

    def test_dark_by_the_system(self):
        self.report(self.testdata / "layout/zh-hans-packed.xml")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                     {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        self.assertEqual(self.js("return getComputedStyle(document.documentElement).colorScheme"), "dark")

    def test_print(self):
        self.report(self.testdata / "pages/de-titel.txt")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        for hidden in (".tools", ".status", ".parts"):
            self.assertFalse(self.one(hidden).is_displayed(), hidden)
        self.assertEqual(self.js("return getComputedStyle(document.querySelector('#text')).overflow"), "visible")
        pdf = self.browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
        self.assertGreater(len(pdf), 10000)
        if self.shots:
            import base64
            (self.shots / "print.pdf").write_bytes(base64.b64decode(pdf))

    def test_a_picture(self):
        picture = self.testdata / "scans/page.png"
        # Its words with boxes, as an engine would give them.
        page = self.written("page.hocr", '<html><body><div class="ocr_page" title="bbox 0 0 1250 834"><p class="ocr_par">'
                            '<span class="ocr_line" title="bbox 120 140 520 190"><span class="ocrx_word" '
                            'title="bbox 120 140 520 190">Harbour</span></span></p></div></body></html>')
        self.report(page, "--image", picture)
        self.assertTrue(self.one("image.scan").is_displayed())
        self.one("[data-do=view-boxes]").click()
        self.assertFalse(self.one("image.scan").is_displayed())

    def test_names_for_those_who_do_not_see_it(self):
        self.report(self.testdata / "layout/en-flow.xml")
        for selector in ("header", "main", "footer[role=status]", "nav[aria-label]", "svg.sheet[role=img][aria-labelledby]"):
            self.assertTrue(self.all(selector), selector)
        for control in self.all("button, input, select"):
            self.assertTrue(control.get_attribute("aria-label") or control.get_property("textContent"))
        self.assertEqual(len(self.all("table.facts tbody tr")), self.js("return document.querySelectorAll('.part').length"))
        # Contrast of running text and of the numbers on the colours, by the formula of WCAG.
        worst = self.js("""
            const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
            const rgb = (color) => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
            const light = (c) => { const [r, g, b] = rgb(c).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                                   return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
            let worst = 99;
            for (const theme of ['light', 'dark']) {
              document.documentElement.dataset.theme = theme;
              const of = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
              const root = document.documentElement;
              for (const ink of ['--ink', '--soft', '--taken', '--put', '--link'])
                for (const paper of ['--paper', '--sheet', '--wash']) worst = Math.min(worst, contrast(of(root, ink), of(root, paper)));
              worst = Math.min(worst, contrast(of(root, '--mark-ink'), of(root, '--mark')));
              for (const badge of document.querySelectorAll('.badge')) worst = Math.min(worst, contrast(of(badge, '--on'), of(badge, '--c')));
            }
            return worst""")
        self.assertGreaterEqual(worst, 4.5)

    def test_the_index(self):
        out = self.folder / "reports"
        subprocess.run([self.program, str(self.testdata / "mets/pages"), str(self.testdata / "pages/de-titel.txt"), "-q",
                        "--to", "html", "-o", str(out), "--dictionaries", "none"], check=True)
        self.open(out / "index.html")
        self.assertEqual(len(self.all("li.report")), 2)
        self.assertEqual(len(self.all("svg.thumbnail")), 3)
        link = self.all(".titles a")[-1]
        title = link.text
        link.click()
        self.assertIn("de-titel", self.browser.title)
        self.assertEqual(self.one(".art.current .headline").text.replace("\n", " "), title)
        self.one(".nameplate a").click()
        self.assertEqual(len(self.all("li.report")), 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("testdata", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path)
    options, rest = parser.parse_known_args()
    if webdriver is None or not shutil.which("chromium") or not shutil.which("chromedriver"):
        print("skipped: no browser (Debian: chromium, chromium-driver, python3-selenium)")
        return 77
    ReportTest.program, ReportTest.testdata = options.program.resolve(), options.testdata.resolve()
    ReportTest.shots = options.shots
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    return not unittest.main(argv=[sys.argv[0], *rest], exit=False).result.wasSuccessful()


if __name__ == "__main__":
    sys.exit(main())
