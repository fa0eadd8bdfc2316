"""Sealing that is stopped, cancelled, killed, or meets a medium that is full, lies or has a limit: whole or absent.

Lost without it: half a bundle on a stick that looks whole. What opens, and for whom, stands in test_sealed.py.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from builders import ignore, never
from sealing_folders import a_folder, seal_folder

from safeplan import errors
from safeplan.handover import sealed_zip
from safeplan.vault import whole_file
from safeplan.vault.whole_file import file_system_of, must_fit
from tests.campaign.selecting import Tries

PHRASE = "4821-9937-0254-1180-6641-7093"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path)


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_cancelled_at_any_piece_nothing_is_left(folder, stick, monkeypatch) -> None:
    monkeypatch.setattr(sealed_zip, "PIECE", 500_000)
    asked = 0

    def after(pieces: int) -> Callable[[], bool]:
        left = iter(range(pieces))
        return lambda: next(left, None) is None

    while True:
        try:
            seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, after(asked))
            break
        except errors.Cancelled:
            assert names(stick) == []
            asked += 1
    assert asked > 10
    assert names(stick) == ["sealed.zip"]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 10, 3_000, 500_000, 3_000_200, 3_003_000])
def test_a_medium_that_is_full_on_the_way_leaves_nothing(folder, stick, room) -> None:
    with no_file_larger_than(room), pytest.raises(errors.DiskFull):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert names(stick) == []


def test_a_file_that_was_there_stays_and_a_vanished_one_is_named(folder, stick) -> None:
    (stick / "sealed.zip").write_bytes(b"hers")
    with pytest.raises(errors.FolderNotEmpty):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert (stick / "sealed.zip").read_bytes() == b"hers"

    def shorten(done: int, total: int) -> None:
        if done == 0:
            (folder / "data" / "0001.jpg").write_bytes(b"short")

    with pytest.raises(errors.FileVanished):
        seal_folder(folder, stick / "other.zip", PHRASE, "en", shorten, never)
    with pytest.raises(errors.PassphraseTooWeak):
        seal_folder(folder, stick / "other.zip", "оғаш перне", "en", ignore, never)
    (folder / "data" / "link").symlink_to("/etc/hostname")
    with pytest.raises(errors.FileUnreadable):
        seal_folder(folder, stick / "other.zip", PHRASE, "en", ignore, never)
    assert names(stick) == ["sealed.zip"]


def test_what_was_written_is_read_back_and_a_lying_medium_is_noticed(folder, stick) -> None:
    def bend(done: int, total: int) -> None:
        if done == total // 2:
            (passing,) = stick.glob("unfinished-*.part")
            with passing.open("r+b") as file:
                file.seek(1_000_000)
                file.write(b"\0\0\0\0")

    with pytest.raises(errors.DiskFailing):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", bend, never)
    assert names(stick) == []


def seal_and_kill(folder: Path, stick: Path, seed: int) -> None:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            seal_folder(folder, stick / "sealed.zip", PHRASE, "en", lambda *_: os.write(tell, b"."), never)
        finally:
            os._exit(0)
    os.close(tell)
    # It has begun; from here on at any moment.
    os.read(told, 1)
    time.sleep(random.Random(seed).random() * 0.1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)


def kill_while_sealing(folder: Path, stick: Path, kills: int) -> None:
    import pyzipper  # noqa: F401  (loaded here once, so that the kills meet the writing)

    met = 0
    for seed in range(kills):
        seal_and_kill(folder, stick, seed)
        left = names(stick)
        if left == ["sealed.zip"]:
            with (stick / "sealed.zip").open("rb") as whole:
                sealed_zip.read_back(whole, PHRASE, lambda _size: None)
            (stick / "sealed.zip").unlink()
        else:
            met += bool(left)
            assert len(left) <= 1
            assert all(name.startswith("unfinished-") and name.endswith(".part") for name in left)
    assert met >= kills // 5, met
    seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert names(stick) == ["sealed.zip"]


@pytest.mark.row("C-01")
@pytest.mark.timeout(900)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_at_any_moment_there_is_a_whole_file_or_none(folder, stick, tries: Tries) -> None:
    (folder / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(6_000_000))
    kill_while_sealing(folder, stick, tries.of(400, daily=15))


# ── What a medium can take ──────────────────────────────────────────────────────────────────────────────────────
MOUNTS = """22 1 254:0 / / rw,relatime - ext4 /dev/root rw
40 22 8:17 / /media/her\\040stick rw,nosuid - vfat /dev/sdb1 rw
41 22 8:33 / /media/large rw,nosuid - exfat /dev/sdc1 rw
42 22 0:31 / /media/her\\040stick/over rw shared:5 - tmpfs tmpfs rw
a line of something else
"""


def test_the_file_system_of_a_place_is_the_one_mounted_nearest() -> None:
    assert file_system_of("/media/her stick/copies", MOUNTS) == "vfat"
    assert file_system_of("/media/her stick", MOUNTS) == "vfat"
    assert file_system_of("/media/her stick/over/it", MOUNTS) == "tmpfs"
    assert file_system_of("/media/her sticks", MOUNTS) == "ext4"
    assert file_system_of("/media/large/x", MOUNTS) == "exfat"
    assert file_system_of("/x", "") == ""


def test_more_than_a_stick_takes_in_one_file_or_at_all_is_said_before_writing(folder, stick, monkeypatch) -> None:
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")
    must_fit(stick, 1000)
    with pytest.raises(errors.DiskFull) as refused:
        must_fit(stick, 1 << 32)
    assert refused.value.facts == {"reason": "one_file", "largest": 4294967295}
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "ext4")
    with pytest.raises(errors.DiskFull) as refused:
        must_fit(stick, 1 << 60)
    assert refused.value.facts["reason"] == "room"
    with (folder / "data" / "0003.mp4").open("wb") as film:
        film.truncate((1 << 32) - 1)
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")
    with pytest.raises(errors.DiskFull) as refused:
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert refused.value.facts["reason"] == "one_file"
    assert names(stick) == []
