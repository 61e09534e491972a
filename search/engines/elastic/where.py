"""Whom services serve, as clauses: `directory/coverage.py` for an index."""

from functools import cached_property
from math import radians

from elasticsearch.dsl.query import Bool, Exists, GeoDistance, Query, Script, Terms

from local_offer.directory.coverage import REACH_MILES
from local_offer.places.area_codes import COUNTY, narrowness
from search.engines.elastic import mapping, script
from search.engines.elastic.clauses import either, term
from search.engines.elastic.state import State
from search.indexed import SOMEONE_TO_ASK
from search.query import ServiceQuery
from search.serving import EVERYWHERE, place_areas


class Where:
    """The clauses for the place of one question."""

    def __init__(self, query: ServiceQuery, state: State) -> None:
        self.given = query.place is not None and query.place.kind != COUNTY
        self.query = query
        self.widths: dict[str, int] = {}
        if self.given and query.place:
            areas = place_areas(query.place, state.towns).union(EVERYWHERE)
            self.widths = {area: narrowness(area) for area in sorted(areas)}

    @cached_property
    def covers(self) -> Query:
        """Names an area of the place that is not the whole county."""
        return Terms("areas", [area for area, width in self.widths.items() if width < narrowness(COUNTY)])

    @property
    def team(self) -> Query:
        """The team of the place. Of those that go by their venue, `filters` leave only what is near."""
        local = either(self.covers, term("reach", mapping.BY_VENUE))
        return Bool(filter=[local, term("options", SOMEONE_TO_ASK)])

    def filters(self) -> list[Query]:
        """Which services are shown at all."""
        if not self.given:
            return []
        reach = REACH_MILES if self.query.within is None else self.query.within
        by_venue = Bool(filter=[term("reach", mapping.BY_VENUE), self._exactly(reach)])
        found = [either(Terms("areas", list(self.widths)), by_venue, term("reach", mapping.NOT_SAID))]
        if self.query.within is not None:
            no_venue = Bool(must_not=[Exists(field="points")])
            found.append(either(no_venue, self._within(self.query.within)))
        return found

    def radians(self) -> dict[str, float]:
        """The place as the scripts take it."""
        assert self.query.place
        return {"lat": radians(self.query.place.point.lat), "lon": radians(self.query.place.point.lon)}

    def _within(self, miles: float) -> Query:
        """A venue within so many miles: roughly by the index, then to the inch."""
        assert self.query.place
        point = self.query.place.point
        around = {"lat": point.lat, "lon": point.lon}
        roughly = GeoDistance(points=around, distance=f"{miles * 1.02 + 0.1}mi")
        return Bool(filter=[roughly, self._exactly(miles)])

    def _exactly(self, miles: float) -> Query:
        """The same by the formula of the plain rule alone, for what something else narrows down."""
        return Script(script={"source": script.WITHIN, "params": {**self.radians(), "miles": miles}})
