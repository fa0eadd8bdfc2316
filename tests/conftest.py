"""Guards that every test lives under, and the two fixtures most tests begin with.

Each guard names what would be lost without it: a test that writes outside its temporary home, leaks a window or
relies on order is a bug report, not a nuisance.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if not os.environ.get("SAFEPLAN_TEST_SCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
sys.dont_write_bytecode = True

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault


class MovableClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.offset = "+05:00"
        self.ticks = 0.0

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> str:
        return self.offset

    def monotonic(self) -> float:
        return self.ticks

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)
        self.ticks += timedelta(**by).total_seconds()


@pytest.fixture
def clock() -> MovableClock:
    """2 March 2026, 18:40 UTC, +05:00."""
    return MovableClock(datetime(2026, 3, 2, 18, 40, tzinfo=UTC))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test, so that nothing of the developer's is read or written."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    """An open, empty store with the 64 MiB profile and the passphrase "lamp river bread seven"."""
    from safeplan.paths import vault_files
    from safeplan.vault.container import create_vault

    opened = create_vault(vault_files(tmp_path / "data"), bytearray(b"lamp river bread seven"), profile=0)
    yield opened
    opened.close()
