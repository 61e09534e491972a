"""When Elasticsearch fails under a real site: families notice nothing, and afterwards nothing is missing or returns."""

import json
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from tests.servers.elastic import a_prefix
from tests.servers.own_elastic import OwnElastic, own_elastic
from tests.servers.site import ROOT, Site, served

SEARCHES = (
    "q=my+4+year+old+wont+sleep&near=Hitchin", "q=autism+no+diagnosis", "near=AL1", "q=speech&age=3",
    "need=sleep", "q=dla+form", "near=Stevenage&sort=nearest", "q=brothers+and+sisters+group",
)  # fmt: skip
STANDBY_SAYS = "newest changes may be missing"
# How long Elasticsearch is away while editors work, in seconds.
AWAY = 60.0
PATIENCE = 90.0
CHANGE = """
import json
from local_offer.core.keys import page_with_key
from local_offer.directory.models import Service
live = list(Service.objects.filter(live=True).order_by("pk"))
live[{n}].unpublish()
live[{n} + 1].retire("It has ended.")
live[{n} + 2].name = "Kangaroo{n} club"
live[{n} + 2].save_revision().publish()
new = Service(name="Wombat{n} group", summary="New.", provider=live[{n} + 2].provider, live=False)
new.save()
new.save_revision().publish()
page = page_with_key("hub:sleep")
page.title = "Sleep {n}"
page.save_revision().publish()
print(json.dumps([live[{n}].name, live[{n} + 1].name]))
"""
COMPARE = """
import json
from search.engines.chosen import server_store, embedded_folder
from search.engines.embedded.storage import Reader
from tests.search.engines.embedded.documents import in_database, in_index
from tests.servers.test_elastic_keeper import held_in, wanted_by_database
store = server_store()
theirs, wanted = held_in(store.client, store.read_alias), wanted_by_database()
ours, ours_wanted = in_index(Reader(embedded_folder()).columns()), in_database()
print(json.dumps({
    "elastic": [key for key in wanted.keys() | theirs.keys() if wanted.get(key) != theirs.get(key)],
    "embedded": [key for key in ours.keys() | ours_wanted.keys() if ours.get(key) != ours_wanted.get(key)],
    "documents": len(wanted),
}))
"""


@pytest.fixture(scope="module")
def elastic() -> Iterator[OwnElastic]:
    with own_elastic() as server:
        yield server


def get(address: str) -> tuple[int, str, float]:
    """Status, page and seconds."""
    began = time.monotonic()
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status, answer.read().decode(), time.monotonic() - began


