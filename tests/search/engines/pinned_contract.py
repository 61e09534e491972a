"""What editors put first comes first in their order, and never to a family that it does not serve."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_offer.core.facts import PageFacts
from search.document import ServiceFacts
from search.query import BEST, Assumed, ServiceQuery
from tests.search.engines import plain_rules
from tests.search.engines.contract import EngineContract
from tests.search.engines.made_up import a_service, directories, every_hit, questions

pins = st.lists(st.integers(1, 16), min_size=1, max_size=5, unique=True).map(tuple)
slowly = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.differing_executors],
)


def allowed(directory: Sequence[ServiceFacts], query: ServiceQuery) -> set[int]:
    """The services that fit this child, place and choice, whatever the words are about."""
    about_everything = replace(query, age=(), assumed=Assumed(ages=query.ages))
    return {one.id for one in directory if plain_rules.answers(one, about_everything)}


class PinnedContract(EngineContract):
    """Each engine says how one is made."""

    @given(directories, questions, pins)
    @slowly
    def test_what_is_pinned_is_found_besides_if_age_place_and_filters_allow(
        self, directory: tuple[ServiceFacts, ...], query: ServiceQuery, pinned: tuple[int, ...]
    ) -> None:
        with_pins = replace(query, assumed=replace(query.assumed, pinned=pinned), sort=BEST)
        with self.engine_of(directory) as engine:
            plain = {hit.id for hit in every_hit(engine, query)}
            found = [hit.id for hit in every_hit(engine, with_pins)]
            first = [pk for pk in pinned if pk in allowed(directory, query)]
            assert found[: len(first)] == first
            assert set(found) == plain | set(first)
            assert engine.search(with_pins).total == len(found)

    @given(directories, questions)
    @settings(slowly, max_examples=10)
    def test_the_others_keep_their_order(
        self, directory: tuple[ServiceFacts, ...], query: ServiceQuery
    ) -> None:
        with self.engine_of(directory) as engine:
            plain = [hit.id for hit in every_hit(engine, replace(query, sort=BEST))]
            if len(plain) < 2:
                return
            last = plain[-1]
            pinned = replace(query, sort=BEST, assumed=replace(query.assumed, pinned=(last,)))
            assert [hit.id for hit in every_hit(engine, pinned)] == [last, *plain[:-1]]

    def test_the_card_says_that_people_picked_it(self) -> None:
        engine = self.an_engine([a_service(1), a_service(2)])
        first, second = engine.search(ServiceQuery(assumed=Assumed(pinned=(2,)))).hits
        assert (first.id, first.reasons[0]) == (2, "picked by our team")
        assert "picked by our team" not in second.reasons

    def test_pinned_pages_come_first_in_their_order_and_others_after_them(self) -> None:
        pages = [
            (
                1,
                PageFacts(
                    key="hub:sleep",
                    title="Sleep",
                    url="/1/",
                    summary="",
                    section="",
                    text="",
                    needs=("sleep",),
                ),
            ),
            (2, PageFacts(key="guide:one", title="One", url="/2/", summary="", section="", text="")),
            (3, PageFacts(key="guide:two", title="Two", url="/3/", summary="", section="", text="")),
        ]
        engine = self.an_engine([a_service(needs=frozenset({"sleep"}))], pages)
        asked = Assumed(needs=(("sleep", 1.0),), leads=(("sleep", 1.0),))
        assert [page.key for page in engine.search(ServiceQuery(assumed=asked)).pages] == ["hub:sleep"]
        asked = replace(asked, pinned_pages=("guide:two", "guide:one", "guide:gone"))
        found = engine.search(ServiceQuery(assumed=asked)).pages
        assert [page.key for page in found] == ["guide:two", "guide:one", "hub:sleep"]
