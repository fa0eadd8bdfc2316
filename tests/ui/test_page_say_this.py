"""Stories of "Say this": large sentences from what she chose, covered, in any language, and nothing of it is kept."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from safeplan.content.regions import load_region
from safeplan.content.say import load_say
from safeplan.records import drafts, incidents, people, plan
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.people import PersonForm
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.clipboard import copied_here
from ui.pages.say_this import SayThisPage
from ui.theme import Look

ADDRESS = "Қарағанды, Үлгі көшесі 7"
TALKS = [one.id for one in load_say("en").talks]


def open_talk(pages: OpenPages, talk: str) -> Any:
    page = pages.go("say_this")
    pages.click(f"say-talk-{talk}")
    pages.qtbot.waitUntil(lambda: page.lines is not None and page.lines.lines[0].hasFocus())
    return page


def type_in(pages: OpenPages, slot: str, text: str) -> None:
    """As a person types: any letters (the test library knows Latin ones only)."""
    pages.find(f"say-slot-{slot}").setText(text)
    pages.settle()


def spoken(page: Any) -> list[str]:
    return [line.accessibleName() for line in page.lines.lines]


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


# ── What is said ────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_police_hear_the_address_first_and_a_gap_is_a_blank_line(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    assert spoken(page) == [
        "My address: ____.",
        "I need the police here.",
        "Please send a patrol.",
        "Please tell me the number of my call.",
    ]
    assert not pages.sees("say-show")


def test_a_switch_adds_its_sentence_and_takes_it_away_again(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    pages.click("say-also-weapon")
    assert "There is a weapon." in spoken(page)
    pages.click("say-also-weapon")
    assert "There is a weapon." not in spoken(page)


def test_a_switch_of_one_talk_says_nothing_in_the_next(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    pages.click("say-also-children")
    pages.click("say-other")
    pages.click("say-talk-line_111")
    assert "There are children with me." not in spoken(page)


def test_every_sentence_is_large(pages: OpenPages) -> None:
    page = open_talk(pages, "officer")
    labels = [label for line in page.lines.lines for label in line.findChildren(QLabel) if label.property("level")]
    assert len(labels) == len(page.lines.lines)
    assert all(label.fontInfo().pixelSize() >= 24 for label in labels)


def test_the_officers_answer_brings_what_to_say_then_with_the_law_of_the_pack(pages: OpenPages) -> None:
    open_talk(pages, "officer")
    assert not pages.sees("say-then")
    pages.click("say-answer-officer_family")
    seen = pages.words()
    assert "Every report is acted on, from the family too. It stands here: Law 245-VIII" in seen
    assert "art. 72(3)(1)" in seen
    assert "The police have to act on every report · Check before you rely on it." in seen
    pages.click("say-answer-officer_no")
    assert "Please give me the refusal in writing" in pages.words()
    pages.click("say-answer-officer_no")
    assert not pages.sees("say-then")


def test_what_it_rests_on_unfolds_with_source_and_date(pages: OpenPages) -> None:
    open_talk(pages, "police")
    assert "we found no silent way to 102" in pages.words()
    pages.click("say-from")
    pages.click("help-card-code_word_102")
    assert "inastana.kz 3406157" in pages.words()
    assert "No crisis centre worker and no lawyer has read these sentences yet." in pages.words()


def test_in_another_country_no_law_of_this_one_is_said(qtbot: QtBot, vault: Any, clock: Any) -> None:
    pages = OpenPages(qtbot, vault, clock)
    pages.context.region = load_region("ew", "en")
    page = pages.go("say_this")
    assert not pages.sees("say-talk-line_111")
    pages.click("say-talk-officer")
    assert "245" not in "".join(spoken(page))
    assert not pages.sees("say-answer-officer_family") or "72(3)" not in pages.words()
    pages.click("say-other")
    pages.click("say-talk-police")
    assert "If you cannot speak: there is a card about silent calls below." in pages.words()
    assert "102" not in pages.words()
    pages.click("say-from")
    assert pages.sees("help-card-silent_55")
    pages.click("say-other")
    pages.click("say-talk-neighbour")
    assert "If you hear knocking or shouting, call this number: 999." in spoken(page)


# ── Filled in, covered ──────────────────────────────────────────────────────────────────────────────────────────
def test_what_was_typed_is_covered_until_show_is_pressed(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    pages.click("say-fill")
    type_in(pages, "address", ADDRESS)
    assert spoken(page)[0] == f"My address: {ADDRESS}."
    pages.click("say-show")
    assert spoken(page)[0] == "My address: •••."
    assert ADDRESS not in pages.words()
    assert all(ADDRESS not in w.accessibleName() + w.accessibleDescription() for w in page.findChildren(QWidget))
    pages.click("say-show")
    assert spoken(page)[0] == f"My address: {ADDRESS}."


def test_coming_back_finds_it_covered(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    pages.click("say-fill")
    type_in(pages, "address", ADDRESS)
    pages.go("more")
    pages.go("say_this")
    assert spoken(page)[0] == "My address: •••."
    assert ADDRESS not in pages.words()


def test_it_is_covered_also_while_her_notes_are_still_being_read(qtbot: QtBot, vault: Any, clock: Any) -> None:
    slow = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=slow)
    page = open_talk(pages, "police")
    pages.click("say-fill")
    type_in(pages, "address", ADDRESS)
    pages.go("more")
    slow.holding = True
    pages.go("say_this")
    assert spoken(page)[0] == "My address: •••."
    assert ADDRESS not in pages.words()
    pages.qtbot.waitUntil(lambda: pages.sees("say-lines"))
    page.lines.read_on()
    slow.holding = False
    slow.release()
    pages.settle()
    assert page.lines.lines[0].hasFocus()
    pages.qtbot.waitUntil(lambda: not pages.background.busy)


def test_day_place_and_words_come_from_one_chosen_entry(pages: OpenPages, clock: Any) -> None:
    form = IncidentForm(
        text="Broke the lamp. " + "Shouted for long. " * 600,
        place="the yard",
        happened=Happened("exact", "2026-03-01T14:20"),
    )
    made = incidents.add_incident(pages.vault.database, clock, form)
    page = open_talk(pages, "officer")
    assert "the yard" not in pages.words()
    pages.click("say-fill")
    pick = pages.find("say-entry")
    pick.set_one(made.id)
    assert spoken(page)[1] == "When: 1 March 2026, 14:20. Where: the yard."
    what = spoken(page)[2]
    assert what.startswith("What happened: Broke the lamp. Shouted for long.")
    assert what.endswith("…")
    assert len(what) < 200
    pages.click("say-language-ru")
    assert "Когда: 1 марта 2026, 14:20. Где: the yard." in spoken(page)[1]
    pick = pages.find("say-entry")
    pick.set_one("")
    assert spoken(page)[1].endswith("I will say when and where it was.")


def test_a_typed_day_replaces_the_day_of_the_entry(pages: OpenPages, clock: Any) -> None:
    form = IncidentForm(text="x", happened=Happened("day", "2026-03-01"))
    made = incidents.add_incident(pages.vault.database, clock, form)
    page = open_talk(pages, "officer")
    pages.click("say-fill")
    pages.find("say-entry").set_one(made.id)
    type_in(pages, "when", "last night")
    assert spoken(page)[1] == "When: last night. Where: ____."


def test_the_one_who_harms_is_named_by_role_or_nickname_or_her_own_words(pages: OpenPages, clock: Any) -> None:
    db = pages.vault.database
    kept = people.add_person(db, clock, PersonForm(name="Пример Примеров", nickname="P.", role="harms"))
    people.add_person(db, clock, PersonForm(name="Зерде", role="trusted"))
    page = open_talk(pages, "police")
    pages.click("say-fill")
    pick = pages.find("say-who")
    assert not [pick.itemText(at) for at in range(pick.count()) if "Зерде" in pick.itemText(at)]
    pick.set_one(f"person:{kept.id}")
    assert spoken(page)[2] == "It is about this person: P."
    pick.set_one("ex_husband")
    pages.click("say-language-kk")
    assert spoken(page)[2].startswith("Сөз мына адам туралы: бұрынғы күйеуім.")
    type_in(pages, "who", "the man from flat 3")
    assert spoken(page)[2].endswith("It is about this person: the man from flat 3.")


def test_a_place_of_the_page_for_a_bad_moment_can_be_taken_as_the_address(pages: OpenPages, clock: Any) -> None:
    plan.set_answer(pages.vault.database, clock, "places", f"the shop at the corner\n{ADDRESS}")
    page = open_talk(pages, "police")
    pages.click("say-fill")
    pages.find("say-from-address").setCurrentIndex(2)
    assert spoken(page)[0] == f"My address: {ADDRESS}."


def test_the_school_hears_the_child_and_who_collects_from_her_people(pages: OpenPages, clock: Any) -> None:
    form = PersonForm(name="Дана Үлгі", role="child", collects="grandmother")
    people.add_person(pages.vault.database, clock, form)
    page = open_talk(pages, "school")
    pages.click("say-fill")
    pages.find("say-from-child").setCurrentIndex(1)
    pages.find("say-from-collects").setCurrentIndex(1)
    assert "It is about this child: Дана Үлгі." in spoken(page)
    assert "Only these people collect the child: grandmother." in spoken(page)


def test_markup_and_turned_writing_are_only_text(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    pages.click("say-fill")
    type_in(pages, "address", "<b>Abay</b> \u202e7 & 8")
    assert spoken(page)[0] == "My address: <b>Abay</b> 7 & 8."
    label = page.lines.lines[0].findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText


# ── Languages ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_two_languages_stand_side_by_side_whatever_the_interface_speaks(pages: OpenPages) -> None:
    page = open_talk(pages, "relatives")
    pages.click("say-language-ru")
    pages.click("say-language-kk")
    pages.click("say-language-en")
    assert "Бүгін қол қоймаймын. / Сегодня я не подписываю." in spoken(page)
    assert page.title() == "Say this"
    pages.click("say-language-ru")
    pages.click("say-language-kk")
    assert "Бүгін қол қоймаймын." in spoken(page), "the last language stays"


def test_a_pack_from_a_file_names_no_law_in_a_language_it_does_not_have(pages: OpenPages) -> None:
    pages.context.region = msgspec.structs.replace(load_region("kz", "en"), signer="ab12")
    page = open_talk(pages, "officer")
    assert "Law 245-VIII" in "".join(spoken(page))
    pages.click("say-language-ru")
    pages.click("say-language-en")
    assert "Полиция обязана реагировать на каждое сообщение." in spoken(page)
    assert "245" not in "".join(spoken(page))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_with_the_largest_text_on_a_small_screen(
    qtbot: QtBot, vault: Any, clock: Any, language: str
) -> None:
    stage = Stage(qtbot, clock, vault, {"say_this": SayThisPage}, language=language, look=Look("light", 200))
    page = stage.go("say_this")
    stage.nothing_is_cut(page)
    page._filled.texts.update({slot.id: "Ұзын жауап " * 30 for slot in load_say("en").slots})
    page._languages = ("ru", "kk")
    for talk in TALKS:
        stage.go("say_this", talk=talk)
        page._filled.also = page._talk.also()
        page._toggle()
        stage.settle()
        assert page.lines.lines
        stage.nothing_is_cut(page)


def test_everything_can_be_reached_and_has_a_name(pages: OpenPages) -> None:
    open_talk(pages, "officer")
    pages.click("say-fill")
    assert not pages.unnamed()


# ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_keys_go_from_sentence_to_sentence_and_the_marked_one_is_in_sight(pages: OpenPages) -> None:
    page = open_talk(pages, "officer")
    last = len(page.lines.lines) - 1
    for place in range(1, last + 1):
        press(Qt.Key.Key_Down)
        assert page.lines.marked() == place
        line = page.lines.lines[place]
        assert line.hasFocus()
        assert not line.visibleRegion().isEmpty()
    press(Qt.Key.Key_Space)
    assert page.lines.marked() == last
    press(Qt.Key.Key_Up)
    assert page.lines.marked() == last - 1
    press(Qt.Key.Key_Home)
    assert page.lines.marked() == 0
    press(Qt.Key.Key_End)
    assert page.lines.marked() == last
    assert pages.exits == 0


def test_a_press_marks_a_sentence_and_a_switch_leaves_the_mark_there(pages: OpenPages) -> None:
    page = open_talk(pages, "police")
    QTest.mouseClick(pages.find("say-lines-police_patrol"), Qt.MouseButton.LeftButton)
    assert spoken(page)[page.lines.marked()] == "Please send a patrol."
    pages.click("say-also-inside")
    assert spoken(page)[page.lines.marked()] == "Please send a patrol."


def test_escape_leads_back_to_whom(pages: OpenPages) -> None:
    open_talk(pages, "doctor")
    QTest.keyClick(pages.window, Qt.Key.Key_Escape)
    assert pages.sees("say-talk-doctor")
    assert not pages.sees("say-lines")


def test_one_stays_at_the_button_after_show(pages: OpenPages) -> None:
    open_talk(pages, "police")
    pages.click("say-fill")
    pages.qtbot.waitUntil(lambda: pages.find("say-slot-address").hasFocus())
    type_in(pages, "address", ADDRESS)
    pages.click("say-show")
    pages.qtbot.waitUntil(lambda: pages.find("say-show").hasFocus())


# ── Nothing is kept ─────────────────────────────────────────────────────────────────────────────────────────────
def everything_in(db: Any) -> dict[str, Any]:
    """Every table but those of the search index, which follows the entries."""
    known = db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'found%' ORDER BY name")
    return {name: db.rows(f'SELECT * FROM "{name}"') for (name,) in known}


def test_nothing_of_it_reaches_the_store_or_what_can_be_pasted(pages: OpenPages, clock: Any) -> None:
    incidents.add_incident(pages.vault.database, clock, IncidentForm(text="The lamp"))
    before = everything_in(pages.vault.database)
    assert before["incident"]
    page = open_talk(pages, "officer")
    pages.click("say-fill")
    type_in(pages, "who", ADDRESS)
    pages.find("say-entry").setCurrentIndex(1)
    page.save_draft_now()
    pages.window.save_drafts()
    assert not page._quiet.isActive()
    assert not page._longest.isActive()
    pages.settle()
    assert everything_in(pages.vault.database) == before
    assert drafts.draft(pages.vault.database, "say_this") == {}
    assert copied_here() == ""
    for line in page.lines.lines:
        for label in line.findChildren(QLabel):
            assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
            assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_another_look_keeps_what_was_typed_and_covers_it(pages: OpenPages) -> None:
    open_talk(pages, "police")
    pages.click("say-also-weapon")
    pages.click("say-language-kk")
    pages.click("say-fill")
    type_in(pages, "address", ADDRESS)
    pages.window.rebuild(Look("dark", 125))
    pages.settle()
    page = pages.here()
    assert spoken(page)[0] == "Мекенжайым: •••. / My address: •••."
    assert "Қару бар. / There is a weapon." in spoken(page)
    pages.click("say-show")
    assert ADDRESS in spoken(page)[0]


def test_on_the_first_evening_without_a_store_it_works_with_typed_words(qtbot: QtBot, clock: Any) -> None:
    stage = Stage(qtbot, clock, None, {"say_this": SayThisPage}, language="ru")
    page = stage.go("say_this", talk="doctor")
    assert "Запишите, пожалуйста, мои слова так, как я говорю." in spoken(page)
    stage.click("say-fill")
    line = stage.window.findChild(QLineEdit, "say-slot-when")
    assert line is not None
    line.setText("вчера вечером")
    assert "Когда это было: вчера вечером." in spoken(page)
