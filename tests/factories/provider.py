"""A provider of sign-ins on this machine: discovery, keys, tokens signed with RSA (OpenID Connect Core)."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT_ID, CLIENT_SECRET = "webinar-kpu", "rahasia-bersama"


class Provider:
    """Answers like a provider; ``claims`` is what it says of whoever signs in there."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = RSAKey.generate_key(2048, {"kid": "satu"})
        self.signing_key: Any = self.key
        self.header: dict[str, str] = {"alg": "RS256", "kid": "satu"}
        self.claims: dict[str, Any] = {"email": "sri@kpu.example", "email_verified": True}
        self.more: dict[str, Any] = {}  # at the userinfo endpoint
        self.grants: dict[str, dict[str, str]] = {}  # by code: what was asked
        self.asked: list[str] = []

    def authorize(self, address: str) -> dict[str, str]:
        """What the browser brings back after somebody signed in at this address."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT_ID and asked["response_type"] == "code"
        code = f"kode-{len(self.grants)}"
        self.grants[code] = asked
        return {"code": code, "state": asked["state"]}

    def answer(self, path: str, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/masuk",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/siapa",
                "jwks_uri": f"{self.address}/kunci",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            }
        if path == "/kunci":
            return {"keys": [self.key.as_dict(private=False)]}
        if path == "/siapa":
            return self.more
        return self._token(form, authorization) if path == "/token" else None

    def _token(self, form: dict[str, str], authorization: str) -> dict[str, Any]:
        grant = self.grants.pop(form["code"])
        secret = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        assert authorization == f"Basic {secret}"
        proof = base64.urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        assert proof == grant["code_challenge"]
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT_ID,
            "sub": "pegawai-7",
            "nonce": grant["nonce"],
            "iat": now,
            "exp": now + 300,
        }
        told = {name: value for name, value in (claims | self.claims).items() if value is not None}
        token = jwt.encode(self.header, told, self.signing_key, algorithms=["RS256", "HS256"])
        return {"access_token": "apa-saja", "token_type": "Bearer", "id_token": token}

    def sign_with_shared_secret(self) -> None:
        """As somebody would who knows the secret of the client, and not the provider's key."""
        self.header, self.signing_key = {"alg": "HS256"}, OctKey.import_key(CLIENT_SECRET.ljust(32, "-"))

    def sign_with_another_key(self) -> None:
        self.signing_key = RSAKey.generate_key(2048, {"kid": "satu"})


@contextmanager
def a_provider() -> Iterator[Provider]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    server.provider = provider  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer({name: values[0] for name, values in parse_qs(body).items()})

    def _answer(self, form: dict[str, str]) -> None:
        provider: Provider = self.server.provider  # type: ignore[attr-defined]
        answer = provider.answer(urlsplit(self.path).path, form, self.headers.get("Authorization", ""))
        body = json.dumps(answer).encode()
        self.send_response(404 if answer is None else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""
