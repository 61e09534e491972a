"""The embedded engine keeps the contract."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from local_offer.core.facts import PageFacts
from search.document import ServiceFacts
from search.engines.base import Engine
from tests.search.engines.made_up import AREAS, an_engine
from tests.search.engines.order_contract import OrderContract


class TestEmbeddedEngine(OrderContract):
    """With an index in a folder."""

    @contextmanager
    def engine_of(
        self, services: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
    ) -> Iterator[Engine]:
        """An index that is taken away with its folder."""
        with TemporaryDirectory() as folder:
            yield an_engine(Path(folder), services, pages)


def test_every_area_code_of_the_made_up_county_is_tried() -> None:
    """So that the rules above were asked about each kind of area."""
    assert {code.split(":")[0].split("-")[0] for code in AREAS} == {
        "county",
        "national",
        "dspl",
        "district",
        "nhs",
        "town",
    }
