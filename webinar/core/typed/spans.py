"""From typed days and times to instants: one zone, and an end that may lie after midnight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from webinar.core.typed.times import OPEN_ENDS, TypedTime, typed_time
from webinar.core.typed.unfit import Reason, TypedUnfit, plain
from webinar.core.zones import Zone, zone_of

ONE_DAY = timedelta(days=1)
LONGEST_NIGHT = timedelta(hours=12)  # an end before its start lies after midnight if that is not longer

_BETWEEN = re.compile(r" ?(?:-|\bs\.?d\b\.?|\bs/d\b|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b) ?")


@dataclass(frozen=True)
class TypedSpan:
    """``13.00–15.00 WIB``; without an end it is open."""

    start: TypedTime
    end: TypedTime | None


def typed_span(text: str) -> TypedSpan:
    """``13.00–15.00 WIB``, ``dari pukul 13.00 hingga selesai``. Raises TypedUnfit."""
    line = re.sub(r"^dari ", "", plain(text))
    first, *rest = _BETWEEN.split(line, maxsplit=1)
    start = typed_time(first)
    if not rest or rest[0].strip(" .") in OPEN_ENDS:
        return TypedSpan(start, None)
    end = typed_time(rest[0], ends=True)
    code = start.zone_code or end.zone_code
    if end.zone_code not in (None, code):
        raise TypedUnfit(Reason.ZONE_DISAGREES, typed=end.zone_code, chosen=code)
    return TypedSpan(TypedTime(start.time, code), TypedTime(end.time, code, end.is_day_end))


@dataclass(frozen=True)
class Stretch:
    """When something is, as wall time of one zone (aware); absent where no clock time is known."""

    zone: Zone
    start: datetime | None
    end: datetime | None


def agreed_zone(chosen: Zone, *typed: TypedTime | None) -> Zone:
    """The chosen zone, if no time was typed with another. Raises TypedUnfit where they disagree."""
    for one in typed:
        if one and one.zone_code and zone_of(one.zone_code) is not chosen:
            raise TypedUnfit(Reason.ZONE_DISAGREES, typed=one.zone_code, chosen=chosen.code)
    return chosen


def stretch(
    first: date, last: date | None, start: TypedTime | None, end: TypedTime | None, zone: Zone
) -> Stretch:
    """Instants of what was typed; ``last`` is the last day of several, else None or ``first``.

    An end before its start on the same day lies after midnight, if the night is no longer than twelve hours.
    Raises TypedUnfit: zones that disagree, an end before the start.
    """
    agreed_zone(zone, start, end)
    begins = _at(first, start, zone)
    finishes = _at(last or first, end, zone)
    if begins and finishes and finishes < begins:
        finishes = _after_midnight(begins, finishes)
    return Stretch(zone, begins, finishes)


def _at(day: date, typed: TypedTime | None, zone: Zone) -> datetime | None:
    if typed is None:
        return None
    midnight = datetime.combine(day, time(), zone.info)
    return midnight + ONE_DAY if typed.is_day_end else datetime.combine(day, typed.time, zone.info)


def _after_midnight(begins: datetime, finishes: datetime) -> datetime:
    if begins.date() == finishes.date() and finishes + ONE_DAY - begins <= LONGEST_NIGHT:
        return finishes + ONE_DAY
    raise TypedUnfit(Reason.END_BEFORE_START, start=begins, end=finishes)
