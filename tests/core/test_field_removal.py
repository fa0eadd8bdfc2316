"""A single field goes out of a fixed entry in every writing of it, and the record still fits.

Lost without it: a promise to delete one thing that costs the whole record, or a record that calls the promise damage.
"""

from __future__ import annotations

import hashlib
import json

import pytest
from builders import KEY, a_file, a_source, an_incident, fresh_database, ids_found, ignore, never, open_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import drafts, field_removal, incidents, ledger, merge, search_index
from safeplan.records.incident_form import Damage, IncidentForm, Witness
from safeplan.records.merge_source import source_from_backup
from safeplan.records.sittings import begin_sitting
from safeplan.records.wording import canonical

SECRET = "turquoise bruise"
FORM = IncidentForm(
    text="He came at night.",
    place="At the lake",
    injuries=SECRET,
    seen_by=(Witness(name="Gulnara", contact="8 701"),),
    damage=(Damage("a cup", "900"),),
)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def kept(db, clock):
    """A fixed entry in two writings, both of which tell of injuries."""
    made = incidents.add_incident(db, clock, FORM)
    clock.move(days=2)
    form = IncidentForm(**{**FORM.__dict__, "text": "He came at night, twice.", "injuries": SECRET + ", left"})
    incidents.amend_incident(db, clock, made.id, form, "remembered")
    begin_sitting(db, clock)
    return incidents.incident(db, made.id)


def everything(db):
    """Every value of every table, the index's own among them."""
    tables = db.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
    return "\n".join(str(db.rows(f"SELECT * FROM {table}")) for (table,) in tables)


def test_the_field_is_gone_from_every_writing_and_from_the_search_and_the_rest_stays(db, clock, kept):
    assert ids_found(db, "turquoise") == {kept.id}
    assert field_removal.remove_fields(db, clock, kept.id, ["injuries"]) == 2
    now = incidents.incident(db, kept.id)
    assert [revision.form.injuries for revision in now.revisions] == ["", ""]
    assert [revision.form.text for revision in now.revisions] == ["He came at night.", "He came at night, twice."]
    assert [revision.form.seen_by for revision in now.revisions] == [FORM.seen_by] * 2
    assert [revision.written_at for revision in now.revisions] == [one.written_at for one in kept.revisions]
    assert ids_found(db, "turquoise") == set()
    assert ids_found(db, "night") == {kept.id}
    assert "turquoise" not in everything(db)
    assert "He came at night" in everything(db)


def test_an_index_of_an_older_shape_does_not_keep_its_words(db, clock, kept, monkeypatch):
    monkeypatch.setattr(search_index, "MOST_WHEN_OPENED", 0)
    db.execute("UPDATE state SET value = 'old' WHERE name = 'index_shape'")
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    assert "turquoise" not in everything(db)
    assert ids_found(db, "turquoise") == set()
    assert ids_found(db, "night") == {kept.id}


def test_the_record_fits_before_and_after_the_next_opening_and_names_what_was_done(db, clock, kept):
    field_removal.remove_fields(db, clock, kept.id, ["injuries", "place"])
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    assert [one.op for one in ledger.entries(db)] == ["add", "amend", "remove_field", "remove_field"]
    assert field_removal.touched(db) == {kept.id}


def test_a_field_that_says_nothing_leaves_no_trace_of_being_asked_for(db, clock, kept):
    assert field_removal.remove_fields(db, clock, kept.id, ["devices", "police"]) == 0
    assert field_removal.touched(db) == frozenset()
    assert ledger.waiting_count(db) == 0


def test_only_the_writings_that_were_named(db, clock, kept):
    assert field_removal.remove_fields(db, clock, kept.id, ["injuries"], [1]) == 1
    assert [one.form.injuries for one in incidents.incident(db, kept.id).revisions] == ["", SECRET + ", left"]
    assert ids_found(db, "turquoise") == {kept.id}
    assert field_removal.remove_fields(db, clock, kept.id, ["injuries", "seen_by"]) == 2
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert ledger.check(db).ok


def test_a_begun_correction_keeps_nothing_of_a_field_that_is_gone(db, clock, kept):
    name = incidents.draft_name(kept.id)
    typed = {"id": kept.id, "text": "He came again", "injuries": SECRET + ", left"}
    drafts.save_draft(db, clock, name, typed)
    drafts.save_draft(db, clock, "entry-another", typed)
    field_removal.remove_fields(db, clock, kept.id, ["injuries"], [1])
    assert drafts.draft(db, name) == typed, "what it was begun from still says it"
    field_removal.remove_fields(db, clock, kept.id, ["devices"])
    assert drafts.draft(db, name) == typed
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    assert drafts.draft(db, name) == {}
    assert drafts.draft(db, "entry-another") == typed


def test_what_can_still_be_taken_back_is_left(db, clock):
    made = incidents.add_incident(db, clock, FORM)
    assert field_removal.remove_fields(db, clock, made.id, ["injuries"]) == 0
    assert incidents.incident(db, made.id).latest.form.injuries == SECRET
    incidents.take_back_incident(db, made.id)


