from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.merge import Conflict, Edit, Merged, merge, row_now

NAMES = ("title", "theme", "hashtags", "quota")
VALUES: st.SearchStrategy[Any] = (
    st.none() | st.sampled_from(["Webinar", "Rapat"]) | st.integers(0, 2) | st.just(["#kpu"])
)
FIELDS = st.dictionaries(st.sampled_from(NAMES), VALUES)


def test_what_only_i_changed_is_written() -> None:
    edit = Edit(base={"title": "Webinar", "theme": None}, mine={"title": "Rapat", "theme": None})

    assert merge(edit, {"title": "Webinar", "theme": None}) == Merged({"title": "Rapat"})


def test_what_only_the_other_changed_stays() -> None:
    edit = Edit(base={"title": "Webinar", "theme": None}, mine={"title": "Rapat", "theme": None})

    assert merge(edit, {"title": "Webinar", "theme": "Terbuka"}) == Merged({"title": "Rapat"})


def test_what_both_changed_differently_is_not_written() -> None:
    edit = Edit(base={"title": "Webinar", "theme": None}, mine={"title": "Rapat", "theme": "Terbuka"})

    merged = merge(edit, {"title": "Diskusi", "theme": None})

    assert merged == Merged({"theme": "Terbuka"}, {"title": Conflict("Rapat", "Diskusi")})


def test_what_both_changed_alike_is_settled() -> None:
    assert merge(Edit({"title": "Webinar"}, {"title": "Rapat"}), {"title": "Rapat"}) == Merged()


def test_a_form_that_does_not_tell_its_base_overwrites_nothing() -> None:
    assert merge(Edit({}, {"title": "Rapat"}), {"title": "Webinar"}) == Merged(
        {}, {"title": Conflict("Rapat", "Webinar")}
    )


def test_a_held_field_waits_until_it_is_settled() -> None:
    edit = Edit(base={"title": "Diskusi"}, mine={"title": "Rapat"}, held={"title"})

    assert merge(edit, {"title": "Diskusi"}) == Merged({}, {"title": Conflict("Rapat", "Diskusi")})


@given(base=FIELDS, mine=FIELDS, theirs=FIELDS, held=st.sets(st.sampled_from(NAMES)))
def test_no_change_of_either_side_is_lost_silently(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any], held: set[str]
) -> None:
    merged = merge(Edit(base, mine, held), theirs)

    after = theirs | merged.write
    assert not merged.write.keys() & merged.conflicts.keys()
    for name in NAMES:
        i_changed = name in mine and (name not in base or mine[name] != base[name])
        they_changed = theirs.get(name) != base.get(name)
        if i_changed:  # my change is in the record or asked about
            assert after.get(name) == mine[name] or merged.conflicts[name].mine == mine[name]
        if they_changed:  # nor is theirs overwritten
            assert after.get(name) == theirs.get(name)
        if name in merged.conflicts:
            assert merged.conflicts[name].theirs == theirs.get(name)
            assert after.get(name) == theirs.get(name)


@given(base=FIELDS, mine=FIELDS, theirs=FIELDS)
def test_saving_again_over_what_was_seen_settles_everything(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    first = merge(Edit(base, mine), theirs)
    record = theirs | first.write
    seen = base | record | {name: conflict.theirs for name, conflict in first.conflicts.items()}

    again = merge(Edit(seen, mine), record)

    assert again.conflicts == {}
    for name in first.conflicts:
        assert (record | again.write)[name] == mine[name]


def test_a_row_is_found_where_it_was_moved_to() -> None:
    rows = [{"name": "B", "task": None}, {"name": "A", "task": ""}, {"name": "C"}]

    assert row_now(rows, {"name": "A"}, 0) == 1


def test_the_nearer_of_two_equal_rows_is_meant() -> None:
    assert row_now([{"name": "A"}, {"name": "B"}, {"name": "A"}], {"name": "A"}, 2) == 2


def test_a_row_that_was_changed_in_its_place_is_still_the_row() -> None:
    assert row_now([{"name": "A", "task": "Humas"}], {"name": "A", "task": "Acara"}, 0) == 0


def test_a_row_replaced_by_another_is_gone() -> None:
    assert row_now([{"name": "B"}], {"name": "A"}, 0) is None
    assert row_now([], {"name": "A"}, 0) is None
