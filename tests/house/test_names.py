"""One name, one thing: service functions are unique in the house."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _public_functions(folder: str) -> list[str]:
    return [
        node.name
        for path in (ROOT / "webinar" / folder).rglob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def test_service_names_are_unique() -> None:
    counted = Counter(_public_functions("services"))

    assert [name for name, count in counted.items() if count > 1] == []
    assert len(counted) > 10


def test_public_functions_of_services_and_adapters_say_what_they_promise() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for floor in ("services", "adapters")
        for path in (ROOT / "webinar" / floor).rglob("*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert silent == []
