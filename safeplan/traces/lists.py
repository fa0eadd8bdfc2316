"""Looks through lists that belong to everybody and can be shortened: recently used files, commands typed.

May touch: those lists, for reading. Must never offer to take away a line that shows our name alone: an accountant's
program has the same.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from safeplan.traces.lines import splitter_for
from safeplan.traces.shape import Look, Ours, read_quietly


def look_for_lines(look: Look, id_: str, path: Path, ours: Ours, home: Path, *, returns: bool) -> None:
    """What of ours stands in a list that can be shortened, and what shows our name alone."""
    content = read_quietly(path)
    split = splitter_for(path)
    if isinstance(content, str) or split is None:
        look.saw(id_, path, content if isinstance(content, str) else "closed")
        return
    said, rest = split(content.data, ours, home)
    named, _others = split(rest, replace(ours, by_name=True), home)
    if said:
        plain = content.whole and not path.is_symlink() and _writable(path)
        look.add(id_, path, "here" if plain else "hand", said, noticed=True, returns=returns)
    if named:
        look.add(id_, path, "hand", named, noticed=True, returns=returns, sure=False)
    if not said and not named:
        look.saw(id_, path, "clean" if content.whole else "part")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
