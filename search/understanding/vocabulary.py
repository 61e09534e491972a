"""All that understanding knows, made once from what editors published, and never changed: a new one takes its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from local_offer.places.place import Place
from search.understanding.everyday import Everyday, learn, read_lines
from search.understanding.offer_words import Offer, offer_patterns
from search.understanding.patterns import PatternBook
from search.understanding.phrases import Targets, label_patterns, phrase_patterns, says_status, see
from search.understanding.rows import ConceptRow, EverydayRow, NeedRow, Rows
from search.understanding.service_names import NamedService, name_patterns
from search.understanding.spelling import Spelling, spelling_of
from search.understanding.status_words import status_patterns
from search.understanding.urgent_words import (
    DANGER,
    ONLY_SOUNDS,
    Alarm,
    alarm_patterns,
    danger_sentences,
)
from search.understanding.words import form_of, read_words


class Gazetteer(Protocol):
    """What understanding asks of the places: those named in words, and the one that a misspelt word means."""

    def find_in_words(self, text: str) -> list[tuple[int, int, Place]]: ...

    def misspelt_place(self, word: str) -> Place | None: ...


@dataclass(frozen=True)
class Vocabulary:
    """Words, and what they stand for. `alarming` knows more sentences about danger than editors keep as everyday."""

    needs: Mapping[str, NeedRow]
    concepts: Mapping[str, ConceptRow]
    kinds: Mapping[str, str]
    phrases: PatternBook[Targets]
    single_words: frozenset[str]
    statuses: PatternBook[Targets]
    offers: PatternBook[Offer]
    names: PatternBook[NamedService]
    alarms: PatternBook[Alarm]
    everyday: Everyday
    alarming: Everyday
    spelling: Spelling
    gazetteer: Gazetteer

    def label(self, kind: str, slug: str) -> str:
        """The words that a page shows for a need, a concept or a kind of service."""
        if kind == "need" and slug in self.needs:
            return self.needs[slug].label
        if kind == "concept" and slug in self.concepts:
            return self.concepts[slug].label
        return self.kinds.get(slug, slug) if kind == "kind" else slug

    def without_names(self) -> "Vocabulary":
        """The same, but names of services are words like any others."""
        return replace(self, names=PatternBook({}))

    def topic(self, need: str) -> str:
        """The whole topic that a need belongs to; a topic is its own."""
        row = self.needs.get(need)
        return row.parent or need if row else need


def vocabulary_of(rows: Rows, gazetteer: Gazetteer, index_words: Iterable[str] = ()) -> Vocabulary:
    """Make a vocabulary. `index_words`: lower-case words of the services and pages, which are right as they stand.

    It takes about half a second for some thousands of everyday sentences.
    """
    lines = read_lines(rows.everyday)
    parents = {row.slug: row.parent for row in rows.needs}
    seen = see(lines, parents)
    said_lines = [*lines, *read_lines(_said_by_tables(rows))]
    phrases = [*phrase_patterns(rows.phrases, seen), *label_patterns(rows.needs, rows.kinds, seen)]
    statuses = [pattern for pattern in phrases if says_status(pattern.meaning)]
    needs = PatternBook.of(pattern for pattern in phrases if not says_status(pattern.meaning))
    single_words = needs.single_words()
    said = [word.form for line in lines for word in line.words]
    listed = {form_of(row.typed.strip()): row.meant.strip().lower() for row in rows.spellings}
    return Vocabulary(
        needs={row.slug: row for row in rows.needs},
        concepts={row.slug: row for row in rows.concepts},
        kinds={row.slug: row.label for row in rows.kinds},
        phrases=needs,
        single_words=single_words,
        statuses=PatternBook.of([*statuses, *status_patterns()]),
        offers=PatternBook.of(offer_patterns()),
        names=PatternBook.of(name_patterns(rows.names, single_words)),
        alarms=PatternBook.of(alarm_patterns(rows.urgent)),
        everyday=learn(said_lines, parents),
        alarming=learn([*said_lines, *read_lines(danger_sentences())], parents),
        spelling=spelling_of([*said, *_words_of_tables(rows)], index_words, listed),
        gazetteer=gazetteer,
    )


def _said_by_tables(rows: Rows) -> Iterable[EverydayRow]:
    """Labels, descriptions and phrases say what a need is, too."""
    for need in rows.needs:
        yield EverydayRow((need.slug,), f"{need.label} {need.description}")
    for row in rows.phrases:
        needs = tuple(target for target in row.targets if ":" not in target)
        if needs:
            yield from (EverydayRow(needs, phrase) for phrase in row.phrases)


def _words_of_tables(rows: Rows) -> Iterator[str]:
    """Every word that the tables hold beside the everyday sentences: right, and what misspellings may mean."""
    texts = (
        *(phrase for row in rows.phrases for phrase in row.phrases),
        *(f"{row.label} {row.description}" for row in rows.needs),
        *(row.label for row in rows.concepts),
        *(row.label for row in rows.kinds),
        *(line.replace("|", " ") for line in (*DANGER, *ONLY_SOUNDS, *(row.words for row in rows.urgent))),
        *(f"{row.name} {row.provider}" for row in rows.names),
        *(row.meant for row in rows.spellings),
    )
    return (word.form for text in texts for word in read_words(text).words)
