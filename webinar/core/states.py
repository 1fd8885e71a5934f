"""States of the things that have a life, as the database keeps them, and what an event may become."""

from __future__ import annotations

from enum import StrEnum

from webinar.core.history import Act


class EventState(StrEnum):
    """That an event is finished is no state: the clock says so (``core.status``, decision 0016)."""

    DRAFT = "draft"
    PUBLISHED = "published"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


# The acts on an event's state: from which states, and to which one it leads.
EVENT_ACTS: dict[Act, tuple[frozenset[EventState], EventState]] = {
    Act.PUBLISHED: (frozenset({EventState.DRAFT}), EventState.PUBLISHED),
    Act.RESCHEDULED: (frozenset({EventState.PUBLISHED, EventState.POSTPONED}), EventState.PUBLISHED),
    Act.POSTPONED: (frozenset({EventState.PUBLISHED}), EventState.POSTPONED),
    Act.CANCELLED: (frozenset({EventState.PUBLISHED, EventState.POSTPONED}), EventState.CANCELLED),
    Act.REINSTATED: (
        frozenset({EventState.POSTPONED, EventState.CANCELLED, EventState.ARCHIVED}),
        EventState.PUBLISHED,
    ),
    Act.ARCHIVED: (frozenset({EventState.PUBLISHED}), EventState.ARCHIVED),
    Act.WITHDRAWN: (frozenset({EventState.PUBLISHED}), EventState.DRAFT),
}
_NEEDS_REASON = frozenset({Act.RESCHEDULED, Act.POSTPONED, Act.CANCELLED, Act.REINSTATED})
_BEFORE_ITS_END = frozenset({Act.RESCHEDULED, Act.POSTPONED, Act.CANCELLED})


def may_become(state: str, act: Act, *, is_over: bool, is_untouched: bool) -> bool:
    """Whether an event in this state may be published, rescheduled, cancelled and so on.

    ``is_over``: its end has passed. What has taken place is only archived, or no longer; what was postponed
    has not taken place, whatever its old date. ``is_untouched``: nobody registered, was told or reported on
    it; only then can what was published become a draft again.
    """
    if EventState(state) not in EVENT_ACTS[act][0]:
        return False
    if act == Act.WITHDRAWN:
        return is_untouched
    if act == Act.ARCHIVED:
        return is_over
    return act not in _BEFORE_ITS_END or state == EventState.POSTPONED or not is_over


def needs_reason(state: str, act: Act) -> bool:
    """Whether others are told of the act, who will ask why; coming back from the archive concerns nobody."""
    return act in _NEEDS_REASON and state != EventState.ARCHIVED


def possible_acts(state: str, *, is_over: bool, is_untouched: bool) -> tuple[Act, ...]:
    """In the order in which they are offered."""
    return tuple(
        act for act in EVENT_ACTS if may_become(state, act, is_over=is_over, is_untouched=is_untouched)
    )


class RegistrationState(StrEnum):
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class BeritaState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"


class MailState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class Part(StrEnum):
    """The parts people have in an event, in the order a programme names them."""

    OPENER = "opener"
    REMARKS = "remarks"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    ALSO_PRESENT = "also_present"
    MASTER_OF_CEREMONIES = "mc"
    NOTE_TAKER = "note_taker"
    CLOSER = "closer"


class NoteKind(StrEnum):
    REMARK = "remark"
    INTRO = "intro"
    KEY_POINT = "key_point"
    SUMMARY = "summary"
    QUOTE = "quote"


class GroupKind(StrEnum):
    RULE = "rule"  # positions x levels x region
    LIST = "list"  # named institutions
    OPEN = "open"  # everybody
