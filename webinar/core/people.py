"""People as Indonesian texts write them: titles and degrees, posts and institutions, in the right order.

Names are kept to the letter; only the setting of titles (spaces, full stops) follows EYD V.
"""

from __future__ import annotations

import re
from functools import lru_cache

from webinar.core.indonesian.letters import clean, is_ordinary, title_case
from webinar.core.indonesian.lexicon import HEADS_OF_NAMES

LONGEST_POST_BEFORE_NAME = 6  # words; beyond it the name comes first and the post follows in commas

_PREFIXES = {
    "prof": "Prof.", "dr": "Dr.", "ir": "Ir.", "drs": "Drs.", "dra": "Dra.", "h": "H.",
    "hj": "Hj.", "kh": "K.H.",
    "drg": "drg.", "drh": "drh.", "k.h": "K.H.", "r": "R.", "rr": "Rr.", "apt": "apt.", "ns": "Ns.",
}  # fmt: skip
_SUFFIXES = {
    "SH": "S.H.", "SE": "S.E.", "MH": "M.H.", "MM": "M.M.", "SIP": "S.I.P.", "SPD": "S.Pd.", "MPD": "M.Pd.",
    "SAG": "S.Ag.", "MAG": "M.Ag.", "SSOS": "S.Sos.", "MSI": "M.Si.", "SKOM": "S.Kom.", "MKOM": "M.Kom.",
    "MSC": "M.Sc.", "PHD": "Ph.D.", "ST": "S.T.", "MT": "M.T.", "SPI": "S.Pi.", "SAP": "S.A.P.",
    "MAP": "M.A.P.",
    "SKM": "S.K.M.", "MHUM": "M.Hum.", "SHI": "S.H.I.", "LLM": "LL.M.", "MIP": "M.I.P.", "SSTP": "S.STP.",
    "MIKOM": "M.I.Kom.", "SIKOM": "S.I.Kom.", "SPT": "S.Pt.", "SHUT": "S.Hut.", "MKES": "M.Kes.",
    "AMDKEB": "A.Md.Keb.", "AK": "Ak.", "MARS": "M.A.R.S.", "MMRS": "M.M.R.S.",
}  # fmt: skip
_OFFICE_WORDS = """
ketua wakil anggota sekretaris kepala direktur bupati gubernur wali menteri rektor dekan kasubbag kabag kadiv
camat lurah deputi inspektur koordinator komisioner
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
_UNIT = re.compile(
    r"(divisi|bidang|bagian|subbagian|subbag|seksi|tim|biro|unit|direktorat|sekretariat|panitia)\s",
    re.IGNORECASE,
)
# posts whose one word holds the name of the house: Dandim of Kodim 0729
_COMMANDS = {
    "dandim": "kodim", "danramil": "koramil", "danrem": "korem", "pangdam": "kodam", "kajari": "kejari",
    "kajati": "kejati", "kadis": "dinas",
}  # fmt: skip


@lru_cache(1000)
def titles_before(text: str | None) -> str:
    """``Prof. Dr. H.``: one space between, a full stop after each; "dr." (physician) stays small."""
    if "(" in (text or ""):
        return clean(text)
    tokens = re.findall(r"[^\s.,]+(?:\.[^\s.,]+)*", clean(text))
    return " ".join(_title_before(token) for token in tokens)


def _title_before(token: str) -> str:
    if token in ("dr", "drg", "drh", "apt"):
        return f"{token}."
    if token.lower() in _PREFIXES:
        return _PREFIXES[token.lower()]
    abbreviated = "." in token or (len(token) <= 3 and not token.isupper())  # AKP is a rank, without a stop
    return f"{token}." if abbreviated else token


@lru_cache(1000)
def degrees_after(text: str | None) -> str:
    """``S.Kom., M.Kom.``: no space inside, a full stop after each part, commas between."""
    parts = [one for part in re.split(r"[,;]", clean(text)) for one in _apart(part.strip())]
    return ", ".join(_degree(part) for part in parts if part.strip("."))


def _apart(text: str) -> list[str]:
    """``S.H. M.H.`` without its comma; "S. Kom" is one degree."""
    words = text.split()
    return words if all(word.replace(".", "").upper() in _SUFFIXES for word in words) else [text]


def _degree(text: str) -> str:
    words = text.strip(".")
    joined = words.replace(" ", "") if "." in words else words
    known = _SUFFIXES.get(joined.replace(".", "").upper())
    if known and (joined.isupper() or "." in joined or joined[:1].isupper()):
        return known
    ends_in_stop = ("." in joined or text.endswith(".")) and not joined.endswith(")")  # Sp.OG(K)
    return f"{joined}." if ends_in_stop else joined


def full_name(name: str | None, title_prefix: str | None = None, title_suffix: str | None = None) -> str:
    """``Prof. Dr. H. Nama, S.H., M.H.``; titles already typed into the name are not written twice."""
    bare = clean(name).strip(" ,;")
    if not bare:
        return ""
    before, after = titles_before(title_prefix), degrees_after(title_suffix)
    if before and not _flat(bare).startswith(_flat(before)):
        bare = f"{before} {bare}"
    if after and not _flat(bare).endswith(_flat(after)):
        bare = f"{bare}, {after}"
    return bare


def _flat(text: str) -> str:
    return re.sub(r"[\s.,]", "", text).lower()


def acting_mark(acting: str | None) -> str:
    """``Plt.`` or ``Plh.``; anything else as it was typed."""
    text = clean(acting).strip(" ,;")
    return {"plt": "Plt.", "plh": "Plh.", "pj": "Pj.", "pjs": "Pjs."}.get(text.rstrip(".").lower(), text)


def post(position: str | None, institution: str | None = None, acting: str | None = None) -> str:
    """``Plt. Ketua KPU Kabupaten Bantul``: the institution once, also where the position already names it."""
    held, house = clean(position).strip(" ,;."), clean(institution).strip(" ,;")
    if held and held == held.lower() and held.split()[0] in _OFFICES:
        held = title_case(held)
    whole = with_institution(held, house)
    whole = re.sub(r"^(Perwakilan|Utusan)(?= )", lambda m: m[0].lower(), whole)
    mark = acting_mark(acting)
    if not whole or not mark or whole.lower().startswith((mark.lower(), mark.rstrip(".").lower() + " ")):
        return whole
    return f"{mark} {whole}"


def with_institution(position: str, institution: str) -> str:
    """``Ketua KPU RI`` of "Ketua KPU" and "KPU RI": shared words once, as the institution spells them."""
    if not position or not institution:
        return position
    words, house = position.split(), institution.split()
    if len(words) == 1 and _names_house(words[0].lower(), house[0].lower()):
        house = house[1:]
        institution = " ".join(house)
    if f" {institution.lower()} " in f" {position.lower()} ":
        return position
    for size in range(min(len(words), len(house)), 0, -1):
        if [w.lower() for w in words[-size:]] == [w.lower() for w in house[:size]]:
            return " ".join(words[:-size] + house)
    return f"{position} {institution}"


def _names_house(position: str, house: str) -> bool:
    """``Kapolres`` of ``Polres Nabire``."""
    return position == f"ka{house}" or _COMMANDS.get(position) == house


def generic(held: str) -> str:
    """A post without its holder's name, in small letters up to the name of a unit: "staf Divisi Humas"."""
    words = held.split()
    for index, word in enumerate(words):
        head = word.lower() in HEADS_OF_NAMES or _UNIT.match(f"{word} ")
        if index and head and index + 1 < len(words):
            break
        if word.istitle() and is_ordinary(word.lower()):
            words[index] = word.lower()
    return " ".join(words)


