"""``webinar db``: migrations."""

from __future__ import annotations

import click

from webinar.bundle import folder


@click.group("db")
def database() -> None:
    """Migrations of the database.

    \b
    Example:
      webinar db upgrade
    """


@database.command()
def upgrade() -> None:
    """Bring the database to this software's revision.

    \b
    Example:
      webinar db upgrade
    """
    from webinar import create_app
    from webinar.services.installation import current_revision, prepare_installation

    with create_app().app_context():
        prepare_installation()
        click.echo(f"database at revision {current_revision()}", err=True)


@database.command()
@click.argument("message")
def revision(message: str) -> None:
    """Write a migration from the difference between models and database (for developers).

    \b
    Example:
      webinar db revision "add surveys"
    """
    from flask_migrate import revision as write_revision

    from webinar import create_app
    from webinar.services.installation import head_revision

    with create_app().app_context():
        number = int(head_revision() or 0) + 1
        write_revision(
            directory=str(folder("migrations")), message=message, autogenerate=True, rev_id=f"{number:04d}"
        )
