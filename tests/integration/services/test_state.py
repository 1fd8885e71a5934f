from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert, select

from tests.factories.account import actor, an_account
from tests.factories.event import a_berita, sessions
from tests.factories.registration import NOW, an_event, registrant, seats
from webinar.adapters.calendar import calendar_file
from webinar.adapters.links import settings
from webinar.core.announcement import Announcement, Happening, Schedule, read_announcements, schedule_of
from webinar.core.errors import (
    ActUnfit,
    DocumentInvalid,
    EventMoved,
    NotFound,
    ReasonMissing,
    RegistrationClosed,
    ScheduleFault,
    ScheduleUnfit,
)
from webinar.core.registration import email_key
from webinar.db import db, transaction
from webinar.models import Change, Event, EventSession, OutboxMail, Registration
from webinar.queries.calendar import calendar_event, session_times
from webinar.services import aftermath
from webinar.services.event_change import changing_event
from webinar.services.outbox import deliver_due
from webinar.services.registration import cancel_registration, register_participant
from webinar.services.state import (
    SessionMove,
    archive_event,
    cancel_event,
    postpone_event,
    publish_event,
    reinstate_event,
    reschedule_event,
    withdraw_event,
)

pytestmark = pytest.mark.usefixtures("app")

REASON = "Narasumber berhalangan"
ONE_DAY = timedelta(days=1)
FRIDAY = Schedule(
    date(2026, 12, 4),
    None,
    datetime(2026, 12, 4, 2, 0, tzinfo=UTC),
    datetime(2026, 12, 4, 5, 0, tzinfo=UTC),
    "Asia/Jakarta",
)
AFTER = datetime(2026, 12, 5, tzinfo=UTC)


def stored(event_id: int) -> Event:
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Event, event_id)


def announcements(event_id: int) -> tuple[Announcement, ...]:
    return read_announcements(stored(event_id).announcements)


def event_mails() -> list[tuple[str, str]]:
    db.session.rollback()
    rows = db.session.execute(select(OutboxMail.kind, OutboxMail.to).order_by(OutboxMail.id))
    return [(kind, to) for kind, to in rows if kind.startswith("event_")]


def ics_status(event_id: int) -> list[str]:
    event = calendar_event(stored(event_id).slug)
    lines = calendar_file(event, session_times(event.id)).content.decode().splitlines()
    return [line for line in lines if line.startswith(("STATUS", "SEQUENCE"))]


def two_registered_and_one_gone(event_id: int) -> None:
    """A seat, a place in line, and somebody who has cancelled."""
    gone = register_participant(event_id, registrant(email="pergi@example.com"), now=NOW)
    cancel_registration(gone.token, now=NOW)
    register_participant(event_id, registrant(email="kursi@example.com"), now=NOW)
    register_participant(event_id, registrant(email="antre@example.com"), now=NOW)


def test_a_draft_is_published_by_somebody() -> None:
    event_id = an_event(state="draft")
    sri = actor(an_account(name="Sri"))

    publish_event(event_id, actor=sri, now=NOW)

    change = db.session.scalars(select(Change)).one()
    assert stored(event_id).state == "published"
    assert (change.act, change.actor_name, change.fields) == (
        "published",
        "Sri",
        {"state": ["draft", "published"]},
    )
    assert (announcements(event_id), event_mails()) == ((), [])


def test_a_moved_event_tells_everybody_who_registered_old_and_new_time() -> None:
    event_id = an_event(quota=1)
    two_registered_and_one_gone(event_id)
    thursday = schedule_of(stored(event_id))

    told = reschedule_event(event_id, FRIDAY, REASON, actor=None, now=NOW)

    assert told == 2
    assert event_mails() == [
        ("event_rescheduled", "kursi@example.com"),
        ("event_rescheduled", "antre@example.com"),
    ]
    assert schedule_of(stored(event_id)) == FRIDAY
    assert announcements(event_id) == (
        Announcement(Happening.RESCHEDULED, NOW, REASON, thursday, FRIDAY, told_count=2),
    )


def test_sessions_and_the_end_of_registration_move_along() -> None:
    start = datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
    event_id = an_event(registration_closes_at=start - ONE_DAY)
    sessions(event_id, 2, start=start)

    reschedule_event(event_id, FRIDAY, REASON, actor=None, now=NOW)

    assert FRIDAY.starts_at is not None
    begins = db.session.scalars(select(EventSession.starts_at).order_by(EventSession.number)).all()
    assert begins == [FRIDAY.starts_at, FRIDAY.starts_at + timedelta(minutes=30)]
    assert stored(event_id).registration_closes_at == FRIDAY.starts_at - ONE_DAY


