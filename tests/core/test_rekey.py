"""A new key: she opens her record as before, and what was seen or copied until then opens nothing written since.

Lost without it: "I take it back" changes a list, and a counsellor who kept the key goes on reading; or a pulled plug
in the middle leaves her without either.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from builders import a_file, a_source, an_incident, ignore, never
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import door, errors
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import attachments, consents, incidents, ledger, second_key
from safeplan.records.consents import SECOND_SLOT, ConsentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault import container, exchange, header, keyslots, rekey
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.second_slot import add_second_slot, has_second_slot

HERS, DESKS = b"lamp river bread seven", b"desk cup window apple"
OWN_SUM = "8841*37-16"


@pytest.fixture(scope="module")
def known():
    """What the store that all are copies of was asked already."""
    return {}


@pytest.fixture(autouse=True)
def quick(vault, known, monkeypatch):
    """How slow the derivation is plays no part here: for every salt but that of the store of before, any function of
    secret and salt will do. tests/core/test_keyslots.py looks at the real one."""
    slow = keyslots.derive_root

    def derive(secret: bytearray, salt: bytes) -> bytearray:
        if bytes(salt) != vault.salt:
            return bytearray(hashlib.blake2b(secret, key=bytes(salt), digest_size=32).digest())
        if bytes(secret) not in known:
            known[bytes(secret)] = bytes(slow(secret, salt))
        return bytearray(known[bytes(secret)])

    monkeypatch.setattr(keyslots, "derive_root", derive)


@pytest.fixture
def full(vault, clock, tmp_path):
    """A client's store: two entries, a file, and a counsellor's slot that she allowed."""
    db = vault.database
    begin_sitting(db, clock)
    kept = an_incident(db, clock, "first")
    a_file(db, clock, a_source(tmp_path), kept.id)
    an_incident(db, clock, "second")
    begin_sitting(db, clock)
    consents.give_consent(db, clock, ConsentForm("Desk", (SECOND_SLOT,), "to go on", "2026-06-01", "en", "Yes."))
    second_key.allow_second_key(vault, clock, bytearray(HERS), bytearray(DESKS))
    return vault


def new_key(vault: OpenVault, **more: str | int) -> OpenVault:
    return rekey.rekey(vault, bytearray(HERS), ignore, never, **more)


def seen(vault: OpenVault) -> tuple[object, ...]:
    db = vault.database
    files = [attachments.read_all(db, info.id) for one in incidents.list_incidents(db) for info in one.attachments]
    words = [one.revisions[-1].form.text for one in incidents.list_incidents(db)]
    return words, files, ledger.head(db), consents.list_consents(db), ledger.check(db).ok


def opens(files: VaultFiles, phrase: bytes) -> bool:
    try:
        unlock_vault(files, bytearray(phrase)).close()
    except (errors.WrongPassphrase, errors.VaultDamaged):
        return False
    return True


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


# ── What changes and what does not ──────────────────────────────────────────────────────────────────────────────
def test_her_passphrase_goes_on_working_and_the_counsellors_does_not(full):
    before = seen(full)
    again = new_key(full)
    assert again.opened_by == "passphrase"
    assert seen(again) == before
    assert not has_second_slot(again)
    an_incident(again.database, _Now(), "after")
    again.close()
    assert opens(again.files, HERS)
    assert not opens(again.files, DESKS)
    assert names(again.files.folder) == {"s0.bin", "d0.bin", "r0.bin"}


class _Now:
    """A clock for what is written after."""

    def now(self):
        from datetime import UTC, datetime

        return datetime(2026, 3, 3, tzinfo=UTC)

    def zone(self):
        return "+05:00"

    def monotonic(self):
        return 1.0


def test_every_byte_that_could_be_known_from_before_is_another_one(full):
    files = full.files
    header_before, data_before = files.header.read_bytes(), files.data.read_bytes()
    new_key(full).close()
    header_after, data_after = files.header.read_bytes(), files.data.read_bytes()
    assert len(header_after) == len(header_before)
    # Noise agrees in one byte of 256, no more.
    for old, new in ((header_before, header_after), (data_before, data_after)):
        same = sum(a == b for a, b in zip(old, new, strict=False)) / min(len(old), len(new))
        assert same < 0.02, same


def test_neither_an_old_key_file_nor_old_data_opens_what_is_new(full, clock, tmp_path):
    old = tmp_path / "copied before"
    full.close()
    shutil.copytree(full.files.folder, old)
    again = new_key(unlock_vault(full.files, bytearray(HERS)))
    an_incident(again.database, clock, "written after she took it back")
    again.close()
    # Whoever kept a copy still has what was in it, and nothing since.
    kept = unlock_vault(vault_files(old), bytearray(DESKS))
    assert [one.revisions[-1].form.text for one in incidents.list_incidents(kept.database)] == ["second", "first"]
    kept.close()
    mixed = tmp_path / "mixed"
    for key_file, data in ((old / "s0.bin", again.files.data), (again.files.header, old / "d0.bin")):
        shutil.rmtree(mixed, ignore_errors=True)
        mixed.mkdir()
        shutil.copy(key_file, mixed / "s0.bin")
        shutil.copy(data, mixed / "d0.bin")
        for phrase in (HERS, DESKS):
            assert not opens(vault_files(mixed), phrase)


def test_a_master_key_that_somebody_kept_opens_nothing_any_more(full, monkeypatch):
    seen_keys = []
    key_text = keyslots.database_key_text

    def overheard(payload):
        text = key_text(payload)
        seen_keys.append(bytes(text))
        return text

    full.close()
    monkeypatch.setattr(keyslots, "database_key_text", overheard)
    by_desk = unlock_vault(full.files, bytearray(DESKS))
    by_desk.close()
    (old_key,) = seen_keys
    new_key(unlock_vault(full.files, bytearray(HERS))).close()
    with pytest.raises(errors.VaultDamaged):
        rekey.open_database(full.files.data, bytearray(old_key))


def test_her_spare_key_works_on_when_it_is_typed_and_is_useless_otherwise(full):
    code = container.make_recovery_code(full, bytearray(HERS))
    with pytest.raises(errors.RecoveryCodeMistyped):
        new_key(full, spare_key="not a spare key")
    again = new_key(full, spare_key=code)
    assert container.has_recovery_code(again)
    again.close()
    by_code = container.unlock_with_recovery(again.files, code)
    container.set_passphrase(by_code, bytearray(b"new words of hers"))
    last = rekey.rekey(by_code, bytearray(b"new words of hers"), ignore, never)
    assert not container.has_recovery_code(last)
    last.close()
    with pytest.raises(errors.WrongRecoveryCode):
        container.unlock_with_recovery(again.files, code)


def test_a_spare_key_of_another_store_is_no_spare_key_here(full, tmp_path):
    other = container.create_vault(vault_files(tmp_path / "other"), bytearray(HERS), profile=0)
    code = container.make_recovery_code(other, bytearray(HERS))
    other.close()
    with pytest.raises(errors.WrongRecoveryCode):
        new_key(full, spare_key=code)
    assert seen(full)[-1]


def test_a_sum_of_her_own_leads_to_it_as_before_when_it_is_typed(full):
    container.set_door(full, OWN_SUM)
    with pytest.raises(errors.DoorSumRefused):
        new_key(full, door="9999*11-12")
    again = new_key(full, door=OWN_SUM)
    assert door.opens(full.files, OWN_SUM)
    assert not door.opens(full.files, door.NEUTRAL_SUM)
    # Without it the new key is not refused: nobody could know which sum was hers.
    new_key(again).close()
    assert door.opens(full.files, door.NEUTRAL_SUM)


def test_typed_in_another_layout_it_is_still_hers(full):
    # The same keys with the Russian layout on.
    rekey.rekey(full, bytearray("дфьз кшмук икуфв ыумут".encode()), ignore, never).close()
    assert opens(full.files, HERS)


def test_the_strength_of_the_key_derivation_stays(full):
    profile = full.salt[0] & 7
    again = new_key(full)
    assert again.salt[0] & 7 == profile
    assert again.salt != full.salt
    again.close()


def test_a_store_made_lighter_than_is_asked_for_now_becomes_as_heavy(full):
    """Where an organisation asks for more memory than the computer it was made on had."""
    assert keyslots.PROFILES[full.salt[0] & 7][1] == 64
    again = new_key(full, least_mib=128)
    assert keyslots.PROFILES[again.salt[0] & 7][1] == 128
    lighter = new_key(again, least_mib=64)
    assert keyslots.PROFILES[lighter.salt[0] & 7][1] == 128
    lighter.close()


# ── When it cannot be done ──────────────────────────────────────────────────────────────────────────────────────
def test_with_a_wrong_passphrase_or_the_counsellors_nothing_happens(full):
    before = full.files.header.read_bytes()
    for phrase in (b"wrong words entirely here", DESKS):
        typed = bytearray(phrase)
        with pytest.raises(errors.WrongPassphrase):
            rekey.rekey(full, typed, ignore, never)
        assert not any(typed)
    assert full.files.header.read_bytes() == before
    assert not full.files.coming.folder.exists()
    assert seen(full)[-1]


class Asked:
    """Says yes to the look at Cancel number `at`, and counts them."""

    def __init__(self, at: int = -1) -> None:
        self.at, self.count = at, 0

    def __call__(self) -> bool:
        self.count += 1
        return self.count == self.at + 1


def test_cancelled_at_any_piece_the_store_goes_on_as_it_was(full, monkeypatch):
    monkeypatch.setattr("safeplan.vault.database._PAGES_AT_ONCE", 32)
    before, counted = seen(full), Asked()
    again = rekey.rekey(full, bytearray(HERS), ignore, counted)
    assert counted.count > 5
    for at in sorted({0, 1, counted.count - 1, *range(2, counted.count, counted.count // 6)}):
        with pytest.raises(errors.Cancelled):
            rekey.rekey(again, bytearray(HERS), ignore, Asked(at))
        assert not full.files.coming.folder.exists()
        assert ledger.head(again.database) == before[2]
    print(f"looks at Cancel: {counted.count}")
    assert seen(again) == before
    again.close()


def test_without_room_for_it_nothing_is_begun(full, monkeypatch):
    monkeypatch.setattr("safeplan.vault.whole_file.shutil.disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 0))
    with pytest.raises(errors.DiskFull):
        new_key(full)
    assert not full.files.coming.folder.exists()
    assert seen(full)[-1]


def test_the_bar_runs_from_nothing_to_all(full):
    steps: list[tuple[int, int]] = []
    rekey.rekey(full, bytearray(HERS), lambda done, total: steps.append((done, total)), never).close()
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert len({total for _, total in steps}) == 1
    assert steps[-1][0] == steps[-1][1] > 0


# ── Her no ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_taking_it_back_ends_the_consent_and_changes_the_key(full, clock):
    again = second_key.take_back_second_key(full, clock, bytearray(HERS), ignore, never)
    (ended,) = consents.list_consents(again.database)
    assert ended.reason == consents.REVOKED
    assert not has_second_slot(again)
    assert not second_key.second_key_is_over(again, clock)
    assert ledger.check(again.database).ok
    again.close()
    assert not opens(again.files, DESKS)


def test_a_sum_of_her_own_does_not_keep_the_counsellors_key(full, clock):
    """Chosen at home, it came with the copy that was brought to the desk."""
    container.set_door(full, OWN_SUM)
    again = second_key.take_back_second_key(full, clock, bytearray(HERS), ignore, never)
    assert consents.holding(again.database, clock) == ()
    again.close()
    assert not opens(again.files, DESKS)
    assert opens(again.files, HERS)
    assert door.opens(again.files, door.NEUTRAL_SUM)


def test_her_no_stands_on_record_only_once_the_counsellors_passphrase_opens_nothing(full, clock, monkeypatch):
    (agreed,) = consents.holding(full.database, clock)

    def no_room(*_args):
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(OpenVault, "put_slot", no_room)
        for take_back in (
            lambda: second_key.end_consent(full, clock, agreed.id),
            lambda: second_key.take_back_second_key(full, clock, bytearray(HERS), ignore, never),
        ):
            with pytest.raises(errors.DiskFull):
                take_back()
            assert consents.holding(full.database, clock) == (agreed,)
    second_key.end_consent(full, clock, agreed.id)
    assert consents.holding(full.database, clock) == ()
    assert second_key.second_key_is_over(full, clock), "whoever opened it may have kept the key"
    full.close()
    assert not opens(full.files, DESKS)
    again = unlock_vault(full.files, bytearray(HERS))
    assert second_key.second_key_is_over(again, clock)
    last = second_key.take_back_second_key(again, clock, bytearray(HERS), ignore, never)
    assert not second_key.second_key_is_over(last, clock)
    last.close()


def test_another_consent_that_ends_leaves_the_counsellors_way_open(full, clock):
    other = consents.give_consent(full.database, clock, ConsentForm("Desk", ("folder",), "", "", "en", "Yes."))
    second_key.end_consent(full, clock, other.id)
    assert has_second_slot(full)
    assert not second_key.second_key_is_over(full, clock)


def test_a_clock_that_ran_ahead_on_that_evening_leaves_no_consent_that_holds_again(full, clock):
    clock.move(days=120)
    again = second_key.take_back_second_key(full, clock, bytearray(HERS), ignore, never)
    clock.move(days=-120)
    assert consents.holding(again.database, clock) == ()
    again.close()


def test_stopped_after_her_no_what_is_left_to_do_is_known(full, clock):
    with pytest.raises(errors.Cancelled):
        second_key.take_back_second_key(full, clock, bytearray(HERS), ignore, lambda: True)
    assert consents.holding(full.database, clock) == ()
    assert second_key.second_key_is_over(full, clock)
    assert not has_second_slot(full)
    new_key(full).close()
    again = unlock_vault(full.files, bytearray(HERS))
    assert not second_key.second_key_is_over(again, clock)
    again.close()


def test_when_the_day_is_over_the_key_is_to_be_changed_too(full, clock):
    assert not second_key.second_key_is_over(full, clock)
    clock.move(days=120)
    assert second_key.second_key_is_over(full, clock)


def test_no_second_key_without_a_consent(vault, clock):
    hers, desks = bytearray(HERS), bytearray(DESKS)
    with pytest.raises(errors.Bug):
        second_key.allow_second_key(vault, clock, hers, desks)
    assert not any(hers)
    assert not any(desks)
    assert not has_second_slot(vault)


# ── Killed on the way ───────────────────────────────────────────────────────────────────────────────────────────
class _Killed(BaseException):
    """Nothing catches it: the process is gone."""


def _kill_at(step: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the process end before the file operation number `step`; the names of all that were done."""
    done: list[str] = []

    def counted(name, act):
        def call(*args, **more):
            if len(done) == step:
                raise _Killed
            done.append(name)
            return act(*args, **more)

        return call

    monkeypatch.setattr(Path, "replace", counted("replace", Path.replace))
    monkeypatch.setattr(header, "make_private_file", counted("make", header.make_private_file))
    monkeypatch.setattr(header, "sync_folder", counted("sync", header.sync_folder))
    for room, name in ((rekey, "make_private_folder"), (exchange, "make_private_folder"), (exchange, "_drop")):
        monkeypatch.setattr(room, name, counted(name, getattr(room, name)))
    # What a killed process cannot do any more.
    monkeypatch.setattr(rekey, "settle_later", lambda _files: None)
    monkeypatch.setattr(exchange, "_put_back", lambda _files: None)
    return done


