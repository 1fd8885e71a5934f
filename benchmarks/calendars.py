"""P3, the part without a server: entries kept as bytes make a long file a mere concatenation."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks.goals import Reading
from webinar.core.calendar.entry import Entry
from webinar.core.calendar.publication import calendar_bytes, entry_bytes

ENTRIES = 5000


def readings() -> list[Reading]:
    start = datetime(2026, 12, 1, 6, tzinfo=UTC)
    entry = Entry(
        uid="0@contoh.id",
        sequence=0,
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        zone="Asia/Jakarta",
        title="Webinar Tolok Ukur Pelayanan Informasi Publik",
        url="https://contoh.id/kegiatan/webinar",
        organiser_name="KPU RI",
        organiser_mail="humas@contoh.id",
        created_at=start,
        changed_at=start,
    )
    begin = time.perf_counter()
    kept = [entry_bytes(replace(entry, uid=f"{number}@contoh.id")) for number in range(ENTRIES)]
    anew = time.perf_counter() - begin
    begin = time.perf_counter()
    calendar_bytes(kept, zones=["Asia/Jakarta"], product="-//tolok ukur//ID")
    joined = time.perf_counter() - begin
    note = f"feeds are not in this version; writing all entries anew takes {anew:.1f} s"
    return [Reading("P3", f"{ENTRIES:,} kept entries joined", joined, 0.3, unit="s", note=note)]
