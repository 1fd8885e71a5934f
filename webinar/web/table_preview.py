"""What the page between sending a table and taking it in shows, whatever the rows are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from webinar.adapters.tables import DELIMITERS, ENCODINGS
from webinar.core.table_import.letters import broken_letters, special_letters
from webinar.core.table_import.plan import Outcome, Step
from webinar.core.table_import.reading import RowFault
from webinar.core.table_import.table import Column, column_letters
from webinar.services.table_reading import TableRead
from webinar.web.forms.table_import import reading_mark
from webinar.web.table_words import delimiter_word, encoding_word

SAMPLES = 2
Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class FileColumn:
    """A column of the file with some of its cells, and what it was taken for."""

    place: int
    letters: str
    heading: str
    samples: tuple[str, ...]
    name: str | None


@dataclass(frozen=True)
class Preview:
    """``hidden`` are the fields by which exactly this reading is asked for again."""

    columns: tuple[FileColumn, ...]
    lacking: tuple[str, ...]  # required columns that none was taken for
    encodings: Choices
    delimiters: Choices
    sheets: Choices
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    broken: str | None
    special: str | None
    steps: Sequence[Step]
    faults: Sequence[RowFault]
    counts: dict[str, int]
    hidden: Choices

    @property
    def applicable(self) -> int:
        return self.counts["created"] + self.counts["changed"]


def preview_of(
    read: TableRead, steps: Sequence[Step], faults: Sequence[RowFault], columns: Sequence[Column]
) -> Preview:
    """The steps that change something, all faults, and how the file was read."""
    file, everything = read.file, sorted((*read.reading.faults, *faults), key=lambda fault: fault.row)
    told = Counter(step.outcome for step in steps)
    counts = {outcome.value: told[outcome] for outcome in Outcome}
    matched = set(read.matching.values())
    return Preview(
        columns=tuple(_columns(read)),
        lacking=tuple(c.name for c in columns if c.is_required and c.name not in matched),
        encodings=[(word, encoding_word(word)) for word in ENCODINGS] if file.encoding else [],
        delimiters=[(word, delimiter_word(word)) for word in DELIMITERS] if file.delimiter else [],
        sheets=[(name, name) for name in file.sheets] if len(file.sheets) > 1 else [],
        encoding=file.encoding,
        delimiter=file.delimiter,
        sheet=file.sheet,
        broken=broken_letters(file.raw.rows),
        special=special_letters(file.raw.rows),
        steps=[step for step in steps if step.fields],
        faults=everything,
        counts=counts | {"faulty": len({fault.row for fault in everything}), "rows": len(read.table.rows)},
        hidden=_hidden(read),
    )


def _columns(read: TableRead) -> list[FileColumn]:
    found = []
    for place, heading in enumerate(read.table.headings):
        cells = [" ".join(row[place].split()) for _number, row in read.table.rows]
        samples = tuple(cell[:40] for cell in cells if cell)[:SAMPLES]
        if heading or samples:
            name = read.matching.get(place)
            found.append(FileColumn(place, column_letters(place + 1), heading, samples, name))
    return found


def _hidden(read: TableRead) -> Choices:
    file = read.file
    told = {"penyandian": file.encoding, "pemisah": file.delimiter, "lembar": file.sheet}
    columns = {f"kolom-{place}": read.matching.get(place, "") for place in range(len(read.table.headings))}
    mark = {"cara": reading_mark(file.encoding, file.delimiter, file.sheet)}
    return list({name: value for name, value in told.items() if value}.items()) + list(
        (columns | mark).items()
    )
