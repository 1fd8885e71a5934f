"""An event is called off while people register: whoever came before is told, later ones are refused."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.stress.books import books
from tests.stress.conftest import PROCESSES
from tests.stress.swarm import CancelEvent
from tests.stress.test_parallel_registration import shares_of

EACH = 12


@pytest.mark.parametrize("groups", [(), (1000, 1000)])
@pytest.mark.parametrize("after", [0, 3, 8])
def test_everybody_who_got_in_is_told_and_nobody_gets_in_afterwards(swarm, make_event, groups, after):
    event = make_event(quota=30, group_quotas=groups)
    shares = shares_of(event.id, each=EACH, groups=tuple(group.id for group in event.groups))
    shares[0] = [*shares[0][:after], CancelEvent(event.id)]

    answers = swarm.perform(shares)

    outcomes = Counter(answer.outcome.split()[0] for answer in answers)
    told = next(int(a.outcome.split()[1]) for a in answers if a.outcome.startswith("told "))
    found = books(event.id)
    assert set(outcomes) <= {"confirmed", "waiting", "RegistrationClosed", "told"}
    assert outcomes["confirmed"] + outcomes["waiting"] == found.taken + found.waiting == told
    assert found.mails.get("event_cancelled", 0) == told
    later = [answer.outcome for answer in answers[-EACH:]]
    assert later == sorted(later, key=lambda outcome: outcome == "RegistrationClosed")


def test_an_event_is_called_off_once(swarm, make_event):
    event = make_event(quota=5)
    swarm.perform(shares_of(event.id, each=1))

    answers = swarm.perform([[CancelEvent(event.id)]] * PROCESSES)

    outcomes = Counter(answer.outcome for answer in answers)
    assert outcomes == {f"told {PROCESSES}": 1, "ActUnfit": PROCESSES - 1}
    assert books(event.id).mails["event_cancelled"] == PROCESSES
