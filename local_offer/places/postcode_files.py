"""Reads files of whole postcodes: Ordnance Survey's Code-Point Open as it is downloaded, or a ready table of
ours.

Rows come one at a time, so that a file of the whole country needs little memory. Nothing is written here.
"""

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from pyproj import Transformer

# Columns of Code-Point Open, which has no header: postcode, quality, easting, northing, ..., district, ward.
_POSTCODE, _QUALITY, _EASTING, _NORTHING, _DISTRICT, _COLUMNS = 0, 1, 2, 3, 8, 10
_NO_COORDINATES = "90"
_TABLE_COLUMNS = {"postcode", "lat", "lon", "district_code", "dspl_approx"}
_CHUNK = 2000


class UnreadablePostcodeFile(Exception):
    """Says in one sentence what is wrong with the file, and what to do."""


@dataclass(frozen=True, slots=True)
class ReadPostcode:
    """One row. `dspl_approx` is None where the file does not say."""

    unit: str
    lat: float
    lon: float
    district_code: str
    dspl_approx: int | None = None


def read_postcodes(path: Path, outcodes: Set[str]) -> Iterator[ReadPostcode]:
    """The postcodes of a file or folder whose outcode is among these. Raises `UnreadablePostcodeFile`."""
    if not path.exists():
        raise UnreadablePostcodeFile(f"There is no file or folder at {path}: check the path.")
    try:
        yield from _rows(path, outcodes)
    except (UnicodeDecodeError, csv.Error, zipfile.BadZipFile, EOFError, OSError) as error:
        raise UnreadablePostcodeFile(
            f"{path.name} could not be read ({error}): download it again."
        ) from error


def to_degrees(eastings: list[float], northings: list[float]) -> list[tuple[float, float]]:
    """Metres on the Ordnance Survey grid (EPSG:27700) to latitude and longitude in degrees (WGS 84)."""
    lons, lats = _GRID_TO_DEGREES.transform(eastings, northings)
    return [(round(lat, 5), round(lon, 5)) for lat, lon in zip(lats, lons, strict=True)]


_GRID_TO_DEGREES = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def _rows(path: Path, outcodes: Set[str]) -> Iterator[ReadPostcode]:
    if path.is_dir() or zipfile.is_zipfile(path):
        yield from _projected(_code_point_rows(path, outcodes))
        return
    with _opened_text(path) as file:
        first = file.readline()
        if not set(first.strip().split(",")) >= _TABLE_COLUMNS:
            raise UnreadablePostcodeFile(
                f"{path.name} is neither a Code-Point Open download (a zip file or a folder of CSV "
                f"files) nor a table with the columns {', '.join(sorted(_TABLE_COLUMNS))}."
            )
        yield from _table_rows(file, first.strip().split(","), path.name, outcodes)


@contextmanager
def _opened_text(path: Path) -> Iterator[IO[str]]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield file
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file


def _table_rows(file: IO[str], columns: list[str], name: str, outcodes: Set[str]) -> Iterator[ReadPostcode]:
    for line, row in enumerate(csv.DictReader(file, columns), start=2):
        if row["postcode"].split(" ")[0] in outcodes:
            try:
                dspl = int(row["dspl_approx"]) if row["dspl_approx"] else None
                yield ReadPostcode(
                    row["postcode"], float(row["lat"]), float(row["lon"]), row["district_code"], dspl
                )
            except (ValueError, TypeError) as error:
                raise UnreadablePostcodeFile(
                    f"{name}, line {line}, has a number that is none: download it again."
                ) from error


def _code_point_rows(path: Path, outcodes: Set[str]) -> Iterator[tuple[str, float, float, str]]:
    """Unit, easting, northing and district code of every row that we keep."""
    found_any = False
    for name, file in _code_point_files(path):
        found_any = True
        for line, row in enumerate(csv.reader(file), start=1):
            if len(row) != _COLUMNS:
                raise UnreadablePostcodeFile(
                    f"{name}, line {line}, has {len(row)} columns and not {_COLUMNS}: is it Code-Point Open?"
                )
            joined = row[_POSTCODE].replace(" ", "")
            if joined[:-3] in outcodes and row[_QUALITY] != _NO_COORDINATES:
                try:
                    easting, northing = float(row[_EASTING]), float(row[_NORTHING])
                except ValueError as error:
                    raise UnreadablePostcodeFile(
                        f"{name}, line {line}, has a coordinate that is no number: download it again."
                    ) from error
                yield f"{joined[:-3]} {joined[-3:]}", easting, northing, row[_DISTRICT]
    if not found_any:
        raise UnreadablePostcodeFile(
            f"{path.name} holds no CSV files: give the Code-Point Open download, zipped or not."
        )


def _code_point_files(path: Path) -> Iterator[tuple[str, Iterable[str]]]:
    """Name and lines of each data file; the download's own documents ("Doc") are passed over."""
    if path.is_dir():
        for each in sorted(path.rglob("*.csv")):
            if "doc" not in {part.lower() for part in each.relative_to(path).parts[:-1]}:
                with each.open(encoding="utf-8", newline="") as file:
                    yield each.name, file
        return
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.lower().endswith(".csv") and "doc" not in name.lower().split("/")[:-1]:
                with archive.open(name) as raw:
                    yield name, io.TextIOWrapper(raw, encoding="utf-8", newline="")


def _projected(rows: Iterator[tuple[str, float, float, str]]) -> Iterator[ReadPostcode]:
    while chunk := list(islice(rows, _CHUNK)):
        points = to_degrees([row[1] for row in chunk], [row[2] for row in chunk])
        for (unit, _, _, district), (lat, lon) in zip(chunk, points, strict=True):
            yield ReadPostcode(unit, lat, lon, district)
