"""Whole postcodes come in from Ordnance Survey's own download or from a ready table, whole or not at all."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from local_offer.places.locate import locate
from local_offer.places.models import Outcode, PostcodePoint
from local_offer.places.place import Point, miles_between
from local_offer.places.postcode_files import to_degrees

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("place_tables")]

# As Code-Point Open writes them: no header; postcodes of seven letters, with or without a space.
AL = """\
"AL1 3JE",10,514843,207270,"E92000001","E19000003","E18000006","","E07000240","E05013951"
"AL9 6AA",10,525400,206500,"E92000001","E19000003","E18000006","","E07000241","E05013951"
"AL101AA",10,522500,208500,"E92000001","E19000003","E18000006","","E07000241","E05013951"
"AL1 9ZZ",90,0,0,"E92000001","E19000003","E18000006","","E07000240","E05013951"
"""
CM = """\
"CM201AA",10,544600,210600,"E92000001","E19000003","E18000006","E10000012","E07000073","E05013951"
"""
ZE = """\
"ZE1 0AA",10,447500,1141500,"S92000003","","","","S12000027","S13002770"
"""
TABLE = """\
postcode,lat,lon,positional_quality,district_code,ward_code,in_herts,dspl_approx
AL1 3JE,51.75300,-0.33500,10,E07000240,E05013951,1,7
CM20 1AA,51.77700,0.09400,10,E07000073,E05013951,0,
ZE1 0AA,60.15000,-1.15000,10,S12000027,S13002770,0,
"""


def _folder(tmp_path: Path) -> Path:
    data = tmp_path / "codepo_gb" / "Data" / "CSV"
    data.mkdir(parents=True)
    for name, text in (("al", AL), ("cm", CM), ("ze", ZE)):
        (data / f"{name}.csv").write_text(text)
    doc = tmp_path / "codepo_gb" / "Doc"
    doc.mkdir()
    (doc / "Code-Point_Open_Column_Headers.csv").write_text("PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n")
    return tmp_path / "codepo_gb"


def _zip(tmp_path: Path) -> Path:
    folder, path = _folder(tmp_path), tmp_path / "codepo_gb.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for each in sorted(folder.rglob("*.csv")):
            archive.write(each, each.relative_to(folder))
    return path


def _table(tmp_path: Path) -> Path:
    path = tmp_path / "postcodes.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(TABLE)
    return path


def load(path: Path) -> None:
    call_command("load_postcodes", str(path), verbosity=0)


def units() -> set[str]:
    return set(PostcodePoint.objects.values_list("unit", flat=True))


def test_the_grid_becomes_degrees_as_ordnance_survey_says() -> None:
    # Caister water tower, the worked example of "A guide to coordinate systems in Great Britain".
    [(lat, lon)] = to_degrees([651409.903], [313177.270])
    assert miles_between(Point(lat, lon), Point(52.65798, 1.71605)) < 0.01


@pytest.mark.parametrize("make", [_folder, _zip])
def test_code_point_open_is_read_zipped_or_not(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    load(make(tmp_path))
    assert units() == {"AL1 3JE", "AL9 6AA", "AL10 1AA", "CM20 1AA"}
    point = PostcodePoint.objects.get(pk="AL1 3JE")
    assert miles_between(Point(point.lat, point.lon), Point(51.753, -0.335)) < 0.5
    assert (point.district_code, point.dspl_approx, point.in_herts) == ("E07000240", 7, True)


def test_a_postcode_outside_the_county_has_no_dspl_area(tmp_path: Path) -> None:
    load(_zip(tmp_path))
    point = PostcodePoint.objects.get(pk="CM20 1AA")
    assert (point.dspl_approx, point.in_herts) == (None, False)


def test_what_has_no_coordinates_and_what_is_far_away_is_left_out(tmp_path: Path) -> None:
    load(_zip(tmp_path))
    assert not {"AL1 9ZZ", "ZE1 0AA"} & units()


def test_a_ready_table_is_read_and_its_areas_are_kept(tmp_path: Path) -> None:
    load(_table(tmp_path))
    assert units() == {"AL1 3JE", "CM20 1AA"}
    assert PostcodePoint.objects.get(pk="AL1 3JE").dspl_approx == 7


def test_a_family_is_then_found_at_its_own_postcode(tmp_path: Path) -> None:
    assert locate("AL1 3JE").kind == "sector"
    load(_table(tmp_path))
    assert locate("AL1 3JE").point == Point(51.753, -0.335)
    assert locate("CM20 1AA").outside == "Essex County Council"


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    load(_zip(tmp_path))
    load(_table(tmp_path))
    assert units() == {"AL1 3JE", "CM20 1AA"}


def test_a_postcode_that_stands_twice_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text(TABLE + "AL1 3JE,51.76000,-0.33500,10,E07000240,E05013951,1,7\n")
    load(path)
    assert PostcodePoint.objects.get(pk="AL1 3JE").lat == 51.76


def _wrong_files(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    def written(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    short = tmp_path / "short"
    short.mkdir()
    (short / "al.csv").write_text(AL + '"AL1 3JF",10,514843\n')
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "al.csv").write_text(AL.replace("525400", "east"))
    empty = tmp_path / "empty"
    empty.mkdir()
    far = tmp_path / "far"
    far.mkdir()
    (far / "ze.csv").write_text(ZE)
    zipped = _zip(tmp_path).read_bytes()
    return {
        "missing": (tmp_path / "nothing.zip", "check the path"),
        "not ours": (written("shopping.csv", b"milk,eggs\n1,2\n"), "neither a Code-Point Open download"),
        "short row": (short, "line 5, has 3 columns"),
        "no number": (letters, "line 2, has a coordinate that is no number"),
        "empty folder": (empty, "holds no CSV files"),
        "elsewhere": (far, "holds no postcode in or near Hertfordshire"),
        "wrong encoding": (
            written("latin.csv", TABLE.encode() + b"AL1 3J\xe9,1,1,10,x,x,1,7\n"),
            "could not be read",
        ),
        "bad number": (
            written("bad.csv", TABLE.replace("51.75300", "north").encode()),
            "line 2, has a number",
        ),
        "cut table": (written("cut.csv.gz", gzip.compress(TABLE.encode())[:60]), "could not be read"),
        "no gzip": (written("plain.csv.gz", TABLE.encode()), "could not be read"),
        "cut zip": (written("cut.zip", zipped[: len(zipped) // 2]), "could not be read"),
    }


WRONG = ["missing", "not ours", "short row", "no number", "empty folder", "elsewhere"]
WRONG += ["wrong encoding", "bad number", "cut table", "no gzip", "cut zip"]


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_changes_nothing_and_says_in_a_sentence_why(tmp_path: Path, case: str) -> None:
    PostcodePoint.objects.create(unit="AL1 3JJ", lat=51.7, lon=-0.3, district_code="E07000240", in_herts=True)
    path, why = _wrong_files(tmp_path)[case]
    with pytest.raises(CommandError, match=why) as caught:
        load(path)
    assert "Nothing was changed." in str(caught.value)
    assert "\n" not in str(caught.value)
    assert units() == {"AL1 3JJ"}


def test_without_outcodes_it_says_what_to_load_first(tmp_path: Path) -> None:
    Outcode.objects.all().delete()
    with pytest.raises(CommandError, match="load_starting_data"):
        load(_table(tmp_path))
