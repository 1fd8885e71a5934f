"""The table: goal, what, ceiling, product, ratio, limit, reached."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.goals import GOALS, NOT_IN_THIS_VERSION, Reading

_HEAD = ("goal", "what", "ceiling", "product", "ratio", "limit", "reached", "note")


def table(readings: Iterable[Reading], asked: list[str]) -> str:
    """One line a reading in the order of the goals; asked goals without a reading say why."""
    by_goal: dict[str, list[Reading]] = {goal: [] for goal in GOALS}
    for reading in readings:
        by_goal[reading.goal].append(reading)
    rows: list[tuple[str, ...]] = [_HEAD]
    for goal in asked:
        rows += [_row(reading) for reading in by_goal[goal]]
        if not by_goal[goal]:
            rows.append((goal, NOT_IN_THIS_VERSION.get(goal, "not measured"), "", "", "", "", "-", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in [lines[0], "-" * len(lines[0].rstrip()), *lines[1:]])


def _row(reading: Reading) -> tuple[str, ...]:
    has_ratio = reading.ceiling is not None
    sign = ">=" if reading.at_least else "<="
    return (
        reading.goal,
        reading.what,
        _figure(reading.ceiling, reading.unit) if reading.ceiling is not None else "",
        _figure(reading.product, reading.unit),
        f"{reading.judged:.2f}" if has_ratio else "",
        f"{sign} {reading.limit:g}{' x' if has_ratio else ' ' + reading.unit}",
        "yes" if reading.is_reached else "NO",
        reading.note,
    )


def _figure(number: float, unit: str) -> str:
    """Hundredths where they matter."""
    return f"{number:.0f} {unit}" if number >= 100 or number == int(number) else f"{number:.2f} {unit}"
