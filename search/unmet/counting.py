"""One call for each page of results: counts the search, and can neither fail nor slow the page."""

import logging

from django.http import HttpRequest
from django.utils import timezone

from search.answering import Reading
from search.results import SearchResults
from search.unmet.gaps import SOME, bucket_of, gaps_in
from search.unmet.tally import Tally
from search.unmet.words import new_words
from search.unmet.writer import Writer
from search.vocabulary import current_lexicon

logger = logging.getLogger(__name__)

MACHINES = ("bot", "crawl", "spider", "slurp", "preview")
"""What programs that read the web call themselves."""

TALLY = Tally()
WRITER = Writer(TALLY)


def count_search(request: HttpRequest, reading: Reading, found: SearchResults) -> None:
    """Count one search by a person, once: its first page. Of the request itself only the agent is looked at."""
    try:
        if reading.query.page == 1 and reading.query.to_address() and not is_a_machine(request):
            _count(reading, found)
    except Exception as trouble:  # its message may hold what was typed
        logger.warning("A search was not counted: %s", type(trouble).__name__)


def is_a_machine(request: HttpRequest) -> bool:
    """Whether the agent calls itself one, or says nothing, as no browser does. It is looked at, never kept."""
    agent = request.headers.get("User-Agent", "").lower()
    return not agent or any(name in agent for name in MACHINES)


def _count(reading: Reading, found: SearchResults) -> None:
    vocabulary = current_lexicon().vocabulary
    bucket = bucket_of(found.total)
    gaps = gaps_in(reading, vocabulary) if bucket != SOME else ()
    TALLY.add(timezone.localdate(), bucket, gaps, new_words(reading.understanding, vocabulary))
    WRITER.wake()
