"""All kept files side by side: covered until pressed, private ones a number, and adding says what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan.records import attachments, custody, incidents
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import mark_file_private
from safeplan.records.wording import canonical
from tests.builders import a_file, a_source, an_incident, until_full
from tests.ui.gaps import Gaps
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.keeping import KeptFiles, Original
from ui.pages.files import FilesPage
from ui.theme import Look
from ui.widgets.file_originals import ask_originals
from ui.widgets.gallery_model import AT_ONCE, MOST_PICTURES
from ui.widgets.gallery_view import GalleryView

FILES = Path(__file__).resolve().parents[1] / "data" / "files"
WINE = QColor("#7a1f3d")


def small_picture(side: int = 320) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(WINE)
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "JPEG")  # type: ignore[call-overload]
    return bytes(content.data())


@pytest.fixture
def picture(vault: Any, clock: Any, tmp_path: Path) -> Callable[..., AttachmentInfo]:
    """Keeps a picture of its own bytes, with a small copy, with this entry or a new one."""
    made: list[int] = []

    def keep(incident_id: str = "") -> AttachmentInfo:
        made.append(1)
        source = a_source(tmp_path, b"\xff\xd8\xff\xe0" + bytes([len(made)]) * 50, f"IMG_{len(made)}.jpg")
        owner = incident_id or an_incident(vault.database, clock).id
        info = a_file(vault.database, clock, source, owner)
        attachments.set_thumbnail(vault.database, info.id, small_picture())
        return attachments.attachment(vault.database, info.id)

    return keep


def gallery(pages: OpenPages) -> GalleryView:
    found = pages.find("files-gallery")
    assert isinstance(found, GalleryView)
    return found


def tile(view: GalleryView, row: int) -> Any:
    view.scrollTo(view.model().index(row, 0))
    return view.visualRect(view.model().index(row, 0)).center()


def press(pages: OpenPages, row: int) -> None:
    view = gallery(pages)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=tile(view, row))
    pages.settle()


def is_uncovered(pages: OpenPages, row: int) -> bool:
    """Whether the colour of the pictures is seen on this tile."""
    view = gallery(pages)
    # The first paint asks for the picture; the second one has it.
    for _ in range(2):
        place = tile(view, row)
        seen = view.viewport().grab().toImage()
        pages.settle()
    colour = seen.pixelColor(place.x(), place.y() - 30)
    return all(
        abs(a - b) < 12
        for a, b in zip((colour.red(), colour.green(), colour.blue()), (0x7A, 0x1F, 0x3D), strict=True)
    )


def test_without_files_the_page_says_what_belongs_there(pages: OpenPages) -> None:
    pages.go("files")
    assert "No files are kept yet" in pages.words()
    assert pages.sees("files-add")
    assert not pages.sees("files-gallery")


def test_every_tile_is_covered_and_one_press_uncovers_one(pages: OpenPages, picture: Any) -> None:
    picture(), picture()
    pages.go("files")
    assert [is_uncovered(pages, row) for row in (0, 1)] == [False, False]
    press(pages, 1)
    assert [is_uncovered(pages, row) for row in (0, 1)] == [False, True]
    assert "Entry 1, file 1: IMG_1.jpg" in pages.find("files-chosen").text()
    pages.click("files-show")
    assert not is_uncovered(pages, 1)


@pytest.mark.parametrize(("language", "size"), [("en", 100), ("ru", 100), ("kk", 100), ("ru", 200), ("kk", 200)])
def test_the_words_of_a_tile_have_room_inside_its_frame(
    qtbot: QtBot, vault: Any, clock: Any, picture: Any, language: str, size: int
) -> None:
    """The title of a file stands on one line, and nothing touches the frame or is cut."""
    picture()
    pages = OpenPages(qtbot, vault, clock, look=Look("light", size))
    pages.context.language = language
    pages.go("files")
    view = gallery(pages)
    tile_ = QRect(0, 0, view.gridSize().width() - 8, view.gridSize().height() - 8)
    words = view.words_on(tile_, 0)
    assert len(words) == 3
    for text, font, room in words:
        metrics = QFontMetrics(font)
        assert metrics.horizontalAdvance(text) <= room.width()
        assert metrics.lineSpacing() == room.height(), "one line"
    assert view.frame_of(tile_).bottom() - words[-1][2].bottom() >= 8


def test_show_all_uncovers_this_page_until_she_leaves(pages: OpenPages, picture: Any) -> None:
    picture(), picture()
    page = pages.go("files")
    pages.click("files-show-all")
    assert [is_uncovered(pages, row) for row in (0, 1)] == [True, True]
    assert pages.find("files-show-all").words() == "Cover all"
    pages.go("happened")
    assert page.model.held() == 0
    pages.go("files")
    assert [is_uncovered(pages, row) for row in (0, 1)] == [False, False]


def test_by_keyboard_space_shows_and_covers_and_enter_opens(pages: OpenPages, picture: Any) -> None:
    kept = picture()
    pages.go("files")
    view = gallery(pages)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert is_uncovered(pages, 0)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not is_uncovered(pages, 0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert pages.window.current_name == "file"
    assert pages.find("file-name").text() == kept.name
    pages.click("file-remove")
    pages.click("answer-yes")
    assert pages.window.current_name == "files", "back to where she came from"


def test_a_screen_reader_hears_which_file_it_is_and_whether_it_is_covered(pages: OpenPages, picture: Any) -> None:
    picture()
    page = pages.go("files")
    role = Qt.ItemDataRole.AccessibleTextRole
    index = page.model.index(0)
    assert page.model.data(index, role) == "Entry 1, file 1, Picture, 2 March 2026, covered"
    press(pages, 0)
    assert page.model.data(index, role) == "Entry 1, file 1, Picture, 2 March 2026, shown"
    assert "Space" in page.model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_private_file_is_a_number_and_never_a_picture(
    pages: OpenPages, picture: Any, vault: Any, clock: Any
) -> None:
    hidden = picture()
    mark_file_private(vault.database, clock, hidden.id, private=True)
    page = pages.go("files")
    assert not pages.sees("files-show-all")
    press(pages, 0)
    assert not is_uncovered(pages, 0)
    assert pages.find("files-chosen").text() == "Entry 1, file 1: private"
    assert pages.find("files-private").text().startswith("Private files: 1.")
    assert hidden.name not in pages.words()
    assert not page.model.can_show(0)


def test_kinds_and_order(pages: OpenPages, picture: Any, vault: Any, clock: Any, tmp_path: Path) -> None:
    first = picture()
    a_file(vault.database, clock, a_source(tmp_path, b"#!AMR\n1", "call.amr"), an_incident(vault.database, clock).id)
    picture(first.incident_id)
    page = pages.go("files")
    titles = lambda: [page.model.title_of(row) for row in range(page.model.rowCount())]  # noqa: E731
    assert titles() == ["Entry 1, file 2", "Entry 2, file 1", "Entry 1, file 1"]
    pages.click("files-order-entry")
    assert titles() == ["Entry 2, file 1", "Entry 1, file 1", "Entry 1, file 2"]
    pages.click("files-kind-recording")
    assert titles() == ["Entry 2, file 1"]
    assert not pages.sees("files-kind-film"), "a heap without files is not offered"


def test_the_files_of_one_entry(pages: OpenPages, picture: Any) -> None:
    first = picture()
    picture()
    page = pages.go("files", incident_id=first.incident_id)
    assert page.model.rowCount() == 1
    assert pages.find("files-about").text() == "Files of entry 1"
    pages.click("files-all-entries")
    assert page.model.rowCount() == 2


# ── adding ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_added_files_make_a_new_entry_and_every_result_is_listed(
    pages: OpenPages, picture: Any, tmp_path: Path, vault: Any
) -> None:
    known = picture()
    new = a_source(tmp_path, b"#!AMR\n1", "call.amr")
    page = pages.go("files")
    page.adding.add_files([new, tmp_path / known.name, tmp_path / "gone.txt"])
    assert "Where do these files belong?" in pages.words()
    pages.click("answer-keep")
    words = pages.words()
    assert "call.amr: kept" in words
    assert f"{known.name}: kept already with entry 1" in words
    assert "gone.txt: not kept." in words
    pages.click("answer-ok")
    assert new.exists()
    newest = incidents.list_incidents(vault.database)[0]
    assert [info.name for info in newest.attachments] == ["call.amr"]
    assert page.model.rowCount() == 2


def test_files_are_added_to_the_entry_she_picks(pages: OpenPages, picture: Any, tmp_path: Path, vault: Any) -> None:
    known = picture()
    page = pages.go("files")
    page.adding.add_files([a_source(tmp_path, b"#!AMR\n1", "call.amr")])
    pages.find("files-where").set_one(known.incident_id)
    pages.click("answer-keep")
    assert len(attachments.list_attachments(vault.database, known.incident_id)) == 2


def test_nothing_that_could_be_kept_leaves_no_empty_entry(pages: OpenPages, tmp_path: Path, vault: Any) -> None:
    page = pages.go("files")
    page.adding.add_files([tmp_path / "gone.txt"])
    pages.click("answer-keep")
    assert "gone.txt: not kept." in pages.words()
    assert incidents.list_incidents(vault.database) == ()


def test_adding_can_be_stopped(qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, picture: Any) -> None:
    executor = HeldExecutor()
    entry = picture().incident_id
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    page = pages.go("files", incident_id=entry)
    executor.holding = True
    page.adding.add_files([a_source(tmp_path, b"#!AMR\n1", "call.amr")])
    pages.click("files-work-cancel")
    executor.holding = False
    executor.release()
    assert "Stopped." in pages.words()
    assert len(attachments.list_attachments(vault.database, entry)) == 1


def test_an_import_that_hiding_broke_off_goes_on_once(
    pages: OpenPages, picture: Any, tmp_path: Path, vault: Any, clock: Any
) -> None:
    from ui.keeping import paths_to_text
    from ui.widgets.gallery_adding import UNFINISHED

    kept = picture()
    waiting = a_source(tmp_path, b"#!AMR\n1", "call.amr")
    paths = [tmp_path / kept.name, waiting]
    pages.context.save_draft(UNFINISHED, {"entry": kept.incident_id, "files": paths_to_text(paths)})
    pages.go("files")
    assert len(attachments.list_attachments(vault.database, kept.incident_id)) == 2
    assert "kept already" not in pages.words(), "what was complete before is no news"
    pages.go("happened")
    pages.go("files")
    assert not pages.context.questions.open


# ── the originals ───────────────────────────────────────────────────────────────────────────────────────────────
def test_the_originals_go_only_when_she_says_so_and_each_is_told(
    pages: OpenPages, picture: Any, tmp_path: Path, vault: Any
) -> None:
    entry = picture().incident_id
    same, changed = a_source(tmp_path, b"#!AMR\n1", "call.amr"), a_source(tmp_path, b"#!AMR\n2", "talk.amr")
    page = pages.go("files", incident_id=entry)
    page.adding.add_files([same, changed])
    assert not pages.context.questions.open, "an offer, never in the way"
    pages.window.shell.message_bar.action.click()
    words = pages.words()
    assert "Remove the original from this computer?" in words
    assert "On many disks a removed file can be found again." in words
    assert "Copies in a cloud" in words
    assert "the original is the stronger one" in words
    changed.write_bytes(b"#!AMR\n3")
    pages.click("answer-remove")
    words = pages.words()
    assert "call.amr: removed; it is no longer in its folder" in words
    assert "talk.amr: left alone: it is not the same as what was kept" in words
    assert not same.exists()
    assert changed.read_bytes() == b"#!AMR\n3"
    kept = attachments.list_attachments(vault.database, entry)
    assert [attachments.check_file(vault.database, one.id) for one in kept] == [True] * 3
    noted = {one.name: [line.what for line in custody.of_file(vault.database, one.id)] for one in kept}
    assert custody.ORIGINAL_REMOVED in noted["call.amr"]
    assert custody.ORIGINAL_REMOVED not in noted["talk.amr"]


def test_a_full_disk_stops_the_removing_and_names_what_was_not_noted(
    pages: OpenPages, picture: Any, tmp_path: Path, vault: Any, clock: Any
) -> None:
    entry, db = picture().incident_id, vault.database
    one, two = a_source(tmp_path, b"#!AMR\n1", "call.amr"), a_source(tmp_path, b"#!AMR\n2", "talk.amr")
    page = pages.go("files", incident_id=entry)
    page.adding.add_files([one, two])
    kept = attachments.list_attachments(db, entry)[-1]
    until_full(db, lambda: custody.original_removed(db, clock, kept.id))
    pages.window.shell.message_bar.action.click()
    pages.click("answer-remove")
    words = pages.words()
    assert "call.amr: removed; it is no longer in its folder" in words
    assert "this could not be noted with the kept file" in words
    assert two.exists(), "what cannot be noted is not done"
    assert not one.exists()


def test_escape_leaves_the_originals(pages: OpenPages, tmp_path: Path) -> None:
    source = a_source(tmp_path)
    content = source.read_bytes()
    pages.go("files")
    original = Original(source, hashlib.sha256(content).hexdigest(), len(content))
    ask_originals(pages.context, KeptFiles(originals=(original,)))
    assert pages.find("answer-leave").hasFocus() or pages.context.questions.open
    QTest.keyClick(pages.find("answer-leave"), Qt.Key.Key_Escape)
    assert not pages.context.questions.open
    assert source.exists()


def test_many_names_are_not_all_read_out_in_the_question(pages: OpenPages, tmp_path: Path) -> None:
    pages.go("files")
    originals = tuple(Original(tmp_path / f"{n}.jpg", "0" * 64, 1) for n in range(20))
    ask_originals(pages.context, KeptFiles(originals=originals))
    assert "and 12 more" in pages.words()
    assert "7.jpg" in pages.words()
    assert "8.jpg" not in pages.words()


# ── many ────────────────────────────────────────────────────────────────────────────────────────────────────────
def many_files(vault: Any, clock: Any, count: int) -> None:
    """Rows as an import leaves them, without the bytes: two thousand imports would take half a minute."""
    db = vault.database
    owner = an_incident(db, clock).id
    drawn = small_picture(160)
    with db.transaction():
        for n in range(count):
            id_ = f"{n:032x}"
            document = {
                "salt": id_, "attachment": id_, "incident": owner, "name": f"IMG_{n}.jpg", "size": 10,
                "sha256": "0" * 64, "kind": "image/jpeg", "imported_at_utc": "2026-03-02T18:40:00Z",
                "zone": "+05:00", "file_time": "", "note": "",
            }  # fmt: skip
            db.execute(
                "INSERT INTO attachment (id, incident_id, document, sha256, size) VALUES (?, ?, ?, ?, ?)",
                (id_, owner, canonical(document), "0" * 64, 10),
            )
            db.execute("INSERT INTO thumbnail VALUES (?, ?)", (id_, drawn))


def test_two_thousand_files_open_and_scroll_without_a_gap(qtbot: QtBot, vault: Any, clock: Any) -> None:
    many_files(vault, clock, 2000)
    stage = Stage(qtbot, clock, vault, {"files": FilesPage}, real_worker=True)
    stage.go("files")
    gaps = Gaps(stage.window)
    page = stage.window.page("files")
    page.arrive()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2000)
    page.model.show_all()
    bar = page.gallery.verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 59)
        qtbot.wait(12)
    qtbot.waitUntil(lambda: page.model.picture(1999) is not None)
    assert page.model.held() <= MOST_PICTURES + AT_ONCE
    # By itself it stays below 50 ms.
    longest = gaps.stop()
    stage.context.background.stop()
    print(f"longest gap {longest * 1000:.0f} ms")
    assert longest < 0.15


def test_nothing_is_painted_that_is_not_in_sight(qtbot: QtBot, vault: Any, clock: Any, pages: OpenPages) -> None:
    many_files(vault, clock, 400)
    page = pages.go("files")
    pages.click("files-show-all")
    pages.settle()
    for _ in range(20):
        gallery(pages).viewport().grab()
        pages.settle()
    assert 0 < page.model.held() < 60


@pytest.mark.parametrize(("language", "scale"), [("en", 100), ("ru", 200), ("kk", 200)])
def test_nothing_is_cut_at_any_text_size(
    qtbot: QtBot, vault: Any, clock: Any, picture: Any, language: str, scale: int
) -> None:
    picture(), picture()
    stage = Stage(qtbot, clock, vault, {"files": FilesPage}, language=language, look=Look("light", scale))
    stage.nothing_is_cut(stage.go("files"))


def test_everything_reached_by_tab_has_a_name(pages: OpenPages, picture: Any) -> None:
    picture()
    pages.go("files")
    press(pages, 0)
    assert pages.unnamed() == []


def test_before_a_store_exists_nothing_fails(qtbot: QtBot, clock: Any, tmp_path: Path) -> None:
    stage = Stage(qtbot, clock, None, {"files": FilesPage}, tmp_path=tmp_path)
    stage.go("files")
    assert stage.exists("files-empty")
    assert not stage.exists("files-add")
