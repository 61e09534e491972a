"""Joins cells into the outlines of areas, and smooths each line once for both sides, so that they meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import hypot

from local_offer.dspl.cells import Dot

Ring = list[Dot]
Edge = tuple[Dot, Dot]


def outlines(cells: Mapping[int, Iterable[Sequence[Dot]]], tolerance: float) -> dict[int, list[Ring]]:
    """The rings of each area, largest first, without edges inside it and bends of less than the tolerance."""
    rings = {area: _rings(_outer_edges(some)) for area, some in cells.items()}
    kept = _dots_to_keep([ring for some in rings.values() for ring in some], tolerance)
    thinned = {area: [[dot for dot in ring if dot in kept] for ring in some] for area, some in rings.items()}
    return {
        area: sorted((ring for ring in some if len(ring) > 2), key=size, reverse=True)
        for area, some in thinned.items()
    }


def size(ring: Sequence[Dot]) -> float:
    """The ground within a ring, in the square of its unit (the shoelace rule)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(ring))) / 2


def _edges(ring: Sequence[Dot]) -> list[Edge]:
    return list(zip(ring, [*ring[1:], *ring[:1]], strict=True))


def _outer_edges(cells: Iterable[Sequence[Dot]]) -> set[Edge]:
    """Edges that only one of the cells has. Two neighbours walk their common edge in opposite directions."""
    edges = {edge for corners in cells for edge in _edges(corners)}
    return {(start, end) for start, end in edges if (end, start) not in edges}


def _rings(edges: set[Edge]) -> list[Ring]:
    """The edges walked end to end, until each is used."""
    onward: dict[Dot, list[Dot]] = defaultdict(list)
    for start, end in sorted(edges):
        onward[start].append(end)
    rings = []
    for start in sorted(onward):
        while onward[start]:
            ring = [start]
            while (following := onward[ring[-1]].pop()) != start:
                ring.append(following)
            rings.append(ring)
    return rings


def _dots_to_keep(rings: Sequence[Ring], tolerance: float) -> set[Dot]:
    """Every dot where three lines meet, and those that the lines between them cannot do without."""
    neighbours: dict[Dot, set[Dot]] = defaultdict(set)
    for ring in rings:
        for start, end in _edges(ring):
            neighbours[start].add(end)
            neighbours[end].add(start)
    meetings = {dot for dot, others in neighbours.items() if len(others) > 2}
    kept = set(meetings)
    for ring in rings:
        for line in _lines(ring, meetings):
            kept.update(_thinned(min(line, line[::-1]), tolerance))
    return kept


def _lines(ring: Ring, meetings: set[Dot]) -> list[Ring]:
    """The ring cut where three lines meet; one that meets no other is cut in two halves."""
    cuts = [at for at, dot in enumerate(ring) if dot in meetings]
    if len(cuts) < 2:
        first = cuts[0] if cuts else ring.index(min(ring))
        cuts = sorted([first, ring.index(max(ring, key=lambda dot: _apart(dot, ring[first])))])
    turned = [*ring, *ring]
    return [
        turned[start : end + 1] for start, end in zip(cuts, [*cuts[1:], cuts[0] + len(ring)], strict=True)
    ]


def _thinned(line: Ring, tolerance: float) -> Ring:
    """The line without the dots that lie within the tolerance of it (the rule of Douglas and Peucker)."""
    if len(line) < 3:
        return line
    aside = [_aside(dot, line[0], line[-1]) for dot in line[1:-1]]
    furthest = max(range(len(aside)), key=aside.__getitem__)
    if aside[furthest] <= tolerance:
        return [line[0], line[-1]]
    at = furthest + 1
    return [*_thinned(line[: at + 1], tolerance)[:-1], *_thinned(line[at:], tolerance)]


def _aside(dot: Dot, start: Dot, end: Dot) -> float:
    """How far a dot lies from the straight line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if not length:
        return _apart(dot, start)
    return abs((dot[0] - start[0]) * down - (dot[1] - start[1]) * across) / length


def _apart(a: Dot, b: Dot) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])
