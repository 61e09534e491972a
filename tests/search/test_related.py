"""What a need leads to, and what counts more when several things are asked for at once."""

import pytest

from search.query import Assumed, ServiceQuery
from search.related import asked_conditions, spread

PARENTS = {
    "autism": "autism-and-social-differences",
    "learning-disability": "learning",
    "sports": "things-to-do",
}


@pytest.mark.parametrize("condition", ["autism", "learning-disability", "physical-disability", "hearing"])
def test_what_is_asked_for_counts_more_than_the_condition_named_beside_it(condition: str) -> None:
    found = dict(spread([(condition, 1.0), ("sports", 0.9)], PARENTS, {}))
    assert found["sports"] > found[condition]


def test_a_condition_alone_counts_in_full_also_beside_its_own_topic() -> None:
    found = dict(spread([("learning-disability", 0.9), ("learning", 0.8)], PARENTS, {}))
    assert found["learning-disability"] == 0.9


def test_a_condition_that_a_need_leads_to_counts_as_asked_for() -> None:
    leads = spread([("sleep", 1.0)], {}, {"sleep": [("adhd", 0.35)]})
    assert asked_conditions(ServiceQuery(assumed=Assumed(leads=leads))) == ("adhd",)
