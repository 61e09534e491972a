"""The public site keeps nothing in a browser and lets nothing foreign in."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service
from tests.directory.made import a_service, signed_in, somebody_in

pytestmark = pytest.mark.usefixtures("site")


Seen = dict[str, Any]


def policy(answer: Any) -> dict[str, list[str]]:
    """The content security policy of a page, by directive."""
    parts = answer["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (part.split() for part in parts)}


def loaded_by(answer: Any) -> list[str]:
    """The addresses of all that a page brings with it."""
    page = answer.content.decode()
    return re.findall(r'<(?:script|img|link|source|iframe)\b[^>]*?(?:src|href|srcset)="([^"]+)"', page)


def test_the_pages_looked_at_are_the_pages_meant(seen: Seen) -> None:
    codes = {address: answer.status_code for address, answer in seen.items() if answer.status_code != 200}
    assert {address: code for address, code in codes.items() if code not in (302, 404)} == {}
    assert sorted(code for code in codes.values()) == [302, 404, 404, 404]


def test_public_pages_set_no_cookie(seen: Seen) -> None:
    for address, answer in seen.items():
        assert not answer.cookies, address
        assert "Cookie" not in answer.get("Vary", ""), address


def test_a_visitor_with_a_cookie_of_somebody_elses_is_welcome(client: Client) -> None:
    client.cookies["sessionid"] = "somebody-elses"
    assert client.get("/search/?q=sleep").status_code == 200


def test_public_pages_take_everything_from_this_site_and_run_nothing_inline(seen: Seen) -> None:
    for address, answer in seen.items():
        found = policy(answer)
        assert found["default-src"] == ["'self'"], address
        assert found["object-src"] == found["base-uri"] == found["frame-ancestors"] == ["'none'"], address
        assert found["form-action"] == ["'self'"], address
        assert set(found.get("img-src", [])) <= {"'self'", "data:"}, address
        assert "unsafe" not in str(found), address
        assert "*" not in str(found), address


def test_public_pages_hold_no_script_or_style_of_their_own(seen: Seen) -> None:
    for address, answer in seen.items():
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page), address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", page), address


def test_public_pages_load_nothing_from_another_site(seen: Seen) -> None:
    assert loaded_by(seen["/"])
    for address, answer in seen.items():
        assert not [one for one in loaded_by(answer) if re.match(r"(https?:)?//", one)], address


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_every_public_page_has_the_same_guards(seen: Seen, header: str, value: str) -> None:
    assert {
        address: answer.get(header) for address, answer in seen.items() if answer.get(header) != value
    } == {}


def test_pages_that_are_gone_and_moved_have_them_too(client: Client) -> None:
    service = a_service()
    service.slug = "sleep-well"
    service.save_revision().publish()
    Service.objects.get(pk=service.pk).retire("It closed.")
    for address in ("/services/larkfield-sleep-club/", "/services/sleep-well/"):
        answer = client.get(address)
        assert answer.status_code in (301, 410)
        assert "default-src 'self'" in answer["Content-Security-Policy"]
        assert not answer.cookies


def test_editors_pages_work_under_a_policy_of_their_own() -> None:
    editor = signed_in(somebody_in("Editors"))
    for address in (reverse("wagtailadmin_home"), reverse(Service.snippet_viewset.get_url_name("list"))):  # type: ignore[attr-defined]
        answer = editor.get(address)
        found = policy(answer)
        assert found["default-src"] == ["'self'"]
        assert found["frame-ancestors"] == ["'self'"]
        assert found["object-src"] == ["'none'"]
        loaded = re.findall(
            r'<(?:script|link)\b[^>]*?(?:src|href)="([^"]+)"', editor.get(address).content.decode()
        )
        assert loaded
        assert not [one for one in loaded if re.match(r"(https?:)?//", one)]


def test_the_page_to_sign_in_sets_only_what_it_needs(client: Client) -> None:
    answer = client.get(reverse("wagtailadmin_login"))
    assert set(answer.cookies) == {"csrftoken"}
    assert answer.cookies["csrftoken"]["httponly"]
    assert answer.cookies["csrftoken"]["samesite"] == "Lax"


def test_a_form_of_the_admin_cannot_be_sent_from_another_site() -> None:
    person = somebody_in("Editors")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(person)
    service = a_service()
    answer = browser.post(reverse("retire-service", args=[service.pk]), {"reason": "It closed."})
    assert answer.status_code == 403
    assert Service.objects.get(pk=service.pk).live


@pytest.mark.parametrize("method", ["put", "delete", "options", "head"])
@pytest.mark.parametrize(
    "address", ["/search/?q=sleep", "/something-is-wrong/", "/neurodiversity/", "/s/zzzzzz"]
)
def test_a_wrong_method_is_never_an_error_of_ours(client: Client, address: str, method: str) -> None:
    client.raise_request_exception = False
    assert getattr(client, method)(address).status_code < 500
