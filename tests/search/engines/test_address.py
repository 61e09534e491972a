"""SEARCH_URL names an engine, or the site says which part is wrong; a password is never repeated."""

from pathlib import Path

import pytest
from django.core.checks import run_checks

from search.engines.address import ElasticAddress, EmbeddedAddress, SearchAddressError, read_address

HOST = "http://search.example.org:9200"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("embedded:///srv/search", EmbeddedAddress(Path("/srv/search"))),
        ("elasticsearch://search.example.org/herts", ElasticAddress(HOST, "herts")),
        ("elasticsearch://search.example.org", ElasticAddress(HOST, "local-offer")),
        (
            "elasticsearch+https://name:p%2Fw%40@search.example.org:443/herts",
            ElasticAddress("https://search.example.org:443", "herts", user="name", password="p/w@"),
        ),
        (
            "elasticsearch://search.example.org/herts?api_key=abc",
            ElasticAddress(HOST, "herts", api_key="abc"),
        ),
        (
            "elasticsearch://search.example.org/herts?standby=/srv/own",
            ElasticAddress(HOST, "herts", standby=Path("/srv/own")),
        ),
        ("elasticsearch://[::1]:9201/herts", ElasticAddress("http://[::1]:9201", "herts")),
    ],
)
def test_an_address_is_read(url: str, address: object) -> None:
    assert read_address(url) == address


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "no part before"),
        ("solr://search.example.org", "solr"),
        ("embedded://folder", "whole path"),
        ("embedded:///", "whole path"),
        ("elasticsearch:///herts", "no host"),
        ("elasticsearch://h:many/herts", "port"),
        ("elasticsearch://h/Herts", "prefix"),
        ("elasticsearch://h/a/b", "prefix"),
        ("elasticsearch://h/herts?colour=red", "api_key, ca, standby"),
        ("elasticsearch://name@h/herts", "without a password"),
        ("elasticsearch://name:secret@h/herts?api_key=secret", "one of them"),
        ("elasticsearch+https://h/herts?ca=/nowhere.pem", "cannot be read"),
    ],
)
def test_a_wrong_address_says_which_part_and_what_one_looks_like(url: str, says: str) -> None:
    with pytest.raises(SearchAddressError) as wrong:
        read_address(url)
    assert says in str(wrong.value)
    assert "embedded:///" in str(wrong.value) or "elasticsearch+https://" in str(wrong.value)
    assert "secret" not in str(wrong.value)


def test_what_is_shown_of_an_address_holds_no_secret() -> None:
    assert "secret" not in repr(read_address("elasticsearch://name:secret@h/herts"))


def test_the_checks_name_a_wrong_setting(settings: pytest.MonkeyPatch) -> None:
    settings.SEARCH_URL = "solr://h"  # type: ignore[attr-defined]
    assert "search.E001" in {one.id for one in run_checks()}


def test_a_server_that_does_not_answer_is_a_warning_since_the_own_index_does(
    settings: pytest.MonkeyPatch,
) -> None:
    settings.SEARCH_URL = "elasticsearch://127.0.0.1:9/herts"  # type: ignore[attr-defined]
    [told] = [one for one in run_checks() if one.id == "search.W001"]
    assert "does not answer" in told.msg
