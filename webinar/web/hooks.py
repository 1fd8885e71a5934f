"""Hooks of extensions that public pages need not pay for.

Flask-Principal and Flask-Login ask on every request who is signed in: that opens the session, costs a
signature check, and makes every answer vary by cookie. Flask-Limiter looks for limits before every view,
though its decorators keep their own. Public pages are for nobody in particular and carry their limits as
decorators, so these hooks are passed over there: they cost as much as all else that Flask does for a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_login import LoginManager
from flask_principal import Principal

SKIPPED = (Limiter, LoginManager, Principal)
WITHOUT_IDENTITY = frozenset({"public", "preferences", "health"})


def register(app: Flask) -> None:
    """After all extensions: wraps their hooks, in place."""
    before = app.before_request_funcs.get(None, [])
    before[:] = [_before(hook) if _is_skipped(hook) else hook for hook in before]
    after = app.after_request_funcs.get(None, [])
    after[:] = [_after(hook) if _is_skipped(hook) else hook for hook in after]


def _is_skipped(hook: Any) -> bool:
    """Whether the hook is a method of one of these extensions, bound or partial."""
    owner = getattr(hook, "__self__", None) or next(iter(getattr(hook, "args", ())), None)
    return isinstance(owner, SKIPPED)


def _before(hook: Callable[[], Any]) -> Callable[[], Any]:
    def unless_public() -> Any:
        return None if request.blueprint in WITHOUT_IDENTITY else hook()

    return unless_public


def _after(hook: Callable[[Response], Any]) -> Callable[[Response], Any]:
    def unless_public(response: Response) -> Any:
        return response if request.blueprint in WITHOUT_IDENTITY else hook(response)

    return unless_public
