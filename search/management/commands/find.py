"""Search from the command line: for editors who want to know, and for measuring how good the search is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.answering import Reading, read
from search.engines.base import IndexNotReady
from search.engines.chosen import engine
from search.query import ServiceQuery
from search.results import SearchResults
from search.slots import slots_of


class Command(BaseCommand):
    help = 'Find services and pages: find "my 4 year old wont sleep" --near Hitchin'

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs="?", default="")
        parser.add_argument(
            "--age", type=int, action="append", default=[], metavar="N", help="whole years; may be repeated"
        )
        parser.add_argument("--near", default="", metavar="PLACE")
        parser.add_argument("--need", action="append", default=[], metavar="SLUG")
        parser.add_argument("--limit", type=int, default=10)
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--batch", type=Path, metavar="QUERIES.jsonl", help='lines of {"id", "query"}; one line each back'
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["batch"]:
                for line in batch(options["batch"]):
                    self.stdout.write(line)
            else:
                self._one(options)
        except IndexNotReady:
            raise CommandError("There is no search index yet. Run: manage.py rebuild_search") from None

    def _one(self, options: dict[str, Any]) -> None:
        query = ServiceQuery(
            text=options["words"],
            age=tuple(options["age"]),
            near=options["near"],
            need=tuple(options["need"]),
            per_page=max(1, options["limit"]),
        )
        reading = read(query)
        if reading.place_trouble:
            self.stderr.write(reading.place_trouble.message)
        found = engine().search(reading.query)
        if options["json"]:
            self.stdout.write(json.dumps(as_json("", reading, found), ensure_ascii=False))
            return
        for line in in_words(reading, found):
            self.stdout.write(line)


def in_words(reading: Reading, found: SearchResults) -> Iterator[str]:
    """The answer as a person reads it."""
    if reading.understanding.urgent:
        yield "Somebody may be in danger: show urgent help first."
    understood = ", ".join(chip.label for chip in reading.understanding.chips)
    yield f"{found.total} services. Understood: {understood or 'the words alone'}"
    for hit in found.hits:
        yield f"{hit.ref or hit.id:>4}  {hit.name}  ({'; '.join(hit.reasons)})  {hit.score}"
    for page in found.pages:
        yield f"page  {page.key}  {page.title}"


def batch(path: Path) -> Iterator[str]:
    """One line of JSON for each line of a file of queries."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, name = str(asked["query"]), asked["id"]
        except (ValueError, KeyError, TypeError):
            raise CommandError(f'Line {number} is not like {{"id": "a1", "query": "words"}}.') from None
        reading = read(ServiceQuery(text=text, per_page=20))
        yield json.dumps(as_json(name, reading, engine().search(reading.query)), ensure_ascii=False)


def as_json(name: Any, reading: Reading, found: SearchResults) -> dict[str, Any]:
    """The answer in the conventions of the judged searches (tests/search/golden)."""
    return {
        "id": name,
        "refs": [hit.ref for hit in found.hits],
        "pages": [page.key for page in found.pages],
        "slots": slots_of(reading),
        "crisis": reading.understanding.urgent,
    }
