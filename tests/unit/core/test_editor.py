from __future__ import annotations

import pytest

from webinar.core.document.kinds import Many, Text
from webinar.core.editor import (
    FIELDS,
    ROW_FIELDS,
    SECTION_OF,
    Place,
    Rows,
    Section,
    longest,
    most_rows,
    place_of,
)
from webinar.core.states import Part


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("end", Place(Section.TIME, "ends")),
        ("dates.end_date", Place(Section.TIME, "end_on")),
        ("title", Place(Section.BASICS, "title")),
        ("venue", Place(Section.TIME, "venue")),
        ("invitation_letter.number", Place(Section.LETTER, "number")),
        ("sessions[2].end", Place(Section.PROGRAMME, "ends", Rows.SESSIONS, 2)),
        ("sessions[0].day", Place(Section.PROGRAMME, "day", Rows.SESSIONS, 0)),
        ("speakers[1].session", Place(Section.PEOPLE, "session", Rows.PEOPLE, 1, Part.SPEAKER)),
        ("opened_by", Place(Section.PEOPLE, None, Rows.PEOPLE, 0, Part.OPENER)),
        ("legal_basis[3].about", Place(Section.LETTER, "about", Rows.LEGAL_BASIS, 3)),
        ("attendance.total", None),
        ("(dokumen)", None),
    ],
)
def test_a_path_of_the_document_has_its_place_in_the_editor(path: str, place: Place | None) -> None:
    assert place_of(path) == place


def test_every_list_lies_in_a_section_and_has_fields_and_a_limit() -> None:
    assert set(SECTION_OF) == set(ROW_FIELDS) == set(Rows)
    assert all(most_rows(rows) >= 50 for rows in Rows)


def test_every_text_says_how_long_it_may_be() -> None:
    kinds = [kind for fields in (*FIELDS.values(), *ROW_FIELDS.values()) for kind in fields.values()]
    texts = [kind for kind in kinds if isinstance(kind, Text | Many)]

    assert len(texts) > 30
    assert all(0 < longest(kind) <= 5_000 for kind in texts)
