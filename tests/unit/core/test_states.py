from __future__ import annotations

import pytest

from webinar.core.history import Act
from webinar.core.states import EVENT_ACTS, EventState, may_become, possible_acts

COMING = {"is_over": False, "is_untouched": False}
OVER = {"is_over": True, "is_untouched": False}

TABLE = """
            published  rescheduled  postponed  cancelled  reinstated  archived  withdrawn
draft       x
published              x            x          x
postponed              x                       x          x
cancelled                                                 x
archived                                                  x
"""


def test_the_acts_on_a_coming_event_are_those_of_the_table() -> None:
    head, *lines = TABLE.strip("\n").splitlines()
    columns = {Act(word): head.index(word) for word in head.split()}

    written = {
        EventState(line.split()[0]): {act for act, at in columns.items() if line[at : at + 1] == "x"}
        for line in lines
    }

    assert written == {state: set(possible_acts(state, **COMING)) for state in EventState}
    assert set(columns) == set(EVENT_ACTS)


def test_what_has_taken_place_is_only_archived() -> None:
    assert possible_acts("published", **OVER) == (Act.ARCHIVED,)


def test_what_was_postponed_has_not_taken_place_whatever_its_old_date() -> None:
    assert possible_acts("postponed", **OVER) == (Act.RESCHEDULED, Act.CANCELLED, Act.REINSTATED)


@pytest.mark.parametrize("state", EventState)
def test_only_what_nobody_was_told_of_becomes_a_draft_again(state: EventState) -> None:
    is_possible = may_become(state, Act.WITHDRAWN, is_over=False, is_untouched=True)

    assert is_possible == (state == EventState.PUBLISHED)
    assert not may_become(state, Act.WITHDRAWN, is_over=False, is_untouched=False)
