"""The phrases that editors keep: families' words on one side; needs, concepts and kinds of service on the other."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.understanding.everyday import Line
from search.understanding.patterns import Choice, Pattern, pattern_of, stands_in
from search.understanding.rows import KindRow, NeedRow, PhraseRow

SURE_SAME = 1.0
SURE_LABEL = 0.95
SURE_SEVERAL_WORDS = 0.9
SURE_ONE_WORD = 0.7
SURE_PART_OF_LABEL = 0.7
FURTHER_TARGET = 0.75
"""What a phrase says of its second and later targets, beside the first."""

LINES_OF_TRUST_ONE_WORD, LINES_OF_TRUST_SEVERAL = 4, 8
"""How many everyday sentences it takes to outweigh what we believe beforehand of an ordinary word, or of several."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one phrase points to: "need", "concept", "kind" or "status", its slug, and how surely.

    `sure` is for the phrase inside a long sentence, `alone` for the phrase as all that was asked. `same`: the phrase is
    a name for the target, so that "not ..." can rule it out.
    """

    kind: str
    slug: str
    sure: float
    alone: float
    same: bool = False


Targets = tuple[Target, ...]
_PARTS = re.compile(r",| and | or ")

STATUS_OF_FILTER = {
    "diagnosis-not-needed": "no_diagnosis",
    "while-you-wait": "waiting",
    "self-referral": "self_refer",
}
STATUS_CONCEPTS = {"rejected-referral": "turned_down"}
"""Concepts whose phrases say where a family stands as well."""


@dataclass(frozen=True)
class Seen:
    """The everyday sentences, to see how often words mean what a phrase says they mean."""

    lines: Sequence[Line]
    lines_with: Mapping[str, set[int]]
    parents: Mapping[str, str]

    def temper(self, sure: float, slug: str, pattern: Pattern[Targets]) -> float:
        """What we believed, and what the everyday sentences that hold the phrase say, weighed together."""
        likely = set.intersection(*(self._lines_with_any(choice) for choice in pattern.choices))
        held = [self.lines[number].needs for number in likely if stands_in(pattern, self.lines[number].words)]
        hits = sum(any(slug in (need, self.parents.get(need)) for need in needs) for needs in held)
        trust = LINES_OF_TRUST_ONE_WORD if len(pattern.choices) == 1 else LINES_OF_TRUST_SEVERAL
        return (hits + sure * trust) / (len(held) + trust)

    def _lines_with_any(self, stems: Choice) -> set[int]:
        return set().union(*(self.lines_with.get(stem, set()) for stem in stems))


def see(lines: Sequence[Line], parents: Mapping[str, str]) -> Seen:
    """Look through everyday sentences once, for all phrases. `parents` tells the topic of each need."""
    lines_with: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in line.words:
            lines_with.setdefault(word.stem, set()).add(number)
    return Seen(lines, lines_with, parents)


def phrase_patterns(rows: Iterable[PhraseRow], seen: Seen) -> Iterator[Pattern[Targets]]:
    """All phrases as patterns. Words that rarely mean their need in everyday sentences count for little.

    "noises" may be tics, but mostly it is a noisy hall.
    """
    for row in rows:
        for phrase in row.phrases:
            pattern: Pattern[Targets] = pattern_of(phrase, ())
            if pattern.choices:
                yield replace(pattern, meaning=tuple(_targets(row, pattern, seen)))


def _targets(row: PhraseRow, pattern: Pattern[Targets], seen: Seen) -> Iterator[Target]:
    for place, target in enumerate(row.targets):
        kind, slug = kind_and_slug(target)
        if kind == "need" and slug not in seen.parents:
            continue  # a need that is no more
        sure = SURE_SAME if row.same else SURE_SEVERAL_WORDS if len(pattern.choices) > 1 else SURE_ONE_WORD
        sure *= FURTHER_TARGET if place and not row.same else 1.0
        tempered = seen.temper(sure, slug, pattern) if kind == "need" and not row.same else sure
        yield Target(kind, slug, tempered, sure, row.same)
        if kind == "concept" and slug in STATUS_CONCEPTS:
            yield Target("status", STATUS_CONCEPTS[slug], sure, sure)


def kind_and_slug(target: str) -> tuple[str, str]:
    """Read a target as editors write it.

    >>> kind_and_slug("sleep"), kind_and_slug("concept:camhs"), kind_and_slug("filter:self-referral")
    (('need', 'sleep'), ('concept', 'camhs'), ('status', 'self_refer'))
    """
    kind, _, slug = target.rpartition(":")
    if kind == "filter":
        return "status", STATUS_OF_FILTER.get(slug, slug)
    return kind or "need", slug


def says_status(targets: Targets) -> bool:
    """Whether a phrase says where a family stands (waiting, turned down): such phrases are read before needs."""
    return any(target.kind == "status" for target in targets)


def label_patterns(
    needs: Iterable[NeedRow], kinds: Iterable[KindRow], seen: Seen
) -> Iterator[Pattern[Targets]]:
    """The labels that families see on the page find what they name; so do their parts, as far as they mean it."""
    for need in needs:
        for words, sure in _ways_to_say(need):
            pattern: Pattern[Targets] = pattern_of(words, ())
            if pattern.choices:
                target = Target("need", need.slug, seen.temper(sure, need.slug, pattern), sure)
                yield replace(pattern, meaning=(target,))
    for kind in kinds:
        yield pattern_of(kind.label, (Target("kind", kind.slug, SURE_LABEL, SURE_LABEL),))


def _ways_to_say(need: NeedRow) -> Iterator[tuple[str, float]]:
    """A need's label, its slug, and the parts of its label."""
    label = need.label.partition("(")[0].strip().lower()
    yield label, SURE_LABEL
    yield need.slug.replace("-", " "), SURE_LABEL
    yield from ((part, SURE_PART_OF_LABEL) for part in _PARTS.split(label) if part and part != label)
