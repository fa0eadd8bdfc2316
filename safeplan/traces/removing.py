"""Takes away what is ours in a place that was found: whole files that are ours, or our lines in a list of everybody.

May touch: the files a finding names. Must never change a byte that is not ours, follow a link, take away what has
changed since it was looked at, or act without having been asked.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from safeplan.traces.lines import splitter_for
from safeplan.traces.shape import Finding, Ours, read_quietly, stamp_of

# removed: looked up afterwards. gone: nothing of ours stood there any more. changed: another program wrote to it
# meanwhile, nothing was removed. refused: the system does not let us. link: a link, or a file with two names.
Removal = Literal["removed", "gone", "changed", "refused", "link"]

_ENDING = 3


def remove(finding: Finding, ours: Ours, home: Path) -> Removal:
    """What `finding` says can be removed here. Anything else is refused."""
    if finding.way != "here" or isinstance(finding.place, str):
        return "refused"
    if finding.files:
        return _remove_files(finding.files)
    return remove_lines(finding.place, ours, home)


def _remove_files(files: tuple[Path, ...]) -> Removal:
    """Whole files of ours; the first that cannot go says so, after the others have been tried."""
    outcomes = [_remove_file(path) for path in files]
    for bad in ("refused", "link"):
        if bad in outcomes:
            return bad
    return "removed" if "removed" in outcomes else "gone"


def _remove_file(path: Path) -> Removal:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "link"
        path.unlink()
    except FileNotFoundError:
        return "gone"
    except OSError:
        return "refused"
    return "refused" if path.exists() else "removed"


def remove_lines(path: Path, ours: Ours, home: Path, *, before_swap: Callable[[], object] = lambda: None) -> Removal:
    """Our lines in a list, and nothing else: the list is written anew beside it, with the same rights and owner, and
    takes its place in one step. `before_swap` is called at the last moment at which somebody else may still write."""
    split = splitter_for(path)
    if split is None:
        return "refused"
    try:
        told = path.lstat()
    except OSError:
        return "gone"
    if not stat.S_ISREG(told.st_mode) or told.st_nlink > 1:
        return "link"
    content = read_quietly(path)
    if isinstance(content, str) or not content.whole:
        return "refused"
    if content.stamp != stamp_of(told):
        return "changed"
    said, rest = split(content.data, replace(ours, by_name=False), home)
    if not said:
        return "gone"
    # The name that GTK's own writing of this list uses for a moment.
    beside = path.with_name(f"{path.name}.{secrets.token_hex(_ENDING).upper()}")
    try:
        _write_beside(beside, rest, told, path)
        before_swap()
        if stamp_of(path.lstat()) != content.stamp:
            beside.unlink()
            return "changed"
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        return "refused"
    return "removed"


def _write_beside(beside: Path, rest: bytes, like: os.stat_result, original: Path) -> None:
    """A new file with the owner, rights and further attributes of `original`; OSError where one cannot be had."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(beside, flags, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(rest)
        file.flush()
        if os.name == "posix":
            made = os.fstat(descriptor)
            if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
                os.fchown(descriptor, like.st_uid, like.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
        if hasattr(os, "listxattr"):
            for name in os.listxattr(original):
                os.setxattr(descriptor, name, os.getxattr(original, name))
        os.fsync(descriptor)
