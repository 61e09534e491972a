"""Names a slip or two away from what was typed."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

# How many letters must be in both before one slip, or two, can be told from another word.
ONE_SLIP_FROM, TWO_SLIPS_FROM = 5, 8
# Alike enough to ask "did you mean": about one letter in three wrong.
ALIKE = 70


def slips_allowed(typed: str, name: str) -> int:
    """How many letters may be wrong, counted in the shorter of the two without spaces."""
    letters = min(len(typed.replace(" ", "")), len(name.replace(" ", "")))
    return (letters >= ONE_SLIP_FROM) + (letters >= TWO_SLIPS_FROM)


def nearest_names(typed: str, names: Iterable[str]) -> list[str]:
    """The names with the fewest slips, if no more than are allowed. Two letters that changed places are one
    slip.

    >>> nearest_names("hatfeild", ["hatfield", "hitchin"])
    ['hatfield']
    """
    slips = {}
    for name in names:
        allowed = slips_allowed(typed, name)
        if allowed and abs(len(name) - len(typed)) <= allowed:
            distance = OSA.distance(typed, name, score_cutoff=allowed)
            if distance <= allowed:
                slips[name] = distance
    fewest = min(slips.values(), default=0)
    return [name for name, distance in slips.items() if distance == fewest]


def alike(typed: str, names: Iterable[str]) -> list[str]:
    """Names that look or begin like what was typed, the likest first."""
    if not typed:
        return []
    begun = sorted((name for name in names if len(typed) >= 4 and name.startswith(typed)), key=len)
    near = [name for name, _, _ in extract(typed, list(names), scorer=ratio, limit=6, score_cutoff=ALIKE)]
    return list(dict.fromkeys([*begun, *near]))
