"""Words nobody knows, read as what was meant: a place that is a slip away, or a word of the vocabulary."""

from search.understanding.reading import Correction, Span
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

MOST_CORRECTED = 6
"""Words of one question that are looked up; in a text with more, correcting would be guessing."""


def correct_spelling(
    sentence: Sentence, vocabulary: Vocabulary, ignore: frozenset[str] = frozenset()
) -> tuple[Sentence, tuple[Correction, ...]]:
    """The sentence with misspelt words read as what was meant, and what was changed.

    A word written with a capital inside a sentence may be a child's name, and is left alone.
    """
    corrections = []
    for number in reversed(
        _unknown(sentence, vocabulary)[:MOST_CORRECTED]
    ):  # from behind: one word may become two
        word = sentence.words[number]
        meant = _meant(word.form, vocabulary)
        if meant is None or meant == word.form:
            continue
        correction = Correction(Span(word.start, word.end), word.typed, meant)
        if correction.key not in ignore:
            corrections.append(correction)
            sentence = sentence.with_form(number, meant.lower())
    return sentence, tuple(reversed(corrections))


def _unknown(sentence: Sentence, vocabulary: Vocabulary) -> list[int]:
    """The numbers of words that nothing knows, or that editors list as misspelt."""
    spelling = vocabulary.spelling
    doubtful = [
        number
        for number, word in enumerate(sentence.words)
        if word.form in spelling.listed or not (spelling.knows(word.form) or _may_be_a_name(number, sentence))
    ]
    if not doubtful:
        return []
    spans = vocabulary.gazetteer.find_in_words(sentence.typed)
    named = {number for start, end, _ in spans for number in sentence.numbers_between(start, end)}
    return [number for number in doubtful if number not in named]


def _may_be_a_name(number: int, sentence: Sentence) -> bool:
    """A capital that neither the beginning of a sentence nor a text in capitals explains."""
    word = sentence.words[number]
    if number == 0 or word.opens_clause or not word.typed[0].isupper():
        return False
    return not all(other.typed[0].isupper() for other in sentence.words)


def _meant(form: str, vocabulary: Vocabulary) -> str | None:
    listed = vocabulary.spelling.listed.get(form)
    if listed is not None:
        return listed
    word, slips = vocabulary.spelling.nearest(form)
    if slips:
        place = vocabulary.gazetteer.misspelt_place(form)
        if place is not None:
            return place.near
    return word
