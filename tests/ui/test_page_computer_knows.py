"""What this computer still knows: planted traces are shown, nothing goes unasked, and nothing is called clean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.content.trace_words import load_trace_words
from safeplan.records import drafts
from safeplan.traces.looking import UNSEEN
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look
from ui.widgets import settings_others

SAY = load_trace_words("en").page


@pytest.fixture
def history(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """She once started it from a terminal. The folder of passing files is this test's own."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "none"))
    path = own_home / ".bash_history"
    path.write_text("ls\nsafeplan verify /media/stick\npwd\n")
    return path


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any, history: Path) -> OpenPages:
    return OpenPages(qtbot, vault, clock)


def test_a_planted_line_is_shown_and_goes_only_after_yes(pages: OpenPages, history: Path) -> None:
    before = history.read_text()
    pages.go("computer_knows")
    pages.click("trace-shell_history-0-lines")
    assert "safeplan verify" in pages.words()
    pages.click("trace-shell_history-0-remove")
    asked = pages.words()
    assert SAY.ask in asked
    assert SAY.noticed in asked
    assert SAY.returns in asked
    assert str(history).replace("/", "/\u200b") in asked
    pages.click("answer-leave")
    assert history.read_text() == before
    pages.click("trace-shell_history-0-remove")
    pages.click("answer-remove")
    assert history.read_text() == "ls\npwd\n"
    pages.settle()
    assert pages.message() == SAY.removed
    assert not pages.sees("trace-shell_history")


def test_what_shows_the_name_alone_is_counted_apart_and_stays(pages: OpenPages, history: Path) -> None:
    """An accountant's program has the same name."""
    pages.go("computer_knows")
    before = pages.find("traces-result").text()
    history.with_name(".xsession-errors").write_text("Window manager warning: Tally\n")
    pages.click("traces-look")
    assert pages.find("traces-result").text() == f"{before}\n{SAY.found_named.format(count=1)}"
    pages.click("trace-session_log-0-lines")
    assert SAY.lines_named in pages.words()
    assert SAY.named in pages.words()
    assert load_trace_words("en").places["session_log"].tells not in pages.words()
    assert not pages.sees("trace-session_log-0-remove")
    pages.click("traces-looked")
    assert SAY.seen_named in pages.words()


def test_a_line_that_is_gone_meanwhile_is_said(pages: OpenPages, history: Path) -> None:
    pages.go("computer_knows")
    pages.click("trace-shell_history-0-remove")
    history.write_text("ls\n")
    pages.click("answer-remove")
    pages.settle()
    assert pages.message() == SAY.gone
    assert history.read_text() == "ls\n"


def test_whatever_is_found_what_nobody_can_see_is_said_and_nothing_is_called_clean(
    pages: OpenPages, history: Path
) -> None:
    history.unlink()
    pages.go("computer_knows")
    words = pages.words()
    for id_ in UNSEEN["linux"]:
        assert load_trace_words("en").unseen[id_] in words
    pages.click("traces-looked")
    assert SAY.seen_missing[1:] in pages.words()
    # Its own folder is a trace too, and the way to remove it is the settings'.
    pages.click("trace-data_folder-0-settings")
    assert pages.window.current_name == "settings"


def test_a_word_is_looked_for_and_goes_nowhere(pages: OpenPages, own_home: Path) -> None:
    pages.go("computer_knows")
    pages.write("traces-word", "Sandugash")
    pages.click("traces-word-look")
    assert SAY.word_none in pages.words()
    learned = own_home / ".config/ibus/typing/user.db"
    learned.parent.mkdir(parents=True)
    learned.write_bytes(b"\0sandugash\0")
    pages.click("traces-word-look")
    assert SAY.word_found in pages.words()
    learned.write_bytes(b"\0bulbul\0")
    pages.click("traces-word-look")
    assert SAY.word_not.format(count=1) in pages.words()
    pages.go("help")
    assert drafts.draft(pages.vault.database, "computer_knows") == {}


def test_whoever_leaves_waits_for_nothing_and_can_look_again(
    qtbot: QtBot, vault: Any, clock: Any, history: Path
) -> None:
    held = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=held)
    held.holding = True
    page = pages.go("computer_knows")
    assert pages.sees("traces-work")
    pages.go("help")
    held.holding = False
    held.release()
    pages.settle()
    assert page.result.text() == SAY.stopped
    pages.go("computer_knows")
    assert pages.sees("trace-shell_history")


def test_more_and_settings_lead_here(pages: OpenPages) -> None:
    for place, button in (("more", "more-computer_knows"), ("settings", "settings-traces")):
        pages.go(place)
        pages.click(button)
        assert pages.window.current_name == "computer_knows"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, vault: Any, clock: Any, history: Path, language: str
) -> None:
    pages = OpenPages(qtbot, vault, clock, look=Look("dark", 200))
    pages.context.language = language
    pages.go("computer_knows")
    pages.click("traces-looked")
    assert pages.fits()
    assert pages.unnamed() == []


def test_the_settings_say_what_this_system_can_do_about_pictures(
    pages: OpenPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    say = load_trace_words("en").settings
    pages.go("settings")
    assert say.help_no in pages.words()
    assert not pages.sees("settings-help")
    pages.click("settings-copies")
    assert pages.context.settings.copies_leave
    for promise, words in (("keeps", say.help_keeps), ("older", say.help_older)):
        monkeypatch.setattr(settings_others, "promise_here", lambda promise=promise: promise)
        pages.window.rebuild()
        pages.go("settings")
        assert words in pages.words()
    monkeypatch.setattr(settings_others, "was_refused", lambda: True)
    pages.window.rebuild()
    pages.go("settings")
    assert say.help_refused in pages.words()
    pages.click("settings-help")
    assert pages.context.settings.remote_help
