"""Stories of a section of the guide, with real clicks and keys on a real store."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from safeplan.content.guide import load_guide
from safeplan.content.order import sections_in_order
from safeplan.content.regions import load_region
from safeplan.records import people, plan
from tests.ui.page_stage import Stage
from tests.ui.section_kit import filled, line_named, pick_one
from ui.pages.section import SectionPage
from ui.plan_keeping import WAY
from ui.theme import TOKENS, Look
from ui.widgets.step_details import StepDetails
from ui.widgets.suggestion_card import visible_words

ELSEWHERE = ("plan", "acute", "start_check")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)


def _top_to_bottom(page):
    """The ids of the suggestions as they stand on the screen."""
    return sorted(page.list.cards, key=lambda one: page.list.cards[one].y())


def _everything(session, _job):
    states = {s.suggestion: s.state for s in plan.steps(session.database)}
    return states, plan.answers(session.database)


def _seen_suggestions(stage):
    return {
        b.objectName().removeprefix("suggestion-").removesuffix("-state-will_do")
        for b in stage.window.findChildren(QPushButton)
        if b.objectName().endswith("-state-will_do") and b.isVisible()
    }


def test_every_suggestion_shown_has_its_risk_beside_it(stage):
    filled(stage, "living")
    seen = stage.seen()
    section = load_guide("en").section("living")
    always = [one for one in section.suggestions if not one.situations]
    assert len(always) >= 5
    for one in always:
        assert one.text in seen
        assert one.risk in seen
    assert "The police may be told. You can ask before you say your name." in seen
    assert "Living with a person who harms you" in seen


def test_situations_decide_what_is_shown_first_and_nothing_taken_up_vanishes(stage, vault, clock):
    filled(stage, "living")
    assert "living_weapons" not in _seen_suggestions(stage)
    plan.set_situation(vault.database, clock, "weapons", True)
    filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)
    stage.click("suggestion-living_weapons-state-not_now")
    plan.set_situation(vault.database, clock, "weapons", False)
    filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)


def test_why_it_is_not_safe_may_be_noted_in_one_line_and_the_step_is_nobodys_task(stage, vault):
    filled(stage, "bag")
    stage.click("suggestion-bag_photos-state-not_safe")
    line = line_named(stage, "suggestion-bag_photos-away-reason")
    assert stage.window.focusWidget() is line
    stage.qtbot.keyClicks(line, "The phone is looked through")
    stage.qtbot.waitUntil(lambda: plan.steps(vault.database)[0].reason != "")
    (step,) = plan.steps(vault.database)
    assert (step.reason, step.state) == ("The phone is looked through", "not_safe")
    assert plan.steps_for_today(vault.database) == ()
    filled(stage, "bag")
    assert not stage.exists("suggestion-bag_photos-away")
    assert "The phone is looked through" not in stage.seen()
    stage.click("section-away")
    assert "The phone is looked through" in stage.seen()


def test_not_safe_pressed_by_mistake_goes_back_to_its_place(stage, vault):
    page = filled(stage, "bag")
    before = _top_to_bottom(page)
    assert len(before) >= 6
    stage.click("suggestion-bag_photos-state-not_safe")
    stage.click("suggestion-bag_photos-away-back")
    assert plan.steps(vault.database)[0].state == "not_now"
    assert _top_to_bottom(page) == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_step_that_is_not_safe_has_no_warning_colour(qtbot, clock, vault, theme):
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_photos", "not_safe")
    stage = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE, look=Look(theme, 100))
    page = filled(stage, "bag")
    stage.click("suggestion-bag_list-state-not_safe")
    stage.click("section-away")
    picture = page.grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}
    tokens = TOKENS[theme]
    assert not {tokens.warm_soft, tokens.on_warm_soft, tokens.harm, tokens.on_harm} & seen


def test_a_person_can_be_picked_or_added_and_a_day_set_and_taken_away(stage, vault, clock):
    known = people.add_person(vault.database, clock, people.PersonForm(name="Dana Omarova"))
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    details = page.list.cards["bag_keep"].details
    pick_one(details.person, known.id)
    assert plan.steps(vault.database)[0].person_id == known.id
    pick_one(details.person, "+")
    stage.qtbot.keyClicks(details.new_name, "Aigul")
    stage.qtbot.keyClick(details.new_name, Qt.Key.Key_Return)
    stage.settle()
    (step,) = plan.steps(vault.database)
    assert people.person(vault.database, step.person_id).name == "Aigul"
    assert details.person.currentText() == "A."
    stage.click(f"step-{step.id}-in-7")
    assert plan.step(vault.database, step.id).look_again == "2026-03-09"
    details.day.setDate(QDate(2026, 4, 1))
    stage.qtbot.waitUntil(lambda: plan.step(vault.database, step.id).look_again == "2026-04-01")
    filled(stage, "bag")
    assert "With A. · Look again on 1 April 2026" in stage.seen()
    stage.click("suggestion-bag_keep-details")
    stage.click(f"step-{step.id}-no-day")
    assert plan.step(vault.database, step.id).look_again == ""
    pick_one(page.list.cards["bag_keep"].details.person, "")
    assert plan.step(vault.database, step.id).person_id == ""


def test_a_plan_without_names_asks_for_initials_and_keeps_them_as_such(stage, vault, clock):
    plan.set_answer(vault.database, clock, WAY, "nameless")
    step = plan.add_own_step(vault.database, clock, "bag", "Give the copies away")
    page = filled(stage, "bag")
    stage.click(f"step-{step.id}-details")
    (details,) = page.findChildren(StepDetails)
    pick_one(details.person, "+")
    assert "Initials or a nickname" in stage.seen()
    stage.qtbot.keyClicks(details.new_name, "A. from work")
    stage.click(f"step-{step.id}-add-person")
    (kept,) = people.list_people(vault.database)
    assert (kept.name, kept.nickname) == ("", "A. from work")


def test_who_only_reads_sees_every_risk_and_is_asked_nothing(stage, vault, clock):
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_list", "done")
    plan.set_answer(vault.database, clock, WAY, "read")
    filled(stage, "bag")
    section = load_guide("en").section("bag")
    for one in section.suggestions:
        if not one.situations:
            assert one.text in stage.seen()
            assert one.risk in stage.seen()
    # What she said before she only read stays hers to change.
    assert _seen_suggestions(stage) == {"bag_list"}
    assert not stage.exists("section-questions")
    assert not stage.exists("section-own")
    stage.click("section-way")
    assert stage.arrivals("start_check") == [{}]


def test_law_cards_stand_below_with_their_source_and_numbers_above(stage):
    for head in load_guide("en").heads:
        section = load_guide("en").section(head.id)
        if not section.cards or section.numbers != "danger":
            continue
        filled(stage, section.id)
        assert "112" in stage.seen()
        region = load_region("kz", "en")
        for known in section.cards:
            (card,) = [one for one in region.cards if one.id == known]
            assert card.title in stage.seen()
        stage.click(f"help-card-{section.cards[0]}")
        (first,) = [one for one in region.cards if one.id == section.cards[0]]
        assert first.text in stage.seen()
        assert f"Source: {first.source_title}" in stage.seen()
        assert "This is not legal advice." in stage.seen()
        stage.click("section-danger-acute")
        assert stage.arrivals("acute") == [{}]
        return
    pytest.fail("no section with law and numbers")


def test_numbers_for_thoughts_of_dying_stand_in_the_section_about_strength(stage):
    filled(stage, "strength")
    assert "111" in stage.seen()
    assert load_guide("en").acute.dying_title in stage.seen()


def test_in_technology_what_is_not_seen_comes_first_and_each_step_says_what_can_be_seen(stage):
    page = filled(stage, "technology")
    shown = [page.list.cards[one].suggestion for one in _top_to_bottom(page)]
    assert len(shown) >= 8
    order = ["unseen", "slight", "visible"]
    places = [order.index(one.visible) for one in shown]
    assert places == sorted(places)
    for one in shown:
        badge = page.findChild(QLabel, f"suggestion-{one.id}-visible")
        assert badge.text() == visible_words(one.visible)


def test_a_section_that_no_specialist_has_read_says_so(stage):
    filled(stage, "bag")
    assert "Not yet reviewed by a specialist." in stage.seen()


def test_before_and_next_follow_the_order_that_fits_her(stage, vault, clock):
    plan.set_situation(vault.database, clock, "phone_watched", True)
    heads = sections_in_order(load_guide("en"), {"phone_watched"})
    filled(stage, heads[0].id)
    assert not stage.exists("section-before")
    stage.click("section-next")
    assert stage.window.shell.title.text() == heads[1].title


def test_coming_for_one_step_opens_it_and_shows_its_place(stage, vault, clock):
    step = plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do", "the lamp")
    page = stage.go("section", section_id="living", at=step.id)
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    card = page.list.cards["living_sign"]
    assert card.details.words.text() == "the lamp"
    top = card.mapTo(page.sheet.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.sheet.viewport().height() // 2


def test_a_state_is_kept_changed_and_taken_back_with_one_press_each(stage, vault):
    filled(stage, "bag")
    stage.click("suggestion-bag_list-state-will_do")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "will_do")]
    stage.click("suggestion-bag_list-state-done")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "done")]
    stage.click("suggestion-bag_list-state-done")
    assert plan.steps(vault.database) == ()


def test_one_press_too_many_takes_no_words_of_hers_away(stage, vault):
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.qtbot.keyClicks(page.list.cards["bag_keep"].details.words, "My aunt")
    stage.click("suggestion-bag_keep-state-will_do")
    (step,) = plan.steps(vault.database)
    assert (step.state, step.words) == ("not_now", "My aunt")
    assert stage.find("suggestion-bag_keep-state-not_now").isChecked()
    assert "so that your words stay" in stage.seen()


def test_not_safe_for_me_leaves_at_once_and_the_way_back_is_quiet(stage, vault):
    filled(stage, "bag")
    stage.click("suggestion-bag_photos-state-not_safe")
    assert "bag_photos" not in _seen_suggestions(stage)
    (step,) = plan.steps(vault.database)
    assert step.state == "not_safe"
    stage.click("section-away")
    stage.click(f"step-{step.id}-back")
    stage.settle()
    assert plan.step(vault.database, step.id).state == "not_now"
    assert "bag_photos" in _seen_suggestions(stage)
    assert "Put away:" not in stage.seen()


def test_her_own_words_stand_with_a_suggestion(stage, vault):
    page = filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.qtbot.keyClicks(page.list.cards["bag_keep"].details.words, "My aunt, Tuesdays")
    stage.qtbot.waitUntil(lambda: plan.steps(vault.database)[0].words == "My aunt, Tuesdays")
    again = filled(stage, "bag")
    assert "My aunt, Tuesdays" in stage.seen()
    stage.click("suggestion-bag_keep-details")
    assert again.list.cards["bag_keep"].details.words.text() == "My aunt, Tuesdays"


def test_sections_follow_each_other(stage):
    heads = load_guide("en").heads
    filled(stage, heads[0].id)
    assert not stage.exists("section-before")
    for head in heads[1:]:
        stage.click("section-next")
        stage.settle()
        assert stage.window.shell.title.text() == head.title
    assert not stage.exists("section-next")
    stage.click("section-back")
    assert stage.arrivals("plan") == [{}]


def test_a_long_section_is_built_in_portions_that_never_freeze(stage, vault, clock):
    for one in load_guide("en").situations:
        plan.set_situation(vault.database, clock, one.id, True)
    started = time.thread_time()
    stage.window.go("section", section_id="living")
    assert time.thread_time() - started < 0.25
    page = stage.window.page("section")
    assert page._waiting, "everything at once is what froze"
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    assert len(_seen_suggestions(stage)) == len(load_guide("en").section("living").suggestions)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(
        qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE, language=language, look=Look("dark", 200)
    )
    page = filled(stage, "bag")
    stage.click("section-questions")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.click("suggestion-bag_photos-state-not_safe")
    pick_one(page.list.cards["bag_keep"].details.person, "+")
    page.list.cards["bag_keep"].details._in_days(7)
    stage.settle()
    stage.nothing_is_cut(page)


def test_every_field_and_button_has_a_name_for_who_cannot_see_it(stage, vault, clock):
    page = filled(stage, "law")
    stage.click("section-questions")
    stage.click("suggestion-law_doctor_soon-state-will_do")
    stage.click("suggestion-law_doctor_soon-details")
    step = next(iter(plan.steps(vault.database)))
    stage.click(f"step-{step.id}-in-7")
    reachable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(reachable) > 30
    assert [w.objectName() for w in reachable if not (w.objectName() and w.accessibleName())] == []
