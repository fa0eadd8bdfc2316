"""What this process asks of the operating system: no dumps, no reading by others, death with its parent.

May touch: this process's own limits. Must never fail: a refused wish leaves the program as safe as any other.
The Windows and macOS parts stand in their own modules.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import os
import signal
import sys

if sys.platform != "win32":
    import resource

# From Linux's <sys/prctl.h>.
_PR_SET_PDEATHSIG = 1
_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4


def _prctl(option: int, value: int) -> int:
    """Linux's prctl; -1 where it is refused or missing."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        return int(library.prctl(option, ctypes.c_ulong(value), 0, 0, 0))
    except (OSError, AttributeError):
        return -1


def harden_process() -> tuple[str, ...]:
    """Make files private, leave no memory dump, keep other programs of this user out of this process's memory.

    Returns the names of what was achieved: "private_files", "no_core", "not_readable", "no_crash_report". An
    administrator still reads everything; so does whoever holds the computer's swap file.
    """
    achieved = []
    os.umask(0o077)
    achieved.append("private_files")
    # A traceback of every thread on stderr would name what was open.
    faulthandler.disable()
    if sys.platform == "win32":
        from safeplan import hardening_windows

        achieved += hardening_windows.harden()
        return tuple(achieved)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        achieved.append("no_core")
    if sys.platform == "darwin":
        from safeplan import hardening_macos

        achieved += hardening_macos.harden()
    elif _prctl(_PR_SET_DUMPABLE, 0) == 0:
        achieved.append("not_readable")
    return tuple(achieved)


def is_readable_by_others() -> bool:
    """Whether another program of this user may read this process's memory (Linux; True where unknown)."""
    return not (sys.platform.startswith("linux") and _prctl(_PR_GET_DUMPABLE, 0) == 0)


def die_with_parent(parent: int | None = None) -> bool:
    """Ask to be killed when the parent dies; whether the system promises it.

    Linux only: it follows the thread that started this process, so the parent starts it from its main thread.
    macOS and Windows: False; there the pipe's end and the job object do it. `parent` is the expected parent's
    process id: when it died before the wish was granted, this process ends here.
    """
    if not sys.platform.startswith("linux") or _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        return False
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return True


def computer_memory() -> int:
    """The computer's RAM in bytes; 4 GiB where the system does not tell."""
    if sys.platform == "win32":
        from safeplan import hardening_windows

        return hardening_windows.computer_memory()
    try:
        return int(os.sysconf("SC_PAGE_SIZE")) * int(os.sysconf("SC_PHYS_PAGES"))
    except (ValueError, OSError):
        return 4 << 30
