"""``python -m benchmarks``: the goals P1 to P12, measured and judged. See ``--help``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.databases import postgresql_refusal
from benchmarks.goals import GOALS, Reading
from benchmarks.install import install
from benchmarks.report import table
from benchmarks.run import Run
from benchmarks.sides import Effort


def main() -> int:
    arguments = _parse()
    asked = arguments.only or list(GOALS)
    reached = True
    make = Effort.quick if arguments.quick else Effort
    effort = make(reads_each_time=arguments.each_read)
    for kind in ("sqlite", "postgresql") if arguments.database == "both" else (arguments.database,):
        if kind == "postgresql" and (refusal := postgresql_refusal()):
            print(f"\n{refusal}: nothing measured there")
            continue
        with tempfile.TemporaryDirectory(prefix="webinar-benchmarks-") as folder:
            readings, failures, disturbance = _run(kind, Path(folder), asked, effort)
        shown = [goal for goal in asked if goal != "P11"]
        print(f"\n{kind}\n{table(readings, shown)}", *failures[:5], sep="\n")
        print(f"others used up to {disturbance:.1f} cores meanwhile", flush=True)
        reached = reached and not failures and all(reading.is_reached for reading in readings)
    if "P11" in asked and not arguments.quick:
        reading = install()
        print(f"\ninstallation\n{table([reading], ['P11'])}")
        reached = reached and reading.is_reached
    return 0 if reached else 1


def _run(kind: str, folder: Path, asked: list[str], effort: Effort) -> tuple[list[Reading], list[str], float]:
    with Run(kind, folder, asked, effort) as run:
        readings, failures, disturbance = run.readings(), run.failures(), run.disturbance()
    return readings, failures, disturbance


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", type=_goals, help="goals separated by commas, such as P1,P4")
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument(
        "--each-read",
        action="store_true",
        help="read the mark of a kept page at every request, not once in 20 ms",
    )
    parser.add_argument("--quick", action="store_true", help="one start and few requests: a look, no figures")
    return parser.parse_args()


def _goals(text: str) -> list[str]:
    wanted = [name.strip().upper() for name in text.split(",")]
    unknown = [name for name in wanted if name not in GOALS]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown {', '.join(unknown)}; known are {', '.join(GOALS)}")
    return [goal for goal in GOALS if goal in wanted]


if __name__ == "__main__":
    sys.exit(main())
