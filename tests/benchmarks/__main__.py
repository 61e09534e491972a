"""`make bench`: speed, size and memory of the search, at 2,000 and at 20,000 services, side by side, in one run.

Each size is grown and asked in processes of its own, on a temporary site that is gone afterwards.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.quality.site import start_site

SIZES = (2_000, 20_000)
WAYS = {
    "whole": "This search, whole",
    "understanding": "Understanding alone",
    "plain": "This search, words only",
    "bare": "Bare engine query",
    "database": "Wagtail's database search",
    "page": "The results page",
    "empty": "An empty Django view",
}
BESIDE: dict[str, Callable[[dict[str, Any]], str]] = {
    "Words only / bare query": lambda one: f"{one['plain']['work'] / one['bare']['work']:.2f} times",
    "Database / this search": lambda one: (
        f"{'more than ' if one['database']['p50'] >= one['patience'] else ''}"
        f"{one['database']['p50'] / one['whole']['p50']:,.0f} times"
    ),
    "Results page / empty view": lambda one: f"{one['page']['work'] / one['empty']['work']:.0f} times",
    "Index built from database": lambda one: f"{one['build per second']:,.0f} documents/s",
    "Index written from facts": lambda one: f"{one['write per second']:,.0f} documents/s",
    "Index on disk": lambda one: f"{one['index size']:.1f} MB",
    "Most memory while building": lambda one: f"{one['build memory']:.0f} MB",
    "Most memory while answering": lambda one: (
        f"{one['memory']:.0f} MB ({one['memory before']:.0f} of it Django)"
    ),
    "Vocabulary made in": lambda one: f"{one['vocabulary seconds']:.2f} s",
    "A new commit read in": lambda one: f"{1000 * one['columns seconds']:.0f} ms",
}
# What we promise on one core, in milliseconds (p95) for each size, and as a ratio of work.
PROMISED = {"understanding": (1.5, 1.5), "whole": (5.0, 10.0)}
PROMISED_RATIO = 1.5


def main() -> None:
    """Make a site, grow it to each size in turn, and print one table."""
    started = time.monotonic()
    say("Making a site with the starting data")
    start_site()
    collect_static()
    measured = []
    for size in SIZES:
        say(f"{size:,} services: making them up and building the index")
        grown = run("growing", str(size))
        say(f"{size:,} services: asking")
        measured.append(grown | run("answering"))
    print("\n".join(report(measured)))
    say(f"Done in {time.monotonic() - started:.0f} seconds")


def say(words: str) -> None:
    """Tell whoever watches, apart from the table."""
    print(words, file=sys.stderr, flush=True)


def collect_static() -> None:
    """Pages name their style sheets by the names that this gives them."""
    command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, check=True)


def run(part: str, *arguments: str) -> dict[str, Any]:
    """One part in a process of its own, on one core; what it measured."""
    surroundings = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-m", f"tests.benchmarks.{part}", *arguments]
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"tests.benchmarks.{part} failed; what it said stands above.")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(measured: list[dict[str, Any]]) -> list[str]:
    """The table. Milliseconds by the clock, and of work of the processor, which a busy machine does not change."""
    columns = "".join(f"{name:>10}" for name in ("p50", "p95", "work p50", "work p95", "a second"))
    lines = [
        "",
        f"{'':28}" + "".join(f"{f'{size:,} services':>50}" for size in SIZES),
        f"{'milliseconds':28}{columns * len(SIZES)}",
    ]
    for way, words in WAYS.items():
        lines.append(f"{words:28}" + "".join(numbers(one[way]) for one in measured))
    return [*lines, "", *beside(measured), "", *promises(measured)]


def numbers(timing: dict[str, float]) -> str:
    """Five columns."""
    found = (timing[name] for name in ("p50", "p95", "work_p50", "work_p95"))
    return "".join(f"{one:>10.2f}" for one in found) + f"{1000 / timing['work']:>10,.0f}"


def beside(measured: list[dict[str, Any]]) -> list[str]:
    """One line for each thing, a column for each size."""
    return [f"{words:28}" + "".join(f"{tell(one):>50}" for one in measured) for words, tell in BESIDE.items()]


def promises(measured: list[dict[str, Any]]) -> list[str]:
    """What we promise beside what was measured."""
    lines = []
    for way, limits in PROMISED.items():
        for size, limit, one in zip(SIZES, limits, measured, strict=True):
            lines.append(
                verdict(f"{WAYS[way].strip()} at {size:,}, p95 of work in ms", one[way]["work_p95"], limit)
            )
    for size, one in zip(SIZES, measured, strict=True):
        ratio = one["plain"]["work"] / one["bare"]["work"]
        lines.append(verdict(f"words only / bare query at {size:,}", ratio, PROMISED_RATIO))
    return ["Promised", *lines]


def verdict(what: str, found: float, limit: float) -> str:
    """One promise and whether it was kept."""
    return f"  {what:56}{found:8.2f}   at most {limit:5.2f}   {'kept' if found <= limit else 'NOT KEPT'}"


if __name__ == "__main__":
    main()
