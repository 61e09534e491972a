"""Words that are good English: right as they stand, whatever we know of them, and never to be corrected."""

import gzip
import json
import re
from functools import cache
from pathlib import Path

import spellchecker

_LIST = Path(spellchecker.__file__).parent / "resources" / "en.json.gz"

_BRITISH_TO_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our", "or"),
        (r"is(e[ds]?|er|ers|ing|ation|ations)$", r"iz\1"),
        (r"ys(e[ds]?|er|ers|ing)$", r"yz\1"),
        (r"ae|oe", "e"),
        (r"ll(ing|ed|er|ers|or|ors)$", r"l\1"),
        (r"re(s?)$", r"er\1"),
        (r"enc(e|es)$", r"ens\1"),
        (r"isation", "ization"),
    )
)


@cache
def american_english() -> frozenset[str]:
    """The word list of the pyspellchecker package, without apostrophes; its English is American."""
    with gzip.open(_LIST) as packed:
        words: dict[str, int] = json.load(packed)
    return frozenset(word.replace("'", "") for word in words if not word.endswith("'s"))


def is_good_english(form: str) -> bool:
    """Whether a lower-case word is spelt as the British or the Americans spell it.

    >>> is_good_english("behaviour"), is_good_english("behavoir")
    (True, False)
    """
    words = american_english()
    if form in words:
        return True
    return any(british.sub(american, form) in words for british, american in _BRITISH_TO_AMERICAN)
