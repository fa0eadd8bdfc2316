"""Exit after exit: the everyday program stays the same size, and no child stays behind.

Lost without it: after a month of short sittings the calculator is conspicuous for its size, or stops coming back.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from household import come_in, gone, make_store, wait_for_calculator
from screen import Screen, children, program, wait_until

GROWTH_MIB = 5.0
SETTLED_AFTER = 5


def _size(process: int) -> float:
    (line,) = [one for one in Path(f"/proc/{process}/status").read_text().splitlines() if one.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def _descriptors(process: int) -> int:
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def _go_in_and_out(screen: Screen, home: Path, times: int) -> None:
    make_store(home)
    with program(screen, home) as process:
        wait_for_calculator(screen)
        first_size, first_descriptors = 0.0, 0
        for number in range(times):
            child = come_in(screen, process)
            screen.shift_three_times()
            wait_until(lambda child=child: gone(child), 10, "the end of the child")
            time.sleep(0.45)
            if number == SETTLED_AFTER:
                first_size, first_descriptors = _size(process.pid), _descriptors(process.pid)
        assert children(process.pid) == []
        assert _descriptors(process.pid) <= first_descriptors
        assert _size(process.pid) - first_size < GROWTH_MIB


@pytest.mark.screen
def test_ten_exits_leave_everything_as_it_was(screen: Screen, own_home: Path) -> None:
    _go_in_and_out(screen, own_home, 10)


@pytest.mark.screen
@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_a_thousand_exits_leave_everything_as_it_was(screen: Screen, own_home: Path) -> None:
    _go_in_and_out(screen, own_home, 1000)
