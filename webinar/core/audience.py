"""Whom an event is meant for, seen by the clock: the zones its participants live in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webinar.core.document.model import EventDocument
from webinar.core.document.zone import event_zone
from webinar.core.groups import Group
from webinar.core.zones import WIB, WIT, WITA, ZONES, Zone

_EVERYWHERE = re.compile(
    r"\b(?:se[- ]?indonesia|seluruh indonesia|nasional|national|nusantara)\b", re.IGNORECASE
)
_PLACES = {
    WIB: (
        "aceh|sumatera|sumatra|riau|jambi|bengkulu|lampung|bangka|belitung|jakarta|dki|jawa|banten"
        "|yogyakarta|diy|kalimantan barat|kalimantan tengah|indonesia barat|wib"
    ),
    WITA: (
        "bali|nusa tenggara|ntb|ntt|kalimantan selatan|kalimantan timur|kalimantan utara|sulawesi|gorontalo"
        "|indonesia tengah|wita"
    ),
    WIT: "maluku|papua|indonesia timur|wit",
}
_BORNEO = re.compile(r"\bkalimantan\b(?! (?:barat|tengah|selatan|timur|utara))", re.IGNORECASE)


@dataclass(frozen=True)
class Audience:
    """The zones that are reached, west to east; ``is_national``: invited from the whole country."""

    zones: tuple[Zone, ...]
    is_national: bool = False


NATIONAL = Audience(ZONES, is_national=True)


def audience(scopes: Iterable[str | None], home: Zone) -> Audience:
    """The audience of scopes as typed (``se-Indonesia``, ``Papua``); the organiser's zone always belongs."""
    texts = [scope for scope in scopes if scope]
    if any(_EVERYWHERE.search(text) for text in texts):
        return NATIONAL
    reached = {home} | {zone for text in texts for zone in _zones_named(text)}
    return Audience(tuple(zone for zone in ZONES if zone in reached))


def audience_of(document: EventDocument) -> Audience:
    """The audience of a document."""
    return invited(
        document.participant_groups,
        target_region=document.target_region,
        level=document.organiser.level,
        home=event_zone(document),
    )


def invited(groups: Sequence[Group], *, target_region: str | None, level: str | None, home: Zone) -> Audience:
    """By the groups' scopes, offices and labels; a national office that names none invites everybody."""
    scopes = [target_region, *(group.scope for group in groups), *(group.label for group in groups)]
    scopes += [unit for group in groups for unit in (*group.units, *group.members)]
    if not any(scopes) and level == "national":
        return NATIONAL
    return audience(scopes, home)


def _zones_named(text: str) -> Iterable[Zone]:
    for zone, places in _PLACES.items():
        if re.search(rf"\b(?:{places})\b", text, re.IGNORECASE):
            yield zone
    if _BORNEO.search(text):
        yield from (WIB, WITA)
