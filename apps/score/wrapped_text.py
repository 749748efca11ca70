"""Natural text as a press would set it: manual pages of this machine, wrapped to a narrow measure, words parted by pyphen's rules. So the truth of each hyphen is known,
and no page of the sets is looked at. The figures depend on the manual pages that are installed."""
import glob
import gzip
import random
import re

try:
    import pyphen
except ImportError:
    pyphen = None

LANGUAGES = {"en": "English", "de": "German", "fr": "French"}
RULES = {"en": "en_US", "de": "de_DE", "fr": "fr_FR"}
NEEDS = "Debian: python3-pyphen perl-doc manpages-de manpages-fr"
PAGES, WORDS, MEASURE = 12, 1200, 36


class Page:
    def __init__(self):
        self.lines, self.breaks, self.words = [], [], 0

    def pairs(self, flat):
        for line, outcome in self.breaks:
            before, after = flat(self.lines[line])[:-1][-14:], flat(self.lines[line + 1])[:14]
            yield outcome, {"join": before + after, "keep": before + "-" + after, "leave": before + "- " + after}


def english():
    """Paragraphs of Perl's documentation, without code and marks."""
    files = sorted(glob.glob("/usr/share/perl/5.*/pod/*.pod"))
    for file in random.sample(files, min(len(files), 4 * PAGES)):
        with open(file, encoding="utf-8", errors="ignore") as text:
            for part in text.read().split("\n\n"):
                part = re.sub(r"[A-Z]<+\s*([^<>]*?)\s*>+", r"\1", " ".join(part.split())) if part[:1].strip("=\n") else ""
                if not re.search(r"[$@%{}<>\\|=;]", part):
                    yield part


def translated(language):
    """Paragraphs of translated manual pages, without requests of roff."""
    files = sorted(glob.glob("/usr/share/man/%s/man[1578]/*.gz" % language))
    for file in random.sample(files, min(len(files), 30 * PAGES)):
        with gzip.open(file, "rt", encoding="utf-8", errors="ignore") as text:
            for part in re.split(r"\n\.[A-Z]+[^\n]*", text.read()):
                part = re.sub(r"\\f\(..|\\f.|\\&|\\[|^/]", "", part).replace("\\-", "-")
                if not re.search(r"[\\${}<>=;_]|^\.|\n[.']", part):
                    yield " ".join(part.split())


def parts(token, rules):
    """Places where a line may end in a word, and what its hyphen then is."""
    for found in re.finditer(r"(?<=\w)-(?=\w)", token):
        yield found.end(), "keep"
    word = re.match(r"^\W*([^\W\d_]+)\W*$", token)
    if word and "-" not in token:
        for place in rules.positions(word.group(1)):
            if 2 <= place <= len(word.group(1)) - 3:
                yield word.start(1) + place, "join"


def wrap(page, paragraph, rules):
    line = ""
    for token in paragraph.split():
        while token:
            gap = " " if line else ""
            room = MEASURE - len(line) - len(gap)
            if len(token) <= room:
                line, token = line + gap + token, ""
                continue
            places = [(at, outcome) for at, outcome in parts(token, rules) if at + (outcome == "join") <= room]
            if places:
                at, outcome = max(places)
                page.breaks.append((len(page.lines), outcome))
                page.lines.append(line + gap + token[:at] + ("-" if outcome == "join" else ""))
                line, token = "", token[at:]
            elif line:
                page.lines.append(line)
                line = ""
            else:
                line, token = token, ""
    page.lines += [line, ""]
    page.words += len(paragraph.split())


def make(language):
    """Pages of wrapped text; None where the machine has none."""
    if pyphen is None:
        return None
    random.seed(5)
    paragraphs = [p for p in (english() if language == "en" else translated(language)) if len(p) > 150]
    if not paragraphs:
        return None
    random.shuffle(paragraphs)
    rules = pyphen.Pyphen(lang=RULES[language])
    pages = [Page()]
    for paragraph in paragraphs:
        if pages[-1].words >= WORDS:
            if len(pages) == PAGES:
                break
            pages.append(Page())
        wrap(pages[-1], paragraph, rules)
    return pages
