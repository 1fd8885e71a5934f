"""Chains and rights on trees of every shape, compared with a slow definition that knows no chains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.access import ALLOWED, Action, Actor, Grant, OfficeRole, may, may_anywhere, reach
from webinar.core.errors import OfficeLoop, OfficeTooDeep
from webinar.core.office_tree import MOST_LEVELS, Place, chains, may_stand

Tree = dict[int, Place]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Up to fourteen offices whose numbers contain one another (1, 11, 111), each below an earlier one."""
    numbers = draw(st.permutations([1, 2, 11, 12, 21, 22, 111, 112, 121, 211, 1111, 1112, 2111, 9]))
    numbers = numbers[: draw(st.integers(1, len(numbers)))]
    tree: Tree = {}
    for number in numbers:
        shallow = [id_ for id_ in tree if depth(tree, id_) < MOST_LEVELS]
        parent = draw(st.none() | st.sampled_from(shallow)) if shallow else None
        tree[number] = Place(parent, draw(st.booleans()))
    return dict(draw(st.permutations(list(tree.items()))))


def depth(tree: Tree, office_id: int) -> int:
    parent = tree[office_id].parent_id
    return 1 + (depth(tree, parent) if parent else 0)


def reaches(tree: Tree, holder: int, office_id: int) -> bool:
    """The slow definition: up from the office, step by step, as long as each takes rights from above."""
    while office_id != holder:
        place = tree[office_id]
        if place.parent_id is None or not place.takes_rights:
            return False
        office_id = place.parent_id
    return True


def holder_of(role: OfficeRole, *office_ids: int | None) -> Actor:
    return Actor(1, "Sri", "sri@kpu.example", frozenset(Grant(role, id_) for id_ in office_ids))


@given(trees(), st.data())
def test_rights_descend_where_the_tree_says_so_and_never_sideways(tree: Tree, data: st.DataObject) -> None:
    held = data.draw(st.lists(st.sampled_from(sorted(tree)), max_size=3))
    role, action = data.draw(st.sampled_from(OfficeRole)), data.draw(st.sampled_from(Action))
    actor, settled = holder_of(role, *held), chains(tree)

    for office_id in tree:
        expected = role in ALLOWED[action] and any(reaches(tree, holder, office_id) for holder in held)
        assert may(actor, action, settled[office_id]) == expected
    assert may_anywhere(actor, action) == (role in ALLOWED[action] and bool(held))
    assert reach(actor, action) == (frozenset(held) if role in ALLOWED[action] else frozenset())
    assert not may(actor, action, "/")


@given(trees(), st.data())
def test_moving_and_switching_change_the_rights_of_those_below_and_of_nobody_else(
    tree: Tree, data: st.DataObject
) -> None:
    moved = data.draw(st.sampled_from(sorted(tree)))
    place = Place(data.draw(st.none() | st.sampled_from(sorted(tree))), data.draw(st.booleans()))
    before, after_tree = chains(tree), tree | {moved: place}
    is_loop = place.parent_id is not None and _is_below(tree, place.parent_id, moved)

    if is_loop:
        with pytest.raises(OfficeLoop):
            chains(after_tree)
        return
    if max(depth(after_tree, id_) for id_ in tree) > MOST_LEVELS:
        with pytest.raises(OfficeTooDeep):
            chains(after_tree)
        return

    after = chains(after_tree)
    for office_id in tree:
        if not _is_below(tree, office_id, moved):
            assert after[office_id] == before[office_id]
        for holder in tree:
            is_reached = may(holder_of(OfficeRole.READER, holder), Action.READ, after[office_id])
            assert is_reached == reaches(after_tree, holder, office_id)


def _is_below(tree: Tree, office_id: int | None, top: int) -> bool:
    while office_id is not None:
        if office_id == top:
            return True
        office_id = tree[office_id].parent_id
    return False


