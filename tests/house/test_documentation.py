"""What an operator can set or type is documented."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from webinar.cli import COMMANDS, cli
from webinar.config import Settings

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs/operator/settings.md").read_text()

    missing = [f.name for f in fields(Settings) if f"`WEBINAR_{f.name.upper()}`" not in text]

    assert missing == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])

    assert result.exit_code == 0
    assert "Example:" in result.output


def test_decisions_are_short_and_complete() -> None:
    for path in (ROOT / "docs/decisions").glob("*.md"):
        lines = path.read_text().splitlines()
        assert len(lines) <= 30, path
        for heading in ("**Question.**", "**Choice.**", "**Cost.**", "**Reopen**"):
            assert any(line.startswith(heading) for line in lines), (path, heading)
