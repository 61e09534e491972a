"""One row into the values of a service, and everything that is wrong with it.

Pure: the words that a file may name are given.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from local_offer.directory.choices import (
    Audience,
    Confidence,
    Cost,
    Delivery,
    Diagnosis,
    ProviderKind,
    Referral,
    Status,
)
from local_offer.directory.importing.problems import Problem
from local_offer.directory.importing.reading import LONGEST_CELL
from local_offer.directory.models.service import OLDEST
from local_offer.places.errors import NotAPostcode
from local_offer.places.postcode import parse_postcode

REQUIRED = ("ref", "name", "provider", "summary")
LENGTHS = {
    "ref": 60,
    "name": 200,
    "provider": 200,
    "summary": 300,
    "cost_note": 300,
    "waiting": 300,
    "languages": 200,
    "phone": 40,
    "email": 254,
    "website": 500,
    "source_url": 500,
}
_AGE = re.compile(r"[0-9]{1,2}(\.0)?")
_SEEN = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")
_CANNOT_BE_SHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BROKEN_FORMULA = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")
_is_address, _is_email = URLValidator(schemes=["http", "https"]), EmailValidator()


@dataclass(frozen=True)
class KnownWords:
    """The slugs and codes that a file may name."""

    needs: frozenset[str]
    kinds: frozenset[str]
    areas: frozenset[str]


@dataclass
class Parsed:
    """A row's values by column, ready to compare and to keep; only the columns that the file has."""

    row: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Wrong(ValueError):
    """Why a cell cannot be taken, and what to do."""


def parse_row(number: int, cells: Mapping[str, str], words: KnownWords) -> Parsed:
    """Read every cell; what is wrong is collected, so that an editor sees it all at once."""
    parsed = Parsed(number)
    for column, cell in cells.items():
        try:
            parsed.values[column] = _read(column, cell, words)
        except Wrong as wrong:
            parsed.problems.append(Problem(number, column, str(wrong)))
    for column in REQUIRED:
        if not cells.get(column):
            parsed.problems.append(Problem(number, column, "is empty. Every service needs one."))
    low, high = parsed.values.get("min_age"), parsed.values.get("max_age")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        parsed.problems.append(Problem(number, "max_age", f"{high} is below min_age {low}. Swap them."))
    return parsed


def _read(column: str, cell: str, words: KnownWords) -> Any:
    if cell.startswith(("=", "@")) or cell in _BROKEN_FORMULA:
        raise Wrong("holds a formula. Copy the column and paste its values.")
    if _CANNOT_BE_SHOWN.search(cell):
        raise Wrong("holds a letter that no page can show. Type it again.")
    if len(cell) > LENGTHS.get(column, LONGEST_CELL):
        raise Wrong(f"is too long: at most {LENGTHS.get(column, LONGEST_CELL)} letters.")
    return COLUMNS[column](cell, words)


def _text(cell: str, words: KnownWords) -> str:
    return cell


def _age(cell: str, words: KnownWords) -> int | None:
    if not cell:
        return None
    if not _AGE.fullmatch(cell) or float(cell) > OLDEST:
        raise Wrong(f"“{cell[:20]}” is not an age. Use a whole number from 0 to 25; 25 means 25 or over.")
    return int(float(cell))


def _one_of(choices: Any, when_empty: str) -> Callable[[str, KnownWords], str]:
    def read(cell: str, words: KnownWords) -> str:
        value = cell or when_empty
        if value not in choices.values:
            raise Wrong(
                f"“{cell}” is not known. Use one of: {', '.join(one for one in choices.values if one)}."
            )
        return value

    return read


def _some_of(choices: Any) -> Callable[[str, KnownWords], list[str]]:
    def read(cell: str, words: KnownWords) -> list[str]:
        found = _parts(cell)
        for one in found:
            if one not in choices.values:
                raise Wrong(f"“{one[:60]}” is not known. Use some of: {', '.join(choices.values)}.")
        return [value for value in choices.values if value in found]

    return read


def _slugs(of: str) -> Callable[[str, KnownWords], list[str]]:
    def read(cell: str, words: KnownWords) -> list[str]:
        known: frozenset[str] = getattr(words, of)
        found = _parts(cell)
        for slug in found:
            if slug not in known:
                raise Wrong(
                    f"“{slug[:60]}” is not in the list of {of}. Choose one that is, or add it to the list first."
                )
        return sorted(set(found))

    return read


def _address(cell: str, words: KnownWords) -> str:
    if cell and not _passes(_is_address, cell):
        raise Wrong(f"“{cell[:60]}” is not a whole web address. Begin it with https://")
    return cell


def _email(cell: str, words: KnownWords) -> str:
    if cell and not _passes(_is_email, cell):
        raise Wrong(f"“{cell[:60]}” is not an e-mail address.")
    return cell


def _seen(cell: str, words: KnownWords) -> str:
    if cell and not _SEEN.fullmatch(cell):
        raise Wrong(f"“{cell[:20]}” must be a year, or a year and month: 2025 or 2025-06.")
    return cell


def _venues(cell: str, words: KnownWords) -> list[list[str]]:
    """`name | address | postcode`, with semicolons between; the postcode may be empty or its first half."""
    found = []
    for venue in _parts(cell):
        parts = [part.strip() for part in venue.split("|")]
        if len(parts) != 3 or not parts[0]:
            raise Wrong(f"“{venue[:60]}” must be: name | address | postcode, with two bars.")
        try:
            postcode = str(parse_postcode(parts[2])) if parts[2] else ""
        except NotAPostcode:
            raise Wrong(f"“{parts[2][:20]}” is not a postcode. Mend it, or leave it empty.") from None
        found.append([parts[0][:200], parts[1][:300], postcode])
    return sorted(one for number, one in enumerate(found) if one not in found[:number])


def _passes(rule: Callable[[str], None], cell: str) -> bool:
    try:
        rule(cell)
    except ValidationError:
        return False
    return True


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


COLUMNS: dict[str, Callable[[str, KnownWords], Any]] = {
    **dict.fromkeys(
        ["ref", "name", "provider", "summary", "description", "eligibility", "not_for", "try_instead"]
        + ["cost_note", "phone", "languages", "waiting"],
        _text,
    ),
    "provider_kind": _one_of(ProviderKind, ""),
    "needs": _slugs("needs"),
    "kinds": _slugs("kinds"),
    "coverage": _slugs("areas"),
    "min_age": _age,
    "max_age": _age,
    "audience": _some_of(Audience),
    "diagnosis": _one_of(Diagnosis, Diagnosis.UNKNOWN),
    "referral": _some_of(Referral),
    "cost": _one_of(Cost, Cost.UNKNOWN),
    "delivery": _some_of(Delivery),
    "venues": _venues,
    "email": _email,
    "website": _address,
    "status": _one_of(Status, Status.UNKNOWN),
    "source_url": _address,
    "source_seen": _seen,
    "confidence": _one_of(Confidence, ""),
}
