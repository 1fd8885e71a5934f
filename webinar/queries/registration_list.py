"""The organiser's list of registrations."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from webinar.core.states import RegistrationState
from webinar.db import db
from webinar.models import Region, Registration
from webinar.queries.paging import PAGE, Page, key_number, page_of


@dataclass(frozen=True)
class ListedRegistration:
    """One line of the organiser's list."""

    id: int
    full_name: str
    title_prefix: str | None
    title_suffix: str | None
    email: str
    whatsapp: str | None
    institution: str
    unit: str | None
    position: str | None
    accessibility_need: str | None
    question: str | None
    region: str | None
    state: str
    waiting_number: int | None


def event_registrations(
    event_id: int, *, search: str = "", state: str = "", after: str | None = None
) -> Page[ListedRegistration]:
    """In order of arrival; ``search`` looks into name, address and institution."""
    statement = (
        select(
            Registration.id,
            Registration.full_name,
            Registration.title_prefix,
            Registration.title_suffix,
            Registration.email,
            Registration.whatsapp,
            Registration.institution,
            Registration.unit,
            Registration.position,
            Registration.accessibility_need,
            Registration.question,
            Region.name,
            Registration.state,
            Registration.waiting_number,
        )
        .outerjoin(Region, Registration.region_code == Region.code)
        .where(Registration.event_id == event_id)
        .order_by(Registration.id)
        .limit(PAGE + 1)
    )
    if search:
        columns = (Registration.full_name, Registration.email, Registration.institution)
        statement = statement.where(or_(*(column.icontains(search, autoescape=True) for column in columns)))
    if state in set(RegistrationState):
        statement = statement.where(Registration.state == state)
    key = key_number(after)
    if key is not None:
        statement = statement.where(Registration.id > key)
    return page_of([ListedRegistration(*tuple(row)) for row in db.session.execute(statement)])
