"""The background work mends what it finds broken, by itself, and does on time what editors have scheduled."""

import json
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.dispatch import Signal
from django.utils import timezone
from wagtail.signals import published, unpublished

from local_offer.core.scheduling import publish_due
from local_offer.directory.models import Service
from search.engines.embedded.storage import Folder, Reader
from tests.prepared import copy_to
from tests.search.site_on_disk import Forks, forks, thin_out, wait_until

processes_of_one_site = pytest.mark.xdist_group("processes")


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """A small site in files, without an index."""
    copy_to(tmp_path / "var")
    thin_out(tmp_path / "var")
    return tmp_path / "var"


@pytest.fixture
def processes(var: Path, tmp_path: Path) -> Iterator[Forks]:
    with forks(var, tmp_path / "said") as running:
        yield running


def is_readable(folder: Folder) -> bool:
    try:
        return len(Reader(folder).columns()) > 0
    except Exception:
        return False


@processes_of_one_site
def test_an_index_that_goes_missing_or_breaks_is_built_anew_without_anybody_asking(
    var: Path, processes: Forks, tmp_path: Path
) -> None:
    folder = Folder(var / "search")
    keeper = processes.start("keep")
    wait_until(lambda: is_readable(folder), "An index where there was none")
    folder.pointer.unlink()
    wait_until(lambda: is_readable(folder), "An index in place of the one that was taken away")
    folder.pointer.write_bytes(b"\xff\x00 rubbish")
    wait_until(lambda: is_readable(folder), "An index in place of rubbish")
    for path in folder.current().glob("*.store"):
        path.unlink()
    wait_until(lambda: is_readable(folder), "An index in place of a damaged one")
    processes.end(keeper, signal.SIGKILL)
    processes.wait(processes.start("look", tmp_path / "seen"))
    assert json.loads((tmp_path / "seen").read_text())["different"] == []


@processes_of_one_site
def test_of_two_that_offer_one_works_and_the_other_takes_over(
    var: Path, processes: Forks, tmp_path: Path
) -> None:
    folder = Folder(var / "search")
    first = processes.start("keep")
    wait_until(lambda: is_readable(folder), "An index")
    second = processes.start("keep")
    processes.end(first)
    publisher = processes.start("publish", "1,2", 0)
    said = tmp_path / "said"
    wait_until(lambda: said.exists() and said.read_text().count("done") > 1, "Two published services")
    processes.end(publisher)
    wait_until(lambda: _shows(folder, "Version kill1x"), "What was published, by the second")
    processes.end(second)
    assert not said.with_suffix(".wrong").exists()


def _shows(folder: Folder, name: str) -> bool:
    columns = Reader(folder).columns()
    return any(columns.shown(row).get("name") == name for row in range(len(columns)))


@pytest.fixture
def at() -> Iterator[Callable[[Signal, Callable[..., None]], None]]:
    """Have something happen whenever Wagtail sends a signal."""
    connected: list[tuple[Signal, Callable[..., None]]] = []

    def connect(sent: Signal, work: Callable[..., None]) -> None:
        sent.connect(work)
        connected.append((sent, work))

    yield connect
    for sent, work in connected:
        sent.disconnect(work)


def a_moment_ago() -> Any:
    return timezone.now() - timedelta(seconds=1)


@pytest.mark.usefixtures("site")
def test_what_an_editor_takes_off_the_schedule_at_the_last_moment_is_not_published(at: Any) -> None:
    first, second = Service.objects.filter(live=True).order_by("pk")[:2]
    for service in (first, second):
        service.name = f"New name of {service.pk}"
        revision = service.save_revision()
        revision.approved_go_live_at = a_moment_ago()
        revision.save()

    def take_off(**_: Any) -> None:
        second.revisions.update(approved_go_live_at=None)

    at(published, take_off)
    assert publish_due() == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.name == f"New name of {first.pk}"
    assert second.name != f"New name of {second.pk}"


@pytest.mark.usefixtures("site")
def test_what_an_editor_prolongs_at_the_last_moment_stays_with_what_is_new_in_it(at: Any) -> None:
    first, second = Service.objects.filter(live=True).order_by("pk")[:2]
    Service.objects.filter(pk__in=(first.pk, second.pk)).update(expire_at=a_moment_ago())

    def prolong(**_: Any) -> None:
        Service.objects.filter(pk=second.pk).update(expire_at=None, name="Prolonged")

    at(unpublished, prolong)
    assert publish_due() == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert not first.live
    assert second.live
    assert second.name == "Prolonged"
