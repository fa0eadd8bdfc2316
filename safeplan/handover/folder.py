"""Writes the files of a hand-over into a new folder, and takes every one of them back when it is not finished.

May touch: the one folder it made. Must never write over anything, follow a name from outside, or leave half a
hand-over behind under a name that looks finished: half of it would be taken for all of it.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from safeplan import errors
from safeplan.beside import Beside
from safeplan.handover.verify import safe_path
from safeplan.vault.whole_file import Pace, forget_cached

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
# What the person can be told beyond the kind of failure.
_REASONS = {
    errno.EFBIG: "one_file",
    # The stick was pulled out, or somebody removed the folder.
    **dict.fromkeys((errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR), "gone"),
}
if hasattr(errno, "ESTALE"):
    _REASONS[errno.ESTALE] = "gone"
if hasattr(errno, "EDQUOT"):
    _BY_ERRNO[errno.EDQUOT] = errors.DiskFull


# Also what a killed hand-over leaves behind, so anybody can see what it is.
UNFINISHED = "unfinished-"
_PASSING = re.compile(UNFINISHED + "[0-9a-f]{8}")
_OURS = re.compile(
    r"(\d{4,}(-COPY(-\d{2,})?)?\.[a-z0-9]{1,4}|text-\d{4,}\.txt|report(-\d+)?\.pdf|1-START\.pdf|VERIFY\.txt|verify\.html"
    r"|(names|custody)\.tsv|chain\.jsonl|bagit\.txt|bag-info\.txt|(tag)?manifest-sha256\.txt)"
)
_FOLDERS = ("", "data")
# Read back in pieces of this size.
PIECE = 1 << 20
# Shorter pieces are joined before they are written.
GATHERED = 1 << 18


class Sink(Protocol):
    """Whatever takes the files of a hand-over: a folder, or something that seals them on the way."""

    @property
    def sums(self) -> Mapping[str, str]:
        """{name: SHA-256} of what was written."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """{name: bytes} of what was written."""

    def write(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write one file piece by piece; its SHA-256. `name` has forward slashes."""


