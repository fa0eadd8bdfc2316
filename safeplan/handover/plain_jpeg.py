"""A JPEG without what it tells beside the picture: places, devices, names, a second small picture.

May touch: the bytes it is given. Must never decode them, and never let a segment through that is not needed to see.
"""

from __future__ import annotations

from safeplan import errors

_START_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN = 0xDA
# APP1..APP15 without APP14 (Adobe's colour mark, needed to read the colours), and comments.
_TELLS_TALES = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})


def without_metadata(untrusted_jpeg: bytes) -> tuple[bytes, int, int]:
    """(the same JPEG without places, devices and thumbnails, width, height). Raises PictureBroken."""
    jpeg = untrusted_jpeg
    if jpeg[:2] != b"\xff\xd8":
        raise errors.PictureBroken
    kept, place, width, height = [b"\xff\xd8"], 2, 0, 0
    while place + 4 <= len(jpeg):
        if jpeg[place] != 0xFF:
            raise errors.PictureBroken
        marker, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4], "big")
        segment = jpeg[place : place + 2 + length]
        if marker in _START_OF_FRAME and len(segment) >= 9:
            height, width = int.from_bytes(segment[5:7], "big"), int.from_bytes(segment[7:9], "big")
        if marker == _START_OF_SCAN:
            if not width or not height:
                raise errors.PictureBroken
            # What follows the end of the picture is no picture.
            end = jpeg.rfind(b"\xff\xd9", place)
            return b"".join((*kept, jpeg[place : end + 2 if end > 0 else len(jpeg)])), width, height
        if length < 2:
            raise errors.PictureBroken
        if marker not in _TELLS_TALES:
            kept.append(segment)
        place += 2 + length
    raise errors.PictureBroken
