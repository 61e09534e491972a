"""Draw the map of the nine areas again, after the tables of sectors or places have changed."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from local_offer.dspl.drawing import draw
from local_offer.dspl.map import FILE
from local_offer.places.tables import place_name_rows, sector_rows


class Command(BaseCommand):
    help = (
        "Draw the map of the nine areas from the tables in local_offer/starting_data/ and write it as a file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to", type=Path, default=FILE, help="where to write it, if not where the pages read it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        drawing = draw(sector_rows(), place_name_rows()).as_json()
        options["to"].write_text(json.dumps(drawing, indent=1) + "\n", encoding="utf-8")
        letters = sum(len(cell["path"]) for cell in drawing["cells"])
        self.stdout.write(f"Drew {len(drawing['cells'])} areas in {letters} letters: {options['to']}")
