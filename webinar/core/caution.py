"""What speaks against a date and an hour. Warnings, not walls: nothing is refused for them.

Sources: working hours overlap nationwide from 08.00 to 15.00 WIB (17.00 WIT); Friday prayers 11.30–13.00 and
the working hours of Ramadan (Presidential Regulation 21/2023, article 4: 32.5 hours a week from 08.00, so
until 15.00, on Fridays 15.30) go by local time. What a caution is about is in its facts; the doors speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from webinar.core.audience import Audience
from webinar.core.document.model import EventDocument
from webinar.core.document.zone import event_zone
from webinar.core.holidays import holidays_on, is_decreed, is_ramadan
from webinar.core.zones import Zone, local

ONE_DAY = timedelta(days=1)
WORK_BEGINS, WORK_ENDS = time(8), time(17)
NIGHT_BEGINS, NIGHT_ENDS = time(21), time(5)
PRAYERS_BEGIN, PRAYERS_END = time(11, 30), time(13)
FASTING_WORK_ENDS, FASTING_FRIDAY_ENDS = time(15), time(15, 30)
FRIDAY, SATURDAY = 4, 5
OPEN_ENDED = timedelta(hours=3)  # what an event without an end is taken to last
VERY_LONG = timedelta(hours=8)
FAR_AHEAD = timedelta(days=2 * 365)
MOST_DAYS = 31  # looked at, of a very long event


class Severity(StrEnum):
    NOTE = "note"
    WARN = "warn"


class CautionKey(StrEnum):
    """What a door has a sentence for; the facts are named in brackets."""

    HOLIDAY = "holiday"  # day, name
    COLLECTIVE_LEAVE = "collective_leave"  # day, name
    HOLIDAYS_UNDECIDED = "holidays_undecided"  # year
    WEEKEND = "weekend"  # days
    FRIDAY_PRAYERS = "friday_prayers"  # zones
    EARLY = "early"  # clock (of the event's zone), locals ((zone code, clock), …)
    LATE = "late"  # the same, and latest_start: the clock at which it would still end in time, or None
    NIGHT = "night"  # clock, locals
    RAMADAN = "ramadan"  # clock, locals
    END_MISSING = "end_missing"
    NO_LENGTH = "no_length"
    VERY_LONG = "very_long"  # hours (whole)
    PAST = "past"  # day
    FAR_AHEAD = "far_ahead"  # day


@dataclass(frozen=True)
class Caution:
    key: CautionKey
    severity: Severity
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """When an event is planned: its days in its zone, and the instants where clock times are known."""

    first: date
    last: date
    zone: Zone
    start: datetime | None = None
    end: datetime | None = None

    @property
    def days(self) -> list[date]:
        """The days looked at, the first ones of a very long event."""
        return [self.first + ONE_DAY * n for n in range(min((self.last - self.first).days + 1, MOST_DAYS))]

    @property
    def closes(self) -> datetime | None:
        """The end of the first day's hours; an event of several days keeps the same hours on each."""
        if self.start is None or self.end is None or self.first == self.last:
            return self.end
        clock = local(self.end, self.zone).time()
        first_day = datetime.combine(local(self.start, self.zone).date(), clock, self.zone.info)
        return first_day if first_day > self.start else first_day + ONE_DAY


def planned_of(document: EventDocument) -> Planned:
    """The document's days and hours."""
    dates = document.dates
    last = dates.end_date or dates.start_date
    return Planned(dates.start_date, last, event_zone(document), document.start, document.end)


def cautions(planned: Planned, audience: Audience, *, now: datetime) -> tuple[Caution, ...]:
    """All that speaks against it, warnings before notes."""
    found = [*_of_days(planned, now), *_of_hours(planned, audience)]
    return tuple(sorted(found, key=lambda caution: caution.severity != Severity.WARN))


def _of_days(planned: Planned, now: datetime) -> Iterator[Caution]:
    off = [holiday for day in planned.days for holiday in holidays_on(day)]
    for holiday in off:
        key = CautionKey.COLLECTIVE_LEAVE if holiday.is_leave else CautionKey.HOLIDAY
        yield Caution(key, Severity.WARN, {"day": holiday.day, "name": holiday.name})
    named = {holiday.day for holiday in off}
    weekend = tuple(day for day in planned.days if day.weekday() >= SATURDAY and day not in named)
    if weekend:
        yield Caution(CautionKey.WEEKEND, Severity.NOTE, {"days": weekend})
    today = local(now, planned.zone).date()
    if planned.first < today or (planned.start is not None and planned.start < now):
        yield Caution(CautionKey.PAST, Severity.NOTE, {"day": planned.first})
        return
    if planned.first - today > FAR_AHEAD:
        yield Caution(CautionKey.FAR_AHEAD, Severity.WARN, {"day": planned.first})
    if not is_decreed(planned.first.year):
        yield Caution(CautionKey.HOLIDAYS_UNDECIDED, Severity.NOTE, {"year": planned.first.year})


