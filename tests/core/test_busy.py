"""An editor whose press of a button had no turn presses again: nothing is lost, and nothing is half done."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, ProgrammingError, connections
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from home.views import server_error
from local_offer.core.busy import will_pass
from local_offer.core.middleware import WholePresses
from local_offer.directory.models import Provider, Service
from tests.directory.made import a_draft, signed_in, somebody_in

TYPED = {"name": "The Owl's <club>", "needs": ["1", "2"], "about": "First line\r\nsecond line"}


@pytest.fixture
def locked(tmp_path: Path, django_db_blocker: Any) -> Iterator[str]:
    """A database in a file in which somebody else writes, and goes on writing."""
    file = tmp_path / "busy.sqlite3"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("CREATE TABLE things (name text)")
    other.execute("BEGIN IMMEDIATE")
    busy = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": {"timeout": 0.05}}
    connections.settings["busy"] = connections.configure_settings({"default": {}, "busy": busy})["busy"]
    with django_db_blocker.unblock():
        yield "busy"
        connections["busy"].close()
    del connections["busy"], connections.settings["busy"]
    other.close()


def write_to(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("INSERT INTO things VALUES ('owl')")


def press(request: HttpRequest, alias: str) -> HttpResponse | None:
    """What the editor gets whose press writes to this database."""

    def view(request: HttpRequest) -> HttpResponse:
        Provider.objects.create(name="Half of it")
        write_to(alias)
        return HttpResponse("saved")

    answer = WholePresses(lambda _: HttpResponse()).process_view(request, view, (), {})
    return answer if isinstance(answer, HttpResponse) else None


def posted(**fields: Any) -> HttpRequest:
    return RequestFactory().post("/admin/snippets/directory/service/edit/3/?next=1", fields)


@pytest.mark.usefixtures("db")
class TestPressing:
    def test_all_that_was_typed_can_be_sent_again(self, locked: str) -> None:
        answer = press(posted(**TYPED), locked)
        assert answer is not None
        assert answer.status_code == 503
        form = BeautifulSoup(answer.content, "html.parser").form
        assert form is not None
        assert form["action"] == "/admin/snippets/directory/service/edit/3/?next=1"
        kept = [(field["name"], field["value"]) for field in form.find_all("input")]
        assert kept == [
            ("name", "The Owl's <club>"),
            ("needs", "1"),
            ("needs", "2"),
            ("about", "First line\r\nsecond line"),
        ]

    def test_nothing_is_half_done(self, locked: str) -> None:
        press(posted(**TYPED), locked)
        assert not Provider.objects.filter(name="Half of it").exists()

    def test_a_password_is_never_written_into_a_page(self, locked: str) -> None:
        answer = press(posted(username="ann", password="sea-otter"), locked)
        assert answer is not None
        assert "sea-otter" not in answer.content.decode()
        assert "back button" in answer.content.decode()

    def test_who_sent_a_file_is_asked_to_go_back(self, locked: str) -> None:
        answer = press(posted(title="Owl", file=SimpleUploadedFile("owl.png", b"owl")), locked)
        assert answer is not None
        assert "back button" in answer.content.decode()

    def test_saving_by_itself_is_told_in_its_own_language(self, locked: str) -> None:
        request = posted(**TYPED)
        request.META["HTTP_ACCEPT"] = "application/json"
        answer = press(request, locked)
        assert answer is not None
        assert (answer.status_code, answer["Content-Type"]) == (503, "application/json")

    def test_a_fault_of_the_site_is_not_hidden(self, locked: str) -> None:
        with pytest.raises(OperationalError, match="no such table"):
            press_on_no_table(locked)

    def test_looking_at_a_page_takes_no_turn(self, locked: str) -> None:
        assert press(RequestFactory().get("/admin/"), locked) is None

    def test_a_form_of_the_public_can_be_sent_again_too(self, locked: str) -> None:
        request = RequestFactory().post("/something-is-wrong/", {"what": "The phone number"})
        try:
            write_to(locked)
        except OperationalError:
            answer = server_error(request)
        assert answer.status_code == 503
        assert "The phone number" in answer.content.decode()


def press_on_no_table(alias: str) -> None:
    """As `press`, in a database that lacks a table."""

    def view(request: HttpRequest) -> HttpResponse:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere")
        return HttpResponse()

    WholePresses(lambda _: HttpResponse()).process_view(posted(**TYPED), view, (), {})


def test_only_what_passes_by_itself_is_worth_another_press() -> None:
    assert not will_pass(ProgrammingError())
    assert not will_pass(None)
    assert not will_pass(ValueError())


@pytest.mark.usefixtures("site")
def test_an_editor_saves_as_ever() -> None:
    draft = a_draft(name="Owl club")
    editor = signed_in(somebody_in("Editors"))
    address = reverse(Service.snippet_viewset.get_url_name("delete"), args=[draft.pk])  # type: ignore[attr-defined]
    assert editor.post(address).status_code == 302
    assert not Service.objects.filter(pk=draft.pk).exists()
