"""With two screens the notes stand where the everyday program stood, and an exit finds them there.

Lost without it: the sum is typed on one screen and her page opens on the other, before whoever sits there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from ui.window_place import COMFORTABLE, roomy

ROOT = Path(__file__).resolve().parents[2]
LEFT, RIGHT = QRect(0, 0, 1024, 700), QRect(1024, 0, 1280, 800)
OPENS_AT = """
import sys
from pathlib import Path
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from safeplan.paths import vault_files
from ui.app import App
from ui.parent_wire import NoWire
application = QApplication([])
app = App(application, vault_files(Path(sys.argv[1])), NoWire())
app.start(QRect(*map(int, sys.argv[2:])), 0)
print(*app.window.geometry().getRect())
app.stop()
"""


def opened_at(folder: Path, area: QRect) -> QRect:
    """Where the window comes to stand with both screens: another desktop, so another process."""
    screens = [
        {"name": str(at), "x": one.x(), "y": one.y(), "width": one.width(), "height": one.height(), "dpr": 1,
         "logicalDpi": 96, "logicalBaseDpi": 96}
        for at, one in enumerate((LEFT, RIGHT))
    ]  # fmt: skip
    desktop = folder / "screens.json"
    desktop.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={desktop}", "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run(
        [sys.executable, "-c", OPENS_AT, str(folder), *map(str, area.getRect())],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return QRect(*map(int, said.split()))


@pytest.mark.parametrize(
    ("program", "screen"), [(QRect(300, 80, 380, 560), LEFT), (QRect(1500, 80, 380, 560), RIGHT)]
)
def test_the_notes_open_on_the_screen_of_the_everyday_program(tmp_path: Path, program: QRect, screen: QRect) -> None:
    opened = opened_at(tmp_path, program)
    assert screen.contains(opened)
    assert opened.size() == COMFORTABLE


@pytest.mark.parametrize(
    ("program", "screen"),
    [
        (QRect(900, 80, 380, 560), RIGHT),
        (QRect(750, 80, 380, 560), LEFT),
        # A screen was unplugged meanwhile.
        (QRect(4000, 80, 380, 560), LEFT),
        (QRect(1030, 20, 1270, 790), RIGHT),
    ],
)
def test_between_two_screens_it_is_the_one_that_shows_most_of_it(program: QRect, screen: QRect) -> None:
    place = roomy(program, [LEFT, RIGHT])
    assert screen.contains(place)
    assert place.width() >= program.width()
