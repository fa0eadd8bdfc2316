"""Pressure: one box and a day first, whatever else only when it is wanted, and no word about what to decide."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan.content.pressure_words import load_pressure_words
from safeplan.content.regions import load_region
from safeplan.records import drafts, incidents, ledger, pressure, sittings
from safeplan.records.deadlines import local_day
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.pressure import Outcome, PressureNote
from tests.builders import a_person, a_source
from tests.pace import Turns
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look

WORDS = load_pressure_words("en")
SAY = WORDS.page


def shown(pages: OpenPages) -> Any:
    page = pages.go("pressure")
    pages.qtbot.waitUntil(lambda: page.list.filling.over)
    pages.settle()
    return page


def kept(pages: OpenPages) -> Any:
    return pressure.list_pressure(pages.vault.database)


def a_visit(pages: OpenPages, text: str = "Two aunts came.", days_ago: int = 1, **note: Any) -> Any:
    day = (local_day(pages.context.clock) - timedelta(days=days_ago)).isoformat()
    form = IncidentForm(text=text, happened=Happened("day", day))
    return pressure.log_pressure(pages.vault.database, pages.context.clock, form, PressureNote(**note))


def typed(pages: OpenPages, days: int) -> str:
    day = local_day(pages.context.clock) + timedelta(days=days)
    return f"{day.day}.{day.month}.{day.year}"


def _iso(pages: OpenPages, days: int) -> str:
    return (local_day(pages.context.clock) + timedelta(days=days)).isoformat()


# ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_keeping_stays_within_reach_of_what_is_written_and_a_form_has_its_own(pages: OpenPages) -> None:
    a_visit(pages)
    page = shown(pages)
    pages.window.resize(1024, 480)
    assert not pages.sees("pressure-keep-near"), "there is nothing to keep yet"
    pages.write("pressure-text", "They came again.")
    page.sheet.verticalScrollBar().setValue(0)
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-keep-near"))
    pages.click("pressure-1-change")
    pages.qtbot.waitUntil(lambda: not pages.sees("pressure-keep-near"))
    pages.click("pressure-form-back")
    page.sheet.verticalScrollBar().setValue(0)
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-keep-near"))
    pages.click("pressure-keep-near-button")
    assert "They came again." in [one.incident.latest.form.text for one in kept(pages)]
    pages.qtbot.waitUntil(lambda: not pages.sees("pressure-keep-near"))


def test_one_line_is_enough_and_it_is_an_entry_of_the_log_under_the_chain(pages: OpenPages) -> None:
    shown(pages)
    assert SAY.empty_title in pages.words()
    assert not pages.sees("pressure-said"), "the parts are folded at first"
    pages.write("pressure-text", "My mother-in-law: take it back")
    pages.click("pressure-when-kind-today")
    pages.click("pressure-keep")
    (one,) = kept(pages)
    assert one.incident.latest.form.kinds == ("pressure",)
    assert one.incident.latest.form.happened == Happened("day", local_day(pages.context.clock).isoformat())
    assert pages.message() == SAY.kept
    assert pages.find("pressure-text").toPlainText() == ""
    pages.click("pressure-1-entry")
    assert pages.window.current_name == "entry"
    sittings.begin_sitting(pages.vault.database, pages.context.clock)
    assert ledger.check(pages.vault.database).ok


def test_who_the_words_the_paper_the_promise_and_the_day_are_kept_where_they_belong(pages: OpenPages) -> None:
    inspector = a_person(pages.vault.database, pages.context.clock, "Marat Testov", role="official")
    shown(pages)
    pages.click("pressure-part-who")
    pages.click(f"pressure-people-{inspector.id}")
    pages.write("pressure-said", "Think of the family")
    pages.click("pressure-note-part-asked")
    pages.click("pressure-note-asked-reconcile")
    pages.click("pressure-note-asked-sign")
    pages.click("pressure-note-part-paper")
    pages.click("pressure-note-paper-left")
    pages.write("pressure-note-paper_words", "Reconciliation of the parties")
    pages.click("pressure-note-part-promise")
    pages.write("pressure-note-promised", "The case will be quiet")
    pages.write("pressure-note-look_again", typed(pages, 9))
    pages.click("pressure-keep")
    (one,) = kept(pages)
    form, note = one.incident.latest.form, one.note
    assert form.people == (inspector.id,)
    assert [(said.words, said.by) for said in form.said] == [("Think of the family", inspector.id)]
    assert form.text == "Make up, Sign a paper"
    assert (note.asked, note.paper) == (("reconcile", "sign"), "left")
    assert (note.paper_words, note.promised) == ("Reconciliation of the parties", "The case will be quiet")
    assert note.look_again == _iso(pages, 9)
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-1-promised"))
    words = pages.words()
    assert "Who: M. T." in words
    assert "Testov" not in words, "names are shown only where she asked for it"
    assert WORDS.paper["left"] in words
    assert not pages.sees("pressure-said"), "after keeping the parts are folded again"


def test_somebody_who_is_not_among_her_people_can_be_named(pages: OpenPages) -> None:
    shown(pages)
    pages.click("pressure-part-who")
    pages.write("pressure-who", "A clerk of the court")
    pages.click("pressure-keep")
    (one,) = kept(pages)
    assert [said.by for said in one.incident.latest.form.said] == ["A clerk of the court"]
    assert "Who: A clerk of the court" in pages.words()


def test_nothing_at_all_is_not_kept_and_a_day_that_cannot_be_read_is_said_at_its_field(pages: OpenPages) -> None:
    shown(pages)
    pages.click("pressure-keep")
    assert pages.find("pressure-error").text() == SAY.nothing_written
    pages.click("pressure-note-part-promise")
    pages.write("pressure-note-look_again", "31.2.2026")
    pages.click("pressure-keep")
    assert pages.find("pressure-note-look_again-error").text() == SAY.day_unreadable
    assert kept(pages) == ()


def test_before_anything_is_kept_a_passphrase_is_asked_for_at_keep(pages: OpenPages) -> None:
    asked: list[Any] = []
    pages.context.has_store = lambda: False
    pages.context.keep_first = asked.append
    shown(pages)
    pages.write("pressure-text", "Sign here")
    assert SAY.not_kept in pages.words()
    pages.click("pressure-keep")
    assert kept(pages) == ()
    pages.context.has_store = lambda: True
    asked[0]()
    assert [one.incident.latest.form.text for one in kept(pages)] == ["Sign here"]
    assert pages.find("pressure-text").toPlainText() == ""


# ── What is said quietly ────────────────────────────────────────────────────────────────────────────────────────
def test_nobody_has_to_sign_today_and_the_law_comes_with_source_and_date(pages: OpenPages) -> None:
    shown(pages)
    assert SAY.calm_title in pages.words()
    assert SAY.calm in pages.words()
    pages.click("pressure-calm-law")
    for id_ in ("before_signing", "statement", "goes_on_anyway", "never_settled", "keep_the_family"):
        assert pages.sees(f"help-card-{id_}"), id_
    pages.click("help-card-before_signing")
    assert "Source:" in pages.words()
    assert pages.sees("help-badge-before_signing")


def test_without_a_pack_no_law_is_stated(pages: OpenPages) -> None:
    pages.context.region = load_region("intl", "en")
    shown(pages)
    pages.click("pressure-calm-law")
    assert SAY.law_none in pages.words()
    assert "Source:" not in pages.words()


# ── What came of it ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_double_click_keeps_one_outcome(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    a_visit(pages)
    shown(pages)
    pages.click("pressure-1-came-of-it")
    pages.write("pressure-form-words", "Nothing came of it")
    executor.holding = True
    pages.click("pressure-form-keep")
    pages.click("pressure-form-keep")
    executor.holding = False
    executor.release()
    (one,) = kept(pages)
    assert [outcome.words for outcome in one.note.outcomes] == ["Nothing came of it"]
    assert pages.message() == SAY.kept_beside


def test_an_outcome_kept_late_leaves_another_form_open(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    a_visit(pages)
    a_visit(pages, "They telephoned.")
    page = shown(pages)
    pages.click("pressure-1-came-of-it")
    pages.write("pressure-form-words", "Nothing came of it")
    executor.holding = True
    pages.click("pressure-form-keep")
    page.escape()
    pages.qtbot.waitUntil(lambda: page.list.filling.over)
    pages.click("pressure-2-came-of-it")
    pages.write("pressure-form-words", "They say sorry")
    executor.holding = False
    executor.release()
    assert pages.find("pressure-form-words").toPlainText() == "They say sorry"
    pages.click("pressure-form-keep")
    assert sorted(outcome.words for one in kept(pages) for outcome in one.note.outcomes) == [
        "Nothing came of it",
        "They say sorry",
    ]


def test_what_came_of_a_promise_is_hers_to_say_with_its_day_and_can_be_taken_back(pages: OpenPages) -> None:
    a_visit(pages, promised="The debts will be paid")
    shown(pages)
    assert pages.find("pressure-1-open").text() == SAY.open_promise
    pages.click("pressure-1-came-of-it")
    pages.click("pressure-form-keep")
    assert pages.find("pressure-form-words-error").text() == SAY.nothing_written
    pages.write("pressure-form-words", "Nothing was paid")
    pages.click("pressure-form-kept-no")
    pages.click("pressure-form-keep")
    (one,) = kept(pages)
    assert one.note.outcomes == (Outcome(_iso(pages, 0), "Nothing was paid", "no"),)
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-1-outcome-0"))
    assert "Nothing was paid Was it kept? No." in pages.find("pressure-1-outcome-0").text()
    assert not pages.sees("pressure-1-open")
    pages.window.shell.message_bar.action.click()
    assert kept(pages)[0].note.outcomes == ()


def test_outcomes_of_other_days_stand_below_each_other_and_one_can_go_and_come_back(pages: OpenPages) -> None:
    one = a_visit(pages, promised="Help with the rent")
    for days, words in ((0, "Nothing yet"), (1, "Half of it")):
        outcome = Outcome(_iso(pages, days), words, "partly" if days else "")
        pressure.add_outcome(pages.vault.database, pages.context.clock, one.incident.id, outcome)
    shown(pages)
    assert "Nothing yet" in pages.find("pressure-1-outcome-0").text()
    assert "Half of it" in pages.find("pressure-1-outcome-1").text()
    pages.click("pressure-1-outcome-0-remove")
    assert [said.words for said in kept(pages)[0].note.outcomes] == ["Half of it"]
    pages.window.shell.message_bar.action.click()
    assert [said.words for said in kept(pages)[0].note.outcomes] == ["Nothing yet", "Half of it"]


def test_without_a_promise_nobody_asks_whether_it_was_kept(pages: OpenPages) -> None:
    a_visit(pages)
    shown(pages)
    assert not pages.sees("pressure-1-open")
    pages.click("pressure-1-came-of-it")
    assert not pages.sees("pressure-form-kept-yes")


def test_the_paper_and_the_promise_can_be_written_later_beside_the_entry(pages: OpenPages) -> None:
    one = a_visit(pages)
    pressure.add_outcome(pages.vault.database, pages.context.clock, one.incident.id, Outcome(words="They left"))
    shown(pages)
    pages.click("pressure-1-change")
    pages.click("pressure-form-paper-signed")
    pages.write("pressure-form-promised", "A car")
    pages.click("pressure-form-keep")
    (again,) = kept(pages)
    assert (again.note.paper, again.note.promised) == ("signed", "A car")
    assert [said.words for said in again.note.outcomes] == ["They left"]
    assert len(again.incident.revisions) == 1, "the entry itself is as it was"


def test_on_the_day_to_look_again_it_stands_first_and_can_wait_a_week(pages: OpenPages, clock: Any) -> None:
    a_visit(pages, "First", look_again=_iso(pages, 3))
    a_visit(pages, "Second")
    shown(pages)
    assert pages.find("pressure-1-look").text().startswith("Look again:")
    assert not pages.sees("pressure-1-again")
    clock.move(days=3)
    shown(pages)
    assert pages.find("pressure-1-again").text() == SAY.again
    assert pages.find("pressure-1").y() < pages.find("pressure-2").y()
    pages.click("pressure-1-later")
    assert kept(pages)[1].note.look_again == _iso(pages, 7)
    clock.move(days=7)
    shown(pages)
    pages.click("pressure-1-no-more")
    assert kept(pages)[1].note.look_again == ""
    pages.qtbot.waitUntil(lambda: not pages.sees("pressure-1-again"))


def test_a_photo_of_the_paper_becomes_a_file_of_the_entry(pages: OpenPages, tmp_path: Path) -> None:
    one = a_visit(pages, paper="shown")
    shown(pages)
    assert not pages.sees("pressure-1-photos")
    pages.click("pressure-1-photo")
    pages.context.picker.choose([a_source(tmp_path), a_source(tmp_path, b"#!AMR\n", "second.amr")])
    files = incidents.incident(pages.vault.database, one.incident.id).attachments
    assert [file.name for file in files] == ["IMG_0007.jpg", "second.amr"]
    assert pages.message() == SAY.photo_kept
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-1-photos"))
    pages.click("pressure-1-photo")
    pages.context.picker.choose([tmp_path / "gone.jpg"])
    assert pages.message().startswith("gone.jpg:")


def test_an_entry_that_today_leads_to_stands_first_and_has_the_focus(pages: OpenPages) -> None:
    first = a_visit(pages, "First")
    a_visit(pages, "Second")
    page = pages.go("pressure", incident_id=first.incident.id)
    pages.qtbot.waitUntil(lambda: page.list.filling.over)
    assert pages.find("pressure-1").y() < pages.find("pressure-2").y()
    pages.qtbot.waitUntil(lambda: pages.find("pressure-1-came-of-it").hasFocus())
    shown(pages)
    assert pages.find("pressure-2").y() < pages.find("pressure-1").y()


# ── Around it ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_what_is_half_typed_is_there_again(pages: OpenPages) -> None:
    page = shown(pages)
    pages.write("pressure-text", "They said")
    pages.click("pressure-note-part-asked")
    pages.click("pressure-note-asked-withdraw")
    page.save_draft_now()
    assert drafts.draft(pages.vault.database, "pressure")["note_asked"] == "withdraw"
    page.clear()
    pages.go("pressure")
    assert pages.find("pressure-text").toPlainText() == "They said"
    assert pages.find("pressure-note-asked-withdraw").isChecked()
    pages.click("pressure-keep")
    assert drafts.draft(pages.vault.database, "pressure") == {}


def test_both_forms_survive_another_size_of_text_and_the_box_with_them(pages: OpenPages) -> None:
    a_visit(pages, promised="Quiet")
    shown(pages)
    pages.write("pressure-text", "A second visit")
    pages.click("pressure-1-came-of-it")
    pages.write("pressure-form-words", "Not quiet")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("pressure-form-words").toPlainText() == "Not quiet"
    pages.click("pressure-form-keep")
    assert kept(pages)[0].note.outcomes[0].words == "Not quiet"
    pages.qtbot.waitUntil(lambda: pages.sees("pressure-text"))
    assert pages.find("pressure-text").toPlainText() == "A second visit"
    pages.click("pressure-1-change")
    pages.write("pressure-form-paper_words", "Peace")
    pages.window.rebuild(Look("light", 100))
    assert pages.find("pressure-form-paper_words").toPlainText() == "Peace"
    pages.here().escape()
    pages.settle()
    assert kept(pages)[0].note.paper_words == ""
    assert pages.find("pressure-text").toPlainText() == "A second visit"
    assert pages.message() == SAY.left
    pages.window.shell.message_bar.action.click()
    assert pages.find("pressure-form-paper_words").toPlainText() == "Peace"


def test_a_removed_entry_leaves_the_list_and_its_note_goes_with_it(pages: OpenPages, clock: Any) -> None:
    one = a_visit(pages, promised="Quiet")
    sittings.begin_sitting(pages.vault.database, clock)
    incidents.remove_incident(pages.vault.database, clock, one.incident.id, True)
    shown(pages)
    assert pages.sees("pressure-empty")


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_and_everything_has_a_name(pages: OpenPages, theme: str, scale: int) -> None:
    a_person(pages.vault.database, pages.context.clock, "Marat Testov", role="harms")
    one = a_visit(pages, asked=tuple(WORDS.asked), paper="left", promised="A car", look_again=_iso(pages, 0))
    outcome = Outcome(_iso(pages, 0), "Nothing", "no")
    with_day = pressure.add_outcome(pages.vault.database, pages.context.clock, one.incident.id, outcome).note
    pressure.keep_note(pages.vault.database, pages.context.clock, one.incident.id, with_day)
    pages.window.rebuild(Look(theme, scale))
    shown(pages)
    for part in ("pressure-part-who", "pressure-note-part-asked", "pressure-note-part-paper"):
        pages.click(part)
    assert pages.fits()
    assert pages.unnamed() == []
    for way in ("came-of-it", "change"):
        pages.click(f"pressure-1-{way}")
        assert pages.fits()
        assert pages.unnamed() == []
        pages.click("pressure-form-back")


def test_thirty_entries_hold_no_turn_for_long_and_come_in_portions(pages: OpenPages) -> None:
    for number in range(30):
        a_visit(pages, f"Visit {number}", promised="Quiet", paper="shown")
    page = shown(pages)
    assert pages.sees("pressure-30")
    assert not pages.sees("pressure-10")
    pages.click("pressure-older")
    pages.qtbot.waitUntil(lambda: page.list.filling.over)
    assert pages.sees("pressure-10")
    page._show_list()
    turns = Turns()
    while not page.list.filling.over:
        with turns.one():
            page.list.filling.go_on()
    with turns.one():
        page.change_note(page._view.entries[0])
    assert turns.longest < 0.05


def test_after_keeping_what_came_of_it_the_focus_is_on_its_card_and_space_hides_nothing(pages: OpenPages) -> None:
    for number in range(3):
        a_visit(pages, f"Visit {number}", days_ago=number + 1)
    shown(pages)
    second = kept(pages)[1].incident.number
    pages.click(f"pressure-{second}-came-of-it")
    pages.write("pressure-form-words", "Nothing yet")
    keep = pages.find("pressure-form-keep")
    keep.setFocus()
    QTest.keyClick(keep, Qt.Key.Key_Space)
    pages.qtbot.waitUntil(lambda: pages.window.focusWidget().objectName() == f"pressure-{second}")
    QTest.keyClick(pages.window.focusWidget(), Qt.Key.Key_Space)
    assert pages.exits == 0


def test_after_keeping_an_entry_space_by_habit_hides_nothing(pages: OpenPages) -> None:
    shown(pages)
    pages.write("pressure-text", "Two aunts came.")
    keep = pages.find("pressure-keep")
    keep.setFocus()
    QTest.keyClick(keep, Qt.Key.Key_Space)
    pages.settle()
    QTest.keyClick(pages.window.focusWidget(), Qt.Key.Key_Space)
    assert pages.exits == 0
    assert len(kept(pages)) == 1
