"""Settings: every wrong one is named with what is expected, and an empty one counts as not set."""

from __future__ import annotations

from pathlib import Path

import pytest

from webinar import config
from webinar.config import SettingsError, read_settings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBINAR_INSTANCE", str(tmp_path / "instance"))
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(f"WEBINAR_{name}", raising=False)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PORT", "abc", "expected a whole number from 1 to 65535, found 'abc'"),
        ("PORT", "70000", "expected a whole number from 1 to 65535, found '70000'"),
        ("PROCESSES", "0", "expected a whole number from 1 to 64, found '0'"),
        ("SECRET_KEY", "short", "expected at least 32 characters, found 5"),
        ("SMTP_SECURITY", "ssl", "expected one of starttls, tls, none, found 'ssl'"),
        ("DEVELOPMENT", "perhaps", "expected one of true, false, 1, 0, yes, no, found 'perhaps'"),
        ("BASE_URL", "kpu.go.id", "expected http://… or https://…, found 'kpu.go.id'"),
        ("BASE_URL", "http://kpu.go.id:x", "expected http://… or https://…, found 'http://kpu.go.id:x'"),
        (
            "REDIS_URL",
            "redis://host:x/0",
            "expected redis://… or rediss://… or unix://…, found 'redis://host:x/0'",
        ),
        ("CONTACT", "x", "expected one mail address such as humas@kpu.go.id, found 'x'"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_expected(
    name: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"WEBINAR_{name}", value)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert refused.value.problems == {f"WEBINAR_{name}": expected}


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://host/name", "found scheme 'mysql'"),
        ("postgresql://host:x/name", "this address cannot be read (is the port a number?)"),
        ("sqlite:///:memory:", "a database in memory forgets everything"),
        ("sqlite:///", "a database in memory forgets everything"),
    ],
)
def test_a_database_that_cannot_be_used_is_refused_before_it_is_asked(
    url: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBINAR_DATABASE_URL", url)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert refused.value.problems["WEBINAR_DATABASE_URL"].endswith(reason)


@pytest.mark.parametrize(
    ("name", "value"), [("DATABASE_URL", "postgresql://host/name"), ("REDIS_URL", "redis://host/0")]
)
def test_a_client_that_is_not_installed_is_named_with_the_command_that_installs_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "find_spec", lambda _module: None)
    monkeypatch.setenv(f"WEBINAR_{name}", value)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert refused.value.problems[f"WEBINAR_{name}"].endswith(
        "not installed: pip install '.[scale]' in the source folder"
    )


def test_an_empty_setting_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REDIS_URL", "SMTP_HOST", "PORT", "SITE_NAME", "DATABASE_URL", "DEVELOPMENT", "BASE_URL"):
        monkeypatch.setenv(f"WEBINAR_{name}", "")

    settings = read_settings()

    assert (settings.redis_url, settings.smtp_host, settings.port) == (None, None, 8000)
    assert settings.site_name == "Komisi Pemilihan Umum"
    assert settings.is_sqlite
    assert not settings.development


@pytest.mark.parametrize(("value", "is_on"), [("True", True), ("1", True), ("no", False), ("FALSE", False)])
def test_a_switch_is_read_in_any_case(value: str, is_on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBINAR_DEVELOPMENT", value)

    assert read_settings().development is is_on
