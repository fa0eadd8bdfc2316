"""A folder locked file by file, as the pages lock a hand-over: what the tests of sealing write with."""

from __future__ import annotations

import contextlib
import os
import random
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.handover import sealed_zip
from safeplan.handover.sealed_zip import read_back, sealing
from safeplan.handover.verify import safe_path
from safeplan.vault.header import named_os_error
from safeplan.vault.whole_file import must_fit, new_file

# Local header, central record, sizes of 64 bits and descriptor of one file, its name apart.
_PER_FILE = 160
_AROUND = 4096
_LARGE = 1 << 31

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


@dataclass(frozen=True)
class SealedFile:
    """What was written: `size` in bytes, `files` in the bundle."""

    path: Path
    size: int
    files: int


@dataclass(frozen=True)
class _Member:
    path: Path
    name: str
    size: int
    changed_ns: int


def seal_folder(
    folder: Path, target: Path, passphrase: str, language: str, progress: Progress, cancelled: Cancel
) -> SealedFile:
    """Write the finished `folder` into the new file `target`, locked with `passphrase` (ASCII, see sealing_phrase).

    `language` ("en" | "ru" | "kk") comes first in the words that say how to open it. `progress(done, total)` in
    bytes: everything is counted twice, since the file is read back with the passphrase. Room and file system are
    asked first. Raises DiskFull (`reason`, see whole_file.must_fit), PassphraseTooWeak, FolderNotEmpty when `target`
    exists, FileVanished when the folder changes meanwhile, FileUnreadable, Cancelled, NoPermission, ReadOnlyPlace,
    DiskFailing. Whatever is raised, `target` is not there.
    """
    if not passphrase.strip() or not passphrase.isascii():
        raise errors.PassphraseTooWeak
    members = _members(folder)
    if not members:
        raise errors.NothingChosen
    words = sealed_zip._words(language)
    payload = sum(member.size for member in members)
    inner_size = payload + sum(_PER_FILE + 2 * len(member.name) for member in members) + _AROUND
    must_fit(target.parent, inner_size + len(words) + _AROUND)
    counted = _Counted(2 * payload, progress, cancelled)
    with new_file(target) as out:
        with sealing(out, passphrase, language, large=inner_size > _LARGE) as sealed:
            for member in members:
                sealed.write(member.name, _pieces(member, counted))
        size = read_back(out, passphrase, counted.piece)
        counted.piece(counted.total - counted.done)
    # Midnight of the day, as the lists inside have it; some sticks take no dates.
    with contextlib.suppress(OSError):
        moment = max(member.changed_ns for member in members)
        os.utime(target, ns=(moment, moment))
    return SealedFile(target, size, len(members))


class _Counted:
    """How far the work has come; asks before every piece whether to go on."""

    def __init__(self, total: int, progress: Progress, cancelled: Cancel) -> None:
        self.done, self.total, self._progress, self._cancelled = 0, total, progress, cancelled
        progress(0, total)

    def piece(self, size: int) -> None:
        if self._cancelled():
            raise errors.Cancelled
        self.done = min(self.total, self.done + size)
        self._progress(self.done, self.total)


def _members(folder: Path) -> list[_Member]:
    found = []
    try:
        for place, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                path = Path(place, name)
                status = path.lstat()
                inside = path.relative_to(folder.parent).as_posix()
                if not stat.S_ISREG(status.st_mode) or not safe_path(inside):
                    raise errors.FileUnreadable(reason="name")
                found.append(_Member(path, inside, status.st_size, status.st_mtime_ns))
    except OSError as error:
        raise named_os_error(error) from None
    return found


def _pieces(member: _Member, counted: _Counted) -> Iterator[bytes]:
    try:
        with member.path.open("rb", buffering=0) as source:
            left = member.size
            while piece := source.read(min(sealed_zip.PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    break
                counted.piece(len(piece))
                yield piece
    except OSError:
        raise errors.FileVanished from None
    if left:
        raise errors.FileVanished


def a_folder(place: Path) -> Path:
    """A finished folder of two files and a list, with the dates that such a folder has."""
    made = place / "copy-2026-03-02-AB12-CD34"
    (made / "data").mkdir(parents=True)
    (made / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(3_000_001))
    (made / "data" / "0002.txt").write_bytes(b"")
    (made / "bagit.txt").write_bytes(b"BagIt-Version: 1.0\n")
    for path in made.rglob("*"):
        os.utime(path, (1772409600, 1772409600))
    return made
