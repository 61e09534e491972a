"""Bring services in from a file."""

import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from local_offer.directory.importing.applying import apply_file, lines_of, make_plan
from local_offer.directory.importing.planning import Plan
from local_offer.directory.importing.problems import FileTrouble

SOURCE = re.compile(r"[a-z0-9-]{1,30}")


class Command(BaseCommand):
    help = "Bring services in from a .csv or .xlsx file: the whole file, or nothing if anything is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="columns: see docs/importing.md")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        parser.add_argument(
            "--publish", action="store_true", help="publish what it writes; else it stays a draft"
        )
        parser.add_argument(
            "--source", default="hertfordshire", help="whose list it is; references count within a source"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not SOURCE.fullmatch(options["source"]):
            raise CommandError("A source is named with small letters, numbers and hyphens, thirty at most.")
        try:
            plan = self._plan_or_apply(**options)
        except FileTrouble as trouble:
            raise CommandError(str(trouble)) from None
        for line in lines_of(plan):
            self.stdout.write(line)
        if plan.wrong:
            raise CommandError("Nothing was written. Mend the rows above and run this again.")
        if options["dry_run"]:
            self.stdout.write("Nothing was written: this was a dry run.")

    def _plan_or_apply(self, file: Path, source: str, dry_run: bool, publish: bool, **_: Any) -> Plan:
        with tqdm(desc="Reading" if dry_run else "Importing", unit=" rows", disable=None) as bar:

            def show(done: int) -> None:
                bar.update(done - bar.n)

            return make_plan(file, source, show) if dry_run else apply_file(file, source, publish, show)
