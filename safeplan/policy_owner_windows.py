"""Windows: where the policy lies, and whether the account that reads it could have written it.

May touch: shell32 and kernel32, to ask; nothing is changed by asking. Must never run on another system, and never
trust a variable of the environment. Written to Microsoft's documentation; not yet run on Windows.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

from safeplan.errors import PolicyFault

# FOLDERID_ProgramData, {62AB5D82-FDC1-4DC3-A9DD-070D1D495D97}, as the bytes of a GUID structure.
_PROGRAM_DATA = bytes.fromhex("825dab62c1fdc34da9dd070d1d495d97")
_USUAL = r"C:\ProgramData"

_FILE_WRITE_DATA, _FILE_APPEND_DATA, _FILE_DELETE_CHILD = 0x0002, 0x0004, 0x0040
_DELETE, _WRITE_DAC, _WRITE_OWNER = 0x10000, 0x40000, 0x80000
_SHARE_ALL, _OPEN_EXISTING = 0x7, 3
# Folders can only be opened with this; with the other a link is opened itself, not what it leads to.
_FILE_FLAG_BACKUP_SEMANTICS, _FILE_FLAG_OPEN_REPARSE_POINT = 0x02000000, 0x00200000
_INVALID = ctypes.c_void_p(-1).value

_CHANGES_A_FILE = (_FILE_WRITE_DATA, _FILE_APPEND_DATA, _DELETE, _WRITE_DAC, _WRITE_OWNER)
# Making a further file beside the policy harms nothing, and below ProgramData every user may.
_CHANGES_A_FOLDER = (_FILE_DELETE_CHILD, _DELETE, _WRITE_DAC, _WRITE_OWNER)


def _library(name: str) -> Any:
    """A system library; the flag keeps the search to System32, where nobody can plant one."""
    search_system32 = 0x800
    kind: Any = ctypes.WinDLL  # type: ignore[attr-defined,unused-ignore]
    return kind(f"{name}.dll", winmode=search_system32)


def program_data() -> Path:
    """The folder for all users, asked from the system: %ProgramData% can be set by whoever starts the program."""
    found = ctypes.c_wchar_p()
    shell, ole = _library("shell32"), _library("ole32")
    folder = (ctypes.c_ubyte * 16).from_buffer_copy(_PROGRAM_DATA)
    shell.SHGetKnownFolderPath.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p]
    answered = shell.SHGetKnownFolderPath(folder, 0, None, ctypes.byref(found))
    try:
        return Path(found.value) if answered == 0 and found.value else Path(_USUAL)
    finally:
        ole.CoTaskMemFree(found)


def refuse_written(path: Path) -> None:
    """PolicyFault when this account could change `path` or a folder above it. An elevated one may, and passes.

    The system is asked by opening with one right at a time, so that groups, inheritance and the narrowed rights of
    an administrator's everyday account are judged by Windows itself.
    """
    if _library("shell32").IsUserAnAdmin():
        return
    for folder in reversed(path.parents):
        if _may(folder, _CHANGES_A_FOLDER, _FILE_FLAG_BACKUP_SEMANTICS):
            raise _fault("writable_folder", path, folder)
    if _may(path, _CHANGES_A_FILE, 0):
        raise _fault("writable_file", path, path)


def _may(place: Path, rights: tuple[int, ...], flags: int) -> bool:
    kernel = _library("kernel32")
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [
        *(ctypes.c_wchar_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong),
        ctypes.c_void_p,
    ]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    for right in rights:
        handle = kernel.CreateFileW(
            str(place), right, _SHARE_ALL, None, _OPEN_EXISTING, flags | _FILE_FLAG_OPEN_REPARSE_POINT, None
        )
        if handle not in (_INVALID, None):
            kernel.CloseHandle(handle)
            return True
    return False


def _fault(reason: str, path: Path, place: Path) -> PolicyFault:
    # S-1-5-32-544: administrators; S-1-5-18: the system; S-1-5-32-545: users. Their names differ by language.
    inherit = "" if place == path else "(OI)(CI)"
    rights = " ".join(f"*{who}:{inherit}{what}" for who, what in _RIGHTS)
    command = f'icacls "{place}" /setowner *S-1-5-32-544 && icacls "{place}" /inheritance:r /grant:r {rights}'
    folder = path.parent if place == path else place
    return PolicyFault(
        reason=reason, mend="rights", file=str(path), line=0, key="", folder=str(folder), command=command
    )


_RIGHTS = (("S-1-5-32-544", "F"), ("S-1-5-18", "F"), ("S-1-5-32-545", "RX"))
