"""The way to a hand-over: the least is suggested, what shows where she is stays out, no step has to be filled in."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from safeplan.content.handing_words import load_handing_words
from safeplan.handover import releases, verify
from safeplan.handover.as_he_reads import GROUPS
from safeplan.handover.identifying import WHYS
from safeplan.handover.selection import FORM_FIELDS
from safeplan.handover.suggest import PURPOSES
from safeplan.records import attachments, breaches, orders, plan
from safeplan.records.incident_form import Witness
from safeplan.records.incidents import Happened
from tests.builders import a_file, a_person, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look

STREET = "Saryarka 12"


def a_story(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    """Two entries; the newer names where she lives now, who helped, and has a photo that carries its place."""
    db = pages.vault.database
    a_person(db, clock, "Dana Bekova", role="trusted", contact="701 222 33 44")
    plan.set_answer(db, clock, "leaving_first", STREET)
    an_incident(db, clock, "Money was taken.", happened=Happened("day", "2026-01-03"), place="Abai 40")
    newer = an_incident(
        db,
        clock,
        f"It was loud. Later Dana Bekova drove me to {STREET}. I will move to my aunt.",
        happened=Happened("day", "2026-02-11"),
        place="Abai 40",
        afterwards="I could not sleep.",
    )
    photo = tmp_path / "IMG_20260211.jpg"
    Image.new("RGB", (640, 480), (120, 90, 60)).save(photo)
    info = a_file(db, clock, photo, newer.id)
    attachments.set_embedded(db, info.id, attachments.Embedded("2026-02-11T10:00:00", "51.16, 71.43", "Phone 5", 1))


def settled(pages: OpenPages) -> Any:
    """What was ticked is looked through after a moment."""
    page = pages.here()
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice)
    pages.settle()
    return page


def hand_over(pages: OpenPages, place: Path) -> Path:
    pages.click("hand-over-make")
    assert pages.window.shell.picker is not None
    pages.context.picker.choose([place])
    pages.settle()
    [made] = list(place.iterdir())
    return made


def printed(made: Path) -> str:
    done = subprocess.run(
        ["pdftotext", str(made / "data" / "report.pdf"), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_reader_purpose_reason_and_field_has_words(language: str) -> None:
    words = load_handing_words(language)
    assert set(PURPOSES) - {""} == set(words.kinds)
    assert {one for aims in PURPOSES.values() for one in aims} <= set(words.purposes)
    assert set(WHYS) <= set(words.whys)
    assert tuple(words.groups) == GROUPS
    assert sorted(field for fields in words.together.values() for field in fields) == sorted(FORM_FIELDS)


def test_two_presses_hand_over_the_least_without_where_she_is_now(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-kind-police")
    assert "Entries: 1 of 2 · files: 1" in pages.find("hand-over-sum-what").text()
    made = hand_over(pages, stick)
    assert verify.verify_bag(made).status == verify.UNCHANGED
    text = printed(made)
    assert "It was loud" in text
    assert "Money was taken" not in text
    assert "could not sleep" not in text
    everything = b"".join(path.read_bytes() for path in made.rglob("*") if path.is_file())
    for hidden in (STREET.encode(), b"Bekova", b"51.16", b"Phone 5", b"IMG_2026", b"could not sleep"):
        assert hidden not in everything
        assert hidden.decode() not in text
    assert list((made / "data").glob("*-COPY.jpg")), "a clean copy leaves"
    assert not list((made / "data").glob("0001.jpg")), "the original stays"
    [release] = releases.list_releases(pages.vault.database)
    assert release.choice is not None
    assert (release.choice.recipient_kind, release.until) == ("police", "")


def test_what_is_found_is_shown_with_its_line_and_one_press_leaves_it_in(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-shows")
    settled(pages)
    first = pages.find("hand-over-found-0").text()
    assert first == f"«{STREET}» · an address"
    assert f"drove me to «{STREET}». I will move" in pages.words()
    assert "A clean copy goes" in pages.words()
    pages.click("hand-over-found-0-turn")
    pages.click("hand-over-named-0-turn")
    settled(pages)
    assert "The original goes, with its hidden details." in pages.words()
    made = hand_over(pages, stick)
    text = printed(made)
    assert STREET in text
    assert "Bekova" not in text
    assert (tmp_path / "IMG_20260211.jpg").read_bytes() in [path.read_bytes() for path in (made / "data").iterdir()]


def test_what_is_found_beside_the_entries_is_not_said_to_stand_on_the_first_page(
    pages: OpenPages, clock: Any
) -> None:
    db = pages.vault.database
    plan.set_answer(db, clock, "leaving_first", STREET)
    entry = an_incident(db, clock, "He stood there.")
    order = orders.add_order(db, clock, orders.OrderForm(name="Order", terms=f"Not near {STREET}. I will move soon."))
    breaches.add_breach(db, clock, order.id, entry.id)
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    pages.click("hand-over-step-shows")
    settled(pages)
    assert pages.find("hand-over-found-0").text() == f"«{STREET}» · an address"
    assert "Not near «Saryarka 12»" in pages.words()
    assert "in the papers that go along" in pages.words()
    assert "· on the first page" not in pages.words()
    pages.click("hand-over-step-reads")
    settled(pages)
    assert pages.find("hand-over-reads-planned-0").text() == "«I will move soon»"
    assert "what is planned · in the papers that go along" in pages.words()


def test_a_contact_is_said_to_stand_on_its_sheet_and_what_was_typed_for_the_first_page_there(
    pages: OpenPages, clock: Any
) -> None:
    an_incident(pages.vault.database, clock, seen_by=(Witness(name="Nurlan", contact="701 111 22 33"),))
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-terms-more")
    pages.write("hand-over-author", "Aigul")
    pages.click("hand-over-step-what")
    pages.click("hand-over-along-more")
    pages.click("hand-over-contacts")
    pages.write("hand-over-own_contact", "701 444 55 66")
    pages.click("hand-over-step-reads")
    settled(pages)
    shown = pages.words().split("\n")
    for words, place in (
        ("«Aigul»", "on the first page"),
        ("«701 444 55 66»", "on the separate sheet with contacts"),
        ("«Nurlan, 701 111 22 33»", "on the separate sheet with contacts"),
    ):
        assert shown[shown.index(words) + 1].endswith(f" · {place}")


def test_the_place_of_the_event_is_only_asked_about(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    db = pages.vault.database
    plan.set_answer(db, clock, "leaving_first", "Abai 40")
    an_incident(db, clock, "At Abai 40 it was loud.", place="Abai 40")
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-shows")
    page = settled(pages)
    assert "It stays in: this is where it happened. You can leave it out." in pages.words()
    assert page._looked.selection.marks == ()
    pages.click("hand-over-found-0-turn")
    assert settled(pages)._looked.selection.marks != ()


def test_as_the_other_side_would_read_it_a_press_takes_out_and_can_be_taken_back(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-reads")
    settled(pages)
    assert pages.find("hand-over-reads-planned-0").text() == "«I will move to my aunt»"
    assert "11 February 2026 · Abai 40" in pages.words()
    pages.click("hand-over-reads-planned-0-out")
    settled(pages)
    assert not pages.sees("hand-over-reads-planned-0")
    pages.click("hand-over-reads-undo")
    settled(pages)
    assert pages.sees("hand-over-reads-planned-0")
    pages.click("hand-over-reads-planned-0-out")
    assert "my aunt" not in printed(hand_over(pages, stick))


def test_only_some_are_asked_until_when(pages: OpenPages, clock: Any, tmp_path: Path, stick: Path) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    for kind, asked in (("police", False), ("court", False), ("doctor", False), ("lawyer", True), ("helper", True)):
        pages.click(f"hand-over-kind-{kind}")
        assert pages.sees("hand-over-until") is asked, kind
    pages.write("hand-over-until", "1 December 2026")
    hand_over(pages, stick)
    [release] = releases.list_releases(pages.vault.database)
    assert release.until == "2026-12-01"


def test_her_own_ticks_stay_when_she_says_for_whom_afterwards(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.click("hand-over-kind-police")
    assert pages.find("hand-over-line-1").isChecked()
    assert not pages.find("hand-over-line-2").isChecked()
    pages.click("hand-over-suggested")
    assert not pages.find("hand-over-line-1").isChecked()
    assert pages.find("hand-over-line-2").isChecked()


def test_a_suggestion_that_comes_later_leaves_her_what_she_ticked_meanwhile(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    worker = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=worker)
    a_story(pages, clock, tmp_path)
    page = pages.go("hand_over")
    pages.click("hand-over-step-what")
    worker.holding = True
    pages.click("hand-over-kind-police")
    pages.click("hand-over-line-2")
    pages.click("hand-over-files-2")
    pages.click("hand-over-file-2-1")
    pages.click("hand-over-line-1")
    pages.click("hand-over-line-2")
    pages.click("hand-over-names")
    pages.click("hand-over-along-more")
    pages.click("hand-over-fields-place")
    assert page.choice.with_names
    worker.holding = False
    worker.release()
    pages.settle()
    assert pages.find("hand-over-line-1").isChecked()
    assert not pages.find("hand-over-line-2").isChecked()
    assert page.choice.with_names
    assert "place" in page.choice.fields_out
    assert [on for _file, on in page.choice.files] == [False]
    # What she did not touch is the least for the police.
    assert page.choice.parts == ("numbers", "costs")


def test_none_ticked_while_it_was_looked_for_stays_none(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path) -> None:
    worker = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=worker)
    a_story(pages, clock, tmp_path)
    page = pages.go("hand_over")
    pages.click("hand-over-step-what")
    pages.click("hand-over-all")
    worker.holding = True
    pages.click("hand-over-kind-police")
    pages.click("hand-over-none")
    worker.holding = False
    worker.release()
    assert page.choice.entries == ()


def test_parts_of_an_entry_that_are_unticked_stay(pages: OpenPages, clock: Any, tmp_path: Path, stick: Path) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-what")
    pages.click("hand-over-along-more")
    pages.click("hand-over-fields-afterwards")
    pages.click("hand-over-fields-place")
    text = printed(hand_over(pages, stick))
    assert "could not sleep" not in text
    assert "Abai 40" not in text
    assert "It was loud" in text


def test_two_languages_stand_side_by_side(pages: OpenPages, clock: Any, tmp_path: Path, stick: Path) -> None:
    a_story(pages, clock, tmp_path)
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    pages.click("hand-over-step-language")
    pages.click("hand-over-language-ru")
    assert not pages.sees("hand-over-second-ru")
    pages.click("hand-over-second-kk")
    pages.click("hand-over-step-language")
    assert pages.find("hand-over-sum-language").text() == "Русский / Қазақша"
    hand_over(pages, stick)
    [release] = releases.list_releases(pages.vault.database)
    assert release.choice is not None
    assert (release.choice.language, release.choice.second_language) == ("ru", "kk")


def test_hiding_loses_nothing_of_the_choice(pages: OpenPages, clock: Any, tmp_path: Path) -> None:
    a_story(pages, clock, tmp_path)
    page = pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    pages.click("hand-over-step-what")
    pages.click("hand-over-line-1")
    pages.click("hand-over-names")
    before = settled(pages).choice
    page.save_draft_now()
    pages.window.rebuild(Look("dark", 100))
    pages.go("hand_over")
    assert settled(pages).choice == before
    assert pages.find("hand-over-sum-what").text() == "Entries: 1 of 2 · files: 1"


def test_next_and_back_fold_and_unfold_and_nothing_has_to_be_filled_in(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    a_story(pages, clock, tmp_path)
    page = pages.go("hand_over")
    for here, there in (
        ("who", "what"),
        ("what", "map"),
        ("map", "shows"),
        ("shows", "reads"),
        ("reads", "language"),
    ):
        pages.click(f"hand-over-next-{here}")
        assert [step.id for step in page.steps if step.is_open()] == [there]
    pages.click("hand-over-back-language")
    assert [step.id for step in page.steps if step.is_open()] == ["reads"]


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_no_step_is_cut_and_everything_has_a_name(
    pages: OpenPages, clock: Any, tmp_path: Path, theme: str, scale: int
) -> None:
    a_story(pages, clock, tmp_path)
    pages.window.rebuild(Look(theme, scale))
    page = pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    for step in page.steps:
        step.set_open(True)
    settled(pages)
    for more in ("hand-over-along-more", "hand-over-terms-more", "hand-over-files-2"):
        pages.click(more)
    assert pages.fits()
    assert pages.unnamed() == []
