"""``webinar ics``: the calendar file of an event."""

from __future__ import annotations

from pathlib import Path

import click

from webinar.cli.application import output_option, with_application, write_out


@click.command()
@click.argument("slug")
@output_option
@with_application
def ics(slug: str, output: Path | None) -> None:
    """Write the calendar file of the event SLUG: the very bytes the page offers.

    \b
    Example:
      webinar ics webinar-pelayanan-informasi-2021-08-12 -o event.ics
    """
    from webinar.queries.calendar import event_calendar

    write_out(event_calendar(slug), output)
