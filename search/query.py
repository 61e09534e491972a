"""The one question that every engine answers, frozen; it prints to an address and reads back equal.

What a family chose stands in its fields. What was understood from its words stands in `assumed`, what a place's name
stands for in `place`: both are worked out anew from the address each time, so neither is part of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlencode

from local_offer.places.place import Place

# Filters of several values each; the names are those of the fields in an address.
FILTERS = ("need", "diagnosis", "referral", "cost", "delivery", "kind", "audience", "outcome")
BEST, NEAREST = "best", "nearest"
Span = tuple[int, int]


@dataclass(frozen=True)
class Assumed:
    """What the words of a search were taken to mean. Weights are between 0 and 1; ages are spans of whole years.

    `leads` are the needs with all that they lead on to: what is found and ranked. `named` are the services whose own
    names were in the words, `meant` those that answer a notion such as CAMHS. `pinned` are the services that editors
    put first for these words, by id and in their order; `pinned_pages` the pages, by key. `stages` say about how old a
    child is.
    """

    words: tuple[str, ...] = ()
    needs: tuple[tuple[str, float], ...] = ()
    leads: tuple[tuple[str, float], ...] = ()
    without_needs: tuple[str, ...] = ()
    ages: tuple[Span, ...] = ()
    stages: tuple[Span, ...] = ()
    status: frozenset[str] = frozenset()
    cost: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    named: tuple[int, ...] = ()
    meant: tuple[int, ...] = ()
    pinned: tuple[int, ...] = ()
    pinned_pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServiceQuery:
    """What a family asks. Empty fields ask for nothing; `within` is miles; `page` counts from 1."""

    text: str = ""
    age: tuple[int, ...] = ()
    near: str = ""
    area: tuple[str, ...] = ()
    within: int | None = None
    need: tuple[str, ...] = ()
    diagnosis: tuple[str, ...] = ()
    referral: tuple[str, ...] = ()
    cost: tuple[str, ...] = ()
    delivery: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    sort: str = BEST
    page: int = 1
    dropped: tuple[str, ...] = ()
    assumed: Assumed = field(default_factory=Assumed, compare=False)
    place: Place | None = field(default=None, compare=False)
    per_page: int = field(default=20, compare=False)

    @property
    def ages(self) -> tuple[Span, ...]:
        """The children's ages: those chosen, else those understood."""
        return tuple((years, years) for years in self.age) or self.assumed.ages

    @property
    def stages(self) -> tuple[Span, ...]:
        """About how old a child is, where no age is known."""
        return () if self.ages else self.assumed.stages

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of one filter."""
        values: tuple[str, ...] = getattr(self, name)
        return values

    def without(self, name: str, value: str | int | None = None) -> "ServiceQuery":
        """The same question with one thing taken out: a whole field, or one value of it.

        >>> ServiceQuery(need=("sleep", "toilet")).without("need", "sleep").need
        ('toilet',)
        """
        if name == "near":
            return replace(self, near="", area=(), within=None, sort=BEST, page=1, place=None)
        current = getattr(self, name)
        empty = _EMPTY[name]
        if value is not None and isinstance(current, tuple):
            return self.having(**{name: tuple(one for one in current if one != value)})
        return self.having(**{name: empty})

    def having(self, **changes: Any) -> "ServiceQuery":
        """The same question with other values in some fields, from its first page."""
        return replace(self, **{**changes, "page": 1})

    def drop(self, key: str) -> "ServiceQuery":
        """The same question, with one thing that was understood from the words refused."""
        return replace(self, dropped=tuple(sorted({*self.dropped, key})), page=1)

    def at_page(self, page: int) -> "ServiceQuery":
        """The same question, further down."""
        return replace(self, page=page)

    def to_address(self) -> str:
        """The question as the part of an address behind the question mark."""
        pairs: list[tuple[str, str | int]] = []
        for name, key in _KEYS.items():
            value = getattr(self, name)
            if value == _EMPTY[name]:
                continue
            pairs += [(key, one) for one in value] if isinstance(value, tuple) else [(key, value)]
        return urlencode(pairs)

    @classmethod
    def from_address(cls, values: Mapping[str, Iterable[str]]) -> "ServiceQuery":
        """Read back what `to_address` wrote; `values` holds the lists of an address's fields.

        It trusts its input as far as `to_address` wrote it: what people type goes through the form.
        """
        read: dict[str, object] = {}
        for name, key in _KEYS.items():
            found = list(values.get(key, ()))
            if not found:
                continue
            if name == "age":
                read[name] = tuple(int(one) for one in found)
            elif name in ("within", "page"):
                read[name] = int(found[0])
            else:
                read[name] = tuple(found) if isinstance(_EMPTY[name], tuple) else found[0]
        return cls(**read)  # type: ignore[arg-type]


_KEYS = {one.name: one.name for one in fields(ServiceQuery) if one.compare} | {
    "text": "q",
    "area": "in",
    "dropped": "not",
}
_EMPTY = {one.name: one.default for one in fields(ServiceQuery) if one.compare}
