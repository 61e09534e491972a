"""Builds one index from the database and prints, as JSON, how fast, with how much memory, and how large it is.

`python -m tests.benchmarks.building embedded|elastic|wagtail`, in a process of its own, so that its memory is that of a
worker that does nothing else. Seconds are those of the clock: a server's work is none of this process's.
"""

import json
import sys
import time
from typing import Any

import django

django.setup()

from local_offer.directory.models import Service  # noqa: E402
from search.engines.chosen import embedded_store, server_store  # noqa: E402
from search.keeping import Keeper, Store  # noqa: E402
from tests.benchmarks.timing import memory_now, peak_memory  # noqa: E402
from tests.benchmarks.wagtails import build, wagtails_elastic  # noqa: E402


def main(which: str) -> None:
    """Build and measure."""
    before, start = memory_now(), time.perf_counter()
    documents, size = with_wagtail() if which == "wagtail" else with_keeper(which)
    seconds = time.perf_counter() - start
    found = {
        "documents": documents,
        "seconds": seconds,
        "per second": documents / seconds,
        "memory": peak_memory(),
        "memory before": before,
        "size": size / 1e6,
    }
    print(json.dumps(found))


def with_keeper(which: str) -> tuple[int, int]:
    """(documents, bytes) of one of ours, built as `manage.py rebuild_search` does."""
    store: Store | None = embedded_store() if which == "embedded" else server_store()
    assert store is not None
    Keeper(store).rebuild()
    index = store.current()
    assert index is not None
    size = index.size()
    return size.documents, size.bytes


def with_wagtail() -> tuple[int, int]:
    """The same of Wagtail's in Elasticsearch."""
    backend = wagtails_elastic()
    count = build(backend)
    name = backend.get_index_for_model(Service).name
    stats: dict[str, Any] = backend.es.indices.stats(index=name, metric="store").body
    return count, int(stats["_all"]["total"]["store"]["size_in_bytes"])


if __name__ == "__main__":
    main(sys.argv[1])
