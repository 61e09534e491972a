"""A slip in a starting file is found before anything is written, whatever file it is in."""

import shutil

import pytest
from django.core.management import call_command

from home.starting.checking import known_from, page_problems
from home.starting.loading import checked_data
from home.starting.reading import StartingFilesWrong
from local_offer.places.tables import STARTING_DATA
from tests.home.starting.texts import page, page_text


@pytest.fixture
def folder(tmp_path):
    """A copy of the starting files, to make slips in; of the many sentences the first hundred will do."""
    copy = tmp_path / "data"
    shutil.copytree(STARTING_DATA, copy)
    for file in copy.rglob("*.csv"):
        file.chmod(0o644)
    sentences = (copy / "everyday.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (copy / "everyday.csv").write_text("".join(sentences[:100]), encoding="utf-8")
    return copy


def faults(folder):
    with pytest.raises(StartingFilesWrong) as wrong:
        checked_data(folder)
    return wrong.value.problems


def test_the_files_of_this_site_fit_together_and_no_database_is_asked(starting):
    assert len(starting.services) == 102
    assert len(starting.pages) >= 72


@pytest.mark.parametrize(
    ("body", "changed", "line", "words"),
    [
        ("Fine.\n\n[a](hub:nowhere)", {}, 14, "there is no page “hub:nowhere”"),
        ("[a](service:36)", {}, 12, "there is no service 36"),
        ("[a](/search/?nead=sleep)", {}, 12, "a search has no field “nead”"),
        ("[a](/search/?need=slep)", {}, 12, "a search knows no need “slep”"),
        ("[a](/search/?age=30)", {}, 12, "a search knows no age “30”"),
        ("[a](tel:999)", {}, 12, "leads nowhere"),
        ("[a](http://example.org)", {}, 12, "leads nowhere"),
        ("[a](/services/space/)", {}, 12, "leads nowhere"),
        ("[[services need=slep]]", {}, 12, "there is no need “slep”"),
        ("[[services kind=hlpline]]", {}, 12, "there is no kind “hlpline”"),
        ("[[helplines need=slep]]", {}, 12, "there is no need “slep”"),
        ("Fine.", {"needs": '["slep"]'}, 6, "there is no need “slep”"),
        ("Fine.", {"related": '["hub:slep"]'}, 8, "there is no page “hub:slep”"),
        ("Fine.", {"key": '"hub:sleep"'}, 2, "hub/sleep.md has it too"),
        ("Fine.", {"slug": '"sleep"'}, 4, "hub/sleep.md has it too"),
        ("Fine.", {"area": '"dspl-1"'}, 11, "only the page of an area"),
        ("Fine.", {"key": '"plain:naps"'}, 6, "only pages of the hub and guides have needs"),
        ("Fine.", {"key": '"dspl:10"', "area": '"dspl-10"', "needs": "[]"}, 11, "not in areas.csv"),
        ("[[helplines all]]", {"key": '"plain:naps"', "needs": "[]"}, 12, "Live lists stand only on"),
    ],
)
def test_what_a_page_names_must_be_there(starting, body, changed, line, words):
    (problem,) = page_problems((*starting.pages, page(body, **changed)), known_from(starting))
    assert problem.startswith(f"hub/naps.md, line {line}: ")
    assert words in problem


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("needs.csv", "anxiety,feelings-worry-and-mood", "anxiety,feelings", "there is no parent “feelings”"),
        (
            "helplines.csv",
            'ERIC,"Wee, poo and bedwetting",toilet',
            "ERIC,Wee,toylet",
            "there is no needs “toylet”",
        ),
        ("helplines.csv", "name,topic", "nam,topic", "the column 'name' is missing"),
        ("kinds.csv", "live-chat,", "helpline,", "it is there twice"),
        ("outcodes.csv", "AL1,51.749", "AL1,north", "could not convert"),
        ("services.csv", "not_needed", "not needed", "diagnosis"),
        ("someone_to_ask.csv", "37,", "36,", "there is no service 36"),
        ("home.toml", 'needs = ["senses"]', 'needs = ["sense"]', "there is no need “sense”"),
        ("home.toml", 'icon = "eye"', 'icon = "ear"', "there is no icon “ear”"),
        ("home.toml", "[[tiles]]", "[[tile]]", "It must hold"),
        ("order.toml", '"hub:sleep"', '"hub:slep"', "there is no page “hub:slep”"),
        ("order.toml", '"Your area"', '""', "1 to 40 letters"),
        ("contact.toml", "council_phone", "phone", "It must hold"),
        ("contact.toml", '"0300 123 4043"', "300", "not of the right kind"),
    ],
)
def test_what_a_table_names_must_be_there(folder, file, old, new, words):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = faults(folder)
    assert any(problem.startswith(file) and words in problem for problem in found), found


def test_a_missing_file_is_named(folder):
    (folder / "kinds.csv").unlink()
    assert "kinds.csv: there is no such file. Put it back." in faults(folder)


def test_every_slip_is_said_at_once(folder):
    for name in ("a", "b"):
        text = page_text("[x](hub:nowhere)", key=f'"hub:zz-{name}"', slug=f'"zz-{name}"')
        (folder / f"pages/hub/zz-{name}.md").write_text(text, encoding="utf-8")
    assert len(faults(folder)) == 2


def test_the_check_says_that_all_is_well(capsys):
    call_command("load_starting_data", "--check")
    assert "All is well: 102 services and 75 pages" in capsys.readouterr().out
