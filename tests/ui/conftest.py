"""Waiting in window tests is patient: it ends when the thing is there, however busy the computer is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

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
