"""A backup of a session's store, which has no key slots: a new key and slots of its own, under the words she chose.

May touch: the open session, to read; one passing file beside it, swept like the rest; one new file. Must never write
a key slot onto this computer's disk: only her stick gets something that opens.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from safeplan import errors
from safeplan.clock import Clock, from_text
from safeplan.vault import header, keyslots, restore
from safeplan.vault.backup import PIECE, backup_size, facts_of
from safeplan.vault.backup_frame import END_SIZE, BackupFacts, seal_note
from safeplan.vault.database import open_database
from safeplan.vault.fresh_slots import new_slots
from safeplan.vault.keyslots import PASSPHRASE_PLACE, Payload, wipe
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import normal_form
from safeplan.vault.whole_file import forget_cached, must_fit, new_file

_SECONDS_A_DAY = 86_400


def make_session_copy(
    vault: OpenVault,
    clock: Clock,
    target: Path,
    passphrase: bytearray,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    profile: int | None = None,
    least_mib: int = 0,
) -> BackupFacts:
    """Write the session as it is now into the new file `target`, as a backup that opens with `passphrase` (UTF-8,
    wiped), and read it back with it.

    `profile` and `least_mib` as for create_vault. Raises PassphraseTooWeak (empty), DiskFull, FolderNotEmpty,
    NoPermission, ReadOnlyPlace, DiskFailing, Cancelled. Whatever is raised, neither `target` nor the passing file is
    there.
    """
    typed = bytearray(passphrase)
    fresh = keyslots.new_payload(int(clock.now().timestamp()) // _SECONDS_A_DAY)
    try:
        secret = normal_form(passphrase)
        if not secret:
            raise errors.PassphraseTooWeak
        chosen = keyslots.calibrate_profile(clock.monotonic) if profile is None else profile
        slots = new_slots(fresh, keyslots.at_least(chosen, least_mib), {PASSPHRASE_PLACE: secret})
        wipe(secret)
        size = backup_size(vault) - END_SIZE
        must_fit(target.parent, size + END_SIZE)
        must_fit(vault.files.folder, size)
        facts = _copy_beside(vault, clock, fresh, lambda part: progress(int(part * size), 3 * size), cancelled)
        with new_file(target) as out:
            done = 0
            for piece in _pieces(vault.files.upgrade_copy, facts.size):
                if cancelled():
                    raise errors.Cancelled
                out.write(piece)
                done += len(piece)
                progress(size + done * size // facts.size, 3 * size)
            mark = keyslots.mark_key(fresh.master)
            out.write(seal_note(facts, mark, bytes(slots)) + slots)
            wipe(mark)
            os.fsync(out.fileno())
            forget_cached(out.fileno())
            _read_back(Path(os.fsdecode(out.name)), typed, facts)
            if cancelled():
                raise errors.Cancelled
            progress(3 * size, 3 * size)
    finally:
        fresh.wipe()
        wipe(typed)
        wipe(passphrase)
        _drop(vault)
    with contextlib.suppress(OSError):
        midnight = from_text(facts.made_at).replace(hour=0, minute=0, second=0).timestamp()
        os.utime(target, (midnight, midnight))
    return facts


def _copy_beside(
    vault: OpenVault,
    clock: Clock,
    fresh: Payload,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> BackupFacts:
    """The database under the new key, in the passing file; what stands in it."""
    _drop(vault)
    try:
        header.make_private_file(vault.files.upgrade_copy, b"")
    except OSError as error:
        raise header.named_os_error(error) from None

    def copied(done: int, total: int) -> None:
        progress(done / max(1, total))

    vault.database.copy_to(vault.files.upgrade_copy, keyslots.database_key_text(fresh), copied, cancelled)
    # Asked now: making the copy writes in the store itself, and may have changed how large it is.
    size = backup_size(vault) - END_SIZE
    if vault.files.upgrade_copy.stat().st_size != size:
        raise errors.DiskFailing(code="copy")
    there = open_database(vault.files.upgrade_copy, keyslots.database_key_text(fresh))
    try:
        return facts_of(there, clock, "main", size)
    finally:
        there.close()


def _pieces(path: Path, size: int) -> Iterator[bytes]:
    left = size
    with path.open("rb", buffering=0) as source:
        while left and (piece := source.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
    if left:
        raise errors.DiskFailing(code="copy")


def _read_back(path: Path, typed: bytearray, facts: BackupFacts) -> None:
    """Open it as she will, and read it to the end."""
    held = restore.open_backup(path, bytearray(typed))
    try:
        restore.read_backup(held).close()
        if held.facts != facts:
            raise errors.DiskFailing(code="copy")
    finally:
        held.close()


def _drop(vault: OpenVault) -> None:
    copy = vault.files.upgrade_copy
    for path in (copy, copy.with_name(copy.name + "-journal")):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
