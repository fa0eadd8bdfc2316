"""Killed at any moment, again and again: whatever was acknowledged is there, and nothing is damaged.

Lost without it: the exit is a kill in the middle of whatever runs, so every exit would be a bet on her notes.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from kept import Kept, Writer, apply, check_whole, must_hold, read_kept

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import attachments, incidents
from safeplan.records.incidents import IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import OpenVault, unlock_vault
from tests.campaign.selecting import Tries

PHRASE = b"lamp river bread seven"
LONGEST_LIFE = 0.16
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


def _write(told: int, line: str) -> None:
    os.write(told, line.encode() + b"\n")


def one_life(files: VaultFiles, kept: Kept, sources: list[Path], seed: int) -> list[list[str]]:
    """A child opens the store and writes until it is killed; every line it could still say."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            # Several transactions for one file, so that kills meet half-kept ones.
            attachments.CHUNKS_AT_ONCE = 1
            vault = unlock_vault(files, bytearray(PHRASE))
            begin_sitting(vault.database, SystemClock())
            writer = Writer(vault.database, kept, sources, seed, lambda line: _write(tell, line))
            writer.tell("opened")
            while True:
                writer.once()
        finally:
            os._exit(1)
    os.close(tell)
    chance = random.Random(seed)
    if chance.random() < 0.8:
        lines = os.read(told, 9)
        time.sleep(chance.random() * LONGEST_LIFE)
    else:
        lines = b""
        time.sleep(chance.random() * 0.03)  # in the middle of opening, or soon after
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child failed by itself"
    while part := os.read(told, 65536):
        lines += part
    os.close(told)
    return [json.loads(line) for line in lines.splitlines()]


def kill_again_and_again(
    vault: OpenVault, folder: Path, kills: int, seed: int, thorough: Callable[[int], bool]
) -> None:
    vault.close()
    folder.mkdir()
    sources = [folder / f"photo {number}.jpg" for number in range(4)]
    for number, source in enumerate(sources):
        source.write_bytes(random.Random(number).randbytes((1, 300_000, 700_000, 1_200_000)[number]))
    kept, under_way, journals, acknowledged = Kept(), 0, 0, 0
    for round_ in range(kills):
        lines = one_life(vault.files, kept, sources, seed + round_)
        begun = apply(lines, kept)
        acknowledged += sum(line[0] == "done" for line in lines)
        under_way += bool(begun)
        journals += vault.files.data.with_name(vault.files.data.name + "-journal").exists()
        opened = unlock_vault(vault.files, bytearray(PHRASE))
        try:
            found = read_kept(opened.database)
            must_hold(found, kept, begun)
            if thorough(round_):
                check_whole(opened.database)
        finally:
            opened.close()
        kept = found
    # Otherwise the kills met nobody at work, and the story proves nothing. On a busy computer lives are poorer.
    assert under_way >= kills // 5, under_way
    assert journals >= kills // 20, journals
    assert acknowledged >= kills // 2, acknowledged
    last = unlock_vault(vault.files, bytearray(PHRASE))
    begin_sitting(last.database, SystemClock())
    check_whole(last.database)
    last.close()
    assert sorted(path.name for path in vault.files.folder.iterdir()) == ["d0.bin", "r0.bin", "s0.bin"]


@pytest.mark.row("C-01")
@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("remembered")
def test_kills_at_random_moments_lose_nothing_acknowledged(vault: OpenVault, tmp_path: Path, tries: Tries) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    print("seed", seed)
    times = tries.of(1000, daily=30)
    every = max(10, times // 20)
    kill_again_and_again(vault, tmp_path / "photos", times, seed, lambda round_: round_ % every == every - 1)


@pytest.mark.row("C-01", control=True)
def test_the_story_itself_notices_a_loss_a_surprise_and_a_changed_text(vault: OpenVault) -> None:
    kept = Kept({"a": ["t1"]}, {"f": "hash"}, "d1")
    must_hold(Kept({"a": ["t1"]}, {"f": "hash"}, "d1"), kept, [])
    must_hold(Kept({"a": ["t1", "t2"]}, {"f": "hash"}, "d1"), kept, ["amend", "t2", "a"])
    for wrong in (
        Kept({}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1", "t9"]}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1"], "b": ["t9"]}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1"]}, {}, "d1"),
        Kept({"a": ["t1"]}, {"f": "other"}, "d1"),
        Kept({"a": ["t1"]}, {"f": "hash"}, ""),
    ):
        with pytest.raises(AssertionError):
            must_hold(wrong, kept, ["amend", "t2", "a"])
    incidents.add_incident(vault.database, SystemClock(), IncidentForm(text="t5-1 something else"))
    with pytest.raises(AssertionError):
        read_kept(vault.database)
