"""Everything that is read from outside is given what nobody thought of, led by what it reaches (X-01).

Lost without it: one file or one line, made by chance or on purpose, that ends the program while she writes.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import pytest

from tests.campaign.selecting import Tries
from tests.fuzz import driver
from tests.fuzz.driver import Target
from tests.fuzz.target_list import TARGETS

MILLION = 1_000_000
# Each kept input counts as well.
DAILY = 3000
LARGEST_CORPUS = 1 << 20

needs_atheris = pytest.mark.skipif(not driver.available(), reason="there is no atheris for this system")


def checked(outcomes: list[driver.Outcome], shares: dict[Target, int]) -> None:
    """No fault, and every target was tried as often as it should be."""
    faults = [f"{one.name}: {one.fault}; kept in {one.found}" for one in outcomes if one.fault]
    assert not faults, "\n".join(faults)
    for one, (target, wanted) in zip(outcomes, shares.items(), strict=True):
        assert one.executions >= wanted, one
        assert one.slowest_ms <= target.seconds * 1000, one
        assert one.largest_mib <= target.mebibytes, one


@needs_atheris
@pytest.mark.row("X-01")
@pytest.mark.timeout(3 * 3600)
def test_a_million_inputs_end_no_target_hold_none_up_and_fill_no_memory(tries: Tries, tmp_path: Path) -> None:
    executions = tries.of(MILLION, daily=DAILY)
    full = executions == MILLION
    shares = {one: max(one.share * executions // MILLION, 3) for one in TARGETS}
    # In the campaign from where the last one stopped, with other dice; each day the same.
    seed = int.from_bytes(os.urandom(3), "big") if full else 1
    outcomes = driver.run_all(shares, tmp_path if not full else driver.GROWN / "found", seed=seed, grow=full)
    checked(outcomes, shares)
    tries.figure("executions", sum(one.executions for one in outcomes))
    tries.figure("slowest_ms", max(one.slowest_ms for one in outcomes))
    tries.figure("largest_mib", max(one.largest_mib for one in outcomes))
    for one in outcomes:
        tries.figure(one.name, f"{one.executions} / {one.slowest_ms:.0f} ms / {one.largest_mib} MiB")


@needs_atheris
@pytest.mark.row("X-01", control=True)
def test_planted_faults_are_found_with_their_inputs(tmp_path: Path) -> None:
    planted = {"crash": ("IndexError", b"lamp"), "hang": ("TooLong", b"h"), "hog": ("MemoryError", b"m")}
    shares = {Target(name, 0, 12, seconds=0.4, mebibytes=160): 300_000 for name in (*planted, "fall")}
    outcomes = {one.name: one for one in driver.run_all(shares, tmp_path, seed=1, package="planted")}
    for name, (fault, found) in planted.items():
        assert fault in outcomes[name].fault
        assert outcomes[name].found is not None
        kept = outcomes[name].found.read_bytes()
        if name == "hog":
            # Once short of memory it may be short again with nothing at all, or while the input is made small.
            assert kept == b"" or kept.startswith(found)
        else:
            # Made as small as the fault allows.
            assert kept == found
    # A process that falls takes its tries along: the input stays as it was found.
    assert outcomes["fall"].fault == "deadly signal"
    assert outcomes["fall"].found.read_bytes().startswith(b"f")
    for target in shares:
        with pytest.raises(AssertionError, match=target.name):
            checked([outcomes[target.name]], {target: 1})


@pytest.mark.parametrize("target", [one for one in TARGETS if one.name != "viewer"], ids=lambda one: one.name)
def test_every_kept_input_is_still_read_or_refused(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where there is no atheris. What once found a fault stays among them."""
    monkeypatch.setattr(sys, "path", [str(Path("tests").resolve()), str(Path("tests/core").resolve()), *sys.path])
    kept = sorted(driver.seeds_of(target.name).iterdir())
    assert kept
    read = importlib.import_module(f"tests.fuzz.targets.{target.name}").target
    for path in kept:
        read(path.read_bytes())


def test_the_targets_are_those_in_the_folder_and_make_a_million() -> None:
    named = {path.stem for path in (driver.HERE / "targets").glob("*.py")} - {"__init__"}
    assert {one.name for one in TARGETS} == named
    assert sum(one.share for one in TARGETS) >= MILLION
    kept = [path for path in (driver.HERE / "corpus").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in kept) <= LARGEST_CORPUS
