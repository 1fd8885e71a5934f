"""Series of events, and templates to begin an event from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import IDS_ONCE, Base, UtcDateTime


class EventSeries(Base):
    """Events that belong together: weekly, monthly or on picked dates."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    rule: Mapped[str] = mapped_column(String(10))  # core.series.Rule: weekly, monthly, picked
    one_registration: Mapped[bool] = mapped_column(default=False)  # one for all, taken at the first event
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EventTemplate(Base):
    """Chosen parts of an event document to begin from; offices below may use it as well."""

    __table_args__ = (IDS_ONCE,)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # of registration
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
