"""``webinar run`` and ``webinar dev``: everything an office needs, from one command."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

host_option = click.option("--host", help="Address to listen on (WEBINAR_HOST, 127.0.0.1).")
port_option = click.option("--port", type=click.IntRange(1, 65535), help="Port (WEBINAR_PORT, 8000).")
demo_option = click.option("--demo", is_flag=True, help="Load the demo into an empty installation.")


@click.command()
@host_option
@port_option
@demo_option
def run(host: str | None, port: int | None, demo: bool) -> None:
    """Serve the pages and run the worker; creates what is missing.

    \b
    Example:
      webinar run --demo --port 8080
    """
    _serve(host, port, demo=demo, development=False)


@click.command(short_help="Like run, with reload, and mails under /_dev/mail.")
@host_option
@port_option
@click.option("--demo/--no-demo", default=True, help="Load the demo into an empty installation.")
@click.option("--prepared", is_flag=True, hidden=True, help="Only serve; ``dev`` starts itself again so.")
def dev(host: str | None, port: int | None, demo: bool, prepared: bool) -> None:
    """Like run, with reload on every change, mails caught and previews under /_dev.

    \b
    Example:
      webinar dev
    """
    if prepared:
        _serve_changing_code()
    _serve(host, port, demo=demo, development=True)


def _serve(host: str | None, port: int | None, *, demo: bool, development: bool) -> None:
    for name, value in (("HOST", host), ("PORT", port), ("DEVELOPMENT", development or None)):
        if value is not None:
            os.environ[f"WEBINAR_{name}"] = str(value)  # the worker beside us reads the same settings

    from webinar import create_app
    from webinar.cli.serve import Server, require_free
    from webinar.cli.welcome import welcome
    from webinar.config import read_settings
    from webinar.services.installation import prepare_installation

    settings = read_settings()
    require_free(settings.host, settings.port)
    app = create_app(settings)
    with app.app_context():
        prepare_installation()
        if demo:
            from webinar.services.demo import load_demo

            load_demo()
        click.echo(welcome(settings), err=True)
    if development:
        # web processes begin as copies of this one: only one that never saw our modules loads changed ones
        os.execv(sys.executable, [sys.executable, "-P", "-m", "webinar", "dev", "--prepared"])  # noqa: S606
    Server(app, settings).run()


def _serve_changing_code() -> NoReturn:
    from webinar.cli.serve import Server
    from webinar.config import read_settings

    Server(None, read_settings()).run()
    raise SystemExit
