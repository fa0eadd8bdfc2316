"""Linux: takes away the system calls a decoder has no business with, once the file is read.

May touch: this process's own permissions. Must never fail: where the kernel refuses, the limits on memory, time
and descriptors still hold.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

# Without a descriptor to open, a hostile decoder could still delete the store by name, kill other programs of this
# user or start one. Numbers from the kernel's tables, per processor.
_REFUSED: dict[str, dict[str, int]] = {
    "x86_64": {
        **{"open": 2, "creat": 85, "openat": 257, "openat2": 437, "memfd_create": 319, "truncate": 76},
        **{"socket": 41, "connect": 42, "bind": 49, "io_uring_setup": 425, "bpf": 321, "perf_event_open": 298},
        **{"fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "unshare": 272, "setns": 308, "mount": 165},
        **{"kill": 62, "tkill": 200, "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424},
        **{"rt_sigqueueinfo": 129, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "chmod": 90},
        **{"unlink": 87, "unlinkat": 263, "rename": 82, "renameat": 264, "renameat2": 316, "rmdir": 84, "chown": 92},
        **{"link": 86, "linkat": 265, "symlink": 88, "symlinkat": 266, "mkdir": 83, "mkdirat": 258, "fchmodat": 268},
        **{"shmget": 29, "add_key": 248, "request_key": 249, "keyctl": 250, "userfaultfd": 323, "fchownat": 260},
    },
    "aarch64": {
        **{"openat": 56, "openat2": 437, "memfd_create": 279, "truncate": 45, "io_uring_setup": 425, "bpf": 280},
        **{"socket": 198, "connect": 203, "bind": 200, "execve": 221, "execveat": 281, "unshare": 97, "setns": 268},
        **{"kill": 129, "tkill": 130, "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "mount": 40},
        **{"rt_sigqueueinfo": 138, "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "fchmodat": 53},
        **{"unlinkat": 35, "renameat": 38, "renameat2": 276, "linkat": 37, "symlinkat": 36, "mkdirat": 34},
        **{"shmget": 194, "add_key": 217, "request_key": 218, "keyctl": 219, "userfaultfd": 282, "fchownat": 54},
        **{"perf_event_open": 241},
    },
}
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435
_CLONE_THREAD = 0x10000
# From <linux/bpf_common.h>, <linux/seccomp.h> and <sys/prctl.h>.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)


def _program(machine: str) -> bytes:
    """The filter: refuse what is listed and new processes, allow the rest (threads too, the decoders use them)."""
    refuse = _step(_RETURN, _ERRNO | _EPERM)
    steps = [_step(_LOAD, 4), _step(_EQUAL, _AUDIT_ARCH[machine], 1, 0), _step(_RETURN, _KILL), _step(_LOAD, 0)]
    # The second table of numbers that x86 keeps for 32 bit pointers would be a way round the list.
    steps += [_step(_AT_LEAST, 0x40000000, 0, 1), refuse]
    for number in _REFUSED[machine].values():
        steps += [_step(_EQUAL, number, 0, 1), refuse]
    # clone3 hides its flags from a filter; "no such call" makes the C library use clone.
    steps += [_step(_EQUAL, _CLONE3, 0, 1), _step(_RETURN, _ERRNO | _ENOSYS)]
    steps += [_step(_EQUAL, _CLONE[machine], 0, 3), _step(_LOAD, 16), _step(_ANY_BIT, _CLONE_THREAD, 1, 0), refuse]
    return b"".join([*steps, _step(_RETURN, _ALLOW)])


def enter_cage() -> bool:
    """From here on: no file, no socket, no other process, nothing deleted or renamed. Whether the kernel agreed."""
    machine = platform.machine() if sys.platform == "linux" else ""
    if machine not in _REFUSED:
        return False

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))

    steps = _program(machine)
    program = Program(len(steps) // 8, steps)
    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    none = ctypes.c_ulong(0)
    if prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), none, none, none) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(program), none, none) == 0)
