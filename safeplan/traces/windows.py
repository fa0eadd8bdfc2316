"""Where Windows keeps traces of a program that ran, and which of them are this program's.

May touch: those places, for reading, and the user's own part of the registry through the door it is given. Must never
name a value ours by the program's file name alone. Written to Microsoft's and forensic documentation; not yet run on
Windows.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Protocol

from safeplan.traces.shape import (
    Look,
    Ours,
    files_below,
    look_for_marks,
    marks_in,
    names_in,
    read_quietly,
    scan_quietly,
)

_EXPLORER = r"Software\Microsoft\Windows\CurrentVersion\Explorer"
_USER_ASSIST = rf"{_EXPLORER}\UserAssist"
_MUI_CACHE = r"Software\Classes\Local Settings\Software\Microsoft\Windows\Shell\MuiCache"
_ASSISTANT = r"Software\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\Compatibility Assistant\Store"
# Keys whose value names, or values, are paths of programs.
_PATHS = (
    rf"{_EXPLORER}\RunMRU",
    rf"{_EXPLORER}\FeatureUsage\AppSwitched",
    rf"{_EXPLORER}\FeatureUsage\AppLaunch",
    rf"{_EXPLORER}\FeatureUsage\ShowJumpView",
    _MUI_CACHE,
    _ASSISTANT,
)
_QT = r"Software\QtProject\OrganizationDefaults\FileDialog"


class Registry(Protocol):
    """This user's part of the registry; registry.py is the real one."""

    def values(self, key: str) -> Mapping[str, str] | None:
        """Names and their text ("" for numbers and bytes); None where the key is missing or closed."""

    def keys(self, key: str) -> tuple[str, ...]:
        """The names of the keys below."""

    def remove(self, key: str, name: str) -> bool:
        """Take one value away; whether it is gone."""


@dataclass(frozen=True)
class Places:
    """The folders of one user, and those of the computer."""

    home: Path
    roaming: Path
    local: Path
    everybody: Path
    windows: Path


def places_of(home: Path, environment: Mapping[str, str]) -> Places:
    """As Windows says; what a variable does not name is in its usual place."""

    def named(variable: str, usual: Path) -> Path:
        return Path(environment[variable]) if environment.get(variable) else usual

    return Places(
        home,
        named("APPDATA", home / "AppData/Roaming"),
        named("LOCALAPPDATA", home / "AppData/Local"),
        named("PROGRAMDATA", Path(r"C:\ProgramData")),
        named("SYSTEMROOT", Path(r"C:\Windows")),
    )


def look_around(look: Look, places: Places, ours: Ours, registry: Registry | None) -> None:
    """Every place, in the order of the page."""
    recent = places.roaming / "Microsoft/Windows/Recent"
    _links(look, "win_recent", recent, ours)
    for name in ("AutomaticDestinations", "CustomDestinations"):
        _each_file(look, "win_jump_lists", recent / name, ours, returns=True)
    _links(look, "win_start_menu", places.roaming / "Microsoft/Windows/Start Menu/Programs", ours)
    _links(look, "win_start_menu", places.home / "Desktop", ours)
    if registry is None:
        look.saw("win_registry", rf"HKEY_CURRENT_USER\{_EXPLORER}", "closed")
    else:
        _registry(look, ours, registry)
    _prefetch(look, places, ours)
    _reports(look, places, ours)
    for browser in ("Google/Chrome/User Data", "Microsoft/Edge/User Data"):
        for path in files_below(places.local / browser, most=3000):
            if path.name == "History":
                look_for_marks(look, "downloads", path, ours.marks(), "hand", noticed=True)
    temp = places.local / "Temp"
    inside = names_in(temp)
    named = [] if isinstance(inside, str) else [one.name for one in inside if one.name.startswith(f"{ours.name}.")]
    look.add_each("temp", temp, "hand", (), named, otherwise=inside if isinstance(inside, str) else "clean")


def is_our_path(untrusted_text: str, ours: Ours) -> bool:
    """Whether a text begins with the path of one of our programs. Windows writes its own folders as numbers in
    braces: then everything behind them has to be the same. The program's name alone can be another program's."""
    text = untrusted_text.casefold().replace("/", "\\")
    folder = re.match(r"\{[0-9a-f-]+\}", text)
    for program in ours.programs:
        path = str(PureWindowsPath(str(program))).casefold()
        named = re.match(rf"(.*?{re.escape(PureWindowsPath(path).name)})(?:$|[\\\s\".])", text)
        if named is None:
            continue
        if named[1] == path or (folder and path.endswith(named[1][folder.end() :]) and named[1].count("\\") > 1):
            return True
    return False


