"""Files, memory and database: who has changed what, decided the same way for every table.

The file says how a thing should be, the memory says what the file said last time, the database says how it is now.
Where the database is no longer what was last loaded, an editor has been there, and the editor's word stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Merge:
    """What to write, and the fields where file and editor now differ and the editor's word was kept."""

    take: dict[str, Any]
    kept: tuple[str, ...]


def merge(loaded: Values | None, current: Values, file: Values) -> Merge:
    """Compare three versions of one row, field by field.

    >>> merge({"name": "A"}, {"name": "A"}, {"name": "B"}).take
    {'name': 'B'}
    >>> merge({"name": "A"}, {"name": "Mine"}, {"name": "B"}).kept
    ('name',)
    """
    take, kept = {}, []
    for field, wanted in file.items():
        now = current.get(field)
        if now == wanted:
            continue
        if loaded is not None and now == loaded.get(field, ""):  # a new column begins empty
            take[field] = wanted
        elif loaded is not None and wanted == loaded.get(field):
            continue  # only the editor changed it
        else:
            kept.append(field)
    return Merge(take, tuple(kept))
