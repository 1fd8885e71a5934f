from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories.document import seed_json, small_document
from webinar.core.document.model import Dates, Organiser, ParticipantGroup, Person
from webinar.core.document.read import read_document, read_json
from webinar.core.document.write import write_document
from webinar.core.errors import DocumentInvalid

LEAST = {
    "title": "Webinar",
    "organiser": {"name": "KPU RI"},
    "reporting_unit": {"name": "KPU Kabupaten Bantul"},
    "perspective": "attendee",
    "dates": {"start_date": "2021-08-12"},
}


def problems(data: Any, **options: Any) -> list[str]:
    with pytest.raises(DocumentInvalid) as refusal:
        read_document(data, **options)
    return [str(problem) for problem in refusal.value.problems]


def with_(**changes: Any) -> dict[str, Any]:
    return {**LEAST, **changes}


# what is read


def test_least_document_is_read() -> None:
    document = read_document(LEAST)

    assert document == small_document(
        title="Webinar", dates=Dates(date(2021, 8, 12)), organiser=Organiser("KPU RI")
    )
    assert (document.language, document.speakers, document.start) == ("id", (), None)


def test_seed_is_read() -> None:
    document = read_document(seed_json())

    assert document.start is not None
    assert document.start.isoformat() == "2021-08-12T13:00:00+07:00"
    assert document.start.utcoffset() == timedelta(hours=7)
    assert [speaker.name for speaker in document.speakers] == [
        "I Dewa Kade Wiarsa Raka Sandi",
        "I Gede Narayana",
    ]
    assert document.speakers[0].title_prefix is None
    assert [group.kind for group in document.participant_groups] == ["position_level_region", "external"]


@pytest.mark.parametrize("empty", [None, "", "  ", "\u202e\u0000"])
def test_empty_text_is_absent(empty: str | None) -> None:
    assert read_document(with_(theme=empty)).theme is None


@pytest.mark.parametrize("name", ["start", "timezone", "tz_database", "mode", "language"])
def test_empty_text_is_absent_where_a_date_or_a_word_is_expected(name: str) -> None:
    assert read_document(with_(**{name: ""})) == read_document(LEAST)


@pytest.mark.parametrize(
    "changes",
    [
        {"speakers": None},
        {"speakers": []},
        {"speakers": [None, {}, {"name": "", "key_points": [None, ""]}]},
        {"opened_by": {}},
        {"opened_by": {"name": None, "remarks": []}},
        {"attendance": {"total": None}},
        {"invitation_letter": {"number": " "}},
        {"first_of_its_kind": None},
    ],
)
def test_what_holds_nothing_is_absent(changes: dict[str, Any]) -> None:
    assert read_document(with_(**changes)) == read_document(LEAST)


def test_texts_lose_what_is_invisible_and_nothing_else() -> None:
    document = read_document(
        with_(
            title="  Keterbukaan\r\n  “Informasi”\u202e & \u0000hoaks\ufeff ",
            theme="Cafe\u0301 👩\u200d🏫 \ud800",
            closing_note=" Satu.  \r\nDua\tlagi.\n\n\n\nTiga. ",
        )
    )

    assert document.title == "Keterbukaan “Informasi” & hoaks"
    assert document.theme == "Café 👩\u200d🏫"
    assert document.closing_note == "Satu.\nDua\tlagi.\n\nTiga."


def test_numeral_may_be_typed_as_a_number() -> None:
    document = read_document(with_(legal_basis=[{"name": "Undang-Undang", "number": 14, "year": 2008}]))

    assert (document.legal_basis[0].number, document.legal_basis[0].year) == ("14", 2008)


def test_kind_of_a_group_follows_from_what_it_holds() -> None:
    groups = [{"units": ["KPU Provinsi"]}, {"label": "LSM"}]

    assert read_document(with_(participant_groups=groups)).participant_groups == (
        ParticipantGroup("position_level_region", units=("KPU Provinsi",)),
        ParticipantGroup("external", label="LSM"),
    )


@pytest.mark.parametrize(
    "start",
    ["2021-08-12T13:00+07:00", "2021-08-12T13:00:00+07:00", "2021-08-12T13:00:00.000+07:00"],
)
def test_clock_time_may_leave_out_seconds(start: str) -> None:
    document = read_document(with_(start=start))

    assert write_document(document)["start"] == "2021-08-12T13:00:00+07:00"


