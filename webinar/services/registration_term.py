"""Keeping what registrations are found by: one statement a registration, in its own transaction."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    FromClause,
    Insert,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal_column,
    select,
)

from webinar.core.search import registration_terms
from webinar.db import Transaction
from webinar.models import Registration, RegistrationTerm

_PLACES = [RegistrationTerm.event_id, RegistrationTerm.registration_id, RegistrationTerm.term]
_FORGET = delete(RegistrationTerm).where(RegistrationTerm.registration_id == bindparam("of_registration"))


def _adding(terms: FromClause) -> Insert:
    """Constants, so that they are compiled once; the terms come as one value, so that one trip is enough."""
    columns: list[Any] = [bindparam("event_id"), bindparam("registration_id"), literal_column("value")]
    return insert(RegistrationTerm).from_select(_PLACES, select(*columns).select_from(terms))


_TERMS: BindParameter[str] = bindparam("terms")
_ADD = {
    "sqlite": _adding(func.json_each(_TERMS).table_valued("value")),
    "postgresql": _adding(func.json_array_elements_text(cast(_TERMS, JSON)).table_valued("value")),
}


def index_registration(
    tx: Transaction, event_id: int, registration_id: int, *, key: str, region_code: str | None
) -> None:
    """Make a registration findable by its key and its province (``core.search``), after it was added."""
    terms = json.dumps(registration_terms(key, region_code))
    statement = _ADD[tx.connection.dialect.name]
    tx.execute(statement, event_id=event_id, registration_id=registration_id, terms=terms)


def index_registration_anew(tx: Transaction, registration: Registration) -> None:
    """After it was changed and the change was sent to the database."""
    tx.execute(_FORGET, of_registration=registration.id)
    key, region_code = registration.search_key, registration.region_code
    index_registration(tx, registration.event_id, registration.id, key=key, region_code=region_code)
