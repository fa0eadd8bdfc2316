"""Stories of what matters to her: her words, no figure, no way above another, and deciding nothing is an end too."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.guide import load_guide, suggestion
from safeplan.content.regions import load_region
from safeplan.content.weigh import load_weighing
from safeplan.records import drafts
from safeplan.records import weights as record
from safeplan.records.sittings import Sitting
from safeplan.records.weights import AddOwn, Again, OwnPath, Weigh, Write, change_weights
from tests.pace import Turns
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.opening import Opened
from ui.pages.more import MorePage
from ui.pages.weigh import WeighPage
from ui.theme import Look

CONTENT = load_weighing("en")
SAY = CONTENT.words
VALUES = {one.id: one.text for one in CONTENT.values}
WAYS = {one.id: one for one in CONTENT.ways}


def open_weigh(pages: OpenPages) -> Any:
    page = pages.go("weigh")
    full(pages, page)
    return page


def full(pages: OpenPages, page: Any) -> None:
    """Everything that comes a portion a turn has come."""
    views = page._views
    pages.qtbot.waitUntil(
        lambda: page.filling.over and not page._stale and all(v.filling.over for v in views.values())
    )
    pages.settle()


def say(pages: OpenPages, value: str, level: str) -> None:
    pages.click(f"weigh-{value}-level-{level}")


def open_way(pages: OpenPages, way: str) -> str:
    """The words that stand under one way."""
    if not pages.sees(f"weigh-way-{way}-view"):
        pages.click(f"weigh-way-{way}")
    full(pages, pages.here())
    view = pages.find(f"weigh-way-{way}-view")
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


# ── Her words ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_way_shows_of_hers_only_what_she_said_matters(pages: OpenPages) -> None:
    open_weigh(pages)
    assert SAY.none_weighed in open_way(pages, "stay")
    say(pages, "children", "most")
    say(pages, "money", "little")
    say(pages, "talk", "none")
    stay = WAYS["stay"]
    seen = open_way(pages, "stay")
    for sentence in (stay.serves["children"], stay.costs["children"], stay.serves["money"], stay.costs["money"]):
        assert sentence in seen
    assert "The children · Most" in seen
    assert "Money · A little" in seen
    for sentence in (stay.serves["talk"], stay.serves["home"], stay.costs["safe"]):
        assert sentence not in seen
    assert SAY.none_weighed not in seen


def test_whatever_she_weighs_the_risk_and_what_nobody_knows_are_said(pages: OpenPages) -> None:
    open_weigh(pages)
    for id_, way in WAYS.items():
        seen = open_way(pages, id_)
        assert f"Possible risk: {way.risk}" in seen
        assert all(line in seen for line in way.unknown)
        for part in way.less:
            for one in part.steps:
                found = suggestion(load_guide("en"), part.section, one)
                assert found is not None
                assert found.text in seen
                assert found.risk in seen
        pages.click(f"weigh-way-{id_}")


def test_where_police_or_a_shelter_stand_it_is_said_who_is_told(pages: OpenPages) -> None:
    open_weigh(pages)
    police = load_guide("en").police_words
    for way, words in (("order", police.yes), ("shelter", police.may), ("one_person", police.may)):
        open_way(pages, way)
        assert pages.find(f"weigh-way-{way}-police").text() == words


def test_both_sides_say_so_when_nothing_she_named_is_touched(pages: OpenPages) -> None:
    open_weigh(pages)
    say(pages, "faith", "most")
    seen = open_way(pages, "break")
    assert seen.count(SAY.serves_none) == 2
    assert f"{SAY.others_title} {VALUES['faith']}." in seen


def test_the_steps_are_one_press_away_in_their_section(pages: OpenPages) -> None:
    open_weigh(pages)
    open_way(pages, "order")
    pages.click("weigh-way-order-section-law")
    assert pages.window.current_name == "section"
    assert load_guide("en").head("law").title in pages.words()  # type: ignore[union-attr]


def test_her_words_to_a_value_are_kept_with_its_day_and_come_back(pages: OpenPages, clock: Any) -> None:
    page = open_weigh(pages)
    assert not pages.sees("weigh-children-write")
    say(pages, "children", "most")
    pages.click("weigh-children-write")
    pages.write("weigh-children-words", "that they sleep")
    page.save_draft_now()
    clock.move(days=30)
    open_weigh(pages)
    assert record.weights(pages.vault.database).words("children") == "that they sleep"
    assert pages.find("weigh-children-words").text() == "that they sleep"
    assert pages.find("weigh-children-day").text() == "Said on 2 March 2026"
    say(pages, "children", "little")
    assert pages.find("weigh-children-day").text() == "Said on 1 April 2026"
    assert pages.find("weigh-children-words").text() == "that they sleep"


def test_an_answer_is_taken_back_by_pressing_it_again(pages: OpenPages) -> None:
    open_weigh(pages)
    say(pages, "home", "much")
    say(pages, "home", "much")
    assert record.weights(pages.vault.database).is_empty()
    assert not pages.sees("weigh-home-day")
    assert not pages.sees("weigh-clear")


def test_words_outlive_an_answer_taken_back_and_can_be_written_again(pages: OpenPages) -> None:
    page = open_weigh(pages)
    say(pages, "home", "much")
    pages.click("weigh-home-write")
    pages.write("weigh-home-words", "the garden")
    say(pages, "home", "much")
    page.save_draft_now()
    kept = record.weights(pages.vault.database)
    assert (kept.level("home"), kept.words("home")) == ("", "the garden")
    assert pages.sees("weigh-home-words")
    pages.find("weigh-home-words").set_text("")
    page.save_draft_now()
    assert record.weights(pages.vault.database).is_empty()
    say(pages, "home", "little")
    pages.write("weigh-home-words", "the yard")
    page.save_draft_now()
    assert record.weights(pages.vault.database).words("home") == "the yard"


def test_with_the_real_worker_hurried_presses_are_all_kept(qtbot: QtBot, clock: Any, vault: Any) -> None:
    stage = Stage(qtbot, clock, vault, {"weigh": WeighPage}, elsewhere=("section",), real_worker=True)
    page = stage.go("weigh")
    qtbot.waitUntil(lambda: page.filling.over)
    stage.settle()
    for name in ("safe-level-most", "calm-level-little", "safe-level-little", "calm-level-little"):
        qtbot.mouseClick(stage.find(f"weigh-{name}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not stage.context.background.busy)
    stage.settle()
    assert {one: page._weights.level(one) for one in ("safe", "calm")} == {"safe": "little", "calm": ""}
    stage.context.background.stop()


def test_something_of_her_own_is_weighed_like_the_others_and_can_go(pages: OpenPages) -> None:
    open_weigh(pages)
    pages.click("weigh-own-add")
    assert record.weights(pages.vault.database).is_empty()
    pages.write("weigh-own-name", "swimming")
    pages.click("weigh-own-add")
    ((own, _),) = record.weights(pages.vault.database).own().items()
    assert pages.find("weigh-own-name").text() == ""
    say(pages, own, "most")
    assert record.weights(pages.vault.database).level(own) == "most"
    assert f"{SAY.others_title} swimming." in open_way(pages, "wait")
    pages.click(f"weigh-{own}-remove")
    assert record.weights(pages.vault.database).is_empty()
    assert "swimming" not in pages.words()


def test_something_of_her_own_with_words_goes_after_a_question(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    ((own, _),) = change_weights(db, clock, AddOwn("swimming")).own().items()
    change_weights(db, clock, Write(own, "on Thursdays"))
    open_weigh(pages)
    pages.click(f"weigh-{own}-remove")
    assert "“swimming” and your words to it are gone then." in pages.words()
    pages.click("answer-no")
    assert record.weights(db).words(own) == "on Thursdays"
    pages.click(f"weigh-{own}-remove")
    pages.click("answer-yes")
    assert record.weights(db).is_empty()


def test_a_way_of_her_own_is_hers_in_words(pages: OpenPages) -> None:
    page = open_weigh(pages)
    say(pages, "town", "most")
    pages.click("weigh-own-way")
    assert f"{SAY.own_path_mine} {VALUES['town']}." in pages.words()
    pages.write("weigh-own-way-what", "half at my sister's")
    pages.write("weigh-own-way-costs", "evenings")
    page.save_draft_now()
    kept = record.weights(pages.vault.database)
    assert (kept.path("what"), kept.path("serves"), kept.path("costs")) == ("half at my sister's", "", "evenings")


# ── Nothing is counted, nothing stands above another ────────────────────────────────────────────────────────────
def test_no_figure_no_percent_and_no_best_way_stand_on_the_page(pages: OpenPages, clock: Any) -> None:
    open_weigh(pages)
    for value in VALUES:
        say(pages, value, "most")
    for way in WAYS:
        open_way(pages, way)
    inside = pages.here().findChildren(QLabel) + pages.here().findChildren(QPushButton)
    said = "\n".join(widget.text() for widget in inside if widget.isVisible())
    rest = re.sub(r"\b(102|103|111|112|\d+ \w+ 20\d\d)\b", "", said)
    assert not re.search(r"[\d%]", rest)
    rest = rest.replace(SAY.about[1], "").replace(SAY.order_note, "")
    assert not re.search(r"score|\bbest\b|recommend|\brank|points\b|you should|you must", rest, re.IGNORECASE)


def test_the_ways_stand_in_one_order_whatever_she_says(pages: OpenPages) -> None:
    page = open_weigh(pages)

    def places() -> list[str]:
        pages.settle()
        tops = {one: fold.mapTo(page, fold.rect().topLeft()).y() for one, fold in page._ways.items()}
        return sorted(tops, key=lambda one: tops[one])

    assert SAY.order_note in pages.words()
    assert places() == list(WAYS)
    for value in ("safe", "free", "person"):
        say(pages, value, "most")
    assert places() == list(WAYS)


def test_one_value_and_all_values_look_the_same(pages: OpenPages) -> None:
    """No colour, tone or badge grows with what she says."""
    open_weigh(pages)
    open_way(pages, "apart")

    def tones() -> set[Any]:
        view = pages.find("weigh-way-apart-view")
        return {(w.property("part"), w.property("tone")) for w in view.findChildren(QWidget) if w.isVisible()}

    say(pages, "safe", "little")
    say(pages, "calm", "little")
    open_way(pages, "apart")
    few = tones()
    for value in VALUES:
        say(pages, value, "most")
    open_way(pages, "apart")
    assert tones() == few


def test_she_can_decide_nothing_now_and_choose_a_day_to_look_again(pages: OpenPages, clock: Any) -> None:
    open_weigh(pages)
    assert SAY.nothing_now in pages.words()
    assert not pages.sees("weigh-due")
    pages.click("weigh-again-in-7")
    assert record.weights(pages.vault.database).again == "2026-03-09"
    clock.move(days=6)
    open_weigh(pages)
    assert not pages.sees("weigh-due")
    clock.move(days=1)
    open_weigh(pages)
    assert SAY.again_due in pages.words()
    pages.click("weigh-due-later")
    assert record.weights(pages.vault.database).again == "2026-04-08"
    assert not pages.sees("weigh-due")
    pages.click("weigh-again-none")
    assert record.weights(pages.vault.database).again == ""


def test_the_day_has_come_and_she_does_not_want_it_any_more(pages: OpenPages, clock: Any) -> None:
    change_weights(pages.vault.database, clock, Again("2026-03-01"))
    open_weigh(pages)
    pages.click("weigh-due-enough")
    assert record.weights(pages.vault.database).is_empty()
    assert pages.sees("weigh-again-in-7")


def test_clearing_asks_says_what_is_lost_and_leaves_nothing(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    for change in (Weigh("safe", "most"), Write("safe", "SAFEWORDS"), AddOwn("OWNVALUE"), OwnPath("what", "OWNWAY")):
        change_weights(db, clock, change)
    open_weigh(pages)
    pages.click("weigh-own-way")
    pages.click("weigh-clear")
    assert "are gone then" in pages.words()
    pages.click("answer-no")
    assert not record.weights(db).is_empty()
    pages.click("weigh-clear")
    pages.click("answer-yes")
    assert record.weights(db).is_empty()
    pages.here().save_draft_now()
    assert record.weights(db).is_empty(), "a late timer must not bring it back"
    for words in ("SAFEWORDS", "OWNVALUE", "OWNWAY"):
        assert words not in pages.words()


# ── Nothing begun is lost ───────────────────────────────────────────────────────────────────────────────────────
def test_words_typed_a_moment_ago_outlive_another_look(pages: OpenPages) -> None:
    open_weigh(pages)
    say(pages, "home", "much")
    pages.click("weigh-home-write")
    pages.write("weigh-home-words", "the garden")
    pages.write("weigh-own-name", "half a na")
    pages.window.rebuild(Look("dark", 125))
    page = pages.here()
    full(pages, page)
    assert pages.find("weigh-home-words").text() == "the garden"
    assert pages.find("weigh-own-name").text() == "half a na"


def test_a_name_typed_before_a_kill_comes_back(pages: OpenPages, clock: Any) -> None:
    drafts.save_draft(pages.vault.database, clock, "weigh", {"own": "swimming"})
    open_weigh(pages)
    assert pages.find("weigh-own-name").text() == "swimming"
    pages.click("weigh-own-add")
    assert drafts.draft(pages.vault.database, "weigh") == {}


def test_what_she_presses_while_it_is_being_loaded_wins(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    change_weights(vault.database, clock, Weigh("safe", "little"))
    executor.holding = True
    open_weigh(pages)
    say(pages, "safe", "most")
    executor.holding = False
    executor.release()
    pages.settle()
    assert record.weights(vault.database).level("safe") == "most"
    assert pages.find("weigh-safe-level-most").isChecked()


def test_before_anything_is_kept_it_says_so_and_goes_into_the_first_store(
    qtbot: QtBot, clock: Any, vault: Any, tmp_path: Any
) -> None:
    stage = Stage(qtbot, clock, None, {"weigh": WeighPage}, elsewhere=("section",), tmp_path=tmp_path)
    page = stage.go("weigh")
    qtbot.waitUntil(lambda: page.filling.over)
    stage.settle()
    assert "Not kept yet: hiding erases this" not in stage.seen()
    stage.click("weigh-free-level-most")
    qtbot.keyClicks(page.own, "swimming")
    stage.click("weigh-own-add")
    assert "Not kept yet: hiding erases this" in stage.seen()
    stage.click("weigh-keep")
    assert stage.context.extra["weights_not_kept"].level("free") == "most"
    stage.open_store(vault)
    stage.settle()
    kept = record.weights(vault.database)
    assert kept.level("free") == "most"
    assert list(kept.own().values()) == ["swimming"]
    assert "Not kept yet: hiding erases this" not in stage.seen()
    assert stage.find("weigh-free-level-most").isChecked()


def test_the_way_here_stands_under_more_from_the_second_time_on(qtbot: QtBot, clock: Any, vault: Any) -> None:
    stage = Stage(qtbot, clock, vault, {"more": MorePage, "weigh": WeighPage}, elsewhere=("versions",))
    stage.go("more")
    assert not stage.exists("more-weigh")
    assert not stage.exists("more-versions")
    again = Stage(qtbot, clock, vault, {"more": MorePage, "weigh": WeighPage}, elsewhere=("versions",))
    again.opened = Opened(again.context.settings, Sitting("2026-03-01T09:00:00Z", 0), "passphrase", read_only=False)
    again.go("more")
    again.click("more-weigh")
    assert again.window.current_name == "weigh"


# ── On every screen ─────────────────────────────────────────────────────────────────────────────────────────────
def test_the_page_is_built_in_portions(pages: OpenPages) -> None:
    turns = Turns()
    with turns.one():
        page = pages.go("weigh")
    assert turns.longest < 0.25
    assert not page.filling.over, "everything at once is what froze"


def test_by_keyboard_alone_a_value_is_weighed_and_a_way_opened(pages: OpenPages) -> None:
    page = open_weigh(pages)
    chip = pages.find("weigh-safe-level-none")
    chip.setFocus()
    pages.qtbot.keyClick(chip, Qt.Key.Key_Right)
    pages.qtbot.keyClick(pages.find("weigh-safe-level-little"), Qt.Key.Key_Space)
    assert record.weights(pages.vault.database).level("safe") == "little"
    fold = page._ways["people"].button
    fold.setFocus()
    pages.qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert WAYS["people"].serves["safe"] in open_way(pages, "people")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_no_empty_screen_follows(
    pages: OpenPages, clock: Any, language: str, theme: str, scale: int
) -> None:
    context = pages.context
    context.language, context.guide = language, load_guide(language)
    context.region = load_region("kz", language)
    db = pages.vault.database
    for change in (Weigh("safe", "most"), Weigh("papers", "much"), Write("safe", "Қорқамын"), AddOwn("Ән" * 60)):
        change_weights(db, clock, change)
    change_weights(db, clock, Again("2026-03-01"))
    pages.window.rebuild(Look(theme, scale))
    page = open_weigh(pages)
    for way in ("shelter", "order"):
        open_way(pages, way)
    pages.click("weigh-own-way")
    assert pages.fits()
    assert pages.unnamed() == []
    inner, column = page.sheet.inner, pages.find("weigh-column")
    assert column.height() - column.layout().heightForWidth(column.width()) < 20
    assert inner.height() - column.height() < 60
