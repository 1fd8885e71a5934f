"""Nothing a person or a robot can send makes the pages fall over."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account, an_office, signed_in
from tests.factories.event import a_berita, slug_of
from tests.factories.registration import NOW, an_event, registrant
from webinar.services.registration import register_participant
from webinar.web.forms.base import one_line

pytestmark = pytest.mark.usefixtures("app", "at_now")

NASTY = [
    "%00",
    "%ff%fe",
    "..%2f..%2fetc",
    "a" * 3000,
    "'%20or%201=1--",
    "%F0%9F%92%A9",
    "<script>",
    "%0d%0aX:y",
    "%",
]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize(
    "address",
    [
        "/{}",
        "/kegiatan/{}",
        "/kegiatan/{}/daftar",
        "/kegiatan/{}/event.ics",
        "/pendaftaran/{}",
        "/pendaftaran/{}/ubah",
        "/berita/{}",
        "/berita/{}.pdf",
        "/kegiatan/{}/kartu.png",
        "/kegiatan/bulan/{}",
        "/satuan-kerja/{}",
        "/sitemap/{}.xml",
        "/pilihan/{}?nilai=WIB",
        "/static/{}",
    ],
)
def test_bad_addresses_are_not_found(client: FlaskClient, address: str, nasty: str) -> None:
    assert client.get(address.format(nasty)).status_code == 404


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize(
    "address",
    [
        "/kegiatan?cari={}",
        "/kegiatan?bulan={}",
        "/kegiatan?sesudah={}",
        "/kegiatan/bulan/2026-12?satker={}",
        "/satuan-kerja?cari={}",
        "/berita?sesudah={}",
        "/?zona={}",
    ],
)
def test_bad_questions_are_answered(client: FlaskClient, address: str, nasty: str) -> None:
    an_event()

    assert client.get(address.format(nasty)).status_code == 200


@pytest.mark.parametrize("key", ["2026-13-40.1", "9999-12-31.999999999999999", "0000-00-00.0"])
def test_bad_keys_of_pages_are_answered(client: FlaskClient, key: str) -> None:
    assert client.get(f"/kegiatan?sesudah={key}").status_code == 200
    assert client.get("/berita?sesudah=20261301T999999.000000Z.1").status_code == 200
    assert client.get("/kegiatan?bulan=2099-12").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused_with_those_allowed(client: FlaskClient, method: str) -> None:
    slug = slug_of(an_event())

    for address in ("/", f"/kegiatan/{slug}", f"/kegiatan/{slug}/daftar", f"/kegiatan/{slug}/event.ics"):
        answer = client.open(address, method=method)
        assert answer.status_code == (200 if method == "OPTIONS" else 405), address
        assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"full_name": "x"}', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"\xff\xfe\x00full_name=\x80", "application/x-www-form-urlencoded"),
        (b"full_name=%ff%fe&email=%00", "application/x-www-form-urlencoded"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data"),
        (b"<a/>", "application/xml"),
        (b"", ""),
    ],
)
def test_bodies_of_any_kind_are_wrong_forms(client: FlaskClient, body: bytes, kind: str) -> None:
    slug = slug_of(an_event())

    answer = client.post(f"/kegiatan/{slug}/daftar", data=body, content_type=kind)

    assert answer.status_code in (400, 422)


def test_huge_fields_are_refused(client: FlaskClient) -> None:
    url = f"/kegiatan/{slug_of(an_event())}/daftar"
    names = ("full_name", "email", "whatsapp", "institution", "region_code", "question", "submission_key")

    long = client.post(url, data=dict.fromkeys(names, "x" * 20_000))
    too_much = client.post(url, data={"question": "x" * 3_000_000})
    many = client.post(url, data={f"f{n}": "x" for n in range(5_000)})

    assert (long.status_code, too_much.status_code) == (422, 413)
    assert many.status_code in (413, 422)


@pytest.mark.parametrize(
    "name", ["full_name", "email", "whatsapp", "region_code", "group_id", "submission_key"]
)
@pytest.mark.parametrize("value", ["\x00", "\ud800", "\u202e", "💩" * 50, "١٢٣", "-1", "1e9", "' or 1=1 --"])
def test_strange_values_are_wrong_or_right_but_never_an_error(
    client: FlaskClient, name: str, value: str
) -> None:
    data = {
        "full_name": "Nama",
        "email": "nama@example.com",
        "institution": "KPU",
        "region_code": "34.02",
        name: value.encode("utf-8", "surrogatepass"),
    }

    answer = client.post(f"/kegiatan/{slug_of(an_event())}/daftar", data=data)

    assert answer.status_code in (303, 422)


def test_bad_cookies_are_no_choice(client: FlaskClient) -> None:
    slug = slug_of(an_event())
    for name in ("zona", "bahasa", "tema", "sesi"):
        client.set_cookie(name, "\x01<script>" + "x" * 500)

    assert client.get(f"/kegiatan/{slug}").status_code == 200
    assert client.get(f"/kegiatan/{slug}/daftar").status_code == 200


@pytest.mark.parametrize("address", ["/", "/meja", "/tidak-ada"])
def test_cookies_that_are_no_text_are_passed_over(client: FlaskClient, address: str) -> None:
    answer = client.get(address, environ_base={"HTTP_COOKIE": "sesi=\xff\xfe; zona=WIT"})

    assert answer.status_code < 500


def test_a_set_up_link_of_any_letters_is_not_found(client: FlaskClient) -> None:
    assert client.get("/mulai/é").status_code == 404


@pytest.mark.parametrize("tag", ['"', "W/", "*, *", '"' + "x" * 5000, "\xff"])
def test_bad_tags_get_the_page(client: FlaskClient, tag: str) -> None:
    slug = slug_of(an_event())

    for address in (f"/kegiatan/{slug}", f"/kegiatan/{slug}/event.ics"):
        headers = {"If-None-Match": tag, "If-Modified-Since": "kemarin", "Range": "bytes=9-1,x"}
        assert client.get(address, headers=headers).status_code in (200, 304)


def test_a_foreign_host_does_not_reach_links_that_leave_the_house(client: FlaskClient) -> None:
    event_id = an_event()
    slug = slug_of(event_id)
    berita = a_berita(event_id)
    token = register_participant(event_id, registrant(), now=NOW).token

    for address in (
        f"/kegiatan/{slug}",
        f"/kegiatan/{slug}/event.ics",
        f"/berita/{berita}",
        f"/pendaftaran/{token}",
    ):
        answer = client.get(address, headers={"Host": "jahat.example"})
        assert "jahat.example" not in answer.text, address


@pytest.mark.parametrize(
    "target", ["//jahat.example", "https://jahat.example", "/\\jahat.example", "javascript:alert(1)", "/a\nb"]
)
def test_a_choice_only_returns_to_this_site(client: FlaskClient, target: str) -> None:
    answer = client.get("/pilihan/zona", query_string={"nilai": "WIB", "kembali": target})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("code", [404, 405])
def test_error_pages_explain_with_a_number_and_leak_nothing(client: FlaskClient, code: int) -> None:
    answer = client.get("/tidak-ada") if code == 404 else client.delete("/")

    assert answer.status_code == code
    assert "Nomor rujukan: " in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    assert "Traceback" not in answer.text


def test_a_pile_of_marks_is_cut_before_it_is_sorted() -> None:
    """Normalising sorts the marks on one letter, which takes their number squared."""
    assert len(one_line("a" + "\u0315\u0300" * 40_000) or "") <= 31


DESK_QUERIES = {
    "/meja/kegiatan": ("cari", "setelah", "sebelum", "satker", "status"),
    "/meja/orang": ("cari", "instansi", "setelah"),
    "/meja/waktu": ("kegiatan", "tanggal", "mulai", "selesai", "zona"),
    "/meja/satuan-kerja": ("provinsi", "setelah", "cari"),
    "/meja/riwayat": ("oleh", "setelah", "jenis"),
    "/meja/cari": ("cari",),
    "/kegiatan": ("satker", "topik", "jenis", "setelah"),
}


@pytest.mark.parametrize("address", DESK_QUERIES)
@pytest.mark.parametrize("value", ["\0", "a\0b"])
def test_nul_in_an_address_is_never_an_error(app: Flask, address: str, value: str) -> None:
    client = signed_in(app, an_account(office_id=an_office()))

    for name in DESK_QUERIES[address]:
        answer = client.get(address, query_string={name: value})

        assert answer.status_code in (200, 404), (address, name)


DESK_FORMS = {
    "/meja/berita/baru": {"kegiatan": "{slug}", "satuan_kerja": "kpu-kabupaten-bantul"},
    "/meja/orang/baru": {"name": "A", "keeper": "KPU Kabupaten Bantul", "photo-kept": "x", "email": "a@b.id"},
    "/meja/kegiatan/{slug}/sunting/poster": {"poster-picture-kept": "x", "poster-base": "{{}}"},
    "/meja/satuan-kerja/baru": {"name": "A", "parent": "KPU Kabupaten Bantul", "region_code": "34.02"},
    "/meja/kegiatan/baru": {"title": "x", "office": "KPU Kabupaten Bantul", "start_on": "10 Desember 2026"},
    "/masuk": {"email": "a@b.id", "password": "x"},
    "/masuk/lupa": {"email": "a@b.id"},
    "/akun/nama": {"name": "A"},
}


@pytest.mark.parametrize("address", DESK_FORMS)
@pytest.mark.parametrize("added", ["\0", "a\0b"])
def test_nul_in_a_form_is_never_an_error(app: Flask, address: str, added: str) -> None:
    office_id = an_office()
    slug = slug_of(an_event(state="draft", registration_open=False, quota=None, keeper_id=office_id))
    client = signed_in(app, an_account(office_id=office_id))
    fields = {name: value.format(slug=slug) for name, value in DESK_FORMS[address].items()}

    for name in fields:
        for value in (added, fields[name] + added):
            answer = client.post(address.format(slug=slug), data=fields | {name: value})

            assert answer.status_code < 500, (address, name)
