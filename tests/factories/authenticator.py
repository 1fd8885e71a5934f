"""A device that keeps passkeys, in software: ES256, attestation "none" (WebAuthn Level 2, section 6)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


def text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def data(letters: str) -> bytes:
    return urlsafe_b64decode(letters + "=" * (-len(letters) % 4))


@dataclass
class Authenticator:
    """Holds one key. ``origin`` and ``host`` are the site it believes to talk to."""

    origin: str = "http://localhost"
    host: str = "localhost"
    verifies: bool = True
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    key_id: bytes = field(default_factory=lambda: token_bytes(20))
    handle: str = ""

    def make(self, options: dict[str, Any]) -> str:
        """The answer of ``navigator.credentials.create`` as ``passkey.js`` sends it."""
        self.handle = options["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        head = self._head(WITH_KEY) + bytes(16) + len(self.key_id).to_bytes(2, "big") + self.key_id
        attested = {"fmt": "none", "attStmt": {}, "authData": head + cbor2.dumps(public)}
        return self._answer(
            clientDataJSON=text(self._client("webauthn.create", options["challenge"])),
            attestationObject=text(cbor2.dumps(attested)),
            transports=["internal"],
        )

    def use(self, options: dict[str, Any]) -> str:
        """The answer of ``navigator.credentials.get``."""
        self.count += 1
        client, head = self._client("webauthn.get", options["challenge"]), self._head()
        signature = self.key.sign(head + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=text(client),
            authenticatorData=text(head),
            signature=text(signature),
            userHandle=self.handle,
        )

    def _head(self, flags: int = 0) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        return sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, **response: object) -> str:
        key_id = text(self.key_id)
        return json.dumps({"id": key_id, "rawId": key_id, "type": "public-key", "response": response})
