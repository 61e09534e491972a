"""Build the search index anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from search.changes import EVERYTHING, note_change
from search.engines.address import read_address
from search.engines.base import IndexNotReady
from search.engines.embedded.keeper import Keeper
from search.engines.embedded.storage import Folder, Reader


class Command(BaseCommand):
    help = "Build the search index anew, aside, and put it in place while searches go on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="only if there is no index that can be read"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Folder(read_address(settings.SEARCH_URL).folder)
        if options["if_missing"] and _readable(folder):
            return
        with folder.keeping() as mine:
            if not mine:
                # The process that keeps the index does it: two writers would undo each other's work.
                note_change(EVERYTHING, 0)
                self.stdout.write("The running site builds its index anew now; searches go on.")
                return
            try:
                with tqdm(desc="Building the search index", unit=" documents", disable=None) as bar:
                    count = Keeper(folder).rebuild(lambda _: bar.update())
            except OSError as error:
                raise CommandError(f"The index could not be written to {folder.root}: {error}") from None
        self.stdout.write(f"The search index holds {count} documents.")


def _readable(folder: Folder) -> bool:
    try:
        Reader(folder).columns()
    except IndexNotReady:
        return False
    return True
