"""Another language, colours or text size in the middle of work: nothing she began, and nothing shown once, is lost.

Lost without it: her old spare key is dead and the new one was never seen, a copy lies locked with words that nobody
read.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from safeplan.content.backup_words import load_backup_words
from safeplan.content.handing_form import load_handing_form
from safeplan.errors import WrongPassphrase
from safeplan.paths import vault_files
from safeplan.records import sittings
from safeplan.vault.backup import make_backup
from safeplan.vault.container import unlock_vault, unlock_with_recovery
from tests.builders import an_incident, ignore, never
from tests.ui.evening_kit import PHRASE, Evening, every_change
from ui.error_texts import error_text
from ui.renewal import WAITS
from ui.translation import said_in

WAITS_IN_RUSSIAN = said_in("ru", "Renewal", WAITS)


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
