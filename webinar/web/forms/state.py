"""What is asked before an event's state changes: a reason, and where it is moved the new time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from webinar.core.announcement import Schedule, schedule_of
from webinar.core.caution import Planned
from webinar.core.errors import ScheduleFault
from webinar.core.states import EventState
from webinar.core.typed import TypedUnfit, stretch
from webinar.core.zones import Zone, local, zone_of
from webinar.models import Event
from webinar.queries.clash import planned_of_event
from webinar.services.state import SessionMove
from webinar.web.forms.base import Form, lines
from webinar.web.forms.when import TypedDateField, TypedTimeField, ZoneField
from webinar.web.unfit import unfit_sentence

LONGEST_REASON = 1000
ONE_DAY = timedelta(days=1)
TOLD = _("Tampil di halaman publik dan dalam surel kepada pendaftar.")
FAULTS = {
    ScheduleFault.PAST: _("Waktu ini sudah lewat. Tulis waktu yang akan datang."),
    ScheduleFault.SAME: _("Waktu ini sama dengan jadwal yang sekarang."),
    ScheduleFault.END_BEFORE_START: _("Waktu selesai harus sesudah waktu mulai."),
}


@dataclass(frozen=True)
class _Fault:
    field: Any
    sentence: str


class NoteForm(Form):
    """For what concerns nobody but the desk."""

    reason = lines(_("Catatan"), LONGEST_REASON, hint=_("Hanya tersimpan dalam riwayat."), rows="3")


class ReasonForm(Form):
    """For what others are told of."""

    reason = lines(_("Alasan"), LONGEST_REASON, required=True, hint=TOLD, rows="4")


class RescheduleForm(Form):
    """Another time for the event."""

    start_on = TypedDateField(_("Tanggal baru"), required=True)
    end_on = TypedDateField(_("Sampai tanggal"), hint=_("Diisi bila kegiatan lebih dari satu hari."))
    starts = TypedTimeField(_("Waktu mulai"))
    ends = TypedTimeField(_("Waktu selesai"), ends=True)
    zone = ZoneField()
    sessions = RadioField(
        _("Susunan acara"),
        choices=[SelectChoice(move.value, move.value) for move in SessionMove],
        default=SessionMove.ALONG.value,
        validators=[Optional()],
    )
    reason = lines(_("Alasan"), LONGEST_REASON, required=True, hint=TOLD, rows="4")
    seen = IntegerField(widget=HiddenInput(), validators=[Optional()])

    @classmethod
    def of(cls, event: Event) -> RescheduleForm:
        """The form with the time there is; what was postponed has no date yet."""
        zone = zone_of(event.zone_name)
        is_dated = event.state != EventState.POSTPONED
        return cls(
            data={
                "start_on": event.start_on if is_dated else None,
                "end_on": event.end_on if is_dated and event.end_on != event.start_on else None,
                "starts": event.starts_at and local(event.starts_at, zone),
                "ends": event.ends_at and local(event.ends_at, zone),
                "zone": zone.code,
                "sessions": SessionMove.ALONG.value,
                "seen": event.sequence,
            }
        )

    def wanted(self, event: Event) -> Schedule | None:
        """The time that was typed; None, with the error at its field, where it makes no sense."""
        found = self._schedule(event)
        if isinstance(found, _Fault):
            _say(found.field, found.sentence)
        return found if isinstance(found, Schedule) else None

    def planned(self, event: Event) -> Planned | None:
        """The same, for looking at what else happens then; None for the time that the event has."""
        found = self._schedule(event)
        is_new = isinstance(found, Schedule) and found != schedule_of(event)
        return planned_of_event(found) if is_new else None

    def _schedule(self, event: Event) -> Schedule | _Fault | None:
        first, last, zone = self.start_on.data, self.end_on.data, zone_of(self.zone.data or event.zone_name)
        if first is None:
            return None
        if last is not None and last < first:
            return _Fault(self.end_on, gettext("Tanggal terakhir lebih awal daripada tanggal pertama."))
        if self.ends.data is not None and self.starts.data is None:
            return _Fault(self.starts, gettext("Isi juga waktu mulai."))
        try:
            span = stretch(first, last, self.starts.data, self.ends.data, zone)
        except TypedUnfit as unfit:
            return _Fault(self.ends, unfit_sentence(unfit))
        several = last is not None and last > first
        ends_at = span.end
        if several and ends_at is not None and self._runs_past_midnight(event, zone):
            ends_at += ONE_DAY
        return Schedule(
            first,
            last if several else None,
            span.start and span.start.astimezone(UTC),
            ends_at and ends_at.astimezone(UTC),
            zone.name,
        )

    def fault(self, reason: ScheduleFault) -> None:
        """Says at the field what the service refused."""
        _say(self.ends if reason == ScheduleFault.END_BEFORE_START else self.start_on, str(FAULTS[reason]))

    def see(self, event: Event) -> None:
        """The next attempt is made knowing what the event is like now."""
        self.seen.data, self.seen.raw_data = event.sequence, None

    def _runs_past_midnight(self, event: Event, zone: Zone) -> bool:
        """An evening of several days that ends after midnight, with its hour left as it was."""
        if event.ends_at is None or event.end_on is None or self.ends.data is None:
            return False
        end: datetime = local(event.ends_at, zone)
        return end.date() > event.end_on and end.time() == self.ends.data.time


def _say(field: Any, sentence: str) -> None:
    field.errors = [*field.errors, sentence]
