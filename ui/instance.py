"""One running program per person: a second start brings the first one's window forward and ends.

May touch: a lock on the settings file, the kernel's list of locks, one signal to the process that holds it. Must
never say anything: "already running" would speak of what is behind the everyday program.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

if sys.platform != "win32":
    import fcntl

_KERNEL_LOCKS = Path("/proc/locks")


class Instance:
    """Holds the lock for as long as the process lives. Windows: ui/instance_windows.py has the same verbs.

    On macOS the system itself brings a running program forward; the lock only stops a second copy.
    """

    def __init__(self, settings: Path) -> None:
        self._settings = settings
        self._descriptor: int | None = None
        self._notifier: QSocketNotifier | None = None

    def claim(self) -> bool:
        """True when this is the only running program, also where no lock can be had (a read-only place)."""
        # Called from here on, it listens only when its window is made: till then a call must not end it.
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        try:
            self._descriptor = os.open(self._settings, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return True
        try:
            # flock, not lockf: the latter is lost as soon as the settings are read through another descriptor.
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def call_the_other(self) -> None:
        """Ask the program that holds the lock to come forward."""
        if self._descriptor is None:
            return
        for process in _lock_holders(os.fstat(self._descriptor).st_ino):
            # The signal ends a process that does not expect it: only ever send it to this same program.
            if _is_this_program(process):
                os.kill(process, signal.SIGUSR1)

    def when_called(self, come_forward: Callable[[], None], parent: QObject) -> None:
        """Run `come_forward` in the main thread whenever a second start calls."""
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        os.set_blocking(writer, False)
        signal.signal(signal.SIGUSR1, lambda _number, _frame: None)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, parent)

        def called() -> None:
            if signal.SIGUSR1 in os.read(reader, 4096):
                come_forward()

        notifier.activated.connect(called)
        self._notifier = notifier


def _lock_holders(inode: int) -> list[int]:
    """Processes that hold a flock on the file with this inode; empty where the kernel keeps no list."""
    try:
        lines = _KERNEL_LOCKS.read_text().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        # "1: FLOCK  ADVISORY  WRITE 4242 08:01:131091 0 EOF"; waiting locks have "->" in second place.
        parts = line.split()
        if len(parts) >= 6 and parts[1] == "FLOCK" and parts[5].rsplit(":", 1)[-1] == str(inode):
            found.append(int(parts[4]))
    return found


def _is_this_program(process: int) -> bool:
    if process <= 0 or process == os.getpid():
        return False
    try:
        # Not the link to the executable: a process that cannot be dumped does not let the same user read it.
        return Path(f"/proc/{process}/comm").read_bytes() == Path("/proc/self/comm").read_bytes()
    except OSError:
        return False
