"""What `make bench-servers` measured as tables, and beside it what we promise."""

from collections.abc import Callable
from typing import Any

from tests.benchmarks.together import CLIENTS

Measured = dict[str, Any]
WAYS = {
    "by hand": "Elasticsearch, body by hand",
    "elastic": "Elasticsearch, this search whole",
    "elastic plain": "Elasticsearch, this search, words only",
    "embedded": "Embedded engine, this search whole",
    "wagtail hits": "Wagtail's Elasticsearch, 20 hits",
    "wagtail page": "Wagtail's Elasticsearch, a page",
    "postgresql hits": "Wagtail's PostgreSQL, 20 hits",
    "postgresql page": "Wagtail's PostgreSQL, a page",
}
SCORED = {
    "elastic": "This search, Elasticsearch",
    "embedded": "This search, embedded engine",
    "wagtail": "Wagtail's Elasticsearch",
    "postgresql": "Wagtail's PostgreSQL",
}
BUILT = {"elastic": "Elasticsearch", "embedded": "Embedded engine", "wagtail": "Wagtail's Elasticsearch"}
FACTS: dict[str, Callable[[Measured], str]] = {
    "documents/s": lambda one: f"{one['per second']:,.0f}",
    "most MB": lambda one: f"{one['memory']:,.0f}",
    "Django's MB": lambda one: f"{one['memory before']:,.0f}",
    "index MB": lambda one: f"{one['size']:,.1f}",
}
# At most so many times the body by hand, at p50; and so many MB for a process that builds.
BESIDE_BY_HAND, BUILDING_MB = 1.2, 300.0


def report(scores: dict[str, dict[str, float]], measured: list[Measured]) -> list[str]:
    """All tables."""
    return [
        "",
        f"{'Judged searches':42}{'nDCG@10':>12}{'success@3':>12}",
        *(f"{words:42}" + "".join(f"{one:>12.3f}" for one in scores[key].values()) for key, words in SCORED.items()),
        *(line for one in measured for line in ["", *speed(one), "", *building(one)]),
        "",
        "Promised",
        *(line for one in measured for line in promises(one)),
        *good_enough(scores),
    ]  # fmt: skip


def speed(one: Measured) -> list[str]:
    """How fast every way answers at one size."""
    names = "p50 ms", "p95 ms", f"a second, {CLIENTS} ask", "asked", "given up"
    lines = [f"{one['size']:,} services".ljust(42) + "".join(f"{name:>16}" for name in names)]
    for way, words in WAYS.items():
        found = one["asked"][way]
        times = "".join(f"{patient(found[name], one):>16}" for name in ("p50", "p95"))
        rest = f"{found['a_second']:>16,.1f}{found['asked']:>16,}{found['given_up']:>16,}"
        lines.append(f"{words:42}{times}{rest}")
    return lines


def patient(milliseconds: float, one: Measured) -> str:
    """A time; one that ended with our patience was longer, nobody knows by how much."""
    longest = one["asked"]["patience"]
    return f"> {longest:,.0f}" if milliseconds >= longest else f"{milliseconds:,.2f}"


def building(one: Measured) -> list[str]:
    """How every index of one size was built."""
    lines = ["Building".ljust(42) + "".join(f"{name:>16}" for name in FACTS)]
    for key, words in BUILT.items():
        lines.append(f"{words:42}" + "".join(f"{tell(one['built'][key]):>16}" for tell in FACTS.values()))
    return lines


def promises(one: Measured) -> list[str]:
    """What we promise of speed and memory beside what was measured at one size."""
    at, asked = f"at {one['size']:,}", one["asked"]
    ours = asked["elastic"]
    lines = [
        verdict(
            f"whole / by hand {at}, p50", ours["p50"] / asked["by hand"]["p50"], "at most", BESIDE_BY_HAND
        )
    ]
    for other in ("wagtail page", "postgresql page"):
        name = WAYS[other]
        lines.append(
            verdict(f"whole {at}, p50 ms beside {name}", ours["p50"], "at most", asked[other]["p50"])
        )
    for which in ("elastic", "embedded"):
        found = one["built"][which]["memory"]
        lines.append(verdict(f"building {BUILT[which]} {at}, MB", found, "at most", BUILDING_MB))
    return lines


def good_enough(scores: dict[str, dict[str, float]]) -> list[str]:
    """Both of our engines beside the better of Wagtail's, in each measure."""
    lines = []
    for measure in scores["elastic"]:
        best = max(scores[other][measure] for other in ("wagtail", "postgresql"))
        lines += [
            verdict(f"{measure}, {SCORED[ours]}", scores[ours][measure], "at least", best)
            for ours in ("elastic", "embedded")
        ]
    return lines


def verdict(what: str, found: float, bound: str, limit: float) -> str:
    """One promise and whether it was kept.

    >>> verdict("p50", 2.0, "at most", 1.0).split()
    ['p50', '2.00', 'at', 'most', '1.00', 'NOT', 'KEPT']
    """
    kept = found <= limit if bound == "at most" else found >= limit
    return f"  {what:72}{found:10.2f}   {bound} {limit:9.2f}   {'kept' if kept else 'NOT KEPT'}"
