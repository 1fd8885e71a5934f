"""Pictures as addresses: the name is the digest of the content, so that what was fetched once stays right."""

from __future__ import annotations

from flask import Response, request

from webinar.adapters.pictures import NAME, picture_path
from webinar.core.errors import NotFound
from webinar.queries.picture import picture_named
from webinar.web.assets import MAX_AGE
from webinar.web.public import blueprint


@blueprint.get("/gambar/<name>")
def picture(name: str) -> Response:
    """Only pictures of the record; kept by browsers for a year."""
    path = picture_path(name)
    if not NAME.fullmatch(name) or picture_named(name) is None or not path.is_file():
        raise NotFound
    answer = Response(path.read_bytes(), mimetype="image/webp")
    answer.set_etag(name.partition(".")[0])
    answer.headers["Cache-Control"] = f"public, max-age={MAX_AGE}, immutable"
    return answer.make_conditional(request)  # type: ignore[return-value]
