from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from sqlalchemy import String, select

from tests.factories.document import (
    document_with_speakers,
    event_documents,
    seed_document,
    seed_json,
    small_document,
)
from tests.factories.registration import registrant
from tests.factories.statements import counted_selects
from webinar.core.document.kinds import Text, table
from webinar.core.document.model import (
    Dates,
    EventDocument,
    Organiser,
    ParticipantGroup,
    Person,
    PersonWithRemarks,
    ReportingUnit,
    Session,
    Speaker,
)
from webinar.core.document.read import read_document
from webinar.core.states import EventState, GroupKind
from webinar.db import db
from webinar.models import Berita, Event, EventRole, Note, Office, Registration
from webinar.models import EventSession as SessionRow
from webinar.models import ParticipantGroup as GroupRow
from webinar.queries.document import event_document
from webinar.services import document as mapping
from webinar.services.event import ImportResult, Outcome, import_event
from webinar.services.office import load_kpu_offices
from webinar.services.registration import register_participant

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
BANTUL, SLEMAN = ReportingUnit("KPU Kabupaten Bantul"), ReportingUnit("KPU Kabupaten Sleman")


def take_in(document: EventDocument, *, now: datetime = NOW) -> ImportResult:
    return import_event(document, actor=None, now=now)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    db.session.expunge_all()
    return {
        name: [tuple(row) for row in db.session.execute(select(found).order_by(*found.primary_key.columns))]
        for name, found in db.metadata.tables.items()
    }


def only_event() -> Event:
    db.session.expunge_all()
    return db.session.scalars(select(Event)).one()


# the same again


def test_new_document_creates_event_and_report(app: Flask) -> None:
    result = take_in(seed_document())

    event = only_event()
    report = db.session.scalars(select(Berita)).one()
    assert result == ImportResult(event.slug, Outcome.CREATED, event.id, report.id)
    assert event.slug == "webinar-pengelolaan-dan-pelayanan-informasi-publik-2021-08-12"
    assert report.slug == f"kpu-kabupaten-bantul-{event.slug}"
    assert (event.version, event.sequence, event.state) == (1, 0, EventState.PUBLISHED)
    assert (event.created_at, event.changed_at, event.zone_name) == (NOW, NOW, "Asia/Jakarta")
    assert event.starts_at == datetime(2021, 8, 12, 6, tzinfo=UTC)


@pytest.mark.parametrize("document", [seed_document(), small_document(), document_with_speakers(3)])
def test_same_document_again_changes_no_row(app: Flask, document: EventDocument) -> None:
    first = take_in(document)
    before = everything()

    second = take_in(document, now=LATER)

    assert second == replace(first, outcome=Outcome.UNCHANGED)
    assert everything() == before


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=event_documents())
def test_what_comes_out_taken_in_again_changes_no_row(app: Flask, document: EventDocument) -> None:
    first = take_in(replace(document, uid=str(uuid4())))
    before = everything()

    second = take_in(event_document(first.event_id), now=LATER)

    assert second == replace(first, outcome=Outcome.UNCHANGED)
    assert everything() == before


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=event_documents(), second=event_documents())
def test_any_document_can_follow_any_other(app: Flask, first: EventDocument, second: EventDocument) -> None:
    uid = str(uuid4())
    first, second = replace(first, uid=uid), replace(second, uid=uid, reporting_unit=first.reporting_unit)
    created = take_in(first)

    changed = take_in(second, now=LATER)

    db.session.expunge_all()
    assert (changed.event_id, changed.slug) == (created.event_id, created.slug)
    assert event_document(created.event_id) == second


# which event


def test_event_is_known_by_its_uid(app: Flask) -> None:
    first = take_in(small_document(uid="webinar-1@kpu.go.id"))

    second = take_in(small_document(uid="webinar-1@kpu.go.id", title="Judul baru"))

    assert second == replace(first, outcome=Outcome.CHANGED)
    assert only_event().title == "Judul baru"


