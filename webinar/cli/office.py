"""``webinar offices``: the offices an installation knows."""

from __future__ import annotations

import click

from webinar.cli.application import with_application


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
