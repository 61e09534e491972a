"""The public site keeps nothing in a browser and lets nothing foreign in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service
from tests.directory.made import a_service, signed_in, somebody_in
from tests.safety.pages import PUBLIC, public_addresses

pytestmark = pytest.mark.usefixtures("site")


def policy(client: Client, address: str) -> dict[str, list[str]]:
    """The content security policy of a page, by directive."""
    header = client.get(address)["Content-Security-Policy"]
    return {name: sources for name, *sources in (part.split() for part in header.split(";"))}


def test_public_pages_set_no_cookie(client: Client) -> None:
    for address in public_addresses():
        answer = client.get(address)
        assert not answer.cookies, address
        assert "Cookie" not in answer.get("Vary", ""), address
    assert not client.cookies


def test_a_visitor_who_is_signed_in_elsewhere_needs_no_session_here(client: Client) -> None:
    client.cookies["sessionid"] = "somebody-elses"
    for address in ("/", "/search/?q=sleep", "/neurodiversity/"):
        assert client.get(address).status_code == 200


def test_public_pages_take_everything_from_this_site_and_run_nothing_inline(client: Client) -> None:
    for address in public_addresses():
        found = policy(client, address)
        assert found["default-src"] == ["'self'"], address
        assert found["object-src"] == found["base-uri"] == found["frame-ancestors"] == ["'none'"], address
        assert found["form-action"] == ["'self'"], address
        assert set(found.get("img-src", [])) <= {"'self'", "data:"}, address
        assert "unsafe" not in str(found), address
        assert "*" not in str(found), address


def test_public_pages_hold_no_script_or_style_of_their_own(client: Client) -> None:
    for address in public_addresses():
        page = client.get(address).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page), address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", page), address


def test_public_pages_name_no_other_site_to_load_from(client: Client) -> None:
    for address in public_addresses():
        page = client.get(address).content.decode()
        loaded = re.findall(r'<(?:script|img|link|source|iframe)\b[^>]*?(?:src|href|srcset)="([^"]+)"', page)
        assert not [one for one in loaded if re.match(r"(https?:)?//", one)], address


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "SAMEORIGIN"),
    ],
)
def test_every_public_page_has_the_same_guards(client: Client, header: str, value: str) -> None:
    for address in public_addresses():
        assert client.get(address)[header] == value, address


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
        found = policy(editor, address)
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


@pytest.mark.parametrize("address", [one for one in PUBLIC if one.startswith(("/s", "/n"))])
def test_a_wrong_method_is_never_an_error_of_ours(client: Client, address: str) -> None:
    client.raise_request_exception = False
    for method in (client.put, client.delete, client.options, client.head):
        assert method(address).status_code < 500
