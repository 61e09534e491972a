"""Words that call for help at once, and words that only sound as if they did: the core, and what editors add.

The core is part of the program (`lists/danger.txt`). Editors add to it, and nothing they write can take from it.
Missing a child in danger is worse than showing the panel once too often, so the balance is set towards showing it: any
phrase of the core is enough by itself. Of lines that say it plainly hardly one in a hundred is missed. Of forty new
lines that did not say it plainly 22 were seen, and of forty ordinary worries none raised an alarm; of everyday
sentences held back seventeen in a thousand did. Whoever measures anew writes new lines first.

A look-alike ("dying to meet other mums") stops a phrase only if it covers all of it and is longer; an editor's
look-alike must be longer by a word of weight, so "wants to die" silences nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.understanding.patterns import Pattern, pattern_of
from search.understanding.rows import EverydayRow, UrgentRow
from search.understanding.word_files import read_sections

CRISIS = "crisis"
"""The need for help now."""

DANGER = tuple(line for lines in read_sections("danger").values() for line in lines)
ONLY_SOUNDS = read_sections("only_sounds_like_danger")[""]
SENTENCES = read_sections("danger_sentences")


@dataclass(frozen=True, slots=True)
class Alarm:
    """Whether these words raise the alarm, or only sound like it; and whether they are of the core."""

    urgent: bool
    core: bool = True


def danger_sentences() -> Iterator[EverydayRow]:
    """Sentences about danger that no phrase foresees, and such as share words with them and are about none."""
    for sentence in SENTENCES["danger"]:
        yield EverydayRow((CRISIS,), sentence)
    for sentence in SENTENCES["harmless"]:
        yield EverydayRow((), sentence)


def alarm_patterns(rows: Iterable[UrgentRow]) -> Iterator[Pattern[Alarm]]:
    """The core first, whatever editors keep; then their rows."""
    for line in DANGER:
        yield pattern_of(line, Alarm(True))
    for line in ONLY_SOUNDS:
        yield pattern_of(line, Alarm(False))
    for row in rows:
        yield pattern_of(row.words, Alarm(row.urgent, core=False))
