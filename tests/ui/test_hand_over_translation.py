"""Her own translation stands under her words, marked as unofficial, and shows no more than the entry does."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.content.handing_words import load_handing_words
from safeplan.records import plan
from tests.builders import a_file, a_source, an_incident
from tests.ui.page_window import OpenPages
from ui.theme import Look

SAY = load_handing_words("en").page
STREET = "Saryarka 12"


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    plan.set_answer(vault.database, clock, "leaving_first", STREET)
    an_incident(vault.database, clock, "Ол түнде келді.")
    an_incident(vault.database, clock, "Another one.")
    return OpenPages(qtbot, vault, clock)


def printed(made: Path) -> str:
    done = subprocess.run(
        ["pdftotext", str(made / "data" / "report.pdf"), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


def test_it_is_printed_under_her_words_without_what_shows_where_she_is(pages: OpenPages, tmp_path: Path) -> None:
    pages.go("hand_over")
    pages.click("hand-over-step-language")
    pages.click("hand-over-translate")
    assert SAY.translate_none in pages.words()
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    assert SAY.translate_none not in pages.words()
    assert not pages.sees("hand-over-translation-2")
    pages.find("hand-over-translation-1").set_text(f"He came at night to {STREET}.")
    page = pages.here()
    page.translations._boxes[page.choice.entries[0]].changed.emit()
    pages.click("hand-over-step-shows")
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    assert pages.find("hand-over-found-0").text() == f"«{STREET}» · an address"
    assert "came at night to «Saryarka 12»" in pages.words()
    page.save_draft_now()
    stick = tmp_path / "stick"
    stick.mkdir()
    pages.click("hand-over-make")
    pages.context.picker.choose([stick])
    pages.settle()
    [made] = list(stick.iterdir())
    text = printed(made)
    assert "Ол түнде келді." in text
    assert "He came at night to [left out]." in text
    assert "unofficial" in text.casefold()
    assert STREET.encode() not in b"".join(one.read_bytes() for one in made.rglob("*") if one.is_file())
    assert pages.fits()
    assert pages.unnamed() == []


def settled(pages: OpenPages) -> Any:
    page = pages.here()
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    return page


def translated(pages: OpenPages, text: str) -> None:
    page = pages.here()
    pages.find("hand-over-translation-1").set_text(text)
    page.translations._boxes[page.choice.entries[0]].changed.emit()
    settled(pages)


def made_in(pages: OpenPages, stick: Path) -> Path:
    stick.mkdir()
    settled(pages)
    pages.click("hand-over-make")
    pages.context.picker.choose([stick])
    pages.settle()
    [made] = list(stick.iterdir())
    return made


def begun(pages: OpenPages) -> Any:
    page = pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.click("hand-over-step-language")
    pages.click("hand-over-translate")
    return page


def test_what_is_planned_is_seen_in_it_too_and_goes_at_one_press(pages: OpenPages, tmp_path: Path) -> None:
    begun(pages)
    translated(pages, "He came at night. I will move to my aunt.")
    pages.click("hand-over-step-reads")
    settled(pages)
    assert pages.find("hand-over-reads-planned-0").text() == "«I will move to my aunt»"
    assert "No. 1" in pages.words()
    pages.click("hand-over-reads-planned-0-out")
    settled(pages)
    assert not pages.sees("hand-over-reads-planned-0")
    # Words put in before it do not bring it back.
    translated(pages, "It was dark, and he came at night. I will move to my aunt.")
    assert not pages.sees("hand-over-reads-planned-0")
    made = made_in(pages, tmp_path / "stick")
    assert "he came at night. [left out]." in printed(made)
    assert b"my aunt" not in b"".join(one.read_bytes() for one in made.rglob("*") if one.is_file())


def test_without_her_words_a_translation_of_them_stays_too(pages: OpenPages, tmp_path: Path) -> None:
    page = begun(pages)
    translated(pages, "He came at night.")
    assert SAY.translate_stays not in pages.words()
    page._take(replace(page.choice, fields_out=("text",)))
    settled(pages)
    assert SAY.translate_stays in pages.words()
    assert pages.find("hand-over-translation-1").text() == "He came at night."
    made = made_in(pages, tmp_path / "stick")
    text = printed(made)
    assert "Ол түнде келді." not in text
    assert "He came at night" not in text
    assert "unofficial" not in text.casefold()
    page._take(replace(page.choice, fields_out=()))
    assert SAY.translate_stays not in pages.words()
    assert "He came at night" in printed(made_in(pages, tmp_path / "another"))


def test_what_only_she_can_say_of_a_file_stands_in_the_list_of_annexes(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    db = pages.vault.database
    entry = an_incident(db, clock, "The lamp was thrown.")
    a_file(db, clock, a_source(tmp_path, b"a letter", "letter.txt"), entry.id)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-annexes")
    assert SAY.annex_none in pages.words()
    pages.click("hand-over-line-3")
    pages.write("hand-over-annex-1-made_by", "My sister")
    pages.write("hand-over-annex-1-original_at", f"in a drawer at {STREET}")
    page = pages.here()
    page.save_draft_now()
    pages.window.rebuild(Look("dark", 200))
    page = pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-annexes")
    assert pages.find("hand-over-annex-1-made_by").text() == "My sister"
    assert pages.fits()
    assert pages.unnamed() == []
    pages.click("hand-over-step-shows")
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    assert "in a drawer at «Saryarka 12»" in pages.words()
    stick = tmp_path / "stick"
    stick.mkdir()
    pages.click("hand-over-make")
    pages.context.picker.choose([stick])
    pages.settle()
    [made] = list(stick.iterdir())
    text = printed(made)
    assert "My sister" in text
    assert "in a drawer at [left out]" in text
    assert STREET.encode() not in b"".join(one.read_bytes() for one in made.rglob("*") if one.is_file())
