"""A backup is the store at a moment, in one file that says nothing to a finder, and it comes back whole.

Lost without it: a broken, sold or taken computer takes years of notes along; or half a backup is trusted.
"""

from __future__ import annotations

import errno
import math
import os
import random
import resource
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from builders import a_file, a_source, a_step, an_incident, ignore, never
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import door, errors
from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import attachments, incidents, ledger, plan
from safeplan.records.incidents import IncidentForm
from safeplan.records.reminders import LastBackup, backup_is_due, backup_now, last_backup, put_off_backup
from safeplan.records.sittings import begin_sitting
from safeplan.vault import backup as backup_room
from safeplan.vault import backup_frame, container, exchange, header, keyslots, restore, whole_file
from safeplan.vault.backup import backup_size, make_backup
from safeplan.vault.database import Database
from safeplan.vault.exchange import settle
from safeplan.vault.migrations import version
from safeplan.vault.opened import OpenVault
from safeplan.vault.restore import open_backup, restore_beside, restore_instead

PHRASE = b"lamp river bread seven"
OTHER = b"another phrase of words"
# About as long as a backup of some megabytes takes.
LONGEST_LIFE = 0.04

pytestmark = pytest.mark.usefixtures("remembered")


def fill(vault: OpenVault, clock: object, folder: Path) -> None:
    db = vault.database
    for number in range(3):
        one = an_incident(db, clock, f"Entry {number} at the threshold")
        content = random.Random(number).randbytes(400_000)
        a_file(db, clock, a_source(folder, content, f"photo-{number}.jpg"), one.id)
    a_step(db, clock)
    begin_sitting(db, clock)  # type: ignore[arg-type]
    an_incident(db, clock, "Written today, can still be taken back")


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what an opening itself notes."""
    names = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    found = {name: sorted(db.rows(f"SELECT * FROM {name}"), key=repr) for name in names}
    found["state"] = [row for row in found["state"] if not str(row[0]).startswith("backup_")]
    return found


def opened(path: Path, phrase: bytes = PHRASE) -> restore.Backup:
    return open_backup(path, bytearray(phrase))


def back(path: Path, files: VaultFiles, phrase: bytes = PHRASE) -> OpenVault:
    held = opened(path, phrase)
    try:
        return restore_beside(held, files, ignore, never)
    finally:
        held.close()


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


# ── Make and bring back ─────────────────────────────────────────────────────────────────────────────────────────
def test_what_comes_back_on_another_computer_is_the_store_to_the_last_row_and_byte(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    told: list[tuple[int, int]] = []
    expected = backup_size(vault)
    facts = make_backup(vault, clock, stick / "b", lambda *step: told.append(step), never)
    assert (stick / "b").stat().st_size == expected
    assert names(stick) == ["b"]
    assert told[0][0] == 0
    assert told[-1] == (2 * facts.size, 2 * facts.size)
    assert (facts.entries, facts.files, facts.steps, facts.waiting) == (4, 3, 1, 1)
    again = back(stick / "b", vault_files(tmp_path / "elsewhere"))
    assert everything(again.database) == everything(vault.database)
    assert ledger.head(again.database) == ledger.head(vault.database)
    for one in incidents.list_incidents(vault.database):
        for info in one.attachments:
            assert attachments.read_all(again.database, info.id) == attachments.read_all(vault.database, info.id)
    assert ledger.check(again.database).ok
    assert names(tmp_path / "elsewhere") == ["d0.bin", "r0.bin", "s0.bin"]
    again.close()
    # The store it was made of goes on as before, and still keeps others out.
    an_incident(vault.database, clock, "And on")
    if os.name == "posix":
        child = os.fork()
        if child == 0:
            with suppress(errors.VaultInUse):
                container.unlock_vault(vault.files, bytearray(PHRASE))
                os._exit(1)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0, "making a backup gave the lock away"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["add", "amend", "file", "drop", "fix", "step"]), st.text(max_size=40)), max_size=10
    )
)
def test_after_any_acts_documents_files_and_head_come_back_equal(acts, tmp_path_factory, clock):
    place = tmp_path_factory.mktemp("acts")
    vault = container.create_vault(vault_files(place / "a"), bytearray(PHRASE), profile=0)
    db = vault.database
    for number, (act, text) in enumerate(acts):
        entries = [one for one in incidents.list_incidents(db) if one.revisions]
        if act == "add" or not entries:
            an_incident(db, clock, f"{number} {text}")
        elif act == "amend":
            incidents.amend_incident(db, clock, entries[0].id, IncidentForm(text=f"{number} {text}"), text)
        elif act == "file":
            a_file(
                db, clock, a_source(place, text.encode() * 9000 + bytes([number]), f"{number}.bin"), entries[-1].id
            )
        elif act == "drop":
            incidents.remove_incident(db, clock, entries[0].id, keep_hash=bool(number % 2))
        elif act == "fix":
            begin_sitting(db, clock)
        else:
            plan.add_own_step(db, clock, "home", f"{number} {text}")
    make_backup(vault, clock, place / "b", ignore, never)
    again = back(place / "b", vault_files(place / "c"))
    assert everything(again.database) == everything(db)
    assert ledger.check(again.database).ok
    again.close()
    vault.close()


def test_the_file_looks_like_noise_and_no_two_are_alike_at_their_ends(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    for name in ("b", "c"):
        make_backup(vault, clock, stick / name, ignore, never)
    raw, other = (stick / "b").read_bytes(), (stick / "c").read_bytes()
    # Six letters or more: four are met by chance once in some hundred files of this size.
    for visible in (b"SQLite", b"threshold", b"photo-1", b"made_at", b"\x10JFIF\x00", b"safeplan", b"SafePlan"):
        assert visible not in raw
    counts = Counter(raw)
    entropy = -sum(n / len(raw) * math.log2(n / len(raw)) for n in counts.values())
    assert entropy > 7.999
    assert raw[-8192:-4096] != other[-8192:-4096]
    # A counsellor's slot never leaves: its place is noise too.
    hers = [slot for place, slot in enumerate(vault.own_slots) if place != keyslots.SECOND_PLACE]
    own = [keyslots.slot_span(index) for index in hers]
    first, second = raw[-4096:], other[-4096:]
    assert all(first[span] == second[span] for span in own)
    strange = [keyslots.slot_span(n) for n in range(8) if n not in vault.own_slots]
    kept = vault.files.header.read_bytes()
    assert all(first[span] != second[span] and first[span] != kept[span] for span in strange)


def test_it_opens_with_the_passphrase_of_its_day_and_with_the_spare_key(vault, clock, stick, tmp_path):
    code = container.make_recovery_code(vault, bytearray(PHRASE))
    make_backup(vault, clock, stick / "b", ignore, never)
    container.change_passphrase(vault, bytearray(PHRASE), bytearray(OTHER))
    with pytest.raises(errors.WrongPassphrase):
        opened(stick / "b", OTHER)
    back(stick / "b", vault_files(tmp_path / "one")).close()
    # As a telephone and a text program write what parts the groups.
    for number, between in enumerate(("-", "\u2013", "\u00a0", ".")):
        typed = code.replace("-", between).encode()
        again = back(stick / "b", vault_files(tmp_path / f"two {number}"), typed)
        assert again.opened_by == "recovery"
        again.close()


def test_a_file_that_is_no_backup_is_named_and_a_damaged_one_is_never_brought_back(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    make_backup(vault, clock, stick / "b", ignore, never)
    whole = (stick / "b").read_bytes()
    for wrong in (b"", b"x" * 5000, whole[:-1], whole + b"x", whole[:100_000]):
        (stick / "w").write_bytes(wrong)
        with pytest.raises(errors.FileUnreadable) as refused:
            opened(stick / "w")
        assert refused.value.facts["reason"] == "no_backup"
    for missing in (stick / "not there", stick):
        with pytest.raises(errors.FileUnreadable):
            opened(missing)
    (stick / "w").write_bytes(os.urandom(16384 * 3 + 8192))
    with pytest.raises(errors.WrongPassphrase):
        opened(stick / "w")
    (stick / "w").write_bytes(whole[16384:])
    with pytest.raises(errors.VaultDamaged):
        opened(stick / "w")
    for place in (len(whole) - 4097, len(whole) - 8192):
        bent = bytearray(whole)
        bent[place] ^= 1
        (stick / "w").write_bytes(bent)
        with pytest.raises(errors.VaultDamaged):
            opened(stick / "w")
    for place in (100, 16384 * 2 + 5, len(whole) - 8193):
        bent = bytearray(whole)
        bent[place] ^= 1
        (stick / "w").write_bytes(bent)
        with pytest.raises(errors.VaultDamaged):
            back(stick / "w", vault_files(tmp_path / "never"))
        assert not (tmp_path / "never").exists()


def test_a_backup_of_a_later_program_is_left_alone_and_one_of_an_earlier_is_lifted(
    vault, clock, stick, tmp_path, monkeypatch
):
    make_backup(vault, clock, stick / "b", ignore, never)
    monkeypatch.setattr(restore, "STEPS", restore.STEPS[:-1])
    with pytest.raises(errors.VaultTooNew):
        opened(stick / "b")
    monkeypatch.undo()
    monkeypatch.setattr(backup_frame, "FORMAT", 0)
    with pytest.raises(errors.VaultTooNew):
        opened(stick / "b")
    monkeypatch.undo()
    shutil.copytree(Path(__file__).parents[1] / "data" / "vault_v3", tmp_path / "old")
    with monkeypatch.context() as earlier:
        # As the program of that time: it knew nothing of later steps.
        earlier.setattr(container, "migrate", lambda *_: 3)
        old = container.unlock_vault(vault_files(tmp_path / "old"), bytearray(PHRASE))
        facts = make_backup(old, clock, stick / "old", ignore, never)
        old.close()
    assert facts.shape == 3
    again = back(stick / "old", vault_files(tmp_path / "lifted"))
    assert version(again.database) == len(restore.STEPS) > 3
    assert len(incidents.list_incidents(again.database)) == facts.entries > 0
    assert ledger.check(again.database).ok
    again.close()


# ── What may go wrong while making one ──────────────────────────────────────────────────────────────────────────
def test_cancelled_at_any_piece_or_on_a_full_medium_nothing_is_left_and_the_store_is_as_it_was(
    vault, clock, stick, tmp_path, monkeypatch
):
    fill(vault, clock, tmp_path)
    monkeypatch.setattr(backup_room, "PIECE", 4 * 16384)
    before, asked = everything(vault.database), 0

    def after(pieces: int) -> Callable[[], bool]:
        left = iter(range(pieces))
        return lambda: next(left, None) is None

    while True:
        try:
            make_backup(vault, clock, stick / "b", ignore, after(asked))
            break
        except errors.Cancelled:
            assert names(stick) == []
            asked += 1
    assert asked > 10
    (stick / "b").unlink()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 5000, 500_000, backup_size(vault) - 8192, backup_size(vault) - 1):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            with pytest.raises(errors.DiskFull):
                make_backup(vault, clock, stick / "b", ignore, never)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert names(stick) == []
    assert everything(vault.database) == before


def test_a_medium_that_lies_and_a_store_that_is_damaged_are_told_apart(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)

    def bend(done: int, total: int) -> None:
        if done == total // 2:
            (passing,) = stick.glob("unfinished-*.part")
            with passing.open("r+b") as file:
                file.seek(200_000)
                file.write(b"\0\0\0\0")

    with pytest.raises(errors.DiskFailing):
        make_backup(vault, clock, stick / "b", bend, never)
    assert names(stick) == []
    with vault.files.data.open("r+b") as file:
        file.seek(200_000)
        file.write(b"\0\0\0\0")
    with pytest.raises(errors.VaultDamaged):
        make_backup(vault, clock, stick / "b", ignore, never)
    assert names(stick) == []


def test_it_is_never_put_over_a_file_nor_beside_the_store_and_too_large_is_said_before(
    vault, clock, stick, monkeypatch
):
    (stick / "b").write_bytes(b"hers")
    with pytest.raises(errors.FolderNotEmpty):
        make_backup(vault, clock, stick / "b", ignore, never)
    assert (stick / "b").read_bytes() == b"hers"
    with pytest.raises(errors.NoPermission):
        make_backup(vault, clock, vault.files.folder / "b", ignore, never)
    monkeypatch.setattr(whole_file, "largest_file", lambda _folder: 10_000)
    with pytest.raises(errors.DiskFull) as refused:
        make_backup(vault, clock, stick / "c", ignore, never)
    assert refused.value.facts["reason"] == "one_file"
    assert names(stick) == ["b"]


def kill_while_backing_up(vault: OpenVault, clock: object, stick: Path, place: Path, kills: int) -> None:
    met = 0
    for seed in range(kills):
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                # A lock belongs to its process, so the child opens the store itself.
                own = container.unlock_vault(vault.files, bytearray(PHRASE))
                make_backup(own, SystemClock(), stick / "b", lambda *_, tell=tell: os.write(tell, b"."), never)
            finally:
                os._exit(0)
        os.close(tell)
        # It has begun; from here on at any moment.
        os.read(told, 1)
        time.sleep(random.Random(seed).random() * LONGEST_LIFE)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        left = names(stick)
        if left == ["b"]:
            again = back(stick / "b", vault_files(place / "again"))
            assert ledger.check(again.database).ok
            again.close()
            container.destroy_vault(vault_files(place / "again"))
            (stick / "b").unlink()
        else:
            met += bool(left)
            assert all(name.startswith("unfinished-") for name in left)
    assert met >= kills // 6, met
    own = container.unlock_vault(vault.files, bytearray(PHRASE))
    make_backup(own, SystemClock(), stick / "b", ignore, never)
    assert ledger.check(own.database).ok
    own.close()
    assert names(stick) == ["b"]


@pytest.mark.row("C-01")
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_at_any_moment_there_is_a_whole_backup_or_none(vault, clock, stick, tmp_path, tries):
    fill(vault, clock, tmp_path)
    vault.close()
    kill_while_backing_up(vault, clock, stick, tmp_path, tries.of(400, daily=12))


# ── In the place of what is there ───────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def two(vault: OpenVault, clock: object, stick: Path, tmp_path: Path) -> tuple[VaultFiles, Path]:
    """A store (phrase OTHER, one entry) on this computer, and a backup (PHRASE, four entries) of another one."""
    fill(vault, clock, tmp_path)
    make_backup(vault, clock, stick / "b", ignore, never)  # type: ignore[arg-type]
    vault.close()
    here = container.create_vault(vault_files(tmp_path / "here"), bytearray(OTHER), profile=0)
    an_incident(here.database, clock, "What is here")
    here.close()
    here.files.preferences.write_text("{}")
    return here.files, stick / "b"


def entries(files: VaultFiles, phrase: bytes) -> int:
    found = container.unlock_vault(files, bytearray(phrase))
    try:
        assert found.database.first_fault() is None
        return len(incidents.list_incidents(found.database))
    finally:
        found.close()


def test_it_takes_the_place_of_what_is_there_and_leaves_nothing_behind(two):
    files, path = two
    with pytest.raises(errors.VaultExists):
        restore_beside(opened(path), files, ignore, never)
    assert entries(files, OTHER) == 1
    again = restore_instead(opened(path), files, ignore, never)
    assert len(incidents.list_incidents(again.database)) == 4
    again.close()
    assert names(files.folder) == ["d0.bin", "r0.bin", "s0.bin", "settings.json"]
    assert entries(files, PHRASE) == 4
    with pytest.raises(errors.WrongPassphrase):
        container.unlock_vault(files, bytearray(OTHER))


def test_the_sum_comes_along_and_the_neutral_one_where_none_was_chosen(two, vault, clock, tmp_path):
    """The page says so when a copy is back: whoever goes on typing the sum of before would stand in front of a
    calculator."""
    files, path = two
    mine = container.unlock_vault(files, bytearray(OTHER))
    container.set_door(mine, "8841*37-16")
    mine.close()
    assert door.opens(files, "8841*37-16")
    restore_instead(opened(path), files, ignore, never).close()
    assert door.opens(files, door.NEUTRAL_SUM)
    assert not door.opens(files, "8841*37-16")
    theirs = container.unlock_vault(vault.files, bytearray(PHRASE))
    container.set_door(theirs, "72+9153*4")
    make_backup(theirs, clock, tmp_path / "with its sum", ignore, never)
    theirs.close()
    restore_instead(opened(tmp_path / "with its sum"), files, ignore, never).close()
    assert door.opens(files, "72+9153*4")
    assert not door.opens(files, door.NEUTRAL_SUM)


def test_the_store_that_is_there_may_stay_open_until_the_other_one_is_complete(two):
    files, path = two
    here = container.unlock_vault(files, bytearray(OTHER))
    closed: list[str] = []

    def close_it() -> None:
        assert names(files.coming.folder) == ["d0.bin", "r0.bin", "s0.bin"]
        closed.append("now")
        here.close()

    with pytest.raises(errors.Cancelled):
        restore_instead(opened(path), files, ignore, lambda: True, close_it)
    assert closed == []
    an_incident(here.database, SystemClock(), "Written after it was stopped")
    assert len(incidents.list_incidents(here.database)) == 2
    again = restore_instead(opened(path), files, ignore, never, close_it)
    assert closed == ["now"]
    assert len(incidents.list_incidents(again.database)) == 4
    again.close()
    assert names(files.folder) == ["d0.bin", "r0.bin", "s0.bin", "settings.json"]


def test_looking_into_one_says_how_far_it_is_and_can_be_stopped(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    make_backup(vault, clock, stick / "b", ignore, never)
    told: list[tuple[int, int]] = []
    held = opened(stick / "b")
    database = restore.read_backup(held, lambda *step: told.append(step), never)
    assert len(incidents.list_incidents(database)) == 4
    database.close()
    assert told == sorted(told)
    assert len(told) > 10
    assert told[-1][0] == told[-1][1]
    for looks in (0, 5, len(told) - 2):
        left = iter([False] * looks)
        with pytest.raises(errors.Cancelled):
            restore.read_backup(held, ignore, lambda left=left: next(left, True))
    held.close()


def test_looking_into_one_finds_damage_on_any_page_in_use(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    path = stick / "b"
    make_backup(vault, clock, path, ignore, never)
    whole = path.read_bytes()
    pages = int(vault.database.value("PRAGMA page_count"))
    free = int(vault.database.value("PRAGMA freelist_count"))
    found = 0
    for page in range(1, pages):
        bent = bytearray(whole)
        bent[page * 16384 + 100] ^= 1
        path.write_bytes(bent)
        held = opened(path)
        with suppress(errors.VaultDamaged):
            restore.read_backup(held).close()
            found -= 1
        found += 1
        held.close()
    # Only pages that nothing uses any more may be passed over.
    assert found >= pages - 1 - free
    assert found > pages * 0.8


def test_whatever_goes_wrong_what_was_there_is_back(two, monkeypatch):
    files, path = two
    whole = path.read_bytes()
    bent = bytearray(whole)
    bent[40_000] ^= 1
    path.write_bytes(bent)
    with pytest.raises(errors.VaultDamaged):
        restore_instead(opened(path), files, ignore, never)
    path.write_bytes(whole)
    with pytest.raises(errors.Cancelled):
        restore_instead(opened(path), files, ignore, lambda: True)
    held = opened(path)
    path.write_bytes(whole[:70_000])
    with pytest.raises(errors.FileVanished):
        restore_instead(held, files, ignore, never)
    path.write_bytes(whole)
    unlock, seen = container.unlock_with_typed, []

    def fail_at_its_place(where: VaultFiles, typed: bytearray) -> OpenVault:
        seen.append(where)
        if where == files:
            raise errors.DiskFailing(code="test")
        return unlock(where, typed)

    monkeypatch.setattr(container, "unlock_with_typed", fail_at_its_place)
    with pytest.raises(errors.DiskFailing):
        restore_instead(opened(path), files, ignore, never)
    assert len(seen) == 2
    assert names(files.folder) == ["d0.bin", "r0.bin", "s0.bin", "settings.json"]
    assert entries(files, OTHER) == 1


def test_stopped_between_any_two_changes_of_names_one_of_the_two_stores_opens(two, monkeypatch):
    """The change of names is cut off after each step in turn, as a killed process would."""
    files, path = two
    rename, stopped_at, outcomes = Path.replace, 0, []

    class Killed(BaseException):
        pass

    while True:
        done = 0

        def replace(source: Path, target: Path, stop: int = stopped_at) -> Path:
            nonlocal done
            if done == stop and files.folder in target.parents:
                raise Killed
            done += 1
            return rename(source, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            patch.setattr(exchange, "_put_back", lambda _files: None)
            patch.setattr(exchange, "_drop", lambda _files: None)
            patch.setattr(restore, "destroy_vault", lambda _files: None)
            try:
                restore_instead(opened(path), files, ignore, never).close()
                finished = True
            except Killed:
                finished = False
        assert settle(files)
        assert not settle(files)
        assert [name for name in names(files.folder) if name != "settings.json"] == ["d0.bin", "r0.bin", "s0.bin"]
        if finished:
            assert entries(files, PHRASE) == 4
            break
        assert entries(files, OTHER) == 1
        outcomes.append(stopped_at)
        stopped_at += 1
    assert len(outcomes) >= 5


class Stopped(BaseException):
    """Nothing catches it: the process is gone."""


@pytest.mark.row("C-04")
@pytest.mark.parametrize("how", [OSError(errno.EIO, "failing"), Stopped()], ids=["fails for good", "is killed"])
def test_where_it_does_not_open_and_putting_back_goes_wrong_too_her_store_is_still_there(two, monkeypatch, how):
    """A worn stick fails twice: once when the copy is to open at its place, then for good, from any step on."""
    files, path = two
    unlock = container.unlock_with_typed
    step, stopped, refused = 0, True, 0
    while stopped:
        left, stopped = math.inf, False

        def fails_at_its_place(where: VaultFiles, typed: bytearray, steps: int = step) -> OpenVault:
            nonlocal left
            if where == files:
                left = steps
                raise errors.DiskFailing(code="test")
            return unlock(where, typed)

        def counted(real: Callable[..., None]) -> Callable[..., None]:
            def call(*arguments: Path) -> None:
                nonlocal left, stopped
                if left <= 0:
                    stopped = True
                    raise how
                left -= 1
                real(*arguments)

            return call

        with monkeypatch.context() as patch:
            patch.setattr(container, "unlock_with_typed", fails_at_its_place)
            patch.setattr(Path, "replace", counted(Path.replace))
            patch.setattr(header, "sync_folder", counted(header.sync_folder))
            with pytest.raises((errors.DiskFailing, Stopped)):
                restore_instead(opened(path), files, ignore, never)
            if isinstance(how, OSError):
                # As long as it goes on failing, nothing but hers may be opened: what is added then would be lost.
                try:
                    settle(files)
                except errors.DiskFailing:
                    refused += 1
                else:
                    assert entries(files, OTHER) == 1
        settle(files)
        assert not settle(files)
        assert names(files.folder) == ["d0.bin", "r0.bin", "s0.bin", "settings.json"]
        assert entries(files, OTHER) == 1
        step += 1
    assert step > 6
    assert bool(refused) == isinstance(how, OSError)


@pytest.mark.row("C-01")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_while_bringing_back_one_of_the_two_stores_opens(two):
    files, path = two
    for seed in range(8):
        child = os.fork()
        if child == 0:
            try:
                restore_instead(opened(path), files, ignore, never)
            finally:
                os._exit(0)
        time.sleep(random.Random(seed).random() * 0.25)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        settle(files)
        try:
            assert entries(files, OTHER) == 1
        except errors.WrongPassphrase:
            assert entries(files, PHRASE) == 4
            return


# ── The reminder ────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_backup_is_offered_early_then_rarely_and_never_for_nothing_new() -> None:
    now = "2026-03-02T18:40:00Z"
    assert not backup_is_due(LastBackup("", 2), now)
    assert backup_is_due(LastBackup("", 3), now)
    assert not backup_is_due(LastBackup("", 3, "2026-02-25T18:40:00Z"), now)
    assert backup_is_due(LastBackup("", 3, "2026-02-20T18:40:00Z"), now)
    assert not backup_is_due(LastBackup("2026-02-20T18:40:00Z", 9), now)
    assert backup_is_due(LastBackup("2026-02-20T18:40:00Z", 10), now)
    assert backup_is_due(LastBackup("2026-01-20T18:40:00Z", 1), now)
    assert not backup_is_due(LastBackup("2020-01-20T18:40:00Z", 0), now)
    assert not backup_is_due(LastBackup("2027-01-20T18:40:00Z", 5), now)


def test_the_store_notes_a_backup_that_was_read_back_and_nothing_of_where(vault, clock, stick, tmp_path):
    fill(vault, clock, tmp_path)
    db = vault.database
    assert last_backup(db) == LastBackup("", 7)
    with pytest.raises(errors.Cancelled):
        backup_now(vault, clock, stick / "b", ignore, lambda: True)
    assert last_backup(db).made_at == ""
    backup_now(vault, clock, stick / "b", ignore, never)
    assert last_backup(db) == LastBackup("2026-03-02T18:40:00Z", 0)
    begin_sitting(db, clock)
    assert last_backup(db).written_since == 0
    an_incident(db, clock, "One more")
    assert last_backup(db).written_since == 1
    put_off_backup(db, clock)
    assert last_backup(db).put_off_at == "2026-03-02T18:40:00Z"
    assert "stick" not in repr(db.rows("SELECT * FROM state"))
