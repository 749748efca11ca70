"""Newspaper pages, from raw text back to articles.

    import broadsheet, pathlib

    document = broadsheet.extract(pathlib.Path("page.txt"))     # or bytes, or a str with the page's text
    for article in document.articles:
        print(article.lang, article.text)
        for block in article.blocks:
            print(block.role, block.spans[0].line)
    print(document.to("markdown"))

The same bytes and options give the same document, in any thread, process and locale. There is no global state.
"""

from __future__ import annotations

from ._broadsheet import version as __version__
from ._document import Document
from ._extract import (
    Extractor,
    Input,
    explain,
    extract,
    is_error,
    languages,
    passes,
    process_many,
    process_records,
    readers,
    repair,
    writers,
)
from ._model import Article, Block, Dropped, Error, Jump, Note, Page, Processed, Source, Span

__all__ = [
    "Article",
    "Block",
    "Document",
    "Dropped",
    "Error",
    "Extractor",
    "Input",
    "Jump",
    "Note",
    "Page",
    "Processed",
    "Source",
    "Span",
    "__version__",
    "explain",
    "extract",
    "is_error",
    "languages",
    "passes",
    "process_many",
    "process_records",
    "readers",
    "repair",
    "writers",
]
