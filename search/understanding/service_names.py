"""What services and their providers are called, so that a family who types a name finds exactly that."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.good_english import is_good_english
from search.understanding.patterns import WORD_BY_WORD, Pattern, pattern_of
from search.understanding.rows import ServiceNameRow
from search.understanding.small_words import SMALL_WORDS
from search.understanding.stems import stem_of
from search.understanding.words import form_of, read_words

MOST_SERVICES_OF_A_NAME = 8
"""A provider of more services than this (the council) is not one answer, so its name finds none."""

SHORTEST_PLAIN_NAME = 5
"""Shorter single words are treated with care, like names that are ordinary words."""

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_ENDS = re.compile(
    r"\s+(?:hertfordshire|herts|support group|charity|events|hertfordshire branch)$", re.IGNORECASE
)
_ENDS_OF_SEVERAL = re.compile(
    r"\s+(?:advice line|team|service|services|live chat|course|referral)$", re.IGNORECASE
)
"""Taken off only if several words are left: "Ask SALI advice line" is "Ask SALI"; "Sensory service" stays whole."""


@dataclass(frozen=True, slots=True)
class NamedService:
    """A name, its words as they must stand, and the services it stands for.

    `ordinary`: the name is also everyday English ("Phase", "Just Talk") and needs a sign that it is meant.
    """

    name: str
    forms: tuple[str, ...]
    refs: tuple[str, ...]
    ordinary: bool


def name_patterns(rows: Iterable[ServiceNameRow], taken: frozenset[str]) -> Iterator[Pattern[NamedService]]:
    """Every name that services and providers go by, but for those `taken`: the stems of words that mean a need.

    "Autism Hertfordshire" is a charity; "autism" alone is not.
    """
    refs: dict[tuple[str, ...], list[str]] = {}
    shown: dict[tuple[str, ...], str] = {}
    for row in rows:
        for name in {*_names(row.name), *_names(row.provider)}:
            forms = tuple(word.form for word in read_words(name).words)
            if forms:
                refs.setdefault(forms, []).append(row.ref)
                shown.setdefault(forms, name)
    for forms, found in refs.items():
        means_a_need = len(forms) == 1 and stem_of(forms[0]) in taken
        if len(found) <= MOST_SERVICES_OF_A_NAME and not means_a_need:
            named = NamedService(shown[forms], forms, tuple(found), _is_ordinary(forms))
            yield pattern_of(f"{' '.join(forms)} {WORD_BY_WORD}", named)


def _names(full: str) -> Iterator[str]:
    """The ways to say one name.

    >>> sorted(set(_names("SPACE Hertfordshire: support groups")))
    ['SPACE', 'SPACE Hertfordshire', 'SPACE Herts']
    """
    for inside in _IN_BRACKETS.findall(full):
        yield from (short for short in inside.split(" and ") if short.isupper() and "AND" not in short)
    name = _IN_BRACKETS.sub("", full).partition(":")[0].strip()
    if name:
        yield name
        yield name.replace("Hertfordshire", "Herts")
        yield name.partition(",")[0]
        yield _ENDS.sub("", name)
        several = _ENDS_OF_SEVERAL.sub("", name)
        if " " in several:
            yield several


def _is_ordinary(forms: tuple[str, ...]) -> bool:
    telling = [form for form in forms if form not in SMALL_WORDS]
    if len(telling) > 1:
        return False
    return not telling or len(telling[0]) < SHORTEST_PLAIN_NAME or is_good_english(form_of(telling[0]))
