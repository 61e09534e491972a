"""Run every saved search, and say which do not find what editors want of them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import IndexNotReady
from search.saved import Outcome, outcomes


class Command(BaseCommand):
    help = "Run the saved searches. Ends with an error if one does not find what it should among the first three."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = outcomes()
        except IndexNotReady:
            raise CommandError("There is no search index yet. Run: manage.py rebuild_search") from None
        for outcome in found:
            self.stdout.write(line(outcome))
        failed = sum(not outcome.passed for outcome in found)
        if failed:
            raise CommandError(f"{failed} of {len(found)} saved searches do not find what they should.")
        self.stdout.write(f"All {len(found)} saved searches find what they should.")


def line(outcome: Outcome) -> str:
    """One search on a line, with what is missing."""
    return f"{'found' if outcome.passed else 'NOT FOUND'}  {outcome.saved}" + (
        "" if outcome.passed else f"\n    {outcome}"
    )
