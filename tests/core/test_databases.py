"""DATABASE_URL alone says where the data is; what is wrong with it is said in words, and never with the password."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from local_offer.core.checks import connection_error, file_troubles
from local_offer.databases import POSTGRESQL, SQLITE, WrongDatabaseAddress, database_at

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "kestrel7harbour"


def test_a_file_is_kept_by_sqlite() -> None:
    database = database_at("sqlite:////srv/local-offer/var/site.sqlite3")
    assert (database["ENGINE"], database["NAME"]) == (SQLITE, "/srv/local-offer/var/site.sqlite3")


def test_a_file_may_have_a_space_in_its_name() -> None:
    assert database_at("sqlite:////srv/local%20offer/site.sqlite3")["NAME"] == "/srv/local offer/site.sqlite3"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_server_is_asked_through_a_pool(scheme: str) -> None:
    database = database_at(f"{scheme}://ann:{PASSWORD}@db.example.org:6432/local_offer?sslmode=require", 7)
    assert (database["ENGINE"], database["NAME"], database["USER"]) == (POSTGRESQL, "local_offer", "ann")
    assert (database["PASSWORD"], database["HOST"], database["PORT"]) == (PASSWORD, "db.example.org", "6432")
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["pool"]["max_size"] == 7


def test_a_server_of_this_machine_may_be_reached_by_its_socket() -> None:
    database = database_at("postgres://ann@//var/run/postgresql/local_offer")
    assert (database["HOST"], database["NAME"]) == ("/var/run/postgresql", "local_offer")


def test_signs_of_a_password_are_written_as_numbers() -> None:
    assert database_at("postgres://ann:a%2Fb%40c%23@db/x")["PASSWORD"] == "a/b@c#"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"mysql://ann:{PASSWORD}@db/x", "begins with mysql://"),
        ("local_offer", "is no whole address"),
        (f"postgres://ann:{PASSWORD}@db.example.org", "names no database"),
        (f"postgres://ann:{PASSWORD}@db.example.org/", "names no database"),
        (f"postgres://ann:{PASSWORD}@db:port/x", "A port is a number"),
        (f"postgres://ann:1/{PASSWORD}@db/x", "write signs such as"),
        (f"postgres://ann:{PASSWORD}/1@db/x", "write signs such as"),
        (f"postgres://ann:1?{PASSWORD}@db/x", "write signs such as"),
        (f"postgres://ann:1#{PASSWORD}@db/x", "write signs such as"),
        ("sqlite://", "must name a file by its whole path"),
        ("sqlite:///", "must name a file by its whole path"),
        ("sqlite:///:memory:", "must name a file by its whole path"),
        ("sqlite://srv/site.sqlite3", "must name a file by its whole path"),
    ],
)
def test_a_wrong_part_is_named_and_the_password_is_not(address: str, says: str) -> None:
    with pytest.raises(WrongDatabaseAddress) as wrong:
        database_at(address)
    assert says in str(wrong.value)
    assert PASSWORD not in str(wrong.value)


def test_a_pool_without_connections_is_refused() -> None:
    with pytest.raises(WrongDatabaseAddress, match="DATABASE_POOL must be 1 or more"):
        database_at("postgres://ann@db/x", 0)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    [trouble] = file_troubles(tmp_path / "nowhere" / "site.sqlite3")
    assert str(tmp_path / "nowhere") in trouble.msg


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    [trouble] = file_troubles(tmp_path)
    assert "is a folder" in trouble.msg


def test_a_file_that_is_still_to_be_made_is_no_trouble(tmp_path: Path) -> None:
    assert file_troubles(tmp_path / "site.sqlite3") == []


def test_words_of_a_server_that_nobody_foresaw_are_passed_on_without_the_password() -> None:
    settings = {"NAME": "x", "USER": "ann", "HOST": "db", "PORT": "", "PASSWORD": PASSWORD}
    said = connection_error(f"something odd about {PASSWORD}", settings)
    assert "something odd" in said.msg
    assert PASSWORD not in said.msg


def manage(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A command of the site in a process of its own."""
    own = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**own, **environment},
        capture_output=True,
        text=True,
    )


def test_the_check_says_that_no_server_answers(tmp_path: Path) -> None:
    done = manage("check", VAR_DIR=str(tmp_path), DATABASE_URL=f"postgres://ann:{PASSWORD}@127.0.0.1:1/x")
    assert done.returncode != 0
    assert "No PostgreSQL server answers at 127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stderr


def test_a_wrong_address_is_said_in_one_line(tmp_path: Path) -> None:
    done = manage("check", VAR_DIR=str(tmp_path), DATABASE_URL=f"postgres://ann:{PASSWORD}@db")
    assert done.returncode != 0
    assert "names no database" in done.stderr
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stderr
