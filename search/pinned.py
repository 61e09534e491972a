"""What editors put first for the words of a search: found by the same matcher as phrases, longest first."""

from dataclasses import dataclass
from datetime import date

from search.understanding.patterns import Match, PatternBook, longest_of
from search.understanding.words import Sentence


@dataclass(frozen=True, slots=True)
class Pinned:
    """Services by id and pages by key, each in the order that was chosen, and the last day on which they count."""

    services: tuple[int, ...] = ()
    pages: tuple[str, ...] = ()
    until: date | None = None

    def counts_on(self, day: date) -> bool:
        return self.until is None or day <= self.until


PinnedBook = PatternBook[Pinned]
NOTHING_PINNED: PinnedBook = PatternBook.of(())


def pinned_for(said: Sentence, book: PinnedBook, day: date) -> Pinned:
    """All that is put first for these words on this day: the more exact words first, and each thing once.

    Words that the sentence counts as explained were ruled out or taken back, so nothing is pinned for them alone.
    """
    found: list[Match[Pinned]] = [one for one in book.all_in(said) if one.meaning.counts_on(day)]
    chosen = [one.meaning for one in longest_of(found, said.explained)]
    return Pinned(
        services=tuple(dict.fromkeys(pk for one in chosen for pk in one.services)),
        pages=tuple(dict.fromkeys(key for one in chosen for key in one.pages)),
    )
