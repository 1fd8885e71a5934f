"""The worker's tasks: a line each, calling one service. They may run twice or not at all; rows decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask
from huey import crontab
from huey.api import Huey

from webinar.adapters.queue import HANDLERS, queue_of
from webinar.adapters.uploads import drop_old_uploads
from webinar.db import db
from webinar.services.outbox import deliver_due
from webinar.services.picture import sweep_pictures
from webinar.services.reading import forget_readers
from webinar.services.retention import forget_registrations
from webinar.services.sign_in import forget_sign_ins


def register(app: Flask) -> Huey:
    """The queue with its tasks bound to an application."""
    queue = queue_of(app.config["SETTINGS"])

    def within(task: Callable[..., object]) -> Callable[[], None]:
        def run() -> None:
            with app.app_context():
                try:
                    task(now=datetime.now(UTC))
                finally:
                    db.session.remove()

        return run

    HANDLERS["deliver"] = within(deliver_due)
    queue.periodic_task(crontab(), name="sweep")(HANDLERS["deliver"])
    queue.periodic_task(crontab(hour="19", minute="7"), name="forget_readers")(within(forget_readers))
    queue.periodic_task(crontab(hour="19", minute="17"), name="forget_registrations")(
        within(forget_registrations)
    )
    queue.periodic_task(crontab(hour="19", minute="22"), name="forget_sign_ins")(within(forget_sign_ins))
    queue.periodic_task(crontab(hour="19", minute="27"), name="sweep_pictures")(within(sweep_pictures))
    queue.periodic_task(crontab(minute="37"), name="drop_old_uploads")(within(drop_old_uploads))
    return queue
