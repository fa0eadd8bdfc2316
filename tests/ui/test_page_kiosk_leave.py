"""The end of a session at a shelter's computer: what she takes along opens elsewhere, and only as the policy allows.

Lost without it: she carries home a stick that nobody can open, or leaves behind what she thought was gone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from room_kit import KIOSK, InRoom, begin

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.policy import HelpLine
from safeplan.records import incidents
from safeplan.records import plan as her_plan
from safeplan.records.incidents import IncidentForm
from safeplan.vault import restore
from ui import kiosk_print, kiosk_work
from ui.rooms import Room
from ui.theme import look_for

LINES = (
    HelpLine("102", {"en": "Police", "ru": "Полиция", "kk": "Полиция"}),
    HelpLine("111", {"en": "Day and night", "ru": "Круглосуточно", "kk": "Тәулік бойы"}),
)
OPEN = KIOSK._replace(languages=("en", "ru", "kk"), start_page=True, printing=True, help_lines=LINES)
STEPS = (
    "Ask the neighbour to call the police when the lamp stands in the window.",
    "Put the children's papers and the spare key with my sister.",
    "Find out on which days the lawyer is there, and what it costs.",
)


@pytest.fixture(autouse=True)
def quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _monotonic: 0)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is plugged in, as far as the page can tell."""
    place = tmp_path / "media" / "MY STICK"
    place.mkdir(parents=True)

    def plugged_in() -> tuple[Path, ...]:
        return (place,) if place.exists() else ()

    for name in ("removable_places", "sticks"):
        monkeypatch.setattr(kiosk_work, name, plugged_in)
    monkeypatch.setattr(kiosk_work, "is_stick", lambda where: where in plugged_in())
    return place


def in_session(enter: Any, policy: Any = OPEN, *, steps: tuple[str, ...] = STEPS) -> InRoom:
    """Her session with an entry and steps, at the page that ends it."""
    room: InRoom = enter(Room(policy))
    begin(room)

    def write(session: Any, _job: Any) -> None:
        incidents.add_incident(session.database, session.clock, IncidentForm("the kettle fell"))
        for words in steps:
            step = her_plan.add_own_step(session.database, session.clock, "home", words)
            her_plan.mark_step(session.database, session.clock, step.id, "will_do")

    room.app.background.run(room.app, write, lambda _done: None)
    room.app.window.go("kiosk_leave")
    return room


def take(room: InRoom, way: str, *, written: bool = True) -> str:
    """Ask for the words, write them down, choose the stick; the words."""
    room.press(f"kiosk-{way}-open")
    words = str(room.find("phrase-words" if way == "stick" else "kiosk-plan-words").text())
    if written:
        room.find(f"kiosk-{way}-written").setChecked(True)
    room.press(f"kiosk-{way}-place-0")
    return words


def visible(room: InRoom, name: str) -> bool:
    return any(one.isVisible() for one in room.app.window.findChildren(object, name))


def test_everything_goes_on_her_stick_and_opens_elsewhere_with_the_words_on_her_paper(enter, stick, tmp_path) -> None:
    room = in_session(enter)
    words = take(room, "stick")
    assert "Entries: 1" in room.find("kiosk-stick-done").text()
    (folder,) = stick.iterdir()
    assert [one.name for one in folder.iterdir()] == ["copy.bin"]
    assert words == room.find("phrase-words").text(), "still there to be looked over"
    assert not visible(room, "phrase-other"), "other words would not open what lies there"
    held = restore.open_backup(folder / "copy.bin", bytearray(words.encode()))
    home = restore.restore_beside(held, vault_files(tmp_path / "at home"), lambda *_: None, lambda: False)
    held.close()
    assert [one.latest.form.text for one in incidents.list_incidents(home.database)] == ["the kettle fell"]
    assert len(her_plan.steps(home.database)) == 3
    home.close()


