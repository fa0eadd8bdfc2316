"""The drawn figure: marked with the mouse or with keys alone, kept, read again as picture and in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safeplan.content import body_map
from safeplan.content.record_guide import load_record_guide
from safeplan.records import attachments, drafts, incidents
from safeplan.records.incident_form import BodyMark, IncidentForm
from tests.builders import a_source, an_incident, ignore, never
from tests.ui.page_window import OpenPages
from ui.theme import TOKENS, Look

PICTURE = "happened-marks-picture"


def open_drawing(pages: OpenPages) -> Any:
    pages.go("happened")
    pages.click("happened-more")
    pages.click("happened-part-marks")
    return pages.find(PICTURE)


def press(picture: Any, x: float, y: float) -> None:
    where = picture.point(x, y)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(round(where.x()), round(where.y())))


def kept(pages: OpenPages) -> IncidentForm:
    pages.click("happened-keep")
    latest = incidents.list_incidents(pages.vault.database)[0].latest
    assert latest is not None
    return latest.form


def middle(figure: str, view: str, region: str) -> tuple[float, float]:
    return next(one.middle for one in body_map.regions(figure, view) if one.id == region)


def test_a_place_is_marked_with_the_mouse_described_and_kept(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    x, y = middle("adult", "front", "thigh_left")
    press(picture, x, y)
    assert pages.find("happened-marks-1-open").words() == "1) left front of the thigh; view: from the front"
    for chip in ("kind-bruise", "size-coin", "colours-blue", "colours-purple", "pain-touch"):
        pages.click(f"happened-marks-1-{chip}")
    pages.write("happened-marks-1-size_words", "about 4 cm")
    pages.write("happened-marks-1-note", "from the edge of the table")
    (mark,) = kept(pages).marks
    assert (mark.figure, mark.view, mark.region) == ("adult", "front", "thigh_left")
    assert mark.x == pytest.approx(x, abs=0.01)
    assert mark.y == pytest.approx(y, abs=0.01)
    assert (mark.kind, mark.size, mark.size_words) == ("bruise", "coin", "about 4 cm")
    assert set(mark.colours) == {"blue", "purple"}
    assert (mark.pain, mark.note) == ("touch", "from the edge of the table")


def test_beside_the_body_nothing_is_marked(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    press(picture, 0.01, 0.99)
    assert not pages.sees("happened-marks-1-open")


def test_keys_alone_go_from_place_to_place_mark_and_take_away(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    picture.setFocus()
    for key, arrow in ((Qt.Key.Key_Down, "down"), (Qt.Key.Key_Right, "right"), (Qt.Key.Key_Down, "down")):
        before = picture.place()
        places = {one.id: one for one in body_map.regions("adult", "front")}
        QTest.keyClick(picture, key)
        assert picture.place() == (places[before].neighbours[arrow] or before)
    here = picture.place()
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert picture.accessibleName().startswith(picture.place_words(here))
    assert ": mark 1." in picture.accessibleName()
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert not pages.sees("happened-marks-2-open"), "the same place is not marked twice by one key held down"
    QTest.keyClick(picture, Qt.Key.Key_Delete)
    assert not pages.sees("happened-marks-1-open")
    assert pages.window.focusWidget() is picture


def in_sight(pages: OpenPages, name: str) -> bool:
    widget, sight = pages.find(name), pages.here().sheet.viewport()
    top = widget.mapTo(sight, QPoint()).y()
    return bool(top >= 0 and top + widget.height() <= sight.height())


@pytest.mark.parametrize("by", ["mouse", "keys", "list"])
def test_what_is_asked_about_a_mark_comes_into_sight(pages: OpenPages, qtbot: QtBot, by: str) -> None:
    picture = open_drawing(pages)
    pages.here().sheet.ensureWidgetVisible(picture, 0, 0)
    if by == "keys":
        picture.setFocus()
        QTest.keyClick(picture, Qt.Key.Key_Return)
    else:
        press(picture, *middle("adult", "front", "thigh_left"))
    if by == "list":
        qtbot.waitUntil(lambda: in_sight(pages, "happened-marks-1-title"))
        pages.click("happened-marks-1-open")
        pages.settle()
        pages.here().sheet.ensureWidgetVisible(picture, 0, 0)
        pages.click("happened-marks-1-open")
    asked = ("happened-marks-1-title", "happened-marks-1-kind-bruise", "happened-marks-1-size-coin")
    qtbot.waitUntil(lambda: all(in_sight(pages, name) for name in asked))
    if by == "keys":
        QTest.keyClick(picture, Qt.Key.Key_Down)
        assert in_sight(pages, PICTURE), "where the keys are is seen again"


def test_two_marks_of_one_place_are_told_apart(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    x, y = middle("adult", "front", "thigh_left")
    press(picture, x, y)
    assert picture.place_words("thigh_left") == "left front of the thigh: mark 1"
    press(picture, x, y + 0.05)
    assert picture.place_words("thigh_left") == "left front of the thigh: marks 1, 2"


def test_the_place_under_the_mouse_is_painted_and_named(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    pages.here().sheet.ensureWidgetVisible(picture)
    where = picture.point(*middle("adult", "front", "thigh_left"))
    plain = picture.grab().toImage()
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    over = QMouseEvent(QEvent.Type.MouseMove, where, picture.mapToGlobal(where), none, none, keys)
    QApplication.sendEvent(picture, over)
    assert pages.find("happened-marks-place").text() == "left front of the thigh"
    assert picture.grab().toImage().pixelColor(where.toPoint()) == QColor(TOKENS["light"].accent_soft)
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert picture.grab().toImage() == plain


def test_every_place_of_every_view_is_spoken_by_its_name(pages: OpenPages) -> None:
    guide = load_record_guide("en")
    picture = open_drawing(pages)
    for figure in body_map.FIGURES:
        for view in body_map.VIEWS:
            picture.show_view(figure, view)
            assert guide.views[view] in picture.accessibleName()
            for region in body_map.regions(figure, view):
                assert guide.place_name(region.part, region.side) in picture.place_words(region.id)


def test_a_childs_head_from_the_left_is_marked_on_its_own_view(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    pages.click("happened-marks-figure-child")
    pages.click("happened-marks-view-head_left")
    press(picture, *middle("child", "head_left", "ear_left"))
    pages.click("happened-marks-view-front")
    press(picture, *middle("child", "front", "knee_right"))
    pages.click("happened-marks-1-open")
    assert (picture.view.figure, picture.view.id) == ("child", "head_left")
    assert [(one.view, one.region) for one in kept(pages).marks] == [
        ("head_left", "ear_left"),
        ("front", "knee_right"),
    ]


def test_a_private_place_asks_for_no_picture_and_says_who_can_record_it(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    press(picture, *middle("adult", "front", "groin"))
    assert pages.find("happened-marks-1-private").text() == load_record_guide("en").body.private
    assert not pages.sees("happened-marks-1-photo-later")
    press(picture, *middle("adult", "front", "knee_left"))
    assert not pages.sees("happened-marks-2-private")


def test_marks_come_back_from_the_draft(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    press(picture, *middle("adult", "front", "knee_left"))
    pages.click("happened-marks-1-kind-graze")
    pages.here().save_draft_now()
    assert "knee_left" in drafts.draft(pages.vault.database, "happened")["marks"]
    pages.window.rebuild(Look("dark", 150))
    pages.click("happened-marks-1-open")
    assert pages.find("happened-marks-1-kind-graze").isChecked()
    assert kept(pages).marks[0].kind == "graze"


def test_an_entry_shows_its_marks_as_picture_and_in_words(pages: OpenPages, clock: Any) -> None:
    marks = (
        BodyMark("adult", "front", "thigh_left", *middle("adult", "front", "thigh_left"), kind="bruise"),
        BodyMark(
            "adult", "palms", "thumb_right", *middle("adult", "palms", "thumb_right"), kind="cut", pain="moving"
        ),
    )
    entry = incidents.add_incident(pages.vault.database, clock, IncidentForm(marks=marks))
    pages.go("entry", incident_id=entry.id)
    words = pages.find("entry-view-marks-words").text()
    assert words.splitlines()[0] == "1) left front of the thigh; view: from the front · bruise"
    assert "right thumb" in words.splitlines()[1]
    picture = pages.find("entry-view-marks-adult-front")
    where = picture.point(marks[0].x, marks[0].y).toPoint()
    painted = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert painted.pixelColor(where + QPoint(-6, 0)) == QColor(TOKENS["light"].accent)
    assert picture.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert pages.sees("entry-view-marks-adult-palms")
    pages.click("entry-change")
    assert pages.here().collect_draft() == {}
    assert pages.unnamed() == []


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, vault: Any, clock: Any, scale: int) -> None:
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    picture = open_drawing(pages)
    press(picture, *middle("adult", "front", "knee_left"))
    assert pages.fits()
    assert pages.unnamed() == []
    form = kept(pages)
    assert form.marks
    pages.click("incident-1-open")
    assert pages.fits()


def test_a_kept_picture_can_be_tied_to_a_mark_and_the_entry_says_which(
    pages: OpenPages, clock: Any, tmp_path: Path
) -> None:
    mark = BodyMark(figure="adult", view="front", region="thigh_left", x=0.4, y=0.6, kind="bruise")
    entry = an_incident(pages.vault.database, clock, marks=(mark,))
    source = a_source(tmp_path)
    kept = attachments.import_file(pages.vault.database, clock, source, entry.id, ignore, never)
    paper = a_source(tmp_path, b"%PDF-1.7\n", "paper.pdf")
    attachments.import_file(pages.vault.database, clock, paper, entry.id, ignore, never)
    pages.go("entry", incident_id=entry.id)
    pages.click("entry-change")
    pages.click("entry-marks-1-open")
    assert [chip.text() for chip in pages.find("entry-marks-1-attachment").chips.values()] == ["file 1"]
    pages.click(f"entry-marks-1-attachment-{kept.id}")
    pages.click("entry-keep")
    latest = incidents.incident(pages.vault.database, entry.id).latest
    assert latest is not None
    assert latest.form.marks[0].attachment == kept.id
    assert "file 1" in pages.find("entry-view-marks-words").text()


def test_before_an_entry_has_pictures_the_mark_says_how_one_is_tied_to_it_later(pages: OpenPages) -> None:
    picture = open_drawing(pages)
    press(picture, *middle("adult", "front", "thigh_left"))
    assert pages.sees("happened-marks-1-photo-later")
