"""One person: what they must not be told comes first, fields fit the role, signals stay covered and can go."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import drafts, people, signals
from safeplan.records.people import draft_name
from safeplan.records.signals import SignalForm
from tests.builders import a_person, a_signal
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look
from ui.widgets.card import Card

POT = SignalForm("word", "Do you still have my big pot?", "Call me and ask yes or no")
LAMP = SignalForm("sign", "The kitchen lamp is out", "Fetch the children")


def agreed(pages: OpenPages, person_id: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.words, one.action) for one in signals.signals_of(pages.vault.database, person_id)]


def test_what_must_not_be_told_stands_first_and_follows_what_is_typed(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, not_told="The new address. Dana must not hear of it.")
    page = pages.go("person", person_id=one.id)
    assert pages.find("person-not-told-text").text() == "The new address. Dana must not hear of it."
    places = [w for w in page.sheet.inner.findChildren(Card) if w.isVisible()]
    highest = min(places, key=lambda card: card.mapTo(page, card.rect().topLeft()).y())
    assert highest.objectName() == "person-not-told"
    assert not pages.sees("person-not_told")
    pages.click("person-not-told-change")
    field = pages.find("person-not_told")
    assert pages.window.focusWidget() is field
    field.set_text("Only the school")
    assert pages.find("person-not-told-text").text() == "Only the school"
    field.set_text(" ")
    assert not pages.sees("person-not-told")
    pages.click("person-keep")
    assert people.person(pages.vault.database, one.id).not_told.strip() == ""


def test_nothing_to_hide_leaves_no_empty_place(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock)
    pages.go("person", person_id=one.id)
    assert not pages.sees("person-not-told")


@pytest.mark.parametrize(
    ("role", "fold", "label", "absent"),
    [
        ("child", "child", "Who may collect the child, and who must not", "Who helps this person"),
        ("harms", "harms", "Who helps this person", "Who may collect the child, and who must not"),
        ("official", "official", "Number of the statement or case", "Age"),
        ("service", "service", "Where it is and when someone is there", "Age"),
        ("witness", "notes", "What this person saw or heard", "Office, address, room"),
    ],
)
def test_the_fields_fit_the_role(pages: OpenPages, clock: Any, role: str, fold: str, label: str, absent: str) -> None:
    one = a_person(pages.vault.database, clock, role=role)
    pages.go("person", person_id=one.id)
    pages.click(f"person-fold-{fold}")
    assert label in pages.words()
    assert absent not in pages.words()


def test_a_child_has_age_school_and_who_may_collect(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Dina", role="child")
    pages.go("person", person_id=one.id)
    pages.click("person-fold-child")
    pages.write("person-age", "9")
    pages.write("person-school", "School 12")
    pages.write("person-collects", "Grandmother. Not the uncle.")
    pages.click("person-keep")
    kept = people.person(pages.vault.database, one.id)
    assert (kept.age, kept.school, kept.collects) == ("9", "School 12", "Grandmother. Not the uncle.")
    # What is written stands open the next time; what is empty stays folded.
    pages.go("person", person_id=one.id)
    assert pages.sees("person-collects")
    assert not pages.sees("person-notes")


def test_changing_the_role_loses_nothing_that_was_written(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, role="child", school="School 12", safe_contact="at noon", notes="n")
    a_signal(pages.vault.database, one.id, POT)
    before = people.person(pages.vault.database, one.id)
    pages.go("person", person_id=one.id)
    for role in ("harms", "official", "trusted", "child"):
        pages.click("person-fold-role")
        pages.click(f"person-role-{role}")
        # A word agreed earlier can always be reached, to remove it.
        assert pages.sees("person-signals")
        pages.click("person-keep")
        assert people.person(pages.vault.database, one.id).role == role
    assert people.person(pages.vault.database, one.id) == before
    assert agreed(pages, one.id) == [(POT.kind, POT.words, POT.action)]


def test_several_words_and_signs_are_agreed_with_what_happens_then(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Aigul")
    pages.go("person", person_id=one.id)
    pages.click("person-signals")
    pages.write("person-signal-1-words", POT.words)
    pages.click("person-signal-1-quick-call")
    pages.click("person-signal-add")
    pages.click("person-signal-2-kind-sign")
    assert "What can be seen" in pages.words()
    pages.write("person-signal-2-words", LAMP.words)
    pages.write("person-signal-2-action", "Ring the bell and ask for salt")
    assert pages.find("person-signal-2-quick").chosen() == ()
    pages.click("person-signal-add")
    pages.click("person-keep")
    assert agreed(pages, one.id) == [
        ("word", POT.words, "Call me and ask yes or no"),
        ("sign", LAMP.words, "Ring the bell and ask for salt"),
    ]
    assert POT.words not in pages.words()
    pages.click("person-signals")
    assert pages.find("person-signal-1-quick").one() == "call"
    pages.click("person-signal-1-remove")
    pages.click("person-keep")
    assert agreed(pages, one.id) == [("sign", LAMP.words, "Ring the bell and ask for salt")]


def test_an_action_without_its_word_is_not_kept_and_the_page_says_where(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock)
    pages.go("person", person_id=one.id)
    pages.click("person-signals")
    pages.click("person-signal-1-quick-police")
    pages.click("person-keep")
    assert "not at which word or sign" in pages.message()
    assert agreed(pages, one.id) == []
    pages.write("person-signal-1-words", "Is it snowing")
    pages.click("person-keep")
    assert agreed(pages, one.id) == [("word", "Is it snowing", "Call the police")]


def test_the_word_of_earlier_is_shown_first_and_gets_its_action(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, code_word="green dress")
    pages.go("person", person_id=one.id)
    pages.click("person-signals")
    assert pages.find("person-signal-1-words").text() == "green dress"
    pages.click("person-keep")
    assert people.person(pages.vault.database, one.id).code_word == "green dress"
    pages.click("person-signals")
    pages.click("person-signal-1-quick-come")
    pages.click("person-keep")
    assert agreed(pages, one.id) == [("word", "green dress", "Come to me")]
    assert people.person(pages.vault.database, one.id).code_word == ""


def test_half_typed_signals_wait_as_a_draft_and_survive_a_change_of_look(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    one, other = a_person(db, clock, "Aigul"), a_person(db, clock, "Dana")
    a_signal(db, one.id, POT)
    pages.go("person", person_id=one.id)
    pages.click("person-signals")
    pages.click("person-signal-add")
    pages.write("person-signal-2-words", "blue ha")
    pages.window.rebuild(Look("dark", 150))
    assert "blue ha" not in pages.words()
    pages.go("person", person_id=other.id)
    pages.go("person", person_id=one.id)
    pages.click("person-signals")
    assert pages.find("person-signal-2-words").text() == "blue ha"
    assert agreed(pages, one.id) == [(POT.kind, POT.words, POT.action)]
    pages.click("person-keep")
    assert [words for _, words, _ in agreed(pages, one.id)] == [POT.words, "blue ha"]
    assert drafts.draft(db, draft_name(one.id)) == {}


def test_removing_takes_the_signals_and_what_was_half_typed_along(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    one = a_person(db, clock, code_word="green dress")
    a_signal(db, one.id, POT)
    page = pages.go("person", person_id=one.id)
    pages.click("person-fold-notes")
    pages.write("person-notes", "half a sen")
    page.save_draft_now()
    pages.write("person-notes", "tence")
    pages.click("person-remove")
    pages.click("answer-remove")
    pages.qtbot.wait(1100)
    assert people.list_people(db) == ()
    assert signals.all_signals(db) == ()
    assert drafts.draft(db, draft_name(one.id)) == {}
    assert not pages.sees("people-signals")


def test_nothing_typed_is_written_down_while_the_removal_is_on_its_way(qtbot: QtBot, vault: Any, clock: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    one = a_person(vault.database, clock)
    pages.go("person", person_id=one.id)
    pages.click("person-fold-notes")
    pages.write("person-notes", "half a sen")
    executor.holding = True
    pages.click("person-remove")
    pages.click("answer-remove")
    qtbot.wait(1100)
    executor.holding = False
    executor.release()
    pages.settle()
    assert people.list_people(vault.database) == ()
    assert drafts.draft(vault.database, draft_name(one.id)) == {}


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_is_cut_on_a_small_screen_for_any_role(pages: OpenPages, clock: Any, theme: str, scale: int) -> None:
    pages.window.rebuild(Look(theme, scale))
    for role in people.ROLES:
        one = a_person(pages.vault.database, clock, "Saule Omarova", role=role, not_told="the new address")
        page = pages.go("person", person_id=one.id)
        pages.click("person-reach")
        for group, fold in page.folds.items():
            if not fold.button.isChecked():
                pages.click(f"person-fold-{group}")
        pages.click("person-fold-role")
        if role != "harms":
            pages.click("person-signals")
        assert pages.fits()
        assert pages.unnamed() == []


def test_a_number_and_a_code_word_exist_nowhere_in_the_window_until_show(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, contact="701 555 01 02", code_word="green dress")
    pages.go("people")
    pages.click(f"people-person-{one.id}")
    assert pages.window.current_name == "person"
    assert "701" not in pages.words()
    assert "green dress" not in pages.words()
    assert "Saule" not in pages.words()
    pages.click("person-reach")
    pages.click("person-signals")
    assert "701 555 01 02" in pages.words()
    assert "green dress" in pages.words()
    pages.click("person-reach")
    assert "701" not in pages.words()


def test_everything_about_a_person_is_kept_also_from_a_field_covered_again(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Saule")
    pages.go("person", person_id=one.id)
    pages.write("person-nickname", "Neighbour")
    pages.write("person-safe_contact", "Only before noon")
    pages.click("person-fold-known")
    pages.write("person-knows", "Where the bag is")
    pages.write("person-not_told", "The new address")
    pages.click("person-reach")
    pages.write("person-contact", "701 000")
    pages.click("person-reach")
    pages.click("person-signals")
    pages.write("person-signal-1-words", "Is the kettle on")
    pages.click("person-signals")
    pages.click("person-keep")
    kept = people.person(pages.vault.database, one.id)
    assert (kept.nickname, kept.safe_contact, kept.knows) == ("Neighbour", "Only before noon", "Where the bag is")
    assert (kept.contact, kept.not_told, kept.name) == ("701 000", "The new address", "Saule")
    assert [one.words for one in signals.signals_of(pages.vault.database, one.id)] == ["Is the kettle on"]
    assert pages.message() == "Kept."
    assert "Neighbour" in pages.words()
    assert "kettle" not in pages.words()


def test_for_who_hurts_me_no_code_word_or_safe_hours_are_asked(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Ruslan Kenes")
    pages.go("person", person_id=one.id)
    assert pages.sees("person-signals")
    pages.click("person-fold-role")
    pages.click("person-role-harms")
    assert not pages.sees("person-signals")
    assert not pages.sees("person-safe_contact")
    pages.click("person-fold-notes")
    pages.write("person-notes", "Works at the depot")
    pages.click("person-keep")
    kept = people.person(pages.vault.database, one.id)
    assert (kept.role, kept.notes) == ("harms", "Works at the depot")


def test_removing_asks_in_the_window_and_only_the_second_word_removes(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock)
    pages.go("person", person_id=one.id)
    pages.click("person-remove")
    pages.click("answer-keep")
    assert people.list_people(pages.vault.database) == (one,)
    pages.click("person-remove")
    pages.click("answer-remove")
    assert people.list_people(pages.vault.database) == ()
    assert pages.window.current_name == "people"
    assert pages.sees("people-empty")


def test_what_is_typed_about_one_person_waits_while_another_is_looked_at(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    first, second = a_person(db, clock, "Aigul"), a_person(db, clock, "Dina")
    pages.go("person", person_id=first.id)
    pages.click("person-fold-notes")
    pages.write("person-notes", "half a sen")
    pages.go("person", person_id=second.id)
    pages.click("person-fold-notes")
    assert pages.find("person-notes").text() == ""
    pages.go("person", person_id=first.id)
    assert pages.find("person-notes").text() == "half a sen"
    assert people.person(db, first.id).notes == ""
    pages.click("person-keep")
    assert people.person(db, first.id).notes == "half a sen"
    assert drafts.draft(db, draft_name(first.id)) == {}


def test_typed_words_survive_a_change_of_language_or_look(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Aigul")
    pages.go("person", person_id=one.id)
    pages.click("person-fold-notes")
    pages.write("person-notes", "half a sen")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("person-notes").text() == "half a sen"


def test_a_person_that_is_gone_leads_back_with_a_sentence(pages: OpenPages) -> None:
    pages.go("person", person_id="0123456789abcdef")
    assert pages.window.current_name == "people"
    assert "This is no longer here." in pages.words()
