"""Move a site to another database, such as from a file to a server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connections
from tqdm import tqdm

from home.copying.copying import copy_everything
from home.copying.places import SOURCE, TARGET, address_of, close_both, described, manage_target, open_both
from home.copying.tables import counts, must_be_empty, must_be_up_to_date
from home.copying.trouble import NotCopied
from local_offer.databases import WrongDatabaseAddress


class Command(BaseCommand):
    help = "Copy everything that the site keeps from one database to another: SQLite to PostgreSQL, or back."
    requires_system_checks = []  # the site's own database may be neither of the two

    def add_arguments(self, parser: CommandParser) -> None:
        where = "an address like DATABASE_URL's, or the name of an environment variable that holds one"
        parser.add_argument("--from", dest="source", help=f"{where} (if not given: the site's own)")
        parser.add_argument("--to", dest="target", required=True, help=where)
        parser.add_argument("--replace", action="store_true", help="even if the target holds a site already")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            source, target = address_of(options["source"]), address_of(options["target"])
            open_both(source, target)
            self._copy(target, options["replace"], quiet=not options["verbosity"])
        except (NotCopied, WrongDatabaseAddress, DatabaseError) as why:
            raise CommandError(f"{why}\nNothing was copied.") from None
        finally:
            close_both()

    def _copy(self, address: str, replace: bool, quiet: bool) -> None:
        must_be_up_to_date(SOURCE)
        self.stdout.write(f"From {described(SOURCE)}\nTo   {described(TARGET)}")
        manage_target(address, self.stderr, "migrate")
        if not replace:
            must_be_empty(TARGET)
        with tqdm(total=sum(counts(SOURCE).values()), unit=" rows", disable=quiet) as bar:
            copied = copy_everything(SOURCE, TARGET, bar.update)
        connections[TARGET].close()
        self._tell(copied)
        self._make_search_of_the_admin(address)
        self.stdout.write("Everything is there. People have to sign in again.")

    def _make_search_of_the_admin(self, address: str) -> None:
        """What is not copied, since each kind of database keeps it in another way."""
        try:
            manage_target(address, self.stderr, "update_index")
        except NotCopied:
            self.stderr.write(
                "Everything was copied, but not made ready for the admin's own search. With the new database as "
                "DATABASE_URL, run: manage.py update_index"
            )

    def _tell(self, copied: dict[str, int]) -> None:
        filled = {label: number for label, number in copied.items() if number}
        width = max(map(len, filled))
        for label, number in filled.items():
            self.stdout.write(f"{label:<{width}} {number:>8}  the same in both")
