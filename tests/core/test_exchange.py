"""One store takes the place of another; the disk fails or the process is killed, twice: one of the two is whole.

Lost without it: a worn stick that refuses one change of names refuses the next as well, and the key file of one store
stands beside the data of the other.
"""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from safeplan import errors
from safeplan.paths import VaultFiles, vault_files
from safeplan.vault import exchange, header
from safeplan.vault.opened import OpenVault
from tests.campaign.selecting import Tries

# What lies there before: the key file, the data, and the journal of a writing that was killed.
WHOLE, WITH_JOURNAL, WITHOUT_KEY_FILE, WITHOUT_DATA = ("s0", "d0"), ("s0", "d0", "journal"), ("d0",), ("s0",)
FULL, DAILY = 20_000, 300


class Killed(BaseException):
    """Nothing catches it: the process is gone."""


@dataclass
class Fault:
    """What happens at the disk operation number `at`, counted from 0; `never` when there are not so many."""

    kind: str
    at: int
    made: int = 0

    def strike(self) -> None:
        """Before each operation."""
        number, self.made = self.made, self.made + 1
        if number == self.at and self.kind == "killed":
            raise Killed
        if number == self.at or (number > self.at and self.kind == "fails for good"):
            raise OSError(errno.EIO, "the disk")


KINDS = ("killed", "fails once", "fails for good")


@contextmanager
def disk_with(fault: Fault) -> Iterator[None]:
    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            fault.strike()
            return real(*arguments, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (os, "fsync")):
            patch.setattr(owner, name, counted(getattr(owner, name)))
        patch.setattr(exchange, "make_private_folder", counted(exchange.make_private_folder))
        yield


def lay(files: VaultFiles, which: tuple[str, ...], mark: str) -> None:
    files.folder.mkdir(parents=True)
    for name, path in parts(files).items():
        if name in which:
            path.write_text(f"{mark} {name}")


def parts(files: VaultFiles) -> dict[str, Path]:
    return {"s0": files.header, "d0": files.data, "journal": files.data.with_name("d0.bin-journal")}


def what_stands(files: VaultFiles) -> tuple[str, tuple[str, ...]]:
    """Whose store it is ("hers", "coming", "" for nothing), and its parts; never parts of two."""
    found = {name: path.read_text(errors="replace") for name, path in parts(files).items() if path.exists()}
    whose = {text.partition(" ")[0] for text in found.values()}
    assert len(whose) <= 1, f"parts of two: {found}"
    assert all(text.partition(" ")[2] == name for name, text in found.items()), f"destroyed: {found}"
    return "".join(whose), tuple(name for name in WITH_JOURNAL if name in found)


class Opened:
    """Stands for the open store: whether it opens plays a part here, not what is in it."""

    def close(self) -> None:
        """Nothing is held."""


def exchanged(files: VaultFiles, opens: bool) -> bool:
    def open_it() -> OpenVault:
        assert what_stands(files) == ("coming", WHOLE)
        if not opens:
            # As a store that was open leaves it.
            parts(files)["journal"].write_text("coming journal")
            raise errors.DiskFailing(code="test")
        return cast(OpenVault, Opened())

    try:
        exchange.exchange(files, open_it)
    except (Killed, errors.SafePlanError):
        return False
    return True


def twice(place: Path, before: tuple[str, ...], opens: bool, first: Fault, second: Fault) -> str:
    """Exchange, settle, settle: the first two on a disk with a fault. Whose store it is in the end."""
    files = vault_files(place)
    shutil.rmtree(place, ignore_errors=True)
    lay(files, before, "hers")
    lay(files.coming, WHOLE, "coming")
    with disk_with(first):
        done = exchanged(files, opens)
    # Where there were no data nothing is kept for her, and what came stays although it did not open.
    allowed = (before, WHOLE, *([WITH_JOURNAL] if before == WITHOUT_DATA else []))
    told = False
    with disk_with(second), suppress(Killed):
        try:
            exchange.settle(files)
        except errors.SafePlanError:
            told = True
        else:
            # It may be opened now, and written to.
            whose, found = what_stands(files)
            assert found in allowed, found
            opened = whose
            exchange.settle(files)
            assert what_stands(files)[0] == opened, "what was opened is taken away"
    exchange.settle(files)
    assert not exchange.settle(files)
    whose, found = what_stands(files)
    assert found == before if whose == "hers" else found in allowed, (whose, found)
    assert whose == "coming" or not done, "said to be done, and it is the old one"
    assert whose == "hers" or opens or before == WITHOUT_DATA, "it never opened, and hers is gone"
    assert {path.name for path in files.folder.iterdir()} <= {path.name for path in parts(files).values()}
    return f"{whose}{' told' if told else ''}"


def operations(place: Path, before: tuple[str, ...], opens: bool) -> int:
    fault = Fault("killed", 1_000_000)
    twice(place, before, opens, fault, Fault("killed", 1_000_000))
    return fault.made


@pytest.mark.row("C-04", "C-01")
@pytest.mark.timeout(1800)
def test_two_faults_in_a_row_leave_one_of_the_two_stores_whole(tmp_path: Path, tries: Tries) -> None:
    place, seed = tmp_path / "store", int.from_bytes(os.urandom(4), "big")
    ways = [
        (before, opens, first, one, second, two)
        for before, opens in itertools.product((WHOLE, WITH_JOURNAL, WITHOUT_KEY_FILE, WITHOUT_DATA), (True, False))
        for first, second in itertools.product(KINDS, KINDS)
        for one, two in itertools.product(range(operations(place, before, opens) + 1), range(40))
    ]
    chosen = random.Random(seed).sample(ways, min(len(ways), tries.of(FULL, daily=DAILY)))
    print("seed", seed, len(ways), "ways")
    came: Counter[str] = Counter()
    for before, opens, first, one, second, two in chosen:
        try:
            came[twice(place, before, opens, Fault(first, one), Fault(second, two))] += 1
        except (AssertionError, errors.SafePlanError):
            print(before, opens, first, one, second, two)
            raise
    print(came)
    assert {"hers", "coming"} <= set(came) <= {"hers", "coming", "hers told"}


@pytest.mark.parametrize("left", range(4))
def test_where_nothing_came_all_of_hers_goes_back(tmp_path: Path, left: int) -> None:
    """What came was taken away by hand, or by a repair of the disk."""
    files = vault_files(tmp_path / "store")
    lay(files, WITH_JOURNAL, "hers")
    lay(files.going, (), "hers")
    for name in ("s0", "journal", "d0")[:left]:
        parts(files)[name].rename(parts(files.going)[name])
    exchange.settle(files)
    assert what_stands(files) == ("hers", WITH_JOURNAL)


@pytest.mark.row("C-04", "C-01", control=True)
def test_where_it_is_dropped_before_all_is_back_parts_of_two_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it once was: her data first, her key file last, and nothing of what came is taken away before."""

    def put_back(files: VaultFiles) -> None:
        with suppress(OSError):
            exchange._move(exchange._key_file_last(files.going, files))
        if header.is_there(files.header) and header.is_there(files.data):
            exchange._drop(files.coming)
            exchange._drop(files.going)

    place, found = tmp_path / "store", set()
    steps = operations(place, WHOLE, opens=False)
    monkeypatch.setattr(exchange, "_put_back", put_back)
    for at in range(steps):
        try:
            twice(place, WHOLE, False, Fault("fails for good", at), Fault("killed", 1_000_000))
        except AssertionError as fault:
            found.add(str(fault).partition(":")[0])
    assert "parts of two" in found