def test_sessions_that_would_lie_outside_the_new_day_are_refused_or_cleared() -> None:
    event_id = an_event()
    sessions(event_id, 1, start=datetime(2026, 12, 3, 6, 0, tzinfo=UTC))

    with pytest.raises(DocumentInvalid):
        reschedule_event(event_id, FRIDAY, REASON, sessions=SessionMove.KEPT, actor=None, now=NOW)
    assert stored(event_id).start_on == date(2026, 12, 3)
    reschedule_event(event_id, FRIDAY, REASON, sessions=SessionMove.CLEARED, actor=None, now=NOW)

    assert db.session.scalars(select(EventSession.starts_at)).all() == [None]


def test_an_event_moves_to_another_zone_as_a_whole() -> None:
    event_id = an_event()

    reschedule_event(event_id, replace(FRIDAY, zone_name="Asia/Jayapura"), REASON, actor=None, now=NOW)

    event = stored(event_id)
    assert (event.zone_name, event.timezone, event.tz_database) == ("Asia/Jayapura", "WIT", "Asia/Jayapura")


@pytest.mark.parametrize(
    ("wanted", "fault"),
    [
        (replace(FRIDAY, ends_at=FRIDAY.starts_at), ScheduleFault.END_BEFORE_START),
        (Schedule(date(2026, 11, 20), None, None, None, "Asia/Jakarta"), ScheduleFault.PAST),
    ],
)
def test_an_event_is_not_moved_to_an_impossible_time(wanted: Schedule, fault: ScheduleFault) -> None:
    event_id = an_event()

    with pytest.raises(ScheduleUnfit) as refusal:
        reschedule_event(event_id, wanted, REASON, actor=None, now=NOW)

    assert refusal.value.reason == fault
    assert stored(event_id).version == 1


def test_the_time_it_has_already_is_no_new_time() -> None:
    event_id = an_event()

    with pytest.raises(ScheduleUnfit) as refusal:
        reschedule_event(event_id, schedule_of(stored(event_id)), REASON, actor=None, now=NOW)

    assert refusal.value.reason == ScheduleFault.SAME


def test_the_second_of_two_who_move_an_event_is_told_of_the_first() -> None:
    event_id = an_event()
    seen = stored(event_id).sequence
    reschedule_event(event_id, FRIDAY, REASON, seen=seen, actor=None, now=NOW)

    with pytest.raises(EventMoved):
        reschedule_event(event_id, replace(FRIDAY, ends_at=None), REASON, seen=seen, actor=None, now=NOW)

    assert schedule_of(stored(event_id)) == FRIDAY


def test_postponed_and_moved_to_a_new_date_the_event_takes_place_again() -> None:
    event_id = an_event(quota=1)
    two_registered_and_one_gone(event_id)

    postpone_event(event_id, REASON, actor=None, now=NOW)
    with pytest.raises(RegistrationClosed):
        register_participant(event_id, registrant(), now=NOW)
    reschedule_event(event_id, FRIDAY, "Sudah sembuh", actor=None, now=NOW)

    assert stored(event_id).state == "published"
    assert [one.what for one in announcements(event_id)] == ["rescheduled", "postponed"]
    assert Counter(kind for kind, _to in event_mails()) == {"event_postponed": 2, "event_rescheduled": 2}


def test_a_cancelled_event_refuses_everybody_and_its_calendar_file_says_so() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)
    before = ics_status(event_id)

    told = cancel_event(event_id, REASON, actor=None, now=NOW)

    assert told == 1
    assert (before, ics_status(event_id)) == (
        ["SEQUENCE:0", "STATUS:CONFIRMED"],
        ["SEQUENCE:1", "STATUS:CANCELLED"],
    )
    with pytest.raises(RegistrationClosed):
        register_participant(event_id, registrant(), now=NOW)


def test_each_act_raises_the_sequence_of_the_calendar_once() -> None:
    event_id = an_event()

    postpone_event(event_id, REASON, actor=None, now=NOW)
    postponed = ics_status(event_id)
    reschedule_event(event_id, FRIDAY, REASON, actor=None, now=NOW)
    moved = ics_status(event_id)
    cancel_event(event_id, REASON, actor=None, now=NOW)
    reinstate_event(event_id, REASON, actor=None, now=NOW)

    assert postponed == ["SEQUENCE:1", "STATUS:TENTATIVE"]
    assert moved == ["SEQUENCE:2", "STATUS:CONFIRMED"]
    assert ics_status(event_id) == ["SEQUENCE:4", "STATUS:CONFIRMED"]


