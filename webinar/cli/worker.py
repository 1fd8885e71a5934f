"""``webinar worker``: sends mails and does what is due."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path

import click

PARENT_CHECK_SECONDS = 2
NICENESS = 10  # beside the pages: a mail may wait, a person may not


@click.command()
@click.option("--parent", type=int, hidden=True, help="End when this process is no longer the parent.")
def worker(parent: int | None) -> None:
    """Run the background worker (``webinar run`` starts one by itself).

    \b
    Example:
      webinar worker
    """
    from huey.consumer import Consumer

    from webinar import create_app, jobs
    from webinar.services.installation import prepare_installation

    app = create_app()
    if parent is None:
        with app.app_context():
            prepare_installation()
    else:
        _stand_back()
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    queue = jobs.register(app)
    Consumer(queue, workers=1, max_delay=1.0, graceful_signal="TERM", shutdown_timeout=20).run()


def _stand_back() -> None:
    """Let pages go first. Linux shares its processors among sessions before it looks at nice values."""
    os.nice(NICENESS)
    with suppress(OSError):  # no autogroups here
        Path("/proc/self/autogroup").write_text(str(NICENESS))


def _end_with(parent: int) -> None:
    """No orphan stays behind, even when the parent was killed without a chance to say so."""
    while os.getppid() == parent:
        time.sleep(PARENT_CHECK_SECONDS)
    os._exit(0)
