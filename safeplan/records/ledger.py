"""Reading the ledger: its head for the printed card, proofs for a hand-over, and the check of everything kept.

May touch: the tables, only to read; lines are written by chain.py. Must never show in a proof how many other entries
there are or when they were written.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from safeplan.records import tree
from safeplan.records.chain import NOTHING_BEFORE, Entry, append, entries, entry, fix_pending, waiting_count
from safeplan.records.checking import CheckResult, Fault, check
from safeplan.records.wording import canonical, let_others_run
from safeplan.vault.database import Database

__all__ = [
    "CheckResult",
    "Entry",
    "Fault",
    "Head",
    "Proof",
    "append",
    "check",
    "entries",
    "entry",
    "fix_pending",
    "head",
    "lines",
    "membership_proof",
    "proof_as_json",
    "proof_from_json",
    "seq_with_root",
    "verify_proof",
    "waiting_count",
    "words_of",
]

_LAST = "SELECT seq, entry_hash FROM ledger ORDER BY seq DESC LIMIT 1"
_SEED = "SELECT value FROM state WHERE name = 'tree_seed'"


@dataclass(frozen=True)
class Head:
    """The newest state: `hex` ends the chain, `merkle_root_hex` is what is printed, `words` are four numbers
    0..7775 for the word list of any language (51 bits of the root, for reading aloud)."""

    seq: int
    hex: str
    words: tuple[int, int, int, int]
    merkle_root_hex: str


@dataclass(frozen=True)
class Proof:
    """That an entry stands in the record with this root. Always 16 siblings (20 beyond 65,536 entries)."""

    entry: str
    salt_hex: str
    place: int
    path_hex: tuple[str, ...]
    root_hex: str


def lines(db: Database) -> Iterator[str]:
    """The whole ledger as JSON lines for chain.jsonl: what the chain hashes, plus entry_hash."""
    for one in entries(db):
        yield canonical({**one.document(), "entry_hash": one.entry_hash})


def head(db: Database) -> Head:
    """The newest line and the root over all lines."""
    last = db.row(_LAST)
    root = _tree(db).root()
    seq, newest = last or (0, NOTHING_BEFORE.hex())
    return Head(seq, newest, words_of(root.hex()), root.hex())


def words_of(root_hex: str) -> tuple[int, int, int, int]:
    """Four numbers 0..7775 from a root: the same words on the card, on the screen and on the telephone."""
    rest = int(root_hex, 16)
    found = []
    for _ in range(4):
        rest, index = divmod(rest, 7776)
        found.append(index)
    return (found[0], found[1], found[2], found[3])


def seq_with_root(db: Database, root_hex: str = "", words: tuple[int, ...] = ()) -> int | None:
    """The number of lines this record had when it carried a printed root (or its four words); None when it never
    did, which means: an older copy, or another record."""
    seed, places = _seed(db), _places(db)
    whole = tree.Tree(seed, tree.LARGE_DEPTH)
    for seq, one in enumerate(itertools.chain([None], entries(db))):
        if one is not None:
            whole.put(places.of(seq), _leaf(seed, one))
        root = whole.root(tree.depth_for(seq)).hex()
        if root == root_hex or (words and words_of(root) == words):
            return seq
        if seq % 50 == 0:
            let_others_run()
    return None


def membership_proof(db: Database, seq: int) -> Proof:
    """The proof for one line against the present root. Raises NotThere."""
    one, seed = entry(db, seq), _seed(db)
    whole, place = _tree(db), _places(db).of(seq)
    return Proof(
        canonical(one.leaf_document()),
        tree.leaf_salt(seed, seq).hex(),
        place,
        tuple(sibling.hex() for sibling in whole.path(place)),
        whole.root().hex(),
    )


def verify_proof(proof: Proof, root_hex: str) -> bool:
    """Whether the entry in `proof` belongs to the record with this printed root. Needs no database."""
    try:
        leaf = tree.leaf_hash(bytes.fromhex(proof.salt_hex), proof.entry.encode("utf-8"))
        path = [bytes.fromhex(sibling) for sibling in proof.path_hex]
    except ValueError:
        return False
    fits = len(path) in (tree.SMALL_DEPTH, tree.LARGE_DEPTH) and 0 <= proof.place < 1 << len(path)
    return fits and tree.root_from(leaf, proof.place, path).hex() == root_hex == proof.root_hex


def proof_as_json(proof: Proof) -> str:
    """One line of JSON for a bundle."""
    return canonical(asdict(proof))


def proof_from_json(untrusted_line: str) -> Proof:
    """The proof in one line of a bundle. Raises ValueError when it is not one."""
    value = json.loads(untrusted_line)
    if not isinstance(value, dict):
        raise ValueError("proof")
    texts = [value.get(name) for name in ("entry", "salt_hex", "root_hex")]
    place, path = value.get("place"), value.get("path_hex")
    if not all(isinstance(text, str) for text in texts) or not isinstance(place, int) or not isinstance(path, list):
        raise ValueError("proof")
    if not all(isinstance(sibling, str) for sibling in path):
        raise ValueError("proof")
    return Proof(str(texts[0]), str(texts[1]), place, tuple(path), str(texts[2]))


def _seed(db: Database) -> bytes:
    return bytes.fromhex(db.value(_SEED))


def _places(db: Database) -> tree.Places:
    return tree.Places(_seed(db))


def _leaf(seed: bytes, one: Entry) -> bytes:
    return tree.leaf_hash(tree.leaf_salt(seed, one.seq), canonical(one.leaf_document()).encode("utf-8"))


def _tree(db: Database) -> tree.Tree:
    seed, places = _seed(db), _places(db)
    leaves = [(places.of(one.seq), _leaf(seed, one)) for one in entries(db)]
    whole = tree.Tree(seed, tree.depth_for(len(leaves)))
    whole.put_all(leaves)
    return whole
