from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import select

from tests.factories.account import actor, an_account, an_office
from tests.factories.outbox import delivered, link_in
from tests.factories.registration import NOW
from webinar.adapters.links import colleague_token
from webinar.core.access import Action, OfficeRole, may
from webinar.core.errors import (
    AddressTaken,
    AlreadyMember,
    InvitationOver,
    LastManager,
    NotFound,
    WeakPassword,
)
from webinar.core.history import Act, Thing
from webinar.db import db
from webinar.models import Change, ColleagueInvitation, Membership, OutboxMail, User
from webinar.queries.colleague import members_of, open_invitations
from webinar.queries.history import office_history, thing_history
from webinar.queries.paging import Turn
from webinar.services.colleague import (
    LASTS,
    accept_invitation,
    accept_invitation_as,
    invite_colleague,
    renew_invitation,
    withdraw_invitation,
)
from webinar.services.membership import change_membership, end_membership

pytestmark = pytest.mark.usefixtures("app")
PASSWORD = "kopi tubruk di teras"


def token_of(invitation_id: int) -> str:
    db.session.rollback()
    db.session.expunge_all()
    return colleague_token(db.session.get_one(ColleagueInvitation, invitation_id).link_key)


def roles_of(user_id: int) -> set[tuple[int | None, str]]:
    db.session.rollback()
    rows = db.session.execute(
        select(Membership.office_id, Membership.role).where(Membership.user_id == user_id)
    )
    return {(row[0], row[1]) for row in rows}


def changes() -> list[tuple[str, int | None, dict[str, object]]]:
    db.session.rollback()
    return [
        (one.act, one.office_id, one.fields) for one in db.session.scalars(select(Change).order_by(Change.id))
    ]


def test_a_colleague_is_invited_and_joins(app: Flask) -> None:
    office_id = an_office()
    manager = actor(an_account(OfficeRole.MANAGER, office_id, name="Sri Wahyuni"))

    invitation_id = invite_colleague(
        "Budi@KPU.example", office_id, OfficeRole.OPERATOR, actor=manager, now=NOW
    )
    (mail,) = delivered(app, NOW)
    link = link_in(mail, "/undangan-rekan/")
    user_id = accept_invitation(link.rpartition("/")[2], name="Budi Santoso", password=PASSWORD, now=NOW)

    assert mail["To"] == "budi@kpu.example"
    assert mail["Subject"] == "Undangan bergabung dengan KPU Kabupaten Bantul"
    assert (
        "Sri Wahyuni mengundang Anda bergabung dengan KPU Kabupaten Bantul di Komisi Pemilihan Umum sebagai"
        " operator." in " ".join(mail.get_content().split())
    )
    assert roles_of(user_id) == {(office_id, "operator")}
    assert may(actor(user_id), Action.EDIT_EVENT, f"/{office_id}/")
    assert db.session.get_one(ColleagueInvitation, invitation_id).accepted_at == NOW
    assert [(act, office, fields) for act, office, fields in changes()] == [
        ("invited", office_id, {"role": [None, "operator"]}),
        ("joined", office_id, {"role": [None, "operator"]}),
    ]


def test_neither_table_nor_outbox_nor_history_holds_the_link() -> None:
    invitation_id = invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW)
    token = token_of(invitation_id)

    rows = [
        *db.session.scalars(select(ColleagueInvitation)),
        *db.session.scalars(select(OutboxMail)),
        *db.session.scalars(select(Change)),
    ]

    assert len(rows) == 3
    assert not any(token in str(vars(row)) for row in rows)


@pytest.mark.parametrize("role", list(OfficeRole))
def test_only_who_manages_the_office_or_one_above_invites(role: OfficeRole) -> None:
    top = an_office("KPU Provinsi DIY")
    office_id, sister = an_office("KPU Kabupaten Bantul", top), an_office("KPU Kabupaten Sleman", top)
    above = actor(an_account(OfficeRole.MANAGER, top))
    own = actor(an_account(role, office_id))
    beside = actor(an_account(OfficeRole.MANAGER, sister))

    invite_colleague("a@kpu.example", office_id, OfficeRole.MANAGER, actor=above, now=NOW)
    if role == OfficeRole.MANAGER:
        invite_colleague("b@kpu.example", office_id, OfficeRole.MANAGER, actor=own, now=NOW)
    else:
        with pytest.raises(NotFound):
            invite_colleague("b@kpu.example", office_id, OfficeRole.READER, actor=own, now=NOW)
    for office in (office_id, top, None):
        with pytest.raises(NotFound):
            invite_colleague("c@kpu.example", office, OfficeRole.READER, actor=beside, now=NOW)


def test_an_office_that_takes_no_rights_is_not_managed_from_above() -> None:
    top = an_office("KPU Provinsi DIY")
    office_id = an_office("KPU Kabupaten Bantul", top, takes_rights=False)
    above = actor(an_account(OfficeRole.MANAGER, top))

    with pytest.raises(NotFound):
        invite_colleague("a@kpu.example", office_id, OfficeRole.READER, actor=above, now=NOW)


