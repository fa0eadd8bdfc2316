"""Makes one file beside others, whole or not at all: written under a passing name, brought to the disk, then renamed.

May touch: the folder it is given, there only its own two names. Must never write over a file, and never leave half of
one under a name that looks finished.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter as seconds_now

from safeplan import errors
from safeplan.vault.header import is_there, named_os_error, sync_folder

# The largest file that FAT32 can hold; most sticks from a shop come with it.
FAT_LIMIT = (1 << 32) - 1
# Room for what a file system needs besides the bytes of the file.
SPARE_ROOM = 1 << 20
# So much may be written before the disk is waited for, on a slow stick; on a quick disk up to eight times as much,
# as long as the wait is no longer than so many seconds.
AHEAD = 8 << 20
LONGEST_WAIT = 0.25
# fcntl command of macOS.
_F_NOCACHE = 48
_PASSING = re.compile(r"unfinished-[0-9a-f]{8}\.part")
_FAT_TYPES = frozenset({"vfat", "msdos", "fat", "fat32", "fat16"})


class WholeFile(io.FileIO):
    """A file whose `write` writes everything: one call of the system may write less when the disk is nearly full."""

    _pace: Pace | None = None

    def write(self, data: object) -> int:
        """Write all of `data`; its length. Raises OSError."""
        view = memoryview(data).cast("B")  # type: ignore[arg-type]
        done = 0
        while done < len(view):
            done += super().write(view[done:]) or 0
        self._pace = self._pace or Pace(self.fileno())
        self._pace.wrote(done)
        return done


@contextlib.contextmanager
def new_file(target: Path) -> Iterator[WholeFile]:
    """A context whose file becomes `target` when it is left without an error, and is removed otherwise.

    The file can be read and moved about in; its path is `.name`. What a killed attempt left in the same folder is
    removed first. Raises FolderNotEmpty when `target` exists, DiskFull, NoPermission, ReadOnlyPlace, DiskFailing;
    whatever is raised inside passes through, an OSError as a named failure.
    """
    remove_unfinished(target.parent)
    passing = target.with_name(f"unfinished-{secrets.token_hex(4)}.part")
    try:
        if is_there(target):
            raise errors.FolderNotEmpty
        file = WholeFile(passing, "x+b", opener=_private)
        try:
            yield file
            os.fsync(file.fileno())
            file.close()
            # Windows refuses to rename over a file, other systems would do it without a word.
            if is_there(target):
                raise errors.FolderNotEmpty
            passing.rename(target)
        except BaseException:
            with contextlib.suppress(OSError):
                file.close()
            with contextlib.suppress(OSError):
                passing.unlink()
            raise
        with contextlib.suppress(OSError):
            # Some file systems cannot bring a folder to the disk on its own.
            sync_folder(target.parent)
    except OSError as error:
        raise named_os_error(error) from None


class Pace:
    """Goes at the pace of the disk while a large file is made: little waits for it, however quick or slow it is.

    Otherwise all piles up in memory, and at the end a slow stick stands still for minutes, deaf to Cancel.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._begun = self._unsure = 0
        self._allowed = AHEAD

    def wrote(self, size: int) -> None:
        """To be called after each write of `size` bytes. Raises OSError."""
        self._begun += size
        self._unsure += size
        if self._unsure >= self._allowed:
            started = seconds_now()
            to_the_disk(self._descriptor)
            in_one_wait = self._unsure * LONGEST_WAIT / max(seconds_now() - started, 1e-6)
            self._allowed = int(min(max(in_one_wait, AHEAD), 8 * AHEAD))
            self._unsure = 0
        if self._begun >= AHEAD:
            # The disk begins with these now, and what it has is kept in memory no longer.
            forget_cached(self._descriptor)
            self._begun = 0


def to_the_disk(descriptor: int) -> None:
    """Wait until what is written so far is on the disk. Raises OSError."""
    # macOS has no call for the bytes alone.
    getattr(os, "fdatasync", os.fsync)(descriptor)


def forget_cached(descriptor: int) -> None:
    """Ask the system to keep nothing of it in memory: what is read back comes from the medium. Never raises."""
    with contextlib.suppress(OSError):
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        elif sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(descriptor, _F_NOCACHE, 1)


def remove_unfinished(folder: Path) -> int:
    """Remove what a killed attempt left in `folder`; how many files that were. Never raises."""
    removed = 0
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if _PASSING.fullmatch(path.name) and path.is_file() and not path.is_symlink():
                with contextlib.suppress(OSError):
                    path.unlink()
                    removed += 1
    return removed


def must_fit(folder: Path, size: int) -> None:
    """Ask before writing whether `folder` can take one new file of `size` bytes.

    Raises DiskFull; with `reason` "one_file" when the file system cannot hold a file so large however empty it is
    (`largest` in bytes), with `reason` "room" (`wanted`, `free` in bytes) when the room is short. Also NoPermission,
    DiskFailing when the place cannot be asked.
    """
    largest = largest_file(folder)
    if size > largest:
        raise errors.DiskFull(reason="one_file", largest=largest)
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise named_os_error(error) from None
    if size + SPARE_ROOM > free:
        raise errors.DiskFull(reason="room", wanted=size + SPARE_ROOM, free=free)


@contextlib.contextmanager
def room_told(folder: Path) -> Iterator[list[int]]:
    """A context for writing into `folder`; the list takes the sizes in bytes that are wanted, once they are known.

    A place that somebody filled on the way is told as one that was too full before: DiskFull with `reason` "room".
    One without a reason speaks of this computer, where the record lies.
    """
    wanted: list[int] = []
    try:
        yield wanted
    except errors.DiskFull as full:
        # A number comes from writing a file; the database names its own failures in words.
        of_a_file = isinstance(full.facts.get("code", full.facts.get("errno")), int) and "reason" not in full.facts
        with contextlib.suppress(OSError):
            free = shutil.disk_usage(folder).free
            if of_a_file and free < sum(wanted):
                raise errors.DiskFull(reason="room", wanted=sum(wanted), free=free) from None
        raise


def largest_file(folder: Path) -> int:
    """The largest file in bytes that the file system of `folder` takes; a very large number when nothing is known."""
    return FAT_LIMIT if _file_system(folder) in _FAT_TYPES else sys.maxsize


def file_system_of(path: str, mounts: str) -> str:
    """The type of the file system that holds `path` (absolute, without links), from the text of mountinfo."""
    found, longest = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        # Spaces and the like in names of places are written as octal numbers.
        place = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[4])
        inside = path == place or path.startswith(place.rstrip("/") + "/")
        # The later of two at one place hides the earlier.
        if inside and len(place) >= longest:
            found, longest = after.split(" ")[0], len(place)
    return found.lower()


def _file_system(folder: Path) -> str:
    try:
        whole = os.path.realpath(folder)
        if sys.platform == "win32":
            return _windows_file_system(whole)
        return file_system_of(whole, Path("/proc/self/mountinfo").read_text("utf-8", "replace"))
    except OSError:
        return ""


def _windows_file_system(path: str) -> str:
    """Written to Microsoft's documentation of GetVolumeInformationW; not yet run."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (absent elsewhere)
    name = ctypes.create_unicode_buffer(64)
    drive = os.path.splitdrive(path)[0] + "\\"
    answered = kernel.GetVolumeInformationW(drive, None, 0, None, None, None, name, len(name))
    return name.value.lower() if answered else ""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)
