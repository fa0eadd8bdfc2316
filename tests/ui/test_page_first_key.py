"""A passphrase is chosen: at the first thing to keep, and after the spare key. Real keys, real stores."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from safeplan.errors import PassphraseTooWeak, WrongPassphrase
from safeplan.paths import VaultFiles, vault_files
from safeplan.policy import Policy
from safeplan.records import people
from safeplan.records.people import PersonForm
from safeplan.vault import container, keyslots
from tests.ui.page_window import HeldExecutor
from ui.background import Background, InlineExecutor, Session
from ui.opening import Opened, make_store, open_with_typed
from ui.page import Page, PageContext
from ui.pages.first_key import FirstKeyPage
from ui.rooms import Room
from ui.theme import Look
from ui.widgets.labels import Body, Heading
from ui.window import VaultWindow

HERS = "the kettle sings on rainy mondays"

pytestmark = pytest.mark.usefixtures("remembered")


class Happened(Page):
    name = "happened"

    def title(self) -> str:
        return ""


@pytest.fixture
def stand(qtbot: Any, clock: Any, tmp_path: Path) -> Any:
    """The window at the page that asks for a passphrase; nothing is kept yet."""
    files = vault_files(tmp_path / "data")
    session = Session(files, clock)
    background = Background(session, executor=InlineExecutor())
    context = PageContext(background, clock, has_store=lambda: False)
    seen = SimpleNamespace(files=files, session=session, opened=[])
    context.opened = seen.opened.append
    window = VaultWindow(context, {"first_key": FirstKeyPage, "happened": Happened}, [], Look("light", 100))
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.go("first_key", origin="happened")
    seen.window, seen.page = window, window.page("first_key")
    yield seen
    background.stop()


def press(qtbot: Any, page: QWidget, name: str) -> None:
    found = page.findChildren(QPushButton, name)[0]
    assert found.isVisible()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def type_into(qtbot: Any, page: QWidget, name: str, text: str) -> None:
    qtbot.keyClicks(page.findChildren(QWidget, name)[0], text)


def words(page: QWidget) -> str:
    return str(page.findChildren(Heading, "phrase-words")[0].text())


def seen_words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Body) if label.isVisible())


def opens(files: VaultFiles, phrase: str) -> bool:
    try:
        container.unlock_vault(files, bytearray(phrase.encode())).close()
    except WrongPassphrase:
        return False
    return True


def close(stand: Any) -> None:
    stand.session.vault.close()
    stand.session.vault = None


def test_four_words_are_drawn_practised_and_then_open_the_notes(qtbot: Any, stand: Any) -> None:
    """Other words, five words, four again; typed once with capitals; kept, and nothing of them stays behind."""
    first = words(stand.page)
    assert len(first.split()) == 4
    press(qtbot, stand.page, "phrase-other")
    assert words(stand.page) != first
    press(qtbot, stand.page, "phrase-length")
    assert len(words(stand.page).split()) == 5
    press(qtbot, stand.page, "phrase-length")
    phrase = words(stand.page)
    press(qtbot, stand.page, "first-key-next")
    assert not stand.page.phrase.words.isVisible()
    type_into(qtbot, stand.page, "practise", phrase.upper())
    press(qtbot, stand.page, "first-key-keep")
    assert [(one.is_new, one.opened_by) for one in stand.opened] == [(True, "passphrase")]
    stand.window.go("happened")
    assert words(stand.page) == ""
    assert stand.page.practice.is_empty()
    close(stand)
    assert opens(stand.files, phrase)


def test_an_answer_about_words_typed_before_changes_nothing(qtbot: Any, stand: Any) -> None:
    """She types on, or looks at the words again and takes others, before the worker has compared the first ones."""
    executor = HeldExecutor()
    stand.page.context.background._executor = executor
    phrase = words(stand.page)
    press(qtbot, stand.page, "first-key-next")
    type_into(qtbot, stand.page, "practise", "something else")
    executor.holding = True
    press(qtbot, stand.page, "first-key-keep")
    type_into(qtbot, stand.page, "practise", phrase)
    executor.release()
    assert "These were other words." not in seen_words(stand.page)
    press(qtbot, stand.page, "first-key-keep")
    press(qtbot, stand.page, "first-key-look")
    press(qtbot, stand.page, "phrase-other")
    executor.release()
    assert stand.opened == [], "the words on the screen are others now"
    assert words(stand.page) != phrase


def test_a_slip_while_practising_costs_nothing(qtbot: Any, stand: Any) -> None:
    """She reads that it was something else, looks again at the same words, and may leave practising out."""
    phrase = words(stand.page)
    press(qtbot, stand.page, "first-key-next")
    type_into(qtbot, stand.page, "practise", "something else")
    qtbot.keyClick(stand.page.findChildren(QWidget, "practise")[0], Qt.Key.Key_Return)
    assert "These were other words." in seen_words(stand.page)
    assert stand.opened == []
    press(qtbot, stand.page, "first-key-look")
    assert words(stand.page) == phrase
    press(qtbot, stand.page, "first-key-next")
    press(qtbot, stand.page, "first-key-skip")
    assert len(stand.opened) == 1


def test_her_own_words_are_judged_as_she_types_and_kept_without_typing_twice(qtbot: Any, stand: Any) -> None:
    """Weak words get a plain reason and stay in the field; more words make it go on."""
    press(qtbot, stand.page, "phrase-way-own")
    type_into(qtbot, stand.page, "phrase-own", "12.03.1987")
    qtbot.waitUntil(lambda: "Dates and numbers" in seen_words(stand.page))
    press(qtbot, stand.page, "first-key-next")
    assert stand.opened == []
    assert not stand.page.phrase.own.is_empty()
    qtbot.keyClick(
        stand.page.findChildren(QWidget, "phrase-own")[0], Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier
    )
    type_into(qtbot, stand.page, "phrase-own", HERS)
    press(qtbot, stand.page, "first-key-next")
    assert len(stand.opened) == 1
    stand.window.go("happened")
    room = stand.page.phrase.own.dots._room
    assert bytes(room).count(0) == len(room)
    close(stand)
    assert opens(stand.files, HERS)


def test_what_was_typed_behind_dots_is_typed_once_more(qtbot: Any, stand: Any) -> None:
    """A slip nobody saw would lock her out; it cannot be left out here."""
    press(qtbot, stand.page, "phrase-way-own")
    box = stand.page.findChildren(QCheckBox, "phrase-own-show")[0]
    assert box.isChecked()
    box.click()
    type_into(qtbot, stand.page, "phrase-own", HERS)
    press(qtbot, stand.page, "first-key-next")
    assert not stand.page.skip.isVisible()
    type_into(qtbot, stand.page, "practise", HERS.replace("kettle", "ketle"))
    press(qtbot, stand.page, "first-key-keep")
    assert stand.opened == []
    type_into(qtbot, stand.page, "practise", HERS)
    press(qtbot, stand.page, "first-key-keep")
    assert len(stand.opened) == 1


def test_not_now_leads_back_and_nothing_is_on_the_disk(qtbot: Any, stand: Any) -> None:
    """Keeping is hers to choose."""
    press(qtbot, stand.page, "first-key-later")
    assert stand.window.current_name == "happened"
    assert not stand.files.folder.exists() or not list(stand.files.folder.iterdir())


def test_the_way_back_and_the_one_warning_are_said_before_it_is_locked(stand: Any) -> None:
    """The sum, then the passphrase; and that nobody can help who forgets it."""
    said = seen_words(stand.page)
    assert "7 × 7 × 7 × 7 =" in said
    assert "We cannot either." in said


def test_until_it_is_kept_the_page_says_that_hiding_erases_it(stand: Any) -> None:
    assert stand.page.not_kept.isVisible()


def test_a_place_that_cannot_be_written_is_named_and_her_words_stay(qtbot: Any, stand: Any) -> None:
    """Something already lies there: said in place, and she can go on choosing."""
    container.create_vault(stand.files, bytearray(b"somebody was quicker here"), profile=0).close()
    press(qtbot, stand.page, "first-key-next")
    press(qtbot, stand.page, "first-key-skip")
    assert "already something kept" in seen_words(stand.page)
    assert stand.page.skip.isEnabled()
    assert stand.opened == []


@pytest.fixture
def at_a_desk(qtbot: Any, stand: Any) -> Any:
    """The same page on a computer whose policy asks for six words, and for more memory than a small one has."""
    policy = Policy(mode="desk", least_words=6, least_kdf_mib=512)
    stand.window.page("first_key").context.room = Room(policy, 7)
    stand.window.rebuild(Look("light", 100))
    stand.page = stand.window.page("first_key")
    return stand


def derivation(files: VaultFiles) -> int:
    """MiB that one attempt takes."""
    return keyslots.PROFILES[files.header.read_bytes()[0] & 7][1]


def test_a_desks_policy_decides_how_many_words_are_drawn_and_what_an_attempt_costs(
    qtbot: Any, at_a_desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyslots, "calibrate_profile", lambda _: 0)
    phrase = words(at_a_desk.page)
    assert len(phrase.split()) == 6
    assert not at_a_desk.page.phrase.length.isVisible()
    press(qtbot, at_a_desk.page, "first-key-next")
    press(qtbot, at_a_desk.page, "first-key-skip")
    assert len(at_a_desk.opened) == 1
    close(at_a_desk)
    assert opens(at_a_desk.files, phrase)
    assert derivation(at_a_desk.files) == 512


def test_a_desks_policy_holds_for_her_own_words_too(qtbot: Any, at_a_desk: Any) -> None:
    """Five words that are enough at home are refused with the number; the sixth makes it go on."""
    press(qtbot, at_a_desk.page, "phrase-way-own")
    five = HERS.removeprefix("the ")
    type_into(qtbot, at_a_desk.page, "phrase-own", five)
    press(qtbot, at_a_desk.page, "first-key-next")
    assert "Here a passphrase has at least 6 different words." in seen_words(at_a_desk.page)
    assert at_a_desk.opened == []
    type_into(qtbot, at_a_desk.page, "phrase-own", " the")
    press(qtbot, at_a_desk.page, "first-key-next")
    assert len(at_a_desk.opened) == 1


def test_what_makes_the_store_judges_by_the_policy_itself(stand: Any) -> None:
    """Whatever a page has said before: too few words of her own make no store."""
    typed = bytearray(HERS.encode())
    failed: list[Any] = []
    stand.window.page("first_key").context.background.run(
        stand.window,
        lambda s, j: make_store(s, j, typed, generated=False, least_words=7),
        stand.opened.append,
        failed.append,
    )
    assert [(type(one), one.facts) for one in failed] == [(PassphraseTooWeak, {"reason": "few_words"})]
    assert not any(typed)
    assert not stand.files.header.exists()


@pytest.fixture
def behind_spare_key(stand: Any, clock: Any) -> Any:
    """The same page, asking for a new passphrase: a spare key has just opened a store with one person in it."""
    vault = container.create_vault(stand.files, bytearray(b"forgotten words of old"), profile=0)
    people.add_person(vault.database, clock, PersonForm(name="Zaurbekova", role="trusted"))
    stand.code = container.make_recovery_code(vault, bytearray(b"forgotten words of old"))
    vault.close()
    result: list[Opened] = []
    stand.window.page("first_key").context.background.run(
        stand.window, lambda s, j: open_with_typed(s, j, bytearray(stand.code.encode())), result.append
    )
    stand.window.go("first_key", opened=result[0])
    return stand


def test_after_the_spare_key_a_new_passphrase_replaces_the_old(qtbot: Any, behind_spare_key: Any) -> None:
    """Names she has noted are no secret; the new words open, the old do not, the spare key still does."""
    stand = behind_spare_key
    assert "7 × 7" not in seen_words(stand.page)
    press(qtbot, stand.page, "phrase-way-own")
    type_into(qtbot, stand.page, "phrase-own", "zaurbekova zaurbekova")
    press(qtbot, stand.page, "first-key-next")
    assert stand.opened == []
    qtbot.keyClick(
        stand.page.findChildren(QWidget, "phrase-own")[0], Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier
    )
    type_into(qtbot, stand.page, "phrase-own", HERS)
    press(qtbot, stand.page, "first-key-next")
    assert [one.opened_by for one in stand.opened] == ["recovery"]
    close(stand)
    assert opens(stand.files, HERS)
    assert not opens(stand.files, "forgotten words of old")
    container.unlock_with_recovery(stand.files, stand.code).close()


def test_after_the_spare_key_everything_is_kept_and_the_page_does_not_say_otherwise(behind_spare_key: Any) -> None:
    assert not behind_spare_key.page.not_kept.isVisible()


def test_after_the_spare_key_the_old_passphrase_may_stay(qtbot: Any, behind_spare_key: Any) -> None:
    """She goes on; what a new one would have needed is wiped from memory."""
    stand = behind_spare_key
    press(qtbot, stand.page, "first-key-later")
    assert len(stand.opened) == 1
    assert stand.session.vault.unclaimed is None
    close(stand)
    assert opens(stand.files, "forgotten words of old")


@pytest.mark.parametrize("step", ["drawn", "own", "practise"])
def test_nothing_is_cut_at_twice_the_text_size(qtbot: Any, stand: Any, step: str) -> None:
    """At 1024x600."""
    stand.window.rebuild(Look("dark", 200))
    page = stand.window.page("first_key")
    if step == "own":
        press(qtbot, page, "phrase-way-own")
    if step == "practise":
        press(qtbot, page, "first-key-next")
    assert page.view.inner.minimumSizeHint().width() <= page.view.viewport().width()
