"""Flipped bits, torn writes, killed processes, full and read-only disks: nothing kept is lost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_file, an_incident, ignore, never, opens

from safeplan import errors
from safeplan.clock import SystemClock
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.paths import vault_files
from safeplan.records import attachments
from safeplan.records.sittings import begin_sitting
from safeplan.vault import ballast, header, keyslots
from safeplan.vault.backup import make_backup
from safeplan.vault.container import (
    OpenVault,
    change_passphrase,
    create_vault,
    has_recovery_code,
    make_recovery_code,
    remove_recovery_code,
    set_door,
    set_passphrase,
    unlock_vault,
    unlock_with_recovery,
)
from tests.campaign.selecting import Tries
from ui.background import Job, Session, _perform

FIRST, SECOND = b"lamp river bread seven", b"second phrase of mine"


# ── The key file ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("K-02")
@pytest.mark.usefixtures("remembered")
def test_a_change_torn_at_any_byte_leaves_the_old_or_the_new_passphrase(vault: OpenVault, tries: Tries) -> None:
    """Copy A is durable before copy B begins, so every state after a power cut is a beginning of the new bytes."""
    code = make_recovery_code(vault, bytearray(FIRST))
    before = vault.files.header.read_bytes()
    change_passphrase(vault, bytearray(FIRST), bytearray(SECOND))
    after = vault.files.header.read_bytes()
    vault.close()
    slot = keyslots.slot_span(vault.own_slots[0])
    chance = random.Random(20261124)
    cuts = [*range(0, 8193, 512), slot.start, slot.start + 1, slot.stop, slot.stop - 1]
    inside = [at + copy for copy in (0, 4096) for at in range(slot.start, slot.stop)]
    cuts += chance.sample(inside, tries.of(len(inside), daily=20))
    for cut in cuts:
        vault.files.header.write_bytes(after[:cut] + before[cut:])
        assert opens(vault, FIRST) or opens(vault, SECOND), f"cut at {cut}"
        unlock_with_recovery(vault.files, code).close()


@pytest.mark.row("C-01", "K-02")
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
@pytest.mark.usefixtures("remembered")
def test_killed_at_random_while_changing_the_passphrase_one_of_both_opens(vault: OpenVault, tries: Tries) -> None:
    vault.database.execute("CREATE TABLE note (text TEXT) STRICT")
    vault.database.execute("INSERT INTO note VALUES ('kept')")
    change_passphrase(vault, bytearray(FIRST), bytearray(SECOND))
    change_passphrase(vault, bytearray(SECOND), bytearray(FIRST))
    vault.close()
    chance = random.Random()
    changes = 0
    times = tries.of(300, daily=12)
    for _ in range(times):
        current, other = (FIRST, SECOND) if opens(vault, FIRST) else (SECOND, FIRST)
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                opened = unlock_vault(vault.files, bytearray(current))
                while True:
                    os.write(tell, b".")
                    change_passphrase(opened, bytearray(current), bytearray(other))
                    current, other = other, current
            finally:
                os._exit(1)
        os.close(tell)
        os.read(told, 1)
        time.sleep(chance.random() * 0.06)
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        changes += len(os.read(told, 4096))
        os.close(told)
        assert opens(vault, FIRST) or opens(vault, SECOND)
    assert changes > times, "the kills never met a change"
    last = unlock_vault(vault.files, bytearray(FIRST if opens(vault, FIRST) else SECOND))
    assert last.database.value("SELECT text FROM note") == "kept"
    last.close()


def _quick_root(secret: bytearray, salt: bytes) -> bytearray:
    return bytearray(hashlib.blake2b(secret, key=bytes(salt), digest_size=32).digest())


@pytest.mark.row("K-02")
@pytest.mark.timeout(3600)
def test_any_order_of_changes_and_damage_keeps_exactly_the_valid_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: Tries
) -> None:
    """After each of many random steps, what should open opens, what should not does not."""
    # How slow the derivation is plays no part here: any function of secret and salt will do.
    monkeypatch.setattr(keyslots, "derive_root", _quick_root)
    vault = create_vault(vault_files(tmp_path / "data"), bytearray(FIRST), profile=0)
    chance = random.Random(20261125)
    foreign = [i for i in range(8) if i not in vault.own_slots]
    noise = [vault.files.header.read_bytes()[keyslots.slot_span(i)] for i in foreign]
    phrases = [f"phrase number {n}".encode() for n in range(6)]
    phrase, code, dead_codes = FIRST, "", []
    vault.close()
    for _ in range(tries.of(10_000, daily=100)):
        step = chance.choice(("phrase", "make", "remove", "recover", "damage", "cut"))
        if step in ("damage", "cut"):
            content = bytearray(vault.files.header.read_bytes())
            if step == "cut":
                del content[4096:]
            else:
                # Never the profile bits: a derivation of many seconds is not what this is about.
                content[4096 * chance.randrange(2) + chance.randrange(1, 4096)] ^= 1 << chance.randrange(8)
            vault.files.header.write_bytes(content)
        elif step == "recover" and code:
            opened = unlock_with_recovery(vault.files, code)
            old, phrase = phrase, chance.choice([one for one in phrases if one != phrase])
            set_passphrase(opened, bytearray(phrase))
            opened.close()
            assert not opens(vault, old)
        else:
            opened = unlock_vault(vault.files, bytearray(phrase))
            if step == "phrase":
                old, phrase = phrase, chance.choice([one for one in phrases if one != phrase])
                change_passphrase(opened, bytearray(old), bytearray(phrase))
            elif step == "make":
                dead_codes = [*dead_codes[-2:], code] if code else dead_codes
                code = make_recovery_code(opened, bytearray(phrase))
            elif step == "remove" and code:
                remove_recovery_code(opened)
                dead_codes, code = [*dead_codes[-2:], code], ""
            assert has_recovery_code(opened) == bool(code)
            opened.close()
        assert opens(vault, phrase)
        if code:
            unlock_with_recovery(vault.files, code).close()
        for dead in dead_codes:
            with pytest.raises(errors.WrongRecoveryCode):
                unlock_with_recovery(vault.files, dead)
        if step == "damage":
            # Healing mends what a secret proved; noise it leaves alone, so the test puts that back.
            whole = bytearray(vault.files.header.read_bytes())
            for index, content in zip(foreign, noise, strict=True):
                for start in (0, 4096):
                    span = keyslots.slot_span(index)
                    whole[start + span.start : start + span.stop] = content
            vault.files.header.write_bytes(whole)
    content = vault.files.header.read_bytes()
    assert [content[keyslots.slot_span(i)] for i in foreign] == noise


# ── Disks ───────────────────────────────────────────────────────────────────────────────────────────────────────
class SmallDisk:
    """A file system of its own in memory."""

    def __init__(self, where: Path) -> None:
        self.where = where

    def mount(self, size: str) -> None:
        self.where.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", self.where], check=False,
                              capture_output=True)  # fmt: skip
        if done.returncode != 0:
            pytest.skip("may not mount a file system here")

    def make_read_only(self) -> None:
        subprocess.run(["mount", "-o", "remount,ro", self.where], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    small = SmallDisk(tmp_path / "disk")
    yield small
    subprocess.run(["umount", "-l", small.where], check=False, capture_output=True)


def _fill(vault: OpenVault) -> int:
    """Rows of 100 kB until the disk is full; how many were saved."""
    vault.database.execute("CREATE TABLE IF NOT EXISTS note (text TEXT) STRICT")
    for number in range(1000):
        try:
            vault.database.execute("INSERT INTO note VALUES (?)", (f"{number} " + "x" * 100_000,))
        except errors.DiskFull:
            return number
    raise AssertionError("the disk never filled up")


@pytest.mark.row("C-03")
def test_a_full_disk_loses_nothing_and_the_ballast_lets_her_delete(disk: SmallDisk) -> None:
    disk.mount("20m")
    vault = create_vault(vault_files(disk.where / "data"), bytearray(FIRST), profile=0)
    saved = _fill(vault)
    assert saved > 5
    assert vault.database.value("SELECT count(*) FROM note") == saved
    with pytest.raises(errors.DiskFull):
        vault.database.execute("DELETE FROM note WHERE rowid <= 3")
    assert ballast.release_ballast(vault.files)
    vault.database.execute("DELETE FROM note WHERE rowid <= 3")
    assert vault.database.value("SELECT count(*) FROM note") == saved - 3
    assert vault.database.first_fault() is None
    assert not ballast.restore_ballast(vault.files), "too little room yet"
    vault.close()
    again = unlock_vault(vault.files, bytearray(FIRST))
    assert again.database.value("SELECT count(*) FROM note") == saved - 3
    again.close()


@pytest.mark.row("C-03")
@pytest.mark.parametrize("size", ["64k", "400k", "900k", "8m"])
def test_a_disk_too_small_for_a_new_store_is_left_as_it_was(disk: SmallDisk, size: str) -> None:
    disk.mount(size)
    files = vault_files(disk.where / "data")
    with pytest.raises(errors.DiskFull):
        create_vault(files, bytearray(FIRST), profile=0)
    assert not files.folder.exists()


@pytest.mark.row("C-03")
def test_on_a_full_disk_the_ballast_lets_her_remove_hand_over_and_write_again(
    disk: SmallDisk, tmp_path: Path
) -> None:
    """The worker itself gives the room back; what she does next has it."""
    disk.mount("24m")
    clock = SystemClock()
    session = Session(vault_files(disk.where / "data"), clock)
    vault = session.vault = create_vault(session.files, bytearray(FIRST), profile=0)
    source = tmp_path / "film.mp4"
    source.write_bytes(random.Random(3).randbytes(1_000_000))
    entry = an_incident(vault.database, clock, "before")
    begin_sitting(vault.database, clock)
    ended: list[errors.SafePlanError | None] = []

    def attach(_session: Session, _job: Job) -> None:
        a_file(vault.database, clock, source, entry.id, even_if_kept=True)

    while not ended or ended[-1] is None:
        assert len(ended) < 40
        _perform(
            attach, session, Job(len(ended), lambda *_: None), lambda _token, _result, error: ended.append(error)
        )
    assert isinstance(ended[-1], errors.DiskFull)
    kept = attachments.list_attachments(vault.database, entry.id)
    assert len(kept) == len(ended) - 1 > 1
    assert not session.files.ballast.exists()
    (tmp_path / "stick").mkdir()
    chosen = Selection((entry.id,), "en", True, "Police")
    release = write_bag(vault.database, clock, chosen, tmp_path / "stick", lambda _: None, ignore, never)
    assert verify_bag(tmp_path / "stick" / release.folder_name).status == UNCHANGED
    attachments.remove_attachment(vault.database, clock, kept[0].id)
    an_incident(vault.database, clock, "after")
    make_backup(vault, clock, tmp_path / "stick" / "copy.bin", ignore, never)
    assert vault.database.first_fault() is None
    assert [one.size for one in attachments.list_attachments(vault.database, entry.id)] == [1_000_000] * (
        len(kept) - 1
    )
    vault.close()


@pytest.mark.row("C-03")
def test_a_passphrase_is_changed_on_a_full_disk_because_nothing_grows(disk: SmallDisk) -> None:
    disk.mount("20m")
    vault = create_vault(vault_files(disk.where / "data"), bytearray(FIRST), profile=0)
    _fill(vault)
    with (disk.where / "sponge").open("wb", buffering=0) as sponge, contextlib.suppress(OSError):
        while sponge.write(bytes(512)):
            pass
    assert os.statvfs(disk.where).f_bavail == 0
    change_passphrase(vault, bytearray(FIRST), bytearray(SECOND))
    vault.close()
    assert opens(vault, SECOND)


@pytest.mark.row("C-07")
def test_a_stick_that_may_only_be_read_still_shows_everything(disk: SmallDisk) -> None:
    disk.mount("40m")
    vault = create_vault(vault_files(disk.where / "data"), bytearray(FIRST), profile=0)
    code = make_recovery_code(vault, bytearray(FIRST))
    vault.database.execute("CREATE TABLE note (text TEXT) STRICT")
    vault.database.execute("INSERT INTO note VALUES ('kept')")
    assert not vault.read_only
    vault.close()
    disk.make_read_only()
    for opened in (unlock_vault(vault.files, bytearray(FIRST)), unlock_with_recovery(vault.files, code)):
        assert opened.read_only
        assert opened.database.value("SELECT text FROM note") == "kept"
        assert has_recovery_code(opened)
        with pytest.raises(errors.ReadOnlyPlace):
            opened.database.execute("INSERT INTO note VALUES ('more')")
        with pytest.raises(errors.ReadOnlyPlace):
            change_passphrase(opened, bytearray(FIRST), bytearray(SECOND))
        with pytest.raises(errors.ReadOnlyPlace):
            set_door(opened, "481.5*26+73")
        opened.close()


@pytest.mark.row("C-07")
def test_a_store_is_not_made_where_nothing_may_be_written(disk: SmallDisk) -> None:
    disk.mount("40m")
    disk.make_read_only()
    with pytest.raises(errors.ReadOnlyPlace):
        create_vault(vault_files(disk.where / "data"), bytearray(FIRST), profile=0)


@pytest.mark.row("C-03")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits a forked process")
def test_a_file_that_may_not_grow_any_more_loses_nothing(vault: OpenVault) -> None:
    """As on a stick whose file system ends at some size: a named error, every saved row still there."""
    vault.database.execute("CREATE TABLE note (text TEXT) STRICT")
    vault.close()
    import resource  # not on Windows

    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            opened = unlock_vault(vault.files, bytearray(FIRST))
            limit = vault.files.data.stat().st_size + 2_000_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                for number in range(100):
                    opened.database.execute("INSERT INTO note VALUES (?)", (f"{number} " + "x" * 100_000,))
                    os.write(tell, b".")
            except (errors.DiskFull, errors.DiskFailing):
                os.write(tell, b"!")
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(tell)
    said = os.read(told, 4096)
    os.close(told)
    saved = said.count(b".")
    assert 5 < saved < 100
    assert said.endswith(b"!")
    again = unlock_vault(vault.files, bytearray(FIRST))
    assert again.database.value("SELECT count(*) FROM note") == saved
    assert again.database.first_fault() is None
    again.close()


def test_the_key_file_on_a_failing_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "s0.bin").mkdir()
    with pytest.raises(errors.SafePlanError) as raised:
        header.read_copies(tmp_path / "s0.bin")
    assert isinstance(raised.value, errors.ComputerError)
    with pytest.raises(FileNotFoundError):
        header.read_copies(tmp_path / "nothing")
