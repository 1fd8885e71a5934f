"""gunicorn inside this process, with the worker beside it; nothing stays behind."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from webinar.bundle import folder
from webinar.cli import UMASK
from webinar.config import Settings


class Worker:
    """The worker process; started again when it dies, ended with us.

    A web process forked while we start the worker would inherit the pipe on which that start waits for its
    end, and we would wait as long as the web process lives: the two take turns.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = threading.Event()
        self._turn = threading.Lock()

    def start(self) -> None:
        os.register_at_fork(
            before=self._turn.acquire, after_in_parent=self._turn.release, after_in_child=self._turn.release
        )
        self._begin()
        threading.Thread(target=self._keep, daemon=True).start()

    def _begin(self) -> None:
        # -P: the installed package, not a folder of the same name where we happen to stand
        command = [sys.executable, "-P", "-m", "webinar", "worker", "--parent", str(os.getpid())]
        with self._turn:
            # in a session of its own: Ctrl-C reaches us alone, and we end it in order
            self._process = subprocess.Popen(command, start_new_session=True)  # noqa: S603

    def _keep(self) -> None:
        while self._process is not None:
            self._process.wait()
            if self._ending.wait(1):
                return
            self._begin()

    def end(self) -> None:
        self._ending.set()
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()


class Server(BaseApplication):
    """gunicorn with our settings instead of its command line.

    Without an application each web process loads its own, and again whenever a file has changed.
    """

    def __init__(self, app: Flask | None, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._worker = Worker()
        super().__init__()

    def load_config(self) -> None:
        settings = self._settings
        for name, value in {
            "bind": f"{_bracketed(settings.host)}:{settings.port}",
            "workers": 1 if settings.development else settings.processes,
            "threads": settings.threads,
            "worker_class": "gthread",
            "preload_app": not settings.development,
            "reload": settings.development,
            "reload_extra_files": _beside_the_code() if settings.development else [],
            "loglevel": "warning",
            "graceful_timeout": 8,
            "timeout": 60,
            "umask": UMASK,
            "forwarded_allow_ips": "",  # the address of a visitor comes from ProxyFix, by WEBINAR_PROXY_HOPS
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: self._before_fork(),
            "on_exit": lambda _arbiter: self._worker.end(),
            "post_fork": lambda _arbiter, _process: self._after_fork(),
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        if self._app is None:
            from webinar import create_app

            return create_app(self._settings)  # loaded in the web process, so that a reload sees new code
        return self._app

    def _before_fork(self) -> None:
        if not self._settings.development:
            share_memory()
        self._worker.start()

    def _after_fork(self) -> None:
        """Connections must not be shared between processes."""
        if self._app is None:
            return
        from webinar.db import db

        with self._app.app_context():
            db.engine.dispose(close=False)


def share_memory() -> None:
    """Load once what each web process would load at its first registration, and let no collection touch it.

    The garbage collector writes into every object it looks at, and a page written to is no longer shared:
    without this the web processes take 240 MiB together after some load, with it 185.
    """
    import email_validator  # noqa: F401
    import huey  # noqa: F401
    import phonenumbers  # noqa: F401

    gc.collect()
    gc.freeze()


def require_free(host: str, port: int) -> None:
    """Say at once, and clearly, that the address cannot be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}:{port} ({error.strerror}); choose another --port or WEBINAR_PORT"
        ) from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _beside_the_code() -> list[str]:
    """Templates, static files and catalogues: what is no module, and read once by a web process."""
    package = Path(__file__).parents[1]
    folders = (folder("templates"), package / "static", package / "translations")
    return [str(path) for place in folders for path in place.rglob("*") if path.is_file()]
