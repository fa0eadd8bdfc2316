"""The end at the desk: a capsule that only her passphrase opens, and a folder that goes unless she agreed otherwise.

Lost without it: her notes lie in an office where she believes nothing is left, or are gone without a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtWidgets import QWidget

from safeplan.policy import Policy
from safeplan.records import consents, incidents, sittings
from safeplan.records.consents import ConsentForm
from safeplan.records.incident_form import IncidentForm
from safeplan.vault import restore
from ui.pages.client_leave import ClientLeavePage
from ui.rooms import Room
from ui.theme import Look

HERS = "lamp river bread seven"
AT_DESK = Policy(mode="desk", must_report={"en": "Nothing."})


@pytest.fixture
def hers(qtbot: Any, clock: Any, vault: Any, tmp_path: Path) -> Callable[..., Stage]:
    def open_end(policy: Policy = AT_DESK, until: str | None = None, **more: Any) -> Stage:
        sittings.begin_sitting(vault.database, clock)
        incidents.add_incident(vault.database, clock, IncidentForm(text="A dull evening"))
        if until is not None:
            form = ConsentForm("The house", ("folder",), "to go on", until, "en", "These notes stay.")
            consents.give_consent(vault.database, clock, form)
        stage = Stage(qtbot, clock, vault, {"client_leave": ClientLeavePage}, elsewhere=("consent",), **more)
        stage.context.room = Room(policy, client=77)
        stage.switched = []
        stage.context.switch = stage.switched.append
        stage.go("client_leave")
        return stage

    return open_end


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def take(stage: Stage, place: Path, words: str = HERS) -> None:
    field = next(one for one in stage.window.findChildren(QWidget, "leave-phrase") if one.isVisible())
    field.setFocus()
    stage.qtbot.keyClicks(field, words)
    stage.click("leave-take")
    if stage.exists("picker"):
        stage.settle()
    stage.context.picker.choose([place])
    stage.settle()


def test_what_she_takes_along_opens_with_her_passphrase(hers, stick) -> None:
    stage = hers()
    take(stage, stick)
    assert stage.exists("leave-taken")
    (folder,) = stick.iterdir()
    restore.open_backup(folder / "copy.bin", bytearray(HERS.encode())).close()
    assert stage.switched == []


def test_another_passphrase_leaves_nothing_on_the_stick(hers, stick) -> None:
    stage = hers()
    take(stage, stick, "window table spoon garden")
    assert not stage.exists("leave-taken")
    assert list(stick.iterdir()) == []
    assert stage.window.page("client_leave").asked.error.isVisible()


def test_where_the_policy_wants_a_stick_a_folder_here_is_refused(hers, stick) -> None:
    stage = hers(AT_DESK._replace(only_removable=True))
    take(stage, stick)
    assert "stick or a card only" in stage.seen()
    assert list(stick.iterdir()) == []


def test_without_a_consent_the_folder_is_gone_after_one_question(hers, vault) -> None:
    stage = hers()
    assert "nothing stays" in stage.seen()
    stage.click("leave-end")
    assert "Nothing was taken along" in stage.seen()
    stage.context.questions.answer("back")
    assert vault.files.data.exists()
    stage.click("leave-end")
    stage.context.questions.answer("go")
    stage.settle()
    assert stage.switched == [0]
    assert not vault.files.folder.exists()


def test_after_taking_along_the_question_says_so(hers, stick) -> None:
    stage = hers()
    take(stage, stick)
    stage.click("leave-end")
    assert "A copy lies on your stick" in stage.seen()
    stage.context.questions.answer("go")
    stage.settle()
    assert stage.switched == [0]
    assert len(list(stick.iterdir())) == 1


def test_what_she_agreed_to_keep_stays_until_its_day(hers, vault) -> None:
    stage = hers(until="2026-03-20")
    assert "until the end of 20 March 2026" in stage.seen()
    stage.click("leave-end")
    assert stage.switched == [0]
    assert vault.files.data.exists()


def test_a_consent_for_this_session_keeps_nothing(hers, vault) -> None:
    stage = hers(until="")
    stage.click("leave-end")
    stage.context.questions.answer("go")
    stage.settle()
    assert not vault.files.folder.exists()


def test_a_folder_that_cannot_be_removed_is_not_called_gone(hers, vault, monkeypatch) -> None:
    stage = hers()
    stage.click("leave-end")
    # As under Windows, while another program holds the key file open.
    monkeypatch.setattr("safeplan.vault.destroy._overwrite", lambda _path: False)
    monkeypatch.setattr("safeplan.vault.destroy._remove", lambda _path: False)
    stage.context.questions.answer("go")
    stage.settle()
    assert stage.switched == []
    assert "could not be removed" in stage.seen()


def test_with_nothing_kept_there_is_only_the_way_back(qtbot, clock, tmp_path) -> None:
    stage = Stage(qtbot, clock, None, {"client_leave": ClientLeavePage}, tmp_path=tmp_path)
    stage.context.room = Room(AT_DESK, client=77)
    stage.switched = []
    stage.context.switch = stage.switched.append
    stage.go("client_leave")
    assert not stage.exists("leave-end")
    stage.click("leave-list")
    assert stage.switched == [0]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_in_large_words(hers, language: str) -> None:
    stage = hers(language=language, look=Look("dark", 200))
    stage.nothing_is_cut(stage.window.page("client_leave"))
