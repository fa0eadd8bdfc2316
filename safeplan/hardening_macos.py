"""macOS: refuse debuggers.

May touch: this process only. Must never raise. Written to Apple's manual pages; not yet run on macOS. What keeps
other programs of the same user out of the memory is the hardened runtime of a signed build, not this call.
"""

from __future__ import annotations

import ctypes

# From <sys/ptrace.h>: later attempts to attach fail.
_PT_DENY_ATTACH = 31


def harden() -> list[str]:
    """The names of what was achieved: "not_readable"."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        refused = library.ptrace(ctypes.c_int(_PT_DENY_ATTACH), ctypes.c_int(0), None, ctypes.c_int(0))
    except (OSError, AttributeError):
        return []
    return ["not_readable"] if refused == 0 else []
