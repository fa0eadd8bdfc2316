"""The three rooms in the whole window: what stands first, what an exit leaves open, and what brings it back.

Lost without it: at a shelter's computer the next resident comes back into the last one's words.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from room_kit import DESK, KIOSK, InRoom, at_the_list, begin, focused

from safeplan.errors import PolicyFault
from safeplan.policy import HOME
from safeplan.records import clients, consents, counts, sessions_held
from safeplan.records.settings import Settings, all_settings
from ui.background import Job, Session
from ui.opening import Opened, make_store
from ui.rooms import Room


def test_a_kiosk_shows_languages_and_numbers_before_anything_is_opened(enter) -> None:
    room = enter(Room(KIOSK))
    assert room.page == "kiosk_start"
    assert "112" in room.words_in_sight()
    assert "House by the river" in room.words_in_sight()
    assert not list(room.files.folder.rglob("d0.bin")), "nothing is opened before she presses"


def test_a_session_begins_with_two_words_and_leads_to_her_first_page(enter) -> None:
    room = enter(Room(KIOSK))
    shown = begin(room)
    assert len(shown.split()) == 2
    assert room.page == "today"
    assert room.files.session.data.exists()
    assert not list(room.files.folder.rglob("s0.bin")), "no key file, ever"
    assert ("stays", 600) in room.parent.told


def test_space_leads_from_beginning_a_session_past_the_two_words(enter) -> None:
    """The store is open in another look than the start page: the window is made anew, and the focus stays hers."""
    room = enter(Room(KIOSK))
    room.app.window.activateWindow()
    room.find("kiosk-begin").setFocus()
    room.press("kiosk-begin")
    room.find("kiosk-go-on")
    room.qtbot.waitUntil(lambda: focused() == "kiosk-go-on")
    room.qtbot.wait(50)
    assert focused() == "kiosk-go-on"


def test_hidden_and_called_back_it_asks_for_the_two_words_and_shows_nothing_of_hers(enter) -> None:
    room = enter(Room(KIOSK))
    shown = begin(room)
    room.app.window.go("happened")
    room.find("happened-text").set_text("a kettle of words")
    room.hide()
    assert not room.app.window.isVisible()
    assert room.parent.told[-2:] == [("leaving", 0), ("aside", 0)]
    room.come_back()
    assert room.page == "kiosk_words"
    assert shown.split()[0] not in room.words_in_sight()
    assert "kettle" not in room.words_in_sight()
    room.try_words("something else")
    assert room.page == "kiosk_words"
    room.try_words(shown.upper())
    assert room.page == "happened"
    assert room.find("happened-text").text() == "a kettle of words"


def test_no_press_and_no_work_that_ends_leads_past_the_two_words(enter) -> None:
    """The next resident presses a language, and what was still being kept when it was hidden is kept only now."""
    room = enter(Room(KIOSK))
    shown = begin(room)

    def ways() -> list[str]:
        found = [one.objectName() for one in room.app.window.findChildren(QPushButton) if one.isVisible()]
        return [name for name in found if name.startswith("nav-")]

    room.qtbot.waitUntil(lambda: bool(ways()))
    room.app.window.go("happened")
    room.hide()
    room.come_back()
    room.press("language-ru")
    assert (room.page, ways()) == ("kiosk_words", [])
    room.app.context.go("people")
    room.app.context.tell("Her words.")
    assert (room.page, ways()) == ("kiosk_words", [])
    assert "Her words." not in room.words_in_sight()
    room.hide()
    room.come_back()
    assert (room.page, ways()) == ("kiosk_words", [])
    room.try_words(shown)
    assert room.page == "people"
    room.qtbot.waitUntil(lambda: bool(ways()))


def test_the_time_runs_on_while_nobody_knows_the_words(enter, clock) -> None:
    room = enter(Room(KIOSK))
    begin(room)
    room.hide()
    clock.move(seconds=400)
    room.come_back()
    assert ("stays", 200) in room.parent.told
    assert "4" in room.find("kiosk-left").text()
    room.hide()
    clock.move(seconds=150)
    room.come_back()
    assert ("stays", 50) in room.parent.told
    assert "50" in room.find("kiosk-left").text()


def test_with_the_right_words_the_whole_time_begins_anew(enter, clock) -> None:
    room = enter(Room(KIOSK))
    shown = begin(room)
    room.hide()
    clock.move(seconds=590)
    room.come_back()
    room.try_words(shown)
    assert room.parent.told[-1] == ("stays", 600)


def test_a_third_wrong_try_has_to_wait(enter, clock) -> None:
    room = enter(Room(KIOSK))
    shown = begin(room)
    room.hide()
    room.come_back()
    for _ in range(3):
        room.try_words("not these")
    assert not room.find("kiosk-open").isEnabled()
    clock.move(seconds=2)
    room.find("kiosk-field").setText(shown)
    room.app.window.page("kiosk_words").show_time()
    room.press("kiosk-open")
    assert room.page == "today"


def test_a_desk_comes_back_without_asking_and_never_longer_than_its_minutes(enter, vault) -> None:
    vault.close()
    room = enter(Room(DESK))
    assert room.page == "gate"
    room.qtbot.keyClicks(room.find("gate-passphrase"), "lamp river bread seven")
    room.press("gate-open")
    room.qtbot.waitUntil(lambda: room.page == "clients")
    assert ("stays", 480) in room.parent.told
    assert room.app.auto_hide.idle_seconds == 120
    room.hide()
    room.come_back()
    assert room.page == "clients"


def test_with_a_new_client_what_is_not_kept_yet_survives_an_exit(enter) -> None:
    room = enter(Room(DESK, client=77))
    assert room.page == "client_begin"
    assert "Nothing." in room.words_in_sight()
    room.press("begin-full")
    assert ("stays", 480) in room.parent.told
    assert room.app.auto_hide.idle_seconds == 120, "covering loses nothing here"
    room.hide()
    room.come_back()
    assert room.page == "plan"
    assert not list(room.files.folder.rglob("*.bin")), "nothing was made"


def listed(desk: InRoom) -> tuple[clients.Client, ...]:
    return clients.list_clients(desk.app.background._session.database)


def with_a_client(enter: Callable[..., InRoom], key: bytes) -> InRoom:
    """Client 77 in her own process, as the everyday program starts it after the desk was open."""
    hers = enter(Room(DESK, client=77))
    hers.parent.key_came(key)
    return hers


def her_store(vault: Any) -> None:
    """The store of the fixture becomes client 77's; the desk's is a copy of it."""
    hers = vault.files.client(77)
    hers.folder.mkdir(exist_ok=True)
    for path in (vault.files.header, vault.files.data):
        shutil.copyfile(path, hers.folder / path.name)


def open_hers(hers: InRoom) -> None:
    hers.qtbot.keyClicks(hers.find("gate-passphrase"), "lamp river bread seven")
    hers.press("gate-open")
    hers.qtbot.waitUntil(lambda: hers.page == "session")


def agree(hers: InRoom, *what: str, until: str) -> None:
    form = consents.ConsentForm("The house", what, "to go on", until, "en", "Read together.")
    consents.give_consent(hers.app.background._session.database, hers.clock, form)
    hers.app.context.extra["tell_agreed"]()


def test_a_session_ended_in_a_clients_process_is_counted_at_the_desk_without_saying_whose(enter, vault) -> None:
    vault.close()
    desk = at_the_list(enter)
    key = desk.parent.key
    desk.end()
    hers = with_a_client(enter, key)
    hers.press("begin-short")
    assert hers.page == "session"
    hers.press("session-about-court")
    hers.press("session-end")
    assert hers.page == "client_leave"
    hers.press("leave-list")
    assert ("switch", 0) in hers.parent.told
    hers.end()
    # The everyday program may have ended meanwhile: what is owed lies sealed beside the desk's store.
    desk = at_the_list(enter)
    table = counts.count_table(desk.app.background._session.database, "2026-03", "2026-03")
    assert {(line.kind, line.name) for line in table.lines} == {
        ("session", "all"),
        ("session", "short"),
        ("session", "full"),
        ("topic", "court"),
    }
    assert listed(desk) == ()
    assert not desk.files.box.exists()


def test_a_listed_clients_store_opens_at_the_choice_of_what_today_is_for(enter, vault) -> None:
    vault.close()
    room = enter(Room(DESK))
    for path in (vault.files.header, vault.files.data):
        hers = vault.files.client(77)
        hers.folder.mkdir(exist_ok=True)
        path.rename(hers.folder / path.name)
    room.end()
    room = enter(Room(DESK, client=77))
    assert room.page == "gate"
    room.qtbot.keyClicks(room.find("gate-passphrase"), "lamp river bread seven")
    room.press("gate-open")
    room.qtbot.waitUntil(lambda: room.page == "session")
    assert "Nothing." in room.words_in_sight()
    room.press("session-begin-short")
    (held,) = sessions_held.list_sessions(room.app.background._session.database)
    assert held.path == "short"


def test_what_she_agrees_to_and_takes_back_reaches_the_list(enter, vault) -> None:
    vault.close()
    her_store(vault)
    desk = at_the_list(enter)
    key = desk.parent.key
    desk.end()
    hers = with_a_client(enter, key)
    open_hers(hers)
    agree(hers, consents.FOLDER, until="2026-06-01")
    agree(hers, consents.ALIAS, consents.CALL_BACK, until="2026-05-01")
    hers.end()
    desk = at_the_list(enter)
    (line,) = listed(desk)
    assert (line.number, line.alias, line.keep_until) == (77, "", "2026-06-01")
    assert (line.alias_until, line.call_back_until) == ("2026-05-01", "2026-05-01")
    desk.sees("A name in this list is agreed until 1 May 2026.")
    desk.sees("Calling back is agreed until 1 May 2026. How is not written here yet.")
    desk.press("client-77-rename")
    desk.find("client-alias").setText("Blue scarf")
    desk.app.context.questions.answer("keep")
    desk.press("client-77-call-back")
    desk.find("client-call-back-words").setText("Tuesdays at noon, say: the library")
    desk.app.context.questions.answer("keep")
    desk.sees("the library")
    desk.press("client-77-call")
    desk.sees("Calling back, until 1 May 2026: Tuesdays at noon, say: the library")
    assert "Blue scarf" in desk.words_in_sight()
    desk.end()
    hers = with_a_client(enter, key)
    open_hers(hers)
    hers.press("session-begin-short")
    hers.press("session-consent")
    hers.press("consent-end-alias-call_back")
    hers.end()
    desk = at_the_list(enter)
    (line,) = listed(desk)
    assert (line.alias, line.call_back, line.alias_until, line.call_back_until) == ("", "", "", "")
    assert line.keep_until == "2026-06-01", "her notes stay as agreed"
    desk.sees(f"No name agreed · {line.mark}")
    desk.sees("Calling back: no. No call and no message.")
    assert "Blue scarf" not in desk.words_in_sight()
    assert "library" not in desk.words_in_sight()
    desk.press("client-77-call")
    desk.sees("Calling back: no.")
    assert not [one for one in desk.app.window.findChildren(QPushButton, "client-77-rename") if one.isVisible()]


def test_a_name_whose_day_is_over_goes_at_the_next_opening_though_she_never_comes_back(enter, vault, clock) -> None:
    made = clients.add_client(vault.database, clock, "Blue scarf", "2026-03-20")
    vault.files.client(made.number).folder.mkdir()
    vault.close()
    clock.move(days=20)
    desk = at_the_list(enter)
    assert listed(desk)[0].alias == ""
    assert "Blue scarf" not in desk.words_in_sight()


def test_at_the_kitchen_table_an_exit_ends_everything_as_ever(enter) -> None:
    room = enter(Room(HOME))
    assert room.page == "welcome"
    room.app.quick_exit.leave()
    assert ("leaving", 0) in room.parent.told
    assert not [told for told in room.parent.told if told[0] == "stays"]


def test_what_she_chose_on_the_first_evening_holds_when_the_first_line_is_kept(enter) -> None:
    """A key that hides, and how the window looks: chosen before there was a store, heard and kept afterwards."""
    room = enter(Room(HOME))
    context = room.app.context
    context.extra["welcome_done"]()
    chosen = {"exit_key": "F9", "text_size": 150, "theme": "dark", "idle_minutes": 1, "hide_when_inactive": True}
    for name, value in chosen.items():
        context.change_setting(name, value)
    kept: list[str] = []
    context.keep_first(lambda: kept.append("a line"))

    def make(session: Session, job: Job) -> Opened:
        return make_store(session, job, bytearray(b"the kettle sings on rainy mondays"), generated=True)

    context.background.run(room.app, make, context.opened)
    room.qtbot.waitUntil(lambda: kept == ["a line"])
    in_store: list[Settings] = []
    context.background.run(room.app, lambda session, _job: all_settings(session.database), in_store.append)
    room.qtbot.waitUntil(lambda: bool(in_store))
    for settings in (context.settings, in_store[0]):
        assert {name: getattr(settings, name) for name in chosen} == chosen
    QTest.keyClick(room.app.window.windowHandle(), Qt.Key.Key_F9)
    assert ("leaving", 0) in room.parent.told


def test_a_faulty_policy_opens_nothing_and_says_where(enter) -> None:
    fault = PolicyFault(reason="unknown", mend="remove", file="/etc/tally/policy.toml", line=7, key="idle")
    room = enter(Room(fault=fault))
    assert room.page == "policy_fault"
    assert "7" in room.words_in_sight()
    assert not list(room.files.folder.rglob("*.bin"))


def test_a_note_that_could_not_be_left_for_the_desk_is_said(enter, vault) -> None:
    vault.close()
    her_store(vault)
    desk = at_the_list(enter)
    key = desk.parent.key
    desk.end()
    hers = with_a_client(enter, key)
    open_hers(hers)
    hers.files.box.unlink()
    hers.files.box.mkdir()
    agree(hers, consents.ALIAS, until="2026-05-01")
    hers.qtbot.waitUntil(lambda: hers.app.context.questions.open)
