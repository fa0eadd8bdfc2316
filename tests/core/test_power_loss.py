"""The power goes out between any two writes: the store opens, and everything that was acknowledged is in it.

Lost without it: an old laptop without a battery, and somebody who pulls the plug, cost her what she had just kept.
"""

from __future__ import annotations

import json
import os
import shutil
import traceback
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from power_flows import (
    BringingBack,
    Flow,
    Importing,
    Keeping,
    Making,
    Migrating,
    PuttingBack,
    Rekeying,
    Removing,
    Slots,
)
from power_loss import Call, State, Tree, lay_out, recorded, states

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.records import attachments
from safeplan.vault import ballast, database, exchange, header, keyslots
from safeplan.vault.container import OpenVault
from tests.campaign.selecting import Tries

STATES, DAILY = 1400, 24

pytestmark = pytest.mark.usefixtures("remembered")


def shows(kind: type[Flow], *rows: str, campaign: bool = False) -> Any:
    """A flow with the rows of the programme that it shows."""
    return pytest.param(kind, marks=[pytest.mark.row("C-02", *rows), *([pytest.mark.campaign] if campaign else [])])


FLOWS = (
    shows(Keeping),
    shows(Importing),
    shows(Removing, campaign=True),
    shows(Slots, "K-02"),
    shows(Rekeying, "K-09"),
    shows(BringingBack, campaign=True),
    shows(PuttingBack),
    shows(Migrating),
    shows(Making, campaign=True),
)


@pytest.fixture
def restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """No noise of 16 MiB in every state: that would be no other test, only a longer one."""
    monkeypatch.setattr(ballast, "BALLAST_SIZE", 1 << 16)
    monkeypatch.setattr(ballast, "_PIECE", 1 << 15)
    # A flow may change these two; they are put back.
    monkeypatch.setattr(attachments, "CHUNKS_AT_ONCE", attachments.CHUNKS_AT_ONCE)
    monkeypatch.setattr(keyslots, "derive_root", keyslots.derive_root)


def done_once(flow: Flow, vault: OpenVault) -> tuple[Tree, list[Call]]:
    """Prepare the flow and record it."""
    vault.files.ballast.unlink()
    flow.prepare(vault)
    return recorded(flow.act, flow.store, flow.store.parent / "calls.txt")


def cut_everywhere(flow: Flow, before: Tree, calls: list[Call], wanted: int, seed: int) -> Counter[str]:
    """How many states came out as "whole", and how the others failed."""
    print("seed", seed)
    came: Counter[str] = Counter()
    place = flow.store.parent / "found"
    for state in states(before, calls, wanted, seed):
        came[outcome(flow, state, place)] += 1
    shutil.rmtree(place, ignore_errors=True)
    return came


def outcome(flow: Flow, state: State, place: Path) -> str:
    """ "whole", "corrupt" (it does not open, or a page is wrong) or "lost"; with the reason printed."""
    lay_out(state.found, place)
    try:
        flow.check(vault_files(place), [json.loads(line) for line in state.said])
    except errors.SafePlanError as error:
        print("corrupt", state.cut, type(error).__name__, error.facts, sorted(state.found), state.said[-2:])
        return "corrupt"
    except AssertionError as wrong:
        print(
            "lost",
            state.cut,
            str(wrong).splitlines()[:1] or traceback.format_exc().splitlines()[-3:],
            sorted(state.found),
            state.said[-2:],
        )
        return "lost"
    return "whole"


@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("kind", FLOWS)
def test_whatever_reached_the_disk_it_opens_and_nothing_acknowledged_is_lost(
    vault: OpenVault, kind: type[Flow], tries: Tries
) -> None:
    flow = kind(vault.files.folder)
    wanted = tries.of(STATES, daily=DAILY)
    flow.for_states(wanted)
    before, calls = done_once(flow, vault)
    came = cut_everywhere(flow, before, calls, wanted, int.from_bytes(os.urandom(4), "big"))
    print(kind.__name__, len(calls), "calls", came)
    tries.figure(f"states_{kind.__name__.lower()}", came.total())
    assert set(came) == {"whole"}
    # Of an exchange of names there are only some hundred different ones.
    assert came.total() >= min(wanted, kind.at_most)


