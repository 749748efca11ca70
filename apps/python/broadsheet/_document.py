"""The document: what `extract` gives."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from . import _broadsheet
from ._model import Article, Dropped, Note, Page, Source
from ._options import rows


class Document:
    """The articles of an input, with the place of every character.

    The parts are made of the C++ document when they are first asked for, and then kept. A document is never changed;
    threads may share it. It holds 20 to 40 times the bytes of its page: keep `articles` or what `to` gives, not the
    document, where there are many.
    """

    __slots__ = ("_page", "_articles", "_dropped", "_notes", "__weakref__")

    def __init__(self, page: _broadsheet.Page) -> None:
        self._page = page
        self._articles: Optional[Tuple[Article, ...]] = None
        self._dropped: Optional[Tuple[Dropped, ...]] = None
        self._notes: Optional[Tuple[Note, ...]] = None

    @property
    def source(self) -> Source:
        """The input."""
        return self._page.source()

    @property
    def files(self) -> Tuple[Source, ...]:
        """Of an input made of several files: these."""
        return self._page.files()

    @property
    def pages(self) -> Tuple[Page, ...]:
        """The pages of the input."""
        return self._page.pages()

    @property
    def articles(self) -> Tuple[Article, ...]:
        """The articles, in reading order."""
        if self._articles is None:
            self._articles = self._page.articles()
        return self._articles

    @property
    def dropped(self) -> Tuple[Dropped, ...]:
        """What stands in no article: furniture, second copies, hyphens taken out, noise."""
        if self._dropped is None:
            self._dropped = self._page.dropped()
        return self._dropped

    @property
    def notes(self) -> Tuple[Note, ...]:
        """Faults of the input that did not stop the run."""
        if self._notes is None:
            self._notes = self._page.notes()
        return self._notes

    def to(
        self,
        to: str = "text",
        *,
        pretty: bool = False,
        inline_provenance: bool = False,
        source: Optional[str] = None,
        added: Optional[str] = None,
        created: Optional[str] = None,
        spacing: Optional[str] = None,
        width: Optional[str] = None,
    ) -> str:
        """What `broadsheet extract --to ...` prints, newline at its end included.

        to: text, markdown, json, jsonl, tei, alto, page, impresso, html (`broadsheet.writers()` has all).
            html, a report, says why only where the document was extracted with `explain`.
        pretty: json, indented.
        inline_provenance: jsonl, the places of the text inside each record.
        source, added, created: of the records, see docs/output.md.
        spacing, width: as in `extract`, whose values they replace here.
        """
        return self._page.write(
            rows(
                {
                    "to": to,
                    "pretty": pretty,
                    "inline_provenance": inline_provenance,
                    "source": source,
                    "added": added,
                    "created": created,
                    "spacing": spacing,
                    "width": width,
                }
            )
        )

    def to_files(
        self,
        to: str = "text",
        *,
        source: Optional[str] = None,
        added: Optional[str] = None,
        created: Optional[str] = None,
        spacing: Optional[str] = None,
        width: Optional[str] = None,
    ) -> Dict[str, str]:
        """What `broadsheet extract --to ... -o DIR` writes, by the names of the files.

        text and markdown: a file for each article; page: one for each page; alto2txt: two for each article; any other
        writer: one.
        """
        return self._page.write_files(
            rows(
                {
                    "to": to,
                    "source": source,
                    "added": added,
                    "created": created,
                    "spacing": spacing,
                    "width": width,
                }
            )
        )

    def __repr__(self) -> str:
        return f"<broadsheet.Document {self.source.name!r}: {self._page.count()} articles>"
