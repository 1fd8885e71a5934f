from __future__ import annotations

from dataclasses import replace
from datetime import date

from webinar.core.access import Action, Actor, Grant, OfficeRole, may_with_person
from webinar.core.berita.printed import PrintedForms, printed_forms
from webinar.core.document.model import Person
from webinar.core.person import PersonData, PositionData, differing, in_force, merged, pair_digest, united

CHAIR = PositionData("Ketua", "KPU Kabupaten Bantul", None, date(2019, 1, 10), date(2024, 1, 9))
MEMBER = PositionData("Anggota", "KPU RI", None, date(2024, 1, 10))
LECTURER = PositionData("Dosen", "Universitas Gadjah Mada")


def test_position_held_on_the_day_of_the_event_counts() -> None:
    positions = [LECTURER, CHAIR, MEMBER]

    assert in_force(positions, date(2021, 8, 12)) == [CHAIR, LECTURER]
    assert in_force(positions, date(2024, 1, 9)) == [CHAIR, LECTURER]
    assert in_force(positions, date(2024, 1, 10)) == [MEMBER, LECTURER]
    assert in_force(positions, date(2018, 1, 1)) == [LECTURER]


def test_of_positions_without_days_the_first_given_stands_first() -> None:
    dean = PositionData("Dekan", "Universitas Gadjah Mada")

    assert in_force([dean, LECTURER], date(2026, 1, 1)) == [dean, LECTURER]


def test_united_positions_name_each_once_and_know_the_days_that_either_knew() -> None:
    undated = PositionData("ketua", "KPU  Kabupaten Bantul")
    until = replace(undated, valid_to=date(2024, 1, 9))

    assert united([undated], [CHAIR]) == [replace(CHAIR, name="ketua", institution="KPU  Kabupaten Bantul")]
    assert united([until], [replace(undated, valid_from=date(2019, 1, 10))]) == [
        replace(undated, valid_from=date(2019, 1, 10), valid_to=date(2024, 1, 9))
    ]


def test_two_terms_in_one_position_stay_two() -> None:
    second = replace(CHAIR, valid_from=date(2024, 1, 10), valid_to=date(2029, 1, 9))

    assert united([CHAIR], [second, MEMBER]) == [CHAIR, second, MEMBER]


def test_acting_is_another_position() -> None:
    assert len(united([CHAIR], [replace(CHAIR, acting="Plt.")])) == 2


def test_merged_record_takes_what_was_chosen_and_what_it_lacks() -> None:
    kept = PersonData("Arief Budiman", title_prefix="Dr.", short_name="Arief")
    other = PersonData("Arif Budiman", title_prefix="Dr.", title_suffix="S.H.", short_name="Budiman")

    assert differing(kept, other) == ["name", "short_name"]
    assert merged(kept, other, ["name"]) == replace(kept, name="Arif Budiman", title_suffix="S.H.")
    assert merged(kept, other, []) == replace(kept, title_suffix="S.H.")


def test_nothing_is_taken_from_a_field_that_is_empty() -> None:
    kept = PersonData("Arief Budiman", biography="Lahir di Surabaya")

    assert merged(kept, PersonData("Arief"), ["biography"]).biography == "Lahir di Surabaya"


def test_digest_tells_another_state_and_another_order() -> None:
    one, other = PersonData("A"), PersonData("B")

    assert pair_digest(one, other) == pair_digest(PersonData("A"), PersonData("B"))
    assert (
        len({pair_digest(one, other), pair_digest(other, one), pair_digest(one, replace(other, email="b"))})
        == 3
    )


def test_printed_forms_are_those_of_the_papers() -> None:
    person = Person(
        "Arief Budiman",
        title_prefix="dr",
        title_suffix="SH,MH",
        short_name="Arief",
        position="ketua",
        institution="KPU RI",
        acting="plt",
    )

    assert printed_forms(person) == PrintedForms(
        name="dr. Arief Budiman, S.H., M.H.",
        post="Plt. Ketua KPU RI",
        first_mention="Plt. Ketua KPU RI dr. Arief Budiman, S.H., M.H.",
        later_mention="Arief",
    )


def test_printed_forms_of_somebody_without_position_and_short_name() -> None:
    forms = printed_forms(Person("i gede narayana"))

    assert forms == PrintedForms("i gede narayana", "", "i gede narayana", "i gede narayana")


def test_who_deputises_says_so_at_the_first_mention() -> None:
    forms = printed_forms(Person("Rahma", position="Sekretaris", represents="Bupati Bantul"))

    assert forms.first_mention == "Sekretaris Rahma yang mewakili Bupati Bantul"


def an_actor(role: OfficeRole, office_id: int | None = 1) -> Actor:
    return Actor(1, "A", "a@kpu.example", frozenset({Grant(role, office_id)}))


def test_people_are_read_by_all_and_edited_where_they_are_kept() -> None:
    operator, reader = an_actor(OfficeRole.OPERATOR), an_actor(OfficeRole.READER)

    assert may_with_person(reader, Action.READ, "/2/")
    assert may_with_person(operator, Action.EDIT_PERSON, "/1/7/")
    assert not may_with_person(operator, Action.EDIT_PERSON, "/2/")
    assert not may_with_person(reader, Action.EDIT_PERSON, "/1/")
    assert not may_with_person(operator, Action.READ_HISTORY, "/2/")


def test_record_that_nobody_keeps_is_edited_by_whoever_edits_people() -> None:
    assert may_with_person(an_actor(OfficeRole.OPERATOR), Action.EDIT_PERSON, "/")
    assert not may_with_person(an_actor(OfficeRole.READER), Action.EDIT_PERSON, "/")
    assert not may_with_person(an_actor(OfficeRole.OPERATOR), Action.READ_HISTORY, "/")


def test_nobody_without_a_role_sees_anybody() -> None:
    nobody = Actor(1, "A", "a@kpu.example", frozenset())

    assert not any(may_with_person(nobody, action, chain) for action in Action for chain in ("/", "/1/"))
