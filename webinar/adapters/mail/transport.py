"""Where mails go: a mail server when one is set, else a folder of the instance, to be read there."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from webinar.adapters.links import settings
from webinar.config import Settings

TIMEOUT_SECONDS = 30


class Refused(Exception):
    """The server will not take this mail, now or later; the words are its own."""


class Unavailable(Exception):
    """The server cannot take it now; worth another try."""


class Disconnected(Unavailable):
    """The connection is of no more use; the mail itself was not at fault."""


class Transport(Protocol):
    def send(self, message: EmailMessage) -> None:
        """Raises Refused, Unavailable or Disconnected."""


class Folder:
    """Writes each mail as ``.eml``, named by its Message-ID: sending one twice leaves one file."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._path = path

    def send(self, message: EmailMessage) -> None:
        name = str(message["Message-ID"]).strip("<>").replace("/", "_")
        (self._path / f"{name}.eml").write_bytes(message.as_bytes())


class Server:
    """One connection to the mail server, kept open for many mails."""

    def __init__(self, connection: smtplib.SMTP) -> None:
        self._connection = connection

    def send(self, message: EmailMessage) -> None:
        try:
            self._connection.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise _by_code(*next(iter(error.recipients.values()))) from error
        except smtplib.SMTPSenderRefused as error:  # our address is wrong, or the server is closing
            if error.smtp_code == 421:
                raise Disconnected(_text(error.smtp_error)) from error
            raise Unavailable(
                f"sender {error.sender}: {error.smtp_code} {_text(error.smtp_error)}"
            ) from error
        except smtplib.SMTPResponseException as error:
            raise _by_code(error.smtp_code, error.smtp_error) from error
        except (smtplib.SMTPException, OSError) as error:
            raise Disconnected(str(error)) from error


@contextmanager
def open_transport() -> Iterator[Transport]:
    """The transport the settings ask for; nothing leaves the house in development.

    Raises Unavailable when the server does not answer.
    """
    chosen = settings()
    if chosen.smtp_host is None or chosen.development:
        yield Folder(chosen.instance / "mail")
        return
    try:
        connection = _connect(chosen)
    except (smtplib.SMTPException, OSError) as error:
        raise Unavailable(str(error)) from error
    try:
        yield Server(connection)
    finally:
        connection.close()


def _connect(chosen: Settings) -> smtplib.SMTP:
    assert chosen.smtp_host is not None  # noqa: S101 - the caller asked before
    tls = ssl.create_default_context()
    connection: smtplib.SMTP
    if chosen.smtp_security == "tls":
        connection = smtplib.SMTP_SSL(
            chosen.smtp_host, chosen.smtp_port, timeout=TIMEOUT_SECONDS, context=tls
        )
    else:
        connection = smtplib.SMTP(chosen.smtp_host, chosen.smtp_port, timeout=TIMEOUT_SECONDS)
    if chosen.smtp_security == "starttls":
        connection.starttls(context=tls)
    if chosen.smtp_user:
        connection.login(chosen.smtp_user, chosen.smtp_password or "")
    return connection


def _by_code(code: int, words: bytes | str) -> Refused | Unavailable:
    text = f"{code} {_text(words)}"
    if code == 421:  # the server closes the channel (RFC 5321 3.8)
        return Disconnected(text)
    return Refused(text) if code >= 500 else Unavailable(text)


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words
