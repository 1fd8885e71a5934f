"""What the directory says of a person: terms in office, and the forms that papers print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import request
from flask_babel import gettext as _

from webinar.core.berita.printed import PrintedForms, printed_forms
from webinar.core.document.model import Person as PrintedPerson
from webinar.core.people import post
from webinar.core.person import Held, PersonData, PositionData, in_force
from webinar.core.text import clean
from webinar.core.typed import TypedUnfit, typed_date
from webinar.models import Person, Position
from webinar.queries.person import data_of, position_data
from webinar.web.filters import plain_date
from webinar.web.forms.position import ACTING_WORDS
from webinar.web.forms.when import today
from webinar.web.unfit import unfit_sentence

MOST_REPRESENTED = 300


@dataclass(frozen=True)
class ShownPosition:
    """A line of the page: the post as it is printed, and whether it is held today."""

    id: int
    post: str
    position: Position
    is_held: bool


@dataclass(frozen=True)
class Preview:
    """The printed forms as of a day; what was typed into the two fields, and what is wrong with the day."""

    forms: PrintedForms
    day: date
    typed: str
    represents: str
    fault: str | None


def term_words(term: Held) -> str:
    """``12 April 2017 – 11 April 2022``, ``sejak …``, ``sampai …``; nothing where no day is known."""
    first, last = term.valid_from, term.valid_to
    if first and last:
        return f"{plain_date(first)} – {plain_date(last)}"
    if first:
        return _("sejak %(day)s", day=plain_date(first))
    return _("sampai %(day)s", day=plain_date(last)) if last else ""


def acting_words(mark: str | None) -> str:
    """``Plt. – pelaksana tugas``; a mark nobody knows as it stands."""
    return str(ACTING_WORDS.get(mark or "", mark or ""))


def positions_shown(positions: Iterable[Position], day: date) -> list[ShownPosition]:
    """Those in force first, then the others, the latest first."""
    newest = sorted(positions, key=lambda p: p.id, reverse=True)
    held = in_force(newest, day)
    others = sorted((p for p in newest if p not in held), key=_begun, reverse=True)
    return [
        ShownPosition(p.id, post(p.name, p.institution, p.acting), p, p in held) for p in (*held, *others)
    ]


def _begun(position: Position) -> date:
    return position.valid_from or position.valid_to or date.min


def printed_preview(person: Person) -> Preview:
    """As of the day the address asks for, on whose behalf it asks for; today and nobody's otherwise."""
    typed = clean(request.args.get("tanggal", ""))[:100]
    represents = clean(request.args.get("mewakili", ""))[:MOST_REPRESENTED]
    day, fault = today(), None
    if typed:
        try:
            day = typed_date(typed, today=day)
        except TypedUnfit as unfit:
            fault = unfit_sentence(unfit)
    held = in_force(sorted(person.positions, key=lambda p: p.id, reverse=True), day)
    return Preview(printed_as(data_of(person), _first(held), represents), day, typed, represents, fault)


def printed_as(person: PersonData, position: PositionData | None, represents: str = "") -> PrintedForms:
    """The printed forms of what a form says, saved or not."""
    return printed_forms(
        PrintedPerson(
            name=person.name,
            title_prefix=person.title_prefix,
            title_suffix=person.title_suffix,
            short_name=person.short_name,
            position=position.name if position else None,
            institution=position.institution if position else None,
            acting=position.acting if position else None,
            represents=represents or None,
        )
    )


def held_today(person: Person) -> PositionData | None:
    """The position a paper of today prints."""
    return _first(in_force(sorted(person.positions, key=lambda p: p.id, reverse=True), today()))


def _first(held: list[Position]) -> PositionData | None:
    return position_data(held[0]) if held else None
