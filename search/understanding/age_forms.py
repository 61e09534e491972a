"""Every way of saying an age in numbers, one form each: a pattern, and how many years it means.

The forms are tried in this order, and each uses up its letters, so the more exact come first. What they mean is in
`age_readings`.
"""

import re

from search.understanding.age_readings import (
    Reading,
    key_stage,
    months,
    newborn,
    one,
    one_less,
    over,
    several,
    span,
    under,
    up_to,
    year_group_span,
    year_groups,
)
from search.understanding.numbers_in_words import DIGITS, NUMBER

_YEARS = r"(?:years?|yrs?|yeras?|yaers?|yers?|y)"
_OLD = r"(?:olds?|of\s+age|ish)"
_YEAR_OLD = rf"(?:[\s-]*{_YEARS}[\s-]*{_OLD}(?:'?s)?\b|\s*y\s*/?\s*o'?s?\b|\s*yos?\b)"
_OR_YEARS = rf"(?:{_YEAR_OLD}|\s*{_YEARS}\b)"
_MONTHS = r"(?:months?|mths?|mnths?|mos?)"
_AND = r"\s*(?:,\s*and|,|and|&|\+|or|;)\s*"
_TO = r"\s*(?:-|–|to|till|until|/)\s*"
_HALF = (
    r"\s*(?:½|¼|¾|1/2|1/4|3/4|\.5|\.25|\.75|(?:and\s+)?(?:a\s+|1\s+)?half|"
    r"and\s+a\s+quarter|and\s+three\s+quarters?)"
)
_NOT_YET = (
    r"\b(?:nearly|almost|coming\s+up(?:\s+(?:to|for|on))?|about\s+to\s+(?:turn|be)|approaching|not\s+(?:quite|yet)|"
    r"soon(?:\s+to\s+be)?|just\s+under|going\s+on(?:\s+for)?|will\s+be|'ll\s+be)\s+"
)
_CHILD = (
    r"\b(?:son|daughter|sons|daughters|child|childs|children|boys?|girls?|kids?|lad|lass|ds|dd|dc|lo|lb|lg|grandson|"
    r"granddaughter|grandchild|brother|sister|twins?|nephew|niece|stepson|stepdaughter|toddler|teen|pupil|yp|one|"
    r"child's|little\s+one|who\s+(?:is|are)|who's)\b"
)
_CHILDREN = r"\b(?:boys|girls|sons|daughters|kids|children|twins|both|brothers|sisters|aged?s?)"
_IS = (
    r"(?:\b(?:aged?s?|age\s+of|"
    r"(?:he|she|they|son|daughter|child|boy|girl|i|kid|who|name)\s+(?:is|are|am|being)(?:\s+(?:only|just|now|about))?|"
    r"(?:he|she|they|who|i|son|daughter)'(?:s|re|m)(?:\s+(?:only|just|now|about))?|hes|shes|theyre|im|whos)\b:?)\s*"
)
_YEAR_WORD = (
    r"(?<!last )(?<!this )(?<!next )(?<!per )(?<!every )(?<!each )(?<!school )"
    r"\b(?:years?|yrs?)(?:\s+group)?\s*"
)
_N, _M, _D = rf"(?P<n>{NUMBER})", rf"(?P<m>{NUMBER})", rf"(?P<n>{DIGITS})"
_FIGURES = r"(?<![\w.])(?P<n>\d{1,2})"
_LIST = rf"(?P<list>{NUMBER}(?:{_AND}(?:aged?\s+)?{NUMBER})+)"
_YEAR_AGAIN = r"(?:(?:year|yr|y)\s*)?"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_STARTS = (
    r"^\s*(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\w+teen)\s+and\s+(?!a\b|\d)"
)

