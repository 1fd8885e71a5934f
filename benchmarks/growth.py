"""P2: the event page with a million registrations must cost what it costs with ten."""

from __future__ import annotations

from benchmarks.databases import Database
from benchmarks.goals import Reading, cost
from benchmarks.load import Cost
from benchmarks.rounds import Costs, take_round
from benchmarks.servers import Prepared
from benchmarks.sides import Effort, Side
from benchmarks.visits import Visit

_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)",
    "postgresql": "WITH n AS (SELECT i FROM generate_series(:first, :last) AS s(i))",
}
_ROWS = """ INSERT INTO registration (event_id, state, submission_key, token_digest, created_at, changed_at,
  full_name, email, email_key, institution, privacy_notice_version, consents_photo, consents_contact)
SELECT :event_id, 'confirmed', 'massal-' || i, 'massal-' || i, '2026-01-01', '2026-01-01',
  'Peserta ' || i, 'massal' || i || '@contoh.id', 'massal' || i || '@contoh.id', 'KPU', '2026-11',
  :no, :no FROM n"""
_COUNTER = "UPDATE event SET taken_count = :last WHERE id = :event_id"


def fill(database: Database, event_id: int, *, first: int, last: int) -> None:
    """Rows and counter at once; no form could send that many in reasonable time."""
    database.execute(_NUMBERS[database.kind] + _ROWS, first=first, last=last, event_id=event_id, no=False)
    database.execute(_COUNTER, last=last, event_id=event_id)
    database.execute("ANALYZE")


def readings(side: Side, prepared: Prepared, effort: Effort) -> list[Reading]:
    """The page with ten, then with all of them; the least of all starts each."""
    few_count, visit = 10, Visit("page", prepared.mass.path)
    database = side.contestant.database
    fill(database, prepared.mass.event_id, first=1, last=few_count)
    few = _least(side, visit, effort)
    fill(database, prepared.mass.event_id, first=few_count + 1, last=effort.mass)
    many = _least(side, visit, effort)
    sizes = many.outcome.bytes_last, few.outcome.bytes_last
    return [
        cost("P2", f"event page, {effort.mass:,} registrations / 10", many.cpu_ms, few.cpu_ms, 1.05),
        Reading("P2", "its bytes", sizes[0], 1.01, sizes[1], "B"),
    ]


def _least(side: Side, visit: Visit, effort: Effort) -> Cost:
    costs = Costs()
    for _ in range(effort.starts):
        side.start()
        take_round(side.contestant, [visit], costs, side.guests, count=effort.requests, blocks=effort.blocks)
        side.stop()
    return costs.least["page"]
