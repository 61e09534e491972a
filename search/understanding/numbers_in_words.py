"""Numbers as families write them: 4, four, 3½, two and a half."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_MORE = "seventeen eighteen nineteen twenty".split()

NUMBER_WORDS: dict[str, int] = {word: number for number, word in enumerate((*_UNITS, *_MORE))} | {
    "twenty one": 21,
    "twenty two": 22,
    "twenty three": 23,
    "twenty four": 24,
    "twenty five": 25,
}

WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)).replace(" ", "[ -]")
"""A pattern for a number in words, the longest first."""

DIGITS = r"(?<![\w.,:/£$-])\d{1,2}(?![\d%]|[.,:]\d)"
"""A pattern for one or two figures that are no part of a longer number, a price or a time."""

NUMBER = rf"(?:{DIGITS}|\b(?:{WORD})\b)"
"""Either."""


def number_of(text: str) -> int:
    """The whole number that a match of NUMBER stands for; what follows a point is dropped.

    >>> number_of("4"), number_of("twenty-one"), number_of("2.5")
    (4, 21, 2)
    """
    text = text.strip().replace("-", " ")
    return NUMBER_WORDS[text] if text in NUMBER_WORDS else int(text.partition(".")[0])
