"""What a family rules out: "not autism", "ADHD has been ruled out". Only names of conditions can be ruled out:
"not talking" is itself a need, and "not just autism" rules nothing out."""

from collections.abc import Iterator

from search.understanding.ambiguous import is_meant
from search.understanding.facts import fact
from search.understanding.patterns import Match
from search.understanding.phrases import Targets
from search.understanding.reading import Recognised
from search.understanding.small_words import word_set
from search.understanding.stems import NOT
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

RULES_OUT = word_set("without except than instead of")
_MAY_STAND_BETWEEN = word_set("a an the have has had got be is of")
_COMPLAINS = word_set(
    "friendly aware diagnosed assessed trained assessment diagnosis support help services enough so"
)
"""Before one of these, "not" denies something else: "not autism friendly", "not ADHD trained"."""


def recognise_negation(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Needs that are denied by name."""
    if not any(word.stem == NOT or word.form in RULES_OUT or word.form == "ruled" for word in sentence.words):
        return []
    found: list[Recognised] = []
    for match in vocabulary.phrases.longest_in(sentence):
        denial = _denial(sentence, match) if is_meant(sentence, match.numbers) else ()
        if denial:
            found += [
                fact(
                    sentence,
                    (*denial, *match.numbers),
                    "not-need",
                    slug,
                    f"not {vocabulary.label('need', slug)}",
                )
                for slug in _nameable(match.meaning)
            ]
    return found


def _nameable(targets: Targets) -> Iterator[str]:
    return (target.slug for target in targets if target.same and target.kind == "need")


def _denial(sentence: Sentence, match: Match[Targets]) -> tuple[int, ...]:
    """The words that deny the phrase, right before or after it; nothing if it stands."""
    words = sentence.words
    last = match.numbers[-1]
    after = [word.form for word in words[last + 1 : last + 5]]
    if "ruled" in after and "out" in after:
        return tuple(range(last + 1, last + 1 + after.index("out") + 1))
    if after and after[0] in _COMPLAINS:
        return ()
    number = match.numbers[0] - 1
    while number >= 0 and words[number].form in _MAY_STAND_BETWEEN and not words[number + 1].opens_clause:
        number -= 1
    if number < 0 or words[number + 1].opens_clause:
        return ()
    before = words[number]
    if before.stem == NOT or before.form in RULES_OUT:
        return tuple(range(number, match.numbers[0]))
    if before.form == "out" and number and words[number - 1].form == "ruled":
        return tuple(range(number - 1, match.numbers[0]))
    return ()