def test_event_without_uid_is_known_by_organiser_title_and_first_day(app: Flask) -> None:
    first = take_in(small_document(uid="webinar-1@kpu.go.id"))

    second = take_in(small_document(title="WEBINAR Keterbukaan  Informasi"))

    assert second.event_id == first.event_id
    assert only_event().uid == "webinar-1@kpu.go.id"


@pytest.mark.parametrize(
    "other",
    [
        small_document(organiser=Organiser("Bawaslu")),
        small_document(title="Rapat"),
        small_document(dates=Dates(date(2026, 3, 6))),
        small_document(uid="webinar-2@kpu.go.id"),
    ],
)
def test_other_organiser_title_day_or_uid_is_another_event(app: Flask, other: EventDocument) -> None:
    first = take_in(small_document())

    second = take_in(other)

    assert second.outcome == Outcome.CREATED
    assert second.event_id != first.event_id


def test_slug_is_unique_and_stays(app: Flask) -> None:
    first = take_in(small_document())
    second = take_in(small_document(organiser=Organiser("Bawaslu")))
    third = take_in(small_document(uid=only_uid(first.event_id), title="Judul baru"))

    assert first.slug == "webinar-keterbukaan-informasi-2026-03-05"
    assert second.slug == "webinar-keterbukaan-informasi-2026-03-05-2"
    assert third.slug == first.slug


def test_slug_of_a_title_without_latin_letters_is_readable(app: Flask) -> None:
    assert take_in(small_document(title="研讨会")).slug == "kegiatan-2026-03-05"
    assert take_in(small_document(title="Ma'ruf & Żółć: " + "panjang " * 60)).slug == (
        "maruf-zoc-" + "panjang-" * 10 + "2026-03-05"
    )


def only_uid(event_id: int) -> str:
    return db.session.get_one(Event, event_id).uid


# what a change counts as


def test_change_of_content_counts_a_version_only(app: Flask) -> None:
    take_in(small_document())

    result = take_in(small_document(theme="Tema"), now=LATER)

    event = only_event()
    assert result.outcome == Outcome.CHANGED
    assert (event.version, event.sequence, event.changed_at, event.created_at) == (2, 0, LATER, NOW)


@pytest.mark.parametrize(
    "changes",
    [
        {"start": datetime(2026, 3, 5, 2, tzinfo=UTC)},
        {"end": datetime(2026, 3, 5, 3, tzinfo=UTC)},
        {"dates": Dates(date(2026, 3, 5), date(2026, 3, 6))},
        {"sessions": (Session(order=1, start=datetime(2026, 3, 5, 2, tzinfo=UTC)),)},
    ],
)
def test_change_of_time_counts_a_version_and_a_sequence(app: Flask, changes: dict[str, Any]) -> None:
    uid = only_uid(take_in(small_document()).event_id)

    take_in(small_document(uid=uid, **changes), now=LATER)
    take_in(small_document(uid=uid, **changes), now=LATER)

    assert (only_event().version, only_event().sequence) == (2, 1)


def test_last_day_told_expressly_is_no_change_of_time(app: Flask) -> None:
    uid = only_uid(take_in(small_document()).event_id)

    take_in(small_document(uid=uid, dates=Dates(date(2026, 3, 5), date(2026, 3, 5))))

    assert (only_event().version, only_event().sequence) == (2, 0)


def test_change_of_the_report_leaves_the_event_alone(app: Flask) -> None:
    take_in(small_document(speakers=(Speaker("A", key_points=("satu",)),)))
    event_before = everything()["event"]

    result = take_in(small_document(speakers=(Speaker("A", key_points=("satu", "dua")),)), now=LATER)

    assert result.outcome == Outcome.CHANGED
    assert everything()["event"] == event_before
    assert db.session.scalars(select(Berita.changed_at)).one() == LATER


def test_import_keeps_state_and_text_and_seats(app: Flask) -> None:
    take_in(small_document())
    event, report = only_event(), db.session.scalars(select(Berita)).one()
    event.state, event.quota, event.registration_open = EventState.CANCELLED, 50, True
    report.headline, report.article = "Judul", {"blocks": []}
    db.session.commit()

    take_in(small_document(theme="Tema"))

    event, report = only_event(), db.session.scalars(select(Berita)).one()
    assert (event.state, event.quota, event.registration_open) == (EventState.CANCELLED, 50, True)
    assert (report.headline, report.article) == ("Judul", {"blocks": []})


