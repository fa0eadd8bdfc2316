"""Sixteen MiB kept aside, so that a full disk never stops her from deleting or exporting.

May touch: r0.bin. Must never fail loudly: the ballast is a convenience, the records are not.
"""

from __future__ import annotations

import contextlib
import os
import shutil

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.vault.header import named_os_error, write_fully

BALLAST_SIZE = 16 << 20
_PIECE = 1 << 20
# Taking the room back while the disk is still nearly full would only cause the next full disk.
_ROOM_WANTED = 4 * BALLAST_SIZE


def lay_ballast(files: VaultFiles) -> None:
    """Write the ballast afresh: random bytes, because holes and zeros take no room on some disks.

    Raises DiskFull, ReadOnlyPlace, NoPermission, DiskFailing; a half-written one is removed.
    """
    try:
        handle = os.open(
            files.ballast, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
        )  # fmt: skip
        try:
            for _ in range(BALLAST_SIZE // _PIECE):
                write_fully(handle, os.urandom(_PIECE))
        finally:
            os.close(handle)
    except OSError as error:
        with contextlib.suppress(OSError):
            files.ballast.unlink(missing_ok=True)
        raise named_os_error(error) from None


def release_ballast(files: VaultFiles) -> bool:
    """Give the room back to a full disk; whether there was any to give."""
    try:
        files.ballast.unlink()
    except OSError:
        return False
    return True


def make_room(files: VaultFiles) -> bool:
    """Give the room back when it is the store's own disk that is full, not the stick she copies to. Never raises."""
    try:
        full = shutil.disk_usage(files.folder).free < BALLAST_SIZE
    except OSError:
        return False
    return full and release_ballast(files)


def restore_ballast(files: VaultFiles) -> bool:
    """Take the room again once there is plenty; whether the ballast is whole now. Never raises."""
    try:
        if files.ballast.exists() and files.ballast.stat().st_size == BALLAST_SIZE:
            return True
        if shutil.disk_usage(files.folder).free < _ROOM_WANTED:
            return False
        lay_ballast(files)
    except (OSError, errors.SafePlanError):
        return False
    return True
