"""Coming events in all three zones, dated from the day the demo is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from webinar.core.zones import WIB, WIT, WITA, Zone


@dataclass(frozen=True)
class Coming:
    """One event to be: its document, its seats, and how many have registered already."""

    document: dict[str, Any]
    quota: int | None
    registered_count: int
    group_quotas: tuple[int | None, ...] = field(default=())
    is_ours: bool = True


def coming_events(today: date) -> list[Coming]:
    """Six events from four days to three weeks ahead, on working days."""
    return [
        _attended(_working_day(today + timedelta(days=4))),
        _open_information(_working_day(today + timedelta(days=6))),
        _first_voters(_working_day(today + timedelta(days=9))),
        _voter_data(_working_day(today + timedelta(days=12))),
        _late_discussion(_working_day(today + timedelta(days=16))),
        _public_relations(_working_day(today + timedelta(days=20), days=3)),
    ]


def _working_day(day: date, days: int = 1) -> date:
    """That day, or the Monday after, so that all the days are within one working week."""
    return day if day.weekday() + days <= 5 else day + timedelta(days=7 - day.weekday())


def _document(
    title: str, zone: Zone, day: date, start: time, end: time | None, *, days: int = 1, **rest: Any
) -> dict[str, Any]:
    last = day + timedelta(days=days - 1)
    organiser = rest["organiser"]
    document = {
        "title": title,
        "event_type": "webinar",
        "reporting_unit": {"name": organiser["name"], "level": organiser["level"]},
        "perspective": "organiser",
        "dates": {"start_date": day.isoformat(), "end_date": last.isoformat()},
        "start": datetime.combine(day, start, zone.info).isoformat(),
        "timezone": zone.code,
        "tz_database": zone.name,
        "mode": "online",
        "platform": "Zoom Meeting",
    }
    if end:
        last_day = last if end > start or days > 1 else last + timedelta(days=1)
        document["end"] = datetime.combine(last_day, end, zone.info).isoformat()
    return document | rest


def _open_information(day: date) -> Coming:
    document = _document(
        "Webinar Pelayanan Informasi Publik bagi PPID Kabupaten/Kota",
        WIB,
        day,
        time(9),
        time(11, 30),
        theme="Layanan Informasi yang Cepat, Tepat, dan Mudah Dijangkau",
        organiser={
            "name": "KPU RI",
            "long_name": "Komisi Pemilihan Umum Republik Indonesia",
            "level": "national",
        },
        live_stream="https://www.youtube.com/@kpurepublikindonesia",
        opened_by={"name": "Sri Wahyuni", "title_suffix": "S.H., M.H.", "position": "Ketua KPU RI"},
        moderators=[{"name": "Bayu Pratama", "title_suffix": "S.I.Kom.", "position": "Kepala Bagian Humas"}],
        speakers=[
            {
                "session_order": 1,
                "role": "speaker",
                "name": "Retno Kusumawati",
                "title_prefix": "Dr.",
                "title_suffix": "M.Si.",
                "short_name": "Retno",
                "position": "Ketua Divisi Sosialisasi, Pendidikan Pemilih, dan Partisipasi Masyarakat",
                "institution": "KPU RI",
                "talk_title": "Peran PPID sebagai Penyedia Informasi Kepemiluan",
            },
            {
                "session_order": 2,
                "role": "speaker",
                "name": "I Made Sudarsana",
                "title_suffix": "S.Sos.",
                "short_name": "Sudarsana",
                "position": "Ketua",
                "institution": "Komisi Informasi Pusat",
                "talk_title": "Menjawab Permohonan Informasi Tepat Waktu",
            },
        ],
        participant_groups=[
            {
                "kind": "position_level_region",
                "positions": ["Ketua Divisi Sosialisasi", "Sekretaris", "Kepala Subbagian"],
                "units": ["KPU Provinsi", "KPU Kabupaten/Kota"],
                "scope": "se-Indonesia",
            },
            {"kind": "external", "label": "masyarakat umum", "members": [], "scope": None},
        ],
    )
    return Coming(document, quota=500, registered_count=14, group_quotas=(440, 60))


def _first_voters(day: date) -> Coming:
    document = _document(
        "Sosialisasi Pengenalan Pemilu bagi Pemilih Pemula",
        WITA,
        day,
        time(10),
        time(12),
        event_type="sosialisasi",
        theme="Suara Pertama, Suara yang Terjaga",
        organiser={"name": "KPU Provinsi Sulawesi Utara", "level": "province"},
        moderators=[{"name": "Yulin Mandagi", "position": "Staf Subbagian Partisipasi Masyarakat"}],
        speakers=[
            {
                "session_order": 1,
                "role": "speaker",
                "name": "Meike Rondonuwu",
                "title_suffix": "S.Pd., M.Pd.",
                "position": "Anggota",
                "institution": "KPU Provinsi Sulawesi Utara",
                "talk_title": "Memeriksa Kabar sebelum Membagikannya",
            }
        ],
    )
    return Coming(document, quota=30, registered_count=28)


def _voter_data(day: date) -> Coming:
    document = _document(
        "Bimbingan Teknis Pemutakhiran Data Pemilih Berkelanjutan",
        WIT,
        day,
        time(8, 30),
        time(15),
        event_type="bimbingan teknis",
        organiser={"name": "KPU Kota Jayapura", "level": "regency"},
        speakers=[
            {
                "session_order": 1,
                "role": "speaker",
                "name": "Yohanes Wenda",
                "title_suffix": "S.Kom.",
                "position": "Ketua Divisi Perencanaan, Data, dan Informasi",
                "institution": "KPU Kota Jayapura",
            }
        ],
        sessions=[
            _session(1, "Pembukaan", day, WIT, time(8, 30), time(9)),
            _session(2, "Menyusun daftar pemilih berkelanjutan", day, WIT, time(9), time(12)),
            _session(3, "Istirahat", day, WIT, time(12), time(13), kind="break"),
            _session(
                4, "Latihan memakai aplikasi data pemilih", day, WIT, time(13), time(15), kind="training"
            ),
        ],
    )
    return Coming(document, quota=12, registered_count=15)


def _late_discussion(day: date) -> Coming:
    document = _document(
        "Diskusi Publik Literasi Digital Menjelang Pemilihan",
        WIB,
        day,
        time(22, 30),
        time(23, 45),
        event_type="diskusi",
        organiser={"name": "KPU Daerah Istimewa Yogyakarta", "level": "province"},
        platform=None,
        live_stream="https://www.youtube.com/@kpudiy",
        speakers=[
            {
                "session_order": 1,
                "role": "speaker",
                "name": "Ma’ruf Hidayat",
                "title_suffix": "M.A.",
                "position": "Peneliti",
                "institution": "Universitas Gadjah Mada",
                "talk_title": "Hoaks di Grup Percakapan & Cara Menjawabnya",
            }
        ],
    )
    return Coming(document, quota=None, registered_count=3)


def _public_relations(day: date) -> Coming:
    last = day + timedelta(days=2)
    document = _document(
        "Rapat Koordinasi Kehumasan KPU Kabupaten/Kota se-Jawa Timur",
        WIB,
        day,
        time(8),
        time(16),
        days=3,
        event_type="rapat koordinasi",
        mode="hybrid",
        venue="Aula KPU Provinsi Jawa Timur, Surabaya",
        organiser={"name": "KPU Provinsi Jawa Timur", "level": "province"},
        participant_groups=[
            {
                "kind": "position_level_region",
                "positions": [
                    "Kepala Subbagian Partisipasi dan Hubungan Masyarakat",
                    "operator media sosial",
                ],
                "units": ["KPU Kabupaten/Kota"],
                "scope": "se-Jawa Timur",
            }
        ],
        sessions=[
            _session(1, "Kebijakan kehumasan", day, WIB, time(8), time(16), number=1),
            _session(
                2,
                "Menulis berita pada hari yang sama",
                day + timedelta(days=1),
                WIB,
                time(8),
                time(16),
                number=2,
            ),
            _session(3, "Praktik dan penutupan", last, WIB, time(8), time(16), number=3),
        ],
    )
    return Coming(document, quota=120, registered_count=6)


def _attended(day: date) -> Coming:
    document = _document(
        "Webinar Anugerah Keterbukaan Informasi Publik",
        WIB,
        day,
        time(13),
        None,
        organiser={"name": "Komisi Informasi Pusat", "level": "national"},
        reporting_unit={"name": "KPU Kabupaten Bantul", "level": "regency", "city": "Bantul"},
        perspective="attendee",
        delegation=[
            {"position": "Kepala Subbagian Teknis Penyelenggaraan, Partisipasi, dan Hubungan Masyarakat"}
        ],
    )
    return Coming(document, quota=None, registered_count=0, is_ours=False)


def _session(
    order: int,
    name: str,
    day: date,
    zone: Zone,
    start: time,
    end: time,
    *,
    kind: str = "plenary",
    number: int = 1,
) -> dict[str, Any]:
    return {
        "order": order,
        "name": name,
        "kind": kind,
        "day": number,
        "start": datetime.combine(day, start, zone.info).isoformat(),
        "end": datetime.combine(day, end, zone.info).isoformat(),
    }
