"""A form of the usual fields with nothing but Flask-WTF's CSRF and the simplest validators."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, StringField, TelField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional


class CeilingForm(FlaskForm):
    full_name = StringField("Nama lengkap", [DataRequired(), Length(max=200)])
    email = EmailField("Alamat email", [DataRequired(), Length(max=254)])
    whatsapp = TelField("Nomor WhatsApp", [Optional(), Length(max=20)])
    institution = StringField("Instansi", [DataRequired(), Length(max=200)])
    unit = StringField("Unit kerja", [Optional(), Length(max=200)])
    position = StringField("Jabatan", [Optional(), Length(max=200)])
    question = TextAreaField("Pertanyaan", [Optional(), Length(max=2000)])
    consents = BooleanField("Setuju", [DataRequired()])

    def to_columns(self) -> dict[str, object]:
        return {name: value for name, value in self.data.items() if name != "csrf_token"}
