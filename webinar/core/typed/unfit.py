"""Why something typed is no date or time: a closed list of reasons, each with its facts."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from webinar.core.text import clean

LONGEST = 60  # characters of one typed date or time


class Reason(StrEnum):
    """What a door has a sentence for; the facts are named in brackets."""

    EMPTY = "empty"
    TOO_LONG = "too_long"  # most
    NOT_A_DATE = "not_a_date"  # text
    DAY_MISSING = "day_missing"  # text: a month without a day
    MONTH_MISSING = "month_missing"  # text: a day without a month
    SEVERAL_DATES = "several_dates"  # text
    DATE_WITH_TIME = "date_with_time"  # text: a clock time in the place of a date, or after one
    WEEK_OR_SUNDAY = "week_or_sunday"  # text: "minggu depan"
    NO_SUCH_DAY = "no_such_day"  # day, month (numbers), year (number or None)
    NO_SUCH_MONTH = "no_such_month"  # day, month (numbers), meant (date or None): the two exchanged
    NO_SUCH_YEAR = "no_such_year"  # year (as typed), first, last
    YEAR_UNCLEAR = "year_unclear"  # year (as typed): two digits that may mean the last century
    WRONG_WEEKDAY = "wrong_weekday"  # typed (0 Monday … 6 Sunday), day (date)
    NOT_A_TIME = "not_a_time"  # text
    SEVERAL_TIMES = "several_times"  # text: "13.00 s.d. 15.00"
    MINUTES_UNCLEAR = "minutes_unclear"  # text: "13.5"
    NO_SUCH_TIME = "no_such_time"  # hour, minute
    NOT_THAT_PART = "not_that_part"  # clock ("5.00"), part ("siang")
    DAY_END = "day_end"  # text: 24.00 where something begins
    OPEN_END = "open_end"  # text: "selesai" in the place of a time
    ZONE_DISAGREES = "zone_disagrees"  # typed, chosen (codes)
    UNKNOWN_ZONE = "unknown_zone"  # zone, as typed
    END_BEFORE_START = "end_before_start"  # start, end (aware, in the zone of the event)


class TypedUnfit(ValueError):
    """What was typed is no date or time; ``reason`` says why, ``facts`` with what (see ``Reason``)."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts


def _usual(character: str) -> str:
    """Wide letters and odd blanks as usual ones (NFKC); raised, circled and broken figures are no digits."""
    is_figure = unicodedata.category(character) == "No"
    return character if is_figure else unicodedata.normalize("NFKC", character)


def plain(text: str) -> str:
    """Small letters, single blanks, one kind of apostrophe and dash. Raises TypedUnfit: empty, too long."""
    if len(text) > LONGEST * 4:
        raise TypedUnfit(Reason.TOO_LONG, most=LONGEST)
    line = " ".join("".join(map(_usual, clean(text))).split())
    if not line:
        raise TypedUnfit(Reason.EMPTY)
    if len(line) > LONGEST:
        raise TypedUnfit(Reason.TOO_LONG, most=LONGEST)
    for odd, usual in (("’", "'"), ("‘", "'"), ("`", "'"), ("–", "-"), ("—", "-"), ("‑", "-"), ("−", "-")):
        line = line.replace(odd, usual)
    return line.casefold().strip(" .,;")
