"""Files as people send them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

ORIENTATION, GPS = 0x0112, 0x8825


def a_file(
    form: str = "JPEG", size: tuple[int, int] = (320, 240), mode: str = "RGB", **options: Any
) -> bytes:
    """A picture whose left half is dark and whose right half is bright."""
    image = Image.new(mode, size)
    bright = Image.new(mode, (size[0] // 2, size[1]), options.pop("bright", "white"))
    image.paste(bright, (size[0] - size[0] // 2, 0))
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def a_photo_of_a_phone() -> bytes:
    """Held upright, so that its pixels lie on their side; it tells where it was taken and with what."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x010F] = "Kamera Rahasia"
    exif.get_ifd(GPS).update({1: "S", 2: (7.0, 53.0, 12.0), 3: "E", 4: (110.0, 19.0, 44.0)})
    return a_file("JPEG", exif=exif, comment=b"Komentar rahasia")
