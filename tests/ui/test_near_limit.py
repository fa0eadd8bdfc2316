"""On a stick of the kind that shops sell, the page with the files says in time that little room is left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from safeplan.vault import growth, whole_file
from safeplan.vault.database import Database
from tests.ui.page_stage import Stage
from ui.pages.files import FilesPage
from ui.size_words import size_in_words
from ui.theme import Look


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_line_stands_only_when_it_is_near_and_is_not_cut(qtbot, clock, vault, monkeypatch, language: str) -> None:
    stage = Stage(qtbot, clock, vault, {"files": FilesPage}, language=language, look=Look("light", 200))
    stage.go("files")
    assert not stage.exists("files-near-limit"), "on a disk without such a limit nothing is said"
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")
    stage.go("files")
    assert not stage.exists("files-near-limit"), "an empty store is far from it"
    really = Database.value

    def grown(self: Database, sql: str, parameters: tuple[object, ...] = ()) -> object:
        return (15 << 28) // growth.PAGE_SIZE if sql == "PRAGMA page_count" else really(self, sql, parameters)

    monkeypatch.setattr(Database, "value", grown)
    page = stage.go("files")
    line = page.findChild(QLabel, "files-near-limit")
    assert line.isVisible()
    assert size_in_words(256 << 20, language) in line.text()
    assert "FAT32" in line.text()
    stage.nothing_is_cut(page)