@given(trees())
def test_a_grant_for_the_installation_reaches_everything_and_one_of_an_office_never_the_top(
    tree: Tree,
) -> None:
    everywhere = holder_of(OfficeRole.MANAGER, None)

    assert all(may(everywhere, action, chain) for action in Action for chain in (*chains(tree).values(), "/"))
    assert reach(everywhere, Action.READ) is None


def test_an_office_that_takes_no_rights_may_not_stand_below_itself_either() -> None:
    with pytest.raises(OfficeLoop):
        chains({1: Place(2, takes_rights=False), 2: Place(1, takes_rights=False)})


def test_the_tree_has_no_more_levels_than_its_chains_have_room_for() -> None:
    numbers = range(2_147_483_600, 2_147_483_600 + MOST_LEVELS)
    tree = {number: Place(number - 1 if number > numbers[0] else None) for number in numbers}

    assert max(map(len, chains(tree).values())) <= 200
    with pytest.raises(OfficeTooDeep):
        chains(tree | {1: Place(numbers[-1])})


def test_a_parent_that_is_gone_counts_as_none() -> None:
    assert chains({5: Place(4)}) == {5: "/5/"}


# who may give an office a place: 1 the centre, 2 a province, 3 a regency below that, 4 another province

CENTRE, PROVINCE, REGENCY, OTHER = "/1/", "/1/2/", "/1/2/3/", "/1/4/"
BELOW_PROVINCE = Place(2)


def manager(*office_ids: int | None) -> Actor:
    return holder_of(OfficeRole.MANAGER, *office_ids)


@pytest.mark.parametrize(
    ("actor", "is_allowed"),
    [(manager(2), True), (manager(1), True), (manager(None), True), (manager(4), False), (None, True)],
)
def test_an_office_is_founded_by_who_manages_the_one_above(actor: Actor | None, is_allowed: bool) -> None:
    assert may_stand(actor, BELOW_PROVINCE, PROVINCE) == is_allowed


@pytest.mark.parametrize(("actor", "is_allowed"), [(manager(1), False), (manager(None), True), (None, True)])
def test_an_office_of_its_own_is_founded_by_who_manages_the_installation(
    actor: Actor | None, is_allowed: bool
) -> None:
    assert may_stand(actor, Place(), None) == is_allowed


@pytest.mark.parametrize(
    ("held", "is_allowed"), [((1,), True), ((2, 4), True), ((2,), False), ((4,), False), ((3,), False)]
)
def test_an_office_is_moved_by_who_manages_both_that_stand_above(
    held: tuple[int, ...], is_allowed: bool
) -> None:
    assert may_stand(manager(*held), Place(4), OTHER, old=BELOW_PROVINCE, above=PROVINCE) == is_allowed


def test_rights_from_above_are_given_by_the_office_and_given_back_by_the_one_above() -> None:
    closed = Place(2, takes_rights=False)

    assert may_stand(manager(3), BELOW_PROVINCE, PROVINCE, old=closed, above=PROVINCE)
    assert not may_stand(manager(3), closed, PROVINCE, old=BELOW_PROVINCE, above=PROVINCE)
    assert may_stand(manager(1), closed, PROVINCE, old=BELOW_PROVINCE, above=PROVINCE)
    assert not may_stand(manager(3), Place(), None, old=BELOW_PROVINCE, above=PROVINCE)
    assert may_stand(manager(1), Place(), None, old=BELOW_PROVINCE, above=PROVINCE)


@pytest.mark.parametrize("new", [Place(2, takes_rights=False), Place(), Place(4, takes_rights=False)])
def test_nobody_in_between_ends_the_rights_of_the_offices_further_up(new: Place) -> None:
    under = {2: PROVINCE, 4: OTHER, None: None}[new.parent_id]

    assert not may_stand(manager(2, 3, 4), new, under, old=BELOW_PROVINCE, above=PROVINCE)
    assert may_stand(manager(1), new, under, old=BELOW_PROVINCE, above=PROVINCE)


def test_an_operator_gives_no_office_a_place() -> None:
    assert not may_stand(holder_of(OfficeRole.OPERATOR, None), BELOW_PROVINCE, PROVINCE)
