"""Dates and clock times as people type them, read or refused with a reason and facts; never guessed.

Reading is pure: today is an argument, and what a bare ``12 Agustus`` or ``Senin`` came to mean is for the
door to say back. Any text at all gives a value or ``TypedUnfit``, in work that grows with a short limit.
"""

from webinar.core.typed.dates import typed_date
from webinar.core.typed.spans import Stretch, TypedSpan, agreed_zone, stretch, typed_span
from webinar.core.typed.times import TypedTime, typed_time
from webinar.core.typed.unfit import LONGEST, Reason, TypedUnfit

__all__ = [
    "LONGEST",
    "Reason",
    "Stretch",
    "TypedSpan",
    "TypedTime",
    "TypedUnfit",
    "agreed_zone",
    "stretch",
    "typed_date",
    "typed_span",
    "typed_time",
]
