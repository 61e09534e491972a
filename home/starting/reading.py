"""Reads every starting file before anything is written, and says all that is wrong at once."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from home.starting.front_files import HomeFile, Menus, read_contact, read_home_file, read_menus
from home.starting.page_files import PageFile, page_files, read_page_file
from home.starting.tables import TABLES, Rows, Table
from home.starting.wrong import WrongInFile
from local_offer.directory.importing.planning import check_columns
from local_offer.directory.importing.problems import FileTrouble
from local_offer.directory.importing.reading import Row, read_rows

SERVICES = "services.csv"
PEOPLE = "someone_to_ask.csv"


class StartingFilesWrong(Exception):
    """Files that cannot be loaded as they are; each problem is a sentence. Nothing has been written."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class StartingData:
    """All that the files of a folder say. `people` holds words for services that anybody may ask, by ref."""

    folder: Path
    tables: tuple[tuple[Table, Rows], ...]
    services: tuple[Row, ...]
    people: dict[str, str]
    home: HomeFile
    pages: tuple[PageFile, ...]
    menus: Menus
    contact: dict[str, str]

    def keys_of(self, label: str) -> frozenset[str]:
        """The keys of a table's rows, such as the slugs of needs."""
        return frozenset(
            row[table.key] for table, rows in self.tables if table.label == label for row in rows
        )


def read_starting_data(folder: Path) -> StartingData:
    """Read all files of the folder; `StartingFilesWrong` holds everything that cannot be read."""
    reader = _Reader()
    data = StartingData(
        folder=folder,
        tables=tuple((table, reader.read(table.file, table.rows, folder)) for table in TABLES),
        services=reader.read(SERVICES, _services, folder / SERVICES),
        people=reader.read(PEOPLE, _people, folder / PEOPLE),
        home=reader.read("home.toml", read_home_file, folder / "home.toml"),
        pages=tuple(reader.read(path.name, read_page_file, path) for path in page_files(folder / "pages")),
        menus=reader.read("order.toml", read_menus, folder / "order.toml"),
        contact=reader.read("contact.toml", read_contact, folder / "contact.toml"),
    )
    if reader.problems:
        raise StartingFilesWrong(reader.problems)
    return data


class _Reader:
    """Reads file after file and keeps what is wrong, so that a person sees all of it at once."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def read(self, file: str, function: Callable[[Path], Any], path: Path) -> Any:
        """What the function makes of the path; None, and one problem more, when it cannot."""
        try:
            return function(path)
        except WrongInFile as wrong:
            self.problems.append(str(wrong))
        except FileNotFoundError:
            self.problems.append(f"{file}: there is no such file. Put it back.")
        except KeyError as missing:
            self.problems.append(f"{file}: the column {missing} is missing. Put it back.")
        except (FileTrouble, ValueError) as error:
            self.problems.append(f"{file}: {error}")
        return None


def _services(path: Path) -> tuple[Row, ...]:
    rows = tuple(read_rows(path))
    for _, cells in rows[:1]:
        check_columns(cells)
    return rows


def _people(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["ref"]: row["words"] for row in csv.DictReader(file)}
