"""Bring services in from a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from local_offer.directory.importing.applying import apply_file, lines_of, make_plan
from local_offer.directory.importing.problems import FileTrouble


class Command(BaseCommand):
    help = "Bring services in from a .csv or .xlsx file: the whole file, or nothing if anything in it is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="columns: see docs/importing.md")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        parser.add_argument("--publish", action="store_true", help="publish at once; else new and changed ones are drafts")
        parser.add_argument("--source", default="hertfordshire", help="whose list it is; references count within a source")

    def handle(self, *args: Any, **options: Any) -> None:
        path, source = options["file"], options["source"]
        with tqdm(desc="Reading" if options["dry_run"] else "Importing", unit=" rows", disable=None) as bar:
            try:
                if options["dry_run"]:
                    plan = make_plan(path, source, lambda done: bar.update())
                else:
                    plan = apply_file(path, source, options["publish"], lambda done: bar.update())
            except FileTrouble as trouble:
                raise CommandError(str(trouble)) from None
        for line in lines_of(plan):
            self.stdout.write(line)
        if plan.wrong:
            raise CommandError("Nothing was written. Mend the rows above and run this again.")
        if options["dry_run"]:
            self.stdout.write("Nothing was written: this was a dry run.")
