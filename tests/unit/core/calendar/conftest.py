"""A made-up entry, an own checker of the byte rules, and comparison with golden files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from webinar.core.calendar.entry import Entry

_GOLDEN = Path(__file__).parents[3] / "golden" / "calendar"

_ENTRY = Entry(
    uid="3f0c7d0e-5b1c-4b7e-9d1a-6a4f2c1b8e55@webinar.kpu.go.id",
    sequence=0,
    starts_at=datetime(2021, 8, 12, 6, 0, tzinfo=UTC),
    ends_at=datetime(2021, 8, 12, 8, 30, tzinfo=UTC),
    zone="Asia/Jakarta",
    title="Sosialisasi Undang-Undang Keterbukaan Informasi Publik",
    url="https://webinar.kpu.go.id/kegiatan/sosialisasi-keterbukaan-informasi",
    organiser_name="Biro Partisipasi, Humas; KPU RI",
    organiser_mail="humas@kpu.go.id",
    created_at=datetime(2021, 7, 1, 2, 0, 0, 123456, tzinfo=UTC),
    changed_at=datetime(2021, 8, 2, 3, 4, 5, 999999, tzinfo=UTC),
    location="Daring",
    facts=("Penyelenggara: Komisi Pemilihan Umum", "Narasumber: Dr. Siti Aminah, S.H., M.H."),
    contact="Humas KPU, humas@kpu.go.id",
    categories=("Sosialisasi", "Informasi, Data"),
)


@pytest.fixture(scope="session")
def make_entry() -> Callable[..., Entry]:
    """An entry with the named fields changed."""
    return lambda **changes: replace(_ENTRY, **changes)


@pytest.fixture(scope="session")
def byte_faults() -> Callable[[bytes], list[str]]:
    return _byte_faults


def _byte_faults(data: bytes) -> list[str]:
    """What RFC 5545 3.1 forbids and hardly any reader notices: the sound file gives an empty list."""
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        faults.append("byte order mark")
    if not data.endswith(b"\r\n"):
        faults.append("no final CRLF")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    for number, line in enumerate(lines, 1):
        faults += [f"line {number}: {fault}" for fault in _line_faults(line)]
    return faults


def _line_faults(line: bytes) -> list[str]:
    faults = []
    if not line.strip():
        faults.append("blank")
    if len(line) > 75:
        faults.append(f"{len(line)} octets")
    if any(octet < 0x20 or octet == 0x7F for octet in line):
        faults.append("control character")
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        faults.append("folded inside a character")
    return faults


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare with ``tests/golden/calendar/<name>``; ``--update-golden`` writes it anew."""

    def compare(name: str, data: bytes) -> None:
        path = _GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            path.write_bytes(data)
        assert data == path.read_bytes()

    return compare
