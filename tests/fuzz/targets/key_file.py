"""The key file and the payload of a slot: whatever lies there, another secret opens nothing."""

from __future__ import annotations

from safeplan import door, errors
from safeplan.paths import vault_files
from safeplan.vault import header, keyslots
from tests.fuzz.room import room

_FOLDER = room()
_FILES = vault_files(_FOLDER)
_FILES.header.parent.mkdir(parents=True, exist_ok=True)
_ROOT = bytearray(range(32, 64))


def target(data: bytes) -> None:
    # A pattern instead of 8,192 bytes: the mutations then fall on what matters.
    size, body = (int.from_bytes(data[:2], "little") % 9000, data[2:] or b"\0")
    content = (body * (size // len(body) + 1))[:size]
    _FILES.header.write_bytes(content)
    try:
        copies = header.read_copies(_FILES.header)
    except errors.HeaderDamaged:
        assert size < keyslots.COPY_SIZE
        assert door.opens(_FILES, door.NEUTRAL_SUM)
    else:
        assert not any(keyslots.open_slots(_ROOT, copy) for copy in copies)
        assert not door.opens(_FILES, "8841*37-16")
    if len(body) >= 79:
        try:
            keyslots.Payload.unpacked(bytearray(body)).wipe()
        except errors.VaultTooNew:
            assert body[0] > 0
