"""P2: the event page with a million registrations must cost what it costs with ten."""

from __future__ import annotations

from benchmarks.databases import Database
from benchmarks.goals import Reading, cost
from benchmarks.rounds import Costs, take_round
from benchmarks.servers import Prepared
from benchmarks.sides import Effort, Side
from benchmarks.visits import Visit

_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)",
    "postgresql": "WITH n AS (SELECT i FROM generate_series(1, CAST(:count AS integer)) AS s(i))",
}
_ROWS = """ INSERT INTO registration (event_id, state, submission_key, token_digest, created_at, changed_at,
  full_name, email, email_key, institution, privacy_notice_version, consents_photo, consents_contact)
SELECT id, 'confirmed', 'massal-' || id || '-' || i, 'massal-' || id || '-' || i, '2026-01-01', '2026-01-01',
  'Peserta ' || i, 'massal' || i || '@contoh.id', 'massal' || i || '@contoh.id', 'KPU', '2026-11',
  :no, :no FROM n, event WHERE id = :event_id"""
_COUNTER = "UPDATE event SET taken_count = :count WHERE id = :event_id"


def fill(database: Database, event_id: int, count: int) -> None:
    """Rows and counter at once; no form could send that many in reasonable time."""
    values = {"event_id": event_id, "count": count}
    database.execute(_NUMBERS[database.kind] + _ROWS, no=False, **values)
    database.execute(_COUNTER, **values)
    database.execute("ANALYZE")


def readings(side: Side, prepared: Prepared, effort: Effort) -> list[Reading]:
    """Two events alike but for that, asked in turns; the least of all starts each."""
    database, costs = side.contestant.database, Costs()
    fill(database, prepared.few.event_id, 10)
    fill(database, prepared.mass.event_id, effort.mass)
    visits = [Visit("few", prepared.few.path), Visit("many", prepared.mass.path)]
    for _ in range(effort.starts):
        side.start()
        for number in range(2 * effort.blocks):  # more blocks than elsewhere, since 5 % is little
            order = visits[:: 1 if number % 2 else -1]
            take_round(side.contestant, order, costs, side.guests, count=effort.requests, blocks=1)
        side.stop()
    side.costs.foreign_cores = max(side.costs.foreign_cores, costs.foreign_cores)
    few, many = costs.least["few"], costs.least["many"]
    sizes = many.outcome.bytes_last, few.outcome.bytes_last
    return [
        cost("P2", f"event page, {effort.mass:,} registrations / 10", many.cpu_ms, few.cpu_ms, 1.05),
        Reading("P2", "its bytes", sizes[0], 1.01, sizes[1], "B"),
    ]
