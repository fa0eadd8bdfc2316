"""One kept file: covered until asked for, looked at closely, checked, and never shown by what it claims to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safeplan.records import attachments, custody, file_notes, sittings
from safeplan.records.attachments import AttachmentInfo, Embedded
from safeplan.records.checking import CheckResult
from safeplan.records.file_notes import FileNote
from tests.builders import a_file, a_source, an_incident, until_full
from tests.ui.gaps import Gaps
from tests.ui.page_stage import Stage
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.background import Job
from ui.keeping import add_picture
from ui.pages.file import FilePage
from ui.theme import Look
from ui.viewer import Viewer
from ui.widgets.picture_view import PictureView

FILES = Path(__file__).resolve().parents[1] / "data" / "files"
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[Viewer]:
    made = Viewer()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: not made.children())


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any, viewer: Viewer) -> OpenPages:
    made = OpenPages(qtbot, vault, clock)
    made.context.viewer = viewer
    return made


@pytest.fixture
def kept(vault: Any, clock: Any) -> Callable[[Path], AttachmentInfo]:
    """Keeps a file with a new entry."""
    return lambda source: a_file(vault.database, clock, source, an_incident(vault.database, clock).id)


def shown(pages: OpenPages, info: AttachmentInfo) -> PictureView:
    """Open the file, press Show, wait for the viewer process."""
    pages.go("file", attachment_id=info.id)
    pages.click("file-show")
    pages.qtbot.waitUntil(lambda: pages.sees("file-view") and not pages.find("file-view").image().isNull())
    pages.settle()
    view = pages.find("file-view")
    assert isinstance(view, PictureView)
    return view


def colour(view: PictureView, across: float, down: float) -> QColor:
    """What is seen at that place of the view."""
    seen = view.grab().toImage()
    return seen.pixelColor(round(across * (seen.width() - 1)), round(down * (seen.height() - 1)))


def choose(pages: OpenPages, view: PictureView) -> None:
    """A click on the picture."""
    pages.window.activateWindow()
    pages.qtbot.waitUntil(view.isActiveWindow)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert view.hasFocus()


def is_near(seen: QColor, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip((seen.red(), seen.green(), seen.blue()), wanted, strict=True))


def around_the_middle(view: PictureView) -> list[QColor]:
    """The four quarters, read like a page: close to the middle, inside the picture whatever its shape."""
    return [colour(view, x, y) for y in (0.4, 0.6) for x in (0.45, 0.55)]


def test_nothing_is_decoded_before_she_asks(pages: OpenPages, viewer: Viewer, kept: Any) -> None:
    pages.go("file", attachment_id=kept(FILES / "turned.jpg").id)
    assert pages.find("file-name").text() == "turned.jpg"
    assert pages.sees("file-covered")
    assert not pages.sees("file-view")
    assert not viewer.children()


def test_a_picture_stands_upright_and_is_covered_again(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "turned.jpg"))
    upright = around_the_middle(view)
    assert [is_near(seen, want) for seen, want in zip(upright, _upright(), strict=True)] == [True] * 4
    pages.click("file-cover")
    assert not pages.sees("file-view")
    assert pages.sees("file-covered")
    pages.click("file-show")
    pages.qtbot.waitUntil(lambda: pages.sees("file-view"))


def _upright() -> list[tuple[int, int, int]]:
    """turned.jpg as it must be seen, from the pixels that the viewer brings."""
    from ui.viewer import decode_blocking, picture

    pixels = decode_blocking("image/jpeg", (FILES / "turned.jpg").read_bytes(), picture(200, 200))
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    starts = [int(y * pixels.height) * pixels.stride + int(x * pixels.width) * 4 for x, y in places]
    seen = [tuple(pixels.rgba[at : at + 3]) for at in starts]
    assert len(set(seen)) == 4
    return seen  # type: ignore[return-value]


def test_turning_is_for_the_eye_and_leaves_the_file_as_it_is(pages: OpenPages, kept: Any) -> None:
    info = kept(FILES / "turned.jpg")
    view = shown(pages, info)
    first = around_the_middle(view)
    pages.click("file-turn")
    assert view.turns == 3
    turned = around_the_middle(view)
    top_left, top_right, bottom_left, bottom_right = first
    wanted = [top_right, bottom_right, top_left, bottom_left]
    rgb = [(want.red(), want.green(), want.blue()) for want in wanted]
    assert [is_near(seen, want) for seen, want in zip(turned, rgb, strict=True)] == [True] * 4
    assert attachments.read_all(pages.vault.database, info.id) == (FILES / "turned.jpg").read_bytes()


def test_zooming_by_buttons_keys_and_wheel(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "turned.jpg"))
    pages.click("file-larger")
    assert view.zoom > 1.3
    pages.click("file-fit")
    assert view.zoom == 1
    view.setFocus()
    QTest.keyClicks(view, "++-")
    assert view.zoom == pytest.approx(1.4)
    QTest.keyClicks(view, "0")
    assert view.zoom == 1
    choose(pages, view)
    wheel(view, QPointF(view.width() / 4, view.height() / 4), 120)
    assert view.zoom == pytest.approx(1.4)


def wheel(view: PictureView, place: QPointF, by: int) -> bool:
    """One notch of the wheel; whether the picture took it."""
    none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        none,
        no_key,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_until_the_picture_is_chosen(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "turned.jpg"))
    view.clearFocus()
    wheel(view, QPointF(50, 50), 120)
    assert view.zoom == 1
    choose(pages, view)
    assert not wheel(view, QPointF(50, 50), -120)
    assert view.zoom == 1, "there is nothing smaller than all of it"


def test_zoomed_in_the_middle_of_the_wheel_stays_and_the_hand_moves_it(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "turned.jpg"))
    choose(pages, view)
    for _ in range(7):
        wheel(view, QPointF(view.width() / 2 - 4, view.height() / 2 - 4), 120)
    before = view.visible_region()
    assert 0 < before.left < 0.5 < before.right < 1
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(40, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    assert view.visible_region().left < before.left
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.visible_region().left > before.left


def test_a_document_is_read_page_by_page(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "three_pages.pdf"))
    assert pages.find("file-page").text() == "Page 1 of 3"
    assert not pages.find("file-previous").isEnabled()
    first = view.image()
    pages.click("file-next")
    pages.qtbot.waitUntil(lambda: pages.find("file-page").text() == "Page 2 of 3")
    assert view.image() != first
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    pages.qtbot.waitUntil(lambda: pages.find("file-page").text() == "Page 3 of 3")
    assert not pages.find("file-next").isEnabled()
    pages.click("file-previous")
    pages.qtbot.waitUntil(lambda: pages.find("file-page").text() == "Page 2 of 3")


def test_a_page_becomes_sharper_where_she_looks(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "three_pages.pdf"))
    parts: list[Any] = []
    view.sharpen.connect(lambda region, _size: parts.append(region))
    for _ in range(5):
        view.zoom_in()
    pages.qtbot.waitUntil(lambda: bool(parts))
    assert parts[0].right - parts[0].left < 1
    pages.qtbot.waitUntil(lambda: view.sharper_region() == parts[0])


def test_turning_pages_quickly_ends_at_the_page_she_wanted(pages: OpenPages, kept: Any) -> None:
    view = shown(pages, kept(FILES / "three_pages.pdf"))
    view.zoom_in()
    pages.click("file-next")
    pages.click("file-next")
    view.sharpen.emit(view.visible_region(), view.pixels_wanted())
    pages.qtbot.waitUntil(lambda: pages.find("file-page").text() == "Page 3 of 3")
    assert view.zoom == 1
    assert not pages.sees("file-picture-work")


def test_other_kinds_are_kept_and_say_so(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    pages.go("file", attachment_id=kept(a_source(tmp_path, b"PK\x03\x04" + bytes(50), "paper.docx")).id)
    assert pages.find("file-not-shown").text() == "Kept unchanged. This kind of file is not shown here."
    assert pages.find("file-kind").text() == "Document or archive"
    assert not pages.sees("file-show")


def test_a_recording_stands_where_a_picture_would(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    pages.go("file", attachment_id=kept(a_source(tmp_path, b"#!AMR\n" + bytes(50), "call.amr")).id)
    assert pages.find("file-kind").text() == "Recording"
    assert pages.sees("file-media")


# ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────
def read(pages: OpenPages, info: AttachmentInfo) -> Any:
    pages.go("file", attachment_id=info.id)
    assert not pages.sees("file-text-view"), "covered until she presses Show"
    pages.click("file-show")
    return pages.find("file-text-view")


def test_a_chat_saved_as_text_is_read_and_nothing_in_it_hides(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    chat = "02.03.2026, 21:04 - Ана: «қайдасың»\r\nphoto\u202egpj.exe\r\n".encode()
    info = kept(a_source(tmp_path, chat, "chat.txt"))
    view = read(pages, info)
    assert view.text() == "02.03.2026, 21:04 - Ана: «қайдасың»\nphoto[U+202E]gpj.exe\n"
    assert pages.find("file-text-about").text() == "Signs that cannot be seen are shown in brackets."
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClicks(view, "mine")
    assert "mine" not in view.text()
    pages.click("file-cover")
    assert not pages.sees("file-text-view")


def test_a_page_of_the_web_is_never_drawn(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><html><body><img src='x.png'><b>Mother</b>: where are you</body></html>"
    view = read(pages, kept(a_source(tmp_path, page, "messages.html")))
    assert view.text().strip() == "Mother: where are you"
    pages.click("file-text-source")
    assert view.text() == page.decode()
    pages.click("file-text-source")
    assert view.text().strip() == "Mother: where are you"


def test_a_long_text_is_read_part_by_part(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    lines = "\n".join(f"line {n}" for n in range(4000))
    view = read(pages, kept(a_source(tmp_path, lines.encode(), "export.csv")))
    assert pages.find("file-text-part").text() == "Part 1 of 3"
    assert view.text().startswith("line 0\n")
    pages.click("file-text-next")
    assert view.text().startswith("line 1500\n")
    pages.click("file-text-next")
    assert view.text().endswith("line 3999")
    assert not pages.find("file-text-next").isEnabled()


def test_ten_megabytes_on_one_line_never_stop_the_window(
    qtbot: QtBot, vault: Any, clock: Any, kept: Any, tmp_path: Path
) -> None:
    info = kept(a_source(tmp_path, b"x" * 10_000_000, "huge.txt"))
    stage = Stage(qtbot, clock, vault, {"file": FilePage}, real_worker=True)
    stage.go("file", attachment_id=info.id)
    gaps = Gaps(stage.window)
    page = stage.window.page("file")
    qtbot.waitUntil(lambda: page.picture is not None)
    page.picture.uncover()
    qtbot.waitUntil(lambda: page.picture.view is not None)
    page.picture.turn(1)
    qtbot.wait(50)
    page.picture.turn(1)
    qtbot.wait(50)
    longest = gaps.stop()
    stage.context.background.stop()
    assert "Only the beginning is shown here." in page.picture.about.text()
    print(f"longest gap {longest * 1000:.0f} ms")
    assert longest < 0.2


# ── her words beside it ─────────────────────────────────────────────────────────────────────────────────────────
def test_notes_are_kept_while_she_writes_and_the_file_stays_as_it_is(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "three_pages.pdf")
    view = shown(pages, info)
    view.zoom_in()
    pages.click("file-turn")
    pages.click("file-next")
    pages.write("file-note", "the paper from the doctor")
    pages.write("file-transcript", "page one")
    pages.go("happened")
    db = vault.database
    assert file_notes.file_note(db, info.id) == FileNote("the paper from the doctor", "page one")
    pages.go("file", attachment_id=info.id)
    assert pages.find("file-note").text() == "the paper from the doctor"
    assert attachments.read_all(db, info.id) == (FILES / "three_pages.pdf").read_bytes()
    assert attachments.check_file(db, info.id)
    assert attachments.attachment(db, info.id).sha256 == info.sha256


def test_what_was_typed_a_second_ago_is_kept(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    pages.go("file", attachment_id=info.id)
    pages.write("file-note", "hall")
    pages.qtbot.waitUntil(lambda: file_notes.file_note(vault.database, info.id).words == "hall")


def test_the_words_of_one_file_never_go_to_another(pages: OpenPages, kept: Any, vault: Any) -> None:
    one, other = kept(FILES / "plain.png"), kept(FILES / "plain.gif")
    pages.go("file", attachment_id=one.id)
    pages.write("file-note", "first")
    pages.go("file", attachment_id=other.id)
    assert pages.find("file-note").text() == ""
    pages.write("file-note", "second")
    pages.go("happened")
    notes = [file_notes.file_note(vault.database, info.id).words for info in (one, other)]
    assert notes == ["first", "second"]


def test_a_private_file_loses_its_small_picture_and_gets_it_back(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    add_picture(pages.background._session, Job(0, lambda *_: None), info)
    pages.go("file", attachment_id=info.id)
    assert "a doctor can record this" in pages.find("file-doctor").text()
    pages.click("file-private")
    assert attachments.thumbnail(vault.database, info.id) is None
    assert file_notes.private_files(vault.database) == {info.id}
    add_picture(pages.background._session, Job(0, lambda *_: None), info)
    assert attachments.thumbnail(vault.database, info.id) is None, "none is ever made of it"
    pages.click("file-private")
    assert attachments.thumbnail(vault.database, info.id) is not None


def test_a_file_taken_back_while_she_wrote_takes_its_words_along(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    pages.go("file", attachment_id=info.id)
    pages.write("file-note", "hall")
    pages.click("file-remove")
    pages.click("answer-yes")
    assert pages.window.current_name == "entry"
    assert not pages.context.questions.open
    assert vault.database.value("SELECT count(*) FROM file_note") == 0


def test_a_broken_picture_is_a_sentence(pages: OpenPages, kept: Any, tmp_path: Path) -> None:
    broken = a_source(tmp_path, b"\xff\xd8\xff\xe0" + b"no picture" * 30)
    pages.go("file", attachment_id=kept(broken).id)
    pages.click("file-show")
    pages.qtbot.waitUntil(lambda: pages.sees("file-picture-error"))
    assert pages.find("file-picture-error").text() == "This file cannot be shown; it may be damaged."
    assert pages.find("file-show").isEnabled()
    assert not pages.sees("file-picture-work")


def test_what_is_known_and_what_is_claimed_stand_apart(
    pages: OpenPages, kept: Any, clock: Any, vault: Any, tmp_path: Path
) -> None:
    info = kept(FILES / "turned.jpg")
    claims = Embedded(taken_at="2019-05-04T03:02:01+06:00", place="43.2380, 76.9453", device="Phone 5")
    attachments.set_embedded(vault.database, info.id, claims)
    pages.go("file", attachment_id=info.id)
    assert pages.find("file-kept").text() == "2 March 2026, 23:40"
    assert pages.find("file-taken").text() == "4 May 2019, 03:02:01 (+06:00)"
    assert pages.find("file-device").text() == "Phone 5"
    assert "anybody can change them" in pages.find("file-claims-note").text()
    assert "43.2380" not in pages.words(), "a place stays covered"
    pages.click("file-place-show")
    assert "43.2380" in pages.words()
    assert pages.find("file-fingerprint").text() == f"{info.sha256[:12]} …"
    assert not pages.sees("file-fingerprint-whole")
    pages.click("file-fingerprint-unfold")
    assert pages.find("file-fingerprint-whole").text().replace(" ", "") == info.sha256


def test_the_claims_of_a_real_photo_are_shown(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "turned.jpg")
    add_picture(pages.background._session, Job(0, lambda *_: None), info)
    claimed = attachments.attachment(vault.database, info.id).embedded
    assert claimed is not None
    pages.go("file", attachment_id=info.id)
    assert pages.find("file-device").text() == claimed.device


def test_an_unchanged_file_says_so(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    pages.go("file", attachment_id=info.id)
    pages.click("file-check")
    assert custody.CHECKED in [line.what for line in custody.of_file(vault.database, info.id)]
    assert pages.find("file-check-result").text().startswith("File unchanged")
    assert not pages.sees("file-check-work")


def test_on_a_full_disk_a_check_still_says_what_it_found(pages: OpenPages, kept: Any, vault: Any, clock: Any) -> None:
    info = kept(FILES / "plain.png")
    pages.go("file", attachment_id=info.id)
    well, db = CheckResult(ok=True, entries=0, first_fault=None), vault.database
    until_full(db, lambda: custody.note_check(db, clock, well, info.id))
    pages.click("file-check")
    said = pages.find("file-check-result").text()
    assert said.startswith("File unchanged")
    assert "its day could not be noted" in said


def test_a_changed_byte_is_named(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    vault.database.execute("DROP TRIGGER IF EXISTS chunk_kept")
    for (name,) in vault.database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'chunk'"
    ):
        vault.database.execute(f"DROP TRIGGER {name}")
    content = bytearray((FILES / "plain.png").read_bytes())
    content[-1] ^= 1
    vault.database.execute("UPDATE chunk SET data = ? WHERE item = ?", (bytes(content), info.id))
    pages.go("file", attachment_id=info.id)
    pages.click("file-check")
    assert "not as it was kept" in pages.find("file-check-result").text()


def test_a_check_can_be_stopped(qtbot: QtBot, vault: Any, clock: Any, kept: Any) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.go("file", attachment_id=kept(FILES / "plain.png").id)
    executor.holding = True
    pages.click("file-check")
    pages.click("file-check-work-cancel")
    executor.holding = False
    executor.release()
    assert pages.find("file-check-result").text().startswith("Stopped.")
    assert pages.find("file-check").isEnabled()


def test_covering_while_it_is_read_shows_nothing_later(
    qtbot: QtBot, vault: Any, clock: Any, kept: Any, viewer: Viewer
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    pages.context.viewer = viewer
    pages.go("file", attachment_id=kept(FILES / "plain.png").id)
    executor.holding = True
    pages.click("file-show")
    pages.click("file-picture-work-cancel")
    executor.release()
    pages.settle()
    assert not pages.sees("file-view")
    assert not viewer.children()


def test_leaving_the_page_covers_the_picture(pages: OpenPages, kept: Any) -> None:
    shown(pages, kept(FILES / "plain.png"))
    page = pages.here()
    pages.go("happened")
    assert page.picture.view is None


def test_a_file_of_this_opening_is_taken_back(pages: OpenPages, kept: Any, vault: Any) -> None:
    info = kept(FILES / "plain.png")
    pages.go("file", attachment_id=info.id)
    assert pages.find("file-remove").words() == "Take back"
    pages.click("file-remove")
    assert "or when the four words of the record are to stand for it too" in pages.words(), "they end it as well"
    pages.click("answer-yes")
    assert attachments.list_attachments(vault.database, info.incident_id) == ()
    assert pages.window.current_name == "entry"


@pytest.mark.parametrize(("answer", "left"), [("no", 1), ("keep", 0), ("all", 0)])
def test_removing_an_earlier_file_says_what_stays(
    pages: OpenPages, kept: Any, vault: Any, clock: Any, answer: str, left: int
) -> None:
    info = kept(FILES / "plain.png")
    sittings.begin_sitting(vault.database, clock)
    pages.go("file", attachment_id=info.id)
    pages.click("file-remove")
    assert "What stays is that entry 1 had a file" in pages.words()
    pages.click(f"answer-{answer}")
    assert len(attachments.list_attachments(vault.database, info.incident_id)) == left


def test_everything_reached_by_tab_has_a_name(pages: OpenPages, kept: Any) -> None:
    shown(pages, kept(FILES / "three_pages.pdf"))
    assert pages.unnamed() == []


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(
    qtbot: QtBot, vault: Any, clock: Any, viewer: Viewer, kept: Any, tmp_path: Path, scale: int
) -> None:
    long = a_source(tmp_path, (FILES / "three_pages.pdf").read_bytes(), "b" * 150 + ".pdf")
    pages = OpenPages(qtbot, vault, clock, look=Look("light", scale))
    pages.context.viewer = viewer
    shown(pages, kept(long))
    pages.click("file-fingerprint-unfold")
    assert pages.fits()
