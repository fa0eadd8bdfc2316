"""Where Linux desktops keep traces of a program that ran, and which of them are this program's.

May touch: those places, for reading. Must never call a place clean that it could not read to its end.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from safeplan.traces.lines import command_is_ours, path_of
from safeplan.traces.lists import look_for_lines
from safeplan.traces.shape import (
    Look,
    Ours,
    Way,
    files_below,
    look_for_marks,
    marks_in,
    names_in,
    read_quietly,
    scan_quietly,
)

# The kernel shortens a program's name to this.
_LONGEST_COMM = 15
_PNG = b"\x89PNG\r\n\x1a\n"
_THUMB_HEAD = 1 << 16
_HISTORIES = (".bash_history", ".zsh_history", ".histfile", ".zhistory", ".sh_history", ".python_history")
_SESSION_LOGS = (".xsession-errors", ".xsession-errors.old")
_SYSTEM_LOGS = ("syslog", "syslog.1", "messages", "kern.log", "kern.log.1", "auth.log", "auth.log.1")


@dataclass(frozen=True)
class Places:
    """The folders of one user, and the computer's own below `root`."""

    home: Path
    data: Path
    config: Path
    cache: Path
    temp: tuple[Path, ...]
    root: Path = Path("/")
    user: int = -1


def places_of(home: Path, environment: Mapping[str, str], root: Path = Path("/")) -> Places:
    """As the desktop says; what a variable does not name is in its usual place."""

    def named(variable: str, usual: str) -> Path:
        said = environment.get(variable, "")
        return Path(said) if said.startswith("/") else home / usual

    temp = dict.fromkeys((Path(environment.get("TMPDIR") or "/tmp"), root / "tmp", root / "var/tmp"))  # noqa: S108
    user = os.getuid() if hasattr(os, "getuid") else -1
    return Places(
        home,
        named("XDG_DATA_HOME", ".local/share"),
        named("XDG_CONFIG_HOME", ".config"),
        named("XDG_CACHE_HOME", ".cache"),
        tuple(temp),
        root,
        user,
    )


def look_around(look: Look, places: Places, ours: Ours) -> None:
    """Every place, in the order of the page."""
    _lists(look, places, ours)
    _recent_of_kde(look, places, ours)
    _thumbnails(look, places, ours)
    _qt_history(look, places, ours)
    _starters(look, places, ours)
    _counts(look, places, ours)
    _bin(look, places, ours)
    _downloads(look, places, ours)
    _indexes(look, places, ours)
    _session_logs(look, places, ours)
    _journal(look, places, ours)
    _crashes(look, places, ours)
    _temp(look, places, ours)
    for path in word_lists(places):
        # Which of the words in it are hers, nobody can tell: never clean.
        look.saw("learned_words", path, "part")


def _lists(look: Look, places: Places, ours: Ours) -> None:
    """Lists that can be shortened: recently used files, commands typed into a terminal."""
    lists = [("recent_files", places.data / "recently-used.xbel")]
    lists += [("shell_history", places.home / name) for name in _HISTORIES]
    lists.append(("shell_history", places.data / "fish/fish_history"))
    for id_, path in lists:
        look_for_lines(look, id_, path, ours, places.home, returns=id_ == "shell_history")


def _recent_of_kde(look: Look, places: Places, ours: Ours) -> None:
    folder = places.data / "RecentDocuments"
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw("recent_kde", folder, inside)
        return
    files, said = [], []
    for path in inside:
        content = read_quietly(path, 1 << 16)
        if isinstance(content, str):
            continue
        found = re.search(r"^URL(?:\[\$e\])?=(.+)$", content.data.decode("utf-8", "replace"), re.MULTILINE)
        named = path_of(found[1].strip().replace("$HOME", str(places.home))) if found else ""
        if named and ours.owns_path(named):
            files.append(path)
            said.append(named)
    if files:
        look.add("recent_kde", folder, "here", said, files=tuple(files))
    else:
        look.saw("recent_kde", folder, "clean")


def _thumbnails(look: Look, places: Places, ours: Ours) -> None:
    folder = places.cache / "thumbnails"
    if isinstance(state := names_in(folder), str):
        look.saw("thumbnails", folder, state)
        return
    files, said = [], []
    for path in files_below(folder, most=50_000):
        content = read_quietly(path, _THUMB_HEAD)
        named = path_of(_thumb_address(content.data)) if not isinstance(content, str) else ""
        if named and ours.owns_path(named):
            files.append(path)
            said.append(named)
    if files:
        look.add("thumbnails", folder, "here", said, files=tuple(files))
    else:
        look.saw("thumbnails", folder, "clean")


