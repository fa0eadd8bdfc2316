"""Windows: no crash windows, no heap in crash reports, no reading of this process by the user's other programs.

May touch: kernel32, wer and advapi32, for this process only. Must never run on another system, and never raise.
Written to Microsoft's documentation; not yet run on Windows.
"""

from __future__ import annotations

import ctypes
import os
from ctypes import wintypes
from typing import Any

_SEM_FAILCRITICALERRORS = 0x0001
_SEM_NOGPFAULTERRORBOX = 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x0001
_SE_KERNEL_OBJECT = 6
_DACL_SECURITY_INFORMATION = 0x00000004
_PROTECTED_DACL_SECURITY_INFORMATION = 0x80000000
_SDDL_REVISION_1 = 1
# Everyone may end, wait for and ask about this process (0x101401: PROCESS_TERMINATE, PROCESS_QUERY_INFORMATION,
# PROCESS_QUERY_LIMITED_INFORMATION, SYNCHRONIZE) and not read its memory; the system and administrators are not
# kept out, they could take that right back anyway. The parent's handle was opened before and keeps its rights.
_RIGHTS = "D:P(A;;0x101401;;;WD)(A;;GA;;;SY)"


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX."""

    _fields_ = (
        ("length", wintypes.DWORD),
        ("load", wintypes.DWORD),
        ("total_physical", ctypes.c_ulonglong),
        ("available_physical", ctypes.c_ulonglong),
        ("total_page_file", ctypes.c_ulonglong),
        ("available_page_file", ctypes.c_ulonglong),
        ("total_virtual", ctypes.c_ulonglong),
        ("available_virtual", ctypes.c_ulonglong),
        ("available_extended_virtual", ctypes.c_ulonglong),
    )


def system_library(name: str) -> Any:
    """A system library from System32 only; any other folder could hold a planted one."""
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    if ctypes.sizeof(ctypes.c_void_p) == 4:
        # 32-bit Windows uses another calling convention; 64-bit has one.
        return ctypes.WinDLL(rf"{root}\System32\{name}.dll")  # type: ignore[attr-defined,unused-ignore]
    return ctypes.CDLL(rf"{root}\System32\{name}.dll")


def harden() -> list[str]:
    """The names of what was achieved: "no_crash_report", "not_readable"."""
    achieved = []
    try:
        kernel = system_library("kernel32")
        kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        # WerSetFlags returns an HRESULT: 0 is success.
        if kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP) == 0:
            achieved.append("no_crash_report")
        if _narrow_rights(kernel, system_library("advapi32")):
            achieved.append("not_readable")
    except (OSError, AttributeError):
        pass
    return achieved


def _narrow_rights(kernel: Any, advapi: Any) -> bool:
    """Replace this process's access list."""
    descriptor, acl = ctypes.c_void_p(), ctypes.c_void_p()
    present, defaulted = wintypes.BOOL(), wintypes.BOOL()
    made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(_RIGHTS), wintypes.DWORD(_SDDL_REVISION_1), ctypes.byref(descriptor), None
    )
    if not made:
        return False
    try:
        found = advapi.GetSecurityDescriptorDacl(
            descriptor, ctypes.byref(present), ctypes.byref(acl), ctypes.byref(defaulted)
        )
        if not found or not present.value:
            return False
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        # Returns a Win32 error code: 0 is success.
        return bool(
            advapi.SetSecurityInfo(
                wintypes.HANDLE(kernel.GetCurrentProcess()),
                ctypes.c_int(_SE_KERNEL_OBJECT),
                wintypes.DWORD(_DACL_SECURITY_INFORMATION | _PROTECTED_DACL_SECURITY_INFORMATION),
                None,
                None,
                acl,
                None,
            )
            == 0
        )
    finally:
        kernel.LocalFree(descriptor)


def computer_memory() -> int:
    """The computer's RAM in bytes; 4 GiB where the system does not tell."""
    try:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        if system_library("kernel32").GlobalMemoryStatusEx(ctypes.byref(status)):
            return int(status.total_physical)
    except (OSError, AttributeError):
        pass
    return 4 << 30
