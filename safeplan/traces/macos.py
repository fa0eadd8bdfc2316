"""Where macOS keeps traces of a program that ran, and which of them are this program's.

May touch: those places, for reading. Must never call a place clean that macOS keeps closed. Written to Apple's and
forensic documentation; not yet run on macOS.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from safeplan.traces.lists import look_for_lines
from safeplan.traces.shape import Look, Ours, files_below, look_for_marks, names_in, scan_quietly

_HISTORIES = (".zsh_history", ".bash_history", ".python_history")


@dataclass(frozen=True)
class Places:
    """The folders of one user, and the computer's own below `root`."""

    home: Path
    root: Path = Path("/")

    @property
    def library(self) -> Path:
        """The user's own."""
        return self.home / "Library"


def look_around(look: Look, places: Places, ours: Ours) -> None:
    """Every place, in the order of the page."""
    library = places.library
    for name in _HISTORIES:
        look_for_lines(look, "shell_history", places.home / name, ours, places.home, returns=True)
    lists = library / "Application Support/com.apple.sharedfilelist"
    if isinstance(state := names_in(lists), str):
        # macOS asks before a program may look into it, and that question would be seen.
        look.saw("mac_recent", lists, state)
    for path in files_below(lists, most=400):
        look_for_marks(look, "mac_recent", path, ours.marks(), "hand", (f"{ours.name}.app",), returns=True)
    _folders_named(look, "mac_saved_state", library / "Saved Application State", ours)
    quarantine = library / "Preferences/com.apple.LaunchServices.QuarantineEventsV2"
    downloaded = (f"{ours.name}.zip", f"{ours.name}.dmg")
    look_for_marks(look, "mac_quarantine", quarantine, (), "hand", downloaded, noticed=True)
    look_for_marks(look, "qt_history", library / "Preferences/com.qtproject.plist", ours.marks(), "hand")
    for base, way in ((library, "here"), (places.root / "Library", "admin")):
        folder = base / "Logs/DiagnosticReports"
        inside = names_in(folder)
        if isinstance(inside, str):
            look.saw("crashes", folder, inside)
            continue
        found = tuple(path for path in inside if re.match(rf"{re.escape(ours.name)}[-_]", path.name))
        if found:
            # The name alone can be another program's: every report has to name our path.
            sure = way == "here" and all(scan_quietly(path, ours.marks())[0] for path in found)
            way = way if sure or way == "admin" else "hand"
            going, named = found if sure else (), [path.name for path in found]
            look.add("crashes", folder, way, named, files=going, sure=sure)  # type: ignore[arg-type]
        else:
            look.saw("crashes", folder, "clean")
    cores = places.root / "cores"
    look.saw("crashes", cores, "missing" if isinstance(names_in(cores), str) else "part")
    bin_ = places.home / ".Trash"
    inside = names_in(bin_)
    there = [] if isinstance(inside, str) else [one.name for one in inside]
    said = [name for name in there if name in ours.handed]
    named = [name for name in there if name in (f"{ours.name}.app", *downloaded)]
    look.add_each("bin", bin_, "hand", said, named, otherwise=inside if isinstance(inside, str) else "clean")


def _folders_named(look: Look, id_: str, folder: Path, ours: Ours) -> None:
    """Folders that macOS names after a program: what its window looked like when it was last put away."""
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw(id_, folder, inside)
        return
    wanted = re.compile(rf"(?:.*\.)?{re.escape(ours.name)}\.savedState", re.IGNORECASE)
    look.add_each(id_, folder, "hand", (), [path.name for path in inside if wanted.fullmatch(path.name)])


def word_lists(places: Places) -> tuple[Path, ...]:
    """Files in which the keyboard and spelling keep words that were typed."""
    folders = (places.library / "Spelling", places.library / "Keyboard")
    return tuple(path for folder in folders for path in files_below(folder, most=400))
