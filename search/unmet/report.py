"""What families looked for and did not find, beside what there is: the figures of the report that editors read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Sum
from django.utils import timezone

from local_offer.places.errors import PlaceError
from local_offer.places.locate import locate
from local_offer.places.models import Area
from local_offer.places.place import Place
from local_offer.taxonomy.models import Need
from search.engines.base import IndexNotReady
from search.engines.chosen import engine
from search.query import Assumed, ServiceQuery
from search.understanding.vocabulary import Vocabulary
from search.unmet.keeping import MONTHS_KEPT, months_before
from search.unmet.words import is_known
from search.unmet.writing import READABLE_AFTER, overwrite_what_goes
from search.unmet_models import AGE_BANDS, FEW, NONE, NOT_SAID, OUTSIDE, SearchTotal, UnknownWord, UnmetCount

PERIODS = {"30": "the last 30 days", "90": "the last 90 days", "all": f"the last {MONTHS_KEPT} months"}


@dataclass(frozen=True)
class ReportRow:
    """One topic, age band and area. `services` is how many a family would find there; None where it says nothing."""

    topic: str
    ages: str
    area: str
    none: int
    few: int
    services: int | None


@dataclass(frozen=True)
class Totals:
    """How many searches there were, and how many of them found nothing, or only a few services."""

    searches: int = 0
    none: int = 0
    few: int = 0


def first_day_of(period: str) -> date:
    """The first day of one of the periods."""
    today = timezone.localdate()
    return today - timedelta(days=int(period) - 1) if period.isdigit() else months_before(today, MONTHS_KEPT)


def totals_since(first_day: date) -> Totals:
    """All searches of all days from this one on."""
    sums = SearchTotal.objects.filter(day__gte=first_day).aggregate(
        searches=Sum("searches", default=0),
        none=Sum("found_none", default=0),
        few=Sum("found_few", default=0),
    )
    return Totals(**sums)


def rows_since(first_day: date) -> list[ReportRow]:
    """Every topic, age band and area of which too little was found, the most often missed first."""
    topics = dict(Need.objects.values_list("slug", "label"))
    areas = {code: f"DSPL {code.partition('-')[2]}: {name}" for code, name in _dspls()}
    rows = []
    for topic, band, area, none, few in _sums(first_day):
        rows.append(
            ReportRow(
                topics.get(topic, topic) or "Topic not understood",
                band.replace("-", " to ") or "Not said",
                {NOT_SAID: "Not said", OUTSIDE: "Outside Hertfordshire"}.get(area) or areas.get(area, area),
                none,
                few,
                services_for(topic, band, area),
            )
        )
    return rows


def _dspls() -> Iterable[tuple[str, str]]:
    return Area.objects.filter(code__startswith="dspl-").values_list("code", "name")


def _sums(first_day: date) -> Iterable[tuple[str, str, str, int, int]]:
    counts = UnmetCount.objects.filter(day__gte=first_day).values("topic", "age_band", "area")
    sums = counts.annotate(
        none=Sum("searches", filter=Q(found=NONE), default=0),
        few=Sum("searches", filter=Q(found=FEW), default=0),
    )
    ordered = sums.order_by("-none", "-few", "topic", "age_band", "area")
    return ordered.values_list("topic", "age_band", "area", "none", "few")


def services_for(topic: str, band: str, area: str) -> int | None:
    """How many services the search shows for a topic at these ages in an area, as families find them.

    None for a topic that was not understood, for places outside, and while the index is being made.
    """
    if not topic or area == OUTSIDE:
        return None
    ages = (AGE_BANDS[band],) if band in AGE_BANDS else ()
    asked = ServiceQuery(need=(topic,), assumed=Assumed(ages=ages), place=_place_of(area), per_page=1)
    try:
        return engine().search(asked).total
    except IndexNotReady:
        return None


def _place_of(area: str) -> Place | None:
    try:
        return locate(area.replace("-", " ")) if area else None
    except PlaceError:
        return None


def readable_words(vocabulary: Vocabulary) -> list[UnknownWord]:
    """The words that searches of five different days brought, the most often met first; not those known by now."""
    readable = UnknownWord.objects.filter(days__gte=READABLE_AFTER, withheld=False).exclude(word="")
    return [one for one in readable.order_by("-days", "word") if not is_known(one.word, vocabulary)]


def hide_word(mark: str) -> None:
    """An editor says that it may be a name: it is never shown again."""
    overwrite_what_goes()
    UnknownWord.objects.filter(pk=mark).update(withheld=True, word="")
