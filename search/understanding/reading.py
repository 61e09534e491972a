"""What understanding gives back: facts, each with the words it came from and how sure we are.

Every fact has a key such as "age:4" or "need:sleep". A page offers each fact as a chip; a chip that a family takes
away sends its key back, and the fact is not assumed again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from local_offer.places.place import Place
from search.understanding.words import Sentence

Years = tuple[int, int]
"""Whole years from and to, both included: (4, 4) is a child of four."""

Basis = Literal["phrase", "sentence"]
"""How a need was found: a phrase that editors keep, or everyday sentences that say something alike."""

Value = str | Years | Place

NOTHING_SAID = Sentence("", "", ())


@dataclass(frozen=True, slots=True)
class Span:
    """Where the words stand in what was typed: character positions, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """One fact. `sure` is between 0 and 1.

    `kind` is need, not-need, age, place, not-place, wide, status, cost, delivery, when, audience, concept, kind, name
    or urgent. `numbers` are the words it explains, so that later recognisers do not read them as something else.
    """

    kind: str
    value: Value
    label: str
    span: Span
    sure: float
    key: str
    numbers: tuple[int, ...] = ()
    basis: Basis = "phrase"


@dataclass(frozen=True, slots=True)
class Correction:
    """A word nobody knows, and the one we read it as. The key refuses it: "search instead for ..."."""

    span: Span
    typed: str
    used: str

    @property
    def key(self) -> str:
        return f"spelling:{self.typed.lower()}"


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that one line of text was taken to mean, and the words that are left for the text search.

    `said` are the words as they were read; those that a family ruled out or took back count as explained there.
    `stages` say about how old a child is, by such words as "nursery".
    """

    text: str
    recognised: tuple[Recognised, ...] = ()
    words: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    concept_refs: tuple[str, ...] = ()
    said: Sentence = NOTHING_SAID
    stages: tuple[Years, ...] = ()

    @property
    def chips(self) -> tuple[Recognised, ...]:
        """What a page shows as assumed: age, place, needs, the rest. Danger is answered, never a chip."""
        shown = (fact for fact in self.recognised if fact.kind not in _UNSHOWN)
        return tuple(sorted(shown, key=lambda fact: (_CHIP_ORDER.get(fact.kind, 9), fact.span.start)))

    @property
    def urgent(self) -> bool:
        """Whether somebody may be in danger: whom to ring now comes before everything."""
        return any(fact.kind == "urgent" for fact in self.recognised)

    @property
    def needs(self) -> tuple[tuple[str, float, Basis], ...]:
        """Slugs of needs, the surest first, with a weight between 0 and 1 and how each was found."""
        found = [(str(fact.value), fact.sure, fact.basis) for fact in self._of("need")]
        return tuple(sorted(found, key=lambda need: -need[1]))

    @property
    def ages(self) -> tuple[Years, ...]:
        """One span of years for each child or group of children; two children stay two."""
        return tuple(fact.value for fact in self._of("age") if isinstance(fact.value, tuple))

    @property
    def place(self) -> Place | None:
        """The first place named that is near enough to search near, or else the first."""
        return next((place for place in self.places if not place.far), next(iter(self.places), None))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place named, in the order of the words."""
        return tuple(fact.value for fact in self._of("place") if isinstance(fact.value, Place))

    @property
    def near_me(self) -> bool:
        """Whether the family asks for help near them without saying where that is."""
        return "near-me" in self._values("wide") and not self.places

    @property
    def not_places(self) -> tuple[Place, ...]:
        """Places that were ruled out: "not Watford"."""
        return tuple(fact.value for fact in self._of("not-place") if isinstance(fact.value, Place))

    @property
    def without_needs(self) -> tuple[str, ...]:
        """Needs that were ruled out: "not autism"."""
        return self._values("not-need")

    @property
    def concepts(self) -> tuple[str, ...]:
        return self._values("concept")

    @property
    def kinds(self) -> tuple[str, ...]:
        return self._values("kind")

    @property
    def status(self) -> frozenset[str]:
        """Where the family stands: no_diagnosis, diagnosed, waiting, turned_down, self_refer, no_ehcp."""
        return frozenset(self._values("status"))

    @property
    def costs(self) -> tuple[str, ...]:
        return self._values("cost")

    @property
    def deliveries(self) -> tuple[str, ...]:
        return self._values("delivery")

    @property
    def times(self) -> tuple[str, ...]:
        """When it should be: evening, weekend."""
        return self._values("when")

    @property
    def audiences(self) -> tuple[str, ...]:
        return self._values("audience")

    @property
    def refs(self) -> tuple[str, ...]:
        """References of services that were named exactly."""
        return tuple(dict.fromkeys(ref for fact in self._of("name") for ref in str(fact.value).split(" ")))

    def _of(self, kind: str) -> Iterable[Recognised]:
        return (fact for fact in self.recognised if fact.kind == kind)

    def _values(self, kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(fact.value) for fact in self._of(kind)))


_CHIP_ORDER = {"age": 0, "place": 1, "not-place": 1, "need": 2, "not-need": 3, "status": 4}
_UNSHOWN = frozenset(("urgent", "concept", "name", "wide"))
