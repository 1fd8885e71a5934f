"""What the same functions cost with nothing but the libraries: the least that this stack can do.

``gunicorn "benchmarks.ceilings:create_app()"``; the database comes from ``CEILING_DATABASE_URL``, the length
of the page, in bytes, from ``CEILING_PAGE_BYTES``.
"""

from __future__ import annotations

import os

from flask import Flask, redirect, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from benchmarks.ceilings.calendar import one_event
from benchmarks.ceilings.form import CeilingForm
from benchmarks.ceilings.record import Attendee, Meeting, db

_ROW_BYTES = 240  # what one line of the page template yields


def create_app() -> Flask:
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY="ceiling" * 5,
        SQLALCHEMY_DATABASE_URI=os.environ["CEILING_DATABASE_URL"],
    )
    db.init_app(app)
    rows = range(max(int(os.environ.get("CEILING_PAGE_BYTES", "20000")) // _ROW_BYTES, 1))

    @app.get("/")
    def hello() -> str:
        return "hello"

    @app.get("/page")
    def page() -> str:
        return render_template("page.html", meeting=_meeting(), rows=rows)

    @app.get("/event.ics")
    def ics() -> tuple[bytes, dict[str, str]]:
        return one_event(_meeting()), {"Content-Type": "text/calendar; charset=utf-8"}

    @app.route("/form", methods=["GET", "POST"])
    def form() -> ResponseReturnValue:
        form = CeilingForm()
        if not form.validate_on_submit():
            return render_template("form.html", form=form, meeting=_meeting())
        db.session.add(Attendee(meeting_id=1, **form.to_columns()))
        db.session.commit()
        return redirect("/done", 303)

    @app.get("/list")
    def fifty() -> str:
        attendees = db.session.scalars(select(Attendee).order_by(Attendee.id).limit(50)).all()
        return render_template("list.html", attendees=attendees)

    return app


def _meeting() -> Meeting:
    return db.session.scalars(select(Meeting).where(Meeting.slug == "rapat")).one()


def prepare() -> None:
    """Make the tables, the one event and the fifty rows of the list."""
    with create_app().app_context():
        db.create_all()
        db.session.add(Meeting.sample())
        db.session.flush()
        db.session.add_all(Attendee.sample(n) for n in range(50))
        db.session.commit()
