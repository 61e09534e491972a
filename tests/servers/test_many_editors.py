"""Fifty editors press a button in the same moment: nobody's work is lost, whatever the site keeps its data in."""

import json
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.servers.editors import Answer, Editor, Fields, all_at_once, changed, editors_of, fields_of
from tests.servers.site import Site, served, site_in_a_file

MANY = 50
SERVICE = "/admin/snippets/directory/service/edit/{}/"
# What the database says of each service: its name, whether its published version says so too, and its rows in the log.
STATE = """
import json
from django.db.models import Count, Q
from local_offer.directory.models import Service
from search.models import IndexChange

last = {last}
print(json.dumps([
    (
        service.pk,
        service.name,
        service.live_revision.content["name"],
        service.has_unpublished_changes,
        service.revisions.count(),
        IndexChange.objects.filter(kind="service", object_id=service.pk, id__gt=last).count(),
    )
    for service in Service.objects.filter(live=True).order_by("pk")[:{many}]
]))
"""
LAST = "from search.models import IndexChange; print(IndexChange.objects.order_by('-pk').first().pk)"


@pytest.fixture
def site_in_sqlite(tmp_path: Path) -> Site:
    return site_in_a_file(tmp_path / "site")


@pytest.fixture(params=["site_in_a_server", "site_in_sqlite"])
def site(request: pytest.FixtureRequest) -> Site:
    """The same promise for both databases."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    with served(site) as address:
        yield address


def state_of(site: Site, last: int = 0) -> dict[int, list[object]]:
    rows = json.loads(site.python(STATE.format(last=last, many=MANY)).strip().split("\n")[-1])
    return {row[0]: row[1:] for row in rows}


def until_saved(site: Site, editor: Editor, path: str, fields: Fields) -> Answer:
    """Press the button; with SQLite, press it again as often as the page in plain words asks for it."""
    answer = editor.send(path, fields)
    while answer.status == 503:
        assert site.database.startswith("sqlite"), "PostgreSQL lets everybody write at once"
        form = BeautifulSoup(answer.page, "html.parser").form
        assert form is not None, answer.page
        assert form["action"] == path
        again = fields_of(answer.page, "form")
        assert sorted(again) == sorted(fields), "what was typed is not all in the page"
        answer = editor.send(path, again)
    return answer


def test_fifty_editors_publish_fifty_services_at_once(site: Site, address: str) -> None:
    last = int(site.python(LAST).strip().split("\n")[-1])
    before = state_of(site)
    editors = [Editor(address, key) for key in editors_of(site, MANY)]
    pressing = []
    for editor, pk in zip(editors, before, strict=True):
        path = SERVICE.format(pk)
        fields = changed(editor.form(path), name=f"Otter club {pk}", **{"action-publish": "action-publish"})
        pressing.append(partial(until_saved, site, editor, path, fields))
    answers = all_at_once(pressing)
    assert [answer.status for answer in answers] == [302] * MANY
    after = state_of(site, last)
    for pk, (name, published, unpublished_changes, versions, logged) in after.items():
        assert (name, published, unpublished_changes) == (f"Otter club {pk}", f"Otter club {pk}", False)
        assert versions == before[pk][3] + 1  # type: ignore[operator]
        assert logged  # or the search would never hear of it


def test_fifty_versions_of_one_service_are_all_kept(site: Site, address: str) -> None:
    pk, (*_, versions, _) = next(iter(state_of(site).items()))
    editors = [Editor(address, key) for key in editors_of(site, MANY)]
    path = SERVICE.format(pk)
    pressing = [
        partial(until_saved, site, editor, path, changed(editor.form(path), name=f"Otter club {number}"))
        for number, editor in enumerate(editors)
    ]
    answers = all_at_once(pressing)
    assert [answer.status for answer in answers] == [302] * MANY
    told = site.python(
        "import json; from local_offer.directory.models import Service; "
        f"print(json.dumps([one.content['name'] for one in Service.objects.get(pk={pk}).revisions.all()]))"
    )
    names = json.loads(told.strip().split("\n")[-1])
    assert len(names) == versions + MANY  # type: ignore[operator]
    assert {f"Otter club {number}" for number in range(MANY)} <= set(names)


def test_fifty_editors_make_new_services_of_the_same_name(site: Site, address: str) -> None:
    path = "/admin/snippets/directory/service/add/"
    editors = [Editor(address, key) for key in editors_of(site, MANY)]
    forms = [changed(editor.form(path), name="Heron afternoon") for editor in editors]
    answers = all_at_once(
        [partial(until_saved, site, editor, path, form) for editor, form in zip(editors, forms, strict=True)]
    )
    assert [answer.status for answer in answers] == [302] * MANY
    assert how_many(site, "directory", "Service", name="Heron afternoon") == MANY


def test_fifty_editors_add_pages_in_the_same_place(site: Site, address: str) -> None:
    """Each page has its own place among its sisters, and the tree is whole."""
    index = site.python(
        "from local_offer.hub.models import GuideIndexPage; print(GuideIndexPage.objects.get().pk)"
    )
    path = f"/admin/pages/add/hub/guidepage/{index.strip().split()[-1]}/"
    editors = [Editor(address, key) for key in editors_of(site, MANY)]
    more = {"action-publish": "action-publish", "body-count": "0"}
    forms = [
        changed(editor.form(path), title=f"Heron {number}", slug=f"heron-{number}", **more)
        for number, editor in enumerate(editors)
    ]
    answers = all_at_once(
        [partial(until_saved, site, editor, path, form) for editor, form in zip(editors, forms, strict=True)]
    )
    assert [answer.status for answer in answers] == [302] * MANY
    assert how_many(site, "hub", "GuidePage", title__startswith="Heron", live="True") == MANY
    assert "no problems" in site.must("fixtree", "--noinput").lower()


def how_many(site: Site, app: str, model: str, **facts: str) -> int:
    found = f"apps.get_model({app!r}, {model!r}).objects.filter(**{facts!r})"
    return int(site.python(f"from django.apps import apps; print({found}.count())").strip().split("\n")[-1])


def test_an_editor_who_waits_in_vain_loses_nothing(site_in_sqlite: Site) -> None:
    """Somebody else writes for longer than SQLite lets anybody wait, which is 20 seconds."""
    pk = next(iter(state_of(site_in_sqlite)))
    path = SERVICE.format(pk)
    with served(site_in_sqlite, BACKGROUND_WORKER="0") as address:
        editor = Editor(address, editors_of(site_in_sqlite, 1)[0])
        fields = changed(editor.form(path), name="Otter club", **{"action-publish": "action-publish"})
        other = sqlite3.connect(site_in_sqlite.folder / "local_offer.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = editor.send(path, fields)
        other.execute("ROLLBACK")
        other.close()
        assert answer.status == 503
        assert "Nothing you typed is lost" in answer.page
        assert until_saved(site_in_sqlite, editor, path, fields_of(answer.page, "form")).status == 302
    name, published, *_ = state_of(site_in_sqlite)[pk]
    assert (name, published) == ("Otter club", "Otter club")
