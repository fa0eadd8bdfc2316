"""Stories of the first page, with real clicks and keys on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from safeplan.content.case_words import load_case_words
from safeplan.content.regions import load_region
from safeplan.records import breaches, cases, drafts, incidents, orders, people, plan, pressure
from safeplan.records.deadlines import local_day
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.today import TodayPage
from ui.theme import Look

ELSEWHERE = ("acute", "plan", "section", "happened", "entry", "settings", "case", "orders", "pressure")
DAYS = load_case_words("en").today


@pytest.fixture
def first_evening(qtbot, clock, tmp_path):
    """No store yet."""
    return Stage(qtbot, clock, None, {"today": TodayPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE)


def _offers(stage):
    steps = stage.window.page("today").steps
    buttons = [b.objectName() for b in steps.findChildren(QPushButton) if b.isVisible()]
    return [name.split("-")[1] for name in buttons if name.startswith("offer-") and name.endswith("-take")]


def test_a_half_written_entry_is_said_to_wait_in_one_line_without_its_words(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "happened", {"text": "He came b", "place": "the yard"})
    page = stage.go("today")
    keep = stage.find("today-keep")
    assert keep.mapTo(page.sheet.viewport(), QPoint(0, keep.height())).y() <= page.sheet.viewport().height()
    assert "Something begun is waiting: go on" in stage.seen()
    assert "He came" not in stage.seen()
    assert "the yard" not in stage.seen()
    stage.click("today-begun")
    assert stage.window.current_name == "happened"
    drafts.clear_draft(vault.database, "happened")
    stage.go("today")
    assert not stage.exists("today-begun"), "kept meanwhile: nothing waits"


def test_on_the_first_evening_everything_that_matters_is_above_the_fold(first_evening):
    page = first_evening.go("today")
    assert "102" in first_evening.seen()
    for name in ("today-danger-open", "offer-living_way_out-take", "today-keep"):
        button = first_evening.find(name)
        lowest = button.mapTo(page.sheet.viewport(), QPoint(0, button.height())).y()
        assert lowest <= page.sheet.viewport().height(), name
    assert "Last opened" not in first_evening.seen()
    assert "A sum of your own" not in first_evening.seen()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_while_choosing_the_line_to_write_in_stays_above_the_fold(qtbot, clock, tmp_path, language):
    stage = Stage(qtbot, clock, None, {"today": TodayPage}, elsewhere=ELSEWHERE, language=language, tmp_path=tmp_path)
    page = stage.go("today")
    for chosen in range(4):
        assert chosen + len(_offers(stage)) == 3
        keep = stage.find("today-keep")
        lowest = keep.mapTo(page.sheet.viewport(), QPoint(0, keep.height())).y()
        assert lowest <= page.sheet.viewport().height(), f"{language}, {chosen} chosen"
        offers = [b for b in page.steps.findChildren(QPushButton) if b.objectName().endswith("-take")]
        offers = [b for b in offers if b.isVisible()]
        assert bool(offers) is (chosen < 3)
        if offers:
            stage.click(offers[0].objectName())


def test_three_steps_chosen_before_there_is_a_store_are_kept_with_the_first_passphrase(first_evening, vault):
    first_evening.go("today")
    assert "hiding erases this" not in first_evening.seen()
    first_evening.click("offer-living_way_out-another")
    assert not first_evening.exists("offer-living_way_out")
    # What was passed over is replaced in its place; the others do not move.
    assert _offers(first_evening) == ["living_quiet_hours", "living_one_grip", "living_sign"]
    chosen = []
    for _ in range(3):
        chosen.append(_offers(first_evening)[-1])
        first_evening.click(f"offer-{chosen[-1]}-take")
    assert _offers(first_evening) == []
    assert "Not kept yet: hiding erases this" in first_evening.seen()
    first_evening.click("today-steps-not-kept-keep")
    assert plan.steps(vault.database) == ()
    first_evening.open_store(vault)
    first_evening.settle()
    kept = [(s.suggestion, s.state) for s in plan.steps(vault.database)]
    assert kept == [(one, "will_do") for one in chosen]
    assert "hiding erases this" not in first_evening.seen()
    assert len(plan.steps_for_today(vault.database)) == 3


def test_a_step_is_done_and_can_be_taken_back(stage, vault, clock):
    step = plan.add_own_step(vault.database, clock, "bag", "Ask about the second key")
    stage.go("today")
    stage.click(f"step-{step.id}-done")
    assert plan.step(vault.database, step.id).state == "done"
    assert not stage.exists(f"step-{step.id}")
    stage.qtbot.mouseClick(
        next(b for b in stage.window.findChildren(QPushButton) if b.text() == "Take back" and b.isVisible()),
        Qt.MouseButton.LeftButton,
    )
    stage.settle()
    assert plan.step(vault.database, step.id).state == "will_do"
    assert stage.exists(f"step-{step.id}")


def test_her_note_to_a_step_may_name_a_place_and_is_not_shown_here(stage, vault, clock):
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_list", "will_do", "under the stairs")
    stage.go("today")
    assert "Write a short list here" in stage.seen()
    assert "under the stairs" not in stage.seen()


def test_a_step_put_aside_leaves_the_page_but_not_the_plan(stage, vault, clock):
    step = plan.add_own_step(vault.database, clock, "bag", "Ask about the second key")
    stage.go("today")
    stage.click(f"step-{step.id}-not-now")
    assert plan.step(vault.database, step.id).state == "not_now"
    assert not stage.exists(f"step-{step.id}")


def test_another_goes_round_through_all_small_steps_and_begins_again(stage):
    stage.go("today")
    shown = set()
    for _ in range(20):
        first = next(b for b in stage.window.findChildren(QPushButton) if b.objectName().endswith("-another"))
        shown.add(first.objectName())
        stage.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
        stage.qtbot.wait(1)
    offered = [
        b for b in stage.window.findChildren(QPushButton) if b.objectName().endswith("-take") and b.isVisible()
    ]
    assert len(offered) == 3
    assert len(shown) >= 9


def test_one_line_about_what_happened_is_kept_with_its_day(stage, vault):
    stage.go("today")
    box = stage.window.page("today").box
    stage.qtbot.keyClicks(box, "He took my phone.")
    stage.settle()
    stage.click("today-day-yesterday")
    stage.click("today-keep")
    (kept,) = incidents.list_incidents(vault.database)
    assert kept.latest.form.text == "He took my phone."
    # 2 March 18:40 UTC is 23:40 at her wall.
    assert (kept.latest.form.happened.kind, kept.latest.form.happened.start) == ("day", "2026-03-01")
    assert box.is_blank()
    assert "Kept." in stage.seen()
    assert drafts.draft(vault.database, "today") == {}


def test_her_day_is_the_day_at_her_wall_not_in_utc(stage, vault, clock):
    clock.move(minutes=30)
    stage.go("today")
    stage.qtbot.keyClicks(stage.window.page("today").box, "x")
    stage.settle()
    stage.click("today-day-today")
    stage.click("today-keep")
    assert incidents.list_incidents(vault.database)[0].latest.form.happened.start == "2026-03-03"


def test_on_the_first_evening_the_line_waits_for_the_passphrase_and_is_kept_once(first_evening, vault):
    page = first_evening.go("today")
    first_evening.qtbot.keyClicks(page.box, "He stood at the door.")
    first_evening.settle()
    assert "Not kept yet: hiding erases this" in first_evening.seen()
    first_evening.click("today-keep")
    first_evening.window.rebuild(Look("dark", 125))
    first_evening.open_store(vault)
    first_evening.settle()
    assert [i.latest.form.text for i in incidents.list_incidents(vault.database)] == ["He stood at the door."]
    assert first_evening.window.page("today").box.is_blank()


def test_keeping_nothing_keeps_nothing_and_says_what_to_do(stage, vault):
    page = stage.go("today")
    stage.click("today-keep")
    assert incidents.list_incidents(vault.database) == ()
    assert page.box.hasFocus()
    assert "One word is enough" in stage.seen()


def test_more_takes_the_line_along_to_the_long_form(stage):
    page = stage.go("today")
    stage.qtbot.keyClicks(page.box, "Last week, at the stairs")
    stage.settle()
    stage.click("today-more")
    assert stage.arrivals("happened") == [{"text": "Last week, at the stairs"}]


def test_a_half_written_line_is_there_again_after_an_interruption(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "today", {"text": "He came b", "day": "today"})
    page = stage.go("today")
    assert page.box.text() == "He came b"
    assert page.day.one() == "today"


def test_names_places_and_the_code_word_are_nowhere_in_the_window_until_shown(stage, vault, clock):
    plan.set_answer(vault.database, clock, "people", "Aigul, 8 701 000 00 00")
    plan.set_answer(vault.database, clock, "code_word", "green dress")
    stage.go("today")
    assert "Aigul" not in stage.seen()
    assert "green dress" not in stage.seen()
    stage.click("today-danger-show")
    assert "Aigul, 8 701 000 00 00" in stage.seen()
    assert "green dress" in stage.seen()
    stage.click("today-danger-show")
    assert "Aigul" not in stage.seen()
    stage.click("today-danger-open")
    assert stage.arrivals("acute") == [{}]


@pytest.mark.parametrize(("shown", "expected"), [(False, "With A. S."), (True, "With Aigul Sarsenova")])
def test_people_stand_as_initials_unless_she_wants_names(qtbot, clock, vault, shown, expected):
    person = people.add_person(vault.database, clock, people.PersonForm(name="Aigul Sarsenova"))
    step = plan.add_own_step(vault.database, clock, "bag", "Give her the copies")
    plan.change_step(vault.database, clock, step.id, person_id=person.id)
    stage = Stage(qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE, names_shown=shown)
    stage.go("today")
    assert expected in stage.seen()
    assert ("Aigul" in stage.seen()) is shown


def test_one_quiet_offer_at_a_time_from_the_second_opening_on(stage, vault, clock):
    stage.begin_sitting()
    stage.go("today")
    assert "Last opened" not in stage.seen()
    assert not stage.exists("offer-sum")
    clock.move(days=1)
    stage.begin_sitting()
    stage.go("today")
    assert "Last opened 2 March 2026, 23:40" in stage.seen()
    assert stage.exists("offer-sum")
    assert not stage.exists("offer-spare_key")
    stage.click("offer-sum-go")
    assert stage.arrivals("settings") == [{"at": "settings-sum-fold"}]
    stage.go("today")
    stage.click("offer-sum-away")
    assert not stage.exists("offer-sum")
    stage.go("today")
    assert stage.exists("offer-spare_key")
    stage.click("offer-spare_key-away")
    stage.go("today")
    assert "Not now" not in stage.seen()


def test_the_whole_plan_is_one_press_away_once_there_are_steps(stage, vault, clock):
    plan.add_own_step(vault.database, clock, "bag", "Ask about the second key")
    stage.go("today")
    stage.click("today-steps-plan")
    assert stage.arrivals("plan") == [{}]


def test_coming_for_steps_begins_with_choosing(stage, vault, clock):
    plan.add_own_step(vault.database, clock, "bag", "Ask about the second key")
    stage.go("today")
    assert not stage.exists("offer-living_way_out")
    stage.go("today", focus="steps")
    assert stage.exists("offer-living_way_out")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(
        qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE, language=language, look=Look("dark", 200)
    )
    stage.nothing_is_cut(stage.go("today"))


def test_a_step_whose_day_has_come_is_offered_again_and_only_here(stage, vault, clock):
    taken = plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "not_safe", "the lamp")
    plan.change_step(vault.database, clock, taken.id, look_again="2026-03-05", reason="seen from the yard")
    stage.go("today")
    assert not stage.exists("today-again")
    clock.move(days=3)
    stage.go("today")
    assert "You wanted to look at this again" in stage.seen()
    assert "Agree on a sign" in stage.seen()
    assert "the lamp" not in stage.seen()
    assert "seen from the yard" not in stage.seen()
    stage.click(f"again-{taken.id}-look")
    assert stage.arrivals("section") == [{"section_id": "living", "at": taken.id}]
    stage.go("today")
    stage.click(f"again-{taken.id}-later")
    assert plan.step(vault.database, taken.id).look_again == "2026-03-12"
    assert not stage.exists("today-again")
    clock.move(days=7)
    stage.go("today")
    stage.click(f"again-{taken.id}-no-more")
    assert plan.step(vault.database, taken.id) == replace(
        taken, look_again="", reason="seen from the yard", changed_at=plan.step(vault.database, taken.id).changed_at
    )
    assert not stage.exists("today-again")


def test_a_plan_without_names_shows_none_whatever_the_setting_says(qtbot, clock, vault):
    person = people.add_person(vault.database, clock, people.PersonForm(name="Aigul Sarsenova"))
    step = plan.add_own_step(vault.database, clock, "bag", "Give her the copies")
    plan.change_step(vault.database, clock, step.id, person_id=person.id)
    plan.set_answer(vault.database, clock, "way", "nameless")
    stage = Stage(qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE, names_shown=True)
    stage.go("today")
    assert "With A. S." in stage.seen()
    assert "Aigul" not in stage.seen()


# ── Next dates ──────────────────────────────────────────────────────────────────────────────────────────────────
def _day(clock, days):
    return (local_day(clock) + timedelta(days=days)).isoformat()


def _a_case(vault, clock, *forms):
    case = cases.add_case(vault.database, clock, cases.CaseForm(name="The report of March"))
    return case, [cases.add_item(vault.database, clock, case.id, one) for one in forms]


def test_without_a_day_ahead_there_is_nothing(stage, vault, clock):
    _a_case(vault, clock, cases.ItemForm("letter", text="no day"), cases.ItemForm("hearing", on=_day(clock, 200)))
    stage.go("today")
    assert not stage.exists("today-dates")
    assert not stage.exists("today-dates-rows")


def test_a_day_ahead_is_a_bare_day_until_show_is_pressed_and_leads_to_its_case(stage, vault, clock):
    case, (hearing,) = _a_case(vault, clock, cases.ItemForm("hearing", on=f"{_day(clock, 3)}T10:30", where="Room 4"))
    stage.go("today")
    assert stage.window.page("today").dates.days.text() == "A day on Thursday, 5 March"
    for word in ("Court", "March. ", "report", "10:30", "Room 4"):
        assert word not in stage.seen().replace("5 March", "")
    stage.click("today-dates-show")
    assert "Thursday, 5 March, 10:30: Court or appointment  ·  The report of March" in stage.seen()
    stage.click("today-dates-0-open")
    assert stage.arrivals("case") == [{"case_id": case.id, "item_id": hearing.id}]
    stage.go("today")
    assert "The report of March" not in stage.seen()
    stage.click("today-dates-show")
    stage.click("today-dates-show")
    assert "The report of March" not in stage.seen()
    assert not stage.exists("today-dates-rows")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, DAYS.today), (1, DAYS.tomorrow), (-1, DAYS.gone.format(day="Sunday, 1 March")), (-15, ""), (31, "")],
)
def test_near_days_have_plain_words_and_a_day_behind_is_said_without_blame(stage, vault, clock, days, said):
    _a_case(vault, clock, cases.ItemForm("letter", due=_day(clock, days), text="x"))
    page = stage.go("today")
    assert page.dates.days.text() == said
    assert stage.exists("today-dates") is bool(said)
    if days == -1:
        stage.click("today-dates-show")
        assert DAYS.gone_hint in stage.seen()


def test_at_most_three_and_what_is_ahead_counts_more_than_what_lies_behind(stage, vault, clock):
    forms = [cases.ItemForm("letter", due=_day(clock, days), text="x") for days in (-9, -3, 2, 12)]
    _, made = _a_case(vault, clock, *forms)
    page = stage.go("today")
    assert page.dates.days.text() == DAYS.several.format(days="27 Feb · 4 Mar · 14 Mar")
    cases.mark_item(vault.database, clock, made[1].id, done=True)
    stage.go("today")
    assert page.dates.days.text() == DAYS.several.format(days="21 Feb · 4 Mar · 14 Mar")
    case = cases.list_cases(vault.database)[0]
    for days in (5, 6):
        cases.add_item(vault.database, clock, case.id, cases.ItemForm("letter", due=_day(clock, days), text="x"))
    stage.go("today")
    assert page.dates.days.text() == DAYS.several.format(days="4 Mar · 7 Mar · 8 Mar")


def test_an_order_a_breach_and_a_promise_lead_to_their_own_pages(stage, vault, clock):
    db, region = vault.database, load_region("kz", "en")
    form = orders.OrderForm(kind="protective_order", handed_over=_day(clock, -10))
    order = orders.add_order(db, clock, form, region)
    happened = incidents.Happened("day", _day(clock, -50))
    entry = incidents.add_incident(db, clock, incidents.IncidentForm(text="Called", happened=happened))
    breaches.add_breach(db, clock, order.id, entry.id)
    promise = pressure.log_pressure(
        db,
        clock,
        incidents.IncidentForm(text="They promised to pay"),
        pressure.PressureNote(promised="pay", look_again=_day(clock, 4)),
    )
    stage.go("today")
    stage.click("today-dates-show")
    seen = stage.seen()
    for words in (DAYS.look_again, DAYS.limit, DAYS.order_ends):
        assert words in seen
    assert "pay" not in seen
    for place in range(3):
        stage.go("today")
        stage.click("today-dates-show")
        stage.click(f"today-dates-{place}-open")
    assert stage.arrivals("pressure") == [{"incident_id": promise.incident.id}]
    assert stage.arrivals("orders") == [{"order_id": order.id}] * 2


def test_a_day_once_settled_or_answered_is_gone_from_here(stage, vault, clock):
    _case, (letter,) = _a_case(vault, clock, cases.ItemForm("letter", due=_day(clock, 3), text="x"))
    stage.go("today")
    assert stage.exists("today-dates")
    cases.add_item(vault.database, clock, letter.case_id, cases.ItemForm("answer", answer_to=letter.id))
    stage.go("today")
    assert not stage.exists("today-dates")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_with_an_order_and_days_ahead_all_that_matters_stays_in_one_screen(qtbot, clock, vault, language):
    form = orders.OrderForm(kind="protective_order", handed_over=_day(clock, -5))
    orders.add_order(vault.database, clock, form, load_region("kz", "en"))
    _a_case(vault, clock, *(cases.ItemForm("hearing", on=_day(clock, days)) for days in (20, 28, 26)))
    stage = Stage(qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE, language=language)
    page = stage.go("today")
    for chosen in range(4):
        for name in ("today-keep", "today-came-button", "today-dates-show"):
            button = stage.find(name)
            lowest = button.mapTo(page.sheet.viewport(), QPoint(0, button.height())).y()
            assert lowest <= page.sheet.viewport().height(), f"{name}, {language}, {chosen} chosen"
        # One row fewer is offered, so that all of it has room.
        assert len(_offers(stage)) == max(0, 2 - chosen)
        if chosen < 2:
            stage.click(f"offer-{_offers(stage)[0]}-take")
        else:
            plan.add_own_step(vault.database, clock, "bag", "Ask about the second key")
            stage.go("today")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_days_ahead_are_not_cut_at_twice_the_size(qtbot, clock, vault, language):
    _a_case(vault, clock, *(cases.ItemForm("hearing", on=_day(clock, days)) for days in (20, 28, 26)))
    look = Look("contrast", 200)
    stage = Stage(qtbot, clock, vault, {"today": TodayPage}, elsewhere=ELSEWHERE, language=language, look=look)
    page = stage.go("today")
    stage.click("today-dates-show")
    stage.nothing_is_cut(page)
    assert page.dates.rows.width() <= page.sheet.viewport().width()


def test_a_leap_day_is_named_as_it_is(stage, vault, clock):
    clock.move(days=(date(2028, 2, 27) - local_day(clock)).days)
    _a_case(vault, clock, cases.ItemForm("letter", due="2028-02-29", text="x"))
    assert stage.go("today").dates.days.text() == "A day on Tuesday, 29 February"


def test_two_presses_keep_one_line(qtbot, vault, clock):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("today")
    pages.write("today-text", "Once is enough.")
    executor.holding = True
    pages.click("today-keep")
    pages.click("today-keep")
    executor.holding = False
    executor.release()
    assert len(incidents.list_incidents(vault.database)) == 1
