"""Anybody can say that something is wrong: without a cookie, without a name, and it reaches the editors."""

import time
from typing import Any

import pytest
from django.core.signing import TimestampSigner
from django.test import Client
from django.urls import reverse

from local_offer.feedback.forms import SIGNER
from local_offer.feedback.models import Report
from tests.directory.made import a_service, signed_in, somebody_in

pytestmark = pytest.mark.usefixtures("site")
FORM = "/something-is-wrong/"
THANKS = "/something-is-wrong/thank-you/"


def made_some_time_ago(seconds: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The signed time of a form that was opened so long ago."""
    then = time.time() - seconds
    with monkeypatch.context() as past:
        past.setattr(time, "time", lambda: then)
        return SIGNER.sign("report")


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a person sends who took ten seconds over it."""
    signed = made_some_time_ago(10, monkeypatch)
    return {"what": "The number is wrong.", "page": "/s/b4c5d6", "leave_empty": "", "made": signed}


def test_a_report_arrives_and_is_thanked(client: Client, answered: dict[str, Any]) -> None:
    answer = client.post(FORM, answered)
    assert (answer.status_code, answer["Location"]) == (302, THANKS)
    report = Report.objects.get()
    assert (report.what, report.page, report.done) == ("The number is wrong.", "/s/b4c5d6", False)
    assert "Thank you for telling us" in client.get(THANKS).content.decode()


def test_nothing_is_asked_or_kept_of_who_sent_it(client: Client, answered: dict[str, Any]) -> None:
    client.post(FORM, answered, headers={"user-agent": "Larkfield/1.0"}, REMOTE_ADDR="192.0.2.7")
    kept = str(Report.objects.values().get())
    assert "192.0.2.7" not in kept
    assert "Larkfield" not in kept
    assert {field.name for field in Report._meta.fields} == {"id", "page", "what", "made_at", "done", "note"}


def test_no_cookie_is_set_and_none_is_needed(answered: dict[str, Any]) -> None:
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.get(FORM).status_code == 200
    assert visitor.post(FORM, answered).status_code == 302
    visitor.get(THANKS)
    assert not visitor.cookies
    assert Report.objects.count() == 1


def test_a_machine_that_fills_the_trap_is_thanked_and_nothing_is_kept(
    client: Client, answered: dict[str, Any]
) -> None:
    answer = client.post(FORM, {**answered, "leave_empty": "https://bad.example"})
    assert answer["Location"] == THANKS
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "made",
    ["", "report", "report:x:y", TimestampSigner(salt="other").sign("report")],
    ids=["nothing", "no signature", "a wrong one", "one for something else"],
)
def test_a_form_that_we_did_not_make_is_thanked_and_nothing_is_kept(
    client: Client, answered: dict[str, Any], made: str
) -> None:
    assert client.post(FORM, {**answered, "made": made})["Location"] == THANKS
    assert not Report.objects.exists()


def test_a_machine_that_is_too_fast_is_thanked_and_nothing_is_kept(
    client: Client, answered: dict[str, Any]
) -> None:
    assert client.post(FORM, {**answered, "made": SIGNER.sign("report")})["Location"] == THANKS
    assert not Report.objects.exists()


def test_a_form_of_yesterday_morning_is_too_old(
    client: Client, answered: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = made_some_time_ago(25 * 3600, monkeypatch)
    assert client.post(FORM, {**answered, "made": old})["Location"] == THANKS
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("/search/?q=my+son+hits+me&near=SG5+1AA", "/search/"),
        ("/services/larkfield/#get-it", "/services/larkfield/"),
        ("https://bad.example/", ""),
        ("//bad.example/", ""),
        ("javascript:alert(1)", ""),
        ("/a b", ""),
        ("", ""),
    ],
)
def test_of_the_page_only_its_path_is_kept(
    client: Client, answered: dict[str, Any], page: str, kept: str
) -> None:
    client.post(FORM, {**answered, "page": page})
    assert Report.objects.get().page == kept


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("", "Tell us what is wrong. A few words are enough."),
        ("  ", "Tell us what is wrong. A few words are enough."),
        ("a" * 2001, "That is too long for us. Please use 2,000 letters or fewer."),
    ],
)
def test_what_is_missing_is_said_in_words_and_what_was_typed_stays(
    client: Client, answered: dict[str, Any], what: str, says: str
) -> None:
    answer = client.post(FORM, {**answered, "what": what})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert says in page
    assert what.strip() in page
    assert "<title>Error: Something is wrong" in " ".join(page.split())
    assert not Report.objects.exists()


def test_a_page_of_the_site_is_named_in_the_form_that_it_leads_to(client: Client) -> None:
    service = a_service()
    page = client.get(service.get_absolute_url()).content.decode()
    address = f"{FORM}?page=%2Fs%2F{service.code}"
    assert address in page
    assert f'value="/s/{service.code}"' in client.get(address).content.decode()


def test_words_that_look_like_a_page_are_shown_as_words(client: Client, answered: dict[str, Any]) -> None:
    client.post(FORM, {**answered, "what": "<script>alert(1)</script>"})
    editor = signed_in(somebody_in("Editors"))
    listing = reverse(Report.snippet_viewset.get_url_name("list"))  # type: ignore[attr-defined]
    assert "<script>alert(1)</script>" not in editor.get(listing).content.decode()


def test_an_editor_reads_it_and_deals_with_it(client: Client, answered: dict[str, Any]) -> None:
    client.post(FORM, answered)
    report = Report.objects.get()
    editor = signed_in(somebody_in("Editors"))
    views = Report.snippet_viewset  # type: ignore[attr-defined]
    assert "The number is wrong." in editor.get(reverse(views.get_url_name("list"))).content.decode()
    edit = reverse(views.get_url_name("edit"), args=[report.pk])
    assert "The number is wrong." in editor.get(edit).content.decode()
    editor.post(edit, {"done": "on", "note": "Rang them.", "what": "Something else", "page": "/elsewhere/"})
    report.refresh_from_db()
    assert (report.done, report.note, report.what) == (True, "Rang them.", "The number is wrong.")


def test_nobody_writes_a_report_in_the_admin() -> None:
    editor = signed_in(somebody_in("Editors"))
    add = reverse(Report.snippet_viewset.get_url_name("add"))  # type: ignore[attr-defined]
    assert editor.get(add).status_code == 302


def test_those_not_dealt_with_stand_first() -> None:
    done = Report.objects.create(what="Old and done", done=True)
    first, second = (Report.objects.create(what=words) for words in ("First", "Second"))
    assert list(Report.objects.all()) == [second, first, done]
