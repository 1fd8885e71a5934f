"""The tree of offices: the chains that rights follow, and what a tree may not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webinar.core.access import Action, Actor, chain_of, may
from webinar.core.errors import OfficeLoop, OfficeTooDeep

MOST_LEVELS = 12  # their numbers fit the chain's column; the commission has three, with its ad hoc bodies six
TOP = "/"  # the chain of what stands above all offices: only who manages the installation reaches it


@dataclass(frozen=True)
class Place:
    """Where an office stands, and whether roles held above reach it."""

    parent_id: int | None = None
    takes_rights: bool = True


def chains(places: Mapping[int, Place]) -> dict[int, str]:
    """The chain of every office, in one pass whatever the order.

    Raises OfficeLoop where an office stands below itself, rights or no rights, and OfficeTooDeep.
    """
    found: dict[int, str] = {}
    depths: dict[int, int] = {}
    for office_id in places:
        for id_ in reversed(_unsettled(office_id, places, found)):
            place = places[id_]
            above = place.parent_id if place.parent_id in places else None
            depths[id_] = 1 + (depths[above] if above else 0)
            if depths[id_] > MOST_LEVELS:
                raise OfficeTooDeep
            found[id_] = chain_of(id_, found[above] if above and place.takes_rights else None)
    return found


def _unsettled(office_id: int, places: Mapping[int, Place], found: Mapping[int, str]) -> list[int]:
    """The office and those above it up to the first whose chain is known."""
    path: dict[int, None] = {}
    at: int | None = office_id
    while at is not None and at in places and at not in found:
        if at in path:
            raise OfficeLoop
        path[at] = None
        at = places[at].parent_id
    return list(path)


def may_stand(
    actor: Actor | None, new: Place, under: str | None, *, old: Place | None = None, above: str | None = None
) -> bool:
    """Whether somebody who manages an office may give it this place (decision 0013).

    ``under`` is the chain of the new office above, ``above`` that of the old one. Who takes an office in must
    manage the one above it; who takes it away from there must manage that one, and every office whose rights
    end thereby: a right is not given back by whom it binds, nor by somebody in between. An office of its own
    is founded by who manages the installation.
    """
    if actor is None:
        return True
    moves = old is None or old.parent_id != new.parent_id
    asked = []
    if moves and (under or old is None):
        asked.append(under or TOP)
    if old is not None and above:
        asked += [above] if moves else []
        asked += _ending(above, under if new.takes_rights else None) if old.takes_rights else []
    return all(may(actor, Action.EDIT_OFFICE, chain) for chain in asked)


def _ending(above: str, under: str | None) -> list[str]:
    """The chains of those offices of ``above`` that ``under`` does not name: rights held there end."""
    ids = above.strip("/").split("/")
    chains_down = [f"/{'/'.join(ids[:count])}/" for count in range(1, len(ids) + 1)]
    return [chain for id_, chain in zip(ids, chains_down, strict=True) if f"/{id_}/" not in (under or TOP)]