def test_what_cannot_go_alone_or_is_not_there_is_refused(db, clock, kept):
    for names in (["text"], ["happened"], ["everything"], ["injuries", "text"]):
        with pytest.raises(errors.Bug):
            field_removal.remove_fields(db, clock, kept.id, names)
    with pytest.raises(errors.NotThere):
        field_removal.remove_fields(db, clock, "a" * 32, ["place"])
    incidents.remove_incident(db, clock, kept.id, keep_hash=False)
    with pytest.raises(errors.NotThere):
        field_removal.remove_fields(db, clock, kept.id, ["place"])


def test_an_entry_of_which_a_field_was_removed_can_be_removed_altogether(db, clock, kept):
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, kept.id, keep_hash=True)
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert ledger.check(db).ok


def test_the_hash_that_is_left_cannot_be_matched_with_a_guess(db, clock, kept):
    first = next(iter(ledger.entries(db)))
    was = json.loads(incidents.revision_documents(db, kept.id)[0])
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    rest = json.loads(incidents.revision_documents(db, kept.id)[0])
    assert rest["was_sha256"] == first.content_sha256
    guess = {**was, "salt": rest["salt"]}
    assert was["salt"] != rest["salt"]
    assert was["salt"] not in everything(db)
    assert hashlib.sha256(canonical(guess).encode()).hexdigest() != first.content_sha256


@pytest.mark.parametrize("fixed", [True, False])
@pytest.mark.parametrize(
    ("act", "what"),
    [
        ("UPDATE revision SET document = replace(document, 'at night', 'at noon')", "words"),
        ("UPDATE field_removed SET fields = replace(fields, 'injuries', 'place')", "missing"),
        ("DELETE FROM field_removed WHERE revision = 1", "words"),
        ("UPDATE field_removed SET after_sha256 = hex(zeroblob(32)) WHERE revision = 2", "words"),
        (
            "INSERT INTO field_removed SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',"
            " revision, fields, removed_at, zone, after_sha256, 1 FROM field_removed LIMIT 1",
            "extra",
        ),
    ],
)
def test_a_removal_does_not_cover_for_anything_else(db, clock, kept, act, what, fixed):
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    if fixed:
        begin_sitting(db, clock)
    for trigger in ("revision_no_rewrite", "field_removed_no_update", "field_removed_no_delete"):
        db.execute(f"DROP TRIGGER {trigger}")
    assert db.execute(act)
    fault = ledger.check(db).first_fault
    assert fault is not None
    assert fault.what == what if fixed else fault.what in (what, "extra")


def test_a_hand_over_shows_the_rest_and_still_fits(db, clock, kept, tmp_path):
    other = an_incident(db, clock, "Another day")
    a_file(db, clock, a_source(tmp_path), kept.id)
    begin_sitting(db, clock)
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    (tmp_path / "stick").mkdir()
    selection = Selection((kept.id, other.id), "en", True, "Police")
    release = write_bag(db, clock, selection, tmp_path / "stick", lambda _: None, ignore, never)
    folder = tmp_path / "stick" / release.folder_name
    assert verify_bag(folder).status == UNCHANGED
    lines = [json.loads(line) for line in (folder / "data/chain.jsonl").read_text().splitlines()[1:]]
    documents = {json.loads(line["entry"])["object_id"]: line["document"] for line in lines}
    assert documents[kept.id] is None
    assert documents[other.id] is not None
    for path in folder.rglob("*"):
        assert path.is_dir() or (
            SECRET.encode() not in path.read_bytes() and b"remove_field" not in path.read_bytes()
        )


def test_taking_in_an_older_copy_of_this_record_does_not_bring_the_field_back(db, clock, kept, tmp_path):
    (tmp_path / "older.bin").touch()
    db.copy_to(tmp_path / "older.bin", bytearray(KEY))
    field_removal.remove_fields(db, clock, kept.id, ["injuries"])
    begin_sitting(db, clock)
    older = open_data(tmp_path / "older.bin")
    try:
        comparison = merge.compare(db, source_from_backup(older, "c" * 32, "d" * 64))
        merge.take_in(db, clock, comparison, ignore, never)
    finally:
        older.close()
    assert "turquoise" not in everything(db)
    assert [one.form.injuries for one in incidents.incident(db, kept.id).revisions] == ["", ""]
    assert len(incidents.list_incidents(db)) == 1
    assert ledger.check(db).ok


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.sets(st.sampled_from(sorted(field_removal.FIELDS)), min_size=1),
    words=st.text(st.characters(exclude_categories=()), min_size=1, max_size=30),
    again=st.booleans(),
)
def test_whatever_is_removed_the_record_fits_and_the_rest_stays(db, clock, names, words, again):
    form = IncidentForm(
        text="x", place=words, injuries=words, later=words, known_words=words, damage=(Damage(words),)
    )
    made = incidents.add_incident(db, clock, form)
    before = made.latest.form
    begin_sitting(db, clock)
    field_removal.remove_fields(db, clock, made.id, names)
    if again:
        begin_sitting(db, clock)
        field_removal.remove_fields(db, clock, made.id, field_removal.FIELDS)
        names = field_removal.FIELDS
    now = incidents.incident(db, made.id).latest.form
    for name in IncidentForm.__dataclass_fields__:
        assert getattr(now, name) == (getattr(IncidentForm(), name) if name in names else getattr(before, name))
    assert ledger.check(db).ok
