"""``webinar check``: what is wrong with this installation, and the remedy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from webinar.services.checks import Finding


@click.command(short_help="Look for what is wrong, and name the remedy.")
def check() -> None:
    """Look at settings, folders, database, migrations, queue, worker, mail and clock.

    Ends with 0 when nothing is wrong, else with 1; every fault comes with its remedy.

    \b
    Example:
      webinar check
    """
    from webinar import create_app
    from webinar.config import SettingsError, read_settings
    from webinar.services.checks import Finding, findings
    from webinar.services.installation import prepare_if_empty

    try:
        settings = read_settings()
    except SettingsError as error:
        for name, what in error.problems.items():
            _say(Finding(name, False, what, f"correct {name}; docs/operator/settings.md lists the settings"))
        sys.exit(1)
    with create_app(settings).app_context():
        prepare_if_empty()
        found = findings()
    for finding in found:
        _say(finding)
    sys.exit(0 if all(finding.is_well for finding in found) else 1)


def _say(finding: Finding) -> None:
    click.echo(f"{'ok   ' if finding.is_well else 'WRONG'} {finding.name}: {finding.what}")
    if not finding.is_well:
        click.echo(f"      -> {finding.remedy}")