def test_seats_that_became_free_meanwhile_are_given_once_the_event_takes_place_again() -> None:
    event_id = an_event(quota=1)
    holder = register_participant(event_id, registrant(), now=NOW)
    register_participant(event_id, registrant(), now=NOW)
    cancel_event(event_id, REASON, actor=None, now=NOW)
    cancel_registration(holder.token, now=NOW)
    while_cancelled = seats(event_id)

    reinstate_event(event_id, "Anggaran tersedia", actor=None, now=NOW)

    assert (while_cancelled, seats(event_id)) == ((0, 1), (1, 0))
    kinds = db.session.scalars(select(OutboxMail.kind).order_by(OutboxMail.id)).all()
    assert kinds[-2:] == ["event_reinstated", "registration_promoted"]


def test_what_comes_back_after_its_end_is_announced_but_mailed_to_nobody() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)
    cancel_event(event_id, REASON, actor=None, now=NOW)

    told = reinstate_event(event_id, "Ternyata terlaksana", actor=None, now=AFTER)

    assert told == 0
    assert [one.what for one in announcements(event_id)] == ["reinstated", "cancelled"]
    assert Counter(kind for kind, _to in event_mails()) == {"event_cancelled": 1}


def test_archived_and_back_nobody_is_told() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)

    archive_event(event_id, actor=None, now=AFTER)
    archived = stored(event_id).state
    told = reinstate_event(event_id, None, actor=None, now=AFTER)

    assert (archived, stored(event_id).state, told) == ("archived", "published", 0)
    assert (announcements(event_id), event_mails()) == ((), [])


def test_published_by_mistake_is_a_draft_again_while_nobody_knows() -> None:
    event_id = an_event()

    withdraw_event(event_id, actor=None, now=NOW)

    assert stored(event_id).state == "draft"


def _somebody_registers_and_cancels(event_id: int) -> None:
    cancel_registration(register_participant(event_id, registrant(), now=NOW).token, now=NOW)


@pytest.mark.parametrize("touch", [_somebody_registers_and_cancels, a_berita])
def test_what_somebody_knows_does_not_become_a_draft_again(touch: Callable[[int], object]) -> None:
    event_id = an_event()
    touch(event_id)

    with pytest.raises(ActUnfit):
        withdraw_event(event_id, actor=None, now=NOW)


def test_acts_that_others_are_told_of_need_a_reason() -> None:
    event_id = an_event()

    for act in (postpone_event, cancel_event):
        with pytest.raises(ReasonMissing):
            act(event_id, "", actor=None, now=NOW)
    with pytest.raises(ReasonMissing):
        reschedule_event(event_id, FRIDAY, "", actor=None, now=NOW)

    assert (stored(event_id).state, stored(event_id).version) == ("published", 1)


def test_what_a_state_does_not_allow_is_refused_with_the_state_there_is() -> None:
    event_id = an_event()
    cancel_event(event_id, REASON, actor=None, now=NOW)

    with pytest.raises(ActUnfit) as refusal:
        postpone_event(event_id, REASON, actor=None, now=NOW)
    with pytest.raises(NotFound):
        cancel_event(0, REASON, actor=None, now=NOW)

    assert refusal.value.state == "cancelled"


def test_an_end_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)

    def broken(*_given: object, **_named: object) -> None:
        raise OSError

    monkeypatch.setattr(aftermath, "write_announcement", broken)
    with pytest.raises(OSError):
        cancel_event(event_id, REASON, actor=None, now=NOW)

    event = stored(event_id)
    assert (event.state, event.version, event.sequence, event.announcements) == ("published", 1, 0, [])
    assert event_mails() == []
    assert db.session.scalars(select(Change)).all() == []


def test_a_time_corrected_by_any_use_case_is_announced_like_a_move() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)

    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        event.ends_at = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)

    (one,) = announcements(event_id)
    assert (one.what, one.reason, one.told_count) == ("rescheduled", None, 1)
    assert Counter(kind for kind, _to in event_mails()) == {"event_rescheduled": 1}


