"""What a document is made of: plain tuples with names, cheap to make, to compare, to pickle.

Pages and physical lines count from 1, bytes and characters from 0. A decimal has two places.
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple


class Error(Exception):
    """What ends a call: a file that cannot be read, a format that no reader takes, a wrong option, a limit.

    Anything else that is wrong with an input is a `Note` in its document and no exception.
    """

    code: str
    """io, format, encoding, limit, timeout, option, or internal (a bug: please report it)."""

    def __init__(self, message: str, code: str = "internal") -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class Source(NamedTuple):
    """An input, or one of the files that it is made of."""

    name: str
    """As the caller gave it. Bytes in it that are no UTF-8 are surrogates, as `os.fsdecode` has them."""
    format: str
    """The reader: text, layout, markdown, alto ..."""
    encoding: str
    """A name that Python knows, with byte order: UTF-8, UTF-16LE, GB18030 ..."""
    bytes: int
    digest: str
    """"xxh3:" and 32 hexadecimal digits (XXH3, 128 bits) of the bytes."""


class Page(NamedTuple):
    """A page of the input."""

    number: int
    unit: str
    """Of boxes: cell, pixel, point."""
    width: float
    """0: not known."""
    height: float


class Span(NamedTuple):
    """A place in the input. It lies in one physical line."""

    page: int
    line: int
    begin: int
    """Bytes [begin, end) of the file as it is on disk; of a `str`, of its UTF-8."""
    end: int
    box: Optional[Tuple[float, float, float, float]]
    """Left, top, right, bottom in the unit of the page; None where the source has no geometry."""
    file: int
    """0: `Document.source`, else `Document.files[file - 1]`."""


class Block(NamedTuple):
    """A headline, a paragraph, a caption ..."""

    role: str
    """section, kicker, headline, deck, byline, dateline, paragraph, subhead, caption, credit, note, list, table."""
    text: str
    confidence: float
    spans: Tuple[Span, ...]
    """In reading order. A hyphen taken out at a line's end is in none of them, but in `Document.dropped`."""


class Jump(NamedTuple):
    """A jump line: "Continued on page 4"."""

    page: int
    line: int
    to_page: int
    """0 where the number cannot be read."""
    resolved: bool


class Article(NamedTuple):
    """An article: its blocks in reading order."""

    id: str
    """Its place in the document: "p1-a3"."""
    lang: str
    """BCP 47: zh-Hans, zh-Hant, ja, en, de, fr ...; empty where it is not known."""
    type: str
    """article, ad, notice, photo, masthead, unknown."""
    confidence: float
    flags: Tuple[str, ...]
    """starts_mid_sentence, ends_mid_sentence."""
    authors: Tuple[str, ...]
    """Names taken out of its bylines."""
    jumps: Tuple[Jump, ...]
    blocks: Tuple[Block, ...]

    @property
    def text(self) -> str:
        """All blocks with a blank line between them, as "text" of the records has them."""
        return "\n\n".join(block.text for block in self.blocks if block.text)

    def of_role(self, role: str) -> Tuple[Block, ...]:
        """The blocks of a role: `article.of_role("headline")`."""
        return tuple(block for block in self.blocks if block.role == role)


class Dropped(NamedTuple):
    """Text that stands in no article, and why."""

    reason: str
    """duplicate, folio, running-head, furniture, noise, jump-line, hyphen, markup."""
    text: str
    spans: Tuple[Span, ...]
    kept: Optional[str]
    """Of a duplicate: article and block (from 0) that hold the copy kept, "p1-a1/5"."""


class Note(NamedTuple):
    """A fault of the input that did not stop the run."""

    severity: str
    """info, warning."""
    stage: str
    """read, repair, segment, write."""
    page: int
    """0: of the whole input."""
    line: int
    """0: of the whole page."""
    message: str


class Processed(NamedTuple):
    """What became of one record of a pipeline. Each of bytes is whole lines of JSON, or empty."""

    records: bytes
    """An article a line, as `--to jsonl` writes it."""
    provenance: bytes
    """As many lines, in the same order: where in the record each part of the text stood."""
    attributes: bytes
    """As many lines, in the same order: attributes of dolma."""
    error: bytes
    """One line, where the record is bad; then there is nothing else: input, record (its number), id, code, message, bytes."""
    message: str
    """The error for people: "part-1.jsonl:7: the line is not JSON"."""
    articles: int
    """Lines of `records`."""
