"""The disk is full at any write: a sentence says so, whatever she had is whole, and nothing half looks finished.

Lost without it: a stick or a disk that fills up at the wrong moment takes her record along.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from failing import (
    Act,
    BackUp,
    HandOver,
    ImportAFile,
    KeepAnEntry,
    OpenAnOlderOne,
    calls_made,
    each_act,
    let_down,
    once,
)
from traced import WRITES

from safeplan import errors
from safeplan.vault import backup, database, header, whole_file
from tests.campaign.selecting import Tries

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.mark.row("C-03")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", each_act(ImportAFile, HandOver, OpenAnOlderOne))
def test_full_at_any_write_it_is_said_and_everything_older_is_whole(
    start: Path, tmp_path: Path, kind: type[Act], tries: Tries
) -> None:
    made, paths = calls_made(kind, start, tmp_path / "there", WRITES)
    every = [(name, number) for name, count in made.items() for number in range(1, count + 1)]
    seed = int.from_bytes(os.urandom(4), "big")
    chosen = random.Random(seed).sample(every, min(len(every), tries.of(len(every), daily=4)))
    print("seed", seed, made)
    said: Counter[str] = Counter()
    for name, number in sorted(chosen):
        told = once(kind, start, tmp_path / "there", let_down(name, "ENOSPC", f"{number}+", paths))
        said[f"{name} {told.error}"] += 1
    print(said)
    tries.figure(f"writes_{kind.name.replace(' ', '_')}", len(every))
    assert {one.split()[-1] for one in said} <= {"DiskFull", "write"}


@pytest.mark.row("C-03", control=True)
def test_without_a_journal_a_full_disk_damages_what_was_there(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tuple(
        line.replace("journal_mode = DELETE", "journal_mode = OFF") for line in database.DATABASE_SETTINGS
    )
    monkeypatch.setattr(database, "DATABASE_SETTINGS", settings)
    made, paths = calls_made(KeepAnEntry, start, tmp_path / "there", WRITES)
    damaged = 0
    for number in range(2, made["pwrite64"], made["pwrite64"] // 6):
        try:
            once(KeepAnEntry, start, tmp_path / "there", let_down("pwrite64", "ENOSPC", f"{number}+", paths))
        except (AssertionError, errors.SafePlanError):
            damaged += 1
    assert damaged > 0


@pytest.mark.row("C-03", control=True)
def test_a_copy_without_a_passing_name_looks_finished_when_it_is_half(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def at_once(target: Path) -> Iterator[whole_file.WholeFile]:
        try:
            with whole_file.WholeFile(target, "x+b") as file:
                yield file
        except OSError as error:
            raise header.named_os_error(error) from None

    monkeypatch.setattr(backup, "new_file", at_once)
    made, paths = calls_made(BackUp, start, tmp_path / "there", WRITES)
    with pytest.raises(errors.SafePlanError):
        once(BackUp, start, tmp_path / "there", let_down("write", "ENOSPC", f"{made['write']}+", paths))
