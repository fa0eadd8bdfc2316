"""The last step of a hand-over: a form is chosen, a passphrase is seen before it locks anything, the copy is made."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from safeplan.content.handing_form import load_handing_form
from safeplan.content.words import word_list
from safeplan.handover import releases, stick
from safeplan.handover.selection import Selection
from safeplan.handover.volume import Volume
from tests.builders import a_file, a_source, an_incident
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor
from ui.page import Page, PageContext
from ui.theme import Look
from ui.widgets.hand_over_form import HandOverForm
from ui.widgets.scroll_page import ScrollPage

SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or ""


class LastStep(Page):
    """A page with nothing but the last step, for what is in `selection`."""

    name = "last_step"
    selection: Selection | None = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="last-step-scroll")
        self.layout_.addWidget(self.sheet)
        self.form = HandOverForm(context, lambda: type(self).selection is not None, self._ready)
        self.handed: list[Any] = []
        self.form.handed.connect(self.handed.append)
        self.sheet.add(self.form)

    def title(self) -> str:
        return "Last step"

    def collect_draft(self) -> dict[str, str]:
        return self.form.collect()

    def restore_draft(self, fields: dict[str, str]) -> None:
        self.form.restore(fields)

    def _ready(self, then: Any, _failed: Any) -> None:
        then(type(self).selection)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def chosen(vault: Any, clock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Selection:
    entry = an_incident(vault.database, clock, "The lamp was thrown.")
    a_file(vault.database, clock, a_source(tmp_path, b"a letter", "letter.txt"), entry.id)
    selection = Selection((entry.id,), "en", with_attachments=True, recipient="Advocate")
    monkeypatch.setattr(LastStep, "selection", selection)
    return selection


def step(qtbot: QtBot, vault: Any, clock: Any, **more: Any) -> tuple[Stage, Any]:
    stage = Stage(qtbot, clock, vault, {"last_step": LastStep}, elsewhere=("handed", "other"), **more)
    return stage, stage.go("last_step")


def picker(stage: Stage) -> Any:
    return stage.window.shell.picker


def take(stage: Stage, place: Path) -> None:
    picker(stage).choose([place])
    stage.settle()


def said(stage: Stage, name: str) -> str:
    found = [one.text() for one in stage.window.findChildren(QLabel, name) if one.isVisible()]
    return found[-1].replace("\u200b", "") if found else ""


def test_a_folder_is_what_she_gets_without_choosing(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path
) -> None:
    stage, page = step(qtbot, vault, clock)
    assert not stage.exists("hand-over-phrase-card")
    stage.click("hand-over-make")
    take(stage, place)
    [made] = list(place.iterdir())
    assert said(stage, "hand-over-check").startswith("Files unchanged")
    assert made.name in said(stage, "hand-over-where")
    assert "a line about this" in said(stage, "hand-over-stays-here")
    assert [one.form for one in page.handed] == ["folder"]
    stage.click("hand-over-all-handed")
    assert stage.arrivals("handed") == [{}]


def test_a_locked_pdf_names_the_files_it_leaves_out_and_offers_the_zip(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection
) -> None:
    stage, page = step(qtbot, vault, clock)
    page.form.show_for("en", ())
    stage.click("hand-over-form-pdf")
    assert "No file of yours is in it." in said(stage, "hand-over-form-why")
    assert not stage.exists("hand-over-pdf-stays")
    page.form.show_for("en", ("letter.txt", "b.jpg", "c.jpg", "d.jpg", "e.jpg"))
    assert said(stage, "hand-over-pdf-stays") == (
        "Chosen files that are not in the PDF: 5 (letter.txt, b.jpg, c.jpg, d.jpg …)."
        " They stay here; the report only names them."
    )
    stage.click("hand-over-pdf-zip")
    assert page.form.form() == "zip"
    assert page.collect_draft() == {"form": "zip"}
    assert not stage.exists("hand-over-pdf-stays")


def test_straight_to_a_stick_says_that_it_was_read_back(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path
) -> None:
    stage, _page = step(qtbot, vault, clock)
    stage.click("hand-over-form-stick")
    assert "read back" in said(stage, "hand-over-form-why")
    stage.click("hand-over-make")
    take(stage, place)
    assert "read back from the stick" in said(stage, "hand-over-check")


def test_a_passphrase_is_covered_and_has_to_be_seen_before_it_locks_anything(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path
) -> None:
    stage, page = step(qtbot, vault, clock)
    stage.click("hand-over-form-pdf")
    assert not said(stage, "hand-over-phrase-words")
    stage.click("hand-over-make")
    assert said(stage, "hand-over-phrase-first")
    assert not picker(stage).open
    stage.click("hand-over-phrase")
    phrase = said(stage, "hand-over-phrase-words")
    assert len(phrase.split()) == 4
    assert not said(stage, "hand-over-phrase-first")
    stage.click("hand-over-phrase-another")
    second = said(stage, "hand-over-phrase-words")
    assert second
    assert second != phrase
    stage.click("hand-over-make")
    take(stage, place)
    [made] = list(place.iterdir())
    assert subprocess.run(["qpdf", "--check", str(made)], check=False, capture_output=True).returncode != 0
    opened = subprocess.run(
        ["qpdf", "--check", f"--password={second}", str(made)], check=False, capture_output=True, text=True
    )
    assert opened.returncode == 0, opened.stderr
    assert "locked file was read back" in said(stage, "hand-over-check")
    assert said(stage, "hand-over-phrase-words") == second, "it can still be written down"
    everything = b"".join(one.read_bytes() for one in vault.files.folder.rglob("*") if one.is_file())
    assert second.encode() not in everything
    assert second not in str(releases.list_releases(vault.database))
    # The next file is for somebody else: it gets another passphrase, and that has to be seen as well.
    stage.click("hand-over-make")
    assert said(stage, "hand-over-phrase-first")
    stage.click("hand-over-phrase")
    assert said(stage, "hand-over-phrase-words") not in (phrase, second)
    assert page.form.collect() == {"form": "pdf"}


@pytest.mark.skipif(not SEVEN_ZIP, reason="needs 7-Zip (package 7zip)")
def test_a_locked_zip_says_that_it_needs_7_zip_and_opens_with_what_was_shown(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path, tmp_path: Path
) -> None:
    stage, page = step(qtbot, vault, clock)
    page.form.show_for("kk", ())
    stage.click("hand-over-form-zip")
    assert "7-Zip" in said(stage, "hand-over-form-why")
    stage.click("hand-over-phrase")
    phrase = said(stage, "hand-over-phrase-words")
    assert phrase.replace("-", "").isdigit(), "every keyboard has numbers"
    stage.click("hand-over-make")
    take(stage, place)
    [made] = list(place.iterdir())
    out = tmp_path / "out"
    subprocess.run([SEVEN_ZIP, "x", "-y", f"-p{phrase}", f"-o{out}", str(made)], check=True, capture_output=True)
    assert (out / "bundle.zip").is_file()


def test_leaving_the_page_takes_the_passphrase_out_of_the_window(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection
) -> None:
    stage, page = step(qtbot, vault, clock)
    stage.click("hand-over-form-zip")
    stage.click("hand-over-phrase")
    phrase = said(stage, "hand-over-phrase-words")
    stage.go("other")
    stage.settle()
    assert phrase not in [one.text() for one in stage.window.findChildren(QLabel)]
    stage.go("last_step")
    assert not said(stage, "hand-over-phrase-words")
    stage.click("hand-over-phrase")
    assert said(stage, "hand-over-phrase-words") != phrase
    assert page.collect_draft() == {"form": "zip"}


def test_cancel_reaches_the_making_and_says_that_nothing_was_left(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path
) -> None:
    stage, page = step(qtbot, vault, clock)
    held = HeldExecutor()
    background: Any = stage.context.background
    background._executor = held
    stage.click("hand-over-make")
    held.release()
    held.holding = True
    take(stage, place)
    assert stage.exists("hand-over-work")
    assert not page.form.choice.isEnabled()
    assert said(stage, "hand-over-work-text") == "Copying the files"
    stage.click("hand-over-work-cancel")
    held.release()
    stage.settle()
    assert stage.window.shell.message_bar.text.text() == "Stopped. Nothing was left in the folder."
    assert list(place.iterdir()) == []
    assert releases.list_releases(vault.database) == ()
    assert page.form.choice.isEnabled()


def test_nothing_chosen_asks_for_no_place(qtbot: QtBot, vault: Any, clock: Any) -> None:
    stage, _page = step(qtbot, vault, clock)
    stage.click("hand-over-make")
    assert not picker(stage).open


def test_a_stick_too_small_is_a_sentence_and_the_button_is_there_again(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick, "volume_of", lambda _folder: Volume("vfat", 4096, (1 << 32) - 1, 4096, 1023))
    stage, _page = step(qtbot, vault, clock)
    stage.click("hand-over-make")
    take(stage, place)
    assert stage.context.questions.open
    stage.context.questions.answer("ok")
    assert stage.find("hand-over-make").isEnabled()
    assert list(place.iterdir()) == []


def test_a_draft_keeps_the_form_and_never_the_passphrase(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection
) -> None:
    stage, page = step(qtbot, vault, clock)
    stage.click("hand-over-form-zip")
    assert page.collect_draft() == {"form": "zip"}
    other = HandOverForm(stage.context, lambda: True, lambda _then, _failed: None)
    qtbot.addWidget(other)
    other.restore({"form": "zip"})
    assert other.form() == "zip"
    other.restore({"form": "unknown"})
    assert other.form() == "zip"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_in_any_form(
    qtbot: QtBot, vault: Any, clock: Any, chosen: Selection, language: str, theme: str, scale: int
) -> None:
    stage, page = step(qtbot, vault, clock, language=language, look=Look(theme, scale))
    page.form.show_for(language, ("letter.txt",))
    for form, words in load_handing_form(language).forms.items():
        stage.click(f"hand-over-form-{form}")
        if form in ("pdf", "zip"):
            page.form.phrase.cover.toggle()
            stage.settle()
            longest = max(word_list(language), key=len)
            for label in stage.window.findChildren(QLabel, "hand-over-phrase-words"):
                label.setText(f"{longest} {label.text()}")
        assert said(stage, "hand-over-form-why") == words.why
        stage.nothing_is_cut(page)
