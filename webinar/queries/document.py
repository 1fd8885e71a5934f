"""An event as an event document: what pages, exports and the berita are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Row, select

from webinar.core.document.model import (
    BY_POSITION,
    EXTERNAL,
    Attendance,
    Byline,
    CoOrganiser,
    Dates,
    Delegate,
    Discussion,
    EventDocument,
    InvitationLetter,
    LegalBasis,
    Organiser,
    ParticipantGroup,
    Person,
    PersonWithRemarks,
    Photo,
    Quote,
    ReportingUnit,
    Series,
    Session,
    Speaker,
)
from webinar.core.document.read import read_part
from webinar.core.errors import NotFound
from webinar.core.states import GroupKind, NoteKind, Part
from webinar.core.zones import Zone, local, zone_of
from webinar.db import db
from webinar.models import Berita, Event, EventRole, EventSession, Note
from webinar.models import ParticipantGroup as GroupRow

PartOf = TypeVar("PartOf")
Notes = Mapping[NoteKind, Sequence[str]]


def event_document(event_id: int, berita_id: int | None = None) -> EventDocument:
    """The event with one office's report, by default the one changed last, in six selects. Raises NotFound.

    An event without any report is told as its organiser would tell it.
    """
    event = _one(select(Event.__table__).where(Event.id == event_id))
    if event is None:
        raise NotFound
    report = _report(event_id, berita_id)
    roles = _rows(EventRole, [event_id])
    sessions = _rows(EventSession, [event_id])
    groups = _rows(GroupRow, [event_id])
    notes = _notes([report.id]) if report else {}
    return _document(event, report, roles[event_id], sessions[event_id], groups[event_id], notes)


def loaded_document(event: Event) -> EventDocument:
    """Of an event whose people, sessions and groups are loaded, without any report; asks for nothing more."""
    return _document(event, None, event.roles, event.sessions, event.groups, {})


def kept_documents(event_ids: Collection[int]) -> dict[int, EventDocument]:
    """Each of these events with the report of the office that keeps it, all in six selects.

    An event on which its keeper does not report is told as its organiser would tell it.
    """
    events = db.session.execute(select(Event.__table__).where(Event.id.in_(event_ids))).all()
    kept = select(Berita.__table__).join(Event, Event.id == Berita.event_id)
    kept = kept.where(Berita.event_id.in_(event_ids), Berita.office_id == Event.keeper_id)
    rows = db.session.execute(kept.order_by(Berita.changed_at, Berita.id))
    reports = {row.event_id: row for row in rows}
    roles, sessions, groups = (_rows(model, event_ids) for model in (EventRole, EventSession, GroupRow))
    notes = _notes([report.id for report in reports.values()])
    return {
        event.id: _document(
            *(event, reports.get(event.id), roles[event.id], sessions[event.id], groups[event.id], notes)
        )
        for event in events
    }


def _document(
    event: Any,
    report: Any | None,
    roles: Sequence[Any],
    sessions: Sequence[Any],
    groups: Sequence[Any],
    notes: Mapping[int, Notes],
) -> EventDocument:
    zone = zone_of(event.zone_name)
    return EventDocument(
        **_event_fields(event, zone),
        **_report_fields(event, report),
        dates=Dates(event.start_on, event.end_on, report.reported_day if report else None),
        **_people(roles, notes),
        sessions=tuple(_session(row, zone) for row in sessions),
        participant_groups=tuple(_group(row) for row in groups),
    )


def document_of(slug: str, unit: str | None = None) -> EventDocument:
    """The event with this slug, with the report of one unit. Raises NotFound, saying what there is."""
    event_id = db.session.scalar(select(Event.id).where(Event.slug == slug))
    if event_id is None:
        raise NotFound(f"no event has the slug {slug!r}")
    if unit is None:
        return event_document(event_id)
    rows = db.session.execute(
        select(Berita.unit_name, Berita.id).where(Berita.event_id == event_id).order_by(Berita.id)
    )
    reports = dict(rows.all())
    if unit not in reports:
        there_is = ", ".join(map(repr, reports)) or "none"
        raise NotFound(f"no report of {unit!r} on {slug!r}; reports there: {there_is}")
    return event_document(event_id, reports[unit])


def recorded_event(document: EventDocument) -> Event | None:
    """The event a document is about, locked: that with its uid, or for want of one with the same organiser,
    title and first day.
    """
    statement = select(Event).order_by(Event.id).with_for_update(key_share=True)
    if document.uid is not None:
        return db.session.scalar(statement.where(Event.uid == document.uid))
    same_day = db.session.scalars(statement.where(Event.start_on == document.dates.start_date))
    wanted = _plain(document.organiser.name), _plain(document.title)
    return next((e for e in same_day if (_plain(e.organiser_name), _plain(e.title)) == wanted), None)


def slugs_like(wanted: str) -> set[str]:
    """The slugs of events in use that begin like this one."""
    return set(db.session.scalars(select(Event.slug).where(Event.slug.startswith(wanted, autoescape=True))))


def berita_slugs_like(wanted: str) -> set[str]:
    """The slugs of berita in use that begin like this one."""
    return set(db.session.scalars(select(Berita.slug).where(Berita.slug.startswith(wanted, autoescape=True))))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _one(statement: Any) -> Row[Any] | None:
    return db.session.execute(statement).one_or_none()


def _rows(model: Any, event_ids: Collection[int]) -> dict[int, list[Row[Any]]]:
    """The rows of each event in their order."""
    table = model.__table__
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in db.session.execute(
        select(table).where(table.c.event_id.in_(event_ids)).order_by(table.c.number, table.c.id)
    ):
        found[row.event_id].append(row)
    return found


def _report(event_id: int, berita_id: int | None) -> Row[Any] | None:
    statement = select(Berita.__table__).where(Berita.event_id == event_id)
    if berita_id is None:
        return _one(statement.order_by(Berita.changed_at.desc(), Berita.id.desc()).limit(1))
    report = _one(statement.where(Berita.id == berita_id))
    if report is None:
        raise NotFound
    return report


def _notes(berita_ids: Collection[int]) -> dict[int, Notes]:
    """What was noted of each role, by kind, in order; of an event no more than one report."""
    found: dict[int, dict[NoteKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = db.session.execute(
        select(Note.role_id, Note.kind, Note.text)
        .where(Note.berita_id.in_(berita_ids))
        .order_by(Note.role_id, Note.number, Note.id)
    )
    for role_id, kind, text in rows:
        found[role_id][NoteKind(kind)].append(text)
    return dict(found)


def _event_fields(event: Any, zone: Zone) -> dict[str, Any]:
    same = (
        *("uid", "language", "event_type", "title", "theme", "occasion", "background"),
        *("first_of_its_kind", "target_region", "timezone", "tz_database", "mode", "platform"),
        *("live_stream", "venue"),
    )
    return {
        **{name: getattr(event, name) for name in same},
        "series": read_part(Series, event.series),
        "invitation_letter": read_part(InvitationLetter, event.invitation_letter),
        "legal_basis": _list(LegalBasis, event.legal_basis),
        "organiser": Organiser(event.organiser_name, event.organiser_long_name, event.organiser_level),
        "co_organisers": _list(CoOrganiser, event.co_organisers),
        "start": _wall(event.starts_at, zone),
        "end": _wall(event.ends_at, zone),
    }


def _report_fields(event: Any, report: Any | None) -> dict[str, Any]:
    if report is None:
        unit = ReportingUnit(event.organiser_name, event.organiser_long_name, event.organiser_level)
        return {"reporting_unit": unit, "perspective": "organiser", "hashtags": tuple(event.hashtags)}
    same = ("perspective", "attending_from", "dateline_city", "closing_note")
    return {
        **{name: getattr(report, name) for name in same},
        "reporting_unit": ReportingUnit(
            *(report.unit_name, report.unit_long_name, report.unit_level, report.unit_city, report.unit_site)
        ),
        "delegation": _list(Delegate, report.delegation),
        "attendance": read_part(Attendance, report.attendance),
        "discussion": _list(Discussion, report.discussion),
        "quotes": _list(Quote, report.quotes),
        "hashtags": tuple(report.hashtags or event.hashtags),
        "photos": _list(Photo, report.photos),
        "byline": read_part(Byline, report.byline),
    }


def _people(roles: Sequence[Any], notes: Mapping[int, Notes]) -> dict[str, Any]:
    by_part: dict[str, list[Any]] = defaultdict(list)
    for role in roles:
        by_part[role.part].append(role)

    def with_remarks(part: Part) -> list[PersonWithRemarks]:
        return [_with_remarks(role, notes.get(role.id, {})) for role in by_part[part]]

    return {
        "opened_by": next(iter(with_remarks(Part.OPENER)), None),
        "closed_by": next(iter(with_remarks(Part.CLOSER)), None),
        "remarks_by": tuple(with_remarks(Part.REMARKS)),
        "moderators": tuple(Person(**_person(role)) for role in by_part[Part.MODERATOR]),
        "also_present": tuple(Person(**_person(role)) for role in by_part[Part.ALSO_PRESENT]),
        "masters_of_ceremonies": tuple(
            Person(**_person(role)) for role in by_part[Part.MASTER_OF_CEREMONIES]
        ),
        "note_takers": tuple(Person(**_person(role)) for role in by_part[Part.NOTE_TAKER]),
        "speakers": tuple(_speaker(role, notes.get(role.id, {})) for role in by_part[Part.SPEAKER]),
    }


def _person(role: Any) -> dict[str, Any]:
    same = ("name", "title_prefix", "title_suffix", "short_name", "position", "institution", "acting")
    return {name: getattr(role, name) for name in (*same, "represents")}


def _with_remarks(role: Any, notes: Notes) -> PersonWithRemarks:
    return PersonWithRemarks(**_person(role), remarks=tuple(notes.get(NoteKind.REMARK, ())))


def _speaker(role: Any, notes: Notes) -> Speaker:
    return Speaker(
        **_person(role),
        session_order=role.session_order,
        role=role.role,
        talk_title=role.talk_title,
        session=role.session,
        intro=next(iter(notes.get(NoteKind.INTRO, ())), None),
        key_points=tuple(notes.get(NoteKind.KEY_POINT, ())),
        summary=next(iter(notes.get(NoteKind.SUMMARY, ())), None),
        quotes=tuple(notes.get(NoteKind.QUOTE, ())),
    )


def _session(row: Any, zone: Zone) -> Session:
    same = ("order", "name", "kind", "theme", "audience", "day")
    fields: dict[str, Any] = {name: getattr(row, name) for name in same}
    return Session(**fields, start=_wall(row.starts_at, zone), end=_wall(row.ends_at, zone))


def _group(row: Any) -> ParticipantGroup:
    return ParticipantGroup(
        kind=BY_POSITION if row.kind == GroupKind.RULE else EXTERNAL,
        positions=tuple(row.positions),
        units=tuple(row.units),
        label=row.label,
        members=tuple(row.members),
        scope=row.scope,
    )


def _list(of: type[PartOf], stored: Sequence[Any]) -> tuple[PartOf, ...]:
    return tuple(part for item in stored if (part := read_part(of, item)) is not None)


def _wall(instant: datetime | None, zone: Zone) -> datetime | None:
    return instant and local(instant, zone)
