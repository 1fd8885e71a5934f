"""``webinar ics``: the calendar file of an event."""

from __future__ import annotations

from pathlib import Path

import click

from webinar.cli.application import output_option, with_application, write_out


@click.command(short_help="Write the calendar file of an event.")
@click.argument("slug")
@output_option
@with_application
def ics(slug: str, output: Path | None) -> None:
    """Write the calendar file of the event SLUG: the very bytes the page offers.

    \b
    Example:
      webinar ics webinar-pelayanan-informasi-2021-08-12 -o event.ics
    """
    from webinar.adapters.calendar import calendar_file
    from webinar.queries.calendar import calendar_event, session_times

    event = calendar_event(slug)
    write_out(calendar_file(event, session_times(event.id)).content, output)
