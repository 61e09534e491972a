"""People who sign in, for tests of the admin."""

import pytest
from django.test import Client

from tests.directory.made import signed_in, somebody_in


@pytest.fixture
def author(site: None) -> Client:
    """Somebody of a charity, who writes and submits."""
    return signed_in(somebody_in("Authors"))


@pytest.fixture
def editor(site: None) -> Client:
    """Somebody of the council, who publishes."""
    return signed_in(somebody_in("Editors"))
