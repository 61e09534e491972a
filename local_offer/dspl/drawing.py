"""The map of the nine areas as a drawing: shapes, a number in each, and where the middle of each area is.

Drawn once, by `manage.py draw_area_map`, and kept in `county_map.json`: a page only reads it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from local_offer.dspl.cells import Dot, cell, centres, on_the_ground
from local_offer.dspl.outlines import Ring, outlines
from local_offer.places.likely_areas import counted
from local_offer.places.place import Point
from local_offer.places.rows import PlaceNameRow, SectorRow

# The units of the drawing across the county: as many as there are pixels on a small phone.
WIDTH = 320
MARGIN = 4
# Bends of less than this are smoothed away: the true line is less sure than that.
TOLERANCE_KM = 0.3
# How much a number's place by the families of its area counts beside the room round it.
NEARNESS = 0.25


@dataclass(frozen=True)
class Frame:
    """The paper: which corner of the ground it begins at, and how many units a km is on it."""

    left: float
    top: float
    units_per_km: float
    width: int
    height: int

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"

    def at(self, dot: Dot) -> tuple[int, int]:
        """Where on the paper a dot of the ground is drawn, in whole units."""
        return (
            MARGIN + round((dot[0] - self.left) * self.units_per_km),
            MARGIN + round((dot[1] - self.top) * self.units_per_km),
        )


@dataclass(frozen=True)
class Drawing:
    """The map: rings of each area in units of the paper, a spot for its number, its middle in degrees."""

    frame: Frame
    shapes: dict[int, list[list[tuple[int, int]]]]
    labels: dict[int, tuple[int, int]]
    centres: dict[int, Point]

    def where(self, point: Point) -> tuple[int, int]:
        """Where on the paper a point of the county is."""
        return self.frame.at(on_the_ground(point))

    def as_json(self) -> dict[str, Any]:
        """What the file holds, and a page reads."""
        return {
            "view_box": self.frame.view_box,
            "cells": [
                {
                    "number": area,
                    "path": path(rings),
                    "label_x": self.labels[area][0],
                    "label_y": self.labels[area][1],
                }
                for area, rings in sorted(self.shapes.items())
            ],
            "centres": {
                str(area): [round(at.lat, 4), round(at.lon, 4)] for area, at in sorted(self.centres.items())
            },
        }


def draw(sectors: Sequence[SectorRow], towns: Sequence[PlaceNameRow]) -> Drawing:
    """The map that these tables make."""
    everywhere = centres(sectors, towns)
    cells: dict[int, list[list[Dot]]] = {}
    for centre in everywhere:
        if centre.area is not None:
            cells.setdefault(centre.area, []).append(cell(centre, everywhere))
    ground = outlines(cells, TOLERANCE_KM)
    frame = frame_round(dot for rings in ground.values() for ring in rings for dot in ring)
    shapes = {area: [on_paper(ring, frame) for ring in rings] for area, rings in ground.items()}
    middles = {area: middle_of(area, sectors) for area in ground}
    labels = {
        area: frame.at(spot_for_number(rings[0], on_the_ground(middles[area])))
        for area, rings in ground.items()
    }
    return Drawing(frame, shapes, labels, middles)


def frame_round(dots: Iterable[Dot]) -> Frame:
    """The paper that all the dots fit on, with a margin."""
    across, down = zip(*dots, strict=True)
    units_per_km = (WIDTH - 2 * MARGIN) / (max(across) - min(across))
    height = round((max(down) - min(down)) * units_per_km) + 2 * MARGIN
    return Frame(min(across), min(down), units_per_km, WIDTH, height)


def on_paper(ring: Ring, frame: Frame) -> list[tuple[int, int]]:
    """A ring in whole units; dots that fall on one spot are drawn once."""
    return list(dict.fromkeys(map(frame.at, ring)))


def path(rings: Iterable[Sequence[tuple[int, int]]]) -> str:
    """Rings as the text of an SVG path, each step counted from the last dot.

    >>> path([[(10, 10), (20, 10), (15, 30)]])
    'M10 10l10 0-5 20z'
    """
    return "".join(_ring_path(ring) for ring in rings)


def _ring_path(ring: Sequence[tuple[int, int]]) -> str:
    (left, top), *_ = ring
    steps = [f"{x - was_x} {y - was_y}" for (was_x, was_y), (x, y) in zip(ring, ring[1:], strict=False)]
    return f"M{left} {top}l{' '.join(steps)}z".replace(" -", "-")


def spot_for_number(ring: Ring, families: Dot, steps: int = 40) -> Dot:
    """A dot inside a ring, far from its line and not far from most families; a fortieth of its size exact."""
    across, down = zip(*ring, strict=True)
    left, top, wide, high = min(across), min(down), max(across) - min(across), max(down) - min(down)
    grid = [(left + wide * i / steps, top + high * j / steps) for i in range(steps) for j in range(steps)]
    inside = (dot for dot in grid if within(dot, ring))
    return max(
        inside,
        key=lambda dot: _room(dot, ring) - NEARNESS * hypot(dot[0] - families[0], dot[1] - families[1]),
    )


def within(dot: Dot, ring: Sequence[Dot]) -> bool:
    """Whether a dot lies inside a ring: a line from it to the right meets the ring an odd number of times."""
    x, y = dot
    crossings = [
        x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (a[1] > y) != (b[1] > y)
    ]
    return sum(crossings) % 2 == 1


def _room(dot: Dot, ring: Ring) -> float:
    return min(_distance(dot, a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _distance(dot: Dot, start: Dot, end: Dot) -> float:
    """From a dot to the nearest dot of an edge."""
    across, down = end[0] - start[0], end[1] - start[1]
    along = ((dot[0] - start[0]) * across + (dot[1] - start[1]) * down) / (across**2 + down**2)
    share = min(1.0, max(0.0, along))
    return hypot(dot[0] - start[0] - share * across, dot[1] - start[1] - share * down)


def middle_of(area: int, rows: Iterable[SectorRow]) -> Point:
    """The mean of the sectors' middles, each counted by its postcodes there: families, not fields."""
    weighed = [(counted(row["dspl_counts"]).get(str(area), 0), row["lat"], row["lon"]) for row in rows]
    postcodes = sum(weight for weight, _, _ in weighed)
    return Point(
        sum(weight * lat for weight, lat, _ in weighed) / postcodes,
        sum(weight * lon for weight, _, lon in weighed) / postcodes,
    )
