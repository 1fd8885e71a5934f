"""Refusals and errors as pages: what happened, what to do, and a number that finds it in the log."""

from __future__ import annotations

import logging
import secrets
import time

from flask import Flask, Response, render_template
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from webinar.core.errors import NotFound
from webinar.extensions import limiter
from webinar.web.account.resubmission import form_expired

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(NotFound, lambda error: error_page(404))
    app.register_error_handler(RecursionError, lambda error: error_page(400))  # JSON nested without end
    app.register_error_handler(Exception, _unexpected)


def error_page(code: int, explanation: str | None = None) -> Response:
    """The page for a code; an own explanation takes the place of the general one."""
    reference = secrets.token_hex(4).upper()
    log.log(logging.ERROR if code >= 500 else logging.INFO, "error %s, reference %s", code, reference)
    title, general = wording(code)
    page = render_template(
        "errors/error.html", code=code, title=title, explanation=explanation or general, reference=reference
    )
    return Response(page, code, {"Cache-Control": "no-store"})


def wording(code: int) -> tuple[str, str]:
    """Title and explanation of a code."""
    texts = {
        400: (_("Permintaan tidak dapat dibaca"), _("Muat ulang halaman sebelumnya, lalu coba lagi.")),
        403: (_("Anda tidak berhak membuka halaman ini"), _("Masuklah dengan akun yang berhak.")),
        404: (
            _("Halaman tidak ditemukan"),
            _("Periksa alamatnya. Halaman mungkin telah dipindahkan atau tautannya sudah tidak berlaku."),
        ),
        405: (_("Cara ini tidak tersedia"), _("Buka halaman melalui tautan atau tombol yang disediakan.")),
        409: (_("Data sudah berubah"), _("Muat ulang halaman untuk melihat keadaan terbaru.")),
        410: (_("Halaman ini sudah tidak ada"), _("Kegiatan atau berkas ini telah dihapus.")),
        413: (_("Kiriman terlalu besar"), _("Perkecil berkas atau isian, lalu kirim lagi.")),
        422: (_("Data tidak dapat disimpan"), _("Periksa isian yang ditandai.")),
        429: (_("Terlalu banyak permintaan"), _("Tunggu sebentar, lalu coba lagi.")),
        500: (
            _("Terjadi kesalahan pada sistem"),
            _("Isian Anda mungkin belum tersimpan. Coba lagi. Bila berulang, sampaikan nomor rujukan ini."),
        ),
        503: (_("Layanan sedang tidak tersedia"), _("Coba lagi beberapa menit lagi.")),
    }
    return texts.get(code, texts[400] if code < 500 else texts[500])


def _http_error(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400 or error.response is not None:
        return error
    page = error_page(error.code)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            page.headers[name] = value
    if error.code == 429 and limiter.current_limit:
        page.headers["Retry-After"] = str(max(1, round(limiter.current_limit.reset_at - time.time())))
    return page


def _form_expired(error: CSRFError) -> Response:
    return form_expired() or error_page(
        400, _("Formulir ini sudah kedaluwarsa atau kuki diblokir. Muat ulang formulir, lalu kirim lagi.")
    )


def _unexpected(error: Exception) -> Response:
    log.exception("unexpected error")
    return error_page(InternalServerError.code or 500)
