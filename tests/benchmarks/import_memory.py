"""How much memory and time a big list takes to import: `python -m tests.benchmarks.import_memory [ROWS]`.

Each import runs in a process of its own, whose highest memory the system tells when it ends. Wanted are at most
200 MB for fifty thousand rows, and no more than a few minutes.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVICES = ROOT / "local_offer" / "starting_data" / "services.csv"
ROWS = 50_000
WANTED_MB = 200


def write_rows(path: Path, rows: int) -> None:
    """A list as a big county's might be: ten services to a provider, a number each, every third with a hall."""
    with SERVICES.open(encoding="utf-8", newline="") as file:
        models = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, fieldnames=list(models[0]))
        out.writeheader()
        for number in range(rows):
            model = models[number % len(models)]
            hall = f"Hall {number} | 1 High Street, Hitchin | SG5 1AA" if number % 3 == 0 else model["venues"]
            out.writerow(
                {
                    **model,
                    "ref": f"made-{number}",
                    "name": f"{model['name'][:180]} {number}",
                    "provider": f"Provider {number // 10}",
                    "phone": f"01438 {number:06}",
                    "venues": hall,
                }
            )


def run(*command: str, var: str) -> tuple[float, float, float]:
    """Run one of the site's commands; its seconds, those of them it computed, its highest memory in megabytes."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": var, "LOG_LEVEL": "WARNING"},
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed.")
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as var:
        path = Path(var) / "many.csv"
        write_rows(path, rows)
        run("migrate", "--verbosity", "0", var=var)
        run("load_starting_data", "--verbosity", "0", var=var)
        for title, options in (
            ("dry run", ["--dry-run"]),
            ("for real", ["--publish"]),
            ("again", ["--publish"]),
        ):
            seconds, computing, megabytes = run(
                "import_services", str(path), "--source", "made", *options, var=var
            )
            verdict = "as wanted" if megabytes <= WANTED_MB else f"more than the {WANTED_MB} MB wanted"
            times = f"{seconds:.0f} s ({computing:.0f} s of them computing)"
            print(f"{rows:,} rows, {title}: {times}, {megabytes:.0f} MB, {verdict}", flush=True)


if __name__ == "__main__":
    main()
