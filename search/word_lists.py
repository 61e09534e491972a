"""What editors may point words at, and how they write several things in one field."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from local_offer.core.keys import keyed_models
from local_offer.taxonomy.models import Concept, Need, ServiceKind
from search.understanding.phrases import STATUS_OF_FILTER


def parts(text: str) -> tuple[str, ...]:
    """What stands between semicolons.

    >>> parts("sleep; anxiety;")
    ('sleep', 'anxiety')
    """
    return tuple(part.strip() for part in text.split(";") if part.strip())


def needs_by_name() -> dict[str, str]:
    """Slugs of needs by themselves and by what families see, in small letters."""
    needs = Need.objects.values_list("slug", "label")
    return {**{label.lower(): slug for slug, label in needs}, **{slug: slug for slug, _ in needs}}


def targets_by_name() -> dict[str, str]:
    """All that a phrase may find: needs, things asked for by name, kinds of service, and where a family stands."""
    named = {
        **{f"concept:{slug}": f"concept:{slug}" for slug in Concept.objects.values_list("slug", flat=True)},
        **{f"kind:{slug}": f"kind:{slug}" for slug in ServiceKind.objects.values_list("slug", flat=True)},
        **{f"filter:{slug}": f"filter:{slug}" for slug in STATUS_OF_FILTER},
    }
    return {**needs_by_name(), **named}


def page_keys() -> list[str]:
    """The keys of all published pages."""
    return [
        key
        for model in keyed_models()
        for key in model.objects.live().values_list("page_key", flat=True)
        if key
    ]


def unknown_among(names: Iterable[str], known: Mapping[str, str] | Sequence[str]) -> dict[str, str]:
    """Each name that is not known, with the known one that looks most like it, or nothing.

    >>> unknown_among(["sleep", "slepp"], ["sleep", "toilet"])
    {'slepp': 'sleep'}
    """
    strange = [name for name in names if name.lower() not in known]
    return {name: next(iter(get_close_matches(name.lower(), list(known), 1)), "") for name in strange}


def in_words(unknown: Mapping[str, str], what: str, where: str) -> list[str]:
    """What to do about each name that is not known.

    >>> in_words({"slepp": "sleep"}, "need", "The list is under Directory, Needs.")
    ['There is no need “slepp”. Did you mean “sleep”? The list is under Directory, Needs.']
    """
    return [
        f"There is no {what} “{name}”. {f'Did you mean “{near}”? ' if near else ''}{where}"
        for name, near in unknown.items()
    ]
