"""A call at the desk: read aloud, three steps read back, and nothing left of it.

Lost without it: the next person at this desk reads on the screen where somebody may be called back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtWidgets import QLineEdit

from safeplan.policy import HelpLine, Policy
from safeplan.records import clients, drafts
from ui.pages.call import CallPage
from ui.pages.clients import ClientsPage
from ui.rooms import Room
from ui.theme import Look

DESK = Policy(
    mode="desk",
    must_report={"en": "A child in danger, to the child's office."},
    help_lines=(HelpLine("0 800 1", {"en": "House by the river"}),),
)


@pytest.fixture
def desk(qtbot: Any, clock: Any, vault: Any) -> Callable[..., Stage]:
    def open_desk(**more: Any) -> Stage:
        stage = Stage(qtbot, clock, vault, {"call": CallPage, "clients": ClientsPage}, **more)
        stage.context.room = Room(DESK)
        stage.context.extra["files"] = vault.files
        return stage

    return open_desk


def write(stage: Stage, name: str, text: str) -> None:
    stage.window.findChildren(QLineEdit, name)[-1].setText(text)


def field(stage: Stage, name: str) -> str:
    return stage.window.findChildren(QLineEdit, name)[-1].text()


def test_the_list_leads_to_the_page_and_what_must_be_reported_stands_first(desk) -> None:
    stage = desk()
    stage.go("clients")
    stage.click("clients-call")
    assert stage.window.current_name == "call"
    seen = stage.seen()
    places = [seen.index(words) for words in ("A child in danger", "safe to talk", "comes in", "call back?")]
    assert places == sorted(places)
    assert "0 800 1" in seen
    assert "112" in seen


def test_what_was_agreed_is_read_back(desk) -> None:
    stage = desk()
    page = stage.go("call")
    assert "Nothing is typed yet" in stage.seen()
    write(stage, "call-comes_in", "wrong number")
    write(stage, "call-step-1", "Put the papers in the bag")
    write(stage, "call-step-3", "Ask the neighbour")
    assert page.back.text() == (
        "If someone comes in: wrong number\n1. Put the papers in the bag\n2. Ask the neighbour"
    )


@pytest.mark.parametrize("way", ["call-done", "elsewhere"])
def test_nothing_of_a_call_stays_when_the_page_is_left(desk, vault, way: str) -> None:
    stage = desk()
    stage.go("call")
    write(stage, "call-call_back", "only at ten")
    if way == "call-done":
        stage.click(way)
    else:
        stage.go("clients")
    assert stage.window.current_name == "clients"
    page = stage.go("call")
    assert field(stage, "call-call_back") == ""
    assert "only at ten" not in stage.seen()
    line = stage.window.findChildren(QLineEdit, "call-call_back")[-1]
    assert not line.isUndoAvailable()
    assert page.collect_draft() == {}
    assert drafts.draft(vault.database, "call") == {}
    assert clients.list_clients(vault.database) == ()


def test_covered_by_the_everyday_program_the_call_goes_on(desk) -> None:
    stage = desk()
    stage.go("call")
    write(stage, "call-step-1", "Keep the phone charged")
    stage.window.hide()
    stage.window.show()
    assert field(stage, "call-step-1") == "Keep the phone charged"


def test_another_text_size_in_the_middle_of_a_call_loses_nothing_and_nothing_is_cut(desk) -> None:
    stage = desk()
    stage.go("call")
    write(stage, "call-step-1", "Keep the phone charged")
    stage.window.rebuild(Look("dark", 200))
    stage.settle()
    assert field(stage, "call-step-1") == "Keep the phone charged"
    stage.nothing_is_cut(stage.window.page("call"))
