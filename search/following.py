"""Follows the log of changes row by row, and never passes a row that is still to appear.

With several editors at once on PostgreSQL a lower number can become visible after a higher one: numbers are given when
a row is written, and rows show when their transaction ends. So whoever writes to the log holds a shared lock until
then (`changes.note_change`), and a follower counts rows as settled only once nobody holds it who did when it looked.
What it sees meanwhile it applies at once, and knows not to apply again.
"""

from dataclasses import dataclass, field

from django.db import connection

from search.changes import LOG_LOCK, Touched, last_change, touched_by
from search.models import IndexChange

BATCH = 500
_IN_FLIGHT = """
    SELECT virtualtransaction FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = %s AND objid = %s AND objsubid = 2
    AND pid <> pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def writers_in_flight() -> frozenset[str]:
    """The transactions of others that may have written rows which we do not see yet; SQLite has none."""
    if connection.vendor != "postgresql":
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(_IN_FLIGHT, LOG_LOCK)
        return frozenset(name for (name,) in cursor.fetchall())


@dataclass
class Follower:
    """Where one index stands in the log: every row up to `position` is applied, and of later ones those `ahead`."""

    position: int
    ahead: set[int] = field(default_factory=set)
    _newest_then: int = 0
    _in_flight_then: frozenset[str] = frozenset()

    @classmethod
    def from_now(cls) -> "Follower":
        """For an index that is built from what the database says after this call.

        While somebody is writing, a row of any earlier number may still appear: then it waits for those with the
        place in the log kept open from its beginning, and everything seen so far counts as applied.
        """
        newest, in_flight = last_change(), writers_in_flight()
        if not in_flight:
            return cls(newest)
        seen = set(IndexChange.objects.filter(id__lte=newest).values_list("id", flat=True))
        return cls(min(seen, default=1) - 1, seen, newest, in_flight)

    @property
    def newest(self) -> int:
        """The newest row that is applied."""
        return max(self.ahead, default=self.position)

    def has_news(self) -> bool:
        """Whether there are rows to apply, or rows that may still appear: one quick question."""
        return bool(self._in_flight_then) or last_change() != self.position

    def next(self, most: int = BATCH) -> Touched | None:
        """What the next rows touch, with the position that holds once they are applied; None when there is nothing.

        The order of the three questions matters: a row at or before `newest` is seen below, or its writer is in flight.
        """
        newest = last_change()
        in_flight = writers_in_flight()
        later = IndexChange.objects.filter(id__gt=self.position).exclude(id__in=self.ahead)
        rows = list(later.order_by("id")[:most])
        reached = rows[-1].id if len(rows) == most else max(newest, rows[-1].id if rows else 0)
        settled = self._settled(min(newest, reached), in_flight)
        if not rows and settled == self.position:
            return None
        self.ahead |= {row.id for row in rows}
        return touched_by(rows, settled, reached)

    def applied(self, touched: Touched) -> None:
        """The rows are in the index."""
        self.position = touched.position
        self.ahead = {number for number in self.ahead if number > self.position}

    def _settled(self, newest: int, in_flight: frozenset[str]) -> int:
        """The number up to which no row can appear any more."""
        if not in_flight:
            self._in_flight_then = frozenset()
            return max(newest, self.position)
        settled = self.position
        if not (
            self._in_flight_then & in_flight
        ):  # all who were writing when we last marked a place have ended
            if self._in_flight_then:
                settled = max(settled, min(self._newest_then, newest))
            self._newest_then, self._in_flight_then = newest, in_flight
        return settled
