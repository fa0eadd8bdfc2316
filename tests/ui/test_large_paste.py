"""Very large and very odd text pasted into an entry: no freeze, no character lost, or refused as a whole."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safeplan.records import incidents
from tests.ui.page_window import OpenPages
from ui.widgets.text_box import MOST_CHARACTERS

LONGEST_FREEZE = 0.2
ODD = "He said \u202ego away\u202c\0 and\u2028left. Ә қыз 👩‍👧 e\u0301"


def _paste(pages: OpenPages, text: str) -> float:
    """Seconds of work until the page has taken it and is drawn again; what else the computer does is not counted."""
    box = pages.find("happened-text")
    data = QMimeData()
    data.setText(text)
    began = time.process_time()
    box.insertFromMimeData(data)
    QApplication.processEvents()
    return time.process_time() - began


@pytest.mark.parametrize(
    "text",
    ["x" * (MOST_CHARACTERS - 10), "a short line\n" * 49_000, ODD, "ж" * 500_000 + "\n" + ODD],
    ids=["one line", "many lines", "odd", "both"],
)
def test_what_is_pasted_is_kept_to_the_last_character(qtbot: QtBot, vault: Any, clock: Any, text: str) -> None:
    pages = OpenPages(qtbot, vault, clock)
    pages.go("happened")
    took = _paste(pages, text)
    pages.click("happened-keep")
    (kept,) = incidents.list_incidents(vault.database)
    assert kept.latest is not None
    assert kept.latest.form.text == text
    assert took <= LONGEST_FREEZE, f"{took * 1000:.0f} ms"


def test_ten_megabytes_are_refused_as_a_whole_and_nothing_typed_is_lost(qtbot: QtBot, vault: Any, clock: Any) -> None:
    pages = OpenPages(qtbot, vault, clock)
    pages.go("happened")
    pages.write("happened-text", "Before. ")
    took = _paste(pages, "0123456789" * 1_000_000)
    assert pages.find("happened-text").text() == "Before. "
    assert pages.words().count("more than fits here") == 1
    assert took <= LONGEST_FREEZE, f"{took * 1000:.0f} ms"
