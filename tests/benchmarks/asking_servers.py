"""Asks a filled site the same questions in every way and prints, as JSON, how long each takes.

`python -m tests.benchmarks.asking_servers`, in a process of its own, on the servers of DATABASE_URL and SEARCH_URL. The
database's address says how long a question may take there: see `servers.py`.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

import django

django.setup()

from django.db import OperationalError  # noqa: E402
from elastic_transport import TransportError  # noqa: E402
from elasticsearch import ApiError  # noqa: E402

from search.answering import read  # noqa: E402
from search.engines.base import Engine, EngineUnavailable  # noqa: E402
from search.engines.chosen import embedded_folder, server_store  # noqa: E402
from search.engines.elastic.engine import ElasticEngine  # noqa: E402
from search.engines.elastic.mapping import STATE_ID  # noqa: E402
from search.engines.elastic.state import read_state  # noqa: E402
from search.engines.embedded.engine import EmbeddedEngine  # noqa: E402
from search.engines.embedded.storage import Reader  # noqa: E402
from search.forms import SearchForm  # noqa: E402
from search.query import ServiceQuery  # noqa: E402
from tests.benchmarks.answering import plain  # noqa: E402
from tests.benchmarks.by_hand import by_hand  # noqa: E402
from tests.benchmarks.patience import PATIENCE  # noqa: E402
from tests.benchmarks.questions import Question, questions  # noqa: E402
from tests.benchmarks.together import Speed, speeds  # noqa: E402
from tests.benchmarks.wagtails import hits, page, wagtails_database, wagtails_elastic  # noqa: E402

SECONDS = 5.0
# Nobody waits longer than this for a page; of what is so slow a few questions say enough.
SLOW_LEAST = 5
SLOW = "postgresql hits", "postgresql page"
NO_ANSWER = (EngineUnavailable, OperationalError, TransportError, ApiError)


@dataclass(frozen=True)
class Asked:
    """A question as the address has it, and as it was understood, for those who are given that."""

    question: Question
    understood: ServiceQuery


def main() -> None:
    """Measure every way."""
    without_remembering()
    asked = [Asked(one, read(SearchForm(one.fields).to_query()).query) for one in questions()]
    every = ways()
    quick = {name: do for name, do in every.items() if name not in SLOW}
    slow = {name: do for name, do in every.items() if name in SLOW}
    found: dict[str, Speed] = speeds(quick, asked, SECONDS)
    found |= speeds(slow, asked, SECONDS, SLOW_LEAST, warm=1)
    print(json.dumps({name: asdict(speed) for name, speed in found.items()} | {"patience": 1000 * PATIENCE}))


def without_remembering() -> None:
    """Have the server forget whole answers: families do not ask the same hundred questions again and again."""
    store = server_store()
    assert store is not None
    found = f"{store.prefix}-*"
    store.client.indices.put_settings(index=found, settings={"index.requests.cache.enable": False})
    store.client.indices.clear_cache(index=found, request=True)


def ways() -> dict[str, Callable[[Asked], bool]]:
    """Every way of answering, by its name."""
    store = server_store()
    assert store is not None
    client, index = store.client.options(request_timeout=PATIENCE), store.read_alias
    known = read_state(client.get(index=index, id=STATE_ID)["_source"]["state"])
    elastic = ElasticEngine(client, index)
    embedded = EmbeddedEngine(Reader(embedded_folder()))
    wagtail, database = wagtails_elastic(PATIENCE), wagtails_database()
    found: dict[str, Callable[[Asked], object]] = {
        "by hand": lambda one: by_hand(client, index, one.understood, known),
        "elastic": lambda one: whole(elastic, one.question),
        "elastic plain": lambda one: elastic.search(plain(one.question)),
        "embedded": lambda one: whole(embedded, one.question),
        "wagtail hits": lambda one: hits(wagtail, one.question.words),
        "wagtail page": lambda one: page(wagtail, one.question.words),
        "postgresql hits": lambda one: hits(database, one.question.words),
        "postgresql page": lambda one: page(database, one.question.words),
    }
    return {name: patiently(do) for name, do in found.items()}


def whole(engine: Engine, question: Question) -> object:
    """As the results page asks: form, understanding, place, engine."""
    return engine.search(read(SearchForm(question.fields).to_query()).query)


def patiently(do: Callable[[Asked], object]) -> Callable[[Asked], bool]:
    """The same, but saying whether an answer came in time."""

    def asked(one: Asked) -> bool:
        try:
            do(one)
        except NO_ANSWER:
            return False
        return True

    return asked


if __name__ == "__main__":
    main()
