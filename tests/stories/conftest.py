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
    missing = eyes_and_hands.missing_tools()
    if missing:
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    with eyes_and_hands.virtual_screen() as found:
        yield found
