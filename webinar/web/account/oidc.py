"""Signing in by a provider (OpenID Connect): decision 0012. The door exists where one is set."""

from __future__ import annotations

import logging
from typing import Any

from flask import current_app, flash, redirect, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webinar.adapters.links import absolute, settings
from webinar.core.errors import NotFound
from webinar.extensions import limiter
from webinar.queries.account import account_by_email
from webinar.web.account import blueprint
from webinar.web.account.entrance import onward
from webinar.web.account.second_step import first_step_done

log = logging.getLogger(__name__)

TRIES = "30 per 5 minutes"
TARGET = "oidc_target"
TIMEOUT_SECONDS = 10
SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


@blueprint.get("/masuk/oidc")
@limiter.limit(TRIES)
def start_oidc() -> AnyResponse:
    """To the provider, with state, nonce and the half of a secret kept in the session (PKCE)."""
    client = _client()
    session[TARGET] = onward(request.args.get("next"))
    try:
        answer: AnyResponse = client.authorize_redirect(absolute("/masuk/oidc/kembali"))
    except Exception as error:  # whatever its answer lacks, it cannot be used now
        return _refused(error)
    return answer


@blueprint.get("/masuk/oidc/kembali")
@limiter.limit(TRIES)
def finish_oidc() -> AnyResponse:
    """Back from the provider: its word counts for an account that exists, by the address it has verified."""
    client, target = _client(), onward(session.pop(TARGET, None))
    try:
        email = _verified_address(client)
    except Exception as error:
        return _refused(error)
    user = account_by_email(email) if email else None
    if user is None or not user.active:
        log.info("a provider's account has no account here")
        flash(_("Akun itu belum terdaftar di sini. Mintalah undangan kepada pengelola satuan kerja Anda."))
        return redirect(url_for("account.sign_in"), 303)
    return first_step_done(user.id, "oidc", is_kept=False, target=target)


def _verified_address(client: Any) -> str | None:
    """Checks signature, issuer, audience, time and nonce; then what the token, or else the provider, says."""
    _trust_signatures(client)
    issuer = {"iss": {"essential": True, "values": [settings().oidc_issuer]}}
    token = client.authorize_access_token(claims_options=issuer)
    told = token.get("userinfo") or {}
    if not told.get("sub"):
        raise ValueError("no id_token")
    if "email" not in told:
        more = client.userinfo(token=token)
        if more.get("sub") != told["sub"]:
            raise ValueError("the provider tells of somebody else")
        told = more
    return str(told["email"]) if told.get("email") and told.get("email_verified") is True else None


def _trust_signatures(client: Any) -> None:
    """Signed with the provider's private key alone: never "none", never with the secret we share."""
    metadata = client.load_server_metadata()
    offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
    metadata["id_token_signing_alg_values_supported"] = [one for one in offered if one in SIGNATURES]


def _client() -> Any:
    """Authlib's, made when first wanted: it costs 0.15 s. Raises NotFound where no provider is set."""
    chosen = settings()
    if chosen.oidc_issuer is None:
        raise NotFound
    client = current_app.extensions.get("oidc")
    if client is None:
        from authlib.integrations.flask_client import OAuth

        client = OAuth(current_app).register(
            "oidc",
            client_id=chosen.oidc_client_id,
            client_secret=chosen.oidc_client_secret,
            server_metadata_url=f"{chosen.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "default_timeout": TIMEOUT_SECONDS,
            },
        )
        current_app.extensions["oidc"] = client
    return client


def _refused(error: Exception) -> AnyResponse:
    log.warning("sign-in by the provider failed: %s", type(error).__name__)
    flash(
        _(
            "Masuk lewat %(name)s belum berhasil. Coba lagi, atau masuk dengan kata sandi.",
            name=settings().oidc_name,
        )
    )
    return redirect(url_for("account.sign_in"), 303)
