"""How families say where they stand with diagnosis, waiting lists and referral: the list in `lists/standing.txt`."""

from collections.abc import Iterator

from search.understanding.patterns import Pattern, pattern_of
from search.understanding.phrases import Target, Targets
from search.understanding.small_words import word_set
from search.understanding.word_files import read_sections

LABELS = {
    "no_diagnosis": "No diagnosis",
    "diagnosed": "Diagnosed",
    "waiting": "Waiting",
    "turned_down": "Turned down",
    "self_refer": "Asking for yourself",
    "no_ehcp": "No EHC plan",
}

CONCEPT_OF_STATUS = {"turned_down": "rejected-referral", "diagnosed": "after-diagnosis"}
"""What there is for families who stand there."""

SURE_OF_CONCEPT = 0.6

NAMES_OF_NEEDS = word_set(
    "autism autistic asd asc adhd audhd pda dyslexia dyslexic dyspraxia dyscalculia dld odd aspergers fasd ocd arfid "
    "tourettes camhs salt ot therapy ehcp paediatrician"
)
"""Words in the list that are needs or services as well, and stay to be read as such."""


def status_patterns() -> Iterator[Pattern[Targets]]:
    """The list as patterns; lines that only sound alike have no targets."""
    for section, lines in read_sections("standing").items():
        targets = tuple(_targets(section)) if section in LABELS else ()
        for line in lines:
            yield pattern_of(line, targets)


def _targets(status: str) -> Iterator[Target]:
    yield Target("status", status, 1.0, 1.0)
    if status in CONCEPT_OF_STATUS:
        yield Target("concept", CONCEPT_OF_STATUS[status], SURE_OF_CONCEPT, SURE_OF_CONCEPT)
