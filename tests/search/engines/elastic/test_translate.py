"""Questions become the bodies that we mean, without any server."""

import json
from datetime import date
from typing import Any

import pytest

from local_offer.places.place import Place, Point
from search.engines.elastic import counts, script, translate
from search.engines.elastic.counts import REST, facets
from search.engines.elastic.packing import packed_question
from search.engines.elastic.pages import pages_body
from search.engines.elastic.state import State
from search.engines.elastic.translate import services_body
from search.query import NEAREST, Assumed, ServiceQuery
from search.ranking import PAGES_SHOWN, WEIGHTS

STATE = State(
    towns={"town:Hitchin": Point(51.949, -0.285)},
    labels={"need": (("sleep", "Sleep"),), "kind": (("club", "Club"),), "outcome": ()},
    needs={"sleep": 10, "dyslexia": 1},
    services=100,
)
HITCHIN = Place(
    "Hitchin", "town", Point(51.949, -0.285), frozenset({"county", "dspl-1", "town:Hitchin"}), "Hitchin"
)


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translate, "today", lambda: date(2026, 11, 24))


def body(**asked: Any) -> dict[str, Any]:
    return services_body(ServiceQuery(**asked), STATE, WEIGHTS)


def test_a_question_about_everything_asks_for_every_service_in_order() -> None:
    told = body()
    assert told["query"] == {
        "script_score": {
            "query": {"bool": {"filter": [{"term": {"what": "service"}}]}},
            "script": {
                "source": script.scoring(WEIGHTS),
                "params": {
                    "asked": packed_question(
                        date(2026, 11, 24), (), no_assessment=True, not_to_do=True, for_families=True
                    ),
                    "sure": [],
                },
            },
        }
    }
    assert (told["from"], told["size"], told["track_total_hits"]) == (0, 20, True)
    assert told["sort"] == [{"_score": "desc"}, {"pk": "asc"}]
    assert "post_filter" not in told


def test_words_are_asked_as_terms_each_once_and_their_score_grows_ever_more_slowly() -> None:
    [about] = body(assumed=Assumed(words=("sleeping", "sleep", "won't")))["query"]["script_score"]["query"][
        "bool"
    ]["must"]
    words, every = about["bool"]["should"]
    assert every["constant_score"]["filter"] == {
        "match": {"text": {"query": "sleep wont", "operator": "and"}}
    }
    assert words == {
        "script_score": {
            "query": {"match": {"text": "sleep wont"}},
            "script": {"source": script.saturated(WEIGHTS.text, WEIGHTS.text_half)},
        }
    }
    assert about["bool"]["minimum_should_match"] == 1


def test_a_rare_need_is_worth_more_than_a_common_one() -> None:
    assert STATE.rarity("dyslexia") == 1.0
    assert STATE.rarity("sleep") == pytest.approx(0.5)
    [about] = body(assumed=Assumed(leads=(("sleep", 1.0), ("dyslexia", 1.0))))["query"]["script_score"][
        "query"
    ]["bool"]["must"]
    best, focus = about["bool"]["should"]
    boosts = {
        json.dumps(one["constant_score"]["filter"]): one["constant_score"]["boost"]
        for one in best["dis_max"]["queries"]
    }
    assert (
        boosts['{"term": {"needs": "dyslexia"}}']
        > boosts['{"term": {"needs": "sleep"}}']
        > boosts['{"term": {"wide": "sleep"}}']
    )
    assert focus["function_score"]["functions"] == [
        {"field_value_factor": {"field": "about", "modifier": "reciprocal"}}
    ]


def test_every_filter_is_counted_with_its_own_choice_left_out() -> None:
    told = body(cost=("free",), need=("sleep",))
    free, sleep = {"terms": {"options": ["cost:free"]}}, {"terms": {"topics": ["sleep"]}}
    assert told["post_filter"] == {"bool": {"filter": [sleep, free]}}
    assert told["aggs"]["cost"]["filter"] == {"bool": {"filter": [sleep]}}
    assert told["aggs"]["need"] == {
        "filter": {"bool": {"filter": [free]}},
        "aggs": {"counts": {"terms": {"field": "topics", "include": ["sleep"], "size": 1}}},
    }
    assert told["aggs"][REST]["filter"] == {"bool": {"filter": [sleep, free]}}
    assert set(told["aggs"]) == {"cost", "need", REST}


