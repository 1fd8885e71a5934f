"""``webinar schema``: the published formats."""

from __future__ import annotations

import json
from pathlib import Path

import click

from webinar.cli.application import output_option, write_out


@click.group()
def schema() -> None:
    """Write the JSON Schema of a format.

    \b
    Example:
      webinar schema event -o event.schema.json
    """


@schema.command(short_help="Write the schema of the event document.")
@output_option
def event(output: Path | None) -> None:
    """The event document, as ``event import`` reads it and ``event export`` writes it.

    \b
    Example:
      webinar schema event -o event.schema.json
    """
    from webinar.core.document.schema import event_schema

    write_out(json.dumps(event_schema(), ensure_ascii=False, indent=2) + "\n", output)
