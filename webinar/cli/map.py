"""``webinar map``: which address leads to which view, guard, services and templates, read from the code."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from webinar.cli.application import output_option, write_out

if TYPE_CHECKING:
    from flask import Flask

HEAD = """# The map

Every address with its view, its guard, the services it calls and the templates it fills.
Written by `webinar map -o docs/developer/map.md`; a test says when it is stale.

| Address | View | Guard | Services | Templates |
|---|---|---|---|---|
"""


@click.command("map")
@output_option
def map_(output: Path | None) -> None:
    """Write the map of addresses (for developers).

    \b
    Example:
      webinar map -o docs/developer/map.md
    """
    from webinar import create_app

    write_out(address_map(create_app()), output)


def address_map(app: Flask) -> str:
    """The map as Markdown, in the order of addresses."""
    rows = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, sorted(rule.methods or ()))):
        view = app.view_functions[rule.endpoint]
        if not view.__module__.startswith("webinar.web."):
            continue
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        place = f"{view.__module__.removeprefix('webinar.')}:{view.__name__}"
        calls = _calls(view)
        guard = (
            "sign-in"
            if rule.endpoint.startswith(("desk.", "own."))
            else "link"
            if "<token>" in rule.rule
            else "open"
        )
        rows.append(
            f"| `{' '.join(methods)} {rule.rule}` | `{place}` | {guard} "
            f"| {_listed(calls.services)} | {_listed(calls.templates)} |"
        )
    return HEAD + "\n".join(rows) + "\n"


class _Calls(ast.NodeVisitor):
    """Names of services called and templates named inside one function and its module's private helpers."""

    def __init__(self, services: set[str], helpers: dict[str, ast.FunctionDef]) -> None:
        self._known, self._helpers = services, helpers
        self.services: list[str] = []
        self.templates: list[str] = []

    def visit_Name(self, node: ast.Name) -> None:
        if node.id in self._known and node.id not in self.services:
            self.services.append(node.id)
        helper = self._helpers.pop(node.id, None)
        if helper is not None:
            self.visit(helper)

    def visit_Constant(self, node: ast.Constant) -> None:
        self._note_template(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._note_template(
            "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
        )

    def _note_template(self, text: object) -> None:
        if isinstance(text, str) and text.endswith(".html") and text not in self.templates:
            self.templates.append(text)


def _calls(view: Callable[..., Any]) -> _Calls:
    function = inspect.unwrap(view)
    module = ast.parse(inspect.getsource(inspect.getmodule(function) or function))
    services = {
        alias.asname or alias.name
        for node in module.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("webinar.services")
        for alias in node.names
        if alias.name[0].islower()
    }
    functions = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    found = _Calls(services, {name: node for name, node in functions.items() if name != function.__name__})
    if function.__name__ in functions:
        found.visit(functions[function.__name__])
    return found


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "–"