def test_filters_that_choose_nothing_are_counted_in_one_walk() -> None:
    assert body()["aggs"] == {REST: {"terms": {"field": "choices", "size": counts.MOST}}}


def test_a_filter_that_chooses_shows_its_own_counts_and_not_those_of_what_it_leaves() -> None:
    told = {
        REST: {
            "counts": {"buckets": [bucket("cost:free", 2), bucket("kind:club", 2), bucket("need:old", 1)]}
        },
        "cost": {"buckets": [bucket("cost:free", 2), bucket("cost:paid", 5)]},
    }
    shown = {one.field: one for one in facets(told, ServiceQuery(cost=("free",)), STATE)}
    assert {value.value: value.count for value in shown["cost"].values} == {"free": 2, "paid": 5}
    assert {value.value: value.count for value in shown["kind"].values} == {"club": 2}
    assert "need" not in shown, "what no list names any more is not shown"


def bucket(key: str, count: int) -> dict[str, Any]:
    return {"key": key, "doc_count": count}


def test_a_place_shows_what_covers_it_what_is_near_and_what_says_nothing() -> None:
    filters = body(place=HITCHIN)["query"]["script_score"]["query"]["bool"]["filter"]
    covered, by_venue, not_said = filters[1]["bool"]["should"]
    assert covered == {"terms": {"areas": ["county", "dspl-1", "national", "town:Hitchin"]}}
    reach, exactly = by_venue["bool"]["filter"]
    assert (reach, not_said) == ({"term": {"reach": "venue"}}, {"term": {"reach": "not said"}})
    assert exactly["script"]["script"]["params"]["miles"] == 10


def test_nearest_first_goes_by_venue_and_then_by_how_narrow_the_area_is() -> None:
    first, *then = body(place=HITCHIN, sort=NEAREST)["sort"]
    assert first["_script"]["script"]["source"] == script.NEARNESS
    assert first["_script"]["script"]["params"]["widths"] == {
        "town:Hitchin": 0,
        "dspl-1": 1,
        "county": 4,
        "national": 5,
    }
    assert then == [{"_score": "desc"}, {"pk": "asc"}]


def test_ages_past_25_mean_25_and_any_of_several_children_will_do() -> None:
    filters = body(assumed=Assumed(ages=((4, 4), (27, 30))))["query"]["script_score"]["query"]["bool"][
        "filter"
    ]
    assert filters[1]["bool"]["should"] == [
        {"range": {"ages": {"gte": 4, "lte": 4, "relation": "intersects"}}},
        {"range": {"ages": {"gte": 25, "lte": 25, "relation": "intersects"}}},
    ]


def test_nothing_asked_shows_no_pages() -> None:
    _, pages = pages_body(ServiceQuery(), WEIGHTS)["query"]["bool"]["should"]
    assert pages["bool"]["must"] == [{"match_none": {}}]


def test_the_state_of_the_index_comes_before_all_pages_and_takes_no_place_of_theirs() -> None:
    told = pages_body(ServiceQuery(assumed=Assumed(pinned_pages=("hub:sleep",))), WEIGHTS)
    state, pages = told["query"]["bool"]["should"]
    [pinned] = pages["bool"]["must"][0]["bool"]["should"]
    assert state["constant_score"]["filter"] == {"ids": {"values": ["state"]}}
    assert state["constant_score"]["boost"] > pinned["constant_score"]["boost"]
    assert told["size"] == PAGES_SHOWN + 1


def test_no_score_that_is_asked_for_is_below_nothing() -> None:
    """Elasticsearch refuses those."""
    query = ServiceQuery(
        place=HITCHIN,
        assumed=Assumed(
            words=("sleep",),
            needs=(("sleep", 1.0),),
            leads=(("sleep", 1.0),),
            cost=("free",),
            meant=(3,),
            pinned=(4,),
        ),
    )
    said = json.dumps([services_body(query, STATE, WEIGHTS), pages_body(query, WEIGHTS)])
    assert '"boost": -' not in said
