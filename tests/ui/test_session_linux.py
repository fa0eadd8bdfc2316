"""The notices of logind and of screen savers, over a real bus with a stand-in for logind.

Lost without it: a laptop closed in a hurry wakes up with her notes on the screen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import os, sys
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.session_linux import SessionNotices

application = QCoreApplication([])
left = []
notices = SessionNotices(lambda: left.append(1))
assert notices.connected
other = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "stand-in")
assert other.registerService("org.freedesktop.login1")
path, interface, name, *arguments = sys.argv[1:]
message = QDBusMessage.createSignal(path, interface, name)
message.setArguments([eval(argument) for argument in arguments])
QTimer.singleShot(150, lambda: other.send(message))
QTimer.singleShot(700, application.quit)
application.exec()
print(len(left))
"""


def _changed(properties: dict[str, bool]) -> tuple[str, str, str]:
    return repr("org.freedesktop.login1.Session"), repr(properties), repr(["State"])


SESSION = "/org/freedesktop/login1/session/_31"
NOTICES = [
    (1, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "True"),
    (0, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "False"),
    (1, SESSION, "org.freedesktop.login1.Session", "Lock"),
    (0, SESSION, "org.freedesktop.login1.Session", "Unlock"),
    (1, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "True"),
    (0, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "False"),
    # Ctrl+Alt+F3: another user's screen comes in front, and nothing is locked.
    (1, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", *_changed({"Active": False})),
    (0, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", *_changed({"Active": True})),
    (0, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", *_changed({"IdleHint": False})),
]


@pytest.mark.row("Q-05")
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
@pytest.mark.parametrize(
    "notice",
    # Those that mean the opposite show that the same ears can stay silent.
    [one if one[0] else pytest.param(one, marks=pytest.mark.row("Q-05", control=True)) for one in NOTICES],
    ids=lambda n: f"{n[3]}-{'-'.join(n[4:])}"[:60],
)
def test_the_program_hides_when_the_system_says_so_and_only_then(notice: tuple[object, ...]) -> None:
    expected, *message = notice
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT, *map(str, message)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.strip() == str(expected), done.stderr[-600:]
