"""Records of people as forms fill them, the positions in force on a day, and two records made one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Protocol, TypeVar

from webinar.core.history import digest

ACTING_MARKS = ("Plt.", "Plh.", "Pj.", "Pjs.")


@dataclass(frozen=True)
class PersonData:
    """What is known of somebody besides the positions. Names and titles stand as typed."""

    name: str
    title_prefix: str | None = None
    title_suffix: str | None = None
    short_name: str | None = None  # chosen, never derived
    biography: str | None = None
    photo_id: int | None = None
    email: str | None = None
    whatsapp: str | None = None
    contact_note: str | None = None
    precedence: int | None = None
    keeper_id: int | None = None


@dataclass(frozen=True)
class PositionData:
    """A position, its institution, and the first and last day it was held; None is open on that side."""

    name: str
    institution: str | None = None
    acting: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


DAYS = ("valid_from", "valid_to")


def position_values(position: PositionData) -> dict[str, str | None]:
    """A position as JSON holds it, for comparing two who change it at once."""
    days: dict[str, date | None] = {name: getattr(position, name) for name in DAYS}
    return asdict(position) | {name: day.isoformat() if day else None for name, day in days.items()}


def position_of(values: Mapping[str, str | None]) -> PositionData:
    """The other way round."""
    days = {name: date.fromisoformat(text) if (text := values[name]) else None for name in DAYS}
    return PositionData(**{**values, **days})  # type: ignore[arg-type]


class Held(Protocol):
    """Anything that was held from a day to a day."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


Term = TypeVar("Term", bound=Held)


def in_force(positions: Iterable[Term], day: date) -> list[Term]:
    """Those held on a day, the one begun last first; those whose beginning nobody knows come behind."""
    held = [p for p in positions if _holds(p, day)]
    return sorted(held, key=lambda p: p.valid_from or date.min, reverse=True)


def _holds(position: Held, day: date) -> bool:
    begun = position.valid_from is None or position.valid_from <= day
    return begun and (position.valid_to is None or day <= position.valid_to)


def united(kept: Sequence[PositionData], other: Sequence[PositionData]) -> list[PositionData]:
    """The positions of two records of one person: those of the first, and of the second what it lacks.

    The same position is named once; where only one record knows a day, that day is taken. Two terms in the
    same position, with days that differ, stay two.
    """
    made = list(kept)
    for position in other:
        place = next((i for i, mine in enumerate(made) if _is_same_term(mine, position)), None)
        if place is None:
            made.append(position)
        else:
            mine = made[place]
            made[place] = replace(
                mine,
                valid_from=mine.valid_from or position.valid_from,
                valid_to=mine.valid_to or position.valid_to,
            )
    return made


def _is_same_term(one: PositionData, other: PositionData) -> bool:
    is_same_post = all(
        _plain(getattr(one, f)) == _plain(getattr(other, f)) for f in ("name", "institution", "acting")
    )
    days = ((one.valid_from, other.valid_from), (one.valid_to, other.valid_to))
    return is_same_post and all(None in pair or pair[0] == pair[1] for pair in days)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def differing(one: PersonData, other: PersonData) -> list[str]:
    """The fields of which both records know something else: where one lacks a value there is no choice."""
    return [
        f.name
        for f in fields(PersonData)
        if getattr(one, f.name) != getattr(other, f.name)
        and None not in (getattr(one, f.name), getattr(other, f.name))
    ]


def merged(kept: PersonData, other: PersonData, chosen_of_other: Iterable[str]) -> PersonData:
    """The first record, with the fields chosen of the second, and what it lacks itself."""
    chosen = set(chosen_of_other)
    values = {
        f.name: getattr(other, f.name)
        for f in fields(PersonData)
        if (f.name in chosen or getattr(kept, f.name) is None) and getattr(other, f.name) is not None
    }
    return replace(kept, **values)


def pair_digest(kept: PersonData, other: PersonData) -> str:
    """Tells whether two records are still those that somebody has compared."""
    return digest({"kept": asdict(kept), "other": asdict(other)})
