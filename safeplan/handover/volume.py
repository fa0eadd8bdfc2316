"""What kind of place a folder lies on: its file system, the room left, the largest file and longest path it takes.

May touch: what the operating system tells of a volume, nothing on it. Must never fail for not knowing: an unknown
file system counts as one without limits, and the write itself finds out.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from safeplan.handover.folder import named
from safeplan.vault.whole_file import FAT_LIMIT, file_system_of

FAT = frozenset({"vfat", "msdos", "fat", "fat32", "fat16"})
# Shown to her; anything else is shown as the system calls it.
NAMES = {"vfat": "FAT32", "msdos": "FAT32", "fat": "FAT", "fat16": "FAT", "fat32": "FAT32", "exfat": "exFAT"}
NAMES |= {"ntfs": "NTFS", "ntfs3": "NTFS", "fuseblk": "NTFS", "apfs": "APFS", "hfs": "HFS+"}
NO_LIMIT = sys.maxsize
# A file takes whole clusters; on large sticks they are of this size at most.
LARGEST_CLUSTER = 64 * 1024
# Windows refuses longer paths in most programs, also in the one that shows folders.
WINDOWS_PATH = 259
_F_FSTYPENAME, _MFSTYPENAMELEN, _STATFS_SIZE = 72, 16, 2168


@dataclass(frozen=True)
class Volume:
    """`file_system` in small letters, "" where unknown; `free`, `largest_file` and `cluster` in bytes; `longest_path`
    in characters."""

    file_system: str
    free: int
    largest_file: int
    cluster: int
    longest_path: int

    @property
    def shown_name(self) -> str:
        """ "FAT32", "exFAT", "NTFS" …; "" where unknown."""
        return NAMES.get(self.file_system, self.file_system)


def volume_of(folder: Path) -> Volume:
    """The place `folder` lies on. Raises NoPermission, DiskFailing (`reason` "gone")."""
    free = named(lambda: shutil.disk_usage(folder)).free
    system = file_system(folder)
    cluster, longest = LARGEST_CLUSTER, WINDOWS_PATH
    if os.name == "posix":
        cluster = min(max(named(lambda: os.statvfs(folder)).f_frsize, 512), LARGEST_CLUSTER)
        longest = 1023
    return Volume(system, free, FAT_LIMIT if system in FAT else NO_LIMIT, cluster, longest)


def file_system(folder: Path) -> str:
    """The type of the file system in small letters, "" where the computer does not say."""
    try:
        whole = os.path.realpath(folder)
        if sys.platform == "win32":
            return _of_windows(whole)
        if sys.platform == "darwin":
            return _of_macos(whole)
        return file_system_of(whole, Path("/proc/self/mountinfo").read_text("utf-8", "replace"))
    except (OSError, AttributeError, ValueError):
        return ""


def _of_windows(path: str) -> str:
    """Written to Microsoft's documentation of GetVolumePathNameW and GetVolumeInformationW; not yet run."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (absent elsewhere)
    root, name = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(64)
    # A stick may be a folder of another drive.
    if not kernel.GetVolumePathNameW(path, root, len(root)):
        return ""
    answered = kernel.GetVolumeInformationW(root.value, None, 0, None, None, None, name, len(name))
    return name.value.lower() if answered else ""


def _of_macos(path: str) -> str:
    """Written to Apple's statfs(2), the form with 64-bit inodes; not yet run."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    found = ctypes.create_string_buffer(_STATFS_SIZE)
    # On older processors the plain name is the form with short inodes.
    ask = getattr(library, "statfs$INODE64", None) or library.statfs
    if ask(os.fsencode(path), found) != 0:
        return ""
    name = found.raw[_F_FSTYPENAME : _F_FSTYPENAME + _MFSTYPENAMELEN].split(b"\0")[0]
    return name.decode("ascii", "replace").lower()