# ── The same eyes find what would be lost otherwise ─────────────────────────────────────────────────────────────
def settings(**changed: str) -> tuple[str, ...]:
    """What every database is opened with, but for these."""
    kept = [line for line in database.DATABASE_SETTINGS if line.split()[1] not in changed]
    assert len(kept) == len(database.DATABASE_SETTINGS) - len(changed)
    return (*kept, *(f"PRAGMA {name} = {value}" for name, value in changed.items()))


def unlike_the_program(
    monkeypatch: pytest.MonkeyPatch, vault: OpenVault, kind: type[Flow], wanted: int, *patches: tuple[Any, str, Any]
) -> Counter[str]:
    """What comes out when the program is built worse while the flow is done; its checks are those of always."""
    flow = kind(vault.files.folder)
    vault.files.ballast.unlink()
    flow.prepare(vault)
    with monkeypatch.context() as patch:
        for place, name, value in patches:
            patch.setattr(place, name, value)
        before, calls = recorded(flow.act, flow.store, flow.store.parent / "calls.txt")
    came = cut_everywhere(flow, before, calls, wanted, 1)
    print(kind.__name__, "worse:", came)
    return came


@pytest.mark.row("C-02", control=True)
@pytest.mark.usefixtures("restored")
def test_where_the_removal_of_the_journal_is_not_made_sure_acknowledged_entries_are_lost(vault, monkeypatch):
    """SQLite's own setting, FULL, with a journal that is removed after each change; the program's own is EXTRA."""
    worse = settings(synchronous="FULL", locking_mode="NORMAL")
    came = unlike_the_program(monkeypatch, vault, Keeping, 60, (database, "DATABASE_SETTINGS", worse))
    assert came["lost"] > 0
    assert came["corrupt"] == 0


@pytest.mark.row("C-02")
@pytest.mark.campaign
@pytest.mark.usefixtures("restored")
def test_with_the_programs_setting_a_removed_journal_does_not_come_back(vault, monkeypatch):
    """The other half of the control: the same journal, removed with EXTRA."""
    other = settings(locking_mode="NORMAL")
    came = unlike_the_program(monkeypatch, vault, Keeping, 60, (database, "DATABASE_SETTINGS", other))
    assert set(came) == {"whole"}


@pytest.mark.row("C-02", control=True)
@pytest.mark.campaign
@pytest.mark.usefixtures("restored")
def test_without_waiting_for_the_disk_the_store_is_damaged(vault, monkeypatch):
    worse = settings(synchronous="OFF")
    came = unlike_the_program(monkeypatch, vault, Keeping, 40, (database, "DATABASE_SETTINGS", worse))
    assert came["corrupt"] > 0
    assert came["lost"] > 0


def _without_waiting(path: Path, first: bytes | bytearray, second: bytes | bytearray) -> None:
    """Both copies of the key slots, one after the other, and nobody waits for the disk."""
    with path.open("r+b", buffering=0) as file:
        file.write(bytes(first))
        file.write(bytes(second))


@pytest.mark.row("C-02", "K-02", control=True)
@pytest.mark.usefixtures("restored")
def test_with_both_copies_of_the_key_slots_on_their_way_at_once_she_is_kept_out(vault, monkeypatch):
    came = unlike_the_program(monkeypatch, vault, Slots, 60, (header, "write_copies", _without_waiting))
    assert came["lost"] > 0


def _in_any_order(names: Iterable[tuple[Path, Path]]) -> None:
    for here, there in names:
        if here.exists():
            here.replace(there)


@pytest.mark.row("C-02", "K-09", control=True)
@pytest.mark.campaign
@pytest.mark.usefixtures("restored")
def test_where_one_name_is_not_sure_before_the_next_a_new_key_leaves_neither(vault, monkeypatch):
    derive = keyslots.derive_root

    def not_from_noise(secret: bytearray, salt: bytes) -> bytearray:
        # A key file that was overwritten names any profile, and nothing that is derived from it opens anything.
        return keyslots.random_secret(32) if salt[0] & 7 else derive(secret, salt)

    monkeypatch.setattr(keyslots, "derive_root", not_from_noise)
    came = unlike_the_program(monkeypatch, vault, Rekeying, 250, (exchange, "_move", _in_any_order))
    assert came["corrupt"] > 0
