"""The only door to other processes: starts this same program again in another role, and ends it.

May touch: pipes and the process table. Must never run another program, put anything into arguments or the
environment, or let a child inherit a descriptor it was not given.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from safeplan.errors import Bug, MemoryShort
from ui.roles import role_message

if TYPE_CHECKING:
    import subprocess  # noqa: TID251 -- this is the door

# What a window on this screen, in this language and with this input method needs; all else stays behind.
KEPT_VARIABLES = frozenset(
    {
        *("DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP"),
        *("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_DATA_HOME"),
        *("XMODIFIERS", "XCURSOR_SIZE", "XCURSOR_THEME", "HOME", "USER", "LOGNAME", "PATH", "LANG", "LANGUAGE", "TZ"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "LOCALAPPDATA", "APPDATA", "USERPROFILE"),
    }
)
KEPT_BEGINNINGS = ("QT_", "LC_")


def neutral_environment(source: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment a child gets: what its window needs, and the order to write no bytecode."""
    source = os.environ if source is None else source
    kept = {k: v for k, v in source.items() if k in KEPT_VARIABLES or k.startswith(KEPT_BEGINNINGS)}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def bare_environment() -> dict[str, str]:
    """For a child without a window: no screen, no session bus, no home."""
    kept = {k: v for k, v in os.environ.items() if k in {"LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "WINDIR"}}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def command() -> list[str]:
    """The one command line of this program, the same for all its processes."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]


class Running:
    """A started process: its number, the pipe to it and the pipe from it (descriptors, ours to close)."""

    def __init__(self, popen: subprocess.Popen[bytes], to_child: int, from_child: int, *, own_session: bool) -> None:
        self.pid = popen.pid
        self.to_child = to_child
        self.from_child = from_child
        self._popen = popen
        self._own_session = own_session

    def alive(self) -> bool:
        """Whether it still runs; collects it when it has ended."""
        return self._popen.poll() is None

    def kill(self) -> None:
        """End it now, with everything it started in its session. Safe to call again, and after its end."""
        # poll() collects an ended process first, so the number cannot by now belong to someone else.
        if self._popen.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if self._own_session and os.name == "posix":
                os.killpg(self.pid, signal.SIGKILL)
            else:
                self._popen.kill()

    def wait(self, seconds: float | None = None) -> int | None:
        """Its exit status (negative: the signal that ended it), or None when it still runs after `seconds`."""
        import subprocess  # noqa: TID251

        try:
            return self._popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def close_pipes(self) -> None:
        """Close both of our pipe ends; a well-behaved child takes the end of its input as an order to leave."""
        self.close_input()
        if self.from_child >= 0:
            os.close(self.from_child)
            self.from_child = -1

    def close_input(self) -> None:
        """Close our end of the pipe to it."""
        if self.to_child >= 0:
            os.close(self.to_child)
            self.to_child = -1


def start_process(
    role: bytes,
    *,
    environment: Mapping[str, str] | None = None,
    pass_fds: Sequence[int] = (),
    own_session: bool = True,
    caller_waits: bool = False,
) -> Running:
    """Start this program again as `role`; the role stands in its input before it begins.

    From the main thread only: the order "die with your parent" follows the starting thread on Linux. A caller in
    another thread that waits for the child's end before it returns says so with `caller_waits`.
    With `own_session` the child leads a session of its own and kill() takes whatever it started as well; without
    it the child stays in ours and goes when we are killed as a group.
    Windows: pipes and pass_fds are translated by Popen and by the caller; there is no session, the parent places
    the child in a job object. Raises MemoryShort when the system has no room for one more process.
    """
    if not caller_waits and sys.platform == "linux" and _thread.get_native_id() != os.getpid():
        raise Bug(code="start_process:thread")
    # Not at the top: the everyday program starts nothing until somebody comes in.
    import subprocess  # noqa: TID251

    child_input, to_child = os.pipe()
    from_child, child_output = os.pipe()
    try:
        os.write(to_child, role_message(role))
        popen = subprocess.Popen(
            command(),
            stdin=child_input,
            stdout=child_output,
            # An error text could carry what she wrote, and a terminal or a session log would keep it.
            stderr=subprocess.DEVNULL,
            env=dict(neutral_environment() if environment is None else environment),
            # "-m ui" is looked up from here, wherever the program was called from.
            cwd=None if getattr(sys, "frozen", False) else Path(__file__).resolve().parent.parent,
            close_fds=True,
            pass_fds=tuple(pass_fds),
            start_new_session=own_session,
        )
    except BaseException as error:
        os.close(to_child)
        os.close(from_child)
        if isinstance(error, OSError):
            raise MemoryShort(code="start_process") from None
        raise
    finally:
        os.close(child_input)
        os.close(child_output)
    return Running(popen, to_child, from_child, own_session=own_session)
