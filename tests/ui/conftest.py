"""Waiting in window tests is patient: it ends when the thing is there, however busy the computer is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.playing_kit import Seen, alive

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
    qtbot.waitUntil(lambda: not any(alive(seen.pid) for seen in made))


@pytest.fixture
def enter(qtbot: QtBot, clock: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the whole window of one child in a room."""
    # Not for every test: it brings the whole program with it.
    from tests.ui.room_kit import InRoom

    made: list[InRoom] = []

    def into(room: Any) -> InRoom:
        made.append(InRoom(qtbot, clock, tmp_path / "data", room))
        return made[-1]

    yield into
    for one in made:
        one.app.stop()
