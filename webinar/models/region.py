"""Provinces, regencies and cities with their zone."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webinar.db import Base


class Region(Base):
    """A region of the Ministry of Home Affairs' code list: ``34`` a province, ``34.02`` a regency or city."""

    code: Mapped[str] = mapped_column(String(5), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(8))  # province, regency, city
    parent_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"), index=True)
    zone_name: Mapped[str] = mapped_column(String(32))  # Asia/Jakarta …
