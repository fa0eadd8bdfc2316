"""What is only here is told before a copy takes its place, and what would be there again; of every kind of note.

Lost without it: "nothing is lost" stands over a button that takes her new code word and brings an old number back.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import a_file, a_person, a_signal, a_source, a_step, an_incident, ignore, never, open_data

from safeplan.paths import vault_files
from safeplan.records import (
    certified,
    drafts,
    field_removal,
    file_notes,
    incidents,
    life_events,
    looked,
    own_numbers,
    people,
    plan,
    retention,
    signals,
    weights,
)
from safeplan.records.attachments import remove_attachment
from safeplan.records.incidents import IncidentForm
from safeplan.records.reminders import backup_now
from safeplan.records.sittings import begin_sitting
from safeplan.vault import container, migrations
from safeplan.vault.backup import make_backup
from safeplan.vault.database import Database
from safeplan.vault.leftovers import LEFT_ALONE, NOTES, RECORD, WouldBeLost, what_would_be_lost
from safeplan.vault.opened import OpenVault
from safeplan.vault.restore import open_backup, read_backup, restore_beside

PHRASE = b"lamp river bread seven"
OTHER = b"another phrase of words"

pytestmark = pytest.mark.usefixtures("remembered")


def lost_by(vault: OpenVault, clock: Any, path: Path, phrase: bytes = PHRASE) -> WouldBeLost:
    """As the page asks: the copy is open while the two are compared."""
    held = open_backup(path, bytearray(phrase))
    copy = read_backup(held)
    try:
        return what_would_be_lost(vault.database, clock, held.facts, copy)
    finally:
        copy.close()
        held.close()


def fill(vault: OpenVault, clock: Any, folder: Path) -> None:
    db = vault.database
    for number in range(3):
        one = an_incident(db, clock, f"Entry {number} at the threshold")
        a_file(db, clock, a_source(folder, b"photo %d" % number, f"photo-{number}.jpg"), one.id)
    a_step(db, clock)
    begin_sitting(db, clock)
    an_incident(db, clock, "Written today, can still be taken back")


# ── Every table ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_every_table_is_compared_or_named_as_holding_nothing_of_hers(vault, clock):
    db = vault.database
    an_incident(db, clock)
    begin_sitting(db, clock)
    tables = {name for (name,) in db.rows("SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual')")}
    tables = {name for name in tables if not name.startswith("sqlite_")}
    named = [*RECORD, *NOTES, *LEFT_ALONE]
    assert sorted(named) == sorted(tables), "a new table: compare it, or say why it holds nothing of hers"


def nothing_before(_db: Database, _clock: Any) -> None:
    return None


Before = Callable[[Database, Any], Any]
After = Callable[[Database, Any, Any], Any]
NEW_CONTACT = people.PersonForm(name="Saule Omarova", contact="another number", not_told="the new address")
CHANGED: dict[str, tuple[Before, After]] = {
    "contact": (a_person, lambda db, clock, who: people.change_person(db, clock, who.id, NEW_CONTACT)),
    "code word": (a_person, lambda db, _, who: a_signal(db, who.id, signals.SignalForm("word", "umbrella", "calls"))),
    "own number": (
        nothing_before,
        lambda db, clock, _: own_numbers.add_number(db, clock, own_numbers.NumberForm("Shelter", "8 700")),
    ),
    "life event": (nothing_before, lambda db, *_: life_events.add_life_event(db, "Nauryz", "2026-03-21")),
    "weight": (nothing_before, lambda db, clock, _: weights.change_weights(db, clock, weights.AddOwn("my sister"))),
    "looked": (nothing_before, lambda db, clock, _: looked.set_state(db, clock, "phone", "saw")),
    "certified": (nothing_before, lambda db, clock, _: certified.note_result(db, clock, "DA", "12", "2026-03-01")),
    "situation": (nothing_before, lambda db, clock, _: plan.set_situation(db, clock, "apart", True)),
    "draft": (nothing_before, lambda db, clock, _: drafts.save_draft(db, clock, "happened", {"text": "he came"})),
    "last day": (an_incident, lambda db, _, one: retention.keep_until(db, retention.ENTRY, one.id, "2027-01-01")),
}
GONE: dict[str, tuple[Before, After]] = {
    "person": (a_person, lambda db, clock, who: people.remove_person(db, clock, who.id)),
    "own step": (a_step, lambda db, clock, step: plan.remove_own_step(db, clock, step.id)),
    "answer": (
        lambda db, clock: plan.set_answer(db, clock, "where", "the key is with Aigul"),
        lambda db, clock, _: plan.set_answer(db, clock, "where", ""),
    ),
    "situation": (
        lambda db, clock: plan.set_situation(db, clock, "apart", True),
        lambda db, clock, _: plan.set_situation(db, clock, "apart", False),
    ),
    "draft": (
        lambda db, clock: drafts.save_draft(db, clock, "happened", {"text": "he came"}),
        lambda db, *_: drafts.clear_draft(db, "happened"),
    ),
    "taken back": (an_incident, lambda db, _, one: incidents.take_back_incident(db, one.id)),
}


@pytest.mark.parametrize("kind", CHANGED)
def test_a_note_changed_since_the_copy_is_counted(vault, clock, tmp_path, kind):
    before, after = CHANGED[kind]
    made = before(vault.database, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    assert lost_by(vault, clock, tmp_path / "b").nothing
    after(vault.database, clock, made)
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.notes, lost.come_back) == (1, 0)


@pytest.mark.parametrize("kind", GONE)
def test_what_was_removed_since_the_copy_is_said_to_come_back(vault, clock, tmp_path, kind):
    before, after = GONE[kind]
    made = before(vault.database, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    after(vault.database, clock, made)
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.notes, lost.come_back) == (0, 1)


def test_what_goes_with_something_removed_is_not_counted_beside_it(vault, clock, tmp_path):
    db = vault.database
    one, who = an_incident(db, clock), a_person(db, clock)
    file = a_file(db, clock, a_source(tmp_path), one.id)
    file_notes.write_file_note(db, clock, file.id, words="the door", transcript="")
    a_signal(db, who.id, signals.SignalForm("word", "umbrella", "calls"))
    begin_sitting(db, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    remove_attachment(db, clock, file.id)
    people.remove_person(db, clock, who.id)
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.files, lost.notes, lost.come_back) == (0, 0, 2)


def test_making_the_copy_and_opening_again_are_no_loss(vault, clock, tmp_path):
    """The plan changed before it becomes a version at the next opening: the copy has it as its plan."""
    db = vault.database
    a_step(db, clock)
    plan.set_answer(db, clock, "where", "with Aigul")
    plan.set_situation(db, clock, "apart", True)
    an_incident(db, clock)
    backup_now(vault, clock, tmp_path / "b", ignore, never)
    clock.move(days=3)
    begin_sitting(db, clock)
    assert lost_by(vault, clock, tmp_path / "b").nothing
    a_step(db, clock, "Another step")
    assert lost_by(vault, clock, tmp_path / "b").steps == 1


def test_a_copy_by_an_earlier_program_with_fewer_tables_and_columns_is_compared_as_well(vault, clock, tmp_path):
    db = vault.database
    who = a_person(db, clock)
    facts = make_backup(vault, clock, tmp_path / "b", ignore, never)
    copy = open_data(tmp_path / "earlier")
    for statement in migrations.STEPS[0]:
        copy.execute(statement)
    copy.execute("DELETE FROM state")
    columns = [name for (name,) in copy.rows("SELECT name FROM pragma_table_info('person')")]
    for table, names in (("state", ["name", "value"]), ("person", columns)):
        for row in db.rows(f"SELECT {', '.join(names)} FROM {table}"):
            copy.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", row)
    assert what_would_be_lost(db, clock, facts, copy).nothing
    people.change_person(db, clock, who.id, people.PersonForm(name="Saule Omarova", not_told="the new address"))
    life_events.add_life_event(db, "Nauryz", "2026-03-21")
    assert what_would_be_lost(db, clock, facts, copy).notes == 2
    copy.close()


# ── Entries ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_copy_older_than_the_store_says_what_would_be_lost(vault, clock, tmp_path):
    fill(vault, clock, tmp_path)
    db = vault.database
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    assert lost_by(vault, clock, tmp_path / "b").nothing
    clock.move(days=12, hours=3)
    begin_sitting(db, clock)
    assert lost_by(vault, clock, tmp_path / "b").nothing, "fixing what was in the backup is no loss"
    old = incidents.list_incidents(db)[-1]
    new = an_incident(db, clock, "New since")
    a_file(db, clock, a_source(tmp_path, b"new since", "n.txt"), new.id)
    incidents.amend_incident(db, clock, old.id, IncidentForm(text="Corrected"), "remembered")
    a_step(db, clock, "A new step")
    clock.move(days=1)
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.entries, lost.files, lost.amended, lost.steps, lost.notes) == (1, 1, 1, 1, 0)
    assert (lost.come_back, lost.days, lost.nothing) == (0, 13, False)
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, old.id, keep_hash=False)
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.entries, lost.amended) == (1, 0)
    assert lost.come_back == 2, "the entry and its file"


def test_a_moved_clock_hides_no_loss_and_a_copy_of_another_record_loses_all(vault, clock, tmp_path):
    fill(vault, clock, tmp_path)
    a_person(vault.database, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    clock.move(days=-30)
    an_incident(vault.database, clock, "Written with the clock set back")
    life_events.add_life_event(vault.database, "Nauryz", "2026-03-21")
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.entries, lost.notes) == (1, 1)
    other = container.create_vault(vault_files(tmp_path / "other"), bytearray(OTHER), profile=0)
    make_backup(other, clock, tmp_path / "c", ignore, never)
    other.close()
    lost = lost_by(vault, clock, tmp_path / "c", OTHER)
    assert (lost.same_record, lost.nothing) == (False, False)
    assert (lost.entries, lost.files, lost.steps, lost.notes) == (5, 3, 1, 2)


def test_a_correction_here_is_lost_under_another_one_there_and_what_was_written_there_is_not_called_removed(
    vault, clock, tmp_path
):
    db = vault.database
    one = an_incident(db, clock, "First")
    begin_sitting(db, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    held = open_backup(tmp_path / "b", bytearray(PHRASE))
    beside = restore_beside(held, vault_files(tmp_path / "beside"), ignore, never)
    an_incident(beside.database, clock, "Only there")
    begin_sitting(beside.database, clock)
    make_backup(beside, clock, tmp_path / "c", ignore, never)
    assert lost_by(vault, clock, tmp_path / "c").nothing
    incidents.amend_incident(beside.database, clock, one.id, IncidentForm(text="There"), "")
    begin_sitting(beside.database, clock)
    make_backup(beside, clock, tmp_path / "d", ignore, never)
    beside.close()
    assert lost_by(vault, clock, tmp_path / "d").nothing
    incidents.amend_incident(db, clock, one.id, IncidentForm(text="Here"), "")
    lost = lost_by(vault, clock, tmp_path / "d")
    assert (lost.amended, lost.come_back) == (1, 0)


def test_a_field_taken_out_since_comes_back_and_is_no_correction(vault, clock, tmp_path):
    db = vault.database
    one = incidents.add_incident(db, clock, IncidentForm(text="x", injuries="a mark"))
    begin_sitting(db, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    field_removal.remove_fields(db, clock, one.id, frozenset({"injuries"}))
    lost = lost_by(vault, clock, tmp_path / "b")
    assert (lost.amended, lost.notes, lost.come_back) == (0, 0, 1)
