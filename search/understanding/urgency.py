"""Whether somebody may be in danger. The words for it are in `urgent_words`, with where the balance is set and why.

Two ways lead to the panel: a phrase of danger that no longer look-alike explains, or everyday sentences about crisis
and self-harm that are much like what was typed ("long sleeves in July").
"""

from search.understanding.everyday import telling_stems
from search.understanding.facts import fact
from search.understanding.patterns import Match
from search.understanding.reading import Recognised
from search.understanding.urgent_words import Alarm
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

DANGER_NEEDS = ("crisis", "self-harm")

ALIKE_ENOUGH = 0.5
"""Share of the everyday sentences' votes that crisis and self-harm must have, to raise the alarm without a phrase."""

LABEL = "Urgent help"


def recognise_urgency(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """One fact if somebody may be in danger, with the words that said so; it explains no words."""
    numbers = _numbers_of_phrase(sentence, vocabulary) or _numbers_of_likeness(sentence, vocabulary)
    return [fact(sentence, numbers, "urgent", "urgent", LABEL, "urgent")] if numbers else []


def _numbers_of_phrase(sentence: Sentence, vocabulary: Vocabulary) -> tuple[int, ...]:
    found = vocabulary.alarms.all_in(sentence)
    harmless = [match for match in found if not match.meaning.urgent]
    alarms = [match for match in found if match.meaning.urgent and not _is_explained(match, harmless)]
    return alarms[0].numbers if alarms else ()


def _is_explained(alarm: Match[Alarm], harmless: list[Match[Alarm]]) -> bool:
    """Whether a longer look-alike covers every word of the alarm."""
    return any(
        len(one.numbers) > len(alarm.numbers) and set(alarm.numbers).issubset(one.numbers) for one in harmless
    )


def _numbers_of_likeness(sentence: Sentence, vocabulary: Vocabulary) -> tuple[int, ...]:
    shares = vocabulary.everyday.compare(telling_stems(sentence.words))
    columns = [vocabulary.everyday.needs.index(need) for need in DANGER_NEEDS if need in vocabulary.everyday.needs]
    if sum(float(shares[column]) for column in columns) < ALIKE_ENOUGH:
        return ()
    return tuple(range(len(sentence.words)))
