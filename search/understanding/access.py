"""Where a family stands: no diagnosis, waiting, turned down, diagnosed, asking for themselves, no EHC plan."""

from dataclasses import replace

from search.understanding.facts import fact
from search.understanding.reading import Recognised
from search.understanding.status_words import LABELS, NAMES_OF_NEEDS
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence


def recognise_access(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Each standing once, with whatever else its phrase points to."""
    found: dict[str, Recognised] = {}
    for match in vocabulary.statuses.longest_in(sentence):
        for target in match.meaning:
            label = LABELS.get(target.slug) or vocabulary.label(target.kind, target.slug)
            one = fact(sentence, match.numbers, target.kind, target.slug, label, sure=target.sure)
            found.setdefault(one.key, replace(one, numbers=_own_numbers(sentence, one.numbers)))
    return list(found.values())


def _own_numbers(sentence: Sentence, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The words that say no more than the standing: in "waiting for autism assessment" autism is still a need."""
    return tuple(number for number in numbers if sentence.words[number].form not in NAMES_OF_NEEDS)
