"""Exit after exit: both processes stay the same size, nothing of an exit stays open, listed or written.

Lost without it: after a month of short sittings the calculator is conspicuous for its size, or stops coming back.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from exit_rounds import Rounds
from household import files_in, make_store
from screen import Screen, children, program

from tests.campaign.selecting import Tries

pytestmark = pytest.mark.screen

# What an allocator that works keeps to itself for a while; a leak passes it in any number of exits worth the name.
GROWTH_MIB = 5.0
# The first exits fill caches of fonts and pictures.
SETTLED_AFTER = 5
HERE = Path(__file__)


@dataclass(frozen=True)
class Size:
    """After one exit, all but `child_mib`: that is the child's before it."""

    parent_mib: float
    child_mib: float
    open_files: int
    threads: int
    processes: int
    windows: int
    files: int


def _status(process: int, name: str) -> int:
    (line,) = [one for one in Path(f"/proc/{process}/status").read_text().splitlines() if one.startswith(name)]
    return int(line.split()[1])


def in_and_out(screen: Screen, home: Path, times: int, *, starter: tuple[str, ...] = ("-m", "ui")) -> list[Size]:
    """What the program has grown to after each of so many exits; hundreds of them are not all kept."""
    files, sizes = files_in(home), []
    with program(screen, home, starter=starter) as process:
        rounds = Rounds(screen, process)
        for number in range(times):
            rounds.in_and_out()
            if times > 200 and SETTLED_AFTER + 50 < number < times - 50 and number % 100:
                continue
            # The parent looks at the end of its child once more, and lets go of it.
            time.sleep(0.05)
            sizes.append(
                Size(
                    parent_mib=_status(process.pid, "VmRSS") / 1024,
                    child_mib=rounds.child_kib / 1024,
                    open_files=len(list(Path(f"/proc/{process.pid}/fd").iterdir())),
                    threads=_status(process.pid, "Threads"),
                    processes=len(children(process.pid)),
                    windows=rounds.names.windows_of_all(),
                    files=len(list(files.folder.iterdir())),
                )
            )
    return sizes


def growth(sizes: list[Size], settled_after: int = SETTLED_AFTER) -> list[str]:
    """What is more at the end than at the beginning, in words; tenths are compared, so that one odd look is none."""
    settled = [asdict(size) for size in sizes[settled_after:]]
    part = max(1, len(settled) // 10)
    found = []
    for name in settled[0]:
        before = statistics.median(size[name] for size in settled[:part])
        after = statistics.median(size[name] for size in settled[-part:])
        if after - before > (GROWTH_MIB if name.endswith("_mib") else 0):
            found.append(f"{name}: {before:.1f}, then {after:.1f}")
    found += ["a process stays"] if any(size.processes for size in sizes) else []
    return found


@pytest.mark.row("X-02")
@pytest.mark.timeout(8 * 3600)
def test_exit_after_exit_leaves_everything_as_it_was(screen: Screen, own_home: Path, tries: Tries) -> None:
    make_store(own_home)
    times = tries.of(10_000, daily=8)
    started = time.perf_counter()
    sizes = in_and_out(screen, own_home, times)
    tries.figure("seconds_each", round((time.perf_counter() - started) / times, 2))
    for name in ("parent_mib", "child_mib", "open_files"):
        tries.figure(f"{name}_first", round(getattr(sizes[SETTLED_AFTER], name), 1))
        tries.figure(f"{name}_last", round(getattr(sizes[-1], name), 1))
    assert not growth(sizes)


@pytest.mark.row("X-02", control=True)
def test_the_same_count_finds_what_grows(screen: Screen, own_home: Path, in_full: bool) -> None:
    """Two MiB and one open file are kept of every exit; four such exits are more than may grow."""
    make_store(own_home)
    planted = (str(HERE.with_name("exit_program.py")), "grows")
    sizes = in_and_out(screen, own_home, 12 if in_full else 6, starter=planted)
    found = " ".join(growth(sizes, SETTLED_AFTER if in_full else 1))
    assert "parent_mib" in found
    assert "open_files" in found
