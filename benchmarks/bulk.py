"""Many rows at once: registrations with what they are found by, events, people; no form could send so many.

The names are made from frequent Indonesian ones, so that some words are rare, some common and some in
almost every row; the same number always gives the same row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, select, text

from benchmarks.databases import Database
from webinar.core.search import registration_key, registration_terms, search_key
from webinar.models import Event, Office, Person, Registration, RegistrationTerm


def _words(text: str) -> list[str]:
    return text.split()


FIRST = _words("""
Siti Nur Muhammad Ahmad Dewi Agus Sri Budi Dian Rina Eko Yuli Wahyu Indah Andi Hendra Ratna Fitri
Arif Lestari Bambang Kartika Rizky Maya Joko Putri Hadi Ayu Taufik Novi
""")
SECOND = _words("""
Aminah Hidayat Rahman Wulandari Santoso Handayani Nugroho Susanti Pratama Kurniawan Setiawan Rahayu
Saputra Permata Wibowo Anggraini Hakim Maulana Firmansyah Puspita Suryani Gunawan Utami Ramadhan
Safitri Mulyadi Yulianti Syahputra Hasanah Wijaya Astuti Purnomo Oktaviani Fauzi Melati Halim Kusuma
Marlina Sihombing Nasution
""")
THIRD = _words("""
Sitompul Situmorang Simanjuntak Lubis Harahap Pangaribuan Tanjung Koto Caniago Tuasikal Latuconsina
Wanimbo Mandacan Rumbiak Kambuaya Tuwaidan Lasut Mokoginta Daeng Mappa Tenri Gede Ketut Wayan Made
Prawiro Kusumo Hadikusuma Wirawan Notonegoro
""")
KINDS = ("webinar", "sosialisasi", "rapat koordinasi", "bimbingan teknis")
TOPICS = (
    "Pemutakhiran Data Pemilih",
    "Pengelolaan Informasi Publik",
    "Pendidikan Pemilih Pemula",
    "Logistik Pemilihan",
    "Aksesibilitas Tempat Pemungutan Suara",
    "Pencegahan Hoaks",
    "Keterbukaan Informasi",
    "Pengarusutamaan Gender",
    "Kearsipan Digital",
    "Pelaporan Dana Kampanye",
    "Penyelesaian Sengketa",
    "Literasi Media",
)
NOW = datetime(2026, 11, 1, tzinfo=UTC)
CHUNK = 5000


def person_name(number: int) -> str:
    """One of 36,000 names, spread so that neighbours do not look alike."""
    first, second, third = number * 7 % 30, number // 30 * 11 % 40, number // 1200 * 13 % 30
    return f"{FIRST[first]} {SECOND[second]} {THIRD[third]}"


def fill_registrations(database: Database, event_id: int, count: int, *, alike: bool = False) -> None:
    """Confirmed but for every fiftieth who cancelled; counters, terms and statistics as they should be.

    ``alike``: all of one name and place, so that whatever finds one of them finds all.
    """
    with _connection(database) as connection:
        offices = list(connection.scalars(select(Office.name).where(Office.region_code.is_not(None))))
        regions = list(connection.scalars(text("SELECT code FROM region WHERE kind <> 'province'")))
        first = (connection.scalar(text("SELECT max(id) FROM registration")) or 0) + 1
        if alike:
            offices, regions = ["KPU Kabupaten Bantul"], ["34.02"]
        rows = [_registration(event_id, n, first + n, offices, regions, alike=alike) for n in range(count)]
        _add(connection, Registration.__table__, rows)  # type: ignore[arg-type]
        _add(connection, RegistrationTerm.__table__, _terms(rows))  # type: ignore[arg-type]
        seats = {"taken": sum(row["state"] == "confirmed" for row in rows), "event_id": event_id}
        connection.execute(text("UPDATE event SET taken_count = :taken WHERE id = :event_id"), seats)
        _settle(connection, "registration")
        connection.execute(text("ANALYZE"))


def _registration(
    event_id: int, number: int, row_id: int, offices: list[str], regions: list[str], *, alike: bool
) -> dict[str, Any]:
    name = "Siti Aminah Sitompul" if alike else person_name(number)
    office = offices[number * 31 % len(offices)]
    email = f"{name.split()[0].lower()}.{number}@contoh.id"
    return {
        "id": row_id,
        "event_id": event_id,
        "state": "cancelled" if number % 50 == 49 else "confirmed",
        "submission_key": f"banyak-{event_id}-{number}",
        "token_digest": f"banyak-{event_id}-{number}",
        "created_at": NOW,
        "changed_at": NOW,
        "full_name": name,
        "search_key": registration_key(name, office, email),
        "title_suffix": "S.Sos., M.Si.",
        "email": email,
        "email_key": email,
        "whatsapp": "+6281234567890",
        "institution": office,
        "institution_key": search_key(office),
        "unit": "Subbagian Teknis",
        "position": "Kepala Subbagian",
        "region_code": regions[number * 17 % len(regions)],
        "privacy_notice_version": "2026-11",
        "consents_photo": False,
        "consents_contact": False,
    }


def _terms(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        for term in registration_terms(row["search_key"], row["region_code"]):
            yield {"event_id": row["event_id"], "term": term, "registration_id": row["id"]}


def fill_events(database: Database, count: int) -> None:
    """Spread over five years and over all offices, a tenth of them drafts."""
    with _connection(database) as connection:
        offices = connection.execute(select(Office.id, Office.name).order_by(Office.id)).all()
        rows = [_event(number, *offices[number * 7 % len(offices)]) for number in range(count)]
        _add(connection, Event.__table__, rows)  # type: ignore[arg-type]
        connection.execute(text("ANALYZE"))


def _event(number: int, office_id: int, office: str) -> dict[str, Any]:
    topic, kind = TOPICS[number % len(TOPICS)], KINDS[number % len(KINDS)]
    title = f"{kind.title()} {topic} {FIRST[number % len(FIRST)]} {number}"
    begins = datetime(2023, 1, 1, 2, tzinfo=UTC) + timedelta(hours=9 * number)
    return {
        "uid": f"banyak-{number}@contoh.id",
        "slug": f"banyak-{number}",
        "state": "draft" if number % 10 == 0 else "published",
        "created_at": NOW,
        "changed_at": NOW + timedelta(minutes=number * 37 % 5000),
        "event_type": kind,
        "title": title,
        "theme": "Layanan yang Cepat, Tepat, dan Mudah Dijangkau",
        "background": "Latar belakang kegiatan. " * 20,
        "keeper_id": office_id,
        "organiser_id": office_id,
        "organiser_name": office,
        "search_key": search_key(title, "Layanan yang Cepat, Tepat, dan Mudah Dijangkau", office),
        "start_on": date(2023, 1, 1) + timedelta(hours=9 * number),
        "starts_at": begins,
        "ends_at": begins + timedelta(hours=2),
        "zone_name": "Asia/Jakarta",
        "registration_open": True,
        "quota": 500,
        "taken_count": number * 13 % 500,
    }


def fill_people(database: Database, count: int) -> None:
    with _connection(database) as connection:
        offices = list(connection.scalars(select(Office.id).order_by(Office.id)))
        names = [person_name(number) for number in range(count)]
        rows = [
            {"name": name, "search_key": search_key(name), "keeper_id": offices[n * 7 % len(offices)]}
            for n, name in enumerate(names)
        ]
        _add(connection, Person.__table__, rows)  # type: ignore[arg-type]
        connection.execute(text("ANALYZE"))


def fill_offices(database: Database, count: int) -> None:
    """Bodies below the centre besides the tree of the commission, so that there are ``count`` offices."""
    with _connection(database) as connection:
        there = connection.execute(select(Office.id, Office.institution_id, Office.chain)).all()
        top = min(there, key=lambda row: len(row.chain))
        first = max(row.id for row in there) + 1
        rows = [
            {
                "id": row_id,
                "slug": f"badan-{row_id}",
                "name": f"Badan {person_name(row_id)} {row_id}",
                "search_key": search_key(f"Badan {person_name(row_id)} {row_id}"),
                "level": "other",
                "institution_id": top.institution_id,
                "parent_id": top.id,
                "takes_rights": True,
                "chain": f"{top.chain}{row_id}/",
            }
            for row_id in range(first, first + count - len(there))
        ]
        _add(connection, Office.__table__, rows)  # type: ignore[arg-type]
        _settle(connection, "office")
        connection.execute(text("ANALYZE"))


def _add(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """In chunks; PostgreSQL takes the many narrow ones by COPY, ten times as fast."""
    pending = iter(rows)
    while chunk := list(islice(pending, CHUNK)):
        if connection.dialect.name == "postgresql" and table is RegistrationTerm.__table__:
            _copy(connection, table.name, chunk)
        else:
            connection.execute(insert(table), chunk)


def _copy(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {table} ({', '.join(rows[0])}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(tuple(row.values()))


def _settle(connection: Connection, table: str) -> None:
    """PostgreSQL numbers on behind what was given a number here."""
    if connection.dialect.name == "postgresql":
        highest = f"(SELECT max(id) FROM {table})"  # noqa: S608
        connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {highest})"))


def _connection(database: Database) -> Any:
    return create_engine(database.url).begin()
