"""P7: the desk's lists against the ceiling's, and with very many rows against as many as a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from benchmarks.bulk import fill_events, fill_offices, fill_people, fill_registrations
from benchmarks.client import hidden_fields
from benchmarks.goals import Reading, cost
from benchmarks.guests import Guests
from benchmarks.http import Connection
from benchmarks.rounds import Costs, take_round
from benchmarks.servers import Contestant, Prepared
from benchmarks.sides import Effort, Side
from benchmarks.visits import Visit

FIFTY = 50  # rows of a page
OFFICES, EVENTS, PEOPLE = 600, 5000, 5000
WAYS = {  # to read the list of an event's registrations
    "as they came": "",
    "by name": "?urut=nama",
    "by institution": "?urut=instansi",
    "found: bantul": "?cari=bantul",
    "found: siti, by name": "?cari=siti&urut=nama",
    "found: sitompul aminah": "?cari=sitompul+aminah",
    "a province, by name": "?provinsi=34&urut=nama",
}
FOUND = [query for query in WAYS.values() if "cari" in query or "provinsi" in query]
LISTS = {
    "events": "/meja/kegiatan",
    "events by title": "/meja/kegiatan?urut=judul",
    "events found": "/meja/kegiatan?cari=bimbingan+ahmad",
    "people": "/meja/orang",
    "people found": "/meja/orang?cari=siti",
    "offices": "/meja/satuan-kerja",
    "offices found": "/meja/satuan-kerja?cari=kota",
    "search over everything": "/meja/cari?cari=bantul",
}


def readings(ceiling: Side, product: Side, prepared: Prepared, effort: Effort) -> list[Reading]:
    """Ceiling and product in turns; the least of all starts each."""
    _fill(product, prepared, effort)
    ours, bare = Costs(), Costs()
    count = max(effort.requests // 3, 40)
    for _ in range(effort.starts):
        for side, costs in ((ceiling, bare), (product, ours)):
            side.start()
            visits = [Visit("list", "/list")] if side is ceiling else _visits(side.contestant, prepared)
            take_round(side.contestant, visits, costs, Guests(), count=count, blocks=effort.blocks)
            side.stop()
    for side, costs in ((ceiling, bare), (product, ours)):
        side.costs.failures += costs.failures
        side.costs.foreign_cores = max(side.costs.foreign_cores, costs.foreign_cores)
    return list(_judged(ours, bare.ms("list"), effort.crowd))


def _fill(side: Side, prepared: Prepared, effort: Effort) -> None:
    database = side.contestant.database
    fill_offices(database, OFFICES)
    fill_events(database, EVENTS)
    fill_people(database, PEOPLE)
    fill_registrations(database, prepared.page.event_id, FIFTY)
    fill_registrations(database, prepared.alike.event_id, FIFTY, alike=True)
    fill_registrations(database, prepared.crowd.event_id, effort.crowd)


def _visits(contestant: Contestant, prepared: Prepared) -> list[Visit]:
    """A search of few meets people who are all alike, so that both pages show fifty rows."""
    headers = {"Cookie": _session(contestant, prepared)}
    addresses = dict(LISTS)
    for way, query in WAYS.items():
        few = prepared.alike if query in FOUND else prepared.page
        for size, place in (("few", few), ("many", prepared.crowd)):
            addresses[f"{way}, {size}"] = f"/meja{place.path}/pendaftar{query}"
    return [Visit(name, address, headers) for name, address in addresses.items()]


def _session(contestant: Contestant, prepared: Prepared) -> str:
    """The cookie of the organiser, who signs in through the door everybody uses."""
    cookies: dict[str, str] = {}
    port = contestant.server.port
    with Connection(port, cookies=cookies) as connection:
        form = connection.request("GET", "/masuk", {})
    fields = hidden_fields(form.body) | {"email": prepared.email, "password": prepared.password}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    with Connection(port, cookies=cookies) as connection:
        answer = connection.request("POST", "/masuk", headers, urlencode(fields).encode())
    if answer.status not in (302, 303):
        raise RuntimeError(f"signing in answered {answer.status}")
    with Connection(port, cookies=cookies) as connection:  # which puts the rest into the session
        connection.request("GET", "/meja", {})
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def _judged(ours: Costs, bare: float, crowd: int) -> Iterator[Reading]:
    for name in LISTS:
        yield cost("P7", f"{name} / ceiling list", ours.ms(name), bare, 2)
    yield cost("P7", "registrations, 50 / ceiling list", ours.ms("as they came, few"), bare, 2)
    for way in WAYS:
        many, few = ours.ms(f"{way}, many"), ours.ms(f"{way}, few")
        yield cost("P7", f"registrations {way}, {crowd:,} / 50", many, few, 1.2)
