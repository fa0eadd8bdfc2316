"""Where a widget stands in the window behind the everyday program, for hands that can only click at places.

The real window answers nobody. So the same pages are laid out here over a copy of the store, unseen, at the same
size, and asked: `python layout.py` reads {"folder", "size", "steps", "names"} and prints {name: [x, y]}.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FIELDS = "*"


def places(
    home: Path, size: tuple[int, int], names: list[str], steps: list[list[str]] | None = None, *, passphrase: str = ""
) -> dict[str, tuple[int, int]]:
    """The middle of each widget of `names` in the window, after `steps`: ["go", page], ["click", name], ["wheel",
    scroll area, notches] and the like.

    `passphrase` opens a copy of the store below `home`; without one the first start is laid out. A copy is as good
    as the store itself while nothing is being written.
    """
    (found,) = several_places(home, size, [(steps or [], names)], passphrase=passphrase)
    return found


def several_places(
    home: Path, size: tuple[int, int], views: list[tuple[list[list[str]], list[str]]], *, passphrase: str = ""
) -> list[dict[str, tuple[int, int]]]:
    """places() for several (steps, names) one after the other. FIELDS as a name: all that can be typed in."""
    wish = {"home": str(home), "size": size, "views": views, "passphrase": passphrase}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, str(Path(__file__))],
        input=json.dumps(wish),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    return [{name: (x, y) for name, (x, y) in found.items()} for found in answer]


def _answer(wish: dict[str, Any]) -> None:
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QPoint, QPointF, QRect, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

    from safeplan.paths import NEUTRAL_NAME, vault_files
    from ui.app import App
    from ui.parent_wire import NoWire

    real = Path(wish["home"]) / ".local/share" / NEUTRAL_NAME
    copy = Path(wish["home"]).with_name("layout-copy")
    if real.exists():
        shutil.copytree(real, copy, ignore=shutil.ignore_patterns("r0.bin"), dirs_exist_ok=True)
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    app = App(application, vault_files(copy), NoWire())
    app.start(QRect(0, 0, *wish["size"]), 0)
    app.window.setFixedSize(*wish["size"])

    def settle() -> None:
        end = time.perf_counter() + 20
        quiet = 0
        while quiet < 12 and time.perf_counter() < end:
            application.processEvents()
            time.sleep(0.01)
            quiet = 0 if app.background.busy else quiet + 1

    def find(name: str) -> QWidget:
        # What a viewer or a player answers comes when it comes.
        end, found = time.perf_counter() + 5, list[QWidget]()
        while not found and time.perf_counter() < end:
            settle()
            found = [w for w in app.window.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"{name} is not on the page {app.window.current_name}"
        return found[-1]

    def fields() -> list[QWidget]:
        settle()
        found = app.window.findChildren(QLineEdit) + app.window.findChildren(QPlainTextEdit)
        return [w for w in found if w.isVisible() and w.isEnabled() and not w.isReadOnly()]

    def turn_wheel_down(scroll: QWidget) -> None:
        assert isinstance(scroll, QScrollArea)
        view = scroll.viewport()
        middle, whole, notch = QPointF(view.rect().center()), QPoint(), QPoint(0, -120)
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        application.sendEvent(view, QWheelEvent(middle, middle, whole, notch, *none, False))

    if wish["passphrase"]:
        from ui.opening import open_with_typed

        typed = bytearray(wish["passphrase"].encode())
        app.background.run(app, lambda s, j: open_with_typed(s, j, typed), app.context.opened)
    settle()
    if not wish["passphrase"] and wish["views"][0][0]:
        # Past the welcome, as everybody is who sees another page.
        app.context.extra["welcome_done"]()
    answer = []
    for steps, names in wish["views"]:
        for verb, name, *more in steps:
            if verb == "go":
                app.window.go(name)
            elif verb == "write":
                field: Any = find(name)
                (field.setText if isinstance(field, QLineEdit) else field.set_text)(more[0])
            elif verb == "end":
                # As the wheel of the mouse does when it is turned far enough.
                scroll = find(name)
                assert isinstance(scroll, QScrollArea)
                scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
            elif verb == "wheel":
                for _ in range(int(more[0])):
                    turn_wheel_down(find(name))
            elif verb == "picture":
                settle()
                app.window.grab().save(name)
            elif verb == "choose":
                app.context.picker.choose([Path(name)])
            else:
                button = find(name)
                assert isinstance(button, QAbstractButton)
                button.click()
            settle()
        found = {}
        for name in names:
            for widget in fields() if name == FIELDS else [find(name)]:
                middle = widget.mapTo(app.window, QPoint(widget.width() // 2, widget.height() // 2))
                found[widget.objectName()] = (middle.x(), middle.y())
        answer.append(found)
    app.stop()
    shutil.rmtree(copy, ignore_errors=True)
    print(json.dumps(answer), flush=True)
    os._exit(0)


if __name__ == "__main__":
    _answer(json.load(sys.stdin))
