"""What the event of an editor still lacks, section by section, and what speaks against its hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from webinar.core.access import Actor
from webinar.core.audience import Audience
from webinar.core.caution import Caution, cautions
from webinar.core.checklist import Item, Phase, checklist, remaining
from webinar.core.clash import ClashKind, room_keys
from webinar.core.editor import Section
from webinar.core.states import EventState
from webinar.core.status import ends
from webinar.core.zones import zone_of
from webinar.models import Event
from webinar.queries.checklist import checklist_facts
from webinar.queries.clash import BUSY, Clash, audience_of_event, clashes, planned_of_event
from webinar.queries.document import loaded_document
from webinar.web.checklist import checklist_word

TOLD_IN = {
    Section.PEOPLE: frozenset({ClashKind.PERSON}),
    Section.TIME: frozenset({ClashKind.ROOM, ClashKind.VENUE}),
}


class EditorChecks:
    """Of an event whose people, sessions and groups are loaded; only the bookings of others are asked for."""

    def __init__(self, event: Event, actor: Actor, *, is_attended: bool = False) -> None:
        self.event, self.actor, self.is_attended = event, actor, is_attended

    @cached_property
    def items(self) -> tuple[Item, ...]:
        document = loaded_document(self.event)
        if self.is_attended:
            document = replace(document, perspective="attendee")
        return checklist(document, checklist_facts(self.event))

    def mark(self, section: Section) -> str:
        """``ok``, ``lack`` where the invitation waits for it, ``todo`` for what may wait."""
        items = [item for item in self.items if item.section == section]
        if not items or any(not item.is_done for item in items):
            return "lack" if remaining(items, Phase.INVITATION) else "todo"
        return "ok"

    def lacks(self, section: Section) -> str:
        """What is missing in a section, in words; names behind them keep their capitals."""
        missing = (item for item in self.items if item.section == section and not item.is_done)
        words = (checklist_word(item) for item in missing)
        return "; ".join(word[:1].lower() + word[1:] for word in words)

    @property
    def urgent_count(self) -> int:
        """How many things the invitation waits for."""
        return remaining(self.items, Phase.INVITATION)

    @cached_property
    def _is_watched(self) -> bool:
        is_planned = self.event.state in (EventState.DRAFT, EventState.PUBLISHED)
        return is_planned and datetime.now(UTC) < ends(self.event)

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What speaks against the hour of a published event; that of a draft is told while it is typed."""
        if self.event.state == EventState.DRAFT or not self._is_watched:
            return ()
        return cautions(planned_of_event(self.event), self.invited, now=datetime.now(UTC))

    @property
    def invited(self) -> Audience:
        """Whom the event is meant for."""
        return audience_of_event(self.event, zone_of(self.event.zone_name))

    @cached_property
    def booked(self) -> tuple[Clash, ...]:
        """People, rooms and venues that another event wants at the same hour."""
        if not self._is_watched:
            return ()
        return clashes(
            self.event.id,
            planned_of_event(self.event),
            [role for role in self.event.roles if role.part in BUSY],
            room_keys(self.event.meeting_link, self.event.meeting_access),
            self.event.venue,
            actor=self.actor,
        )

    def clashes(self, section: Section) -> list[Clash]:
        """Who is booked elsewhere at that hour; of what is published, rooms and venues as well. Those of a
        draft are told beside its hours, while they are typed."""
        if section == Section.TIME and self.event.state == EventState.DRAFT:
            return []
        kinds = TOLD_IN.get(section)
        return [clash for clash in self.booked if clash.kind in kinds] if kinds else []
