"""The lines of chain.jsonl: for each entry and file that leaves, the way from its own hash to the record's number.

May touch: the ledger, to read. Must never say anything of another entry: proofs have one length, places are shuffled
and take the same room, and lines stand in the order of random ids. Nor the text of one that leaves only in part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from safeplan import errors
from safeplan.records import ledger, tree
from safeplan.records.wording import canonical, let_others_run, sha256_hex
from safeplan.vault.database import Database

FORMAT = "record-lines-1"

# Of the last place in the larger tree.
_PLACE_DIGITS = len(str(tree.LARGE - 1))

# The same value ledger.membership_proof uses; that one builds the whole tree anew for each line, which takes five
# seconds for a bundle of 240.
_SEED = "SELECT value FROM state WHERE name = 'tree_seed'"


def record_lines(
    db: Database,
    entries: Sequence[ledger.Entry],
    documents: Collection[str],
    withheld: Collection[str],
    root: str,
    stop_if: Callable[[], None],
) -> Iterator[bytes]:
    """First a line with the record's number `root`, then one for each of `entries`, each ending in "\\n".

    `documents` are the texts that the entries' content hashes cover; lines about the ids in `withheld` have null in
    their place: the entry is in the record, its text was not handed over whole. `stop_if` may raise between two
    lines. Raises RecordDamaged when another entry's document is missing or the record has changed meanwhile.
    """
    yield _line({"format": FORMAT, "number": root})
    texts = {sha256_hex(document): document for document in documents}
    seed = bytes.fromhex(db.value(_SEED))
    places, whole = tree.Places(seed), _whole_tree(db, seed)
    if whole.root().hex() != root:
        raise errors.RecordDamaged(number=0)
    for entry in sorted(entries, key=lambda entry: (entry.object_id, entry.revision)):
        stop_if()
        text = None if entry.object_id in withheld else texts.get(entry.content_sha256)
        if text is None and entry.object_id not in withheld:
            raise errors.RecordDamaged(number=entry.seq)
        place = places.of(entry.seq)
        line = _line(
            {
                "document": text,
                "entry": canonical(entry.leaf_document()),
                "salt_hex": tree.leaf_salt(seed, entry.seq).hex(),
                "place": place,
                "path_hex": [sibling.hex() for sibling in whole.path(place)],
            }
        )
        # JSON allows spaces here: all places take the same room.
        yield line.replace(b',"place":%d,' % place, b',"place":%*d,' % (_PLACE_DIGITS, place))
        let_others_run()


def _whole_tree(db: Database, seed: bytes) -> tree.Tree:
    places, leaves = tree.Places(seed), []
    for entry in ledger.entries(db):
        leaf = tree.leaf_hash(tree.leaf_salt(seed, entry.seq), canonical(entry.leaf_document()).encode("utf-8"))
        leaves.append((places.of(entry.seq), leaf))
    whole = tree.Tree(seed, tree.depth_for(len(leaves)))
    whole.put_all(leaves)
    return whole


def _line(value: dict[str, object]) -> bytes:
    return (canonical(value) + "\n").encode("utf-8")
