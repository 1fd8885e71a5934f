"""A clock time as people type it: ``13.00``, ``13:00``, ``1300``, ``jam 1 siang``, ``pukul 13.00 WIB``.

24.00 (or ``12 malam``) is the end of a day and fits only where something ends. Without ``pagi``, ``siang``,
``sore`` or ``malam`` the clock has 24 hours: ``jam 1`` is 01.00.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from webinar.core.typed.names import NUMBER_WORDS
from webinar.core.typed.unfit import Reason, TypedUnfit, plain
from webinar.core.zones import BY_CODE

OPEN_ENDS = frozenset(
    {"selesai", "sampai selesai", "sd selesai", "s.d. selesai", "s.d selesai", "s/d selesai"}
)

_OPENING = re.compile(r"(?:(?:pada|pukul|pkl|pk|jam|at)\b[ .:]*)*")
_ZONE = re.compile(r"\b(wib|wita|wit)\b")
_OTHER_ZONE = re.compile(r" ?\(?\b(gmt|utc|z|sgt|wst|wast|west)\b ?([+-] ?[0-9]{1,2})?\)?$")
_PART = re.compile(r"\b(pagi|siang|sore|petang|malam|dini hari|subuh|tengah malam|am|pm|a\.m|p\.m)\b")
_CLOCK = re.compile(r"([0-9]{1,2})(?: ?[.:;, ] ?([0-9]{2})(?:[.:]00)?)?")
_GLUED = re.compile(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])")  # "13.00WIB"
_DIGITS = re.compile(r"([0-9]{1,2})([0-9]{2})")
_HALF = re.compile(r"setengah ([1-9]|1[0-2])")
_SEVERAL = re.compile(
    r"[0-9] ?(?:[-/&,+]|s\.?d\.?|s/d|sampai(?: dengan)?|hingga|to|until|dan|atau) ?(?:pukul |jam )?[0-9]"
)
_UNTIL_END = re.compile(r"[0-9].*(?:-|s\.?d|s/d|sampai|hingga).*selesai")

# which hours of a twelve-hour clock belong to a part of the day, and what is added to them
_TWELVE: dict[str, dict[int, int]] = {
    "pagi": {h: h for h in range(1, 12)},
    "siang": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 3: 15},
    "sore": {2: 14, 3: 15, 4: 16, 5: 17, 6: 18},
    "petang": {4: 16, 5: 17, 6: 18, 7: 19},
    "malam": {6: 18, 7: 19, 8: 20, 9: 21, 10: 22, 11: 23, 12: 24, 1: 1, 2: 2, 3: 3},
    "tengah malam": {12: 24},
    "dini hari": {0: 0, 12: 0, 1: 1, 2: 2, 3: 3, 4: 4},
    "subuh": {3: 3, 4: 4, 5: 5},
    "am": {12: 0} | {h: h for h in range(1, 12)},
    "pm": {12: 12} | {h: h + 12 for h in range(1, 12)},
}
_ON_24_HOURS: dict[str, range] = {
    "pagi": range(12),
    "siang": range(10, 16),
    "sore": range(14, 19),
    "petang": range(16, 20),
    "malam": range(18, 25),
}


@dataclass(frozen=True)
class TypedTime:
    """A clock time with the zone that was typed beside it; ``is_day_end`` is 24.00, the midnight after."""

    time: time
    zone_code: str | None = None
    is_day_end: bool = False

    def __str__(self) -> str:
        """``13.00``, ``13.00 WIB``, ``24.00``: reads back as the same."""
        clock = "24.00" if self.is_day_end else self.time.strftime("%H.%M")
        return f"{clock} {self.zone_code}" if self.zone_code else clock


def typed_time(text: str, *, ends: bool = False) -> TypedTime:
    """The time that was typed; ``ends``: where something ends, so that 24.00 fits. Raises TypedUnfit."""
    line = plain(text)
    if line in OPEN_ENDS:
        raise TypedUnfit(Reason.OPEN_END, text=line)
    rest, zone_code = _without_zone(_GLUED.sub(" ", line))
    rest, part = _without_part(rest)
    hour, minute = _clock(_OPENING.sub("", rest, count=1), line)
    if part:
        hour = _in_part(hour, minute, part)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise TypedUnfit(Reason.NO_SUCH_TIME, hour=hour, minute=minute)
    if hour == 24 and not ends:
        raise TypedUnfit(Reason.DAY_END, text=line)
    return TypedTime(time(hour % 24, minute), zone_code, is_day_end=hour == 24)


def _without_zone(line: str) -> tuple[str, str | None]:
    codes = {code.upper() for code in _ZONE.findall(line)}
    if len(codes) > 1:
        raise TypedUnfit(Reason.SEVERAL_TIMES, text=line)
    other = _OTHER_ZONE.search(line)
    if other:
        raise TypedUnfit(Reason.UNKNOWN_ZONE, zone=other[0].strip(" ()").upper())
    code = codes.pop() if codes else None
    assert code is None or code in BY_CODE  # noqa: S101 - the pattern and the table name the same zones
    return " ".join(_ZONE.sub(" ", line).replace("(", " ").replace(")", " ").split()), code


def _without_part(line: str) -> tuple[str, str | None]:
    parts = [part.replace(".", "") for part in _PART.findall(line)]
    if len(parts) != 1:
        return line, None
    return " ".join(_PART.sub(" ", line).strip(" .,").split()), parts[0]


def _clock(rest: str, line: str) -> tuple[int, int]:
    """Hour and minute as typed. Raises TypedUnfit."""
    rest = " ".join(str(NUMBER_WORDS.get(word, word)) for word in rest.replace("dua belas", "12").split())
    half = _HALF.fullmatch(rest)
    if half:
        return int(half[1]) - 1 or 12, 30
    match = _CLOCK.fullmatch(rest) or _DIGITS.fullmatch(rest)
    if match:
        return int(match[1]), int(match[2] or 0)
    if re.fullmatch(r"[0-9]{1,2}[.:,][0-9]", rest):
        raise TypedUnfit(Reason.MINUTES_UNCLEAR, text=line)
    several = _SEVERAL.search(rest) or _UNTIL_END.search(rest)
    raise TypedUnfit(Reason.SEVERAL_TIMES if several else Reason.NOT_A_TIME, text=line)


def _in_part(hour: int, minute: int, part: str) -> int:
    """The hour of 24 that is meant by an hour with a part of the day. Raises TypedUnfit."""
    if hour in _TWELVE[part]:
        found = _TWELVE[part][hour]
        return 0 if found == 24 and minute else found
    if hour > 12 and hour in _ON_24_HOURS.get(part, ()):
        return hour
    raise TypedUnfit(Reason.NOT_THAT_PART, clock=f"{hour}.{minute:02}", part=part)
