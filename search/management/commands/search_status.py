"""How every index of the site stands."""

from typing import Any

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat, pluralize
from django.utils import timezone
from django.utils.timesince import timesince

from search.engines.chosen import engine, server_store
from search.engines.standby import WithStandby
from search.models import IndexChange, IndexStanding, RefusedEntry


class Command(BaseCommand):
    help = (
        "Say of each search index: its engine, how much it holds, how far behind it is, and its last trouble."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(IndexStanding.objects.all())
        if not found:
            self.stdout.write("No index has been kept yet. Start the site, or run: manage.py rebuild_search")
        for one in found:
            for line in lines(one):
                self.stdout.write(line)
        self.stdout.write(f"Searches are answered by: {_who_answers()}")


def lines(one: IndexStanding) -> list[str]:
    """What there is to say of one index."""
    behind = IndexChange.objects.filter(id__gt=one.position)
    count, oldest = behind.count(), behind.order_by("id").values_list("at", flat=True).first()
    late = "up to date"
    if oldest:
        late = f"{count} change{pluralize(count)} behind, the oldest made {timesince(oldest)} ago"
    refused = RefusedEntry.objects.filter(index=one.name)
    said = [
        one.name,
        f"  engine     {one.engine}",
        f"  documents  {one.documents:,}",
        f"  size       {filesizeformat(one.size_bytes)}",
        f"  standing   {late}",
        f"  last seen  {timesince(one.seen_at)} ago",
        f"  last error {one.last_error or 'none'}",
    ]
    if one.failed_at:
        said.append(
            f"             {timesince(one.failed_at, timezone.now())} ago; it is tried again by itself"
        )
    return said + [f"  refused    {entry}" for entry in refused]


def _who_answers() -> str:
    if server_store() is None:
        return "this machine's own index"
    found = engine()
    assert isinstance(found, WithStandby)
    found.breaker.watch()
    well = found.breaker.is_closed
    found.breaker.stop()
    return (
        "Elasticsearch" if well else "this machine's own index, until Elasticsearch answers and has caught up"
    )
