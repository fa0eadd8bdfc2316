"""The store as a whole: make one, open one, change the sum that leads to it.

May touch: the files of VaultFiles. Must never leave a half-made store, never overwrite one, and never write another
slot than its own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable

from safeplan import door as the_door
from safeplan import errors
from safeplan.clock import Clock, SystemClock
from safeplan.paths import VaultFiles, make_private_folder
from safeplan.vault import ballast, header, keyslots
from safeplan.vault.database import Database, can_write, open_database
from safeplan.vault.destroy import DestroyReport, destroy_vault
from safeplan.vault.keyslots import PASSPHRASE_PLACE, Payload, wipe
from safeplan.vault.migrations import migrate
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import (
    change_passphrase,
    code_secret,
    has_recovery_code,
    likely_secrets,
    make_recovery_code,
    normal_form,
    open_header,
    remove_recovery_code,
    set_passphrase,
    typed_secrets,
)

__all__ = [
    "DestroyReport",
    "OpenVault",
    "change_passphrase",
    "create_vault",
    "delay_after",
    "destroy_vault",
    "has_recovery_code",
    "make_recovery_code",
    "remove_recovery_code",
    "set_door",
    "set_passphrase",
    "unlock_vault",
    "unlock_with_recovery",
    "unlock_with_typed",
]

_SECONDS_A_DAY = 86_400
_LONGEST_DELAY = 30


def delay_after(failures: int) -> int:
    """Seconds to wait before the next try: none for the first two failures, then 1, 2, 4 … 30.

    It slows a person at the keyboard, never someone who copied the files; kept in memory only, so nobody can use
    it to lock her out.
    """
    return 0 if failures < 3 else min(_LONGEST_DELAY, 1 << min(failures - 3, 5))


# ── Make ────────────────────────────────────────────────────────────────────────────────────────────────────────
def create_vault(
    files: VaultFiles,
    passphrase: bytearray,
    *,
    profile: int | None = None,
    door: str | None = None,
    clock: Clock | None = None,
    over_lost_data: bool = False,
    least_mib: int = 0,
) -> OpenVault:
    """Make a store and open it. `passphrase` is UTF-8 and is wiped; `door` is her sum, or the neutral one.

    `profile` is an index into keyslots.PROFILES; None measures this computer. `least_mib`: whatever
    was measured, one that takes that much memory (at most 1024). `over_lost_data` allows replacing a data file whose
    key file is gone: unreadable, unless the key file comes back from a copy.
    Raises VaultExists, PassphraseTooWeak (empty), DoorSumRefused, DiskFull, ReadOnlyPlace, NoPermission.
    """
    try:
        clock = clock or SystemClock()
        if header.is_there(files.header):
            raise errors.VaultExists
        if header.is_there(files.going.header) or _has_content(files.going):
            # Bringing back a backup was killed; exchange.settle puts in its place what was there.
            raise errors.VaultExists(passing=1)
        if _has_content(files) and not over_lost_data:
            raise errors.VaultExists(without_header=1)
        reason = None if door is None else the_door.refuse_reason(door)
        if reason is not None:
            raise errors.DoorSumRefused(reason=reason)
        secret = normal_form(passphrase)
        if not secret:
            raise errors.PassphraseTooWeak
        chosen = keyslots.calibrate_profile(clock.monotonic) if profile is None else profile
        payload = keyslots.new_payload(int(clock.now().timestamp()) // _SECONDS_A_DAY)
        copy = keyslots.new_copy(keyslots.at_least(chosen, least_mib))
        salt = keyslots.salt_of(copy)
        root = keyslots.derive_root(secret, salt)
        index = payload.own[PASSPHRASE_PLACE]
        copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, salt, index, payload)
        copy[keyslots.TAIL_AT :] = the_door.tail_for(door or the_door.NEUTRAL_SUM, salt)
        wipe(root)
        wipe(secret)
    finally:
        wipe(passphrase)
    folder_there = header.is_there(files.folder)
    try:
        _lay_files(files, payload, copy)
        return _open_data(files, payload, salt)
    except errors.VaultExists:
        # Another window was quicker: what lies there is not ours to remove.
        raise
    except BaseException:
        destroy_vault(files)
        if not folder_there:
            with contextlib.suppress(OSError):
                files.folder.rmdir()
        raise


def _has_content(files: VaultFiles) -> bool:
    try:
        return files.data.stat().st_size > 0
    except OSError:
        return False


def _lay_files(files: VaultFiles, payload: Payload, copy: bytearray) -> None:
    """Data under the spare name, then the key file, then the data's own name.

    Killed before the key file, there is no store and the next attempt starts afresh; killed after it, unlocking
    finishes the renaming. A data file without a key file therefore never comes from here.
    """
    if header.is_there(files.header):
        raise errors.VaultExists
    try:
        make_private_folder(files.folder)
        for path in files.all():
            if path != files.preferences:
                path.unlink(missing_ok=True)
        header.make_private_file(files.upgrade_copy, b"")
    except OSError as error:
        raise header.named_os_error(error) from None
    database = open_database(files.upgrade_copy, keyslots.database_key_text(payload))
    try:
        migrate(database, lambda: None)
    finally:
        database.close()
    ballast.lay_ballast(files)
    try:
        try:
            header.lay_new(files, bytes(copy) + bytes(copy))
        except FileExistsError:
            raise errors.VaultExists from None
        files.upgrade_copy.replace(files.data)
        header.sync_folder(files.folder)
    except OSError as error:
        raise header.named_os_error(error) from None


# ── Open ────────────────────────────────────────────────────────────────────────────────────────────────────────
def unlock_vault(files: VaultFiles, passphrase: bytearray) -> OpenVault:
    """Open the store with a passphrase as typed (UTF-8, wiped).

    As typed first, at the cost of one derivation; only when that fails, the same keys under other layouts.
    Raises VaultMissing, HeaderDamaged, WrongPassphrase, VaultDamaged, VaultTooNew, VaultInUse,
    NoPermission, DiskFull.
    """
    try:
        found = _open_header(files, likely_secrets(passphrase))
    finally:
        wipe(passphrase)
    if found is None:
        raise errors.WrongPassphrase
    return _opened(files, *found)


def unlock_with_typed(files: VaultFiles, typed: bytearray) -> OpenVault:
    """Open with whatever was typed into the one field: a passphrase, or a spare key. `typed` is wiped.

    Raises as unlock_vault; WrongRecoveryCode instead of WrongPassphrase for what reads as a spare key.
    """
    try:
        secrets, reads_as_code = typed_secrets(typed)
        found = _open_header(files, secrets)
    finally:
        wipe(typed)
    if found is None:
        raise errors.WrongRecoveryCode if reads_as_code else errors.WrongPassphrase
    return _opened(files, *found)


def unlock_with_recovery(files: VaultFiles, code: str) -> OpenVault:
    """Open the store with the spare key; set_passphrase then gives it a new passphrase.

    Raises RecoveryCodeMistyped (found without a derivation), WrongRecoveryCode, and what unlock_vault raises.
    """
    secret = code_secret(code)
    try:
        found = _open_header(files, [secret])
    finally:
        wipe(secret)
    if found is None:
        raise errors.WrongRecoveryCode
    return _opened(files, *found)


def _open_header(files: VaultFiles, secrets: Iterable[bytearray]) -> tuple[bytearray, int, Payload] | None:
    try:
        copies = header.read_copies(files.header)
    except FileNotFoundError:
        if _has_content(files):
            raise errors.HeaderDamaged(size=0) from None
        raise errors.VaultMissing from None
    return open_header(copies, secrets)


def _opened(files: VaultFiles, copy: bytearray, index: int, payload: Payload) -> OpenVault:
    salt = keyslots.salt_of(copy)
    sealed = bytes(copy[keyslots.slot_span(index)])
    try:
        if not header.is_there(files.data) and header.is_there(files.upgrade_copy):
            with contextlib.suppress(OSError):
                files.upgrade_copy.replace(files.data)
        vault = _open_data(files, payload, salt)
    except BaseException:
        payload.wipe()
        raise
    if not vault.read_only:
        header.heal_copies(files.header, salt, index, sealed)
    return vault


def _open_data(files: VaultFiles, payload: Payload, salt: bytes) -> OpenVault:
    """Open the database behind `payload`, bring its shape up to date, and wipe what is no longer needed."""
    if not _has_content(files):
        raise errors.VaultDamaged(size=0)
    read_only = not can_write(files.data)
    database = open_database(files.data, keyslots.database_key_text(payload), read_only=read_only)
    try:
        migrate(database, lambda: _copy_before_upgrade(files, database, payload))
    except BaseException:
        database.close()
        raise
    if not read_only:
        _remove_upgrade_copy(files)
    vault = OpenVault(
        database=database,
        files=files,
        opened_by=payload.opened_by,
        read_only=read_only,
        salt=salt,
        own_slots=payload.own,
        slot_marks=keyslots.mark_key(payload.master),
    )
    if payload.role == keyslots.ROLE_RECOVERY:
        vault.unclaimed = payload
    else:
        payload.wipe()
    return vault


def _copy_before_upgrade(files: VaultFiles, database: Database, payload: Payload) -> None:
    """The encrypted copy made before a migration. On a full disk the ballast makes room for it, once."""
    try:
        _write_upgrade_copy(files, database, payload)
    except errors.DiskFull:
        _remove_upgrade_copy(files)
        if not ballast.release_ballast(files):
            raise
        _write_upgrade_copy(files, database, payload)


def _write_upgrade_copy(files: VaultFiles, database: Database, payload: Payload) -> None:
    try:
        files.upgrade_copy.unlink(missing_ok=True)
        header.make_private_file(files.upgrade_copy, b"")
    except OSError as error:
        raise header.named_os_error(error) from None
    database.copy_to(files.upgrade_copy, keyslots.database_key_text(payload))


def _remove_upgrade_copy(files: VaultFiles) -> None:
    journal = files.upgrade_copy.with_name(files.upgrade_copy.name + "-journal")
    for path in (files.upgrade_copy, journal):
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108  (a missing file is the ordinary case, on the way of every opening)


# ── The sum ─────────────────────────────────────────────────────────────────────────────────────────────────────
def set_door(vault: OpenVault, calculation: str) -> None:
    """Change the sum that leads to the store. Raises DoorSumRefused(reason), ReadOnlyPlace, DiskFull."""
    reason = the_door.refuse_reason(calculation)
    if reason is not None:
        raise errors.DoorSumRefused(reason=reason)

    def change(copy: bytearray) -> None:
        copy[keyslots.TAIL_AT :] = the_door.tail_for(calculation, keyslots.salt_of(copy))

    vault.change_header(change)
