"""The card that chats and networks show with the link of an event: what stands on it, in Indonesian."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from webinar.core.indonesian.dates import long_date, long_range
from webinar.core.states import EventState
from webinar.core.zones import three_clocks, zone_of

STATE_WORDS = {EventState.CANCELLED: ("DIBATALKAN", "bad"), EventState.POSTPONED: ("DITUNDA", "wait")}


class OnCard(Protocol):
    """The columns of an event that its card is made from; any row or record that has them will do."""

    @property
    def title(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def organiser_name(self) -> str: ...
    @property
    def organiser_long_name(self) -> str | None: ...
    @property
    def start_on(self) -> date: ...
    @property
    def end_on(self) -> date | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def zone_name(self) -> str: ...


@dataclass(frozen=True)
class CardFacts:
    """These alone; instants in UTC."""

    title: str
    state: str
    organiser_name: str
    organiser_long_name: str | None
    start_on: date
    end_on: date | None
    starts_at: datetime | None
    zone_name: str


@dataclass(frozen=True)
class CardClock:
    """``13.00`` and ``WIB``; the day where midnight lies between the zones."""

    text: str
    zone: str
    day: str | None


@dataclass(frozen=True)
class Card:
    """The texts, ready to be set. ``tone`` is that of the state's word: ``bad`` or ``wait``."""

    site: str
    title: str
    organiser: str
    date: str
    clocks: tuple[CardClock, ...]
    note: str | None
    state: str | None
    tone: str | None
    is_struck: bool


def card_of(facts: OnCard, *, site: str) -> Card:
    """The organiser's clock leads, since nobody knows the reader's."""
    state, tone = STATE_WORDS.get(EventState(facts.state), (None, None))
    is_postponed = facts.state == EventState.POSTPONED
    days = long_range(facts.start_on, max(facts.end_on or facts.start_on, facts.start_on))
    return Card(
        site=site,
        title=facts.title,
        organiser=facts.organiser_long_name or facts.organiser_name,
        date=f"Semula {days}" if is_postponed else days,
        clocks=() if is_postponed else _clocks(facts),
        note="Jadwal baru akan diumumkan" if is_postponed else _note(facts),
        state=state,
        tone=tone,
        is_struck=facts.state == EventState.CANCELLED,
    )


def card_text(card: Card) -> str:
    """The same in words, for who does not see the picture."""
    clocks = " / ".join(f"{clock.text} {clock.zone}" for clock in card.clocks)
    date_and_clocks = f"{card.date}, pukul {clocks}" if clocks else card.date
    return ". ".join(filter(None, [card.state, card.title, date_and_clocks, card.organiser]))


def _note(facts: OnCard) -> str | None:
    return "Waktu akan diumumkan" if facts.starts_at is None and facts.state != EventState.CANCELLED else None


def _clocks(facts: OnCard) -> tuple[CardClock, ...]:
    if facts.starts_at is None:
        return ()
    home = zone_of(facts.zone_name)
    clocks = three_clocks(facts.starts_at, home=home, first=home)
    differs = any(clock.date_differs for clock in clocks)
    return tuple(CardClock(c.text, c.zone.code, long_date(c.on) if differs else None) for c in clocks)
