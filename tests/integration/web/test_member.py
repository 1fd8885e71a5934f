from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.registration import NOW
from tests.factories.statements import counted_selects
from webinar.core.access import ALLOWED, Action, OfficeRole
from webinar.db import db
from webinar.models import Change, ColleagueInvitation, Membership, OutboxMail
from webinar.web.role_words import role_sentence

pytestmark = pytest.mark.usefixtures("at_now")

BANTUL = "/meja/satuan-kerja/kpu-kabupaten-bantul"


@pytest.fixture
def province(app: Flask) -> int:
    return an_office("KPU Provinsi DIY", level="province")


@pytest.fixture
def bantul(province: int) -> int:
    return an_office("KPU Kabupaten Bantul", province)


@pytest.fixture
def desk(app: Flask, bantul: int) -> FlaskClient:
    return signed_in(app, an_account(OfficeRole.MANAGER, bantul, name="Sri Lestari"))


def roles(user_id: int) -> set[tuple[int | None, str]]:
    db.session.rollback()
    rows = db.session.execute(
        select(Membership.office_id, Membership.role).where(Membership.user_id == user_id)
    )
    return {(office_id, role) for office_id, role in rows}


def invitations() -> list[ColleagueInvitation]:
    db.session.rollback()
    db.session.expunge_all()
    return list(db.session.scalars(select(ColleagueInvitation).order_by(ColleagueInvitation.id)))


def test_a_colleague_is_invited_by_mail_and_waits_in_the_list(desk: FlaskClient, bantul: int) -> None:
    answer = desk.post(f"{BANTUL}/anggota/undang", data={"email": "Budi@KPU.example", "role": "note_taker"})
    page = desk.get(answer.location).text

    made = invitations()[0]
    assert (answer.status_code, answer.location) == (303, f"{BANTUL}/anggota")
    assert (made.email, made.office_id, made.role) == ("budi@kpu.example", bantul, "note_taker")
    mails = db.session.execute(select(OutboxMail.kind, OutboxMail.to)).all()
    assert [tuple(mail) for mail in mails] == [("account_invited", "budi@kpu.example")]
    assert "Undangan dikirim kepada" in page and "Notulis · berlaku sampai 2 Desember 2026" in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("email", "", "Isian ini wajib diisi."),
        ("email", "budi", "Alamat surel belum benar."),
        ("role", "raja", "Pilih salah satu yang tersedia."),
        ("role", "", "Pilih salah satu yang tersedia."),
    ],
)
def test_a_bad_invitation_is_named_at_its_field(desk: FlaskClient, field: str, typed: str, said: str) -> None:
    good = {"email": "budi@kpu.example", "role": "reader"}

    answer = desk.post(f"{BANTUL}/anggota/undang", data=good | {field: typed})

    assert answer.status_code == 422
    assert said in answer.text and f'href="#{field}"' in answer.text
    assert invitations() == []


def test_a_member_is_not_invited_again(desk: FlaskClient, bantul: int) -> None:
    an_account(OfficeRole.READER, bantul, email="budi@kpu.example")

    answer = desk.post(f"{BANTUL}/anggota/undang", data={"email": "budi@kpu.example", "role": "reader"})

    assert answer.status_code == 422
    assert "Rekan ini sudah menjadi anggota." in answer.text


def test_an_invitation_is_sent_again_and_withdrawn(desk: FlaskClient) -> None:
    desk.post(f"{BANTUL}/anggota/undang", data={"email": "budi@kpu.example", "role": "reader"})
    first = invitations()[0]
    invitation_id, expired, digest = first.id, first.expires_at, first.token_digest

    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        renewed = desk.post(f"{BANTUL}/undangan/{invitation_id}/perbarui")
        second = invitations()[0]
        later, other_digest = second.expires_at, second.token_digest
        withdrawn = desk.post(f"{BANTUL}/undangan/{invitation_id}/cabut")

    assert (renewed.status_code, withdrawn.status_code) == (303, 303)
    assert later > expired and other_digest != digest
    assert invitations() == []


def test_a_role_is_changed_and_ended_with_lines_in_the_history(desk: FlaskClient, bantul: int) -> None:
    budi = an_account(OfficeRole.READER, bantul, name="Budi")

    changed = desk.post(f"{BANTUL}/anggota/{budi}/peran", data={"role": "operator"})
    held = roles(budi)
    asked = desk.get(f"{BANTUL}/anggota/{budi}/akhiri").text
    ended = desk.post(f"{BANTUL}/anggota/{budi}/akhiri")

    assert (changed.status_code, ended.status_code) == (303, 303)
    assert held == {(bantul, "operator")} and roles(budi) == set()
    assert "Perannya sebagai operator di sini berakhir." in asked
    lines = db.session.scalars(select(Change).where(Change.thing == "membership").order_by(Change.id)).all()
    assert [line.fields["role"] for line in lines] == [["reader", "operator"], ["operator", None]]


