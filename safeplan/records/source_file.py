"""Reads one file from outside, which stays as it is.

May touch: that file, opened once and only to read. Must never wait for a pipe, follow anything but a plain file, or
leave a mark on it where the system allows that.
"""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

from safeplan import errors
from safeplan.clock import as_text


def open_to_read(untrusted_path: Path) -> tuple[int, os.stat_result]:
    """(descriptor, what the file system says of it). The caller closes it. Raises FileUnreadable."""
    # Without NONBLOCK a named pipe would wait for ever. NOATIME: reading leaves no mark on the source, where allowed.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    quiet = getattr(os, "O_NOATIME", 0)
    try:
        try:
            descriptor = os.open(untrusted_path, flags | quiet)
        except PermissionError:
            if not quiet:
                raise
            descriptor = os.open(untrusted_path, flags)
    except (OSError, ValueError):
        raise errors.FileUnreadable from None
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise errors.FileUnreadable
    return descriptor, found


def read_piece(descriptor: int, size: int) -> bytes:
    """The next `size` bytes, or what is left: reads may return less than asked for. Raises FileVanished."""
    parts, missing = [], size
    try:
        while missing and (part := os.read(descriptor, missing)):
            parts.append(part)
            missing -= len(part)
    except OSError:
        raise errors.FileVanished from None
    return b"".join(parts)


def claimed_time(seconds: float) -> str:
    """A time of the file system as UTC text; "" for one that no clock shows."""
    try:
        return as_text(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, OSError, ValueError):
        return ""
