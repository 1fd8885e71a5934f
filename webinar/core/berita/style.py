"""How an office wants its reports: one choice per report, honest defaults."""

from __future__ import annotations

from dataclasses import dataclass

LEADS = ("date", "dateline", "purpose", "issue", "figures")
DATELINES = ("auto", "always", "never")
CLOCKS = ("from_to", "range")


@dataclass(frozen=True)
class Style:
    """House style of a reporting unit.

    ``lead`` falls back to the date where the record lacks what the lead needs. ``zone`` is ``organiser`` or
    the code of the reporting unit's own zone. ``dateline`` ``auto`` prints it where the lead or the record
    (site, dateline city) asks for it. ``greeting`` is printed before the lead as it stands.
    """

    lead: str = "date"
    degrees: bool = True
    zone: str = "organiser"
    dateline: str = "auto"
    clock: str = "from_to"
    long_names: bool = True
    greeting: str | None = None

    def __post_init__(self) -> None:
        allowed = {
            "lead": LEADS,
            "dateline": DATELINES,
            "clock": CLOCKS,
            "zone": ("organiser", "WIB", "WITA", "WIT"),
        }
        for name, words in allowed.items():
            if getattr(self, name) not in words:
                raise ValueError(f"{name} must be one of {', '.join(words)}, not {getattr(self, name)!r}")
