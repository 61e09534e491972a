"""Slugs become bits and stay the same bits for as long as an index lives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.embedded.bits import Bits, TooManySlugs
from search.engines.embedded.schema import BITS, LISTS

slugs = st.frozensets(st.integers(0, LISTS["needs"] * BITS - 1).map("need-{}".format), max_size=80)


def has(bits: Bits, words: list[int], slug: str) -> bool:
    mask = bits.mask("needs", [slug])
    return bool(np.any(np.array(words, dtype=np.int64) & mask))


@given(st.lists(slugs, max_size=4), slugs)
def test_a_service_has_the_needs_that_were_written_and_no_others(
    services: list[frozenset[str]], asked: frozenset[str]
) -> None:
    bits = Bits()
    written = [(needs, bits.write("needs", needs)) for needs in services]
    for needs, words in written:
        for slug in asked | needs:
            assert has(bits, words, slug) == (slug in needs)


@given(st.lists(slugs, max_size=4))
def test_what_was_written_earlier_reads_the_same_after_more_slugs_came(
    services: list[frozenset[str]],
) -> None:
    bits, later = Bits(), Bits()
    for needs in services:
        words = bits.write("needs", needs)
        later = Bits({name: list(known) for name, known in bits.slugs.items()})
        assert later.write("needs", needs) == words
    assert later.slugs == bits.slugs


def test_words_of_bits_fit_in_a_column_of_whole_numbers() -> None:
    bits = Bits()
    words = bits.write("needs", [f"need-{number}" for number in range(LISTS["needs"] * BITS)])
    assert all(0 < word < 1 << 63 for word in words)


def test_a_need_is_the_same_need_whether_served_widened_or_refused() -> None:
    bits = Bits()
    assert bits.write("needs", ["sleep"]) == bits.write("wide", ["sleep"]) == bits.write("refused", ["sleep"])


def test_a_slug_that_nobody_has_is_no_bit() -> None:
    assert not Bits().mask("needs", ["unheard-of"]).any()


def test_one_slug_too_many_says_what_to_raise_and_where() -> None:
    bits, size = Bits(), LISTS["needs"] * BITS
    bits.write("needs", [f"need-{number}" for number in range(size)])
    with pytest.raises(TooManySlugs, match=f"More than {size} different needs: raise its size in schema.py"):
        bits.write("needs", ["one-more"])
