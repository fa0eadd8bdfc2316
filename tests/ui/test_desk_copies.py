"""Copies of a client's store made at a desk: only with her consent, and gone with it on the agreed day.

Lost without it: a copy stays on an office's disk long after she took her consent back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_stage import Stage

from safeplan.policy import Policy
from safeplan.records import consents, kept_copies, sittings
from safeplan.records.consents import ConsentForm
from ui.pages.backup import BackupPage
from ui.rooms import HOME_ROOM, Room

AT_DESK = Room(Policy(mode="desk", must_report={"en": "Nothing."}), client=77)


@pytest.fixture
def hers(qtbot: Any, clock: Any, vault: Any) -> Any:
    def open_copies(room: Room, agreed: bool) -> Stage:
        sittings.begin_sitting(vault.database, clock)
        if agreed:
            form = ConsentForm("The house", ("copies",), "to go on", "2026-03-20", "en", "Copies may be made here.")
            consents.give_consent(vault.database, clock, form)

        class InRoom(BackupPage):
            def __init__(self, context: Any) -> None:
                context.room = room
                context.extra["files"] = vault.files
                super().__init__(context)

        stage = Stage(qtbot, clock, vault, {"backup": InRoom})
        stage.go("backup")
        return stage

    return open_copies


def make(stage: Stage, place: Path) -> None:
    place.mkdir()
    stage.click("backup-make")
    stage.context.picker.choose([place])
    stage.settle()


def test_without_a_consent_no_copy_is_made_at_a_desk(hers) -> None:
    stage = hers(AT_DESK, agreed=False)
    assert stage.exists("backup-not-agreed")
    assert not stage.find("backup-make").isEnabled()


def test_with_one_the_copy_is_noted(hers, vault, tmp_path) -> None:
    stage = hers(AT_DESK, agreed=True)
    make(stage, tmp_path / "stick")
    (noted,) = kept_copies.list_copies(vault.database)
    assert Path(noted.place).is_file()


def test_at_the_kitchen_table_nothing_is_noted(hers, vault, tmp_path) -> None:
    stage = hers(HOME_ROOM, agreed=False)
    assert not stage.exists("backup-not-agreed")
    make(stage, tmp_path / "stick")
    assert kept_copies.list_copies(vault.database) == ()
