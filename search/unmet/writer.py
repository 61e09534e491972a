"""The thread of each process that writes what was counted, so that no search page ever waits for it.

What is in memory is written when a process ends; one that is killed loses its last ten seconds of counts and its last
ten minutes of words.
"""

import atexit
import logging
import threading
import time
from collections.abc import Callable

from django.db import connection

from search.unmet.tally import COUNTS_WAIT, WORDS_WAIT, Tally
from search.unmet.writing import write_counts, write_words

logger = logging.getLogger(__name__)

LOOK = 1.0
"""How often a process with something in memory looks whether it is due, in seconds."""


class Writer:
    """Starts with the first search of a process; a process that was forked starts its own."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self._lock = threading.Lock()
        self._filled = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """There is something to write."""
        self._filled.set()
        if self._thread is None or not self._thread.is_alive():
            with self._lock:
                if self._thread is None or not self._thread.is_alive():
                    self._start()

    def write(self, counts_wait: float = 0.0, words_wait: float = 0.0) -> None:
        """Write what has waited so long; without numbers, all. What cannot be written waits for the next time."""
        if counts := self.tally.take_counts(counts_wait):
            _try(lambda: write_counts(counts), lambda: self.tally.put_back_counts(counts))
        if words := self.tally.take_words(words_wait):
            _try(lambda: write_words(words), lambda: self.tally.put_back_words(words))

    def _start(self) -> None:
        if self._thread is None:
            atexit.register(self.write)
        self._thread = threading.Thread(target=self._run, name="counts of searches", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while True:
            self._filled.wait()
            self._filled.clear()
            while self.tally.holds_something():
                time.sleep(LOOK)
                self.write(COUNTS_WAIT, WORDS_WAIT)
                connection.close()


def _try(work: Callable[[], None], put_back: Callable[[], None]) -> None:
    """The log names the kind of trouble and no more: a database's own message may repeat a value."""
    try:
        work()
    except Exception as trouble:
        put_back()
        logger.warning("Counts of searches wait to be written: %s", type(trouble).__name__)
