"""My record, checked: what was found is said plainly, a card is recognised or its rollback named, who got what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan.content.record_words import load_record_words
from safeplan.content.words import word_list
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.records import custody, incidents, ledger, settings
from safeplan.records.checking import Fault
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import unlock_vault
from safeplan.vault.database import PAGE_SIZE
from tests.builders import a_file, a_source, an_incident, until_full
from tests.ui.page_window import HeldExecutor, OpenPages
from ui.theme import Look
from ui.widgets.record_check import said_fault

SAY = load_record_words("en").page


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
def test_a_check_on_a_full_disk_still_says_what_it_found_and_what_was_not_noted(
    pages: OpenPages, db: Any, clock: Any, tmp_path: Path
) -> None:
    kept_with_file(db, clock, tmp_path)
    pages.go("record")
    until_full(db, lambda: custody.note_check(db, clock, ledger.check(db)))
    pages.click("record-check")
    assert "The check itself is done, but its day could not be noted." in pages.words()
    pages.click("answer-ok")
    assert pages.find("record-check-result").text().startswith("Entries unchanged, files unchanged.")


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


def test_an_answer_about_words_that_are_changed_meanwhile_is_not_shown(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path
) -> None:
    executor = HeldExecutor()
    pages = OpenPages(qtbot, vault, clock, executor=executor)
    kept_with_file(vault.database, clock, tmp_path)
    ledger.fix_pending(vault.database, clock)
    right = " ".join(word_list("en")[place] for place in ledger.head(vault.database).words)
    wrong = " ".join(word_list("en")[:4])
    pages.go("record")
    for first, then in ((right, wrong), ("no such words", right)):
        pages.find("record-compare-typed").setText(first)
        executor.holding = True
        pages.click("record-compare")
        pages.find("record-compare-typed").setText(then)
        executor.holding = False
        executor.release()
        assert not pages.sees("record-compare-answer")
        assert not pages.sees("record-compare-typed-error")
    pages.click("record-compare")
    assert pages.sees("record-compare-answer")


def test_the_whole_older_file_is_well_and_only_the_card_names_it(
    qtbot: QtBot, vault: Any, clock: Any, two_states: tuple[Path, bytes, bytes, ledger.Head]
) -> None:
    path, older, newer, head = two_states
    for content, lines, answer in (
        (older, 8, SAY.compare_missing),
        (newer, 12, SAY.compare_same.format(moment="2 March 2026, 23:40", now=12)),
    ):
        path.write_bytes(content)
        pages = opened_again(qtbot, vault.files, clock)
        pages.click("record-check")
        assert pages.find("record-check-result").text() == SAY.well.format(lines=lines)
        pages.find("record-compare-typed").setText(" ".join(word_list("kk")[place] for place in head.words))
        pages.click("record-compare")
        assert pages.find("record-compare-answer").text() == answer
        pages.vault.close()
