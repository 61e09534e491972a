"""The phrases that editors keep: families' words on one side; needs, concepts and kinds of service on the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.everyday import Everyday
from search.understanding.patterns import Pattern, PatternBook, patterns_of
from search.understanding.rows import EverydayRow, NeedRow, PhraseRow
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
    """What one phrase points to: "need", "concept", "kind" or "status", its slug, and how surely."""

    kind: str
    slug: str
    sure: float


Targets = tuple[Target, ...]

STATUS_OF_FILTER = {
    "diagnosis-not-needed": "no_diagnosis",
    "while-you-wait": "waiting",
    "self-referral": "self_refer",
}
STATUS_OF_CONCEPT = {"rejected-referral": "turned_down", "after-diagnosis": "diagnosed"}


def phrase_patterns(rows: Iterable[PhraseRow], everyday: Iterable[EverydayRow]) -> Iterator[Pattern[Targets]]:
    """All phrases as patterns. One ordinary word that rarely means its need in everyday sentences counts for little:
    "noises" may be tics, but mostly it is a noisy hall."""
    seen = _needs_of_words(everyday)
    for row in rows:
        for phrase in row.phrases:
            stems = tuple(word.stem for word in read_words(phrase).words)
            targets = tuple(_targets(row, stems, seen))
            if targets:
                yield from patterns_of(phrase, targets)


def _targets(row: PhraseRow, stems: tuple[str, ...], seen: dict[str, list[tuple[str, ...]]]) -> Iterator[Target]:
    for place, target in enumerate(row.targets):
        kind, slug = _kind_and_slug(target)
        sure = SURE_SAME if row.same else SURE_SEVERAL_WORDS if len(stems) > 1 else SURE_ONE_WORD
        sure *= FURTHER_TARGET if place and not row.same else 1.0
        if kind == "need" and len(stems) == 1 and not row.same:
            sure = _tempered(sure, slug, seen.get(stems[0], []))
        yield Target(kind, slug, sure)


def _kind_and_slug(target: str) -> tuple[str, str]:
    """Read a target as editors write it: "sleep", "concept:camhs", "kind:helpline", "filter:self-referral"."""
    kind, _, slug = target.rpartition(":")
    if kind == "filter":
        return "status", STATUS_OF_FILTER.get(slug, slug)
    return kind or "need", slug


def _tempered(sure: float, slug: str, lines: list[tuple[str, ...]]) -> float:
    """What we believed, and what the everyday sentences with that word say, weighed together."""
    hits = sum(slug in needs for needs in lines)
    return (hits + sure * LINES_OF_TRUST) / (len(lines) + LINES_OF_TRUST)


def _needs_of_words(everyday: Iterable[EverydayRow]) -> dict[str, list[tuple[str, ...]]]:
    """For each stem, the needs of every everyday sentence that holds it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in everyday:
        for stem in {word.stem for word in read_words(row.text).words}:
            found.setdefault(stem, []).append(row.needs)
    return found


def label_patterns(needs: Iterable[NeedRow]) -> Iterator[Pattern[Targets]]:
    """A need's own label, as families see it on the page, finds the need."""
    for need in needs:
        target = (Target("need", need.slug, SURE_LABEL),)
        label = need.label.partition("(")[0]
        for words in {label, need.slug.replace("-", " ")}:
            yield from patterns_of(words, target)
