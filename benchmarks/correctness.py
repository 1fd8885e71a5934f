"""P12: no figure counts unless everything acknowledged is stored, once, and the quota is exact."""

from __future__ import annotations

from benchmarks.client import Outcome
from benchmarks.databases import Database
from benchmarks.goals import Reading
from benchmarks.servers import Prepared

_ROWS = "SELECT count(*) FROM registration WHERE event_id = :event_id"
_SEATED = f"{_ROWS} AND state = 'confirmed'"
_COUNTER = "SELECT taken_count FROM event WHERE id = :event_id"
_MAILS = """SELECT count(*) FROM outbox_mail AS mail JOIN registration ON registration.id = registration_id
WHERE registration.event_id = :event_id"""


def readings(database: Database, prepared: Prepared, *, acknowledged: int, scarce: Outcome) -> list[Reading]:
    """Rows are counted, the counter is not believed."""
    event, few = {"event_id": prepared.event.event_id}, {"event_id": prepared.scarce.event_id}
    kept, people = database.scalar(_ROWS, **event), len(scarce.acknowledged)
    return [
        _equal("stored / acknowledged", kept, acknowledged),
        _equal("counter / seats", database.scalar(_COUNTER, **event), database.scalar(_SEATED, **event)),
        _equal("mails / registrations", database.scalar(_MAILS, **event), kept),
        _equal(f"seats / quota, {people} people", database.scalar(_SEATED, **few), prepared.scarce_seats),
        _equal("stored / acknowledged, some waiting", database.scalar(_ROWS, **few), people),
    ]


def _equal(what: str, found: int, expected: int) -> Reading:
    """Reached when both are the same: the difference may be 0."""
    return Reading("P12", f"{what}: {found} / {expected}", abs(found - expected), 0, unit="apart")
