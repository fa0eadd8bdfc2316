"""A JPEG without what it tells beside the picture: places, devices, names, a second small picture.

May touch: the bytes it is given. Must never decode them, and never let a segment through that is not needed to see.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeplan import errors

_START_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN, END_OF_PICTURE, FILLING = 0xDA, 0xD9, 0xFF
# Sizes, tables, pixels; APP0 holds the shape of a pixel, APP14 how colours are counted.
_NEEDED = frozenset({*_START_OF_FRAME, 0xC4, 0xCC, 0xDB, 0xDD, 0xE0, 0xEE, _START_OF_SCAN})
# A longer one has a small picture of its own, or words.
_LONGEST = {0xE0: 16, 0xEE: 14}


def is_needed(marker: int, length: int) -> bool:
    """Whether a segment of this marker, `length` bytes long with its length, is needed to see the picture."""
    return marker in _NEEDED and length <= _LONGEST.get(marker, length)


def without_metadata(untrusted_jpeg: bytes) -> tuple[bytes, int, int]:
    """(the same JPEG without places, devices and thumbnails, width, height). Raises PictureBroken."""
    jpeg = untrusted_jpeg
    if jpeg[:2] != b"\xff\xd8":
        raise errors.PictureBroken
    kept, width, height = [jpeg[:2]], 0, 0
    for marker, begin, end in segments(jpeg):
        length = end - begin - 2
        if marker in _START_OF_FRAME and length >= 7:
            height, width = (int.from_bytes(jpeg[at : at + 2], "big") for at in (begin + 5, begin + 7))
        if marker == _START_OF_SCAN and not (width and height):
            raise errors.PictureBroken
        if marker == END_OF_PICTURE or is_needed(marker, length):
            kept.append(jpeg[begin:end])
    return b"".join(kept), width, height


def segments(untrusted_jpeg: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, where it begins, where it ends) of each piece up to END_OF_PICTURE; a scan ends behind its pixels.

    A byte that only fills up is a piece of its own. Raises PictureBroken, also before a picture has pixels.
    """
    jpeg, place, drawn = untrusted_jpeg, 2, False
    while place + 2 <= len(jpeg) and jpeg[place] == 0xFF:
        marker, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4], "big")
        end = place + 2 + length
        if marker == FILLING:
            end = place + 1
        elif marker == END_OF_PICTURE:
            if not drawn:
                break
            yield marker, place, place + 2
            return
        elif length < 2 or end > len(jpeg):
            break
        elif marker == _START_OF_SCAN:
            drawn, end = True, _behind_the_pixels(jpeg, end)
        yield marker, place, end
        place = end
    raise errors.PictureBroken


def _behind_the_pixels(untrusted_jpeg: bytes, place: int) -> int:
    """Where the run of pixels that begins at `place` ends: at the next mark. Raises PictureBroken when none comes."""
    while True:
        place = untrusted_jpeg.find(b"\xff", place)
        if place < 0 or place + 1 >= len(untrusted_jpeg):
            raise errors.PictureBroken
        follows = untrusted_jpeg[place + 1]
        # A zero means that the byte belongs to the pixels; D0 to D7 begin their next part.
        if follows != 0 and not 0xD0 <= follows <= 0xD7:
            return place
        place += 2
