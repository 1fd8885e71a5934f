"""About the event itself: how it was held, series, reasons, legal basis, invitation letter."""

from __future__ import annotations

import re

from webinar.core.berita import office
from webinar.core.berita.model import Sentence
from webinar.core.berita.phrase import NOTHING, Phrase, field, fits, listed, say, sentence
from webinar.core.berita.purpose import background_reason, occasion
from webinar.core.berita.speech import prose
from webinar.core.berita.telling import Telling
from webinar.core.berita.when import clock_phrase, days_of, manner, range_phrase, stream
from webinar.core.document.model import LegalBasis
from webinar.core.indonesian.dates import plain_date
from webinar.core.indonesian.letters import bare, clean, quoted, sentences_of, title_case, unquoted
from webinar.core.indonesian.numbers import ordinal

BRIEF_SENTENCE = 24  # words
LAWS = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "pkpu": "Peraturan KPU",
    "perbawaslu": "Peraturan Bawaslu",
    "permen": "Peraturan Menteri",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "perda": "Peraturan Daerah",
    "perbup": "Peraturan Bupati",
    "pergub": "Peraturan Gubernur",
    "perki": "Peraturan Komisi Informasi",
}


def held(telling: Telling) -> list[Sentence]:
    """``Webinar ini berlangsung secara daring … dari pukul 13.00 hingga 16.30 WIB``, and the stream."""
    document = telling.document
    how, when = manner(document), clock_phrase(document, telling.style)
    whole = say("pada", range_phrase(document)) if days_of(document).reported else NOTHING
    made = []
    if when.text.startswith("mulai") and not how and not whole:
        made.append(sentence(telling.this_event(), Phrase(f"di{when.text}", when.sources)))
    elif whole and when:
        made.append(sentence(telling.this_event(), "berlangsung", whole, how))
        made.append(sentence("hari", ordinal(days_of(document).reported or 1), "berlangsung", when))
    elif how or when or whole:
        made.append(_held_and_opened(telling, say("berlangsung", whole, how, when)))
    channel = stream(document)
    if channel:
        also = "juga" if how and document.mode != "onsite" else None
        made.append(sentence(telling.this_event(), also, "disiarkan langsung melalui", channel))
    return made


def _held_and_opened(telling: Telling, held_so: Phrase) -> Sentence:
    """The manner of holding; an opener of whom nothing else is to be told joins the sentence."""
    opener = telling.document.opened_by
    brief = opener and telling.opening_told and not any(bare(remark) for remark in opener.remarks)
    if opener and brief and "," not in held_so.text and " dan " not in held_so.text:
        mention = telling.cast.introduction(opener, "opened_by")
        parts = (held_so, "dan dibuka oleh", mention)
        if mention and "," not in mention.text and fits(*parts, limit=BRIEF_SENTENCE):
            telling.said.add("opened_by")
            telling.cast.met([(opener, "opened_by")])
            return sentence(telling.this_event(), *parts)
    return sentence(telling.this_event(), held_so)


def reasons(telling: Telling) -> list[Sentence]:
    """Occasion and background, where the lead has not told them."""
    document = telling.document
    made = []
    why = occasion(telling) if "occasion" not in telling.said else NOTHING
    if why:
        made.append(sentence(telling.this_event(), "diselenggarakan", why))
    if "background" in telling.said or not bare(document.background):
        return made
    reason = background_reason(telling, after_occasion=bool(made))
    if reason:
        return [*made, sentence(telling.this_event(), reason)]
    return [*made, *(s for one in sentences_of(document.background or "") for s in prose("background", one))]


def standing(telling: Telling) -> list[Sentence]:
    """Series, first of its kind, legal basis, letter."""
    made = [*_series(telling)]
    if telling.document.first_of_its_kind:
        first = Phrase("baru pertama kali diselenggarakan", ("first_of_its_kind",))
        made.append(sentence(telling.this_event(), first))
    return [*made, *_legal_basis(telling), *_letter(telling)]


