"""The command line. Commands are loaded when asked for, so that ``--help`` and ``berita`` start at once.

Exit codes: 0 done, 1 refused (the reason is on standard error), 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

UMASK = 0o027  # what we write holds names and addresses: nobody else reads it
COMMANDS = {
    "run": "webinar.cli.run:run",
    "dev": "webinar.cli.run:dev",
    "worker": "webinar.cli.worker:worker",
    "check": "webinar.cli.check:check",
    "event": "webinar.cli.event:event",
    "schema": "webinar.cli.schema:schema",
    "berita": "webinar.cli.berita:berita",
    "ics": "webinar.cli.ics:ics",
    "account": "webinar.cli.account:account",
    "mail": "webinar.cli.mail:mail",
    "offices": "webinar.cli.office:offices",
    "db": "webinar.cli.database:database",
    "demo": "webinar.cli.demo:demo",
    "map": "webinar.cli.map:map_",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is used or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        return getattr(import_module(module), name)  # type: ignore[no-any-return]


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="webinar")
def cli() -> None:
    """Webinar events of public offices: recorded once, everything made from the record.

    \b
    Example:
      webinar run --demo
    """


def main() -> None:
    """Run a command; a refusal becomes its reason on standard error and exit code 1."""
    from webinar.cli.refusals import explain

    os.umask(UMASK)
    try:
        cli(prog_name="webinar", standalone_mode=True)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:
        reasons = explain(error)
        if reasons is None:
            raise
        for reason in reasons:
            click.echo(reason, err=True)
        sys.exit(1)
