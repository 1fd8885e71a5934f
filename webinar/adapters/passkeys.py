"""Passkeys: what the browser is asked, and whether what it answers holds (WebAuthn Level 2).

User verification is always required: a passkey is something one has and something one knows or is at once.
The library is imported where it is used; it costs 0.06 s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from ipaddress import ip_address
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from webinar.adapters.links import settings
from webinar.core.errors import PasskeyUnfit


class Asked(NamedTuple):
    """``options`` is the JSON for the browser; the challenge comes back with its answer."""

    options: str
    challenge: str  # base64url


class NewKey(NamedTuple):
    """The public half of a key that was just made."""

    credential_id: str
    public_key: str
    sign_count: int
    transports: list[str]


def passkeys_work() -> bool:
    """Browsers keep keys for names alone, reached by https; ``localhost`` is an exception."""
    parts = urlsplit(settings().base_url)
    host = parts.hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return parts.scheme == "https" or host == "localhost" or host.endswith(".localhost")
    return False


def ask_for_new_key(user_id: int, email: str, name: str, known: Iterable[str]) -> Asked:
    """Have the browser make a key that is found without typing an address, none twice on one device."""
    from webauthn import base64url_to_bytes, generate_registration_options
    from webauthn.helpers import structs

    options = generate_registration_options(
        rp_id=_host(),
        rp_name=settings().site_name,
        user_id=_handle(user_id),
        user_name=email,
        user_display_name=name,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=base64url_to_bytes(one)) for one in known
        ],
    )
    return _asked(options)


def ask_for_key() -> Asked:
    """Have the browser offer the keys it has for this site."""
    from webauthn import generate_authentication_options
    from webauthn.helpers import structs

    return _asked(
        generate_authentication_options(
            rp_id=_host(), user_verification=structs.UserVerificationRequirement.REQUIRED
        )
    )


def new_key(credential: str, challenge: str) -> NewKey:
    """What the browser made after ``ask_for_new_key``. Raises PasskeyUnfit."""
    from webauthn import base64url_to_bytes, verify_registration_response
    from webauthn.helpers import bytes_to_base64url

    answer = _answer(credential)
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(),
            expected_origin=_origin(),
            require_user_verification=True,
        )
    except Exception as error:  # the library has many names for what is wrong, and lets some errors through
        raise PasskeyUnfit(str(error)) from error
    transports = answer["response"].get("transports")
    return NewKey(
        bytes_to_base64url(made.credential_id),
        bytes_to_base64url(made.credential_public_key),
        made.sign_count,
        [str(one)[:20] for one in transports][:8] if isinstance(transports, list) else [],
    )


def credential_id(credential: str) -> str:
    """Which key the browser used. Raises PasskeyUnfit."""
    return str(_answer(credential)["id"])


def proven(credential: str, challenge: str, *, user_id: int, public_key: str, sign_count: int) -> int:
    """The key's new count, when it signed what was asked and belongs to this account. Raises PasskeyUnfit."""
    from webauthn import base64url_to_bytes, verify_authentication_response
    from webauthn.helpers import bytes_to_base64url

    answer = _answer(credential)
    handle = answer["response"].get("userHandle")
    if handle and handle.rstrip("=") != bytes_to_base64url(_handle(user_id)):
        raise PasskeyUnfit("the key was made for another account")
    try:
        return verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(),
            expected_origin=_origin(),
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        ).new_sign_count
    except Exception as error:  # as above
        raise PasskeyUnfit(str(error)) from error


def _answer(credential: str) -> dict[str, Any]:
    try:
        answer = json.loads(credential)
    except (ValueError, RecursionError) as error:
        raise PasskeyUnfit("not JSON") from error
    is_whole = isinstance(answer, dict) and isinstance(answer.get("response"), dict)
    if not is_whole or not isinstance(answer.get("id"), str):
        raise PasskeyUnfit("not a credential")
    return answer  # type: ignore[no-any-return]


def _asked(options: Any) -> Asked:
    from webauthn import options_to_json
    from webauthn.helpers import bytes_to_base64url

    return Asked(options_to_json(options), bytes_to_base64url(options.challenge))


def _handle(user_id: int) -> bytes:
    """The account's name towards devices: tells nothing, and stays the same for life."""
    return sha256(f"webinar|{_host()}|{user_id}".encode()).digest()[:24]


def _origin() -> str:
    parts = urlsplit(settings().base_url)
    return f"{parts.scheme}://{parts.netloc}"


def _host() -> str:
    return urlsplit(settings().base_url).hostname or ""
