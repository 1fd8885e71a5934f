"""Many processes want the same seats: never one too many, never one lost, nobody twice."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.stress.books import Books, books
from tests.stress.conftest import PROCESSES
from tests.stress.swarm import Cancel, Register, Swarm

EACH = 5


def shares_of(event_id: int, *, each: int = EACH, prefix: str = "p", groups: tuple[int, ...] = ()):
    """Different people for every process; with ``groups`` they take turns."""
    return [
        [
            Register(
                event_id,
                f"{prefix}{process}-{number}@contoh.id",
                f"{event_id}-{prefix}-{process}-{number}",
                groups[(process + number) % len(groups)] if groups else None,
            )
            for number in range(each)
        ]
        for process in range(PROCESSES)
    ]


def test_parallel_registration_gives_exactly_the_quota_and_numbers_those_who_wait(swarm, make_event):
    event = make_event(quota=20)

    answers = swarm.perform(shares_of(event.id))

    assert Counter(a.outcome for a in answers) == {"confirmed": 20, "waiting": PROCESSES * EACH - 20}
    waiting = PROCESSES * EACH - 20
    assert books(event.id) == Books(
        taken=20,
        waiting=waiting,
        cancelled=0,
        waiting_numbers=list(range(1, waiting + 1)),
        mails={"registration_received": 20, "registration_waiting": waiting},
    )


def test_parallel_registration_without_waiting_list_refuses_the_rest(swarm, make_event):
    event = make_event(quota=20, keeps_waiting_list=False)

    answers = swarm.perform(shares_of(event.id))

    assert Counter(a.outcome for a in answers) == {"confirmed": 20, "QuotaFull": PROCESSES * EACH - 20}
    assert books(event.id).mails == {"registration_received": 20}


def test_parallel_registration_keeps_the_quota_of_each_group_and_of_the_event(swarm, make_event):
    event = make_event(quota=12, group_quotas=(4, 30))
    few, many = (group.id for group in event.groups)

    answers = swarm.perform(shares_of(event.id, groups=(few, many)))

    seats = Counter(a.action.group_id for a in answers if a.outcome == "confirmed")
    assert sum(seats.values()) == 12
    assert seats[few] <= 4
    assert books(event.id).taken == 12


def test_parallel_registration_of_one_address_leaves_one_active(swarm, make_event):
    event = make_event(quota=20)
    spellings = ["siti@contoh.id", "SITI@contoh.id", " Siti@Contoh.ID "]

    answers = swarm.perform(
        [
            [Register(event.id, spellings[(process + n) % 3], f"{event.id}-{process}-{n}") for n in range(3)]
            for process in range(PROCESSES)
        ]
    )

    assert Counter(a.outcome for a in answers) == {"confirmed": 1, "AlreadyRegistered": PROCESSES * 3 - 1}
    assert books(event.id).taken == 1


def test_parallel_submission_of_one_form_answers_alike_and_counts_once(swarm, make_event):
    event = make_event(quota=20)

    answers = swarm.perform([[Register(event.id, "siti@contoh.id", f"{event.id}-form")] * 3] * PROCESSES)

    assert {(a.outcome, a.token) for a in answers} == {("confirmed", answers[0].token)}
    assert books(event.id) == Books(1, 0, 0, [], {"registration_received": 1})


def test_parallel_cancelling_of_one_seat_frees_it_once(swarm, make_event):
    event = make_event(quota=1)
    first, *_ = swarm.perform([[Register(event.id, "a@contoh.id", f"{event.id}-a")], *[[]] * (PROCESSES - 1)])
    swarm.perform([[Register(event.id, f"b{n}@contoh.id", f"{event.id}-b{n}")] for n in range(PROCESSES)])

    answers = swarm.perform([[Cancel(first.token)]] * PROCESSES)

    assert Counter(a.outcome for a in answers) == {"cancelled": 1, "AlreadyCancelled": PROCESSES - 1}
    found = books(event.id)
    assert (found.taken, found.waiting, found.cancelled) == (1, PROCESSES - 1, 1)
    assert found.waiting_numbers == list(range(2, PROCESSES + 1))


@pytest.mark.parametrize("groups", [(), (6, 30)])
def test_cancelling_while_others_register_leaves_no_seat_empty(swarm, make_event, groups):
    event = make_event(quota=15, group_quotas=groups)
    ids = tuple(group.id for group in event.groups)
    seated = [a for a in swarm.perform(shares_of(event.id, each=3, groups=ids)) if a.outcome == "confirmed"]
    cancelling = [Cancel(a.token) for a in seated[:10]]
    joining = shares_of(event.id, each=4, prefix="q", groups=ids)
    half = PROCESSES // 2

    answers = swarm.perform(
        [*(cancelling[n::half] for n in range(half)), *joining[half:]],
    )

    outcomes = Counter(a.outcome for a in answers)
    assert outcomes["cancelled"] == 10
    assert set(outcomes) <= {"cancelled", "confirmed", "waiting"}
    found = books(event.id)
    assert found.taken == 15
    assert found.taken + found.waiting == PROCESSES * 3 - 10 + half * 4
    assert len(set(found.waiting_numbers)) == found.waiting


def test_registration_after_kill_of_all_writers_finds_the_books_in_order(place, stressed_app, make_event):
    event = make_event(quota=25)
    with Swarm(place, PROCESSES) as doomed:
        doomed.begin(shares_of(event.id, each=200))
        answers = doomed.answers_until(40)
        answers += doomed.kill()

    found = books(event.id)
    assert found.taken == 25
    assert found.taken + found.waiting >= len(answers)
    assert found.waiting_numbers == list(range(1, found.waiting + 1))
    assert sum(found.mails.values()) == found.taken + found.waiting
    with Swarm(place, 1) as survivor:
        (answer,) = survivor.perform([[Register(event.id, "akhir@contoh.id", f"{event.id}-akhir")]])
    assert answer.outcome == "waiting"
    assert books(event.id).waiting == found.waiting + 1
