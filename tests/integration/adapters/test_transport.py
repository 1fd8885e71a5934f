"""Which way mails go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from webinar.adapters.mail.transport import Folder, Unavailable, open_transport


def test_no_mail_leaves_the_house_in_development(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(app.config["SETTINGS"], smtp_host="127.0.0.1", smtp_port=1)

    monkeypatch.setitem(app.config, "SETTINGS", replace(settings, development=True))
    with open_transport() as transport:
        assert isinstance(transport, Folder)

    monkeypatch.setitem(app.config, "SETTINGS", settings)
    with pytest.raises(Unavailable), open_transport():
        pass
