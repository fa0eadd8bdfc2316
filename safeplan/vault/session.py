"""A session's store in a kiosk: no key file, no slots; the only key is in this process and dies with it.

May touch: the files of one passing folder. Must never write the key anywhere, and never touch a store that has a key
file: what lies in that folder is noise to everyone from its first byte on.
"""

from __future__ import annotations

import contextlib
import os

from safeplan import errors
from safeplan.clock import Clock
from safeplan.paths import VaultFiles, make_private_folder
from safeplan.vault import header, keyslots
from safeplan.vault.database import open_database
from safeplan.vault.migrations import migrate
from safeplan.vault.opened import OpenVault

OPENED_BY = "session"
_SECONDS_A_DAY = 86_400


def begin_session(files: VaultFiles, clock: Clock) -> OpenVault:
    """Sweep away what an earlier session left, and open an empty store under a key nobody has.

    Raises VaultInUse while another session is open or what an earlier one left cannot be removed, ReadOnlyPlace,
    NoPermission, DiskFull.
    """
    _must_be_nobodys(files)
    sweep_session(files)
    if header.is_there(files.data):
        raise errors.VaultInUse
    payload = keyslots.new_payload(int(clock.now().timestamp()) // _SECONDS_A_DAY)
    try:
        try:
            make_private_folder(files.folder)
            header.make_private_file(files.data, b"")
        except OSError as error:
            raise header.named_os_error(error) from None
        database = open_database(files.data, keyslots.database_key_text(payload))
        try:
            migrate(database, lambda: None)
        except BaseException:
            database.close()
            raise
        return OpenVault(
            database=database,
            files=files,
            opened_by=OPENED_BY,
            read_only=False,
            salt=os.urandom(keyslots.SALT_SIZE),
            own_slots=payload.own,
            slot_marks=keyslots.mark_key(payload.master),
        )
    except BaseException:
        sweep_session(files)
        raise
    finally:
        payload.wipe()


def _must_be_nobodys(files: VaultFiles) -> None:
    """Raises VaultInUse while somebody has the store in `files` open: where an open file can be removed as well, the
    sweeping would take it from under their hands."""
    no_key = keyslots.new_payload(0)
    try:
        # Its lock is asked for before the key is needed, and no key opens what was left.
        open_database(files.data, keyslots.database_key_text(no_key), read_only=True).close()
    except errors.VaultInUse:
        raise
    except errors.SafePlanError:
        pass
    finally:
        no_key.wipe()


def sweep_session(files: VaultFiles) -> bool:
    """Remove what a session left; whether nothing is there now. What a power cut left is noise already."""
    if header.is_there(files.header):
        raise errors.VaultExists
    for path in files.all():
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        files.folder.rmdir()
    return not header.is_there(files.folder)


def end_session(vault: OpenVault) -> bool:
    """Close the store and remove its files; whether nothing is left. The key goes with the process."""
    vault.close()
    return sweep_session(vault.files)
