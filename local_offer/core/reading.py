"""How hard is a text to read, and what would make it easier?

Many families here are tired, read on a phone, or find reading hard themselves. So every page is held to a
reading age of 9. This is the one place that measures it, for whoever asks: a command, a form or a test. It is
plain Python: no database, no network, the same answer every time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from local_offer.core.syllables import syllables
from local_offer.core.wording import BLAME, JARGON, Wording

READING_AGE_LIMIT = 9.0  # years: what a child of 9 can read alone
AVERAGE_LIMIT = 12.0  # words a sentence, over a whole text
SENTENCE_LIMIT = 20  # words in any one sentence

# Names that often open a sentence, where a capital letter proves nothing. A name is known to its reader or
# cannot be swapped for a shorter one, so its syllables are not counted.
NAMES = frozenset(
    {"hertfordshire", "herts", "hertsmere", "broxbourne", "dacorum", "stevenage", "letchworth", "berkhamsted"}
)

_GRADE_TO_AGE = 5  # a child in the first American school grade is 6
_HEAVY = 3  # syllables: from here on a word weighs on the reading age
_HEAVY_SHOWN = 8

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d,.:]*\w*")
_SENTENCE_END = re.compile(r"(?<!\.[A-Za-z]\.)(?<=[.!?…])[\"'”’)\]]*\s+")
# A capital that neither opens a sentence nor the words that somebody says: "Say: “Your turn.”"
_NAME = re.compile(r"(?<=[\w,;)] )[A-Z][A-Za-z'’]*")
_SHORT_FORM = re.compile(r"\w+[A-Z]\w*|[A-Z]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DENIED = re.compile(r"\b(?:not|never|no|nor|without)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True)
class Advice:
    """One thing that is too hard: the words as written, and why, in plain words with what to do."""

    passage: str
    says: str


@dataclass(frozen=True)
class Reading:
    """How a text reads. `age` is the Flesch-Kincaid grade plus 5, in years; an empty text has age 0."""

    age: float
    sentences: int
    words: int
    average_sentence: float
    longest_sentence: int
    hard: tuple[Advice, ...]

    @property
    def easy_enough(self) -> bool:
        """Is the text within every limit, with nothing to mend?"""
        return not self.hard


def measure(text: str, names: frozenset[str] = NAMES) -> Reading:
    """Measure a plain text, one block a line: a heading or list item is a sentence even with no full stop.

    `names` are words to leave out when syllables are counted, in small letters; words with a capital inside a
    sentence and short forms such as EHC are left out without being listed.

    >>> measure("You can ring. You do not need a letter.").easy_enough
    True
    """
    sentences = list(_sentences(text))
    lengths = [len(_WORD.findall(sentence)) for sentence in sentences]
    if not lengths:
        return Reading(0.0, 0, 0, 0.0, 0, ())
    known = names | _names_inside(sentences)
    counted = [word for sentence in sentences for word in _countable(sentence, known)]
    average = sum(lengths) / len(lengths)
    age = _flesch_kincaid(average, counted) + _GRADE_TO_AGE
    hard = (
        *_long_sentences(sentences),
        *_wordings(sentences, JARGON),
        *_wordings(sentences, BLAME),
        *_whole_text(age, average, counted),
    )
    return Reading(age, len(sentences), sum(lengths), average, max(lengths), hard)


def plain_text(markdown: str) -> str:
    """The words of a page file's body, one block a line, as `measure` wants them.

    Live lists (`[[services ...]]`), section kinds (`{try}`) and link targets are not words a family reads.

    >>> plain_text("## What to try {try}\\n- Ask [us](hub:home) **today**\\n\\n[[services need=sleep]]")
    'What to try\\nAsk us today'
    """
    without_lists = re.sub(r"^\s*\[\[.*\]\]\s*$", "", markdown, flags=re.MULTILINE)
    blocks = (token for token in MarkdownIt().parse(without_lists) if token.type == "inline")
    lines = ("".join(_shown(child.type, child.content) for child in token.children or ()) for token in blocks)
    return "\n".join(re.sub(r"\s*\{[a-z-]+\}\s*$", "", line).replace(" | ", ", ") for line in lines)


def _shown(kind: str, content: str) -> str:
    return " " if kind in {"softbreak", "hardbreak"} else content


def _sentences(text: str) -> Iterator[str]:
    for block in text.splitlines():
        yield from (part.strip() for part in _SENTENCE_END.split(block) if _WORD.search(part))


def _names_inside(sentences: list[str]) -> frozenset[str]:
    """Words that have a capital where no sentence begins, in small letters."""
    return frozenset(
        word.lower() for sentence in sentences for word in _NAME.findall(sentence) if word != "I"
    )


def _countable(sentence: str, names: frozenset[str]) -> Iterator[str]:
    for word in _WORD.findall(sentence):
        if word[0].isalpha() and word.lower() not in names and not _SHORT_FORM.fullmatch(word):
            yield word


def _flesch_kincaid(average_sentence: float, words: list[str]) -> float:
    per_word = sum(map(syllables, words)) / len(words) if words else 1.0
    return 0.39 * average_sentence + 11.8 * per_word - 15.59


def _long_sentences(sentences: list[str]) -> Iterator[Advice]:
    for sentence in sentences:
        length = len(_WORD.findall(sentence))
        if length > SENTENCE_LIMIT:
            yield Advice(
                sentence, f"This sentence has {length} words. Cut it in two: {SENTENCE_LIMIT} at most."
            )


def _wordings(sentences: list[str], table: tuple[Wording, ...]) -> Iterator[Advice]:
    """Words of a table as they are used: not in a name, not in quotation marks, not in what is denied."""
    for sentence in sentences:
        spoken = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), sentence)
        for wording in table:
            for found in wording.pattern.finditer(spoken):
                if not _is_name(sentence, found) and not (wording.may_be_denied and _denied(spoken, found)):
                    yield Advice(found.group(), wording.says)


def _is_name(sentence: str, found: re.Match[str]) -> bool:
    """`Just Talk` is the name of a service; `Just talk` is not."""
    before_another = found.group()[0].isupper() and re.match(r"\s+[A-Z]", sentence[found.end() :])
    return bool(_NAME.match(sentence, found.start()) or before_another)


def _denied(sentence: str, found: re.Match[str]) -> bool:
    return bool(_DENIED.search(sentence, 0, found.start()))


def _whole_text(age: float, average: float, words: list[str]) -> Iterator[Advice]:
    if average > AVERAGE_LIMIT:
        says = f"Sentences have {average:.0f} words on average. Aim for {AVERAGE_LIMIT:.0f}: cut some in two."
        yield Advice("the whole text", says)
    if age > READING_AGE_LIMIT:
        heavy = ", ".join(_heaviest(words)) or "the whole text"
        says = (
            f"The reading age is {age:.1f}. Bring it to {READING_AGE_LIMIT:.0f}: try shorter words for these."
        )
        yield Advice(heavy, says)


def _heaviest(words: list[str]) -> list[str]:
    """The long words that add most syllables to the text, worst first."""
    weight: dict[str, int] = {}
    for word in map(str.lower, words):
        if syllables(word) >= _HEAVY:
            weight[word] = weight.get(word, 0) + syllables(word) - 1
    return sorted(weight, key=lambda word: (-weight[word], word))[:_HEAVY_SHOWN]
