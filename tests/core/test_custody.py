"""What happened to a file and to the record can be told later; what she looked at is hers alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from builders import a_file, a_source, an_incident, until_full

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.records import attachments, custody, incidents, ledger, settings
from safeplan.records.sittings import begin_sitting

HANDOVER = Path(__file__).parents[2] / "safeplan" / "handover"


@pytest.fixture
def db(vault):
    return vault.database


def handed_over(db, clock, stick, *ids, with_files=True, recipient="Advocate Example"):
    chosen = Selection(ids, "en", with_files, recipient, "the hearing", "2026-12-31")
    return write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)


def checked(db, clock):
    custody.note_check(db, clock, ledger.check(db))


def acts(found):
    return [one.what for one in found]


def test_a_file_can_tell_what_happened_to_it(db, clock, tmp_path, stick):
    entry = an_incident(db, clock)
    an_incident(db, clock, "before the file")
    checked(db, clock)
    clock.move(hours=1)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    other = a_file(db, clock, a_source(tmp_path, b"other", "b.txt"), entry.id)
    clock.move(hours=1)
    checked(db, clock)
    clock.move(hours=1)
    custody.original_removed(db, clock, file.id)
    clock.move(hours=1)
    handed_over(db, clock, stick, entry.id)
    clock.move(hours=1)
    handed_over(db, clock, stick, entry.id, with_files=False)
    found = custody.of_file(db, file.id)
    assert acts(found) == ["kept", "checked", "original_removed", "handed_over"]
    assert [one.at[11:13] for one in found] == ["19", "20", "21", "22"]
    assert {(one.number, one.zone) for one in found} == {(1, "+05:00")}
    last = found[-1]
    assert (last.recipient, last.purpose, last.until) == ("Advocate Example", "the hearing", "2026-12-31")
    assert (last.entries, last.files) == (1, 2)
    assert found[1].ok
    assert acts(custody.of_file(db, other.id)) == ["kept", "checked", "handed_over"]


def test_the_record_tells_who_got_what_and_when_the_newest_first(db, clock, tmp_path, stick):
    entry, second = an_incident(db, clock), an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    checked(db, clock)
    clock.move(days=1)
    handed_over(db, clock, stick, entry.id, second.id, recipient="Police")
    clock.move(days=1)
    custody.original_removed(db, clock, file.id)
    clock.move(days=1)
    handed_over(db, clock, stick, second.id, with_files=False)
    clock.move(days=1)
    attachments.remove_attachment(db, clock, file.id)
    clock.move(days=1)
    incidents.remove_incident(db, clock, second.id, keep_hash=True)
    found = custody.of_record(db)
    assert acts(found) == ["removed", "removed", "handed_over", "handed_over", "checked"]
    assert [(one.number, one.whole) for one in found[:2]] == [(2, True), (1, False)]
    assert [(one.recipient, one.entries, one.files) for one in found[2:4]] == [
        ("Advocate Example", 1, 0),
        ("Police", 2, 1),
    ]
    assert (found[4].ok, found[4].lines) == (True, 3)


def test_an_entry_removed_with_its_files_is_one_line(db, clock, tmp_path):
    entry = an_incident(db, clock)
    for place in range(3):
        a_file(db, clock, a_source(tmp_path, bytes([place]) * 99, f"{place}.bin"), entry.id)
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, entry.id, keep_hash=False)
    (only,) = custody.of_record(db)
    assert (only.what, only.number, only.whole) == ("removed", 1, True)


def test_a_check_that_found_a_fault_counts_for_the_file_it_named(db, clock, tmp_path):
    entry = an_incident(db, clock)
    kept = [a_file(db, clock, a_source(tmp_path, bytes([n]) * 99, f"{n}.bin"), entry.id) for n in range(2)]
    begin_sitting(db, clock)
    db.execute("DROP TRIGGER chunk_no_update")
    db.execute("UPDATE chunk SET data = x'00' WHERE item = ?", (kept[1].id,))
    checked(db, clock)
    assert acts(custody.of_file(db, kept[0].id)) == ["kept"]
    found = custody.of_file(db, kept[1].id)
    assert (acts(found), found[-1].ok) == (["kept", "checked"], False)
    (row,) = custody.of_record(db)
    assert (row.ok, row.number) == (False, 1)
    assert not ledger.check(db).ok


@pytest.mark.parametrize(
    ("harm", "seq"),
    [
        ("UPDATE release SET document = replace(document, 'Advocate Example', 'Somebody Else')", 3),
        ("DELETE FROM release", 3),
        ("INSERT INTO release SELECT lower(hex(randomblob(16))), made_at, zone, document FROM release", 0),
    ],
)
def test_a_hand_over_changed_removed_or_made_up_is_named(db, clock, stick, harm, seq):
    entry, _ = an_incident(db, clock), an_incident(db, clock)
    handed_over(db, clock, stick, entry.id)
    an_incident(db, clock)
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    db.execute(harm)
    fault = ledger.check(db).first_fault
    assert (fault.what, fault.seq) == ("given", seq)


def test_deleted_means_gone(db, clock, tmp_path):
    settings.set(db, clock, "views_noted", True)
    entry = an_incident(db, clock)
    fixed = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    fresh = a_file(db, clock, a_source(tmp_path, b"new", "n.txt"), entry.id)
    for file in (fixed, fresh):
        custody.original_removed(db, clock, file.id)
        custody.note_check(db, clock, ledger.check(db), file.id)
        assert custody.note_view(db, clock, file.id)
    attachments.remove_attachment(db, clock, fresh.id)
    assert db.value("SELECT count(*) FROM custody") == 2
    assert custody.count_views(db) == 1
    incidents.remove_incident(db, clock, entry.id, keep_hash=True)
    assert db.value("SELECT count(*) FROM custody") == custody.count_views(db) == 0
    for ask in (custody.of_file, lambda db, id_: custody.original_removed(db, clock, id_)):
        with pytest.raises(errors.NotThere):
            ask(db, fixed.id)


def test_looking_is_noted_only_while_she_wants_it_and_can_be_forgotten(db, clock, tmp_path):
    entry = an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    assert not custody.note_view(db, clock, file.id)
    assert acts(custody.of_file(db, file.id)) == ["kept"]
    settings.set(db, clock, "views_noted", True)
    clock.move(hours=1)
    assert custody.note_view(db, clock, file.id)
    assert acts(custody.of_file(db, file.id)) == ["kept", "viewed"]
    assert custody.of_record(db) == ()
    settings.set(db, clock, "views_noted", False)
    clock.move(hours=1)
    assert not custody.note_view(db, clock, file.id)
    assert custody.forget_views(db) == 1
    assert acts(custody.of_file(db, file.id)) == ["kept"]
    assert ledger.check(db).ok


def test_what_may_be_told_of_a_file_names_no_viewing_and_nobody_else(db, clock, tmp_path, stick):
    settings.set(db, clock, "views_noted", True)
    entry = an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    custody.note_view(db, clock, file.id)
    handed_over(db, clock, stick, entry.id, recipient="Police")
    handed_over(db, clock, stick, entry.id)
    assert acts(custody.of_file(db, file.id)).count("handed_over") == 2
    told = custody.leaving_with(db, file.id, " advocate  EXAMPLE")
    assert [(one.what, one.recipient) for one in told] == [("kept", ""), ("handed_over", "Advocate Example")]
    assert acts(custody.leaving_with(db, file.id, "")) == ["kept"]


def test_nothing_that_leaves_knows_what_she_looked_at(db, clock, tmp_path, stick):
    settings.set(db, clock, "views_noted", True)
    entry = an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    before = [*ledger.lines(db)], ledger.head(db)
    clock.move(days=40)
    custody.note_view(db, clock, file.id)
    assert ([*ledger.lines(db)], ledger.head(db)) == before
    clock.move(days=40)
    made = handed_over(db, clock, stick, entry.id)
    # 2 March and forty days: a day on which nothing else happened.
    plain = [path for path in (stick / made.folder_name).rglob("*") if path.suffix in (".jsonl", ".txt", ".tsv")]
    assert len(plain) > 4
    assert not any(b"2026-04-11" in path.read_bytes() for path in plain)
    assert "2026-04-11" in str(db.rows("SELECT at FROM viewed"))


def read_of_viewings(path):
    """What in a module's code reads viewings: the table's name in a text, or a function of custody.py that tells."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    texts = [node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    names = {node.attr for node in tree if isinstance(node, ast.Attribute)}
    names |= {node.id for node in tree if isinstance(node, ast.Name)}
    names |= {alias.name for node in tree if isinstance(node, ast.ImportFrom) for alias in node.names}
    found = {text for text in texts if re.search(r"(?<!re)viewed", text.casefold())}
    return found | (names & {"of_file", "note_view", "count_views", "VIEWED"})


@pytest.mark.parametrize("path", sorted(HANDOVER.glob("*.py")), ids=lambda path: path.name)
def test_no_code_of_the_hand_over_reads_viewings(path):
    assert read_of_viewings(path) == set()


def test_reading_viewings_would_be_found():
    assert len(read_of_viewings(HANDOVER.parent / "records" / "custody.py")) > 3


def test_a_full_disk_names_what_could_not_be_noted(db, clock, tmp_path):
    file = a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)
    for what, note in (
        (custody.CHECK, lambda: checked(db, clock)),
        (custody.ORIGINAL_REMOVED, lambda: custody.original_removed(db, clock, file.id)),
    ):
        assert until_full(db, note).facts["reason"] == what
