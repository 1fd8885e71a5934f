"""Kept answers, given before Flask and its extensions begin: one select, then the same bytes again.

A view says with ``marked`` what its answer depends on. The next request for the same path, by a reader with
the same choices, reads the mark anew; while it is equal the answer holds, and costs less than an empty view.
The query part of the address may not matter to such a view (social media add one to the links they show).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, request
from werkzeug.http import is_entity_header, is_resource_modified, parse_cookie, parse_date

from webinar.web.kept import Kept
from webinar.web.preferences import CHOICES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

T = TypeVar("T")
Headers = list[tuple[str, str]]
MOST_ANSWERS = 512
_NO_CHOICE = (None,) * len(CHOICES)
_READ, _KEEP = "webinar.mark", "webinar.keep"


def marked(read: Callable[[], T]) -> T:
    """The mark, read once a request: everything the answer depends on besides path and choices.

    ``read`` is called again, outside a request, whenever the kept answer is wanted. It may raise NotFound.
    """
    mark = request.environ.get(_READ)
    if mark is None:
        mark = read()
    request.environ[_KEEP] = read, mark
    return mark  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Answer:
    """A whole answer of 200, and the shorter head of its 304."""

    read: Callable[[], object]
    mark: object
    status: str
    headers: Headers
    short_headers: Headers
    etag: str | None
    last_modified: datetime | None
    body: bytes

    def give(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not is_resource_modified(environ, self.etag, last_modified=self.last_modified):
            start_response("304 NOT MODIFIED", self.short_headers)
            return []
        start_response(self.status, self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


class Front:
    """WSGI around Flask's own."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._inner: WSGIApplication = app.wsgi_app
        self._answers = Kept(MOST_ANSWERS)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._inner(environ, start_response)
        key = environ["PATH_INFO"], _choices(environ)
        answer = self._answers.find(key)
        if isinstance(answer, Answer):
            mark = self._mark_now(answer)
            if mark == answer.mark:
                return answer.give(environ, start_response)
            environ[_READ] = mark
        return self._pass_on(key, environ, start_response)

    def _mark_now(self, answer: Answer) -> object:
        try:
            with self._app.app_context():
                return answer.read()
        except Exception:
            return None  # gone, or the database does not answer: the view finds that out again, and says it

    def _pass_on(
        self, key: object, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        head: list[Any] = []

        def noting(status: str, headers: Headers, exc_info: Any = None) -> Any:
            head[:] = status, list(headers)
            return start_response(status, headers, exc_info)

        body = self._inner(environ, noting)
        if _KEEP not in environ or environ["REQUEST_METHOD"] != "GET" or not _is_for_everybody(*head):
            return body
        try:
            content = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        read, mark = environ[_KEEP]
        status, headers = head
        self._answers.put(key, _answer(read, mark, status, headers, content))
        return [content]


def _is_for_everybody(status: str, headers: Headers) -> bool:
    return status.startswith("200") and not any(name.lower() == "set-cookie" for name, _value in headers)


def _answer(
    read: Callable[[], object], mark: object, status: str, headers: Headers, content: bytes
) -> Answer:
    values = {name.lower(): value for name, value in headers}
    short = [(name, value) for name, value in headers if not is_entity_header(name)]
    modified = parse_date(values.get("last-modified"))
    return Answer(read, mark, status, headers, short, values.get("etag"), modified, content)


def _choices(environ: WSGIEnvironment) -> tuple[str | None, ...]:
    """The reader's choices as far as they are valid; no other cookie matters to a marked view."""
    if "HTTP_COOKIE" not in environ:
        return _NO_CHOICE
    cookies = parse_cookie(environ["HTTP_COOKIE"])
    chosen = (cookies.get(name) for name in CHOICES)
    return tuple(v if v in valid else None for v, valid in zip(chosen, CHOICES.values(), strict=True))
