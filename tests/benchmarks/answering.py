"""Asks a site in VAR_DIR again and again and prints, as JSON, how long each kind of answer takes.

`python -m tests.benchmarks.answering`, in a process of its own, so that its memory is that of one web process.
"""

import json
import os
import time
from dataclasses import asdict, replace

import django

os.environ["BACKGROUND_WORKER"] = "0"
django.setup()

from django.db import OperationalError, connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from wagtail.search.backends import get_search_backend  # noqa: E402

from local_offer.directory.models import Service  # noqa: E402
from search.answering import read  # noqa: E402
from search.engines.chosen import engine  # noqa: E402
from search.engines.embedded.engine import EmbeddedEngine  # noqa: E402
from search.forms import SearchForm  # noqa: E402
from search.query import Assumed, ServiceQuery  # noqa: E402
from search.results import SearchResults  # noqa: E402
from search.text import terms  # noqa: E402
from search.understanding.understand import understand  # noqa: E402
from search.vocabulary import current_lexicon  # noqa: E402
from tests.benchmarks.bare import bare_query  # noqa: E402
from tests.benchmarks.questions import Question, questions  # noqa: E402
from tests.benchmarks.timing import Timing, memory_now, peak_memory, timed  # noqa: E402

SECONDS = 5.0
# Wagtail's own search is slow on many records: a few questions say enough, and none is waited for longer than this.
SLOW_SECONDS, SLOW_LEAST, PATIENCE = 6.0, 3, 15.0
SHOWN = 20
# How often SQLite looks whether our patience is over, in steps of its machine.
STEPS_BETWEEN_LOOKS = 100_000


def whole(question: Question) -> SearchResults:
    """As the results page asks: form, understanding, place, engine."""
    return engine().search(read(SearchForm(question.fields).to_query()).query)


def without_understanding(question: Question) -> SearchResults:
    """The same words, fields and filters, with nothing understood from the words."""
    return engine().search(plain(question))


def plain(question: Question) -> ServiceQuery:
    """The question of a site that knows only words."""
    return replace(
        SearchForm(question.fields).to_query(), assumed=Assumed(words=tuple(terms(question.words)))
    )


def database(question: Question) -> list[Service]:
    """Wagtail's own search of the same records, any of the words being enough; given up when it takes too long."""
    found = get_search_backend().search(question.words, Service.objects.filter(live=True), operator="or")
    given_up_at = time.monotonic() + PATIENCE
    connection.ensure_connection()
    connection.connection.set_progress_handler(lambda: time.monotonic() > given_up_at, STEPS_BETWEEN_LOOKS)
    try:
        return list(found[:SHOWN])
    except OperationalError:
        return []
    finally:
        connection.connection.set_progress_handler(None, 0)


def main() -> None:
    """Measure everything that answers."""
    asked = questions()
    alone = memory_now()
    start = time.process_time()
    lexicon = current_lexicon()
    made_in = time.process_time() - start
    ours = engine()
    assert isinstance(ours, EmbeddedEngine)
    start = time.process_time()
    columns = ours.reader.columns()
    loaded_in = time.process_time() - start
    ready = [(plain(one).assumed.words, plain(one)) for one in asked]
    timings: dict[str, Timing] = {
        "whole": timed(whole, asked, SECONDS),
        "understanding": timed(lambda one: understand(one.words, lexicon.vocabulary), asked, SECONDS),
        "plain": timed(without_understanding, asked, SECONDS),
        "bare": timed(lambda one: bare_query(columns, *one), ready, SECONDS),
    }
    memory = peak_memory()
    timings["database"] = timed(database, asked, SLOW_SECONDS, SLOW_LEAST, warm=0)
    timings |= pages(asked)
    print(
        json.dumps(
            {
                **{name: asdict(timing) for name, timing in timings.items()},
                "patience": 1000 * PATIENCE,
                "memory": memory,
                "memory before": alone,
                "vocabulary seconds": made_in,
                "columns seconds": loaded_in,
            }
        )
    )


def pages(asked: list[Question]) -> dict[str, Timing]:
    """The results page and an empty one, through every middleware, as Django's test client asks for them."""
    with override_settings(
        ROOT_URLCONF="tests.benchmarks.empty", ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False
    ):
        client = Client(headers={"user-agent": "bench bot"})
        assert client.get("/search/", asked[0].fields).status_code == 200
        return {
            "page": timed(lambda one: client.get("/search/?" + one.fields.urlencode()), asked, SECONDS),
            "empty": timed(lambda one: client.get("/empty/?" + one.fields.urlencode()), asked, SECONDS / 3),
        }


if __name__ == "__main__":
    main()
