"""``webinar mail``: what became of mails."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from webinar.cli.application import with_application


@click.group()
def mail() -> None:
    """Mails that were given up.

    \b
    Example:
      webinar mail failed
    """


@mail.command()
@with_application
def failed() -> None:
    """List the mails that were given up, each with the server's words.

    \b
    Example:
      webinar mail failed
    """
    from webinar.queries.outbox import failed_mails

    for found in failed_mails():
        click.echo(f"{found.created_at:%Y-%m-%d %H:%M} {found.kind} {found.to}: {found.error}")


@mail.command()
@with_application
def retry() -> None:
    """Try the mails that were given up once more.

    \b
    Example:
      webinar mail retry
    """
    from webinar.services.outbox import retry_failed

    click.echo(f"{retry_failed(now=datetime.now(UTC))} mails wait again", err=True)
