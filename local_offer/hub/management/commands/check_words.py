"""Measure how hard every published page is to read, and say what to mend: for editors, and before a release."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from local_offer.core.reading import AVERAGE_LIMIT, READING_AGE_LIMIT, SENTENCE_LIMIT
from local_offer.hub.page_reading import Measured, measured_texts


class Command(BaseCommand):
    help = (
        f"Reading age (at most {READING_AGE_LIMIT:.0f} years), average sentence (at most {AVERAGE_LIMIT:.0f} words) "
        f"and longest sentence (at most {SENTENCE_LIMIT} words) of every page, and what is too hard, and why."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--page", default="", metavar="KEY", help="one page alone, such as hub:sleep")

    def handle(self, *args: Any, **options: Any) -> None:
        measured = list(measured_texts(options["page"]))
        if not measured:
            raise CommandError(
                f"There is no published page “{options['page']}”. Look at the keys of all: leave --page out."
            )
        width = max(len(one.key) for one in measured)
        self.stdout.write(f"{'Page':{width}}  {'Age':>4}  {'Average':>7}  {'Longest':>7}")
        for one in measured:
            self.stdout.write(line(one, width))
        hard = [one for one in measured if not one.reading.easy_enough]
        for one in hard:
            self.stdout.write("\n".join(["", one.key, *advice(one)]))
        if hard:
            raise CommandError(f"{len(hard)} of {len(measured)} are too hard. What to mend stands above.")
        self.stdout.write(f"All {len(measured)} are easy enough.")


def line(one: Measured, width: int) -> str:
    """The row of the table for one text."""
    reading = one.reading
    return f"{one.key:{width}}  {reading.age:4.1f}  {reading.average_sentence:7.1f}  {reading.longest_sentence:7d}"


def advice(one: Measured) -> list[str]:
    """What is too hard in a text, each with the passage and why."""
    return [f"  “{part.passage}”: {part.says}" for part in one.reading.hard]
