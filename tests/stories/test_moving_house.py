"""A copy made on one computer opens on another one, and takes the place of an older store: the real window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.paths import vault_files
from safeplan.vault.backup import make_backup
from safeplan.vault.container import create_vault, unlock_vault
from tests.builders import an_incident, ignore, never
from tests.stories.at_home import AtHome, at_home

PHRASE = "lamp river bread seven"
OTHER = "another phrase of words"


@pytest.fixture
def stick(vault: Any, clock: Any, tmp_path: Path) -> Path:
    """A stick with the copy of a store of one entry."""
    an_incident(vault.database, clock, "From the old computer")
    (tmp_path / "stick").mkdir()
    make_backup(vault, clock, tmp_path / "stick" / "list.dat", ignore, never)
    return tmp_path / "stick"


def look_into(home: AtHome, path: Path) -> None:
    home.app.context.go("backup")
    home.click("backup-choose")
    home.app.context.picker.choose([path])
    home.type("backup-phrase", PHRASE)
    home.click("backup-look")


def test_on_a_new_computer_it_is_put_there_and_is_open(qtbot: QtBot, clock: Any, stick: Path, tmp_path: Path) -> None:
    files = vault_files(tmp_path / "new")
    with at_home(qtbot, files, clock) as home:
        assert home.page == "welcome"
        look_into(home, stick / "list.dat")
        home.click("backup-here")
        home.find("today-scroll")
        assert home.page == "today"
        home.app.context.go("happened")
        home.find("incident-1-open")
    unlock_vault(files, bytearray(PHRASE.encode())).close()


def test_in_the_place_of_another_store_the_window_goes_on_with_the_copy(
    qtbot: QtBot, clock: Any, stick: Path, tmp_path: Path
) -> None:
    files = vault_files(tmp_path / "here")
    made = create_vault(files, bytearray(OTHER.encode()), profile=0)
    for number in range(2):
        an_incident(made.database, clock, f"Here {number}")
    made.close()
    with at_home(qtbot, files, clock) as home:
        home.open_with(OTHER)
        look_into(home, stick / "list.dat")
        home.click("backup-instead")
        home.app.context.questions.answer("on")
        home.app.context.questions.answer("replace")
        home.settle()
        assert home.page == "today"
        home.app.context.go("happened")
        home.find("incident-1-open")
        assert not home.sees("incident-2-open")
        # What is written from here on is kept in it.
        home.type("happened-text", "Written after the move")
        home.click("happened-keep")
    again = unlock_vault(files, bytearray(PHRASE.encode()))
    assert again.database.value("SELECT count(*) FROM incident") == 2
    again.close()
