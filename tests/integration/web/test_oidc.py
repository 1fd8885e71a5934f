from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.account import an_account
from webinar.config import SettingsError, read_settings

pytest.importorskip("authlib", reason="the extra oidc is not installed")

from tests.factories.provider import CLIENT_ID, CLIENT_SECRET, Provider, a_provider


@pytest.fixture
def provider(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    with a_provider() as found:
        settings = replace(
            app.config["SETTINGS"],
            oidc_issuer=found.address,
            oidc_client_id=CLIENT_ID,
            oidc_client_secret=CLIENT_SECRET,
            oidc_name="Akun KPU",
        )
        monkeypatch.setitem(app.config, "SETTINGS", settings)
        app.extensions.pop("oidc", None)
        yield found
        app.extensions.pop("oidc", None)


def begun(client: FlaskClient, target: str = "/akun") -> str:
    """The provider's address somebody is sent to."""
    return str(client.get("/masuk/oidc", query_string={"next": target}).headers["Location"])


def signed_in_there(client: FlaskClient, provider: Provider, **changed: str) -> str:
    """Where somebody is led who signed in at the provider."""
    back = provider.authorize(begun(client)) | changed
    return str(client.get("/masuk/oidc/kembali", query_string=back).headers["Location"])


def test_an_account_is_opened_by_its_verified_address(client: FlaskClient, provider: Provider) -> None:
    an_account(email="sri@kpu.example")
    provider.claims["email"] = "Sri@KPU.example"

    led_to = signed_in_there(client, provider)

    assert led_to == "/akun"
    assert client.get("/akun").status_code == 200


def test_the_door_shows_its_name_and_asks_with_state_nonce_and_proof(
    client: FlaskClient, provider: Provider
) -> None:
    page = client.get("/masuk").text
    asked = parse_qs(urlsplit(begun(client)).query)

    assert "Masuk dengan Akun KPU" in page
    assert asked["redirect_uri"] == ["http://localhost/masuk/oidc/kembali"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid email profile"]
    assert len(asked["nonce"][0]) >= 20 and len(asked["state"][0]) >= 20


def test_who_was_not_invited_gets_no_account(client: FlaskClient, provider: Provider) -> None:
    an_account(email="lain@kpu.example")

    assert signed_in_there(client, provider) == "/masuk"
    assert "Akun itu belum terdaftar di sini." in client.get("/masuk").text


def test_a_closed_account_stays_closed(client: FlaskClient, provider: Provider) -> None:
    an_account(email="sri@kpu.example", active=False)

    assert signed_in_there(client, provider) == "/masuk"


def test_the_second_step_is_asked_as_after_a_password(client: FlaskClient, provider: Provider) -> None:
    an_account(email="sri@kpu.example", totp_secret="{}")

    assert signed_in_there(client, provider) == "/masuk/kode"


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "yang lain"},
        {"nonce": None},
        {"aud": "klien-lain"},
        {"aud": None},
        {"iss": "https://jahat.example"},
        {"iss": None},
        {"exp": 1_700_000_000},
        {"sub": None},
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": ""},
    ],
    ids=str,
)
def test_a_token_that_does_not_hold_opens_nothing(
    client: FlaskClient, provider: Provider, claims: dict[str, Any]
) -> None:
    an_account(email="sri@kpu.example")
    provider.claims |= claims

    assert signed_in_there(client, provider) == "/masuk"
    assert client.get("/akun").status_code == 302


@pytest.mark.parametrize("forge", [Provider.sign_with_another_key, Provider.sign_with_shared_secret])
def test_a_token_signed_by_somebody_else_opens_nothing(
    client: FlaskClient, provider: Provider, forge: Callable[[Provider], None]
) -> None:
    an_account(email="sri@kpu.example")
    forge(provider)

    assert signed_in_there(client, provider) == "/masuk"
    assert "Masuk lewat Akun KPU belum berhasil." in client.get("/masuk").text


def test_a_state_of_another_browser_or_none_is_refused_before_the_provider_is_asked(
    app: Flask, client: FlaskClient, provider: Provider
) -> None:
    an_account(email="sri@kpu.example")
    stolen = provider.authorize(begun(app.test_client()))

    for back in (
        stolen,
        stolen | {"state": "dikarang"},
        {"code": stolen["code"]},
        {"error": "access_denied"},
    ):
        answer = client.get("/masuk/oidc/kembali", query_string=back)
        assert answer.headers["Location"] == "/masuk"
    assert "/token" not in provider.asked


def test_a_return_is_good_once(client: FlaskClient, provider: Provider) -> None:
    an_account(email="sri@kpu.example")
    back = provider.authorize(begun(client))
    client.get("/masuk/oidc/kembali", query_string=back)

    again = client.get("/masuk/oidc/kembali", query_string=back)

    assert again.headers["Location"] == "/masuk"


def test_an_address_told_at_the_other_endpoint_counts_for_the_same_person_alone(
    client: FlaskClient, provider: Provider
) -> None:
    an_account(email="sri@kpu.example")
    provider.more = {"sub": "orang-lain", "email": "sri@kpu.example", "email_verified": True}
    provider.claims = {}
    other = signed_in_there(client, provider)
    provider.more["sub"] = "pegawai-7"

    assert (other, signed_in_there(client, provider)) == ("/masuk", "/akun")


def test_a_provider_that_does_not_answer_is_said_so(
    app: Flask, client: FlaskClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(app.config["SETTINGS"], oidc_issuer="http://127.0.0.1:1")
    monkeypatch.setitem(app.config, "SETTINGS", settings)

    answer = client.get("/masuk/oidc")

    assert answer.headers["Location"] == "/masuk"
    assert "belum berhasil" in client.get("/masuk").text


def test_without_a_provider_there_is_no_door(client: FlaskClient) -> None:
    assert "Masuk dengan" not in client.get("/masuk").text.replace("Masuk dengan kunci sandi", "")
    assert client.get("/masuk/oidc").status_code == 404
    assert client.get("/masuk/oidc/kembali?code=a&state=b").status_code == 404


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"OIDC_ISSUER": "https://sso.kpu.go.id"}, {"WEBINAR_OIDC_CLIENT_ID", "WEBINAR_OIDC_CLIENT_SECRET"}),
        ({"OIDC_CLIENT_SECRET": "x"}, {"WEBINAR_OIDC_ISSUER", "WEBINAR_OIDC_CLIENT_ID"}),
        ({"OIDC_ISSUER": "http://sso.kpu.go.id"}, {"WEBINAR_OIDC_ISSUER"}),
        ({"OIDC_ISSUER": "sso"}, {"WEBINAR_OIDC_ISSUER"}),
    ],
)
def test_a_provider_half_set_is_named_at_start(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, values: dict[str, str], wrong: set[str]
) -> None:
    for name, value in values.items():
        monkeypatch.setenv(f"WEBINAR_{name}", value)

    with pytest.raises(SettingsError) as refusal:
        read_settings(instance=tmp_path)

    assert set(refusal.value.problems) == wrong


def test_a_provider_without_the_extra_names_the_extra(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBINAR_OIDC_ISSUER", "https://sso.kpu.go.id")
    monkeypatch.setattr("webinar.config.find_spec", lambda _name: None)

    with pytest.raises(SettingsError) as refusal:
        read_settings(instance=tmp_path)

    assert ".[oidc]" in refusal.value.problems["WEBINAR_OIDC_ISSUER"]
