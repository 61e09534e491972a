"""Who is served where: the table of the rule as its cases, and what holds for any service and place."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from local_offer.directory.coverage import DISTANCES, REACH_MILES, Basis, Coverage, Fit, fit, nearness, reason
from local_offer.places.place import Place, Point, miles_between

HITCHIN_CENTRE, ROYSTON_CENTRE = Point(51.949, -0.285), Point(52.048, -0.024)
WATFORD_CENTRE = Point(51.655, -0.396)
TOWNS = {
    "town:Hitchin": HITCHIN_CENTRE,
    "town:Royston": ROYSTON_CENTRE,
    "town:Watford": WATFORD_CENTRE,
}
NORTH = frozenset({"county", "dspl-1", "district:north-hertfordshire", "nhs:east-and-north"})
HITCHIN = Place("Hitchin", "town", HITCHIN_CENTRE, NORTH | {"town:Hitchin"}, "Hitchin", ("dspl-1",))
# Two miles from Royston's centre, and not Royston.
VILLAGE = Place("Village", "town", Point(52.019, -0.024), NORTH | {"town:Village"}, "Village", ("dspl-1",))
EDGE = Place(
    "AL9 6",
    "sector",
    Point(51.745, -0.18),
    frozenset({"county", "dspl-5", "dspl-6", "district:welwyn-hatfield", "nhs:east-and-north"}),
    "AL9 6",
    ("dspl-6", "dspl-5"),
)
HARLOW = Place("Harlow", "town", Point(51.777, 0.112), frozenset(), "Harlow", outside="Essex County Council")
COUNTY = Place("Hertfordshire", "county", Point(51.82, -0.22), NORTH, "Hertfordshire")
AREA_NAMES = {
    "dspl-1": "North Herts",
    "dspl-5": "Welwyn Hatfield",
    "dspl-6": "Hertsmere",
    "district:north-hertfordshire": "North Hertfordshire",
    "nhs:east-and-north": "East and North Hertfordshire (NHS)",
    "town:Royston": "Royston",
    "town:Hitchin": "Hitchin",
}


def miles_north(of: Point, miles: float) -> Point:
    """A point so many miles north of another."""
    return Point(of.lat + miles / 69.09, of.lon)


def service(*areas: str, venues: tuple[Point, ...] = ()) -> Coverage:
    return Coverage.of(areas, venues, TOWNS)


NEAR, FAR = miles_north(HITCHIN_CENTRE, 2.1), miles_north(HITCHIN_CENTRE, 40)

# What the service says, the place, whether it is shown, and the words on its card.
TABLE = [
    (service("county"), HITCHIN, True, "covers all of Hertfordshire"),
    (service("county", venues=(FAR,)), HITCHIN, True, "covers all of Hertfordshire"),
    (service("county"), HARLOW, True, "covers all of Hertfordshire"),
    (service("national"), HITCHIN, True, "anywhere"),
    (service("national"), HARLOW, True, "anywhere"),
    (service("dspl-1"), HITCHIN, True, "your area: North Herts"),
    (service("dspl-2"), HITCHIN, False, "does not serve your area"),
    (service("dspl-1"), HARLOW, False, "does not serve your area"),
    (service("dspl-5"), EDGE, True, "your area: Welwyn Hatfield"),
    (service("dspl-6"), EDGE, True, "your area: Hertsmere"),
    (service("dspl-5", "dspl-6"), EDGE, True, "your area: Hertsmere"),
    (service("district:north-hertfordshire"), HITCHIN, True, "your area: North Hertfordshire"),
    (service("district:dacorum"), HITCHIN, False, "does not serve your area"),
    (service("nhs:east-and-north"), HITCHIN, True, "your area: East and North Hertfordshire (NHS)"),
    (service("nhs:south-and-west"), HITCHIN, False, "does not serve your area"),
    (service("town:Hitchin"), HITCHIN, True, "for Hitchin"),
    (service("town:Royston"), VILLAGE, True, "for Royston"),
    (service("town:Royston"), HITCHIN, False, "does not serve your area"),
    (service("town:Royston", "town:Hitchin"), HITCHIN, True, "for Hitchin"),
    (service("national", "county"), HITCHIN, True, "covers all of Hertfordshire"),
    (service("county", "nhs:east-and-north"), HITCHIN, True, "your area: East and North Hertfordshire (NHS)"),
    (
        service("nhs:east-and-north", "district:north-hertfordshire"),
        HITCHIN,
        True,
        "your area: North Hertfordshire",
    ),
    (service("district:north-hertfordshire", "dspl-1"), HITCHIN, True, "your area: North Herts"),
    (service("dspl-1", "town:Hitchin"), HITCHIN, True, "for Hitchin"),
    (service("dspl-2", "county"), HITCHIN, True, "covers all of Hertfordshire"),
    (service(venues=(NEAR,)), HITCHIN, True, "2.1 miles"),
    (service(venues=(FAR, NEAR)), HITCHIN, True, "2.1 miles"),
    (service(venues=(HITCHIN_CENTRE,)), HITCHIN, True, "under half a mile"),
    (service(venues=(miles_north(HITCHIN_CENTRE, 9.9),)), HITCHIN, True, "9.9 miles"),
    (service(venues=(miles_north(HITCHIN_CENTRE, 10.1),)), HITCHIN, False, "does not serve your area"),
    (service(), HITCHIN, True, "area not known: ask"),
    (service(), HARLOW, True, "area not known: ask"),
    (service("dspl-9", venues=(HITCHIN_CENTRE,)), HITCHIN, False, "does not serve your area"),
    (service("town:Watford", venues=(HITCHIN_CENTRE,)), HITCHIN, False, "does not serve your area"),
    (service("dspl-9"), None, True, ""),
    (service(venues=(FAR,)), None, True, ""),
    (service("dspl-9"), COUNTY, True, ""),
]


@pytest.mark.parametrize(("coverage", "place", "shown", "words"), TABLE)
def test_the_table_of_the_rule(coverage: Coverage, place: Place | None, shown: bool, words: str) -> None:
    found = fit(coverage, place)
    assert (found.served, reason(found, AREA_NAMES)) == (shown, words)


# The same with a distance chosen.
WITHIN = [
    (service("county", venues=(NEAR,)), 5, True, Basis.COUNTY),
    (service("county", venues=(NEAR,)), 2, False, Basis.NOT_SERVED),
    (service("county", venues=(FAR, NEAR)), 5, True, Basis.COUNTY),
    (service("county", venues=(FAR,)), 30, False, Basis.NOT_SERVED),
    (service("county"), 2, True, Basis.COUNTY),
    (service("national"), 2, True, Basis.ANYWHERE),
    (service("dspl-1"), 2, True, Basis.AREA),
    (service("dspl-1", venues=(FAR,)), 15, False, Basis.NOT_SERVED),
    (service("dspl-9", venues=(NEAR,)), 30, False, Basis.NOT_SERVED),
    (service(venues=(NEAR,)), 2, False, Basis.NOT_SERVED),
    (service(venues=(NEAR,)), 5, True, Basis.VENUE),
    (service(venues=(miles_north(HITCHIN_CENTRE, 14),)), 15, True, Basis.VENUE),
    (service(), 2, True, Basis.ASK),
]


@pytest.mark.parametrize(("coverage", "within", "shown", "basis"), WITHIN)
def test_near_us_leaves_out_what_meets_further_away_and_keeps_what_meets_nowhere(
    coverage: Coverage, within: int, shown: bool, basis: Basis
) -> None:
    found = fit(coverage, HITCHIN, within)
    assert (found.served, found.basis) == (shown, basis)


def test_a_town_serves_families_just_over_the_border_of_the_county() -> None:
    over = Place("x", "town", miles_north(ROYSTON_CENTRE, 2), frozenset(), "x", outside="another council")
    assert fit(service("town:Royston"), over).basis is Basis.TOWN


def test_a_town_reaches_three_miles_and_no_further() -> None:
    royston = service("town:Royston")
    for miles, shown in ((2.9, True), (3.1, False)):
        place = Place("x", "sector", miles_north(ROYSTON_CENTRE, miles), NORTH, "x")
        assert fit(royston, place).served is shown


def test_nearest_first_is_by_venue_then_what_covers_us_then_the_rest() -> None:
    services = {
        "two miles": service("county", venues=(NEAR,)),
        "here": service(venues=(HITCHIN_CENTRE,)),
        "far": service("county", venues=(FAR,)),
        "our town": service("town:Hitchin"),
        "county": service("county"),
        "anywhere": service("national"),
        "ask": service(),
        "elsewhere": service("dspl-9", venues=(HITCHIN_CENTRE,)),
    }
    order = sorted(services, key=lambda name: nearness(fit(services[name], HITCHIN)))
    assert order == ["here", "two miles", "far", "our town", "county", "anywhere", "ask", "elsewhere"]


def test_a_card_can_name_an_area_that_has_no_name_yet() -> None:
    assert reason(fit(service("town:Hitchin"), HITCHIN), {}) == "for Hitchin"


AREAS = st.sampled_from(
    ["county", "national", *(f"dspl-{number}" for number in range(1, 10)), *TOWNS]
    + ["district:north-hertfordshire", "district:dacorum", "nhs:east-and-north", "nhs:south-and-west"]
)
POINTS = st.builds(Point, st.floats(51.5, 52.2), st.floats(-0.8, 0.3))
COVERAGES = st.builds(Coverage.of, st.sets(AREAS, max_size=4), st.lists(POINTS, max_size=3), st.just(TOWNS))
PLACES = st.builds(
    lambda point, areas: Place("here", "town", point, frozenset(areas) - {"national"}, "here"),
    POINTS,
    st.sets(AREAS, max_size=6),
)
WITHINS = st.sampled_from([None, *DISTANCES])


@given(COVERAGES, AREAS, PLACES, WITHINS)
def test_to_serve_one_more_area_never_loses_a_family(
    coverage: Coverage, more: str, place: Place, within: int | None
) -> None:
    assume(coverage.areas)  # a service that says nothing of its area is offered by its venue until it does
    wider = Coverage.of(coverage.areas | {more}, coverage.venues, TOWNS)
    assert fit(wider, place, within).served >= fit(coverage, place, within).served


@given(COVERAGES, PLACES)
def test_what_covers_the_county_is_never_lost_by_giving_a_place(coverage: Coverage, place: Place) -> None:
    for wide in ("county", "national"):
        assert fit(Coverage.of(coverage.areas | {wide}, coverage.venues, TOWNS), place).served


@given(COVERAGES, PLACES, WITHINS)
def test_a_service_that_leaves_out_my_area_is_never_shown_however_near(
    coverage: Coverage, place: Place, within: int | None
) -> None:
    assume(coverage.areas and not coverage.areas & (place.areas | {"county", "national"}))
    assume(all(miles_between(place.point, centre) > 3 for _, centre in coverage.towns))
    next_door = Coverage.of(coverage.areas, [place.point], TOWNS)
    assert not fit(next_door, place, within).served


@given(COVERAGES, PLACES)
def test_to_go_further_never_loses_a_service(coverage: Coverage, place: Place) -> None:
    shown = [fit(coverage, place, within).served for within in DISTANCES]
    assert shown == sorted(shown)


@given(COVERAGES, PLACES, WITHINS)
def test_what_meets_nowhere_is_not_lost_by_a_distance(
    coverage: Coverage, place: Place, within: int | None
) -> None:
    nowhere = Coverage.of(coverage.areas, [], TOWNS)
    assert fit(nowhere, place, within) == fit(nowhere, place)


@given(COVERAGES, PLACES)
def test_another_venue_never_loses_a_family(coverage: Coverage, place: Place) -> None:
    for within in DISTANCES if coverage.venues else ():
        more = Coverage.of(coverage.areas, [*coverage.venues, place.point], TOWNS)
        assert fit(more, place, within).served >= fit(coverage, place, within).served


@given(COVERAGES, PLACES, WITHINS)
def test_a_fit_says_why_and_names_an_area_of_the_service(
    coverage: Coverage, place: Place, within: int | None
) -> None:
    found = fit(coverage, place, within)
    assert found.served == (found.basis is not Basis.NOT_SERVED)
    assert (found.area is not None) == (found.basis in (Basis.AREA, Basis.TOWN, Basis.COUNTY, Basis.ANYWHERE))
    assert found.area is None or found.area in coverage.areas
    assert reason(found, AREA_NAMES)
    if found.basis is Basis.VENUE:
        assert found.miles is not None
        assert found.miles <= (within or REACH_MILES)


@given(st.lists(st.tuples(COVERAGES, PLACES)), WITHINS)
def test_what_is_not_served_always_comes_last(
    pairs: list[tuple[Coverage, Place]], within: int | None
) -> None:
    fits: list[Fit] = sorted((fit(coverage, place, within) for coverage, place in pairs), key=nearness)
    served = [found.served for found in fits]
    assert served == sorted(served, reverse=True)
