"""Stories of a section of the guide, with real clicks and keys on a real store."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from safeplan.content.guide import load_guide
from safeplan.content.order import sections_in_order
from safeplan.content.regions import load_region
from safeplan.records import drafts, people, plan
from safeplan.records.people import PersonForm
from tests.builders import until_full
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.pages.section import SectionPage
from ui.plan_keeping import WAY
from ui.theme import TOKENS, Look
from ui.widgets.pick import DayField
from ui.widgets.step_details import StepDetails
from ui.widgets.suggestion_card import visible_words

ELSEWHERE = ("plan", "acute", "start_check")


@pytest.fixture
def stage(qtbot, clock, vault):
    return Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)


def _filled(stage, section_id):
    page = stage.go("section", section_id=section_id)
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    return page


def _field(stage, name):
    found = stage.window.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def _top_to_bottom(page):
    """The ids of the suggestions as they stand on the screen."""
    return sorted(page.list.cards, key=lambda one: page.list.cards[one].y())


def _pick(pick, id_):
    """As a hand would: the list is opened and one line of it is pressed."""
    pick.set_one(id_)
    pick.activated.emit(pick.currentIndex())


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
    _filled(stage, "living")
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
    _filled(stage, "living")
    assert "living_weapons" not in _seen_suggestions(stage)
    plan.set_situation(vault.database, clock, "weapons", True)
    _filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)
    stage.click("suggestion-living_weapons-state-not_now")
    plan.set_situation(vault.database, clock, "weapons", False)
    _filled(stage, "living")
    assert "living_weapons" in _seen_suggestions(stage)


def test_why_it_is_not_safe_may_be_noted_in_one_line_and_the_step_is_nobodys_task(stage, vault):
    _filled(stage, "bag")
    stage.click("suggestion-bag_photos-state-not_safe")
    line = _field(stage, "suggestion-bag_photos-away-reason")
    assert stage.window.focusWidget() is line
    stage.qtbot.keyClicks(line, "The phone is looked through")
    stage.qtbot.waitUntil(lambda: plan.steps(vault.database)[0].reason != "")
    (step,) = plan.steps(vault.database)
    assert (step.reason, step.state) == ("The phone is looked through", "not_safe")
    assert plan.steps_for_today(vault.database) == ()
    _filled(stage, "bag")
    assert not stage.exists("suggestion-bag_photos-away")
    assert "The phone is looked through" not in stage.seen()
    stage.click("section-away")
    assert "The phone is looked through" in stage.seen()


def test_not_safe_pressed_by_mistake_goes_back_to_its_place(stage, vault):
    page = _filled(stage, "bag")
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
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_list-state-not_safe")
    stage.click("section-away")
    picture = page.grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}
    tokens = TOKENS[theme]
    assert not {tokens.warm_soft, tokens.on_warm_soft, tokens.harm, tokens.on_harm} & seen


def test_a_person_can_be_picked_or_added_and_a_day_set_and_taken_away(stage, vault, clock):
    known = people.add_person(vault.database, clock, people.PersonForm(name="Dana Omarova"))
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    details = page.list.cards["bag_keep"].details
    _pick(details.person, known.id)
    assert plan.steps(vault.database)[0].person_id == known.id
    _pick(details.person, "+")
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
    _filled(stage, "bag")
    assert "With A. · Look again on 1 April 2026" in stage.seen()
    stage.click("suggestion-bag_keep-details")
    stage.click(f"step-{step.id}-no-day")
    assert plan.step(vault.database, step.id).look_again == ""
    _pick(page.list.cards["bag_keep"].details.person, "")
    assert plan.step(vault.database, step.id).person_id == ""


def test_a_plan_without_names_asks_for_initials_and_keeps_them_as_such(stage, vault, clock):
    plan.set_answer(vault.database, clock, WAY, "nameless")
    step = plan.add_own_step(vault.database, clock, "bag", "Give the copies away")
    page = _filled(stage, "bag")
    stage.click(f"step-{step.id}-details")
    (details,) = page.findChildren(StepDetails)
    _pick(details.person, "+")
    assert "Initials or a nickname" in stage.seen()
    stage.qtbot.keyClicks(details.new_name, "A. from work")
    stage.click(f"step-{step.id}-add-person")
    (kept,) = people.list_people(vault.database)
    assert (kept.name, kept.nickname) == ("", "A. from work")


def test_who_only_reads_sees_every_risk_and_is_asked_nothing(stage, vault, clock):
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_list", "done")
    plan.set_answer(vault.database, clock, WAY, "read")
    _filled(stage, "bag")
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
        _filled(stage, section.id)
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
    _filled(stage, "strength")
    assert "111" in stage.seen()
    assert load_guide("en").acute.dying_title in stage.seen()


def test_in_technology_what_is_not_seen_comes_first_and_each_step_says_what_can_be_seen(stage):
    page = _filled(stage, "technology")
    shown = [page.list.cards[one].suggestion for one in _top_to_bottom(page)]
    assert len(shown) >= 8
    order = ["unseen", "slight", "visible"]
    places = [order.index(one.visible) for one in shown]
    assert places == sorted(places)
    for one in shown:
        badge = page.findChild(QLabel, f"suggestion-{one.id}-visible")
        assert badge.text() == visible_words(one.visible)


def test_a_section_that_no_specialist_has_read_says_so(stage):
    _filled(stage, "bag")
    assert "Not yet reviewed by a specialist." in stage.seen()


def test_before_and_next_follow_the_order_that_fits_her(stage, vault, clock):
    plan.set_situation(vault.database, clock, "phone_watched", True)
    heads = sections_in_order(load_guide("en"), {"phone_watched"})
    _filled(stage, heads[0].id)
    assert not stage.exists("section-before")
    stage.click("section-next")
    assert stage.window.shell.title.text() == heads[1].title


def test_a_language_switched_in_mid_sentence_loses_no_field(stage, vault, clock):
    """Every field of the page holds something half typed; then the whole page is built in another language."""
    plan.take_up_suggestion(vault.database, clock, "bag", "bag_photos", "not_safe")
    own = plan.add_own_step(vault.database, clock, "bag", "Ask")
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.click("section-questions")
    stage.click(f"step-{own.id}-details")
    stage.click("section-away")
    away = next(s for s in plan.steps(vault.database) if s.suggestion == "bag_photos")
    stage.click(f"step-{away.id}-details")
    stage.click("suggestion-bag_list-state-not_safe")
    for details in page.findChildren(StepDetails):
        _pick(details.person, "+")
        # The day of a step is a field too.
        details._in_days(7)
    stage.settle()
    written = {}
    fields = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    fields = [one for one in fields if one.isVisible() and one.objectName() != "qt_spinbox_lineedit"]
    assert len(fields) >= 12
    for number, field in enumerate(fields):
        field.setFocus()
        stage.qtbot.keyClicks(field, f" zq{number}")
        written[field.objectName()] = field.text()
    for day in page.findChildren(DayField):
        day.setDate(QDate(2026, 5, 5))
    stage.context.language, stage.context.guide = "ru", load_guide("ru")
    stage.window.rebuild()
    again = stage.window.page("section")
    stage.qtbot.waitUntil(lambda: not again._waiting)
    stage.settle()
    kept = {s.id: s for s in plan.steps(vault.database)}
    names = drafts.draft(vault.database, "section") | again.collect_draft()
    for name, text in written.items():
        if name.startswith("answer-"):
            assert plan.answer(vault.database, name.removeprefix("answer-")) == text
        elif name == "section-own-words":
            assert again.own.text() == text
        elif name == "suggestion-bag_list-away-reason":
            assert [s.reason for s in kept.values() if s.suggestion == "bag_list"] == [text]
        else:
            _step, step_id, what = name.split("-", 2)
            now = {
                "own": kept[step_id].words,
                "reason": kept[step_id].reason,
                "new-person": names.get(f"who-{step_id}"),
            }
            assert now[what] == text, name
    assert {s.look_again for s in kept.values() if s.suggestion != "bag_list"} == {"2026-05-05"}
    # Names that were being typed stand open again, in the other language.
    open_ = [one for one in again.findChildren(StepDetails) if one.someone()]
    assert len(open_) == 3


def test_coming_for_one_step_opens_it_and_shows_its_place(stage, vault, clock):
    step = plan.take_up_suggestion(vault.database, clock, "living", "living_sign", "will_do", "the lamp")
    page = stage.go("section", section_id="living", at=step.id)
    stage.qtbot.waitUntil(lambda: not page._waiting)
    stage.settle()
    card = page.list.cards["living_sign"]
    assert card.details.words.text() == "the lamp"
    top = card.mapTo(page.sheet.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.sheet.viewport().height() // 2


def test_on_the_first_evening_a_person_a_day_and_a_reason_wait_for_the_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    details = page.list.cards["bag_keep"].details
    _pick(details.person, "+")
    qtbot.keyClicks(details.new_name, "Dana")
    qtbot.keyClick(details.new_name, Qt.Key.Key_Return)
    stage.settle()
    stage.click(f"step-{details.step_id}-in-30")
    stage.click("suggestion-bag_photos-state-not_safe")
    qtbot.keyClicks(_field(stage, "suggestion-bag_photos-away-reason"), "seen at once")
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    kept = {s.suggestion: s for s in plan.steps(vault.database)}
    assert people.person(vault.database, kept["bag_keep"].person_id).name == "Dana"
    assert kept["bag_keep"].look_again == "2026-04-01"
    assert kept["bag_photos"].reason == "seen at once"


def test_a_state_is_kept_changed_and_taken_back_with_one_press_each(stage, vault):
    _filled(stage, "bag")
    stage.click("suggestion-bag_list-state-will_do")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "will_do")]
    stage.click("suggestion-bag_list-state-done")
    assert [(s.suggestion, s.state) for s in plan.steps(vault.database)] == [("bag_list", "done")]
    stage.click("suggestion-bag_list-state-done")
    assert plan.steps(vault.database) == ()


def test_one_press_too_many_takes_no_words_of_hers_away(stage, vault):
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.qtbot.keyClicks(page.list.cards["bag_keep"].details.words, "My aunt")
    stage.click("suggestion-bag_keep-state-will_do")
    (step,) = plan.steps(vault.database)
    assert (step.state, step.words) == ("not_now", "My aunt")
    assert stage.find("suggestion-bag_keep-state-not_now").isChecked()
    assert "so that your words stay" in stage.seen()


def test_not_safe_for_me_leaves_at_once_and_the_way_back_is_quiet(stage, vault):
    _filled(stage, "bag")
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
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.qtbot.keyClicks(page.list.cards["bag_keep"].details.words, "My aunt, Tuesdays")
    stage.qtbot.waitUntil(lambda: plan.steps(vault.database)[0].words == "My aunt, Tuesdays")
    again = _filled(stage, "bag")
    assert "My aunt, Tuesdays" in stage.seen()
    stage.click("suggestion-bag_keep-details")
    assert again.list.cards["bag_keep"].details.words.text() == "My aunt, Tuesdays"


def test_answers_are_kept_within_a_second_and_can_stay_empty(stage, vault):
    page = _filled(stage, "living")
    assert page.questions.boxes == {}
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "The watchman")
    stage.qtbot.waitUntil(lambda: plan.answers(vault.database) == {"living_hears": "The watchman"})


def test_an_answer_typed_a_moment_ago_survives_leaving_and_a_change_of_size(stage, vault):
    page = _filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_hears"], "One")
    stage.window.go("plan")
    assert plan.answer(vault.database, "living_hears") == "One"
    page = _filled(stage, "living")
    stage.click("section-questions")
    stage.qtbot.keyClicks(page.questions.boxes["living_before"], "Two")
    stage.window.rebuild(Look("light", 150))
    assert plan.answer(vault.database, "living_before") == "Two"


def test_a_step_of_her_own_belongs_to_the_section(stage, vault):
    page = _filled(stage, "children")
    stage.qtbot.keyClicks(page.own, "Ask the teacher")
    stage.click("section-own-add")
    (step,) = plan.steps(vault.database)
    assert (step.section, step.suggestion, step.words) == ("children", "", "Ask the teacher")
    assert "Ask the teacher" in stage.seen()


def test_a_half_typed_own_step_comes_back(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "section", {"own-bag": "Ask the t"})
    page = _filled(stage, "bag")
    assert page.own.text() == "Ask the t"


def test_a_step_that_cannot_be_kept_stays_in_its_line_until_it_can(stage, vault, clock):
    page = _filled(stage, "children")
    until_full(vault.database, lambda: plan.add_own_step(vault.database, clock, "bag", "x" * 800))
    before = len(plan.steps(vault.database))
    words = "Ask the teacher. " * 80
    page.own.setText(words)
    stage.click("section-own-add")
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    assert page.own.text() == words
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.click("section-own-add")
    assert [one.words for one in plan.steps(vault.database)][before:] == [words]
    assert page.own.text() == ""


def test_a_name_that_cannot_be_kept_stands_in_its_line_again(stage, vault, clock):
    step = plan.add_own_step(vault.database, clock, "children", "Ask")
    page = _filled(stage, "children")
    stage.click(f"step-{step.id}-details")
    (details,) = page.findChildren(StepDetails)
    _pick(details.person, "+")
    name = "Dana " * 80
    details.new_name.setText(name)
    until_full(vault.database, lambda: people.add_person(vault.database, clock, PersonForm(name=name)))
    before = len(people.list_people(vault.database))
    stage.click(f"step-{step.id}-add-person")
    assert stage.exists("question-card"), "she is told"
    stage.click("answer-ok")
    assert details.new_name.text() == name
    vault.database.execute("PRAGMA max_page_count = 1000000")
    stage.click(f"step-{step.id}-add-person")
    (person,) = people.list_people(vault.database)[before:]
    assert plan.step(vault.database, step.id).person_id == person.id
    assert details.new_name.text() == ""


def test_add_pressed_twice_adds_once_and_what_is_typed_meanwhile_stays(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="children")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.write("section-own-words", "Ask the teacher")
    executor.holding = True
    pages.click("section-own-add")
    pages.click("section-own-add")
    qtbot.keyClicks(page.own, "Call Da")
    executor.holding = False
    executor.release()
    assert [one.words for one in plan.steps(vault.database)] == ["Ask the teacher"]
    assert page.own.text() == "Call Da"
    assert drafts.draft(vault.database, "section") == {"own-children": "Call Da"}


def test_a_step_added_while_she_leaves_the_part_stands_in_its_line_no_more(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="children")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.write("section-own-words", "Ask the teacher")
    executor.holding = True
    pages.click("section-own-add")
    pages.go("section", section_id="bag")
    executor.holding = False
    executor.release()
    pages.settle()
    pages.go("section", section_id="children")
    pages.settle()
    assert page.own.text() == ""
    assert [one.words for one in plan.steps(vault.database)] == ["Ask the teacher"]
    assert drafts.draft(vault.database, "section") == {}


def test_steps_half_typed_in_two_parts_both_come_back(qtbot, clock, vault):
    first = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    page = _filled(first, "bag")
    qtbot.keyClicks(page.own, "Ask the t")
    # At once: no timer has kept it yet.
    page = _filled(first, "children")
    qtbot.keyClicks(page.own, "Call Da")
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    assert _filled(again, "bag").own.text() == "Ask the t"
    assert _filled(again, "children").own.text() == "Call Da"


def test_an_answer_typed_while_another_part_is_on_its_way_is_kept(qtbot, clock, vault):
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("section", section_id="bag")
    qtbot.waitUntil(lambda: not page._waiting)
    pages.click("section-questions")
    executor.holding = True
    pages.go("section", section_id="children")
    pages.write("answer-bag_keeper", "My aunt")
    executor.holding = False
    executor.release()
    pages.settle()
    assert plan.answers(vault.database) == {"bag_keeper": "My aunt"}


def test_a_line_emptied_by_her_stays_empty(stage, vault, clock):
    drafts.save_draft(vault.database, clock, "section", {"own-bag": "Ask the t"})
    page = _filled(stage, "bag")
    page.own.clear()
    _filled(stage, "children")
    assert _filled(stage, "bag").own.text() == ""
    page.save_draft_now()
    assert drafts.draft(vault.database, "section") == {}


def test_names_half_typed_in_two_parts_both_come_back_and_go_with_their_step(qtbot, clock, vault):
    steps = [plan.add_own_step(vault.database, clock, part, "Ask") for part in ("bag", "children")]
    first = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    for step, name in zip(steps, ("Dan", "Sau"), strict=True):
        page = _filled(first, step.section)
        first.click(f"step-{step.id}-details")
        (details,) = page.findChildren(StepDetails)
        _pick(details.person, "+")
        qtbot.keyClicks(details.new_name, name)
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    for step, name in zip(steps, ("Dan", "Sau"), strict=True):
        page = _filled(again, step.section)
        assert [one.someone() for one in page.findChildren(StepDetails)] == [name]
    plan.remove_own_step(vault.database, clock, steps[0].id)
    page = _filled(again, "children")
    page.save_draft_now()
    assert drafts.draft(vault.database, "section") == {f"who-{steps[1].id}": "Sau"}


def test_on_the_first_evening_a_half_typed_step_waits_while_she_reads_elsewhere(qtbot, clock, tmp_path):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = _filled(stage, "bag")
    qtbot.keyClicks(page.own, "Ask the t")
    stage.go("plan")
    assert _filled(stage, "bag").own.text() == "Ask the t"
    _filled(stage, "children")
    assert _filled(stage, "bag").own.text() == "Ask the t"


def test_on_the_first_evening_names_half_typed_are_still_there_after_the_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    page.own.setText("Pack")
    stage.click("section-own-add")
    (own,) = [one for one in page._view.steps if not one.suggestion]
    stage.click(f"step-{own.id}-details")
    for details, name in zip(page.findChildren(StepDetails), ("Dan", "Sau"), strict=True):
        _pick(details.person, "+")
        qtbot.keyClicks(details.new_name, name)
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    kept = {step.suggestion: step.id for step in plan.steps(vault.database)}
    assert set(kept) == {"bag_keep", ""}
    typed = {kept["bag_keep"]: "Dan", kept[""]: "Sau"}
    # The last part of a page opens what is half typed in it.
    qtbot.waitUntil(lambda: {one.step_id: one.someone() for one in page.findChildren(StepDetails)} == typed)
    page.save_draft_now()
    again = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE)
    page = _filled(again, "bag")
    qtbot.waitUntil(lambda: {one.step_id: one.someone() for one in page.findChildren(StepDetails)} == typed)


def test_sections_follow_each_other(stage):
    heads = load_guide("en").heads
    _filled(stage, heads[0].id)
    assert not stage.exists("section-before")
    for head in heads[1:]:
        stage.click("section-next")
        stage.settle()
        assert stage.window.shell.title.text() == head.title
    assert not stage.exists("section-next")
    stage.click("section-back")
    assert stage.arrivals("plan") == [{}]


def test_on_the_first_evening_choices_and_answers_wait_for_the_first_passphrase(qtbot, clock, tmp_path, vault):
    stage = Stage(qtbot, clock, None, {"section": SectionPage}, elsewhere=ELSEWHERE, tmp_path=tmp_path)
    page = _filled(stage, "bag")
    stage.click("suggestion-bag_list-state-will_do")
    stage.click("suggestion-bag_photos-state-not_safe")
    stage.click("section-questions")
    qtbot.keyClicks(page.questions.boxes["bag_keeper"], "My aunt")
    assert "Not kept yet: hiding erases this" in stage.seen()
    stage.click("section-not-kept-keep")
    stage.open_store(vault)
    stage.settle()
    states = {s.suggestion: s.state for s in plan.steps(vault.database)}
    assert states == {"bag_list": "will_do", "bag_photos": "not_safe"}
    assert plan.answers(vault.database) == {"bag_keeper": "My aunt"}


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


def test_with_the_real_worker_nothing_typed_or_chosen_in_a_hurry_is_lost(qtbot, clock, vault):
    stage = Stage(qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE, real_worker=True)
    page = stage.go("section", section_id="bag")
    qtbot.waitUntil(lambda: hasattr(page, "questions") and not page._waiting)
    for name in (
        "bag_list-state-will_do",
        "bag_list-state-done",
        "bag_photos-state-not_safe",
        "bag_keep-state-not_now",
    ):
        qtbot.mouseClick(stage.find(f"suggestion-{name}"), Qt.MouseButton.LeftButton)
    page.questions.build()
    qtbot.waitUntil(lambda: "bag_keeper" in page.questions.boxes)
    qtbot.keyClicks(page.questions.boxes["bag_keeper"], "My aunt")
    qtbot.keyClicks(page.own, "Ask the t")
    stage.window.rebuild(Look("light", 125))
    again = stage.window.page("section")
    qtbot.waitUntil(lambda: hasattr(again, "own") and again.own.text() == "Ask the t")
    qtbot.waitUntil(lambda: not stage.context.background.busy)
    results: list[object] = []
    stage.context.background.run(stage.window, _everything, results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results[0] == (
        {"bag_list": "done", "bag_photos": "not_safe", "bag_keep": "not_now"},
        {"bag_keeper": "My aunt"},
    )
    stage.context.background.stop()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_size(qtbot, clock, vault, language):
    stage = Stage(
        qtbot, clock, vault, {"section": SectionPage}, elsewhere=ELSEWHERE, language=language, look=Look("dark", 200)
    )
    page = _filled(stage, "bag")
    stage.click("section-questions")
    stage.click("suggestion-bag_keep-state-will_do")
    stage.click("suggestion-bag_keep-details")
    stage.click("suggestion-bag_photos-state-not_safe")
    _pick(page.list.cards["bag_keep"].details.person, "+")
    page.list.cards["bag_keep"].details._in_days(7)
    stage.settle()
    stage.nothing_is_cut(page)


def test_every_field_and_button_has_a_name_for_who_cannot_see_it(stage, vault, clock):
    page = _filled(stage, "law")
    stage.click("section-questions")
    stage.click("suggestion-law_doctor_soon-state-will_do")
    stage.click("suggestion-law_doctor_soon-details")
    step = next(iter(plan.steps(vault.database)))
    stage.click(f"step-{step.id}-in-7")
    reachable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(reachable) > 30
    assert [w.objectName() for w in reachable if not (w.objectName() and w.accessibleName())] == []
