"""An input method that learns whatever it is told, as a real one on the session bus would: for the eyes to look into.

Started as a program it prints each letter it hears; `listening()` starts it with a bus of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_RELEASED = 1 << 30
_PLACE = "/org/freedesktop/IBus"
_READY = "ready"


@contextmanager
def listening() -> Iterator[tuple[dict[str, str], Path]]:
    """The environment in which Qt finds it, and the file with every letter it learned."""
    with tempfile.TemporaryDirectory() as folder:
        learned = Path(folder) / "learned"
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={folder}/bus", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        variables = {"DBUS_SESSION_BUS_ADDRESS": address, "IBUS_USE_PORTAL": "1", "QT_IM_MODULE": "ibus"}
        keyboard = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(learned)],
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert keyboard.stdout is not None
            assert keyboard.stdout.readline().strip() == _READY
            yield variables, learned
        finally:
            for process in (keyboard, bus):
                process.kill()
                process.communicate()


def _learn(path: Path) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusVirtualObject

    class Keyboard(QDBusVirtualObject):
        """Everything below one place; each key is learned and then left to the program."""

        def introspect(self, _path: str) -> str:
            return ""

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
            if message.member() == "CreateInputContext":
                connection.send(message.createReply(QDBusObjectPath(f"{_PLACE}/InputContext_1")))
            elif message.member() == "ProcessKeyEvent":
                symbol, _code, state = message.arguments()
                if 0x20 < symbol < 0x7F and not state & _RELEASED:
                    with path.open("a") as file:
                        file.write(chr(symbol))
                connection.send(message.createReply(False))
            else:
                connection.send(message.createReply())
            return True

    application = QCoreApplication(sys.argv)
    path.touch()
    bus = QDBusConnection.sessionBus()
    keyboard = Keyboard()
    assert bus.registerVirtualObject(_PLACE, keyboard, QDBusConnection.VirtualObjectRegisterOption.SubPath)
    assert bus.registerService("org.freedesktop.portal.IBus")
    print(_READY, flush=True)
    application.exec()


if __name__ == "__main__":
    _learn(Path(sys.argv[1]))
