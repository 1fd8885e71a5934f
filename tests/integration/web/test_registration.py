from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select
from sqlalchemy import event as listening

from tests.factories.event import slug_of
from tests.factories.registration import NOW, a_group, an_event, registrant, seats
from tests.factories.statements import counted_selects
from webinar.db import db
from webinar.models import OutboxMail, Registration
from webinar.services.registration import register_participant

pytestmark = pytest.mark.usefixtures("app", "at_now")

KEY = "k" * 32


def filled(**values: Any) -> dict[str, Any]:
    """The form as somebody fills it in."""
    return {
        "submission_key": KEY,
        "full_name": "Ma'ruf Hidayat",
        "title_suffix": "S.Kom.",
        "email": "maruf@kpu.go.id",
        "institution": "KPU Kota Ternate",
        "position": "Staf",
        "region_code": "82.71",
    } | values


def form_of(event_id: int) -> str:
    return f"/kegiatan/{slug_of(event_id)}/daftar"


def stored() -> list[Registration]:
    return list(db.session.scalars(select(Registration).order_by(Registration.id)))


def errors_in(page: str) -> dict[str, str]:
    """What the page says is wrong, by the field it is tied to."""
    found = re.findall(r'<p class="error" id="(\w+)-salah">.*?<span>(.*?)</span>', page, re.S)
    for name, _text in found:
        assert re.search(rf'aria-describedby="{name}-salah[^"]*"', page), name
        assert f'href="#{name}"' in page, name
    return dict(found)


def test_a_registration_leads_to_its_personal_page(client: FlaskClient) -> None:
    url = form_of(an_event())

    answer = client.post(url, data=filled())

    registration = stored()[0]
    assert answer.status_code == 303
    assert re.fullmatch(r"/pendaftaran/[a-z2-7]{32}", answer.headers["Location"])
    assert answer.headers["Cache-Control"] == "no-store"
    assert registration.full_name == "Ma'ruf Hidayat"
    assert registration.region_code == "82.71"
    assert (registration.consents_photo, registration.consents_contact) == (False, False)
    page = client.get(answer.headers["Location"]).text
    assert "Pendaftaran diterima." in page


def test_the_same_form_twice_is_one_registration_with_one_mail(client: FlaskClient) -> None:
    event_id = an_event()
    url = form_of(event_id)

    answers = [client.post(url, data=filled()) for _time in range(2)]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert seats(event_id) == (1, 0)
    assert db.session.scalar(select(func.count()).select_from(OutboxMail)) == 1


def test_the_form_sent_again_for_somebody_else_is_another_registration(client: FlaskClient) -> None:
    event_id = an_event()
    url = form_of(event_id)
    client.post(url, data=filled())

    answer = client.post(url, data=filled(email="lain@kpu.go.id", full_name="Orang Lain"))

    assert answer.status_code == 303
    assert [r.email for r in stored()] == ["maruf@kpu.go.id", "lain@kpu.go.id"]
    assert "Orang Lain" in client.get(answer.headers["Location"]).text


def test_a_registered_address_is_told_and_sent_its_link(client: FlaskClient) -> None:
    event_id = an_event()
    url = form_of(event_id)
    client.post(url, data=filled())

    answer = client.post(url, data=filled(submission_key="m" * 32, email="Maruf@KPU.go.id"))

    assert answer.status_code == 409
    assert "sudah terdaftar pada kegiatan ini" in answer.text
    assert seats(event_id) == (1, 0)
    kinds = list(db.session.scalars(select(OutboxMail.kind).order_by(OutboxMail.id)))
    assert kinds == ["registration_received", "registration_link"]


def test_a_full_event_puts_people_on_the_waiting_list(client: FlaskClient) -> None:
    event_id = an_event(quota=1)
    register_participant(event_id, registrant(), now=NOW)
    url = form_of(event_id)

    assert "Anda masuk daftar tunggu" in client.get(url).text
    answer = client.post(url, data=filled())

    assert seats(event_id) == (1, 1)
    assert "Urutan ke-1 di daftar tunggu" in client.get(answer.headers["Location"]).text


