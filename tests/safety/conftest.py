"""Every kind of public page, fetched once for all the tests that only look."""

from typing import Any

import pytest
from django.test import Client

from tests.safety.pages import public_addresses


@pytest.fixture(scope="module")
def seen(django_db_setup: None, django_db_blocker: Any) -> dict[str, Any]:
    """What a new visitor is sent, by address."""
    with django_db_blocker.unblock():
        return {address: Client().get(address) for address in public_addresses()}
