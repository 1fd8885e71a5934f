"""What a request has to say to the editor's page, and what its templates are told of rows and conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from webinar.core.editor import Rows, Section
from webinar.core.merge import Conflict
from webinar.web.desk.editor_words import Gap, RowWords
from webinar.web.forms.section import ValuesForm

NEW = "baru"


@dataclass
class Told:
    """What a request has to say beyond the record: forms that came back, errors, what was done, the focus."""

    forms: dict[str, ValuesForm] = field(default_factory=dict)
    conflicts: dict[str, Mapping[str, Conflict]] = field(default_factory=dict)
    problems: dict[Section, list[str]] = field(default_factory=dict)
    done: dict[Section, str] = field(default_factory=dict)
    unsaved: set[Section] = field(default_factory=set)
    opened: str = ""  # the key of the row whose form is open
    adding: Rows | None = None
    given: dict[str, str] = field(default_factory=dict)  # to begin a new row with
    focus: str = ""  # the id of what takes the focus
    undo: dict[Section, tuple[Rows, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class RowView:
    """One row of a list; ``value`` is what its buttons send."""

    key: str
    number: int
    value: str
    words: RowWords
    form: ValuesForm | None
    is_first: bool
    is_last: bool
    gap: Gap | None


@dataclass(frozen=True)
class ConflictView:
    """A field that somebody else changed meanwhile: who and when in words, and to what."""

    who: str
    theirs: str
    name: str