def test_event_may_end_after_midnight_or_have_no_start() -> None:
    assert read_document(with_(start="2021-08-12T20:00+07:00", end="2021-08-13T00:30+07:00")).end is not None
    assert read_document(with_(end="2021-08-12T16:30+09:00")).start is None


def test_start_may_fall_on_the_reported_day() -> None:
    dates = {"start_date": "2021-08-12", "end_date": "2021-08-14", "reported_day": 2}

    assert read_document(with_(dates=dates, start="2021-08-13T09:00+07:00")).dates.reported_day == 2


def test_pontianak_is_western_time() -> None:
    document = read_document(
        with_(tz_database="Asia/Pontianak", timezone="WIB", start="2021-08-12T13:00+07:00")
    )

    assert document.tz_database == "Asia/Pontianak"


def test_session_of_a_speaker_is_free_where_no_sessions_are_given() -> None:
    assert read_document(with_(speakers=[{"name": "A", "session": 7}])).speakers[0].session == 7


def test_person_may_have_a_position_only() -> None:
    assert read_document(with_(moderators=[{"position": "Ketua"}])).moderators == (Person(position="Ketua"),)


# what is refused

TIME = "waktu dengan selisih zona Indonesia seperti 2021-08-12T13:00:00+07:00"
FIELDS = [
    (
        {"title": None},
        "title: ditemukan isian kosong; yang diharapkan teks (nama kegiatan).",
    ),
    ({"title": 5}, "title: ditemukan bilangan 5; yang diharapkan teks."),
    ({"title": True}, "title: ditemukan nilai true; yang diharapkan teks."),
    ({"title": ["a"]}, "title: ditemukan daftar berisi 1 butir; yang diharapkan teks."),
    (
        {"title": "x" * 501},
        "title: ditemukan teks sepanjang 501 karakter; yang diharapkan paling panjang 500 karakter.",
    ),
    (
        {"title": "\u0958" * 300},
        "title: ditemukan teks sepanjang 600 karakter; yang diharapkan paling panjang 500 karakter.",
    ),
    ({"organiser": "KPU RI"}, "organiser: ditemukan teks “KPU RI”; yang diharapkan objek { … }."),
    (
        {"organiser": {}},
        "organiser.name: ditemukan isian kosong; "
        "yang diharapkan teks (nama pendek penyelenggara, seperti tercetak).",
    ),
    (
        {"organiser": {"name": "KPU", "level": "city"}},
        "organiser.level: ditemukan teks “city”; "
        "yang diharapkan salah satu dari national, province, regency, other.",
    ),
    (
        {"perspective": "peserta"},
        "perspective: ditemukan teks “peserta”; yang diharapkan salah satu dari attendee, organiser.",
    ),
    (
        {"dates": {}},
        "dates.start_date: ditemukan isian kosong; "
        "yang diharapkan tanggal seperti 2021-08-12 (hari pertama).",
    ),
    (
        {"dates": {"start_date": "12/8/2021"}},
        "dates.start_date: ditemukan teks “12/8/2021”; yang diharapkan tanggal seperti 2021-08-12.",
    ),
    (
        {"dates": {"start_date": "2021-02-29"}},
        "dates.start_date: ditemukan teks “2021-02-29”; "
        "yang diharapkan tanggal seperti 2021-08-12 yang ada dalam kalender.",
    ),
    (
        {"dates": {"start_date": "0021-08-12"}},
        "dates.start_date: ditemukan teks “0021-08-12”; yang diharapkan tahun dari 1945 sampai 2100.",
    ),
    (
        {"start": "2021-08-12T13:00:00"},
        f"start: ditemukan teks “2021-08-12T13:00:00”; yang diharapkan {TIME}.",
    ),
    (
        {"start": "2021-08-12T06:00:00Z"},
        f"start: ditemukan teks “2021-08-12T06:00:00Z”; yang diharapkan {TIME}.",
    ),
    (
        {"start": "2021-08-12T25:00+07:00"},
        f"start: ditemukan teks “2021-08-12T25:00+07:00”; yang diharapkan {TIME} yang ada dalam kalender.",
    ),
    (
        {"first_of_its_kind": 1},
        "first_of_its_kind: ditemukan bilangan 1; yang diharapkan true atau false.",
    ),
    (
        {"attendance": {"total": -1}},
        "attendance.total: ditemukan bilangan -1; yang diharapkan bilangan bulat dari 0 sampai 100000000.",
    ),
    (
        {"attendance": {"total": 12.0}},
        "attendance.total: ditemukan bilangan 12.0; yang diharapkan bilangan bulat dari 0 sampai 100000000.",
    ),
    (
        {"attendance": {"total": 10**5000}},
        "attendance.total: ditemukan bilangan yang sangat besar; "
        "yang diharapkan bilangan bulat dari 0 sampai 100000000.",
    ),
    ({"speakers": {}}, "speakers: ditemukan objek; yang diharapkan daftar [ … ]."),
    ({"speakers": ["A"]}, "speakers[0]: ditemukan teks “A”; yang diharapkan objek { … }."),
    (
        {"hashtags": ["a"] * 51},
        "hashtags: ditemukan daftar berisi 51 butir; yang diharapkan daftar berisi paling banyak 50 butir.",
    ),
    (
        {"speakers": [{"name": "A"}, {"key_points": ["a", 7]}]},
        "speakers[1].key_points[1]: ditemukan bilangan 7; yang diharapkan teks.",
    ),
    (
        {"sessions": [{"kind": "talk"}]},
        "sessions[0].kind: ditemukan teks “talk”; "
        "yang diharapkan salah satu dari plenary, panel, breakout, training, break.",
    ),
]
UNKNOWN = [
    ({"tittle": 1}, "tittle: ditemukan nama yang tidak dikenal; yang diharapkan nama lain, mungkin title."),
    (
        {"start_date": "2021-08-12"},
        "start_date: ditemukan nama yang tidak dikenal; yang diharapkan nama lain, mungkin dates.start_date.",
    ),
    (
        {"dates": {"start_date": "2021-08-12", "hari": 1}},
        "dates.hari: ditemukan nama yang tidak dikenal; "
        "yang diharapkan salah satu dari start_date, end_date, reported_day.",
    ),
    (
        {"moderators": [{"name": "A", "remarks": []}]},
        "moderators[0].remarks: ditemukan nama yang tidak dikenal; yang diharapkan salah satu dari name, "
        "title_prefix, title_suffix, short_name, position, institution, acting, represents.",
    ),
]
DATES = {"start_date": "2021-08-12", "end_date": "2021-08-13"}
CONTRADICTIONS = [
    (
        {"timezone": "WITA", "tz_database": "Asia/Jakarta"},
        "timezone: ditemukan WITA; yang diharapkan WIB, zona dari tz_database Asia/Jakarta.",
    ),
    (
        {"timezone": "WITA", "start": "2021-08-12T13:00+07:00"},
        "start: ditemukan waktu 2021-08-12T13:00:00+07:00; "
        "yang diharapkan selisih +08:00, yaitu WITA, zona waktu kegiatan ini.",
    ),
    (
        {"start": "2021-08-12T13:00+07:00", "end": "2021-08-12T16:00+08:00"},
        "end: ditemukan waktu 2021-08-12T16:00:00+08:00; "
        "yang diharapkan selisih +07:00, yaitu WIB, zona waktu kegiatan ini.",
    ),
    (
        {"tz_database": "Asia/Jayapura", "sessions": [{"end": "2021-08-12T16:00+08:00"}]},
        "sessions[0].end: ditemukan waktu 2021-08-12T16:00:00+08:00; "
        "yang diharapkan selisih +09:00, yaitu WIT, zona waktu kegiatan ini.",
    ),
    (
        {"dates": {"start_date": "1999-12-31"}},
        "dates.start_date: ditemukan tanggal 1999-12-31; yang diharapkan tanggal mulai tahun 2000.",
    ),
    (
        {"dates": {"start_date": "2021-08-12", "end_date": "2021-08-11"}},
        "dates.end_date: ditemukan tanggal 2021-08-11; "
        "yang diharapkan tidak lebih awal dari dates.start_date 2021-08-12.",
    ),
    (
        {"dates": {"start_date": "2021-08-12", "end_date": "2022-08-13"}},
        "dates.end_date: ditemukan tanggal 2022-08-13; "
        "yang diharapkan paling lama 366 hari sejak dates.start_date 2021-08-12.",
    ),
    (
        {"dates": {**DATES, "reported_day": 3}},
        "dates.reported_day: ditemukan hari ke-3; yang diharapkan dari 1 sampai 2, jumlah hari kegiatan.",
    ),
    (
        {"dates": DATES, "start": "2021-08-13T09:00+07:00"},
        "start: ditemukan waktu 2021-08-13T09:00:00+07:00; "
        "yang diharapkan tanggal 2021-08-12, sama dengan dates.start_date.",
    ),
    (
        {"start": "2021-08-12T13:00+07:00", "end": "2021-08-12T12:59+07:00"},
        "end: ditemukan waktu 2021-08-12T12:59:00+07:00; "
        "yang diharapkan tidak lebih awal dari start 2021-08-12T13:00:00+07:00.",
    ),
    (
        {"end": "2021-08-14T00:00+07:00"},
        "end: ditemukan waktu 2021-08-14T00:00:00+07:00; "
        "yang diharapkan dalam hari kegiatan, dari 2021-08-12 sampai 2021-08-12.",
    ),
    (
        {"sessions": [{"order": 1}, {"order": 2}, {"order": 1}]},
        "sessions[2].order: ditemukan bilangan 1; yang diharapkan berbeda dari sessions[0].order.",
    ),
    (
        {"sessions": [{"day": 2}]},
        "sessions[0].day: ditemukan hari ke-2; yang diharapkan dari 1 sampai 1, jumlah hari kegiatan.",
    ),
    (
        {"dates": DATES, "sessions": [{"day": 2, "start": "2021-08-12T09:00+07:00"}]},
        "sessions[0].start: ditemukan waktu 2021-08-12T09:00:00+07:00; yang diharapkan tanggal 2021-08-13.",
    ),
    (
        {"dates": DATES, "sessions": [{"start": "2021-08-11T09:00+07:00"}]},
        "sessions[0].start: ditemukan waktu 2021-08-11T09:00:00+07:00; "
        "yang diharapkan tanggal dari 2021-08-12 sampai 2021-08-13.",
    ),
    (
        {"sessions": [{"start": "2021-08-12T09:00+07:00", "end": "2021-08-12T08:00+07:00"}]},
        "sessions[0].end: ditemukan waktu 2021-08-12T08:00:00+07:00; "
        "yang diharapkan tidak lebih awal dari sessions[0].start.",
    ),
    (
        {"sessions": [{"end": "2021-08-14T09:00+07:00"}]},
        "sessions[0].end: ditemukan waktu 2021-08-14T09:00:00+07:00; yang diharapkan tanggal 2021-08-12.",
    ),
    (
        {"sessions": [{"order": 2}, {"order": 1}], "speakers": [{"name": "A", "session": 3}]},
        "speakers[0].session: ditemukan sesi 3; yang diharapkan sessions[].order: 1, 2.",
    ),
    (
        {"opened_by": {"remarks": ["Selamat datang."]}},
        "opened_by: ditemukan orang tanpa nama dan jabatan; "
        "yang diharapkan sedikitnya name atau position diisi.",
    ),
    (
        {"closed_by": {"institution": "KPU RI"}},
        "closed_by: ditemukan orang tanpa nama dan jabatan; "
        "yang diharapkan sedikitnya name atau position diisi.",
    ),
]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    FIELDS + UNKNOWN + CONTRADICTIONS,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_wrong_field_gives_one_sentence(changes: dict[str, Any], sentence: str) -> None:
    assert problems(with_(**changes)) == [sentence]


