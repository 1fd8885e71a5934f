"""Plain text for calendar properties; escaping is left to ``icalendar``."""

from __future__ import annotations

import re

from webinar.core.text import clean

_SPACES = re.compile(r"[ \t\u00a0]+")


def several_lines(text: str) -> str:
    """Cleaned by the one rule, single blanks, at most one blank line in a row."""
    return clean(
        "\n".join(_SPACES.sub(" ", line).strip() for line in clean(text, prose=True).split("\n")), prose=True
    )


def one_line(text: str) -> str:
    """The text without any line break: breaks become one space."""
    return " ".join(clean(text).split())


def without_spaces(text: str) -> str:
    """For addresses of pages and mailboxes, which hold neither blanks nor control characters."""
    return "".join(clean(text).split())
