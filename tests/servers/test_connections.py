"""The site and its PostgreSQL server: what is wrong is said in words, and connections are used, lent and made anew."""

import re
from typing import Any

import psycopg
import pytest

from tests.servers.editors import Editor, all_at_once
from tests.servers.site import Site, served

PASSWORD = "kestrel7harbour"


def other_password(address: str) -> str:
    return re.sub(r":\w+@", f":{PASSWORD}@", address)


@pytest.mark.parametrize(
    ("change", "says", "how"),
    [
        (other_password, "does not take the user", "Put the right user and password into DATABASE_URL"),
        (lambda address: re.sub(r":\w+@", "@", address), "wants a password", "after the user"),
        (lambda address: f"{address}x", "The server has no database", "createdb --owner="),
        (lambda address: re.sub(r"@[^/]+", "@nowhere.invalid", address), "No machine has the name", "host"),
        (lambda address: f"{address}?sslmoode=require", "PostgreSQL does not know", "?sslmode=require"),
    ],
)
def test_the_check_says_what_is_wrong_and_how_to_put_it_right(
    site_in_a_server: Site, change: Any, says: str, how: str
) -> None:
    done = Site(site_in_a_server.folder, change(site_in_a_server.database)).manage("check")
    assert done.returncode != 0
    assert says in done.stderr
    assert how in done.stderr
    assert PASSWORD not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_user_who_may_make_no_tables_is_told_how_to_be_let(
    site_in_a_server: Site, postgresql: dict[str, Any]
) -> None:
    user = f"guest_{site_in_a_server.database[-6:]}"
    with psycopg.connect(site_in_a_server.database, autocommit=True) as server:
        server.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{PASSWORD}'".encode())
        server.execute(b"REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        guest = re.sub(r"//\w+:\w+@", f"//{user}:{PASSWORD}@", site_in_a_server.database)
        done = Site(site_in_a_server.folder, guest).manage("check")
        server.execute(f"DROP ROLE {user}".encode())
    assert "may make no tables" in done.stderr
    assert "OWNER TO" in done.stderr


def test_a_site_in_order_has_nothing_to_say(site_in_a_server: Site) -> None:
    assert "no issues" in site_in_a_server.must("check")


def test_a_process_holds_no_more_connections_than_it_may(site_in_a_server: Site) -> None:
    """Forty families at once, and a pool of three."""
    with served(site_in_a_server, DATABASE_POOL="3", WEB_WORKERS="1", WEB_THREADS="12") as address:
        look = Editor(address, "")
        answers = all_at_once([lambda: look.look_at("/guides/")] * 40)
        with psycopg.connect(site_in_a_server.database) as server:
            [held] = server.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone() or (None,)
    assert {answer.status for answer in answers} == {200}
    assert 1 <= held <= 4  # the lock of the one who does the background work has one of its own


def test_families_do_not_notice_that_the_server_was_restarted(site_in_a_server: Site) -> None:
    """Every connection of the pool is dead; each is looked at before it is lent, and made anew."""
    with served(site_in_a_server, WEB_WORKERS="1") as address:
        look = Editor(address, "")
        assert look.look_at("/guides/").status == 200
        with psycopg.connect(site_in_a_server.database, autocommit=True) as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert [look.look_at("/guides/").status for _ in range(8)] == [200] * 8


def test_a_process_that_is_forked_has_connections_of_its_own(site_in_a_server: Site) -> None:
    """Parent and children ask at the same time; over one connection they would read each other's answers."""
    program = """
import os, sys
from django.db import connection

def ask(number, times=200):
    with connection.cursor() as cursor:
        for _ in range(times):
            cursor.execute("SELECT %s", [number])
            assert cursor.fetchone() == (number,)
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]

mine = ask(0, 1)
children = []
for number in (1, 2, 3):
    child = os.fork()
    if not child:
        try:
            other = ask(number)
        except BaseException as trouble:
            print(trouble, file=sys.stderr)
            os._exit(1)
        os._exit(0 if other != mine else 2)
    children.append(child)
assert ask(0) == mine
print([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])
"""
    assert site_in_a_server.python(program).strip().split("\n")[-1] == "[0, 0, 0]"


def test_a_web_server_that_loads_the_site_before_it_forks_serves_it(site_in_a_server: Site) -> None:
    with served(site_in_a_server, GUNICORN_CMD_ARGS="--preload", WEB_WORKERS="3") as address:
        look = Editor(address, "")
        answers = all_at_once([lambda: look.look_at("/search/?q=sleep")] * 20)
        assert {answer.status for answer in answers} == {200}
        assert all("can help" in answer.page for answer in answers)
