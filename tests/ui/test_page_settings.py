"""Settings: look and hiding hold at once; sum, passphrase and spare key really open or no longer open the notes."""

from __future__ import annotations

import os
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from safeplan import door, errors
from safeplan.content.words import word_list
from safeplan.policy import Policy
from safeplan.sparekey import read_spare_key
from safeplan.vault.container import has_recovery_code, unlock_vault, unlock_with_recovery
from tests.builders import a_person
from tests.ui.page_window import OpenPages
from ui.rooms import Room
from ui.theme import Look
from ui.widgets.settings_keys import WEAK

PASSPHRASE = "lamp river bread seven"
NEW = "otter violin parcel november"


def opens(pages: OpenPages, passphrase: str) -> bool:
    """Whether a fresh start would open the notes with it."""
    pages.vault.close()
    try:
        unlock_vault(pages.vault.files, bytearray(passphrase.encode())).close()
    except errors.WrongPassphrase:
        return False
    return True


def test_colours_size_and_hiding_hold_at_once(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-theme-dark")
    pages.click("settings-size-150")
    pages.click("settings-idle-5")
    pages.click("settings-front")
    pages.click("settings-key-fold")
    pages.click("settings-key-F9")
    pages.click("settings-names")
    now = pages.context.settings
    assert (now.theme, now.text_size, now.idle_minutes) == ("dark", 150, 5)
    assert (now.hide_when_inactive, now.exit_key, now.names_shown) == (True, "F9", True)
    pages.click("settings-key-")
    assert pages.context.settings.exit_key == ""


def test_after_the_window_is_built_anew_the_focus_is_on_the_chip_that_was_pressed(pages: OpenPages) -> None:
    change = pages.context.change_setting

    def change_and_rebuild(name: str, value: Any) -> None:
        change(name, value)
        pages.window.rebuild(Look(pages.context.settings.theme, pages.context.settings.text_size))

    pages.context.change_setting = change_and_rebuild
    page = pages.go("settings")
    pages.click("settings-size-200")
    pages.settle()
    assert pages.here() is not page
    assert pages.window.focusWidget().objectName() == "settings-size-200"


def test_another_program_and_another_language_are_asked_for_by_name(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-program-shopping")
    pages.click("settings-language-ru")
    assert pages.programs == ["shopping"]
    assert pages.languages == ["ru"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("317+29", "too short"),
        ("12.03.1990", "looks like a date"),
        ("87015550102", "telephone number"),
        ("sunflower", "at least one sign"),
        ("100+200", "People type sums like this"),
    ],
)
def test_a_sum_that_is_no_good_is_refused_with_its_reason_and_nothing_changes(
    pages: OpenPages, typed: str, hint: str
) -> None:
    pages.go("settings")
    pages.click("settings-sum-fold")
    pages.write("settings-sum", typed)
    pages.write("settings-sum-again", typed)
    pages.click("settings-sum-keep")
    assert hint in pages.find("settings-sum-group-error").text()
    assert door.opens(pages.vault.files, door.NEUTRAL_SUM)


def test_her_own_sum_leads_back_and_the_common_one_no_longer_does(pages: OpenPages) -> None:
    pages.go("settings")
    assert "7×7×7×7" in pages.words()
    pages.click("settings-sum-fold")
    assert "Only the passphrase is a lock." in pages.words()
    pages.write("settings-sum", "317*29+4")
    pages.write("settings-sum-again", "317*29+5")
    pages.click("settings-sum-keep")
    assert "The two are not the same." in pages.find("settings-sum-group-error").text()
    pages.write("settings-sum", "317*29+4")
    pages.write("settings-sum-again", "317×29+4")
    pages.click("settings-sum-keep")
    assert door.opens(pages.vault.files, "317*29+4=")
    assert not door.opens(pages.vault.files, door.NEUTRAL_SUM)
    assert "You have a sum of your own." in pages.words()
    assert "317" not in pages.words()
    assert pages.context.settings.sum_offered


def test_at_a_desk_a_client_is_offered_no_sum_that_would_lead_nowhere(pages: OpenPages) -> None:
    pages.context.room = Room(Policy(mode="desk", organisation="House", must_report={"en": "Nothing."}), client=77)
    pages.go("settings")
    assert pages.sees("settings-passphrase-card")
    assert not pages.sees("settings-sum-card")


def change_passphrase(pages: OpenPages, old: str, new: str, again: str = "") -> None:
    if not pages.sees("settings-new"):
        pages.click("settings-passphrase-fold")
    if old:
        pages.write("settings-old", old)
    pages.write("settings-new", new)
    pages.write("settings-again", again or new)
    pages.click("settings-change")


def test_the_suggested_words_become_the_passphrase_and_the_old_one_opens_nothing(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-passphrase-fold")
    pages.click("settings-suggest")
    words = pages.find("settings-suggested").text()
    assert len(set(words.split())) >= 3
    assert set(words.split()) <= set(word_list("en"))
    change_passphrase(pages, PASSPHRASE, words)
    assert "The new passphrase works from now on." in pages.message()
    assert words not in pages.words()
    assert not opens(pages, PASSPHRASE)
    assert opens(pages, words)


@pytest.mark.parametrize(
    ("old", "new", "again", "field", "words"),
    [
        (
            "not this one",
            "otter violin parcel november",
            "",
            "settings-old-group-error",
            "This passphrase does not open it.",
        ),
        (
            PASSPHRASE,
            "otter violin parcel november",
            "otter",
            "settings-new-group-error",
            "The two are not the same.",
        ),
        (PASSPHRASE, "qwerty12345", "", "settings-new-group-error", ""),
        (PASSPHRASE, PASSPHRASE, "", "settings-new-group-error", "This passphrase is already used here."),
    ],
)
def test_what_is_wrong_is_said_below_its_field_and_the_old_passphrase_still_opens(
    pages: OpenPages, old: str, new: str, again: str, field: str, words: str
) -> None:
    pages.go("settings")
    change_passphrase(pages, old, new, again)
    assert words in pages.find(field).text()
    assert pages.find(field).text()
    assert "Nothing was changed" in pages.message()
    assert opens(pages, PASSPHRASE)


def test_where_a_policy_asks_for_more_words_they_are_drawn_and_fewer_of_her_own_are_refused(pages: OpenPages) -> None:
    pages.context.room = Room(Policy(mode="desk", least_words=7), 3)
    pages.go("settings")
    change_passphrase(pages, PASSPHRASE, NEW)
    few = "Here a passphrase has at least 7 different words."
    assert pages.find("settings-new-group-error").text() == few
    pages.click("settings-suggest")
    words = pages.find("settings-suggested").text()
    assert len(words.split()) == 7
    assert "our words" not in pages.words()
    change_passphrase(pages, PASSPHRASE, words)
    assert opens(pages, words)


def test_a_passphrase_made_of_names_from_her_notes_is_refused(pages: OpenPages, clock: Any) -> None:
    a_person(pages.vault.database, clock, "Saltanat Bekmukhambetova")
    pages.go("settings")
    change_passphrase(pages, PASSPHRASE, "saltanat bekmukhambetova")
    assert pages.find("settings-new-group-error").text() == WEAK["personal"]


def test_a_spare_key_is_shown_once_opens_the_notes_and_is_written_nowhere(pages: OpenPages) -> None:
    pages.go("settings")
    assert "There is no spare key." in pages.words()
    pages.click("settings-spare-fold")
    pages.write("settings-spare-passphrase", PASSPHRASE)
    pages.click("settings-spare-make")
    groups = [pages.find(f"settings-spare-group-{place}").text() for place in range(1, 8)]
    key = "-".join(groups)
    assert read_spare_key(key) is not None
    pages.write("settings-spare-compare", key.replace(groups[2], "ZZZZ"))
    pages.click("settings-spare-check")
    assert "This differs." in pages.find("settings-spare-compare-error").text()
    pages.find("settings-spare-compare").clear()
    pages.write("settings-spare-compare", key.lower())
    pages.click("settings-spare-check")
    assert pages.message() == "Your paper is right."
    pages.click("settings-spare-done")
    assert groups[0] not in pages.words()
    assert "There is a spare key." in pages.words()
    pages.vault.close()
    for path in pages.vault.files.all():
        if path.exists():
            content = path.read_bytes()
            assert key.encode() not in content
            assert key.replace("-", "").encode() not in content
    unlock_with_recovery(pages.vault.files, key).close()


def test_leaving_the_page_takes_an_unfinished_spare_key_away(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-spare-fold")
    pages.write("settings-spare-passphrase", PASSPHRASE)
    pages.click("settings-spare-make")
    group = pages.find("settings-spare-group-1").text()
    pages.go("people")
    pages.go("settings")
    assert not pages.sees("settings-spare-group-1")
    assert group not in pages.words()


def test_a_wrong_passphrase_makes_no_spare_key(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-spare-fold")
    pages.write("settings-spare-passphrase", "not this one")
    pages.click("settings-spare-make")
    assert "does not open it" in pages.find("settings-spare-passphrase-group-error").text()
    assert not has_recovery_code(pages.vault)


def test_removing_the_spare_key_asks_first_and_then_it_opens_nothing(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-spare-fold")
    pages.write("settings-spare-passphrase", PASSPHRASE)
    pages.click("settings-spare-make")
    pages.click("settings-spare-done")
    pages.click("settings-spare-remove")
    pages.click("answer-keep")
    assert has_recovery_code(pages.vault)
    pages.click("settings-spare-remove")
    pages.click("answer-remove")
    assert not has_recovery_code(pages.vault)
    assert "There is no spare key." in pages.words()


def test_one_line_leads_to_the_page_where_the_record_is_checked(pages: OpenPages) -> None:
    pages.go("settings")
    pages.click("settings-record")
    assert pages.window.current_name == "record"
    assert pages.sees("record-check")


def test_removing_everything_needs_the_number_tells_its_limits_and_leaves_the_everyday_program(
    pages: OpenPages,
) -> None:
    files = pages.vault.files
    files.preferences.write_text("{}")
    pages.go("settings")
    pages.click("settings-remove-fold")
    words = pages.words()
    assert "may be needed later" in words
    assert "may notice that it is gone" in words
    assert words.count("•") >= 4
    number = pages.find("settings-remove-number").text()
    pages.write("settings-remove-typed", "0000")
    assert not pages.find("settings-remove").isEnabled()
    pages.click("settings-remove")
    assert files.header.exists()
    pages.find("settings-remove-typed").clear()
    pages.write("settings-remove-typed", number)
    pages.click("settings-remove")
    assert pages.exits == 1
    assert [path for path in files.all() if path.exists()] == [files.preferences]


def test_what_could_not_be_removed_is_said_before_leaving(pages: OpenPages, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.go("settings")
    pages.click("settings-remove-fold")
    pages.write("settings-remove-typed", pages.find("settings-remove-number").text())
    pages.vault.files.data.parent.chmod(0o500)
    try:
        if os.geteuid() == 0:
            monkeypatch.setattr(type(pages.vault.files.data), "unlink", _refuse)
        pages.click("settings-remove")
    finally:
        pages.vault.files.data.parent.chmod(0o700)
    assert "Nothing can open them any more." in pages.words()
    assert pages.exits == 0
    pages.click("answer-ok")
    assert pages.exits == 1


def _refuse(*_args: Any, **_more: Any) -> None:
    raise PermissionError


def test_before_anything_is_kept_there_are_no_keys_to_change(pages: OpenPages) -> None:
    pages.context.has_store = lambda: False
    pages.go("settings")
    assert pages.sees("settings-later")
    assert not pages.sees("settings-sum-card")
    pages.context.has_store = lambda: True
    pages.go("settings")
    assert pages.sees("settings-sum-card")
    assert not pages.sees("settings-later")


def test_everything_can_be_reached_with_tab_alone(pages: OpenPages, qtbot: QtBot) -> None:
    pages.go("settings")
    reached: set[str] = set()
    for _ in range(80):
        qtbot.keyClick(pages.window.focusWidget() or pages.window, Qt.Key.Key_Tab)
        focused = pages.window.focusWidget()
        reached.add(focused.objectName() if focused is not None else "")
    for name in (
        "settings-theme-dark",
        "settings-front",
        "settings-sum-fold",
        "settings-record",
        "settings-remove-fold",
    ):
        assert name in reached


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, theme: str, scale: int) -> None:
    pages.window.rebuild(Look(theme, scale))
    pages.go("settings")
    for fold in ("settings-key-fold", "settings-sum-fold", "settings-passphrase-fold", "settings-remove-fold"):
        pages.find(fold).setChecked(True)
    pages.settle()
    assert pages.fits()
    assert pages.unnamed() == []
