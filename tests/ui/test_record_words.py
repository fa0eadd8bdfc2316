"""The four words of the record: shown, on a card, compared; what they leave out is said, a rollback is named."""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from safeplan import errors
from safeplan.content.record_words import load_record_words
from safeplan.content.words import word_list
from safeplan.handover.record_card import QUIET, number_rows, square
from safeplan.records import incidents, ledger
from safeplan.records.sittings import begin_sitting
from tests.builders import an_incident
from tests.ui.page_window import OpenPages

SAY = load_record_words("en").page


@pytest.fixture
def db(pages: OpenPages) -> Any:
    return pages.vault.database


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
    assert pages.find("record-head-lines").text() == f"Lines in the record: 0. {SAY.head_all}"
    an_incident(db, clock)
    begin_sitting(db, clock)
    pages.click("record-head")
    assert pages.find("record-head-words").text().split() != first


def test_words_shown_for_everything_fix_what_was_kept_this_time(pages: OpenPages, db: Any, clock: Any) -> None:
    entry = an_incident(db, clock)
    pages.go("record")
    pages.click("record-head")
    assert SAY.head_ask.format(count=1) in pages.words()
    assert not incidents.incident(db, entry.id).fixed
    pages.context.questions.answer("all")
    assert incidents.incident(db, entry.id).fixed
    shown = pages.find("record-head-words").text().split()
    assert shown == [word_list("en")[place] for place in ledger.head(db).words]
    assert pages.find("record-head-lines").text() == f"Lines in the record: 1. {SAY.head_all}"
    with pytest.raises(errors.EntryAlreadyFixed):
        incidents.take_back_incident(db, entry.id)
    # Nothing waits any more: nothing is asked.
    pages.click("record-head")
    assert not pages.context.questions.open


def test_words_can_leave_out_this_time_and_say_so_and_going_back_shows_none(
    pages: OpenPages, db: Any, clock: Any
) -> None:
    entry = an_incident(db, clock)
    pages.go("record")
    pages.click("record-head")
    pages.context.questions.answer("back")
    assert not pages.sees("record-head-words")
    pages.click("record-head")
    pages.context.questions.answer("before")
    said = pages.find("record-head-lines").text()
    assert said == f"Lines in the record: 0. {SAY.head_waiting.format(count=1)}"
    assert not incidents.incident(db, entry.id).fixed
    incidents.take_back_incident(db, entry.id)


