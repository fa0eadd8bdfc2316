"""Reads the policy only where nobody who uses the program could have put or changed it.

May touch: the policy file and the folders above it, for reading. Must never follow a link, wait for a pipe, or trust
a file because of what stands in it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from safeplan.errors import PolicyFault

LARGEST = 64 * 1024

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"))
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def trusted_bytes(path: Path, reader: int | None = None) -> bytes:
    """The file's bytes. PolicyFault when it, or a folder above it, could have been written by its reader.

    `reader`: the account's number on POSIX, that of this process when None. Root may write everything: for root
    only others count.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the links that are refused here
    if sys.platform == "win32":
        from safeplan import policy_owner_windows

        _refuse_links(path)
        policy_owner_windows.refuse_written(path)
        return file_bytes(path)
    account = os.geteuid() if reader is None else reader
    for folder in reversed(path.parents):
        _check_folder(folder, path, account)
    return file_bytes(path, account)


def file_bytes(path: Path, reader: int = -1) -> bytes:
    """The bytes of an ordinary file of at most 64 KiB; with a `reader`, only of one that was not his to write."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as fault:
        if fault.errno == errno.ELOOP:
            raise _fault("link", "no_link", path) from None
        raise _fault("unreadable", "readable", path) from None
    except ValueError:
        raise _fault("unreadable", "readable", path) from None
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _fault("not_a_file", "plain_file", path)
        if reader >= 0:
            _check_file(path, found, reader)
        content = b""
        while len(content) <= LARGEST and (piece := os.read(descriptor, LARGEST + 1)):
            content += piece
    except OSError:
        raise _fault("unreadable", "readable", path) from None
    finally:
        os.close(descriptor)
    if len(content) > LARGEST:
        raise _fault("large", "small", path)
    return content


def _check_folder(folder: Path, path: Path, reader: int) -> None:
    try:
        found = os.lstat(folder)
    except OSError:
        raise _fault("unreadable", "readable", path) from None
    if stat.S_ISLNK(found.st_mode):
        raise _fault("link_above", "no_link", path, folder)
    if reader != 0 and found.st_uid == reader:
        raise _fault("own_folder", "rights", path, folder, _command(folder, "755"))
    # In a folder with the sticky bit, such as /tmp, nobody moves away what belongs to another.
    if not found.st_mode & stat.S_ISVTX and (found.st_mode & _OTHERS_WRITE or _may_write(folder, reader)):
        raise _fault("writable_folder", "rights", path, folder, _command(folder, "755"))


def _check_file(path: Path, found: os.stat_result, reader: int) -> None:
    if reader != 0 and found.st_uid == reader:
        raise _fault("own_file", "rights", path, command=_command(path, "644"))
    if found.st_mode & _OTHERS_WRITE or _may_write(path, reader):
        raise _fault("writable_file", "rights", path, command=_command(path, "644"))


def _may_write(path: Path, reader: int) -> bool:
    """What mode and owner do not tell: access lists. Only this process's own account can be asked about."""
    return reader != 0 and sys.platform != "win32" and reader == os.geteuid() and os.access(path, os.W_OK)


def _refuse_links(path: Path) -> None:
    for place in (*reversed(path.parents), path):
        try:
            found = os.lstat(place)
        except OSError:
            raise _fault("unreadable", "readable", path) from None
        if getattr(found, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT:
            raise _fault("link" if place == path else "link_above", "no_link", path, place)


def _command(place: Path, mode: str) -> str:
    """What an administrator types to mend it."""
    import shlex

    named = shlex.quote(str(place))
    become = "sudo " if sys.platform == "darwin" else ""
    return f"{become}chown root {named} && {become}chmod {mode} {named}"


def _fault(reason: str, mend: str, path: Path, folder: Path | None = None, command: str = "") -> PolicyFault:
    return PolicyFault(
        reason=reason, mend=mend, file=str(path), line=0, key="", folder=str(folder or path.parent), command=command
    )
