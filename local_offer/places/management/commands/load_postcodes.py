"""Loads whole postcodes, so that a family's own postcode is found to within a street and not a sector."""

from argparse import ArgumentParser
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from local_offer.places.county import DSPLS_OF_DISTRICT
from local_offer.places.current import forget_gazetteer, gazetteer_from_database
from local_offer.places.gazetteer import Gazetteer
from local_offer.places.models import PostcodePoint
from local_offer.places.postcode_files import ReadPostcode, UnreadablePostcodeFile, read_postcodes

BATCH = 2000


class Command(BaseCommand):
    help = (
        "Loads whole postcodes from Ordnance Survey's Code-Point Open (the zip file, or its folder) or from "
        "a table with the columns postcode, lat, lon, district_code and dspl_approx. What was loaded before "
        "is replaced, whole or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a zip file, a folder of CSV files, a .csv or a .csv.gz")

    def handle(self, *args: Any, path: Path, verbosity: int = 1, **options: Any) -> None:
        book = gazetteer_from_database()
        if not book.outcodes:
            raise CommandError("No outcodes are loaded yet: run `manage.py load_starting_data` first.")
        try:
            with transaction.atomic():
                count = replace_postcodes(path, book, show_progress=verbosity > 0)
        except UnreadablePostcodeFile as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        forget_gazetteer()
        self.stdout.write(f"Loaded {count:,} postcodes in and near Hertfordshire.")


def replace_postcodes(path: Path, book: Gazetteer, show_progress: bool) -> int:
    """Write the file's postcodes in place of those before; say how many. Call it in a transaction."""
    PostcodePoint.objects.all().delete()
    rows = iter(read_postcodes(path, book.outcodes.keys()))
    count = 0
    with tqdm(unit=" postcodes", disable=not show_progress) as progress:
        while batch := list(islice(rows, BATCH)):
            # A postcode that stands twice in a file is kept once, as it was read last.
            points = {row.unit: postcode_point(row, book) for row in batch}
            PostcodePoint.objects.bulk_create(
                points.values(),
                update_conflicts=True,
                unique_fields=["unit"],
                update_fields=["lat", "lon", "district_code", "dspl_approx", "in_herts"],
            )
            count += len(points)
            progress.update(len(batch))
    if not count:
        raise UnreadablePostcodeFile(
            f"{path.name} holds no postcode in or near Hertfordshire: is it the right file?"
        )
    return count


def postcode_point(row: ReadPostcode, book: Gazetteer) -> PostcodePoint:
    """The row to keep. In the county it has a DSPL area: the file's, else the likeliest of its sector."""
    district = book.districts_by_ons.get(row.district_code, "")
    return PostcodePoint(
        unit=row.unit,
        lat=row.lat,
        lon=row.lon,
        district_code=row.district_code,
        dspl_approx=(row.dspl_approx or likeliest_dspl(row.unit, district, book)) if district else None,
        in_herts=bool(district),
    )


def likeliest_dspl(unit: str, district: str, book: Gazetteer) -> int | None:
    """The DSPL area that most of the sector lies in, of those that reach into the district; else the
    district's main one.
    """
    possible = DSPLS_OF_DISTRICT.get(district, ())
    facts = book.sector_facts.get(unit[:-2])
    of_sector = [dspl for dspl in (facts.dspls if facts else ()) if dspl in possible]
    likeliest = next(iter((*of_sector, *possible)), None)
    return int(likeliest.removeprefix("dspl-")) if likeliest else None
