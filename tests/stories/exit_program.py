"""The program with one planted fault, so that the eyes of the exit stories can show that they see it.

`python exit_program.py FAULT`; its children are started the same way. Everything but the fault is the real program.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

LATE_SECONDS = 0.06
FLASH_MS = 8
COMPOSED_MS = 50
STAYS_SECONDS = 0.4
GROWS_BYTES = 2 << 20


def _before(owner: type, name: str, do: Callable[[Any], None]) -> None:
    real = getattr(owner, name)

    def planted(self: Any, *arguments: Any, **named: Any) -> Any:
        do(self)
        return real(self, *arguments, **named)

    setattr(owner, name, planted)


def _after(owner: type, name: str, do: Callable[[Any], None]) -> None:
    real = getattr(owner, name)

    def planted(self: Any, *arguments: Any, **named: Any) -> Any:
        result = real(self, *arguments, **named)
        do(self)
        return result

    setattr(owner, name, planted)


def late() -> None:
    """Both processes take 60 ms before they cover anything."""
    from ui.disguise_process import Parent
    from ui.exit_cover import ExitCover
    from ui.window import VaultWindow

    _before(ExitCover, "stand", lambda _self: time.sleep(LATE_SECONDS))
    _before(VaultWindow, "cover", lambda _self: time.sleep(LATE_SECONDS))
    _before(Parent, "come_back", lambda _self: time.sleep(LATE_SECONDS))


def hole() -> None:
    """The everyday program and its picture come, go for 8 ms, and it comes again: the desktop shines through."""
    from PySide6.QtCore import QTimer

    from ui.disguise_process import Parent

    def flash(parent: Any) -> None:
        program, cover = parent.program, parent._cover
        QTimer.singleShot(0, program, cover.go)
        QTimer.singleShot(0, program, program.hide)
        QTimer.singleShot(FLASH_MS, program, program.show)

    _after(Parent, "_end", flash)


def name() -> None:
    """For 8 ms of the exit the window list says something of hers."""
    from PySide6.QtCore import QTimer

    from ui.window import VaultWindow

    def say(window: Any) -> None:
        title = window.windowTitle()
        window.setWindowTitle("My notes")
        QTimer.singleShot(FLASH_MS, window, lambda: window.setWindowTitle(title))

    _after(VaultWindow, "cover", say)


def flash(milliseconds: int = FLASH_MS) -> None:
    """When all is over a page stands for 8 ms again, at the everyday program's place."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QWidget

    from ui.disguise_process import Parent

    def show(parent: Any) -> None:
        page = QWidget(None, Qt.WindowType.ToolTip)
        page.setStyleSheet("background: #141c1f")
        page.setGeometry(parent.program.x() + 90, parent.program.y() + 90, 6, 6)
        page.show()
        QTimer.singleShot(milliseconds, page, page.deleteLater)

    _after(Parent, "_end", show)


def composed_flash() -> None:
    """The same for so long that a compositing manager draws it: what it skips nobody can see."""
    flash(COMPOSED_MS)


def stays() -> None:
    """The process with the notes is ended late."""
    from PySide6.QtCore import QTimer

    from ui.child import Child

    real = Child.end
    Child.end = lambda self: QTimer.singleShot(int(1000 * STAYS_SECONDS), self, lambda: real(self))  # type: ignore[method-assign]


def outlives() -> None:
    """The child does not ask to die with its parent, and does not hear that it has gone."""
    from safeplan import hardening
    from ui import parent_wire

    hardening.die_with_parent = lambda parent=None: False
    parent_wire._leave_with_parent = lambda: time.sleep(0.1)


def grows() -> None:
    """Something is kept of every exit: memory and an open file."""
    from ui.disguise_process import Parent

    kept: list[bytes] = []

    def keep(_parent: Any) -> None:
        kept.append(b"x" * GROWS_BYTES)
        os.open("/dev/null", os.O_RDONLY)

    _after(Parent, "_end", keep)


FAULTS = {fault.__name__: fault for fault in (late, hole, name, flash, composed_flash, stays, outlives, grows)}


def main() -> int:
    fault = sys.argv[1]
    from ui import processes

    # A child knows by what stands in its pipe what it is; the fault is planted in all of them.
    processes.command = lambda: [sys.executable, __file__, fault]
    del sys.argv[1:]
    FAULTS[fault]()
    from ui.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