# whose rows survive


def test_people_keep_their_rows_when_order_and_details_change(app: Flask) -> None:
    take_in(small_document(speakers=(Speaker("A"), Speaker("B"), Speaker("C", position="Ketua"))))
    ids = {row.name: row.id for row in db.session.scalars(select(EventRole))}

    take_in(
        small_document(
            speakers=(Speaker("D"), Speaker("Ch", position="Ketua"), Speaker("B", talk_title="Hoaks"))
        )
    )

    db.session.expunge_all()
    rows = db.session.scalars(select(EventRole).order_by(EventRole.number)).all()
    assert [(row.name, row.id == ids.get(row.name or "")) for row in rows] == [
        *(("D", False), ("Ch", False), ("B", True)),
    ]
    assert rows[1].id == ids["C"]


def test_notes_of_another_unit_survive_its_speaker_being_left_out(app: Flask) -> None:
    speaker = Speaker("Raka Sandi", summary="Catatan Bantul.")
    opener = PersonWithRemarks("Ilham", remarks=("Selamat datang.",))
    take_in(small_document(reporting_unit=SLEMAN, speakers=(Speaker("Lain"),)))
    take_in(small_document(reporting_unit=BANTUL, speakers=(speaker,), opened_by=opener))

    result = take_in(small_document(reporting_unit=SLEMAN, speakers=(Speaker("Baru"),)))

    db.session.expunge_all()
    report = db.session.scalars(select(Berita.id).where(Berita.unit_name == BANTUL.name)).one()
    assert event_document(result.event_id, report).speakers == (Speaker("Baru"), speaker)
    assert event_document(result.event_id, report).opened_by == opener
    assert take_in(small_document(reporting_unit=SLEMAN, speakers=(Speaker("Baru"),))).outcome == "unchanged"


def test_own_notes_go_with_the_speaker(app: Flask) -> None:
    take_in(small_document(speakers=(Speaker("A", summary="Satu."), Speaker("B", summary="Dua."))))

    take_in(small_document(speakers=(Speaker("B", summary="Dua."),)))

    assert db.session.scalars(select(Note.text)).all() == ["Dua."]
    assert db.session.scalars(select(EventRole.name)).all() == ["B"]


def test_groups_keep_registrations_and_quotas(app: Flask) -> None:
    rule = ParticipantGroup("position_level_region", positions=("Ketua", "Sekretaris"), units=("KPU",))
    media = ParticipantGroup("external", label="Media")
    event_id = take_in(small_document(participant_groups=(rule, media))).event_id
    groups = db.session.scalars(select(GroupRow).order_by(GroupRow.number)).all()
    groups[1].quota = 20
    db.session.commit()
    ids = [group.id for group in groups]
    register(event_id, ids[0])

    wider = replace(rule, positions=("Ketua", "Anggota"))
    take_in(small_document(participant_groups=(ParticipantGroup("external", label="LSM"), media, wider)))

    db.session.expunge_all()
    groups = db.session.scalars(select(GroupRow).order_by(GroupRow.number)).all()
    assert [(group.label, group.id in ids, group.quota) for group in groups] == [
        *(("LSM", False, None), ("Media", True, 20), (None, True, None)),
    ]
    assert db.session.scalars(select(Registration.group_id)).all() == [ids[0]] == [groups[2].id]


def test_group_that_people_registered_with_stays(app: Flask) -> None:
    media, monitors = ParticipantGroup(label="Media"), ParticipantGroup(label="Pemantau")
    event_id = take_in(small_document(participant_groups=(media, monitors))).event_id
    media_id = db.session.scalars(select(GroupRow.id).where(GroupRow.label == "Media")).one()
    register(event_id, media_id)

    take_in(small_document(participant_groups=(ParticipantGroup(label="LSM"),)))

    db.session.expunge_all()
    rows = db.session.scalars(select(GroupRow).order_by(GroupRow.number)).all()
    assert [(row.number, row.label, row.id == media_id) for row in rows] == [
        (0, "LSM", False),
        (1, "Media", True),
    ]
    assert take_in(small_document(participant_groups=(ParticipantGroup(label="LSM"),))).outcome == "unchanged"


