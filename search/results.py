"""What a search gives back: plain frozen facts, ready to show, holding no query that could still run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tag:
    """A short fact on a card. One that opens a door (no diagnosis needed, ask yourself) is shown in green."""

    label: str
    opens_door: bool = False


@dataclass(frozen=True)
class Hit:
    """One service found, with the reasons why it is here in words ("covers SG5", "2.1 miles", "age 4 fits")."""

    id: int
    ref: str
    name: str
    provider: str
    url: str
    summary: str
    tags: tuple[Tag, ...]
    reasons: tuple[str, ...]
    checked: str
    is_checked: bool
    miles: float | None
    score: float


@dataclass(frozen=True)
class PageHit:
    """A hub topic, guide or area page that answers the same question."""

    key: str
    title: str
    url: str
    summary: str
    section: str


@dataclass(frozen=True)
class FacetValue:
    """One choice of a filter, and how many services there would be with it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter: the name of its field in an address, its question in words, and its choices."""

    field: str
    question: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class SearchResults:
    """One page of an answer. `total` counts every service that fits, not only those on this page.

    `newest_may_be_missing` when another index than the site's own had to answer.
    """

    hits: tuple[Hit, ...]
    total: int
    pages: tuple[PageHit, ...]
    facets: tuple[Facet, ...]
    page: int = 1
    per_page: int = 20
    newest_may_be_missing: bool = False

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty answer has one."""
        return max(1, -(-self.total // self.per_page))
