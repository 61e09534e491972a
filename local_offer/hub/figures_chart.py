"""Where the bars of a small chart stand. The chart says nothing by colour: each bar has its words and its number."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 320  # about the width of a phone, so that words in the chart keep their size there
ROW, BAR, BELOW = 48, 18, 4
NUMBER_WIDTH = 66  # room for 365,400 behind the longest bar


@dataclass(frozen=True)
class Bar:
    """One bar of the chart, in the units of its drawing."""

    label: str
    number: str
    width: float
    words_y: int
    bar_y: int
    number_x: float
    number_y: int


@dataclass(frozen=True)
class Chart:
    """A drawing of bars, one below the other, all to one scale that begins at nothing."""

    height: int
    bars: tuple[Bar, ...]
    width: int = WIDTH
    bar_height: int = BAR


def chart_of(rows: Sequence[tuple[str, str, float]], whole: float | None = None) -> Chart:
    """The chart of these labels, numbers as shown, and values. `whole` is what the longest bar could be: 100 for
    percentages; without it, the greatest value is.

    >>> chart_of([("Now", "50%", 50.0)], whole=100.0).bars[0].width
    127.0
    """
    longest = whole or max((value for _, _, value in rows), default=0.0) or 1.0
    bars = tuple(_bar(place, *row, longest) for place, row in enumerate(rows))
    return Chart(ROW * len(rows) + BELOW, bars)


def _bar(place: int, label: str, number: str, value: float, longest: float) -> Bar:
    width = round((WIDTH - NUMBER_WIDTH) * min(value / longest, 1.0), 1)
    top = ROW * place
    return Bar(label, number, max(width, 1.0), top + 16, top + 23, max(width, 1.0) + 6, top + 37)
