"""Removes the original of a kept file from this computer, when she asks for exactly that.

May touch: one path she chose, to read it and to take its name away. Must never follow a link, never remove bytes
other than those that were kept, and never write over anything: on most disks that would only look like erasing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from safeplan.errors import Cancelled

# removed: its name is gone, looked up afterwards. other_name: that too, but the disk has another name for the bytes.
# gone: it was not there any more. different: its bytes are not those that were kept. link: a link or no ordinary
# file. refused: the system does not let us read or remove it. still_there: something stands there again.
Outcome = Literal["removed", "other_name", "gone", "different", "link", "refused", "still_there"]

_PIECE = 1 << 20


def remove_original(
    untrusted_path: Path,
    *,
    sha256: str,
    size: int,
    progress: Callable[[int], None] = lambda _done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Take away the file at this path if its bytes still have this hash; `progress(done)` in bytes.

    Nothing is removed in any case but "removed", "other_name" and "still_there". Raises Cancelled, before removing.
    """
    try:
        with _folder_of(untrusted_path) as folder:
            return _remove(_Named(untrusted_path, folder), sha256, size, progress, cancelled)
    except FileNotFoundError:
        return "gone"
    except (OSError, ValueError):
        return "refused"


class _Named:
    """A name in a folder that is held open, so that the folder cannot be changed for another one meanwhile."""

    def __init__(self, path: Path, folder: int | None) -> None:
        self._name = path if folder is None else path.name
        self._folder = folder

    def look(self) -> os.stat_result:
        return os.stat(self._name, dir_fd=self._folder, follow_symlinks=False)

    def open(self) -> int:
        # NONBLOCK: a pipe put in its place would wait for ever.
        extra = ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC")
        flags = os.O_RDONLY | sum(getattr(os, one, 0) for one in extra)
        return os.open(self._name, flags, dir_fd=self._folder)

    def remove(self) -> None:
        os.unlink(self._name, dir_fd=self._folder)


@contextlib.contextmanager
def _folder_of(path: Path) -> Iterator[int | None]:
    if os.unlink not in os.supports_dir_fd or not hasattr(os, "O_DIRECTORY"):
        yield None
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | getattr(os, "O_CLOEXEC", 0))
    try:
        yield folder
    finally:
        os.close(folder)


def _remove(
    named: _Named, sha256: str, size: int, progress: Callable[[int], None], cancelled: Callable[[], bool]
) -> Outcome:
    before = named.look()
    if not stat.S_ISREG(before.st_mode):
        return "link"
    descriptor = named.open()
    try:
        opened = os.fstat(descriptor)
        if _same(opened) != _same(before) or opened.st_size != size:
            return "different"
        if _hash(descriptor, progress, cancelled) != sha256:
            return "different"
    finally:
        # Windows removes no file that is open.
        os.close(descriptor)
    now = named.look()
    if (_same(now), now.st_size, now.st_mtime_ns) != (_same(opened), opened.st_size, opened.st_mtime_ns):
        return "different"
    named.remove()
    with contextlib.suppress(FileNotFoundError):
        named.look()
        return "still_there"
    return "other_name" if now.st_nlink > 1 else "removed"


def _same(found: os.stat_result) -> tuple[int, int, int]:
    return stat.S_IFMT(found.st_mode), found.st_dev, found.st_ino


def _hash(descriptor: int, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> str:
    digest, done = hashlib.sha256(), 0
    while piece := os.read(descriptor, _PIECE):
        if cancelled():
            raise Cancelled
        digest.update(piece)
        done += len(piece)
        progress(done)
    return digest.hexdigest()
