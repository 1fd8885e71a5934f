"""Keep the English catalogue in step with the texts: ``python scripts/translations.py``.

Extracts every text, updates ``webinar/translations/en``, compiles it, and prints what lacks a translation.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "webinar" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
SINCE = datetime(2026, 11, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Every text of the code and the templates."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    catalogue = _empty()
    for folder in ("webinar", "templates"):
        found = extract_from_dir(ROOT / folder, _within(methods, folder), options, KEYWORDS)
        for _file, _line, message, comments, context in found:
            catalogue.add(message, None, auto_comments=comments, context=context)
    return catalogue


def _empty() -> Catalog:
    """Dated once, so that running this again changes nothing."""
    return Catalog(
        locale="en",
        project="webinar",
        version="0.1",
        charset="utf-8",
        fuzzy=False,
        header_comment="# English texts of the interface. Message ids are the Indonesian texts.",
        creation_date=SINCE,
        revision_date=SINCE,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
    )


def _within(methods: list[tuple[str, str]], folder: str) -> list[tuple[str, str]]:
    return [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]


def current() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def compiled(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    return [str(m.id) for m in catalogue if m.id and (not m.string or m.fuzzy or "" in _strings(m.string))]


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (str(string),)


def main() -> int:
    catalogue = current() if CATALOGUE.exists() else _empty()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.revision_date = SINCE
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, sort_output=True, omit_header=False, no_location=True, width=110)
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    for text in missing:
        print(text)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
