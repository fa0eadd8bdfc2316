"""One try takes equally long, whichever secret it opens, or none: a clock in another's hand tells nothing.

What is typed may stand for several secrets (other keyboard layouts), each a try of its own; how many they are
is seen in what was typed, and not in the store.
"""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable

import pytest

from safeplan.paths import VaultFiles
from safeplan.vault import header, keyslots, recovery
from safeplan.vault.container import OpenVault, create_vault, make_recovery_code
from safeplan.vault.keyslots import Payload
from safeplan.vault.recovery import code_secret, open_header
from safeplan.vault.second_slot import add_second_slot
from tests.campaign.selecting import Tries

# Times are counted: nothing else runs beside them.
pytestmark = pytest.mark.alone

HERS, THEIRS, WRONG = b"lamp river bread seven", b"garden chair window nine", b"lamp river bread eight"
Samples = dict[str, list[float]]


def measured(ways: dict[str, Callable[[], object]], times: int) -> Samples:
    """Seconds of each, in an order drawn anew for each round, so that what else happens meets all alike."""
    chance = random.Random(20261123)
    found: Samples = {name: [] for name in ways}
    for _ in range(times):
        for name in chance.sample(list(ways), len(ways)):
            begun = time.perf_counter()
            ways[name]()
            found[name].append(time.perf_counter() - begun)
    return found


def same_distribution(one: list[float], other: list[float]) -> float:
    """Kolmogorov and Smirnov: how often two samples of one and the same differ so much."""
    points = sorted({*one, *other})
    gap = max(
        abs(sum(value <= at for value in one) / len(one) - sum(value <= at for value in other) / len(other))
        for at in points
    )
    root = math.sqrt(len(one) * len(other) / (len(one) + len(other)))
    argument = (root + 0.12 + 0.11 / root) * gap
    if argument < 0.2:
        return 1.0
    total = 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * argument * argument) for k in range(1, 101))
    return min(1.0, max(0.0, total))


def told_apart(samples: Samples, within: float = 0.05, least_p: float = 0.01) -> list[str]:
    """Which of them a clock tells from the first: by the median, or by how the times are spread."""
    (first, against), *others = samples.items()
    middle, found = statistics.median(against), []
    for name, values in others:
        if abs(statistics.median(values) / middle - 1) > within:
            found.append(f"{name}: median {statistics.median(values) / middle:.3f} of {first}")
        elif (chance := same_distribution(against, values)) < least_p / len(others):
            found.append(f"{name}: spread otherwise than {first}, p {chance:.4f}")
    return found


# ── A whole try ─────────────────────────────────────────────────────────────────────────────────────────────────
class Store:
    """One with three secrets: hers, a spare key, a counsellor's."""

    def __init__(self, files: VaultFiles, profile: int) -> None:
        vault: OpenVault = create_vault(files, bytearray(HERS), profile=profile)
        code = make_recovery_code(vault, bytearray(HERS))
        add_second_slot(vault, bytearray(HERS), bytearray(THEIRS))
        vault.close()
        self.copies = header.read_copies(files.header)
        self.secrets = {"hers": HERS, "spare key": bytes(code_secret(code)), "second": THEIRS, "wrong": WRONG}

    def one_try(self, name: str) -> tuple[bytearray, int, Payload] | None:
        return open_header(self.copies, [bytearray(self.secrets[name])])

    def ways(self) -> dict[str, Callable[[], object]]:
        return {name: lambda name=name: self.one_try(name) for name in self.secrets}  # type: ignore[misc]


@pytest.mark.row("F-14")
@pytest.mark.campaign
def test_right_wrong_spare_and_second_take_equally_long(tmp_path, tries: Tries) -> None:
    """At the strength that is the floor of every ordinary computer."""
    store = Store(VaultFiles(tmp_path / "data"), keyslots.DEFAULT_PROFILE)
    assert [store.one_try(name) is not None for name in store.secrets] == [True, True, True, False]
    samples = measured(store.ways(), tries.of(50, daily=10))
    for name, values in samples.items():
        tries.figure(f"{name}_median_ms".replace(" ", "_"), round(1000 * statistics.median(values), 1))
    assert told_apart(samples) == []


@pytest.mark.row("F-14", control=True)
@pytest.mark.campaign
def test_a_derivation_that_is_cut_short_for_one_of_them_is_told_apart(tmp_path, monkeypatch) -> None:
    """A quarter of the work saved where nothing will open anyway."""
    store = Store(VaultFiles(tmp_path / "data"), 0)
    really = keyslots.derive_root

    def cut_short(secret: bytearray, salt: bytes) -> bytearray:
        return keyslots._argon2id(secret, salt[16:32], 2, 48) if secret == WRONG else really(secret, salt)

    monkeypatch.setattr(recovery.keyslots, "derive_root", cut_short)
    samples = measured(store.ways(), 20)
    assert any(one.startswith("wrong: median 0.") for one in told_apart(samples))


# ── The search among the slots ──────────────────────────────────────────────────────────────────────────────────
def slot_ways(search: Callable[[bytearray, bytearray], object]) -> dict[str, Callable[[], object]]:
    """The first slot opens, the last one, or none."""
    root, ways = bytearray(b"k" * 32), {}
    for name, index in (("none", None), ("first", 0), ("last", 7)):
        copy = keyslots.new_copy(0)
        if index is not None:
            payload = keyslots.new_payload(20_514)
            copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, keyslots.salt_of(copy), index, payload)
        ways[name] = lambda copy=copy: search(root, copy)
    return ways  # type: ignore[return-value]


def stopping_at_the_first(root: bytearray, copy: bytearray) -> object:
    """As a search that ends where it has found something."""
    for index in range(keyslots.SLOT_COUNT):
        alone = bytearray(keyslots.COPY_SIZE)
        alone[:32] = copy[:32]
        alone[keyslots.slot_span(index)] = copy[keyslots.slot_span(index)]
        if found := keyslots.open_slots(root, alone):
            return found
    return None


@pytest.mark.row("F-14")
def test_which_slot_opens_or_none_is_not_seen_in_the_time_of_the_search(tries: Tries) -> None:
    samples = measured(slot_ways(keyslots.open_slots), tries.of(2000, daily=150))
    tries.figure("search_median_us", round(1e6 * statistics.median(samples["none"]), 1))
    # Beside a derivation of a quarter of a second, a search takes a thousandth of the time: its spread says nothing.
    assert told_apart(samples, within=0.15, least_p=0.0) == []


@pytest.mark.row("F-14", control=True)
def test_a_search_that_ends_where_it_found_something_is_told_apart() -> None:
    samples = measured(slot_ways(stopping_at_the_first), 60)
    assert any(one.startswith("first: median 0.") for one in told_apart(samples, within=0.15, least_p=0.0))