def killed_before_each_step(full: OpenVault, tmp_path: Path) -> tuple[list[str], list[str]]:
    """Which of the two was there after each stop, and the names of all steps; anything else raises."""
    before = seen(full)
    full.close()
    kept, step, states = tmp_path / "kept", 0, []
    shutil.copytree(full.files.folder, kept, ignore=shutil.ignore_patterns("r0.bin"))
    while True:
        folder = tmp_path / f"try{step}"
        shutil.copytree(kept, folder)
        files = vault_files(folder)
        vault = unlock_vault(files, bytearray(HERS))
        with pytest.MonkeyPatch.context() as patch:
            done = _kill_at(step, patch)
            try:
                new_key(vault).close()
                finished = True
            except _Killed:
                finished = False
            vault.close()
        exchange.settle(files)
        assert not exchange.settle(files)
        again = unlock_vault(files, bytearray(HERS))
        assert seen(again) == before
        states.append("old" if has_second_slot(again) else "new")
        assert opens_after(again, DESKS) == (states[-1] == "old")
        assert names(folder) == {"s0.bin", "d0.bin"}
        shutil.rmtree(folder)
        if finished:
            return states, done
        step += 1


@pytest.mark.row("K-09")
def test_killed_before_any_change_of_names_she_opens_one_of_the_two(full, tmp_path, tries):
    states, done = killed_before_each_step(full, tmp_path)
    print(f"killed before each of {len(done)} steps: {states}; {done}")
    tries.made(len(states))
    assert len(states) >= 20
    assert states == sorted(states, reverse=True)
    assert set(states) == {"old", "new"}


