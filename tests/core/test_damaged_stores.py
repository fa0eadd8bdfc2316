"""Turned bits, cut files, moved pages, exchanged files: found when it is read, or the other copy serves.

Lost without it: a sentence of her record that says something else after a stick went bad, or a key file that one bit
closes for good. What an older page or an older file under the same key does stands in test_mutations_of_the_chain.py.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import KEY, open_data, opens

from safeplan import errors
from safeplan.vault import database, keyslots
from safeplan.vault.container import OpenVault, create_vault, make_recovery_code, unlock_vault, unlock_with_recovery
from safeplan.vault.database import PAGE_SIZE, open_database
from tests.campaign.selecting import Tries

HERS = b"lamp river bread seven"
COPY = keyslots.COPY_SIZE
# The salt of the whole file stands in its first 16 bytes once more; the key file's is used.
SAID_TWICE = 16


# ── The data file ───────────────────────────────────────────────────────────────────────────────────────────────
class Kept:
    """A data file with pieces of kept files, and the eyes for what was done to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        opened = open_data(path)
        opened.execute("CREATE TABLE chunk (data BLOB NOT NULL) STRICT")
        for number in range(12):
            opened.execute("INSERT INTO chunk VALUES (?)", (bytes([number]) * 11_000,))
        self.rows = opened.rows("SELECT data FROM chunk")
        # None; where there are no authentication codes, that there are none.
        self.said = opened.first_fault()
        opened.close()
        self.whole = path.read_bytes()

    @property
    def pages(self) -> int:
        return len(self.whole) // PAGE_SIZE

    def page(self, number: int) -> slice:
        return slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE)

    def seen(self, damaged: bytes | bytearray) -> str:
        """ "found", "harmless" (all that was kept is read, and is what it was), "unnoticed", or "stumbled over"."""
        self.path.write_bytes(damaged)
        try:
            opened = open_database(self.path, bytearray(KEY), read_only=True)
        except errors.VaultDamaged:
            return "found"
        except errors.Bug:
            return "stumbled over"
        try:
            if opened.first_fault() != self.said or not opened.reads_through("main", lambda _pages: None):
                return "found"
            return "harmless" if opened.rows("SELECT data FROM chunk") == self.rows else "unnoticed"
        except errors.VaultDamaged:
            return "found"
        except errors.Bug:
            return "stumbled over"
        finally:
            opened.close()

    def turned(self, times: int, seed: int) -> Iterator[tuple[int, bytearray]]:
        """Each with one bit turned, and the byte it stands in; every tenth near the beginning."""
        chance = random.Random(seed)
        for number in range(times):
            bit = chance.randrange(8 * (64 if number % 10 == 0 else len(self.whole)))
            damaged = bytearray(self.whole)
            damaged[bit // 8] ^= 1 << bit % 8
            yield bit // 8, damaged

    def cut(self, times: int, seed: int) -> Iterator[bytes]:
        """The file ends early; never at nothing, which is a new database and refused by container.py before."""
        chance = random.Random(seed)
        ends = [1, 16, PAGE_SIZE - 1, PAGE_SIZE, len(self.whole) - PAGE_SIZE, len(self.whole) - 1]
        for end in [*ends, *(chance.randrange(1, len(self.whole)) for _ in range(times - len(ends)))]:
            yield self.whole[:end]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "d0.bin")


