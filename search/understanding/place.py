"""Where: towns, nicknames, postcodes and areas, and the places a family rules out."""

from collections.abc import Sequence

from local_offer.places.place import Place
from search.understanding.facts import fact
from search.understanding.reading import Recognised
from search.understanding.small_words import word_set
from search.understanding.stems import NOT
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence, Word

RULED_OUT_BY = word_set("except outside excluding")

# What may stand between "not" and the place: "not in Watford", "can't get to Watford", but "not far from Watford".
_ON_THE_WAY = word_set("in near to from at around the for get go travel drive live living just only")

_ANYWHERE = word_set("anywhere everywhere somewhere")
_WHOLE_COUNTY = word_set("herts hertfordshire hertfordshires countywide")
_HERE = (
    ("near", "me"),
    ("near", "us"),
    ("near", "here"),
    ("close", "by"),
    ("in", "my", "area"),
    ("in", "our", "area"),
)


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
    denial = _denial(sentence.words[: numbers[0]])
    if denial is not None:
        denied = (*range(denial, numbers[0]), *numbers)
        return fact(sentence, denied, "not-place", place, f"not {place.near}", f"not-place:{place.near}")
    return fact(sentence, numbers, "place", place, f"near {place.near}", f"place:{place.near}")


def _denial(before: Sequence[Word]) -> int | None:
    """The number of the word that denies the place after these words, if one does."""
    for number in range(len(before) - 1, max(-1, len(before) - 5), -1):
        word = before[number]
        if word.stem == NOT or word.form in RULED_OUT_BY:
            return number
        if word.form == "but" and number and before[number - 1].form in _ANYWHERE:
            return number - 1
        if word.form not in _ON_THE_WAY or word.opens_clause:
            return None
    return None


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
