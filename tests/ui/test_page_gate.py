"""The passphrase page, as somebody in front of it meets it: real keys, a real store, a clock that the test moves."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from safeplan.paths import VaultFiles, vault_files
from safeplan.vault import container
from ui.background import Background, InlineExecutor, Session
from ui.page import Page, PageContext
from ui.pages.gate import GatePage
from ui.theme import Look
from ui.widgets.labels import Body
from ui.window import VaultWindow

PHRASE = "lamp river bread seven"


class Elsewhere(Page):
    """Any page the gate may lead to."""

    def title(self) -> str:
        return ""


class Welcome(Elsewhere):
    name = "welcome"


class FirstKey(Elsewhere):
    name = "first_key"


class Today(Elsewhere):
    name = "today"


def names(*pages: type[Page]) -> dict[str, type[Page]]:
    return {page.name: page for page in pages}


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    """A closed store with the passphrase PHRASE."""
    made = vault_files(tmp_path / "data")
    container.create_vault(made, bytearray(PHRASE.encode()), profile=0).close()
    return made


@pytest.fixture
def stand(qtbot: Any, clock: Any, files: VaultFiles, request: Any) -> Any:
    """The window at the passphrase page, opening in place; `.opened` collects what the window would learn."""
    session = Session(files, clock)
    background = Background(session, executor=InlineExecutor())
    context = PageContext(background, clock, has_store=lambda: False)
    seen = SimpleNamespace(session=session, context=context, opened=[], hidden=0)
    context.opened = seen.opened.append
    window = VaultWindow(context, names(GatePage, Welcome, FirstKey, Today), [], Look("light", 100))
    window.hide_now.connect(lambda: setattr(seen, "hidden", seen.hidden + 1))
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.go("gate")
    seen.window, seen.page = window, window.page("gate")
    yield seen
    background.stop()


def type_and_enter(qtbot: Any, stand: Any, text: str) -> None:
    dots = stand.page.findChild(QWidget, "gate-passphrase")
    qtbot.keyClicks(dots, text)
    qtbot.keyClick(dots, Qt.Key.Key_Return)


def seen_words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Body) if label.isVisible())


def test_the_right_passphrase_opens_the_notes(qtbot: Any, stand: Any) -> None:
    """Typed, button pressed: the window learns it, and nothing typed stays in the field."""
    dots = stand.page.findChild(QWidget, "gate-passphrase")
    assert dots.hasFocus()
    qtbot.keyClicks(dots, PHRASE)
    qtbot.mouseClick(stand.page.findChild(QPushButton, "gate-open"), Qt.MouseButton.LeftButton)
    assert [one.opened_by for one in stand.opened] == ["passphrase"]
    assert stand.page.field.is_empty()
    assert bytes(dots._room).count(0) == len(dots._room)


def test_a_wrong_one_is_said_calmly_and_the_field_is_empty_and_ready(qtbot: Any, stand: Any) -> None:
    """She reads that it did not open, and can type at once; nothing of the attempt is left."""
    type_and_enter(qtbot, stand, "lamp river bread eight")
    assert "That did not open it." in seen_words(stand.page)
    dots = stand.page.findChild(QWidget, "gate-passphrase")
    assert dots.hasFocus()
    assert bytes(dots._room).count(0) == len(dots._room)
    qtbot.keyClicks(dots, "l")
    assert "That did not open it." not in seen_words(stand.page)
    assert stand.opened == []


def test_the_third_failure_waits_and_a_number_counts_down(qtbot: Any, stand: Any, clock: Any) -> None:
    """Two failures cost nothing; the third a second, the fourth two, and the right one then still opens."""
    button = stand.page.findChild(QPushButton, "gate-open")
    type_and_enter(qtbot, stand, "one wrong phrase")
    type_and_enter(qtbot, stand, "another wrong phrase")
    assert button.isEnabled()
    type_and_enter(qtbot, stand, "a third wrong phrase")
    assert not button.isEnabled()
    assert "in 1 s" in seen_words(stand.page)
    type_and_enter(qtbot, stand, PHRASE)
    assert stand.opened == []
    clock.move(seconds=1)
    qtbot.waitUntil(button.isEnabled)
    stand.page.field.clear()
    type_and_enter(qtbot, stand, "a fourth wrong phrase")
    assert "in 2 s" in seen_words(stand.page)
    clock.move(seconds=1)
    qtbot.waitUntil(lambda: "in 1 s" in seen_words(stand.page))
    clock.move(seconds=1)
    qtbot.waitUntil(button.isEnabled)
    type_and_enter(qtbot, stand, PHRASE)
    assert len(stand.opened) == 1


def test_escape_goes_back_to_the_everyday_program(qtbot: Any, stand: Any) -> None:
    """Also with half a phrase typed, which is forgotten."""
    dots = stand.page.findChild(QWidget, "gate-passphrase")
    qtbot.keyClicks(dots, "lamp ri")
    qtbot.keyClick(dots, Qt.Key.Key_Escape)
    assert stand.hidden == 1
    assert stand.page.field.is_empty()


def test_the_same_field_takes_the_spare_key_and_offers_a_new_passphrase(
    qtbot: Any, stand: Any, files: VaultFiles
) -> None:
    """Typed as it stands on paper, with its dashes."""
    vault = container.unlock_vault(files, bytearray(PHRASE.encode()))
    code = container.make_recovery_code(vault, bytearray(PHRASE.encode()))
    vault.close()
    type_and_enter(qtbot, stand, code)
    assert stand.window.current_name == "first_key"
    assert stand.window.page("first_key").arguments["opened"].opened_by == "recovery"
    assert stand.opened == []


def test_without_a_store_it_leads_to_the_welcome(qtbot: Any, stand: Any, files: VaultFiles) -> None:
    """The stick was pulled out, or everything was destroyed from elsewhere."""
    container.destroy_vault(files)
    type_and_enter(qtbot, stand, PHRASE)
    assert stand.window.current_name == "welcome"


def test_damage_and_a_second_window_are_named_in_place(qtbot: Any, stand: Any, files: VaultFiles) -> None:
    """In use, data damaged, key file damaged: each has its own words, none is called a wrong passphrase."""
    other = container.unlock_vault(files, bytearray(PHRASE.encode()))
    type_and_enter(qtbot, stand, PHRASE)
    other.close()
    said = [seen_words(stand.page)]
    data = bytearray(files.data.read_bytes())
    data[4096:8192] = bytes(4096)
    files.data.write_bytes(data)
    type_and_enter(qtbot, stand, PHRASE)
    said.append(seen_words(stand.page))
    files.header.write_bytes(files.header.read_bytes()[:100])
    type_and_enter(qtbot, stand, PHRASE)
    said.append(seen_words(stand.page))
    assert "already open" in said[0]
    assert "is damaged" in said[1]
    assert "Without a copy nobody can open these notes again." in said[2]
    assert all(a != b for a, b in itertools.pairwise(said))
    assert not any("did not open it" in words for words in said)
    assert stand.page.findChild(QPushButton, "gate-open").isEnabled()


def test_while_it_opens_the_page_stays_alive_and_escape_still_works(
    qtbot: Any, clock: Any, files: VaultFiles
) -> None:
    """With the real worker: a quiet sign, no second try, Escape is heard; then the notes."""
    background = Background(Session(files, clock))
    context = PageContext(background, clock, has_store=lambda: False)
    opened: list[Any] = []
    context.opened = opened.append
    window = VaultWindow(context, names(GatePage), [], Look("light", 100))
    hidden: list[bool] = []
    window.hide_now.connect(lambda: hidden.append(True))
    qtbot.addWidget(window)
    window.show()
    window.go("gate")
    page = window.page("gate")
    dots = page.findChild(QWidget, "gate-passphrase")
    qtbot.keyClicks(dots, PHRASE)
    qtbot.keyClick(dots, Qt.Key.Key_Return)
    assert "Opening" in seen_words(page)
    assert not page.findChildren(QPushButton, "gate-open")[0].isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert hidden == [True]
    # Another language is chosen while it opens: the opening must still be noticed.
    window.rebuild()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].opened_by == "passphrase"
    background.stop()


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: Any, stand: Any, scale: int) -> None:
    """At 1024x600, with the longest message on the screen."""
    stand.window.rebuild(Look("dark", scale))
    page = stand.window.page("gate")
    type_and_enter(qtbot, SimpleNamespace(page=page), "not this one")
    assert page.view.inner.minimumSizeHint().width() <= page.view.viewport().width()


@pytest.mark.parametrize("place", ["gate-open", "gate-passphrase-show", "language-ru", "hide-now"])
def test_escape_goes_back_wherever_the_focus_is(qtbot: Any, stand: Any, place: str) -> None:
    """The page says so without naming a place to press it."""
    where = stand.window.findChild(QWidget, place)
    where.setFocus()
    qtbot.keyClick(where, Qt.Key.Key_Escape)
    assert stand.hidden == 1
    assert stand.page.field.is_empty()
