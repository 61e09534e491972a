"""Fills a site up to so many services and builds its index: `python -m tests.benchmarks.growing COUNT`.

What it measures it prints as JSON; seconds are those that the processor worked for us. The site is the one in VAR_DIR,
which already has the starting data.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import django

django.setup()

from django.db import transaction  # noqa: E402
from modelcluster.fields import ParentalManyToManyField  # noqa: E402
from wagtail.search.backends import get_search_backend  # noqa: E402

from local_offer.directory.models import Provider, Service, Venue  # noqa: E402
from local_offer.places.models import PlaceName  # noqa: E402
from local_offer.taxonomy.models import EverydaySentence  # noqa: E402
from search.changes import last_change, standing_at  # noqa: E402
from search.document import lists_of_the_directory, service_facts, services_to_index  # noqa: E402
from search.engines.chosen import embedded_folder  # noqa: E402
from search.engines.embedded.bits import Bits  # noqa: E402
from search.engines.embedded.storage import Folder, create_index  # noqa: E402
from search.engines.embedded.store import WRITER_BYTES, EmbeddedStore  # noqa: E402
from search.engines.embedded.writing import service_document, state_document  # noqa: E402
from search.keeping import Keeper  # noqa: E402
from tests.benchmarks.made_up import Ground, MadeUp, halls, made_up, words_of  # noqa: E402
from tests.benchmarks.timing import peak_memory  # noqa: E402

BATCH = 1000
# So many services are made into facts first, to see what writing alone takes.
FACTS = 2000
MAIN_TOWNS = 10_000  # people


def main(count: int) -> None:
    """Grow, then build, then say how long it took."""
    fill(count)
    folder = embedded_folder()
    start = time.process_time()
    documents = Keeper(EmbeddedStore(folder)).rebuild()
    building = time.process_time() - start
    memory = peak_memory()
    found = {
        "documents": documents,
        "build per second": documents / building,
        "build seconds": building,
        "build memory": memory,
        "index size": size_of(folder.current()) / 1e6,
        "write per second": writing_rate(folder),
    }
    print(json.dumps(found))


def fill(count: int) -> None:
    """Add made-up services until there are so many."""
    ground = make_ground()
    backend = get_search_backend()
    have = Service.objects.count()
    services = made_up(count - have, ground, start=have)
    while batch := list(islice(services, BATCH)):
        with transaction.atomic():
            Service.objects.bulk_create([one.service for one in batch])
            link(batch)
            backend.add_bulk(Service, [one.service for one in batch])


def make_ground() -> Ground:
    """Everything that services are made up from."""
    if not Venue.objects.filter(name__startswith="Hall ").exists():
        Venue.objects.bulk_create(
            Venue(name=name, postcode=sector, lat=lat, lon=lon) for name, sector, lat, lon in halls()
        )
    real = Service.objects.exclude(slug__startswith="made-up-").prefetch_related(
        "kinds", "outcomes", "coverage"
    )
    texts = [" ".join((one.name, one.summary, one.description, one.eligibility)) for one in real]
    words = words_of([*texts, *EverydaySentence.objects.values_list("text", flat=True)])
    return Ground(
        words=words,
        name_words=sorted({word for word in words if len(word) > 4}),
        models=list(real),
        needs=sorted(
            Service.needs.through.objects.filter(service__in=real).values_list("need_id", flat=True)
        ),
        venues=list(Venue.objects.exclude(lat=None).order_by("pk").values_list("pk", flat=True)),
        providers=list(Provider.objects.order_by("pk").values_list("pk", flat=True)),
        towns=list(PlaceName.objects.filter(population__gte=MAIN_TOWNS).values_list("name", flat=True)),
    )


def link(batch: Sequence[MadeUp]) -> None:
    """The rows between services and their needs, kinds, outcomes, areas, venues."""
    for field in Service._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField):
            through, own, other = (
                field.remote_field.through,
                field.m2m_field_name(),
                field.m2m_reverse_field_name(),
            )
            rows: Iterator[dict[str, int]] = (
                {f"{own}_id": one.service.pk, f"{other}_id": pk}
                for one in batch
                for pk in one.links.get(field.name, ())
            )
            through._default_manager.bulk_create(through(**row) for row in rows)


def writing_rate(folder: Folder) -> float:
    """Documents a second from facts that are ready, beside an index that goes on answering."""
    facts = [service_facts(one) for one in services_to_index()[:FACTS]]
    standing, bits = standing_at(last_change()), Bits()
    path = folder.new()
    start = time.process_time()
    writer = create_index(path).writer(WRITER_BYTES, 1)
    for one in facts:
        writer.add_document(service_document(one, bits, standing.position))
    writer.add_document(state_document(standing, bits, lists_of_the_directory()))
    writer.commit()
    writer.wait_merging_threads()
    return len(facts) / (time.process_time() - start)


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main(int(sys.argv[1]))
