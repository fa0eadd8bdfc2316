"""Waiting in window tests is patient: it ends when the thing is there, however busy the computer is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.playing_kit import Seen

if TYPE_CHECKING:
    from tests.ui.page_window import OpenPages

LONG_MS = 20_000


class PatientBot(QtBot):  # type: ignore[misc]
    """pytest-qt gives up after one second on a signal and after five on all else."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = LONG_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONG_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Callable[..., Seen]]:
    made: list[Seen] = []

    def start(kind: str, source: Any, **more: Any) -> Seen:
        made.append(Seen(qtbot, kind, source, **more))
        return made[-1]

    yield start
    for seen in made:
        if not seen.failures:
            seen.playing.stop()
    qtbot.waitUntil(lambda: not any(Path(f"/proc/{seen.pid}").exists() for seen in made))


@pytest.fixture
def pages(qtbot: QtBot, vault: Any, clock: Any) -> OpenPages:
    """The window with all pages over a store that has nothing in it yet."""
    # Not for every test: it brings the whole program with it.
    from tests.ui.page_window import OpenPages

    return OpenPages(qtbot, vault, clock)


@pytest.fixture
def enter(qtbot: QtBot, clock: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the whole window of one child in a room."""
    # As above.
    from tests.ui.room_kit import InRoom

    made: list[InRoom] = []

    def into(room: Any) -> InRoom:
        made.append(InRoom(qtbot, clock, tmp_path / "data", room))
        return made[-1]

    yield into
    for one in made:
        one.app.stop()


@pytest.fixture
def evening(
    qtbot: QtBot, clock: Any, vault: Any, remembered: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Any]]:
    """Opens the whole window of one child in a room, with notes in its store or, `empty`, before the first."""
    # As above.
    from tests.ui.evening_kit import Evening, put_notes
    from ui.rooms import HOME_ROOM

    monkeypatch.setattr("safeplan.vault.keyslots.calibrate_profile", lambda _monotonic: 0)
    files = vault.files
    vault.close()
    made: list[Evening] = []

    def begin(room: Any = HOME_ROOM, *, opened: bool = True, empty: bool = False) -> Evening:
        if empty:
            files.header.unlink()
            files.data.unlink()
        else:
            put_notes(files, room, clock)
        made.append(Evening(qtbot, clock, files, room))
        if opened and not empty:
            made[-1].open()
        return made[-1]

    yield begin
    for one in made:
        one.go_on()
        one.app.stop()
