"""``webinar offices``: the offices an installation knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webinar.cli.application import with_application

if TYPE_CHECKING:
    from webinar.core.office_plan import OfficePlan
    from webinar.core.table_import.reading import RowFault


@click.group()
def offices() -> None:
    """Offices of the record.

    \b
    Example:
      webinar offices load kpu
    """


@offices.group()
def load() -> None:
    """Load a tree of offices.

    \b
    Example:
      webinar offices load kpu
    """


@load.command()
@with_application
def kpu() -> None:
    """The election commission: KPU RI, 38 provinces, 514 regencies and cities (KIP in Aceh).

    Harmless to repeat: what is there stays as it is.

    \b
    Example:
      webinar offices load kpu
    """
    from webinar.services.office import load_kpu_offices

    click.echo(f"{load_kpu_offices()} offices added", err=True)


@offices.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--apply", "applies", is_flag=True, help="Do it. Without, it is only told what would be done.")
@click.option("--encoding", type=click.Choice(["utf-8", "utf-16", "windows-1252"]), help="Of a CSV file.")
@click.option("--delimiter", type=click.Choice([";", ",", "|", "tab"]), help="Of a CSV file.")
@click.option("--sheet", help="Of a spreadsheet.")
def import_(
    file: Path, applies: bool, encoding: str | None, delimiter: str | None, sheet: str | None
) -> None:
    """Take offices and their contacts in from FILE: CSV, XLSX or ODS.

    Columns are known by their headings in Indonesian or English; empty cells change nothing. Prints a line
    for each office that would be created or changed, with old and new values. Rows at fault are told on
    standard error and passed over; with one of them the exit code is 1.

    \b
    Example:
      webinar offices import satker.xlsx
      webinar offices import satker.xlsx --apply
    """
    _take_in(file, "\t" if delimiter == "tab" else delimiter, encoding=encoding, sheet=sheet, applies=applies)


@with_application
def _take_in(
    file: Path, delimiter: str | None, *, encoding: str | None, sheet: str | None, applies: bool
) -> None:
    from webinar.adapters.tables import ReadingWish
    from webinar.services.office_import import OFFICES, preview_offices, take_in_offices
    from webinar.services.table_reading import MOST_BYTES, read_rows

    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    reading = read_rows(content, OFFICES, ReadingWish(encoding, delimiter, sheet)).reading
    plan = preview_offices(reading.rows, actor=None)
    for line in _told(plan):
        click.echo(line)
    faults = sorted((*reading.faults, *plan.faults), key=lambda fault: fault.row)
    for fault in faults:
        click.echo(_fault(fault), err=True)
    if applies:
        now = datetime.now(UTC)
        taken = take_in_offices(reading.rows, digest=None, filename=file.name, actor=None, now=now)
        click.echo(f"{taken.created} offices created, {taken.changed} changed", err=True)
    else:
        click.echo("nothing was changed; --apply does it", err=True)
    if faults:
        raise SystemExit(1)


def _told(plan: OfficePlan) -> Iterator[str]:
    for step in plan.steps:
        if step.fields:
            yield f"{step.outcome} {step.title}"
            for name, (old, new) in step.fields.items():
                yield f"  {name}: {new}" if old is None else f"  {name}: {old} -> {new}"


def _fault(fault: RowFault) -> str:
    facts = "".join(f" ({name} {value})" for name, value in fault.facts.items())
    return f"row {fault.row}, {fault.column} {fault.found!r}: {fault.reason.replace('_', ' ')}{facts}"
