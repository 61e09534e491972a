"""Numbers that are no child's age: waits, hours, prices, counts, and what happened when the child was younger.

These are blanked out before ages are looked for. Each is a rule about how English counts, not about one question; the
words beside such numbers are in `lists/not_ages.txt`.
"""

import re

from search.understanding.numbers_in_words import WORD
from search.understanding.word_files import read_sections

BLANK = "\x00"

_LISTS = read_sections("not_ages")


def _any_of(section: str) -> str:
    """The words of a section as one choice; a space inside a word is written with a backslash."""
    words = re.split(r"(?<!\\)\s+", " ".join(_LISTS[section]))
    return "(?:" + "|".join(words) + ")"


_COUNTED = f"(?:{_any_of('counted after')}|{'|'.join(_LISTS['counted after, several words'])})"
_SPANS = r"(?:years?|yrs?|months?|mths?|weeks?|wks?)"
_HEDGE = r"(?:over\s+|nearly\s+|almost\s+|about\s+|only\s+|just\s+|the\s+)?"
_SOMEBODY = r"(?:he|she|they|i|it|we)"
_NUMBER = rf"(?:\d+(?!\d)(?:[.,/]\d+)?|\b(?:{WORD})\b)(?:\s*½|\s+and\s+a\s+half)?"
_YEARS_OLD = rf"(?:\s*{_SPANS})?(?:\s*old)?"
_AN_AGE = r"(?!\s*(?:-|–)?\s*(?:years?|yrs?|yr|yo|y/?o|months?)\b)"
_OLD = r"(?!\s*-?\s*olds?|\s+of\s+age)"
_NO_YEAR_GROUP = r"(?<!year )(?<!years )(?<!yr )(?<!yrs )(?<!y )(?<!ks )(?<!stage )"
_ADJECTIVE = r"(?:(?:working|school|whole|full|good|hard|new|long|big)\s+)?"

_RULES = (
    # 3:30, 4.15pm; 1 to 1, 2:1; 24/7, 9 to 5; 0 to 100, 0-25
    r"\b\d{1,2}[:.]\d\d\b(?:\s*[ap]m)?",
    r"\b\d\s*(?:to|:|-|2)\s*1\b(?!\d)|\b(?:one|two)\s*(?:to|-|2)(?:\s|-)*one\b",
    r"\b24\s*/\s*7\b|\b9\s*(?:to|till|-)\s*5\b",
    r"\b0\s*(?:to|-|–)\s*(?:100|19|25|60)\b|\bzero to (?:hundred|sixty)\b",
    # £5, 20%; 9 out of 10; used to talk at 2
    r"[£$€#]\s*\d+|\b\d+%",
    rf"(?:{_NUMBER}\s+)?\bout\s+of\s+{_NUMBER}",
    rf"\bused\s+to\b[^.,;]{{0,30}}?\b(?:at|by)\s+{_NUMBER}",
    # 2 autistic boys (counted, not aged)
    rf"{_NO_YEAR_GROUP}(?<!age )(?<!aged )(?<!\w){_NUMBER}"
    rf"(?=\s+{_AN_AGE}(?:\w+\s+){{0,2}}?{_any_of('children counted')}\b)",
    # step 2, DSPL 5; 2 or 3 times, 4 exclusions, 10 working days
    rf"\b{_any_of('numbered before')}\s*(?:no\.?|number)?\s*{_NUMBER}{_AN_AGE}",
    rf"{_NUMBER}\s*(?:-|–|to|or)\s*{_NUMBER}\s*{_COUNTED}\b(?!\s*old)",
    rf"{_NO_YEAR_GROUP}(?<!\w){_NUMBER}\s*{_ADJECTIVE}{_COUNTED}\b(?!\s*old)",
    # 5 june, june 5
    rf"(?<!\w)\d+\s+{_any_of('months')}\b|\b{_any_of('months')}\s+\d+\b",
    # waited 3 years, for 18 months; 2 year wait, 6 months ago
    rf"\b{_any_of('lasting, before')}\s+{_HEDGE}{_NUMBER}\s*-?(?:\s*(?:or|to|-)\s*{_NUMBER}\s*)?{_SPANS}\b{_OLD}",
    rf"(?<!\w){_NUMBER}\s*-?\s*{_SPANS}\s+{_any_of('lasting, after')}\b(?!\s+(?:age|old))",
    # when he was 3, since she was two; diagnosed at 4; was 5; since age 2
    r"\b(?:when|since|until|till|before|after|from|by the time|if|once)\s+"
    rf"{_SOMEBODY}\s*(?:was|were|is|are|'s|'re|turned)?\s*{_HEDGE}{_NUMBER}{_YEARS_OLD}",
    rf"\b{_any_of('happened at')}\s+(?:him\s+|her\s+)?(?:at|aged?|when)\s+(?:age\s+|about\s+)?{_NUMBER}{_YEARS_OLD}",
    rf"\b(?:was|were)\s+{_HEDGE}{_NUMBER}{_YEARS_OLD}",
    rf"\b(?:since|from)\s+(?:age\s+|about\s+|the age of\s+){_NUMBER}",
    # wakes at 4, finishes at 3
    rf"\b{_any_of('by the clock')}\b[^.;,]{{0,12}}?"
    rf"\b(?:at|til|till|until|from|by|before|since|around|about)\s+(?:about\s+)?{_NUMBER}{_AN_AGE}",
)
_BLANKED = tuple(re.compile(rule) for rule in _RULES)


def blank_out(text: str) -> str:
    """The text, as long as before, with every number blanked that is no age."""
    for rule in _BLANKED:
        text = rule.sub(lambda found: BLANK * len(found.group()), text)
    return text
