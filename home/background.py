"""The background work of one site: keeps the index true, publishes what is scheduled, tidies up.

Every web process offers to do it; the one that holds the lock does, and when it goes another takes over. A bigger
site runs `manage.py worker` instead.
"""

import logging
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.db import close_old_connections

from local_offer.core.scheduling import publish_due
from local_offer.feedback.keeping import forget_old_reports
from search.changes import last_change, prune
from search.engines.address import read_address
from search.engines.embedded.keeper import Keeper
from search.engines.embedded.storage import Folder
from search.unmet.keeping import forget_old_counts

logger = logging.getLogger(__name__)
# How often the log is looked at, and how often the slowest work is done, in seconds.
LOOK, LOOK_OVER, TIDY = 0.2, 60.0, 3600.0
# How often a process offers itself, and how long it waits after trouble.
OFFER, AFTER_TROUBLE = 1.0, 5.0


class Background:
    """The work, until `stop` is set."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.folder = Folder(read_address(settings.SEARCH_URL).folder)
        self._next = {"schedule": 0.0, "look over": 0.0, "tidy": 0.0}

    def run(self) -> None:
        """Offer to keep the index; whoever already does is left alone."""
        while not self.stop.is_set():
            try:
                with self.folder.keeping() as mine:
                    if mine:
                        self._keep()
                self.stop.wait(OFFER)
            except Exception:
                logger.exception("The background work stopped and starts again.")
                self.stop.wait(AFTER_TROUBLE)

    def _keep(self) -> None:
        keeper, position = Keeper(self.folder), -1
        while not self.stop.is_set():
            close_old_connections()
            self._every("look over", LOOK_OVER, keeper.forget)
            newest = last_change()
            if newest != position or not keeper.is_in_place():
                keeper.keep_up()
                position = newest
            self._every("schedule", settings.SCHEDULE_SECONDS, publish_due)
            self._every("tidy", TIDY, self._tidy)
            self.stop.wait(LOOK)

    def _every(self, name: str, seconds: float, work: Callable[[], object]) -> None:
        """Trouble with one kind of work does not keep the others from theirs."""
        if time.monotonic() < self._next[name]:
            return
        self._next[name] = time.monotonic() + seconds
        try:
            work()
        except Exception:
            logger.exception("%s failed and is tried again later.", name)

    def _tidy(self) -> None:
        prune(last_change())
        forget_old_reports()
        forget_old_counts()


def start_in_thread() -> threading.Event:
    """Start the work beside a web process; setting the event ends it."""
    stop = threading.Event()
    threading.Thread(target=Background(stop).run, name="background", daemon=True).start()
    return stop
