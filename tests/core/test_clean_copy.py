"""A copy that still says anything besides its picture never leaves."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from safeplan import errors
from safeplan.handover.clean_copy import hidden_in
from safeplan.handover.plain_jpeg import without_metadata


def picture(kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    Image.radial_gradient("L").resize((60, 40)).convert("RGB").save(made, kind, **options)
    return made.getvalue()


def with_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[271] = "Samsung"
    return exif


PLAIN_JPEG = picture("JPEG")
JPEG_WITH_PLACE = picture("JPEG", exif=with_exif())


def test_a_picture_drawn_anew_says_nothing() -> None:
    assert hidden_in(PLAIN_JPEG) == ()
    assert hidden_in(picture("JPEG", progressive=True, quality=90)) == ()
    assert hidden_in(picture("PNG")) == ()


def test_every_place_to_hide_words_in_is_found() -> None:
    assert hidden_in(JPEG_WITH_PLACE) == ("APP1",)
    assert hidden_in(picture("JPEG", comment=b"home")) == ("COM",)
    assert hidden_in(PLAIN_JPEG + b"and more") == ("after the end",)
    app0 = b"\xff\xe0\x00\x14JFIF\0\x01\x01\0\0\x01\0\x01\0\0abcd"
    assert hidden_in(b"\xff\xd8" + app0 + PLAIN_JPEG[2:]) == ("APP0",)
    told = PngInfo()
    told.add_text("Author", "someone")
    assert hidden_in(picture("PNG", pnginfo=told)) == ("tEXt",)
    assert hidden_in(picture("PNG", exif=with_exif())) == ("eXIf",)
    assert hidden_in(picture("PNG") + b"x") == ("after the end",)


def test_what_a_viewing_copy_brings_along_is_taken_off_wherever_it_hides() -> None:
    plain = without_metadata(PLAIN_JPEG)
    assert plain == (PLAIN_JPEG, 60, 40)
    small = b"\xff\xe0\x00\x14JFXX\0\x10" + b"a picture of"
    for telling in (
        JPEG_WITH_PLACE,
        picture("JPEG", comment=b"home"),
        # Telephones put a second picture behind the first, with its own end.
        PLAIN_JPEG + JPEG_WITH_PLACE,
        PLAIN_JPEG + b"and more",
        PLAIN_JPEG[:20] + small + PLAIN_JPEG[20:],
        # Bytes that only fill up: whoever counts them as a piece of their own overlooks the one behind.
        PLAIN_JPEG[:20] + b"\xff" + small + PLAIN_JPEG[20:],
        PLAIN_JPEG[:20] + b"\xff\xff\xfe\x00\x06home" + PLAIN_JPEG[20:],
        # A piece that no picture needs.
        PLAIN_JPEG[:20] + b"\xff\x01\x00\x06home" + PLAIN_JPEG[20:],
        # Between two runs of pixels, where the end of the picture is still to come.
        PLAIN_JPEG[:-2] + b"\xff\xfe\x00\x06home" + PLAIN_JPEG[-2:],
    ):
        assert hidden_in(telling)
        assert without_metadata(telling) == plain


BROKEN = (b"", b"GIF89a", PLAIN_JPEG[:40], PLAIN_JPEG[:-2], picture("PNG")[:50], b"\xff\xd8\xff\xd9")


@pytest.mark.parametrize("broken", BROKEN)
def test_half_a_picture_is_no_copy(broken: bytes) -> None:
    with pytest.raises(errors.PictureBroken):
        hidden_in(broken)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(2, len(PLAIN_JPEG) - 3),
    st.binary(min_size=1, max_size=6),
    st.sampled_from((PLAIN_JPEG, picture("PNG"))),
)
def test_any_bytes_are_judged_or_refused(at: int, instead: bytes, whole: bytes) -> None:
    changed = whole[:at] + instead + whole[at + len(instead) :]
    with contextlib.suppress(errors.PictureBroken):
        assert isinstance(hidden_in(changed), tuple)
    with contextlib.suppress(errors.PictureBroken):
        assert hidden_in(without_metadata(changed)[0]) == ()
