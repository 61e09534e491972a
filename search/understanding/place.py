"""Where: towns, nicknames, postcodes and areas, and the places a family rules out."""

from collections.abc import Sequence

from local_offer.places.place import Place
from search.understanding.facts import fact
from search.understanding.reading import Recognised
from search.understanding.stems import NOT
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence, Word

RULED_OUT_BY = frozenset("except outside excluding".split())

# What may stand between "not" and the place: "not in Watford", "can't get to Watford", but "not far from Watford".
_ON_THE_WAY = frozenset("in near to from at around the for get go travel drive live living just only".split())

_WHOLE_COUNTY = frozenset("herts hertfordshire hertfordshires countywide".split())
_HERE = (("near", "me"), ("near", "us"), ("near", "here"), ("close", "by"), ("in", "my", "area"), ("in", "our", "area"))


def recognise_places(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Every place in the sentence; "near me" and the name of the county explain their words and nothing more."""
    text, positions = sentence.as_read()
    found = []
    for start, end, place in vocabulary.gazetteer.find_in_words(text):
        numbers = tuple(n for n, (first, last) in enumerate(positions) if first < end and last > start)
        if numbers:
            found.append(_place_fact(sentence, numbers, place))
    return [*found, *_wide_facts(sentence, {number for one in found for number in one.numbers})]


def _place_fact(sentence: Sentence, numbers: Sequence[int], place: Place) -> Recognised:
    if _is_ruled_out(sentence.words[: numbers[0]]):
        return fact(sentence, numbers, "not-place", place, f"not {place.near}", f"not-place:{place.near}")
    return fact(sentence, numbers, "place", place, f"near {place.near}", f"place:{place.near}")


def _is_ruled_out(before: Sequence[Word]) -> bool:
    """Whether the words before a place deny it."""
    for word in reversed(before[-4:]):
        if word.stem == NOT or word.form in RULED_OUT_BY:
            return True
        if word.form not in _ON_THE_WAY or word.opens_clause:
            return False
    return False


def _wide_facts(sentence: Sentence, taken: set[int]) -> list[Recognised]:
    """Words that say "anywhere in the county" or "near me": no place, but nothing to search for either."""
    forms = [word.form for word in sentence.words]
    found = [
        fact(sentence, (number,), "wide", "county", "all of Hertfordshire")
        for number, form in enumerate(forms)
        if form in _WHOLE_COUNTY and number not in taken
    ]
    for here in _HERE:
        for start in range(len(forms) - len(here) + 1):
            if tuple(forms[start : start + len(here)]) == here:
                found.append(fact(sentence, range(start, start + len(here)), "wide", "near-me", "near me"))
    return found
