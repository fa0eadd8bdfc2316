"""What she takes along lies whole on her stick, opens with her words alone, and the desk knows nothing of it.

Lost without it: she leaves with an empty folder, or with a file that the desk can open as well.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from builders import a_file, a_source, a_step, an_incident, ignore, never

from safeplan import errors
from safeplan.handover import capsule
from safeplan.handover.capsule import PLAN, RECORD, SealedPlan, remove_unfinished, write_capsule
from safeplan.handover.printable import PrintedPlan, PrintedSection, PrintedStep, compile_plan
from safeplan.handover.sealing_phrase import draw_sealing_phrase
from safeplan.paths import vault_files
from safeplan.records import attachments, consents, incidents, kept_copies, ledger, plan
from safeplan.records.sittings import begin_sitting
from safeplan.vault import keyslots, restore, session
from safeplan.vault.database import PAGE_SIZE, Database
from safeplan.vault.second_slot import add_second_slot, has_second_slot

pytestmark = pytest.mark.usefixtures("remembered")

HERS, DESKS = b"lamp river bread seven", b"desk cup window apple"


@pytest.fixture(scope="module")
def paper() -> bytes:
    steps = (PrintedStep("Keep the keys in the coat", "will_do"),)
    return compile_plan(PrintedPlan((PrintedSection("At home", steps),)), "en", date(2026, 3, 2))


@pytest.fixture
def full(vault, clock, tmp_path):
    db = vault.database
    kept = an_incident(db, clock, "one line")
    a_file(db, clock, a_source(tmp_path), kept.id)
    a_step(db, clock)
    begin_sitting(db, clock)
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    return vault


def take(vault, clock, place: Path, plan_: SealedPlan | None = None, hers: bytes = HERS):
    return write_capsule(vault, clock, bytearray(hers), place, ignore, never, plan=plan_)


def test_the_folder_holds_her_record_and_her_plan_and_opens_with_her_words_alone(full, clock, stick, paper, tmp_path):
    phrase = draw_sealing_phrase("pdf", "kk")
    made = take(full, clock, stick, SealedPlan(paper, phrase))
    assert sorted(path.name for path in stick.iterdir()) == [made.folder.name]
    assert sorted(path.name for path in made.folder.iterdir()) == [RECORD, PLAN]
    assert made.size == sum(path.stat().st_size for path in made.folder.iterdir())
    with pytest.raises(errors.WrongPassphrase):
        restore.open_backup(made.record, bytearray(DESKS))
    held = restore.open_backup(made.record, bytearray(HERS))
    home = restore.restore_beside(held, vault_files(tmp_path / "at home"), ignore, never)
    held.close()
    assert [one.latest.form.text for one in incidents.list_incidents(home.database)] == ["one line"]
    assert len(plan.steps(home.database)) == 1
    assert ledger.check(home.database).ok
    assert not has_second_slot(home)
    home.close()
    assert made.plan is not None
    with pikepdf.open(made.plan, password=phrase) as written:
        assert len(written.pages) == 1
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made.plan, password=HERS.decode())


def test_without_a_plan_the_record_alone(full, clock, stick):
    made = take(full, clock, stick)
    assert made.plan is None
    assert [path.name for path in made.folder.iterdir()] == [RECORD]
    assert made.facts.entries == 1


def test_the_desk_keeps_no_word_of_where_it_went(full, clock, stick):
    before = {row[0]: full.database.rows(f"SELECT * FROM {row[0]}") for row in _tables(full.database)}
    take(full, clock, stick)
    assert {row[0]: full.database.rows(f"SELECT * FROM {row[0]}") for row in _tables(full.database)} == before
    assert kept_copies.list_copies(full.database) == ()
    assert consents.list_consents(full.database) == ()


def _tables(db):
    return db.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")


def test_names_and_dates_say_only_the_day(full, clock, stick, paper):
    made = take(full, clock, stick, SealedPlan(paper, "cup window apple road"))
    assert made.folder.name.startswith("copy-2026-03-02-")
    for path in (made.folder, *made.folder.iterdir()):
        assert path.stat().st_mtime % 86_400 == 0
    for path in made.folder.iterdir():
        content = path.read_bytes()
        assert not [
            word for word in (b"Keep the keys", b"one line", b"At home", b"Tally", b"SafePlan") if word in content
        ]


def test_with_another_passphrase_the_counsellors_too_nothing_is_written(full, clock, stick):
    for phrase in (DESKS, b"words that fit nothing here"):
        typed = bytearray(phrase)
        with pytest.raises(errors.WrongPassphrase):
            write_capsule(full, clock, typed, stick, ignore, never)
        assert not any(typed)
    assert list(stick.iterdir()) == []


def some_of(asked: int) -> list[int]:
    """The first, the last and some looks at Cancel between them."""
    return sorted({0, 1, asked - 1, *range(2, asked, max(1, asked // 5))})


class Asked:
    """Says yes to the look number `at`, and counts them."""

    def __init__(self, at: int = -1) -> None:
        self.at, self.count = at, 0

    def __call__(self) -> bool:
        self.count += 1
        return self.count == self.at + 1


def test_cancelled_anywhere_nothing_is_left(full, clock, stick, paper, remembered, monkeypatch):
    monkeypatch.setattr("safeplan.vault.backup.PIECE", 16 * 16384)

    def once(cancelled: Asked) -> None:
        sealed = SealedPlan(paper, "cup window apple road")
        write_capsule(full, clock, bytearray(HERS), stick, ignore, cancelled, plan=sealed)

    counted = Asked()
    once(counted)
    (whole,) = stick.iterdir()
    shutil.rmtree(whole)
    assert counted.count > 5
    for at in some_of(counted.count):
        with pytest.raises(errors.Cancelled):
            once(Asked(at))
        assert list(stick.iterdir()) == []


def test_a_full_stick_is_told_before_anything_is_written(full, clock, stick, monkeypatch):
    from safeplan.handover import volume

    monkeypatch.setattr(volume.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1 << 20, 1 << 19, 1 << 19))
    with pytest.raises(errors.DiskFull) as full_stick:
        take(full, clock, stick)
    assert full_stick.value.facts["reason"] == "room"
    assert list(stick.iterdir()) == []


def test_a_stick_that_fails_on_the_way_leaves_nothing_and_is_named(full, clock, stick, paper, monkeypatch):
    for where in ("make_backup", "_write_back", "_finish"):
        with monkeypatch.context() as broken:

            def fail(*_: object, **__: object) -> None:
                raise errors.DiskFailing(code=errno.EIO)

            broken.setattr(capsule, where, fail)
            with pytest.raises(errors.DiskFailing):
                take(full, clock, stick, SealedPlan(paper, "cup window apple road"))
        assert list(stick.iterdir()) == []


def test_what_reads_back_otherwise_does_not_count(full, clock, stick, paper, monkeypatch):
    monkeypatch.setattr("safeplan.vault.whole_file.WholeFile.readall", lambda _: b"something else")
    with pytest.raises(errors.DiskFailing):
        take(full, clock, stick, SealedPlan(paper, "cup window apple road"))
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_not_there_or_lies_in_the_store_is_refused(full, clock, tmp_path):
    with pytest.raises(errors.SafePlanError):
        take(full, clock, tmp_path / "nowhere")
    (full.files.folder / "inside").mkdir()
    for inside in (full.files.folder, full.files.folder / "inside"):
        with pytest.raises(errors.NoPermission):
            take(full, clock, inside)


def test_what_a_killed_attempt_left_is_removed_by_the_next_and_nothing_else(full, clock, stick, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(capsule, "_finish", killed)
        patch.setattr(capsule, "_remove", lambda _: None)
        with pytest.raises(Killed):
            take(full, clock, stick)
    (left,) = stick.iterdir()
    hers = stick / "unfinished-0a0b0c0d"
    hers.mkdir()
    (hers / "letter.txt").write_text("hers")
    (stick / "unfinished-0a0b0c0e").write_text("a file")
    assert remove_unfinished(stick) == 1
    assert not left.exists()
    assert sorted(path.name for path in stick.iterdir()) == ["unfinished-0a0b0c0d", "unfinished-0a0b0c0e"]
    take(full, clock, stick)
    assert (hers / "letter.txt").read_text() == "hers"
    assert remove_unfinished(stick / "nowhere") == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_stick_that_may_not_be_written_to_is_named(full, clock, stick):
    stick.chmod(0o500)
    with pytest.raises((errors.NoPermission, errors.ReadOnlyPlace)):
        take(full, clock, stick)
    stick.chmod(0o700)


def test_her_own_name_for_the_folder_is_taken_unless_it_is_taken(full, clock, stick):
    made = write_capsule(full, clock, bytearray(HERS), stick, ignore, never, name="recipes")
    assert made.folder == stick / "recipes"
    before = made.record.read_bytes()
    with pytest.raises(errors.FolderNotEmpty):
        write_capsule(full, clock, bytearray(HERS), stick, ignore, never, name="recipes")
    for name in ("../out", "a/b", "", ".."):
        if name:
            with pytest.raises(errors.Bug):
                write_capsule(full, clock, bytearray(HERS), stick, ignore, never, name=name)
    assert made.record.read_bytes() == before
    assert [path.name for path in stick.iterdir()] == ["recipes"]


# ── From a session that has no key slots ────────────────────────────────────────────────────────────────────────
@pytest.fixture
def kiosk(tmp_path, clock):
    opened = session.begin_session(vault_files(tmp_path / "passing"), clock)
    kept = an_incident(opened.database, clock, "one line")
    a_file(opened.database, clock, a_source(tmp_path), kept.id)
    a_step(opened.database, clock)
    yield opened
    assert session.end_session(opened)


def test_a_session_leaves_on_her_stick_under_the_words_she_chose_and_the_computer_keeps_nothing_that_opens(
    kiosk, clock, stick, paper, tmp_path
):
    chosen = bytearray(HERS)
    made = write_capsule(kiosk, clock, chosen, stick, ignore, never, plan=SealedPlan(paper, "cup window apple road"))
    assert not any(chosen)
    assert sorted(path.name for path in made.folder.iterdir()) == [RECORD, PLAN]
    assert {path.name for path in kiosk.files.folder.rglob("*")} <= {"d0.bin", "d0.bin-journal"}
    held = restore.open_backup(made.record, bytearray(HERS))
    assert (held.facts.entries, held.facts.files, held.facts.steps) == (1, 1, 1)
    home = restore.restore_beside(held, vault_files(tmp_path / "at home"), ignore, never)
    held.close()
    assert home.opened_by == "passphrase"
    assert [one.latest.form.text for one in incidents.list_incidents(home.database)] == ["one line"]
    begin_sitting(home.database, clock)
    assert ledger.check(home.database).ok
    home.close()
    # The session goes on, and its own key is another one.
    an_incident(kiosk.database, clock, "another line")
    with pytest.raises(errors.WrongPassphrase):
        restore.open_backup(made.record, bytearray(DESKS))


def test_what_leaves_a_session_takes_the_memory_that_is_asked_for(kiosk, clock, stick, monkeypatch):
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _: 0)
    for least, took in ((0, 64), (128, 128)):
        made = write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, never, least_mib=least)
        held = restore.open_backup(made.record, bytearray(HERS))
        salt = keyslots.salt_of(made.record.read_bytes()[-keyslots.COPY_SIZE :])
        assert keyslots.PROFILES[salt[0] & 7][1] == took
        held.close()


def test_a_session_needs_words_and_cancelled_anywhere_nothing_is_left(kiosk, clock, stick, monkeypatch):
    for nothing in (b"", b"   "):
        with pytest.raises(errors.PassphraseTooWeak):
            write_capsule(kiosk, clock, bytearray(nothing), stick, ignore, never)
    monkeypatch.setattr("safeplan.vault.database._PAGES_AT_ONCE", 32)
    monkeypatch.setattr("safeplan.vault.session_copy.PIECE", 32 * 16384)
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _: 0)
    counted = Asked()
    write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, counted)
    (whole,) = stick.iterdir()
    shutil.rmtree(whole)
    assert counted.count > 5
    for at in some_of(counted.count):
        with pytest.raises(errors.Cancelled):
            write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, Asked(at))
        assert list(stick.iterdir()) == []
        assert {path.name for path in kiosk.files.folder.rglob("*")} <= {"d0.bin", "d0.bin-journal"}


def test_the_bar_of_a_session_runs_from_nothing_to_all(kiosk, clock, stick):
    steps = []
    write_capsule(kiosk, clock, bytearray(HERS), stick, lambda done, total: steps.append((done, total)), never)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert {total for _, total in steps} == {steps[-1][0]}


def test_whatever_was_taken_out_again_the_session_leaves_on_her_stick(kiosk, clock, stick, tmp_path, monkeypatch):
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _: 0)
    db = kiosk.database
    entry = an_incident(db, clock, "with a photo")
    photo = a_file(db, clock, a_source(tmp_path, bytes(range(256)) * 800, "second.jpg"), entry.id)
    attachments.remove_attachment(db, clock, photo.id)
    assert free_pages(db) > 6
    before = db.value("PRAGMA page_count")
    for at_once in (2048, 3):
        monkeypatch.setattr("safeplan.vault.database._RENEWED_AT_ONCE", at_once)
        made = write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, never)
        assert made.facts.files == 1
    # Free pages are written anew for each copy; that must not make more of them.
    assert db.value("PRAGMA page_count") == before


@pytest.mark.parametrize("pages", range(1, 7))
def test_a_session_with_few_free_pages_leaves_on_her_stick(kiosk, clock, stick, tmp_path, monkeypatch, pages):
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _: 0)
    db = kiosk.database
    db.insert("INSERT INTO draft VALUES ('happened', 'text', ?)", ("a" * (16_300 * pages + 20 * (pages > 1)),))
    db.execute("DELETE FROM draft")
    assert free_pages(db) == pages
    made = write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, never)
    assert free_pages(db) == pages
    held = restore.open_backup(made.record, bytearray(HERS))
    home = restore.restore_beside(held, vault_files(tmp_path / "at home"), ignore, never)
    held.close()
    assert [one.latest.form.text for one in incidents.list_incidents(home.database)] == ["one line"]
    assert home.database.first_fault() is None
    home.close()


def test_a_store_that_grows_while_it_is_copied_leaves_all_the_same(kiosk, clock, stick, monkeypatch):
    renew, grown = Database.renew_free_pages, []

    def growing(db: Database, cancelled) -> None:
        renew(db, cancelled)
        db.execute("CREATE TABLE more (room BLOB) STRICT")
        db.insert("INSERT INTO more VALUES (zeroblob(100000))")
        grown.append(db.value("PRAGMA page_count"))

    monkeypatch.setattr(Database, "renew_free_pages", growing)
    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _: 0)
    before, steps = kiosk.database.value("PRAGMA page_count"), []
    made = write_capsule(
        kiosk, clock, bytearray(HERS), stick, lambda done, total: steps.append((done, total)), never
    )  # fmt: skip
    assert made.facts.size == grown[0] * PAGE_SIZE > before * PAGE_SIZE
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert {total for _, total in steps} == {steps[-1][0]}


def free_pages(db: Database) -> int:
    return db.value("PRAGMA freelist_count")


def test_killed_while_the_copy_is_made_the_next_start_sweeps_noise_away(kiosk, clock, stick, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("safeplan.vault.session_copy._read_back", killed)
        patch.setattr("safeplan.vault.session_copy._drop", lambda _: None)
        patch.setattr(capsule, "_remove", lambda _: None)
        with pytest.raises(Killed):
            write_capsule(kiosk, clock, bytearray(HERS), stick, ignore, never)
    assert not kiosk.files.header.exists()
    left = kiosk.files.upgrade_copy.read_bytes()
    for size in (len(left), len(left) - 8192):
        (stick / "try").write_bytes(left[:size])
        with pytest.raises((errors.WrongPassphrase, errors.FileUnreadable)):
            restore.open_backup(stick / "try", bytearray(HERS))
    (stick / "try").unlink()
    kiosk.close()
    assert session.sweep_session(kiosk.files)
    assert not kiosk.files.folder.exists()


def test_while_a_session_is_open_no_second_one_takes_its_place(kiosk, clock, stick):
    other = f"""
import sys
from pathlib import Path
from safeplan import errors
from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.vault.session import begin_session
try:
    begin_session(VaultFiles(Path({str(kiosk.files.folder)!r})), SystemClock())
except errors.VaultInUse:
    print("in use")
"""
    root = Path(__file__).resolve().parents[2]
    elsewhere = subprocess.run([sys.executable, "-c", other], cwd=root, capture_output=True, text=True, check=True)
    assert elsewhere.stdout == "in use\n"
    with pytest.raises(errors.VaultInUse):
        session.begin_session(kiosk.files, clock)
    # Hers goes on, and leaves whole.
    an_incident(kiosk.database, clock, "another line")
    assert take(kiosk, clock, stick).facts.entries == 2
