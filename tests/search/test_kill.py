"""Processes are killed at any moment while editors publish and the index is kept: nothing is lost, nothing is half
done, and whoever searches sees nothing of it.
"""

import json
import random
import re
import signal
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.prepared import copy_to
from tests.search.site_on_disk import Forks, forks, thin_out, wait_until

# Where a process kills itself, and how often: moments that chance would hardly meet.
PUBLISHING = {"saved, not logged": 4, "logged, not committed": 4}
KEEPING = {"half written": 2, "written, not committed": 3, "committed": 2}
BUILDING = {"built, not in place": 2, "in place": 2}
BY_CHANCE = {"publish": 17, "keep": 11, "rebuild": 3}
KILLS = 50
# In seconds: somewhat more than publishing, or applying a change, takes.
LONGEST = 0.15
State = tuple[str, str]
VERSION = re.compile(r"Version kill(\d+)x")
AS_AT_FIRST = ("none", "up")


def plan(role: str, moments: dict[str, int]) -> list[tuple[str, str]]:
    """The kills of one kind of process: (role, moment), with no moment for those that come by chance."""
    own = [(role, moment) for moment, times in moments.items() for _ in range(times)]
    return own + [(role, "")] * BY_CHANCE[role]


@dataclass
class Scene:
    """The processes, the services they publish, and the file in which they say what they do."""

    processes: Forks
    services: list[str]
    said: Path
    keepers_are_done: threading.Event

    def kill_publishers(self, kills: list[tuple[str, str]]) -> None:
        """One publisher after the other; the last one works until the keepers have had their share too.

        Each has services of its own, so that nobody later mends what an earlier one has left.
        """
        for number, (role, moment) in enumerate(kills):
            its_own = ",".join(self.services[2 * number : 2 * number + 2])
            self.end(self.processes.start(role, its_own, number * 1000, moment), moment)
        last = self.processes.start("publish", ",".join(self.services[-6:]), 100_000)
        self.keepers_are_done.wait()
        self.processes.end(last)

    def kill_keepers(self, kills: list[tuple[str, str]]) -> None:
        for role, moment in kills:
            self.end(self.processes.start(role, moment), moment)

    def end(self, child: int, moment: str) -> None:
        """Wait until it has killed itself, or kill it at any time in its first pieces of work."""
        if moment:
            self.processes.wait(child)
        else:
            pieces = random.randint(1, 3)
            wait_until(lambda: self.begun(child) >= pieces, f"The work of process {child}")
            time.sleep(random.uniform(0.0, LONGEST))
            self.processes.end(child)

    def begun(self, child: int) -> int:
        """How many pieces of work it has begun."""
        began = self.said.with_suffix(".begun")
        return began.read_text().split().count(str(child)) if began.exists() else 0


def states(said: Path) -> dict[int, set[State]]:
    """What each service may be at the end: what was last said to be done, or what was tried after that."""
    possible: dict[int, set[State]] = defaultdict(lambda: {AS_AT_FIRST})
    for line in said.read_text().splitlines():
        word, pk, number, way = line.split()
        if word == "done":
            possible[int(pk)] = set()
        possible[int(pk)].add((number, way))
    return possible


def published(said: Path) -> list[tuple[str, str]]:
    """Every version that was said to be published: (service, name)."""
    done = [line.split() for line in said.read_text().splitlines() if line.startswith("done")]
    return [(pk, f"Version kill{number}x") for _, pk, number, way in done if way == "up"]


@pytest.mark.xdist_group("processes")
def test_fifty_kills_lose_nothing_and_leave_nothing_half_done(tmp_path: Path) -> None:
    keepers = plan("keep", KEEPING) + plan("rebuild", BUILDING)
    publishers = plan("publish", PUBLISHING)
    assert len(keepers + publishers) == KILLS
    random.shuffle(keepers)
    random.shuffle(publishers)
    var, said, read, seen = (tmp_path / name for name in ("var", "said", "read", "seen"))
    copy_to(var)
    services = thin_out(var)
    with forks(var, said) as processes:
        processes.wait(processes.start("look", seen))
        reader = processes.start("read", read)
        scene = Scene(processes, services, said, threading.Event())
        publishing = threading.Thread(target=scene.kill_publishers, args=(publishers,))
        publishing.start()
        try:
            scene.kill_keepers(keepers)
        finally:
            scene.keepers_are_done.set()
            publishing.join()
        processes.end(reader, signal.SIGTERM)
        processes.wait(processes.start("look", seen))
    assert not said.with_suffix(".wrong").exists(), said.with_suffix(".wrong").read_text()
    _readers_saw_nothing_of_it(json.loads(read.read_text()))
    _the_index_is_true(json.loads(seen.read_text()))
    _nothing_is_lost_or_half_done(json.loads(seen.read_text())["services"], said)


def _readers_saw_nothing_of_it(answers: dict[str, Any]) -> None:
    assert answers["wrong"] == []
    assert answers["searches"] > 100


def _the_index_is_true(report: dict[str, Any]) -> None:
    assert report["different"] == []
    assert report["documents"] > 6
    assert report["position"] == report["last_change"]


def _nothing_is_lost_or_half_done(services: dict[str, Any], said: Path) -> None:
    for service, name in published(said):
        assert name in services[service]["versions"]
    assert len(published(said)) > 10
    for pk, possible in states(said).items():
        now = services[str(pk)]
        version = VERSION.fullmatch(now["live"]["name"])
        number = version[1] if version else "none"
        assert now["whole"], f"{pk} is half of one version and half of another: {now}"
        if now["is_live"]:
            assert (number, "up") in possible
            assert number == "none" or now["found"] == [pk]
        else:
            assert "down" in {way for _, way in possible}
            assert pk not in now["found"]
