"""Fill a new site with the directory, the hub and the guides; run again, it brings changed files in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.starting.loading import checked_data, load
from home.starting.reading import StartingFilesWrong
from home.starting.wrong import WrongInFile


def say_nothing(line: str) -> None:
    """For callers who only want the work done: --verbosity 0."""


class Command(BaseCommand):
    help = "Bring in the starting data: places, needs, services and pages. What an editor changed stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="read the files, say what is wrong, and write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = checked_data()
            if options["check"]:
                pages = len(data.pages) + 1
                self.stdout.write(
                    f"All is well: {len(data.services)} services and {pages} pages can be loaded."
                )
            else:
                load(data, self.stdout.write if options["verbosity"] else say_nothing)
        except StartingFilesWrong as wrong:
            raise CommandError(f"{wrong}\nNothing was loaded. Mend the files and run this again.") from None
        except WrongInFile as wrong:
            raise CommandError(
                f"{wrong}\nWhat stands above was loaded. Mend the file and run this again."
            ) from None