def test_nothing_is_written_before_the_words_are_on_paper(enter, stick) -> None:
    room = in_session(enter)
    take(room, "stick", written=False)
    assert "Write the words down first" in room.find("kiosk-stick-fault").text()
    assert not list(stick.iterdir())


def test_her_own_words_are_judged_and_never_taken_unseen(enter, stick) -> None:
    room = in_session(enter)
    room.press("kiosk-stick-open")
    room.press("phrase-way-own")
    room.qtbot.keyClicks(room.find("phrase-own"), "1234")
    room.find("kiosk-stick-written").setChecked(True)
    card = room.app.window.page("kiosk_leave").takes[0]
    card.phrase.own.show_box.set_checked(False)
    room.press("kiosk-stick-place-0")
    assert "Look over what you typed" in room.find("kiosk-stick-fault").text()
    room.press("kiosk-stick-place-0")
    assert not list(stick.iterdir())
    assert "Keys in a row" in room.words_in_sight() or "short" in room.words_in_sight()


def test_the_plan_goes_as_a_pdf_that_opens_with_its_own_words(enter, stick) -> None:
    room = in_session(enter)
    words = take(room, "plan")
    (made,) = stick.iterdir()
    assert made.name in room.find("kiosk-plan-done").text()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made)
    with pikepdf.open(made, password=words) as paper:
        assert len(paper.pages) >= 1
    assert b"neighbour" not in made.read_bytes()


def test_with_no_step_there_is_no_plan_to_take(enter, stick) -> None:
    room = in_session(enter, steps=())
    take(room, "plan")
    assert "no step" in room.find("kiosk-plan-fault").text()
    assert not list(stick.iterdir())


def test_the_words_are_gone_with_the_page(enter, stick) -> None:
    room = in_session(enter)
    words = take(room, "stick")
    page = room.app.window.page("kiosk_leave")
    room.app.window.go("today")
    assert not page.takes[0].phrase.words.text()
    room.app.window.go("kiosk_leave")
    assert words not in room.words_in_sight()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.DiskFull(reason="room", wanted=9_000_000, free=1_000), "not enough room"),
        (errors.ReadOnlyPlace(), "Nothing can be written"),
        (errors.NoPermission(), "does not allow it"),
        (errors.DiskFailing(reason="gone"), "pulled out"),
        (errors.DiskFailing(reason="read_back"), "read back differently"),
        (errors.Cancelled(), "Stopped"),
    ],
)
def test_each_fault_of_a_stick_has_its_sentence_and_she_can_try_again(enter, stick, monkeypatch, error, said) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    room = in_session(enter)
    monkeypatch.setattr(kiosk_work, "write_capsule", fails)
    take(room, "stick")
    assert said in room.find("kiosk-stick-fault").text()
    assert room.find("kiosk-stick-place-0").isEnabled()
    assert room.find("kiosk-end").isEnabled()


# ── the policy ──────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("exports", "printing", "ways"),
    [
        (("zip-aes256", "pdf-aes256", "paper"), True, {"stick", "plan", "by-hand", "paper"}),
        (("zip-aes256", "pdf-aes256", "paper"), False, {"stick", "plan", "by-hand"}),
        (("zip-aes256",), True, {"stick"}),
        (("pdf-aes256",), True, {"plan"}),
        (("paper",), False, {"by-hand"}),
        ((), True, set()),
    ],
)
def test_only_the_ways_of_the_policy_are_there(enter, stick, exports, printing, ways) -> None:
    room = in_session(enter, OPEN._replace(exports=exports, printing=printing))
    room.find("kiosk-end")
    assert {way for way in ("stick", "plan", "by-hand", "paper") if visible(room, f"kiosk-{way}")} == ways
    assert ("nothing can be taken along" in room.words_in_sight()) == (not ways)


