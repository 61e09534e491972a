"""What every engine must do: answer what the plain rules say, for any services and any question."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from local_offer.core.facts import PageFacts
from local_offer.places.place import Place, Point, miles_between
from search.document import ServiceFacts
from search.engines.base import Engine
from search.facets import FACETS
from search.query import NEAREST, Assumed, ServiceQuery
from search.results import Facet, Hit
from tests.search.engines import plain_rules
from tests.search.engines.made_up import (
    LISTS,
    NEEDS,
    TOWNS,
    a_service,
    directories,
    every_hit,
    points,
    questions,
)

HITCHIN = Place(
    "Hitchin", "town", TOWNS["town:Hitchin"], frozenset({"county", "dspl-1", "town:Hitchin"}), "Hitchin"
)
slowly = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.differing_executors],
)
six_questions = st.lists(questions, min_size=1, max_size=6)


def ids(found: Sequence[Hit]) -> list[int]:
    return [one.id for one in found]


def _facets_are_true(facets: Sequence[Facet], directory: Sequence[ServiceFacts], query: ServiceQuery) -> None:
    """Each count is what choosing that value would give; what was chosen is shown, even if nobody has it."""
    shown = {facet.field: facet for facet in facets}
    for spec in FACETS:
        wanted = plain_rules.counts(directory, query, spec.field)
        labels = dict(spec.labels({name: tuple(pairs) for name, pairs in LISTS.labels.items()}))
        told = shown[spec.field].values if spec.field in shown else ()
        assert {one.value: one.count for one in told if one.count} == wanted
        assert {one.value for one in told if one.chosen} == set(query.chosen(spec.field)) & labels.keys()
        for one in told:
            assert one.label == labels[one.value]


class EngineContract:
    """What every engine must do; a class for each engine says how one is made."""

    @contextmanager
    def engine_of(
        self, services: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
    ) -> Iterator[Engine]:
        """An engine over an index of these, which is gone afterwards."""
        raise NotImplementedError
        yield

    @pytest.fixture(autouse=True)
    def _engines(self) -> Iterator[None]:
        with ExitStack() as self.engines:
            yield

    def an_engine(
        self, services: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
    ) -> Engine:
        """The same until the end of the test."""
        return self.engines.enter_context(self.engine_of(services, pages))

    @given(directories, six_questions)
    @slowly
    def test_the_engine_finds_what_the_plain_rules_find(
        self, directory: tuple[ServiceFacts, ...], asked: list[ServiceQuery]
    ) -> None:
        with self.engine_of(directory) as engine:
            for query in asked:
                wanted = [service.id for service in directory if plain_rules.answers(service, query)]
                event(f"found {min(len(wanted), 3)} or more")
                found = ids(every_hit(engine, query))
                assert sorted(found) == wanted
                assert engine.search(query).total == len(wanted)
                _facets_are_true(engine.search(query).facets, directory, query)
                if query.place is not None and query.sort == NEAREST:
                    in_order = [directory[number - 1] for number in found]
                    assert (near := plain_rules.nearness_of(in_order, query)) == sorted(near)

    @given(directories, questions)
    @settings(slowly, max_examples=15)
    def test_a_count_beside_a_choice_is_what_choosing_it_gives(
        self, directory: tuple[ServiceFacts, ...], query: ServiceQuery
    ) -> None:
        with self.engine_of(directory) as engine:
            for facet in engine.search(query).facets:
                for one in facet.values:
                    assert engine.search(query.having(**{facet.field: (one.value,)})).total == one.count

    @given(directories, questions)
    @settings(slowly, max_examples=15)
    def test_pages_of_an_answer_never_overlap_and_never_run_dry(
        self, directory: tuple[ServiceFacts, ...], query: ServiceQuery
    ) -> None:
        with self.engine_of(directory) as engine:
            found = ids(every_hit(engine, query))
            assert len(found) == len(set(found))
            assert found == ids(engine.search(replace(query, per_page=50)).hits)
            beyond = engine.search(query.at_page(400))
            assert beyond.page == beyond.page_count
            assert bool(beyond.hits) == bool(found)

    @given(st.lists(points, min_size=1, max_size=9, unique=True), points)
    @settings(slowly, max_examples=20)
    def test_of_any_number_of_venues_the_nearest_counts(self, venues: list[Point], home: Point) -> None:
        place = Place("Home", "sector", home, frozenset({"county"}), "Home")
        nearest = min(miles_between(home, venue) for venue in venues)
        with self.engine_of([a_service(venues=tuple(venues), areas=frozenset({"county"}))]) as engine:
            [hit] = engine.search(ServiceQuery(place=place)).hits
            assert hit.miles == round(nearest, 1)

    def test_the_ninth_venue_of_a_service_is_found_as_well_as_the_first(self) -> None:
        far = [Point(52.5 + number / 100, -1.5) for number in range(8)]
        engine = self.an_engine(
            [a_service(venues=(*far, Point(51.95, -0.285))), a_service(2, venues=tuple(far))]
        )
        found = engine.search(ServiceQuery(place=HITCHIN, within=2))
        assert ids(found.hits) == [1]
        assert found.hits[0].reasons == ("under half a mile",)

    def test_more_needs_and_areas_than_one_word_of_bits_holds_are_all_kept_apart(self) -> None:
        needs, areas = [f"n-{number}" for number in range(240)], [f"dspl-{number}" for number in range(360)]
        services = [
            a_service(number + 1, needs=frozenset({needs[number % 240]}), areas=frozenset({areas[number]}))
            for number in range(360)
        ]
        engine = self.an_engine(services)
        for number in (0, 61, 62, 63, 123, 124, 185, 186, 239):
            found = engine.search(ServiceQuery(need=(needs[number],)))
            assert ids(found.hits) == [one.id for one in services if needs[number] in one.needs]
        for area in (0, 61, 62, 247, 248, 359):
            place = Place("Here", "dspl", Point(51.8, -0.2), frozenset({areas[area]}), "Here")
            assert ids(engine.search(ServiceQuery(place=place)).hits) == [area + 1]

    @pytest.mark.parametrize(
        ("ages", "finds", "misses"),
        [
            ((None, 5), (0, 5), (6, 25)),
            ((16, None), (16, 25), (15, 0)),
            ((0, 25), (0, 25), ()),
            ((7, 7), (7,), (6, 8)),
            ((None, None), (0, 12, 25), ()),
        ],
    )
    def test_an_open_end_of_the_ages_is_open(
        self, ages: tuple, finds: tuple[int, ...], misses: tuple[int, ...]
    ) -> None:
        engine = self.an_engine([a_service(ages=ages)])
        assert all(engine.search(ServiceQuery(age=(year,))).total == 1 for year in finds)
        assert all(engine.search(ServiceQuery(age=(year,))).total == 0 for year in misses)

    def test_a_young_person_past_25_still_finds_what_goes_on_to_25(self) -> None:
        engine = self.an_engine([a_service(1, ages=(18, 25)), a_service(2, ages=(0, 18)), a_service(3)])
        assert sorted(ids(engine.search(ServiceQuery(assumed=Assumed(ages=((27, 27),)))).hits)) == [1, 3]

    def test_several_children_find_what_fits_any_of_them(self) -> None:
        engine = self.an_engine(
            [a_service(1, ages=(3, 5)), a_service(2, ages=(8, 12)), a_service(3, ages=(14, 18))]
        )
        assert sorted(ids(engine.search(ServiceQuery(age=(4, 9))).hits)) == [1, 2]

    def test_nearest_first_goes_by_venue_then_by_what_covers_us_then_asks(self) -> None:
        venue = Point(51.96, -0.285)
        services = [
            a_service(1),
            a_service(2, areas=frozenset({"national"})),
            a_service(3, areas=frozenset({"county"})),
            a_service(4, areas=frozenset({"dspl-1"})),
            a_service(5, areas=frozenset({"town:Hitchin"})),
            a_service(6, areas=frozenset({"county"}), venues=(Point(51.81, -0.029),)),
            a_service(7, venues=(venue,)),
        ]
        found = self.an_engine(services).search(ServiceQuery(place=HITCHIN, sort=NEAREST))
        assert ids(found.hits) == [7, 6, 5, 4, 3, 2, 1]

    def test_a_service_that_excludes_my_area_is_not_shown_however_near_it_is(self) -> None:
        here = (TOWNS["town:Hitchin"],)
        engine = self.an_engine(
            [a_service(1, areas=frozenset({"dspl-2"}), venues=here), a_service(2, venues=here)]
        )
        assert ids(engine.search(ServiceQuery(place=HITCHIN)).hits) == [2]

    def test_accents_apostrophes_and_slashes_do_not_hide_a_word(self) -> None:
        engine = self.an_engine([a_service(text=(("Café for parent/carer groups: she won’t sleep-in", 1),))])
        for word in ("cafe", "carer", "parents", "won't", "wont", "sleeping", "CAFÉ"):
            assert engine.search(ServiceQuery(assumed=Assumed(words=(word,)))).total == 1
        assert engine.search(ServiceQuery(assumed=Assumed(words=("tea",)))).total == 0

    @pytest.mark.parametrize(
        "typed", ["", "AND", "* OR *", '"', "a" * 5000, "\x00", "[a TO z]", "😴", "\u202e"]
    )
    def test_words_that_look_like_commands_are_only_words(self, typed: str) -> None:
        engine = self.an_engine([a_service(text=(("sleep", 1),))])
        assert engine.search(ServiceQuery(assumed=Assumed(words=(typed, "sleep")))).total == 1
        assert engine.search(ServiceQuery(assumed=Assumed(words=(typed,)))).total in (0, 1)

    def test_pages_are_found_beside_services_and_never_among_them(self) -> None:
        page = PageFacts("hub:sleep", "Sleep", "/sleep/", "", "Hub", "night and bed", needs=(NEEDS[0],))
        engine = self.an_engine([a_service(2, needs=frozenset({NEEDS[0]}))], [(1, page), (2, page)])
        found = engine.search(ServiceQuery(assumed=Assumed(leads=((NEEDS[0], 1.0),))))
        assert (found.total, ids(found.hits)) == (1, [2])
        assert [one.key for one in found.pages] == ["hub:sleep", "hub:sleep"]

    def test_an_index_of_nothing_answers_with_nothing(self) -> None:
        engine = self.an_engine([])
        found = engine.search(
            ServiceQuery(need=(NEEDS[0],), place=HITCHIN, sort=NEAREST, assumed=Assumed(words=("sleep",)))
        )
        assert (found.total, found.hits, found.pages, found.page_count) == (0, (), (), 1)