def _series(telling: Telling) -> list[Sentence]:
    series = telling.document.series
    if not series:
        return []
    name = unquoted(bare(series.name))
    number = field("series.number", f"seri {ordinal(series.number)}" if series.number else None)
    named = field("series.name", _series_name(name)) if name else NOTHING
    launched = _launched(telling)
    if not number and not named:
        return [sentence(telling.this_event(), "merupakan kegiatan berseri", launched)] if launched else []
    within = say("dari" if number else "bagian dari", named) if named else NOTHING
    return [sentence(telling.this_event(), "merupakan", number, within, launched)]


def _series_name(name: str) -> str:
    if re.match(r"(rangkaian|seri|serial|program|webinar series|kelas)\b", name, re.IGNORECASE):
        return f"rangkaian {quoted(title_case(name))}" if not name.lower().startswith("rangkaian") else name
    return f"rangkaian {quoted(title_case(name))}"


def _launched(telling: Telling) -> Phrase:
    series = telling.document.series
    assert series is not None  # noqa: S101 - for the type checker
    by = (
        say("oleh", field("series.launched_by", clean(series.launched_by)))
        if clean(series.launched_by)
        else NOTHING
    )
    on = (
        say("pada", field("series.launched_on", plain_date(series.launched_on)))
        if series.launched_on
        else NOTHING
    )
    return say("yang diluncurkan", by, on) if by or on else NOTHING


def _legal_basis(telling: Telling) -> list[Sentence]:
    laws = [_law(basis, f"legal_basis[{i}]") for i, basis in enumerate(telling.document.legal_basis)]
    laws = [law for law in laws if law]
    if not laws:
        return []
    whole = sentence(telling.this_event(), "berpedoman pada", listed(laws))
    if len(whole.text.split()) <= 45:
        return [whole]
    first, *rest = laws
    return [
        sentence(telling.this_event(), "berpedoman pada", first),
        *(sentence("dasar lainnya adalah", law) for law in rest),
    ]


def _law(basis: LegalBasis, path: str) -> Phrase:
    """``Undang-Undang Nomor 14 Tahun 2008 tentang …``; parts already in the name are not repeated."""
    name = bare(basis.name)
    first, _, rest = name.partition(" ")
    name = f"{LAWS.get(first.lower(), first)} {rest}".strip()
    name = re.sub(r"\bNo\.?\s*(?=\d)", "Nomor ", name)
    number = re.sub(r"^(nomor|no\.?)\s*", "", bare(basis.number), flags=re.IGNORECASE)
    about = re.sub(r"^tentang\s+", "", bare(basis.about), flags=re.IGNORECASE)
    year = str(basis.year) if basis.year else ""
    if number and year and number.endswith(f"/{year}"):
        number = number.removesuffix(f"/{year}")
    parts = [
        field(f"{path}.name", name),
        field(f"{path}.number", f"Nomor {number}") if number and f"omor {number}" not in name else NOTHING,
        field(f"{path}.year", f"Tahun {year}") if year and year not in name else NOTHING,
        field(f"{path}.about", f"tentang {about}")
        if about and about.lower() not in name.lower()
        else NOTHING,
    ]
    return say(*parts)


def _letter(telling: Telling) -> list[Sentence]:
    letter = telling.document.invitation_letter
    if not letter:
        return []
    number = re.sub(r"^(nomor|no\.?)\s*:?\s*", "", clean(letter.number), flags=re.IGNORECASE)
    parts = say(
        field("invitation_letter.sender", clean(letter.sender)),
        field("invitation_letter.number", f"Nomor {number}") if number else NOTHING,
        field("invitation_letter.date", f"tanggal {plain_date(letter.date)}") if letter.date else NOTHING,
    )
    if not parts:
        return []
    if telling.document.perspective == "attendee":
        return [
            sentence("keikutsertaan", office.unit(telling.document), "menindaklanjuti surat undangan", parts)
        ]
    return [sentence("undangan kegiatan disampaikan melalui surat", parts)]
