"""The background work of a site: keeps its indexes true, publishes what is scheduled, tidies up.

Each duty has a lock. Every web process offers to do all of them; the one that holds a duty's lock does it, and when it
goes another takes over. A bigger site runs `manage.py worker` instead, on any number of machines: the embedded index of
a machine is kept on that machine, everything else by one process of the whole site.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

from django.conf import settings
from django.db import close_old_connections, connections

from local_offer.core.locks import Held, held_by_one
from local_offer.core.scheduling import publish_due
from local_offer.feedback.keeping import forget_old_reports
from search.changes import last_change, prune
from search.engines.chosen import embedded_folder, embedded_store, engine, server_store
from search.keeping import Keeper
from search.query import ServiceQuery
from search.standings import note_trouble, passed_by_all
from search.unmet.keeping import forget_old_counts
from search.vocabulary import current_lexicon

logger = logging.getLogger(__name__)
# How often the log is looked at, and how often the slowest work is done, in seconds.
LOOK, LOOK_OVER, TIDY = 0.2, 60.0, 3600.0
# How often a process offers itself, and how long it waits after trouble.
OFFER, AFTER_TROUBLE = 1.0, 2.0
Lock = Callable[[], AbstractContextManager[Held | None]]


class Duty:
    """Something that one process does at a time, round after round, for as long as it holds the lock."""

    def __init__(self, name: str, lock: Lock, stop: threading.Event) -> None:
        self.name = name
        self.lock = lock
        self.stop = stop
        self._next: dict[str, float] = {}
        self._is_in_trouble = False

    def begin(self) -> None:
        """The lock is ours from now on."""

    def round(self) -> None:
        """One round of the work."""

    def trouble(self, error: Exception) -> None:
        """Say what went wrong, once; it is tried again until it works."""
        if not self._is_in_trouble:
            logger.error("%s stopped and is tried again until it works.", self.name, exc_info=error)
        self._is_in_trouble = True

    def run(self) -> None:
        """Offer to do it; whoever already does is left alone."""
        while not self.stop.is_set():
            try:
                with self.lock() as still_held:
                    if still_held:
                        self._work(still_held)
                self.stop.wait(OFFER)
            except Exception as error:
                self.trouble(error)
                self.stop.wait(AFTER_TROUBLE)
        connections.close_all()

    def _work(self, still_held: Held) -> None:
        self.begin()
        while not self.stop.is_set() and still_held():
            close_old_connections()
            self.round()
            if self._is_in_trouble:
                logger.warning("%s works again.", self.name)
                self._is_in_trouble = False
            self.stop.wait(LOOK)

    def every(self, name: str, seconds: float, work: Callable[[], object]) -> None:
        """Trouble with one kind of work does not keep the others from theirs."""
        if time.monotonic() < self._next.get(name, 0.0):
            return
        self._next[name] = time.monotonic() + seconds
        try:
            work()
        except Exception:
            logger.exception("%s failed and is tried again later.", name)


class IndexDuty(Duty):
    """Keeps one index true to the database."""

    def __init__(self, name: str, lock: Lock, stop: threading.Event, keeper: Callable[[], Keeper]) -> None:
        super().__init__(name, lock, stop)
        self.make_keeper = keeper
        self.keeper: Keeper | None = None

    def begin(self) -> None:
        """Another may have kept it meanwhile: everything is read anew."""
        self.keeper = self.make_keeper()

    def round(self) -> None:
        """Apply what is new; now and then look the whole index over."""
        assert self.keeper
        self.every("Looking the index over", LOOK_OVER, self.keeper.look_over)
        self.keeper.keep_up()

    def trouble(self, error: Exception) -> None:
        """Editors and whoever runs the site see it too."""
        super().trouble(error)
        if self.keeper:
            try:
                note_trouble(self.keeper.store.name, error)
            except Exception:
                logger.exception("The trouble could not be noted.")


class SiteDuty(Duty):
    """Publishes what is scheduled, and tidies up."""

    def round(self) -> None:
        """Each at its own pace."""
        self.every("Publishing what is scheduled", settings.SCHEDULE_SECONDS, publish_due)
        self.every("Tidying up", TIDY, tidy)


def tidy() -> None:
    """Forget what has had its time."""
    prune(passed_by_all(last_change()))
    forget_old_reports()
    forget_old_counts()


def duties(stop: threading.Event) -> list[Duty]:
    """All that this process offers to do."""
    folder = embedded_folder()
    offered: list[Duty] = [
        IndexDuty("Keeping this machine's index", folder.keeping, stop, lambda: Keeper(embedded_store())),
        SiteDuty("The site's housekeeping", partial(held_by_one, "housekeeping"), stop),
    ]
    if (store := server_store()) is not None:
        lock = partial(held_by_one, f"index-{store.name}")
        offered.append(IndexDuty("Keeping the index in Elasticsearch", lock, stop, lambda: Keeper(store)))
    return offered


class Background:
    """All duties side by side, until `stop` is set."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop

    def run(self) -> None:
        """Offer all of them; ends when all have ended."""
        threads = [
            threading.Thread(target=duty.run, name=duty.name, daemon=True) for duty in duties(self.stop)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def warm_up() -> None:
    """Read now what the first search of this process would have to wait for: the words, and the index."""
    try:
        current_lexicon()
        engine().search(ServiceQuery(per_page=1))
    except Exception as error:  # the first search tries again
        logger.info("Nothing was read in advance: %s", error)
    finally:
        connections.close_all()


def start_warming() -> None:
    """The same beside the first requests."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()


def start_in_thread() -> threading.Event:
    """Start the work beside a web process; setting the event ends it."""
    stop = threading.Event()
    threading.Thread(target=Background(stop).run, name="background", daemon=True).start()
    return stop
