"""Where macOS keeps traces of a program that ran, and which of them are this program's.

May touch: those places, for reading. Must never call a place clean that macOS keeps closed. Written to Apple's and
forensic documentation; not yet run on macOS.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from safeplan.traces.lines import splitter_for
from safeplan.traces.shape import Look, Ours, files_below, look_for_marks, names_in, read_quietly, scan_quietly

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
        path = places.home / name
        content = read_quietly(path)
        split = splitter_for(path)
        if isinstance(content, str) or split is None:
            look.saw("shell_history", path, content if isinstance(content, str) else "closed")
        elif typed := split(content.data, ours, places.home)[0]:
            way = "here" if content.whole and not path.is_symlink() else "hand"
            look.add("shell_history", path, way, typed, noticed=True, returns=True)  # type: ignore[arg-type]
        else:
            look.saw("shell_history", path, "clean" if content.whole else "part")
    lists = library / "Application Support/com.apple.sharedfilelist"
    if isinstance(state := names_in(lists), str):
        # macOS asks before a program may look into it, and that question would be seen.
        look.saw("mac_recent", lists, state)
    for path in files_below(lists, most=400):
        look_for_marks(look, "mac_recent", path, (*ours.marks(), f"{ours.name}.app"), "hand", returns=True)
    _folders_named(look, "mac_saved_state", library / "Saved Application State", ours)
    quarantine = library / "Preferences/com.apple.LaunchServices.QuarantineEventsV2"
    look_for_marks(look, "mac_quarantine", quarantine, (f"{ours.name}.zip", f"{ours.name}.dmg"), "hand", noticed=True)
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
            going = found if sure else ()
            look.add("crashes", folder, way, [path.name for path in found], files=going)  # type: ignore[arg-type]
        else:
            look.saw("crashes", folder, "clean")
    cores = places.root / "cores"
    look.saw("crashes", cores, "missing" if isinstance(names_in(cores), str) else "part")
    bin_ = places.home / ".Trash"
    inside = names_in(bin_)
    said = [] if isinstance(inside, str) else [one.name for one in inside if one.name in _names(ours)]
    if said:
        look.add("bin", bin_, "hand", said)
    else:
        look.saw("bin", bin_, inside if isinstance(inside, str) else "clean")


def _names(ours: Ours) -> frozenset[str]:
    return ours.handed | {f"{ours.name}.app", f"{ours.name}.zip", f"{ours.name}.dmg"}


def _folders_named(look: Look, id_: str, folder: Path, ours: Ours) -> None:
    """Folders that macOS names after a program: what its window looked like when it was last put away."""
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw(id_, folder, inside)
        return
    wanted = re.compile(rf"(?:.*\.)?{re.escape(ours.name)}\.savedState", re.IGNORECASE)
    found = [path for path in inside if wanted.fullmatch(path.name)]
    if found:
        look.add(id_, folder, "hand", [path.name for path in found])
    else:
        look.saw(id_, folder, "clean")


def word_lists(places: Places) -> tuple[Path, ...]:
    """Files in which the keyboard and spelling keep words that were typed."""
    folders = (places.library / "Spelling", places.library / "Keyboard")
    return tuple(path for folder in folders for path in files_below(folder, most=400))
