"""From one line of text to an `Understanding`: recognisers of one shape, in a stated order, each explaining words.

Places come first, because a postcode holds figures; then ages, so that no later reader takes them for counts; then
where the family stands and what it wishes; then names of services; then what is ruled out, so that "not autism" is not
read as autism; then danger, and needs last, from what is left. Spelling is put right before, for words nobody knows.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from search.understanding.access import recognise_access
from search.understanding.age import recognise_ages
from search.understanding.misspelt import correct_spelling
from search.understanding.named import recognise_names
from search.understanding.needs import recognise_needs
from search.understanding.negation import recognise_negation
from search.understanding.offer import recognise_offer, recognise_young_person
from search.understanding.place import recognise_places
from search.understanding.reading import Recognised, Understanding
from search.understanding.small_words import UNSEARCHED
from search.understanding.stages import stages_in
from search.understanding.urgency import recognise_urgency
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence, read_words

Recogniser = Callable[[Sentence, Vocabulary], list[Recognised]]
"""Reads a sentence and gives the facts it knows, each with the numbers of the words it explains."""

RECOGNISERS: tuple[Recogniser, ...] = (
    recognise_places,
    recognise_ages,
    recognise_access,
    recognise_young_person,
    recognise_offer,
    recognise_names,
    recognise_negation,
    recognise_urgency,
    recognise_needs,
)

RULES_OUT = frozenset(("not-need", "not-place"))
"""Facts that say what a family does not want."""

EXPLAINS_NOTHING = frozenset(("urgent",))
"""Danger is seen beside everything else: its words still say what is needed."""

SEARCHED_TOO = frozenset(("need", "concept", "kind", "name", "urgent"))
"""Facts whose words the text search looks for as well: a text about sleep says "sleep"."""


def understand(text: str, vocabulary: Vocabulary, ignore: frozenset[str] = frozenset()) -> Understanding:
    """Read one line of text. `ignore` holds the keys of facts that the family took away.

    A fact taken away is gone and nothing else changes: its words are not read as something else, and are not searched
    for, unless another fact stands on them. A correction taken away ("spelling:...") leaves the word as it was typed.
    """
    sentence, corrections = correct_spelling(read_words(text), vocabulary, ignore)
    found: list[Recognised] = []
    for recognise in RECOGNISERS:
        facts = recognise(sentence, vocabulary)
        found += facts
        sentence = sentence.explain(
            n for one in facts if one.kind not in EXPLAINS_NOTHING for n in one.numbers
        )
    kept = tuple(one for one in _once(found) if one.key not in ignore or one.kind == "urgent")
    dropped = {n for one in found if one.key in ignore for n in one.numbers}
    return Understanding(
        text=sentence.typed,
        recognised=kept,
        words=_words(sentence, _numbers(one for one in kept if one.kind not in SEARCHED_TOO), dropped, kept),
        unexplained=_forms(sentence, sentence.explained),
        corrections=corrections,
        concept_refs=_concept_refs(kept, vocabulary),
        said=replace(sentence, explained=_unsaid(kept, dropped)),
        stages=stages_in(sentence.words),
    )


def _once(facts: Iterable[Recognised]) -> list[Recognised]:
    """Each key once, the surest."""
    best: dict[str, Recognised] = {}
    for one in facts:
        if one.key not in best or best[one.key].sure < one.sure:
            best[one.key] = one
    return list(best.values())


def _words(
    sentence: Sentence, filtered: set[int], dropped: set[int], kept: Iterable[Recognised]
) -> tuple[str, ...]:
    """The words for the text search: not those that became a filter, nor those whose every fact was taken away."""
    stands = _numbers(one for one in kept if one.kind in SEARCHED_TOO)
    return _forms(sentence, (filtered - stands) | (dropped - stands))


def _unsaid(kept: Iterable[Recognised], dropped: set[int]) -> frozenset[int]:
    """The words that were ruled out ("not autism"), or taken back without another fact that stands on them."""
    facts = list(kept)
    meant = _numbers(one for one in facts if one.kind not in RULES_OUT)
    return frozenset((_numbers(facts) | dropped) - meant)


def _numbers(facts: Iterable[Recognised]) -> set[int]:
    return {number for one in facts for number in one.numbers}


def _forms(sentence: Sentence, without: Iterable[int]) -> tuple[str, ...]:
    left_out = set(without)
    forms = (word.form for number, word in enumerate(sentence.words) if number not in left_out)
    return tuple(dict.fromkeys(form for form in forms if form not in UNSEARCHED))


def _concept_refs(facts: Iterable[Recognised], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The services that answer the concepts named."""
    concepts = (vocabulary.concepts.get(str(one.value)) for one in facts if one.kind == "concept")
    return tuple(dict.fromkeys(ref for concept in concepts if concept for ref in concept.refs))