@pytest.mark.row("K-09", control=True)
def test_where_nobody_settles_what_was_stopped_there_is_a_moment_with_neither(full, tmp_path, monkeypatch):
    monkeypatch.setattr(exchange, "settle", lambda _files: False)
    with pytest.raises((errors.SafePlanError, AssertionError)):
        killed_before_each_step(full, tmp_path)


def opens_after(vault: OpenVault, phrase: bytes) -> bool:
    vault.close()
    return opens(vault.files, phrase)


@pytest.mark.row("K-09")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.data())
def test_whatever_part_of_the_new_files_had_reached_the_disk_the_old_store_opens(full, tmp_path_factory, chance):
    folder = tmp_path_factory.mktemp("cut")
    files, ready = vault_files(folder / "here"), folder / "ready"
    full.close()
    shutil.copytree(full.files.folder, files.folder)
    vault = unlock_vault(files, bytearray(HERS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rekey, "exchange", lambda _files, _open: shutil.copytree(files.coming.folder, ready))
        new_key(vault)
    data, slots = (ready / "d0.bin").read_bytes(), (ready / "s0.bin").read_bytes()
    shutil.rmtree(files.coming.folder)
    files.coming.folder.mkdir()
    # The data lies there whole before the key file is begun; the key file is whole before the data gets its name.
    if chance.draw(st.booleans()):
        cut = chance.draw(st.integers(0, len(data)))
        files.coming.upgrade_copy.write_bytes(data[:cut])
        if chance.draw(st.booleans()):
            (files.coming.folder / "d0.old-journal").write_bytes(os.urandom(cut % 4096))
    else:
        files.coming.upgrade_copy.write_bytes(data)
        files.coming.header.write_bytes(slots[: chance.draw(st.integers(0, len(slots)))])
    assert exchange.settle(files)
    assert names(files.folder) == {"s0.bin", "d0.bin", "r0.bin"}
    again = unlock_vault(files, bytearray(DESKS))
    assert again.opened_by == "second"
    again.close()
    assert opens(files, HERS)
    shutil.rmtree(folder)


@pytest.mark.row("C-01", "K-09")
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_really_killed_at_random_moments_she_opens_one_of_the_two(full, tmp_path, clock, tries):
    a_file(full.database, clock, a_source(tmp_path, os.urandom(6 << 20), "film.mp4"), _first(full))
    begin_sitting(full.database, clock)
    before = seen(full)
    full.close()
    kept, chance, states = tmp_path / "kept", random.Random(5), []
    shutil.copytree(full.files.folder, kept)
    unlock_vault(full.files, bytearray(HERS)).close()
    for number in range(tries.of(200, daily=6)):
        folder = tmp_path / f"kill{number}"
        shutil.copytree(kept, folder)
        files = vault_files(folder)
        child = os.fork()
        if not child:
            try:
                new_key(unlock_vault(files, bytearray(HERS)))
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.02, 0.6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        exchange.settle(files)
        again = unlock_vault(files, bytearray(HERS))
        assert seen(again) == before
        states.append("old" if has_second_slot(again) else "new")
        assert opens_after(again, DESKS) == (states[-1] == "old")
        assert names(folder) == {"s0.bin", "d0.bin", "r0.bin"}
        shutil.rmtree(folder)
    print({state: states.count(state) for state in set(states)})


def _first(vault: OpenVault) -> str:
    return incidents.list_incidents(vault.database)[-1].id


def test_a_store_that_she_made_anew_can_get_a_second_slot_again(full):
    again = new_key(full)
    add_second_slot(again, bytearray(HERS), bytearray(DESKS))
    again.close()
    assert opens(full.files, DESKS)


def test_when_its_day_is_over_the_counsellors_passphrase_opens_nothing_before_that_stands_on_record(
    full, clock, monkeypatch
):
    (agreed,) = consents.holding(full.database, clock)
    clock.move(days=60)
    second_key.end_what_is_over(full, clock)
    assert has_second_slot(full), "its day is not over"
    clock.move(days=60)

    def no_room(*_args):
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(OpenVault, "put_slot", no_room)
        with pytest.raises(errors.DiskFull):
            second_key.end_what_is_over(full, clock)
        assert not consents.consent(full.database, agreed.id).ended_at
    second_key.end_what_is_over(full, clock)
    assert consents.consent(full.database, agreed.id).reason == consents.DAY_OVER
    assert not has_second_slot(full)
    assert second_key.second_key_is_over(full, clock), "whoever opened it may have kept the key"
