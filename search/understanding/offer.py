"""What help should cost, how and when it should reach the family, and for whom it is."""

import re
from dataclasses import replace

from search.understanding.facts import fact
from search.understanding.offer_words import HELP_WORDS, NEED_HELP_WORDS, Offer
from search.understanding.patterns import Match
from search.understanding.reading import Recognised
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

ALSO_A_NEED = frozenset(("dads", "parents", "siblings", "young_people"))
"""Audiences whose words say a need, too: "for dads", "courses for parents"."""

NEAR = 4
"""Words between a wish such as "evenings" and the help it is about."""

OLDEST_PUPIL = 19
"""Who says "I am 34" speaks as a parent."""

_I_AM = re.compile(
    r"\b(?:i'?m|i am|me,?)\s+(?:only\s+|just\s+|nearly\s+)?(\d{1,2})\b(?!\s*(?:weeks|months|years?\s+in|stone|st\b))"
)


def recognise_offer(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Each wish once."""
    found: dict[str, Recognised] = {}
    for match in vocabulary.offers.longest_in(sentence):
        offer = match.meaning
        if offer.kind and (offer.value not in NEED_HELP_WORDS or _is_about_help(sentence, match)):
            one = fact(sentence, match.numbers, offer.kind, offer.value, offer.label)
            found.setdefault(one.key, replace(one, numbers=()) if offer.value in ALSO_A_NEED else one)
    return list(found.values())


def recognise_young_person(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """ "I'm 15" is a young person asking for themselves. The age itself is already explained."""
    said = _I_AM.search(sentence.text)
    if not said or int(said[1]) > OLDEST_PUPIL:
        return []
    numbers = sentence.numbers_between(*said.span())
    if not numbers:
        return []
    one = fact(sentence, numbers, "audience", "young_people", "For young people", sure=0.9)
    return [replace(one, numbers=())]


def _is_about_help(sentence: Sentence, match: Match[Offer]) -> bool:
    """Whether a word for some kind of help stands near, or hardly anything else was typed."""
    first, last = match.numbers[0], match.numbers[-1]
    near = sentence.words[max(0, first - NEAR) : first] + sentence.words[last + 1 : last + 1 + NEAR]
    return any(word.form in HELP_WORDS for word in near) or len(sentence.words) <= len(match.numbers)
