"""What a page tells the search about itself, so that the search need not know the kinds of pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageFacts:
    """A published page as plain facts. `words` are what families type for it and are never shown."""

    key: str
    title: str
    url: str
    summary: str
    section: str
    text: str
    headings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    area: str = ""
