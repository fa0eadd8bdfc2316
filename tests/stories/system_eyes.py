"""Eyes on what a system notes of a program: a home's files, names of windows, clipboards, what a crash leaves."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

from screen import Screen

# What the window manager of the stories calls its own.
_MANAGERS = {"Openbox", "OPENBOX_FOCUS_CYCLE_POPUP"}

# Lists that desktops keep, as another program left them.
FURNISHED = {
    ".local/share/recently-used.xbel": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0">\n'
        '  <bookmark href="file:///home/a/holiday.jpg"></bookmark>\n</xbel>\n'
    ),
    ".local/share/RecentDocuments/holiday.desktop": "[Desktop Entry]\nURL[$e]=file:$HOME/holiday.jpg\n",
    ".config/QtProject.conf": "[FileDialog]\nlastVisited=file:///home/a\n",
    ".config/gtk-3.0/bookmarks": "file:///home/a\n",
    ".cache/thumbnails/normal/0f.png": "a small picture",
    ".bash_history": "ls\n",
    ".xsession-errors": "a line\n",
    ".config/ibus/typing/user.db": "holiday",
    ".config/fcitx5/pinyin/user.dict": "holiday",
    ".local/share/onboard/models/user.lm": "holiday",
    ".config/enchant/en.dic": "holiday\n",
    ".hunspell_en_US": "holiday\n",
    ".aspell.en.pws": "personal_ws-1.1 en 1\nholiday\n",
}

Noted = dict[str, tuple[bytes, int, int]]


def furnish(home: Path) -> None:
    """A home in which other programs were used before."""
    for place, content in FURNISHED.items():
        path = home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def noted(home: Path, without: Path) -> Noted:
    """Every file of a home with its bytes, rights and time of change, but for those in one folder."""
    found = {}
    for path in home.rglob("*"):
        if without in (path, *path.parents):
            continue
        told = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(told.st_mode) else b""
        # A folder's time changes with what is put into it, also when that is gone again.
        found[str(path.relative_to(home))] = (content, told.st_mode, told.st_mtime_ns)
    return found


def differences(before: Noted, after: Noted) -> set[str]:
    """The files that came, went or changed."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def window_words(screen: Screen) -> set[str]:
    """The name and both classes of every window of the X server, seen or not, but for the window manager's."""
    # A window that goes while it is asked makes the whole answer fail: then it is asked again.
    for _ in range(20):
        told = subprocess.run(
            ["xwininfo", "-root", "-tree"], env=screen.environment, capture_output=True, text=True, check=False
        )
        if told.returncode == 0:
            break
        time.sleep(0.05)
    assert told.returncode == 0, told.stderr
    return names_in(told.stdout) - _MANAGERS


def names_in(tree: str) -> set[str]:
    """All names and classes in what xwininfo prints."""
    found: set[str] = set()
    for line in tree.splitlines():
        told = re.match(r'\s+0x[0-9a-f]+ (?:"(.*)"|\(has no name\)): \((?:"(.*?)" "(.*?)")?', line)
        if told:
            found |= {word for word in told.groups() if word}
    return found


_READER = """
import json, sys
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication(["reader"])
found = {}
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    data = application.clipboard().mimeData(mode)
    names = data.formats()
    found[mode.name] = {name: bytes(data.data(name).data()).decode("latin-1") for name in names}
print(json.dumps(found))
"""
_COPIER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication(["copier"])
application.clipboard().setText(sys.argv[1])
application.clipboard().setText(sys.argv[1], QClipboard.Mode.Selection)
QTimer.singleShot(0, lambda: print("copied", flush=True))
application.exec()
"""


def clipboards(screen: Screen) -> dict[str, dict[str, str]]:
    """What another program is offered: {"Clipboard" or "Selection": {format: content}}."""
    done = subprocess.run(
        [sys.executable, "-c", _READER],
        env={**screen.environment, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


def copier(screen: Screen, words: str) -> subprocess.Popen[str]:
    """Another program that has copied and marked `words`, and offers them until it is ended."""
    process = subprocess.Popen(
        [sys.executable, "-c", _COPIER, words],
        env={**screen.environment, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "copied\n"
    return process


def left_by_a_crash(*folders: Path) -> list[Path]:
    """Memory dumps in these folders, whatever they are called; a report of Python's; nothing of a store."""
    found = []
    for folder in folders:
        for path in folder.iterdir():
            if not path.is_file() or path.is_symlink():
                continue
            with path.open("rb") as file:
                head = file.read(64)
            if head.startswith(b"\x7fELF") or path.name.startswith("core") or b"Fatal Python error" in head:
                found.append(path)
    return found


def dumps_go_to_the_folder() -> bool:
    """Whether this system writes a dump beside the program; elsewhere a service takes it."""
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    return not pattern.startswith(("|", "/")) and os.name == "posix"
