"""Whether a folder is a place to which the policy of this computer lets something leave.

May touch: the names of the places where sticks and cards show up. Must never look into them.
"""

from __future__ import annotations

from pathlib import Path

from ui.removable import sticks


def may_leave_to(folder: Path, *, only_removable: bool) -> bool:
    """Anywhere; or where a policy says so on a stick or a card only, and not in a folder that one left behind."""
    if not only_removable:
        return True
    places = {place.resolve() for place in sticks()}
    where = folder.resolve()
    return bool(places & {where, *where.parents})
