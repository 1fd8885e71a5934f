"""What a form was made from travels with it, and what others wrote meanwhile is said at its fields."""

from __future__ import annotations

import json
from typing import Any

from flask_babel import gettext as _

LONGEST_SHOWN = 200


def read_base(text: str | None) -> dict[str, Any]:
    """What came back of a form's ``base``; nothing where somebody has tampered with it."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def unshown_conflict() -> str:
    """For a value that means nothing to a reader, such as the number of an office."""
    return _("Rekan Anda baru saja mengubah isian ini. Simpan lagi untuk memakai isian Anda.")


def conflict_words(value: Any) -> str:
    """``value`` is what stands in the record by now."""
    if not value:
        return _("Rekan Anda baru saja mengosongkan isian ini. Simpan lagi untuk memakai isian Anda.")
    return _(
        "Rekan Anda baru saja mengubahnya menjadi “%(value)s”. Simpan lagi untuk memakai isian Anda.",
        value=str(value)[:LONGEST_SHOWN],
    )
