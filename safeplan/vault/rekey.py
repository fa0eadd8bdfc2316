"""A new key for a store: what somebody could open until today, a copy of the old key opens nothing of from now on.

May touch: the open store, to read, and the files of its folder. Must never let the old store go before the new one
was read to the end and opened with her passphrase, and never leave a moment in which neither opens.

Removing a slot takes back a way in, not a key already seen. So the master key, the salts and every slot are made anew
and the data is written once more; killed anywhere, exchange.settle leaves the one or the other.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from safeplan import door as the_door
from safeplan import errors
from safeplan.paths import VaultFiles, make_private_folder
from safeplan.vault import container, header, keyslots
from safeplan.vault.backup import record_name
from safeplan.vault.database import PAGE_SIZE, Database, open_database
from safeplan.vault.exchange import exchange, settle_later
from safeplan.vault.fresh_slots import new_slots
from safeplan.vault.keyslots import PASSPHRASE_PLACE, RECOVERY_PLACE, Payload, wipe
from safeplan.vault.migrations import version
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import code_secret, likely_secrets, open_header, own_copies
from safeplan.vault.whole_file import forget_cached, must_fit

_HEAD = "SELECT seq, entry_hash FROM ledger ORDER BY seq DESC LIMIT 1"

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


def rekey(
    vault: OpenVault,
    passphrase: bytearray,
    progress: Progress,
    cancelled: Cancel,
    *,
    spare_key: str = "",
    door: str | None = None,
    least_mib: int = 0,
) -> OpenVault:
    """Give the store a new key and open it anew; `vault` is closed by it. `passphrase` (UTF-8) is wiped.

    The same passphrase opens it from now on, and her spare key when it is typed as well; any other slot is gone.
    `door`: the sum of now, where it is to lead to it from now on too; without it the neutral one does, whatever the
    sum was: its tail is bound to the old salt. `progress(done, total)` in bytes: writing is one half,
    reading back the other. The key derivation stays as strong as it was; where that took less than `least_mib`, it
    becomes stronger. The disk needs room for the data once more.
    Raises WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped, DoorSumRefused (`door` is not the sum of now),
    DiskFull, ReadOnlyPlace, Cancelled, VaultDamaged. Whatever is raised, the store in `vault.files` is the one of
    before; once `vault.database` was closed it has to be opened again.
    """
    files = vault.files
    secrets: dict[int, bytearray] = {}
    payload: Payload | None = None
    try:
        try:
            vault.must_be_writable()
            secrets[PASSPHRASE_PLACE], payload = _proved(vault, passphrase)
            if spare_key:
                secrets[RECOVERY_PLACE] = _proved_code(vault, spare_key)
        finally:
            wipe(passphrase)
        sum_from_now = _the_sum(vault, door)
        fresh = keyslots.new_payload(payload.created_day)
        try:
            copy = new_slots(fresh, keyslots.at_least(vault.salt[0] & 7, least_mib), secrets, sum_from_now)
            _lay(vault, fresh, copy, progress, cancelled)
        finally:
            fresh.wipe()
        vault.close()
        return exchange(files, lambda: container.unlock_vault(files, bytearray(secrets[PASSPHRASE_PLACE])))
    except BaseException:
        settle_later(files)
        raise
    finally:
        if payload is not None:
            payload.wipe()
        for secret in secrets.values():
            wipe(secret)


def _proved(vault: OpenVault, typed: bytearray) -> tuple[bytearray, Payload]:
    """The secret that the typed passphrase stands for, once it opened her own slot, and what is in it."""
    copies = own_copies(vault)
    for secret in likely_secrets(typed):
        found = open_header(copies, [secret])
        if found is None:
            continue
        _copy, index, payload = found
        if index == vault.own_slots[PASSPHRASE_PLACE] and payload.own == vault.own_slots:
            return bytearray(secret), payload
        payload.wipe()
    raise errors.WrongPassphrase


def _proved_code(vault: OpenVault, spare_key: str) -> bytearray:
    secret = code_secret(spare_key)
    found = open_header(own_copies(vault), [secret])
    if found is not None:
        _copy, index, payload = found
        payload.wipe()
        if index == vault.own_slots[RECOVERY_PLACE]:
            return secret
    wipe(secret)
    raise errors.WrongRecoveryCode


def _the_sum(vault: OpenVault, door: str | None) -> str:
    """The sum to lead to it from now on. Raises DoorSumRefused when `door` is not the one that does today."""
    if door is None:
        return the_door.NEUTRAL_SUM
    if not any(the_door.tail_for(door, vault.salt) == bytes(copy[keyslots.TAIL_AT :]) for copy in own_copies(vault)):
        raise errors.DoorSumRefused(reason="not_a_sum")
    return door


def _lay(vault: OpenVault, fresh: Payload, copy: bytearray, progress: Progress, cancelled: Cancel) -> None:
    """The data under the new key, then the key file: before it there is nothing in the passing folder that opens."""
    coming, db = vault.files.coming, vault.database
    size = int(db.value("PRAGMA page_count")) * PAGE_SIZE
    must_fit(vault.files.folder, size)
    try:
        make_private_folder(coming.folder)
        for path in coming.all():
            path.unlink(missing_ok=True)
        header.make_private_file(coming.upgrade_copy, b"")
    except OSError as error:
        raise header.named_os_error(error) from None

    def copied(done: int, total: int) -> None:
        progress(done * size // max(1, total), 2 * size)

    db.copy_to(coming.upgrade_copy, keyslots.database_key_text(fresh), copied, cancelled)

    def read(pages: int) -> None:
        progress(size + min(size, pages * PAGE_SIZE), 2 * size)
        if cancelled():
            raise errors.Cancelled

    _must_be_the_same(db, coming, fresh, read)
    progress(2 * size, 2 * size)
    if cancelled():
        raise errors.Cancelled
    try:
        header.lay_new(coming, bytes(copy) + bytes(copy))
        coming.upgrade_copy.replace(coming.data)
        header.sync_folder(coming.folder)
    except OSError as error:
        raise header.named_os_error(error) from None


def _must_be_the_same(db: Database, coming: VaultFiles, fresh: Payload, look: Callable[[int], None]) -> None:
    """Every page in use of what was written, against its new key, and that it is this record at this line."""
    with contextlib.suppress(OSError), coming.upgrade_copy.open("rb") as written:
        # What is read next comes from the medium, where the system can be asked for that.
        forget_cached(written.fileno())
    there = open_database(coming.upgrade_copy, keyslots.database_key_text(fresh))
    try:
        if not there.reads_through("main", look) or _name(there) != _name(db):
            raise errors.VaultDamaged(reason="store")
    finally:
        there.close()


def _name(db: Database) -> tuple[object, ...]:
    return (record_name(db), db.row(_HEAD), version(db), db.value("PRAGMA page_count"))
