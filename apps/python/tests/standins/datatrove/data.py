"""A stand-in for datatrove.data: as much as examples/datatrove_articles.py touches."""

from dataclasses import dataclass, field


@dataclass
class Document:
    text: str
    id: str
    media: list = field(default_factory=list)
    metadata: dict = field(default_factory=dict)
