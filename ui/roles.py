"""How a freshly started process learns what it is: one short message already waiting in its input.

May touch: file descriptor 0, once. Must never import Qt, block, or take a person's own pipe for a role.
"""

from __future__ import annotations

import os
import select
import stat
import sys

# A role travels neither in the arguments nor in the environment: both are readable by every program of this
# user, and the three processes must look alike in a task list.
MAGIC = b"\x00\x17\x9cro\x1e"
MAX_ROLE = 255


def role_message(role: bytes) -> bytes:
    """The bytes that stand in a new process's input before it starts. `role` is 1-255 bytes."""
    if not 0 < len(role) <= MAX_ROLE:
        raise ValueError("a role is 1 to 255 bytes")
    return MAGIC + bytes([len(role)]) + role


def read_role(descriptor: int = 0) -> bytes:
    """The role this process was started for, b"" when a person started it. Call once, before anything else.

    Reads the role message and not a byte more, so what follows in the pipe stays for the process itself.
    """
    try:
        if not stat.S_ISFIFO(os.fstat(descriptor).st_mode) or not _waiting(descriptor):
            return b""
        # A pipe write of this size is atomic and was made before the start: it is there in full or not at all.
        head = os.read(descriptor, len(MAGIC) + 1)
        if len(head) != len(MAGIC) + 1 or not head.startswith(MAGIC) or not _waiting(descriptor):
            return b""
        role = os.read(descriptor, head[-1])
    except OSError:
        # Started without any input at all, as desktops do.
        return b""
    return role if len(role) == head[-1] else b""


def _waiting(descriptor: int) -> bool:
    """Whether a read would return at once."""
    if sys.platform == "win32":
        # select() knows only sockets there.
        import ctypes
        import msvcrt

        available = ctypes.c_ulong()
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
        peek = ctypes.windll.kernel32.PeekNamedPipe
        return bool(peek(handle, None, 0, None, ctypes.byref(available), None)) and available.value > 0
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return any(event & select.POLLIN for _, event in poll.poll(0))
