"""A picture in a form: sent, kept from an earlier try, removed, or left as it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.datastructures import FileStorage
from wtforms import FileField

from webinar.adapters.pictures import LONGEST_SIDE
from webinar.core.access import Actor
from webinar.core.errors import PictureFault, PictureUnfit
from webinar.models import Picture
from webinar.queries.picture import picture_named, picture_of
from webinar.services.picture import describe_picture, store_picture

HINT = lazy_gettext("JPEG, PNG, atau WebP, paling besar 10 MB. Lokasi dan data kamera dihapus.")


class PictureField(FileField):
    """The file is made into a picture as soon as it is asked for, before the rest of the form is checked.

    So a form that comes back with errors elsewhere still has its picture: the page carries its name in
    ``<field>-kept``. ``<field>-removed`` takes it away. Templates: ``components/picture.html``.
    """

    def __init__(self, label: Any = None, *, longest: int = LONGEST_SIDE, **options: Any) -> None:
        options.setdefault("description", HINT)
        super().__init__(label, **options)
        self.longest = longest
        self.shown: Picture | None = None

    def process(self, formdata: Any, *arguments: Any, **options: Any) -> None:
        """Files do not come with the other values."""
        super().process(formdata, *arguments, **options)
        file = request.files.get(self.name) if request.method == "POST" else None
        self.data: FileStorage | None = file if file is not None and file.filename else None

    def show(self, picture_id: int | None) -> None:
        """The picture there is so far."""
        self.shown = picture_of(picture_id)

    def taken(
        self, current_id: int | None, *, alt: str | None = None, actor: Actor | None, now: datetime
    ) -> int | None:
        """The id of the picture after this form; a file that is unfit becomes an error of the field.

        Call it before ``validate``: the error then stands with those of the other fields. ``alt`` are the
        words the form asks for beside the picture, "" for none; None where the form does not ask.
        """
        self.show(current_id)
        if self.data is not None:
            try:
                self.show(
                    store_picture(
                        self.data.stream, alt=alt or None, actor=actor, now=now, longest=self.longest
                    )
                )
            except PictureUnfit as refusal:
                self.process_errors.append(fault_words(refusal.reason))
        elif f"{self.name}-removed" in request.form:
            self.shown = None
        elif kept := request.form.get(f"{self.name}-kept"):
            self.shown = picture_named(kept) or self.shown
        if self.shown and alt is not None:
            self.show(describe_picture(self.shown.id, alt or None, actor=actor, now=now))
        return self.shown.id if self.shown else None


def fault_words(reason: PictureFault) -> str:
    """What is wrong with a file, and what would be right."""
    return {
        PictureFault.NOT_A_PICTURE: _("Berkas ini bukan gambar JPEG, PNG, atau WebP."),
        PictureFault.TOO_BIG: _("Berkas ini lebih besar dari 10 MB. Pilih gambar yang lebih kecil."),
        PictureFault.TOO_MANY_PIXELS: _(
            "Gambar ini lebih dari 40 juta piksel. Perkecil ukurannya, lalu pilih lagi."
        ),
        PictureFault.TOO_SMALL: _("Gambar ini terlalu kecil. Setiap sisi paling sedikit 100 piksel."),
    }[reason]
