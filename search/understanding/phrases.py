"""The phrases that editors keep: families' words on one side; needs, concepts and kinds of service on the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.understanding.everyday import Line
from search.understanding.patterns import Pattern, patterns_of
from search.understanding.rows import KindRow, NeedRow, PhraseRow
from search.understanding.words import read_words

SURE_SAME = 1.0
SURE_LABEL = 0.95
SURE_SEVERAL_WORDS = 0.9
SURE_ONE_WORD = 0.7
FURTHER_TARGET = 0.6
"""What a phrase says of its second and later targets, beside the first."""

LINES_OF_TRUST = 4
"""How many everyday sentences it takes to outweigh what we believe of a single ordinary word beforehand."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one phrase points to: "need", "concept", "kind" or "status", its slug, and how surely.

    `same`: the phrase is a name for the target, so that "not ..." can rule it out.
    """

    kind: str
    slug: str
    sure: float
    same: bool = False


Targets = tuple[Target, ...]
NeedsOfStem = dict[str, list[tuple[str, ...]]]

STATUS_OF_FILTER = {
    "diagnosis-not-needed": "no_diagnosis",
    "while-you-wait": "waiting",
    "self-referral": "self_refer",
}


def needs_of_stems(lines: Iterable[Line]) -> NeedsOfStem:
    """For each stem, the needs of every everyday sentence that holds it."""
    found: NeedsOfStem = {}
    for line in lines:
        for stem in {word.stem for word in line.words}:
            found.setdefault(stem, []).append(line.needs)
    return found


def phrase_patterns(rows: Iterable[PhraseRow], seen: NeedsOfStem) -> Iterator[Pattern[Targets]]:
    """All phrases as patterns. One ordinary word that rarely means its need in everyday sentences counts for little:
    "noises" may be tics, but mostly it is a noisy hall."""
    for row in rows:
        for phrase in row.phrases:
            stems = tuple(word.stem for word in read_words(phrase).words)
            yield from patterns_of(phrase, tuple(_targets(row, stems, seen)))


def _targets(row: PhraseRow, stems: Sequence[str], seen: NeedsOfStem) -> Iterator[Target]:
    for place, target in enumerate(row.targets):
        kind, slug = kind_and_slug(target)
        sure = SURE_SAME if row.same else SURE_SEVERAL_WORDS if len(stems) > 1 else SURE_ONE_WORD
        sure *= FURTHER_TARGET if place and not row.same else 1.0
        if kind == "need" and len(stems) == 1 and not row.same:
            sure = _tempered(sure, slug, seen.get(stems[0], []))
        yield Target(kind, slug, sure, row.same)


def kind_and_slug(target: str) -> tuple[str, str]:
    """Read a target as editors write it.

    >>> kind_and_slug("sleep"), kind_and_slug("concept:camhs"), kind_and_slug("filter:self-referral")
    (('need', 'sleep'), ('concept', 'camhs'), ('status', 'self_refer'))
    """
    kind, _, slug = target.rpartition(":")
    if kind == "filter":
        return "status", STATUS_OF_FILTER.get(slug, slug)
    return kind or "need", slug


def _tempered(sure: float, slug: str, lines: Sequence[tuple[str, ...]]) -> float:
    """What we believed, and what the everyday sentences with that word say, weighed together."""
    hits = sum(slug in needs for needs in lines)
    return (hits + sure * LINES_OF_TRUST) / (len(lines) + LINES_OF_TRUST)


def label_patterns(needs: Iterable[NeedRow], kinds: Iterable[KindRow], seen: NeedsOfStem) -> Iterator[Pattern[Targets]]:
    """The labels that families see on the page find what they name; a label of one word is tempered like a phrase."""
    for need in needs:
        for words in {need.label.partition("(")[0].replace("'", ""), need.slug.replace("-", " ")}:
            stems = [word.stem for word in read_words(words).words]
            sure = _tempered(SURE_LABEL, need.slug, seen.get(stems[0], [])) if len(stems) == 1 else SURE_LABEL
            yield from patterns_of(words, (Target("need", need.slug, sure),))
    for kind in kinds:
        yield from patterns_of(kind.label, (Target("kind", kind.slug, SURE_LABEL),))
