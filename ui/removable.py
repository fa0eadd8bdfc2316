"""Sticks, cards and phones that are connected now.

May touch: the names of the places where the system shows them. Must never look into them.
"""

from __future__ import annotations

import sys
from pathlib import Path


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