def test_members_and_invitations_of_other_offices_are_not_reached_through_ones_own(
    app: Flask, desk: FlaskClient, province: int
) -> None:
    sister = an_office("KPU Kota Yogyakarta", province)
    budi = an_account(OfficeRole.READER, sister)
    other = signed_in(app, an_account(OfficeRole.MANAGER, sister))
    other.post(
        "/meja/satuan-kerja/kpu-kota-yogyakarta/anggota/undang",
        data={"email": "tuti@kpu.example", "role": "reader"},
    )
    invitation_id = invitations()[0].id

    answers = [
        desk.post(f"{BANTUL}/anggota/{budi}/peran", data={"role": "operator"}),
        desk.post(f"{BANTUL}/anggota/{budi}/akhiri"),
        desk.post(f"{BANTUL}/undangan/{invitation_id}/perbarui"),
        desk.post(f"{BANTUL}/undangan/{invitation_id}/cabut"),
        desk.post("/meja/anggota/undang", data={"email": "saya@kpu.example", "role": "manager"}),
        desk.get("/meja/anggota"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert roles(budi) == {(sister, "reader")}
    assert len(invitations()) == 1


def test_who_works_here_from_above_is_shown(app: Flask, desk: FlaskClient, province: int) -> None:
    an_account(OfficeRole.MANAGER, None, name="Pusat")
    an_account(OfficeRole.OPERATOR, province, name="Provinsi")
    an_account(OfficeRole.OPERATOR, an_office("KPU Kota Yogyakarta", province), name="Sebelah")

    page = desk.get(f"{BANTUL}/anggota").text

    above = re.findall(r"<li><b>(\w+)</b>", page.partition('id="atas"')[2])
    assert above == ["Pusat", "Provinsi"]


def test_members_of_the_installation_have_a_page_and_the_last_manager_stays(app: Flask) -> None:
    manager = an_account(OfficeRole.MANAGER, None, name="Sri")
    client = signed_in(app, manager)

    page = client.get("/meja/anggota").text
    kept = client.post(f"/meja/anggota/{manager}/peran", data={"role": "reader"}, follow_redirects=True)
    ended = client.post(f"/meja/anggota/{manager}/akhiri", follow_redirects=True)
    invited = client.post("/meja/anggota/undang", data={"email": "dua@kpu.example", "role": "manager"})

    assert "Anggota seluruh instalasi" in page and "Sri" in page
    assert "tidak dapat diubah" in kept.text and "tidak dapat dikeluarkan" in ended.text
    assert roles(manager) == {(None, "manager")}
    assert (invited.status_code, invitations()[0].office_id) == (303, None)


def test_who_leaves_is_led_to_the_own_account(app: Flask, desk: FlaskClient, bantul: int) -> None:
    db.session.rollback()
    own = db.session.scalars(select(Membership.user_id)).one()

    answer = desk.post(f"{BANTUL}/anggota/{own}/akhiri")

    assert (answer.status_code, answer.location) == (303, "/akun")
    assert desk.get(f"{BANTUL}/anggota").status_code == 404


def test_every_role_says_what_it_may_do(app: Flask) -> None:
    with app.test_request_context():
        sentences = {role: role_sentence(role) for role in OfficeRole}

    assert sentences[OfficeRole.READER] == "Membaca isi meja kerja."
    assert sentences[OfficeRole.NOTE_TAKER] == "Membaca isi meja kerja dan menulis catatan dan berita."
    assert sentences[OfficeRole.OPERATOR] == (
        "Membaca isi meja kerja, membaca riwayat, membuat dan mengubah kegiatan, melihat dan mengubah"
        " pendaftaran, menulis catatan dan berita, dan mengubah daftar orang."
    )
    assert sentences[OfficeRole.REVIEWER] == (
        "Membaca isi meja kerja, membaca riwayat, dan menyetujui dan menerbitkan berita."
    )
    assert all(OfficeRole.MANAGER in roles for roles in ALLOWED.values()) and len(ALLOWED) == len(Action)


def test_the_page_of_members_takes_a_bounded_number_of_selects(desk: FlaskClient, bantul: int) -> None:
    desk.get(f"{BANTUL}/anggota")
    for _number in range(5):
        an_account(OfficeRole.READER, bantul)

    with counted_selects() as selects:
        page = desk.get(f"{BANTUL}/anggota")

    assert html.unescape(page.text).count("Keluarkan<span") == 6
    assert len(selects) <= 9


def test_one_address_is_not_mailed_without_end(desk: FlaskClient) -> None:
    invited = {"email": "budi@kpu.example", "role": "reader"}
    codes = [desk.post(f"{BANTUL}/anggota/undang", data=invited).status_code for _ in range(3)]
    renew = f"{BANTUL}/undangan/{invitations()[0].id}/perbarui"
    codes += [desk.post(renew).status_code for _ in range(3)]
    codes.append(
        desk.post(f"{BANTUL}/anggota/undang", data=invited | {"email": "BUDI@kpu.example"}).status_code
    )

    assert codes == [303] * 5 + [429] * 2
    db.session.rollback()
    assert len(db.session.scalars(select(OutboxMail)).all()) == 5


def test_one_account_invites_no_crowd(desk: FlaskClient) -> None:
    address = f"{BANTUL}/anggota/undang"
    faulty = [desk.post(address, data={"email": "?", "role": "reader"}).status_code for _ in range(3)]
    codes = [
        desk.post(address, data={"email": f"a{n}@kpu.example", "role": "reader"}).status_code
        for n in range(61)
    ]

    assert faulty == [422] * 3
    assert codes == [303] * 60 + [429]
