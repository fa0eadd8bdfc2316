"""The same once more: what stayed out the first time stays out, in the texts and of the files as they are now."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from safeplan.handover import releases
from safeplan.records import attachments, breaches, incidents, orders
from safeplan.records.breaches import BreachForm
from safeplan.records.orders import OrderForm
from tests.builders import a_file, an_incident
from tests.ui.page_window import OpenPages

# Found and only asked about: it may be the other person's.
CAR = "123 ABC 02"


def settled(pages: OpenPages) -> Any:
    page = pages.here()
    pages.qtbot.waitUntil(lambda: page._looked_for == page.choice, timeout=5000)
    pages.settle()
    return page


def hand_over(pages: OpenPages, stick: Path) -> Path:
    before = set(stick.iterdir())
    settled(pages)
    pages.click("hand-over-make")
    pages.context.picker.choose([stick])
    pages.settle()
    [made] = set(stick.iterdir()) - before
    return made


def printed(made: Path) -> str:
    done = subprocess.run(
        ["pdftotext", str(made / "data" / "report.pdf"), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


def again(pages: OpenPages) -> Any:
    """The newest hand-over, chosen once more on a page that knows nothing of the first."""
    newest = releases.list_releases(pages.vault.database)[0]
    pages.here().clear()
    pages.go("hand_over", again=newest.id)
    return settled(pages)


def a_photo(pages: OpenPages, clock: Any, folder: Path, entry_id: str, day: str) -> str:
    path = folder / f"IMG_{day}.jpg"
    Image.new("RGB", (64, 48), (120, int(day[-2:]), 60)).save(path)
    info = a_file(pages.vault.database, clock, path, entry_id)
    attachments.set_embedded(pages.vault.database, info.id, attachments.Embedded(f"{day}T10:00:00", "", "", 1))
    return info.id


def show(pages: OpenPages, step: str) -> Any:
    page = settled(pages)
    place = ("who", "what", "map", "shows", "reads", "language").index(step)
    if not page.steps[place].is_open():
        pages.click(f"hand-over-step-{step}")
    return page


def turn(pages: OpenPages, words: str) -> None:
    """Press the button beside what was found."""
    page = settled(pages)
    place = next(place for place, one in enumerate(page._looked.found) if one.words == words)
    pages.click(f"hand-over-found-{place}-turn")
    settled(pages)


def test_a_safe_day_typed_here_holds_for_the_same_photos_and_for_later_ones(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    db = pages.vault.database
    entry = an_incident(db, clock, "It was loud.")
    early = a_photo(pages, clock, tmp_path, entry.id, "2026-02-01")
    late = a_photo(pages, clock, tmp_path, entry.id, "2026-02-11")
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    show(pages, "shows")
    pages.click("hand-over-safe-from-typed")
    pages.write("hand-over-safe-day", "10.2.2026")
    hand_over(pages, stick)
    clock.move(days=1)
    later = a_photo(pages, clock, tmp_path, entry.id, "2026-02-12")
    page = again(pages)
    assert set(page._looked.selection.attachments) == {early, late, later}
    assert set(page._looked.selection.clean_copies) == {late, later}
    show(pages, "shows")
    assert pages.find("hand-over-safe-day").text() == "2026-02-10"
    made = hand_over(pages, stick)
    taken = {path.read_bytes() for path in (made / "data").iterdir()}
    assert attachments.read_all(db, early) in taken
    assert not {attachments.read_all(db, one) for one in (late, later)} & taken


def test_a_clean_copy_stays_one_when_the_day_it_came_from_is_gone(
    pages: OpenPages, clock: Any, tmp_path: Path, stick: Path
) -> None:
    entry = an_incident(pages.vault.database, clock, "It was loud.")
    late = a_photo(pages, clock, tmp_path, entry.id, "2026-02-11")
    pages.go("hand_over")
    pages.click("hand-over-kind-lawyer")
    show(pages, "shows")
    pages.click("hand-over-safe-from-typed")
    pages.write("hand-over-safe-day", "10.2.2026")
    hand_over(pages, stick)
    again(pages)
    show(pages, "shows")
    pages.click("hand-over-safe-from-none")
    assert settled(pages)._looked.selection.clean_copies == (late,)
    assert "A clean copy goes" in pages.words()
    pages.click("hand-over-named-0-turn")
    assert settled(pages)._looked.selection.clean_copies == ()


def test_what_was_taken_out_of_a_breach_stays_out(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    entry = an_incident(db, clock, "He stood there.")
    order = orders.add_order(db, clock, OrderForm(name="Protective order"))
    breaches.add_breach(db, clock, order.id, entry.id, BreachForm(answer=f"They wrote down {CAR}, nothing else."))
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    show(pages, "shows")
    turn(pages, CAR)
    assert "They wrote down [left out]" in printed(hand_over(pages, stick))
    again(pages)
    assert "They wrote down [left out], nothing else." in printed(hand_over(pages, stick))


def test_what_was_taken_out_is_found_again_where_it_stands_now(pages: OpenPages, clock: Any, stick: Path) -> None:
    db = pages.vault.database
    entry = an_incident(db, clock, f"I left in {CAR}. I will move to my aunt.")
    terms = f"Not near {CAR} and not near the house."
    order = orders.add_order(db, clock, OrderForm(name="Protective order", terms=terms))
    breaches.add_breach(db, clock, order.id, entry.id)
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    show(pages, "shows")
    turn(pages, CAR)
    show(pages, "reads")
    pages.click("hand-over-reads-planned-0-out")
    text = printed(hand_over(pages, stick))
    assert "I left in [left out]. [left out]." in text
    assert "Not near [left out] and" in text
    clock.move(days=1)
    orders.change_order(db, clock, order.id, OrderForm(name="Protective order", terms=f"For a year. {terms}"))
    newer = f"That was a long night, and at the end of it I left in {CAR}. I will move to my aunt."
    incidents.amend_incident(db, clock, entry.id, replace(entry.revisions[0].form, text=newer), "more")
    an_incident(db, clock, f"Today {CAR} was gone.")
    page = again(pages)
    assert [(one.words, one.out, one.count) for one in page._looked.found] == [(CAR, True, 4)]
    text = printed(hand_over(pages, stick))
    assert CAR not in text
    assert "my aunt" not in text
    assert "For a year. Not near [left out] and not near the house." in text
    assert "at the end of it I left in [left out]. [left out]." in text
    assert "Today [left out] was gone." in text


def test_what_stays_out_can_be_left_in_again(pages: OpenPages, clock: Any, stick: Path) -> None:
    an_incident(pages.vault.database, clock, f"I left in {CAR}.")
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    show(pages, "shows")
    turn(pages, CAR)
    hand_over(pages, stick)
    again(pages)
    show(pages, "shows")
    turn(pages, CAR)
    assert f"I left in {CAR}." in printed(hand_over(pages, stick))


def test_a_translation_written_anew_keeps_what_was_taken_out_of_it(pages: OpenPages, clock: Any, stick: Path) -> None:
    an_incident(pages.vault.database, clock, "Ол түнде кетті.")
    pages.go("hand_over")
    pages.click("hand-over-kind-court")
    pages.click("hand-over-step-language")
    pages.click("hand-over-translate")

    def translated(text: str) -> None:
        page = pages.here()
        pages.find("hand-over-translation-1").set_text(text)
        page.translations._boxes[page.choice.entries[0]].changed.emit()

    translated(f"He left in {CAR} at night.")
    show(pages, "shows")
    turn(pages, CAR)
    hand_over(pages, stick)
    again(pages)
    show(pages, "language")
    translated(f"It was night, and he left in {CAR} and did not come back.")
    text = printed(hand_over(pages, stick))
    assert "It was night, and he left in [left out] and did not come back." in text