def test_a_full_event_without_waiting_list_says_so(client: FlaskClient) -> None:
    event_id = an_event(quota=1, keeps_waiting_list=False)
    url = form_of(event_id)
    register_participant(event_id, registrant(), now=NOW)

    shown, answer = client.get(url), client.post(url, data=filled())

    assert shown.status_code == 200
    assert "tidak memiliki daftar tunggu" in shown.text
    assert answer.status_code == 409
    assert "tidak memiliki daftar tunggu" in answer.text
    assert "Ma&#39;ruf Hidayat" in answer.text  # nothing of what was typed is lost


@pytest.mark.parametrize("values", [{"registration_open": False}, {"state": "cancelled"}, {"ends_at": NOW}])
def test_a_closed_event_offers_no_form_and_takes_nobody(client: FlaskClient, values: dict[str, Any]) -> None:
    event_id = an_event(**values)
    url = form_of(event_id)

    shown, answer = client.get(url), client.post(url, data=filled())

    assert shown.status_code == 200
    assert "<form" not in shown.text.partition("<main")[2]
    assert answer.status_code == 409
    assert stored() == []


def test_every_problem_is_named_at_its_field_and_in_the_summary(client: FlaskClient) -> None:
    url = form_of(an_event())
    wrong = filled(full_name="  ", email="maruf@kpu", whatsapp="12", region_code="99.99", question="x" * 2001)

    answer = client.post(url, data=wrong)

    assert answer.status_code == 422
    assert errors_in(answer.text) == {
        "full_name": "Isian ini wajib diisi.",
        "email": "Alamat surel belum benar. Tulis seperti nama@contoh.go.id.",
        "whatsapp": "Nomor ini belum benar. Tulis seperti 0812 3456 7890.",
        "region_code": "Pilih kabupaten atau kota dari daftar.",
        "question": "Isian ini terlalu panjang. Paling banyak 2000 huruf.",
    }
    assert "Periksa 5 isian berikut" in answer.text
    assert "<title>Kesalahan: " in answer.text
    assert 'value="maruf@kpu"' in answer.text
    assert stored() == []


def test_what_was_chosen_survives_an_error(client: FlaskClient) -> None:
    url = form_of(an_event())

    answer = client.post(url, data=filled(email="", consents_photo="y"))

    assert 'value="82.71" selected' in answer.text
    assert 'name="consents_photo" value="y" checked' in answer.text
    assert f'name="submission_key" value="{KEY}"' in answer.text


def test_texts_are_made_clean_before_they_are_kept(client: FlaskClient) -> None:
    url = form_of(an_event())
    name, question = "  Ma\u202eruf\x00  Hi\u200bdayat\u0301 ", "Baris satu\r\n\r\n  Baris\x07 dua  "

    client.post(url, data=filled(full_name=name, question=question, whatsapp="0812-3456-7890"))

    registration = stored()[0]
    assert registration.full_name == "Maruf Hidayat\u0301"
    assert registration.question == "Baris satu\n\n  Baris dua"
    assert registration.whatsapp == "+6281234567890"


def test_somebody_abroad_has_no_region(client: FlaskClient) -> None:
    url = form_of(an_event())
    assert '<option value="luar-negeri">Di luar Indonesia</option>' in client.get(url).text

    answer = client.post(url, data=filled(region_code="luar-negeri"))

    assert stored()[0].region_code is None
    change = client.get(answer.headers["Location"] + "/ubah").text
    assert '<option value="luar-negeri" selected>' in change


def test_the_choice_of_regions_is_complete(client: FlaskClient) -> None:
    page = client.get(form_of(an_event())).text

    assert page.count("<optgroup") == 38
    assert page.count("<option value=") == 514 + 2  # the placeholder and abroad
    assert '<optgroup label="Papua Barat Daya (WIT)">' in page


def test_several_groups_are_asked_for_and_one_goes_without_saying(client: FlaskClient) -> None:
    event_id = an_event(quota=None)
    only = a_group(event_id, number=1, label="pemantau pemilu", quota=None)
    url = form_of(event_id)
    assert "Kategori peserta" not in client.get(url).text
    client.post(url, data=filled())

    other_id = an_event(quota=None)
    ids = [a_group(other_id, number=n, label=f"kelompok {n}", quota=None) for n in (1, 2)]
    url = form_of(other_id)
    refused = client.post(url, data=filled(submission_key="n" * 32))
    foreign = client.post(url, data=filled(submission_key="n" * 32, group_id=str(only)))
    client.post(url, data=filled(submission_key="n" * 32, group_id=str(ids[1])))

    assert errors_in(refused.text) == {"group_id": "Pilih kategori peserta Anda."}
    assert foreign.status_code == 422
    assert [r.group_id for r in stored()] == [only, ids[1]]


