"""The search keeps what it has reached on the judged searches, and is never worse than plain words.

`make quality` prints the whole score; these are the floors below which nothing may fall.
"""

from dataclasses import replace

import pytest

from local_offer.directory.publicity import public_services
from search.answering import answer
from search.engines.chosen import embedded_folder
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Reader
from search.query import Assumed, ServiceQuery
from search.ranking import WEIGHTS, Weights
from search.text import terms
from tests.quality.judging import MEASURES, Outcome, ask, judged_searches, plain, understood, urgency
from tests.quality.measures import mean, ndcg

pytestmark = pytest.mark.usefixtures("site")
FLOORS = {"nDCG@10": 0.72, "success@3": 0.87, "pages@3": 0.95, "age": 0.97, "place": 0.97, "status": 0.95}
WORDS_ALONE = Weights(**dict.fromkeys(vars(WEIGHTS), 0.0) | {"text": 1.0, "text_half": WEIGHTS.text_half})


def answered() -> list[Outcome]:
    judged = judged_searches()
    return ask(judged, understood(judged), ours())


def ours() -> EmbeddedEngine:
    return EmbeddedEngine(Reader(embedded_folder()))


def test_judged_searches_are_answered_as_well_as_ever() -> None:
    outcomes = answered()
    reached = {name: MEASURES[name](outcomes) for name in FLOORS}
    assert not {name: value for name, value in reached.items() if value < FLOORS[name]}, reached


def test_no_judged_search_comes_back_empty() -> None:
    assert [one.judged.query for one in answered() if not one.refs] == []


def test_hardly_a_service_for_another_age_or_area_is_among_the_first_five() -> None:
    assert MEASURES["wrong in 5"](answered()) <= 2


def test_every_urgent_search_is_seen_and_no_other() -> None:
    seen, urgent, false = urgency(answered())
    assert (seen, false) == (urgent, 0)


def test_ours_is_better_than_plain_words() -> None:
    judged = judged_searches()
    words = ask(judged, plain(judged), EmbeddedEngine(ours().reader, WORDS_ALONE))
    assert MEASURES["nDCG@10"](answered()) > MEASURES["nDCG@10"](words) + 0.2


def test_words_that_nothing_understands_find_no_less_than_plain_words_do() -> None:
    """With needs, ages and places taken away, what is left is the text search: its order must be as good."""
    judged = judged_searches()
    stripped = [
        replace(
            reading, query=replace(reading.query, place=None, assumed=Assumed(words=tuple(terms(one.query))))
        )
        for one, reading in zip(judged, understood(judged), strict=True)
    ]
    with_ours = ask(judged, stripped, ours())
    words = ask(judged, plain(judged), EmbeddedEngine(ours().reader, WORDS_ALONE))
    assert _gain(with_ours) >= _gain(words)


def test_every_starting_service_is_found_by_its_own_name() -> None:
    lost = []
    for service in public_services():
        hits = answer(ServiceQuery(text=service.name)).hits[:3]
        if service.pk not in [hit.id for hit in hits]:
            lost.append((service.name, [hit.name for hit in hits]))
    assert lost == []


def _gain(outcomes: list[Outcome]) -> float:
    return mean([ndcg(one.refs, one.judged.relevant) for one in outcomes])
