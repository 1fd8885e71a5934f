"""``webinar demo``: fill an empty installation with the demo."""

from __future__ import annotations

import click

from webinar.cli.application import with_application


@click.command(short_help="Load the demo: a finished event and coming ones.")
@with_application
def demo() -> None:
    """Load the demo: a finished event with its berita, and coming events in all three zones.

    \b
    Example:
      WEBINAR_INSTANCE=/tmp/try webinar demo
    """
    from webinar.adapters.links import settings
    from webinar.services.demo import demo_sign_in, load_demo

    if not load_demo():
        raise click.ClickException("this installation holds events already; the demo is for an empty one")
    sign_in = demo_sign_in(settings().instance)
    if sign_in:
        click.echo(f"sign in with {sign_in.email} and {sign_in.password}")
