"""What taking a table of offices in would do to the offices there are.

An office is known by its name, in any of its usual spellings; the name itself is never changed by a table.
Cells that are empty change nothing. Rights are those before anything is done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from webinar.core.access import Action, Actor, chain_of, may
from webinar.core.office import OfficeData, level_fits, names_alike, plain_name
from webinar.core.office_import import OfficeFault
from webinar.core.office_tree import MOST_LEVELS, TOP, Place, may_stand
from webinar.core.region_names import RegionNames
from webinar.core.table_import.fault import CellFault, CellUnfit
from webinar.core.table_import.plan import Outcome, Step
from webinar.core.table_import.reading import ReadRow, RowFault, duplicate_rows

Node = int  # an office of the record by its id, one that a row makes by the row's number with a minus
_TOLD = tuple(told.name for told in fields(OfficeData) if told.name != "name")


@dataclass(frozen=True)
class KnownOffice:
    """An office of the record."""

    id: int
    data: OfficeData
    place: Place
    chain: str


@dataclass(frozen=True)
class OfficeStep(Step):
    """What is to be done, in terms of the record; ``parent`` is set where the office gets a new place."""

    office_id: int | None = None
    values: Mapping[str, str | None] = field(default_factory=dict)
    parent: Node | None = None

    @property
    def node(self) -> Node:
        return self.office_id or -self.row


@dataclass(frozen=True)
class OfficePlan:
    """The steps of the rows that will do, offices before those below them, and the faults of the others."""

    steps: tuple[OfficeStep, ...]
    faults: tuple[RowFault, ...]

    def count(self, outcome: Outcome) -> int:
        return sum(step.outcome == outcome for step in self.steps)


def plan_offices(
    rows: Sequence[ReadRow], known: Sequence[KnownOffice], regions: RegionNames, *, actor: Actor | None
) -> OfficePlan:
    """``actor`` None may do everything."""
    planner = _Planner(rows, known, regions, actor)
    for row in rows:
        planner.plan(row)
    faults = sorted(planner.faults.values(), key=lambda fault: fault.row)
    return OfficePlan(tuple(step for step in planner.steps.values() if step), tuple(faults))


class _Planner:
    """Goes from row to row; an office that another row names as the one above is planned before it."""

    def __init__(
        self,
        rows: Sequence[ReadRow],
        known: Sequence[KnownOffice],
        regions: RegionNames,
        actor: Actor | None,
    ) -> None:
        self.regions, self.actor = regions, actor
        self.rows = {row.number: row for row in rows}
        self.known = {office.id: office for office in known}
        self.names = {office.data.long_name.lower(): office for office in known if office.data.long_name}
        self.names |= {office.data.name.lower(): office for office in known}
        self.targets = {
            row.number: self._known(row.values["name"], row.values.get("long_name")) for row in rows
        }
        self.made = {
            plain_name(self.rows[n].values["name"]): n for n, old in reversed(self.targets.items()) if not old
        }
        keys = {
            n: old.id if old else plain_name(self.rows[n].values["name"]) for n, old in self.targets.items()
        }
        self.duplicates = duplicate_rows(keys)
        self.parents: dict[Node, Node | None] = {office.id: office.place.parent_id for office in known}
        self.steps: dict[
            int, OfficeStep | None
        ] = {}  # None while a row is being planned, and if it is at fault
        self.faults: dict[int, RowFault] = {}

    def _known(self, *names: str | None) -> KnownOffice | None:
        return next((self.names[alike] for alike in names_alike(names) if alike in self.names), None)

    def plan(self, row: ReadRow, depth: int = 0) -> None:
        if row.number in self.steps:
            return
        self.steps[row.number] = None
        column = "name"
        try:
            if row.number in self.duplicates:
                raise CellUnfit(CellFault.DUPLICATE, row=self.duplicates[row.number])
            column = "region_code"
            values = self._values(row)
            column = "parent"
            parent = self._parent(row, depth)
            self._check_place(row, parent)
            column = "name"
            step = self._step(row, values, parent)
        except CellUnfit as unfit:
            found = str(row.values.get(column, ""))
            self.faults[row.number] = RowFault(row.number, column, found, unfit.reason, unfit.facts)
        else:
            self.steps.pop(row.number)  # comes behind the office above it
            self.steps[row.number] = step
            self.parents[self._node(row)] = parent

    def _node(self, row: ReadRow) -> Node:
        old = self.targets[row.number]
        return old.id if old else -row.number

    def _values(self, row: ReadRow) -> dict[str, str | None]:
        """What the row tells and the record does not."""
        old = self.targets[row.number]
        told = {name: row.values[name] for name in _TOLD if name in row.values}
        level = told.get("level", old.data.level if old else None)
        if "region_code" in told:
            told["region_code"] = self._region(told["region_code"], level)
        if not level_fits(level, told.get("region_code", old.data.region_code if old else None)):
            raise CellUnfit(OfficeFault.OTHER_LEVEL)
        return {n: value for n, value in told.items() if old is None or getattr(old.data, n) != value}

    def _region(self, text: str, level: str | None) -> str:
        codes = self.regions.found(text, level)
        if not codes:
            raise CellUnfit(OfficeFault.UNKNOWN_REGION)
        if len(codes) > 1:
            raise CellUnfit(OfficeFault.UNCLEAR_REGION, names=", ".join(self.regions[code] for code in codes))
        return codes[0]

    def _parent(self, row: ReadRow, depth: int) -> Node | None:
        """The office above after this row: as told, else as it is."""
        text = row.values.get("parent")
        if text is None:
            return self.parents.get(self._node(row))
        found = self._known(text)
        if found is not None:
            return found.id
        number = self.made.get(plain_name(text))
        if number is None:
            raise CellUnfit(OfficeFault.UNKNOWN_PARENT)
        is_begun = number in self.steps and self.steps[number] is None and number not in self.faults
        if is_begun:
            raise CellUnfit(OfficeFault.LOOP)
        if depth >= MOST_LEVELS:
            raise CellUnfit(OfficeFault.TOO_DEEP, most=MOST_LEVELS)
        self.plan(self.rows[number], depth + 1)
        if number in self.faults:
            raise CellUnfit(OfficeFault.FAULTY_PARENT, row=number)
        return -number

    def _check_place(self, row: ReadRow, parent: Node | None) -> None:
        old, node = self.targets[row.number], self._node(row)
        if old is not None and old.place.parent_id == parent:
            return
        above = self._above(parent)
        if node in above:
            raise CellUnfit(OfficeFault.LOOP)
        if len(above) >= MOST_LEVELS:
            raise CellUnfit(OfficeFault.TOO_DEEP, most=MOST_LEVELS)
        place = Place(parent, old.place.takes_rights if old else True)
        chains = {"under": self._chain(parent), "above": self._chain(old.place.parent_id) if old else None}
        if not may_stand(self.actor, place, old=old.place if old else None, **chains):
            raise CellUnfit(OfficeFault.PLACE_NOT_MANAGED)

    def _above(self, node: Node | None) -> list[Node]:
        """The office and all above it."""
        path: list[Node] = []
        while node is not None and node not in path:
            path.append(node)
            node = self.parents.get(node)
        return path

    def _chain(self, node: Node | None) -> str | None:
        if node is None:
            return None
        if node > 0:
            return self.known[node].chain
        return chain_of(node, self._chain(self.parents[node]))

    def _step(self, row: ReadRow, values: dict[str, str | None], parent: Node | None) -> OfficeStep:
        """Raises CellUnfit where the actor does not manage an office that would change."""
        old = self.targets[row.number]
        told: dict[str, tuple[Any, Any]] = {
            name: (self._shown(name, getattr(old.data, name) if old else None), self._shown(name, value))
            for name, value in values.items()
        }
        moves = parent is not None and (old is None or old.place.parent_id != parent)
        if moves:
            told["parent"] = (self._name(old.place.parent_id) if old else None, self._name(parent))
        if old is None:
            name = row.values["name"]
            told = {"name": (None, name), **told}
            return OfficeStep(row.number, Outcome.CREATED, name, told, None, values | {"name": name}, parent)
        if told and self.actor is not None and not may(self.actor, Action.EDIT_OFFICE, old.chain or TOP):
            raise CellUnfit(OfficeFault.NOT_MANAGED)
        outcome = Outcome.CHANGED if told else Outcome.UNCHANGED
        return OfficeStep(row.number, outcome, old.data.name, told, old.id, values, parent if moves else None)

    def _shown(self, name: str, value: str | None) -> str | None:
        return self.regions[value] if name == "region_code" and value else value

    def _name(self, node: Node | None) -> str | None:
        if node is None:
            return None
        return self.known[node].data.name if node > 0 else str(self.rows[-node].values["name"])
