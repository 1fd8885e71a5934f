"""The one place that calls Typst: a template of ours, data as JSON, our own font; tagged PDF, or a picture.

Nothing that people typed becomes Typst source. Without the PDF/UA standard only when a sign has no glyph,
since an untagged report is better than none.
"""

from __future__ import annotations

import json
from typing import Any

from webinar.bundle import folder


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of ``templates/documents/<template>.typ`` with ``data``; the same bytes for the same data."""
    # imported here: typst loads a compiler of 80 MB, which no page needs
    import typst

    arguments = _arguments(template, data) | {"format": "pdf"}
    try:
        return _bytes(typst.compile(**arguments, pdf_standards=["ua-1"]))
    except typst.TypstError:
        return _bytes(typst.compile(**arguments))


def draw(template: str, data: dict[str, Any]) -> bytes:
    """The same as a PNG of one page, a pixel for every point of its size."""
    import typst  # imported here, as above

    return _bytes(typst.compile(**_arguments(template, data), format="png", ppi=72))


def _arguments(template: str, data: dict[str, Any]) -> dict[str, Any]:
    documents = folder("templates") / "documents"
    return {
        "input": str(documents / f"{template}.typ"),
        "root": str(documents),
        "font_paths": [str(documents / "fonts")],
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


def _bytes(made: object) -> bytes:
    assert isinstance(made, bytes)  # noqa: S101 - a list only where several pictures are made
    return made
