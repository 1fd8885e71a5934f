"""The least of HTTP/1.1 that a load client needs, over a bare socket: a library would cost too much."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import Self

_BIND_ADDRESS_NO_PORT = 24  # Linux: the port is chosen when connecting, so that none is held back


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Connection:
    """One connection with its own cookies; only ever to a loopback address."""

    port: int
    source: str = "127.0.0.1"  # any of 127.0.0.0/8: as many visitors as a limit per address needs
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._buffer = b""
        self._socket = socket.socket()
        self._socket.settimeout(60)
        self._socket.setsockopt(socket.IPPROTO_IP, _BIND_ADDRESS_NO_PORT, 1)
        self._socket.bind((self.source, 0))
        self._socket.connect(("127.0.0.1", self.port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def request(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Answer:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        self._socket.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        return self._answer(has_body=method != "HEAD")

    def _answer(self, *, has_body: bool) -> Answer:
        head = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        headers: dict[str, str] = {}
        for line in filter(None, head[1:]):
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                self._keep(value)
            headers[name.lower()] = value.strip()
        if not has_body or status in (204, 304):
            return Answer(status, headers, b"")
        if "chunked" in headers.get("transfer-encoding", ""):
            return Answer(status, headers, self._chunks())
        return Answer(status, headers, self._exactly(int(headers["content-length"])))

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.split(";", 1)[0].strip().partition("=")
        self.cookies[name] = value

    def _until(self, mark: bytes) -> bytes:
        while (end := self._buffer.find(mark)) < 0:
            self._receive()
        found, self._buffer = self._buffer[:end], self._buffer[end + len(mark) :]
        return found

    def _exactly(self, count: int) -> bytes:
        while len(self._buffer) < count:
            self._receive()
        found, self._buffer = self._buffer[:count], self._buffer[count:]
        return found

    def _chunks(self) -> bytes:
        parts = []
        while size := int(self._until(b"\r\n").split(b";")[0], 16):
            parts.append(self._exactly(size))
            self._exactly(2)
        self._until(b"\r\n")
        return b"".join(parts)

    def _receive(self) -> None:
        data = self._socket.recv(262144)
        if not data:
            raise ConnectionError("the server closed the connection")
        self._buffer += data