class NewFolder:
    """A folder that did not exist before, under a passing name until `finish`.

    Use as a context: leaving it without `keep` removes everything. It is made by the first `write`.
    """

    def __init__(self, parent: Path) -> None:
        self.path = parent / f"{UNFINISHED}{secrets.token_hex(4)}"
        self._sums: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._names: list[str] = []
        self._folders: list[str] = []
        self._kept = False
        # Where a stick was put in an empty folder may stay behind when it is taken out: on this computer's own disk.
        self._medium = _medium(parent)

    @property
    def sums(self) -> Mapping[str, str]:
        """{name: SHA-256} of what was written."""
        return self._sums

    @property
    def sizes(self) -> Mapping[str, int]:
        """{name: bytes} of what was written."""
        return self._sizes

    def __enter__(self) -> NewFolder:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._kept:
            self.remove()

    def write(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write one file piece by piece down to the disk; its SHA-256. `name` has forward slashes.

        Raises DiskFull (`reason` "one_file": larger than the file system takes), DiskFailing (`reason` "gone": the
        place is not there any more), NoPermission, ReadOnlyPlace; whatever `pieces` raises passes through.
        """
        if not safe_path(name):
            raise errors.Bug(code="bag-name")
        while len(self._folders) < len(_FOLDERS):
            below = _FOLDERS[len(self._folders)]
            named(functools.partial((self.path / below).mkdir, mode=0o700))
            self._folders.append(below)
            if _medium(self.path) != self._medium:
                raise errors.DiskFailing(reason="gone")
        path = self.path / name
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = named(lambda: os.open(path, flags, 0o600))
        self._names.append(name)
        digest, size, pace = hashlib.sha256(), 0, Pace(descriptor)

        def take(piece: bytes) -> None:
            nonlocal size
            rest = memoryview(piece)
            while rest:
                rest = rest[_write(descriptor, rest) :]
            digest.update(piece)
            size += len(piece)
            named(lambda: pace.wrote(len(piece)))

        try:
            # Half the time of a large file is unlocking it; the other half goes on beside that.
            with Beside(take) as beside:
                for piece in _gathered(pieces):
                    beside.give(piece)
            named(lambda: os.fsync(descriptor))
        finally:
            os.close(descriptor)
        self._sums[name], self._sizes[name] = digest.hexdigest(), size
        return digest.hexdigest()

    def seal(self, day: datetime) -> None:
        """Give everything the same date and bring the folder itself to the disk.

        The dates of single files would tell how long the work took and in which order it was done.
        """
        moment = day.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        for name in (*self._names, *reversed(self._folders)):
            # Some sticks refuse dates; the files are whole without them.
            with contextlib.suppress(OSError):
                os.utime(self.path / name, (moment, moment))
        for name in self._folders:
            _to_disk(self.path / name)

    def read_back(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        """Read every file from the disk again and compare it with what was meant to be written.

        `progress(done, total)` in bytes. Raises DiskFailing (`reason` "read_back") when something differs, Cancelled.
        """
        done, total = 0, sum(self._sizes.values())
        for name, wanted in self._sums.items():
            digest = hashlib.sha256()
            with named(functools.partial((self.path / name).open, "rb", buffering=0)) as file:
                forget_cached(file.fileno())
                while piece := named(functools.partial(os.read, file.fileno(), PIECE)):
                    if cancelled():
                        raise errors.Cancelled
                    digest.update(piece)
                    done += len(piece)
                    progress(done, total)
            if digest.hexdigest() != wanted:
                raise errors.DiskFailing(reason="read_back")

    def finish(self, name: str) -> None:
        """Give the folder the name it is found by. Raises FolderNotEmpty when something has it."""
        target = self.path.with_name(name)
        # An empty folder of that name would be replaced without a word.
        if os.path.lexists(target):
            raise errors.FolderNotEmpty
        named(lambda: self.path.rename(target))
        self.path = target
        _to_disk(target.parent)

    def keep(self) -> None:
        """Let the folder stay: from here on nothing is removed."""
        self._kept = True

    def remove(self) -> None:
        """Take away what was written, and nothing else: a file someone else put there keeps its folder."""
        # Lists first: without them the rest is no hand-over, should this be stopped too.
        for name in reversed(self._names):
            with contextlib.suppress(OSError):
                (self.path / name).unlink()
        for name in reversed(self._folders):
            with contextlib.suppress(OSError):
                (self.path / name).rmdir()


def remove_unfinished(parent: Path) -> int:
    """Remove what killed hand-overs left in `parent`: files with names of ours, then empty folders; how many folders.

    Never raises; a folder with anything else in it stays, under its passing name.
    """
    removed = 0
    with contextlib.suppress(OSError):
        for found in os.scandir(parent):
            if not _PASSING.fullmatch(found.name) or not found.is_dir(follow_symlinks=False):
                continue
            folder = parent / found.name
            for below in (folder / "data", folder):
                # A link in the place of a folder would lead out of it.
                if not below.is_symlink():
                    _remove_ours(below)
            removed += not folder.exists()
    return removed


def named(call: Callable[[], T]) -> T:
    """The result of a file operation; an error of the operating system becomes a named one without its path."""
    try:
        return call()
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, errors.DiskFailing)
        facts: dict[str, int | str] = {"code": error.errno or 0}
        if error.errno in _REASONS:
            facts["reason"] = _REASONS[error.errno]
        raise kind(**facts) from None


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of GATHERED or more: a list of thousands of short lines takes few calls."""
    short = bytearray()
    for piece in pieces:
        if not short and len(piece) >= GATHERED:
            yield piece
            continue
        short += piece
        if len(short) >= GATHERED:
            yield bytes(short)
            short.clear()
    if short:
        yield bytes(short)


def _write(descriptor: int, piece: memoryview) -> int:
    return named(lambda: os.write(descriptor, piece))


def _remove_ours(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for found in os.scandir(folder):
            if _OURS.fullmatch(found.name) and not found.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    (folder / found.name).unlink()
        folder.rmdir()


def _medium(folder: Path) -> int:
    """Which medium a folder lies on; 0 where it is not there."""
    try:
        return folder.stat().st_dev
    except OSError:
        return 0


def _to_disk(folder: Path) -> None:
    if os.name != "posix":
        return
    # Some file systems cannot bring a folder to the disk on its own.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
