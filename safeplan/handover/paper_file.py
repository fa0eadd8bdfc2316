"""The one file that a paper becomes: a name that she chose, in a folder that she chose.

May touch: that one file. Must never write over anything, leave half a file, or take a name that leads elsewhere.
"""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

from safeplan import errors
from safeplan.handover.folder import named

USUAL_NAME = "list.pdf"
LONGEST_NAME = 60
_MOST_SAME_NAMES = 100
# No separators, no colon, nothing a shell or another system reads as more than a name.
_ALLOWED = re.compile(r"[\w][\w \-().]*")
_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def file_name(untrusted_text: str) -> str:
    """The name with ".pdf" at its end; empty becomes the usual one, "" when it cannot be a name."""
    name = " ".join(untrusted_text.split())
    if name.casefold().endswith(".pdf"):
        name = name[:-4].rstrip(" .")
    elif not name:
        return USUAL_NAME
    if not _ALLOWED.fullmatch(name) or name.endswith(".") or len(name) > LONGEST_NAME:
        return ""
    return "" if name.split(".")[0].strip().casefold() in _WINDOWS else f"{name}.pdf"


def write_new(folder: Path, name: str, content: bytes) -> Path:
    """A file that did not exist before; "list-2.pdf" where "list.pdf" does. `name` is that of file_name().

    Raises DiskFull, NoPermission, ReadOnlyPlace, DiskFailing, FolderNotEmpty (a hundred of that name).
    """
    if not name or file_name(name) != name:
        raise errors.Bug(code="paper-name")
    stem = name[:-4]
    for count in range(1, _MOST_SAME_NAMES):
        path = folder / (name if count == 1 else f"{stem}-{count}.pdf")
        try:
            named(functools.partial(_write_all, path, content))
        except errors.FolderNotEmpty:
            continue
        return path
    raise errors.FolderNotEmpty


def _write_all(path: Path, content: bytes) -> None:
    """Down to the disk; half of it is taken away again."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
