"""The background queue: a SQLite file in the instance folder, or Redis. Nothing is lost when a message is:
the worker looks at the outbox every minute anyway."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from webinar.adapters.links import settings

if TYPE_CHECKING:
    from huey.api import Huey, TaskWrapper

    from webinar.config import Settings

log = logging.getLogger(__name__)

NUDGE_SECONDS = 1  # under load one nudge a second and process is enough: the worker takes all that waits
HANDLERS: dict[
    str, Callable[[], object]
] = {}  # filled by ``jobs`` in the worker; elsewhere only names are known
_last_nudge = -1.0
_queues: dict[str, tuple[Huey, TaskWrapper]] = {}


def queue_of(settings: Settings) -> Huey:
    """The queue of an installation; results are not kept, since nobody asks for them."""
    return _queue_and_run(settings)[0]


def _queue_and_run(settings: Settings) -> tuple[Huey, TaskWrapper]:
    key = settings.redis_url or str(settings.instance)
    if key not in _queues:
        from huey import RedisHuey, SqliteHuey  # many commands never need a queue

        if settings.redis_url:
            queue = RedisHuey("webinar", url=settings.redis_url, results=False)
        else:
            queue = SqliteHuey("webinar", filename=str(settings.instance / "queue.db"), results=False)
        _queues[key] = queue, queue.task(name="run")(_run)
    return _queues[key]


def _run(name: str) -> None:
    HANDLERS[name]()


def nudge() -> None:
    """Tell the worker that mails wait: it looks a second later and so finds all that came in between.

    Failing is harmless: the sweep finds them within a minute.
    """
    global _last_nudge
    if time.monotonic() - _last_nudge < NUDGE_SECONDS:
        return
    _last_nudge = time.monotonic()
    try:
        _queue, run = _queue_and_run(settings())
        run.schedule(("deliver",), delay=NUDGE_SECONDS)
    except Exception:  # a full disk or a dead Redis must not undo a stored registration
        log.warning(
            "the worker could not be told of new mail; it looks by itself every minute", exc_info=True
        )
