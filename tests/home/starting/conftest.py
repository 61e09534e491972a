"""The starting files as they are read, once for all tests here."""

import pytest

from home.starting.loading import checked_data
from home.starting.reading import StartingData


@pytest.fixture(scope="session")
def starting() -> StartingData:
    """What the files of this checkout say."""
    return checked_data()
