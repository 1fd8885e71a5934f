from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webinar.core.contact import ContactUnfit, mail_address, mobile_number, office_phone, web_address


@pytest.mark.parametrize(
    ("read", "typed", "kept"),
    [
        (mail_address, "Humas@KPU.go.id", "Humas@kpu.go.id"),
        (mobile_number, "0812 3456 7890", "+6281234567890"),
        (mobile_number, "81234567890", "+6281234567890"),  # a spreadsheet took it for a number
        (mobile_number, "+62 812-3456-7890", "+6281234567890"),
        (office_phone, "(0274) 367 123 ext. 4", "(0274) 367 123 ext. 4"),
        (office_phone, "021-31937223 pes. 12", "021-31937223 pes. 12"),
        (web_address, "kab-bantul.kpu.go.id", "https://kab-bantul.kpu.go.id"),
        (web_address, "http://kpu.go.id/x?y=1", "http://kpu.go.id/x?y=1"),
    ],
)
def test_what_people_type_becomes_what_is_kept(read: Callable[[str], str], typed: str, kept: str) -> None:
    assert read(typed) == kept


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (mail_address, "humas"),
        (mail_address, "humas@kpu"),
        (mobile_number, "12"),
        (mobile_number, "delapan"),
        (office_phone, "1234"),
        (office_phone, "telepon 12345"),
        (web_address, "javascript:alert(1)"),
        (web_address, "ftp://kpu.go.id"),
        (web_address, "https://kpu"),
        (web_address, "https://kpu.go.id@evil.example"),
        (web_address, 'https://kpu.go.id/"onclick='),
        (web_address, "https://[::1"),
        (web_address, "https://kpu.go.id:0"),
    ],
)
def test_what_is_no_such_address_is_refused(read: Callable[[str], str], typed: str) -> None:
    with pytest.raises(ContactUnfit):
        read(typed)


@given(st.text(max_size=60))
def test_any_text_is_kept_or_refused(text: str) -> None:
    for read in (mail_address, mobile_number, office_phone, web_address):
        with suppress(ContactUnfit):
            assert read(text)