def wait_until(true: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"{what} did not come in {PATIENCE} seconds"
        time.sleep(0.2)


def answered_by_elastic(address: str) -> bool:
    """Asked so often that every process of the site has been asked."""
    with ThreadPoolExecutor(8) as families:
        pages = list(families.map(lambda _: get(f"{address}/search/?q=sleep")[1], range(16)))
    return all(STANDBY_SAYS not in page for page in pages)


@dataclass
class Families:
    """Twenty searches a second, for as long as it takes."""

    address: str
    told: list[tuple[int, float, bool]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def search(self) -> None:
        threads, questions = [], cycle(SEARCHES)
        while not self.over.wait(0.05):
            thread = threading.Thread(target=self._one, args=[next(questions)])
            thread.start()
            threads.append(thread)
        for thread in threads:
            thread.join()

    def _one(self, question: str) -> None:
        try:
            status, page, seconds = get(f"{self.address}/search/?{question}")
            self.told.append((status, seconds, STANDBY_SAYS in page))
        except Exception as error:
            self.wrong.append(f"{question}: {error!r}")


@pytest.fixture
def site(site_in_a_server: Site, elastic: OwnElastic) -> Site:
    """A site in PostgreSQL and Elasticsearch, with both indexes built."""
    more = {"SEARCH_URL": elastic.url(a_prefix()), "WEB_WORKERS": "2", "WEB_THREADS": "8"}
    site = Site(site_in_a_server.folder, site_in_a_server.database, more)
    site.must("rebuild_search")
    return site


def test_killed_under_twenty_searches_a_second_not_one_fails_or_waits(
    site: Site, elastic: OwnElastic
) -> None:
    with served(site) as address:
        wait_until(lambda: answered_by_elastic(address), "An answer of Elasticsearch")
        families = Families(address)
        searching = threading.Thread(target=families.search)
        searching.start()
        time.sleep(5)
        elastic.order("kill9")
        time.sleep(10)
        families.over.set()
        searching.join()
        assert families.wrong == []
        assert {status for status, *_ in families.told} == {200}
        assert len(families.told) > 200
        assert {by_standby for *_, by_standby in families.told} == {True, False}, "both have answered"
        slowest = max(seconds for _, seconds, _ in families.told)
        assert slowest < 1.0
        elastic.order("start")
        wait_until(lambda: answered_by_elastic(address), "Its return")


def test_a_server_that_freezes_lets_nobody_wait_for_long(site: Site, elastic: OwnElastic) -> None:
    with served(site) as address:
        wait_until(lambda: answered_by_elastic(address), "An answer of Elasticsearch")
        elastic.order("pause")
        try:
            times = [get(f"{address}/search/?q=sleep&age={age}")[2] for age in range(20)]
        finally:
            elastic.order("resume")
        assert max(times) < 1.0
        wait_until(lambda: answered_by_elastic(address), "Its return")


def test_after_a_minute_away_both_indexes_equal_the_database(site: Site, elastic: OwnElastic) -> None:
    with served(site) as address:
        wait_until(lambda: answered_by_elastic(address), "An answer of Elasticsearch")
        gone = json.loads(site.python(CHANGE.format(n=0)).strip().split("\n")[-1])
        elastic.order("stop")
        ends = time.monotonic() + AWAY
        gone += json.loads(site.python(CHANGE.format(n=10)).strip().split("\n")[-1])
        wait_until(lambda: "Wombat10 group" in get(f"{address}/search/?q=wombat10")[1], "What is new")
        page = get(f"{address}/search/?q=wombat10")[1]
        assert STANDBY_SAYS in page
        gone += json.loads(site.python(CHANGE.format(n=20)).strip().split("\n")[-1])
        time.sleep(max(0.0, ends - time.monotonic()))
        elastic.order("start")
        while not answered_by_elastic(address):
            for name in gone:
                assert not _shows(address, name), f"{name} has returned"
        for name in gone:
            assert not _shows(address, name), f"{name} has returned"
        assert "Wombat20 group" in get(f"{address}/search/?q=wombat20")[1]
        found = json.loads(site.python(COMPARE).strip().split("\n")[-1])
        assert (found["elastic"], found["embedded"]) == ([], [])
        assert found["documents"] > 150


def _shows(address: str, name: str) -> bool:
    page = get(f"{address}/search/?{urllib.parse.urlencode({'q': name})}")[1]
    return f">{name}<" in page


def test_an_index_that_somebody_deletes_is_built_anew_while_families_search(
    site: Site, elastic: OwnElastic
) -> None:
    import_line = "from search.engines.chosen import server_store; store = server_store()"
    with served(site) as address:
        wait_until(lambda: answered_by_elastic(address), "An answer of Elasticsearch")
        site.python(
            f"{import_line}\n"
            "for name in store.client.indices.get_alias(name=store.read_alias): store.client.indices.delete(index=name)"
        )
        assert "Sleep" in get(f"{address}/search/?q=sleep")[1]
        wait_until(lambda: answered_by_elastic(address), "A new index")
        assert json.loads(site.python(COMPARE).strip().split("\n")[-1])["elastic"] == []


PUBLISH_MUCH = """
import threading
from django.db import connection
from local_offer.directory.models import Service
services = list(Service.objects.filter(live=True).order_by("pk")[:40])
def edit(editor):
    for turn, service in enumerate(services[5 * editor : 5 * editor + 5]):
        service.name = f"Wallaby {editor} {turn}"
        service.save_revision().publish()
        if turn == 4: service.unpublish()
    connection.close()
editors = [threading.Thread(target=edit, args=[editor]) for editor in range(8)]
for one in editors: one.start()
for one in editors: one.join()
"""


def test_two_workers_of_which_one_is_killed_lose_nothing_that_many_editors_do(
    site: Site, elastic: OwnElastic, tmp_path: Path
) -> None:
    other = Site(tmp_path / "other", site.database, site.more)
    other.folder.mkdir()
    workers = [start_worker(site), start_worker(other)]
    try:
        editing = threading.Thread(target=site.python, args=[PUBLISH_MUCH])
        editing.start()
        time.sleep(6)
        workers[0].kill()
        editing.join()
        wait_until(lambda: is_true(other), "Everything in both indexes of the worker that is left")
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


def is_true(site: Site) -> bool:
    found = json.loads(site.python(COMPARE).strip().split("\n")[-1])
    return (found["elastic"], found["embedded"]) == ([], [])


def start_worker(site: Site) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "manage.py", "worker"], cwd=ROOT, env=site.environment(), stdout=subprocess.DEVNULL
    )
