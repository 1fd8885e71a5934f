"""Speakers and officials with the positions they held, and when."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from webinar.db import IDS_ONCE, Base, UtcDateTime
from webinar.models.search_key import Key, key_of_attributes, key_of_columns

SEARCHED = ("name", "short_name")
SEARCHED_IN_POSITION = ("name", "institution")


class Person(Base):
    """Somebody who speaks or holds office. The short name is chosen, never derived."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), index=True)
    title_prefix: Mapped[str | None] = mapped_column(String(100))
    title_suffix: Mapped[str | None] = mapped_column(String(200))
    short_name: Mapped[str | None] = mapped_column(String(100))
    biography: Mapped[str | None] = mapped_column(Text)
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("picture.id", ondelete="SET NULL"))
    email: Mapped[str | None] = mapped_column(String(254))  # contact is never public
    whatsapp: Mapped[str | None] = mapped_column(String(20))
    contact_note: Mapped[str | None] = mapped_column(Text)
    precedence: Mapped[int | None]  # order of protocol, the lower the earlier
    keeper_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)  # whose desk keeps it
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    search_key: Mapped[str] = mapped_column(Key, default=key_of_columns(*SEARCHED), server_default="")

    positions: Mapped[list[Position]] = relationship(back_populates="person", cascade="all, delete-orphan")

    __table_args__ = (Index("ix_person_search", "search_key", "id"), IDS_ONCE)

    @validates(*SEARCHED)
    def _find_by(self, name: str, value: str | None) -> str | None:
        self.search_key = key_of_attributes(self, SEARCHED, name, value)
        return value


class Position(Base):
    """A position somebody held; an absent date means open on that side."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    institution: Mapped[str | None] = mapped_column(String(300))
    acting: Mapped[str | None] = mapped_column(String(30))  # Plt., Plh.
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]

    search_key: Mapped[str] = mapped_column(
        Key, default=key_of_columns(*SEARCHED_IN_POSITION), server_default=""
    )

    person: Mapped[Person] = relationship(back_populates="positions")

    @validates(*SEARCHED_IN_POSITION)
    def _find_by(self, name: str, value: str | None) -> str | None:
        self.search_key = key_of_attributes(self, SEARCHED_IN_POSITION, name, value)
        return value
