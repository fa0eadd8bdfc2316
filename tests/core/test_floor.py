"""The derivation of the key never costs less than its floor, whatever a computer, a clock or a caller says.

Lost without it: a store made in a moment when the clock stood still, and guessed in a day.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.clock import SystemClock
from safeplan.hardening import computer_memory
from safeplan.paths import VaultFiles
from safeplan.vault import header, keyslots
from safeplan.vault.container import create_vault
from safeplan.vault.keyslots import DEFAULT_PROFILE, PROFILES, SMALL_MEMORY_PROFILE
from tests.campaign.selecting import Tries

ROOT = Path(__file__).resolve().parents[2]
SMALL = 4 << 30


SPEAKS_OF_IT = re.compile(r"profile|new_copy|_argon2id")


def floor(memory: int) -> int:
    return SMALL_MEMORY_PROFILE if memory < SMALL else DEFAULT_PROFILE


def below_its_floor(files: VaultFiles, memory: int) -> bool:
    """Whether the key file there names a derivation that this computer need not have stooped to."""
    return any(keyslots.salt_of(copy)[0] & 7 < floor(memory) for copy in header.read_copies(files.header))


@pytest.mark.row("K-04")
def test_no_computer_and_no_clock_lead_below_the_floor(monkeypatch: pytest.MonkeyPatch, tries: Tries) -> None:
    """The floor itself is 256 MiB three times; 128 MiB only where there are less than 4 GiB."""
    assert PROFILES[DEFAULT_PROFILE] == (3, 256)
    assert PROFILES[SMALL_MEMORY_PROFILE] == (3, 128)
    costs = [passes * mebibytes for passes, mebibytes in PROFILES]
    assert costs == sorted(set(costs)), "each one more than the one before"
    monkeypatch.setattr(keyslots, "_argon2id", lambda *_how: bytearray(32))

    @settings(max_examples=tries.of(3000, daily=150), deadline=None)
    @given(seconds=st.floats(-10, 10), begun=st.floats(-1e9, 1e9), memory=st.integers(1 << 20, 1 << 45))
    def any_computer(seconds: float, begun: float, memory: int) -> None:
        readings = iter((begun, begun + seconds))
        chosen = keyslots.calibrate_profile(lambda: next(readings), memory)
        assert chosen >= floor(memory)
        assert chosen == floor(memory) or PROFILES[chosen][1] << 20 <= memory // 4

    any_computer()


@pytest.mark.row("K-04")
@pytest.mark.campaign
def test_a_store_made_here_keeps_to_it_and_takes_about_a_second(tmp_path: Path, tries: Tries) -> None:
    files = VaultFiles(tmp_path / "data")
    create_vault(files, bytearray(b"lamp river bread seven")).close()
    assert not below_its_floor(files, computer_memory())
    salt = keyslots.salt_of(header.read_copies(files.header)[0])
    begun = time.thread_time()
    keyslots.derive_root(bytearray(b"lamp river bread seven"), salt)
    tries.figure("derivation_s", round(time.thread_time() - begun, 2))
    tries.figure("profile", f"{PROFILES[salt[0] & 7]}")


@pytest.mark.row("K-04")
@pytest.mark.alone
@pytest.mark.campaign
def test_what_was_measured_here_takes_a_second_and_a_fifth_at_most(tries: Tries) -> None:
    salt = bytes([keyslots.calibrate_profile(SystemClock().monotonic)]) + bytes(31)
    if salt[0] == floor(computer_memory()):
        tries.figure("at_the_floor", "yes")
    took = []
    for _ in range(tries.of(10, daily=2)):
        begun = time.monotonic()
        keyslots.derive_root(bytearray(b"lamp river bread seven"), salt)
        took.append(time.monotonic() - begun)
    tries.figure("longest_s", round(max(took), 2))
    assert sorted(took)[len(took) // 2] <= 1.2 or salt[0] == floor(computer_memory())


@pytest.mark.row("K-04", control=True)
def test_a_store_below_its_floor_is_noticed(tmp_path: Path) -> None:
    files = VaultFiles(tmp_path / "data")
    create_vault(files, bytearray(b"lamp river bread seven"), profile=0).close()
    assert below_its_floor(files, SMALL)
    assert below_its_floor(files, SMALL - 1)


def strengths_chosen(sources: Iterable[tuple[str, str]]) -> list[str]:
    """Where a caller says a number for the strength instead of letting the computer be measured."""
    found = []
    for name, source in sources:
        # To read all files by syntax tree takes seconds; few speak of it.
        for node in ast.walk(ast.parse(source if SPEAKS_OF_IT.search(source) else "")):
            if not isinstance(node, ast.Call):
                continue
            for word in node.keywords:
                if word.arg == "profile" and isinstance(word.value, ast.Constant) and word.value.value is not None:
                    found.append(f"{name}:{node.lineno}")
            if getattr(node.func, "attr", getattr(node.func, "id", "")) in ("new_copy", "_argon2id") and any(
                isinstance(one, ast.Constant) for one in node.args
            ):
                found.append(f"{name}:{node.lineno}")
    return found


def program() -> list[tuple[str, str]]:
    paths = [*sorted((ROOT / "safeplan").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
    return [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]


@pytest.mark.row("K-04")
def test_nothing_in_the_program_chooses_a_strength_by_number(tries: Tries) -> None:
    sources = program()
    tries.made(len(sources))
    assert strengths_chosen(sources) == []


@pytest.mark.row("K-04", control=True)
@pytest.mark.parametrize(
    "planted",
    ["vault = create_vault(files, typed, profile=0)", "copy = keyslots.new_copy(1)", "_argon2id(b, s, 1, 8)"],
)
def test_a_strength_chosen_by_number_is_noticed(planted: str) -> None:
    assert strengths_chosen([("ui/planted.py", planted)]) == ["ui/planted.py:1"]
