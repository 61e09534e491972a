"""Every way of saying an age in numbers, one form each: a pattern, and how many years it means.

The forms are tried in this order, and each uses up its letters, so the more exact come first. Ages are spans of whole
years: "4 year old" is (4, 4), "year 7" (11, 12), "under 5s" (0, 4). Months are read as years completed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.understanding.numbers_in_words import DIGITS, NUMBER, number_of

OLDEST = 25
"""The Local Offer is for children and young people up to 25; whoever is older is no child here."""

LAST_YEAR_GROUP = 13
KEY_STAGES = {1: (5, 7), 2: (7, 11), 3: (11, 14), 4: (14, 16)}

Years = tuple[int, int]
Reading = Callable[[re.Match[str]], list[Years]]

_YEARS = r"(?:years?|yrs?|yeras?|yaers?|yers?|y)"
_OLD = r"(?:olds?|of\s+age|ish)"
_YEAR_OLD = rf"(?:[\s-]*{_YEARS}[\s-]*{_OLD}(?:'?s)?\b|\s*y\s*/?\s*o'?s?\b|\s*yos?\b)"
_MONTHS = r"(?:months?|mths?|mnths?|mos?)"
_AND = r"\s*(?:,\s*and|,|and|&|\+|or|;)\s*"
_TO = r"\s*(?:-|–|to|till|until|/)\s*"
_HALF = r"\s*(?:½|¼|¾|1/2|1/4|3/4|\.5|\.25|\.75|(?:and\s+)?(?:a\s+|1\s+)?half|and\s+a\s+quarter|and\s+three\s+quarters?)"
_NOT_YET = (
    r"\b(?:nearly|almost|coming\s+up(?:\s+(?:to|for|on))?|about\s+to\s+(?:turn|be)|approaching|not\s+(?:quite|yet)|"
    r"soon(?:\s+to\s+be)?|just\s+under|going\s+on(?:\s+for)?|will\s+be|'ll\s+be)\s+"
)
_CHILD = (
    r"\b(?:son|daughter|sons|daughters|child|childs|children|boys?|girls?|kids?|lad|lass|ds|dd|dc|lo|lb|lg|grandson|"
    r"granddaughter|grandchild|brother|sister|twins?|nephew|niece|stepson|stepdaughter|toddler|teen|pupil|yp|one|"
    r"child's|little\s+one|who\s+(?:is|are)|who's)\b"
)
_IS = (
    r"(?:\b(?:aged?s?|age\s+of|"
    r"(?:he|she|they|son|daughter|child|boy|girl|i|kid|who|name)\s+(?:is|are|am|being)(?:\s+(?:only|just|now|about))?|"
    r"(?:he|she|they|who|i|son|daughter)'(?:s|re|m)(?:\s+(?:only|just|now|about))?|hes|shes|theyre|im|whos)\b:?)\s*"
)


def _one(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"])
    return [(years, years)]


def _one_less(found: re.Match[str]) -> list[Years]:
    years = max(number_of(found["n"]) - 1, 0)
    return [(years, years)]


def _months(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"]) // 12
    return [(years, years)]


def _newborn(found: re.Match[str]) -> list[Years]:
    return [(0, 0)]


def _several(found: re.Match[str]) -> list[Years]:
    return [(years, years) for years in map(number_of, re.findall(NUMBER, found["list"]))]


def _range(found: re.Match[str]) -> list[Years]:
    low, high = number_of(found["n"]), number_of(found["m"])
    return [(low, high)] if low < high <= OLDEST else []


def _year_groups(found: re.Match[str]) -> list[Years]:
    groups = [number_of(group) for group in re.findall(NUMBER, found["list"])]
    return [(group + 4, group + 5) for group in groups if 1 <= group <= LAST_YEAR_GROUP]


def _year_group_range(found: re.Match[str]) -> list[Years]:
    low, high = number_of(found["n"]), number_of(found["m"])
    return [(low + 4, high + 5)] if 1 <= low < high <= LAST_YEAR_GROUP else []


def _up_to(found: re.Match[str]) -> list[Years]:
    return [(0, number_of(found["n"] or found["n2"]))]


def _key_stage(found: re.Match[str]) -> list[Years]:
    return [KEY_STAGES[number_of(found["n"])]]


def _under(found: re.Match[str]) -> list[Years]:
    years = number_of(found["n"])
    return [(0, years - 1)] if years else []


def _over(found: re.Match[str]) -> list[Years]:
    return [(number_of(found["n"]), OLDEST)]


_N = rf"(?P<n>{NUMBER})"
_M = rf"(?P<m>{NUMBER})"
_D = rf"(?P<n>{DIGITS})"
_LIST = rf"(?P<list>{NUMBER}(?:{_AND}(?:aged?\s+)?{NUMBER})+)"
_YEAR_WORD = (
    r"(?<!last )(?<!this )(?<!next )(?<!per )(?<!every )(?<!each )(?<!school )\b(?:years?|yrs?)(?:\s+group)?"
)

_FORMS: tuple[tuple[str, Reading], ...] = (
    # 3y4m, 3 years 4 months
    (
        rf"(?<!\w)(?P<n>\d{{1,2}})\s*{_YEARS}\s*,?\s*(?:and\s+)?\d{{1,2}}\s*(?:{_MONTHS}|m)\b(?:\s*{_OLD})?",
        _one,
    ),
    # my 4 and 9 year olds; 4, 6 and 9 yo
    (rf"{_LIST}(?:{_YEAR_OLD}|\s*{_YEARS}\b)", _several),
    # nearly 3, not yet five
    (rf"{_NOT_YET}{_N}(?!\s*(?:{_MONTHS}\b|hours?|weeks?|days?))(?:{_YEAR_OLD}|\s*{_YEARS}\b)?", _one_less),
    # year 7, yr7, Y4, years 3 and 4, year 5/6
    (
        rf"{_YEAR_WORD}\s*(?P<n>\d{{1,2}})\s*(?:-|–|to|/)\s*(?:(?:year|yr|y)\s*)?(?P<m>\d{{1,2}})\b(?!{_YEAR_OLD})",
        _year_group_range,
    ),
    (
        rf"{_YEAR_WORD}\s*(?P<list>{NUMBER}(?:{_AND}(?:(?:year|yr|y)\s*)?{NUMBER})*)(?!{_YEAR_OLD}|[\s-]*{_YEARS}\b)",
        _year_groups,
    ),
    (r"\b(?:year|yr|y)s?(?P<list>\d{1,2})\b", _year_groups),
    (r"\by\s+(?P<list>\d{1,2})\b", _year_groups),
    (r"\b(?:key\s*stage|ks)\s*(?P<n>[1-4])\b", _key_stage),
    # under 5s, over 16s, 16+
    (
        rf"\b(?:under|younger\s+than|below)[\s-]*(?:the\s+age\s+of\s+)?{_N}(?:'?s\b|{_YEAR_OLD}|\s*{_YEARS}\b)?",
        _under,
    ),
    (r"\bunder[\s-]*(?P<n>five|eight|two|three|four)'?s\b", _under),
    (rf"\bbirth{_TO}{_N}|\b(?P<n2>\d{{1,2}})s?\s+(?:and|or)\s+(?:under|younger)\b", _up_to),
    (r"\bu(?P<n>\d{1,2})'?s?\b", _under),
    (rf"\b(?:over|above|older\s+than|post)[\s-]*{_N}(?:'?s\b|\s*{_YEAR_OLD})?", _over),
    (r"\b(?:over|post)[\s-]*(?P<n>\d{1,2})s\b", _over),
    (r"(?<![\w.])(?P<n>\d{1,2})\s*(?:\+|plus\b|\s+(?:and|or)\s+over\b)", _over),
    # 5-11 year olds, ages 3 to 5, 8 to 13s, 16-25
    (rf"{_N}{_TO}(?P<m>(?:{NUMBER})|\d{{1,2}}(?='?s\b))(?:'?s\b|{_YEAR_OLD}|\s*{_YEARS}\b)?", _range),
    (r"(?<![\w.,:/£-])(?P<n>\d{1,2})\s*(?:-|–|to|/)\s*(?P<m>\d{1,2})(?:'?s\b|(?![\w.,:/]))", _range),
    (rf"\bbetween\s+{_N}\s+and\s+{_M}", _range),
    # one and a half, 2½, 2.5 year old
    (
        rf"(?<![\w.])(?P<n>\d{{1,2}}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b){_HALF}(?:{_YEAR_OLD}|\s*{_YEARS}\b)?",
        _one,
    ),
    # 22 months, 6 week old
    (
        rf"(?<![\w.])(?P<n>\d{{1,2}}|\b(?:{NUMBER})\b)[\s-]*{_MONTHS}\b(?:[\s-]*{_OLD})?(?!\s+pregnant)",
        _months,
    ),
    (rf"(?<![\w.])(?P<n>\d{{1,2}})m(?:\s*{_OLD})?\b", _months),
    (r"(?:\d{1,2}|\b[a-z]+)[\s-]*(?:weeks?|wks?|days?)[\s-]*old\b", _newborn),
    # 4 year old, 4yo, 4 y/o, 3yearold
    (rf"(?<![\w.])(?P<n>\d{{1,2}})(?:{_YEAR_OLD}|{_YEARS}\b)", _one),
    (rf"{_N}{_YEAR_OLD}", _one),
    (
        rf"{_N}[\s-]*(?:{_YEARS})[\s-]+(?:funding|check|review|development|boy|girl|son|daughter|child)\b",
        _one,
    ),
    (rf"(?:{_CHILD}|{_IS})[\s,(]*{_N}\s*{_YEARS}\b", _one),
    # son 12 daughter 15; aged 3, 5 and 7; he's 6; turning 18; ds9
    (
        rf"(?:\b(?:aged?s?|boys|girls|sons|daughters|kids|children|twins|both|brothers|sisters)|{_CHILD})[\s,]*(?:are\s+|aged?\s+|is\s+)*\(?(?P<list>{DIGITS}(?:(?:{_AND}|\s+){DIGITS})+)",
        _several,
    ),
    (rf"{_IS}\(?{_N}(?!\s*(?:months?|weeks?)\b|\s+(?:of|to|who|that)\b)", _one),
    (rf"(?:(?<=turning )|(?<=turned )|(?<=turns )|(?<=just gone )|(?<=newly )){_N}", _one),
    (
        r"^\s*(?P<n>two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|twenty)\s+and\s+(?!a\b|\d)",
        _one,
    ),
    (rf"\b(?:only|just|now|already)\s+{_D}", _one),
    (rf"{_CHILD}[\s,(]*{_N}", _one),
    (r"\b(?:ds|dd|dc|lo)(?P<n>\d{1,2})\b", _one),
    (rf"\b(?:girl|boy|child|son|daughter|lad|kid)s?\s+of\s+{_N}", _one),
    (rf"\b(?:at|by|aged|age)\s+{_N}(?!\s*(?:\w+ly\b|a\.?m|p\.?m|every|each|o'?clock))", _one),
    (rf"(?P<list>{DIGITS}(?:{_AND}{DIGITS})+)\s*$", _several),
)


@dataclass(frozen=True, slots=True)
class SaidAge:
    """Years, and the letters that said so."""

    years: Years
    start: int
    end: int


_COMPILED = tuple((re.compile(pattern), reading) for pattern, reading in _FORMS)


def said_ages(text: str) -> Iterator[SaidAge]:
    """Ages said in numbers in a lower-case text from which other numbers have been blanked."""
    for pattern, reading in _COMPILED:
        for found in pattern.finditer(text):
            for years in reading(found):
                if years[0] <= OLDEST:
                    yield SaidAge(years, found.start(), found.end())
        text = pattern.sub(lambda found: " " * len(found.group()), text)
