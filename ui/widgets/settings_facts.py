"""What the settings' cards are told about keys and the record, and what they ask the worker for.

May touch: nothing. Must never hold a secret other than words that are shown once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from safeplan.records.ledger import CheckResult
from ui.background import Job, Session


@dataclass(frozen=True)
class KeyState:
    """What opens the notes now. `old_needed` is False right after opening by spare key."""

    own_sum: bool
    spare_key: bool
    old_needed: bool
    read_only: bool


@dataclass(frozen=True)
class RecordHead:
    """The record as it was when the notes were opened (or handed over since): four words in her language, 64 hex
    signs, how many lines it has. `waiting` lines of this opening join it at the next one."""

    words: tuple[str, ...]
    hex: str
    lines: int
    waiting: int


@dataclass(frozen=True)
class FoundHead:
    """`lines` is how many the record had with these words, None when it never had them; `readable` False when they
    are neither four words of one list nor 64 hex signs."""

    readable: bool
    lines: int | None = None


@dataclass(frozen=True)
class Checked:
    """What a check found; `lines` counts those in the record and those of this opening."""

    result: CheckResult
    lines: int


class StoreWork(Protocol):
    """The functions of ui.store_work that the cards run in the worker; the page hands them over."""

    def key_state(self, session: Session, _job: Job) -> KeyState:
        """What opens the notes now."""
        ...

    def suggest_passphrase(self, _session: Session, _job: Job, *, language: str) -> str:
        """Four drawn words."""
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
    ) -> None:
        """Change it; the arguments are wiped."""
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

    def check_record(self, session: Session, job: Job) -> Checked:
        """Compare everything kept with the record."""
        ...

    def record_head(self, session: Session, _job: Job, *, language: str) -> RecordHead:
        """The newest state in words."""
        ...

    def find_head(self, session: Session, _job: Job, *, untrusted_text: str) -> FoundHead:
        """When the record had these words."""
        ...
