"""Answers the judged searches with both of our engines and with both of Wagtail's, and prints their scores as JSON.

`python -m tests.benchmarks.judging_servers`, on a site with the starting data alone: those are what was judged.
"""

import json
from collections.abc import Callable, Sequence

import django

django.setup()

from search.answering import read  # noqa: E402
from search.engines.base import Engine  # noqa: E402
from search.engines.chosen import embedded_folder, server_store  # noqa: E402
from search.engines.elastic.engine import ElasticEngine  # noqa: E402
from search.engines.embedded.engine import EmbeddedEngine  # noqa: E402
from search.engines.embedded.storage import Reader  # noqa: E402
from search.query import ServiceQuery  # noqa: E402
from tests.benchmarks.wagtails import build, hits, wagtails_database, wagtails_elastic  # noqa: E402
from tests.quality.judging import SHOWN, judged_searches  # noqa: E402
from tests.quality.measures import Judged, mean, ndcg, success  # noqa: E402

Answers = Callable[[str], Sequence[str]]


def main() -> None:
    """Score every way."""
    judged, wagtail, database = judged_searches(), wagtails_elastic(), wagtails_database()
    store = server_store()
    assert store is not None
    build(wagtail)
    elastic = ElasticEngine(store.client, store.read_alias)
    embedded = EmbeddedEngine(Reader(embedded_folder()))
    answers: dict[str, Answers] = {
        "elastic": lambda words: ours(elastic, words),
        "embedded": lambda words: ours(embedded, words),
        "wagtail": lambda words: [one.ref for one in hits(wagtail, words)],
        "postgresql": lambda words: [one.ref for one in hits(database, words)],
    }
    print(json.dumps({name: scores(judged, of) for name, of in answers.items()}))


def ours(engine: Engine, words: str) -> Sequence[str]:
    """The services found, best first, by whole searches."""
    found = engine.search(read(ServiceQuery(text=words, per_page=SHOWN)).query)
    return [hit.ref for hit in found.hits]


def scores(judged: Sequence[Judged], answers: Answers) -> dict[str, float]:
    """How good the answers are."""
    found = [(answers(one.query), one.relevant) for one in judged]
    return {
        "nDCG@10": mean([ndcg(refs, grades) for refs, grades in found]),
        "success@3": mean([success(refs, grades, 3) for refs, grades in found]),
    }


if __name__ == "__main__":
    main()
