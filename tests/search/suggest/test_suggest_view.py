"""The address that a box asks while somebody types."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(site: None, client: Client):
    return lambda typed: client.get(reverse("search-suggest"), {"q": typed})


def test_it_answers_with_a_label_a_word_for_what_it_is_and_an_address(ask):
    found = ask("sle").json()
    assert 1 <= len(found) <= 8
    assert all(set(one) == {"label", "kind", "url"} for one in found)
    assert {"label": "Sleep", "kind": "Search", "url": "/search/?q=Sleep"} in found


def test_every_address_leads_somewhere(ask, client: Client):
    for one in [*ask("sleep").json(), *ask("hitc").json(), *ask("sendi").json()]:
        assert client.get(one["url"]).status_code == 200, one


def test_nothing_of_it_is_kept(ask, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        answer = ask("wombat trouble")
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "wombat" not in caplog.text


def test_anything_at_all_is_answered(ask, client: Client):
    for typed in ("", "\x00", "💤", "' OR 1=1 --", "AND NOT *", "a" * 100_000, "שלום", "al1 3je"):
        assert ask(typed).status_code == 200
    assert client.get(reverse("search-suggest")).json() == []


def test_it_is_only_ever_asked(client: Client):
    assert client.post(reverse("search-suggest"), {"q": "sleep"}).status_code == 405


def test_without_a_script_the_box_is_a_plain_box(client: Client, site: None):
    page = client.get("/search/").content.decode()
    assert 'role="combobox"' not in page
    assert (
        '<ul class="lo-suggest" id="q-suggestions" role="listbox" aria-label="Suggestions" hidden></ul>'
        in page
    )
    assert f'data-suggest="{reverse("search-suggest")}"' in page
