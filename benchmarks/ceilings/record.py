"""Two tables with columns as the product has them, and SQLite set as the product sets it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Self

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class _Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=_Base)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    if type(connection).__module__.startswith("sqlite3"):
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
            connection.execute(f"PRAGMA {pragma}")


class Meeting(db.Model):  # type: ignore[name-defined, misc]
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    theme: Mapped[str]
    organiser: Mapped[str]
    mode: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    @classmethod
    def sample(cls) -> Self:
        return cls(
            slug="rapat",
            title="Sosialisasi Undang-Undang Keterbukaan Informasi Publik",
            theme="Keterbukaan <informasi> & partisipasi",
            organiser="Komisi Pemilihan Umum Republik Indonesia",
            mode="Daring",
            starts_at=datetime(2026, 12, 1, 6, tzinfo=UTC),
            ends_at=datetime(2026, 12, 1, 8, tzinfo=UTC),
            changed_at=datetime(2026, 11, 1, tzinfo=UTC),
        )


class Attendee(db.Model):  # type: ignore[name-defined, misc]
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id))
    created_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    full_name: Mapped[str]
    email: Mapped[str] = mapped_column(index=True)
    whatsapp: Mapped[str | None]
    institution: Mapped[str]
    unit: Mapped[str | None]
    position: Mapped[str | None]
    question: Mapped[str | None]
    consents: Mapped[bool]

    @classmethod
    def sample(cls, number: int) -> Self:
        return cls(
            meeting_id=1,
            full_name=f"Peserta {number}",
            email=f"peserta{number}@contoh.id",
            whatsapp="+6281234567890",
            institution="KPU Kabupaten Bantul",
            unit="Subbagian Teknis",
            position="Kepala Subbagian",
            consents=True,
        )
