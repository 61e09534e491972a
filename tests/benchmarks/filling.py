"""Fills the site's database up to so many services, and Wagtail's search in it.

`python -m tests.benchmarks.filling COUNT`, in a process of its own, so that the memory of making services up is not
taken for that of building an index.
"""

import sys

import django

django.setup()

from django.db import connection  # noqa: E402

from local_offer.directory.models import Service  # noqa: E402
from tests.benchmarks.growing import fill  # noqa: E402
from tests.benchmarks.wagtails import wagtails_database  # noqa: E402


def main(count: int) -> None:
    """Fill, and tell the database what it holds, as it would find out by itself on a quiet night."""
    fill(count)
    backend = wagtails_database()
    backend.rebuilder_class(backend.get_index_for_model(Service)).finish()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(Service.objects.count())


if __name__ == "__main__":
    main(int(sys.argv[1]))
