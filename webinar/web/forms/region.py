"""The choice of regency: 38 provinces and 514 regencies and cities, written once for each process."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from webinar.core.zones import Zone, zone_of
from webinar.queries.region import Regency, regencies
from webinar.web.kept import kept

ABROAD = "luar-negeri"


def regencies_by_code() -> dict[str, Regency]:
    return kept("regencies").get("by code", lambda: {regency.code: regency for regency in regencies()})


def zone_of_region(code: str | None) -> Zone | None:
    found = regencies_by_code().get(code or "")
    return zone_of(found.zone_name) if found else None


def region_options(chosen: str | None = None) -> Markup:
    """``<optgroup>`` after ``<optgroup>``; with the chosen one marked."""
    options = kept("regencies").get("options", _options)
    if not chosen or chosen not in regencies_by_code():
        return options
    value = f'value="{chosen}"'
    return Markup(str(options).replace(value, value + " selected", 1))  # noqa: S704 - our own markup


def _options() -> Markup:
    parts = []
    by_province = groupby(regencies_by_code().values(), key=lambda r: (r.province, zone_of(r.zone_name).code))
    for (province, zone), found in by_province:
        parts.append(f'<optgroup label="{escape(province)} ({zone})">')
        parts += [f'<option value="{r.code}">{escape(r.label)}</option>' for r in found]
        parts.append("</optgroup>")
    return Markup("".join(parts))  # noqa: S704 - escaped above