_WRITTEN: tuple[tuple[str, Reading], ...] = (
    # 3y4m, 3 years 4 months
    (
        rf"(?<!\w)(?P<n>\d{{1,2}})\s*{_YEARS}\s*,?\s*(?:and\s+)?\d{{1,2}}\s*(?:{_MONTHS}|m)\b(?:\s*{_OLD})?",
        one,
    ),
    # my 4 and 9 year olds; 4, 6 and 9 yo
    (rf"{_LIST}{_OR_YEARS}", several),
    # nearly 3, not yet five
    (rf"{_NOT_YET}{_N}(?!\s*(?:{_MONTHS}\b|hours?|weeks?|days?)){_OR_YEARS}?", one_less),
    # year 5/6, years 3 and 4, year 7, yr7, Y4, key stage 2
    (
        rf"{_YEAR_WORD}(?P<n>\d{{1,2}})\s*(?:-|–|to|/)\s*{_YEAR_AGAIN}(?P<m>\d{{1,2}})\b(?!{_YEAR_OLD})",
        year_group_span,
    ),
    (
        rf"{_YEAR_WORD}(?P<list>{NUMBER}(?:{_AND}{_YEAR_AGAIN}{NUMBER})*)(?!{_YEAR_OLD}|[\s-]*{_YEARS}\b)",
        year_groups,
    ),
    (r"\b(?:year|yr|y)s?(?P<list>\d{1,2})\b", year_groups),
    (r"\by\s+(?P<list>\d{1,2})\b", year_groups),
    (r"\b(?:key\s*stage|ks)\s*(?P<n>[1-4])\b", key_stage),
    # under 5s, birth to 5, over 16s, 16+
    (rf"\b(?:under|younger\s+than|below)[\s-]*(?:the\s+age\s+of\s+)?{_N}(?:'?s\b|{_OR_YEARS})?", under),
    (r"\bunder[\s-]*(?P<n>five|eight|two|three|four)'?s\b", under),
    (r"\bu(?P<n>\d{1,2})'?s?\b", under),
    (rf"\bbirth{_TO}{_N}", up_to),
    (r"\b(?P<n>\d{1,2})s?\s+(?:and|or)\s+(?:under|younger)\b", up_to),
    (rf"\b(?:over|above|older\s+than|post)[\s-]*{_N}(?:'?s\b|\s*{_YEAR_OLD})?", over),
    (r"\b(?:over|post)[\s-]*(?P<n>\d{1,2})s\b", over),
    (rf"{_FIGURES}\s*(?:\+|plus\b|\s+(?:and|or)\s+over\b)", over),
    # 5-11 year olds, ages 3 to 5, 8 to 13s, 16-25
    (rf"{_N}{_TO}(?P<m>(?:{NUMBER})|\d{{1,2}}(?='?s\b))(?:'?s\b|{_OR_YEARS})?", span),
    (r"(?<![\w.,:/£-])(?P<n>\d{1,2})\s*(?:-|–|to|/)\s*(?P<m>\d{1,2})(?:'?s\b|(?![\w.,:/]))", span),
    (rf"\bbetween\s+{_N}\s+and\s+{_M}", span),
    # one and a half, 2½, 2.5 year old
    (rf"(?<![\w.])(?P<n>\d{{1,2}}|\b{_SMALL}\b){_HALF}{_OR_YEARS}?", one),
    # 22 months, 18m, 6 week old
    (
        rf"(?<![\w.])(?P<n>\d{{1,2}}|\b(?:{NUMBER})\b)[\s-]*{_MONTHS}\b(?:[\s-]*{_OLD})?(?!\s+pregnant)",
        months,
    ),
    (rf"{_FIGURES}m(?:\s*{_OLD})?\b", months),
    (r"(?:\d{1,2}|\b[a-z]+)[\s-]*(?:weeks?|wks?|days?)[\s-]*old\b", newborn),
    # 4 year old, 4yo, 4 y/o, 3yearold, five year old; 2 year funding; boy 4 years
    (rf"{_FIGURES}(?:{_YEAR_OLD}|{_YEARS}\b)", one),
    (rf"{_N}{_YEAR_OLD}", one),
    (rf"{_N}[\s-]*(?:{_YEARS})[\s-]+(?:funding|check|review|development|boy|girl|son|daughter|child)\b", one),
    (rf"(?:{_CHILD}|{_IS})[\s,(]*{_N}\s*{_YEARS}\b", one),
    # aged 3, 5 and 7; girls, 9 and 13
    (
        rf"(?:{_CHILDREN}|{_CHILD})[\s,]*(?:are\s+|aged?\s+|is\s+)*\(?"
        rf"(?P<list>{DIGITS}(?:(?:{_AND}|\s+){DIGITS})+)",
        several,
    ),
    # he's 6; turning 18; only 3; son (7); ds9; a girl of 7; not talking at 3; two and not talking
    (rf"{_IS}\(?{_N}(?!\s*(?:months?|weeks?)\b|\s+(?:of|to|who|that)\b)", one),
    (rf"(?:(?<=turning )|(?<=turned )|(?<=turns )|(?<=just gone )|(?<=newly )){_N}", one),
    (rf"\b(?:only|just|now|already)\s+{_D}", one),
    (rf"{_CHILD}[\s,(]*{_N}", one),
    (r"\b(?:ds|dd|dc|lo)(?P<n>\d{1,2})\b", one),
    (rf"\b(?:girl|boy|child|son|daughter|lad|kid)s?\s+of\s+{_N}", one),
    (rf"\b(?:at|by|aged|age)\s+{_N}(?!\s*(?:\w+ly\b|a\.?m|p\.?m|every|each|o'?clock))", one),
    (_STARTS, one),
    (rf"(?P<list>{DIGITS}(?:{_AND}{DIGITS})+)\s*$", several),
)

FORMS = tuple((re.compile(pattern), reading) for pattern, reading in _WRITTEN)
