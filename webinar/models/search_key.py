"""Keys by which rows are found and sorted, kept beside what they are made from (decision 0018)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Text

from webinar.core.search import search_key

# compared letter by letter on both databases: PostgreSQL's own order depends on the machine's language
Key = Text().with_variant(Text(collation="C"), "postgresql")


def key_of_columns(*names: str) -> Callable[[Any], str]:
    """The key of a row that is inserted, from these of its columns."""

    def made(context: Any) -> str:
        given = context.get_current_parameters()
        return search_key(*(given.get(name) for name in names))

    return made


def key_of_attributes(thing: object, names: tuple[str, ...], changed: str, value: str | None) -> str:
    """The key of an object of which one attribute is about to change."""
    return search_key(*(value if name == changed else getattr(thing, name) for name in names))