@pytest.mark.parametrize(("changes", "sentence"), UNKNOWN)
def test_unknown_names_are_passed_over_on_request(changes: dict[str, Any], sentence: str) -> None:
    assert sentence.startswith(next(iter(changes)))
    assert read_document(with_(**changes), ignore_unknown=True).title == "Webinar"


def test_all_problems_are_told_together() -> None:
    data = with_(title="", theme=1, speakers=[{"nama": "A"}], closed_by={"represents": "Ketua"})

    assert [sentence.split(":")[0] for sentence in problems(data)] == [
        *("theme", "speakers[0].nama", "title", "closed_by")
    ]


def test_rules_about_a_wrong_field_are_not_told() -> None:
    sessions = [{"order": "satu"}]

    assert problems(with_(sessions=sessions, speakers=[{"name": "A", "session": 1}])) == [
        "sessions[0].order: ditemukan teks “satu”; yang diharapkan bilangan bulat dari 0 sampai 10000."
    ]


def test_problems_beyond_a_hundred_are_counted() -> None:
    found = problems(with_(**{f"x{n}": n for n in range(250)}))

    assert len(found) == 101
    assert found[-1] == (
        "(dokumen): ditemukan 150 masalah lain; yang diharapkan tanpa masalah; perbaiki dahulu yang di atas."
    )


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (None, "nilai kosong (null)"),
        ([], "daftar berisi 0 butir"),
        ("{}", "teks “{}”"),
        (1.5, "bilangan 1.5"),
        (float("nan"), "bilangan nan"),
        (object(), "nilai yang bukan JSON"),
    ],
)
def test_document_that_is_no_object_is_refused(data: object, found: str) -> None:
    assert problems(data) == [f"(dokumen): ditemukan {found}; yang diharapkan objek {{ … }}."]


