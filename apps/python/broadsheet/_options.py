"""From keywords to the rows of the program's table of options, which checks them."""

from __future__ import annotations

import os
from typing import Iterable, List, Mapping, Tuple, Union

StrPath = Union[str, "os.PathLike[str]"]
Many = Union[StrPath, Iterable[StrPath]]
Rows = List[Tuple[str, str]]

_LISTS = frozenset(("words", "skip"))
FLAGS = frozenset(("pretty", "inline-provenance"))


def _text(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, os.PathLike)):
        raise TypeError(f"{name}: {type(value).__name__} is no value for it")
    if isinstance(value, int):
        return str(value)
    path = os.fspath(value)
    if not isinstance(path, str):
        raise TypeError(f"{name}: a path must be a str")
    return path


def rows(options: Mapping[str, object]) -> Rows:
    """None is "not given". `words` and `skip` take one value or several."""
    out: Rows = []
    for name, value in options.items():
        if value is None:
            continue
        row = name.rstrip("_").replace("_", "-")
        if row in FLAGS:
            if not isinstance(value, bool):
                raise TypeError(f"{name}: it is True or False, not {type(value).__name__}")
            if value:
                out.append((row, ""))
        elif name in _LISTS and not isinstance(value, (str, os.PathLike)):
            if not isinstance(value, Iterable):
                raise TypeError(f"{name}: {type(value).__name__} is no value for it")
            out.extend((row, _text(name, one)) for one in value)
        else:
            out.append((row, _text(name, value)))
    return out