@pytest.fixture
def without_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The same, made and read without the authentication code of each page."""
    monkeypatch.setattr(database, "CIPHER_SETTINGS", (*database.CIPHER_SETTINGS, "PRAGMA cipher_use_hmac = OFF"))
    return Kept(tmp_path / "d0.bin")


@pytest.mark.row("C-05")
def test_every_turned_bit_of_the_data_is_found(kept: Kept, tries: Tries) -> None:
    """Only what stands in the file a second time may differ unseen: the salt at its beginning."""
    seen: Counter[str] = Counter()
    for byte, damaged in kept.turned(tries.of(2000, daily=150), 20261122):
        said = kept.seen(damaged)
        assert said == "found" or (said, byte < SAID_TWICE) == ("harmless", True), byte
        seen[said] += 1
    tries.figure("bits_found", seen["found"])
    tries.figure("bits_of_the_salt_said_twice", seen["harmless"])
    assert seen["found"] > 0.9 * seen.total()


@pytest.mark.row("C-05", control=True)
def test_without_authentication_codes_turned_bits_pass_unnoticed(without_codes: Kept, tries: Tries) -> None:
    seen = Counter(without_codes.seen(damaged) for _byte, damaged in without_codes.turned(60, 20261122))
    tries.figure("bits_of_60_unnoticed_without_codes", seen["unnoticed"])
    assert seen["unnoticed"] > 20


@pytest.mark.row("C-05")
def test_every_cut_of_the_data_is_found(kept: Kept, tries: Tries) -> None:
    for damaged in kept.cut(tries.of(200, daily=60), 20261123):
        assert kept.seen(damaged) == "found", len(damaged)


@pytest.mark.row("C-05")
def test_any_two_pages_exchanged_or_one_said_twice_are_found(kept: Kept, tries: Tries) -> None:
    pairs = [(one, other) for one in range(kept.pages) for other in range(kept.pages) if one != other]
    chosen = random.Random(20261124).sample(pairs, min(len(pairs), tries.of(400, daily=15)))
    for one, other in chosen:
        exchanged = bytearray(kept.whole)
        exchanged[kept.page(one)], exchanged[kept.page(other)] = (
            kept.whole[kept.page(other)],
            kept.whole[kept.page(one)],
        )
        assert kept.seen(exchanged) == "found", (one, other)
        twice = bytearray(kept.whole)
        twice[kept.page(one)] = kept.whole[kept.page(other)]
        assert kept.seen(twice) == "found", (one, other)


# ── The key file ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("C-05")
@pytest.mark.usefixtures("remembered")
def test_a_turned_bit_in_any_byte_of_the_key_file_never_keeps_her_out(vault: OpenVault, tries: Tries) -> None:
    """In full every byte, salt and slots of both copies. A turned profile bit only makes one derivation longer."""
    vault.close()
    whole = vault.files.header.read_bytes()
    chance = random.Random(20261122)
    times = tries.of(2 * COPY, daily=2 * COPY // 20)
    always = (3, 20, COPY + 20, COPY - 1)
    chosen = chance.sample(range(len(whole)), times)
    for byte in {*always, *chosen}:
        bits = range(3, 8) if byte % COPY == 0 and times < len(whole) else range(8)
        damaged = bytearray(whole)
        damaged[byte] ^= 1 << chance.choice(bits)
        vault.files.header.write_bytes(damaged)
        assert opens(vault, HERS), f"byte {byte}"


@pytest.mark.row("C-05", control=True)
@pytest.mark.usefixtures("remembered")
def test_the_same_damage_in_both_copies_does_keep_her_out(vault: OpenVault) -> None:
    """Without a second copy one bit is enough."""
    place = keyslots.slot_span(vault.own_slots[0]).start + 100
    vault.close()
    damaged = bytearray(vault.files.header.read_bytes())
    damaged[place] ^= 1
    damaged[COPY + place] ^= 1
    vault.files.header.write_bytes(damaged)
    assert not opens(vault, HERS)


@pytest.mark.row("C-05")
@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("copy", [0, 1])
@pytest.mark.parametrize("part", ["salt", "slot"])
def test_a_damaged_copy_is_healed_at_the_next_opening(vault: OpenVault, copy: int, part: str) -> None:
    index = vault.own_slots[0]
    vault.close()
    whole = vault.files.header.read_bytes()
    damaged = bytearray(whole)
    damaged[COPY * copy + (20 if part == "salt" else keyslots.slot_span(index).start + 100)] ^= 1
    vault.files.header.write_bytes(damaged)
    assert opens(vault, HERS)
    assert vault.files.header.read_bytes() == whole


@pytest.mark.usefixtures("remembered")
def test_healing_never_spreads_damage_to_a_slot_it_cannot_judge(vault: OpenVault) -> None:
    """Copy A has a damaged spare key slot, copy B a damaged passphrase slot: afterwards both secrets open."""
    code = make_recovery_code(vault, bytearray(HERS))
    mine, spare = (keyslots.slot_span(vault.own_slots[place]).start + 200 for place in (0, 1))
    vault.close()
    damaged = bytearray(vault.files.header.read_bytes())
    damaged[spare] ^= 1
    damaged[COPY + mine] ^= 1
    vault.files.header.write_bytes(damaged)
    assert opens(vault, HERS)
    unlock_with_recovery(vault.files, code).close()
    assert opens(vault, HERS)
    content = vault.files.header.read_bytes()
    assert content[:COPY] == content[COPY:]


@pytest.mark.row("C-05")
@pytest.mark.usefixtures("remembered")
def test_a_cut_key_file_opens_or_is_named(vault: OpenVault, tries: Tries) -> None:
    vault.close()
    whole = vault.files.header.read_bytes()
    chance = random.Random(20261123)
    ends = [0, 1, COPY - 1, COPY, 2 * COPY - 1]
    for length in ends + [chance.randrange(2 * COPY) for _ in range(tries.of(500, daily=60) - len(ends))]:
        vault.files.header.write_bytes(whole[:length])
        if length >= COPY:
            assert opens(vault, HERS)
            assert vault.files.header.read_bytes() == whole
        else:
            with pytest.raises(errors.HeaderDamaged):
                unlock_vault(vault.files, bytearray(HERS))


# ── Files of another store ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("C-05")
@pytest.mark.parametrize("what", ["data", "key file", "both"])
def test_a_file_of_another_store_in_its_place_is_found_and_nothing_changes(
    vault: OpenVault, tmp_path: Path, what: str
) -> None:
    vault.close()
    theirs = b"second phrase of mine"
    other = create_vault(type(vault.files)(tmp_path / "other"), bytearray(theirs), profile=0)
    other.close()
    if what != "key file":
        vault.files.data.write_bytes(other.files.data.read_bytes())
    if what != "data":
        vault.files.header.write_bytes(other.files.header.read_bytes())
    before = {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}
    wanted = {
        "data": errors.VaultDamaged,
        "key file": errors.WrongPassphrase,
        "both": errors.WrongPassphrase,
    }
    with pytest.raises(wanted[what]):
        unlock_vault(vault.files, bytearray(HERS))
    if what == "key file":
        with pytest.raises(errors.VaultDamaged):
            unlock_vault(vault.files, bytearray(theirs))
    elif what == "both":
        # A whole other store: hers is not in it, and that is what the passphrase says.
        unlock_vault(vault.files, bytearray(theirs)).close()
    assert before == {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}
