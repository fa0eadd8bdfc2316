"""The desk's list: agreed names only, what must be reported first, and a way to each client's own store.

Lost without it: a counsellor writes a name down that nobody agreed to, or sees one client in another's window.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtWidgets import QLineEdit

from safeplan.policy import Policy
from safeplan.records import clients, counts, desk_box
from ui import desk_work
from ui.background import Job, Session
from ui.note_work import DeskBox, leave_count
from ui.pages.client_begin import ClientBeginPage
from ui.pages.clients import ClientsPage
from ui.rooms import Room

DESK = Policy(
    mode="desk", organisation="House by the river", must_report={"en": "A child in danger, to the child's office."}
)


@pytest.fixture
def desk(qtbot: Any, clock: Any, vault: Any) -> Callable[[], Stage]:
    def open_desk(**more: Any) -> Stage:
        stage = Stage(qtbot, clock, vault, {"clients": ClientsPage, "client_begin": ClientBeginPage}, **more)
        stage.context.room = Room(DESK)
        stage.context.extra["files"] = vault.files
        stage.switched = []
        stage.context.switch = stage.switched.append
        return stage

    return open_desk


def a_client(vault: Any, clock: Any, alias: str) -> clients.Client:
    made = clients.add_client(vault.database, clock, alias, "2027-01-01")
    vault.files.client(made.number).folder.mkdir()
    return made


def line(stage: Stage, name: str) -> QLineEdit:
    return stage.window.findChildren(QLineEdit, name)[-1]


def test_what_must_be_reported_stands_before_everything(desk) -> None:
    stage = desk()
    stage.go("clients")
    assert "A child in danger" in stage.seen()
    assert "House by the river" in stage.seen()


def test_opening_a_client_asks_for_her_own_process_and_notes_the_day(desk, vault, clock) -> None:
    saule = a_client(vault, clock, "Blue scarf")
    stage = desk()
    stage.go("clients")
    stage.click(f"client-{saule.number}-open")
    assert stage.switched == [saule.number]
    assert clients.client(vault.database, saule.number).last_session == "2026-03-02"


def test_a_session_counts_in_its_own_month_though_the_desk_is_opened_later(vault, clock) -> None:
    desk = Session(vault.files, clock, vault)
    job = Job(0, lambda *_: None)
    box = DeskBox(vault.files, 77, desk_work.open_box(desk, job))
    hers = Session(vault.files.client(77), clock)
    leave_count(hers, job, box=box, numbers=(0, 1, 0))
    clock.move(days=31)
    # As an earlier version left one.
    desk_box.leave_note(vault.files, box.key, desk_box.Note(desk_box.COUNTED, (0, 1, 0, 0, 0)))
    desk_work.open_box(desk, job)
    assert counts.months_counted(vault.database) == ("2026-03", "2026-04")
    assert not vault.files.box.exists()


def test_someone_new_leaves_no_line_and_no_folder(desk, vault) -> None:
    stage = desk()
    stage.go("clients")
    stage.click("clients-new")
    (number,) = stage.switched
    assert 0 < number < 1 << 31
    assert clients.list_clients(vault.database) == ()
    assert clients.folders(vault.files) == ()


def test_what_a_session_kept_is_listed_without_a_name_and_none_can_be_written_unagreed(desk, vault) -> None:
    vault.files.client(77).folder.mkdir()
    stage = desk()
    stage.go("clients")
    stage.click("loose-77-add")
    (listed,) = clients.list_clients(vault.database)
    assert (listed.number, listed.alias) == (77, "")
    assert not stage.exists("loose-77-add")
    assert f"No name agreed · {listed.mark}" in stage.seen()
    assert "Calling back: no. No call and no message." in stage.seen()
    assert not stage.exists("client-77-rename")
    assert not stage.exists("client-77-call-back")


def test_two_lines_without_a_name_are_told_apart_and_found(desk, vault, clock, qtbot) -> None:
    one, two = (a_client(vault, clock, "") for _ in range(2))
    stage = desk()
    stage.go("clients")
    line(stage, "clients-search").setText(one.mark)
    qtbot.waitUntil(lambda: two.mark not in stage.seen() and one.mark in stage.seen())


def test_a_line_without_a_folder_can_only_be_taken_away(desk, vault, clock) -> None:
    gone = clients.add_client(vault.database, clock, "Gone")
    stage = desk()
    stage.go("clients")
    assert not stage.exists(f"client-{gone.number}-open")
    stage.click(f"client-{gone.number}-drop")
    assert clients.list_clients(vault.database) == ()


def test_a_name_finds_its_line(desk, vault, clock, qtbot) -> None:
    for alias in ("Blue scarf", "Lamp"):
        a_client(vault, clock, alias)
    stage = desk()
    stage.go("clients")
    line(stage, "clients-search").setText("lamp")
    # What is new is shown in Qt's next round.
    qtbot.waitUntil(lambda: "Blue scarf" not in stage.seen() and "Lamp" in stage.seen())


def test_another_name_is_kept(desk, vault, clock) -> None:
    known = a_client(vault, clock, "Lamp")
    stage = desk()
    stage.go("clients")
    stage.click(f"client-{known.number}-rename")
    line(stage, "client-alias").setText("Window")
    stage.context.questions.answer("keep")
    assert clients.client(vault.database, known.number).alias == "Window"


def test_whose_day_is_over_is_named_and_goes_only_after_a_question(desk, vault, clock) -> None:
    over = clients.add_client(vault.database, clock, "Lamp", "2026-03-05")
    later = clients.add_client(vault.database, clock, "Window", "2026-09-05")
    for one in (over, later):
        vault.files.client(one.number).folder.mkdir()
    clock.move(days=10)
    stage = desk()
    stage.go("clients")
    assert stage.exists("clients-due")
    named = stage.window.page("clients").due.names.text()
    assert "Lamp" in named
    assert "Window" not in named
    stage.click("clients-due-remove")
    stage.context.questions.answer("back")
    assert vault.files.client(over.number).folder.exists()
    stage.click("clients-due-remove")
    stage.context.questions.answer("go")
    stage.settle()
    assert not vault.files.client(over.number).folder.exists()
    assert [one.alias for one in clients.list_clients(vault.database)] == ["Window"]
    assert not stage.exists("clients-due")


def test_two_hundred_clients_are_listed_within_a_tenth_of_a_second(desk, vault, clock) -> None:
    for number in range(200):
        made = clients.add_client(vault.database, clock, f"Name {number:03d}", "2027-01-01")
        vault.files.client(made.number).folder.mkdir()
    session = desk().session
    took = []
    for search in ("", "17", "name 1"):
        before = time.perf_counter()
        desk_work.look(session, Job(0, print), search=search)
        took.append(time.perf_counter() - before)
    # The best of three: somebody else's work on this computer is no matter of the list.
    assert min(took) <= 0.1


def test_before_the_first_question_it_stands_what_must_be_told(desk) -> None:
    stage = desk()
    stage.go("client_begin")
    assert "A child in danger" in stage.seen()
    stage.click("begin-back")
    assert stage.switched == [0]
