"""Foreign words that EYD V sets in italics, where the medium has them. "Webinar" is naturalised."""

from __future__ import annotations

import re

FOREIGN = (
    "live streaming", "keynote speaker", "closing statement", "opening speech", "stakeholders",
    "stakeholder", "good governance", "good government", "open government", "trust", "hoax", "website",
    "e-voting", "big data", "breakout room", "focus group discussion", "workshop", "talkshow",
    "talk show", "host", "online", "offline", "check list", "checklist", "fact checking", "pre-test",
    "post-test", "screening", "ad hoc", "call center", "black campaign", "money politics",
    "public speaking", "copywriting", "deadline", "email", "link", "update",
)  # fmt: skip
_WORDS = re.compile(
    r"(?<![\w#/.@-])(" + "|".join(map(re.escape, FOREIGN)) + r")(?![\w/@-]|\.\w)", re.IGNORECASE
)


def spans(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a foreign word."""
    pieces = _WORDS.split(text)
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]
