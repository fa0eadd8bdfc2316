"""The Merkle tree whose root is printed: it proves single entries and betrays nothing about the others.

May touch: nothing, it is arithmetic. Must never show how many entries there are or in which order they came: leaves
are salted, lie at shuffled places, and every empty branch is random bytes nobody can tell from a full one.

Hashing is that of RFC 6962: leaf = SHA-256(0x00 || salt || entry), node = SHA-256(0x01 || left || right). A branch
without a single entry is not built; BLAKE2b of the vault's secret seed and the branch's place stands for it. To a
reader it is a hash like any other, and 65,536 leaves cost only as many steps as there are entries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from safeplan.records.wording import let_others_run

SMALL_DEPTH = 16
LARGE_DEPTH = 20
SMALL = 1 << SMALL_DEPTH
LARGE = 1 << LARGE_DEPTH

SALT_BYTES = 16
# Hashing this many nodes takes about a millisecond.
_BREATH = 1000


def depth_for(entries: int) -> int:
    """16 up to 65,536 entries, then 20: every proof of one vault has the same length."""
    return SMALL_DEPTH if entries <= SMALL else LARGE_DEPTH


def leaf_salt(seed: bytes, seq: int) -> bytes:
    """16 bytes that keep a short entry from being guessed from its leaf."""
    return hashlib.blake2b(b"salt" + seq.to_bytes(8, "big"), key=seed, digest_size=SALT_BYTES).digest()


def leaf_hash(salt: bytes, entry: bytes) -> bytes:
    """RFC 6962 leaf hash over salt and entry."""
    return hashlib.sha256(b"\x00" + salt + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962 interior hash."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Places:
    """Where the leaf of each entry lies: a secret shuffle, so that a place does not tell the entry's number."""

    def __init__(self, seed: bytes) -> None:
        self._small = _round_tables(seed, b"small", SMALL_DEPTH // 2)
        self._large = _round_tables(seed, b"large", LARGE_DEPTH // 2)

    def of(self, seq: int) -> int:
        """The place (0-based) of entry `seq` (1-based); it never changes, also when the tree grows."""
        if not 1 <= seq <= LARGE:
            raise ValueError(seq)
        if seq <= SMALL:
            return _shuffled(seq - 1, self._small, SMALL_DEPTH // 2)
        place = _shuffled(seq - 1, self._large, LARGE_DEPTH // 2)
        # Walk on until outside the small tree: still one place for each entry.
        while place < SMALL:
            place = _shuffled(place, self._large, LARGE_DEPTH // 2)
        return place


class Tree:
    """The tree over some entries: `put` for one more, `put_all` for many at once."""

    def __init__(self, seed: bytes, depth: int = SMALL_DEPTH) -> None:
        self.depth = depth
        self._seed = seed
        # For each level, leaves first: place -> hash of the branches that hold an entry.
        self._levels: list[dict[int, bytes]] = [{} for _ in range(depth + 1)]

    def put(self, place: int, leaf: bytes) -> None:
        """Add one leaf and bring its branch up to the root: `depth` hashes."""
        self._levels[0][place] = leaf
        for level in range(self.depth):
            place >>= 1
            self._levels[level + 1][place] = self._joined(level, place)

    def put_all(self, leaves: Sequence[tuple[int, bytes]]) -> None:
        """Add many leaves, then hash every branch once."""
        self._levels[0].update(leaves)
        for level in range(self.depth):
            above = self._levels[level + 1]
            for count, place in enumerate({place >> 1 for place in self._levels[level]}):
                above[place] = self._joined(level, place)
                if count % _BREATH == 0:
                    let_others_run()

    def root(self, depth: int | None = None) -> bytes:
        """32 bytes; random-looking even for an empty tree. `depth`: of the smaller tree inside this one."""
        return self._at(self.depth if depth is None else depth, 0)

    def path(self, place: int) -> tuple[bytes, ...]:
        """The sibling hashes from the leaf up to the root, `depth` of them."""
        return tuple(self._at(level, (place >> level) ^ 1) for level in range(self.depth))

    def _joined(self, level: int, parent: int) -> bytes:
        return node_hash(self._at(level, 2 * parent), self._at(level, 2 * parent + 1))

    def _at(self, level: int, place: int) -> bytes:
        known = self._levels[level].get(place)
        if known is not None:
            return known
        where = level.to_bytes(1, "big") + place.to_bytes(4, "big")
        return hashlib.blake2b(b"empty" + where, key=self._seed, digest_size=32).digest()


def root_from(leaf: bytes, place: int, path: Sequence[bytes]) -> bytes:
    """The root that a leaf at `place` leads to by way of its siblings."""
    for sibling in path:
        leaf = node_hash(sibling, leaf) if place & 1 else node_hash(leaf, sibling)
        place >>= 1
    return leaf


def _round_tables(seed: bytes, name: bytes, half_bits: int) -> list[list[int]]:
    """Four secret tables of `2 ** half_bits` numbers of `half_bits` bits."""
    tables = []
    for number in range(4):
        stream = b"".join(
            hashlib.blake2b(name + bytes([number]) + part.to_bytes(2, "big"), key=seed).digest()
            for part in range((2 << half_bits) // 64)
        )
        numbers = memoryview(stream).cast("B")
        mask = (1 << half_bits) - 1
        tables.append([(numbers[2 * i] << 8 | numbers[2 * i + 1]) & mask for i in range(1 << half_bits)])
    return tables


def _shuffled(value: int, tables: list[list[int]], half_bits: int) -> int:
    """A four-round Feistel network: a permutation, whatever the tables hold."""
    left, right = value >> half_bits, value & ((1 << half_bits) - 1)
    for table in tables:
        left, right = right, left ^ table[right]
    return left << half_bits | right
