"""A disk of her own: a small ext4 image under her home, whose raw bytes can be searched when the story is over.

May touch: an image file and a mount point below the test's own folder. Must never leave it mounted. Deleted files,
the file system's journal and the slack behind files are all in the image; a search of files would miss them.
"""

from __future__ import annotations

import gzip
import mmap
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1 << 20
# zlib with its four usual levels, gzip, one file of a ZIP.
PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")


@dataclass
class Disk:
    """`home` lies on it; `stick` is below home, on something else; no `image` where nothing can be mounted."""

    home: Path
    stick: Path
    image: Path | None

    def found(self, needles: Iterable[bytes], apart_from: Iterable[Path] = ()) -> set[bytes]:
        """The needles on the raw disk; without one, in the files below home, those of `apart_from` left out."""
        if self.image is not None:
            subprocess.run(["sync", "-f", str(self.home)], check=True)
            with self.image.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return hits(bytes(content), needles)
        left_out = set(apart_from)
        found: set[bytes] = set()
        for path in self.home.rglob("*"):
            if path not in left_out:
                content = path.read_bytes() if path.is_file() else b""
                found |= hits(bytes(path) + b"\n" + content, needles)
        return found


@contextmanager
def her_disk(folder: Path, mebibytes: int = 56) -> Iterator[Disk]:
    """A home on an image of its own, where this is allowed; otherwise in a plain folder."""
    image, place, other = folder / "disk.img", folder / "disk", folder / "other"
    place.mkdir(parents=True)
    other.mkdir()
    with ExitStack() as undone:
        real = _mounted(image, place, mebibytes)
        if real:
            undone.callback(subprocess.run, ["umount", "--lazy", str(place)], check=False, capture_output=True)
        disk = Disk(place / "hers", place / "hers" / "stick", image if real else None)
        disk.stick.mkdir(parents=True)
        if real:
            subprocess.run(["mount", "--bind", str(other), str(disk.stick)], check=True)
            undone.callback(subprocess.run, ["umount", "--lazy", str(disk.stick)], check=False, capture_output=True)
        yield disk


def _mounted(image: Path, place: Path, mebibytes: int) -> bool:
    if shutil.which("mkfs.ext4") is None:
        return False
    with image.open("wb") as file:
        file.truncate(mebibytes * MEBIBYTE)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True, capture_output=True)
    done = subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=False, capture_output=True)
    return done.returncode == 0


def hits(content: bytes, needles: Iterable[bytes]) -> set[bytes]:
    """The needles in `content`, in capitals or not, and in whatever in it was packed with zlib, gzip or ZIP."""
    wanted = {needle: needle.lower() for needle in needles}
    found: set[bytes] = set()
    for piece in (content, *unpacked(content)):
        lower = piece.lower()
        found |= {needle for needle, plain in wanted.items() if plain in lower}
    return found


def unpacked(content: bytes) -> Iterator[bytes]:
    """What unfolds at every place where packed data could begin; a mebibyte of each at most."""
    for start in PACKED.finditer(content):
        at, bits = start.start(), zlib.MAX_WBITS
        if start[0].startswith(b"\x1f"):
            bits = 16 + zlib.MAX_WBITS
        elif start[0].startswith(b"PK"):
            # The name and the extra field stand between the head and the data.
            name, extra = (int.from_bytes(content[at + place : at + place + 2], "little") for place in (26, 28))
            at, bits = at + 30 + name + extra, -zlib.MAX_WBITS
        piece = _unfold(content[at : at + MEBIBYTE // 4], bits)
        if piece:
            yield piece


def _unfold(packed: bytes, bits: int) -> bytes:
    opener = zlib.decompressobj(bits)
    found = b""
    try:
        # A few bytes first: nearly every such place is noise, and ends here.
        found = opener.decompress(packed[:64], MEBIBYTE)
        found += opener.decompress(opener.unconsumed_tail + packed[64:], MEBIBYTE)
    except zlib.error:
        pass
    return found


def disguised(text: bytes) -> dict[str, bytes]:
    """One text as a program could have left it behind, for showing that the search finds each."""
    import base64
    import io
    import zipfile

    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b"before " * 9 + text)
    words = text.decode()
    return {
        "plain": text,
        "capitals": text.upper(),
        "utf-16": words.encode("utf-16-le"),
        "utf-16, other order": words.encode("utf-16-be"),
        "utf-16 in capitals": words.upper().encode("utf-16-le"),
        "hex": text.hex().encode(),
        "hex in capitals": text.hex().upper().encode(),
        "base64": base64.b64encode(b"before " + text + b" after"),
        "zlib": zlib.compress(b"before " * 99 + text),
        "zlib, quick": zlib.compress(b"before " * 99 + text, 1),
        "gzip": gzip.compress(b"before " + text),
        "zip": zipped.getvalue(),
        "utf-16 in zlib": zlib.compress(words.encode("utf-16-le") * 3),
    }
