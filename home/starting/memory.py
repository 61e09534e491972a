"""What the starting files said last time, so that an editor's change since is seen and kept."""

from collections.abc import Mapping
from typing import Any

from local_offer.core.models import LoadedRow

Memory = dict[str, dict[str, Any]]


def remembered(table: str) -> Memory:
    """What each row of a table said when it was loaded last, by its key."""
    return dict(LoadedRow.objects.filter(table=table).values_list("key", "values"))


def remember(table: str, rows: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep what these rows say now."""
    LoadedRow.objects.bulk_create(
        [LoadedRow(table=table, key=key, values=dict(values)) for key, values in rows.items()],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["table", "key"],
        update_fields=["values", "loaded_at"],
    )
