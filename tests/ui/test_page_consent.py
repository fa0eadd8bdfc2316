"""Consents at the desk: nothing longer than was chosen, the words that stood there, and a way back for each.

Lost without it: notes stay at an organisation because a tick was set once, and nobody can say what was agreed to.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from safeplan.content.desk_words import load_desk_words
from safeplan.errors import WrongPassphrase
from safeplan.policy import Policy
from safeplan.records import consents, sittings
from safeplan.vault.container import set_door, unlock_vault
from safeplan.vault.second_slot import has_second_slot
from ui.pages.consent import ConsentPage
from ui.rooms import Room
from ui.theme import Look

HERS, COUNSELLORS = "lamp river bread seven", "window table spoon garden"
AT_DESK = Policy(mode="desk", organisation="House by the river", must_report={"en": "Nothing."})


@pytest.fixture
def hers(qtbot: Any, clock: Any, vault: Any) -> Callable[..., Stage]:
    def open_consents(**more: Any) -> Stage:
        sittings.begin_sitting(vault.database, clock)
        stage = Stage(qtbot, clock, vault, {"consent": ConsentPage}, **more)
        stage.context.room = Room(AT_DESK, client=77)
        stage.told = []
        kept = functools.partial(consents.kept_until, clock=clock)
        stage.context.extra["tell_agreed"] = lambda: stage.told.append(kept(stage.session.database))
        stage.go("consent")
        return stage

    return open_consents


def agree(stage: Stage, what: str, day: str = "") -> None:
    stage.click(f"consent-what-{what}")
    if day:
        stage.click("consent-until-day")
        stage.window.page("consent").new.day.setDate(QDate.fromString(day, "yyyy-MM-dd"))
    stage.click("consent-agree")


def agreed_before_anything_is_kept(qtbot: Any, clock: Any, tmp_path: Any) -> Stage:
    stage = Stage(qtbot, clock, None, {"consent": ConsentPage}, tmp_path=tmp_path)
    stage.context.room = Room(AT_DESK, client=77)
    stage.go("consent")
    agree(stage, "folder")
    return stage


def choose_a_passphrase(stage: Stage, vault: Any, clock: Any) -> None:
    sittings.begin_sitting(vault.database, clock)
    stage.open_store(vault)
    stage.settle()


def agree_to_a_second_passphrase(stage: Stage, hers: str = HERS) -> None:
    agree(stage, "second_slot", "2026-03-20")
    type_both(stage, hers)


def type_both(stage: Stage, hers: str = HERS) -> None:
    type_in(stage, "consent-hers", hers)
    type_in(stage, "consent-counsellors", COUNSELLORS)
    stage.click("consent-second-go")


def type_in(stage: Stage, name: str, words: str) -> None:
    field = next(one for one in stage.window.findChildren(QWidget, name) if one.isVisible())
    field.setFocus()
    stage.qtbot.keyClicks(field, words)


def test_without_another_word_it_is_for_this_session_only(hers, vault, clock) -> None:
    stage = hers()
    agree(stage, "folder")
    (given,) = consents.list_consents(vault.database)
    assert (given.what, given.until, given.who) == (("folder",), "", "House by the river")
    assert given.words_shown in stage.seen()
    assert "Only until this session ends." in given.words_shown
    assert given.language == "en"
    assert stage.told[-1] == ""


def test_until_a_day_is_said_kept_and_told_to_the_list(hers, vault, clock) -> None:
    stage = hers()
    agree(stage, "folder", "2026-03-20")
    assert consents.kept_until(vault.database, clock) == "2026-03-20"
    assert "Until the end of 20 March 2026." in stage.seen()
    assert stage.told[-1] == "2026-03-20"
    assert stage.window.page("consent").new.until.one() == "session", "the next one begins with the shortest time"


def test_each_consent_is_for_one_thing(hers, vault) -> None:
    stage = hers()
    stage.click("consent-what-folder")
    stage.click("consent-what-copies")
    stage.click("consent-agree")
    assert [one.what for one in consents.list_consents(vault.database)] == [("copies",)]


def test_an_empty_name_or_nothing_chosen_is_no_consent(hers, vault) -> None:
    stage = hers()
    stage.click("consent-agree")
    stage.click("consent-what-folder")
    stage.window.findChildren(QLineEdit, "consent-who")[-1].setText(" ")
    stage.click("consent-agree")
    assert consents.list_consents(vault.database) == ()
    assert "Say who may keep what" in stage.seen()


def test_taken_back_it_stands_under_what_has_ended(hers, vault, clock) -> None:
    stage = hers()
    agree(stage, "call_back", "2026-03-20")
    stage.click("consent-end-call_back")
    assert consents.holding(vault.database, clock) == ()
    assert not stage.exists("consent-holding")
    assert stage.exists("consent-ended")
    assert "ended on 2 March 2026" in stage.seen()


def test_the_second_passphrase_needs_a_consent_and_both_words(hers, vault) -> None:
    stage = hers()
    assert not stage.exists("consent-second")
    agree_to_a_second_passphrase(stage, hers="not the right words")
    assert not has_second_slot(vault)
    type_both(stage)
    assert has_second_slot(vault)
    assert not stage.exists("consent-second")
    assert len(stage.told) > 1


def test_taking_it_back_gives_a_new_key_that_only_hers_opens(hers, vault) -> None:
    stage = hers()
    agree_to_a_second_passphrase(stage)
    stage.click("consent-end-second_slot")
    assert stage.exists("consent-key")
    type_in(stage, "consent-key-hers", "not the right words")
    stage.click("consent-key-go")
    assert stage.exists("consent-key"), "still due"
    type_in(stage, "consent-key-hers", HERS)
    stage.click("consent-key-go")
    assert not stage.exists("consent-key")
    assert stage.told[-1] == ""
    session = stage.session
    session.vault.close()
    with pytest.raises(WrongPassphrase):
        unlock_vault(session.files, bytearray(COUNSELLORS.encode()))
    unlock_vault(session.files, bytearray(HERS.encode())).close()


def test_a_sum_of_her_own_does_not_stop_the_new_key(hers, vault) -> None:
    set_door(vault, "8841*37-16")
    stage = hers()
    agree_to_a_second_passphrase(stage)
    stage.click("consent-end-second_slot")
    assert not has_second_slot(vault), "at once, before the key is changed"
    type_in(stage, "consent-key-hers", HERS)
    stage.click("consent-key-go")
    assert not stage.exists("consent-key")
    stage.session.vault.close()
    with pytest.raises(WrongPassphrase):
        unlock_vault(stage.session.files, bytearray(COUNSELLORS.encode()))


def test_opened_with_the_counsellors_passphrase_no_key_can_be_changed(hers, vault, clock) -> None:
    stage = hers()
    agree_to_a_second_passphrase(stage)
    vault.opened_by = "second"
    stage.click("consent-end-second_slot")
    assert stage.exists("consent-own-only")
    assert not stage.find("consent-key-go").isEnabled()


def test_with_nothing_kept_yet_the_first_consent_asks_for_a_passphrase_and_is_kept_then(
    qtbot, clock, vault, tmp_path
) -> None:
    stage = agreed_before_anything_is_kept(qtbot, clock, tmp_path)
    assert consents.list_consents(vault.database) == ()
    choose_a_passphrase(stage, vault, clock)
    assert len(consents.list_consents(vault.database)) == 1


def test_what_is_not_agreed_to_yet_outlasts_another_language_and_the_rest_is_said_in_it(hers) -> None:
    stage = hers()
    stage.click("consent-what-copies")
    stage.click("consent-until-day")
    page = stage.window.page("consent")
    page.new.day.setDate(QDate(2026, 3, 20))
    page.new.who.setText("Dana Example")
    stage.speak("ru")
    again = stage.window.page("consent").new
    assert (again.what.one(), again.until.one(), again.day.iso()) == ("copies", "day", "2026-03-20")
    assert again.who.text() == "Dana Example"
    say = load_desk_words("ru")
    assert again.purpose.text() == say.consent.purpose_first
    assert say.what["copies"].text in again.sentence.text()


def test_what_was_agreed_to_is_said_where_another_language_was_chosen_with_the_first_passphrase(
    qtbot, clock, vault, tmp_path
) -> None:
    stage = agreed_before_anything_is_kept(qtbot, clock, tmp_path)
    stage.speak("ru")
    choose_a_passphrase(stage, vault, clock)
    assert load_desk_words("ru").what["folder"].title in stage.seen()
    assert stage.window.shell.message_bar.text.text() == load_desk_words("ru").consent.given


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_sentence_is_in_the_clients_language_and_nothing_is_cut(hers, vault, language: str) -> None:
    stage = hers(language=language, look=Look("light", 200))
    agree(stage, "copies")
    (given,) = consents.list_consents(vault.database)
    assert given.language == language
    stage.nothing_is_cut(stage.window.page("consent"))
