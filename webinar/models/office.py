"""Institutions and their offices, a tree."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from webinar.db import IDS_ONCE, Base
from webinar.models.region import Region
from webinar.models.search_key import Key, key_of_attributes, key_of_columns

SEARCHED = ("name", "long_name", "city")


class Institution(Base):
    """A chain of offices (KPU, Bawaslu) or a single body (a university, an NGO)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(20))  # election, monitor, university, government, other


class Office(Base):
    """One office of an institution; its parent is the office above it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)  # as printed: KPU Kabupaten Bantul
    long_name: Mapped[str | None] = mapped_column(String(300))
    level: Mapped[str | None] = mapped_column(String(10))  # national, province, regency, other
    city: Mapped[str | None] = mapped_column(String(80))  # for the dateline
    institution_id: Mapped[int] = mapped_column(ForeignKey("institution.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"), index=True)
    takes_rights: Mapped[bool] = mapped_column(default=True)  # roles held above reach down to it
    chain: Mapped[str] = mapped_column(String(200), default="/", index=True)  # core.access: /1/14/230/
    email: Mapped[str | None] = mapped_column(String(254))
    whatsapp: Mapped[str | None] = mapped_column(String(20))
    phone: Mapped[str | None] = mapped_column(String(30))
    address: Mapped[str | None] = mapped_column(String(500))
    website: Mapped[str | None] = mapped_column(String(200))

    search_key: Mapped[str] = mapped_column(Key, default=key_of_columns(*SEARCHED), server_default="")

    institution: Mapped[Institution] = relationship()
    region: Mapped[Region | None] = relationship()

    __table_args__ = (Index("ix_office_search", "search_key", "id"), IDS_ONCE)

    @validates(*SEARCHED)
    def _find_by(self, name: str, value: str | None) -> str | None:
        self.search_key = key_of_attributes(self, SEARCHED, name, value)
        return value
