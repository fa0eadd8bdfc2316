"""A copy that could not be put in the place of what is here, in the whole window: what was open is closed.

Lost without it: beside the page for the passphrase stands the way to her words, with nothing behind it that opens.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from room_kit import InRoom
from test_page_backup import PHRASE, SAY, texts

from safeplan import errors
from safeplan.policy import HOME
from safeplan.vault import container
from safeplan.vault.backup import make_backup
from tests.builders import an_incident, ignore, never
from ui.rooms import Room

pytestmark = pytest.mark.usefixtures("remembered")


def come_in(room: InRoom) -> None:
    room.qtbot.keyClicks(room.find("gate-passphrase"), PHRASE)
    room.press("gate-open")
    room.qtbot.waitUntil(lambda: room.page == "today")


def ways(room: InRoom) -> list[str]:
    shown = [one.objectName() for one in room.app.window.findChildren(QPushButton) if one.isVisible()]
    return [name for name in shown if name.startswith("nav-")]


@pytest.fixture
def at_the_passphrase(
    enter: Any,
    vault: Any,
    clock: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> InRoom:
    """Her notes were open; the copy was to take their place, and the disk failed."""
    an_incident(vault.database, clock, "What is here")
    copy = tmp_path / "copy"
    make_backup(vault, clock, copy, ignore, never)
    here = vault.files
    vault.close()
    room = enter(Room(HOME))
    come_in(room)
    room.qtbot.waitUntil(lambda: bool(ways(room)))
    room.app.window.go("backup")
    room.app.window.page("backup").open.take_file(copy)
    room.qtbot.keyClicks(room.find("backup-phrase"), PHRASE)
    room.press("backup-look")
    unlock = container.unlock_with_typed

    def fail_here(files: Any, typed: bytearray) -> Any:
        if files == here:
            raise errors.DiskFailing(code="test")
        return unlock(files, typed)

    monkeypatch.setattr(container, "unlock_with_typed", fail_here)
    room.press("backup-instead")
    room.app.context.questions.answer("on")
    room.app.context.questions.answer("replace")
    monkeypatch.setattr(container, "unlock_with_typed", unlock)
    room.sees(SAY.as_before.partition("\n")[0])
    return room


def test_while_it_is_told_and_afterwards_nothing_leads_past_the_passphrase(at_the_passphrase: InRoom) -> None:
    room = at_the_passphrase
    assert (room.page, ways(room)) == ("gate", [])
    assert not room.app.context.has_store()
    room.app.context.questions.answer("ok")
    assert (room.page, ways(room)) == ("gate", [])
    assert room.app.auto_hide.idle_seconds == 60, "as at every page for the passphrase"


def test_the_passphrase_leads_back_to_what_was_here(at_the_passphrase: InRoom) -> None:
    room = at_the_passphrase
    room.app.context.questions.answer("ok")
    come_in(room)
    room.qtbot.waitUntil(lambda: bool(ways(room)))
    assert room.app.context.has_store()
    session = room.app.background._session
    assert session.vault is not None
    assert texts(session.vault.database) == ["What is here"]