def test_a_store_that_cannot_be_written_to_shows_its_words_without_asking(
    pages: OpenPages, db: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_incident(db, clock)
    monkeypatch.setattr(pages.vault, "read_only", True)
    pages.go("record")
    pages.click("record-head")
    assert SAY.head_waiting.format(count=1) in pages.find("record-head-lines").text()


@pytest.mark.parametrize("answer", ["all", "before"])
def test_the_data_put_back_from_before_an_entry_is_never_called_just_as_it_was(
    qtbot: QtBot, vault: Any, clock: Any, answer: str
) -> None:
    """Kept, then words in the same sitting, then the file of before: the words miss it, or say until when they go."""
    db, path = vault.database, vault.files.data
    an_incident(db, clock)
    begin_sitting(db, clock)
    with contextlib.suppress(_PutBack), db.transaction():
        an_incident(db, clock, "the newest of that day")
        pages = OpenPages(qtbot, vault, clock)
        pages.go("record")
        pages.click("record-head")
        pages.context.questions.answer(answer)
        shown = pages.find("record-head-words").text()
        raise _PutBack
    assert path.exists()
    assert ledger.head(db).seq == 1
    assert ledger.waiting_count(db) == 0
    pages = OpenPages(qtbot, vault, clock)
    pages.go("record")
    pages.find("record-compare-typed").setText(shown)
    pages.click("record-compare")
    said = (pages.find("record-compare-answer").text(), pages.find("record-compare-more").text())
    if answer == "all":
        assert said == (SAY.compare_missing, SAY.compare_or.format(now=1))
    else:
        assert said == (SAY.compare_same.format(moment="2 March 2026, 23:40", now=1), SAY.compare_limit)
    assert "just as" not in pages.words()


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
    assert not pages.context.questions.open


@pytest.mark.parametrize(("answer", "day"), [("all", "As of 4 March 2026"), ("before", "2 March 2026, when it was")])
def test_a_card_stands_for_what_was_kept_this_time_or_says_up_to_when_it_speaks(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path, answer: str, day: str
) -> None:
    begin_sitting(db, clock)
    clock.move(days=2)
    entry = an_incident(db, clock)
    pages.go("record")
    pages.click("record-card-write")
    pages.context.questions.answer(answer)
    pages.context.picker.choose([tmp_path])
    assert incidents.incident(db, entry.id).fixed is (answer == "all")
    (card,) = tmp_path.glob("*.pdf")
    command = ["pdftotext", "-layout", str(card), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert day in printed
    assert word_list("en")[ledger.head(db).words[0]] in printed


def test_a_card_that_could_not_be_written_fixes_nothing(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path
) -> None:
    entry = an_incident(db, clock)
    pages.go("record")
    pages.click("record-card-write")
    pages.context.questions.answer("all")
    pages.context.picker.choose([tmp_path / "gone"])
    assert not incidents.incident(db, entry.id).fixed


# ── comparing ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_printed_head_is_found_with_its_day(pages: OpenPages, db: Any, clock: Any) -> None:
    an_incident(db, clock)
    begin_sitting(db, clock)
    old = ledger.head(db)
    clock.move(days=3)
    an_incident(db, clock)
    begin_sitting(db, clock)
    pages.go("record")
    found = SAY.compare_found.format(moment="2 March 2026, 23:40", then=1, now=2)
    for language in ("kk", "ru", "en"):
        # The key simulator knows Latin letters only.
        pages.find("record-compare-typed").setText(" ".join(word_list(language)[place] for place in old.words))
        pages.click("record-compare")
        assert pages.find("record-compare-answer").text() == found
        assert pages.find("record-compare-more").text() == SAY.compare_limit
    pages.find("record-compare-typed").clear()
    assert not pages.sees("record-compare-answer")
    pages.write("record-compare-typed", old.merkle_root_hex.upper())
    QTest.keyClick(pages.find("record-compare-typed"), Qt.Key.Key_Return)
    assert pages.find("record-compare-answer").text() == found
    pages.find("record-compare-typed").setText(ledger.head(db).merkle_root_hex)
    pages.click("record-compare")
    newest = SAY.compare_same.format(moment="5 March 2026, 23:40", now=2)
    assert pages.find("record-compare-answer").text() == newest
    pages.find("record-compare-typed").setText("two words")
    pages.click("record-compare")
    assert pages.find("record-compare-typed-error").text() == SAY.compare_unreadable
    assert not pages.sees("record-compare-answer")


def test_a_word_that_was_copied_wrongly_is_the_first_thing_that_is_said(
    pages: OpenPages, db: Any, clock: Any
) -> None:
    an_incident(db, clock)
    begin_sitting(db, clock)
    pages.go("record")
    pages.find("record-compare-typed").setText("lamp lamp lamp lamp")
    pages.click("record-compare")
    assert pages.find("record-compare-answer").text() == SAY.compare_missing
    more = pages.find("record-compare-more").text()
    assert more == SAY.compare_or.format(now=1)
    assert more.index("copied wrongly") < more.index("older copy")
    assert "older copy" not in SAY.compare_missing


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("lamp lampp lamp bread", "lampp"),
        ("Lamp, qwrt; lampp, BREAD", "qwrt, lampp"),
        ("абажур абажурр абажур абажур", "абажурр"),
        ("lamp lampp lamp", ""),
        ("2d71 1642 b726 b044", ""),
        ("lamp lamp lamp " + "x" * 900, "x" * 24),
    ],
)
def test_a_word_that_is_in_no_list_is_named(pages: OpenPages, db: Any, clock: Any, typed: str, named: str) -> None:
    pages.go("record")
    pages.find("record-compare-typed").setText(typed)
    pages.click("record-compare")
    said = SAY.compare_unknown.format(words=named) if named else SAY.compare_unreadable
    assert pages.find("record-compare-typed-error").text() == said
    assert pages.fits()


def test_words_from_before_the_first_line_say_that_they_are(pages: OpenPages, db: Any, clock: Any) -> None:
    pages.go("record")
    pages.click("record-head")
    shown = pages.find("record-head-words").text()
    an_incident(db, clock)
    begin_sitting(db, clock)
    pages.find("record-compare-typed").setText(shown)
    pages.click("record-compare")
    assert pages.find("record-compare-answer").text() == SAY.compare_empty.format(now=1)
    assert not pages.sees("record-compare-more")


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
    assert pages.find("record-compare-answer").text() == SAY.compare_missing
    assert pages.find("record-compare-more").text() == SAY.compare_or.format(now=1)
    pages.find("record-compare-typed").setText(earlier.merkle_root_hex)
    pages.click("record-compare")
    same = SAY.compare_same.format(moment="2 March 2026, 23:40", now=1)
    assert pages.find("record-compare-answer").text() == same
