"""Accounts: the doors by which somebody comes in, and the pages of the own account behind them."""

from __future__ import annotations

from flask import Blueprint, Response
from flask_security.decorators import auth_required

from webinar.web.headers import private

blueprint = Blueprint("account", __name__)
own = Blueprint("own", __name__, url_prefix="/akun")


@own.before_request
@auth_required("session")
def require_sign_in() -> None:
    """Nobody sees a page of an account without a sign-in."""


@own.after_request
@blueprint.after_request
def keep_private(response: Response) -> Response:
    return private(response)


from webinar.web.account import (  # noqa: E402 - the views add themselves to the blueprints
    address,  # noqa: F401
    colleague,  # noqa: F401
    confirm,  # noqa: F401
    oidc,  # noqa: F401
    overview,  # noqa: F401
    passkey,  # noqa: F401
    password,  # noqa: F401
    second_step,  # noqa: F401
    setup,  # noqa: F401
    sign_in,  # noqa: F401
)
