"""What is taken of a file that calls itself a picture."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from PIL import Image, ImageCms

from tests.factories.picture import a_file, a_photo_of_a_phone
from webinar.adapters.pictures import (
    LONGEST_SIDE,
    MOST_BYTES,
    NAME,
    keep_picture,
    make_picture,
    picture_folder,
    picture_path,
)
from webinar.core.errors import PictureFault, PictureUnfit


def made(content: bytes) -> Image.Image:
    """What is kept of a file, read again."""
    picture = make_picture(BytesIO(content))
    image = Image.open(BytesIO(picture.content))
    assert (image.format, image.size) == ("WEBP", (picture.width, picture.height))
    return image


def fault(content: bytes) -> PictureFault:
    with pytest.raises(PictureUnfit) as refused:
        make_picture(BytesIO(content))
    return refused.value.reason


def brightness(image: Image.Image, x: int, y: int) -> int:
    value = image.convert("L").getpixel((x, y))
    assert isinstance(value, int)
    return value


def a_png_of(width: int, height: int) -> bytes:
    """A PNG whose head claims a size; some hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_picture_of_an_accepted_kind_becomes_webp(form: str) -> None:
    image = made(a_file(form))

    assert image.size == (320, 240)
    assert brightness(image, 20, 120) < 20
    assert brightness(image, 300, 120) > 235


def test_photo_is_turned_upright_and_tells_nothing_more() -> None:
    photo = a_photo_of_a_phone()

    picture = make_picture(BytesIO(photo))

    image = Image.open(BytesIO(picture.content))
    assert image.size == (240, 320)
    assert brightness(image, 120, 20) < 20
    assert brightness(image, 120, 300) > 235
    assert (dict(image.getexif()), image.info.get("exif"), image.info.get("xmp")) == ({}, None, None)
    assert b"rahasia" in photo.lower()
    assert b"rahasia" not in picture.content.lower()
    assert b"EXIF" not in picture.content


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_photo_with_damaged_notes_of_the_camera_is_taken_as_it_lies() -> None:
    assert made(a_file("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")).size == (320, 240)


def test_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    assert made(a_file("PNG", size=(3600, 1200))).size == (LONGEST_SIDE, 800)
    assert made(a_file("JPEG", size=(1200, 3600))).size == (800, LONGEST_SIDE)


def test_picture_in_printing_colours_keeps_them() -> None:
    image = made(a_file("JPEG", mode="CMYK", bright=(0, 255, 255, 0))).convert("RGB")

    red, green, blue = image.getpixel((300, 120))
    assert red > 200 and green < 60 and blue < 60


def test_colours_of_another_profile_are_brought_to_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))  # none that fits: colours stay
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

    for given in (profile, srgb):
        image = made(a_file("PNG", bright="red", icc_profile=given.tobytes()))
        assert image.info.get("icc_profile") is None
        assert image.convert("RGB").getpixel((300, 120))[0] > 230


def test_grey_of_sixteen_bits_keeps_its_tones() -> None:
    row = struct.pack("<320H", *[128 * 256] * 160, *[200 * 256] * 160)
    image = Image.frombytes("I;16", (320, 240), row * 240)
    file = BytesIO()
    image.save(file, "PNG")

    kept = made(file.getvalue())

    assert brightness(kept, 20, 120) == pytest.approx(128, abs=3)
    assert brightness(kept, 300, 120) == pytest.approx(200, abs=3)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_every_way_to_hold_pixels_is_read(mode: str) -> None:
    assert made(a_file("PNG", mode=mode, bright=1 if mode in "1P" else "white")).size == (320, 240)


def test_what_shines_through_still_does() -> None:
    image = made(a_file("PNG", mode="RGBA", bright=(255, 255, 255, 255)))

    assert image.mode == "RGBA"
    assert (image.getpixel((20, 120))[3], image.getpixel((300, 120))[3]) == (0, 255)


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_moving_picture_stands_still(form: str) -> None:
    frames = [Image.new("RGB", (200, 200), colour) for colour in ("red", "blue", "green")]
    file = BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=100)

    image = made(file.getvalue())

    assert getattr(image, "n_frames", 1) == 1
    assert image.convert("RGB").getpixel((100, 100))[0] > 200


def test_file_that_is_not_what_it_says_is_no_picture() -> None:
    archive = BytesIO()
    with ZipFile(archive, "w") as zipped:
        zipped.writestr("foto.jpg", a_file())
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    gif = a_file("GIF", mode="P", bright=1)
    others = [archive.getvalue(), svg, gif, a_file("BMP"), a_file("TIFF"), b"%PDF-1.7", b"", b"\xff\xd8\xff"]

    assert {fault(content) for content in others} == {PictureFault.NOT_A_PICTURE}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_none(form: str) -> None:
    whole = a_file(form, size=(800, 600))

    assert {fault(whole[: len(whole) * part // 10]) for part in (1, 5, 9)} == {PictureFault.NOT_A_PICTURE}


def test_picture_that_unfolds_without_end_is_refused_by_its_head() -> None:
    assert fault(a_png_of(60_000, 60_000)) == PictureFault.TOO_MANY_PIXELS
    assert fault(a_png_of(8_000, 8_000)) == PictureFault.TOO_MANY_PIXELS
    assert fault(a_png_of(40_000, 200)) == PictureFault.NOT_A_PICTURE  # its pixels are not there


def test_file_of_too_many_bytes_is_not_read_to_its_end() -> None:
    file = BytesIO(a_file() + bytes(5 * MOST_BYTES))

    with pytest.raises(PictureUnfit) as refused:
        make_picture(file)

    assert refused.value.reason == PictureFault.TOO_BIG
    assert file.tell() == MOST_BYTES + 1


def test_picture_that_nobody_could_see_is_refused() -> None:
    assert fault(a_file("PNG", size=(99, 400))) == PictureFault.TOO_SMALL


def test_what_hides_behind_a_picture_is_not_kept() -> None:
    picture = make_picture(BytesIO(a_file("PNG") + b"<script>alert(1)</script>"))

    assert b"script" not in picture.content


def test_name_is_that_of_the_pixels_and_the_words() -> None:
    one, same = make_picture(BytesIO(a_file())), make_picture(BytesIO(a_file()))

    assert one.name("Poster") == same.name("Poster")
    assert len({one.name(None), one.name("Poster"), one.name("Spanduk")}) == 3
    assert NAME.fullmatch(one.name("Poster"))


def test_kept_picture_lies_alone_in_its_folder(app: Flask) -> None:
    for file in picture_folder().glob("*"):
        file.unlink()

    keep_picture("a" * 40 + ".webp", b"isi")
    keep_picture("a" * 40 + ".webp", b"isi")

    path = picture_path("a" * 40 + ".webp")
    assert path.read_bytes() == b"isi"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
