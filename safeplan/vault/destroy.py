"""Remove the store for good, the key file first: from that moment nothing that is left can be read.

May touch: every file of VaultFiles but the everyday program's own preferences. Must never claim more than it did:
the report names what an overwritten file cannot promise.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from safeplan.paths import VaultFiles
from safeplan.vault.header import is_there, sync_folder, write_fully

_PASSES = 3

# What no program can promise; ids, each with its sentence in the interface.
CANNOT_PROMISE = (
    "ssd_old_blocks",  # wear levelling keeps old blocks, the key file's among them, until the drive reuses them
    "system_copies",  # shadow copies, Time Machine, file history, the file system's own journal
    "copies_elsewhere",  # a stick, a cloud folder, another person
    "spare_key_with_copies",  # a spare key or the passphrase still opens such a copy
)


@dataclass(frozen=True)
class DestroyReport:
    """`removed` and `left` are file names; `unreadable` says whether the key file is gone or overwritten."""

    removed: tuple[str, ...]
    left: tuple[str, ...]
    unreadable: bool
    cannot_promise: tuple[str, ...] = CANNOT_PROMISE


def _overwrite(path: Path) -> bool:
    """Overwrite in place with random bytes, three times, each made durable. Whether it worked."""
    try:
        size = path.stat().st_size
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            for _ in range(_PASSES):
                os.lseek(handle, 0, os.SEEK_SET)
                write_fully(handle, os.urandom(size))
                os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        return False
    return True


def _remove(path: Path) -> bool:
    """Unlink; whether the name is gone. A file that the system will not unlink is at least emptied."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        try:
            os.truncate(path, 0)
        except OSError:
            return False
        return False
    return True


def destroy_vault(files: VaultFiles) -> DestroyReport:
    """Destroy the store, and what a killed bringing back left of one in the two passing folders. Needs no passphrase
    and never raises: the report says what is left.

    Killed at any point it has either not begun or made the key file useless.
    """
    # Another store of hers may wait in them: its key goes before anything that only takes time.
    passing = [(one, destroy_vault(one)) for one in (files.coming, files.going) if is_there(one.folder)]
    removed: list[str] = []
    left: list[str] = []
    header_there = is_there(files.header)
    overwritten = _overwrite(files.header) if header_there else True
    gone = _remove(files.header)
    if header_there:
        (removed if gone else left).append(files.header.name)
    if gone and header_there:
        _sync(files.folder)
    for path in files.all():
        if path in (files.header, files.preferences) or not is_there(path):
            continue
        if path == files.coming_header:
            # Slots too, of a making that was stopped.
            _overwrite(path)
        (removed if _remove(path) else left).append(path.name)
    unreadable = overwritten or gone
    for one, report in passing:
        removed += [f"{one.folder.name}/{name}" for name in report.removed]
        left += [f"{one.folder.name}/{name}" for name in report.left]
        unreadable &= report.unreadable
        with contextlib.suppress(OSError):
            one.folder.rmdir()
    _sync(files.folder)
    return DestroyReport(removed=tuple(removed), left=tuple(left), unreadable=unreadable)


def _sync(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError:
        return
