"""Words that call for help at once, and words that only sound as if they did: the core, and what editors add.

Editors add to the core, and nothing they write can take from it. Missing a child in danger is worse than showing the
panel once too often, so the balance is set towards showing it: any phrase of the core is enough by itself. A
look-alike ("dying to meet other mums") stops a phrase only if it covers all of the phrase and is longer, so no short
row can silence the panel.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.patterns import Pattern, patterns_of
from search.understanding.rows import UrgentRow
from search.understanding.urgent_core import CORE, ONLY_SOUNDS


@dataclass(frozen=True, slots=True)
class Alarm:
    """Whether these words raise the alarm, or only sound like it."""

    urgent: bool


def alarm_patterns(rows: Iterable[UrgentRow]) -> Iterator[Pattern[Alarm]]:
    """The core first, whatever editors keep; then their rows."""
    for lines, alarm in ((CORE, Alarm(True)), (ONLY_SOUNDS, Alarm(False))):
        for line in lines:
            yield from patterns_of(line, alarm)
    for row in rows:
        yield from patterns_of(row.words, Alarm(row.urgent))
