"""Words that call for help at once, and words that only sound as if they did.

The core below is part of the program: editors add to it, and nothing they write can take from it. Missing a child in
danger is worse than showing the panel once too often, so the balance is set towards showing it: any phrase of the
core is enough by itself. What sounds alarming and is not ("dying to meet other mums") stops a phrase only if it is
longer than the phrase itself, so that no short row can silence the panel.

Editors' rows are written like phrases: by stems, with other words between, a bar for a choice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.patterns import Pattern, patterns_of
from search.understanding.rows import UrgentRow


@dataclass(frozen=True, slots=True)
class Alarm:
    """Whether these words raise the alarm or only sound like it."""

    urgent: bool

CORE: tuple[str, ...] = ()
ONLY_SOUNDS: tuple[str, ...] = ()

def alarm_patterns(rows: Iterable[UrgentRow]) -> Iterator[Pattern[Alarm]]:
    """The core, then what editors keep."""
    yield from ()
