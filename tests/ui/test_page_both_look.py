"""Two people in front of one screen: large neutral words for both, and nothing of the counsellor's until it is asked.

Lost without it: a client reads what was noted about her, or a passer-by reads what the talk is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from page_stage import Stage
from PySide6.QtWidgets import QPlainTextEdit

from safeplan.content.desk_words import load_desk_words
from safeplan.content.guide import load_guide
from safeplan.content.words import LANGUAGES
from safeplan.policy import Policy
from safeplan.records import clients, drafts
from ui.pages.both_look import ALOUD, BothLookPage
from ui.pages.call import CallPage
from ui.rooms import Room
from ui.theme import Look

AT_DESK = Policy(mode="desk", must_report={"en": "Nothing."})
# What a heading or a question on this page must not say, by the beginnings of words.
LOUD = {
    "en": r"\b(violen|abus|harm|forc|hurt|threat|weapon|rape|beat|police|court|shelter|leav)",
    "ru": r"\b(насил|вред|принужд|угро|удар|изби|бьёт|оружи|полици|суд\b|приют|уход|уйти)",
    "kk": r"\b(зорлық|зиян|мәжбүр|қорқыт|қару|ұрған|ұрып|полици|сот\b|баспана|кету)",
}
LOUD_QUESTION = {
    "en": r"\b(violen|abus|harm|forc|hurt|threat|weapon|rape|beat)",
    "ru": r"\b(насил|вред|принужд|угро|удар|изби|бьёт|оружи)",
    "kk": r"\b(зорлық|зиян|мәжбүр|қорқыт|қару|ұрған|ұрып)",
}


@pytest.fixture
def two(qtbot: Any, clock: Any, vault: Any) -> Callable[..., Stage]:
    def open_page(**more: Any) -> Stage:
        stage = Stage(
            qtbot,
            clock,
            vault,
            {"both_look": BothLookPage, "call": CallPage},
            elsewhere=("session", "section"),
            **more,
        )
        stage.context.room = Room(AT_DESK, client=77)
        stage.go("both_look")
        return stage

    return open_page


def tick(stage: Stage) -> None:
    stage.window.page("both_look").both.box.click()


def note(stage: Stage, words: str) -> None:
    stage.window.findChildren(QPlainTextEdit, "both-notes")[-1].setPlainText(words)


def test_at_first_only_one_question_stands_there_in_large_words(two) -> None:
    stage = two()
    page = stage.window.page("both_look")
    first = load_guide("en").section("start").questions[0]
    assert page.question.text() == first.text
    assert page.question.font().pixelSize() == 30 or "30px" in page.question.styleSheet()
    assert not stage.exists("both-aside")
    for title in (head.title for head in load_guide("en").heads):
        assert title not in stage.seen()


def test_the_counsellors_column_comes_by_a_press_and_goes_by_the_next(two) -> None:
    stage = two()
    tick(stage)
    assert stage.exists("both-aside")
    note(stage, "a kettle of words")
    questions = load_guide("en").section("start").questions
    shown = [one for one in questions if one.id not in ALOUD]
    assert shown[1].text in stage.seen()
    stage.click("both-away")
    assert stage.window.page("both_look").both.is_checked()
    assert not stage.exists("both-aside")
    assert "kettle" not in stage.seen()
    assert shown[1].text not in stage.seen()


def test_on_every_arrival_both_look_and_no_note_waits(two, vault) -> None:
    stage = two()
    tick(stage)
    note(stage, "a kettle of words")
    stage.go("call")
    stage.settle()
    stage.go("both_look")
    page = stage.window.page("both_look")
    assert page.both.is_checked()
    assert not stage.exists("both-aside")
    assert page.notes.text() == ""
    assert drafts.draft(vault.database, "both_look") == {}


def test_one_question_after_the_other_and_another_part(two) -> None:
    stage = two()
    page = stage.window.page("both_look")
    assert not page.before.isEnabled()
    stage.click("both-next")
    assert "Question 2 of" in stage.seen()
    page.part.set_one("money")
    assert "Question 1 of" in stage.seen()
    assert page.question.text() == load_guide("en").section("money").questions[0].text
    while page.next.isEnabled():
        stage.click("both-next")
    tick(stage)
    assert "This was the last one here." in stage.seen()


def test_words_and_place_survive_another_text_size(two) -> None:
    stage = two()
    stage.window.page("both_look").part.set_one("money")
    stage.click("both-next")
    note(stage, "a kettle of words")
    stage.window.rebuild(Look("dark", 200))
    stage.settle()
    page = stage.window.page("both_look")
    assert (page.part.one(), page.notes.text()) == ("money", "a kettle of words")
    assert "Question 2 of" in stage.seen()


def test_no_agreed_name_is_there(two, vault, clock) -> None:
    clients.add_client(vault.database, clock, "Blue scarf", "2027-01-01")
    stage = two()
    tick(stage)
    assert "Blue scarf" not in stage.seen()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_for_both_eyes_says_what_it_is_about(language) -> None:
    words, guide = load_desk_words(language), load_guide(language)
    assert list(words.parts) == [head.id for head in guide.heads], "every part of the guide has its neutral name"
    together = words.together
    for text in (*words.parts.values(), together.title, together.both, together.both_why, together.part):
        assert not re.search(LOUD[language], text, re.IGNORECASE), text
    for head in guide.heads:
        questions = guide.section(head.id).questions
        shown = [one for one in questions if one.id not in ALOUD and not one.situations]
        assert shown, "a part without a question for both would be empty"
        for one in questions:
            if one.id not in ALOUD:
                assert not re.search(LOUD_QUESTION[language], one.text, re.IGNORECASE), one


def test_every_question_asked_aloud_is_one_of_the_guides() -> None:
    guide = load_guide("en")
    known = {one.id for head in guide.heads for one in guide.section(head.id).questions}
    assert known >= ALOUD
