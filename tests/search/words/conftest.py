"""Somebody who keeps the words of the search, and words that are read anew for each test."""

from collections.abc import Iterator
from math import inf

import pytest
from django.contrib.auth.models import User
from django.test import Client

from search import vocabulary
from tests.directory.made import signed_in, somebody_in


@pytest.fixture
def words(site: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The words of a fresh machine; what a test changes is read when it says so, and forgotten with it.

    A test works in a transaction that no other connection sees, so the thread that reads words anew would read the
    old ones; journeys see it at work in a served site.
    """
    monkeypatch.setattr(vocabulary, "ASK_AFTER", inf)
    fresh = vocabulary.current_lexicon()
    yield
    if vocabulary.current_lexicon() is not fresh:
        vocabulary.forget_vocabulary()


@pytest.fixture
def editor(words: None) -> Client:
    """Somebody of the council."""
    return signed_in(somebody_in("Editors"))


@pytest.fixture
def keeper(words: None) -> Client:
    """Somebody who may do everything."""
    return signed_in(User.objects.create_superuser("keeper"))
