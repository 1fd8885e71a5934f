"""People as Indonesian texts write them: titles and degrees, posts and institutions, in the right order.

Names are kept to the letter; only the setting of titles (spaces, full stops) follows EYD V.
"""

from __future__ import annotations

import re

from webinar.core.indonesian.letters import clean, title_case

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
    "AMDKEB": "A.Md.Keb.", "AK": "Ak.",
}  # fmt: skip
_OFFICE_WORDS = """
ketua wakil anggota sekretaris kepala direktur bupati gubernur wali menteri rektor dekan kasubbag kabag kadiv
camat lurah deputi inspektur koordinator komisioner
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())


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


def degrees_after(text: str | None) -> str:
    """``S.Kom., M.Kom.``: no space inside, a full stop after each part, commas between."""
    parts = [part.strip(" .") for part in re.split(r"[,;]", clean(text))]
    degrees = [re.sub(r"\.\s+", ".", part) for part in parts if part]
    return ", ".join(_degree(degree) for degree in degrees)


def _degree(text: str) -> str:
    joined = text.replace(" ", "") if "." in text else text
    known = _SUFFIXES.get(joined.replace(".", "").upper())
    if known and (joined.isupper() or "." in joined or joined[:1].isupper()):
        return known
    closes_itself = re.search(r"\)$|\.[A-Z]{2,}$", joined)  # Sp.OG(K), Sp.PD
    return f"{joined}." if "." in joined and not closes_itself else joined


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
    whole = _with_institution(held, house)
    mark = acting_mark(acting)
    if not whole or not mark or whole.lower().startswith((mark.lower(), mark.rstrip(".").lower() + " ")):
        return whole
    return f"{mark} {whole}"


def _with_institution(position: str, institution: str) -> str:
    if not position or not institution:
        return position
    words, house = position.split(), institution.split()
    if f" {institution.lower()} " in f" {position.lower()} ":
        return position
    for size in range(min(len(words), len(house)), 0, -1):
        if [w.lower() for w in words[-size:]] == [w.lower() for w in house[:size]]:
            return " ".join(words + house[size:])
    return f"{position} {institution}"


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
    if name and whole_post:
        before = goes_before_name(whole_post) and not name_first
        return f"{whole_post} {name}" if before else f"{name}, {whole_post}"
    house = clean(institution)
    if name and house:
        return f"{name} dari {house}"
    return name or whole_post or house
