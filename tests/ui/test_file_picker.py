"""Choosing files inside the window, from real folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from kit_pages import window
from page_window import HeldExecutor
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from safeplan.errors import FileUnreadable
from safeplan.paths import vault_files
from safeplan.policy import Policy
from ui.background import Background, Session
from ui.file_picker import FilePicker, list_folder
from ui.rooms import Room
from ui.window import VaultWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Phone"
    (place / "Screenshots").mkdir(parents=True)
    for name in ("b.JPG", "A.heic", "letter.pdf", ".hidden.jpg"):
        (place / name).write_bytes(b"x" * 5)
    os.mkfifo(place / "pipe.jpg")
    return place


@pytest.fixture
def shown(clock: Any, qtbot: Any) -> VaultWindow:
    made = window(clock)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    made.go("writing")
    return made


def test_folders_first_then_names_and_nothing_that_would_block(folder: Path) -> None:
    listing = list_folder(folder)
    assert [e.path.name for e in listing.entries] == ["Screenshots", "A.heic", "b.JPG", "letter.pdf"]
    assert [e.size for e in listing.entries] == [0, 5, 5, 5]
    assert not listing.cut


def test_pictures_only_and_folders_only(folder: Path) -> None:
    assert [e.path.name for e in list_folder(folder, pictures_only=True).entries] == [
        "Screenshots",
        "A.heic",
        "b.JPG",
    ]
    assert [e.path.name for e in list_folder(folder, folders_only=True).entries] == ["Screenshots"]


def test_a_folder_that_went_away_is_a_named_failure(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        list_folder(tmp_path / "gone")


def test_several_files_are_taken_with_the_keyboard(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    taken: list[list[Path]] = []
    shown.shell.picker.pick_files(taken.append, start=folder)
    names = shown.findChild(QListWidget, "picker-list")
    take = shown.findChild(QPushButton, "picker-take")
    assert not take.isEnabled()
    names.setCurrentRow(1)
    qtbot.keyClick(names, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert [[p.name for p in paths] for paths in taken] == [["A.heic", "b.JPG"]]
    assert not shown.shell.picker.open


def test_enter_takes_everything_that_is_marked(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    """It used to take the line it was pressed on, and two of three photos stayed behind unnoticed."""
    taken: list[list[Path]] = []
    shown.shell.picker.pick_files(taken.append, start=folder)
    names = shown.findChild(QListWidget, "picker-list")
    names.setCurrentRow(1)
    qtbot.keyClick(names, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert [[p.name for p in paths] for paths in taken] == [["A.heic", "b.JPG"]]


def test_going_into_a_folder_and_up_again(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    (folder / "Screenshots" / "one.png").write_bytes(b"x")
    shown.shell.picker.pick_files(lambda paths: None, start=folder)
    names = shown.findChild(QListWidget, "picker-list")
    names.setCurrentRow(0)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert [names.item(i).text() for i in range(names.count())] == ["one.png"]
    qtbot.mouseClick(shown.findChild(QPushButton, "picker-up"), Qt.MouseButton.LeftButton)
    assert names.count() == 4


def test_the_filter_can_be_switched(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    shown.shell.picker.pick_files(lambda paths: None, pictures_only=True, start=folder)
    names = shown.findChild(QListWidget, "picker-list")
    assert names.count() == 3
    qtbot.mouseClick(shown.findChild(QPushButton, "picker-filter"), Qt.MouseButton.LeftButton)
    assert names.count() == 4


def test_a_folder_is_chosen_for_what_leaves(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    taken: list[Path] = []
    shown.shell.picker.pick_folder(taken.append, start=folder)
    qtbot.mouseClick(shown.findChild(QPushButton, "picker-take"), Qt.MouseButton.LeftButton)
    assert taken == [folder]


def test_a_place_that_is_still_being_read_is_not_answered_with_the_one_before(
    clock: Any, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    """A slow stick: pressed, and "Use this folder" at once; her copy would have gone to the computer's own disk."""
    slow = HeldExecutor()
    host = QWidget()
    qtbot.addWidget(host)
    picker = FilePicker(host, Background(Session(vault_files(tmp_path), clock), executor=slow), QPushButton(host))
    taken: list[Path] = []
    picker.pick_folder(taken.append, start=folder)
    take = host.findChild(QPushButton, "picker-take")
    slow.holding = True
    host.findChild(QListWidget, "picker-list").setCurrentRow(0)
    qtbot.keyClick(host.findChild(QListWidget, "picker-list"), Qt.Key.Key_Return)
    assert not take.isEnabled()
    take.click()
    assert taken == []
    slow.release()
    take.click()
    assert taken == [folder / "Screenshots"]


def test_where_a_policy_lets_files_leave_on_a_stick_only_no_other_folder_is_taken(
    shown: VaultWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said where it is chosen, for every page that writes into a folder; what is only read may lie anywhere."""
    taken: list[Path] = []
    picker = shown.shell.picker
    shown.page("writing").context.room = Room(Policy(mode="desk", only_removable=True), 4)
    monkeypatch.setattr("ui.leaving_place.sticks", lambda: (folder / "Screenshots",))
    picker.pick_folder(taken.append)
    picker.choose([folder])
    assert taken == []
    assert picker.open
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert "From this computer it goes to a stick or a card only." in said
    picker.choose([folder / "Screenshots"])
    assert taken == [folder / "Screenshots"]
    assert not picker.open
    picker.pick_folder(taken.append, to_read=True)
    picker.choose([folder])
    assert taken[1:] == [folder]


def test_escape_goes_back_and_chooses_nothing(shown: VaultWindow, folder: Path, qtbot: Any) -> None:
    taken: list[Any] = []
    shown.shell.picker.pick_files(taken.append, start=folder)
    qtbot.keyClick(shown.findChild(QListWidget, "picker-list"), Qt.Key.Key_Escape)
    assert not shown.shell.picker.open
    assert taken == []


def test_a_folder_that_cannot_be_read_is_said_in_words(shown: VaultWindow, tmp_path: Path) -> None:
    shown.shell.picker.pick_files(lambda paths: None, start=tmp_path / "gone")
    assert shown.shell.picker.open
    note = shown.findChild(QListWidget, "picker-list").parentWidget().note
    assert "cannot be read" in note.text()


def test_the_exit_control_is_never_covered_and_nothing_is_written(
    shown: VaultWindow, folder: Path, own_home: Path
) -> None:
    shown.shell.picker.pick_files(lambda paths: None, start=folder)
    exit_control = shown.shell.exit
    assert shown.childAt(exit_control.mapTo(shown, exit_control.rect().center())) is exit_control
    assert list(own_home.rglob("*")) == []


@pytest.mark.parametrize("way", ["take", "back"])
def test_afterwards_the_focus_is_where_it_was_and_not_on_the_exit_control(
    shown: VaultWindow, folder: Path, qtbot: Any, way: str
) -> None:
    shown.activateWindow()
    opener = next(b for b in shown.page("writing").findChildren(QPushButton) if b.isVisible() and b.isEnabled())
    opener.setFocus()
    qtbot.waitUntil(opener.hasFocus)
    shown.shell.picker.pick_files(lambda paths: None, start=folder)
    assert not opener.hasFocus()
    if way == "take":
        shown.shell.picker.choose([folder / "b.JPG"])
    else:
        shown.shell.picker.cancel()
    assert opener.hasFocus()
