"""Guards that every test lives under, and the fixtures most tests begin with.

Each guard names what would be lost without it: a test that writes outside its temporary home, leaks a window or
relies on order is a bug report, not a nuisance.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.campaign.selecting import pytest_addoption as pytest_addoption
from tests.campaign.selecting import pytest_collection_modifyitems as pytest_collection_modifyitems
from tests.campaign.selecting import tries as tries
from ui.overrides import keep_errors_whole

# As in the program: before any class that inherits from Qt is made.
keep_errors_whole()

if not os.environ.get("SAFEPLAN_TEST_SCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
# Until all files are collected, whatever the environment says: see pytest_collection_finish.
sys.dont_write_bytecode = False

# Free input is drawn a little in each run of the tests, and far more in `make campaign`.
hypothesis.settings.register_profile("ordinary", max_examples=20, deadline=None)
hypothesis.settings.register_profile("campaign", max_examples=300, deadline=None)
hypothesis.settings.load_profile("ordinary")

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault


def pytest_collection_finish() -> None:
    """The files of the tests stay compiled, because three processes read all of them; from here on nothing does."""
    sys.dont_write_bytecode = True


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


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread, a window or a process that outlives its test breaks another one later, where nobody looks for it."""
    before, processes_before = set(threading.enumerate()), _processes()
    gc.disable()
    yield
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
        from PySide6.QtWidgets import QApplication

        # The one application lives on from test to test; the language of the last one must not.
        application = QCoreApplication.instance()
        for translator in application.findChildren(QTranslator) if application is not None else ():
            QCoreApplication.removeTranslator(translator)

        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        for window in shown:
            window.hide()
        assert not shown, f"close these windows, or hand them to qtbot.addWidget: {shown}"
    # As in the program: never while something is painted. The young after each test, all of it now and then.
    gc.disable()
    _collect_between_tests()
    left = [thread for thread in threading.enumerate() if thread not in before and not _ends_soon(thread)]
    assert not left, f"stop these threads at the end of the test (Background.stop): {left}"
    processes = _processes() - processes_before
    assert not processes, f"end these processes, and wait for them, at the end of the test: {processes}"


def _processes() -> set[str]:
    """Started here and not yet collected."""
    listed = Path("/proc/thread-self/children")
    return set(listed.read_text().split()) if listed.exists() else set()


_tests_since = 0


def _collect_between_tests() -> None:
    global _tests_since
    _tests_since = (_tests_since + 1) % 20
    gc.collect(1 if _tests_since else 2)


def _ends_soon(thread: threading.Thread) -> bool:
    thread.join(0.5)
    return not thread.is_alive()


class RememberedDerivation:
    """The slow derivation is really done, once for each secret and salt."""

    def __init__(self) -> None:
        from safeplan.vault import keyslots

        self._derive = keyslots.derive_root
        self._roots: dict[tuple[bytes, bytes], bytes] = {}

    def __call__(self, secret: bytearray, salt: bytes) -> bytearray:
        known = bytes(secret), bytes(salt)
        if known not in self._roots:
            self._roots[known] = bytes(self._derive(secret, salt))
        return bytearray(self._roots[known])


class EmptyStore:
    """A store that was made once and closed. Each test opens a copy, and the one slow derivation is remembered."""

    PASSPHRASE = b"lamp river bread seven"

    def __init__(self, folder: Path) -> None:
        from safeplan.paths import vault_files
        from safeplan.vault import keyslots
        from safeplan.vault.container import create_vault

        self.remembering = RememberedDerivation()
        self._folder = folder
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(keyslots, "derive_root", self.remembering)
            create_vault(vault_files(folder), bytearray(self.PASSPHRASE), profile=0).close()

    def copied_to(self, folder: Path) -> OpenVault:
        from safeplan.paths import vault_files
        from safeplan.vault import keyslots
        from safeplan.vault.container import unlock_vault

        shutil.copytree(self._folder, folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(keyslots, "derive_root", self.remembering)
            return unlock_vault(vault_files(folder), bytearray(self.PASSPHRASE))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> EmptyStore:
    return EmptyStore(tmp_path_factory.mktemp("store") / "data")


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch, empty_store: EmptyStore) -> None:
    """For tests that open stores by hundreds, or that stop the writing and not the derivation."""
    from safeplan.vault import keyslots

    monkeypatch.setattr(keyslots, "derive_root", empty_store.remembering)


@pytest.fixture
def vault(tmp_path: Path, empty_store: EmptyStore) -> Iterator[OpenVault]:
    """An open, empty store with the 64 MiB profile and the passphrase "lamp river bread seven"."""
    opened = empty_store.copied_to(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder outside her data, for what leaves."""
    place = tmp_path / "stick"
    place.mkdir()
    return place
