"""How papers print a person: shown beside the record, so that a slip is seen before it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from webinar.core.berita.cast import Cast
from webinar.core.berita.phrase import CLOSING
from webinar.core.document.model import Person
from webinar.core.people import full_name, post


@dataclass(frozen=True)
class PrintedForms:
    """Poster: ``name`` over ``post``; certificate: ``name``; the news: introduced once, short afterwards."""

    name: str
    post: str
    first_mention: str
    later_mention: str


def printed_forms(person: Person) -> PrintedForms:
    """By the functions that make the papers themselves, with degrees as the house style has them."""
    cast = Cast(None, degrees=True)
    return PrintedForms(
        name=full_name(person.name, person.title_prefix, person.title_suffix),
        post=post(person.position, person.institution, person.acting),
        first_mention=cast.introduction(person, "").text.replace(CLOSING, ""),
        later_mention=cast.again(person, "").text,
    )
