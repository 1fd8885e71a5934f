from __future__ import annotations

import pytest

from webinar.core.history import differences, discreet, masked, part_names

BEFORE = {
    "title": "Webinar",
    "letter": {"number": "12", "date": None},
    "hashtags": [],
    "roles": {"7": {"name": "Budi", "position": "Ketua"}, "8": {"name": "Siti", "position": None}},
}


def test_only_what_differs_is_told_by_its_path() -> None:
    after = {**BEFORE, "letter": {"number": "13", "date": "2026-12-01"}, "hashtags": ["KPU"], "title": ""}

    assert differences(BEFORE, after) == {
        "title": ("Webinar", None),
        "letter.number": ("12", "13"),
        "letter.date": (None, "2026-12-01"),
        "hashtags": (None, ["KPU"]),
    }


def test_secrets_are_never_told() -> None:
    before = {"password": "a", "account": {"token": "b"}, "name": "Sri"}

    assert differences(before, {"password": "c", "account": {"token": "d"}, "name": "Sri"}) == {}


def test_that_a_secret_changed_is_told() -> None:
    assert differences({}, {"password_changed_at": "2026"}) == {"password_changed_at": (None, "2026")}


def test_passcodes_are_hidden_and_contacts_of_people_masked() -> None:
    fields = {
        "meeting_access": ("ID 123, sandi 456", None),
        "email": (None, "budi@kpu.go.id"),
        "positions.1.name": (None, "Ketua"),
    }

    assert discreet(fields, hides_contact=True) == {
        "meeting_access": ("•••", None),
        "email": (None, "b•••@kpu.go.id"),
        "positions.1.name": (None, "Ketua"),
    }
    assert discreet(fields, hides_contact=False)["email"] == (None, "budi@kpu.go.id")


@pytest.mark.parametrize(
    ("contact", "expected"), [("budi@kpu.go.id", "b•••@kpu.go.id"), ("+6281234567890", "+62•••90")]
)
def test_a_masked_contact_is_of_no_use_to_others(contact: str, expected: str) -> None:
    assert masked(contact) == expected


def test_a_part_has_the_name_it_has_now_else_the_one_it_had() -> None:
    after = {"roles": {"7": {"name": "Budi Santoso", "position": "Ketua"}}}
    fields = differences(BEFORE, after)

    assert part_names(fields, BEFORE, after) == {"roles.7": "Budi Santoso", "roles.8": "Siti"}
