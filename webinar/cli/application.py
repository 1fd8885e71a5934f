"""What commands that use the database have in common."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
R = TypeVar("R")


def with_application(command: Callable[P, R]) -> Callable[P, R]:
    """Run the command inside the application of a ready installation; an empty instance is made ready."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        from webinar import create_app
        from webinar.services.installation import prepare_installation

        with create_app().app_context():
            prepare_installation()
            return command(*args, **kwargs)

    return wrapped


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, not to standard output.",
)


def write_out(content: bytes | str, output: Path | None) -> None:
    """The thing itself, to a file or to standard output; text as UTF-8, whatever the terminal's locale."""
    data = content.encode() if isinstance(content, str) else content
    if output is not None:
        output.write_bytes(data)
        return
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
