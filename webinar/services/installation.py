"""Making an installation ready: migrations, and the data every installation has."""

from __future__ import annotations

import logging

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import upgrade
from sqlalchemy.exc import SQLAlchemyError

from webinar.bundle import folder
from webinar.core.errors import Refusal
from webinar.db import db

log = logging.getLogger(__name__)


def head_revision() -> str | None:
    """The newest revision this copy of the software knows."""
    return ScriptDirectory(str(folder("migrations"))).get_current_head()


def current_revision() -> str | None:
    """The revision the database is at; None for an empty one."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_known(revision: str | None) -> bool:
    """Whether this copy of the software knows the way from the revision; an empty database has none yet."""
    scripts = ScriptDirectory(str(folder("migrations")))
    return revision is None or revision in {script.revision for script in scripts.walk_revisions()}


def prepare_installation() -> None:
    """Bring the database to this software's revision and load the regions. Harmless to repeat.

    Raises Refusal when newer software has already changed the database.
    """
    from webinar.queries.installation import has_regions

    current = current_revision()
    if current != head_revision():
        if not is_known(current):
            raise Refusal(
                f"the database is at revision {current}, which this software does not know:"
                " newer software has used it; install that again"
            )
        logging.getLogger("alembic").setLevel(logging.WARNING)
        upgrade(directory=str(folder("migrations")))
    if not has_regions():
        from webinar.services.region import load_regions

        load_regions()


def prepare_if_empty() -> None:
    """Make an empty installation ready; one that holds something, or does not answer, stays as it is."""
    try:
        is_empty = current_revision() is None
    except SQLAlchemyError:
        return
    if is_empty:
        prepare_installation()
