"""Pictures on the disk: made anew from what was sent, so that nothing of the file itself is kept.

Of a file only the pixels are taken: the first frame, turned as its camera held it, in sRGB, at most
``LONGEST_SIDE`` pixels long, written as WebP. Place, time, camera, comments and whatever hides behind a
picture's end are gone.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING
from uuid import uuid4

from webinar.adapters.links import settings
from webinar.core.errors import PictureFault, PictureUnfit

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LEAST_SIDE = 100
LONGEST_SIDE = 2400
QUALITY = 84
NAME = re.compile(r"[0-9a-f]{40}\.webp")

_one_at_a_time = Lock()  # a picture of MOST_PIXELS takes 160 MB while it is made smaller


@dataclass(frozen=True)
class MadePicture:
    """A picture as it will be kept."""

    content: bytes
    width: int
    height: int

    def name(self, alt: str | None) -> str:
        """The digest of what is seen and read aloud: another picture or other words have another name."""
        return sha256((alt or "").encode() + b"\0" + self.content).hexdigest()[:40] + ".webp"


def make_picture(source: IO[bytes], longest: int = LONGEST_SIDE) -> MadePicture:
    """``longest`` is the length of its longer side at most, in pixels.

    Raises PictureUnfit for what is no JPEG, PNG or WebP, is damaged, too big or too small.
    """
    sent = source.read(MOST_BYTES + 1)
    if len(sent) > MOST_BYTES:
        raise PictureUnfit(PictureFault.TOO_BIG)
    with _one_at_a_time:
        try:
            return _encoded(_decoded(sent, longest))
        except PictureUnfit:
            raise
        except Exception as error:  # decoders raise whatever they stumble over
            raise PictureUnfit(PictureFault.NOT_A_PICTURE) from error


def picture_path(name: str) -> Path:
    """Where the picture of this name is kept."""
    return picture_folder() / name


def picture_folder() -> Path:
    """The folder of all pictures; part of every backup."""
    return settings().instance / "pictures"


def keep_picture(name: str, content: bytes) -> None:
    """Written aside, flushed, and put into place by its name; the same again is harmless."""
    folder = picture_folder()
    folder.mkdir(mode=0o750, exist_ok=True)
    aside = folder / f"{name}.{uuid4().hex}"
    try:
        with open(aside, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, folder / name)
    finally:
        aside.unlink(missing_ok=True)


def _decoded(sent: bytes, longest: int) -> Image:
    """The pixels, upright, in sRGB and small enough."""
    from PIL import Image  # 0.1 s, wanted by few requests

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(BytesIO(sent), formats=FORMATS) as image:
            _refuse_size(image.size)
            image.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureUnfit(PictureFault.TOO_MANY_PIXELS) from error
    with Image.open(BytesIO(sent), formats=FORMATS) as image:
        image.seek(0)
        image.draft(None, (longest, longest))  # a JPEG is not decoded larger than wanted
        made = _in_srgb(_in_eight_bits(_upright(image)))
    made.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return made


def _refuse_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise PictureUnfit(PictureFault.TOO_MANY_PIXELS)
    if min(width, height) < LEAST_SIDE:
        raise PictureUnfit(PictureFault.TOO_SMALL)


def _upright(image: Image) -> Image:
    """Turned as the camera was held; where that cannot be read, as it lies."""
    from PIL import ImageOps

    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # damaged notes of a camera are no reason to refuse its picture
        return image


def _in_eight_bits(image: Image) -> Image:
    """Sixteen bits of grey are brought to eight; ``convert`` alone would cut all bright tones off."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image


def _in_srgb(image: Image) -> Image:
    """Colours as a screen shows them: the file's own profile is applied, as it will not be kept."""
    from PIL import ImageCms

    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    wanted = "RGBA" if has_alpha else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            seen = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return image.convert(wanted)  # a profile that cannot be read says nothing
        if seen is not None:
            return seen
    return image.convert(wanted)


def _encoded(image: Image) -> MadePicture:
    file = BytesIO()
    image.save(file, "WEBP", quality=QUALITY)
    return MadePicture(file.getvalue(), image.width, image.height)
