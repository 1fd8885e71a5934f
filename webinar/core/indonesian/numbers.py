"""Numbers in running text: words for one or two words, else figures (EYD V, chapter on numerals)."""

from __future__ import annotations

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
ORDINALS_IN_WORDS = 10


def in_words(number: int) -> str:
    """``seribu seratus empat belas``."""
    if number < 0:
        return f"minus {in_words(-number)}"
    if number < 10:
        return DIGITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number) or f"{DIGITS[number - 10]} belas"
    size, name = next(scale for scale in SCALES if number >= scale[0])
    count, rest = divmod(number, size)
    head = f"se{name}" if count == 1 and size <= 1000 else f"{in_words(count)} {name}"
    return f"{head} {in_words(rest)}" if rest else head


def figures(number: int) -> str:
    """``1.114``."""
    return f"{number:,}".replace(",", ".")


def in_text(number: int) -> str:
    """``empat``, ``dua puluh``, ``412``, ``1.114``: letters where one or two words do."""
    words = in_words(number)
    return words if len(words.split()) <= 2 else figures(number)


def ordinal(number: int) -> str:
    """``pertama``, ``ketiga``, ``ke-12``."""
    if number == 1:
        return "pertama"
    if 1 < number <= ORDINALS_IN_WORDS:
        return f"ke{in_words(number)}"
    return f"ke-{number}"
