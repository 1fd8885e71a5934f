from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webinar.core.pairing import pair


def test_surest_likeness_goes_first() -> None:
    def same(row: str, item: str) -> bool:
        return row == item

    def same_letter(row: str, item: str) -> bool:
        return row[0] == item[0]

    assert pair(["a1", "a2", "b1"], ["a2", "a3", "c1"], same, same_letter) == ["a2", "a1", None]


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_each_row_is_found_once_and_as_many_as_can_be(old: list[int], new: list[int]) -> None:
    rows = [[number] for number in old]

    found = pair(rows, new, lambda row, item: row[0] == item)

    given_rows = [id(row) for row in found if row is not None]
    assert len(set(given_rows)) == len(given_rows)
    assert len(given_rows) == sum(min(old.count(n), new.count(n)) for n in range(4))
    assert all(row is None or row[0] == item for row, item in zip(found, new, strict=True))
