"""Seals what is handed over for the way: one AES-256 ZIP file, in which one inner bundle.zip hides the names.

May touch: the new file it is given. Must never hold a whole file in memory, show a name, date or comment from inside,
or leave half a file that looks finished.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

from safeplan import errors
from safeplan.content.resources import read_resource
from safeplan.content.words import LANGUAGES
from safeplan.handover.verify import safe_path

INNER = "bundle.zip"
# Not encrypted: what Windows shows when the file is opened without 7-Zip.
WORDS = "READ-ME.txt"
PIECE = 1 << 20
# The earliest date the format knows, for everything: real ones would tell when she worked and for how long.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_DOS, _ORDINARY = 0, 0x20


class SealedSink:
    """Takes the files of a hand-over one after the other and locks them on the way: nothing of them lies open on a
    disk. `inside` is the folder they are found in once it is opened."""

    def __init__(self, inner: zipfile.ZipFile, inside: str, *, large: bool) -> None:
        self._inner, self._inside, self._large = inner, inside, large
        self._sums: dict[str, str] = {}
        self._sizes: dict[str, int] = {}

    @property
    def sums(self) -> Mapping[str, str]:
        """{name: SHA-256} of what was written."""
        return self._sums

    @property
    def sizes(self) -> Mapping[str, int]:
        """{name: bytes} of what was written."""
        return self._sizes

    def write(self, name: str, pieces: Iterable[bytes]) -> str:
        """Lock one file piece by piece; its SHA-256. Raises OSError; whatever `pieces` raises passes through."""
        path = f"{self._inside}/{name}" if self._inside else name
        if not safe_path(path):
            raise errors.Bug(code="sealed-name")
        digest, size = hashlib.sha256(), 0
        info = _info(zipfile.ZipInfo, path, 0)
        with _closed_or_dropped(self._inner.open(info, "w", force_zip64=self._large)) as entry:
            for piece in pieces:
                entry.write(piece)
                digest.update(piece)
                size += len(piece)
        self._sums[name], self._sizes[name] = digest.hexdigest(), size
        return digest.hexdigest()


@contextlib.contextmanager
def sealing(
    out: IO[bytes], passphrase: str, language: str, *, inside: str = "", large: bool = False
) -> Iterator[SealedSink]:
    """A context whose sink locks what it is given into `out`, an empty file that can be moved about in.

    `large` where one file may have more than 2 GiB. Left with an error, `out` holds nothing that looks finished.
    Raises PassphraseTooWeak.
    """
    import pyzipper  # type: ignore[import-untyped]  # only when something is sealed

    if not passphrase.strip() or not passphrase.isascii():
        raise errors.PassphraseTooWeak
    words = _words(language)
    with _closed_or_dropped(pyzipper.AESZipFile(out, "w", zipfile.ZIP_STORED)) as outer:
        outer.writestr(_info(pyzipper.AESZipFile.zipinfo_cls, WORDS, len(words)), words)
        outer.setpassword(passphrase.encode("ascii"))
        outer.setencryption(pyzipper.WZ_AES, nbits=256)
        info = _info(pyzipper.AESZipFile.zipinfo_cls, INNER, 0)
        # Two archives write at once here: whatever goes wrong in the inner one has to reach the outer one as well.
        with (
            # Nobody knows how large the copies for viewing will be, and a small form that turns out too small fails
            # when the last byte is written. What opens the lock opens the large form.
            _closed_or_dropped(outer.open(info, "w", force_zip64=True)) as locked,
            _closed_or_dropped(zipfile.ZipFile(locked, "w", zipfile.ZIP_STORED)) as inner,
        ):
            yield SealedSink(inner, inside, large=large)


def _words(language: str) -> bytes:
    """How to open it, in the language of the hand-over first, then in the other two."""
    parts = [
        read_resource(f"sealed/{one}.txt").decode("utf-8").strip()
        for one in sorted(LANGUAGES, key=lambda one: one != language)
    ]
    # Old editors on Windows show one long line otherwise, or take the letters for another alphabet.
    return b"\xef\xbb\xbf" + "\n\n----\n\n".join(parts).replace("\n", "\r\n").encode("utf-8") + b"\r\n"


def _info(kind: Any, name: str, size: int) -> Any:
    info = kind(name, _NO_DATE)
    # "Made on" DOS as an ordinary file, whatever system this is.
    info.create_system, info.external_attr = _DOS, _ORDINARY
    info.compress_type, info.file_size = zipfile.ZIP_STORED, size
    return info


@contextlib.contextmanager
def _closed_or_dropped(archive: Any) -> Iterator[Any]:
    """Close it in order; after a failure write nothing more, not even the list of names at its end."""
    try:
        yield archive
        archive.close()
    except BaseException:
        if hasattr(archive, "filelist"):
            archive.fp = None
        raise


def read_back(out: IO[bytes], passphrase: str, counted: Callable[[int], None]) -> int:
    """Open what was written as its reader will; every byte goes past the lock's own check. The size of the file.

    `counted(bytes)` is called before each piece is asked for again and may raise. Raises DiskFailing.
    """
    import pyzipper  # 30 ms, so only here

    try:
        os.fsync(out.fileno())
        _forget_cached(out.fileno())
        out.seek(0)
        with pyzipper.AESZipFile(out, "r") as outer:
            outer.setpassword(passphrase.encode("ascii"))
            if outer.namelist() != [WORDS, INNER]:
                raise errors.DiskFailing(code="sealed", reason="read_back")
            with outer.open(INNER) as inner:
                left = outer.getinfo(INNER).file_size
                while left and (piece := inner.read(min(PIECE, left))):
                    left -= len(piece)
                    counted(len(piece))
                if left or inner.read(1):
                    raise errors.DiskFailing(code="sealed", reason="read_back")
    except (zipfile.BadZipFile, pyzipper.BadZipFile, RuntimeError, EOFError):
        raise errors.DiskFailing(code="sealed", reason="read_back") from None
    return out.seek(0, os.SEEK_END)


def _forget_cached(descriptor: int) -> None:
    """Let the next reading come from the medium, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