def test_group_for_everybody_stays_open(app: Flask) -> None:
    take_in(small_document(participant_groups=(ParticipantGroup(label="masyarakat umum"),)))
    db.session.scalars(select(GroupRow)).one().kind = GroupKind.OPEN
    db.session.commit()

    result = take_in(small_document(participant_groups=(ParticipantGroup(label="masyarakat umum"),)))

    assert result.outcome == Outcome.UNCHANGED
    assert db.session.scalars(select(GroupRow.kind)).one() == GroupKind.OPEN


def test_sessions_keep_their_rows_by_order(app: Flask) -> None:
    take_in(small_document(sessions=(Session(order=1, name="Pleno"), Session(order=2, name="Panel"))))
    ids = {row.order: row.id for row in db.session.scalars(select(SessionRow))}

    take_in(small_document(sessions=(Session(order=2, name="Diskusi panel"), Session(order=3))))

    db.session.expunge_all()
    rows = db.session.scalars(select(SessionRow).order_by(SessionRow.number)).all()
    assert [(row.order, row.name) for row in rows] == [(2, "Diskusi panel"), (3, None)]
    assert rows[0].id == ids[2]


def register(event_id: int, group_id: int) -> None:
    db.session.get_one(Event, event_id).registration_open = True
    db.session.commit()
    register_participant(event_id, registrant(group_id=group_id), now=NOW)


# offices


def test_offices_are_found_in_the_tree_where_the_name_fits(app: Flask) -> None:
    load_kpu_offices()
    count = len(db.session.scalars(select(Office.id)).all())

    take_in(
        small_document(
            organiser=Organiser("KPU DKI Jakarta"), reporting_unit=ReportingUnit("KPU Kab. Bantul")
        )
    )

    assert len(db.session.scalars(select(Office.id)).all()) == count
    assert db.session.get_one(Office, only_event().organiser_id).name == "KPU Provinsi DKI Jakarta"
    report = db.session.scalars(select(Berita)).one()
    assert report.unit_name == "KPU Kab. Bantul"
    assert db.session.get_one(Office, report.office_id).name == "KPU Kabupaten Bantul"


def test_other_bodies_become_offices_that_stand_alone(app: Flask) -> None:
    take_in(small_document(organiser=Organiser("Universitas Gadjah Mada", "UGM", "other")))

    office = db.session.get_one(Office, only_event().organiser_id)
    assert (office.name, office.long_name, office.level, office.parent_id) == (
        *("Universitas Gadjah Mada", "UGM", "other", None),
    )
    assert (office.institution.name, office.institution.kind) == ("Universitas Gadjah Mada", "other")


def test_two_spellings_of_a_unit_are_one_report(app: Flask) -> None:
    load_kpu_offices()
    first = take_in(small_document(reporting_unit=ReportingUnit("KPU Kab. Bantul")))

    second = take_in(small_document(reporting_unit=BANTUL))

    assert second.berita_id == first.berita_id
    assert second.outcome == Outcome.CHANGED


# at the same time


def test_same_new_document_taken_in_twice_at_once_makes_one_event(app: Flask) -> None:
    together = Barrier(4)

    def once(_number: int) -> Outcome:
        with app.app_context():
            together.wait()
            return take_in(small_document()).outcome

    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(once, range(4)))

    assert sorted(outcomes) == ["created", "unchanged", "unchanged", "unchanged"]
    assert only_event().version == 1


