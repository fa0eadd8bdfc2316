"""Stories need a virtual screen; where its tools are missing they are skipped and say which."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import screen as eyes_and_hands
from exit_log import ExitLog

HERE = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Stories mostly wait, the rest mostly computes: mixed, no core stands still, and none is left for the end.

    The largest of the other files come first, so that the last ones to run are short.
    """
    files = [list(group) for _, group in groupby(items, key=lambda item: item.path)]
    stories = [file for file in files if file[0].path.parent == HERE]
    others = sorted((file for file in files if file[0].path.parent != HERE), key=len, reverse=True)
    if not stories or not others:
        return
    every = 0.8 * sum(map(len, others)) / len(stories)
    mixed: list[list[pytest.Item]] = []
    done, told = 0, 0
    for file in others:
        while stories and done >= told * every:
            mixed.append(stories.pop())
            told += 1
        mixed.append(file)
        done += len(file)
    items[:] = [item for file in [*mixed, *stories] for item in file]


@pytest.fixture
def in_full(request: pytest.FixtureRequest) -> bool:
    """In the campaign the exact times count; elsewhere other tests run beside this one."""
    return bool(request.config.getoption("--full"))


@pytest.fixture
def thousand(request: pytest.FixtureRequest) -> int:
    """How often to leave from each state in the campaign: a thousand times, or what --exits says."""
    return int(request.config.getoption("--exits"))


@pytest.fixture
def exit_log(in_full: bool) -> Callable[[str], ExitLog | None]:
    """In the campaign an exit that was made counts for every row and run that asks for it."""
    return lambda state: ExitLog(state) if in_full else None


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
