"""Another language, colours or text size in the middle of work: nothing she began, and nothing shown once, is lost.

Lost without it: her old spare key is dead and the new one was never seen, a copy lies locked with words that nobody
read, or a session in a kiosk is open behind a page that says nothing is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.backup_words import load_backup_words
from safeplan.content.desk_words import load_desk_words
from safeplan.content.handing_form import load_handing_form
from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.errors import WrongPassphrase
from safeplan.paths import vault_files
from safeplan.policy import Policy
from safeplan.records import plan, sittings
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, unlock_vault, unlock_with_recovery
from tests.builders import an_incident, ignore, never
from tests.ui.page_window import HeldExecutor
from tests.ui.room_kit import AREA, Parent
from ui import kiosk_work
from ui.app import App
from ui.error_texts import error_text
from ui.renewal import WAITS
from ui.rooms import HOME_ROOM, Room
from ui.translation import said_in

PHRASE = "lamp river bread seven"
DESK = Policy(mode="desk", organisation="House by the river", end_minutes=10, cover_minutes=2)
KIOSK = Policy(mode="kiosk", organisation="House by the river", end_minutes=10, cover_minutes=2)
WAITS_IN_RUSSIAN = said_in("ru", "Renewal", WAITS)


class Evening:
    """A whole window whose worker can be held up in the middle of a piece of work."""

    def __init__(self, qtbot: QtBot, clock: Any, files: Any, room: Room) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot, self.room, self.files, self.executor, self.parent = qtbot, room, files, HeldExecutor(), Parent()
        self.app = App(application, files, self.parent, clock=clock, executor=self.executor, room=room)
        self.window = self.app.window
        qtbot.addWidget(self.window)
        self.app.start(AREA if room.is_kiosk else QRect(0, 0, 1280, 900), 0)
        qtbot.waitExposed(self.window)
        self.app._change_language("en")

    def open(self) -> None:
        self.type("gate-passphrase", PHRASE)
        self.press("gate-open")
        self.qtbot.waitUntil(lambda: self.window.current_name == self.room.page_inside)

    def find(self, name: str) -> Any:
        def seen() -> list[QWidget]:
            return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(seen()))
        return seen()[-1]

    def sees(self, name: str) -> bool:
        QApplication.processEvents()
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton)
        button.click()

    def type(self, name: str, words: str) -> None:
        field = self.find(name)
        field.setFocus()
        self.qtbot.keyClicks(field, words)

    def words(self) -> str:
        QApplication.processEvents()
        shown = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        return "\n".join(one.text() for one in shown if isinstance(one, QLabel | QLineEdit | QPushButton))

    def begin(self, work: Callable[[], object]) -> None:
        """Have it begun and held up."""
        self.executor.holding = True
        work()
        assert self.app.background.busy

    def change(self, what: str) -> None:
        """As she does: a language below the navigation, a chip of the settings."""
        if what == "language":
            self.press("language-ru")
        else:
            self.app.context.change_setting(*{"size": ("text_size", 150), "theme": ("theme", "dark")}[what])
        # Old pages go in Qt's next round only.
        self.qtbot.wait(20)

    def go_on(self) -> None:
        self.executor.holding = False
        self.executor.release()

    def changed(self, what: str) -> bool:
        if what == "language":
            return self.window.findChild(QPushButton, "hide-now").text() == said_in("ru", "Shell", "Hide now")
        look = self.window._look
        return bool(look.text_scale == 150 if what == "size" else look.theme == "dark")

    def until_changed(self, what: str) -> None:
        self.qtbot.waitUntil(lambda: self.changed(what))
        # What is built anew stands in Qt's next rounds.
        self.qtbot.wait(50)


@pytest.fixture(autouse=True)
def quick_key(monkeypatch: pytest.MonkeyPatch, remembered: None) -> None:
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _monotonic: 0)


@pytest.fixture
def evening(qtbot: QtBot, clock: Any, vault: OpenVault) -> Iterator[Callable[..., Evening]]:
    """Opened: a store with two openings behind it, where the room looks for it, with two entries and a step."""
    files = vault.files
    vault.close()
    made: list[Evening] = []

    def begin(room: Room = HOME_ROOM, *, opened: bool = True, empty: bool = False) -> Evening:
        theirs = room.files(files)
        if empty:
            files.header.unlink()
            files.data.unlink()
        else:
            with_notes = unlock_vault(files, bytearray(PHRASE.encode()))
            sittings.begin_sitting(with_notes.database, clock)
            for text in ("The lamp was thrown.", "Money was taken."):
                an_incident(with_notes.database, clock, text)
            plan.add_own_step(with_notes.database, clock, "living", "a lamp in the hall")
            with_notes.close()
            if theirs.header != files.header:
                theirs.folder.mkdir(exist_ok=True)
                files.header.rename(theirs.header)
                files.data.rename(theirs.data)
        made.append(Evening(qtbot, clock, files, room))
        if opened and not empty:
            made[-1].open()
        return made[-1]

    yield begin
    for one in made:
        one.go_on()
        one.app.stop()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


every_change = pytest.mark.parametrize("what", ["language", "size", "theme"])


def spare_key(window: QWidget) -> str:
    groups = [window.findChildren(QLabel, f"settings-spare-group-{place}") for place in range(1, 8)]
    return "-".join(found[-1].text() for found in groups if found and found[-1].isVisible())


def at_the_spare_key(home: Evening) -> None:
    home.app.context.go("settings")
    home.press("settings-spare-fold")
    home.type("settings-spare-passphrase", PHRASE)


# ── a new spare key ─────────────────────────────────────────────────────────────────────────────────────────────
@every_change
def test_a_new_spare_key_is_seen_whatever_was_chosen_while_it_was_being_made(evening, what) -> None:
    home = evening()
    at_the_spare_key(home)
    home.begin(lambda: home.press("settings-spare-make"))
    home.change(what)
    assert not home.changed(what), "its page stands while it is being made"
    home.go_on()
    home.until_changed(what)
    key = spare_key(home.window)
    assert len(key.replace("-", "")) == 28
    home.app.stop()
    unlock_with_recovery(home.files, key).close()


@every_change
def test_a_new_spare_key_that_stands_there_goes_on_standing_there(evening, what) -> None:
    home = evening()
    at_the_spare_key(home)
    home.press("settings-spare-make")
    key = spare_key(home.window)
    home.type("settings-spare-compare", key[:9])
    home.change(what)
    home.until_changed(what)
    assert spare_key(home.window) == key
    assert home.find("settings-spare-compare").text() == key[:9]
    home.press("settings-spare-done")
    assert not spare_key(home.window)
    home.change("theme" if what != "theme" else "size")
    home.until_changed("theme" if what != "theme" else "size")
    assert not spare_key(home.window), "covered is covered"


def test_a_spare_key_that_was_left_behind_comes_back_with_no_language(evening) -> None:
    home = evening()
    at_the_spare_key(home)
    home.press("settings-spare-make")
    key = spare_key(home.window)
    home.app.context.go("today")
    home.change("language")
    home.until_changed("language")
    home.app.context.go("settings")
    assert not spare_key(home.window)
    assert key not in home.words()


def test_what_waits_is_said_in_the_language_that_was_chosen_and_the_exit_works_meanwhile(evening) -> None:
    home = evening()
    at_the_spare_key(home)
    home.begin(lambda: home.press("settings-spare-make"))
    home.change("language")
    assert home.find("language-ru").isChecked()
    assert not home.find("language-en").isChecked()
    home.qtbot.waitUntil(lambda: WAITS_IN_RUSSIAN in home.words())
    home.press("language-kk")
    home.qtbot.waitUntil(lambda: said_in("kk", "Renewal", WAITS) in home.words())
    assert len({WAITS, WAITS_IN_RUSSIAN, said_in("kk", "Renewal", WAITS)}) == 3
    home.press("hide-now")
    assert home.app.quick_exit.left
    assert home.window.is_covered
    assert ("leaving", 0) in home.parent.told


def test_the_last_choice_holds_and_the_line_goes_with_the_wait(evening) -> None:
    home = evening()
    home.begin(lambda: home.app.background.run(home.app, lambda *_: None, lambda _done: None))
    home.press("language-kk")
    home.press("language-ru")
    home.qtbot.waitUntil(lambda: WAITS_IN_RUSSIAN in home.words())
    home.go_on()
    home.until_changed("language")
    assert WAITS_IN_RUSSIAN not in home.words()
    assert home.find("language-ru").isChecked()


# ── a new passphrase ────────────────────────────────────────────────────────────────────────────────────────────
@every_change
def test_that_a_new_passphrase_works_is_told_whatever_was_chosen_meanwhile(evening, what) -> None:
    home = evening()
    home.app.context.go("settings")
    home.press("settings-passphrase-fold")
    new = "window table spoon garden"
    for name, typed in (("old", PHRASE), ("new", new), ("again", new)):
        home.type(f"settings-{name}", typed)
    home.begin(lambda: home.press("settings-change"))
    home.change(what)
    home.go_on()
    home.until_changed(what)
    assert "The new passphrase works from now on." in home.words()
    assert home.find("settings-passphrase-fold").isEnabled()


def test_the_first_passphrase_is_being_locked_on_a_page_that_stays(evening) -> None:
    first = evening(empty=True)
    first.app._welcome_done()
    first.app.context.keep_first(lambda: None)
    first.qtbot.waitUntil(lambda: bool(first.find("phrase-words").text()))
    first.press("first-key-next")
    first.begin(lambda: first.press("first-key-skip"))
    first.change("language")
    assert first.sees("first-key-sign")
    assert not first.find("first-key-skip").isEnabled()
    first.go_on()
    first.until_changed("language")
    assert first.app.context.has_store()


def test_the_words_she_practises_stay_the_same(evening) -> None:
    first = evening(empty=True)
    first.app._welcome_done()
    first.app.context.keep_first(lambda: None)
    first.qtbot.waitUntil(lambda: bool(first.find("phrase-words").text()))
    words = first.find("phrase-words").text()
    first.press("first-key-next")
    first.change("language")
    first.until_changed("language")
    first.press("first-key-look")
    assert first.find("phrase-words").text() == words
    first.press("first-key-next")
    first.press("first-key-skip")
    first.qtbot.waitUntil(first.app.context.has_store)
    first.app.stop()
    unlock_vault(first.files, bytearray(words.encode())).close()


# ── handing over ────────────────────────────────────────────────────────────────────────────────────────────────
def ready_to_hand_over(home: Evening, form: str = "folder") -> Any:
    home.app.context.go("hand_over")
    home.press("hand-over-step-what")
    home.press("hand-over-all")
    page = home.window.page("hand_over")
    home.press(f"hand-over-form-{form}")
    home.qtbot.waitUntil(lambda: page._looked_for == page.choice)
    return page


@every_change
def test_handing_over_keeps_its_bar_and_its_cancel_and_says_where_the_copy_lies(evening, stick, what) -> None:
    home = evening()
    page = ready_to_hand_over(home)
    home.begin(lambda: page.form.hand_over(stick))
    home.change(what)
    assert home.sees("hand-over-work-bar")
    assert home.find("hand-over-work-cancel").isEnabled()
    home.go_on()
    home.until_changed(what)
    (made,) = stick.iterdir()
    assert made.name in home.find("hand-over-where").text()
    result = load_handing_form("ru" if what == "language" else "en").result
    assert result.made in home.words()


def test_a_hand_over_that_was_cancelled_after_another_language_was_chosen_leaves_nothing(evening, stick) -> None:
    home = evening()
    page = ready_to_hand_over(home)
    home.begin(lambda: page.form.hand_over(stick))
    home.change("language")
    home.press("hand-over-work-cancel")
    home.go_on()
    home.until_changed("language")
    assert list(stick.iterdir()) == []
    assert load_handing_form("en").work.stopped in home.words(), "said once, in the words of that moment"


def test_what_came_of_a_hand_over_while_she_was_elsewhere_is_there_when_she_comes_back(evening, stick) -> None:
    home = evening()
    page = ready_to_hand_over(home)
    home.begin(lambda: page.form.hand_over(stick))
    home.app.context.go("today")
    home.change("language")
    home.go_on()
    home.until_changed("language")
    home.app.context.go("hand_over")
    (made,) = stick.iterdir()
    assert made.name in home.find("hand-over-where").text()


def test_the_words_that_lock_a_copy_stay_as_long_as_its_page(evening, stick) -> None:
    home = evening()
    page = ready_to_hand_over(home, "zip")
    home.press("hand-over-phrase")
    phrase = home.find("hand-over-phrase-words").text()
    page.form.hand_over(stick)
    home.find("hand-over-where")
    home.change("language")
    home.until_changed("language")
    assert home.find("hand-over-phrase-words").text() == phrase
    assert load_handing_form("ru").result.locked in home.words()
    home.app.context.go("today")
    home.change("theme")
    home.until_changed("theme")
    home.app.context.go("hand_over")
    assert phrase not in home.words()


# ── copies ──────────────────────────────────────────────────────────────────────────────────────────────────────
@every_change
def test_a_copy_that_was_made_is_said_with_its_place(evening, stick, what) -> None:
    home = evening()
    home.app.context.go("backup")
    page = home.window.page("backup")
    home.begin(lambda: page.make.make(stick))
    home.change(what)
    assert home.find("backup-work-cancel").isEnabled()
    home.go_on()
    home.until_changed(what)
    say = load_backup_words("ru" if what == "language" else "en").page
    assert home.find("backup-made").text() == say.made
    (made,) = stick.iterdir()
    assert made.name in home.find("backup-where").text()


def a_copy_with_one_more(home: Evening, clock: Any, path: Path) -> None:
    """Of the same store, with an entry that is not here."""
    twin = shutil.copytree(home.files.folder, path.parent / "twin")
    vault = unlock_vault(vault_files(twin), bytearray(PHRASE.encode()))
    sittings.begin_sitting(vault.database, clock)
    an_incident(vault.database, clock, "Written elsewhere.")
    make_backup(vault, clock, path, ignore, never)
    vault.close()


@every_change
def test_what_was_taken_in_is_said(evening, stick, clock, what) -> None:
    home = evening()
    a_copy_with_one_more(home, clock, stick / "b")
    home.app.context.go("backup")
    page = home.window.page("backup")
    page.open.take_file(stick / "b")
    home.type("backup-phrase", PHRASE)
    home.press("backup-look")
    home.begin(lambda: home.press("backup-compare-take"))
    home.change(what)
    assert home.sees("backup-compare-work-bar")
    home.go_on()
    home.until_changed(what)
    say = load_backup_words("ru" if what == "language" else "en").page
    assert home.find("backup-compare-taken").text() == say.taken.format(added=1, continued=0, files=0, people=0)


# ── at a desk ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_session_that_ends_is_counted_and_leads_to_its_last_page(evening) -> None:
    client = evening(Room(DESK, client=77))
    counted: list[tuple[int, ...]] = []
    client.app.context.extra["count_session"] = lambda *numbers: counted.append(numbers)
    client.press("session-begin-short")
    client.begin(lambda: client.press("session-end"))
    client.change("language")
    client.go_on()
    client.until_changed("language")
    assert client.window.current_name == "client_leave"
    assert len(counted) == 1


@every_change
def test_the_capsule_is_said_to_lie_on_her_stick_and_the_words_of_the_plan_stay(evening, stick, what) -> None:
    client = evening(Room(DESK, client=77))
    client.app.context.go("client_leave")
    page = client.window.page("client_leave")
    page.plan.box.click()
    words = client.find("leave-plan-words").text()
    client.type("leave-phrase", PHRASE)
    client.begin(lambda: page.write(stick))
    client.change(what)
    assert client.find("leave-work-cancel").isEnabled()
    client.go_on()
    client.until_changed(what)
    say = load_desk_words("ru" if what == "language" else "en").leave
    assert client.find("leave-taken").text() == say.taken
    assert client.sees("leave-plan-there")
    assert client.find("leave-plan-words").text() == words
    (folder,) = stick.iterdir()
    assert folder.name in client.find("leave-where").text()
    client.press("leave-end")
    assert say.ask_taken in client.words()


# ── in a kiosk ──────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def plugged_in(stick: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("removable_places", "sticks"):
        monkeypatch.setattr(kiosk_work, name, lambda: (stick,))
    monkeypatch.setattr(kiosk_work, "is_stick", lambda where: where == stick)
    return stick


def test_a_session_begins_once_whatever_language_is_pressed_meanwhile(evening) -> None:
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.begin(lambda: kiosk.press("kiosk-begin"))
    kiosk.change("language")
    assert not kiosk.find("kiosk-begin").isEnabled(), "it is not begun a second time"
    kiosk.go_on()
    kiosk.until_changed("language")
    assert kiosk.window.current_name == "kiosk_words"
    assert kiosk.find("kiosk-two-words").text() == kiosk.app.staying.words
    assert kiosk.app.context.has_store()
    assert load_kiosk_words("ru").words.go_on in kiosk.words()


@every_change
def test_the_words_on_her_paper_stay_to_be_looked_over(evening, plugged_in, what) -> None:
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.press("kiosk-begin")
    kiosk.find("kiosk-two-words")
    kiosk.app.context.go("kiosk_leave")
    kiosk.press("kiosk-stick-open")
    kiosk.find("kiosk-stick-written").setChecked(True)
    words = kiosk.find("phrase-words").text()
    kiosk.find("kiosk-stick-place-0")
    kiosk.begin(lambda: kiosk.press("kiosk-stick-place-0"))
    kiosk.change(what)
    assert kiosk.find("kiosk-stick-work-cancel").isEnabled()
    kiosk.go_on()
    kiosk.until_changed(what)
    assert kiosk.find("phrase-words").text() == words
    assert not kiosk.sees("phrase-other")
    (folder,) = plugged_in.iterdir()
    assert folder.name in kiosk.find("kiosk-stick-done").text()


# ── a lock that waits ───────────────────────────────────────────────────────────────────────────────────────────
def test_another_language_does_not_end_the_wait_after_wrong_passphrases(evening, clock) -> None:
    gate = evening(opened=False)

    def try_wrong() -> None:
        gate.type("gate-passphrase", "one wrong phrase")
        gate.press("gate-open")

    for _ in range(4):
        try_wrong()
        clock.move(seconds=2)
        gate.qtbot.waitUntil(lambda: gate.find("gate-open").isEnabled())
    gate.change("language")
    gate.until_changed("language")
    try_wrong()
    assert not gate.find("gate-open").isEnabled()
    assert "4" in gate.find("gate-waiting").text()
    gate.press("language-kk")
    assert not gate.find("gate-open").isEnabled()
    assert "4" in gate.find("gate-waiting").text()
    gate.type("gate-passphrase", PHRASE)
    gate.find("gate-passphrase").parent().entered.emit()
    assert gate.window.current_name == "gate"
    clock.move(seconds=4)
    gate.qtbot.waitUntil(lambda: gate.find("gate-open").isEnabled())
    gate.press("gate-open")
    gate.qtbot.waitUntil(lambda: gate.window.current_name == "today")


def test_opening_goes_on_on_its_page_and_the_notes_come_in_the_new_language(evening) -> None:
    gate = evening(opened=False)
    gate.type("gate-passphrase", PHRASE)
    gate.begin(lambda: gate.press("gate-open"))
    gate.change("language")
    assert gate.sees("gate-waiting")
    assert not gate.find("gate-open").isEnabled()
    gate.go_on()
    gate.until_changed("language")
    assert gate.window.current_name == "today"


def test_another_language_does_not_end_the_wait_for_the_two_words_either(evening, clock) -> None:
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.press("kiosk-begin")
    kiosk.press("kiosk-go-on")
    kiosk.app.quick_exit.leave()
    kiosk.parent.step_aside()
    kiosk.parent.stand_again(AREA, 0)
    for _ in range(3):
        kiosk.find("kiosk-field").setText("not these")
        kiosk.press("kiosk-open")
    assert not kiosk.find("kiosk-open").isEnabled()
    kiosk.change("language")
    kiosk.until_changed("language")
    assert not kiosk.find("kiosk-open").isEnabled()
    clock.move(seconds=1)
    kiosk.qtbot.waitUntil(lambda: kiosk.find("kiosk-open").isEnabled())


# ── what she types ──────────────────────────────────────────────────────────────────────────────────────────────
def test_what_she_types_while_it_waits_stands_in_one_piece(evening) -> None:
    home = evening()
    home.app.context.go("happened")
    home.find("happened-text")
    home.begin(lambda: home.app.background.run(home.app, lambda *_: None, lambda _done: None))
    home.change("language")
    home.type("happened-text", "He shouted")
    home.go_on()
    home.type("happened-text", " at the")
    assert not home.changed("language"), "not between two letters"
    home.until_changed("language")
    field = home.window.focusWidget()
    assert field.objectName() == "happened-text"
    home.qtbot.keyClicks(field, " door")
    assert field.text() == "He shouted at the door"


def test_a_passphrase_that_was_begun_is_typed_to_its_end(evening) -> None:
    gate = evening(opened=False)
    gate.begin(lambda: gate.app.background.run(gate.app, lambda *_: None, lambda _done: None))
    gate.change("language")
    gate.type("gate-passphrase", "lamp river")
    gate.go_on()
    gate.qtbot.wait(200)
    gate.type("gate-passphrase", " bread seven")
    gate.press("gate-open")
    gate.until_changed("language")
    assert gate.window.current_name == "today"


def test_what_is_read_ahead_holds_no_language_up(evening) -> None:
    gate = evening(opened=False)
    gate.begin(gate.app._first_page.learn)
    gate.change("language")
    assert gate.changed("language")
    gate.go_on()
    gate.open()


def test_a_question_that_came_of_the_work_is_answered_first(evening, stick) -> None:
    home = evening()
    home.app.context.go("backup")
    page = home.window.page("backup")
    home.begin(lambda: page.make.make(home.files.folder))
    home.change("language")
    home.go_on()
    assert "same folder as the notes" in home.words()
    home.qtbot.wait(200)
    assert "same folder as the notes" in home.words()
    home.press("answer-ok")
    home.until_changed("language")


# ── what failed ─────────────────────────────────────────────────────────────────────────────────────────────────
@every_change
def test_why_something_failed_is_said_whatever_was_chosen_meanwhile(evening, what) -> None:
    home = evening()
    home.app.context.go("settings")
    home.press("settings-spare-fold")
    home.type("settings-spare-passphrase", "one wrong phrase")
    home.begin(lambda: home.press("settings-spare-make"))
    words = error_text(WrongPassphrase())
    assert words is not None
    home.change(what)
    home.go_on()
    home.until_changed(what)
    assert words.sentence in home.find("settings-spare-passphrase-group-error").text()


def test_that_the_folder_is_still_there_is_said_in_the_new_language(evening, monkeypatch) -> None:
    client = evening(Room(DESK, client=77))
    client.app.context.go("client_leave")
    client.press("leave-end")
    monkeypatch.setattr("ui.leave_work.end", lambda _session, _job: False)
    client.begin(lambda: client.press("answer-go"))
    client.change("language")
    client.go_on()
    client.until_changed("language")
    assert client.find("leave-fault").text() == load_desk_words("ru").leave.still_here


def test_what_failed_in_a_kiosk_is_said_beside_the_same_words(evening, plugged_in) -> None:
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.press("kiosk-begin")
    kiosk.find("kiosk-two-words")
    kiosk.app.context.go("kiosk_leave")
    kiosk.press("kiosk-plan-open")
    kiosk.find("kiosk-plan-written").setChecked(True)
    words = kiosk.find("kiosk-plan-words").text()
    kiosk.find("kiosk-plan-place-0")
    kiosk.begin(lambda: kiosk.press("kiosk-plan-place-0"))
    kiosk.change("language")
    kiosk.go_on()
    kiosk.until_changed("language")
    assert kiosk.find("kiosk-plan-fault").text() == load_kiosk_words("en").leave.no_plan
    assert kiosk.find("kiosk-plan-words").text() == words
    assert not kiosk.find("kiosk-plan-written").isChecked()
