"""Another language, colours or text size in the middle of work: at a desk, in a kiosk, and while a lock waits.

Lost without it: a session in a kiosk is open behind a page that says nothing is, or a lock no longer waits
after wrong passphrases.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from safeplan.content.desk_words import load_desk_words
from safeplan.content.kiosk_words import load_kiosk_words
from safeplan.policy import Policy
from tests.ui.evening_kit import PHRASE, every_change
from tests.ui.room_kit import AREA, KIOSK
from ui import kiosk_work
from ui.rooms import Room

DESK = Policy(mode="desk", organisation="House by the river", end_minutes=10, cover_minutes=2)


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


def at_the_end_of_a_session(evening):
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.press("kiosk-begin")
    kiosk.find("kiosk-two-words")
    kiosk.app.context.go("kiosk_leave")
    return kiosk


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
    kiosk = at_the_end_of_a_session(evening)
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


# ── what failed ──────────────────────────────────────────────────────────────────────────────────────────────
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
    kiosk = at_the_end_of_a_session(evening)
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
