"""The small files beside the pages: the front page, the order of pages, and whom a family can always ring."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from home.models import ICONS
from home.starting.blocks import Block
from home.starting.wrong import WrongInFile

HOME_KEY = "home"
_ICONS = {icon for icon, _ in ICONS}
_LONGEST = {"title": 200, "lead": 250, "summary": 300}
_LONGEST_ON_TILE = {"title": 40, "words": 80}


@dataclass(frozen=True)
class HomeFile:
    """The front page as its file says it."""

    file: str
    title: str
    lead: str
    summary: str
    written: date
    tiles: tuple[Block, ...]
    key: str = HOME_KEY
    slug: str = HOME_KEY

    @property
    def fingerprint(self) -> str:
        """Changes when anything on the page does."""
        tiles = [tile.as_kept() for tile in self.tiles]
        shown = [self.title, self.lead, self.summary, str(self.written), tiles]
        return sha256(json.dumps(shown).encode()).hexdigest()

    def wrong(self, where: str, what: str) -> WrongInFile:
        """What is wrong with one of the file's values."""
        return WrongInFile(self.file, 0, f"{where}: {what}")


def read_home_file(path: Path) -> HomeFile:
    """Read home.toml; `WrongInFile` says what to mend."""
    values = _toml(path, {**dict.fromkeys(_LONGEST, str), "written": date, "tiles": list})
    for name, most in _LONGEST.items():
        if not 0 < len(values[name]) <= most:
            raise WrongInFile(path.name, 0, f"{name} must hold 1 to {most} letters.")
    tiles = tuple(_tile(number, tile, path) for number, tile in enumerate(values.pop("tiles"), start=1))
    return HomeFile(file=path.name, tiles=tiles, **values)


@dataclass(frozen=True)
class Menus:
    """The keys of pages in the order in which lists show them, and the short names of those in the header."""

    order: tuple[str, ...]
    header: Mapping[str, str]


def read_menus(path: Path) -> Menus:
    """Read order.toml."""
    values = _toml(path, {"order": list, "menu": dict})
    return Menus(tuple(values["order"]), values["menu"])


def read_contact(path: Path) -> dict[str, str]:
    """The council's name, number and page."""
    return _toml(path, dict.fromkeys(("council_name", "council_phone", "council_website"), str))


def _tile(number: int, tile: Mapping[str, Any], path: Path) -> Block:
    if set(tile) != {"title", "words", "icon", "needs"}:
        raise WrongInFile(
            path.name, 0, f"Tile {number} needs a title, words, an icon and needs, and nothing else."
        )
    if tile["icon"] not in _ICONS:
        raise WrongInFile(
            path.name,
            0,
            f"Tile {number}: there is no icon “{tile['icon']}”. Use {', '.join(sorted(_ICONS))}.",
        )
    for name, most in _LONGEST_ON_TILE.items():
        if not 0 < len(tile[name]) <= most:
            raise WrongInFile(path.name, 0, f"Tile {number}: {name} must hold 1 to {most} letters.")
    return Block("tile", dict(tile))


def _toml(path: Path, kinds: Mapping[str, type]) -> dict[str, Any]:
    """The values of a file that must hold these and no others."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongInFile(path.name, 0, f"It cannot be read: {error}.") from None
    if set(values) != set(kinds):
        raise WrongInFile(path.name, 0, f"It must hold {', '.join(kinds)}, and nothing else.")
    for name, kind in kinds.items():
        if type(values[name]) is not kind:
            raise WrongInFile(
                path.name, 0, f"{name} is not of the right kind: look at the quotation marks and brackets."
            )
    return values
