"""Build the search index anew: this machine's own, and the one in the search server if there is one."""

from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from local_offer.core.locks import Held, held_by_one
from search.changes import EVERYTHING, note_change
from search.engines.chosen import embedded_folder, embedded_store, server_store
from search.keeping import IndexIncomplete, Keeper, Store

Lock = Callable[[], AbstractContextManager[Held | None]]


class Command(BaseCommand):
    help = "Build the search index anew, aside, and put it in place while searches go on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="only if there is no index that can be read"
        )
        parser.add_argument(
            "--back", action="store_true", help="go back to the index before; it catches up by itself"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = embedded_folder()
        self._one(embedded_store(), folder.keeping, "The search index", options)
        if (store := server_store()) is not None:
            lock = partial(held_by_one, f"index-{store.name}")
            self._one(store, lock, "The index in Elasticsearch", options)

    def _one(self, store: Store, lock: Lock, name: str, options: dict[str, Any]) -> None:
        try:
            if options["back"]:
                self._go_back(store, name)
            elif not (options["if_missing"] and store.current()):
                self._build(store, lock, name)
        except CommandError:
            raise
        except IndexIncomplete as error:
            raise CommandError(f"{name} was not put in place: {error}") from None
        except Exception as error:
            raise CommandError(f"{name} could not be built: {type(error).__name__}: {error}") from None

    def _build(self, store: Store, lock: Lock, name: str) -> None:
        with lock() as mine:
            if not mine:
                # The process that keeps the index does it: two writers would undo each other's work.
                note_change(EVERYTHING, 0)
                self.stdout.write("The running site builds its index anew now; searches go on.")
                return
            with tqdm(desc=f"Building {name.lower()}", unit=" documents", disable=None) as bar:
                count = Keeper(store).rebuild(lambda _: bar.update())
        self.stdout.write(f"{name} holds {count} documents.")

    def _go_back(self, store: Store, name: str) -> None:
        if not store.go_back():
            raise CommandError(f"{name} has no earlier index to go back to.")
        self.stdout.write(f"{name} is the one before again, and catches up by itself.")
