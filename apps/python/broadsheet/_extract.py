"""Pages in, articles out."""

from __future__ import annotations

import os
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _broadsheet
from ._document import Document
from ._model import Error, Processed
from ._options import Many, StrPath, rows

Input = Union[bytes, bytearray, memoryview, str, "os.PathLike[str]", "os.PathLike[bytes]"]


def _given(source: Input, name: Optional[str]) -> Tuple[Optional[bytes], bytes, bool]:
    """The bytes of an input (None: it is a path), its name, and whether it is text."""
    if isinstance(source, os.PathLike):
        if name is not None:
            raise TypeError("name: a path has its own")
        return None, os.fsencode(source), False
    called = b"-" if name is None else os.fsencode(name)
    if isinstance(source, bytes):
        return source, called, False
    if isinstance(source, str):
        # Lone surrogates are bytes that decode to nothing; they are told, as any noise is.
        return source.encode("utf-8", "surrogatepass"), called, True
    if isinstance(source, (bytearray, memoryview)):
        return bytes(source), called, False  # a copy: nobody may change it while it is read
    raise TypeError(f"a page is bytes, str or os.PathLike, not {type(source).__name__}")


class Extractor:
    """Options for many pages: checked once, files of words and dictionaries loaded once. Threads may share it.

        reader = broadsheet.Extractor(lang="de", words="collection.words")
        for path in pathlib.Path("scans").glob("*.xml"):
            for article in reader.extract(path).articles: ...

    The keywords are the options of the program (`broadsheet extract --help`), `_` for `-`; None is "not given".

    from_: the format of the input (without it: found by content); `broadsheet.readers()` has all.
    encoding: of the input (without it: found by content). A `str` has none, and does not ask for it.
    lang: the language of the page (without it: found by content); `broadsheet.languages()` has all.
    writing: horizontal or vertical (without it: found by content).
    articles: source (follow the articles that the input names, the default where it names any) or detect (find them).
    max_bytes: the largest input that is read: 1000000, "64M" (default 2G).
    timeout: how many seconds an input (of `process_many`: a record) may take; one that takes longer is an `Error` with
        the code "timeout" (a record: a line of an error with that code). Without it, as long as it wants. It is looked
        at between pages, passes and lines, so a call may take a moment longer; writing is not limited.
    words: files of the words of the collection, as `broadsheet words` writes them; one or several.
    dictionaries: of hunspell: none (the default here, so that the output is the same on every machine; the program's
        is auto), auto (those of the system), or a folder.
    skip: repair passes to leave out; one or several; `broadsheet.passes()` has all.
    spacing: spaces between Han characters and digits or Latin letters: tight (none; the default), source, loose.
    width: punctuation beside Han characters: source (as it stands; the default), full.
    ocr_lang, ocr_timeout, cache, keep_work: for PDF and images, which poppler and tesseract read.

    Raises `Error` (code "option") for a value that does not fit.
    """

    __slots__ = ("_engine",)

    def __init__(
        self,
        *,
        from_: Optional[str] = None,
        encoding: Optional[str] = None,
        lang: Optional[str] = None,
        writing: Optional[str] = None,
        articles: Optional[str] = None,
        max_bytes: Union[int, str, None] = None,
        timeout: Optional[int] = None,
        words: Optional[Many] = None,
        dictionaries: Optional[StrPath] = None,
        skip: Optional[Many] = None,
        spacing: Optional[str] = None,
        width: Optional[str] = None,
        ocr_lang: Optional[str] = None,
        ocr_timeout: Optional[int] = None,
        cache: Optional[StrPath] = None,
        keep_work: Optional[StrPath] = None,
    ) -> None:
        given = dict(locals())
        del given["self"]
        self._engine = _broadsheet.Engine(rows(given))

    def extract(self, source: Input, *, name: Optional[str] = None, explain: bool = False) -> Document:
        """The articles of an input.

        source: bytes: a file's, of any format that is read. str: a page's text; its spans are bytes of its UTF-8.
            os.PathLike: a file, or the folder of an issue. (A `str` is never a path: `pathlib.Path(name)` is one.)
        name: of an input that has none: what documents, records and messages call it. Ids are made of it.
        explain: the decisions are among the notes, and in the report that `to("html")` gives.

        Without the GIL but for its last step, so threads run side by side. Raises `Error` for what no reader takes
        and files that cannot be read; broken text is a note in the document.
        """
        return Document(self._engine.extract(*_given(source, name), explain))

    def repair(self, source: Input, *, name: Optional[str] = None, keep_furniture: bool = False) -> str:
        """The text of a page, its lines repaired, in reading order, not segmented; repaired again it stays as it is.

        keep_furniture: running heads, folios and the like stay.
        """
        return self._engine.repair(*_given(source, name), keep_furniture)

    def explain(
        self, source: Input, *, name: Optional[str] = None, line: Optional[int] = None, margin: bool = False
    ) -> str:
        """Each decision with its place and its evidence, a line each, as `broadsheet explain` prints them.

        line: only what concerns this physical line.
        margin: instead the page as it stands, with marks in the margin: where each line went.
        """
        if line is not None and not 1 <= line < 2**32:
            raise Error(f"line: {line} is no line (they count from 1)", "option")
        return self._engine.explain(*_given(source, name), line or 0, margin)

    def process_many(
        self,
        records: Iterable[bytes],
        *,
        threads: Optional[int] = None,
        name: str = "-",
        first: int = 1,
        text_field: Optional[str] = None,
        id_field: Optional[str] = None,
        source: Optional[str] = None,
        added: Optional[str] = None,
        created: Optional[str] = None,
        inline_provenance: bool = False,
        max_line_bytes: Union[int, str, None] = None,
    ) -> List[bytes]:
        """JSON-lines records in, article records out; `out[i]` is of `records[i]`.

            lines = reader.process_many(batch, id_field="doc_id")
            good = b"".join(line for line in lines if not broadsheet.is_error(line))

        records: each a line of JSON with an id and a text: a page (form feeds part pages), or a list of pages of one
            issue. See docs/pipeline.md.
        threads: how many work (default: one for each processor that this process may use). The result does not
            depend on it.
        name, first: for errors only: the input that the records are of, and the number of the first one there.
        The others are those of `broadsheet pipe`.

        An item of the result holds a line for each article of its record, or none (no text), or the line of an
        error: a bad record never ends the call. The GIL is let go; Ctrl-C is heard. Nothing depends on the batches:
        a record gives the same bytes in any.
        """
        options = {
            "text_field": text_field,
            "id_field": id_field,
            "source": source,
            "added": added,
            "created": created,
            "inline_provenance": inline_provenance,
            "max_line_bytes": max_line_bytes,
        }
        return self._engine.process_many(list(records), os.fsencode(name), first, _threads(threads), rows(options))

    def process_records(
        self,
        records: Iterable[bytes],
        *,
        threads: Optional[int] = None,
        name: str = "-",
        first: int = 1,
        provenance: bool = False,
        attributes: bool = False,
        **options: Any,
    ) -> List[Processed]:
        """As `process_many`, with sidecars and the error apart.

        provenance, attributes: fill the sidecars.
        options: the others of `process_many`, and offsets: what provenance counts places in the text by: code-points
            (the default), bytes, utf16.
        """
        return self._engine.process_records(
            list(records), os.fsencode(name), first, _threads(threads), rows(options), provenance, attributes
        )


