"""What registrations are found by: an index in a table of its own (decision 0018)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base
from webinar.models.search_key import Key


class RegistrationTerm(Base):
    """A word of a registration's name, institution or address, or its province (``core.search``).

    In the order of the primary key it is the register at the end of a book: event, word, who. Written by
    the services that write the registration, gone with it.
    """

    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    term: Mapped[str] = mapped_column(Key, primary_key=True)
    registration_id: Mapped[int] = mapped_column(
        ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )

    __table_args__ = (
        Index("ix_registration_term_of", "registration_id", "term"),
        {"sqlite_with_rowid": False},
    )
