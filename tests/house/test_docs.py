"""What the documents say is so: every setting, command, file and link that they name is there."""

import re
from functools import cache
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SETTINGS = [ROOT / "local_offer" / "settings.py", ROOT / "gunicorn.conf.py"]

_READ = re.compile(r"""(?:env\.\w+|environ\.get|environ)[(\[]\s*["']([A-Z_]+)["']""")
_TARGET = re.compile(r"^([a-z][a-z-]*):.*?##", re.MULTILINE)
_MAKE = re.compile(r"^\s*make ([a-z][a-z-]*)|`make ([a-z][a-z-]*)", re.MULTILINE)
_COMMAND = re.compile(r"manage\.py ([a-z_]+)")
_MODULE = re.compile(r"python -m (tests[\w.]*)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
# The folders a path may begin with.
_ROOMS = ("home", "search", "local_offer", "templates", "static", "tests", "docs", "scripts")
# Made when the site runs, so not in a fresh copy.
_MADE = ("var/", ".venv/", "static/build")


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=shown)


def settings_read() -> set[str]:
    """Names of everything that the settings and gunicorn take from the environment."""
    return set(chain.from_iterable(_READ.findall(path.read_text()) for path in SETTINGS))


def settings_told() -> list[str]:
    """The names in the first column of the README's table of settings."""
    return re.findall(r"^\| `([A-Z_]+)` \|", README.read_text(), re.MULTILINE)


def targets() -> set[str]:
    return set(_TARGET.findall((ROOT / "Makefile").read_text()))


def paths_in(text: str) -> set[str]:
    """What is written as code and looks like a file or folder of this project."""
    found = set()
    for code in _CODE.findall(text):
        is_ours = code.startswith(tuple(f"{room}/" for room in _ROOMS))
        looks_like_one = re.fullmatch(
            r"[\w./-]+\.(py|html|csv|toml|md|mjs|js|scss|json|jsonl|conf\.py)", code
        )
        if (is_ours or looks_like_one) and re.fullmatch(r"[\w./-]+", code) and not code.startswith(_MADE):
            found.add(code)
    return found


@cache
def files() -> tuple[str, ...]:
    """Every file of the project, each with a slash before its path."""
    return tuple(f"/{shown(path)}" for room in _ROOMS for path in (ROOT / room).rglob("*") if path.is_file())


def exists(code: str) -> bool:
    """Whether it is there, by its whole path, or by the end of one where its folder was named before."""
    return (ROOT / code).exists() or any(path.endswith(f"/{code}") for path in files())


def anchors(document: Path) -> set[str]:
    """The anchors that the headings of a document make."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_tells_every_setting_and_no_other():
    told = settings_told()
    assert set(told) == settings_read()
    assert len(told) == len(set(told))


def test_every_target_of_make_is_explained():
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert targets() == set(phony[1].split())


def test_the_two_commands_stand_in_the_readme():
    assert {"run", "test"} <= set(chain.from_iterable(_MAKE.findall(README.read_text())))


@each_document
def test_every_target_of_make_that_is_named_is_there(document: Path):
    named = set(chain.from_iterable(_MAKE.findall(document.read_text()))) - {""}
    assert named <= targets()


@each_document
def test_every_command_that_is_named_is_there(document: Path):
    assert set(_COMMAND.findall(document.read_text())) <= get_commands().keys()


@each_document
def test_every_module_that_is_run_is_there(document: Path):
    for module in _MODULE.findall(document.read_text()):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


@each_document
def test_every_file_that_is_named_is_there(document: Path):
    assert [code for code in sorted(paths_in(document.read_text())) if not exists(code)] == []


@each_document
def test_every_link_leads_somewhere(document: Path):
    """Links to other sites are left alone, and so are those that stand in code as examples."""
    prose = _CODE.sub("", document.read_text())
    for link in _LINK.findall(prose):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (document.parent / path) if path else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@each_document
def test_every_picture_is_light_enough_for_a_phone(document: Path):
    for link in _LINK.findall(document.read_text()):
        if link.endswith(".png"):
            assert (document.parent / link).stat().st_size < 150_000, link
