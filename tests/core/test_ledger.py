"""The ledger: every change behind its back is found, and a proof tells about one entry only."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import a_file, a_source, an_incident, fresh_database
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import chain, incidents, ledger, tree
from safeplan.records.incidents import IncidentForm
from safeplan.records.sittings import begin_sitting

SEED = bytes(range(32))


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def kept(db, clock, tmp_path):
    """Four entries, one amended, one with a file, one removed: eight lines."""
    begin_sitting(db, clock)
    made = [an_incident(db, clock, f"day {number}") for number in range(4)]
    a_file(db, clock, a_source(tmp_path), made[1].id)
    incidents.amend_incident(db, clock, made[2].id, IncidentForm(text="other"), "remembered more")
    clock.move(hours=3)
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, made[3].id, keep_hash=False)
    clock.move(hours=3)
    begin_sitting(db, clock)
    ledger.append(db, clock, "check", "", 0, "", 0)
    return made


def test_the_chain_can_be_followed_with_a_hash_tool_alone(db, clock, kept):
    previous = bytes(32)
    for line in ledger.lines(db):
        entry = json.loads(line)
        claimed = entry.pop("entry_hash")
        text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert hashlib.sha256(b"SPv1" + previous + text.encode()).hexdigest() == claimed
        previous = bytes.fromhex(claimed)
    assert ledger.head(db).hex == previous.hex()
    assert ledger.head(db).seq == 8
    assert ledger.check(db) == ledger.CheckResult(ok=True, entries=8, first_fault=None)


def test_what_the_ledger_hashes_is_the_document_a_bundle_carries(db, kept):
    first = next(ledger.entries(db))
    text = incidents.revision_documents(db, kept[0].id)[0]
    assert (hashlib.sha256(text.encode()).hexdigest(), len(text.encode())) == (first.content_sha256, first.size)


LINE_TRIGGERS = ("ledger_in_order", "ledger_no_update", "ledger_no_delete")
COLUMNS = "recorded_at, clock_flags, op, object_id, revision, content_sha256, size, entry_hash"
MOVE = "UPDATE ledger SET seq ="
DAY = "2026-03-02T00:00:00Z"
TAMPERING = [
    ("UPDATE ledger SET recorded_at = '2025-01-01T00:00:00Z' WHERE seq = 3", "line", 3),
    ("UPDATE ledger SET op = 'view' WHERE seq = 2", "line", 2),
    ("UPDATE ledger SET entry_hash = lower(hex(zeroblob(32))) WHERE seq = 5", "line", 5),
    ("UPDATE ledger SET clock_flags = 'back' WHERE seq = 1", "line", 1),
    ("DELETE FROM ledger WHERE seq = 4", "line", 4),
    ("DELETE FROM ledger WHERE seq >= 6", "line", 6),
    ("DELETE FROM ledger WHERE seq = 1", "line", 1),
    (
        f"INSERT INTO ledger SELECT 9, {COLUMNS} FROM ledger WHERE seq = 1",
        "line",
        9,
    ),
    (
        f"{MOVE} 99 WHERE seq = 3; {MOVE} 3 WHERE seq = 4; {MOVE} 4 WHERE seq = 99",
        "line",
        3,
    ),
    ("UPDATE revision SET document = replace(document, 'day 0', 'day 9') WHERE seq = 1", "words", 1),
    ("DELETE FROM revision WHERE seq = 2", "missing", 2),
    ("DELETE FROM revision WHERE seq = 6", "missing", 6),
    ("UPDATE revision SET number = 7 WHERE seq = 1", "missing", 1),
    ("UPDATE revision SET seq = 8 WHERE seq = 1", "missing", 1),
    ("INSERT INTO revision SELECT incident_id, 5, document, 7 FROM revision WHERE seq = 1", "extra", 7),
    ("INSERT INTO revision SELECT incident_id, 5, document, NULL FROM revision WHERE seq = 1", "extra", 0),
    ("DELETE FROM tombstone", "missing", 4),
    (f"INSERT INTO waiting VALUES (1, '{DAY}', '', 'add', 'nobody', 1, '', 0)", "missing", 0),
    ("INSERT INTO incident VALUES (1, hex(zeroblob(16)), 5)", "missing", 0),
    (f"UPDATE tombstone SET removed_at = '{DAY}'", "missing", 7),
    (
        f"INSERT INTO tombstone SELECT id, 'incident', id, '{DAY}', '', '[]' FROM incident WHERE number = 1",
        "extra",
        0,
    ),
    ("DELETE FROM attachment", "missing", 5),
    ("UPDATE attachment SET sha256 = lower(hex(zeroblob(32)))", "file", 5),
    ("UPDATE attachment SET document = replace(document, 'IMG', 'XYZ')", "words", 5),
    ("UPDATE chunk SET data = zeroblob(length(data))", "file", 5),
    ("DELETE FROM chunk", "file", 5),
    ("UPDATE incident SET number = 9 WHERE number = 4", "missing", 0),
]


@pytest.mark.parametrize(("tampering", "what", "seq"), TAMPERING, ids=[str(n) for n in range(len(TAMPERING))])
def test_tampering_with_the_key_in_hand_is_found_at_the_first_bad_line(db, kept, tampering, what, seq):
    for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    assert sum(db.execute(statement) for statement in tampering.split(";")) > 0
    result = ledger.check(db)
    assert not result.ok
    assert (result.first_fault.what, result.first_fault.seq) == (what, seq)


def test_a_line_keeps_the_time_it_was_written_not_the_time_it_was_fixed(db, clock):
    begin_sitting(db, clock)
    kept = an_incident(db, clock)
    clock.move(days=3)
    begin_sitting(db, clock)
    assert next(ledger.entries(db)).recorded_at == kept.written_at == "2026-03-02T18:40:00Z"


def test_a_clock_set_back_is_noted_and_days_between_openings_are_not(db, clock):
    begin_sitting(db, clock)
    an_incident(db, clock, "one")
    clock.moment -= timedelta(minutes=1)
    an_incident(db, clock, "one minute is a correction")
    clock.moment -= timedelta(minutes=2)
    an_incident(db, clock, "set back")
    clock.move(days=9)
    begin_sitting(db, clock)
    an_incident(db, clock, "nine days later")
    clock.moment += timedelta(hours=25)
    an_incident(db, clock, "set forward while open")
    ledger.fix_pending(db, clock)
    assert [entry.clock_flags for entry in ledger.entries(db)] == ["", "", "back", "", "jump"]
    assert ledger.check(db).ok


def test_checking_shows_progress_and_can_be_cancelled(db, kept):
    seen = []
    ledger.check(db, lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    with pytest.raises(errors.Cancelled):
        ledger.check(db, cancelled=lambda: True)


def test_an_unknown_act_is_refused(db, clock):
    with pytest.raises(errors.Bug):
        ledger.append(db, clock, "invented", "x")


def test_every_line_can_be_proved_and_every_proof_looks_alike(db, kept):
    head = ledger.head(db)
    for seq in range(1, 9):
        proof = ledger.proof_from_json(ledger.proof_as_json(ledger.membership_proof(db, seq)))
        assert ledger.verify_proof(proof, head.merkle_root_hex)
        assert len(proof.path_hex) == 16
        assert "seq" not in json.loads(proof.entry)
    with pytest.raises(errors.NotThere):
        ledger.membership_proof(db, 9)


def test_a_proof_changed_anywhere_fails(db, kept):
    root = ledger.head(db).merkle_root_hex
    good = ledger.membership_proof(db, 2)
    changed = [
        replace(good, entry=good.entry.replace('"add"', '"amend"')),
        replace(good, salt_hex="00" * 16),
        replace(good, place=good.place ^ 1),
        replace(good, place=good.place + (1 << 16)),
        replace(good, path_hex=good.path_hex[:-1]),
        replace(good, path_hex=("00" * 32, *good.path_hex[1:])),
        replace(good, root_hex="00" * 32),
        replace(good, salt_hex="not hex"),
    ]
    assert [ledger.verify_proof(proof, root) for proof in changed] == [False] * len(changed)
    assert not ledger.verify_proof(good, "00" * 32)
    for line in (
        "[]",
        "{}",
        '{"entry":"","salt_hex":"","root_hex":"","place":"1","path_hex":[]}',
        '{"entry":"","salt_hex":"","root_hex":"","place":1,"path_hex":[1]}',
    ):
        with pytest.raises(ValueError):
            ledger.proof_from_json(line)


def test_a_printed_head_is_recognised_later_and_missed_in_an_older_copy(db, clock, kept):
    printed = ledger.head(db)
    an_incident(db, clock, "after printing")
    begin_sitting(db, clock)
    assert ledger.head(db).merkle_root_hex != printed.merkle_root_hex
    assert ledger.seq_with_root(db, printed.merkle_root_hex) == printed.seq == 8
    assert ledger.seq_with_root(db, words=printed.words) == 8
    for name in LINE_TRIGGERS:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("DELETE FROM ledger WHERE seq > 5")
    assert ledger.seq_with_root(db, printed.merkle_root_hex) is None


def test_an_empty_record_has_a_head_too(db):
    head = ledger.head(db)
    assert (head.seq, head.hex) == (0, "00" * 32)
    assert ledger.seq_with_root(db, head.merkle_root_hex) == 0
    assert all(0 <= word < 7776 for word in head.words)


@given(st.integers(1, 2000), st.integers(0, 30))
def test_places_and_roots_do_not_depend_on_how_the_tree_was_built(first, count):
    places = tree.Places(SEED)
    leaves = [(places.of(seq), hashlib.sha256(b"%d" % seq).digest()) for seq in range(first, first + count)]
    at_once, one_by_one = tree.Tree(SEED), tree.Tree(SEED, tree.LARGE_DEPTH)
    at_once.put_all(leaves)
    for place, leaf in leaves:
        one_by_one.put(place, leaf)
    assert at_once.root() == one_by_one.root(tree.SMALL_DEPTH)
    for place, leaf in leaves:
        assert tree.root_from(leaf, place, at_once.path(place)) == at_once.root()


def test_a_full_tree_takes_a_quarter_of_a_second_and_uses_every_place_once():
    places = tree.Places(SEED)
    leaves = [(places.of(seq), hashlib.sha256(b"%d" % seq).digest()) for seq in range(1, tree.SMALL + 1)]
    assert len({place for place, _ in leaves}) == tree.SMALL
    best = 9.0
    for _ in range(3):
        whole = tree.Tree(SEED)
        start = time.thread_time()
        whole.put_all(leaves)
        whole.root()
        best = min(best, time.thread_time() - start)
    # A tracer (coverage) slows each line several times.
    assert best < 2.5 or sys.gettrace(), f"{best:.3f} s: hash branches once, not per leaf"
    # Beyond it the tree grows to 20 levels, and nobody moves.
    assert tree.depth_for(tree.SMALL + 1) == 20
    later = [places.of(seq) for seq in range(tree.SMALL + 1, tree.SMALL + 3000)]
    assert len(set(later)) == len(later)
    assert min(later) >= tree.SMALL
    assert max(later) < tree.LARGE
    for wrong in (0, tree.LARGE + 1):
        with pytest.raises(ValueError):
            places.of(wrong)


def test_the_tree_is_hashed_as_rfc_6962_says():
    """Checked against a plain recursion over all leaves of a small tree."""

    def root_of(leaves):
        if len(leaves) == 1:
            return leaves[0]
        half = len(leaves) // 2
        return hashlib.sha256(b"\x01" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()

    leaves = [tree.leaf_hash(b"s" * 16, b"%d" % n) for n in range(256)]
    assert leaves[0] == hashlib.sha256(b"\x00" + b"s" * 16 + b"0").digest()
    small = tree.Tree(SEED, 8)
    small.put_all(list(enumerate(leaves)))
    assert small.root() == root_of(leaves)


def test_thousands_of_lines_are_checked_and_proved_quickly(db, clock):
    with db.transaction():
        for number in range(3000):
            chain.wait(db, clock, "view", f"{number:032x}")
        ledger.fix_pending(db, clock)
    start = time.thread_time()
    assert ledger.check(db).entries == 3000
    assert ledger.verify_proof(ledger.membership_proof(db, 1234), ledger.head(db).merkle_root_hex)
    assert time.thread_time() - start < 2
