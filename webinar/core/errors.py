"""Refusals: what the house says no to. They carry facts; each door makes its own sentences of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Refusal(Exception):
    """A use case was refused; nothing was changed."""


class NotFound(Refusal):
    """There is no such event, registration or berita, or this person may not know of it."""


class RegistrationClosed(Refusal):
    """Registration is not open (yet), or the event is over or cancelled."""


class QuotaFull(Refusal):
    """No seat is left and the event keeps no waiting list."""


class AlreadyRegistered(Refusal):
    """This address holds an active registration for this event."""


class AlreadyCancelled(Refusal):
    """The registration was cancelled before."""


class EventUnpublished(Refusal):
    """The event is still a draft, so nothing made of it can be published."""


class LeadsSeries(Refusal):
    """The event takes the registrations of the others in its series and cannot leave it."""


class OfficeLoop(Refusal):
    """An office would stand below itself."""


class OfficeTooDeep(Refusal):
    """The tree of offices would have more levels than ``core.office_tree.MOST_LEVELS``."""


class OfficeNotManaged(Refusal):
    """Somebody does not manage the office above, from which or to which an office would be moved."""


class OfficeKnown(Refusal):
    """There is an office that bears this name, or is likeliest meant by it."""

    def __init__(self, name: str, slug: str) -> None:
        super().__init__(name)
        self.name = name
        self.slug = slug


class OfficeInUse(Refusal):
    """Others refer to the office; ``uses`` counts them by ``table.column``."""

    def __init__(self, uses: dict[str, int]) -> None:
        super().__init__(", ".join(f"{count} of {where}" for where, count in uses.items()))
        self.uses = uses


class OfficeChanged(Refusal):
    """Somebody else changed the same fields meanwhile; ``now`` tells what they hold."""

    def __init__(self, now: dict[str, str | None]) -> None:
        super().__init__(", ".join(now))
        self.now = now


class TableOutdated(Refusal):
    """The record has changed since the preview of a table: other things would be done than were shown."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a document: where, what was found, what is expected (Indonesian phrases)."""

    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path}: ditemukan {self.found}; yang diharapkan {self.expected}."


class DocumentInvalid(Refusal):
    """An event document breaks its schema or contradicts itself; ``problems`` names every place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class PictureFault(StrEnum):
    """Why a file cannot become a picture."""

    NOT_A_PICTURE = "not_a_picture"  # neither JPEG nor PNG nor WebP, or damaged
    TOO_BIG = "too_big"  # bytes
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"  # pixels


class PictureUnfit(Refusal):
    """A file was sent that cannot be kept as a picture; nothing was kept."""

    def __init__(self, reason: PictureFault) -> None:
        super().__init__(reason.value)
        self.reason = reason


class PersonChanged(Refusal):
    """Somebody else changed the same fields of a person meanwhile; ``theirs`` are their values now."""

    def __init__(self, theirs: dict[str, Any]) -> None:
        super().__init__(", ".join(theirs))
        self.theirs = theirs


class EndsBeforeStart(Refusal):
    """A position would end before the day it began."""


class SamePerson(Refusal):
    """A record cannot be merged with itself."""


class TimeAnnounced(Refusal):
    """Days and times of a published event are changed by rescheduling it, so that everybody is told."""


class RowGone(Refusal):
    """The person, session, group or line was removed or replaced meanwhile."""


class RowHeld(Refusal):
    """The row cannot be removed: ``count`` notes of reports or registrations hang on it."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class NameHeld(Refusal):
    """Nobody else takes the place of this person: ``count`` notes of reports tell what he or she said."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class PartTaken(Refusal):
    """Only one person can have this part, and ``name`` has it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RowsFull(Refusal):
    """The list holds as many rows as it may, ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class PersonGone(Refusal):
    """The person chosen from the directory is no longer there."""


class WeakPassword(Refusal):
    """The password is too easy to guess; ``weakness`` (core.password.Weakness) says why."""

    def __init__(self, weakness: str) -> None:
        super().__init__(weakness)
        self.weakness = weakness


class WrongCode(Refusal):
    """The code of the second step is not right, was used before, or its time is over."""


class PasskeyUnfit(Refusal):
    """What the browser sent about a passkey does not hold: another site, unknown key or signature."""


class PasskeysFull(Refusal):
    """The account holds as many passkeys as it may, ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class AddressTaken(Refusal):
    """Another account has this mail address."""


class AlreadyMember(Refusal):
    """This person holds a role at the office already."""


class InvitationOver(Refusal):
    """The invitation was accepted or withdrawn, or its time is over."""


class LastManager(Refusal):
    """Nobody else manages the whole installation; it would be left without anybody who can give rights."""


class ActUnfit(Refusal):
    """The event's state does not allow this act (any more); ``state`` is the one it has."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class ReasonMissing(Refusal):
    """An act that others are told of needs a reason."""


class EventMoved(Refusal):
    """State or time of the event has changed since it was read."""


class ScheduleFault(StrEnum):
    """Why an event cannot be moved to a time."""

    PAST = "past"
    SAME = "same"  # as it is now
    END_BEFORE_START = "end_before_start"


class ScheduleUnfit(Refusal):
    """An event cannot be moved to this time."""

    def __init__(self, reason: ScheduleFault) -> None:
        super().__init__(reason.value)
        self.reason = reason
