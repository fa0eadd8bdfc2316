"""Writes the files of a hand-over into a new folder, and takes every one of them back when it is not finished.

May touch: the one folder it made. Must never write over anything, follow a name from outside, or leave half a
hand-over behind: half of it would look like all of it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from safeplan import errors
from safeplan.handover.verify import safe_path

T = TypeVar("T")

_BY_ERRNO: dict[int, type[errors.SafePlanError]] = {
    errno.ENOSPC: errors.DiskFull,
    # A file larger than a stick's file system takes.
    errno.EFBIG: errors.DiskFull,
    errno.EROFS: errors.ReadOnlyPlace,
    errno.EACCES: errors.NoPermission,
    errno.EPERM: errors.NoPermission,
    errno.EEXIST: errors.FolderNotEmpty,
    errno.ENOTEMPTY: errors.FolderNotEmpty,
}
if hasattr(errno, "EDQUOT"):
    _BY_ERRNO[errno.EDQUOT] = errors.DiskFull


class NewFolder:
    """A folder that did not exist before. Use as a context: leaving it without `keep` removes everything."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sums: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self._files: list[Path] = []
        self._folders: list[Path] = []
        self._kept = False

    def __enter__(self) -> NewFolder:
        named(lambda: self._make(self.path))
        try:
            named(lambda: self._make(self.path / "data"))
        except BaseException:
            self.remove()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if not self._kept:
            self.remove()

    def write(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write one file piece by piece down to the disk; its SHA-256. `name` has forward slashes.

        Raises DiskFull, NoPermission, ReadOnlyPlace, DiskFailing; whatever `pieces` raises passes through.
        """
        if not safe_path(name):
            raise errors.Bug(code="bag-name")
        path = self.path / name
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = named(lambda: os.open(path, flags, 0o600))
        self._files.append(path)
        digest, size = hashlib.sha256(), 0
        try:
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[_write(descriptor, rest) :]
                digest.update(piece)
                size += len(piece)
            named(lambda: os.fsync(descriptor))
        finally:
            os.close(descriptor)
        self.sums[name], self.sizes[name] = digest.hexdigest(), size
        return digest.hexdigest()

    def seal(self, day: datetime) -> None:
        """Give everything the same date and bring the folder itself to the disk.

        The dates of single files would tell how long the work took and in which order it was done.
        """
        moment = day.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        for path in (*self._files, *reversed(self._folders)):
            # Some sticks refuse dates; the files are whole without them.
            with contextlib.suppress(OSError):
                os.utime(path, (moment, moment))
        if os.name == "posix":
            for folder in self._folders:
                # Some file systems cannot bring a folder to the disk on its own.
                with contextlib.suppress(OSError):
                    _to_disk(folder)

    def keep(self) -> None:
        """Let the folder stay: from here on nothing is removed."""
        self._kept = True

    def remove(self) -> None:
        """Take away what was written, and nothing else: a file someone else put there keeps its folder."""
        for path in self._files:
            with contextlib.suppress(OSError):
                path.unlink()
        for folder in reversed(self._folders):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _make(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self._folders.append(folder)


def named(call: Callable[[], T]) -> T:
    """The result of a file operation; an error of the operating system becomes a named one without its path."""
    try:
        return call()
    except OSError as error:
        raise _BY_ERRNO.get(error.errno or 0, errors.DiskFailing)(code=error.errno or 0) from None


def _write(descriptor: int, piece: memoryview) -> int:
    return named(lambda: os.write(descriptor, piece))


def _to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
