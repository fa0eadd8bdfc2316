"""The ledger: one line for each thing that happened to the record, each line holding the hash of the one before.

May touch: the tables ledger, waiting, state and the `seq` columns. Must never change a line that stands, and never
hold what the person wrote: only hashes of it, each over a document with a random salt, so that a hash left behind
after a removal cannot be guessed back.

    entry_hash = SHA-256("SPv1" || previous entry_hash, 32 bytes || canonical JSON of the entry)

Entries of the present opening wait in `waiting` and can be taken back; fix_pending moves them into the ledger, at
the next opening or at a hand-over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta

from safeplan import errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.records import tree
from safeplan.records.wording import canonical, let_others_run
from safeplan.vault.database import Database, Row

OPS = frozenset({"add", "amend", "attach", "remove", "remove_file", "check", "view", "release", "take_over"})

CHAIN_NAME = b"SPv1"
NOTHING_BEFORE = bytes(32)
# A page of the ledger read at once.
PAGE = 500

BACKWARDS = timedelta(minutes=2)
FORWARDS = timedelta(hours=24)

_COLUMNS = "seq, recorded_at, clock_flags, op, object_id, revision, content_sha256, size, entry_hash"
_PAGE = f"SELECT {_COLUMNS} FROM ledger WHERE seq > ? ORDER BY seq LIMIT {PAGE}"
_ONE = f"SELECT {_COLUMNS} FROM ledger WHERE seq = ?"
_LAST = f"SELECT {_COLUMNS} FROM ledger ORDER BY seq DESC LIMIT 1"
_ADD = f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WAITING_COLUMNS = "recorded_at, clock_flags, op, object_id, revision, content_sha256, size"
_WAITING = f"SELECT {_WAITING_COLUMNS} FROM waiting ORDER BY place"
_WAIT = f"INSERT INTO waiting ({_WAITING_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_WAITING_LAST = "SELECT recorded_at FROM waiting ORDER BY place DESC LIMIT 1"
_FORGET = "DELETE FROM waiting WHERE object_id = ?"
_FORGET_REVISION = "DELETE FROM waiting WHERE object_id = ? AND revision = ?"
_CLEAR = "DELETE FROM waiting"
_FIX_REVISION = "UPDATE revision SET seq = ? WHERE incident_id = ? AND number = ? AND seq IS NULL"
_FIX_FILE = "UPDATE attachment SET seq = ? WHERE id = ? AND seq IS NULL"
_STATE = "SELECT value FROM state WHERE name = ?"


@dataclass(frozen=True)
class Entry:
    """One line. `size` is that of the document `content_sha256` was computed over, in bytes."""

    seq: int
    recorded_at: str
    clock_flags: str
    op: str
    object_id: str
    revision: int
    content_sha256: str
    size: int
    entry_hash: str

    def document(self) -> dict[str, int | str]:
        """What the chain hashes."""
        return {**self.leaf_document(), "seq": self.seq}

    def leaf_document(self) -> dict[str, int | str]:
        """What the tree hashes: the same without the number, which would tell how many came before."""
        return {
            "recorded_at_utc": self.recorded_at,
            "clock_flags": self.clock_flags,
            "op": self.op,
            "object_id": self.object_id,
            "revision": self.revision,
            "content_sha256": self.content_sha256,
            "size": self.size,
        }

    def hash_after(self, previous: bytes) -> str:
        """The hash this line must carry when `previous` (32 bytes) is that of the line before."""
        return hashlib.sha256(CHAIN_NAME + previous + canonical(self.document()).encode()).hexdigest()


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


def append(
    db: Database, clock: Clock, op: str, object_id: str, revision: int = 0, content_sha256: str = "", size: int = 0
) -> Entry:
    """Write a line at once, after everything that waits: for checks, hand-overs and other acts nobody takes back."""
    with db.transaction():
        fix_pending(db, clock)
        return _write(
            db, (as_text(clock.now()), clock_flags(db, clock), _known(op), object_id, revision, content_sha256, size)
        )


def wait(
    db: Database, clock: Clock, op: str, object_id: str, revision: int = 0, content_sha256: str = "", size: int = 0
) -> None:
    """Note a line for the next opening; until then `take_back` removes it without trace."""
    now = as_text(clock.now())
    db.execute(_WAIT, (now, clock_flags(db, clock), _known(op), object_id, revision, content_sha256, size))


def take_back(db: Database, object_id: str, revision: int | None = None) -> None:
    """Drop what waits for an object, or for one revision of it."""
    if revision is None:
        db.execute(_FORGET, (object_id,))
    else:
        db.execute(_FORGET_REVISION, (object_id, revision))


def fix_pending(db: Database, clock: Clock) -> int:  # noqa: ARG001 - the seam names a clock; lines keep their own time
    """Move everything that waits into the ledger, in the order it was written; how many lines that were."""
    with db.transaction():
        waiting = db.rows(_WAITING)
        for line in waiting:
            entry = _write(db, line)
            if entry.op in ("add", "amend"):
                db.execute(_FIX_REVISION, (entry.seq, entry.object_id, entry.revision))
            elif entry.op == "attach":
                db.execute(_FIX_FILE, (entry.seq, entry.object_id))
        if waiting:
            db.execute(_CLEAR)
    return len(waiting)


def waiting_count(db: Database) -> int:
    """How many lines of this opening could still be taken back."""
    return int(db.value("SELECT count(*) FROM waiting"))


def entries(db: Database, after: int = 0) -> Iterator[Entry]:
    """The lines after number `after`, oldest first."""
    while page := db.rows(_PAGE, (after,)):
        for row in page:
            yield Entry(*row)
        after = page[-1][0]
        let_others_run()


def entry(db: Database, seq: int) -> Entry:
    """One line. Raises NotThere."""
    row = db.row(_ONE, (seq,))
    if row is None:
        raise errors.NotThere(number=seq)
    return Entry(*row)


def lines(db: Database) -> Iterator[str]:
    """The whole ledger as JSON lines for chain.jsonl: what the chain hashes, plus entry_hash."""
    for one in entries(db):
        yield canonical({**one.document(), "entry_hash": one.entry_hash})


def clock_flags(db: Database, clock: Clock) -> str:
    """What can be said about the computer's clock now: "", "back", "jump" or "back,jump".

    back: more than two minutes earlier than the newest moment already recorded. jump: more than 24 hours further
    than this opening has lasted.
    """
    now, flags = clock.now(), []
    last = db.row(_LAST)
    recorded = (db.value(_WAITING_LAST), last[1] if last else None, db.value(_STATE, ("opened_at",)))
    if any(moment and now < from_text(moment) - BACKWARDS for moment in recorded):
        flags.append("back")
    opened_at, opened_ticks = recorded[2], db.value(_STATE, ("opened_ticks",))
    if opened_at and opened_ticks:
        lasted = timedelta(seconds=clock.monotonic() - float(opened_ticks))
        # Negative: the value is from before a restart of the computer, it says nothing.
        if lasted >= timedelta(0) and now - from_text(opened_at) > lasted + FORWARDS:
            flags.append("jump")
    return ",".join(flags)


def head(db: Database) -> Head:
    """The newest line and the root over all lines."""
    last = db.row(_LAST)
    root = _tree(db).root()
    seq, chain = (last[0], last[-1]) if last else (0, NOTHING_BEFORE.hex())
    return Head(seq, chain, words_of(root.hex()), root.hex())


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
    small, large = tree.Tree(seed), tree.Tree(seed, tree.LARGE_DEPTH)
    for seq, one in enumerate([None, *entries(db)]):
        if one is not None:
            place, leaf = places.of(seq), _leaf(seed, one)
            if seq <= tree.SMALL:
                small.put(place, leaf)
            large.put(place, leaf) if seq > tree.SMALL else None
        root = (small if seq <= tree.SMALL else large).root().hex()
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


def _write(db: Database, line: Row) -> Entry:
    last = db.row(_LAST)
    seq, previous = (last[0] + 1, bytes.fromhex(last[-1])) if last else (1, NOTHING_BEFORE)
    draft = Entry(seq, *line, entry_hash="")
    done = Entry(seq, *line, entry_hash=draft.hash_after(previous))
    db.execute(_ADD, (seq, *line, done.entry_hash))
    return done


def _known(op: str) -> str:
    if op not in OPS:
        raise errors.Bug(code="ledger-op")
    return op


def _seed(db: Database) -> bytes:
    return bytes.fromhex(db.value(_STATE, ("tree_seed",)))


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