def test_where_only_sticks_are_allowed_no_other_folder_is_offered_or_taken(enter, stick) -> None:
    room = in_session(enter, OPEN._replace(only_removable=True))
    room.press("kiosk-stick-open")
    assert "MY STICK" in room.find("kiosk-stick-place-0").words()
    assert not visible(room, "kiosk-stick-place-other")
    room.find("kiosk-stick-written").setChecked(True)
    elsewhere = stick.with_name("left behind")
    elsewhere.mkdir()
    room.app.window.page("kiosk_leave").takes[0].take(elsewhere)
    assert "pulled out" in room.find("kiosk-stick-fault").text()
    assert not list(elsewhere.iterdir())


def test_where_the_policy_leaves_it_open_any_folder_can_be_chosen(enter, stick, tmp_path) -> None:
    room = in_session(enter)
    folder = tmp_path / "a folder"
    folder.mkdir()
    room.press("kiosk-stick-open")
    room.find("kiosk-stick-written").setChecked(True)
    room.press("kiosk-stick-place-other")
    room.app.context.picker.choose([folder])
    room.find("kiosk-stick-done")
    assert len(list(folder.iterdir())) == 1


def test_without_a_stick_it_says_so_and_looks_again(enter, stick) -> None:
    room = in_session(enter, OPEN._replace(only_removable=True))
    stick.rmdir()
    room.press("kiosk-stick-open")
    assert "No stick is plugged in" in room.find("kiosk-stick-place-none").text()
    stick.mkdir()
    room.press("kiosk-stick-place-look")
    room.find("kiosk-stick-place-0")


def test_as_many_words_are_drawn_as_the_policy_wants(enter, stick) -> None:
    room = in_session(enter, OPEN._replace(least_words=7))
    room.press("kiosk-stick-open")
    assert len(room.find("phrase-words").text().split()) == 7
    assert not visible(room, "phrase-length")


def test_languages_come_in_the_order_of_the_policy_and_no_other(enter) -> None:
    room = enter(Room(KIOSK._replace(languages=("ru", "kk"))))
    assert "Начать" in room.find("kiosk-begin").words()
    row = [
        one.objectName() for one in room.app.window.shell.nav.findChildren(object) if "language-" in one.objectName()
    ]
    assert row == ["language-ru", "language-kk"]


