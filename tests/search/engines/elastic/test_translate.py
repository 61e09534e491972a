"""Questions become the bodies that we mean, without any server."""

import json
from datetime import date
from typing import Any

import pytest

from local_offer.places.place import Place, Point
from search.engines.elastic import script, translate
from search.engines.elastic.state import State
from search.engines.elastic.translate import BASE, TOGETHER, apart, pages_body, services_body
from search.facets import FACETS
from search.query import NEAREST, Assumed, ServiceQuery
from search.ranking import WEIGHTS

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
                    "base": BASE,
                    "today": date(2026, 11, 24).toordinal(),
                    "ages": False,
                    "given": False,
                    "waiting": 0.0,
                    "wish_ask": 0.0,
                    "assessment": WEIGHTS.assessment,
                    "activity": WEIGHTS.activity,
                    "professional_only": WEIGHTS.professional_only,
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
    [words] = about["bool"]["should"]
    assert words == {
        "script_score": {
            "query": {"match": {"text": "sleep wont"}},
            "script": {
                "source": script.SATURATED,
                "params": {"weight": WEIGHTS.text, "half": WEIGHTS.text_half},
            },
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
    assert focus["script_score"]["script"]["source"] == script.FOCUS


def test_every_filter_is_counted_with_its_own_choice_left_out() -> None:
    told = body(cost=("free",), delivery=("online",))
    free, online = {"terms": {"options": ["cost:free"]}}, {"terms": {"options": ["delivery:online"]}}
    assert told["post_filter"] == {"bool": {"filter": [free, online]}}
    assert told["aggs"]["cost"]["filter"] == {"bool": {"filter": [online]}}
    assert told["aggs"]["delivery"]["filter"] == {"bool": {"filter": [free]}}
    assert told["aggs"]["kind"]["filter"] == {"bool": {"filter": [free, online]}}
    assert told["aggs"]["need"]["aggs"]["counts"]["terms"] == {
        "field": "topics",
        "include": ["sleep"],
        "size": 1,
    }
    assert set(told["aggs"]) == {spec.field for spec in FACETS} - {"outcome"}, (
        "a filter without choices is none"
    )


def test_a_place_shows_what_covers_it_what_is_near_and_what_says_nothing() -> None:
    filters = body(place=HITCHIN)["query"]["script_score"]["query"]["bool"]["filter"]
    covered, by_venue, nowhere = filters[1]["bool"]["should"]
    assert covered == {"terms": {"areas": ["county", "dspl-1", "national", "town:Hitchin"]}}
    assert by_venue["bool"]["must_not"] == [{"exists": {"field": "areas"}}]
    assert nowhere == {
        "bool": {"must_not": [{"exists": {"field": "areas"}}, {"exists": {"field": "points"}}]}
    }
    exact = by_venue["bool"]["filter"][0]["bool"]["filter"][1]["script"]["script"]
    assert exact["params"]["miles"] == 10


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
    assert pages_body(ServiceQuery(), WEIGHTS)["query"]["bool"]["must"] == [{"match_none": {}}]


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


def test_a_page_is_asked_in_two_searches_one_that_orders_and_one_that_counts() -> None:
    told = body(cost=("free",), assumed=Assumed(words=("sleep",)))
    hits, counts = apart(told)
    chosen = {"terms": {"options": ["cost:free"]}}
    assert hits["query"]["script_score"]["query"]["bool"]["filter"] == [
        {"term": {"what": "service"}},
        {"bool": {"filter": [chosen]}},
    ]
    assert "aggs" not in hits
    assert "post_filter" not in hits
    assert (counts["size"], counts["post_filter"]) == (0, {"bool": {"filter": [chosen]}})
    assert counts["query"]["bool"]["filter"][0] == {"term": {"what": "service"}}
    assert len(counts["query"]["bool"]["filter"]) == 2, "the words narrow the counts too"


def test_filters_that_count_the_same_services_are_counted_in_one_go() -> None:
    _, counts = apart(body())
    together = counts["aggs"][TOGETHER]["terms"]["include"]
    assert {value.split(":")[0] for value in together} == {
        "diagnosis",
        "referral",
        "cost",
        "delivery",
        "audience",
    }
    assert set(counts["aggs"]) == {TOGETHER, "need", "kind"}
