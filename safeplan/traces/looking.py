"""What this computer still knows of this program: looks where each system keeps traces, and takes away only ours.

May touch: the places named in linux, windows and macos, for reading. Must never call anything clean that was not
looked at, send a word anywhere, or remove anything by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from safeplan.paths import NEUTRAL_NAME, VaultFiles, client_number, data_folder
from safeplan.traces import linux, macos, windows
from safeplan.traces.registry import registry_here
from safeplan.traces.removing import Removal
from safeplan.traces.removing import remove as _remove
from safeplan.traces.shape import Finding, Look, Looked, Ours, files_below, names_in, scan_quietly

__all__ = ["UNSEEN", "Finding", "Looked", "Ours", "Removal", "Report", "find_word", "look", "our_marks", "remove"]

# What nobody can look at from here, or take away: always said, whatever was found. Ids of sentences.
_EVERYWHERE = ("ran", "spying", "copies", "backups", "disk", "cloud_keyboard", "printing")
UNSEEN = {
    "linux": (*_EVERYWHERE, "linux_logs", "linux_picture"),
    "win32": ("win_prefetch", "win_inventory", "win_thumbs", "win_recall", *_EVERYWHERE),
    "darwin": ("mac_log", "mac_knowledge", "mac_capture", *_EVERYWHERE),
}
_SHORTEST_WORD = 3


@dataclass(frozen=True)
class Report:
    """What was found, every place that was looked at, and ids of what nobody can see or take away."""

    found: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    unseen: tuple[str, ...]


def system_here() -> str:
    """ "linux", "win32" or "darwin"; other systems are looked at as Linux."""
    return sys.platform if sys.platform in UNSEEN else "linux"


def our_marks(data: Path | None = None, handed: Iterable[str] = ()) -> Ours:
    """What is ours on this computer: the running program, its folder, the data folder, names she had it write."""
    data = data if data is not None else data_folder()
    names = frozenset(name for name in handed if len(name) > _SHORTEST_WORD)
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve()
        return Ours(NEUTRAL_NAME, data, (program,), (program.parent,), names)
    source = Path(__file__).resolve().parents[2]
    started = Path(sys.executable).parent / "safeplan"
    # Installed with pip, the folder above is Python's, with the programs of others in it.
    own = (source,) if (source / "pyproject.toml").exists() else (source / "safeplan",)
    return Ours(NEUTRAL_NAME, data, (started,), own, names, words=("safeplan",))


def look(
    ours: Ours,
    *,
    home: Path | None = None,
    environment: Mapping[str, str] | None = None,
    root: Path = Path("/"),
    system: str = "",
    registry: windows.Registry | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Look everywhere; changes nothing. Raises Cancelled. Only tests name another home, root, system or registry."""
    home = home if home is not None else Path.home()
    environment = environment if environment is not None else os.environ
    system = system or system_here()
    seen = Look(cancelled)
    _own_data(seen, ours)
    _own_program(seen, ours)
    if system == "win32":
        places = windows.places_of(home, environment)
        windows.look_around(seen, places, ours, registry or registry_here())
    elif system == "darwin":
        macos.look_around(seen, macos.Places(home, root), ours)
    else:
        linux.look_around(seen, linux.places_of(home, environment, root), ours)
    return Report(tuple(seen.found), tuple(seen.looked), UNSEEN[system])


def remove(
    finding: Finding, ours: Ours, *, home: Path | None = None, registry: windows.Registry | None = None
) -> Removal:
    """Take away what `finding` shows, if it can be done here; asked for by her, never by itself."""
    home = home if home is not None else Path.home()
    if finding.values and isinstance(finding.place, str):
        door = registry or registry_here()
        key = finding.place.partition("\\")[2]
        # Each is tried, whatever becomes of the one before.
        outcomes = [door.remove(key, name) for name in finding.values] if door is not None else [False]
        return "removed" if all(outcomes) else "refused"
    return _remove(finding, ours, home)


def find_word(
    untrusted_word: str,
    *,
    home: Path | None = None,
    environment: Mapping[str, str] | None = None,
    system: str = "",
) -> tuple[tuple[Path, bool], ...]:
    """Every list of learned words on this computer, and whether this word stands in it. The word goes nowhere."""
    home = home if home is not None else Path.home()
    environment = environment if environment is not None else os.environ
    system = system or system_here()
    if system == "win32":
        lists = windows.word_lists(windows.places_of(home, environment))
    elif system == "darwin":
        lists = macos.word_lists(macos.Places(home))
    else:
        lists = linux.word_lists(linux.places_of(home, environment))
    word = untrusted_word.strip()
    forms = tuple(dict.fromkeys((word, word.lower(), word.capitalize())))
    found = []
    for path in lists:
        found.append((path, bool(word) and bool(scan_quietly(path, forms)[0])))
    return tuple(found)


def _own_data(seen: Look, ours: Ours) -> None:
    """The data folder itself: locked, but it is there; and what lies in it that we did not make."""
    files = VaultFiles(ours.data)
    inside = names_in(ours.data)
    if isinstance(inside, str):
        seen.saw("data_folder", ours.data, inside)
        return
    passing = {files.coming.folder, files.going.folder, files.session.folder}
    listed = {*files.all(), *passing}
    known = [path.name for path in inside if path in listed or client_number(path.name) is not None]
    other = [path.name for path in inside if path.name not in known]
    if known:
        seen.add("data_folder", ours.data, "page", known)
    if other:
        seen.add("data_other", ours.data, "hand", other)
    if not inside:
        seen.saw("data_folder", ours.data, "clean")


def _own_program(seen: Look, ours: Ours) -> None:
    """The program's own folder; from its source it speaks plainly of what it is for."""
    for folder in ours.folders:
        if not folder.is_dir():
            seen.saw("program_folder", folder, "missing")
        elif ours.words:
            parts = [one for name in ("safeplan", "ui") for one in files_below(folder / name)]
            compiled = sum(1 for path in parts if path.suffix == ".pyc")
            lines = [str(folder), *([f"__pycache__: {compiled}"] if compiled else [])]
            seen.add("source_folder", folder, "hand", lines)
        else:
            seen.add("program_folder", folder, "hand", [str(folder)])
    if not ours.words:
        return
    for path in dict.fromkeys(Path(one) for one in sys.path if one.endswith("-packages")):
        inside = names_in(path)
        said = [] if isinstance(inside, str) else [p.name for p in inside if p.name.startswith("safeplan-")]
        if said:
            seen.add("installed", path, "hand", said)
