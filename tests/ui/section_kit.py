"""One section of the guide on a stage, and hands for its fields."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def filled(stage, section_id):
    page = stage.go("section", section_id=section_id)
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def line_named(stage, name):
    found = stage.window.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def pick_one(pick, id_):
    """As a hand would: the list is opened and one line of it is pressed."""
    pick.set_one(id_)
    pick.activated.emit(pick.currentIndex())
