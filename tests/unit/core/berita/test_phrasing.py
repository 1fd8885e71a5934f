"""How single facts are worded: counts, delegations, answers, offices, quotations, days and names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.unit.core.berita.test_compose import BARE, told, with_points
from webinar.core.berita import Style, compose
from webinar.core.berita.headline import LONGEST_HEADLINE, shortened
from webinar.core.berita.office import first_named
from webinar.core.document.model import (
    Attendance,
    Delegate,
    Discussion,
    EventDocument,
    Person,
    PersonWithRemarks,
    Quote,
    ReportingUnit,
    Speaker,
)


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        (
            Attendance(total=412, online=300, onsite=112),
            "Sebanyak 412 peserta mengikuti kegiatan ini, terdiri atas",
        ),
        (Attendance(total=156, online=156), "Sebanyak 156 peserta mengikuti kegiatan ini secara daring."),
        (Attendance(onsite=215), "Sebanyak 215 peserta mengikuti kegiatan ini secara luring."),
        (
            Attendance(online=120, onsite=75),
            "Sebanyak 120 peserta mengikuti kegiatan ini secara daring dan 75 peserta secara luring.",
        ),
        (Attendance(total=64, units=8), "Sebanyak 64 peserta dari 8 satuan kerja mengikuti kegiatan ini."),
        (
            Attendance(units=552, counted_as="satuan kerja"),
            "Sebanyak 552 satuan kerja mengikuti kegiatan ini.",
        ),
        (Attendance(units=312, counted_as="desa"), "Sebanyak 312 desa mengikuti kegiatan ini."),
        (Attendance(units=57), "Peserta kegiatan ini berasal dari 57 satuan kerja."),
    ],
)
def test_attendance_tells_every_count_once(attendance: Attendance, said: str) -> None:
    assert said in told(replace(BARE, event_type="kegiatan", attendance=attendance))


@pytest.mark.parametrize(
    ("delegation", "said"),
    [
        ((Delegate(count=3),), "Turut mengikuti sosialisasi ini tiga orang dari KPU Kota Denpasar."),
        (
            (Delegate(position="Analis SDM Aparatur", count=2),),
            "dua analis SDM aparatur dari KPU Kota Denpasar.",
        ),
        (
            (Delegate("Ani"), Delegate(position="Tim Reaksi Cepat", count=5)),
            "lima orang dari Tim Reaksi Cepat.",
        ),
        ((Delegate("Ani", "Ketua"),), "KPU Kota Denpasar diwakili oleh Ketua Ani."),
    ],
)
def test_delegation_counts_people_and_names_units(delegation: tuple[Delegate, ...], said: str) -> None:
    assert said in told(replace(BARE, delegation=delegation))


def test_place_that_names_the_unit_is_not_followed_by_its_name() -> None:
    made = told(
        replace(BARE, attending_from="Aula KPU Kota Denpasar", delegation=(Delegate("Ani", "Ketua"),))
    )

    assert "Bertempat di Aula KPU Kota Denpasar, turut mengikuti sosialisasi ini Ketua Ani." in made


def asked(question: str | None, answer: str | None = None, by: str | None = "Ani") -> EventDocument:
    return replace(BARE, discussion=(Discussion(question, by, answer, "Budi"),))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Tidak, data dijamin undang-undang", "Budi menjawab tidak. Menurutnya, data dijamin undang-undang."),
        ("Ya, sepanjang memenuhi syarat", "Budi menjawab ya, sepanjang memenuhi syarat."),
        ("Belum. Anggaran masih disusun.", "Budi menjawab belum. Menurutnya, anggaran masih disusun."),
        ("akan dikaji", "Budi menyampaikan bahwa hal tersebut akan dikaji."),
        ("2-3 kali sehari", "Budi menjawab 2–3 kali sehari."),
    ],
)
def test_answer_has_the_frame_of_its_first_word(answer: str, said: str) -> None:
    assert f"Menanggapi pertanyaan tersebut, {said}" in told(asked("syarat calon", answer))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (None, "Ani mengajukan pertanyaan."),
        ("Apa langkah KPU?", "Ani menanyakan apa langkah KPU."),
        ("dari mana dananya?", "Ani menanyakan dari mana dananya."),
        (
            "Warga sulit mengurus KTP. Apa langkah KPU?",
            "Ani menyampaikan bahwa warga sulit mengurus KTP. Ia menanyakan apa langkah KPU.",
        ),
        ("Mohon TPS khusus", "Ani memohon TPS khusus."),
    ],
)
def test_question_is_asked_in_its_own_frame(question: str | None, said: str) -> None:
    assert said in told(asked(question))


def test_asker_with_a_comma_is_closed_by_one() -> None:
    assert "Yohanes, mahasiswa, menanyakan syarat" in told(asked("syarat calon", by="Yohanes, mahasiswa"))


@pytest.mark.parametrize(
    ("name", "long_name", "said"),
    [
        (
            "Diskominfo Klungkung",
            "Dinas Komunikasi dan Informatika Kabupaten Klungkung",
            "Dinas Komunikasi dan Informatika (Diskominfo) Kabupaten Klungkung",
        ),
        ("Pemkab Klungkung", "Pemerintah Kabupaten Klungkung", "Pemerintah Kabupaten (Pemkab) Klungkung"),
    ],
)
def test_short_name_stands_before_the_region(name: str, long_name: str, said: str) -> None:
    assert first_named(name, long_name) == said


def test_quotation_of_the_opener_stands_with_the_opener() -> None:
    opener = PersonWithRemarks(name="Made", position="Bupati", remarks=("data harus dijaga",))
    document = replace(with_points("syarat calon"), opened_by=opener, quotes=(Quote("Made", "Jaga data!"),))

    assert "Dalam sambutannya, ia menyampaikan bahwa data harus dijaga. “Jaga data!” ujar Made." in told(
        document
    )


def test_three_remarks_are_told_and_four_listed() -> None:
    remarks = ("data harus dijaga", "agar warga melapor", "terima kasih", "tahapan dimulai")
    opener = PersonWithRemarks(name="Made", position="Bupati", remarks=remarks)
    three = told(replace(BARE, opened_by=replace(opener, remarks=remarks[:3])))

    assert "Ia juga mengimbau agar warga melapor. Selain itu, ia menyampaikan terima kasih." in three
    assert "1. Data harus dijaga.\n" in told(replace(BARE, opened_by=opener))


def test_who_reads_remarks_is_not_said_to_represent_reading() -> None:
    opener = PersonWithRemarks(
        name="Made", position="Deputi", represents="membacakan sambutan Menteri", remarks=()
    )

    assert "Deputi Made yang membacakan sambutan Menteri." in told(replace(BARE, opened_by=opener))


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("Andrea menceritakan masa kecilnya. Ia gemar membaca.", "Ia menceritakan masa kecilnya. Ia gemar"),
        ("Narasumber menjelaskan syarat calon.", "Ia menjelaskan syarat calon."),
        ("Andrea dikenal luas.", "Ia menyampaikan bahwa Andrea dikenal luas."),
    ],
)
def test_prose_about_the_speaker_loses_the_name_only_before_a_verb(summary: str, said: str) -> None:
    speaker = Speaker(name="Andrea Hirata", position="novelis", summary=summary)

    assert said in told(replace(BARE, speakers=(speaker,)))


def test_occasion_within_the_title_is_not_repeated() -> None:
    document = replace(BARE, title="Upacara Hari Pancasila", occasion="memperingati Hari Pancasila")

    assert told(document).count("Hari Pancasila") == 2  # headline and lead


def test_theme_that_repeats_the_title_gives_way_to_it() -> None:
    document = replace(
        BARE, event_type="seminar", title="Seminar Nasional: Hoaks", theme="Seminar Nasional: Hoaks"
    )

    assert "mengikuti Seminar Nasional: Hoaks yang diselenggarakan" in told(document)


def test_kind_that_is_no_noun_is_called_kegiatan() -> None:
    document = replace(BARE, event_type="bincang", title="Bincang Buku", platform="zoom meeting")

    assert "Bincang Buku yang diselenggarakan" in told(document)
    assert "Kegiatan ini berlangsung secara daring melalui Zoom Meeting." in told(document)


def test_long_names_stay_where_the_theme_finds_no_room() -> None:
    office = replace(BARE.organiser, long_name="Komisi Pemilihan Umum Provinsi Bali")
    theme = " ".join(["Menjamin Hak Pilih Kelompok Rentan"] * 5)

    made = told(replace(BARE, organiser=office, theme=theme))

    assert "oleh Komisi Pemilihan Umum (KPU) Provinsi Bali. Sosialisasi ini mengangkat tema" in made


def test_single_speaker_is_not_named_twice_in_a_row() -> None:
    alone = told(with_points("syarat calon"))
    moderated = told(replace(with_points("syarat calon"), moderators=(Person("Titi"),)))

    assert "KPU Provinsi Bali Ayu. Ia memaparkan syarat calon." in alone
    assert "\n\nAyu memaparkan syarat calon." in moderated


def test_issue_lead_does_not_begin_with_a_number() -> None:
    document = with_points("40 persen berkas belum lengkap", "berkas harus lengkap")

    assert "Denpasar – Berkas harus lengkap. Hal itu disampaikan oleh" in told(document, Style(lead="issue"))


def test_headline_does_not_double_gelar() -> None:
    document = replace(BARE, title="Gelar Wicara Pemilu", event_type="gelar wicara", perspective="organiser")

    assert told(document).startswith(
        "KPU Kota Denpasar bersama KPU Provinsi Bali Adakan Gelar Wicara Pemilu\n"
    )


def test_headline_is_cut_at_a_word_and_its_quotation_is_closed() -> None:
    title = "Menjaga Suara Rakyat dari Pemilih untuk Pemilih di Daerah dan " * 8

    made = compose(replace(BARE, title=title, event_type="webinar")).headline.text

    assert made.startswith("KPU Kota Denpasar Ikuti Webinar “Menjaga Suara Rakyat dari Pemilih")
    assert 280 < len(made) <= LONGEST_HEADLINE
    assert re.search(r"(Rakyat|Pemilih|Daerah|Menjaga|Suara)…”$", made)


@pytest.mark.parametrize(
    "document",
    [
        replace(BARE, title="A" * 2000),
        replace(BARE, title="dan " * 600),
        replace(BARE, reporting_unit=ReportingUnit("KPU " * 200)),
        replace(BARE, reporting_unit=ReportingUnit("K" * 400), perspective="organiser"),
        replace(BARE, title="“" * 900 + "a"),
    ],
)
def test_headline_never_exceeds_its_limit(document: EventDocument) -> None:
    assert 0 < len(compose(document).headline.text) <= LONGEST_HEADLINE


def test_headline_within_its_limit_is_left_alone() -> None:
    assert shortened("a" * LONGEST_HEADLINE) == "a" * LONGEST_HEADLINE
    assert shortened("kata dan lagi", 12) == "kata…"
