"""People: a name is enough, names and code words stay covered, removing asks first."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.records import drafts, people
from tests.builders import a_person
from tests.ui.page_window import OpenPages
from ui.theme import Look


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    return OpenPages(qtbot, vault, clock)


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


def test_a_number_and_a_code_word_exist_nowhere_in_the_window_until_show(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, contact="701 555 01 02", code_word="green dress")
    pages.go("people")
    pages.click(f"people-person-{one.id}")
    assert pages.window.current_name == "person"
    assert "701" not in pages.words()
    assert "green dress" not in pages.words()
    assert "Saule" not in pages.words()
    pages.click("person-reach")
    pages.click("person-code")
    assert "701 555 01 02" in pages.words()
    assert "green dress" in pages.words()
    pages.click("person-reach")
    assert "701" not in pages.words()


def test_everything_about_a_person_is_kept_also_from_a_field_covered_again(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Saule")
    pages.go("person", person_id=one.id)
    pages.write("person-nickname", "Neighbour")
    pages.write("person-safe_contact", "Only before noon")
    pages.write("person-knows", "Not about the bag")
    pages.click("person-reach")
    pages.write("person-contact", "701 000")
    pages.click("person-reach")
    pages.click("person-code")
    pages.write("person-code_word", "Is the kettle on")
    pages.click("person-keep")
    kept = people.person(pages.vault.database, one.id)
    assert (kept.nickname, kept.safe_contact, kept.knows) == ("Neighbour", "Only before noon", "Not about the bag")
    assert (kept.contact, kept.code_word, kept.name) == ("701 000", "Is the kettle on", "Saule")
    assert pages.message() == "Kept."
    assert "Neighbour" in pages.words()
    assert "kettle" not in pages.words()


def test_for_who_hurts_me_no_code_word_or_safe_hours_are_asked(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Ruslan Kenes")
    pages.go("person", person_id=one.id)
    assert pages.sees("person-code")
    pages.click("person-role-harms")
    assert not pages.sees("person-code")
    assert not pages.sees("person-safe_contact")
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
    pages.write("person-notes", "half a sen")
    pages.go("person", person_id=second.id)
    assert pages.find("person-notes").text() == ""
    pages.go("person", person_id=first.id)
    assert pages.find("person-notes").text() == "half a sen"
    assert people.person(db, first.id).notes == ""
    pages.click("person-keep")
    assert people.person(db, first.id).notes == "half a sen"
    assert drafts.draft(db, f"person {first.id}") == {}


def test_typed_words_survive_a_change_of_language_or_look(pages: OpenPages, clock: Any) -> None:
    one = a_person(pages.vault.database, clock, "Aigul")
    pages.go("person", person_id=one.id)
    pages.write("person-notes", "half a sen")
    pages.window.rebuild(Look("dark", 150))
    assert pages.find("person-notes").text() == "half a sen"


def test_a_person_that_is_gone_leads_back_with_a_sentence(pages: OpenPages) -> None:
    pages.go("person", person_id="0123456789abcdef")
    assert pages.window.current_name == "people"
    assert "This is no longer here." in pages.words()


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
    one = a_person(pages.vault.database, clock, "Saule Omarova")
    pages.window.rebuild(Look(theme, scale))
    pages.go("people")
    assert pages.fits()
    assert pages.unnamed() == []
    pages.go("person", person_id=one.id)
    pages.click("person-reach")
    pages.click("person-code")
    assert pages.fits()
    assert pages.unnamed() == []