def _thumb_address(data: bytes) -> str:
    """What a small picture says it is a picture of; it lies in a text before the pixels."""
    if not data.startswith(_PNG):
        return ""
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"tEXt" and body.startswith(b"Thumb::URI\0"):
            return body[11:].decode("utf-8", "replace")
        if kind == b"IDAT":
            return ""
        at += 12 + length
    return ""


def _qt_history(look: Look, places: Places, ours: Ours) -> None:
    look_for_marks(look, "qt_history", places.config / "QtProject.conf", ours.marks(), "hand")


def _starters(look: Look, places: Places, ours: Ours) -> None:
    """Files with which a desktop starts the program: they were put there on purpose, so they stay until she says."""
    for folder in (places.data / "applications", places.home / "Desktop"):
        inside = names_in(folder)
        if isinstance(inside, str):
            look.saw("starters", folder, inside)
            continue
        said, named = [], []
        for path in inside:
            content = read_quietly(path, 1 << 16) if path.suffix == ".desktop" else "missing"
            text = content.data.decode("utf-8", "replace") if not isinstance(content, str) else ""
            lines = re.findall(r"^Exec=(.*)$", text, re.MULTILINE)
            if any(command_is_ours(line, ours, places.home) for line in lines):
                said.append(path.name)
            elif any(command_is_ours(line, replace(ours, by_name=True), places.home) for line in lines):
                named.append(path.name)
        look.add_each("starters", folder, "hand", said, named)


def _counts(look: Look, places: Places, ours: Ours) -> None:
    """How often the desktop has started a program. A running desktop writes them again from its memory."""
    names = (f"{ours.name}.desktop", f"{ours.name.lower()}.desktop")
    for path in (
        places.data / "gnome-shell/application_state",
        places.config / "kactivitymanagerd-statsrc",
        places.data / "kactivitymanagerd/resources/database",
        places.cache / "rofi3.druncache",
        places.cache / "xfce4/xfce4-appfinder/history",
    ):
        look_for_marks(look, "start_counts", path, ours.marks(), "hand", names, returns=True)


def _bin(look: Look, places: Places, ours: Ours) -> None:
    folder = places.data / "Trash/info"
    inside = names_in(folder)
    if isinstance(inside, str):
        look.saw("bin", folder, inside)
        return
    said = []
    for path in inside:
        content = read_quietly(path, 1 << 16)
        if isinstance(content, str):
            continue
        found = re.search(r"^Path=(.+)$", content.data.decode("utf-8", "replace"), re.MULTILINE)
        named = path_of("file://" + found[1].strip()) if found else ""
        if named and ours.owns_path(named):
            said.append(named)
    if said:
        look.add("bin", folder.parent, "hand", said)
    else:
        look.saw("bin", folder.parent, "clean")


def _downloads(look: Look, places: Places, ours: Ours) -> None:
    names = tuple(f"{ours.name}.{ending}" for ending in ("zip", "tar.gz", "tar.xz"))
    profiles = [places.home / ".mozilla/firefox", places.home / "snap/firefox/common/.mozilla/firefox"]
    paths = [path for one in profiles for path in _each(one, "places.sqlite", "places.sqlite-wal")]
    for browser in ("chromium", "google-chrome", "microsoft-edge", "BraveSoftware/Brave-Browser", "yandex-browser"):
        paths += _each(places.config / browser, "History")
    for path in paths:
        look_for_marks(look, "downloads", path, ours.marks(), "hand", names, noticed=True)
    if not paths:
        look.saw("downloads", places.home / ".mozilla", "missing")


def _each(folder: Path, *names: str) -> list[Path]:
    """Files of these names, one folder down."""
    inside = names_in(folder)
    return (
        [] if isinstance(inside, str) else [one / name for one in inside for name in names if (one / name).is_file()]
    )


def _indexes(look: Look, places: Places, ours: Ours) -> None:
    """Indexes of the search for files: they know names and places, and the words of files that can be read."""
    folders = [places.cache / name for name in ("tracker3", "tracker", "localsearch3")]
    folders += [places.data / "baloo", places.home / ".recoll"]
    for folder in folders:
        state = names_in(folder)
        if isinstance(state, str):
            look.saw("search_index", folder, state)
        for path in files_below(folder, most=400):
            look_for_marks(look, "search_index", path, ours.marks(), "hand", returns=True)
    for path in (places.root / "var/lib/plocate/plocate.db", places.root / "var/lib/mlocate/mlocate.db"):
        if path.exists():
            # Its names are packed: nothing found in it says nothing.
            look.saw("search_index", path, "closed")


def _session_logs(look: Look, places: Places, ours: Ours) -> None:
    paths = [places.home / name for name in _SESSION_LOGS]
    paths += [places.data / "sddm/xorg-session.log", places.data / "sddm/wayland-session.log"]
    for path in paths:
        _lines_of_a_log(look, "session_log", path, ours, "hand")


