"""Which registrations of an event a search means, however many there are (decision 0018).

Everything asked for is a *clue* that an index answers. A bounded count says which clue leads to the fewest;
if these are few, they are read and sorted as asked. If all lead to many, a list in the order asked meets
enough of them soon; only where words are asked, the order is that of the words, as in a book's register.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, exists, false, func, select
from sqlalchemy.orm.util import AliasedClass

from webinar.core.search import LAST, province_term
from webinar.core.states import MailState
from webinar.models import OutboxMail, Registration, RegistrationTerm

EventId = int | ColumnElement[int]
Terms = type[RegistrationTerm] | AliasedClass[RegistrationTerm]
FEW = 1000  # as many as are read and sorted at once


class RegistrationSort(StrEnum):
    ARRIVAL = "arrival"
    NAME = "name"
    INSTITUTION = "institution"


@dataclass(frozen=True)
class RegistrationSearch:
    """What the list is narrowed to, and its order. Words as ``core.search`` folds them, the longest first."""

    words: tuple[str, ...] = ()
    state: str | None = None
    group_id: int | None = None
    province: str | None = None  # its code
    has_failed_mail: bool = False
    sort: RegistrationSort = RegistrationSort.ARRIVAL
    is_descending: bool = False


@dataclass(frozen=True)
class Clue:
    """``ids`` leads to registrations of an event by an index, ``holds`` says of any row whether it is one.

    Clues that are terms tell which by ``term``, of the alias of the register they are asked of.
    """

    ids: Select[Any]
    holds: ColumnElement[bool]
    term: Callable[[Terms], ColumnElement[bool]] | None = None

    def count(self) -> ScalarSelect[int]:
        """How many, counted no further than needed to know that they are not few."""
        return select(func.count()).select_from(self.ids.limit(FEW + 1).subquery()).scalar_subquery()


def clues(event_id: EventId, search: RegistrationSearch) -> list[Clue]:
    """The words first, the longest of them ahead, then the province."""
    found = [_word(event_id, word) for word in search.words]
    if search.province:
        found.append(_province(event_id, search.province))
    if search.group_id is not None:
        found.append(_column(event_id, Registration.group_id == search.group_id))
    if search.has_failed_mail:
        found.append(_failed_mail(event_id))
    if search.state:
        found.append(_column(event_id, Registration.state == search.state))
    return found


def _word(event_id: EventId, word: str) -> Clue:
    def begins(terms: Terms) -> ColumnElement[bool]:
        return and_(terms.term >= word, terms.term < word + LAST)

    return Clue(_ids(event_id, begins), Registration.search_key.contains(f" {word}"), begins)


def _province(event_id: EventId, code: str) -> Clue:
    def is_its(terms: Terms) -> ColumnElement[bool]:
        return terms.term == province_term(code)

    return Clue(_ids(event_id, is_its), Registration.region_code.startswith(f"{code}."), is_its)


def _failed_mail(event_id: EventId) -> Clue:
    failed = (OutboxMail.registration_id == Registration.id, OutboxMail.state == MailState.FAILED)
    ids = select(Registration.id).join(OutboxMail, and_(*failed)).where(Registration.event_id == event_id)
    return Clue(ids, exists().where(*failed))


def no_term(_terms: Terms) -> ColumnElement[bool]:
    """Of clues that are none."""
    return false()


def _ids(event_id: EventId, condition: Callable[[Terms], ColumnElement[bool]]) -> Select[Any]:
    of_event = RegistrationTerm.event_id == event_id
    return select(RegistrationTerm.registration_id).where(of_event, condition(RegistrationTerm))


def _column(event_id: EventId, condition: ColumnElement[bool]) -> Clue:
    return Clue(select(Registration.id).where(Registration.event_id == event_id, condition), condition)
