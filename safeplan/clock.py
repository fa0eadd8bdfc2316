"""Time behind one small class, so that tests can move it.

May touch: the system clock. Must never be by-passed: ruff bans datetime.now() and time.time() elsewhere.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What records need of time."""

    def now(self) -> datetime:
        """The current moment, timezone-aware, in UTC."""
        ...

    def zone(self) -> str:
        """The computer's offset from UTC at this moment, as "+05:00"."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The current moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251

    def zone(self) -> str:
        """The computer's offset as "+05:00"."""
        return datetime.now().astimezone().isoformat()[-6:]  # noqa: TID251

    def monotonic(self) -> float:
        """Seconds since some fixed moment."""
        return time.monotonic()  # noqa: TID251


def as_text(moment: datetime) -> str:
    """A moment as stored: UTC, whole seconds, "2026-03-01T09:20:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_text(text: str) -> datetime:
    """The moment a stored text names, timezone-aware, in UTC."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