def test_failure_in_the_report_leaves_no_event(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("webinar.services.event.sync_report", fail)
    before = everything()

    with pytest.raises(RuntimeError, match="broken"):
        take_in(seed_document())

    assert everything() == before


# bounds


@pytest.mark.parametrize("count", [1, 30])
def test_second_import_takes_the_same_selects_whatever_the_size(app: Flask, count: int) -> None:
    take_in(document_with_speakers(count))

    with counted_selects() as selects:
        take_in(document_with_speakers(count))

    locks = [statement for statement in selects if "pg_advisory" in statement]
    assert len(selects) - len(locks) == 17  # four before and four after are the history's


def test_every_text_fits_the_column_that_keeps_it() -> None:
    pairs = [
        *((EventDocument, Event, name, name) for name in mapping.SAME_IN_EVENT),
        *((Speaker, EventRole, name, name) for name in (*mapping.SAME_IN_ROLE, *mapping.SAME_FOR_SPEAKER)),
        *((Session, SessionRow, name, name) for name in mapping.SAME_IN_SESSION),
        *((EventDocument, Berita, name, name) for name in mapping.SAME_IN_REPORT),
        *((ReportingUnit, Berita, name, f"unit_{name}") for name in table(ReportingUnit)),
        *((Organiser, Event, name, f"organiser_{name}") for name in table(Organiser)),
        *((ParticipantGroup, GroupRow, name, name) for name in ("label", "scope")),
        *((ReportingUnit, Office, name, name) for name in ("name", "long_name", "level", "city")),
        (EventDocument, Event, "uid", "uid"),
    ]
    too_long = []
    for of, row, name, column_name in pairs:
        kind, column = table(of)[name].kind, row.__table__.c[column_name].type
        most = kind.most if isinstance(kind, Text) else 0
        if isinstance(column, String) and column.length is not None and most > column.length:
            too_long.append((of.__name__, name, most, column.length))

    assert too_long == []


def test_document_read_from_json_is_taken_in_whole(app: Flask) -> None:
    data = {**seed_json(), "moderators": [{"name": "A"}], "also_present": [{"position": "Bupati"}]}

    found = event_document(take_in(read_document(data)).event_id)

    assert (found.moderators, found.also_present) == ((Person("A"),), (Person(position="Bupati"),))


# who keeps the facts


def test_another_office_adds_what_is_absent_and_changes_nothing(app: Flask) -> None:
    organiser = small_document(
        perspective="organiser",
        start=datetime(2021, 8, 12, 13, tzinfo=ZoneInfo("Asia/Jakarta")),
        venue="Aula KPU",
        participant_groups=(ParticipantGroup("external", label="Media"),),
        speakers=(Speaker("Raka Sandi", position="Ketua"),),
    )
    attendee = small_document(
        perspective="attendee",
        reporting_unit=SLEMAN,
        venue="Ruang rapat Sleman",
        platform="Zoom",
        speakers=(Speaker("Raka Sandi", position="Anggota", summary="Catatan Sleman."), Speaker("Narayana")),
    )
    event_id = take_in(organiser).event_id

    assert take_in(attendee, now=LATER).outcome == "changed"
    assert take_in(attendee, now=LATER).outcome == "unchanged"

    db.session.expunge_all()
    event = only_event()
    assert (event.id, event.venue, event.platform) == (event_id, "Aula KPU", "Zoom")
    assert event.starts_at == datetime(2021, 8, 12, 6, tzinfo=UTC)
    assert [group.label for group in event.groups] == ["Media"]
    assert [(role.name, role.position) for role in event.roles] == [
        ("Raka Sandi", "Ketua"),
        ("Narayana", None),
    ]
    assert event_document(event_id).speakers[0].summary == "Catatan Sleman."


def test_a_change_of_zone_alone_raises_the_sequence(app: Flask) -> None:
    at_19_wib = datetime(2021, 8, 12, 19, tzinfo=ZoneInfo("Asia/Jakarta"))
    take_in(small_document(uid="u1", start=at_19_wib, timezone="WIB"))

    take_in(
        small_document(uid="u1", start=at_19_wib.astimezone(ZoneInfo("Asia/Makassar")), timezone="WITA"),
        now=LATER,
    )

    db.session.expunge_all()
    assert only_event().sequence == 1