def _threads(asked: Optional[int]) -> int:
    if asked is None:
        return len(os.sched_getaffinity(0))
    if not 1 <= asked <= 1024:
        raise Error(f"threads: {asked} is no number from 1 to 1024", "option")
    return asked


def extract(source: Input, *, name: Optional[str] = None, explain: bool = False, **options: Any) -> Document:
    """The articles of one input: `Extractor(**options).extract(source)`.

        document = broadsheet.extract(pathlib.Path("page.xml"), lang="de")
        print(document.articles[0].text)

    source: bytes (a file's), str (a page's text; spans are bytes of its UTF-8), or os.PathLike (a file, or the folder
    of an issue). The options are those of `Extractor`; make one for many pages where `words` or `dictionaries` are
    given.
    """
    return Extractor(**options).extract(source, name=name, explain=explain)


def repair(source: Input, *, name: Optional[str] = None, keep_furniture: bool = False, **options: Any) -> str:
    """The repaired text of one input: `Extractor(**options).repair(source)`."""
    return Extractor(**options).repair(source, name=name, keep_furniture=keep_furniture)


def explain(
    source: Input, *, name: Optional[str] = None, line: Optional[int] = None, margin: bool = False, **options: Any
) -> str:
    """The decisions on one input: `Extractor(**options).explain(source)`."""
    return Extractor(**options).explain(source, name=name, line=line, margin=margin)


# The options of records: all others are of pages.
_OF_RECORDS = frozenset(
    "name first text_field id_field source added created inline_provenance max_line_bytes offsets provenance attributes".split()
)


def _parted(options: Mapping[str, object]) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    of_records = {name: value for name, value in options.items() if name in _OF_RECORDS}
    return {name: value for name, value in options.items() if name not in _OF_RECORDS}, of_records


def process_many(records: Iterable[bytes], *, threads: Optional[int] = None, **options: Any) -> List[bytes]:
    """JSON-lines records in, article records out: `Extractor(...).process_many(records, ...)`, options of both."""
    of_pages, of_records = _parted(options)
    return Extractor(**of_pages).process_many(records, threads=threads, **of_records)


def process_records(records: Iterable[bytes], *, threads: Optional[int] = None, **options: Any) -> List[Processed]:
    """As `process_many`, with sidecars and the error apart: `Extractor(...).process_records(records, ...)`."""
    of_pages, of_records = _parted(options)
    return Extractor(**of_pages).process_records(records, threads=threads, **of_records)


def is_error(line: bytes) -> bool:
    """Whether an item that `process_many` gave is the line of an error.

    Such a line is {"input", "record" (its number), "id", "code", "message", "bytes"}; no article begins so.
    """
    return line.startswith(b'{"input":')


def readers() -> Tuple[str, ...]:
    """The formats that are read: values of `from_`."""
    return _broadsheet.names("readers")


def writers() -> Tuple[str, ...]:
    """The formats that are written: values of `Document.to`."""
    return _broadsheet.names("writers")


def passes() -> Tuple[str, ...]:
    """The repair passes in running order: values of `skip`."""
    return _broadsheet.names("passes")


def languages() -> Tuple[str, ...]:
    """The languages whose cues are known: values of `lang`."""
    return _broadsheet.names("languages")
