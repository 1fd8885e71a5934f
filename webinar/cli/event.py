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
    """Create or update the event in FILE, an event document; ``-`` reads standard input.

    Prints ``created``, ``changed`` or ``unchanged`` and the event's slug. A document with a problem
    changes nothing; every problem is told with the path of its field.

    \b
    Example:
      webinar event import event.json
    """
    from webinar.core.document.read import read_json

    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    _take_in(read_json(content, ignore_unknown=ignore_unknown))


@with_application
def _take_in(document: EventDocument) -> None:
    from webinar.services.event import import_event

    result = import_event(document, actor=None, now=datetime.now(UTC))
    click.echo(f"{result.outcome} {result.slug}")


@event.command()
@click.argument("slug")
@click.option("--unit", metavar="NAME", help="The unit whose report to include (default: the first report).")
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