def is_unit(held: str) -> bool:
    """Whether what stands as a post is a part of an office: "Divisi Data", "Tim Reaksi Cepat"."""
    return _UNIT.match(held) is not None


def goes_before_name(whole_post: str) -> bool:
    """Whether a post is short enough for "Ketua KPU RI Ilham Sahputra"; long ones follow the name."""
    words = whole_post.split()
    generic = (
        whole_post[:1].islower() and len(words) > 1
    )  # "jurnalis Jubi": who holds no office is named first
    return len(words) <= LONGEST_POST_BEFORE_NAME and "," not in whole_post and not generic


def introduced(
    name: str, whole_post: str, institution: str | None = None, *, name_first: bool = False
) -> str:
    """Name and post at the first mention, without what follows in the sentence; either may be empty."""
    close = "," if "," in name else ""
    if name and is_unit(whole_post):
        return f"{name}{close} dari {whole_post}"
    if name and whole_post:
        before = goes_before_name(whole_post) and not name_first
        return f"{whole_post} {name}" if before else f"{name}, {whole_post}"
    house = clean(institution)
    if name and house:
        return f"{name}{close} dari {house}"
    holds_office = not whole_post or whole_post.split()[0].lower().strip(".") in (
        *_OFFICES,
        "plt",
        "plh",
        "pj",
    )
    return name or (whole_post if holds_office or house else generic(whole_post)) or house
