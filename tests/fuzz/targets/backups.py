"""A file that is said to be a backup, and the note in one whose key is right."""

from __future__ import annotations

from safeplan import errors
from safeplan.vault import keyslots, restore
from safeplan.vault.backup_frame import END_SIZE, open_note
from safeplan.vault.database import PAGE_SIZE
from tests.fuzz.room import room

_PATH = room() / "a backup"
_MARK = bytearray(range(32))


def _quick_root(secret: bytearray, salt: bytes) -> bytearray:
    """The real one takes half a second on purpose; what it gives is as unknown as this."""
    return bytearray(keyslots._derived(bytearray(32), b"fuzz", bytes(secret) + bytes(salt)))


def target(data: bytes) -> None:
    real, keyslots.derive_root = keyslots.derive_root, _quick_root
    try:
        _look(data)
    finally:
        keyslots.derive_root = real


def _look(data: bytes) -> None:
    pages = data[0] % 4 if data else 0
    body = data[1:] or b"\0"
    size = pages * PAGE_SIZE + END_SIZE + (0 if data[:1] < b"\x80" else len(body) % 5000)
    _PATH.write_bytes((body * (size // len(body) + 1))[:size])
    try:
        restore.open_backup(_PATH, bytearray(b"lamp river bread seven")).close()
        raise AssertionError("opened")
    except (errors.FileUnreadable, errors.WrongPassphrase, errors.VaultDamaged, errors.HeaderDamaged):
        pass
    try:
        open_note(body, _MARK, body[:64])
        raise AssertionError("opened")
    except errors.VaultDamaged:
        pass
