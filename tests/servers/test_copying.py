"""`manage.py copy_database` moves a whole site to a server and back and loses nothing; or says why it does nothing."""

import re
import shutil
import sqlite3
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import in_postgresql
from tests.servers.editors import Editor
from tests.servers.lived_in import contents, live_in, numbers
from tests.servers.site import Site, served, site_in_a_file

PUBLIC = ["/", "/neurodiversity/", "/guides/", "/areas/", "/search/?q=sleep&age=7&near=Hitchin"]


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, int]:
    """A site in a file that nobody changes any more, and the number of a service that is gone."""
    site = site_in_a_file(tmp_path_factory.mktemp("moving") / "site")
    gone = live_in(site)
    site.must("rebuild_search")
    return site, gone


@pytest.fixture(scope="module")
def moved(
    lived_in: tuple[Site, int], postgresql: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """That site after it has moved to the server; its own file is as it was."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    address = in_postgresql.made(postgresql, name)
    folder = tmp_path_factory.mktemp("moved") / "site"
    shutil.copytree(lived_in[0].folder, folder)
    copied(lived_in[0], address)
    yield Site(folder, address)
    in_postgresql.drop(postgresql, name)


@pytest.fixture
def home(lived_in: tuple[Site, int], tmp_path: Path) -> Iterator[Site]:
    """A copy of that site, for the test alone."""
    folder = tmp_path / "site"
    shutil.copytree(lived_in[0].folder, folder)
    yield Site(folder, f"sqlite:///{folder / 'local_offer.sqlite3'}")
    shutil.rmtree(folder)


def file_of(site: Site) -> Path:
    return Path(site.database.removeprefix("sqlite:///"))


def copy(site: Site, to: str, *more: str) -> "subprocess.CompletedProcess[str]":
    """As the guide says: the site's own database to another, whose address is in the environment."""
    return site.manage("copy_database", "--to", "NEW_DATABASE", *more, NEW_DATABASE=to)


def copied(site: Site, to: str, *more: str) -> Site:
    """The site with its data in another database."""
    done = copy(site, to, *more)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return Site(site.folder, to)


def change(site: Site, order: str, *values: object) -> None:
    with closing(sqlite3.connect(file_of(site))) as database:
        database.execute(order, values)
        database.commit()


def test_a_site_that_moves_to_a_server_and_back_is_the_same(
    home: Site, empty_database: str, tmp_path: Path
) -> None:
    before, counted = contents(file_of(home)), numbers(file_of(home))
    assert before["wagtailcore_workflowstate"]
    assert before["wagtailimages_rendition"]
    moved = copied(home, empty_database)
    back = tmp_path / "back.sqlite3"
    copied(moved, f"sqlite:///{back}")
    after = contents(back)
    assert after.keys() == before.keys()
    for table, rows in before.items():
        assert after[table] == rows, table
    assert numbers(back) == counted


def test_families_see_the_same_pages(home: Site, moved: Site) -> None:
    def lines() -> dict[str, list[str]]:
        own = address.removeprefix("http://")
        return {path: Editor(address, "").look_at(path).page.replace(own, "").splitlines() for path in PUBLIC}

    with served(home) as address:
        before = lines()
    with served(moved) as address:
        after = lines()
    for path in PUBLIC:
        assert after[path] == before[path], path


def test_the_index_goes_on_from_where_it_stands(moved: Site) -> None:
    before = (moved.folder / "search" / "current").read_text()
    moved.must("rebuild_search", "--if-missing")
    assert (moved.folder / "search" / "current").read_text() == before
    assert "owl" in moved.must("find", "owl club").lower()


def test_a_number_that_was_given_is_not_given_again(moved: Site, lived_in: tuple[Site, int]) -> None:
    new = moved.python(
        "from local_offer.directory.models import Provider, Service; "
        "print(Service.objects.create(name='New', provider=Provider.objects.first(), live=False).pk)"
    )
    assert int(new.split()[-1]) > lived_in[1]


def test_the_admin_finds_what_it_found(lived_in: tuple[Site, int], moved: Site) -> None:
    found = "from wagtail.models import Page; print(sorted(page.title for page in Page.objects.search('sleep'))[:3])"
    before = lived_in[0].python(found).strip().split("\n")[-1]
    assert "leep" in before
    assert moved.python(found).strip().split("\n")[-1] == before


def test_people_sign_in_again_with_the_passwords_that_they_have(moved: Site) -> None:
    told = moved.python(
        "from django.contrib.auth import authenticate; from django.contrib.sessions.models import Session; "
        "print(Session.objects.count(), authenticate(username='ann', password='sea-otter-lantern-42'))"
    )
    assert told.strip().split("\n")[-1] == "0 ann"


def test_a_site_in_the_target_is_not_replaced_by_a_slip(home: Site, empty_database: str) -> None:
    moved = copied(home, empty_database)
    moved.python(
        "from local_offer.directory.models import Provider; Provider.objects.create(name='Only there')"
    )
    there = "Provider.objects.filter(name='Only there')"
    count = f"from local_offer.directory.models import Provider; print({there}.count())"
    refused = copy(home, empty_database)
    assert refused.returncode != 0
    assert "The target holds a site already" in refused.stderr
    assert moved.python(count).split()[-1] == "1"
    copied(home, empty_database, "--replace")
    assert moved.python(count).split()[-1] == "0"


def test_a_row_that_the_target_cannot_hold_is_named_and_nothing_is_copied(
    home: Site, empty_database: str
) -> None:
    """SQLite lets a text be as long as it likes; PostgreSQL does not."""
    change(home, "UPDATE directory_provider SET name = ? WHERE id = 7", "x" * 300)
    refused = copy(home, empty_database)
    assert refused.returncode != 0
    assert "cannot hold provider number 7 (directory_provider): value too long" in refused.stderr
    told = Site(home.folder, empty_database).python(
        "from local_offer.directory.models import Service; print(Service.objects.count())"
    )
    assert told.split()[-1] == "0"
    change(home, "UPDATE directory_provider SET name = 'Short' WHERE id = 7")
    copied(home, empty_database)


def test_a_row_that_names_another_that_is_gone_is_told_of(home: Site, empty_database: str) -> None:
    change(home, "UPDATE directory_service SET provider_id = 99999 WHERE id = 3")
    refused = copy(home, empty_database)
    assert refused.returncode != 0
    assert "A row names another one that is not there" in refused.stderr
    assert "directory_service" in refused.stderr


def test_what_cannot_be_copied_is_said_in_words(home: Site, empty_database: str, tmp_path: Path) -> None:
    for source, target, says in [
        (home.database, home.database, "Both addresses name the same database"),
        (f"sqlite:///{tmp_path / 'none.sqlite3'}", empty_database, "There is no file"),
        (home.database, "mysql://db/x", "begins with mysql://"),
        (home.database, f"{empty_database}-none", "The server has no database"),
        (empty_database, f"sqlite:///{tmp_path / 'new.sqlite3'}", "is not up to date"),
    ]:
        done = home.manage("copy_database", "--from", source, "--to", target)
        assert done.returncode != 0
        assert says in done.stderr, done.stderr
        assert "Nothing was copied" in done.stderr
        assert "Traceback" not in done.stderr


def test_no_password_is_shown(home: Site, empty_database: str) -> None:
    password = re.findall(r":(\w+)@", empty_database)[0]
    done = copy(home, empty_database)
    assert done.returncode == 0
    assert password not in done.stdout + done.stderr


def test_a_table_of_any_size_takes_the_same_memory(home: Site, empty_database: str, tmp_path: Path) -> None:
    """As many postcodes as a county with its neighbours has, in a table of their own."""

    def most_memory(target: str) -> int:
        told = home.python(
            "import resource; from django.core.management import call_command; "
            f"call_command('copy_database', target={target!r}, replace=True, verbosity=0); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(told.split()[-1])

    few = most_memory(empty_database)
    with closing(sqlite3.connect(file_of(home))) as database:
        points = ((f"ZZ{number}", 51.7, -0.1, "E07", 1, True) for number in range(200_000))
        database.executemany("INSERT INTO places_postcodepoint VALUES (?, ?, ?, ?, ?, ?)", points)
        database.commit()
    assert most_memory(empty_database) - few < 30_000  # kB
