"""The people who register: numbers none of which is given twice, and how many were told that they are in."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.client import Outcome


@dataclass
class Guests:
    first: int = 1
    acknowledged: int = 0

    def invite(self, count: int) -> int:
        """The first of ``count`` numbers that nobody else gets."""
        invited, self.first = self.first, self.first + count
        return invited

    def note(self, outcome: Outcome) -> Outcome:
        self.acknowledged += len(outcome.acknowledged)
        return outcome
