"""Rules of the composer, one by one: what is said, in which form, and what leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from webinar.core.berita import Style, compose, missing
from webinar.core.berita.model import Listing
from webinar.core.berita.render import text
from webinar.core.document.model import (
    CoOrganiser,
    Dates,
    Delegate,
    EventDocument,
    Organiser,
    Person,
    PersonWithRemarks,
    Quote,
    ReportingUnit,
    Speaker,
)

WIB = timezone(timedelta(hours=7))
BARE = EventDocument(
    title="Sosialisasi Pencalonan",
    organiser=Organiser("KPU Provinsi Bali"),
    reporting_unit=ReportingUnit("KPU Kota Denpasar", city="Denpasar"),
    perspective="attendee",
    dates=Dates(date(2025, 2, 4)),
)


def told(document: EventDocument, style: Style = Style()) -> str:  # noqa: B008 - a frozen value
    return text(compose(document, style))


def with_points(*points: str, **fields: object) -> EventDocument:
    speaker = Speaker(name="Ayu", position="Ketua", institution="KPU Provinsi Bali", key_points=points)
    return replace(BARE, speakers=(replace(speaker, **fields),))  # type: ignore[arg-type]


def test_five_required_fields_make_two_sentences() -> None:
    assert told(BARE) == (
        "KPU Kota Denpasar Ikuti Sosialisasi Pencalonan\n\n"
        "Selasa, 4 Februari 2025, KPU Kota Denpasar mengikuti Sosialisasi Pencalonan yang diselenggarakan"
        " oleh KPU Provinsi Bali.\n"
    )


@pytest.mark.parametrize(
    ("kind", "title", "theme", "named"),
    [
        ("rapat koordinasi", "Rapat Koordinasi Data", None, "mengikuti Rapat Koordinasi Data yang"),
        ("rapat koordinasi", "Rakor Data", None, "mengikuti Rakor Data yang"),
        ("webinar", "Suara Rakyat", None, "mengikuti webinar “Suara Rakyat” yang"),
        (
            "webinar",
            '"Suara Rakyat"',
            "Suara Rakyat",
            "mengikuti webinar yang diselenggarakan oleh KPU Provinsi Bali",
        ),
        (
            "webinar",
            "Webinar Suara Rakyat",
            "“suara rakyat untuk semua”",
            "dengan tema “Suara Rakyat untuk Semua”.",
        ),
        ("webinar", "Undangan Webinar Hukum", None, "mengikuti kegiatan “Undangan Webinar Hukum” yang"),
        (None, "Suara Rakyat", None, "mengikuti kegiatan “Suara Rakyat” yang"),
        ("Webinar", "Webinar", None, "mengikuti webinar yang"),
    ],
)
def test_kind_title_and_theme_are_said_once(
    kind: str | None, title: str, theme: str | None, named: str
) -> None:
    assert named in told(replace(BARE, event_type=kind, title=title, theme=theme))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Zoom Meeting", "secara daring melalui Zoom Meeting."),
        ("aplikasi Zoom", "secara daring melalui aplikasi Zoom."),
        ("melalui Zoom", "secara daring melalui Zoom."),
        ("via Google Meet", "secara daring melalui Google Meet."),
    ],
)
def test_platform_has_one_preposition(typed: str, said: str) -> None:
    assert said in told(replace(BARE, platform=typed))


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ("dalam rangka Hari Pemilih", "dalam rangka Hari Pemilih"),
        ("Hari Pemilih", "dalam rangka Hari Pemilih"),
        ("menyambut Hari Pemilih", "dalam rangka menyambut Hari Pemilih"),
        ("Pada peringatan Hari Pemilih", "pada peringatan Hari Pemilih"),
    ],
)
def test_occasion_has_one_preposition(occasion: str, said: str) -> None:
    assert f"Bali {said}." in told(replace(BARE, occasion=occasion))


@pytest.mark.parametrize(
    ("background", "said"),
    [
        ("untuk memperbarui data", "diselenggarakan untuk memperbarui data."),
        ("Memperbarui data", "diselenggarakan untuk memperbarui data."),
        ("guna memperbarui data", "diselenggarakan guna memperbarui data."),
        ("karena data berubah", "diselenggarakan karena data berubah."),
        ("data selalu berubah", "diselenggarakan karena data selalu berubah."),
        ("rendahnya partisipasi", "dilatarbelakangi oleh rendahnya partisipasi."),
        ("bertujuan memperbarui data", "ini bertujuan memperbarui data."),
        ("Untuk itu, KPU perlu memperbarui data", "\n\nUntuk itu, KPU perlu memperbarui data."),
    ],
)
def test_background_stands_in_the_frame_of_its_grammar(background: str, said: str) -> None:
    assert said in told(replace(BARE, background=background))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("tata cara pencalonan.", "Ia memaparkan tata cara pencalonan."),
        ("Pencalonan makin mudah", "Ia menyampaikan bahwa pencalonan makin mudah."),
        ("agar berkas disiapkan;", "Ia mengimbau agar berkas disiapkan."),
        ("Jangan terlambat", "Ia mengimbau agar jangan terlambat."),
        ("menyiapkan berkas lebih awal", "Ia menyampaikan hal berikut: menyiapkan berkas lebih awal."),
        ("Menekankan ketelitian", "Ia menekankan ketelitian."),
        ("diharapkan berkas lengkap", "Ia berharap berkas lengkap."),
        ("Pastikan berkas lengkap", "Ia menyampaikan pesan berikut: pastikan berkas lengkap."),
        ("terima kasih kepada partai politik", "Ia menyampaikan terima kasih kepada partai politik."),
        ("tentang syarat calon", "Ia membawakan materi tentang syarat calon."),
        (
            "Ma'ruf & Mu'min (saksi) wajib hadir",
            "Ia menyampaikan bahwa Ma'ruf & Mu'min (saksi) wajib hadir.",
        ),
    ],
)
def test_single_note_becomes_one_sentence(note: str, said: str) -> None:
    assert said in told(with_points(note))


def test_three_points_stay_a_list_as_typed() -> None:
    article = compose(with_points("1. syarat calon;", "Jangan terlambat", "berkas lengkap; dan"))

    listing = next(block for block in article.blocks if isinstance(block, Listing))

    assert [item.text for item in listing.items] == ["Syarat calon.", "Jangan terlambat.", "Berkas lengkap."]
    assert [item.sources for item in listing.items] == [(f"speakers[0].key_points[{n}]",) for n in range(3)]


def test_speaker_without_notes_is_listed_and_says_nothing() -> None:
    made = told(with_points())

    assert "narasumber adalah Ketua KPU Provinsi Bali Ayu." in made
    assert made.count("Ayu") == 1


def test_quotation_marks_come_from_verbatim_fields_only() -> None:
    document = replace(
        with_points("berkas lengkap"), quotes=(Quote("Ayu", "Siapkan berkas. Jangan terlambat!"),)
    )

    made = told(document)

    assert "“Siapkan berkas,” ujar Ayu. “Jangan terlambat!”" in made
    assert "“" not in told(with_points("berkas lengkap"))


def test_later_mention_uses_the_chosen_short_name() -> None:
    speaker = with_points("berkas lengkap", name="I Gede Narayana", short_name="Narayana")

    made = told(replace(speaker, moderators=(Person("Titi"),)))

    assert "Ketua KPU Provinsi Bali I Gede Narayana." in made
    assert "Narayana memaparkan berkas lengkap." in made


def test_degrees_can_be_left_out_for_the_whole_text() -> None:
    document = with_points("berkas lengkap", title_prefix="Dr.", title_suffix="S.H.")

    assert "Dr. Ayu, S.H." in told(document)
    assert "S.H." not in told(document, Style(degrees=False))


def test_opener_of_day_one_is_not_in_a_report_of_day_two() -> None:
    opener = PersonWithRemarks(name="Budi", position="Ketua", remarks=("Selamat datang",))
    document = replace(BARE, dates=Dates(date(2025, 2, 3), date(2025, 2, 5), 2), opened_by=opener)

    made = told(document)

    assert "Budi" not in made
    assert "Selasa, 4 Februari 2025, KPU Kota Denpasar mengikuti hari kedua Sosialisasi Pencalonan" in made
    assert "3–5 Februari 2025" in made


def test_unnamed_delegates_are_counted_in_words() -> None:
    delegation = (
        Delegate("Ani", "Ketua"),
        Delegate(None, "Staf Divisi Humas"),
        Delegate(None, "operator", 12),
    )

    made = told(replace(BARE, delegation=delegation))

    assert "diwakili oleh Ketua Ani, satu staf Divisi Humas, dan dua belas operator." in made


def test_partners_are_named_once_and_never_the_office_itself() -> None:
    partners = (CoOrganiser("KPU Provinsi Bali"), CoOrganiser("Udayana"), CoOrganiser("Udayana"))

    made = told(replace(BARE, co_organisers=partners, perspective="organiser"))

    assert made.count("Udayana") == 1


def test_zone_of_the_unit_moves_clock_and_date() -> None:
    start = datetime(2025, 2, 4, 21, 0, tzinfo=WIB)
    document = replace(BARE, start=start, end=start + timedelta(hours=1), timezone="WIB")

    assert "dari pukul 21.00 hingga 22.00 WIB" in told(document)
    assert "dari pukul 23.00 WIT hingga Rabu, 5 Februari 2025, pukul 00.00 WIT" in told(
        document, Style(zone="WIT")
    )


@pytest.mark.parametrize("lead", ["purpose", "issue", "figures"])
def test_lead_without_its_core_falls_back(lead: str) -> None:
    made = told(BARE, Style(lead=lead))

    assert made.splitlines()[2] == (
        "Denpasar – KPU Kota Denpasar mengikuti Sosialisasi Pencalonan yang diselenggarakan oleh"
        " KPU Provinsi Bali, Selasa (4/2/2025)."
    )


def test_issue_lead_is_not_repeated_in_the_body() -> None:
    made = told(with_points("Pencalonan makin mudah", "syarat calon"), Style(lead="issue"))

    assert made.count("encalonan makin mudah") == 1


def test_style_refuses_unknown_words() -> None:
    with pytest.raises(ValueError, match="lead must be one of date, dateline"):
        Style(lead="teras")


def test_missing_names_what_the_record_lacks() -> None:
    assert missing(BARE)[:4] == ["jenis kegiatan", "tema", "latar belakang atau tujuan", "waktu mulai"]
    assert "utusan" in missing(BARE)
    assert "catatan untuk Ayu" in missing(with_points())
    assert "catatan untuk Ayu" not in missing(with_points("syarat calon"))
