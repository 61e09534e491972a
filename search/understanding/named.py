"""Services and charities called by their name. Names that are ordinary words count only when plainly meant."""

from dataclasses import replace

from search.understanding.facts import fact
from search.understanding.patterns import Match
from search.understanding.reading import Recognised
from search.understanding.service_names import NamedService
from search.understanding.small_words import SMALL_WORDS, word_set
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

BESIDE_A_NAME = word_set(
    "group groups support charity course courses counselling criteria referral refer form workshop workshops team "
    "service services phone number contact drop website events event library meeting meetings coffee morning help "
    "session sessions club opening times address email herts hertfordshire watford free app"
)
"""What people add to the name of a charity: "grit counselling", "space coffee morning"."""


def recognise_names(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Names in the sentence, word for word."""
    found = []
    for match in vocabulary.names.longest_in(sentence):
        if _is_meant(match, sentence):
            one = fact(sentence, match.numbers, "name", " ".join(match.meaning.refs), match.meaning.name)
            found.append(replace(one, numbers=_only_names(sentence, match.numbers, vocabulary)))
    return found


def _only_names(sentence: Sentence, numbers: tuple[int, ...], vocabulary: Vocabulary) -> tuple[int, ...]:
    """The words that are nothing but a name: SENDIASS is a service and a phrase for rights and advice."""
    return tuple(n for n in numbers if sentence.words[n].stem not in vocabulary.single_words)


def _is_meant(match: Match[NamedService], sentence: Sentence) -> bool:
    words = [sentence.words[number] for number in match.numbers]
    if tuple(word.form for word in words) != match.meaning.forms:
        return False
    return not match.meaning.ordinary or _has_capitals(match, sentence) or _stands_alone(match, sentence)


def _has_capitals(match: Match[NamedService], sentence: Sentence) -> bool:
    """ "my friend goes to SPACE" and "we tried Phase", but not "Phase he is in" or a line all in capitals."""
    if sentence.typed.isupper():
        return False
    words = [sentence.words[number] for number in match.numbers]
    if all(word.typed.isupper() and len(word.typed) > 1 for word in words):
        return True
    return (
        match.numbers[0] > 0 and not words[0].opens_clause and all(word.typed[0].isupper() for word in words)
    )


def _stands_alone(match: Match[NamedService], sentence: Sentence) -> bool:
    """Whether the name comes first, and nothing but a place and what belongs to a name follows."""
    others = [n for n in range(len(sentence.words)) if n not in match.numbers and n not in sentence.explained]
    if any(number < match.numbers[0] for number in others):
        return False
    forms = [sentence.words[number].form for number in others]
    return all(form in BESIDE_A_NAME for form in forms if form not in SMALL_WORDS) and not (
        forms and forms[0] in SMALL_WORDS
    )
