"""Cards: what an index keeps of a service or page, with the reasons why it is here."""

from typing import Any

from local_offer.directory.coverage import Coverage, fit, reason
from local_offer.places.place import Point
from search.query import ServiceQuery, Span
from search.results import Hit, PageHit, Tag


def hit_from(
    shown: dict[str, Any], query: ServiceQuery, miles: float, score: float, towns: dict[str, Point]
) -> Hit:
    """A card for one service."""
    return Hit(
        id=shown["id"],
        ref=shown["ref"],
        name=shown["name"],
        provider=shown["provider"],
        url=shown["url"],
        summary=shown["summary"],
        tags=tuple(Tag(label, opens) for label, opens in shown["tags"]),
        reasons=reasons(shown, query, towns),
        checked=shown["checked"],
        is_checked=shown["is_checked"],
        miles=None if miles == float("inf") else round(miles, 1),
        score=round(score, 4),
    )


def page_hit_from(shown: dict[str, Any]) -> PageHit:
    """A card for one page."""
    return PageHit(shown["key"], shown["title"], shown["url"], shown["summary"], shown["section"])


def reasons(shown: dict[str, Any], query: ServiceQuery, towns: dict[str, Point]) -> tuple[str, ...]:
    """Why a service is here, in words: picked by people, what it helps with, whether the age fits, where it serves."""
    told = [pinned_reason(shown, query), helps_with(shown, query), age_reason(shown["ages"], query.ages)]
    if query.place is not None:
        codes = frozenset(code for code, _ in shown["areas"])
        venues = tuple(Point(*pair) for pair in shown["venues"])
        coverage = Coverage(codes, venues, tuple((code, towns[code]) for code in codes if code in towns))
        told.append(reason(fit(coverage, query.place, query.within), dict(shown["areas"])))
    return tuple(words for words in told if words)


def pinned_reason(shown: dict[str, Any], query: ServiceQuery) -> str:
    """That people, not a sum, put it where it is."""
    return "picked by our team" if shown["id"] in query.assumed.pinned else ""


def helps_with(shown: dict[str, Any], query: ServiceQuery) -> str:
    """The needs asked for that the service names itself, in its own words."""
    wanted = [*query.need, *(slug for slug, sure in query.assumed.needs if sure >= 0.3)]
    labels: dict[str, str] = shown["needs"]
    named = [labels[slug] for slug in wanted if slug in labels]
    if not named:
        return ""
    label = named[0]
    is_short_form = label[1:2].isupper()  # "EHC plans"
    return f"helps with {label if is_short_form else label[0].lower() + label[1:]}"


def age_reason(ages: list[int | None], wanted: tuple[Span, ...]) -> str:
    """Whether it is for the child's age."""
    low, high = ages
    if not wanted:
        return ""
    if low is None and high is None:
        return "ages not known: ask"
    years = wanted[0]
    said = f"age {years[0]}" if years[0] == years[1] else f"ages {years[0]} to {years[1]}"
    return f"{said} fits"
