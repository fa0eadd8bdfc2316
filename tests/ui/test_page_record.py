"""My record, checked: what was found is said plainly, a card is recognised or its rollback named, who got what."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan.content.record_words import load_record_words
from safeplan.content.words import word_list
from safeplan.handover.bag import write_bag
from safeplan.handover.record_card import QUIET, number_rows, square
from safeplan.handover.selection import Selection
from safeplan.records import custody, incidents, ledger, settings
from safeplan.records.checking import Fault
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import unlock_vault
from safeplan.vault.database import PAGE_SIZE
from tests.builders import a_file, a_source, an_incident
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look
from ui.widgets.record_check import said_fault

SAY = load_record_words("en").page


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    return OpenPages(qtbot, vault, clock)


@pytest.fixture
def db(pages: OpenPages) -> Any:
    return pages.vault.database


def kept_with_file(db: Any, clock: Any, folder: Path) -> Any:
    entry = an_incident(db, clock)
    a_file(db, clock, a_source(folder), entry.id)
    begin_sitting(db, clock)
    return entry


def without_triggers(db: Any) -> None:
    for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        db.execute(f"DROP TRIGGER {name}")


# ── checking ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_check_says_what_it_shows_and_what_not_and_is_remembered(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path
) -> None:
    kept_with_file(db, clock, tmp_path)
    pages.go("record")
    an_incident(db, clock, "Written a moment ago.")
    words = pages.words()
    for line in (*SAY.shows, *SAY.not_shows):
        assert line in words
    assert not pages.sees("record-check-last")
    assert SAY.custody_none in words
    pages.click("record-check")
    assert pages.find("record-check-result").text() == SAY.well.format(lines=3)
    assert not pages.sees("record-check-advice")
    assert pages.find("record-check-last").text() == SAY.last.format(moment="2 March 2026, 23:40")
    assert pages.find("record-custody-0-0").text() == "Everything checked: unchanged. Lines read: 2."
    assert not pages.sees("record-custody-none")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE chunk SET data = zeroblob(length(data))", "Entry 1: a file with it is not as it was kept."),
        ("UPDATE revision SET document = replace(document, 'night', 'noon')", "Entry 1: its words are not"),
        ("DELETE FROM ledger WHERE seq = 2", "Line 2 of the record was changed, moved, added or taken away."),
        ("DELETE FROM attachment", "Something that was kept is missing. Line of the record: 2."),
        ("INSERT INTO revision SELECT incident_id, 2, document, NULL FROM revision", "Entry 1 holds something"),
    ],
)
def test_the_first_fault_is_named_in_plain_words(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path, harm: str, said: str
) -> None:
    kept_with_file(db, clock, tmp_path)
    without_triggers(db)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(harm)
    pages.go("record")
    pages.click("record-check")
    assert pages.find("record-check-result").text().startswith(said)
    assert "keep a copy" in pages.find("record-check-advice").text()
    assert SAY.last_bad.format(moment="2 March 2026, 23:40") == pages.find("record-check-last").text()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("what", ["line", "words", "file", "given", "missing", "extra"])
@pytest.mark.parametrize(("seq", "number"), [(0, 0), (7, 0), (0, 3), (7, 3)])
def test_every_fault_has_its_sentence_in_every_language(language: str, what: str, seq: int, number: int) -> None:
    said = said_fault(Fault(what, seq, number), load_record_words(language))
    assert said
    assert "{" not in said
    assert (str(number) in said) >= (bool(number) and what not in ("line", "given"))


def test_a_long_check_can_be_cancelled_and_is_then_not_noted(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept_with_file(vault.database, clock, tmp_path)
    pages.go("record")
    executor.holding = True
    pages.click("record-check")
    assert pages.find("record-check-work-text").text() == SAY.checking
    assert not pages.find("record-check").isEnabled()
    pages.click("record-check-work-cancel")
    executor.release()
    assert not pages.sees("record-check-work")
    assert not pages.sees("record-check-result")
    assert pages.find("record-check").isEnabled()
    assert "went wrong" not in pages.words()
    assert custody.of_record(vault.database) == ()


# ── four words ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_four_words_a_number_and_a_square_stand_for_the_record(pages: OpenPages, db: Any, clock: Any) -> None:
    pages.go("record")
    pages.click("record-head")
    first = pages.find("record-head-words").text().split()
    assert len(first) == 4
    assert set(first) <= set(word_list("en"))
    assert not pages.sees("record-head-hex")
    pages.click("record-head-long")
    root = ledger.head(db).merkle_root_hex
    assert pages.find("record-head-hex").text() == "\n".join(number_rows(root))
    picture = pages.find("record-head-square")
    assert picture.accessibleName() == SAY.square_spoken
    shown, fields = picture.grab().toImage(), square(root)
    field = shown.width() // len(fields)
    for y, row in enumerate(fields):
        for x, black in enumerate(row):
            colour = QColor("black" if black else "white")
            assert shown.pixelColor(x * field + field // 2, y * field + field // 2) == colour
    an_incident(db, clock)
    pages.click("record-head")
    assert pages.find("record-head-words").text().split() == first
    assert "Lines of this time: 1." in pages.find("record-head-lines").text()
    begin_sitting(db, clock)
    pages.click("record-head")
    assert pages.find("record-head-words").text().split() != first


def test_the_square_has_a_white_edge_and_the_three_corners_of_a_qr_code() -> None:
    fields = square("ab" * 32)
    size = len(fields)
    assert {len(row) for row in fields} == {size}
    edge = list(fields[:QUIET] + fields[-QUIET:]) + [row[:QUIET] + row[-QUIET:] for row in fields]
    assert not any(any(row) for row in edge)
    corner = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]
    for top, left in ((QUIET, QUIET), (QUIET, size - QUIET - 7), (size - QUIET - 7, QUIET)):
        drawn = ["".join("# "[not black] for black in row[left : left + 7]) for row in fields[top : top + 7]]
        assert drawn == corner
    assert square("ab" * 32) != square("ac" * 32)


def test_the_card_is_written_only_into_the_folder_she_chose(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path
) -> None:
    an_incident(db, clock, "Nothing of this may be on the card.")
    begin_sitting(db, clock)
    stick = tmp_path / "stick"
    stick.mkdir()
    pages.go("record")
    pages.find("record-card-name").setText("a:b")
    pages.click("record-card-write")
    assert SAY.card_bad_name in pages.words()
    pages.find("record-card-name").setText("shopping")
    pages.click("record-card-write")
    pages.context.picker.choose([stick])
    (card,) = stick.iterdir()
    assert card.name == "shopping.pdf"
    assert card.read_bytes().startswith(b"%PDF-")
    assert SAY.card_made in pages.message()


# ── comparing ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_printed_head_is_found_with_its_day(pages: OpenPages, db: Any, clock: Any) -> None:
    an_incident(db, clock)
    begin_sitting(db, clock)
    old = ledger.head(db)
    clock.move(days=3)
    an_incident(db, clock)
    begin_sitting(db, clock)
    pages.go("record")
    found = SAY.compare_found.format(then=1, now=2)
    for language in ("kk", "ru", "en"):
        # The key simulator knows Latin letters only.
        pages.find("record-compare-typed").setText(" ".join(word_list(language)[place] for place in old.words))
        pages.click("record-compare")
        assert pages.find("record-compare-answer").text() == found
        assert pages.find("record-compare-more").text() == SAY.compare_newest.format(moment="2 March 2026, 23:40")
    pages.find("record-compare-typed").clear()
    assert not pages.sees("record-compare-answer")
    pages.write("record-compare-typed", old.merkle_root_hex.upper())
    QTest.keyClick(pages.find("record-compare-typed"), Qt.Key.Key_Return)
    assert pages.find("record-compare-answer").text() == found
    pages.find("record-compare-typed").setText(ledger.head(db).merkle_root_hex)
    pages.click("record-compare")
    assert pages.find("record-compare-answer").text() == SAY.compare_same.format(now=2)
    pages.find("record-compare-typed").setText("two words")
    pages.click("record-compare")
    assert pages.find("record-compare-typed-error").text() == SAY.compare_unreadable
    assert not pages.sees("record-compare-answer")


class _PutBack(Exception):
    """Leaves a transaction so that the store is again what it was before."""


def test_a_card_of_a_later_state_names_the_rollback(pages: OpenPages, db: Any, clock: Any) -> None:
    """A later state was printed, then the older one lies there again: only the paper can tell."""
    an_incident(db, clock)
    begin_sitting(db, clock)
    earlier = ledger.head(db)
    with contextlib.suppress(_PutBack), db.transaction():
        an_incident(db, clock, "after the copy")
        begin_sitting(db, clock)
        printed = ledger.head(db)
        raise _PutBack
    assert ledger.head(db) == earlier != printed
    pages.go("record")
    pages.click("record-check")
    assert pages.find("record-check-result").text() == SAY.well.format(lines=1)
    pages.find("record-compare-typed").setText(" ".join(word_list("ru")[place] for place in printed.words))
    pages.click("record-compare")
    assert pages.find("record-compare-answer").text() == SAY.compare_later
    assert pages.find("record-compare-more").text() == SAY.compare_or.format(now=1)
    pages.find("record-compare-typed").setText(earlier.merkle_root_hex)
    pages.click("record-compare")
    assert pages.find("record-compare-answer").text() == SAY.compare_same.format(now=1)


# ── who got what ────────────────────────────────────────────────────────────────────────────────────────────────
def test_who_got_what_and_when_the_newest_first(pages: OpenPages, db: Any, clock: Any, tmp_path: Path) -> None:
    entry = kept_with_file(db, clock, tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    for recipient, until in (("Police station 3", "2026-12-31"), ("", "")):
        clock.move(days=1)
        chosen = Selection((entry.id,), "en", True, recipient, "the hearing" if recipient else "", until)
        write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)
    pages.go("record")
    assert pages.find("record-custody-0-when").text() == "4 March 2026, 23:40"
    rows = [pages.find(f"record-custody-{row}-{line}").text() for row in (0, 1) for line in (0, 1, 2)]
    assert rows == [
        "Handed over.",
        "To: not written down",
        "Entries: 1. Files: 1.",
        "Handed over.",
        "To: Police station 3",
        "What for: the hearing",
    ]
    assert pages.find("record-custody-1-3").text() == "Until: 31 December 2026"


def test_a_long_list_shows_more_when_asked(pages: OpenPages, db: Any, clock: Any) -> None:
    for _ in range(30):
        clock.move(minutes=1)
        custody.note_check(db, clock, ledger.check(db))
    pages.go("record")
    assert pages.sees("record-custody-11-0")
    assert not pages.sees("record-custody-12-0")
    pages.click("record-custody-more")
    pages.click("record-custody-more")
    assert pages.sees("record-custody-29-0")
    assert not pages.sees("record-custody-more")


def test_viewing_is_off_at_first_never_on_this_list_and_can_be_forgotten(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path
) -> None:
    entry = kept_with_file(db, clock, tmp_path)
    (file,) = incidents.incident(db, entry.id).attachments
    pages.go("record")
    assert not pages.find("record-views").isChecked()
    assert not pages.sees("record-views-forget")
    pages.click("record-views")
    assert settings.get(db, "views_noted") is True
    assert custody.note_view(db, clock, file.id)
    pages.go("settings")
    pages.go("record")
    assert pages.find("record-views-count").text() == "Noted so far: 1."
    assert not pages.sees("record-custody-0-0")
    pages.click("record-views-forget")
    assert custody.count_views(db) == 0
    assert not pages.sees("record-views-forget")
    pages.click("record-views")
    assert settings.get(db, "views_noted") is False


# ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_before_anything_is_kept_it_says_what_belongs_here(pages: OpenPages) -> None:
    pages.context.has_store = lambda: False
    pages.go("record")
    assert SAY.none_title in pages.words()
    assert not pages.sees("record-check")
    pages.context.has_store = lambda: True
    pages.go("record")
    assert pages.sees("record-check")


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_nothing_is_cut_and_everything_has_a_name(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path, theme: str, scale: int
) -> None:
    kept_with_file(db, clock, tmp_path)
    custody.note_check(db, clock, ledger.check(db))
    pages.window.rebuild(Look(theme, scale))
    pages.go("record")
    pages.click("record-check")
    pages.click("record-head")
    pages.click("record-head-long")
    pages.settle()
    assert pages.fits()
    assert pages.unnamed() == []


# ── the file itself exchanged ───────────────────────────────────────────────────────────────────────────────────
PASSPHRASE = b"lamp river bread seven"


@pytest.fixture
def two_states(vault: Any, clock: Any) -> tuple[Path, bytes, bytes, ledger.Head]:
    """Where the file lies, its bytes at an earlier time, its bytes now, and the head printed now."""
    db, path = vault.database, vault.files.data
    for number in range(8):
        an_incident(db, clock, f"day {number} " + "x" * 3000)
    begin_sitting(db, clock)
    older = path.read_bytes()
    for number in range(4):
        an_incident(db, clock, f"later {number} " + "y" * 3000)
    begin_sitting(db, clock)
    head = ledger.head(db)
    vault.close()
    return path, older, path.read_bytes(), head


def opened_again(qtbot: QtBot, files: Any, clock: Any) -> OpenPages:
    pages = OpenPages(qtbot, unlock_vault(files, bytearray(PASSPHRASE)), clock)
    pages.go("record")
    return pages


def test_an_old_page_in_a_newer_file_is_named_in_a_sentence(
    qtbot: QtBot, vault: Any, clock: Any, two_states: tuple[Path, bytes, bytes, ledger.Head]
) -> None:
    """The page of the ledger from an older copy, under the same key: the first line that is lost is named."""
    path, older, newer, _ = two_states
    said = set()
    for start in range(0, len(older), PAGE_SIZE):
        page = older[start : start + PAGE_SIZE]
        if page == newer[start : start + PAGE_SIZE]:
            continue
        path.write_bytes(newer[:start] + page + newer[start + PAGE_SIZE :])
        opened = unlock_vault(vault.files, bytearray(PASSPHRASE))
        fault = ledger.check(opened.database).first_fault
        opened.close()
        if fault == Fault("line", 9):
            pages = opened_again(qtbot, vault.files, clock)
            pages.click("record-check")
            said.add(pages.find("record-check-result").text())
            pages.vault.close()
    assert said == {"Line 9 of the record was changed, moved, added or taken away."}
    # The same file with its own page in its place: nothing is named.
    path.write_bytes(newer)
    pages = opened_again(qtbot, vault.files, clock)
    pages.click("record-check")
    assert pages.find("record-check-result").text() == SAY.well.format(lines=12)
    pages.vault.close()


def test_the_whole_older_file_is_well_and_only_the_card_names_it(
    qtbot: QtBot, vault: Any, clock: Any, two_states: tuple[Path, bytes, bytes, ledger.Head]
) -> None:
    path, older, newer, head = two_states
    for content, lines, answer in (
        (older, 8, SAY.compare_later),
        (newer, 12, SAY.compare_same.format(now=12)),
    ):
        path.write_bytes(content)
        pages = opened_again(qtbot, vault.files, clock)
        pages.click("record-check")
        assert pages.find("record-check-result").text() == SAY.well.format(lines=lines)
        pages.find("record-compare-typed").setText(" ".join(word_list("kk")[place] for place in head.words))
        pages.click("record-compare")
        assert pages.find("record-compare-answer").text() == answer
        pages.vault.close()
