"""Stories need a virtual screen; where its tools are missing they are skipped and say which."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import screen as eyes_and_hands


@pytest.fixture
def screen() -> Iterator[eyes_and_hands.Screen]:
    """1024x600 with openbox."""
    yield from _screen(1024, 600)


@pytest.fixture
def tall_screen() -> Iterator[eyes_and_hands.Screen]:
    """So tall that a page is seen without scrolling."""
    yield from _screen(1400, 2000)


def _screen(width: int, height: int) -> Iterator[eyes_and_hands.Screen]:
    missing = eyes_and_hands.missing_tools()
    if missing:
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    with eyes_and_hands.virtual_screen(width, height) as found:
        yield found
