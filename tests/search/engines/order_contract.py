"""What comes first, one promise at a time: two services that differ in one thing, and the question that shows it."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from local_offer.places.place import Point
from search.query import Assumed, ServiceQuery
from tests.search.engines.contract import HITCHIN, ids
from tests.search.engines.made_up import TOWNS, a_service
from tests.search.engines.pinned_contract import PinnedContract

Facts = dict[str, Any]
SLEEP = Assumed(needs=(("sleep", 0.9),), leads=(("sleep", 0.9),))
MEETING = Assumed(leads=(("meeting-other-parents", 0.9),))
LONG_AGO = date.today() - timedelta(days=3000)


@dataclass(frozen=True)
class Promise:
    """For this question, a service with the facts of `first` comes before one with those of `later`."""

    name: str
    first: Facts
    later: Facts
    asked: Assumed = SLEEP
    both: Facts = field(default_factory=lambda: {"needs": frozenset({"sleep"})})
    query: ServiceQuery = ServiceQuery()


def needs(*slugs: str) -> Facts:
    return {"needs": frozenset(slugs)}


def kind(*slugs: str) -> Facts:
    return {"kind": frozenset(slugs)}


def areas(*codes: str) -> Facts:
    return {"areas": frozenset(codes)}


def text(words: str) -> Facts:
    return {"text": ((words, 1),)}


NOTHING: Facts = {}
PROMISES = [
    Promise(
        "the need itself before its whole topic",
        needs("sleep"),
        {"wide_needs": frozenset({"sleep"}), "diagnosis": "not_needed", "status": "open"},
        both={},
    ),
    Promise(
        "the whole topic before something else",
        {"wide_needs": frozenset({"sleep"})},
        NOTHING,
        Assumed(words=("violin",), leads=SLEEP.leads),
        both=text("violin"),
    ),
    Promise("the same need, and the words", text("violin"), text("robot"), replace(SLEEP, words=("violin",))),
    Promise(
        "a rare need before one that most meet",
        needs("toilet"),
        needs("school"),
        Assumed(leads=(("toilet", 0.9), ("school", 0.9))),
        both={},
    ),
    Promise(
        "a specialised service before a general one",
        needs("sleep"),
        needs("sleep", "toilet", "school", "work"),
    ),
    Promise(
        "both needs before one, though other things are done as well",
        needs("sleep", "toilet", "work", "travel", "college"),
        needs("sleep"),
        Assumed(leads=(("sleep", 0.9), ("toilet", 0.9))),
        both={},
    ),
    Promise("no diagnosis needed before not known", {"diagnosis": "not_needed"}, {"diagnosis": "unknown"}),
    Promise("not known before a diagnosis needed", {"diagnosis": "unknown"}, {"diagnosis": "needed"}),
    Promise(
        "ask yourself before a referral", {"referral": frozenset({"parent"})}, {"referral": frozenset({"gp"})}
    ),
    Promise("open before not known", {"status": "open"}, {"status": "unknown"}),
    Promise("somebody to talk to first", kind("helpline"), kind("therapy")),
    Promise("help before a website", kind("grant-or-benefit"), kind("information")),
    Promise("help before a club, where no club is asked for", kind("therapy"), kind("activity")),
    Promise("an assessment later, where none is asked for", kind("therapy"), kind("assessment")),
    Promise(
        "the kind of help that was named",
        kind("therapy"),
        kind("counselling"),
        Assumed(leads=SLEEP.leads, kind=("therapy",)),
    ),
    Promise(
        "what was wished for", {"cost": "free"}, {"cost": "paid"}, Assumed(leads=SLEEP.leads, cost=("free",))
    ),
    Promise(
        "while waiting, what a family may ask for itself",
        {"diagnosis": "not_needed", "referral": frozenset({"parent"}), "status": "unknown"},
        {"diagnosis": "not_needed", "referral": frozenset({"gp"}), "status": "open"},
        Assumed(leads=SLEEP.leads, status=frozenset({"waiting"})),
    ),
    Promise("for families before for staff only", NOTHING, kind("professional-only")),
    Promise(
        "for staff, what is for staff only",
        kind("professional-only"),
        NOTHING,
        Assumed(leads=SLEEP.leads, audience=("professionals",)),
    ),
    Promise("what does not refuse the need", NOTHING, {"refused_needs": frozenset({"sleep"})}),
    Promise(
        "ages that are known to fit",
        {"ages": (0, 25)},
        {"status": "open"},
        Assumed(leads=SLEEP.leads, ages=((4, 4),)),
    ),
    Promise(
        "made for this age", {"ages": (3, 5)}, {"ages": (0, 25)}, Assumed(leads=SLEEP.leads, ages=((4, 4),))
    ),
    Promise("without an age, what is for most ages", {"ages": (0, 25)}, {"ages": (17, 19)}),
    Promise(
        "at nursery: made for small children",
        {"ages": (0, 5)},
        {"ages": (0, 25)},
        Assumed(leads=SLEEP.leads, stages=((0, 4),)),
    ),
    Promise(
        "of a child: not known before for adults only",
        NOTHING,
        {"ages": (18, 25)},
        Assumed(leads=SLEEP.leads, stages=((0, 17),)),
    ),
    Promise(
        "at nursery: not known before for others",
        NOTHING,
        {"ages": (5, 25)},
        Assumed(leads=SLEEP.leads, stages=((0, 4),)),
    ),
    Promise(
        "no condition named: for all before for one",
        needs("meeting-other-parents", "work"),
        needs("meeting-other-parents", "hearing"),
        MEETING,
        both={},
    ),
    Promise(
        "another condition named",
        needs("meeting-other-parents", "autism", "work"),
        needs("meeting-other-parents", "hearing", "adhd"),
        Assumed(leads=(("meeting-other-parents", 0.9), ("autism", 0.05))),
        both={},
    ),
    Promise(
        "all of the words before one of them",
        text("violin garden"),
        {**text("violin"), "diagnosis": "not_needed"},
        Assumed(words=("violin", "garden")),
        both={},
    ),
    Promise("local before county", areas("dspl-1"), areas("county"), query=ServiceQuery(place=HITCHIN)),
    Promise(
        "known to serve us before not known", areas("county"), NOTHING, query=ServiceQuery(place=HITCHIN)
    ),
    Promise(
        "a place alone: the team of the area",
        {"is_someone_to_ask": True},
        NOTHING,
        Assumed(),
        both=areas("dspl-1"),
        query=ServiceQuery(place=HITCHIN),
    ),
    Promise(
        "near before far",
        {"venues": (TOWNS["town:Hitchin"],)},
        {"venues": (Point(51.81, -0.2),)},
        both={**needs("sleep"), **areas("county")},
        query=ServiceQuery(place=HITCHIN),
    ),
    Promise(
        "no place known: the county before one corner",
        areas("county"),
        areas("dspl-1"),
        both=needs("sleep", "toilet"),
    ),
    Promise("seen lately", {"updated": date.today()}, {"updated": LONG_AGO}),
]


class OrderContract(PinnedContract):
    """Each engine says how one is made."""

    @pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.name)
    def test_comes_first(self, promise: Promise) -> None:
        better, other = {**promise.both, **promise.first}, {**promise.both, **promise.later}
        others = [a_service(number, needs=frozenset({f"need-{number}", "school"})) for number in range(3, 9)]
        query = promise.query.having(assumed=promise.asked)
        for first in (1, 2):  # whichever is the older entry
            engine = self.an_engine([a_service(first, **better), a_service(3 - first, **other), *others])
            assert [one for one in ids(engine.search(query).hits) if one < 3] == [first, 3 - first]

    def test_what_answers_a_notion_comes_first_unless_it_is_for_staff_only(self) -> None:
        facts = text("garden")
        engine = self.an_engine(
            [a_service(1, **facts), a_service(2, **facts, **kind("professional-only")), a_service(3, **facts)]
        )
        family = Assumed(words=("garden",), meant=(2, 3))
        assert ids(engine.search(ServiceQuery(assumed=family)).hits) == [3, 1, 2]
        staff = replace(family, audience=("professionals",))
        assert ids(engine.search(ServiceQuery(assumed=staff)).hits) == [2, 3, 1]

    def test_a_service_that_is_asked_for_by_its_name_comes_first(self) -> None:
        engine = self.an_engine([a_service(1, **text("garden")), a_service(2, **text("robot"))])
        named = Assumed(words=("garden", "robot"), named=(2,))
        assert ids(engine.search(ServiceQuery(assumed=named)).hits) == [2, 1]
