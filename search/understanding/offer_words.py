"""What help should cost, how and when it should reach the family, for whom it is: the list in `lists/offers.txt`."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.understanding.patterns import Pattern, pattern_of
from search.understanding.small_words import word_set
from search.understanding.word_files import read_sections

LABELS = {
    "free": "Free",
    "low": "Low cost",
    "online": "Online",
    "phone": "By phone",
    "text": "By text",
    "in_person": "In person",
    "home": "At home",
    "evening": "Evenings",
    "weekend": "Weekends",
    "dads": "For dads",
    "parents": "For parents",
    "siblings": "For brothers and sisters",
    "young_people": "For young people",
    "professionals": "For professionals",
}

NEED_HELP_WORDS = frozenset(("online", "evening", "weekend"))
"""These count only beside a word for some kind of help: "screams every evening" asks for no evening course."""

HELP_WORDS = word_set(
    "course courses group groups club clubs class classes session sessions workshop workshops activity "
    "activities clinic appointment appointments support help advice counselling therapy training talk talks "
    "meeting webinar webinars assessment assessments test tests something anything somewhere anywhere things "
    "stuff service services swimming football sport sports playgroup youth respite care free parenting "
    "programme cinema play drop"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A wish about the help: its kind (cost, delivery, when, audience; empty for a look-alike) and value."""

    kind: str
    value: str

    @property
    def label(self) -> str:
        return LABELS[self.value]


def offer_patterns() -> Iterator[Pattern[Offer]]:
    """The list as patterns."""
    for section, lines in read_sections("offers").items():
        kind, _, value = section.partition(":")
        offer = Offer(kind, value) if value else Offer("", "")
        for line in lines:
            yield pattern_of(line, offer)
