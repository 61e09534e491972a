"""An understanding in few words, as a reader notes it: whole topics, one age, one place, and where a family stands.

Commands print this shape and judged questions are written in it; the page itself keeps more, such as two children as
two ages.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from local_offer.places.place import Place
from search.understanding.reading import Understanding, Years
from search.understanding.vocabulary import Vocabulary

AREAS = frozenset(("dspl", "district", "nhs", "county"))
"""Kinds of place that are no point on a map: they count by the DSPL areas in them only."""


@dataclass(frozen=True, slots=True)
class Slots:
    """`age` is one number, or from and to; `place` a town, sector or outcode; `dspl` the numbers of the areas."""

    needs: tuple[str, ...]
    age: int | Years | None
    place: str | None
    dspl: tuple[int, ...]
    status: tuple[str, ...]


def slots_of(understanding: Understanding, vocabulary: Vocabulary) -> Slots:
    """Note down an understanding."""
    place = understanding.place
    return Slots(
        needs=tuple(dict.fromkeys(vocabulary.topic(need) for need, _, _ in understanding.needs)),
        age=_one_age(understanding.ages),
        place=_point(place),
        dspl=place.dspl_numbers if place else (),
        status=tuple(sorted(understanding.status)),
    )


def _one_age(ages: Sequence[Years]) -> int | Years | None:
    """The youngest and the oldest year of all children.

    >>> _one_age([(4, 4), (9, 9)]), _one_age([(6, 6)])
    ((4, 9), 6)
    """
    if not ages:
        return None
    youngest, oldest = min(low for low, _ in ages), max(high for _, high in ages)
    return youngest if youngest == oldest else (youngest, oldest)


def _point(place: Place | None) -> str | None:
    return place.near if place and place.kind not in AREAS else None
