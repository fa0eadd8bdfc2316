"""A stick pulled out, full, too old for large files, a power cut: no half folder that looks whole, nothing changed.

Lost without it: an officer opens half of what she gave and takes it for all of it.
"""

from __future__ import annotations

import itertools
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_source, an_incident, fresh_database, ignore, never, open_data

from safeplan import errors
from safeplan.handover import stick, volume
from safeplan.handover.bag import write_bag
from safeplan.handover.folder import NewFolder, remove_unfinished
from safeplan.handover.releases import list_releases
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import ledger
from safeplan.vault import whole_file
from safeplan.vault.whole_file import to_the_disk

MIB = 1 << 20
LISTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt")


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def target(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def small_stick(tmp_path) -> Iterator[Path]:
    """A real file system of 12 MiB, unmounted afterwards."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def entry_with(db, clock, folder: Path, *sizes: int) -> str:
    entry = an_incident(db, clock).id
    for number, size in enumerate(sizes):
        a_file(db, clock, a_source(folder, random.Random(number).randbytes(size), f"{number}.bin"), entry)
    return entry


def hand_over(db, clock, entry, target, progress=ignore, cancelled=never, **how):
    chosen = Selection((entry,), "en", True, "Police")
    return write_bag(db, clock, chosen, target, lambda _: None, progress, cancelled, **how)


def everything(db) -> list[Any]:
    tables = [name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return [(name, db.rows(f"SELECT * FROM {name}")) for name in tables if not name.startswith(("sqlite_", "words"))]


def refused(db, clock, entry, target, kind, **how) -> errors.SafePlanError:
    """The failure; nothing is left behind, and not even what was still open in the record became fixed."""
    before = everything(db)
    with pytest.raises(kind) as caught:
        hand_over(db, clock, entry, target, **how)
    assert everything(db) == before
    assert ledger.waiting_count(db) > 0
    assert not [path.name for path in target.rglob("*")]
    return caught.value


# ── Before anything is written ──────────────────────────────────────────────────────────────────────────────────────
def test_a_small_stick_is_refused_before_anything_is_written(db, clock, tmp_path, small_stick):
    entry = entry_with(db, clock, tmp_path, 6 * MIB, 1)
    error = refused(db, clock, entry, small_stick, errors.DiskFull)
    assert error.facts["reason"] == "room"
    assert error.facts["wanted"] > 14 * MIB > 12 * MIB >= error.facts["free"]


def test_a_file_of_four_gibibytes_is_refused_for_an_old_stick_however_empty(monkeypatch, tmp_path):
    old = volume.Volume("vfat", 1 << 40, volume.FAT_LIMIT, 32768, 1023)
    monkeypatch.setattr(stick, "volume_of", lambda folder: old)
    assert stick.must_fit(tmp_path, [4 * 1024 * MIB - 1]) == old
    with pytest.raises(errors.DiskFull) as caught:
        stick.must_fit(tmp_path, [5, 4 * 1024 * MIB])
    assert caught.value.facts == {"reason": "one_file", "largest": 4 * 1024 * MIB - 1}


def test_small_files_are_counted_as_the_clusters_they_take(monkeypatch, tmp_path):
    place = volume.Volume("exfat", 20 * MIB, volume.NO_LIMIT, 32768, 1023)
    monkeypatch.setattr(stick, "volume_of", lambda folder: place)
    stick.must_fit(tmp_path, [1] * 600)
    with pytest.raises(errors.DiskFull):
        stick.must_fit(tmp_path, [1] * 640)


def test_a_folder_that_lies_too_deep_is_refused(monkeypatch, tmp_path):
    place = volume.Volume("ntfs", 1 << 40, volume.NO_LIMIT, 4096, volume.WINDOWS_PATH)
    monkeypatch.setattr(stick, "volume_of", lambda folder: place)
    stick.must_fit(Path("/" + "d" * 180), [1])
    with pytest.raises(errors.NoPermission) as caught:
        stick.must_fit(Path("/" + "d" * 220), [1])
    assert caught.value.facts["reason"] == "path"


@pytest.mark.parametrize(
    ("kind", "shown"), [("vfat", "FAT32"), ("exfat", "exFAT"), ("ntfs3", "NTFS"), ("ext4", "ext4")]
)
def test_a_file_system_is_shown_under_its_usual_name(kind, shown):
    assert volume.Volume(kind, 0, 0, 0, 0).shown_name == shown


def test_the_real_place_is_asked(small_stick):
    found = volume.volume_of(small_stick)
    assert found.file_system == "tmpfs"
    assert 11 * MIB < found.free <= 12 * MIB
    assert found.largest_file == volume.NO_LIMIT
    with pytest.raises(errors.DiskFailing) as caught:
        volume.volume_of(small_stick / "gone")
    assert caught.value.facts["reason"] == "gone"


# ── While it is written ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_stick_that_fills_up_on_the_way_is_left_as_it_was(db, clock, tmp_path, small_stick, monkeypatch):
    entry = entry_with(db, clock, tmp_path, 6 * MIB, 7 * MIB)
    # Somebody else fills it while we write: asked before, there was room.
    monkeypatch.setattr("safeplan.handover.bag.must_fit", lambda folder, sizes: None)
    assert refused(db, clock, entry, small_stick, errors.DiskFull).id == "disk_full"


def test_a_file_larger_than_the_system_takes_is_named_so(db, clock, tmp_path, target):
    entry = entry_with(db, clock, tmp_path, 3 * MIB)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 * MIB, before[1]))
        # The record's own file is larger than the limit by now: it is not written to, only rolled back.
        with pytest.raises(errors.DiskFull) as caught, NewFolder(target) as made:
            made.write("data/0001.bin", [bytes(MIB)] * 3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.facts["reason"] == "one_file"
    assert not list(target.iterdir())
    assert hand_over(db, clock, entry, target).size > 3 * MIB


@pytest.mark.parametrize("at", [0.3, 0.6, 1.0])
def test_a_stick_pulled_out_is_named_so(db, clock, tmp_path, small_stick, at):
    entry = entry_with(db, clock, tmp_path, MIB, MIB)
    before, gone = everything(db), []

    def pulled(done: int, total: int) -> None:
        if not gone and done >= at * total:
            subprocess.run(["umount", "-l", str(small_stick)], check=True)
            gone.append(done)

    with pytest.raises(errors.DiskFailing) as caught:
        hand_over(db, clock, entry, small_stick, progress=pulled)
    assert caught.value.facts["reason"] == "gone"
    assert everything(db) == before
    assert list(small_stick.iterdir()) == []


def test_a_folder_that_vanishes_is_named_so(db, clock, tmp_path, target):
    entry = entry_with(db, clock, tmp_path, MIB, MIB)
    with pytest.raises(errors.DiskFailing) as caught:
        hand_over(db, clock, entry, target, progress=lambda done, total: shutil.rmtree(target, ignore_errors=True))
    assert caught.value.facts["reason"] == "gone"
    assert list_releases(db) == ()


def test_cancelled_at_any_moment_nothing_stays(db, clock, tmp_path, target):
    entry = entry_with(db, clock, tmp_path, MIB, 300_000)
    (target / "hers.txt").write_text("stays")
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    other = tmp_path / "other"
    other.mkdir()
    hand_over(db, clock, entry, other, cancelled=count, read_back=True)
    assert asked > 20
    # That fixed everything; this one could still be taken back.
    an_incident(db, clock, "open")
    for after in range(0, asked, 4):
        rest, before = iter([False] * after), everything(db)
        with pytest.raises(errors.Cancelled):
            hand_over(db, clock, entry, target, cancelled=lambda rest=rest: next(rest, True), read_back=True)
        assert [path.name for path in target.rglob("*")] == ["hers.txt"]
        assert everything(db) == before


def test_on_a_slow_stick_cancel_is_heard_between_two_pieces_and_nothing_piles_up(db, clock, tmp_path, target):
    """Each wait for it takes a fifth of a second; a full cache is not waited for at the end."""
    entry = entry_with(db, clock, tmp_path, 40 * MIB)
    slow, looks, stopped = 0.2, [], []

    def take_time(descriptor: int) -> None:
        time.sleep(slow)
        to_the_disk(descriptor)

    def cancelled() -> bool:
        looks.append(time.monotonic())
        return bool(stopped)

    def far(done: int, _total: int) -> None:
        if done > 20 * MIB:
            stopped.append(time.monotonic())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole_file, "to_the_disk", take_time)
        with pytest.raises(errors.Cancelled):
            hand_over(db, clock, entry, target, progress=far, cancelled=cancelled)
        ended = time.monotonic()
    assert ended - stopped[0] < 0.5
    pauses = [after - before for before, after in itertools.pairwise(looks)]
    assert slow / 2 < max(pauses) < 0.5, "it went as quick as the stick, and was asked all the time"
    assert list(target.iterdir()) == []


def test_what_the_disk_gives_back_is_compared(db, clock, tmp_path, target):
    """A worn stick says "written" and returns something else."""
    entry = entry_with(db, clock, tmp_path, MIB, MIB)
    worn: list[int] = []

    def wears(done: int, total: int) -> None:
        # All is written, and of what is read back the first piece.
        if done > total // 2 and not worn:
            worn.append(done)
            (path,) = target.glob("unfinished-*/data/0002.bin")
            with path.open("r+b") as file:
                file.seek(77)
                file.write(b"\0\1")

    error = refused(db, clock, entry, target, errors.DiskFailing, progress=wears, read_back=True)
    assert error.facts["reason"] == "read_back"


def test_reading_back_is_the_second_half_of_the_way(db, clock, tmp_path, target):
    entry = entry_with(db, clock, tmp_path, MIB, MIB)
    seen: list[tuple[int, int]] = []
    release = hand_over(db, clock, entry, target, progress=lambda *at: seen.append(at), read_back=True)
    total = 4 * MIB
    assert (seen[0], seen[-1]) == ((0, total), (total, total))
    assert {all_ for _, all_ in seen} == {total}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert len([done for done, _ in seen if done > total // 2]) >= 4
    assert verify_bag(target / release.folder_name).status == UNCHANGED


def test_until_it_is_done_the_name_says_unfinished_and_the_lists_are_missing(db, clock, tmp_path, target):
    entry = entry_with(db, clock, tmp_path, MIB, MIB)
    seen: set[str] = set()

    def look(_done: int, _total: int) -> None:
        (folder,) = target.iterdir()
        assert folder.name.startswith("unfinished-")
        assert not any((folder / name).exists() for name in (*LISTS, "bagit.txt"))
        seen.add(folder.name)

    hand_over(db, clock, entry, target, progress=lambda d, t: look(d, t) if d else None)
    (made,) = target.iterdir()
    assert len(seen) == 1
    assert made.name.startswith("copy-")


# ── Killed ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def killed_hand_over(folder: Path, target: Path, entry: str, after: float) -> bool:
    """Hand over in a process that is killed after so many seconds; whether it was still alive then."""
    child = os.fork()
    if child == 0:
        from safeplan.clock import SystemClock

        try:
            hand_over(open_data(folder / "d0.bin"), SystemClock(), entry, target, read_back=True)
        finally:
            os._exit(0)
    time.sleep(after)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return not ended


def look_after_kill(folder: Path, target: Path, releases: int) -> int:
    """Every folder with a finished name is whole; the record is as before, or tells of a folder that is there."""
    for found in target.iterdir():
        if found.name.startswith("copy-"):
            assert verify_bag(found).status == UNCHANGED, found.name
        else:
            assert found.name.startswith("unfinished-")
    db = open_data(folder / "d0.bin")
    try:
        told = list_releases(db)
        assert len(told) - releases in (0, 1)
        assert all((target / one.folder_name).is_dir() for one in told)
        assert ledger.check(db).ok
    finally:
        db.close()
    return len(told)


def kills(tmp_path: Path, clock, target: Path, times: int, seed: int) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    opened = fresh_database(folder)
    db = next(opened)
    entry = entry_with(db, clock, tmp_path, 3 * MIB, MIB, 20)
    next(opened, None)
    chance, releases, met = random.Random(seed), 0, 0
    for _ in range(times):
        met += killed_hand_over(folder, target, entry, chance.uniform(0.02, 0.2))
        releases = look_after_kill(folder, target, releases)
    assert met
    # The next one takes away what the killed ones left.
    db = open_data(folder / "d0.bin")
    hand_over(db, clock, entry, target)
    db.close()
    assert not list(target.glob("unfinished-*"))


@pytest.mark.row("C-01")
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_on_the_way_no_half_folder_looks_whole(tmp_path, clock, target, tries):
    kills(tmp_path, clock, target, tries.of(300, daily=6), int.from_bytes(os.urandom(4), "big"))


def test_only_what_is_ours_is_taken_from_an_unfinished_folder(target):
    old = target / "unfinished-0a1b2c3d"
    (old / "data").mkdir(parents=True)
    for name in ("data/0001.jpg", "data/0002-COPY-03.jpg", "data/report-2.pdf", "1-START.pdf", "bagit.txt"):
        (old / name).write_text("x")
    (old / "data/hers.txt").write_text("kept")
    other = target / "unfinished-homework"
    other.mkdir()
    (other / "0001.jpg").write_text("kept")
    link = target / "unfinished-ffffffff"
    link.symlink_to(other)
    assert remove_unfinished(target) == 0
    left = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert left == ["unfinished-0a1b2c3d/data/hers.txt", "unfinished-homework/0001.jpg"]
    (old / "data/hers.txt").unlink()
    assert remove_unfinished(target) == 1
    assert remove_unfinished(target / "gone") == 0


def test_a_folder_of_the_same_name_is_never_replaced(target):
    (target / "copy").mkdir()
    with NewFolder(target) as made:
        made.write("data/0001.bin", [b"x"])
        with pytest.raises(errors.FolderNotEmpty):
            made.finish("copy")
    assert [path.name for path in target.iterdir()] == ["copy"]


def test_a_name_that_leads_elsewhere_is_a_fault_of_ours(target):
    for name in ("../x", "/x", "data/../../x", "con.txt", "a:b"):
        with pytest.raises(errors.Bug), NewFolder(target) as made:
            made.write(name, [b"x"])
    assert not list(target.parent.glob("x"))
