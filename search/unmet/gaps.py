"""What a search that found little was about, as coarsely as a report needs it: topic, age band, area."""

from dataclasses import dataclass

from local_offer.places.errors import OutsideHertfordshire
from search.answering import Reading
from search.slots import SURE
from search.understanding.vocabulary import Vocabulary
from search.unmet_models import AGE_BANDS, FEW, NONE, NOT_SAID, OUTSIDE

SOME = "some"
MOST_FEW = 3
MOST_TOPICS = 3
"""Topics of one search that are counted; who names more has pasted a letter."""

_DSPL = "dspl-"
_OF_SEVERAL_AREAS = frozenset(("county", "nhs"))


@dataclass(frozen=True, order=True)
class Gap:
    """One topic, age band and area; empty where none was said or understood."""

    topic: str = ""
    age_band: str = ""
    area: str = NOT_SAID


def bucket_of(total: int) -> str:
    """
    >>> [bucket_of(total) for total in (0, 1, 3, 4)]
    ['none', 'few', 'few', 'some']
    """
    if total == 0:
        return NONE
    return FEW if total <= MOST_FEW else SOME


def gaps_in(reading: Reading, vocabulary: Vocabulary) -> tuple[Gap, ...]:
    """Each topic of the search with each age band. Values that stand in an address but in no list are passed over."""
    topics = _topics(reading, vocabulary) or ("",)
    bands = tuple(dict.fromkeys(map(band_of, reading.query.ages))) or ("",)
    area = area_of(reading)
    return tuple(Gap(topic, band, area) for topic in topics for band in bands)


def _topics(reading: Reading, vocabulary: Vocabulary) -> tuple[str, ...]:
    query = reading.query
    wanted = [*query.need, *(slug for slug, sure in query.assumed.needs if sure >= SURE)]
    known = (vocabulary.topic(slug) for slug in wanted if slug in vocabulary.needs)
    return tuple(dict.fromkeys(known))[:MOST_TOPICS]


def band_of(years: tuple[int, int]) -> str:
    """The band that the middle of a span lies in: one child, one band.

    >>> band_of((4, 4)), band_of((11, 16)), band_of((30, 30))
    ('0-4', '11-15', '19-25')
    """
    middle = (years[0] + years[1]) // 2
    return next((band for band, (_, high) in AGE_BANDS.items() if middle <= high), "19-25")


def area_of(reading: Reading) -> str:
    """The DSPL area, the likeliest of several; "outside" the county; empty for no place or one of many areas."""
    if isinstance(reading.place_trouble, OutsideHertfordshire):
        return OUTSIDE
    place = reading.query.place
    if place is None or place.kind in _OF_SEVERAL_AREAS:
        return NOT_SAID
    if place.outside:
        return OUTSIDE
    return next((code for code in place.dspls if code in place.areas and code.startswith(_DSPL)), NOT_SAID)
