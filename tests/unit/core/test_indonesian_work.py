"""Reading a text costs work in proportion to its length, whatever is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from tests.unit.core.berita.test_compose import BARE, told, with_points
from webinar.core.document.model import Discussion
from webinar.core.indonesian.foreign import spans
from webinar.core.indonesian.letters import bare, clean, finished, lower_first, sentences_of, title_case
from webinar.core.indonesian.notes import grammar_of

SHORT, LONG = 2_500, 20_000  # characters; eight times the text is 8 times the work, or 64 if it squares
SHORT_NOTE, LONG_NOTE = 250, 2_000  # the same for a whole report, which reads every note several times
TOO_STEEP = 28
NOISE = 0.004  # seconds added to both, so that tiny times do not decide
Sizes = tuple[int, int]
PIECES = (
    "?", ".", " ", "\u00a0", '"', "'", "“", "”", "(", ")", "[", ",", ";", ":", "-", "–", "•", "1", "a", "A",
    "a.", "1.", "1-", "A. ", "Dr. ", "a, ", "; dan", " ?", " 'a", " \"a\"", ".;", "? A", "1. ", "\ue000",
    "me", "Meng", "-kan ", "a-", "- a", "dll.", "https://", "#", "yang ", "agar ", "Data, ",
)  # fmt: skip


def seconds(work: Callable[[str], object], text: str) -> float:
    """The least processor time of three runs."""
    taken = []
    for _ in range(3):
        start = process_time()
        work(text)
        taken.append(process_time() - start)
    return min(taken)


def steepness(
    work: Callable[[str], object], piece: str, end: str = "", sizes: Sizes = (SHORT, LONG)
) -> float:
    short, long = (piece * (size // len(piece)) + end for size in sizes)
    return (seconds(work, long) + NOISE) / (seconds(work, short) + NOISE)


def everything(text: str) -> None:
    for read in (clean, bare, finished, lower_first, sentences_of, title_case, grammar_of, spans):
        read(text)


@pytest.mark.parametrize("piece", PIECES)
def test_reading_grows_with_the_length(piece: str) -> None:
    assert steepness(everything, piece) < TOO_STEEP
    assert steepness(everything, piece, end="x") < TOO_STEEP


@pytest.mark.parametrize("piece", ["?", ";", "\ue000", "Dr. ", "? A", "a, ", " 'a", "; dan"])
def test_composing_grows_with_the_length(piece: str) -> None:
    def compose_all(text: str) -> str:
        document = with_points(text, summary=text, intro=text, quotes=(text,))
        asked = (Discussion(question=text, answer=text),)
        document = replace(document, background=text, closing_note=text, discussion=asked)
        return told(replace(document, title=f"T {text}"))

    assert told(BARE) != compose_all("a")
    assert steepness(compose_all, piece, "x", (SHORT_NOTE, LONG_NOTE)) < TOO_STEEP