def test_long_and_strange_names_are_told_shortened() -> None:
    name = "x\n\u202e" * 100_000

    assert problems(with_(**{name: 1}))[0].startswith("x x x x")
    assert len(problems(with_(**{name: 1}))[0].split(":")[0]) <= 60


def test_deep_values_are_described_not_shown() -> None:
    deep: Any = []
    for _ in range(50_000):
        deep = [deep]

    assert problems(with_(title=deep)) == ["title: ditemukan daftar berisi 1 butir; yang diharapkan teks."]


# JSON text

GOOD = json.dumps(LEAST)


@pytest.mark.parametrize(
    "text",
    [GOOD, GOOD.encode(), "\ufeff" + GOOD, ("\ufeff" + GOOD).encode(), f"\r\n {GOOD}\n"],
    ids=["text", "bytes", "marked text", "marked bytes", "space around"],
)
def test_json_text_is_read_with_and_without_byte_order_mark(text: str | bytes) -> None:
    assert read_json(text).title == "Webinar"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "baris 1, kolom 1: ditemukan akhir berkas; yang diharapkan JSON yang benar di tempat ini."),
        (
            '{\n  "title": Webinar\n}',
            "baris 2, kolom 12: ditemukan “Webinar”; yang diharapkan JSON yang benar di tempat ini.",
        ),
        (
            '{"title": "a",\n}',
            "baris 2, kolom 1: ditemukan “}”; yang diharapkan JSON yang benar di tempat ini.",
        ),
        ("{} {}", "baris 1, kolom 4: ditemukan “{}”; yang diharapkan JSON yang benar di tempat ini."),
        (
            '{"a": {"title": "\\"}"},\n "title": 1, "tit\\u006ce": 2}',
            "baris 2, kolom 14: ditemukan nama “title” untuk kedua kali; yang diharapkan satu kali saja.",
        ),
        (
            '{"a": "NaN",\n "b": [-Infinity]}',
            "baris 2, kolom 8: ditemukan -Infinity; "
            "yang diharapkan bilangan; JSON tidak mengenal NaN dan Infinity.",
        ),
        (
            '{"title":\n "Jum’at"}'.encode("cp1252"),
            "baris 2, kolom 6: ditemukan bita 0x92 yang bukan UTF-8; yang diharapkan teks UTF-8.",
        ),
        (
            GOOD.encode("utf-16"),
            "baris 1, kolom 1: ditemukan bita 0xFF yang bukan UTF-8; yang diharapkan teks UTF-8.",
        ),
        ("[" * 200_000, "(berkas): ditemukan susunan yang terlalu dalam; yang diharapkan dokumen kegiatan."),
        (
            '{"a":' * 200_000,
            "(berkas): ditemukan susunan yang terlalu dalam; yang diharapkan dokumen kegiatan.",
        ),
        (
            "1" * 5_000,
            "(berkas): ditemukan bilangan yang terlalu panjang; yang diharapkan dokumen kegiatan.",
        ),
        (
            " " * 5_000_001,
            "(berkas): ditemukan lebih dari 5000000 bita; yang diharapkan dokumen yang lebih pendek.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith(("baris", "(berkas)")) else "",
)
def test_broken_json_is_refused_with_its_place(text: str | bytes, sentence: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        read_json(text)

    assert [str(problem) for problem in refusal.value.problems] == [sentence]
