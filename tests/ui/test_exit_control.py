"""The way out on every page: seen whole, pressed anywhere, named, first for Tab, never greyed; and eyes that say so.

Lost without it: the one page where a card, a question or a long title lies over "Hide now".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.records import attachments, cases, incidents, people
from safeplan.vault.opened import OpenVault
from tests.builders import a_source, ignore, never
from tests.campaign.selecting import Tries
from ui import page_list
from ui.shell import Shell
from ui.theme import THEMES, Look

SMALL = (1024, 600)
LEAST_PX = 40


def exit_faults(shell: Shell) -> list[str]:
    """What keeps anybody from hiding here, in words."""
    window, button, found = shell.window(), shell.exit, []
    if not button.isVisible() or button.visibleRegion().boundingRect() != button.rect():
        found.append("not seen whole")
    if not button.isEnabled():
        found.append("cannot be pressed")
    if len(button.accessibleName().strip()) < len("Hide"):
        found.append("has no name for a screen reader")
    if button.height() < LEAST_PX or button.width() < LEAST_PX:
        found.append("too small")
    inside = button.rect().adjusted(4, 4, -4, -4)
    for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight(), inside.center()):
        place = button.mapTo(window, corner)
        if not window.rect().contains(place):
            found.append("outside the window")
        elif window.childAt(place) is not button:
            found.append("something lies over it")
    if _first_stop(window) is not button:
        found.append("not the first stop of Tab")
    return sorted(set(found))


def _first_stop(window: QWidget) -> Any:
    one: Any = window.nextInFocusChain()
    while one is not window:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled():
            return one
        one = one.nextInFocusChain()
    return None


@pytest.fixture
def asked_for(vault: OpenVault, clock: Any, own_home: Any) -> dict[str, dict[str, str]]:
    """What a page needs that shows one thing."""
    db = vault.database
    entry = incidents.add_incident(db, clock, incidents.IncidentForm("the lamp fell at night"))
    kept = attachments.import_file(db, clock, a_source(own_home), entry.id, ignore, never)
    person = people.add_person(db, clock, people.PersonForm(name="Saule Omarova"))
    case = cases.add_case(db, clock, cases.CaseForm(name="Application"))
    return {
        "section": {"section_id": "children"},
        "person": {"person_id": person.id},
        "case": {"case_id": case.id},
        "entry": {"incident_id": entry.id},
        "file": {"attachment_id": kept.id},
    }


@pytest.fixture
def from_right_to_left() -> Any:
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def turn() -> None:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    yield turn
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.row("Q-06")
@pytest.mark.parametrize(
    ("theme", "scale", "direction", "size"),
    [
        ("contrast", 200, "right", SMALL),
        *(
            pytest.param(theme, scale, direction, size, marks=pytest.mark.campaign)
            for theme in THEMES
            for scale in (100, 150, 200)
            for direction in ("left", "right")
            for size in (SMALL, (360, 480))
            if (theme, scale, direction, size) != ("contrast", 200, "right", SMALL)
        ),
    ],
)
def test_the_way_out_stands_on_every_page(
    qtbot: QtBot,
    clock: Any,
    vault: OpenVault,
    asked_for: dict[str, dict[str, str]],
    from_right_to_left: Callable[[], None],
    tries: Tries,
    theme: str,
    scale: int,
    direction: str,
    size: tuple[int, int],
) -> None:
    if direction == "right":
        from_right_to_left()
    stage = Stage(qtbot, clock, vault, page_list.FACTORIES, look=Look(theme, scale))
    stage.window.resize(*size)
    stage.begin_sitting()
    faults = {}
    for page in page_list.FACTORIES:
        stage.go(page, **asked_for.get(page, {}))
        stage.settle()
        assert stage.window.current_name == page
        if found := exit_faults(stage.window.shell):
            faults[page] = found
    tries.made(len(page_list.FACTORIES))
    assert faults == {}


@pytest.mark.row("Q-06")
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize(("page", "pressed"), [("entry", "entry-remove"), ("happened", "happened-attach")])
def test_a_question_and_the_choice_of_a_file_leave_it_free(
    qtbot: QtBot,
    clock: Any,
    vault: OpenVault,
    asked_for: dict[str, dict[str, str]],
    page: str,
    pressed: str,
    scale: int,
) -> None:
    stage = Stage(qtbot, clock, vault, page_list.FACTORIES, look=Look("contrast", scale))
    stage.window.resize(*SMALL)
    stage.begin_sitting()
    stage.go(page, **asked_for.get(page, {}))
    stage.settle()
    before = stage.window.grab().toImage()
    stage.find(pressed).click()
    stage.settle()
    assert stage.window.grab().toImage() != before, "nothing was opened"
    assert exit_faults(stage.window.shell) == []


@pytest.mark.row("Q-06", control=True)
@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (lambda button: button.hide(), "not seen whole"),
        (lambda button: button.setEnabled(False), "cannot be pressed"),
        (lambda button: button.setAccessibleName(" "), "has no name for a screen reader"),
        (lambda button: button.resize(30, 30), "too small"),
        (lambda button: button.move(button.x() + 60, button.y()), "outside the window"),
        (lambda button: _cover(button), "something lies over it"),
        (lambda button: button.setFocusPolicy(Qt.FocusPolicy.ClickFocus), "not the first stop of Tab"),
    ],
    ids=lambda one: one.replace(" ", "-") if isinstance(one, str) else "",
)
def test_the_same_eyes_find_what_is_planted(
    qtbot: QtBot, clock: Any, vault: OpenVault, plant: Callable[[QPushButton], None], said: str
) -> None:
    stage = Stage(qtbot, clock, vault, {"more": page_list.FACTORIES["more"]})
    stage.begin_sitting()
    stage.go("more")
    stage.settle()
    assert exit_faults(stage.window.shell) == []
    plant(stage.window.shell.exit)
    assert said in exit_faults(stage.window.shell)


def _cover(button: QPushButton) -> None:
    card = QWidget(button.parentWidget())
    card.setGeometry(button.geometry().translated(QPoint(button.width() // 2, 0)))
    card.show()
    card.raise_()
