"""Copies every row as it stands, in one transaction of the target: no signal is sent, no date is set, nothing is lost.

The log of changes comes too, with its numbers and times, so an index goes on from where it stands.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from types import SimpleNamespace
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.models import Field, Model
from django.db.models.sql import InsertQuery

from home.copying.numbers import go_on_counting
from home.copying.tables import SEARCH_OF_THE_ADMIN, copied, counts, rows
from home.copying.trouble import CountsDiffer, NotCopied, RowRefused

# Rows that are in memory at a time.
BATCH = 500
Told = Callable[[int], object]


def copy_everything(source: str, target: str, told: Told) -> dict[str, int]:
    """Replace all that the target holds; the number of rows of each table. `told` hears how many more were copied."""
    with transaction.atomic(using=source), transaction.atomic(using=target):
        _empty(target)
        for model in copied():
            _copy_table(model, source, target, told)
            go_on_counting(model, source, target)
        wanted = counts(source)
        _must_be_equal(wanted, counts(target))
        try:
            connections[target].check_constraints()
        except DatabaseError as trouble:
            raise NotCopied(f"A row names another one that is not there: {_first_line(trouble)}") from None
    return wanted


def _empty(target: str) -> None:
    """Take everything away that stood there, with the sessions and what the admin's search knew of it."""
    connection = connections[target]
    left_out = [SEARCH_OF_THE_ADMIN, "django_session"]
    with connection.cursor() as cursor:
        for table in [*(model._meta.db_table for model in copied()), *left_out]:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")


def _copy_table(model: type[Model], source: str, target: str, told: Told) -> None:
    fields = list(model._meta.local_concrete_fields)
    most = connections[target].ops.bulk_batch_size([field.name for field in fields], range(BATCH))
    reading = _read(model, fields, source)
    while batch := list(islice(reading, max(1, min(BATCH, most)))):
        _write(model, fields, batch, target)
        told(len(batch))


def _read(model: type[Model], fields: "list[Field[Any, Any]]", source: str) -> Iterator[SimpleNamespace]:
    """Rows of this table alone: a page's title is in another one than what makes it a guide."""
    names = [field.attname for field in fields]
    for values in rows(model, source).order_by("pk").values_list(*names).iterator(chunk_size=BATCH):
        yield SimpleNamespace(**dict(zip(names, values, strict=True)))


def _write(
    model: type[Model], fields: "list[Field[Any, Any]]", batch: list[SimpleNamespace], target: str
) -> None:
    """Insert them; if that cannot be, find the row that is to blame."""
    try:
        with transaction.atomic(using=target):
            _insert(model, fields, batch, target)
    except DatabaseError as trouble:
        if len(batch) > 1:
            for row in batch:
                _write(model, fields, [row], target)
        key = getattr(batch[0], fields[0].model._meta.pk.attname)
        raise RowRefused(
            f"The target cannot hold {model._meta.verbose_name} number {key} ({model._meta.db_table}): "
            f"{_first_line(trouble)}. Put it right in the database that you copy from, and try again."
        ) from None


def _insert(
    model: type[Model], fields: "list[Field[Any, Any]]", batch: list[SimpleNamespace], target: str
) -> None:
    """As they are: `raw` keeps fields from setting their own values, such as today's date."""
    query = InsertQuery(model)
    query.insert_values(fields, batch, raw=True)  # type: ignore[arg-type]
    query.get_compiler(using=target).execute_sql()


def _must_be_equal(wanted: dict[str, int], there: dict[str, int]) -> None:
    other = [
        f"{label}: {there[label]} of {number}" for label, number in wanted.items() if there[label] != number
    ]
    if other:
        raise CountsDiffer(f"Not every row arrived: {'; '.join(other)}.")


def _first_line(trouble: Exception) -> str:
    """What the database says, without the line that repeats values."""
    return str(trouble).strip().split("\n")[0]
