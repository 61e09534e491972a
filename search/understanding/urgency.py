"""Whether somebody may be in danger. The words for it are in `urgent_words`, with where the balance is set and why.

Two ways lead to the panel: a phrase of danger that no longer look-alike explains, or sentences about crisis and
self-harm that are much like what was typed ("long sleeves in July"): those among the everyday sentences, and those that
the program keeps for this alone (`lists/danger_sentences.txt`).
"""

from collections.abc import Sequence
from dataclasses import replace

from search.understanding.everyday import telling_stems
from search.understanding.facts import fact
from search.understanding.patterns import Match
from search.understanding.reading import Recognised
from search.understanding.small_words import SMALL_WORDS
from search.understanding.urgent_words import CRISIS, Alarm
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

DANGER_NEEDS = (CRISIS, "self-harm")

SURE_OF_CRISIS = 0.6
"""The panel is shown for a mere possibility; services for a crisis come up as far as that."""

ALIKE_ENOUGH = 0.3
"""Share of the sentences' votes that crisis and self-harm must have, to raise the alarm without a phrase. Of lines that
it had never seen it finds a fourth to a third of those about danger, many of which no phrase foresees, and of everyday
sentences held back about nine in a thousand of the others."""

ALIKE_DESPITE_LOOK = 0.6
"""The same where a look-alike was found: words that sound alarming are alike the sentences about danger, too."""

LABEL = "Urgent help"


def recognise_urgency(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """One fact if somebody may be in danger, with the words that said so, and the need for help in a crisis."""
    found = vocabulary.alarms.all_in(sentence)
    harmless = [match for match in found if not match.meaning.urgent]
    alarms = [
        match for match in found if match.meaning.urgent and not _is_explained(match, harmless, sentence)
    ]
    numbers = alarms[0].numbers if alarms else ()
    if not alarms and _likeness(sentence, vocabulary) >= (ALIKE_DESPITE_LOOK if harmless else ALIKE_ENOUGH):
        numbers = tuple(range(len(sentence.words)))
    if not numbers:
        return []
    crisis = fact(sentence, numbers, "need", CRISIS, vocabulary.label("need", CRISIS), sure=SURE_OF_CRISIS)
    return [fact(sentence, numbers, "urgent", "urgent", LABEL, "urgent"), replace(crisis, numbers=())]


def _is_explained(alarm: Match[Alarm], harmless: Sequence[Match[Alarm]], sentence: Sentence) -> bool:
    """Whether a longer look-alike covers every word of the alarm."""
    return any(
        set(alarm.numbers).issubset(one.numbers)
        and _length(one, one.meaning.core, sentence) > _length(alarm, one.meaning.core, sentence)
        for one in harmless
    )


def _length(match: Match[Alarm], little_words_too: bool, sentence: Sentence) -> int:
    return sum(little_words_too or sentence.words[n].form not in SMALL_WORDS for n in match.numbers)


def _likeness(sentence: Sentence, vocabulary: Vocabulary) -> float:
    """The share of votes for danger that the everyday sentences give."""
    known = vocabulary.alarming
    shares = known.compare(telling_stems(sentence.words))
    return sum(float(shares[known.needs.index(need)]) for need in DANGER_NEEDS if need in known.needs)
