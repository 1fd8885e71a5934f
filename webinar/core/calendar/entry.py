"""One calendar entry as plain values: what a VEVENT is made from, whichever file or feed carries it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class EntryStatus(StrEnum):
    """RFC 5545 3.8.1.11; ``TENTATIVE`` is a date still under discussion."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """One session or one day of an event.

    ``starts_at`` is an aware datetime, or a ``date`` when no clock time is known (the whole day then).
    ``ends_at`` is aware and later than the start; ``None`` is an open end ("sampai selesai").
    ``zone`` is the organiser's zone (``Asia/Jakarta`` …); ``changed_at`` is the last change of content,
    so that the same content always gives the same bytes. ``facts`` are further lines of the description.
    """

    uid: str
    sequence: int
    starts_at: datetime | date
    ends_at: datetime | None
    zone: str
    title: str
    url: str
    organiser_name: str
    organiser_mail: str
    created_at: datetime
    changed_at: datetime
    location: str | None = None
    facts: tuple[str, ...] = ()
    contact: str | None = None
    categories: tuple[str, ...] = ()
    status: EntryStatus = EntryStatus.CONFIRMED

    def __post_init__(self) -> None:
        for name in ("created_at", "changed_at", "starts_at", "ends_at"):
            value = getattr(self, name)
            if isinstance(value, datetime) and value.tzinfo is None:
                raise ValueError(f"{name} must be an aware datetime, not {value!r}")
        if self.ends_at is not None and not self.has_clock:
            raise ValueError("ends_at needs a starts_at with a clock time")
        if isinstance(self.starts_at, datetime) and self.ends_at and self.ends_at <= self.starts_at:
            raise ValueError(f"ends_at {self.ends_at} must be later than starts_at {self.starts_at}")

    @property
    def has_clock(self) -> bool:
        return isinstance(self.starts_at, datetime)
