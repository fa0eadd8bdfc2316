"""Reading a backup back can be watched and stopped: the second half of the work is not a wait in the dark.

Lost without it: she has to leave, and a program that does not stop holds the stick for minutes.
"""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_source, an_incident, ignore, never

from safeplan import errors
from safeplan.clock import Clock
from safeplan.vault import database as database_room
from safeplan.vault import whole_file
from safeplan.vault.backup import backup_size, make_backup
from safeplan.vault.opened import OpenVault
from safeplan.vault.whole_file import AHEAD, WholeFile, forget_cached, to_the_disk

MIB = 1 << 20


@pytest.fixture
def large(vault: OpenVault, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenVault:
    """A store with a file of 12 MiB."""
    # Otherwise one look is enough for so small a file.
    monkeypatch.setattr(database_room, "_STEP", 1)
    entry = an_incident(vault.database, clock, "With a film")
    a_file(vault.database, clock, a_source(tmp_path, random.Random(1).randbytes(12 * MIB), "film.mp4"), entry.id)
    return vault


def test_it_tells_how_far_it_is_also_while_it_reads_back(large: OpenVault, clock: Clock, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    facts = make_backup(large, clock, tmp_path / "b", lambda *step: told.append(step), never)
    total = 2 * facts.size
    assert (told[0], told[-1]) == ((0, total), (total, total))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    between = [done for done, _ in told if facts.size < done < total]
    assert len(between) >= 5


def test_stopped_while_it_reads_back_nothing_is_left_and_the_next_one_works(
    large: OpenVault, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    half = backup_size(large) * 1.2
    far, asked = 0, 0

    def progress(done: int, _total: int) -> None:
        nonlocal far
        far = done

    def cancelled() -> bool:
        nonlocal asked
        asked += far > half
        return far > half

    with pytest.raises(errors.Cancelled):
        make_backup(large, clock, stick / "b", progress, cancelled)
    assert asked == 1, "it stops at the first look, not at the end"
    assert far < 2 * backup_size(large)
    assert list(stick.iterdir()) == []
    assert [row[1] for row in large.database.rows("PRAGMA database_list")] == ["main"]
    make_backup(large, clock, stick / "b", ignore, never)
    assert (stick / "b").stat().st_size == backup_size(large)


def test_what_the_watcher_raises_comes_out_as_it_is(large: OpenVault, clock: Clock, tmp_path: Path) -> None:
    """And what runs afterwards is watched by nobody."""
    looks: list[int] = []

    def look(done: int) -> None:
        looks.append(done)
        if len(looks) == 3:
            raise errors.Locked

    with pytest.raises(errors.Locked):
        large.database.reads_through("main", look)
    assert looks == [1, 2, 3]
    assert large.database.first_fault() is None
    assert len(looks) == 3
    assert large.database.reads_through("main", looks.append)
    assert len(looks) >= 12


def test_a_damaged_page_is_found_by_reading_through(large: OpenVault) -> None:
    with large.files.data.open("r+b") as file:
        file.seek(large.files.data.stat().st_size // 2 + 4000)
        file.write(b"\0\0\0\0")
    with contextlib.suppress(errors.VaultDamaged):
        assert not large.database.reads_through("main", [].append)


@pytest.mark.parametrize(
    ("seconds", "waits"), [(0.3, [AHEAD, 2 * AHEAD, 3 * AHEAD, 4 * AHEAD, 5 * AHEAD]), (0.001, [AHEAD])]
)
def test_a_slow_disk_is_waited_for_often_and_a_quick_one_rarely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Any, seconds: float, waits: list[int]
) -> None:
    asked: list[int] = []

    def count(descriptor: int) -> None:
        asked.append(os.fstat(descriptor).st_size)
        clock.move(seconds=seconds)

    monkeypatch.setattr(whole_file, "to_the_disk", count)
    # A busy computer is no slow disk.
    monkeypatch.setattr(whole_file, "seconds_now", clock.monotonic)
    content = random.Random(2).randbytes(5 * AHEAD)
    with WholeFile(tmp_path / "a", "x+b") as file:
        for at in range(0, len(content), MIB):
            file.write(content[at : at + MIB])
    assert asked == waits
    assert (tmp_path / "a").read_bytes() == content


def test_asking_to_forget_is_only_asking() -> None:
    read, write = os.pipe()
    forget_cached(write)
    os.close(read)
    os.close(write)
    forget_cached(write)
    with pytest.raises(OSError):
        to_the_disk(write)
