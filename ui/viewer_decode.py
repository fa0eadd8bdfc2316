"""Turns one untrusted picture into pixels and reads what it claims about itself. Runs in the viewer only.

May touch: the bytes it is given. Must never open a file, follow a reference, look past the first frame, or let a
decoder run whose kind was not asked for.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import math
import re
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from typing import Any

from PIL import Image

from safeplan.errors import PictureBroken, PictureTooLarge
from ui.viewer_wire import MAX_CLAIM, Claimed, Pixels, Region, Request

# Pillow picks a decoder by content; naming the format shuts out the other forty.
_FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
_PLUGINS = ("Jpeg", "Mpo", "Png", "WebP", "Gif", "Bmp", "Tiff")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")

# Phones take 200 million pixels; only JPEG can be decoded at a fraction of its size. 80 million pixels are
# 320 MiB in Pillow, and some modes need a second copy.
MAX_STORED_PIXELS = 300_000_000
MAX_DECODED_PIXELS = 80_000_000

# Where a point of the upright picture lies in the stored one, for each EXIF orientation (fractions).
_STORED_POINT: dict[int, Callable[[float, float], tuple[float, float]]] = {
    1: lambda u, v: (u, v),
    2: lambda u, v: (1 - u, v),
    3: lambda u, v: (1 - u, 1 - v),
    4: lambda u, v: (u, 1 - v),
    5: lambda u, v: (v, u),
    6: lambda u, v: (v, 1 - u),
    7: lambda u, v: (1 - v, 1 - u),
    8: lambda u, v: (1 - v, u),
}
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def preload(kind: str) -> None:
    """Load the decoders for `kind` now: once the input is read, no file can be opened any more."""
    # Image.open() does this by itself at its first call, which would be too late.
    Image.preinit()
    for name in _PLUGINS:
        importlib.import_module(f"PIL.{name}ImagePlugin")
    # Our own limit on pixels stands below, with its own answer.
    Image.MAX_IMAGE_PIXELS = None
    if _FORMATS.get(kind) == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)


def really_is(kind: str, untrusted: bytes) -> bool:
    """Whether the first bytes are those of `kind`."""
    if kind in ("image/heic", "image/heif"):
        return untrusted[4:8] == b"ftyp" and untrusted[8:12] in _HEIF_BRANDS
    if kind == "image/webp":
        return untrusted[:4] == b"RIFF" and untrusted[8:12] == b"WEBP"
    starts = {
        "image/jpeg": (b"\xff\xd8\xff",),
        "image/png": (b"\x89PNG\r\n\x1a\n",),
        "image/gif": (b"GIF87a", b"GIF89a"),
        "image/bmp": (b"BM",),
        "image/tiff": (b"II*\0", b"MM\0*"),
        "application/pdf": (b"%PDF-",),
    }
    return untrusted.startswith(starts[kind])


def decode_picture(kind: str, untrusted: bytes, request: Request) -> Pixels:
    """Decode the first frame, upright and on white, to fit the request; 0 x 0 asks for the claims alone.

    Raises PictureTooLarge, PictureBroken; MemoryError when the limit of the process is reached.
    """
    if not really_is(kind, untrusted):
        raise PictureBroken
    try:
        image = Image.open(io.BytesIO(untrusted), formats=[_FORMATS[kind]])
        return _upright_pixels(image, request)
    except (PictureBroken, PictureTooLarge, MemoryError):
        raise
    # Decoders answer a hostile file with whatever they like, from SyntaxError to struct.error.
    except Exception:
        raise PictureBroken from None


def _upright_pixels(image: Image.Image, request: Request) -> Pixels:
    stored_width, stored_height = image.size
    if stored_width * stored_height > MAX_STORED_PIXELS:
        raise PictureTooLarge
    claimed = _claims(image)
    turned = claimed.orientation >= 5
    full_width, full_height = (stored_height, stored_width) if turned else (stored_width, stored_height)
    if not request.max_width:
        return Pixels(0, 0, 0, b"", full_width, full_height, 1, claimed)

    region = request.region
    width, height = fitted(full_width, full_height, region, request)
    target = (height, width) if turned else (width, height)
    if image.format in ("JPEG", "MPO"):
        left, top, right, bottom = _stored_region(region, claimed.orientation)
        image.draft(None, (math.ceil(target[0] / (right - left)), math.ceil(target[1] / (bottom - top))))
    if image.width * image.height > MAX_DECODED_PIXELS:
        raise PictureTooLarge
    image.load()
    if region != Region():
        image = image.crop(_box(image.size, _stored_region(region, claimed.orientation)))
    image = _plain(image)
    if image.size != target:
        image = image.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if claimed.orientation in _UPRIGHT:
        image = image.transpose(_UPRIGHT[claimed.orientation])
    return Pixels(width, height, width * 4, on_white(image), full_width, full_height, 1, claimed)


def fitted(full_width: float, full_height: float, region: Region, request: Request) -> tuple[int, int]:
    """The size of `region` scaled down (never up) to fit the request, at least 1 x 1."""
    width, height = full_width * (region.right - region.left), full_height * (region.bottom - region.top)
    scale = min(1.0, request.max_width / width, request.max_height / height)
    return (
        min(request.max_width, max(1, round(width * scale))),
        min(request.max_height, max(1, round(height * scale))),
    )


def on_white(image: Image.Image) -> bytes:
    """R, G, B, 255 of every pixel, with what is transparent shown as white."""
    if image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        image = paper
    return image.convert("RGB").convert("RGBA").tobytes()


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled: RGB, or RGBA where something is transparent."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        # Pillow would clip 16 bit grey at 255: nearly all white.
        lowest, highest = (float(value) for value in image.getextrema())  # type: ignore[arg-type]
        scale = 255.0 / (highest - lowest) if highest > lowest else 1.0
        return image.convert("F").point(lambda value: value * scale - lowest * scale).convert("L").convert("RGB")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "RGB" else image.convert("RGB")


def _stored_region(region: Region, orientation: int) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the upright `region` in the stored picture, as fractions."""
    place = _STORED_POINT[orientation]
    (x1, y1), (x2, y2) = place(region.left, region.top), place(region.right, region.bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _box(size: tuple[int, int], part: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """`part` in whole pixels, never empty."""
    width, height = size
    left, top = min(int(part[0] * width), width - 1), min(int(part[1] * height), height - 1)
    return left, top, max(left + 1, round(part[2] * width)), max(top + 1, round(part[3] * height))


def _claims(image: Image.Image) -> Claimed:
    """What the EXIF data says; damaged EXIF data says nothing, and the picture is still shown."""
    exif: Any = {}
    taken: Any = {}
    gps: Any = {}
    with contextlib.suppress(Exception):
        exif = image.getexif()
        taken = exif.get_ifd(0x8769)
        gps = exif.get_ifd(0x8825)
    orientation = exif.get(0x0112)
    make, model = _line(exif.get(0x010F)), _line(exif.get(0x0110))
    device = model if model.startswith(make) else f"{make} {model}".strip()
    return Claimed(
        taken_at=_moment(taken.get(0x9003), taken.get(0x9011)),
        place=_place(gps),
        device=device[:MAX_CLAIM],
        orientation=orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1,
    )


def _line(untrusted: object) -> str:
    """A short line of printable characters."""
    text = untrusted if isinstance(untrusted, str) else ""
    return "".join(letter for letter in text[: MAX_CLAIM * 2] if letter.isprintable()).strip()[: MAX_CLAIM // 2]


def _moment(untrusted_time: object, untrusted_offset: object) -> str:
    """ "2026-03-01T14:20:05", with "+05:00" when the file says so; "" when it is no date."""
    # Not strptime: it loads a module at its first call.
    parts = re.fullmatch(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)", _line(untrusted_time), re.ASCII)
    try:
        moment = datetime(*map(int, parts.groups())) if parts else None  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return ""
    if moment is None:
        return ""
    offset = _line(untrusted_offset)
    return moment.isoformat() + (offset if re.fullmatch(r"[+-](0\d|1[0-4]):[0-5]\d", offset) else "")


def _place(untrusted: Any) -> str:
    """ "43.23890, 76.88970" out of the GPS block; "" when it names no point on Earth."""
    try:
        latitude = _degrees(untrusted[2]) * (-1 if str(untrusted.get(1)).startswith("S") else 1)
        longitude = _degrees(untrusted[4]) * (-1 if str(untrusted.get(3)).startswith("W") else 1)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return ""
    return f"{latitude:.5f}, {longitude:.5f}" if abs(latitude) <= 90 and abs(longitude) <= 180 else ""


def _degrees(untrusted: Any) -> float:
    degrees, minutes, seconds = (float(Fraction(float(part))) for part in untrusted)
    return degrees + minutes / 60 + seconds / 3600