def test_other_changes_tell_nobody() -> None:
    event_id = an_event()
    register_participant(event_id, registrant(), now=NOW)

    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        event.title = "Judul yang lebih baik"

    assert (announcements(event_id), event_mails(), stored(event_id).version) == ((), [], 2)


@pytest.mark.usefixtures("own_mails")
def test_an_event_whose_registrations_another_one_takes_tells_those() -> None:
    leader = an_event()
    register_participant(leader, registrant(email="sri@example.com"), now=NOW)
    event_id = an_event(registers_with_id=leader, title="Pertemuan kedua")

    told = cancel_event(event_id, REASON, actor=None, now=NOW)
    deliver_due(now=NOW)

    assert told == 1
    assert stored(leader).state == "published"
    assert "Pembatalan: Pertemuan kedua" in {mail["Subject"] for mail in sent()}


def sent() -> list[EmailMessage]:
    from email import message_from_bytes, policy

    files = sorted(Path(settings().instance / "mail").glob("*.eml"))
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]  # type: ignore[misc]


@pytest.fixture
def own_mails(app: Flask) -> Iterator[None]:
    """The folder holds nothing but the test's mails, and nothing afterwards."""
    folder = Path(settings().instance / "mail")
    for file in folder.glob("*.eml"):
        file.unlink()
    yield
    for file in folder.glob("*.eml"):
        file.unlink()


@pytest.mark.usefixtures("own_mails")
def test_the_mail_of_a_move_tells_both_times_in_three_zones_and_the_reason() -> None:
    event_id = an_event()
    token = register_participant(event_id, registrant(), now=NOW).token
    deliver_due(now=NOW)

    reschedule_event(event_id, FRIDAY, REASON, actor=None, now=NOW)
    reschedule_event(event_id, replace(FRIDAY, ends_at=None), REASON, actor=None, now=NOW)
    deliver_due(now=NOW)

    first = next(mail for mail in sent() if "Jadwal semula\nKamis" in mail.get_content())
    body = first.get_content()
    assert first["Subject"].strip() == (
        "Perubahan jadwal: Webinar Layanan Informasi menjadi Jumat, 4 Desember 2026"
    )
    for line in (
        "Jadwal baru\nJumat, 4 Desember 2026\n09.00 WIB / 10.00 WITA / 11.00 WIT\n"
        "Sampai 12.00 WIB / 13.00 WITA / 14.00 WIT\n\nJadwal semula\nKamis, 3 Desember 2026\n"
        "13.00 WIB / 14.00 WITA / 15.00 WIT\nSampai 15.00 WIB / 16.00 WITA / 17.00 WIT\n\n",
        f"\n\nAlasan: {REASON}\n\n",
        f"/pendaftaran/{token}",
    ):
        assert line in body
    assert "\n\n\n" not in body


@pytest.mark.usefixtures("own_mails")
def test_every_mail_of_a_state_reads_well_for_seat_and_waiting_list() -> None:
    event_id = an_event(quota=1)
    two_registered_and_one_gone(event_id)
    postpone_event(event_id, REASON, actor=None, now=NOW)
    reinstate_event(event_id, REASON, actor=None, now=NOW)
    cancel_event(event_id, REASON, actor=None, now=NOW)

    deliver_due(now=NOW)

    texts = [mail.get_content() for mail in sent() if f"Alasan: {REASON}" in mail.get_content()]
    assert len(texts) == 6
    assert sum("daftar tunggu" in text for text in texts) == 1
    assert all("\n\n\n" not in text and "None" not in text for text in texts)


def test_mails_to_2200_are_queued_in_well_under_two_seconds() -> None:
    event_id = an_event(quota=None)
    rows = [
        {
            "event_id": event_id,
            "state": "confirmed",
            "full_name": f"Peserta {number}",
            "email": f"p{number}@example.com",
            "email_key": email_key(f"p{number}@example.com"),
            "institution": "KPU",
            "submission_key": f"banyak-{number}",
            "token_digest": f"banyak-{number}",
            "privacy_notice_version": "1",
            "created_at": NOW,
            "changed_at": NOW,
        }
        for number in range(2200)
    ]
    with transaction() as tx:
        tx.session.execute(insert(Registration), rows)
    begun = time.perf_counter()

    told = cancel_event(event_id, REASON, actor=None, now=NOW)

    seconds = time.perf_counter() - begun
    assert told == 2200
    assert seconds < 1
    ids = db.session.scalars(select(OutboxMail.message_id)).all()
    assert len(set(ids)) == 2200