def _registry(look: Look, ours: Ours, registry: Registry) -> None:
    counted = [rf"{_USER_ASSIST}\{one}\Count" for one in registry.keys(_USER_ASSIST)]
    for key in (*counted, *_PATHS):
        values = registry.values(key)
        place = rf"HKEY_CURRENT_USER\{key}"
        if values is None:
            look.saw("win_registry", place, "missing")
            continue
        turned = key.startswith(_USER_ASSIST)
        found = {
            name: plain
            for name, text in values.items()
            for plain in (codecs.decode(name, "rot13") if turned else name,)
            if is_our_path(plain, ours) or is_our_path(text, ours)
        }
        if found:
            look.add(
                "win_registry", place, "here", found.values(), values=tuple(found), noticed=False, returns=turned
            )
        else:
            look.saw("win_registry", place, "clean")
    values = registry.values(_QT)
    place = rf"HKEY_CURRENT_USER\{_QT}"
    said = [name for name, text in (values or {}).items() if any(mark in text for mark in ours.marks())]
    if said:
        look.add("qt_history", place, "hand", said)
    else:
        look.saw("qt_history", place, "missing" if values is None else "clean")


def _links(look: Look, id_: str, folder: Path, ours: Ours) -> None:
    """Small files that lead to another; those that lead to something of ours can go."""
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw(id_, folder, inside)
        return
    found = []
    for path in inside:
        if path.suffix.lower() != ".lnk":
            continue
        content = read_quietly(path, 1 << 16)
        named = path.stem in ours.handed
        if named or (not isinstance(content, str) and marks_in(content.data, ours.marks())):
            found.append(path)
    if found:
        way = "here" if id_ == "win_recent" else "hand"
        files = tuple(found) if way == "here" else ()
        look.add(id_, folder, way, [path.name for path in found], files=files)  # type: ignore[arg-type]
    else:
        look.saw(id_, folder, "clean")


def _each_file(look: Look, id_: str, folder: Path, ours: Ours, *, returns: bool) -> None:
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw(id_, folder, inside)
        return
    for path in inside:
        look_for_marks(look, id_, path, ours.marks(), "hand", returns=returns)


def _prefetch(look: Look, places: Places, ours: Ours) -> None:
    folder = places.windows / "Prefetch"
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw("win_prefetch", folder, inside)
        return
    starts = tuple(f"{path.name.upper()}-" for path in ours.programs)
    named = [path.name for path in inside if path.suffix.lower() == ".pf" and path.name.upper().startswith(starts)]
    # What follows the name is a sum over a path that nothing here can take apart.
    look.add_each("win_prefetch", folder, "admin", (), named, noticed=True)


def _reports(look: Look, places: Places, ours: Ours) -> None:
    for base, way in ((places.local, "here"), (places.everybody, "admin")):
        for name in ("ReportArchive", "ReportQueue"):
            folder = base / "Microsoft/Windows/WER" / name
            inside = names_in(folder)
            if isinstance(inside, str):
                look.saw("crashes", folder, inside)
                continue
            ours_there = [one for one in inside if one.name.startswith(f"AppCrash_{ours.name}.exe_")]
            if ours_there:
                named = [one.name for one in ours_there]
                files = tuple(path for one in ours_there for path in files_below(one)) if way == "here" else ()
                # The name alone can be another program's: every report has to name our path.
                sure = all(any(_names_us(path, ours) for path in files_below(one)) for one in ours_there)
                going = files if sure else ()
                look.add("crashes", folder, way if sure else "hand", named, files=going, sure=sure)  # type: ignore[arg-type]
            else:
                look.saw("crashes", folder, "clean")
    dumps = places.local / "CrashDumps"
    inside = names_in(dumps)
    found = () if isinstance(inside, str) else tuple(p for p in inside if p.name.startswith(f"{ours.name}.exe."))
    if found:
        sure = all(_names_us(path, ours) for path in found)
        named = [path.name for path in found]
        look.add("crashes", dumps, "here" if sure else "hand", named, files=found if sure else (), sure=sure)
    else:
        look.saw("crashes", dumps, inside if isinstance(inside, str) else "clean")


def _names_us(path: Path, ours: Ours) -> bool:
    return bool(scan_quietly(path, ours.marks())[0])


def word_lists(places: Places) -> tuple[Path, ...]:
    """Files in which the screen keyboard, handwriting and spelling keep words that were typed."""
    folders = (places.local / "Microsoft/InputPersonalization", places.roaming / "Microsoft/InputPersonalization",
               places.roaming / "Microsoft/Spelling", places.roaming / "Microsoft/InputMethod")  # fmt: skip
    return tuple(path for folder in folders for path in files_below(folder, most=400))