def _lines_of_a_log(look: Look, id_: str, path: Path, ours: Ours, way: Way) -> None:
    content = read_quietly(path)
    if isinstance(content, str):
        look.saw(id_, path, content)
        return
    name = re.compile(rf"\b{re.escape(ours.name)}\b")
    marks = ours.marks()
    said, named = [], []
    for line in content.data.decode("utf-8", "replace").splitlines():
        if marks_in(line.encode(), marks):
            said.append(line)
        elif name.search(line):
            named.append(line)
    look.add_each(id_, path, way, said, named, otherwise="clean" if content.whole else "part", noticed=True)


def _journal(look: Look, places: Places, ours: Ours) -> None:
    for name in _SYSTEM_LOGS:
        path = places.root / "var/log" / name
        if path.exists():
            _lines_of_a_log(look, "system_log", path, ours, "admin")
    for folder in (places.root / "var/log/journal", places.root / "run/log/journal"):
        state = names_in(folder)
        if isinstance(state, str):
            look.saw("system_log", folder, state)
            continue
        for path in files_below(folder, most=200):
            names = (f"={ours.name}", f"app-{ours.name}")
            # Long lines are packed in there.
            look_for_marks(look, "system_log", path, ours.marks(), "admin", names, clean="part", noticed=True)


def _crashes(look: Look, places: Places, ours: Ours) -> None:
    """What is left when a program ends badly: its memory, or a report about it."""
    comm = ours.name[:_LONGEST_COMM]
    for folder, name in (
        (places.root / "var/lib/systemd/coredump", re.compile(rf"core\.{re.escape(comm)}\.")),
        (places.root / "var/crash", re.compile(rf"(?:.*_)?{re.escape(ours.name)}\.\d+\.(?:crash|upload|uploaded)")),
    ):
        inside = names_in(folder)
        if isinstance(inside, str):
            look.saw("crashes", folder, inside)
            continue
        ours_there = tuple(path for path in inside if name.match(path.name))
        if not ours_there:
            look.saw("crashes", folder, "clean")
            continue
        # The name alone can be another program's; a dump that is packed shows no more than that.
        sure = all(_removable(path, places.user) and scan_quietly(path, ours.marks())[0] for path in ours_there)
        said = [path.name for path in ours_there]
        look.add("crashes", folder, "here" if sure else "admin", said, files=ours_there if sure else (), sure=sure)
    for folder in dict.fromkeys((places.home, ours.data, *ours.folders, *places.temp)):
        cores = tuple(_cores_of_ours(folder, ours))
        if cores:
            look.add("crashes", folder, "here", [path.name for path in cores], files=cores)
        elif folder.is_dir():
            look.saw("crashes", folder, "clean")


def _cores_of_ours(folder: Path, ours: Ours) -> Iterator[Path]:
    inside = names_in(folder)
    for path in () if isinstance(inside, str) else inside:
        if not re.fullmatch(r"core(?:[._-].*)?", path.name) or not path.is_file() or path.is_symlink():
            continue
        content = read_quietly(path, 4)
        if not isinstance(content, str) and content.data == b"\x7fELF" and scan_quietly(path, ours.marks())[0]:
            yield path


def _temp(look: Look, places: Places, ours: Ours) -> None:
    named = re.compile(rf"[._-]*{re.escape(ours.name)}(?:[^a-z]|$)", re.IGNORECASE)
    for folder in places.temp:
        inside = names_in(folder)
        if isinstance(inside, str):
            look.saw("temp", folder, inside)
            continue
        look.add_each("temp", folder, "hand", (), [path.name for path in inside if named.match(path.name)])


def word_lists(places: Places) -> tuple[Path, ...]:
    """Files in which keyboards, input methods and spelling keep words that were typed."""
    folders = [places.config / name for name in ("ibus", "fcitx", "fcitx5", "enchant", "mozc", "hunspell")]
    folders += [places.data / name for name in ("ibus-typing-booster", "ibus-table", "fcitx5", "onboard/models")]
    folders += [places.cache / "ibus", places.home / ".ibus", places.home / ".mozc"]
    found = [path for folder in folders for path in files_below(folder, most=400)]
    inside = names_in(places.home)
    if not isinstance(inside, str):
        starts = (".hunspell_", ".aspell.", ".ispell_")
        found += [path for path in inside if path.name.startswith(starts) and path.is_file()]
    # Where the daemon listens is no list of words.
    return tuple(path for path in found if "/bus/" not in str(path))


def _removable(path: Path, user: int) -> bool:
    try:
        return os.access(path.parent, os.W_OK) and path.lstat().st_uid == user
    except OSError:
        return False
