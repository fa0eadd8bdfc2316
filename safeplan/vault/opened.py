"""An open store: its database, and what is needed to change its own key slots, without the master key.

May touch: the database and the key file. Must never keep the passphrase, nor the master key after a passphrase
opened it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.vault import header, keyslots
from safeplan.vault.database import Database


@dataclass
class OpenVault:
    """One open store. `opened_by` is "passphrase", "recovery" or "second"; a read-only one keeps nothing."""

    database: Database
    files: VaultFiles
    opened_by: str
    read_only: bool
    # The key file's salt, the four slots this store may write, and the key that recognises them.
    salt: bytes = field(repr=False)
    own_slots: tuple[int, ...] = field(repr=False)
    slot_marks: bytearray = field(repr=False)
    # Held after opening by spare key only, so that a new passphrase can be set without asking for the key again.
    unclaimed: keyslots.Payload | None = field(default=None, repr=False)

    def close(self) -> None:
        """Close the database and wipe what was held. Safe to call twice."""
        self.forget_unclaimed()
        keyslots.wipe(self.slot_marks)
        self.database.close()

    def forget_unclaimed(self) -> None:
        """Wipe the master key held since opening by spare key."""
        if self.unclaimed is not None:
            self.unclaimed.wipe()
            self.unclaimed = None

    def must_be_writable(self) -> None:
        """Raises ReadOnlyPlace."""
        if self.read_only:
            raise errors.ReadOnlyPlace(by="vault")

    def slot_used(self, place: int) -> bool:
        """Whether one of the two copies holds a slot of this store at `place` (an index into the own set)."""
        index = self.own_slots[place]
        try:
            copies = header.read_copies(self.files.header)
        except FileNotFoundError:
            raise errors.HeaderDamaged(size=0) from None
        return any(
            keyslots.salt_of(copy) == self.salt and keyslots.is_marked(self.slot_marks, copy, index)
            for copy in copies
        )

    def put_slot(self, place: int, sealed: bytes) -> None:
        """Write 504 bytes at `place` of the own set, in both copies. No other store's slot can be reached."""
        self.must_be_writable()
        span = keyslots.slot_span(self.own_slots[place])

        def change(copy: bytearray) -> None:
            copy[span] = sealed

        header.change_copies(self.files.header, self.salt, change)

    def change_header(self, change: Callable[[bytearray], None]) -> None:
        """Apply `change` to both copies (the door's tail)."""
        self.must_be_writable()
        header.change_copies(self.files.header, self.salt, change)
