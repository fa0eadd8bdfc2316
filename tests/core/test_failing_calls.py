"""A disk that fails at any call, or too little memory: a sentence, no word of hers in it, and the store is whole.

Lost without it: a worn stick damages what it does not even have to touch, or a message shows what she wrote.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from failing import (
    MARKER,
    Act,
    BringACopyBack,
    ChangePassphrase,
    GiveANewKey,
    KeepAnEntry,
    LeaveAKiosk,
    calls_made,
    each_act,
    let_down,
    once,
    said_to_her,
)
from traced import Ended

from safeplan import errors
from safeplan.handover import report
from safeplan.vault import database
from tests.campaign.selecting import Tries

CALLS = "openat,read,pread64,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename,mkdir,rmdir"
LIMITS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 288, 320, 400)
DAILY = 2
MIB = 1 << 20

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.mark.row("C-04")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", each_act(KeepAnEntry, LeaveAKiosk))
def test_failing_at_any_call_once_or_for_good_it_is_said_and_nothing_is_damaged(
    start: Path, tmp_path: Path, kind: type[Act], tries: Tries
) -> None:
    made, paths = calls_made(kind, start, tmp_path / "there", CALLS)
    every = [(name, f"{number}{on}") for name, n in made.items() for number in range(1, n + 1) for on in ("", "+")]
    seed = int.from_bytes(os.urandom(4), "big")
    chosen = random.Random(seed).sample(every, tries.of(len(every), daily=DAILY))
    print("seed", seed, made)
    said: Counter[str] = Counter()
    for name, when in chosen:
        print(name, when)
        told = once(kind, start, tmp_path / "there", let_down(name, "EIO", when, paths))
        said[f"{name} {told.error} {told.facts}"] += 1
    print(said)
    tries.figure(f"calls_{kind.name.replace(' ', '_')}", len(every))


@pytest.mark.row("C-04")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", [GiveANewKey, BringACopyBack], ids=lambda kind: kind.name)
def test_failing_for_good_from_any_call_that_changes_names_leaves_the_store_of_before(
    start: Path, tmp_path: Path, kind: type[Act], tries: Tries
) -> None:
    """Chance meets the few calls of an exchange too rarely, and a disk that fails there fails in putting back too."""
    made, paths = calls_made(kind, start, tmp_path / "there", CALLS)
    every = [
        (name, f"{number}{on}")
        for name in ("rename", "fsync", "unlink", "openat")
        for number in range(1, made[name] + 1)
        for on in ("", "+")
    ]
    # An exchange is what comes last of all.
    for name, when in [one for number, one in enumerate(every) if tries.of(2, daily=1) == 2 or number % 8 == 7]:
        print(name, when)
        once(kind, start, tmp_path / "there", let_down(name, "EIO", when, paths))


# ── Too little memory ───────────────────────────────────────────────────────────────────────────────────────────
def no_more_than(room: int) -> Callable[[], None]:
    """The process has `room` bytes left, whatever it had put by: memory that was freed counts too."""
    import resource  # not on Windows

    def limit() -> None:
        has = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (has + room, has + room))
        for size in (MIB, 64 << 10, 4 << 10, 400):
            with contextlib.suppress(MemoryError):
                while True:
                    TAKEN.append(bytearray(size))
        left = room
        for held in sorted(TAKEN, key=len, reverse=True):
            if len(held) <= left:
                left -= len(held)
                TAKEN.remove(held)

    return limit


TAKEN: list[bytearray] = []
UNWATCHED = ["-o", "/dev/null", "-e", "trace=none"]


@pytest.mark.row("C-04")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", each_act(KeepAnEntry, ChangePassphrase))
def test_with_too_little_memory_it_is_said_and_nothing_is_damaged(
    start: Path, tmp_path: Path, kind: type[Act], tries: Tries
) -> None:
    limits = [0, *(quarter * MIB // 4 for quarter in LIMITS)]
    seed = int.from_bytes(os.urandom(4), "big")
    said: Counter[str] = Counter()
    for more in random.Random(seed).sample(limits, tries.of(len(limits), daily=2)):
        print("bytes more", more)
        told = once(kind, start, tmp_path / "there", UNWATCHED, no_more_than(more))
        said[f"{more >> 10} KiB {told.error} {told.facts}"] += 1
    print(said)


@pytest.mark.row("C-04")
def test_the_compiler_of_papers_without_memory_is_a_named_failure_that_everybody_catches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class PanicException(BaseException):
        """As the compiler raises it: no ordinary error."""

    saying = [f"{MARKER}: ThreadPoolBuildError"]

    def panics(*_: object, **__: object) -> bytes:
        raise PanicException(saying[0])

    monkeypatch.setattr(report.typst, "query", panics)
    monkeypatch.setattr(report.typst, "compile", panics)
    day = {"made_date": [2026, 3, 2], "language": "en"}
    for named in (errors.MemoryShort, errors.Bug):
        with pytest.raises(named) as asked:
            report.ask_template("reports/rows.typ", day, {}, "<x>")
        with pytest.raises(named) as made:
            report.compile_template("reports/rows.typ", day, {})
        for caught in (asked, made):
            assert MARKER not in str(caught.value.facts)
            assert caught.value.__suppress_context__
        saying[0] = MARKER


# ── The same eyes find it ───────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("C-04", control=True)
def test_without_a_journal_a_failing_disk_damages_what_was_there(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = [line.replace("journal_mode = DELETE", "journal_mode = OFF") for line in database.DATABASE_SETTINGS]
    monkeypatch.setattr(database, "DATABASE_SETTINGS", tuple(without))
    made, paths = calls_made(KeepAnEntry, start, tmp_path / "there", CALLS)
    damaged = 0
    for number in range(2, made["pwrite64"], made["pwrite64"] // 6):
        try:
            once(KeepAnEntry, start, tmp_path / "there", let_down("pwrite64", "EIO", f"{number}+", paths))
        except (AssertionError, errors.SafePlanError):
            damaged += 1
    assert damaged > 0


@pytest.mark.row("C-04", control=True)
@pytest.mark.parametrize(
    "ended",
    [
        Ended((json.dumps(["DiskFailing", "disk_failing", {"path": f"/home/{MARKER}.jpg"}]),), ""),
        Ended((json.dumps(["Bug", "bug", {"code": "AB12-CD34"}]),), ""),
        Ended((), f"Traceback | ValueError: {MARKER}"),
        Ended((), "stuck"),
    ],
    ids=["a word of hers", "no sentence of its own", "a traceback", "a standstill"],
)
def test_a_word_of_hers_a_bug_a_traceback_and_a_standstill_are_found(ended: Ended) -> None:
    with pytest.raises(AssertionError):
        said_to_her(ended)
    assert said_to_her(Ended((json.dumps(["DiskFailing", "disk_failing", {"errno": 5}]),), "")).error == "DiskFailing"