def test_a_link_is_for_one_use_whoever_brings_it() -> None:
    token = token_of(invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW))
    accept_invitation(token, name="Budi", password=PASSWORD, now=NOW)

    with pytest.raises(InvitationOver):
        accept_invitation(token, name="Lain", password=PASSWORD, now=NOW)
    with pytest.raises(InvitationOver):
        accept_invitation_as(token, an_account(), now=NOW)


def test_two_who_bring_it_at_once_make_one_account(app: Flask) -> None:
    token = token_of(invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW))
    outcomes: list[str] = []

    def accept() -> None:
        with app.app_context():
            try:
                accept_invitation(token, name="Budi", password=PASSWORD, now=NOW)
                outcomes.append("in")
            except (InvitationOver, AddressTaken):
                outcomes.append("over")
            finally:
                db.session.remove()

    threads = [Thread(target=accept) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["in", "over", "over", "over"]


def test_a_link_lasts_seven_days_and_is_renewed(app: Flask) -> None:
    invitation_id = invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW)
    old, late = token_of(invitation_id), NOW + LASTS
    delivered(app, NOW)

    with pytest.raises(InvitationOver):
        accept_invitation(old, name="Budi", password=PASSWORD, now=late)
    renew_invitation(invitation_id, actor=None, now=late)
    with pytest.raises(NotFound):
        accept_invitation(old, name="Budi", password=PASSWORD, now=late)

    assert accept_invitation(
        token_of(invitation_id), name="Budi", password=PASSWORD, now=late + timedelta(days=6)
    )


def test_a_withdrawn_link_leads_nowhere_and_its_mail_is_not_sent(app: Flask) -> None:
    invitation_id = invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW)
    token = token_of(invitation_id)

    withdraw_invitation(invitation_id, actor=None, now=NOW)

    assert delivered(app, NOW) == []
    with pytest.raises(NotFound):
        accept_invitation(token, name="Budi", password=PASSWORD, now=NOW)
    assert [act for act, _office, _fields in changes()] == ["invited", "withdrawn"]


def test_inviting_once_more_renews_with_the_new_role() -> None:
    office_id = an_office()
    first = invite_colleague("budi@kpu.example", office_id, OfficeRole.READER, actor=None, now=NOW)

    second = invite_colleague("Budi@kpu.example", office_id, OfficeRole.REVIEWER, actor=None, now=NOW)

    assert first == second
    (open_,) = open_invitations(office_id)
    assert (open_.email, open_.role) == ("budi@kpu.example", OfficeRole.REVIEWER)


def test_who_has_a_role_there_is_not_invited_again() -> None:
    office_id = an_office()
    an_account(OfficeRole.READER, office_id, email="budi@kpu.example")

    with pytest.raises(AlreadyMember):
        invite_colleague("budi@kpu.example", office_id, OfficeRole.OPERATOR, actor=None, now=NOW)


def test_who_was_let_go_does_not_come_back_by_an_own_invitation() -> None:
    office_id = an_office()
    user_id = an_account(OfficeRole.MANAGER, office_id)
    invitation_id = invite_colleague(
        "pribadi@kpu.example", office_id, OfficeRole.MANAGER, actor=actor(user_id), now=NOW
    )
    end_membership(user_id, office_id, actor=None, now=NOW)
    token = token_of(invitation_id)

    with pytest.raises(InvitationOver):
        accept_invitation(token, name="Budi", password=PASSWORD, now=NOW)
    with pytest.raises(InvitationOver):
        accept_invitation_as(token, user_id, now=NOW)
    renew_invitation(invitation_id, actor=None, now=NOW)  # by somebody who may
    assert accept_invitation(token_of(invitation_id), name="Budi", password=PASSWORD, now=NOW)


def test_others_invitations_are_not_renewed_nor_withdrawn() -> None:
    office_id = an_office()
    invitation_id = invite_colleague("budi@kpu.example", office_id, OfficeRole.READER, actor=None, now=NOW)
    stranger = actor(an_account(OfficeRole.MANAGER, an_office("KPU Kabupaten Sleman")))

    for act in (renew_invitation, withdraw_invitation):
        with pytest.raises(NotFound):
            act(invitation_id, actor=stranger, now=NOW)


def test_an_account_that_is_signed_in_takes_the_role_besides_its_own() -> None:
    office_id, other = an_office(), an_office("KPU Kabupaten Sleman")
    user_id = an_account(OfficeRole.READER, other)
    token = token_of(
        invite_colleague("lain@kpu.example", office_id, OfficeRole.OPERATOR, actor=None, now=NOW)
    )

    accept_invitation_as(token, user_id, now=NOW)

    assert roles_of(user_id) == {(other, "reader"), (office_id, "operator")}


def test_a_weak_password_leaves_the_invitation_open() -> None:
    token = token_of(invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW))

    with pytest.raises(WeakPassword):
        accept_invitation(token, name="Budi Santoso", password="budisantoso1", now=NOW)

    assert accept_invitation(token, name="Budi Santoso", password=PASSWORD, now=NOW)


