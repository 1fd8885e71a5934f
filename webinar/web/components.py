"""What is told of a component where it is written: its macro's name and the comment above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from webinar.bundle import folder

_MACRO = re.compile(
    r"(?:\{#-?(?P<comment>(?:(?!#\}).)*?)-?#\}\s*)?"
    r"(?:\{% from [^%]*%\}\s*)*"
    r"\{%-? macro (?P<name>\w+)\((?P<arguments>[^%]*)\) -?%\}",
    re.DOTALL,
)


@dataclass(frozen=True)
class Component:
    """``use`` says when it is right; ``call`` how it is called, ``file`` where it stands."""

    file: str
    name: str
    call: str
    use: str


def components() -> dict[str, Component]:
    """All public macros of ``templates/components`` by name, in the order of files."""
    return {one.name: one for path in sorted(_folder().glob("*.html")) for one in _of(path)}


def _of(path: Path) -> Iterator[Component]:
    for found in _MACRO.finditer(path.read_text()):
        if not found["name"].startswith("_"):
            use = " ".join((found["comment"] or "").split())
            yield Component(path.name, found["name"], f"{found['name']}({found['arguments']})", use)


def _folder() -> Path:
    return folder("templates") / "components"