def test_invited_groups_must_tell_their_position(client: FlaskClient) -> None:
    event_id = an_event(quota=None)
    a_group(event_id, kind="rule", positions=["Sekretaris"], units=["KPU Provinsi"], label=None, quota=None)

    answer = client.post(form_of(event_id), data=filled(position=""))

    assert errors_in(answer.text) == {"position": "Isian ini wajib diisi."}


def test_hybrid_events_ask_how_one_attends(client: FlaskClient) -> None:
    url = form_of(an_event(mode="hybrid", venue="Aula"))

    refused = client.post(url, data=filled())
    client.post(url, data=filled(attendance_mode="onsite"))

    assert errors_in(refused.text) == {"attendance_mode": "Pilih salah satu yang tersedia."}
    assert stored()[0].attendance_mode == "onsite"


def test_a_robot_fills_the_field_people_do_not_see(client: FlaskClient) -> None:
    answer = client.post(form_of(an_event()), data=filled(website="http://spam.example"))

    assert answer.status_code == 422
    assert stored() == []


def test_the_kept_form_gives_each_reader_their_own_keys(client: FlaskClient) -> None:
    url = form_of(an_event())

    pages = [client.get(url).text for _time in range(2)]

    keys = {re.search(r'name="submission_key" value="([\w-]{32})"', page)[1] for page in pages}  # type: ignore[index]
    assert len(keys) == 2
    assert all("csrf-" not in page and "key-" not in page.partition("<form")[2][:900] for page in pages)


def test_the_form_needs_its_token(app: Flask, client: FlaskClient) -> None:
    url = form_of(an_event())
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        refused = client.post(url, data=filled())
        token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(url).text)
        assert token is not None
        accepted = client.post(url, data=filled(csrf_token=token[1]))
    finally:
        app.config["WTF_CSRF_ENABLED"] = False

    assert refused.status_code == 400
    assert "kedaluwarsa" in refused.text
    assert accepted.status_code == 303


def statements_of(call: Any) -> list[str]:
    found: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
            found.append(statement)

    listening.listen(Engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        listening.remove(Engine, "before_cursor_execute", note)
    return found


def test_the_form_is_made_of_three_selects_and_kept_with_one(client: FlaskClient) -> None:
    client.get(form_of(an_event()))  # regions are read once for each process
    event_id = an_event()
    for number in range(3):
        a_group(event_id, number=number)
    url = form_of(event_id)

    with counted_selects() as first:
        client.get(url)
    with counted_selects() as second:
        client.get(url)

    assert (len(first), len(second)) == (3, 1)


def test_registering_takes_seven_statements_with_a_group(client: FlaskClient) -> None:
    event_id = an_event(quota=None)
    group_id = a_group(event_id, quota=5)
    url = form_of(event_id)
    client.get(url)

    asked = statements_of(lambda: client.get(url))
    sent = statements_of(lambda: client.post(url, data=filled(group_id=str(group_id))))

    assert [s.split()[0] for s in asked + sent] == [
        "SELECT", "SELECT", "INSERT", "INSERT", "INSERT", "UPDATE", "UPDATE",
    ]  # fmt: skip


def test_an_address_may_send_sixty_forms_in_ten_minutes(client: FlaskClient) -> None:
    url = form_of(an_event())

    codes = [client.post(url).status_code for _time in range(61)]

    assert codes == [422] * 60 + [429]
    refused = client.post(url)
    assert "Terlalu banyak permintaan" in refused.text
    assert 0 < int(refused.headers["Retry-After"]) <= 601
    assert client.get(url).status_code == 200


def test_only_fields_that_must_be_filled_are_called_required(client: FlaskClient) -> None:
    page = client.get(f"/kegiatan/{slug_of(an_event())}/daftar").text

    inputs = re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"[^>]*>', page)
    required = re.findall(r'<(?:input|textarea|select)(?=[^>]* required)[^>]* name="(\w+)"', page)

    assert {"title_prefix", "whatsapp", "unit", "question"} <= set(inputs)
    assert sorted(required) == ["email", "full_name", "institution", "region_code"]