def test_a_role_is_changed_and_taken_away_with_what_was_before() -> None:
    office_id = an_office()
    manager = actor(an_account(OfficeRole.MANAGER, office_id))
    user_id = an_account(OfficeRole.READER, office_id)

    change_membership(user_id, office_id, OfficeRole.OPERATOR, actor=manager, now=NOW)
    changed = roles_of(user_id)
    end_membership(user_id, office_id, actor=manager, now=NOW)

    assert changed == {(office_id, "operator")}
    assert roles_of(user_id) == set()
    assert changes() == [
        ("changed", office_id, {"role": ["reader", "operator"]}),
        ("deleted", office_id, {"role": ["operator", None]}),
    ]


def test_nobody_changes_roles_where_they_do_not_manage() -> None:
    office_id, sister = an_office(), an_office("KPU Kabupaten Sleman")
    user_id = an_account(OfficeRole.READER, office_id)
    operator = actor(an_account(OfficeRole.OPERATOR, office_id))
    stranger = actor(an_account(OfficeRole.MANAGER, sister))

    for somebody in (operator, stranger):
        with pytest.raises(NotFound):
            change_membership(user_id, office_id, OfficeRole.READER, actor=somebody, now=NOW)
        with pytest.raises(NotFound):
            end_membership(user_id, office_id, actor=somebody, now=NOW)
    with pytest.raises(NotFound):
        change_membership(stranger.user_id, None, OfficeRole.MANAGER, actor=stranger, now=NOW)


def test_the_last_manager_of_the_installation_stays() -> None:
    only = an_account(OfficeRole.MANAGER)
    an_account(OfficeRole.MANAGER, active=False)
    an_account(OfficeRole.READER)
    an_account(OfficeRole.MANAGER, an_office())

    with pytest.raises(LastManager):
        end_membership(only, None, actor=actor(only), now=NOW)
    with pytest.raises(LastManager):
        change_membership(only, None, OfficeRole.READER, actor=actor(only), now=NOW)

    assert roles_of(only) == {(None, "manager")}


def test_two_managers_who_remove_each_other_at_once_leave_one(app: Flask) -> None:
    pair = [an_account(OfficeRole.MANAGER) for _ in range(2)]
    outcomes: list[str] = []

    def remove(user_id: int) -> None:
        with app.app_context():
            try:
                end_membership(user_id, None, actor=None, now=NOW)
                outcomes.append("gone")
            except LastManager:
                outcomes.append("stays")
            finally:
                db.session.remove()

    threads = [Thread(target=remove, args=(user_id,)) for user_id in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["gone", "stays"]


def test_unknown_accounts_offices_and_memberships_are_not_found() -> None:
    user_id, office_id = an_account(None), an_office()

    for stranger in (user_id, 99_999):  # nobody is made a colleague without having accepted
        with pytest.raises(NotFound):
            change_membership(stranger, office_id, OfficeRole.READER, actor=None, now=NOW)
    with pytest.raises(NotFound):
        change_membership(user_id, 99_999, OfficeRole.READER, actor=None, now=NOW)
    with pytest.raises(NotFound):
        end_membership(user_id, office_id, actor=None, now=NOW)
    with pytest.raises(NotFound):
        renew_invitation(99_999, actor=None, now=NOW)


def test_the_list_of_an_office_tells_who_works_there() -> None:
    office_id = an_office()
    an_account(OfficeRole.OPERATOR, office_id, name="budi")
    an_account(OfficeRole.MANAGER, office_id, name="Ani", totp_secret="{}")
    an_account(OfficeRole.MANAGER, an_office("KPU Kabupaten Sleman"), name="Lain")
    an_account(OfficeRole.MANAGER, name="Pusat")

    members = members_of(office_id, Turn()).rows

    assert [(one.name, one.role, one.has_second_step, one.seen_at) for one in members] == [
        ("Ani", OfficeRole.MANAGER, True, None),
        ("budi", OfficeRole.OPERATOR, False, None),
    ]
    assert [one.name for one in members_of(None, Turn()).rows] == ["Pusat"]


def test_an_address_is_taken_by_one_account_only() -> None:
    token = token_of(invite_colleague("budi@kpu.example", None, OfficeRole.READER, actor=None, now=NOW))
    an_account(email="budi@kpu.example")

    with pytest.raises(AddressTaken):
        accept_invitation(token, name="Budi", password=PASSWORD, now=datetime(2026, 11, 26, tzinfo=UTC))
    assert len(list(db.session.scalars(select(User)))) == 1


def test_an_invitation_is_not_in_the_history_of_the_account_of_its_number() -> None:
    office_id = an_office()
    by = actor(an_account())
    invitation_id = invite_colleague("budi@kpu.example", office_id, OfficeRole.READER, actor=by, now=NOW)
    withdraw_invitation(invitation_id, actor=by, now=NOW)

    assert thing_history(Thing.MEMBERSHIP, invitation_id).rows == []
    acts = [line.act for line in thing_history(Thing.INVITATION, invitation_id).rows]
    assert acts == [Act.WITHDRAWN, Act.INVITED]
    assert [line.act for line in office_history(office_id).rows] == acts
