"""What the settings' cards are told about keys, and what they ask the worker for.

May touch: nothing. Must never hold a secret other than words that are shown once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ui.background import Job, Session


@dataclass(frozen=True)
class KeyState:
    """What opens the notes now. `old_needed` is False right after opening by spare key."""

    own_sum: bool
    spare_key: bool
    old_needed: bool
    read_only: bool


class StoreWork(Protocol):
    """The functions of ui.store_work that the cards run in the worker; the page hands them over."""

    def key_state(self, session: Session, _job: Job) -> KeyState:
        """What opens the notes now."""
        ...

    def suggest_passphrase(self, _session: Session, _job: Job, *, language: str, words: int) -> str:
        """So many drawn words."""
        ...

    def change_passphrase(
        self,
        session: Session,
        _job: Job,
        *,
        old: bytearray,
        new: bytearray,
        again: bytearray,
        suggested: str = "",
        least_words: int = 0,
    ) -> None:
        """Change it; the secrets are wiped."""
        ...

    def make_spare_key(self, session: Session, _job: Job, *, typed: bytearray) -> str:
        """A new spare key; `typed` is wiped."""
        ...

    def remove_spare_key(self, session: Session, job: Job) -> KeyState:
        """Make it useless."""
        ...

    def change_sum(self, session: Session, _job: Job, *, typed: bytearray, again: bytearray) -> None:
        """Set her own sum; the arguments are wiped."""
        ...
