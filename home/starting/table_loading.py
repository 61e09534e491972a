"""Brings the rows of a table in: new ones are made, changed ones change, and what an editor changed stays.

A row that is in the file no more is left as it is; a row that an editor took away does not come back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Model

from home.starting.memory import remember, remembered
from home.starting.tables import Rows, Table
from home.starting.tally import Tally
from local_offer.core.merge import merge


@dataclass
class TablePlan:
    """What to write: whole rows, fields of others, what to remember; and what an editor keeps, in words."""

    new: list[Mapping[str, Any]] = field(default_factory=list)
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    remember: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def plan_table(
    rows: Rows, key: str, memory: Mapping[str, Any], current: Mapping[str, Mapping[str, Any]]
) -> TablePlan:
    """Compare the file with what it said last time and with what there is now; both by the key of a row."""
    plan = TablePlan()
    for row in rows:
        name, before = row[key], memory.get(row[key])
        if before != row:
            plan.remember[name] = dict(row)
        if name in current:
            merged = merge(before, current[name], row)
            if merged.take:
                plan.changes[name] = merged.take
            if merged.kept:
                plan.kept.append(
                    f"{name}: an editor changed {', '.join(merged.kept)}; the editor's words stay."
                )
        elif before is None:
            plan.new.append(row)
        elif before != row:
            plan.kept.append(f"{name}: an editor took it away, so it stays away.")
    return plan


def load_table(table: Table, rows: Rows) -> Tally:
    """Write what the plan says, the whole table or nothing."""
    with transaction.atomic():
        objects = _objects(table)
        fields = list(rows[0]) if rows else []
        current = {key: _values(table, fields, one) for key, one in objects.items()}
        plan = plan_table(rows, table.key, remembered(table.memory), current)
        _make(table, plan.new)
        for key, take in plan.changes.items():
            _change(table, objects[key], take)
        if plan.remember:
            remember(table.memory, plan.remember)
    new, changed = len(plan.new), len(plan.changes)
    return Tally(table.label, new, changed, len(rows) - new - changed, plan.kept)


def _objects(table: Table) -> dict[str, Model]:
    rows = table.model._default_manager.select_related(*table.one).prefetch_related(*table.many)
    return {getattr(one, table.key): one for one in rows}


def _values(table: Table, fields: Iterable[str], one: Model) -> dict[str, Any]:
    """A row of the database as the file would say it."""
    return {name: _value(table, name, one) for name in fields}


def _value(table: Table, name: str, one: Model) -> Any:
    value = getattr(one, name)
    if name in table.one:
        return getattr(value, table.one[name], None)
    if name in table.many:
        return sorted(getattr(other, table.many[name]) for other in value.all())
    return value


def _make(table: Table, rows: Rows) -> None:
    """Make new rows, those that others name before those that name them."""
    waiting = list(rows)
    while waiting:
        known = {name: _numbers(table, name, key) for name, key in table.one.items()}
        ready = [row for row in waiting if _is_ready(row, known)]
        if not ready:
            raise RowsNameNobody(table.file, [str(row[table.key]) for row in waiting])
        made = [table.model(**_own_fields(table, row, known)) for row in ready]
        if table.quick:
            table.model._default_manager.bulk_create(made, batch_size=500)
        else:
            for one in made:
                one.save()
        for one, row in zip(made, ready, strict=True):
            _set_many(table, one, row)
        waiting = [row for row in waiting if not _is_ready(row, known)]


def _is_ready(row: Mapping[str, Any], known: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether every row that this one names is there."""
    return all(row[name] is None or row[name] in known[name] for name in known)


class RowsNameNobody(ValueError):
    """Rows that name a row which is not there, or each other in a ring."""

    def __init__(self, file: str, keys: list[str]) -> None:
        super().__init__(
            f"{file}: {', '.join(keys[:5])}: the row that they name is not there. Add it, or mend its name."
        )


def _change(table: Table, one: Model, take: Mapping[str, Any]) -> None:
    known = {name: _numbers(table, name, key) for name, key in table.one.items() if name in take}
    for name, value in _own_fields(table, take, known).items():
        setattr(one, name, value)
    _set_many(table, one, take)
    one.save()


def _own_fields(
    table: Table, row: Mapping[str, Any], known: Mapping[str, Mapping[str, int]]
) -> dict[str, Any]:
    """The columns of the row itself; one that names another row becomes that row's number."""
    plain = {name: value for name, value in row.items() if name not in table.one and name not in table.many}
    named = {f"{name}_id": known[name].get(row[name]) for name in known if name in row}
    return {**plain, **named}


def _set_many(table: Table, one: Model, row: Mapping[str, Any]) -> None:
    for name, key in table.many.items():
        if name in row:
            numbers = _numbers(table, name, key)
            getattr(one, name).set([numbers[value] for value in row[name]])


def _numbers(table: Table, name: str, key: str) -> dict[str, int]:
    """The rows that a column may name: number by key."""
    related: Any = table.model._meta.get_field(name).related_model
    return dict(related.objects.values_list(key, "pk"))
