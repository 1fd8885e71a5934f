from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.factories.account import an_office
from tests.factories.event import a_berita, a_role, sessions, slug_of, speakers
from tests.factories.registration import NOW, a_group, an_event, registrant
from tests.factories.statements import counted_selects
from webinar.db import transaction
from webinar.models import Picture
from webinar.services.registration import register_participant

pytestmark = pytest.mark.usefixtures("at_now")


def page_of(client: FlaskClient, event_id: int) -> str:
    answer = client.get(f"/kegiatan/{slug_of(event_id)}")
    assert answer.status_code == 200
    return answer.text


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_three_clocks_begin_with_the_organisers_zone(app: object, client: FlaskClient) -> None:
    page = page_of(client, an_event())

    clocks = re.findall(r"<dd>(?:<time[^>]*>)?(\d\d\.\d\d)(?:</time>)? <abbr[^>]*>(\w+)", page)
    assert clocks == [("13.00", "WIB"), ("14.00", "WITA"), ("15.00", "WIT")]
    assert "Kamis, 3 Desember 2026" in page
    assert "Selesai pukul 15.00 WIB." in page


def test_the_readers_zone_leads_once_chosen(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    client.get("/pilihan/zona?nilai=WIT")

    page = page_of(client, event_id)

    clocks = re.findall(r"<dd>(?:<time[^>]*>)?(\d\d\.\d\d)(?:</time>)? <abbr[^>]*>(\w+)", page)
    assert clocks == [("15.00", "WIT"), ("13.00", "WIB"), ("14.00", "WITA")]
    assert "Selesai pukul 17.00 WIT. Waktu penyelenggara: pukul 13.00 WIB." in page


def test_every_zone_carries_its_date_where_midnight_lies_between(app: object, client: FlaskClient) -> None:
    event_id = an_event(starts_at=datetime(2026, 12, 3, 15, 30, tzinfo=UTC), ends_at=None)

    page = page_of(client, event_id)

    days = re.findall(r'clocks-day">([^<]+)<', page)
    assert days == ["Kamis, 3 Desember 2026", "Kamis, 3 Desember 2026", "Jumat, 4 Desember 2026"]
    assert "Sampai selesai." in page


def test_a_date_without_clock_shows_no_clocks(app: object, client: FlaskClient) -> None:
    event_id = an_event(starts_at=None, ends_at=None, end_on=date(2026, 12, 5))

    page = page_of(client, event_id)

    assert "Kamis–Sabtu, 3–5 Desember 2026" in page
    assert "Waktu belum ditentukan." in page
    assert "clocks-row" not in page


def test_people_come_in_order_of_the_programme_with_titles_and_post(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    a_role(event_id, part="moderator", number=1, name="Bayu", title_prefix=None, title_suffix=None)
    a_role(event_id, part="speaker", number=1, session_order=2, name="Kedua")
    a_role(event_id, part="speaker", number=2, session_order=1, name="Pertama")
    a_role(event_id, part="opener", number=1, name="Pembuka", position="Ketua KPU RI", institution="KPU RI")

    page = page_of(client, event_id)

    assert re.findall(r'people-name">([^<]+)<', page) == [
        "Dr. Pembuka, M.Si.",
        "Dr. Pertama, M.Si.",
        "Dr. Kedua, M.Si.",
        "Bayu",
    ]
    assert re.findall(r'people-post">([^<]+)<', page)[0] == "Ketua KPU RI"


def test_seats_are_words_with_a_meter(app: object, client: FlaskClient) -> None:
    event_id = an_event(quota=50, taken_count=38)

    page = page_of(client, event_id)

    assert "12 kursi tersisa" in page
    assert "38 dari 50 kursi terisi" in page
    assert '<rect width="38" height="8"' in page


def test_seats_on_a_kept_page_follow_a_registration(app: object, client: FlaskClient) -> None:
    event_id = an_event(quota=2)
    before = page_of(client, event_id)

    register_participant(event_id, registrant(), now=NOW)

    assert "2 kursi tersisa" in before
    assert "1 kursi tersisa" in page_of(client, event_id)


def test_seats_of_a_group_follow_although_the_totals_stay(app: object, client: FlaskClient) -> None:
    event_id = an_event(quota=10, taken_count=3)
    group_id = a_group(event_id, label="pemantau", quota=5, taken_count=1)
    assert "4 tersisa" in page_of(client, event_id)

    from webinar.db import transaction
    from webinar.models import ParticipantGroup

    with transaction() as tx:
        tx.session.get_one(ParticipantGroup, group_id).taken_count = 2

    assert "3 tersisa" in page_of(client, event_id)


def test_a_published_berita_appears_on_the_kept_page(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    assert "Berita kegiatan ini" not in page_of(client, event_id)

    slug = a_berita(event_id)

    assert f'href="/berita/{slug}"' in page_of(client, event_id)


def test_status_follows_the_clock_on_the_kept_page(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    assert "Pendaftaran dibuka" in page_of(client, event_id)

    with time_machine.travel(datetime(2026, 12, 3, 7, tzinfo=UTC), tick=False):
        assert "Sedang berlangsung" in page_of(client, event_id)
    with time_machine.travel(datetime(2026, 12, 4, tzinfo=UTC), tick=False):
        assert "Kegiatan telah selesai" in page_of(client, event_id)


@pytest.mark.parametrize(("state", "title"), [("cancelled", "dibatalkan"), ("postponed", "ditunda")])
def test_cancelled_and_postponed_events_say_so_and_take_nobody(
    app: object, client: FlaskClient, state: str, title: str
) -> None:
    event_id = an_event(state=state)

    page = page_of(client, event_id)

    assert f"Kegiatan ini {title}" in page
    assert "/daftar" not in page


def test_a_draft_is_nobodys_business(app: object, client: FlaskClient) -> None:
    assert client.get(f"/kegiatan/{slug_of(an_event(state='draft'))}").status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_three_selects_make_the_page_and_one_keeps_it(app: object, client: FlaskClient, many: int) -> None:
    event_id = an_event()
    speakers(event_id, many)
    sessions(event_id, many, start=datetime(2026, 12, 3, 6, tzinfo=UTC))
    for _number in range(min(many, 3)):
        a_group(event_id, number=_number)
        a_berita(event_id)
    slug = slug_of(event_id)

    with counted_selects() as first:
        page = client.get(f"/kegiatan/{slug}").text
    with counted_selects() as second:
        again = client.get(f"/kegiatan/{slug}").text

    assert page.count("people-name") == many
    assert (len(first), len(second)) == (3, 1)
    assert again == page


def test_the_page_is_revalidated_by_its_tag_and_sets_no_cookie(app: object, client: FlaskClient) -> None:
    slug = slug_of(an_event())
    first = client.get(f"/kegiatan/{slug}")

    again = client.get(f"/kegiatan/{slug}", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["ETag"].startswith('"')
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers.getlist("Set-Cookie") == []
    assert first.headers["Vary"] == "Cookie"


def test_zone_language_and_theme_each_have_a_page(app: object, client: FlaskClient) -> None:
    slug = slug_of(an_event())
    tags = {client.get(f"/kegiatan/{slug}").headers["ETag"]}
    for name, value in [("zona", "WITA"), ("bahasa", "en"), ("tema", "gelap")]:
        client.get(f"/pilihan/{name}?nilai={value}")
        tags.add(client.get(f"/kegiatan/{slug}").headers["ETag"])

    assert len(tags) == 4


def test_an_unknown_zone_in_the_cookie_is_no_zone(app: object, client: FlaskClient) -> None:
    slug = slug_of(an_event())
    plain = client.get(f"/kegiatan/{slug}").text
    client.set_cookie("zona", "Europe/Paris")

    assert client.get(f"/kegiatan/{slug}").text == plain


def test_the_programme_is_told_in_the_leading_zone(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    sessions(event_id, 2, start=datetime(2026, 12, 3, 6, tzinfo=UTC))
    client.set_cookie("zona", "WIT")

    page = page_of(client, event_id)

    assert re.findall(r"<time datetime[^>]*>([\d.–]+)</time>\s*<div class=\"programme", page) == [
        "15.00–15.30",
        "15.30–16.00",
    ]
    assert "Semua waktu dalam WIT" in page


def test_facts_of_the_record_are_escaped(app: object, client: FlaskClient) -> None:
    event_id = an_event(title="<script>alert('x')</script> & \"Ma'ruf\"", live_stream="javascript:alert(1)")

    page = page_of(client, event_id)

    assert "<script>alert" not in page
    assert 'href="javascript:' not in page


def test_search_engines_read_the_event_as_data(app: object, client: FlaskClient) -> None:
    page = page_of(client, an_event(title="Rapat </script> Koordinasi"))

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert data["name"] == "Rapat </script> Koordinasi"
    assert data["startDate"] == "2026-12-03T13:00:00+07:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"


def test_the_invitation_text_holds_all_clocks_and_the_address(app: object, client: FlaskClient) -> None:
    event_id = an_event()

    page = page_of(client, event_id)

    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
    assert found is not None
    assert "Pukul 13.00 WIB / 14.00 WITA / 15.00 WIT" in found[1]
    assert f"Pendaftaran: http://localhost/kegiatan/{slug_of(event_id)}" in found[1]


def test_the_page_in_english(app: object, client: FlaskClient) -> None:
    event_id = an_event()
    client.set_cookie("bahasa", "en")

    page = page_of(client, event_id)

    assert '<html lang="en">' in page
    assert "Thursday, 3 December 2026" in page
    assert "2 seats left" in words(page)
    assert "Registration closes Thursday, 3 December 2026, 13.00 WIB." in words(page)


def test_kind_topic_and_hashtags_are_shown_and_lead_to_their_like(app: object, client: FlaskClient) -> None:
    tags = ["#KPU", "Pemilu2029", "#"]
    event_id = an_event(event_type="rapat koordinasi", topic="Data pemilih", hashtags=tags)

    page = page_of(client, event_id)

    assert '<a href="/kegiatan?jenis=rapat+koordinasi" rel="nofollow">Rapat koordinasi</a>' in page
    assert '<a href="/kegiatan?topik=Data+pemilih" rel="nofollow">Data pemilih</a>' in page
    assert re.findall(r'class="tag">([^<]+)<', page) == ["#KPU", "#Pemilu2029"]


def test_the_organiser_leads_to_its_office_and_partners_are_named(app: object, client: FlaskClient) -> None:
    office_id = an_office("KPU Kota Ambon", region_code="81.71")
    partners = [{"name": "Bawaslu", "long_name": None}, {"name": None, "long_name": "Komisi Informasi"}]
    event_id = an_event(organiser_id=office_id, organiser_name="KPU Kota Ambon", co_organisers=partners)

    page = page_of(client, event_id)

    assert '<a href="/satuan-kerja/kpu-kota-ambon">KPU Kota Ambon</a>' in page
    assert "bersama Bawaslu dan Komisi Informasi" in words(page)


def test_moderator_and_master_of_ceremonies_are_named_the_committee_is_not(
    app: object, client: FlaskClient
) -> None:
    event_id = an_event(committee=[{"name": "Panitia Rahasia", "task": "Konsumsi"}])
    a_role(event_id, part="moderator", name="Bayu")
    a_role(event_id, part="mc", name="Citra")

    page = words(page_of(client, event_id))

    assert "Moderator Dr. Bayu, M.Si." in page
    assert "Pewara Dr. Citra, M.Si." in page
    assert "Panitia Rahasia" not in page


def test_the_poster_has_its_size_and_a_text(app: object, client: FlaskClient) -> None:
    with transaction() as tx:
        pictures = [
            Picture(name=f"{letter * 32}.webp", width=800, height=1000, alt=alt, created_at=NOW)
            for letter, alt in (("a", "Tiga orang di panggung"), ("b", None))
        ]
        tx.session.add_all(pictures)
        tx.session.flush()
        ids = [picture.id for picture in pictures]

    told, silent = (page_of(client, an_event(poster_id=id_, title="Rapat")) for id_ in ids)

    size = 'width="800" height="1000"'
    assert f'<img src="/gambar/{"a" * 32}.webp" {size} alt="Tiga orang di panggung"' in told
    assert f'<img src="/gambar/{"b" * 32}.webp" {size} alt="Poster Rapat"' in silent


def test_how_to_join_is_on_no_public_page(app: object, client: FlaskClient) -> None:
    secret, code = "https://rapat.example/j/9988776655", "sandi 445566"
    event_id = an_event(meeting_link=secret, meeting_access=code, mode="online", platform="Zoom")
    slug = slug_of(event_id)
    addresses = ["", "/daftar", "/event.ics"]

    pages = [client.get(f"/kegiatan/{slug}{address}").text for address in addresses]
    pages += [client.get(address).text for address in ("/", "/kegiatan", "/kegiatan/bulan/2026-12")]

    assert all("Webinar Layanan Informasi" in page for page in pages)
    for page in pages:
        assert "9988776655" not in page
        assert "445566" not in page


def test_an_event_that_registers_with_another_leads_there(app: object, client: FlaskClient) -> None:
    leader = an_event(title="Pertemuan pertama")
    event_id = an_event(registers_with_id=leader, registration_open=False, quota=None)

    page = page_of(client, event_id)

    assert "Pendaftaran satu kali untuk seluruh rangkaian" in page
    assert f'href="/kegiatan/{slug_of(leader)}"' in page
    assert "/daftar" not in page


def test_registrations_taken_by_a_draft_lead_nowhere(app: object, client: FlaskClient) -> None:
    leader = an_event(state="draft")

    page = page_of(client, an_event(registers_with_id=leader, registration_open=False, quota=None))

    assert "Pendaftaran satu kali" not in page


@pytest.mark.parametrize(("state", "word"), [("cancelled", "Dibatalkan"), ("postponed", "Ditunda")])
def test_the_title_says_what_happened(app: object, client: FlaskClient, state: str, word: str) -> None:
    page = page_of(client, an_event(state=state, title="Rapat"))

    assert re.findall(r"<title>([^<]+)</title>", page) == [f"{word}: Rapat – Komisi Pemilihan Umum"]
    assert f'<meta property="og:title" content="{word}: Rapat">' in page
