"""People: a name is enough, names and signals stay covered, the hand signal stands there with its limits."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from safeplan.records import drafts, people, signals
from safeplan.records.signals import SignalForm
from tests.builders import a_person, a_signal
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look, contrast
from ui.widgets import hand_drawing

POT = SignalForm("word", "Do you still have my big pot?", "Call me and ask yes or no")
LAMP = SignalForm("sign", "The kitchen lamp is out", "Fetch the children")


def test_an_empty_page_teaches_and_a_name_alone_is_kept(pages: OpenPages) -> None:
    pages.go("people")
    assert pages.sees("people-empty")
    pages.write("people-who", "Aigul")
    pages.click("people-keep")
    kept = people.list_people(pages.vault.database)
    assert [(one.name, one.role) for one in kept] == [("Aigul", "trusted")]
    assert not pages.sees("people-empty")
    assert pages.sees(f"people-person-{kept[0].id}")
    assert pages.find("people-who").text() == ""
    assert pages.message() == "Kept."


def test_a_double_click_keeps_one_person(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("people")
    pages.write("people-who", "Aigul")
    executor.holding = True
    pages.click("people-keep")
    pages.click("people-keep")
    executor.holding = False
    executor.release()
    assert [one.name for one in people.list_people(vault.database)] == ["Aigul"]
    assert pages.message() == "Kept."
    assert pages.find("people-who").text() == ""
    pages.write("people-who", "Marat")
    pages.click("people-keep")
    assert len(people.list_people(vault.database)) == 2


def test_a_person_kept_while_the_page_is_made_anew_is_not_asked_for_again(
    qtbot: QtBot, vault: Any, clock: Any
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("people")
    pages.write("people-who", "Aigul")
    executor.holding = True
    pages.click("people-keep")
    pages.window.rebuild()
    executor.holding = False
    executor.release()
    assert pages.find("people-who").text() == ""
    assert drafts.draft(vault.database, "people") == {}
    assert pages.message() == "Kept."


def test_without_a_name_the_field_says_what_is_enough_and_nothing_is_kept(pages: OpenPages) -> None:
    pages.go("people")
    pages.click("people-keep")
    assert pages.find("people-who-error").text() == "A first name or two letters are enough."
    assert people.list_people(pages.vault.database) == ()


def test_people_stand_under_their_role_by_initials_until_names_are_shown(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    saule = a_person(db, clock, "Saule Omarova", role="witness", code_word="green dress", contact="701 555 01 02")
    a_person(db, clock, "Ruslan Kenes", role="harms")
    pages.go("people")
    assert "S. O." in pages.words()
    for covered in ("Saule", "Omarova", "Ruslan", "green dress", "701"):
        assert covered not in pages.words()
    card = pages.find("people-witness")
    assert card.findChild(type(pages.find(f"people-person-{saule.id}")), f"people-person-{saule.id}") is not None
    pages.click("people-names")
    assert "Saule Omarova" in pages.words()
    assert pages.context.settings.names_shown
    assert "green dress" not in pages.words()


def test_a_name_half_typed_is_still_there_after_coming_back(pages: OpenPages) -> None:
    page = pages.go("people")
    pages.write("people-who", "Dina")
    page.save_draft_now()
    page.who.clear()
    page.forget_pending_draft()
    pages.go("people")
    assert pages.find("people-who").text() == "Dina"


def test_before_anything_is_kept_the_page_works_and_asks_for_a_passphrase_at_keep(pages: OpenPages) -> None:
    asked: list[Any] = []
    pages.context.has_store = lambda: False
    pages.context.keep_first = asked.append
    pages.go("people")
    assert "Not kept yet: hiding erases this." in pages.words()
    pages.write("people-who", "Aigul")
    pages.click("people-keep")
    assert len(asked) == 1
    assert people.list_people(pages.vault.database) == ()
    pages.context.has_store = lambda: True
    asked[0]()
    assert [one.name for one in people.list_people(pages.vault.database)] == ["Aigul"]


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_on_a_small_screen(pages: OpenPages, clock: Any, theme: str, scale: int) -> None:
    db = pages.vault.database
    for role in people.ROLES:
        a_person(db, clock, "Saule Omarova", role=role, not_told="the new address")
    a_signal(db, people.list_people(db)[0].id, SignalForm("word", "Do you still have my big pot?", "Come to me"))
    pages.window.rebuild(Look(theme, scale))
    pages.go("people")
    pages.click("people-signals")
    pages.click("people-hand-fold")
    assert pages.fits()
    assert pages.unnamed() == []


def test_a_badge_says_that_somebody_is_not_told_everything_and_never_what(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    one = a_person(db, clock, "Saule Omarova", not_told="the new address")
    other = a_person(db, clock, "Dana")
    pages.go("people")
    assert pages.find(f"people-partly-{one.id}").text() == "not to be told everything"
    assert not pages.sees(f"people-partly-{other.id}")
    assert "address" not in pages.words()
    assert pages.find(f"people-person-{one.id}").accessibleName() == "S. O.: open. Not to be told everything."


def test_several_people_can_harm_and_the_form_says_so(pages: OpenPages) -> None:
    pages.go("people")
    assert not pages.sees("people-several")
    for name in ("Husband", "Mother-in-law", "Brother"):
        pages.write("people-who", name)
        pages.click("people-role-harms")
        assert pages.sees("people-several")
        pages.click("people-keep")
        assert not pages.sees("people-several")
    assert sorted(one.name for one in people.list_people(pages.vault.database, "harms")) == [
        "Brother",
        "Husband",
        "Mother-in-law",
    ]


def test_all_signals_stand_together_but_only_when_show_is_pressed(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    aigul, dana = a_person(db, clock, "Aigul Serikova"), a_person(db, clock, "Dana", code_word="green dress")
    pages.go("people")
    assert pages.sees("people-signals")
    signals.keep_signals(db, aigul.id, [POT, LAMP])
    pages.go("people")
    for covered in (POT.words, POT.action, LAMP.words, "green dress"):
        assert covered not in pages.words()
    pages.click("people-signals")
    words = pages.words()
    for shown in (POT.words, LAMP.words, "green dress", f"Then: {POT.action}", "Not agreed yet what happens then."):
        assert shown in words
    assert "Serikova" not in words
    pages.click("people-names")
    glance = pages.find("people-glance")
    assert "Aigul Serikova" in [label.text() for label in glance.findChildren(QLabel)]
    pages.click("people-signals")
    assert POT.words not in pages.words()
    people.remove_person(db, clock, aigul.id)
    people.remove_person(db, clock, dana.id)
    pages.go("people")
    assert not pages.sees("people-signals")


def test_uncovered_signals_are_covered_again_after_being_elsewhere(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock)
    a_signal(pages.vault.database, one.id, POT)
    pages.go("people")
    pages.click("people-signals")
    assert POT.words in pages.words()
    pages.go("plan")
    pages.go("people")
    assert POT.words not in pages.words()


def test_the_hand_signal_unfolds_step_by_step_with_its_limits(pages: OpenPages) -> None:
    pages.go("people")
    assert not pages.sees("people-hand")
    pages.click("people-hand-fold")
    drawings = [pages.find(f"people-hand-{step}") for step in hand_drawing.STEPS]
    assert [one.accessibleName() for one in drawings] == [
        "Step 1 of 4: Hold up one hand, the palm towards the other person.",
        "Step 2 of 4: Lay the thumb across the palm.",
        "Step 3 of 4: Fold the four fingers down.",
        "Step 4 of 4: The fingers close over the thumb.",
    ]
    words = pages.words()
    for limit in (
        '"reach me safely". It does not mean: "call the police"',
        "Canadian Women's Foundation",
        "Only people who know the signal",
        "may know it too",
        "Agree on it beforehand",
        "only yes or no",
    ):
        assert limit in words
    pages.click("people-hand-guide")
    assert pages.window.current_name == "section"
    assert pages.here().arguments["section_id"] == "signals"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 200])
def test_each_step_is_another_picture_and_its_lines_can_be_seen(pages: OpenPages, theme: str, scale: int) -> None:
    pages.window.rebuild(Look(theme, scale))
    pages.go("people")
    pages.click("people-hand-fold")
    pictures = []
    for step in hand_drawing.STEPS:
        drawing = pages.find(f"people-hand-{step}")
        assert drawing.height() >= 1.7 * scale
        image = drawing.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        high, wide = image.height(), image.width()
        dots = list(memoryview(image.constBits()).cast("B").cast("I"))
        assert len(dots) == wide * high
        tokens = Look(theme, scale).tokens
        assert {int("ff" + colour[1:], 16) for colour in (tokens.ink, tokens.accent_soft)} <= set(dots)
        assert contrast(tokens.ink, tokens.accent_soft) >= 7
        # The hand ends before the edges, except where the arm goes on below: nothing of it is cut.
        edges = dots[:wide] + dots[::wide] + dots[wide - 1 :: wide]
        assert set(edges) == {dots[0]}
        pictures.append(image)
    assert all(first != second for first, second in itertools.pairwise(pictures))


def test_the_hand_signal_can_be_looked_at_before_anything_is_kept(pages: OpenPages) -> None:
    pages.context.has_store = lambda: False
    pages.go("people")
    assert pages.sees("people-empty")
    assert not pages.sees("people-signals")
    pages.click("people-hand-fold")
    assert pages.sees("people-hand-folded")
