"""What tests of counting share: an empty memory before and after, and a person's browser."""

from collections.abc import Iterator

import pytest
from django.test import Client

from search.unmet.counting import TALLY, WRITER


@pytest.fixture
def counting(site: None) -> Iterator[None]:
    """Nothing waits in memory from another test, and nothing is left for the next."""
    TALLY.take_counts(), TALLY.take_words()
    yield
    TALLY.take_counts(), TALLY.take_words()


@pytest.fixture
def family(counting: None) -> Client:
    """A browser as people have it."""
    return Client(headers={"user-agent": "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0"})


def write_all() -> None:
    """Everything that waits in memory, into the database."""
    WRITER.write()
