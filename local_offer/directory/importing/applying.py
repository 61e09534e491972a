"""Writes a plan: the whole file or nothing, each service with a version in its history."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from local_offer.core.models import LoadedRow
from local_offer.directory.identity import uuid_of_import
from local_offer.directory.importing.planning import BATCH, Change, Plan, changes, gone
from local_offer.directory.importing.reading import read_rows
from local_offer.directory.importing.writing import write_changes
from local_offer.directory.models import Service

Progress = Callable[[int], object]


def no_progress(done: int) -> None:
    """For callers without a bar."""


def make_plan(path: Path, source: str, progress: Progress = no_progress) -> Plan:
    """What the file would do; nothing is written."""
    plan, seen = Plan(), set[str]()
    for done, change in enumerate(changes(read_rows(path), source, plan), start=1):
        seen.add(change.values["ref"])
        progress(done)
    plan.gone = [str(row.values.get("name", row.key)) for row in gone(source, seen)] if not plan.wrong else []
    return plan


def apply_file(path: Path, source: str, publish: bool, progress: Progress = no_progress) -> Plan:
    """Plan again and write, in one transaction: an editor's change between plan and writing is seen.

    Nothing is written if anything is wrong. A file that changes nothing is read once.
    """
    with transaction.atomic():
        plan = make_plan(path, source)
        if plan.wrong or plan.writes_nothing:
            return plan
        plan, seen = Plan(), set[str]()
        for done, batch in enumerate(_batches(changes(read_rows(path), source, plan))):
            write_changes(batch, source, publish)
            for number, change in enumerate(batch, start=done * BATCH + 1):
                seen.add(change.values["ref"])
                progress(number)
        missing = gone(source, seen)
        plan.gone = [str(row.values.get("name", row.key)) for row in missing]
        for row in missing:
            _mark_gone(row, source)
    return plan


def _batches(plan: Iterator[Change]) -> Iterator[list[Change]]:
    """As many at a time as are planned at a time: a later batch sees what an earlier one wrote."""
    while batch := list(islice(plan, BATCH)):
        yield batch


def _mark_gone(row: LoadedRow, source: str) -> None:
    """Nothing vanishes: the entry is due for review, and the memory says that the file has it no more."""
    Service.objects.filter(uuid=uuid_of_import(source, row.key)).update(review_due=timezone.localdate())
    row.values = {**row.values, "gone": True}
    row.save()


def lines_of(plan: Plan) -> Iterable[str]:
    """The plan in words."""
    sums = {"New": plan.new, "Changed": plan.changed, "Unchanged": plan.unchanged, "Gone": len(plan.gone)}
    yield " ".join(f"{name}: {number}." for name, number in {**sums, "Wrong": plan.wrong_count}.items())
    yield from plan.changes
    yield from plan.kept
    yield from (f"Gone from the file: {name}. It is put on the list for review." for name in plan.gone)
    yield from (str(problem) for problem in plan.wrong)
    if plan.wrong_count > len(plan.wrong):
        yield f"... and {plan.wrong_count - len(plan.wrong)} more."
