from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.event import a_role
from tests.factories.registration import NOW, an_event
from webinar.core.history import Act, Thing
from webinar.core.office import OfficeData
from webinar.core.office_tree import Place
from webinar.core.person import PersonData
from webinar.db import db, transaction
from webinar.models import Change, EventRole
from webinar.queries.history import named_office, office_history, thing_history
from webinar.services.event_change import changing_event
from webinar.services.history import record_change
from webinar.services.office_change import add_office, remove_office
from webinar.services.person_change import add_person, delete_person

pytestmark = pytest.mark.usefixtures("app")


def changes() -> list[Change]:
    db.session.rollback()
    return list(db.session.scalars(select(Change).order_by(Change.id)))


def test_a_change_is_told_in_words_that_outlive_what_it_refers_to() -> None:
    bantul, sleman = an_office("KPU Kabupaten Bantul"), an_office("KPU Kabupaten Sleman")
    event_id = an_event(keeper_id=bantul)
    sri = actor(an_account(name="Sri"))

    with changing_event(event_id, actor=sri, now=NOW) as (_tx, event):
        event.keeper_id = sleman
        event.starts_at = datetime(2026, 12, 3, 5, 0, tzinfo=UTC)
        event.legal_basis = [{"name": "Undang-Undang Nomor 14 Tahun 2008"}]

    (change,) = changes()
    assert (change.act, change.actor_name, change.title) == ("changed", "Sri", "Webinar Layanan Informasi")
    assert change.fields == {
        "keeper": ["KPU Kabupaten Bantul", "KPU Kabupaten Sleman"],
        "legal_basis": [None, [{"name": "Undang-Undang Nomor 14 Tahun 2008"}]],
        "starts_at": ["2026-12-03T06:00:00+00:00", "2026-12-03T05:00:00+00:00"],
    }


def test_a_persons_part_is_told_with_the_persons_name() -> None:
    event_id = an_event()
    a_role(event_id, name="Budi", position="Ketua")

    with changing_event(event_id, actor=None, now=NOW) as (tx, _event):
        role = tx.session.scalars(select(EventRole)).one()
        role.position = "Sekretaris"

    (change,) = changes()
    assert change.fields == {f"roles.{role.id}.position": ["Ketua", "Sekretaris", "Budi"]}


def test_no_secret_reaches_the_history_whatever_is_handed_in() -> None:
    event_id = an_event()
    secrets = {"meeting_link": "https://zoom.example/j/1?pwd=RAHASIA", "meeting_access": "sandi RAHASIA"}
    given = {"email": "budi.RAHASIA@kpu.go.id", "whatsapp": "+6281RAHASIA", "contact_note": "RAHASIA"}

    with changing_event(event_id, actor=None, now=NOW) as (_tx, event):
        for name, value in secrets.items():
            setattr(event, name, value)
    with transaction() as tx:
        for thing in (Thing.PERSON, Thing.ACCOUNT, Thing.MEMBERSHIP, Thing.INVITATION):
            record_change(
                tx,
                Act.INVITED,
                thing,
                1,
                title="budi.RAHASIA@kpu.go.id",
                office_id=None,
                actor=None,
                now=NOW,
                after=given | {"password": "RAHASIA", "token": "RAHASIA", "fs_uniquifier": "RAHASIA"},
            )

    kept = json.dumps([[change.title, change.fields] for change in changes()])
    assert "RAHASIA" not in kept
    assert kept.count("b\\u2022\\u2022\\u2022@kpu.go.id") == 8


def test_a_new_person_has_nothing_of_the_history_of_one_deleted_before() -> None:
    gone = add_person(PersonData(name="Lama"), actor=None, now=NOW)
    delete_person(gone, actor=None, now=NOW)

    new = add_person(PersonData(name="Baru"), actor=None, now=NOW)

    assert [line.title for line in thing_history(Thing.PERSON, new).rows] == ["Baru"]


def an_added_office(name: str) -> int:
    return named_office(add_office(OfficeData(name=name), Place(), actor=None, now=NOW))[0]


def test_a_new_office_has_nothing_of_the_history_of_one_removed_before() -> None:
    gone = an_added_office("Kantor Lama")
    remove_office(gone, actor=None, now=NOW)

    new = an_added_office("Kantor Baru")

    assert [line.title for line in office_history(new).rows] == ["Kantor Baru"]
