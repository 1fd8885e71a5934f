"""Which passwords are too easy to guess. Length counts; no rules of digits and capitals (NIST SP 800-63B)."""

from __future__ import annotations

from enum import StrEnum

SHORTEST, LONGEST = 10, 128

# Of ten letters and more: from lists that became public, and what offices here are likely to take.
_COMMON = """
    1234567890 12345678910 123456789a a123456789 0123456789 0987654321 9876543210 1q2w3e4r5t 1qaz2wsx3edc
    qwertyuiop qwerty12345 qwerty123456 asdfghjkl; zxcvbnm123 password12 password123 password1234
    passw0rd123 iloveyou12 administrator admin12345 admin123456 welcome123 letmein123 changeme123
    rahasia123 rahasia1234 katasandi1 katasandi123 sayangku123 bismillah1 bismillah123 indonesia1
    indonesia123 indonesia45 indonesiaraya merdeka1945 merdeka123 garuda12345 pancasila1 pancasila123
    jakarta123 semangat45 sukses12345 komisipemilihanumum komisipemilihan kpuindonesia kpukabupaten
    pemilu2019 pemilu2024 pemilu2029 pilkada2024 kpumelayani kpu1234567 kpu12345678 webinar123 webinarkpu
    operator123 pengelola1 pengelola123 qwertyuiop123
"""
COMMON = frozenset(_COMMON.split())


class Weakness(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"
    MONOTONOUS = "monotonous"  # few different letters: aaaaaaaaaa, 1212121212
    PERSONAL = "personal"  # made of the own name or address


def weakness(password: str, *, personal: tuple[str, ...] = ()) -> Weakness | None:
    """Why the password will not do; None when it will. ``personal``: name, address and the like."""
    if len(password) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(password) > LONGEST:
        return Weakness.TOO_LONG
    plain = password.casefold()
    if plain in COMMON:
        return Weakness.COMMON
    if len(set(plain)) < 4:
        return Weakness.MONOTONOUS
    if any(_is_mostly(plain, word) for text in personal for word in _words(text)):
        return Weakness.PERSONAL
    return None


def _words(text: str) -> list[str]:
    """``sri.wahyuni@kpu.go.id`` whole, its part before the @, and the words of a name."""
    plain = text.casefold()
    return [word for word in (plain, plain.partition("@")[0], "".join(plain.split())) if len(word) >= 4]


def _is_mostly(password: str, word: str) -> bool:
    return word in password and len(password) - len(word) < 5
