"""What a file would do, before anything is done.

What is new, changed, unchanged, gone and wrong, and what an editor keeps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

from local_offer.core.merge import merge
from local_offer.core.models import LoadedRow
from local_offer.directory.importing.parsing import COLUMNS, REQUIRED, KnownWords, Parsed, parse_row
from local_offer.directory.importing.problems import FileTrouble, Problem
from local_offer.directory.importing.reading import Row
from local_offer.directory.importing.values import services_of_source, values_of
from local_offer.directory.models import Service
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, ServiceKind

BATCH = 200
MOST_LISTED = 200


@dataclass
class Change:
    """One row and what it would write.

    `take` holds the columns to write; `kept` those where an editor's word stays; `held` says that nothing is written
    now and that the file's change is offered again next time. `memory` is what to remember of the file.
    """

    row: int
    values: dict[str, Any]
    service: Service | None
    take: dict[str, Any] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    held: bool = False
    memory: dict[str, Any] = field(default_factory=dict)


@dataclass
class Plan:
    """The sums of a plan, and the lines that somebody should read; of each sort the first two hundred."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    changes: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    wrong_count: int = 0
    to_remember: int = 0

    @property
    def writes_nothing(self) -> bool:
        """Whether the file says what it said last time, and the database too."""
        return not (self.new or self.changed or self.gone or self.to_remember)

    def add_wrong(self, problems: Iterable[Problem]) -> None:
        """Count every problem and keep the first to show."""
        for problem in problems:
            self.wrong_count += 1
            if len(self.wrong) < MOST_LISTED:
                self.wrong.append(problem)

    def note_kept(self, change: Change, what: str) -> None:
        """Say what an editor keeps."""
        if len(self.kept) < MOST_LISTED:
            self.kept.append(f"Row {change.row}, {change.values['name']}: {what}.")

    def note_changed(self, change: Change) -> None:
        """Count a service that changes, and say in which columns."""
        self.changed += 1
        if len(self.changes) < MOST_LISTED:
            columns = ", ".join(change.take)
            self.changes.append(f"Row {change.row}, {change.values['name']}: changes {columns}.")


def known_words() -> KnownWords:
    """The words of the lists as they are now."""
    return KnownWords(
        frozenset(Need.objects.values_list("slug", flat=True)),
        frozenset(ServiceKind.objects.values_list("slug", flat=True)),
        frozenset(Area.objects.values_list("code", flat=True)),
    )


def memory_of(source: str) -> str:
    """The table of the memory in which a source's rows are kept."""
    return f"services:{source}"


def changes(rows: Iterable[Row], source: str, plan: Plan) -> Iterator[Change]:
    """Read, check and compare in batches; sums and problems are added to `plan` on the way."""
    words, seen, first = known_words(), set[str](), True
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        if first:
            check_columns(batch[0][1])
            first = False
        parsed = [parse_row(number, cells, words) for number, cells in batch]
        good = []
        for one in parsed:
            one.problems += _same_ref_twice(one, seen)
            plan.add_wrong(one.problems)
            good += [] if one.problems else [one]
        yield from _compared(good, source, plan)
    if first:
        raise FileTrouble("The file has headings and no services below them.")


def check_columns(cells: dict[str, str]) -> None:
    """Every column must be one that we know, and the four that every service needs must be there."""
    for column in cells:
        if column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            hint = f" Do you mean “{near[0]}”?" if near else f" Known are: {', '.join(COLUMNS)}."
            raise FileTrouble(f"The column “{column[:60]}” is not known.{hint}")
    if missing := [column for column in REQUIRED if column not in cells]:
        raise FileTrouble(f"The file lacks the column {', '.join(missing)}.")


def _same_ref_twice(parsed: Parsed, seen: set[str]) -> list[Problem]:
    ref = parsed.values.get("ref", "")
    if ref and ref in seen:
        return [Problem(parsed.row, "ref", f"“{ref}” is there twice. Give each service its own.")]
    seen.add(ref)
    return []


def _compared(rows: list[Parsed], source: str, plan: Plan) -> Iterator[Change]:
    refs = [one.values["ref"] for one in rows]
    services = {service.ref: service for service in services_of_source(source, refs)}
    memory = dict(
        LoadedRow.objects.filter(table=memory_of(source), key__in=refs).values_list("key", "values")
    )
    for one in rows:
        ref = one.values["ref"]
        change = Change(one.row, one.values, services.get(ref))
        _decide(change, memory.get(ref), plan)
        yield change


def _decide(change: Change, loaded: dict[str, Any] | None, plan: Plan) -> None:
    was_gone = bool(loaded and loaded.get("gone"))
    change.memory = {
        **{name: value for name, value in (loaded or {}).items() if name != "gone"},
        **change.values,
    }
    plan.to_remember += change.memory != loaded
    if change.service is not None:
        _compare(change, change.service, loaded, plan)
    elif loaded is None or was_gone:
        change.take = dict(change.values)
        plan.new += 1
    else:
        change.held = True
        plan.note_kept(change, "an editor deleted it, so it stays away")
        plan.unchanged += 1


def _compare(change: Change, service: Service, loaded: dict[str, Any] | None, plan: Plan) -> None:
    now = values_of(service)
    merged = merge(loaded, now, change.values)
    change.take, change.kept = merged.take, merged.kept
    reason = _reason_to_hold(service)
    if change.take and reason:
        plan.note_kept(change, f"{reason}, so nothing is written")
        change.take, change.held = {}, True
    if change.kept:
        plan.note_kept(change, f"an editor changed {', '.join(change.kept)}; the editor's words stay")
    if change.take:
        plan.add_wrong(_wrong_together(change, {**now, **change.take}))
        plan.note_changed(change)
    else:
        plan.unchanged += 1


def _wrong_together(change: Change, values: dict[str, Any]) -> list[Problem]:
    """What the file says may be right by itself, and wrong beside what an editor keeps."""
    low, high = values["min_age"], values["max_age"]
    if low is None or high is None or low <= high:
        return []
    what = f"ages {low} to {high} would stand there, for one of the two stays as it is. Mend the file or the entry."
    return [Problem(change.row, "min_age" if "min_age" in change.take else "max_age", what)]


def _reason_to_hold(service: Service) -> str:
    """Why a service is left to its editor; empty when it is not."""
    if service.withdrawn_at is not None:
        return "it was taken off the site"
    if service.live and service.has_unpublished_changes:
        return "somebody is working on a draft"
    return ""


def gone(source: str, seen: set[str]) -> list[LoadedRow]:
    """Rows that this source once had and has no more, not marked yet."""
    rows = LoadedRow.objects.filter(table=memory_of(source)).iterator(chunk_size=2000)
    return [row for row in rows if row.key not in seen and not row.values.get("gone")]
