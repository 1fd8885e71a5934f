"""What an operator can set or type is documented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from webinar.cli import cli
from webinar.config import Settings

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs/operator/settings.md").read_text()

    missing = [f.name for f in fields(Settings) if f"`WEBINAR_{f.name.upper()}`" not in text]

    assert missing == []


def _paths(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and sub-command."""
    yield path
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from _paths(command.get_command(click.Context(command), name) or command, (*path, name))


@pytest.mark.parametrize("path", list(_paths(cli)), ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, [*path, "--help"])

    assert result.exit_code == 0
    assert "Example:" in result.output
    assert " ".join(("webinar", *path)) in result.output.partition("Example:")[2]


def test_decisions_are_short_and_complete() -> None:
    for path in (ROOT / "docs/decisions").glob("*.md"):
        lines = path.read_text().splitlines()
        assert len(lines) <= 30, path
        for heading in ("**Question.**", "**Choice.**", "**Cost.**", "**Reopen**"):
            assert any(line.startswith(heading) for line in lines), (path, heading)
