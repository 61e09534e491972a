"""The vocabulary of the starting tables, made once for each process, and a short way to ask it."""

from collections.abc import Callable

import pytest

from search.understanding.reading import Understanding
from search.understanding.understand import understand
from search.understanding.vocabulary import Vocabulary
from tests.search.understanding.starting_vocabulary import starting_vocabulary

Read = Callable[..., Understanding]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return starting_vocabulary()


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary) -> Read:
    """Reads one line; further words are keys that the family has taken away."""

    def read_line(text: str, *ignore: str) -> Understanding:
        return understand(text, vocabulary, frozenset(ignore))

    return read_line
