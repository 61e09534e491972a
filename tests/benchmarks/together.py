"""Several ways of answering, asked in turn so that a busy minute falls on all alike, and many askers at once."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import connections

from tests.benchmarks.timing import percentile

Item = TypeVar("Item")
CLIENTS = 4


@dataclass(frozen=True)
class Speed:
    """Milliseconds by the clock with one asker, searches a second with several, and in how many of them none came."""

    p50: float
    p95: float
    a_second: float
    asked: int
    given_up: int


def speeds(
    ways: Mapping[str, Callable[[Item], bool]],
    items: Sequence[Item],
    seconds: float,
    least: int = 5,
    warm: int = 3,
) -> dict[str, Speed]:
    """Ask every way for about so many seconds, then every way with several askers for half as long.

    A way gives back whether an answer came before it lost patience. The first `warm` are done before the clock starts.
    """
    for item in items[:warm]:
        for do in ways.values():
            do(item)
    clock = in_turn(ways, items, seconds * len(ways), least)
    found = {}
    for name, do in ways.items():
        times, given_up = clock[name]
        found[name] = Speed(
            percentile(times, 50),
            percentile(times, 95),
            a_second(do, items, seconds / 2),
            len(times),
            given_up,
        )
    return found


def in_turn(
    ways: Mapping[str, Callable[[Item], bool]], items: Sequence[Item], seconds: float, least: int
) -> dict[str, tuple[list[float], int]]:
    """For each way the seconds that every question took, and how many were given up."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    given_up = dict.fromkeys(ways, 0)
    until = time.perf_counter() + seconds
    number = 0
    while number < least or time.perf_counter() < until:
        item = items[number % len(items)]
        for name, do in ways.items():
            start = time.perf_counter()
            came = do(item)
            times[name].append(time.perf_counter() - start)
            given_up[name] += not came
        number += 1
    return {name: (times[name], given_up[name]) for name in ways}


def a_second(
    do: Callable[[Item], bool], items: Sequence[Item], seconds: float, clients: int = CLIENTS
) -> float:
    """How many answers come in a second while several ask at once; an answer that was given up is none."""
    came = [0] * clients
    start = time.perf_counter()
    until = start + seconds

    def ask(client: int) -> None:
        number = client * len(items) // clients
        while time.perf_counter() < until:
            came[client] += do(items[number % len(items)])
            number += 1
        connections.close_all()

    threads = [threading.Thread(target=ask, args=[client]) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(came) / (time.perf_counter() - start)
