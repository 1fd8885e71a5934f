"""What is asked of ceiling and product: the same functions at their own addresses."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.client import Job, Outcome
from benchmarks.guests import Guests
from benchmarks.load import send
from benchmarks.servers import Contestant, Place, Prepared

# What a person types; the mark {n} becomes the person's number.
CEILING_FIELDS = {
    "full_name": "Peserta {n}",
    "email": "peserta{n}@contoh.id",
    "whatsapp": "081234567890",
    "institution": "KPU Kabupaten Bantul",
    "unit": "Subbagian Teknis",
    "position": "Kepala Subbagian",
    "question": "Apakah ada sertifikat?",
    "consents": "y",
}


@dataclass(frozen=True)
class Visit:
    """One kind of request; with ``fields`` it is a registration: the form fetched, filled in and sent."""

    name: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    expected: int = 200
    fields: dict[str, str] | None = None

    def job(self, contestant: Contestant, count: int, concurrency: int, guests: Guests) -> Job:
        return Job(
            port=contestant.server.port,
            path=self.path,
            count=count,
            concurrency=concurrency,
            headers=self.headers,
            expected=self.expected,
            fields=self.fields,
            first=guests.invite(count) if self.fields else 0,
        )

    def send(self, contestant: Contestant, count: int, concurrency: int, guests: Guests) -> Outcome:
        return guests.note(send(self.job(contestant, count, concurrency, guests)))


def ceiling_visits() -> list[Visit]:
    return [
        Visit("hello", "/"),
        Visit("page", "/page"),
        Visit("ics", "/event.ics"),
        Visit("form", "/form"),
        Visit("list", "/list"),
        Visit("registration", "/form", expected=303, fields=CEILING_FIELDS),
    ]


def product_visits(prepared: Prepared, etag: str) -> list[Visit]:
    event = prepared.event.path
    return [
        Visit("page", event),
        Visit("ics", f"{event}/event.ics"),
        Visit("ics 304", f"{event}/event.ics", {"If-None-Match": etag}, expected=304),
        Visit("form", f"{event}/daftar"),
        registration_visit(prepared.event),
    ]


def registration_visit(place: Place) -> Visit:
    fields = {name: CEILING_FIELDS[name] for name in CEILING_FIELDS if name != "consents"}
    fields |= {"region_code": "34.02", "group_id": str(place.group_id), "title_suffix": "S.Kom., M.T."}
    return Visit("registration", f"{place.path}/daftar", expected=303, fields=fields)
