"""``webinar event``: events as files."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webinar.cli.application import output_option, with_application, write_out

if TYPE_CHECKING:
    from webinar.core.document.model import EventDocument


@click.group()
def event() -> None:
    """Take events in from files and write them out again.

    \b
    Example:
      webinar event import event.json
    """


@event.command("import")
@click.argument("file")
@click.option("--ignore-unknown", is_flag=True, help="Pass over fields this software does not know.")
def import_(file: str, ignore_unknown: bool) -> None:
    """Create or update the event in FILE.

    FILE is an event document, ``-`` reads it from standard input. Prints ``created``, ``changed`` or
    ``unchanged`` and the event's slug. A document with a problem changes nothing; every problem is told
    with the path of its field.

    \b
    Example:
      webinar event import event.json
    """
    from webinar.core.document.read import read_json

    _take_in(read_json(_content(file), ignore_unknown=ignore_unknown))


def _content(file: str) -> bytes:
    """No more of it than shows that it is too long."""
    from webinar.core.document.parse import MOST_BYTES

    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


@with_application
def _take_in(document: EventDocument) -> None:
    from webinar.services.event import import_event

    result = import_event(document, actor=None, now=datetime.now(UTC))
    click.echo(f"{result.outcome} {result.slug}")


@event.command()
@click.argument("slug")
@click.option(
    "--unit", metavar="NAME", help="The unit whose report to include (default: the one changed last)."
)
@output_option
@with_application
def export(slug: str, unit: str | None, output: Path | None) -> None:
    """Write the event SLUG as an event document.

    \b
    Example:
      webinar event export webinar-pelayanan-informasi-2021-08-12 -o event.json
    """
    from webinar.core.document.write import dump_json
    from webinar.queries.document import document_of

    write_out(dump_json(document_of(slug, unit)), output)


@event.command(short_help="Open or close registration, and set the seats.")
@click.argument("slug")
@click.option("--open/--closed", "is_open", default=None, help="Whether people may register.")
@click.option("--quota", type=click.IntRange(0, 1_000_000), help="Seats.")
@click.option("--no-quota", is_flag=True, help="As many as come.")
@click.option("--waiting-list/--no-waiting-list", default=None, help="When the seats are taken.")
@click.option("--closes", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), help="Instead of at the start.")
@with_application
def registration(
    slug: str,
    is_open: bool | None,
    quota: int | None,
    no_quota: bool,
    waiting_list: bool | None,
    closes: datetime | None,
) -> None:
    """Open or close registration for the event SLUG, and set its seats; what is not named stays as it is.

    \b
    Example:
      webinar event registration sosialisasi-2026-12-04 --open --quota 50 --closes 2026-12-03T18:00:00+0700
    """
    from webinar.queries.desk import desk_event
    from webinar.services.seats import RegistrationTerms, set_registration_terms

    if no_quota and quota is not None:
        raise click.UsageError("--quota and --no-quota exclude each other")
    found = desk_event(slug)
    terms = RegistrationTerms(
        is_open=found.registration_open if is_open is None else is_open,
        quota=None if no_quota else found.quota if quota is None else quota,
        keeps_waiting_list=found.keeps_waiting_list if waiting_list is None else waiting_list,
        closes_at=closes or found.registration_closes_at,
    )
    promoted = set_registration_terms(found.id, terms, actor=None, now=datetime.now(UTC))
    seats = "no limit of seats" if terms.quota is None else f"{terms.quota} seats"
    click.echo(f"registration is {'open' if terms.is_open else 'closed'}, {seats}", err=True)
    if promoted:
        click.echo(f"{promoted} of the waiting list got a seat", err=True)
