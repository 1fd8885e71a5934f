from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from tests.conftest import Client, settings_for
from tests.factories.account import PASSWORD, an_account, an_office, signed_in
from tests.factories.registration import an_event
from tests.integration.web.test_shipped import token_of
from webinar import create_app
from webinar.db import db
from webinar.models import Event, User
from webinar.services.installation import prepare_installation
from webinar.services.sign_in import end_sign_ins

TYPED = MultiDict(
    [("title", 'Sosialisasi <b>& "Temu"</b>'), ("notes", "satu\r\ndua"), ("group", "1"), ("group", "2")]
)


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[Flask]:
    """With the keys of forms checked, as on a server."""
    app = create_app(settings_for(tmp_path, None))
    app.test_client_class = Client
    with app.app_context():
        prepare_installation()
        yield app
        db.session.remove()
        db.engine.dispose()


def entered(app: Flask, user_id: int, client: FlaskClient | None = None) -> FlaskClient:
    client = client or app.test_client()
    email = db.session.get_one(User, user_id).email
    db.session.rollback()
    token = token_of(client.get("/masuk").text)
    sent = {"email": email, "password": PASSWORD, "csrf_token": token}
    assert client.post("/masuk", data=sent).status_code == 303
    return client


def hidden(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return [(unescape(name), unescape(value)) for name, value in found if name != "csrf_token"]


def test_a_form_that_comes_after_the_sign_in_ended_is_kept_and_sent_again(shipped: Flask) -> None:
    user_id = an_account()
    slug = db.session.get_one(Event, an_event(keeper_id=an_office())).slug
    address = f"/meja/kegiatan/{slug}/salin"
    client = entered(shipped, user_id)
    token = token_of(client.get(address).text)
    end_sign_ins(user_id)

    refused = client.post(address, data={"title": "Salinan", "start_on": "7/1/27", "csrf_token": token})
    entered(shipped, user_id, client)  # in another tab
    sent = dict(hidden(refused.text)) | {"csrf_token": token_of(refused.text)}
    done = client.post(address, data=sent)

    assert refused.status_code == 401
    assert f'action="{address}"' in refused.text
    assert 'target="_blank"' in refused.text
    assert refused.headers["Cache-Control"] == "no-store"
    assert done.status_code == 303
    db.session.rollback()
    assert db.session.query(Event).filter_by(title="Salinan").count() == 1


def test_a_form_with_an_old_key_is_kept_for_who_is_signed_in(shipped: Flask) -> None:
    client = entered(shipped, an_account())

    answer = client.post("/meja/orang/baru?x=1", data=TYPED | {"csrf_token": "lama"})

    assert answer.status_code == 400
    assert hidden(answer.text) == list(TYPED.items(multi=True))
    assert "Masuk di tab baru" not in answer.text


def test_everything_typed_is_kept_in_order_and_shown(app: Flask, client: FlaskClient) -> None:
    answer = client.post("/meja/kegiatan/baru", data=TYPED)

    assert hidden(answer.text) == list(TYPED.items(multi=True))
    assert '<li class="as-typed">Sosialisasi &lt;b&gt;&amp; &#34;Temu&#34;' in answer.text
    assert "<b>&" not in answer.text


def test_passwords_are_not_kept_and_files_are_named(app: Flask, client: FlaskClient) -> None:
    sent = {"password": "rahasia", "title": "A", "poster": (BytesIO(b"x"), "poster acara.png")}

    page = client.post("/meja/kegiatan/baru", data=sent).text

    assert "rahasia" not in page
    assert "Pilih kembali berkas poster acara.png" in page
    assert 'enctype="multipart/form-data"' in page
    assert '<input class="form-control" type="file" id="berkas-1" name="poster"' in page


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://jahat.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site_gets_no_button(
    app: Flask, client: FlaskClient, headers: dict[str, str]
) -> None:
    answer = client.post("/meja/kegiatan/baru", data=TYPED, headers=headers)

    assert answer.status_code == 401
    assert "Kirim lagi</button>" not in answer.text and "csrf_token" not in answer.text
    assert "Set-Cookie" not in answer.headers
    assert "Sosialisasi" in answer.text


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://localhost"}, {}]
)
def test_a_form_of_ours_does(app: Flask, client: FlaskClient, headers: dict[str, str]) -> None:
    assert "Kirim lagi</button>" in client.post("/meja/kegiatan/baru", data=TYPED, headers=headers).text


def test_a_script_is_told_in_a_sentence(shipped: Flask) -> None:
    fetch = {"X-Requested-With": "fetch"}
    user_id = an_account()
    client = entered(shipped, user_id)
    token = token_of(client.get("/akun/nama").text)
    old_key = client.post("/meja/kegiatan/baru", data={"csrf_token": "lama"}, headers=fetch)
    end_sign_ins(user_id)
    ended = client.post("/meja/kegiatan/baru", data={"csrf_token": token}, headers=fetch)
    stranger = shipped.test_client().post("/meja/kegiatan/baru", headers=fetch)
    read = shipped.test_client().get("/meja", headers=fetch)

    assert [one.status_code for one in (old_key, ended, stranger, read)] == [400, 401, 401, 401]
    assert "Anda perlu masuk lagi." in ended.text
    assert {one.mimetype for one in (old_key, ended, stranger, read)} == {"text/plain"}


def test_public_forms_and_doors_keep_their_short_page(shipped: Flask) -> None:
    client = shipped.test_client()

    answer = client.post("/masuk", data={"email": "a@b.example", "password": "rahasia"})

    assert answer.status_code == 400
    assert "rahasia" not in answer.text and "Isian Anda masih ada" not in answer.text


def test_signing_in_for_another_tab_ends_on_a_page_that_says_so(app: Flask) -> None:
    client = signed_in(app, an_account())

    assert "Kirim lagi" in client.get("/akun/selesai").text


def test_a_key_from_before_the_sign_in_is_not_taken_after_it(shipped: Flask) -> None:
    """Somebody else may know it, who left this browser with a session begun."""
    client = shipped.test_client()
    before = token_of(client.get("/masuk").text)
    entered(shipped, an_account(), client)

    answer = client.post("/meja/orang/baru", data={"name": "Budi", "csrf_token": before})
    sent = dict(hidden(answer.text)) | {"csrf_token": token_of(answer.text)}
    again = client.post("/meja/orang/baru", data=sent)

    assert answer.status_code == 400 and 'value="Budi"' in answer.text
    assert again.status_code in (303, 422)  # read, and answered by the form itself


def test_a_key_of_somebody_else_in_the_same_browser_is_not_taken(shipped: Flask) -> None:
    first = an_account()
    client = entered(shipped, first)
    key = token_of(client.get("/meja/orang/baru").text)
    end_sign_ins(first)
    entered(shipped, an_account(), client)

    assert client.post("/meja/orang/baru", data={"name": "Budi", "csrf_token": key}).status_code == 400
