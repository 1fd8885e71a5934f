"""The answer to a date and hours as typed: weekday, three clocks, length, and what speaks against them.

Made from texts, so that the page that shows a form and the address that answers while somebody types say the
same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask_babel import gettext as _

from webinar.core.audience import Audience, audience
from webinar.core.caution import Caution, CautionKey, Planned, cautions
from webinar.core.typed import (
    Reason,
    Stretch,
    TypedTime,
    TypedUnfit,
    stretch,
    typed_date,
    typed_time,
)
from webinar.core.zones import BY_CODE, BY_NAME, WIB, ZONES, Zone, local
from webinar.web.filters import date_range, long_date
from webinar.web.forms.when import today
from webinar.web.unfit import unfit_sentence

ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class EchoClock:
    """One zone's clock: ``13.00–15.00``, with the days where they are not those of the organiser."""

    code: str
    text: str


@dataclass(frozen=True)
class Echo:
    """Ready to print; ``problems`` are what could not be understood, each with the name of its field."""

    days: str | None = None
    clocks: tuple[EchoClock, ...] = ()
    length: str | None = None
    problems: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()
    planned: Planned | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.days or self.clocks or self.problems)


def echo_typed(
    *,
    day: str = "",
    last: str = "",
    start: str = "",
    end: str = "",
    zone: str = "",
    scopes: Iterable[str] = (),
    invited: Audience | None = None,
) -> Echo:
    """What these texts mean together; an empty text is a field left empty.

    Whom it is for says ``invited``, or for want of that the ``scopes`` as typed.
    """
    reading = _Reading()
    home = BY_CODE.get(zone) or BY_NAME.get(zone) or WIB
    first_day = reading.day(_("Tanggal"), day)
    last_day = reading.day(_("Sampai tanggal"), last)
    starts = reading.clock(_("Waktu mulai"), start)
    ends = reading.clock(_("Waktu selesai"), end, ends=True)
    if first_day and last_day and last_day < first_day:
        reading.problems.append(_("Tanggal terakhir lebih awal daripada tanggal pertama."))
        last_day = None
    found = reading.span(first_day or today(), last_day, starts, ends, home)
    planned = Planned(first_day or today(), last_day or first_day or today(), home, found.start, found.end)
    is_end_unread = ends is None and reading.failed(_("Waktu selesai"))
    whom = invited or audience(scopes, home)
    against = cautions(planned, whom, now=datetime.now(UTC)) if first_day else ()
    return Echo(
        days=date_range(planned.first, planned.last) if first_day else None,
        clocks=tuple(_clock(zone, planned) for zone in _from(home)) if planned.start else (),
        length=None if is_end_unread else _length(planned),
        problems=tuple(reading.problems),
        cautions=tuple(c for c in against if not (is_end_unread and c.key == CautionKey.END_MISSING)),
        planned=planned if first_day else None,
    )


class _Reading:
    """Reads texts and keeps what could not be read."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._labels: set[str] = set()

    def failed(self, label: str) -> bool:
        return label in self._labels

    def day(self, label: str, text: str) -> date | None:
        try:
            return typed_date(text, today=today())
        except TypedUnfit as unfit:
            self._unfit(label, unfit)
            return None

    def clock(self, label: str, text: str, *, ends: bool = False) -> TypedTime | None:
        try:
            return typed_time(text, ends=ends)
        except TypedUnfit as unfit:
            if not ends or unfit.reason != Reason.OPEN_END:
                self._unfit(label, unfit)
            return None

    def span(
        self, first: date, last: date | None, start: TypedTime | None, end: TypedTime | None, zone: Zone
    ) -> Stretch:
        try:
            return stretch(first, last, start, end, zone)
        except TypedUnfit as unfit:
            self.problems.append(unfit_sentence(unfit))
            return Stretch(zone, None, None)

    def _unfit(self, label: str, unfit: TypedUnfit) -> None:
        if unfit.reason != Reason.EMPTY:
            self._labels.add(label)
            self.problems.append(_("%(field)s: %(sentence)s", field=label, sentence=unfit_sentence(unfit)))


def _from(home: Zone) -> list[Zone]:
    """The organiser's zone first, then west to east."""
    return sorted(ZONES, key=lambda zone: zone is not home)


def _clock(zone: Zone, planned: Planned) -> EchoClock:
    """The hours of the first day; those of the others are the same."""
    assert planned.start is not None  # noqa: S101 - said for the type checker
    start = local(planned.start, zone)
    text = f"{start:%H.%M}"
    if start.date() != planned.first:
        text += f" ({long_date(start.date())})"
    if planned.closes is None:
        return EchoClock(zone.code, text)
    end = local(planned.closes, zone)
    text += f"–{end:%H.%M}"
    if end.date() != start.date():
        text += f" ({long_date(end.date())})"
    return EchoClock(zone.code, text)


def _length(planned: Planned) -> str | None:
    if planned.last > planned.first:
        return _("Selama %(days)s hari.", days=(planned.last - planned.first).days + 1)
    if planned.start is None:
        return None
    if planned.end is None:
        return _("Sampai selesai.")
    hours, rest = divmod(planned.end - planned.start, ONE_HOUR)
    minutes = rest // timedelta(minutes=1)
    parts = [_("%(count)s jam", count=hours)] if hours else []
    parts += [_("%(count)s menit", count=minutes)] if minutes else []
    return _("Lama %(length)s.", length=" ".join(parts)) if parts else None
