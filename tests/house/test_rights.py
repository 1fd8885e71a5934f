"""Every route of the desk × every role, compared with a table written by hand."""

from __future__ import annotations

from webinar.core.access import ALLOWED, Action, OfficeRole

TABLE = """
                     manager  operator  note_taker  reviewer  reader
read                 x        x         x           x         x
read_registrations   x        x
read_history         x        x                     x
edit_event           x        x
edit_registrations   x        x
write_berita         x        x         x           x
publish_berita       x                              x
edit_person          x        x
edit_office          x
edit_members         x
"""


def test_the_actions_of_each_role_are_those_of_the_table() -> None:
    head, *lines = TABLE.strip("\n").splitlines()
    columns = {role: head.index(role) for role in head.split()}

    written = {
        Action(line.split()[0]): {
            OfficeRole(role) for role, column in columns.items() if line[column : column + 1] == "x"
        }
        for line in lines
    }

    assert written == ALLOWED
    assert set(columns) == set(OfficeRole)
