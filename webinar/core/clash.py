"""Whether two events want the same person, meeting room, venue or audience at the same hour.

Warnings only, so a doubtful likeness counts: an event without an end is taken to last three hours, one of
several days keeps its hours on each, and one without hours meets everything of its days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from urllib.parse import urlsplit

from webinar.core.audience import NATIONAL, audience
from webinar.core.caution import OPEN_ENDED, Planned
from webinar.core.groups import Group
from webinar.core.text import clean

ONE_DAY = timedelta(days=1)
_MEETING_NUMBER = re.compile(
    r"(?<![0-9])[0-9](?:[ -]?[0-9]){8,11}(?![0-9])"
)  # 9 to 12 digits, as Zoom prints


class ClashKind(StrEnum):
    PERSON = "person"
    ROOM = "room"
    VENUE = "venue"
    AUDIENCE = "audience"


class Invited(Protocol):
    """A person's part in an event: a row of the record, or what a form holds."""

    @property
    def person_id(self) -> int | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def position(self) -> str | None: ...


@dataclass(frozen=True)
class InvitedPerson:
    person_id: int | None
    name: str | None
    position: str | None


class Overlap(StrEnum):
    NONE = "none"
    HOURS = "hours"
    SAME_DAY = "same_day"  # of one of them no hours are known


def overlap(one: Planned, other: Planned) -> Overlap:
    """Whether both are on at some instant; touching at the end is none."""
    if one.start is None or other.start is None:
        meets = one.first <= other.last and other.first <= one.last
        return Overlap.SAME_DAY if meets else Overlap.NONE
    spans = list(_hours(one, other.first, other.last))
    for start, end in _hours(other, one.first, one.last):
        if any(start < other_end and other_start < end for other_start, other_end in spans):
            return Overlap.HOURS
    return Overlap.NONE


def _hours(planned: Planned, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
    """Its hours on the days that may meet these, one day more on either side for zones and midnight."""
    assert planned.start is not None  # noqa: S101 - said for the type checker
    length = planned.closes - planned.start if planned.closes else OPEN_ENDED
    day = max(planned.first, first - ONE_DAY)
    while day <= min(planned.last, last + ONE_DAY):
        start = planned.start + (day - planned.first)
        yield start, start + max(length, timedelta(minutes=1))
        day += ONE_DAY


def is_same_person(one: Invited, other: Invited) -> bool:
    """By the directory's record where both have one, else by name and position; a missing one fits any."""
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    name, other_name = plain(one.name), plain(other.name)
    if name != other_name:
        return False
    position, other_position = plain(one.position), plain(other.position)
    if not name:
        return bool(position) and position == other_position
    return not position or not other_position or position == other_position


def room_keys(link: str | None, access: str | None) -> frozenset[str]:
    """What tells a virtual room: host and path of its link, and meeting numbers however they are spaced."""
    parts = urlsplit(link.strip()) if link and link.isprintable() and "[" not in link else None
    keys = {re.sub(r"[ -]", "", number) for number in _MEETING_NUMBER.findall(access or "")}
    if parts and parts.netloc:
        path = parts.path.rstrip("/")
        keys |= {re.sub(r"[ -]", "", number) for number in _MEETING_NUMBER.findall(path)}
        keys |= {f"{parts.netloc.lower()}{path}"} if path else set()
    if not keys and plain(access):
        keys = {plain(access)}
    return frozenset(keys)


def is_same_audience(groups: Sequence[Group], others: Sequence[Group]) -> bool:
    """Whether a group of each means the same people: the same offices or name, in regions that meet."""
    return any(_meet(one, other) for one in groups for other in others)


def _meet(one: Group, other: Group) -> bool:
    if not (one.scope or other.scope) or bool(one.units) != bool(other.units):
        return False  # "PPK" or "mahasiswa" without a region are not the same people
    if one.units:
        return bool(_plain(one.units) & _plain(other.units)) and _scopes_meet(one.scope, other.scope)
    names = _plain([one.label, *one.members]) & _plain([other.label, *other.members])
    return bool(names) and _scopes_meet(one.scope, other.scope)


def _plain(names: Iterable[str | None]) -> set[str]:
    return {plain(name) for name in names if plain(name)}


def _scopes_meet(one: str | None, other: str | None) -> bool:
    if plain(one) == plain(other):
        return True
    return any(audience([scope], NATIONAL.zones[0]).is_national for scope in (one, other))


def plain(text: str | None) -> str:
    """For comparing: single blanks, no matter of capitals and full stops."""
    return " ".join(clean(text or "").replace(".", " ").casefold().split())
