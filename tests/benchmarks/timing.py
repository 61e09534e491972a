"""How long a thing takes, asked again and again for a while, and how much memory the process has needed."""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Timing:
    """Milliseconds: half of all times stay below p50, 95 in 100 below p95.

    By the clock, and as `work` of the processor for us alone. On a machine that others use too the clock runs on while
    we wait our turn; the work does not. `work` without a number is the mean.
    """

    p50: float
    p95: float
    work_p50: float
    work_p95: float
    work: float
    times: int


def timed(
    do: Callable[[Item], object], items: Sequence[Item], seconds: float, least: int = 5, warm: int = 3
) -> Timing:
    """Do it for each item in turn, round after round, for about so many seconds and at least `least` times.

    The first `warm` are done before the clock starts.
    """
    for item in items[:warm]:
        do(item)
    clock: list[float] = []
    work: list[float] = []
    until = time.perf_counter() + seconds
    while len(clock) < least or time.perf_counter() < until:
        item = items[len(clock) % len(items)]
        start, worked = time.perf_counter(), time.thread_time()
        do(item)
        work.append(time.thread_time() - worked)
        clock.append(time.perf_counter() - start)
    halves = percentile(clock, 50), percentile(clock, 95), percentile(work, 50), percentile(work, 95)
    return Timing(*halves, 1000 * sum(work) / len(work), len(clock))


def percentile(seconds: Sequence[float], share: int) -> float:
    """In milliseconds.

    >>> percentile([0.001, 0.002, 0.003], 50)
    2.0
    """
    ordered = sorted(seconds)
    return round(1000 * ordered[min(len(ordered) - 1, len(ordered) * share // 100)], 3)


def peak_memory() -> float:
    """The most memory that this program has held at once, in MB.

    Linux tells it of the program alone; what every system tells of a process begins with the memory of its parent.
    """
    if found := _of_linux("VmHWM"):
        return found
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def memory_now() -> float:
    """The memory that this process holds, in MB; 0 where the system does not say."""
    return _of_linux("VmRSS")


def _of_linux(name: str) -> float:
    try:
        with open("/proc/self/status") as status:
            line = next(line for line in status if line.startswith(name))
    except OSError:
        return 0.0
    return int(line.split()[1]) / 1024
