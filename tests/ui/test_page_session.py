"""A session in a client's own store: chosen, walked, taken home, ended, and counted as three numbers.

Lost without it: a counsellor cannot say what has changed, and a session is counted twice or with a name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from page_stage import Stage

from safeplan.policy import Policy
from safeplan.records import consents, incidents, plan, retention, second_key, sessions_held, sittings
from safeplan.records.consents import ConsentForm
from safeplan.records.incident_form import IncidentForm
from safeplan.records.sessions_held import unpacked
from safeplan.vault.second_slot import has_second_slot
from ui import session_work
from ui.pages.session import SessionPage
from ui.rooms import Room
from ui.session_work import Present, present_of
from ui.theme import Look

AT_DESK = Policy(mode="desk", must_report={"en": "A child in danger, to the child's office."})
ELSEWHERE = ("both_look", "acute", "plan", "happened", "consent", "client_leave")


@pytest.fixture
def hers(qtbot: Any, clock: Any, vault: Any) -> Callable[..., Stage]:
    def open_session(store: bool = True, policy: Policy = AT_DESK, **more: Any) -> Stage:
        if store:
            sittings.begin_sitting(vault.database, clock)
        more.setdefault("tmp_path", vault.files.folder)
        stage = Stage(qtbot, clock, vault if store else None, {"session": SessionPage}, elsewhere=ELSEWHERE, **more)
        stage.context.room = Room(policy, client=77)
        stage.counted = []
        stage.context.extra["count_session"] = lambda *numbers: stage.counted.append(numbers)
        return stage

    return open_session


def begun(hers: Callable[..., Stage], path: str = "short", **more: Any) -> Stage:
    stage = hers(**more)
    present_of(stage.context).path = path
    stage.go("session")
    return stage


def test_what_must_be_reported_stands_before_the_first_choice(hers, vault) -> None:
    stage = hers()
    stage.go("session")
    assert "A child in danger" in stage.seen()
    assert not stage.exists("session-end")
    assert sessions_held.list_sessions(vault.database) == ()


def test_chosen_it_stands_in_the_store_once_with_its_purpose(hers, vault) -> None:
    stage = hers()
    stage.go("session")
    stage.click("session-topic-money")
    stage.click("session-begin-short")
    stage.go("session")
    (held,) = sessions_held.list_sessions(vault.database)
    assert (held.path, held.purposes) == ("short", ("money",))
    assert "Money" in stage.seen()
    assert "In 20 minutes" in stage.seen()
    assert "A child in danger" not in stage.seen()


def test_what_changed_since_last_time_is_told(hers, vault, clock) -> None:
    sittings.begin_sitting(vault.database, clock)
    first = sessions_held.begin_session(vault.database, clock, (), "short")
    sessions_held.end_session(vault.database, clock, first.id, ())
    clock.move(days=7)
    step = plan.add_own_step(vault.database, clock, "bag", "Papers to my sister")
    plan.mark_step(vault.database, clock, step.id, "done")
    incidents.add_incident(vault.database, clock, IncidentForm(text="A dull evening"))
    seen = begun(hers).seen()
    assert "Since 2 March 2026" in seen
    assert "Done: Papers to my sister" in seen
    assert "New entries: 1" in seen
    assert "dull evening" not in seen


def test_the_three_things_are_ticked_by_what_was_done(hers, vault, clock) -> None:
    stage = begun(hers)
    page = stage.window.page("session")
    assert not any(tick.is_checked() for tick in page.ways.ticks.values())
    for number in range(3):
        plan.add_own_step(vault.database, clock, "bag", f"Step {number}")
    incidents.add_incident(vault.database, clock, IncidentForm(text="A dull evening"))
    stage.click("session-open-acute")
    assert stage.window.current_name == "acute"
    stage.go("session")
    assert all(tick.is_checked() for tick in page.ways.ticks.values())
    stage.window.rebuild(Look("dark", 200))
    stage.settle()
    assert all(tick.is_checked() for tick in stage.window.page("session").ways.ticks.values())
    stage.nothing_is_cut(stage.window.page("session"))


def test_ended_it_leaves_three_numbers_and_only_once(hers, vault) -> None:
    stage = begun(hers)
    stage.click("session-about-court")
    stage.click("session-referral-lawyer")
    stage.click("session-end")
    assert stage.window.current_name == "client_leave"
    (numbers,) = stage.counted
    assert unpacked(*numbers) == ("short", ("court",), ("lawyer",))
    (held,) = sessions_held.list_sessions(vault.database)
    assert (held.topics, held.referrals) == (("court",), ("lawyer",))
    stage.go("session")
    stage.click("session-end")
    assert len(stage.counted) == 1


def test_a_session_in_which_nothing_was_kept_is_counted_too(hers, tmp_path) -> None:
    stage = begun(hers, "full", store=False, tmp_path=tmp_path)
    assert "Nothing is kept so far." in stage.seen()
    assert not stage.exists("session-take-home")
    stage.click("session-about-talk")
    stage.click("session-end")
    assert unpacked(*stage.counted[0]) == ("full", ("talk",), ())
    assert not (tmp_path / "none").exists(), "no store was made"


def test_the_page_to_take_home_goes_where_it_is_put(hers, vault, clock, tmp_path) -> None:
    stage = begun(hers)
    stick = tmp_path / "stick"
    stick.mkdir()
    stage.click("session-take-home")
    stage.context.picker.choose([stick])
    assert "nothing for the page" in stage.seen()
    plan.add_own_step(vault.database, clock, "bag", "Papers to my sister")
    stage.click("session-take-home")
    stage.context.picker.choose([stick])
    stage.settle()
    (sheet,) = stick.iterdir()
    assert sheet.read_bytes().startswith(b"%PDF")
    stage.window.rebuild(Look("dark", 125))
    assert sheet.name in stage.seen().replace("\u200b", "")


def test_where_only_sticks_may_be_used_nothing_is_written_elsewhere(hers, vault, clock, tmp_path) -> None:
    stage = begun(hers, policy=AT_DESK._replace(only_removable=True))
    plan.add_own_step(vault.database, clock, "bag", "Papers to my sister")
    folder = tmp_path / "office"
    folder.mkdir()
    stage.click("session-take-home")
    stage.context.picker.choose([folder])
    assert "stick or a card only" in stage.seen()
    assert list(folder.iterdir()) == []


def test_where_nothing_may_go_on_paper_the_page_is_not_offered(hers) -> None:
    stage = begun(hers, policy=AT_DESK._replace(exports=()))
    assert not stage.exists("session-take-home")


def test_what_was_agreed_for_longer_stands_there(hers, vault, clock) -> None:
    stage = begun(hers)
    assert "Nothing stays here after this session." in stage.seen()
    form = ConsentForm("The house", ("folder",), "to go on", "2026-03-20", "en", "These notes stay.")
    consents.give_consent(vault.database, clock, form)
    stage.go("session")
    assert "Agreed: These notes" in stage.seen()


def test_opened_again_what_was_for_one_session_is_over_and_what_is_due_goes(vault, clock) -> None:
    sittings.begin_sitting(vault.database, clock)
    form = ConsentForm("The house", ("call_back",), "to go on", "", "en", "One may call back.")
    consents.give_consent(vault.database, clock, form)
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="A dull evening", place="at the stop"))
    clock.move(days=40)
    sittings.begin_sitting(vault.database, clock)
    present = Present(path="short")
    session = session_work.Session(vault.files, clock, vault)
    session_work.open_client(session, session_work.Job(0, print), present=present, days_of={"place": 30})
    assert consents.holding(vault.database, clock) == ()
    assert incidents.incident(vault.database, entry.id).latest.form.place == ""
    assert present.purged == 1
    assert present.id


@pytest.mark.parametrize("until", ["2026-03-20", "2026-12-31"])
def test_opened_again_after_its_day_the_counsellors_passphrase_opens_nothing(vault, clock, until) -> None:
    """The consent's own day is over, or the day until which it may be kept at all."""
    db = vault.database
    sittings.begin_sitting(db, clock)
    agreed = consents.give_consent(db, clock, ConsentForm("Desk", ("second_slot",), "", until, "en", "Yes."))
    second_key.allow_second_key(vault, clock, bytearray(b"lamp river bread seven"), bytearray(b"window table spoon"))
    retention.keep_until(db, retention.CONSENT, agreed.id, "2026-04-01")
    clock.move(days=40)
    sittings.begin_sitting(db, clock)
    session = session_work.Session(vault.files, clock, vault)
    session_work.open_client(session, session_work.Job(0, print), present=Present(path="short"), days_of={})
    assert not has_second_slot(vault)


def test_the_page_for_two_is_one_press_away(hers) -> None:
    stage = begun(hers)
    stage.click("session-together")
    assert stage.window.current_name == "both_look"


def test_the_page_is_named_for_screen_readers(hers, tmp_path: Path) -> None:
    stage = begun(hers)
    page = stage.window.page("session")
    assert page.referrals.accessibleName()
    assert all(chip.accessibleName() or chip.text() for chip in page.about.chips.values())