def _of_hours(planned: Planned, audience: Audience) -> Iterator[Caution]:
    if planned.start is None:
        return
    yield from _of_length(planned)
    yield from _of_night(planned, audience)
    yield from _of_work(planned, audience)
    praying = tuple(zone.code for zone in audience.zones if _touches_prayers(planned, zone))
    if praying:
        yield Caution(CautionKey.FRIDAY_PRAYERS, Severity.WARN, {"zones": praying})


def _of_length(planned: Planned) -> Iterator[Caution]:
    start, end = planned.start, planned.closes
    if end is None:
        yield Caution(CautionKey.END_MISSING, Severity.NOTE)
    elif end == start:
        yield Caution(CautionKey.NO_LENGTH, Severity.WARN)
    elif start and end - start > VERY_LONG:
        yield Caution(CautionKey.VERY_LONG, Severity.NOTE, {"hours": (end - start) // timedelta(hours=1)})


def _of_work(planned: Planned, audience: Audience) -> Iterator[Caution]:
    """Outside working hours, in the zones for which it is no night."""
    assert planned.start is not None  # noqa: S101 - said for the type checker
    start, home = planned.start, planned.zone
    end = planned.closes or start
    zones = [zone for zone in audience.zones if _in_night(planned, zone) is None]
    severity = Severity.WARN if len(audience.zones) > 1 else Severity.NOTE
    early = [zone for zone in zones if local(start, zone).time() < WORK_BEGINS]
    if early:
        yield Caution(CautionKey.EARLY, severity, _seen(start, home, early))
    late = [zone for zone in zones if _is_after(end, start, zone, WORK_ENDS)]
    if late:
        latest = _latest_start(planned, audience.zones)
        yield Caution(CautionKey.LATE, severity, {**_seen(end, home, late), "latest_start": latest})
    fasting = [zone for zone in zones if zone not in late and _is_after_fasting_hours(start, end, zone)]
    if fasting:
        yield Caution(CautionKey.RAMADAN, Severity.NOTE, _seen(end, home, fasting))


def _is_after_fasting_hours(start: datetime, end: datetime, zone: Zone) -> bool:
    day = local(start, zone).date()
    ends = FASTING_FRIDAY_ENDS if day.weekday() == FRIDAY else FASTING_WORK_ENDS
    return is_ramadan(day) and _is_after(end, start, zone, ends)


def _is_after(end: datetime, start: datetime, zone: Zone, limit: time) -> bool:
    """Whether it ends after that hour of the day on which it starts, in that zone."""
    day = local(start, zone).date()
    return local(end, zone) > datetime.combine(day, limit, zone.info)


def _latest_start(planned: Planned, zones: tuple[Zone, ...]) -> str | None:
    """When it would have to start to end within working hours everywhere, if that is no too early hour."""
    start, end = planned.start, planned.closes
    if start is None or end is None:
        return None
    east, west = zones[-1], zones[0]
    latest = datetime.combine(local(start, east).date(), WORK_ENDS, east.info) - (end - start)
    if local(latest, west).time() < WORK_BEGINS or local(latest, west).date() != local(start, west).date():
        return None
    return local(latest, planned.zone).strftime("%H.%M")


def _of_night(planned: Planned, audience: Audience) -> Iterator[Caution]:
    found = [(zone, at) for zone in audience.zones if (at := _in_night(planned, zone))]
    for instant in dict.fromkeys(at for _, at in found):
        zones = [zone for zone, at in found if at == instant]
        yield Caution(CautionKey.NIGHT, Severity.WARN, _seen(instant, planned.zone, zones))


def _in_night(planned: Planned, zone: Zone) -> datetime | None:
    """The start or the end that lies in the night of that zone."""
    assert planned.start is not None  # noqa: S101 - said for the type checker
    start, end = local(planned.start, zone), planned.closes
    if start.time() < NIGHT_ENDS or start.time() >= NIGHT_BEGINS:
        return planned.start
    if end is not None and local(end, zone) > datetime.combine(start.date(), NIGHT_BEGINS, zone.info):
        return end
    return None


def _touches_prayers(planned: Planned, zone: Zone) -> bool:
    """Whether its hours meet 11.30–13.00 of a Friday in that zone."""
    assert planned.start is not None  # noqa: S101 - said for the type checker
    length = (planned.closes - planned.start) if planned.closes else OPEN_ENDED
    for number in range(len(planned.days)):
        start = local(planned.start, zone) + ONE_DAY * number
        begin = datetime.combine(start.date(), PRAYERS_BEGIN, zone.info)
        end = datetime.combine(start.date(), PRAYERS_END, zone.info)
        if start.weekday() == FRIDAY and start < end and start + length > begin:
            return True
    return False


def _seen(instant: datetime, home: Zone, zones: list[Zone]) -> dict[str, Any]:
    """One instant on the event's clock and on those of other zones."""
    return {
        "clock": f"{local(instant, home):%H.%M} {home.code}",
        "locals": tuple((zone.code, f"{local(instant, zone):%H.%M}") for zone in zones),
    }
