"""What she writes into the plan and cannot be kept stays in sight, is told once, and is tried again."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import plan
from tests.builders import until_full
from tests.ui.page_window import HeldExecutor, OpenPages
from ui import plan_keeping
from ui.pages.section import SectionPage
from ui.widgets.step_details import StepDetails

# As long as a line may be, or nearly.
LONG = "She keeps the papers. " * 85
ANSWER = "answer-bag_keeper"
# What takes all the room.
FILLER = "pets_filler"


def section(pages: OpenPages, part: str = "bag") -> SectionPage:
    page: SectionPage = pages.go("section", section_id=part)
    pages.qtbot.waitUntil(lambda: not page._waiting)
    pages.settle()
    return page


def answered(pages: OpenPages, words: str) -> SectionPage:
    """Her answer stands in its field, and half a second has passed."""
    page = section(pages)
    pages.click("section-questions")
    pages.find(ANSWER).set_text(words)
    page.save_draft_now()
    return page


def full(pages: OpenPages) -> None:
    database, clock = pages.vault.database, pages.context.clock
    numbers = itertools.count()
    until_full(database, lambda: plan.add_own_step(database, clock, "pets", LONG))
    until_full(database, lambda: plan.set_answer(database, clock, f"{FILLER}{next(numbers)}", LONG))


def room(pages: OpenPages) -> None:
    pages.vault.database.execute("PRAGMA max_page_count = 1000000")


def kept(pages: OpenPages) -> dict[str, str]:
    return {one: text for one, text in plan.answers(pages.vault.database).items() if not one.startswith(FILLER)}


def said(pages: OpenPages) -> str:
    """The line about what could not be kept, if it stands there."""
    return pages.message() if pages.sees("message-bar") else ""


def test_an_answer_that_cannot_be_kept_is_told_once_and_kept_when_there_is_room(pages: OpenPages) -> None:
    full(pages)
    page = answered(pages, LONG)
    assert said(pages)
    assert pages.sees("section-not-kept"), "and it goes on being said where she writes"
    pages.click("message-bar-close")
    for key in "abc":
        pages.write("section-own-words", key)
        page.save_draft_now()
        assert not said(pages), "not with every second of typing"
        assert not pages.sees("question-card")
    room(pages)
    pages.write("section-own-words", "d")
    page.save_draft_now()
    assert kept(pages) == {"bag_keeper": LONG}
    assert not pages.sees("section-not-kept")
    assert said(pages) == "Kept."


def test_it_is_tried_again_as_she_leaves_the_page(pages: OpenPages) -> None:
    full(pages)
    answered(pages, LONG)
    room(pages)
    pages.go("friend")
    assert kept(pages) == {"bag_keeper": LONG}


def test_it_is_tried_again_without_another_key(pages: OpenPages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_keeping, "AGAIN_MS", 1)
    full(pages)
    answered(pages, LONG)
    room(pages)
    pages.qtbot.waitUntil(lambda: kept(pages) == {"bag_keeper": LONG})
    pages.qtbot.waitUntil(lambda: not pages.sees("section-not-kept"))


def test_it_stays_in_its_field_in_another_part_another_size_and_on_other_pages(pages: OpenPages) -> None:
    full(pages)
    answered(pages, LONG)
    section(pages, "children")
    section(pages)
    pages.window.rebuild()
    page = section(pages)
    pages.click("section-questions")
    assert pages.find(ANSWER).text() == LONG
    room(pages)
    page.save_draft_now()
    assert kept(pages) == {"bag_keeper": LONG}


def test_what_was_kept_later_is_not_written_over_by_what_could_not_be_kept_before(pages: OpenPages) -> None:
    full(pages)
    page = answered(pages, LONG)
    pages.find(ANSWER).set_text("my aunt")
    room(pages)
    page.save_draft_now()
    pages.go("friend")
    assert kept(pages) == {"bag_keeper": "my aunt"}


def test_a_reworded_step_is_tried_again_and_one_that_is_gone_holds_nothing_up(pages: OpenPages) -> None:
    database, clock = pages.vault.database, pages.context.clock
    gone, stays = (plan.add_own_step(database, clock, "bag", words) for words in ("Ask", "Pack"))
    full(pages)
    page = section(pages)
    for step in (gone, stays):
        pages.click(f"step-{step.id}-details")
    for details in page.findChildren(StepDetails):
        details.words.setText(LONG)
    page.save_draft_now()
    room(pages)
    plan.remove_own_step(database, clock, gone.id)
    page.save_draft_now()
    assert plan.step(database, stays.id).words == LONG
    assert not pages.sees("section-not-kept")


def test_what_she_writes_while_it_is_being_kept_comes_after_it(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    full(pages)
    executor.holding = True
    page = section(pages)
    executor.release()
    page = section(pages)
    executor.release()
    pages.settle()
    pages.click("section-questions")
    pages.find(ANSWER).set_text(LONG)
    page.save_draft_now()
    pages.find(ANSWER).set_text("my aunt")
    page.save_draft_now()
    executor.holding = False
    executor.release()
    pages.settle()
    pages.go("friend")
    assert kept(pages) == {"bag_keeper": "my aunt"}


def test_on_the_page_of_the_whole_plan_it_is_said_and_one_press_tries_again_and_answers(pages: OpenPages) -> None:
    full(pages)
    answered(pages, LONG)
    pages.go("plan")
    assert pages.sees("plan-not-kept")
    assert not said(pages)
    pages.click("plan-not-kept-keep")
    assert said(pages), "a press is answered, though it was told before"
    room(pages)
    pages.click("plan-not-kept-keep")
    assert kept(pages) == {"bag_keeper": LONG}
    assert not pages.sees("plan-not-kept")


def test_before_you_begin_tries_again_too(pages: OpenPages) -> None:
    full(pages)
    page = pages.go("start_check")
    pages.settle()
    pages.click("start-check-write")
    pages.settle()
    question = next(iter(page.questions.boxes))
    page.questions.boxes[question].set_text(LONG)
    page.save_draft_now()
    assert said(pages)
    room(pages)
    pages.go("friend")
    assert kept(pages) == {question: LONG}


def test_a_line_for_a_bad_moment_is_tried_again_too(pages: OpenPages) -> None:
    full(pages)
    page = pages.go("acute", write=True)
    pages.settle()
    field, lines = next(iter(page.form.lines.items()))
    lines[0].setText(LONG)
    page.save_draft_now()
    assert said(pages)
    pages.go("friend")
    page = pages.go("acute", write=True)
    assert page.form.text(field) == LONG
    room(pages)
    pages.go("friend")
    assert kept(pages) == {field: LONG}


def test_a_line_typed_just_before_the_page_is_asked_for_once_more_is_kept(pages: OpenPages) -> None:
    page = pages.go("acute", write=True)
    field, lines = next(iter(page.form.lines.items()))
    lines[0].setText("the neighbour")
    pages.go("acute")
    assert kept(pages) == {field: "the neighbour"}
