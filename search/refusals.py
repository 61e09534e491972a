"""What a service says it does not take, as needs: it must not be among the first that a family with that need sees."""

import re

from search.understanding.understand import understand
from search.vocabulary import current_lexicon

# "Children with no learning disability" refuses the others; a sentence with a "not" in it is left to people.
_TURNS_ROUND = re.compile(r"\b(no|not|without|unless|except|only)\b", re.IGNORECASE)
SURE = 0.8


def refused_needs(not_for: str) -> frozenset[str]:
    """The needs that the words of "not for" name plainly; none where we cannot be sure."""
    if not not_for or _TURNS_ROUND.search(not_for):
        return frozenset()
    found = understand(not_for, current_lexicon().vocabulary).needs
    return frozenset(slug for slug, sure, basis in found if basis == "phrase" and sure >= SURE)
