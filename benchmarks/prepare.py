"""Prepare the product's installation with its own use cases; prints what was made, as one line of JSON.

``WEBINAR_INSTANCE=… python -m benchmarks.prepare``
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from benchmarks.servers import Place, Prepared
from webinar import create_app
from webinar.core.document.read import read_document
from webinar.core.zones import WIB, local
from webinar.db import db
from webinar.models import ParticipantGroup
from webinar.services.account import create_first_organiser
from webinar.services.event import import_event
from webinar.services.installation import prepare_installation
from webinar.services.office import load_kpu_offices
from webinar.services.seats import RegistrationTerms, set_registration_terms

PLENTY = 100_000_000
SCARCE_SEATS = 60
EMAIL, PASSWORD = "sri@contoh.id", "tolok-ukur-penuh-kejutan"


def document(title: str, now: datetime) -> dict[str, Any]:
    """A usual webinar a week from now: four speakers, three sessions, two groups."""
    day = local(now, WIB).date() + timedelta(days=7)
    return {
        "title": title,
        "event_type": "webinar",
        "theme": "Layanan Informasi yang Cepat, Tepat, dan Mudah Dijangkau",
        "organiser": {"name": "KPU RI", "long_name": "Komisi Pemilihan Umum RI", "level": "national"},
        "reporting_unit": {"name": "KPU RI", "level": "national"},
        "perspective": "organiser",
        "dates": {"start_date": day.isoformat()},
        "start": _at(day, 9),
        "end": _at(day, 12),
        "timezone": "WIB",
        "tz_database": "Asia/Jakarta",
        "mode": "online",
        "platform": "Zoom Meeting",
        "opened_by": {"name": "Sri Wahyuni", "title_suffix": "S.H., M.H.", "position": "Ketua KPU RI"},
        "moderators": [{"name": "Bayu Pratama", "position": "Kepala Bagian Humas"}],
        "speakers": [_speaker(number) for number in range(1, 5)],
        "sessions": [_session(number, day) for number in range(1, 4)],
        "participant_groups": [
            {
                "kind": "position_level_region",
                "positions": ["Ketua Divisi Sosialisasi", "Sekretaris", "Kepala Subbagian"],
                "units": ["KPU Provinsi", "KPU Kabupaten/Kota"],
                "scope": "se-Indonesia",
            },
            {"kind": "external", "label": "masyarakat umum", "members": [], "scope": None},
        ],
    }


def _at(day: Any, hour: int) -> str:
    return datetime.combine(day, time(hour), WIB.info).isoformat()


def _speaker(number: int) -> dict[str, Any]:
    return {
        "session_order": number,
        "role": "speaker",
        "name": f"Narasumber Ke-{number}",
        "title_prefix": "Dr.",
        "title_suffix": "S.Sos., M.Si.",
        "position": "Ketua Divisi Sosialisasi, Pendidikan Pemilih, dan Partisipasi Masyarakat",
        "institution": "KPU RI",
        "talk_title": "Peran PPID sebagai Penyedia Informasi Kepemiluan",
    }


def _session(number: int, day: Any) -> dict[str, Any]:
    return {
        "order": number,
        "name": f"Sesi {number}: Pelayanan Informasi Publik",
        "kind": "panel",
        "start": _at(day, 8 + number),
        "end": _at(day, 9 + number),
    }


def _open(title: str, quota: int, now: datetime) -> Place:
    event = import_event(read_document(document(title, now)), actor=None, now=now)
    statement = select(ParticipantGroup.id).where(ParticipantGroup.event_id == event.event_id)
    first, *_ = groups = db.session.scalars(statement).all()
    terms = RegistrationTerms(is_open=True, quota=quota, group_quotas=dict.fromkeys(groups, PLENTY))
    set_registration_terms(event.event_id, terms, actor=None, now=now)
    return Place(event.slug, event.event_id, first)


def main() -> None:
    now = datetime.now(UTC)
    with create_app().app_context():
        prepare_installation()
        load_kpu_offices()
        create_first_organiser(name="Sri", email=EMAIL, password=PASSWORD, now=now)
        prepared = Prepared(
            event=_open("Webinar Tolok Ukur Pelayanan Informasi Publik", PLENTY, now),
            scarce=_open("Webinar dengan Sedikit Kursi", SCARCE_SEATS, now),
            few=_open("Webinar dengan Sangat Jarang Peserta", PLENTY, now),
            mass=_open("Webinar dengan Sangat Banyak Peserta", PLENTY, now),
            page=_open("Webinar dengan Satu Halaman Peserta", PLENTY, now),
            alike=_open("Webinar dengan Peserta yang Serupa", PLENTY, now),
            crowd=_open("Webinar dengan Seratus Ribu Peserta", PLENTY, now),
            scarce_seats=SCARCE_SEATS,
            email=EMAIL,
            password=PASSWORD,
        )
    json.dump(asdict(prepared), sys.stdout)


if __name__ == "__main__":
    main()
