"""Headers of every answer. There is no inline script or style anywhere, so the policy needs no nonce.

Decision 0005 tells why these lines stand here instead of a library.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def register(app: Flask) -> None:
    """Around everything, static files too: headers an answer does not already carry are added."""
    headers = dict(HEADERS)
    if app.config["SETTINGS"].is_https:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    pairs = [(name, name.lower(), value) for name, value in headers.items()]
    inner = app.wsgi_app

    def with_headers(environ: dict[str, Any], start_response: Any) -> Any:
        def start(status: str, given: list[tuple[str, str]], exc_info: Any = None) -> Any:
            present = {name.lower() for name, _value in given}
            added = [(name, value) for name, lower, value in pairs if lower not in present]
            return start_response(status, given + added, exc_info)

        _forget_unreadable_cookies(environ)
        return inner(environ, start)

    app.wsgi_app = with_headers  # type: ignore[method-assign, assignment]


def _forget_unreadable_cookies(environ: dict[str, Any]) -> None:
    """Werkzeug ends with an error on cookies that are not UTF-8; nobody we know sends such."""
    cookies = environ.get("HTTP_COOKIE", "")
    if not cookies.isascii():
        try:
            cookies.encode("latin-1").decode()
        except UnicodeError:
            del environ["HTTP_COOKIE"]


def private(response: Response) -> Response:
    """For pages behind a personal link or a sign-in: not stored, not indexed, no address handed on."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
