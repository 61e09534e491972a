"""The map of the nine areas as a page needs it: shapes that are links, and where the middle of an area is."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from local_offer.places.place import Point

FILE = Path(__file__).with_name("county_map.json")
# The height of a number in units of the drawing: the smallest area has room for it.
LABEL_SIZE = 18


class NoSuchArea(LookupError):
    """A number that none of the areas has: a slip in the table of areas, since pages choose areas from it."""


def county_map(urls: Mapping[int, str], names: Mapping[int, str]) -> dict[str, Any]:
    """The nine shapes. Those with an address are links; where only one has, the page is about that area.

    A cell without an address has an empty `url`. It is drawn too: an area is known by its neighbours.
    """
    chosen = next(iter(urls)) if len(urls) == 1 else None
    cells = [
        {
            **cell,
            "title": _title(cell["number"], names),
            "url": urls.get(cell["number"], ""),
            "chosen": cell["number"] == chosen,
        }
        for cell in _drawn()["cells"]
    ]
    return {"view_box": _drawn()["view_box"], "label_size": LABEL_SIZE, "cells": cells}


def centre_of_area(number: int) -> Point:
    """The middle of where an area's families live: its sectors' middles, counted by their postcodes."""
    try:
        return Point(*_drawn()["centres"][str(number)])
    except KeyError:
        raise NoSuchArea(f"The map has no area {number}.") from None


def _title(number: int, names: Mapping[int, str]) -> str:
    return f"{names[number]} (DSPL {number})" if number in names else f"DSPL {number}"


@cache
def _drawn() -> dict[str, Any]:
    """The drawing, read once in each process: it changes only with the program."""
    drawing: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return drawing
