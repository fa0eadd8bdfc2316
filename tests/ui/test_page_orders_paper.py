"""The paper of an order: files of an entry under the chain, covered until she presses Show."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeplan.records import attachments, breaches, incidents
from safeplan.records.breaches import BreachForm
from tests.builders import a_source
from tests.ui.orders_kit import PICTURE, SAY, an_order, iso, kept, shown
from tests.ui.page_window import OpenPages
from ui.theme import Look


# ── The paper ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_two_pages_of_the_paper_are_files_of_an_entry_and_stay_covered(pages: OpenPages, tmp_path: Path) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([PICTURE, a_source(tmp_path, b"#!AMR\n", "second.amr")])
    assert pages.message() == SAY.photo_kept
    (entry,) = incidents.list_incidents(pages.vault.database)
    assert entry.latest is not None
    assert entry.latest.form.text == "The paper of an order: Protective order of the police"
    assert kept(pages)[0].form.photo == entry.attachments[0].id
    assert len(entry.attachments) == 2
    assert not pages.sees(f"orders-{one.id}-paper-show-picture")
    pages.click(f"orders-{one.id}-paper-show")
    pages.qtbot.waitUntil(lambda: pages.sees(f"orders-{one.id}-paper-show-picture"))
    assert not pages.find(f"orders-{one.id}-paper-show-picture").pixmap().isNull()
    pages.click(f"orders-{one.id}-paper-open")
    assert pages.window.current_name == "entry"


def test_a_later_page_joins_the_same_entry_and_one_page_opens_as_a_file(pages: OpenPages, tmp_path: Path) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([a_source(tmp_path)])
    first = kept(pages)[0].form.photo
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([a_source(tmp_path, b"#!AMR\n", "second.amr")])
    (entry,) = incidents.list_incidents(pages.vault.database)
    assert [file.name for file in entry.attachments] == ["IMG_0007.jpg", "second.amr"]
    assert kept(pages)[0].form.photo == first
    attachments.remove_attachment(pages.vault.database, pages.context.clock, entry.attachments[1].id)
    shown(pages)
    pages.click(f"orders-{one.id}-paper-open")
    assert pages.window.current_name == "file"


def test_another_photo_can_stand_there_and_the_first_can_come_back(pages: OpenPages, tmp_path: Path) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([a_source(tmp_path)])
    first = kept(pages)[0].form.photo
    pages.click(f"orders-{one.id}-paper-not")
    assert kept(pages)[0].form.photo == ""
    assert pages.message() == SAY.photo_gone
    assert len(incidents.list_incidents(pages.vault.database)) == 1
    pages.window.shell.message_bar.action.click()
    assert kept(pages)[0].form.photo == first


def test_a_photo_kept_earlier_is_found_again_and_one_that_is_gone_leaves_no_entry(
    pages: OpenPages, tmp_path: Path
) -> None:
    one, other = an_order(pages), an_order(pages, "court_requirements")
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([tmp_path / "gone.jpg"])
    assert pages.message().startswith("gone.jpg:")
    assert incidents.list_incidents(pages.vault.database) == ()
    for order in (one, other):
        pages.click(f"orders-{order.id}-photo")
        pages.context.picker.choose([a_source(tmp_path)])
    assert len({order.form.photo for order in kept(pages)}) == 1
    assert len(incidents.list_incidents(pages.vault.database)) == 1


def test_a_change_of_the_order_keeps_its_photo_and_a_removed_entry_takes_it_along(
    pages: OpenPages, tmp_path: Path
) -> None:
    one = an_order(pages)
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([a_source(tmp_path)])
    photo = kept(pages)[0].form.photo
    pages.click(f"orders-{one.id}-change")
    pages.write("orders-form-number", "17")
    pages.click("orders-keep")
    assert (kept(pages)[0].form.photo, kept(pages)[0].form.number) == (photo, "17")
    (entry,) = incidents.list_incidents(pages.vault.database)
    incidents.take_back_incident(pages.vault.database, entry.id)
    shown(pages)
    assert pages.find(f"orders-{one.id}-photo").text() == SAY.photo_add


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("contrast", 200)])
def test_nothing_of_a_paper_and_of_a_breach_is_cut(pages: OpenPages, theme: str, scale: int, tmp_path: Path) -> None:
    one = an_order(pages, days_ago=3)
    form = BreachForm("yes", iso(pages, -1), "Inspector", "55", "Come on Monday", "Ten days", on=iso(pages, -2))
    breaches.add_breach(pages.vault.database, pages.context.clock, one.id, "", form)
    pages.window.rebuild(Look(theme, scale))
    shown(pages)
    pages.click(f"orders-{one.id}-photo")
    pages.context.picker.choose([PICTURE])
    pages.click(f"orders-{one.id}-paper-show")
    pages.click(f"orders-{one.id}-if-broken")
    assert pages.fits()
    assert pages.unnamed() == []
    pages.click(f"orders-{one.id}-note")
    assert pages.fits()
    assert pages.unnamed() == []
