"""`make bench-servers`: this search on Elasticsearch and PostgreSQL, beside what others would do there, in one run.

`python -m tests.benchmarks.servers [SIZE ...]` needs both servers, in DATABASE_URL and ELASTICSEARCH_URL. It works in a
database and in indexes of its own, which are gone afterwards. Each part runs in a process of its own.
"""

import atexit
import os
import subprocess
import sys
import time
import uuid
from typing import Any

from local_offer.databases import POSTGRESQL, database_at
from tests import in_postgresql
from tests.benchmarks.__main__ import run, say
from tests.benchmarks.patience import impatient
from tests.benchmarks.servers_report import report
from tests.quality.site import start_site

SIZES = (20_000, 200_000)
BUILT = "embedded", "elastic", "wagtail"
MISSING = (
    "This needs a PostgreSQL in DATABASE_URL and an Elasticsearch in ELASTICSEARCH_URL. Both, to throw away: "
    "scripts/postgresql run scripts/elasticsearch run .venv/bin/python -m tests.benchmarks.servers"
)


def main(sizes: list[int]) -> None:
    """Make a site on both servers, score it, grow it to each size in turn, and print the tables."""
    started = time.monotonic()
    own_places()
    say("Making a site with the starting data")
    start_site()
    say("Asking the judged searches")
    scores = run("judging_servers")
    measured = [measure(size) for size in sizes]
    print("\n".join(report(scores, measured)))
    say(f"Done in {time.monotonic() - started:.0f} seconds")


def measure(size: int) -> dict[str, Any]:
    """Fill, build and ask at one size."""
    say(f"{size:,} services: making them up")
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.filling", str(size)], check=True, stdout=sys.stderr
    )
    built = {}
    for which in BUILT:
        say(f"{size:,} services: building the index ({which})")
        built[which] = run("building", which)
    say(f"{size:,} services: asking")
    own = os.environ["DATABASE_URL"]
    os.environ["DATABASE_URL"] = impatient(own)
    asked = run("asking_servers")
    os.environ["DATABASE_URL"] = own
    return {"size": size, "built": built, "asked": asked}


def own_places() -> None:
    """Have the settings name a database and indexes of this run's own; they are taken away at the end."""
    address, server = os.environ.get("DATABASE_URL", ""), os.environ.get("ELASTICSEARCH_URL", "")
    if not address.startswith("postgres") or not server.startswith("http"):
        sys.exit(MISSING)
    name = f"bench-{uuid.uuid4().hex[:12]}"
    database = database_at(address)
    assert database["ENGINE"] == POSTGRESQL
    os.environ["DATABASE_URL"] = in_postgresql.made(database, name)
    atexit.register(in_postgresql.drop, database, name)
    scheme, _, host = server.rstrip("/").partition("://")
    named = {"http": "elasticsearch", "https": "elasticsearch+https"}[scheme]
    os.environ["SEARCH_URL"] = f"{named}://{host}/{name}"
    atexit.register(take_away_indexes)


def take_away_indexes() -> None:
    """Ours and Wagtail's."""
    from search.engines.chosen import server_store

    store = server_store()
    assert store is not None
    for one in store.client.indices.get(index=f"{store.prefix}-*", features="settings"):
        store.client.indices.delete(index=one, ignore_unavailable=True)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
