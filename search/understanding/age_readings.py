"""What each form of an age means in years, from and to: "4 year old" (4, 4), "year 7" (11, 12), "under 5s" (0, 4).

Months are read as years completed; what is nearly so is not yet so.
"""

import re
from collections.abc import Callable

from search.understanding.numbers_in_words import NUMBER, number_of
from search.understanding.reading import Years

OLDEST = 25
"""The Local Offer is for children and young people up to 25; whoever is older is no child here."""

LAST_YEAR_GROUP = 13
KEY_STAGES = {1: (5, 7), 2: (7, 11), 3: (11, 14), 4: (14, 16)}

Reading = Callable[[re.Match[str]], list[Years]]
"""From a match with the groups "n", "m" or "list" to spans of years; none if the numbers cannot be ages."""


def one(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"])
    return [(years, years)]


def one_less(found: re.Match[str]) -> list[Years]:
    years = max(number_of(found["n"]) - 1, 0)
    return [(years, years)]


def months(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"]) // 12
    return [(years, years)]


def newborn(found: re.Match[str]) -> list[Years]:
    return [(0, 0)]


def several(found: re.Match[str]) -> list[Years]:
    return [(years, years) for years in map(number_of, re.findall(NUMBER, found["list"]))]


def span(found: re.Match[str]) -> list[Years]:
    low, high = number_of(found["n"]), number_of(found["m"])
    return [(low, high)] if low < high <= OLDEST else []


def year_groups(found: re.Match[str]) -> list[Years]:
    groups = [number_of(group) for group in re.findall(NUMBER, found["list"])]
    return [(group + 4, group + 5) for group in groups if 1 <= group <= LAST_YEAR_GROUP]


def year_group_span(found: re.Match[str]) -> list[Years]:
    low, high = number_of(found["n"]), number_of(found["m"])
    return [(low + 4, high + 5)] if 1 <= low < high <= LAST_YEAR_GROUP else []


def key_stage(found: re.Match[str]) -> list[Years]:
    return [KEY_STAGES[number_of(found["n"])]]


def under(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"])
    return [(0, years - 1)] if years else []


def up_to(found: re.Match[str]) -> list[Years]:
    return [(0, number_of(found["n"]))]


def over(found: re.Match[str]) -> list[Years]:
    return [(number_of(found["n"]), OLDEST)]
