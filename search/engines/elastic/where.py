"""Whom services serve, as clauses: `directory/coverage.py` for an index."""

from math import radians

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from local_offer.directory.coverage import REACH_MILES
from local_offer.places.area_codes import COUNTY, narrowness
from search.engines.elastic import script
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
            areas = place_areas(query.place, dict(state.towns)).union(EVERYWHERE)
            self.widths = {area: narrowness(area) for area in sorted(areas)}

    @property
    def by_venue(self) -> Query:
        """No area is named, and a venue is within reach."""
        reach = REACH_MILES if self.query.within is None else self.query.within
        return Q("bool", must_not=[Q("exists", field="areas")], filter=[self.within(reach)])

    @property
    def local(self) -> Query:
        """Serves the place, and not the whole county."""
        narrow = [area for area, width in self.widths.items() if width < narrowness(COUNTY)]
        return Q("bool", should=[Q("terms", areas=narrow), self.by_venue], minimum_should_match=1)

    @property
    def team(self) -> Query:
        """The team of the place."""
        return Q("bool", filter=[self.local, Q("term", options=SOMEONE_TO_ASK)])

    def filters(self) -> list[Query]:
        """Which services are shown at all."""
        if not self.given:
            return []
        nowhere = Q("bool", must_not=[Q("exists", field="areas"), Q("exists", field="points")])
        fits = [Q("terms", areas=list(self.widths)), self.by_venue, nowhere]
        found = [Q("bool", should=fits, minimum_should_match=1)]
        if self.query.within is not None:
            none = Q("bool", must_not=[Q("exists", field="points")])
            found.append(Q("bool", should=[none, self.within(self.query.within)], minimum_should_match=1))
        return found

    def within(self, miles: float) -> Query:
        """A venue within so many miles: roughly by the index, then to the inch by the formula of the plain rule."""
        assert self.query.place
        point = self.query.place.point
        around = {"lat": point.lat, "lon": point.lon}
        roughly = Q("geo_distance", distance=f"{miles * 1.02 + 0.1}mi", points=around)
        exactly = Q("script", script={"source": script.WITHIN, "params": {**self.radians(), "miles": miles}})
        return Q("bool", filter=[roughly, exactly])

    def radians(self) -> dict[str, float]:
        """The place as the scripts take it."""
        assert self.query.place
        return {"lat": radians(self.query.place.point.lat), "lon": radians(self.query.place.point.lon)}
