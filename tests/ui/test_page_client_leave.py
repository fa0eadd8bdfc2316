"""The end at the desk: a capsule that only her passphrase opens, and a folder that goes unless she agreed otherwise.

Lost without it: her notes lie in an office where she believes nothing is left, or are gone without a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from builders import fresh_database
from page_stage import Stage
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.policy import Policy
from safeplan.records import consents, desk_box, incidents, plan, sittings
from safeplan.records.consents import ConsentForm
from safeplan.records.incident_form import IncidentForm
from safeplan.vault import restore
from ui import leave_work
from ui.background import Job, Session
from ui.note_work import DeskBox, leave_agreed
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


def a_step(vault: Any, clock: Any) -> None:
    plan.add_own_step(vault.database, clock, "living", "a lamp in the hall")


def test_an_evening_at_a_clock_that_runs_ahead_destroys_no_folder_that_was_agreed_on(hers, vault, clock) -> None:
    stage = hers(until="2027-03-01")
    clock.move(days=3652)
    stage.go("consent")
    stage.go("client_leave")
    assert "1 March 2027" in stage.seen()
    with pytest.raises(errors.Bug):
        leave_work.end(Session(vault.files, clock, vault), Job(0, lambda *_: None))
    assert vault.files.data.is_file()


def test_on_a_medium_that_takes_no_writing_the_page_still_says_until_when(hers, vault, clock) -> None:
    hers(until="2027-03-01")
    vault.database.execute("PRAGMA query_only = 1")
    session = Session(vault.files, clock, vault)
    assert leave_work.look(session, Job(0, lambda *_: None)).until == "2027-03-01"


def test_the_desk_is_told_the_agreed_days_also_on_such_an_evening(hers, vault, clock, tmp_path) -> None:
    hers(until="2027-03-01")
    desk_files = vault_files(tmp_path / "desk")
    desk_files.folder.mkdir()
    for desk in fresh_database(tmp_path / "desk"):
        box = DeskBox(desk_files, 77, desk_box.box_key(desk))
        consents.end_what_is_over(vault.database, clock)
        clock.move(days=3652)
        sittings.begin_sitting(vault.database, clock)
        consents.end_what_is_over(vault.database, clock)
        leave_agreed(Session(vault.files, clock, vault), Job(0, lambda *_: None), box=box)
        told: list[desk_box.Note] = []
        desk_box.collect_notes(desk, desk_files, told.append)
        assert [date.fromordinal(one.numbers[1]).isoformat() for one in told] == ["2027-03-01"]


def tick_plan(stage: Stage) -> str:
    page = stage.window.page("client_leave")
    page.plan.box.click()
    assert page.plan_inset.isVisible()
    return str(page.plan_words.text())


def test_her_plan_goes_along_only_when_ticked_and_locked_with_words_of_its_own(hers, vault, clock, stick) -> None:
    a_step(vault, clock)
    stage = hers()
    take(stage, stick)
    assert [path.name for path in next(stick.iterdir()).iterdir()] == ["copy.bin"]
    assert not stage.exists("leave-plan-there")
    words = tick_plan(stage)
    take(stage, stick)
    assert stage.exists("leave-plan-there")
    (made,) = stick.rglob("list.pdf")
    for wrong in ("", HERS):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(made, password=wrong)
    with pikepdf.open(made, password=words) as paper:
        assert len(paper.pages) == 1
    assert words in stage.seen(), "they are still there to be copied"


def test_the_words_of_the_plan_go_with_the_page_and_are_never_the_same(hers, vault, clock) -> None:
    a_step(vault, clock)
    stage = hers()
    first = tick_plan(stage)
    stage.go("consent")
    page = stage.window.page("client_leave")
    assert page.plan_words.text() == ""
    assert not page.plan.is_checked()
    stage.go("client_leave")
    assert tick_plan(stage) != first


def test_a_plan_without_a_step_is_said_and_nothing_is_written(hers, stick) -> None:
    stage = hers()
    tick_plan(stage)
    take(stage, stick)
    assert "There is no step in the plan yet." in stage.seen()
    assert list(stick.iterdir()) == []


def test_where_the_policy_lets_no_pdf_leave_none_is_offered(hers) -> None:
    stage = hers(AT_DESK._replace(exports=("zip-aes256",)))
    assert not stage.window.page("client_leave").plan.isVisible()


class Windows(QObject):
    """Every window that comes up, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched.objectName())
        return False


def test_no_part_of_the_page_ever_stands_in_a_window_of_its_own(hers) -> None:
    stage = hers()
    watch, application = Windows(), QApplication.instance()
    application.installEventFilter(watch)
    stage.window.rebuild(Look("dark", 100))
    stage.settle()
    application.removeEventFilter(watch)
    assert watch.seen == []


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
