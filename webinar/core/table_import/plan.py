"""What applying a table would do, row by row: shown first, and then done exactly so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Step:
    """What a row would do: to what, and which values it would set, old and new."""

    row: int
    outcome: Outcome
    title: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


def plan_digest(steps: Sequence[Step]) -> str:
    """Differs when anything that would be done does: what was previewed is what is applied."""
    done = [(step.row, step.outcome, step.title, sorted(step.fields.items())) for step in steps]
    return hashlib.sha256(json.dumps(done, default=str).encode()).hexdigest()[:32]
