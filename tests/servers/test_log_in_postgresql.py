"""Rows of the log show out of order on PostgreSQL: with real transactions side by side, none is passed over."""

import json
from typing import Any

import pytest

from tests.servers.site import Site

SIDE_BY_SIDE = """
import json, threading
from django.db import connection, transaction
from search.changes import last_change, note_change
from search.following import Follower
from search.models import IndexChange

class Undone(Exception): pass

def beside(service, ends, undo):
    try:
        with transaction.atomic():
            note_change("service", service)
            written.set()
            ends.wait(30)
            if undo: raise Undone
    except Undone: pass
    finally: connection.close()

def starts(service, undo=False):
    global written
    written, ends = threading.Event(), threading.Event()
    thread = threading.Thread(target=beside, args=[service, ends, undo])
    thread.start()
    assert written.wait(30)
    def end():
        ends.set()
        thread.join()
    return end

def at_once(service):
    with transaction.atomic():
        note_change("service", service)

def number(service):
    return IndexChange.objects.get(object_id=service).id

def all_new(follower):
    found = set()
    while (touched := follower.next()) is not None:
        found |= touched.services
        follower.applied(touched)
    return sorted(found)
"""


def told(site: Site, program: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.python(SIDE_BY_SIDE + program).strip().split("\n")[-1])
    return found


def test_a_lower_number_that_shows_after_a_higher_one_is_not_passed_over(site_in_a_server: Site) -> None:
    seen = told(
        site_in_a_server,
        """
follower = Follower.from_now()
end = starts(111111)
at_once(222222)
first, waits_at = all_new(follower), follower.position
end()
print(json.dumps({"first": first, "then": all_new(follower), "slow": number(111111), "fast": number(222222),
                  "waited_at": waits_at, "ends_at": follower.position, "newest": last_change()}))
""",
    )
    assert seen["slow"] < seen["fast"], "else this would prove nothing"
    assert seen["first"] == [222222], "nobody waits for a slow transaction"
    assert seen["waited_at"] < seen["slow"], "an index that stops here must not begin after the slow row"
    assert seen["then"] == [111111]
    assert seen["ends_at"] == seen["newest"]


def test_an_index_that_is_begun_while_somebody_writes_sees_that_too(site_in_a_server: Site) -> None:
    seen = told(
        site_in_a_server,
        """
end = starts(111111)
at_once(222222)
follower = Follower.from_now()
before = all_new(follower)
end()
print(json.dumps({"before": before, "then": all_new(follower), "ends_at": follower.position,
                  "newest": last_change()}))
""",
    )
    assert seen["before"] == []
    assert seen["then"] == [111111]
    assert seen["ends_at"] == seen["newest"]


def test_what_is_undone_holds_nobody_up(site_in_a_server: Site) -> None:
    seen = told(
        site_in_a_server,
        """
follower = Follower.from_now()
end = starts(111111, undo=True)
at_once(222222)
first = all_new(follower)
end()
at_once(333333)
print(json.dumps({"first": first, "then": all_new(follower), "ends_at": follower.position,
                  "newest": last_change()}))
""",
    )
    assert (seen["first"], seen["then"]) == ([222222], [333333])
    assert seen["ends_at"] == seen["newest"]


@pytest.mark.parametrize("rounds", [12])
def test_of_many_who_write_at_once_in_any_order_every_change_is_seen_once(
    site_in_a_server: Site, rounds: int
) -> None:
    seen = told(
        site_in_a_server,
        f"""
import random, time
follower, over, found = Follower.from_now(), threading.Event(), []
def follow():
    while not over.is_set():
        found.extend(all_new(follower))
    found.extend(all_new(follower))
    connection.close()
following = threading.Thread(target=follow)
following.start()
def write(editor):
    for turn in range({rounds}):
        with transaction.atomic():
            note_change("service", 1_000_000 + 1000 * editor + turn)
            time.sleep(random.random() / 50)
    connection.close()
editors = [threading.Thread(target=write, args=[editor]) for editor in range(8)]
for one in editors: one.start()
for one in editors: one.join()
over.set()
following.join()
print(json.dumps({{"found": sorted(found), "ends_at": follower.position, "newest": last_change()}}))
""",
    )
    assert seen["found"] == sorted(
        1_000_000 + 1000 * editor + turn for editor in range(8) for turn in range(rounds)
    )
    assert seen["ends_at"] == seen["newest"]