def test_a_language_of_an_earlier_time_that_is_not_allowed_is_not_shown(enter, tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text('{"language": "en"}')
    room = enter(Room(KIOSK._replace(languages=("kk",))))
    assert "Бастау" in room.find("kiosk-begin").words()


def test_a_language_she_chose_holds_for_her_session(enter) -> None:
    room = enter(Room(KIOSK._replace(languages=("ru", "en"))))
    room.press("language-en")
    assert "Begin" in room.find("kiosk-begin").words()


def test_the_organisations_numbers_stand_before_anything_is_opened(enter) -> None:
    room = enter(Room(OPEN._replace(languages=("en",))))
    assert "111" in room.words_in_sight()
    assert "Day and night" in room.words_in_sight()


@pytest.mark.parametrize("clipboard", [True, False])
def test_what_another_program_copied_before_comes_in_only_where_the_policy_lets_it(enter, clipboard) -> None:
    QApplication.clipboard().setText("copied elsewhere")
    try:
        room = enter(Room(KIOSK._replace(clipboard=clipboard)))
        begin(room)
        room.app.window.go("happened")
        room.find("happened-text").paste()
        assert (room.find("happened-text").text() == "copied elsewhere") == clipboard
    finally:
        QApplication.clipboard().clear()


# ── before a session ────────────────────────────────────────────────────────────────────────────────────────────
def test_from_the_numbers_a_line_leads_back_and_keeping_leads_to_the_beginning(enter) -> None:
    room = enter(Room(OPEN))
    assert not room.app.window.entries
    room.press("kiosk-numbers")
    assert room.page == "help"
    room.press("nav-kiosk_start")
    assert room.page == "kiosk_start"
    assert not room.app.window.entries
    room.press("kiosk-numbers")
    room.app.context.keep_first(lambda: pytest.fail("there is nothing to keep it in"))
    assert room.page == "kiosk_start"
    assert not list(room.files.folder.rglob("*.bin"))
    begin(room)
    assert [entry.name for entry in room.app.window.entries][-1] == "kiosk_leave"


# ── by hand and on paper ────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_three_steps_and_the_numbers_need_no_scrolling_and_stand_black_on_white(enter, language) -> None:
    room = in_session(enter, OPEN._replace(languages=(language,)))
    room.app.window.resize(1024, 600)
    room.app.window.rebuild(look_for("dark", 100))
    room.press("kiosk-by-hand-open")
    paper = room.find("by-hand-paper")
    for words in (*STEPS, "111"):
        room.qtbot.waitUntil(lambda words=words: words in room.words_in_sight())
    room.qtbot.waitUntil(lambda: not room.app.window.page("by_hand").sheet.verticalScrollBar().maximum())
    assert paper.grab().toImage().pixelColor(3, 3).name() == "#ffffff"
    line = room.find("by-hand-line-1")
    assert line.palette().color(line.foregroundRole()).name() == "#000000"
    assert line.font().pixelSize() >= 18
    room.press("by-hand-back")
    assert room.page == "kiosk_leave"


def test_the_paper_holds_her_steps_and_no_name_of_the_job(tmp_path, qapp) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    kiosk_print.print_to(
        printer, "My next steps", [("At home", True), (f"☐  {STEPS[0]}", False), ("<b>x</b>", False)]
    )
    assert printer.docName() == "1"
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    with pikepdf.open(tmp_path / "out.pdf") as paper:
        assert len(paper.pages) == 1
        assert not str(paper.docinfo.get("/Title", "")).strip("1")


class Printer:
    def __init__(self, name: str, *, default: bool = False, remote: bool = False) -> None:
        self.name, self.isDefault, self.isRemote = name, lambda: default, lambda: remote


def test_a_printer_of_the_network_is_never_taken() -> None:
    office, own, old = Printer("office", default=True, remote=True), Printer("own"), Printer("old")
    assert kiosk_print.own_printer([office, own, old]) is own
    assert kiosk_print.own_printer([old, Printer("usual", default=True)]).name == "usual"
    assert kiosk_print.own_printer([office]) is None


def test_without_a_printer_the_page_says_so(enter, stick, monkeypatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(kiosk_print, "print_lines", lambda *what: asked.append(what) or "")
    room = in_session(enter)
    room.press("kiosk-print")
    assert "no printer of its own" in room.find("kiosk-printed").text()
    ((_title, lines),) = asked
    assert any(STEPS[0] in words for words, _heading in lines)
    assert any(words.startswith("111") for words, _heading in lines)


# ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_end_is_asked_for_once_more_and_can_be_put_off(enter) -> None:
    room = in_session(enter)
    room.press("kiosk-end")
    room.press("answer-back")
    assert room.files.session.data.exists()
    assert room.page == "kiosk_leave"


def test_the_end_leaves_no_file_and_hands_over_to_a_new_process(enter) -> None:
    room = in_session(enter)
    room.press("kiosk-end")
    room.press("answer-end")
    room.qtbot.waitUntil(lambda: ("switch", 0) in room.parent.told)
    assert ("stays", 0) in room.parent.told, "an exit from now on ends this process"
    assert not list(room.files.folder.rglob("*.bin"))
    assert ("leaving", 0) not in room.parent.told


def test_without_a_start_page_the_everyday_program_comes_back(enter) -> None:
    room = in_session(enter, OPEN._replace(start_page=False))
    room.press("kiosk-end")
    room.press("answer-end")
    room.qtbot.waitUntil(lambda: ("leaving", 0) in room.parent.told)
    assert not list(room.files.folder.rglob("*.bin"))


def test_hidden_while_it_ends_nothing_stands_there_unasked(enter) -> None:
    room = in_session(enter)
    room.hide()
    room.app.window.page("kiosk_leave").end()
    assert ("switch", 0) not in room.parent.told
    assert room.parent.told[-2:] == [("stays", 0), ("leaving", 0)]
