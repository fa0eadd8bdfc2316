"""The only reader of resources/: words, guide, regions, report templates, translations, pictures.

May touch: the resources folder, or the one archive of a built program. Must never write, and must never read a
file outside them, whatever name it is asked for.
"""

from __future__ import annotations

import functools
import io
import lzma
import sys
import zipfile
from pathlib import Path, PurePosixPath

from safeplan.errors import ContentBroken

ARCHIVE_NAME = "content.bin"

# A damaged archive must not fill the memory while it is unpacked.
_MOST_UNPACKED = 256 * 1024 * 1024

_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 16 * 1024 * 1024}]


def read_resource(name: str) -> bytes:
    """The bytes of one resource; `name` is relative with forward slashes, like "words/kk.txt".

    Raises ContentBroken when the name leaves the folder, is unknown, or the archive is damaged.
    """
    _check_name(name)
    archive = _archive_path()
    if archive is not None:
        try:
            return _unpacked(archive)[name]
        except KeyError:
            raise ContentBroken(file=name, where="not in the archive") from None
    try:
        return (_folder() / name).read_bytes()
    except OSError:
        raise ContentBroken(file=name, where="not readable") from None


def list_resources(prefix: str = "") -> tuple[str, ...]:
    """The sorted names of all resources that begin with `prefix`."""
    archive = _archive_path()
    names = list(_unpacked(archive)) if archive is not None else _names_below(_folder())
    return tuple(sorted(name for name in names if name.startswith(prefix)))


def pack_resources(folder: Path) -> bytes:
    """Everything below `folder` as one archive. The same files give the same bytes, on any day and system."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as bundle:
        for name in sorted(_names_below(folder)):
            # The earliest date that the format knows: no build date, no file date.
            bundle.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), (folder / name).read_bytes())
    # Compressed as a whole: a search for words in the program file then finds neither names nor contents. Raw
    # streams only, because the usual header would spell out the kind of file.
    return lzma.compress(plain.getvalue(), lzma.FORMAT_RAW, filters=_FILTERS)


def unpack(untrusted_archive: bytes) -> dict[str, bytes]:
    """The reverse of pack_resources: contents by name. ContentBroken for anything else."""
    try:
        decoder = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=_FILTERS)
        plain = decoder.decompress(untrusted_archive, _MOST_UNPACKED)
        if not decoder.eof:
            raise EOFError
        with zipfile.ZipFile(io.BytesIO(plain)) as bundle:
            return {entry: bundle.read(entry) for entry in bundle.namelist()}
    except (lzma.LZMAError, zipfile.BadZipFile, EOFError, ValueError):
        raise ContentBroken(file=ARCHIVE_NAME, where="damaged") from None


def _check_name(name: str) -> None:
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise ContentBroken(file="name", where="outside resources")


def _archive_path() -> Path | None:
    """The archive, in a built program only; a source tree never looks for one."""
    if not getattr(sys, "frozen", False):
        return None
    unpacked_to = getattr(sys, "_MEIPASS", None)
    beside = Path(sys.executable).resolve().parent
    for place in (Path(unpacked_to) if unpacked_to else beside, beside):
        if (place / ARCHIVE_NAME).is_file():
            return place / ARCHIVE_NAME
    raise ContentBroken(file=ARCHIVE_NAME, where="missing")


@functools.cache
def _unpacked(archive: Path) -> dict[str, bytes]:
    """All resources by name; a few megabytes, so once per process."""
    try:
        return unpack(archive.read_bytes())
    except OSError:
        raise ContentBroken(file=ARCHIVE_NAME, where="not readable") from None


def _folder() -> Path:
    """`resources` beside the package: the same place in the source tree and where the package is installed."""
    return Path(__file__).resolve().parents[2] / "resources"


def _names_below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
