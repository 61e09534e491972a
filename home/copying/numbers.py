"""The next free number of each table: a number that was ever given is not given again, even if its row is gone.

What is written of a deleted service, such as its history, would otherwise be taken for another one's.
"""

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, Max, Model

from home.copying.tables import rows


def go_on_counting(model: type[Model], source: str, target: str) -> None:
    """Let the target's table count on from where the source's has come to."""
    key = model._meta.pk
    if not isinstance(key, AutoField):
        return
    table, column = model._meta.db_table, str(key.column)
    highest = rows(model, source).aggregate(highest=Max("pk"))["highest"] or 0
    _set(connections[target], table, column, max(highest, _last_given(connections[source], table, column)))


def _last_given(database: BaseDatabaseWrapper, table: str, column: str) -> int:
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        else:
            sequence = _sequence(database, table, column)
            cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _set(database: BaseDatabaseWrapper, table: str, column: str, number: int) -> None:
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
        else:
            sequence = _sequence(database, table, column)
            cursor.execute("SELECT setval(%s, %s, %s)", [sequence, max(number, 1), number > 0])


def _sequence(database: BaseDatabaseWrapper, table: str, column: str) -> str:
    """The sequence's name, quoted as PostgreSQL wants it."""
    with database.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [database.ops.quote_name(table), column])
        return str(cursor.fetchone()[0])
