"""On the judged searches and the real services, both engines give a family the same answer."""

import pytest

from search.document import lists_of_the_directory, service_facts, services_to_index
from search.engines.chosen import embedded_folder
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Reader
from search.published_pages import pages_to_index
from search.query import NEAREST
from tests.quality.judging import MEASURES, ask, judged_searches, understood
from tests.servers.elastic import an_elastic_engine


@pytest.mark.usefixtures("site")
def test_judged_searches_are_answered_alike() -> None:
    judged = judged_searches()
    readings = understood(judged)
    services = [service_facts(one) for one in services_to_index()]
    embedded = EmbeddedEngine(Reader(embedded_folder()))
    with an_elastic_engine(services, pages_to_index(), lists_of_the_directory()) as elastic:
        same = 0
        for one, reading in zip(judged, readings, strict=True):
            ours, theirs = embedded.search(reading.query), elastic.search(reading.query)
            assert (ours.total, ours.facets) == (theirs.total, theirs.facets), one.query
            same += [hit.id for hit in ours.hits[:3]] == [hit.id for hit in theirs.hits[:3]]
            nearest = reading.query.having(sort=NEAREST)
            near, also_near = embedded.search(nearest), elastic.search(nearest)
            assert [hit.miles for hit in near.hits] == [hit.miles for hit in also_near.hits], one.query
        assert same >= 0.95 * len(judged)
        gain = MEASURES["nDCG@10"]
        difference = gain(ask(judged, readings, embedded)) - gain(ask(judged, readings, elastic))
        assert abs(difference) < 0.02
