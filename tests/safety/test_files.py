"""Pictures and documents are served as what they are, and nothing else of the disk is."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document

from tests.directory.made import a_picture, signed_in, somebody_in

pytestmark = pytest.mark.usefixtures("site")


def test_a_picture_is_served_under_the_strict_policy(client: Client) -> None:
    rendition = a_picture().get_rendition("width-100|format-webp")
    answer = client.get(rendition.url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert not answer.cookies


@pytest.mark.parametrize(
    "path",
    [
        "../secret_key",
        "..%2fsecret_key",
        "%2e%2e/secret_key",
        "images/../../secret_key",
        "/etc/passwd",
        "images/",
    ],
)
def test_nothing_beside_the_pictures_is_served(client: Client, path: str) -> None:
    Path(settings.VAR_DIR, "secret_key").write_text("not for you")
    answer = client.get(f"/media/{path}", follow=True)
    assert answer.status_code in (400, 404)
    assert "not for you" not in answer.content.decode()


def test_a_document_is_served_and_can_run_nothing(client: Client) -> None:
    document = Document.objects.create(
        title="Plan", file=ContentFile(b"<script>alert(1)</script>", "plan.txt")
    )
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "run.exe", "macro.xlsm", "script.js"])
def test_documents_that_could_run_something_are_refused(name: str) -> None:
    editor = signed_in(somebody_in("Editors"))
    editor.post("/admin/documents/add/", {"title": "A file", "file": ContentFile(b"x", name)})
    editor.post("/admin/documents/multiple/add/", {"title": "A file", "files[]": ContentFile(b"x", name)})
    assert not Document.objects.exists()


def test_a_document_of_a_plain_kind_is_taken() -> None:
    editor = signed_in(somebody_in("Editors"))
    editor.post(
        "/admin/documents/multiple/add/", {"title": "A file", "files[]": ContentFile(b"x", "plan.txt")}
    )
    assert Document.objects.get().filename.startswith("plan")


def test_a_drawing_with_a_script_is_no_picture() -> None:
    editor = signed_in(somebody_in("Editors"))
    drawing = ContentFile(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.svg")
    answer = editor.post("/admin/images/add/", {"title": "A drawing", "file": drawing})
    assert answer.status_code == 200
    assert "Not a supported image format" in answer.content.decode()
