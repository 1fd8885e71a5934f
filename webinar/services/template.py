"""Templates: chosen parts of an event kept under a name, for the office and those below it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from webinar.core.access import Actor
from webinar.core.copy import ALL_PARTS, CopyPart, copied
from webinar.core.document.model import Organiser
from webinar.core.document.read import read_document
from webinar.core.document.write import write_document
from webinar.core.errors import NotFound
from webinar.core.history import Act, Thing
from webinar.db import Transaction, transaction
from webinar.models import EventTemplate, Office
from webinar.queries.copying import record_values
from webinar.queries.document import event_document
from webinar.services.copy import add_draft
from webinar.services.history import record_change


def save_template(
    event_id: int,
    parts: Collection[CopyPart],
    *,
    name: str,
    office_id: int,
    actor: Actor | None,
    now: datetime,
) -> int:
    """Keep parts of the event as a template of the office; returns its id. Raises NotFound."""
    with transaction() as tx:
        document = event_document(event_id)
        kept = copied(document, parts, start_on=document.dates.start_date)
        template = EventTemplate(
            office_id=office_id,
            name=name,
            document=write_document(kept),
            settings=_without_room(record_values(event_id, parts)),
            created_at=now,
            changed_at=now,
        )
        tx.session.add(template)
        tx.session.flush()
        _record(tx, Act.CREATED, template, actor=actor, now=now, after={"name": name})
        return template.id


def _without_room(values: dict[str, Any]) -> dict[str, Any]:
    """How to join belongs to one event: a template is read by every office below."""
    return {name: value for name, value in values.items() if name not in ("meeting_link", "meeting_access")}


def begin_from_template(
    template_id: int,
    *,
    title: str,
    start_on: date,
    keeper_id: int,
    actor: Actor | None,
    now: datetime,
) -> str:
    """A draft of what the template holds; returns its slug.

    The office that begins it organises it, whoever organised what the template was made from.
    Raises NotFound.
    """
    with transaction() as tx:
        template = _template(tx, template_id)
        office = tx.session.get_one(Office, keeper_id)
        kept = replace(
            read_document(template.document),
            organiser=Organiser(office.name, office.long_name, office.level),
        )
        document = copied(kept, ALL_PARTS, start_on=start_on, title=title)
        event = add_draft(tx, document, template.settings, keeper_id=keeper_id, actor=actor, now=now)
        return event.slug


def rename_template(template_id: int, name: str, *, actor: Actor | None, now: datetime) -> None:
    """Raises NotFound."""
    with transaction() as tx:
        template = _template(tx, template_id)
        before = {"name": template.name}
        template.name, template.changed_at = name, now
        _record(tx, Act.CHANGED, template, actor=actor, now=now, before=before, after={"name": name})


def delete_template(template_id: int, *, actor: Actor | None, now: datetime) -> None:
    """Events that began from it stay as they are. Raises NotFound."""
    with transaction() as tx:
        template = _template(tx, template_id)
        _record(tx, Act.DELETED, template, actor=actor, now=now, before={"name": template.name})
        tx.session.delete(template)


def _template(tx: Transaction, template_id: int) -> EventTemplate:
    template = tx.session.get(EventTemplate, template_id)
    if template is None:
        raise NotFound
    return template


def _record(tx: Transaction, act: Act, template: EventTemplate, **how: Any) -> None:
    record_change(
        tx, act, Thing.TEMPLATE, template.id, title=template.name, office_id=template.office_id, **how
    )
