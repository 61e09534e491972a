"""Areas next to each other meet along one line, with neither gap nor overlap."""

from local_offer.dspl.outlines import outlines, size

SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]


def square(x: float, y: float) -> list[tuple[float, float]]:
    return [(x + left, y + top) for left, top in SQUARE]


def test_the_line_between_two_cells_of_one_area_is_not_drawn() -> None:
    ((ring,),) = outlines({1: [square(0, 0), square(1, 0)]}, tolerance=0.1).values()
    assert sorted(ring) == [(0, 0), (0, 1), (2, 0), (2, 1)]
    assert size(ring) == 2


def test_an_area_in_two_parts_has_its_largest_part_first() -> None:
    rings = outlines({1: [square(9, 0), square(0, 0), square(1, 0)]}, tolerance=0.1)[1]
    assert [size(ring) for ring in rings] == [2, 1]


def test_an_area_round_another_has_a_hole_where_the_other_is() -> None:
    around = [square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    drawn = outlines({1: around, 2: [square(1, 1)]}, tolerance=0.1)
    assert [size(ring) for ring in drawn[1]] == [9, 1]
    assert sorted(drawn[1][1]) == sorted(drawn[2][0])


def test_a_smoothed_line_is_the_same_for_both_its_areas() -> None:
    left = [(0.0, 0.0), (5.0, 0.0), (5.2, 1.0), (4.9, 2.0), (5.0, 3.0), (0.0, 3.0)]
    right = [(5.0, 0.0), (9.0, 0.0), (9.0, 3.0), (5.0, 3.0), (4.9, 2.0), (5.2, 1.0)]
    drawn = outlines({1: [left], 2: [right]}, tolerance=0.5)
    assert sorted(drawn[1][0]) == [(0, 0), (0, 3), (5, 0), (5, 3)]
    assert sorted(drawn[2][0]) == [(5, 0), (5, 3), (9, 0), (9, 3)]


def test_a_bend_of_more_than_the_tolerance_stays() -> None:
    bent = [(0.0, 0.0), (5.0, 0.0), (7.0, 1.5), (5.0, 3.0), (0.0, 3.0)]
    assert (7.0, 1.5) in outlines({1: [bent]}, tolerance=0.5)[1][0]
