"""Before a view runs: may this person do this to this thing? What is not theirs answers 404, and is logged.

``needs`` declares the action on the view, where the house's test reads it, and finds the thing by the name of
the address's part: ``slug`` an event, ``berita_id`` a berita, and so on; of several parts each is asked. A
view without such a part asks whether the person may do this anywhere; what it lists is then narrowed by
``queries.access.visible_to``, and what a form names is asked by ``permit``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import g
from flask_security import current_user

from webinar.core.access import Action, Actor, may, may_anywhere, may_with_person
from webinar.core.errors import NotFound
from webinar.queries import access as query

log = logging.getLogger(__name__)
View = TypeVar("View", bound=Callable[..., Any])

CHAINS: dict[str, Callable[[Any], str]] = {
    "slug": query.event_chain,
    "berita_id": query.berita_chain,
    "person_id": query.person_chain,
    "other_id": query.person_chain,
    "office_slug": query.office_chain,
    "series_id": query.series_chain,
    "template_id": query.template_chain,
}


def actor() -> Actor:
    """Who is signed in, with what was granted; read once a request."""
    if "actor" not in g:
        g.actor = query.actor_of(current_user)
    found: Actor = g.actor
    return found


def may_do(action: Action | str, chain: str | None = None) -> bool:
    """For pages that show a button only to whom it works for.

    Of a chain, else of the thing the page is of; on a page of many things: whether anywhere at all.
    """
    asked = chain if chain is not None else g.get("chain")
    return may_anywhere(actor(), Action(action)) if asked is None else may(actor(), Action(action), asked)


def permit(action: Action, chain: str) -> None:
    """Raises NotFound, and logs, where the answer is no."""
    if not may(actor(), action, chain):
        _refuse(action, chain)


def needs(action: Action) -> Callable[[View], View]:
    """Guards a view of the desk."""

    def guarded(view: View) -> View:
        @wraps(view)
        def asked(**arguments: Any) -> Any:
            parts = [name for name in CHAINS if name in arguments]
            if not parts and not may_anywhere(actor(), action):
                _refuse(action, "anywhere")
            for part in reversed(parts):
                g.chain = CHAINS[part](arguments[part])
                if not _may(action, part, g.chain) and not _is_concerned(action, part, arguments):
                    _refuse(action, g.chain)
            return view(**arguments)

        asked.action = action  # type: ignore[attr-defined]
        return asked  # type: ignore[return-value]

    return guarded


def _may(action: Action, part: str, chain: str) -> bool:
    is_person = CHAINS[part] is query.person_chain
    return (may_with_person if is_person else may)(actor(), action, chain)


def _is_concerned(action: Action, part: str, arguments: dict[str, Any]) -> bool:
    """Who reports on somebody else's event, or is said to organise it, may read it, and nothing more."""
    if (action, part) != (Action.READ, "slug"):
        return False
    return any(may(actor(), action, chain) for chain in query.concerned_chains(arguments["slug"]))


def _refuse(action: Action, chain: str) -> None:
    log.warning("refused: %s may not %s at %s", actor().user_id, action, chain)
    raise NotFound
