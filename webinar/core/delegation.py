"""Who took part for an office, as people list it: one line each, a name with a position, or a number.

``Sri Wahyuni – Ketua``, ``Sri Wahyuni, S.H. (Ketua)``, ``3 orang staf``, ``Operator: 2``, ``Sekretaris``.
Numbers and dots that only count the lines are passed over. Names and positions stay as typed.
"""

from __future__ import annotations

import re

from webinar.core.document.kinds import Many, table
from webinar.core.document.model import Delegate, EventDocument
from webinar.core.text import clean

_BULLET = re.compile(r"^(?:[-*•–—]|\(?\d{1,3}[.)](?!\d)|[a-z][.)])\s*")
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*|\s*[;|]\s*")
_NUMBER = r"(\d{1,6}|se|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
_COUNT_FIRST = re.compile(rf"{_NUMBER}\s*(?:orang|org)?\s+(.+)|seorang\s+(.+)", re.IGNORECASE)
_COUNT_LAST = re.compile(
    rf"(.+?)\s*[:=,(]?\s*{_NUMBER}\s*(?:orang|org)\s*\)?|(.+?)\s*[:=]\s*(\d{{1,6}})", re.IGNORECASE
)
_PEOPLE_ONLY = re.compile(rf"{_NUMBER}\s*(?:orang|org|peserta|utusan)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.+?)\s*\((.+)\)")
_WORDS = ["se", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"]
_POST = re.compile(
    r"(?:(?:plt|plh|pj)\.?\s+)?(?:ketua|wakil|anggota|sekretaris|kepala|kasubbag|kasubag|kabag|kadiv|staf|staff"
    r"|operator|admin|bendahara|koordinator|komisioner|divisi|subbagian|bagian|pelaksana|pejabat|ppnpn|pegawai"
    r"|direktur|rektor|dekan|dosen|guru|lurah|camat|bupati|wali|gubernur|humas|analis|pranata)\b",
    re.IGNORECASE,
)


def typed_delegation(text: str) -> tuple[Delegate, ...]:
    """One delegate of each line that says something."""
    lines = (_BULLET.sub("", line.strip()).strip(" ,;") for line in clean(text, prose=True).split("\n"))
    told = (" ".join(line.replace("\t", " – ").split()) for line in lines if any(map(str.isalnum, line)))
    return tuple(_delegate(line) for line in told)


def shown_delegation(delegation: tuple[Delegate, ...]) -> str:
    """Lines that read back as the same."""
    return "\n".join(_line(delegate) for delegate in delegation)


def most_delegates() -> int:
    kind = table(EventDocument)["delegation"].kind
    assert isinstance(kind, Many)  # noqa: S101 - said for the type checker
    return kind.most


def _line(delegate: Delegate) -> str:
    if delegate.count is not None:
        return f"{delegate.count} orang {delegate.position or ''}".strip()
    return " – ".join(filter(None, [delegate.name, delegate.position]))


def _delegate(line: str) -> Delegate:
    if match := _PEOPLE_ONLY.fullmatch(line):
        return Delegate(count=_number(match[1]))
    if match := _COUNT_FIRST.fullmatch(line):
        return Delegate(position=match[2] or match[3], count=_number(match[1] or "se"))
    if match := _COUNT_LAST.fullmatch(line):
        return Delegate(position=match[1] or match[3], count=_number(match[2] or match[4]))
    name, position = _apart(line)
    return Delegate(name=name or None, position=position or None)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS.index(text.lower()) + 1


def _apart(line: str) -> tuple[str, str]:
    """Name and position; either may be empty."""
    dashed = _DASH.split(line, maxsplit=1)
    if len(dashed) == 2:
        first, second = (part.strip(" ,;:") for part in dashed)
        return (second, first) if _is_post(first) and not _is_post(second) else (first, second)
    if match := _IN_BRACKETS.fullmatch(line):
        return match[1], match[2]
    if _is_post(line):
        return "", line
    for comma in re.finditer(r",\s*|:\s*", line):
        if _is_post(line[comma.end() :]):
            return line[: comma.start()], line[comma.end() :]
    return line, ""


def _is_post(text: str) -> bool:
    return _POST.match(text) is not None
