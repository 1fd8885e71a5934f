"""The offices a person may act for, to choose from in a form."""

from __future__ import annotations

from sqlalchemy import func, select

from webinar.core.access import Action, Actor
from webinar.db import db
from webinar.models import Office
from webinar.queries.access import visible_to

FEW = 40
"""So many are offered in a list; with more, the name is typed."""


def offices_to_act_for(actor: Actor, action: Action) -> list[Office]:
    """In order of the tree, at most FEW + 1: one more than FEW says that there are too many for a list."""
    statement = visible_to(select(Office), actor, action, Office.id)
    return list(db.session.scalars(statement.order_by(Office.chain, Office.id).limit(FEW + 1)))


def office_to_act_for(actor: Actor, action: Action, name: str) -> Office | None:
    """The office with this name, in whatever case, if the person may act for it."""
    statement = visible_to(select(Office), actor, action, Office.id)
    return db.session.scalar(statement.where(func.lower(Office.name) == name.lower()).limit(1))
