"""Starts processes that publish, keep the index or read, so quickly that fifty can be killed in a minute.

It loads Django once and then forks a child for each line it reads, such as ["publish", "3,4", "1000"]: a role and
its arguments. It opens neither the database nor an index itself, so each child opens its own, as a process does that
was started by hand. ["send", PID, 9] ends a child as a power cut would; ["ended", PID] asks whether it has ended.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402

import home.background  # noqa: E402
from local_offer.directory.models import Service, Venue  # noqa: E402
from local_offer.taxonomy.models import Need  # noqa: E402
from search import (  # noqa: E402
    changes,
    keeping,  # noqa: E402
    signals,
)
from search.engines.address import read_address  # noqa: E402
from search.engines.chosen import engine  # noqa: E402
from search.engines.embedded import store  # noqa: E402
from search.engines.embedded.storage import Folder, Reader  # noqa: E402
from search.query import Assumed, ServiceQuery  # noqa: E402
from tests.search.engines.embedded.documents import in_database, in_index  # noqa: E402

Work = Callable[..., Any]


def publish(said: Path, services: str, start: str, moment: str = "") -> None:
    """Publish one service after the other, as an editor does; what is done is said in a file, and never before.

    Everything that a version says carries its number, so that a half of one and a half of another would show.
    """
    dies_at(moment)
    mine = [int(pk) for pk in services.split(",")]
    needs, venues = list(Need.objects.order_by("pk")[:12]), list(Venue.objects.order_by("pk")[:12])
    number = int(start)
    while True:
        number += 1
        service = Service.objects.get(pk=mine[number % len(mine)])
        way = "down" if number % 5 == 0 and service.live else "up"
        tell(said, f"tries {service.pk} {number} {way}")
        begins(said)
        if way == "down":
            service.unpublish()
        else:
            write_version(service, number, needs, venues)
            service.save_revision().publish()
        tell(said, f"done {service.pk} {number} {way}")
        time.sleep(0.02)


def publish_once(said: Path, pk: str, name: str) -> None:
    """Publish one service under another name."""
    service = Service.objects.get(pk=pk)
    service.name = name
    service.save_revision().publish()


def write_version(service: Service, number: int, needs: list[Need], venues: list[Venue]) -> None:
    service.name = f"Version kill{number}x"
    service.summary = f"Summary kill{number}x"
    service.min_age, service.max_age = number % 10, 10 + number % 10
    service.needs.set([needs[number % 12], needs[(number + 5) % 12]])
    service.venues.set([venues[number % 12]])


def keep(said: Path, moment: str = "") -> None:
    """Keep the index, looking at everything all the time."""
    dies_at(moment)
    home.background.LOOK, home.background.LOOK_OVER = 0.01, 0.5
    store.EmbeddedIndex._documents = announced(store.EmbeddedIndex._documents, said)  # type: ignore[method-assign]
    home.background.Background(Event()).run()


def rebuild(said: Path, moment: str = "") -> None:
    """Build the index anew again and again."""
    dies_at(moment)
    folder = the_folder()
    with folder.keeping() as mine:
        while mine:
            begins(said)
            keeping.Keeper(store.EmbeddedStore(folder)).rebuild()


def read(said: Path, answers: str) -> None:
    """Search every few milliseconds, until told to stop; anything wrong is said in a file."""
    stop, done, wrong = Event(), 0, []
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    while not stop.is_set():
        try:
            wrong += wrong_with(engine().search(ServiceQuery(per_page=200)).hits)
            engine().search(ServiceQuery(assumed=Assumed(words=("version", "summary"))))
        except BaseException as error:
            wrong.append(repr(error))
        done += 1
        time.sleep(0.008)
    Path(answers).write_text(json.dumps({"searches": done, "wrong": wrong[:20]}))


def wrong_with(hits: Any) -> list[str]:
    """Cards that show a half of one version and a half of another; an answer of nothing."""
    versions = [hit for hit in hits if hit.name.startswith("Version kill")]
    halves = [hit.name for hit in versions if hit.name.split()[1] != hit.summary.split()[1]]
    return halves if hits else ["nothing found"]


def look(said: Path, answers: str) -> None:
    """Have a fresh keeper catch up, and say what is where."""
    folder = the_folder()
    with folder.keeping() as mine:
        assert mine, "somebody still holds the lock"
        keeping.Keeper(store.EmbeddedStore(folder)).keep_up()
    columns = Reader(folder).columns()
    held, wanted = in_index(columns), in_database()
    report = {
        "different": [key for key in sorted(held.keys() | wanted.keys()) if held.get(key) != wanted.get(key)],
        "documents": len(held),
        "position": columns.standing.position,
        "last_change": changes.last_change(),
        "services": {service.pk: state_of(service) for service in Service.objects.all()},
    }
    Path(answers).write_text(json.dumps(report))


def state_of(service: Service) -> dict[str, Any]:
    """What a service is now, what its published version says, and which versions it has."""
    live, revision = content_of(service), service.live_revision
    published = content_of(revision.as_object()) if revision else None
    return {
        "is_live": service.live,
        "whole": not service.live or live == published,
        "live": live,
        "published": published,
        "versions": [version.content["name"] for version in service.revisions.all()],
        "found": [hit.id for hit in engine().search(by_word(live["name"])).hits],
    }


def content_of(service: Service) -> dict[str, Any]:
    return {
        "name": service.name,
        "summary": service.summary,
        "ages": [service.min_age, service.max_age],
        "needs": sorted(need.pk for need in service.needs.all()),
        "venues": sorted(venue.pk for venue in service.venues.all()),
    }


def by_word(name: str) -> ServiceQuery:
    return ServiceQuery(assumed=Assumed(words=(name.split()[-1],)), per_page=200)


def the_folder() -> Folder:
    return Folder(read_address(settings.SEARCH_URL).folder)


def tell(said: Path, line: str) -> None:
    """One write of one line at the end of a file: it is there whole, or not at all."""
    handle = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)


def begins(said: Path) -> None:
    """Say that this process is at work now: it is killed some time after that."""
    tell(said.with_suffix(".begun"), str(os.getpid()))


def dies_at(moment: str) -> None:
    """Have this process kill itself at a moment that no timing would hit."""
    if moment:
        owner, name, way = MOMENTS[moment]
        setattr(owner, name, way(getattr(owner, name)))


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def instead(work: Work) -> Work:
    return die


def after(work: Work) -> Work:
    def done(*args: Any) -> None:
        work(*args)
        die()

    return done


def amid(work: Work) -> Work:
    def done(*args: Any) -> Iterator[Any]:
        yield from islice(work(*args), 1)
        die()

    return done


def announced(work: Work, said: Path) -> Work:
    def done(*args: Any) -> Any:
        begins(said)
        return work(*args)

    return done


MOMENTS: dict[str, tuple[object, str, Callable[[Work], Work]]] = {
    "saved, not logged": (signals, "note_change", instead),
    "logged, not committed": (signals, "note_change", after),
    "half written": (store.EmbeddedIndex, "_documents", amid),
    "written, not committed": (store, "state_document", instead),
    "committed": (store.EmbeddedIndex, "write", after),
    "built, not in place": (Folder, "use", instead),
    "in place": (Folder, "use", after),
}
ROLES: dict[str, Callable[..., None]] = {
    "publish": publish,
    "publish once": publish_once,
    "keep": keep,
    "rebuild": rebuild,
    "read": read,
    "look": look,
}


def start(role: str, said: Path, *arguments: str) -> int:
    """A child that does one thing until it ends or is killed."""
    child = os.fork()
    if child:
        return child
    try:
        random.seed()
        ROLES[role](said, *arguments)
        os._exit(0)
    except BaseException as error:
        tell(said.with_suffix(".wrong"), f"{role}: {error!r}")
        os._exit(1)


def serve(said: Path) -> None:
    """Read orders until there are no more."""
    for line in sys.stdin:
        order, *arguments = json.loads(line)
        if order == "send":
            os.kill(*arguments)
        answer = start(order, said, *arguments) if order in ROLES else has_ended(arguments[0])
        print(answer, flush=True)


def has_ended(child: int) -> int:
    """Whether a child has ended by now; then its process is no more, and what it held is free."""
    return os.waitpid(child, os.WNOHANG)[0]


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
