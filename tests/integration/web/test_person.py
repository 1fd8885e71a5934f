"""The directory on the desk, as people in a browser meet it, without scripts."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_role
from tests.factories.person import a_person, many_people
from tests.factories.picture import a_file, a_photo_of_a_phone
from tests.factories.registration import an_event
from tests.factories.statements import counted_selects
from webinar.core.person import PersonData, PositionData
from webinar.db import db
from webinar.models import Change, EventRole, Person, Picture
from webinar.queries.person import data_of, person_found, positions_data

CHAIR = PositionData("Ketua", "KPU RI", valid_from=date(2017, 4, 12), valid_to=date(2022, 4, 11))
MEMBER = PositionData("Anggota", "KPU Provinsi Bali", valid_from=date(2022, 4, 12))

pytestmark = [
    pytest.mark.usefixtures("at_now"),
    # the test client leaves the file in which it keeps a long request to the garbage collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def bantul(app: Flask) -> int:
    return an_office("KPU Kabupaten Bantul")


@pytest.fixture
def desk(app: Flask, bantul: int) -> FlaskClient:
    """An operator at Bantul."""
    return signed_in(app, an_account("operator", bantul))


def found(person_id: int) -> PersonData:
    db.session.rollback()
    db.session.expire_all()
    return data_of(person_found(person_id))


def positions(person_id: int) -> list[PositionData]:
    db.session.rollback()
    db.session.expire_all()
    return positions_data(person_found(person_id))


def names(page: str) -> list[str]:
    """The people a list names, in order."""
    return re.findall(r'<th scope="row"><a href="/meja/orang/\d+">([^<]+)</a>', page)


def base_of(page: str) -> str:
    """What an edit form was made from, as its page carries it."""
    carried = re.search(r'name="base"[^>]*value="([^"]*)"', page)
    assert carried
    return carried[1].replace("&#34;", '"').replace("&#39;", "'")


def everybody() -> int:
    return db.session.scalar(select(func.count()).select_from(Person)) or 0


# the list


def test_list_finds_people_by_letters_of_name_position_and_institution(desk: FlaskClient) -> None:
    a_person(MEMBER, name="Ma’ruf Hidayat", title_suffix="M.A.")
    a_person(CHAIR, name="Ilham Sahputra")

    for asked, expected in {
        "": ["Ilham Sahputra", "Ma’ruf Hidayat, M.A."],
        "maruf": ["Ma’ruf Hidayat, M.A."],
        "hida bali": ["Ma’ruf Hidayat, M.A."],
        "ketua": ["Ilham Sahputra"],
        "ketua bali": [],
        "100%": [],
        "_": ["Ilham Sahputra", "Ma’ruf Hidayat, M.A."],
    }.items():
        assert names(desk.get("/meja/orang", query_string={"cari": asked}).text) == expected, asked


def test_list_is_narrowed_to_an_institution(desk: FlaskClient) -> None:
    a_person(MEMBER, name="A")
    a_person(CHAIR, name="B")

    page = desk.get("/meja/orang?instansi=kpu%20ri").text

    assert names(page) == ["B"]
    assert '<option value="KPU Provinsi Bali">' in page
    assert "Tidak ada orang yang cocok" in desk.get("/meja/orang?instansi=DKPP").text


def test_list_shows_the_position_held_today(desk: FlaskClient) -> None:
    a_person(CHAIR, MEMBER, name="A")

    page = desk.get("/meja/orang").text

    assert "Anggota KPU Provinsi Bali" in page
    assert "Ketua KPU RI" not in page


def test_list_is_read_page_by_page_in_few_selects(desk: FlaskClient) -> None:
    many_people(120)

    first = desk.get("/meja/orang")
    with counted_selects() as selects:
        second = desk.get(re.findall(r'rel="next" href="([^"]+)"', first.text)[0])
    third = desk.get(re.findall(r'rel="next" href="([^"]+)"', second.text)[0])

    assert [len(names(page.text)) for page in (first, second, third)] == [50, 50, 20]
    assert names(second.text)[0] == "Orang 00050"
    assert 'rel="next"' not in third.text
    assert len(selects) <= 5, "\n".join(selects)


@pytest.mark.parametrize("key", ["x", "-1", "999999999999", "9999999", "1' or 1"])
def test_page_after_nobody_is_a_page(desk: FlaskClient, key: str) -> None:
    a_person(name="A")

    assert desk.get("/meja/orang", query_string={"setelah": key}).status_code == 200


def test_empty_directory_says_how_people_come_into_it(desk: FlaskClient) -> None:
    assert "Siapa pun yang berperan dalam kegiatan tercatat" in desk.get("/meja/orang").text


# whose people


def test_people_of_all_offices_are_read_but_their_contacts_are_not(app: Flask, desk: FlaskClient) -> None:
    other = an_office("KPU Kota Ternate")
    contact = {"email": "rahasia@kpu.example", "whatsapp": "+6281200000000", "contact_note": "Ajudan Budi"}
    theirs = a_person(MEMBER, name="Retno", biography="Lahir di Ternate", keeper_id=other, **contact)

    page = desk.get(f"/meja/orang/{theirs}").text
    listed = desk.get("/meja/orang").text

    assert "Lahir di Ternate" in page
    for secret in ("rahasia@", "81200000000", "Ajudan", "Sunting", "Hapus data"):
        assert secret not in page + listed, secret
    for address in ("sunting", "hapus", "gabung"):
        assert desk.get(f"/meja/orang/{theirs}/{address}").status_code == 404
    own = signed_in(app, an_account("operator", other)).get(f"/meja/orang/{theirs}").text
    assert "rahasia@kpu.example" in own and "Ajudan Budi" in own


def test_reader_sees_people_but_no_contacts(app: Flask, bantul: int) -> None:
    reader = signed_in(app, an_account("reader", bantul))
    person_id = a_person(name="Retno", email="rahasia@kpu.example", keeper_id=bantul)

    assert "rahasia@" not in reader.get(f"/meja/orang/{person_id}").text
    assert reader.get("/meja/orang/baru").status_code == 404


def test_record_nobody_keeps_is_taken_over_by_who_edits_it(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(MEMBER, name="Retno")

    page = desk.get(f"/meja/orang/{person_id}/sunting").text
    answer = desk.post(
        f"/meja/orang/{person_id}/sunting",
        data={"base": base_of(page), "name": "Retno", "keeper": "KPU Kabupaten Bantul"},
    )

    assert answer.status_code == 303
    assert found(person_id).keeper_id == bantul


def test_record_cannot_be_given_to_an_office_one_does_not_work_for(desk: FlaskClient, bantul: int) -> None:
    an_office("KPU Kota Ternate")
    person_id = a_person(name="Retno", keeper_id=bantul)

    answer = desk.post(
        f"/meja/orang/{person_id}/sunting",
        data={"base": "{}", "name": "Retno", "keeper": "KPU Kota Ternate"},
    )

    assert answer.status_code == 422
    assert found(person_id).keeper_id == bantul


def test_person_that_is_not_there_is_not_found(desk: FlaskClient) -> None:
    for address in ("999999", "2147483647", "2147483648", "0", "abc", "1/jabatan/1"):
        assert desk.get(f"/meja/orang/{address}").status_code == 404, address


# one person


def test_page_previews_what_papers_print(desk: FlaskClient) -> None:
    person_id = a_person(
        CHAIR, MEMBER, name="Arief Budiman", title_prefix="Dr", title_suffix="SH,MH", short_name="Arief"
    )

    now = desk.get(f"/meja/orang/{person_id}").text
    then = desk.get(f"/meja/orang/{person_id}?tanggal=12/8/21&mewakili=Ketua+DKPP").text

    assert "Anggota KPU Provinsi Bali Dr. Arief Budiman, S.H., M.H." in now
    assert "<dd>Arief</dd>" in now
    assert "Ketua KPU RI Dr. Arief Budiman, S.H., M.H. yang mewakili Ketua DKPP" in then
    assert "per 12 Agustus 2021" in then


def test_day_that_cannot_be_read_is_said_at_its_field(desk: FlaskClient) -> None:
    page = desk.get(f"/meja/orang/{a_person()}?tanggal=31/2/21").text

    assert 'value="31/2/21"' in page
    assert 'aria-invalid="true"' in page


def test_page_lists_events_as_they_printed_the_person(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(MEMBER, name="Arief Budiman")
    ours = an_event(title="Webinar kami", keeper_id=bantul, state="draft")
    theirs = an_event(title="Webinar mereka")
    hidden = an_event(title="Draf mereka", state="draft")
    for event_id in (ours, theirs, hidden):
        a_role(event_id, person_id=person_id, name="Arief Budiman", position="Ketua", institution="KPU RI")

    page = desk.get(f"/meja/orang/{person_id}").text

    assert "Webinar kami" in page and "Webinar mereka" in page
    assert "Draf mereka" not in page
    assert "Dr. Arief Budiman, M.Si., Ketua KPU RI" in page
    assert re.search(r'href="/meja/kegiatan/[^"]+">Webinar kami', page)
    assert re.search(r'href="/kegiatan/[^"]+">Webinar mereka', page)


def test_page_of_somebody_in_many_events_is_read_in_few_selects(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(*[MEMBER] * 5, name="Arief Budiman", keeper_id=bantul)
    for _ in range(60):
        a_role(an_event(), person_id=person_id)
    a_person(name="Arif Budiman")

    with counted_selects() as selects:
        page = desk.get(f"/meja/orang/{person_id}").text

    assert page.count("Webinar Layanan Informasi") == 50
    assert "Kegiatan sebelumnya" in page
    assert len(selects) <= 12, "\n".join(selects)


# new and changed


def fill(**values: Any) -> dict[str, Any]:
    return {"name": "Arief Budiman", "keeper": "KPU Kabupaten Bantul"} | values


def test_new_person_is_saved_as_typed_with_a_position(desk: FlaskClient, bantul: int) -> None:
    answer = desk.post(
        "/meja/orang/baru",
        data=fill(
            name=" arief  BUDIMAN ",
            title_prefix="Dr",
            position="Ketua",
            institution="KPU RI",
            acting="Plt.",
            valid_from="12 April 2017",
            valid_to="11/4/22",
            whatsapp="0812 3456 7890",
            precedence="12",
        ),
    )

    person_id = int(answer.headers["Location"].rsplit("/", 1)[1])
    assert found(person_id) == PersonData(
        "arief BUDIMAN", title_prefix="Dr", whatsapp="+6281234567890", precedence=12, keeper_id=bantul
    )
    assert positions(person_id) == [
        PositionData("Ketua", "KPU RI", "Plt.", date(2017, 4, 12), date(2022, 4, 11))
    ]
    assert "Data orang telah disimpan." in desk.get(f"/meja/orang/{person_id}").text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Isian ini wajib diisi."),
        ({"name": "\u200b \t"}, "Isian ini wajib diisi."),
        ({"name": "x" * 201}, "Paling banyak 200 huruf."),
        ({"biography": "x" * 4001}, "Paling banyak 4000 huruf."),
        ({"email": "bukan surel"}, "Alamat surel belum benar."),
        ({"whatsapp": "08"}, "Nomor ini belum benar."),
        ({"precedence": "0"}, "Tulis bilangan bulat dari 1 sampai 9.999."),
        ({"precedence": "satu"}, "Tulis angka bulat."),
        ({"institution": "KPU RI"}, "Isian ini wajib diisi."),
        ({"position": "Ketua", "valid_from": "30 Februari 2021"}, "Februari"),
        ({"position": "Ketua", "valid_from": "2/1/22", "valid_to": "1/1/22"}, "mendahului hari mulai"),
        ({"position": "Ketua", "acting": "Raja"}, "Pilih salah satu yang tersedia."),
        ({"keeper": "KPU Kota Ternate"}, "bukan wewenang Anda"),
    ],
)
def test_wrong_field_is_named_and_everything_else_kept(
    desk: FlaskClient, wrong: dict[str, str], said: str
) -> None:
    answer = desk.post("/meja/orang/baru", data=fill(contact_note="Hubungi ajudan") | wrong)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'id="kesalahan"' in answer.text
    assert "Hubungi ajudan" in answer.text
    assert everybody() == 0


def test_printed_forms_are_shown_before_anything_is_saved(desk: FlaskClient) -> None:
    answer = desk.post(
        "/meja/orang/baru",
        data=fill(lihat="1", title_suffix="SH", position="Ketua", institution="KPU RI", acting="Plh."),
    )

    assert answer.status_code == 200
    assert "Plh. Ketua KPU RI Arief Budiman, S.H." in answer.text
    assert everybody() == 0


def test_printed_forms_are_shown_of_a_form_that_is_not_finished(desk: FlaskClient) -> None:
    answer = desk.post("/meja/orang/baru", data={"lihat": "1", "title_prefix": "Dr", "email": "belum"})

    assert answer.status_code == 200
    assert "Data tidak dapat disimpan" not in answer.text
    assert 'value="belum"' in answer.text


def test_somebody_of_a_like_name_is_shown_before_a_second_record_is_made(desk: FlaskClient) -> None:
    a_person(CHAIR, name="Arif Budiman")

    asked = desk.post("/meja/orang/baru", data=fill(position="Ketua", institution="KPU RI"))
    saved = desk.post("/meja/orang/baru", data=fill(position="Ketua", institution="KPU RI", tetap="1"))

    assert (asked.status_code, saved.status_code) == (422, 303)
    assert "Apakah salah satu dari mereka?" in asked.text
    assert "Arif Budiman" in asked.text
    assert everybody() == 2


def test_two_who_edit_at_once_both_keep_their_words(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(name="Arief Budiman", short_name="Arief", keeper_id=bantul)
    address = f"/meja/orang/{person_id}/sunting"
    base = base_of(desk.get(address).text)
    desk.post(address, data=fill(base=base, short_name="Budiman", biography="Baru"))

    second = desk.post(address, data=fill(base=base, short_name="Pak Arief", title_prefix="Dr."))

    assert second.status_code == 422
    assert "mengubahnya menjadi “Budiman”" in second.text
    assert 'value="Pak Arief"' in second.text
    assert found(person_id).short_name == "Budiman"
    third = desk.post(
        address,
        data=fill(base=base_of(second.text), short_name="Pak Arief", title_prefix="Dr.", biography="Baru"),
    )
    assert third.status_code == 303
    assert (found(person_id).short_name, found(person_id).title_prefix) == ("Pak Arief", "Dr.")
    assert found(person_id).biography == "Baru"


@pytest.mark.parametrize("base", ["", "{", "[]", "null", '"x"', '{"name": {"a": 1}}'])
def test_form_that_does_not_tell_what_it_was_made_from_asks_before_it_overwrites(
    desk: FlaskClient, bantul: int, base: str
) -> None:
    person_id = a_person(name="Arief Budiman", keeper_id=bantul)

    answer = desk.post(f"/meja/orang/{person_id}/sunting", data=fill(base=base, name="Lain"))

    assert answer.status_code == 422
    assert found(person_id).name == "Arief Budiman"


# the photo


def test_photo_is_made_small_and_tells_nothing_of_its_place(desk: FlaskClient) -> None:
    answer = desk.post("/meja/orang/baru", data=fill(photo=(BytesIO(a_photo_of_a_phone()), "foto.jpg")))

    picture = db.session.scalars(select(Picture)).one()
    page = desk.get(answer.headers["Location"]).text
    assert (picture.width, picture.height) == (240, 320)
    assert re.search(rf'src="/gambar/{picture.name}" width="240" height="320" alt="Foto Arief Budiman"', page)


def test_photo_longer_than_a_page_needs_is_made_smaller(desk: FlaskClient) -> None:
    desk.post("/meja/orang/baru", data=fill(photo=(BytesIO(a_file(size=(2000, 1000))), "foto.jpg")))

    picture = db.session.scalars(select(Picture)).one()
    assert (picture.width, picture.height) == (800, 400)


def test_photo_survives_an_error_elsewhere(desk: FlaskClient) -> None:
    first = desk.post("/meja/orang/baru", data=fill(name="", photo=(BytesIO(a_file()), "foto.jpg")))
    kept = re.search(r'name="photo-kept" value="([^"]+)"', first.text)
    assert kept

    second = desk.post("/meja/orang/baru", data=fill(**{"photo-kept": kept[1]}))

    assert (first.status_code, second.status_code) == (422, 303)
    assert db.session.scalars(select(Person.photo_id)).one() is not None


def test_photo_is_taken_away_by_its_box(desk: FlaskClient, bantul: int) -> None:
    desk.post("/meja/orang/baru", data=fill(photo=(BytesIO(a_file()), "foto.jpg")))
    person = db.session.scalars(select(Person)).one()
    address = f"/meja/orang/{person.id}/sunting"
    page = desk.get(address).text
    kept = re.findall(r'name="photo-kept" value="([^"]+)"', page)[0]

    desk.post(address, data=fill(**{"base": base_of(page), "photo-kept": kept}))
    assert found(person.id).photo_id is not None
    desk.post(address, data=fill(**{"base": base_of(page), "photo-kept": kept, "photo-removed": "1"}))
    assert found(person.id).photo_id is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Berkas ini bukan gambar JPEG, PNG, atau WebP."),
        (a_file("PNG", size=(50, 50)), "Gambar ini terlalu kecil."),
        (bytes(50 * 1024 * 1024), "Berkas ini lebih besar dari 10 MB."),
    ],
)
def test_unfit_photo_is_said_at_its_field_and_nothing_else_is_lost(
    desk: FlaskClient, content: bytes, said: str
) -> None:
    answer = desk.post(
        "/meja/orang/baru", data=fill(biography="Lahir di Bantul", photo=(BytesIO(content), "foto.jpg"))
    )

    assert answer.status_code == 422
    assert re.search(rf'id="photo-salah">.*{re.escape(said)}', answer.text)
    assert "Lahir di Bantul" in answer.text
    assert (everybody(), list(db.session.scalars(select(Picture)))) == (0, [])


def test_form_with_a_photo_is_kept_where_the_sign_in_has_ended(client: FlaskClient) -> None:
    answer = client.post("/meja/orang/baru", data=fill(photo=(BytesIO(bytes(5 * 1024 * 1024)), "foto.jpg")))

    assert answer.status_code == 401
    assert "Arief Budiman" in answer.text


def test_request_of_a_stranger_is_not_read_that_long(client: FlaskClient) -> None:
    data = fill(photo=(BytesIO(bytes(20 * 1024 * 1024)), "foto.jpg"))

    assert client.post("/meja/orang/baru", data=data).status_code == 413


# positions


def test_position_is_added_changed_ended_and_removed_by_plain_forms(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(name="Arief Budiman", keeper_id=bantul)
    address = f"/meja/orang/{person_id}/jabatan"

    added = desk.post(address, data={"position": "Ketua", "institution": "KPU RI", "valid_from": "12/4/17"})
    key = person_found(person_id).positions[0].id
    assert added.headers["Location"] == f"/meja/orang/{person_id}#jabatan"
    assert positions(person_id) == [PositionData("Ketua", "KPU RI", None, date(2017, 4, 12))]

    form = desk.get(f"{address}/{key}").text
    assert 'value="12 April 2017"' in form
    desk.post(
        f"{address}/{key}",
        data={
            "position": "Ketua",
            "institution": "",
            "acting": "Plt.",
            "valid_from": "12 April 2017",
            "base": base_of(form),
        },
    )
    assert positions(person_id) == [PositionData("Ketua", None, "Plt.", date(2017, 4, 12))]

    desk.post(f"{address}/{key}/akhiri", data={f"akhir-{key}-last_day": "11 April 2022"})
    assert positions(person_id)[0].valid_to == date(2022, 4, 11)

    desk.post(f"{address}/{key}/hapus")
    assert positions(person_id) == []
    acts = list(db.session.scalars(select(Change.act).where(Change.thing == "person").order_by(Change.id)))
    assert acts == ["created", *["changed"] * 4]


def test_wrong_position_comes_back_in_its_own_form(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(MEMBER, name="Arief Budiman", keeper_id=bantul)
    key = person_found(person_id).positions[0].id
    address = f"/meja/orang/{person_id}/jabatan"

    nameless = desk.post(address, data={"institution": "KPU RI"})
    backwards = desk.post(f"{address}/{key}/akhiri", data={f"akhir-{key}-last_day": "1 Januari 2001"})
    unread = desk.post(f"{address}/{key}/akhiri", data={f"akhir-{key}-last_day": "entah"})
    empty = desk.post(f"{address}/{key}/akhiri")

    assert [answer.status_code for answer in (nameless, backwards, unread, empty)] == [422] * 4
    assert 'value="KPU RI"' in nameless.text and '<details class="person-add" open>' in nameless.text
    assert "mendahului hari mulai menjabat" in backwards.text and 'value="1 Januari 2001"' in backwards.text
    assert 'value="entah"' in unread.text
    assert positions(person_id) == [MEMBER]


def test_mark_nobody_knows_stays_when_its_position_is_edited(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(PositionData("Ketua", acting="Pelaksana"), name="A", keeper_id=bantul)
    key = person_found(person_id).positions[0].id

    page = desk.get(f"/meja/orang/{person_id}/jabatan/{key}").text

    sent = {"position": "Wakil", "acting": "Pelaksana", "base": base_of(page)}
    desk.post(f"/meja/orang/{person_id}/jabatan/{key}", data=sent)

    assert '<option value="Pelaksana" selected>Pelaksana</option>' in page
    assert positions(person_id) == [PositionData("Wakil", acting="Pelaksana")]


def test_position_that_two_correct_at_once_says_so_at_the_field(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(PositionData("Ketua", "KPU RI"), name="A", keeper_id=bantul)
    address = f"/meja/orang/{person_id}/jabatan/{person_found(person_id).positions[0].id}"
    sent = {"position": "Ketua", "institution": "KPU RI", "base": base_of(desk.get(address).text)}
    first = desk.post(address, data=sent | {"valid_to": "11 April 2022"})

    other_field = desk.post(address, data=sent | {"position": "Wakil"})
    same_field = desk.post(address, data=sent | {"valid_to": "12 April 2022"})
    again = sent | {"position": "Wakil", "valid_to": "12 April 2022", "base": base_of(same_field.text)}
    settled = desk.post(address, data=again)

    assert [answer.status_code for answer in (first, other_field, same_field, settled)] == [
        303,
        303,
        422,
        303,
    ]
    assert "mengubahnya menjadi “11 April 2022”" in same_field.text
    assert positions(person_id) == [PositionData("Wakil", "KPU RI", None, None, date(2022, 4, 12))]


# deleted and merged


def test_deletion_says_first_that_events_keep_the_name(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(name="Arief Budiman", keeper_id=bantul)
    a_role(an_event(), name="Arief Budiman", person_id=person_id)

    asked = desk.get(f"/meja/orang/{person_id}/hapus").text
    done = desk.post(f"/meja/orang/{person_id}/hapus", follow_redirects=True).text

    assert "Satu peran dalam kegiatan tetap mencetak namanya" in asked
    assert "Nama pada kegiatan tetap seperti yang tercetak." in done
    assert everybody() == 0
    assert db.session.scalars(select(EventRole.name)).all() == ["Arief Budiman"]


def test_likely_pairs_are_proposed_the_surer_first(desk: FlaskClient, bantul: int) -> None:
    mine = {"keeper_id": bantul}
    a_person(MEMBER, name="Muhammad Arif", **mine)
    a_person(PositionData("Ketua", "KPU Kota Solok"), name="Muhammad Arif", **mine)
    a_person(CHAIR, name="Ilham Saputra", **mine)
    a_person(PositionData("Ketua KPU RI"), name="Ilham Sahputra", **mine)

    with counted_selects() as selects:
        page = desk.get("/meja/orang/ganda").text

    sure, unsure = page.split("Hanya namanya yang sama")
    assert "Ilham Saputra" in sure and "Ilham Sahputra" in sure
    assert unsure.count("Muhammad Arif</a>") == 2
    assert page.count("Bandingkan<") == 2
    assert len(selects) <= 8


def test_pair_of_somebody_elses_is_seen_but_not_merged(desk: FlaskClient, bantul: int) -> None:
    own = a_person(CHAIR, name="Ilham Saputra", keeper_id=bantul)
    theirs = a_person(CHAIR, name="Ilham Saputra", keeper_id=an_office("KPU Kota Ternate"))

    assert "Hanya satuan kerja pengelolanya" in desk.get("/meja/orang/ganda").text
    for first, second in ((own, theirs), (theirs, own)):
        address = f"/meja/orang/{first}/gabung/{second}"
        assert (desk.get(address).status_code, desk.post(address).status_code) == (404, 404)
    assert everybody() == 2


def test_two_records_are_compared_chosen_from_and_made_one(desk: FlaskClient, bantul: int) -> None:
    kept = a_person(CHAIR, name="Arief Budiman", short_name="Arief", keeper_id=bantul)
    other = a_person(MEMBER, name="Arif Budiman", title_suffix="S.H.", short_name="Arif")
    a_role(an_event(), name="Arif Budiman, S.H.", person_id=other)
    address = f"/meja/orang/{kept}/gabung/{other}"

    page = desk.get(address).text
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    done = desk.post(address, data={"seen": seen, "name": "other", "short_name": "kept"})

    assert "Satu peran kegiatan, beserta beritanya, pindah" in page
    assert "Anggota KPU Provinsi Bali" in page and "Ketua KPU RI" in page
    assert done.headers["Location"] == f"/meja/orang/{kept}"
    assert found(kept) == PersonData(
        "Arif Budiman", title_suffix="S.H.", short_name="Arief", keeper_id=bantul
    )
    assert positions(kept) == [CHAIR, MEMBER]
    assert db.session.scalars(select(EventRole.person_id)).all() == [kept]
    assert desk.get(f"/meja/orang/{other}").status_code == 404


def test_comparison_that_is_out_of_date_is_shown_again(desk: FlaskClient, bantul: int) -> None:
    kept, other = a_person(name="Arief", keeper_id=bantul), a_person(name="Arif")

    answer = desk.post(f"/meja/orang/{kept}/gabung/{other}", data={"seen": "lama"})

    assert answer.status_code == 409
    assert "Periksa sekali lagi" in answer.text
    assert everybody() == 2


def test_somebody_else_to_merge_with_is_looked_for(desk: FlaskClient, bantul: int) -> None:
    person_id = a_person(name="Arief Budiman", keeper_id=bantul)
    other = a_person(name="Ibu Ketua", keeper_id=bantul)
    a_person(name="Arif Budiman", keeper_id=bantul)

    guessed = desk.get(f"/meja/orang/{person_id}/gabung").text
    searched = desk.get(f"/meja/orang/{person_id}/gabung?cari=ketua").text

    assert "Arif Budiman" in guessed and "Ibu Ketua" not in guessed
    assert f"/meja/orang/{person_id}/gabung/{other}" in searched
    assert desk.get(f"/meja/orang/{person_id}/gabung/{person_id}").status_code == 404


# suggestions


def suggested(desk: FlaskClient, **asked: str) -> list[dict[str, Any]]:
    answer = desk.get("/meja/orang/saran", query_string=asked)
    assert answer.mimetype == "application/json"
    return list(json.loads(answer.text))


def test_editor_is_offered_people_with_the_position_of_that_day(desk: FlaskClient) -> None:
    person_id = a_person(CHAIR, MEMBER, name="Arief Budiman", title_prefix="Dr.", short_name="Arief")
    a_person(PositionData("Staf", "Bagian Arsip"), name="Budi")

    then, now = (suggested(desk, cari="ari", tanggal=day)[0] for day in ("12 Agustus 2021", "2023-01-05"))

    assert then == {
        "id": person_id,
        "name": "Arief Budiman",
        "title_prefix": "Dr.",
        "title_suffix": None,
        "short_name": "Arief",
        "position": "Ketua",
        "institution": "KPU RI",
        "acting": None,
    }
    assert now["position"] == "Anggota"


def test_whose_name_begins_so_is_offered_first(desk: FlaskClient) -> None:
    for name in ("Zainal Budiman", "Abubakar Zubudi", "Budi Santoso"):
        a_person(name=name)
    a_person(PositionData("Pembudi daya"), name="Citra")

    assert [one["name"] for one in suggested(desk, cari="budi")] == [
        "Budi Santoso",
        "Zainal Budiman",
        "Abubakar Zubudi",
        "Citra",
    ]


def test_few_are_offered_in_few_selects(desk: FlaskClient) -> None:
    many_people(30)

    with counted_selects() as selects:
        found = suggested(desk, cari="orang")

    assert len(found) == 8
    assert len(selects) <= 4
    assert suggested(desk, cari="o") == []
    assert suggested(desk, cari="") == []
    assert suggested(desk, cari="'’ ") == []


def test_reader_is_offered_nobody(app: Flask, bantul: int) -> None:
    reader = signed_in(app, an_account("reader", bantul))

    assert reader.get("/meja/orang/saran?cari=arief").status_code == 404
