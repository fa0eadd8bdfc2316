"""Sticks, cards and phones that are connected now.

May touch: the names of the places where the system shows them. Must never look into them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_DRIVE_REMOVABLE = 2


def removable_places() -> tuple[Path, ...]:
    """Sticks, cards and phones that are connected now."""
    if sys.platform == "win32":
        drives = (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        return tuple(d for d in drives if d.exists())
    user = Path.home().name
    roots = (Path("/Volumes"), Path("/media") / user, Path("/run/media") / user, Path("/media"))
    found: list[Path] = []
    for root in roots:
        try:
            inside = sorted(p for p in root.iterdir() if p.is_dir() and p.name != user)
        except OSError:
            continue
        found.extend(p for p in inside if p not in found)
    return tuple(found)


def sticks() -> tuple[Path, ...]:
    """Those of the places that lie on a medium of their own: a folder left behind by a stick is none."""
    return tuple(place for place in removable_places() if is_stick(place))


def is_stick(place: Path) -> bool:
    """Whether a medium of its own stands at `place`, one of removable_places()."""
    if sys.platform == "win32":
        # Written to Microsoft's documentation of GetDriveTypeW; not yet run.
        import ctypes

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(str(Path(place.anchor)))
        return kind == _DRIVE_REMOVABLE
    return place in removable_places() and os.path.ismount(place)
