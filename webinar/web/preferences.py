"""What a reader prefers: zone, language, light or dark. Kept in cookies, never in the database."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request

from webinar.core.zones import BY_CODE, Zone
from webinar.web import language

blueprint = Blueprint("preferences", __name__)

CHOICES = {
    "zona": frozenset(BY_CODE) | {""},
    language.COOKIE: frozenset(language.LANGUAGES),
    "tema": frozenset({"terang", "gelap", ""}),
}
ONE_YEAR = 365 * 24 * 3600


def chosen_zone() -> Zone | None:
    """The reader's own zone, once chosen."""
    return BY_CODE.get(request.cookies.get("zona", ""))


@blueprint.get("/pilihan/<name>")
def choose(name: str) -> Response:
    """``/pilihan/zona?nilai=WITA&kembali=/kegiatan/…``: sets the cookie and goes back to the page."""
    value = request.args.get("nilai", "")
    if name not in CHOICES or value not in CHOICES[name]:
        abort(404)
    response = redirect(_local(request.args.get("kembali", "/")), 303)
    if value:
        response.set_cookie(name, value, max_age=ONE_YEAR, samesite="Lax", secure=request.is_secure)
    else:
        response.delete_cookie(name)
    return response  # type: ignore[return-value]


def _local(target: str) -> str:
    """A path on this site, else the home page: the address may not lead elsewhere."""
    is_local = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if is_local and target.isprintable() else "/"
