"""The key file on disk: two copies, read as far as they go, each written in place and made durable in turn.

May touch: the key file it is given. Must never hold a key, and never leave both copies half written at once.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.vault import keyslots

# O_BINARY exists on Windows only, where a newline in random bytes would otherwise be rewritten.
_BINARY = getattr(os, "O_BINARY", 0)


def named_os_error(error: OSError) -> errors.SafePlanError:
    """The named failure for an operating system error; paths and messages are dropped."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return errors.DiskFull(errno=error.errno)
    if error.errno == errno.EROFS:
        return errors.ReadOnlyPlace(errno=error.errno)
    if error.errno in (errno.EACCES, errno.EPERM):
        return errors.NoPermission(errno=error.errno)
    return errors.DiskFailing(errno=error.errno or 0)


def is_there(path: Path) -> bool:
    """Whether a file of this name can be seen. Path.exists raises where the folder may not be read."""
    try:
        return path.exists()
    except OSError:
        return False


def make_private_file(path: Path, content: bytes) -> None:
    """Make `path` (which must not exist), readable by this user alone, durable. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        write_fully(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def lay_new(files: VaultFiles, content: bytes) -> None:
    """The key file of a store that has none, whole or not at all, and after everything that lies there already: half
    of one would be a store that nobody can open. Raises FileExistsError when there is one, OSError."""
    make_private_file(files.coming_header, content)
    sync_folder(files.folder)
    if is_there(files.header):
        files.coming_header.unlink()
        raise FileExistsError
    files.coming_header.rename(files.header)
    sync_folder(files.folder)


def write_fully(handle: int, content: bytes | bytearray) -> None:
    """Write all of `content`: one call may write less when the disk is nearly full."""
    with memoryview(content) as view:
        done = 0
        while done < len(view):
            done += os.write(handle, view[done:])


def sync_folder(folder: Path) -> None:
    """Make the folder's list of names durable, where the system can (Windows cannot open a folder)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_copies(path: Path) -> list[bytearray]:
    """The complete copies in the key file: A and B, or A alone.

    Raises HeaderDamaged when not even one copy is complete, FileNotFoundError, NoPermission, DiskFailing.
    """
    try:
        with path.open("rb") as file:
            untrusted = file.read(2 * keyslots.COPY_SIZE)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise named_os_error(error) from None
    size = keyslots.COPY_SIZE
    copies = [bytearray(untrusted[at : at + size]) for at in (0, size) if len(untrusted) >= at + size]
    if not copies:
        raise errors.HeaderDamaged(size=len(untrusted))
    return copies


def write_copies(path: Path, first: bytes | bytearray, second: bytes | bytearray) -> None:
    """Write copy A, make it durable, then copy B: at every moment at least one of them is whole.

    Raises DiskFull, ReadOnlyPlace, NoPermission, DiskFailing.
    """
    try:
        handle = os.open(path, os.O_WRONLY | _BINARY)
        try:
            for at, copy in ((0, first), (keyslots.COPY_SIZE, second)):
                os.lseek(handle, at, os.SEEK_SET)
                write_fully(handle, copy)
                os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise named_os_error(error) from None


def change_copies(path: Path, salt: bytes, change: Callable[[bytearray], None]) -> None:
    """Apply `change` to the copy (or copies) with this salt and write both.

    A copy under another salt is beyond reading (the salt itself was damaged), so it is replaced by the good one.
    Where both have the salt, each keeps its own other slots: a damaged slot must not spread. Raises HeaderDamaged.
    """
    try:
        copies = read_copies(path)
    except FileNotFoundError:
        raise errors.HeaderDamaged(size=0) from None
    good = [copy for copy in copies if keyslots.salt_of(copy) == salt]
    if not good:
        raise errors.HeaderDamaged(size=len(copies) * keyslots.COPY_SIZE)
    for copy in good:
        change(copy)
    write_copies(path, good[0], good[-1])


def heal_copies(path: Path, salt: bytes, slot: int, sealed: bytes) -> None:
    """Bring the slot that just opened into both copies, when one of them lacks it; silent where it cannot write."""
    try:
        copies = read_copies(path)
        span = keyslots.slot_span(slot)
        whole = len(copies) == 2 and all(keyslots.salt_of(c) == salt and c[span] == sealed for c in copies)
        if whole:
            return

        def put_back(copy: bytearray) -> None:
            copy[span] = sealed

        change_copies(path, salt, put_back)
    except (errors.SafePlanError, OSError):
        # A read-only stick still opens from the good copy.
        return
