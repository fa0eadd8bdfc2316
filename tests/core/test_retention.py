"""A day that was agreed on comes, and what it was about is gone: the record, the field, the folder, the backup.

Lost without it: "we keep it until June" on paper, and all of it on the disk in December.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database, ignore, never
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.policy_fields import ENTRY_PARTS
from safeplan.policy_fields import NEEDED as NEEDED_PARTS
from safeplan.records import (
    cases,
    clients,
    consents,
    drafts,
    incidents,
    kept_copies,
    ledger,
    people,
    plan,
    retention,
    versions,
)
from safeplan.records.cases import CaseForm
from safeplan.records.consents import ConsentForm
from safeplan.records.deadlines import offset_of
from safeplan.records.incident_form import IncidentForm
from safeplan.records.retention import ANSWER, CASE, CONSENT, ENTRY, FILE, FILES, KINDS, PERSON, SESSION, Due
from safeplan.records.sessions_held import FULL, begin_session, list_sessions
from safeplan.records.sittings import begin_sitting
from safeplan.vault import restore
from safeplan.vault.backup import make_backup
from safeplan.vault.container import create_vault, unlock_vault
from safeplan.vault.leftovers import what_would_be_lost

FREE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LAST = "2026-03-10"
HERS = b"lamp river bread seven"


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def to_the_day(clock, day: str) -> None:
    """The evening of that day where she is."""
    clock.move(days=(date.fromisoformat(day) - date(2026, 3, 2)).days)


# ── Which day ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_nothing_goes_on_its_last_day_and_everything_the_day_after(db, clock):
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    retention.keep_until(db, ENTRY, kept.id, LAST)
    to_the_day(clock, LAST)
    assert retention.due(db, clock) == ()
    assert retention.purge(db, clock).done == ()
    assert incidents.incident(db, kept.id).removed is None
    clock.move(hours=1)
    assert retention.due(db, clock) == (Due(ENTRY, kept.id, "", LAST),)
    purged = retention.purge(db, clock)
    assert purged.done == (Due(ENTRY, kept.id, "", LAST),)
    removed = incidents.incident(db, kept.id).removed
    assert removed is not None
    assert removed.hashes == ()
    assert retention.kept_days(db) == ()
    assert ledger.check(db).ok
    assert retention.purge(db, clock).done == ()


@FREE
@given(offset=st.integers(-400, 400), hours=st.integers(0, 23))
def test_a_day_is_over_only_when_it_is_over_where_she_is(db, clock, offset, hours):
    day = (date(2026, 3, 2) + timedelta(days=offset)).isoformat()
    retention.keep_until(db, ANSWER, "where", day)
    was = clock.moment
    clock.move(hours=hours)
    here = (clock.now() + timedelta(hours=5)).date().isoformat()
    assert bool(retention.due(db, clock)) == (here > day)
    clock.moment = was


def test_a_day_can_be_moved_and_taken_away(db, clock):
    kept = an_incident(db, clock)
    retention.keep_until(db, ENTRY, kept.id, "2026-01-01")
    retention.keep_until(db, ENTRY, kept.id, "2027-01-01")
    assert [one.until for one in retention.kept_days(db)] == ["2027-01-01"]
    retention.keep_until(db, ENTRY, kept.id, "")
    assert retention.kept_days(db) == ()
    for what, field, day, named in (
        ("everything", "", LAST, errors.Bug),
        (ENTRY, "text", LAST, errors.Bug),
        (ENTRY, "when", LAST, errors.Bug),
        (PERSON, "role", LAST, errors.Bug),
        (FILE, "name", LAST, errors.Bug),
        (ENTRY, "", "soon", errors.DateImpossible),
    ):
        with pytest.raises(named):
            retention.keep_until(db, what, kept.id, day, field)


def test_every_part_a_policy_can_name_stands_for_something_that_can_go(db, clock):
    for part in ENTRY_PARTS:
        can_go = part == FILES or bool(retention.fields_of_part(part))
        assert can_go == (part not in NEEDED_PARTS), part


# ── What goes ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_each_kind_of_record_goes_on_its_day(db, clock, tmp_path):
    begin_sitting(db, clock)
    entry = an_incident(db, clock)
    file = a_file(db, clock, a_source(tmp_path), entry.id)
    person = a_person(db, clock)
    plan.set_answer(db, clock, "where", "At my sister's")
    session = begin_session(db, clock, ["plan"], FULL)
    agreed = consents.give_consent(db, clock, ConsentForm("D", ("folder",), "", "2026-12-01", "en", "Yes."))
    begin_sitting(db, clock)
    for what, id_ in (
        (FILE, file.id), (PERSON, person.id), (ANSWER, "where"), (SESSION, session.id), (CONSENT, agreed.id),
    ):  # fmt: skip
        retention.keep_until(db, what, id_, LAST)
    clock.move(days=9)
    purged = retention.purge(db, clock)
    assert {one.what for one in purged.done} == {FILE, PERSON, ANSWER, SESSION, CONSENT} <= set(KINDS)
    assert incidents.incident(db, entry.id).attachments == ()
    assert people.list_people(db) == ()
    assert plan.answers(db) == {}
    assert versions.versions(db) == ()
    assert list_sessions(db) == ()
    assert consents.consent(db, agreed.id).forgotten
    assert ledger.check(db).ok
    assert retention.kept_days(db) == ()


def test_one_field_of_an_entry_or_a_person_goes_and_the_rest_stays(db, clock):
    entry = incidents.add_incident(db, clock, IncidentForm(text="x", police="03", place="home"))
    begin_sitting(db, clock)
    person = a_person(db, clock, contact="8 701 000", notes="kind")
    retention.keep_until(db, ENTRY, entry.id, LAST, "police_calls")
    retention.keep_until(db, PERSON, person.id, LAST, "contact")
    clock.move(days=9)
    assert len(retention.purge(db, clock).done) == 2
    latest = incidents.incident(db, entry.id).latest
    assert (latest.form.police, latest.form.place, latest.form.text) == ("", "home", "x")
    known = people.person(db, person.id)
    assert (known.contact, known.notes, known.name) == ("", "kind", person.name)
    assert ledger.check(db).ok


def test_parts_go_so_many_days_after_they_were_written_each_writing_in_its_turn(db, clock, tmp_path):
    entry = incidents.add_incident(db, clock, IncidentForm(text="x", injuries="a mark"))
    a_file(db, clock, a_source(tmp_path), entry.id)
    clock.move(days=20)
    incidents.amend_incident(db, clock, entry.id, IncidentForm(text="x", injuries="a mark, smaller"), "")
    begin_sitting(db, clock)
    days_of = {"injuries": 30, "files": 40}
    clock.move(days=10)
    assert retention.due(db, clock, days_of) == ()
    clock.move(days=1)
    (one,) = retention.due(db, clock, days_of)
    assert (one.field, one.revisions) == ("injuries", (1,))
    retention.purge(db, clock, days_of)
    assert [r.form.injuries for r in incidents.incident(db, entry.id).revisions] == ["", "a mark, smaller"]
    assert retention.due(db, clock, days_of) == ()
    clock.move(days=10)
    assert [one.field for one in retention.purge(db, clock, days_of).done] == ["files"]
    clock.move(days=10)
    assert [one.revisions for one in retention.purge(db, clock, days_of).done] == [(2,)]
    assert [r.form.injuries for r in incidents.incident(db, entry.id).revisions] == ["", ""]
    assert incidents.incident(db, entry.id).attachments == ()
    assert retention.due(db, clock, days_of) == ()
    assert ledger.check(db).ok
    with pytest.raises(errors.Bug):
        retention.due(db, clock, {"text": 3})


@pytest.mark.parametrize("zone", ["+05:00", "-08:00"])
def test_the_days_of_a_part_are_days_where_it_was_written(db, clock, tmp_path, zone):
    # 20:00 UTC is one o'clock of the next day in Almaty, and noon by the Pacific.
    clock.offset = zone
    clock.move(hours=1, minutes=20)
    here = (clock.now() + timedelta(hours=int(zone[:3]))).date()
    entry = incidents.add_incident(db, clock, IncidentForm(text="x", injuries="a mark"))
    a_file(db, clock, a_source(tmp_path), entry.id)
    retention.keep_until(db, ENTRY, entry.id, (here - timedelta(days=1)).isoformat(), FILES)
    begin_sitting(db, clock)
    days_of = {"injuries": 1, "files": 1}
    over = datetime.combine(here + timedelta(days=2), datetime.min.time(), offset_of(zone))
    clock.moment = over - timedelta(minutes=1)
    assert retention.purge(db, clock, days_of).done == (), "of the whole day after it, a minute is left"
    assert len(incidents.incident(db, entry.id).attachments) == 1, "taken in after the day that was set"
    clock.moment = over
    assert {one.until for one in retention.purge(db, clock, days_of).done} == {here.isoformat()}
    assert incidents.incident(db, entry.id).latest.form.injuries == ""
    assert incidents.incident(db, entry.id).attachments == ()


def test_of_the_files_of_an_entry_only_those_go_whose_days_are_over_whatever_clock_took_the_others_in(
    db, clock, tmp_path
):
    entry = an_incident(db, clock)
    a_file(db, clock, a_source(tmp_path), entry.id)
    clock.move(days=41)
    begin_sitting(db, clock)
    an_incident(db, clock, "by the right clock")
    begin_sitting(db, clock)
    # One evening at a computer that believes it is 2016.
    clock.move(days=-3652)
    new = a_file(db, clock, a_source(tmp_path, b"yesterday's", "new.txt"), entry.id)
    clock.move(days=3653)
    begin_sitting(db, clock)
    days_of = {"files": 40}
    assert len(retention.purge(db, clock, days_of).done) == 1
    assert [info.id for info in incidents.incident(db, entry.id).attachments] == [new.id]
    clock.move(days=38)
    assert retention.purge(db, clock, days_of).done == ()
    clock.move(days=3)
    assert [one.files for one in retention.purge(db, clock, days_of).done] == [(new.id,)]
    assert incidents.incident(db, entry.id).attachments == ()
    assert ledger.check(db).ok


def test_with_an_entry_or_its_part_goes_what_a_begun_correction_repeats(db, clock):
    part, whole = (incidents.add_incident(db, clock, IncidentForm(text="x", injuries="left arm")) for _ in range(2))
    begin_sitting(db, clock)
    young = incidents.add_incident(db, clock, IncidentForm(text="x"))
    for one in (part, whole, young):
        # As the page of an entry names it.
        drafts.save_draft(db, clock, f"entry-{one.id}", {"text": "x!", "injuries": "left arm"})
    retention.keep_until(db, ENTRY, part.id, LAST, "injuries")
    retention.keep_until(db, ENTRY, whole.id, LAST)
    clock.move(days=9)
    retention.purge(db, clock)
    assert [drafts.draft(db, f"entry-{one.id}") for one in (part, whole)] == [{}, {}]
    assert drafts.draft(db, f"entry-{young.id}")
    incidents.remove_incident(db, clock, young.id, keep_hash=False)
    assert drafts.draft(db, f"entry-{young.id}") == {}


def test_with_a_case_goes_what_is_half_typed_on_its_page(db, clock):
    case = cases.add_case(db, clock, CaseForm(name="About the summer"))
    drafts.save_draft(db, clock, cases.draft_name(case.id), {"text": "the officer said"})
    retention.keep_until(db, CASE, case.id, LAST)
    clock.move(days=9)
    retention.purge(db, clock)
    assert drafts.draft(db, cases.draft_name(case.id)) == {}


def test_a_file_that_went_on_its_own_day_keeps_no_other_whose_days_are_over(db, clock, tmp_path):
    entry = an_incident(db, clock)
    one = a_file(db, clock, a_source(tmp_path), entry.id)
    a_file(db, clock, a_source(tmp_path, b"another", "two.txt"), entry.id)
    begin_sitting(db, clock)
    retention.keep_until(db, FILE, one.id, LAST)
    clock.move(days=41)
    assert len(retention.purge(db, clock, {"files": 40}).done) == 2
    assert incidents.incident(db, entry.id).attachments == ()


def test_what_is_gone_already_is_said_and_its_day_forgotten(db, clock):
    for what in KINDS:
        retention.keep_until(db, what, "a" * 32, LAST)
    clock.move(days=9)
    purged = retention.purge(db, clock)
    assert {one.what for one in purged.gone} == set(KINDS)
    assert purged.done == ()
    assert retention.kept_days(db) == ()


# ── Backups ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_with_what_is_due_every_noted_backup_that_holds_it_goes_also_a_stick_that_comes_later(vault, clock, stick):
    db = vault.database
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    for name in ("a", "b", "c"):
        make_backup(vault, clock, stick / name, ignore, never)
        kept_copies.note_copy(db, clock, stick / name)
    make_backup(vault, clock, stick / "hers", ignore, never)
    retention.keep_until(db, ENTRY, kept.id, LAST)
    away = (stick / "b").rename(stick / "away")
    clock.move(days=9)
    copies = retention.purge(db, clock).copies
    assert (copies.removed, copies.not_found, copies.stayed) == (2, (str(stick / "b"),), ())
    assert sorted(path.name for path in stick.iterdir()) == ["away", "hers"]
    # One made since holds nothing of it and stays, when the stick is there again.
    clock.move(days=1)
    make_backup(vault, clock, stick / "since", ignore, never)
    kept_copies.note_copy(db, clock, stick / "since")
    away.rename(stick / "b")
    assert retention.purge(db, clock).copies.removed == 1
    assert sorted(path.name for path in stick.iterdir()) == ["hers", "since"]
    assert [Path(one.place).name for one in kept_copies.list_copies(db)] == ["since"]


def test_another_file_of_that_name_and_a_link_are_left_alone(vault, clock, stick):
    db = vault.database
    for name in ("a", "b"):
        make_backup(vault, clock, stick / name, ignore, never)
        kept_copies.note_copy(db, clock, stick / name)
    whole = (stick / "a").read_bytes()
    (stick / "a").write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    (stick / "b").rename(stick / "real")
    (stick / "b").symlink_to(stick / "real")
    copies = kept_copies.remove_copies(db)
    assert copies.removed == 0
    assert len(copies.not_found) == 2
    assert (stick / "a").is_file()
    assert (stick / "real").is_file()
    for one in kept_copies.list_copies(db):
        kept_copies.forget_copy(db, one.id)
    assert kept_copies.list_copies(db) == ()
    with pytest.raises(errors.NotThere):
        kept_copies.forget_copy(db, "a" * 32)


def test_one_that_cannot_be_removed_is_at_least_unreadable_and_stays_noted(vault, clock, stick, monkeypatch):
    make_backup(vault, clock, stick / "a", ignore, never)
    kept_copies.note_copy(vault.database, clock, stick / "a")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
        assert kept_copies.remove_copies(vault.database).stayed == (str(stick / "a"),)
    with pytest.raises(errors.WrongPassphrase):
        restore.open_backup(stick / "a", bytearray(HERS))
    assert len(kept_copies.list_copies(vault.database)) == 1


@FREE
@given(content=st.binary(max_size=100))
def test_what_is_no_backup_is_not_noted(db, clock, tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    for path in (tmp_path / "x", tmp_path / "nothing", tmp_path):
        with pytest.raises(errors.FileUnreadable):
            kept_copies.note_copy(db, clock, path)


# ── Clients ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_client_whose_day_is_over_goes_with_folder_line_and_noted_backups_and_nobody_else(
    db, clock, tmp_path, stick
):
    files = vault_files(tmp_path / "desk")
    over, stays, session_only = (
        clients.add_client(db, clock, name, day)
        for name, day in (("over", LAST), ("stays", "2026-12-01"), ("now", ""))
    )
    for one in (over, stays, session_only):
        opened = create_vault(files.client(one.number), bytearray(HERS), profile=0)
        make_backup(opened, clock, stick / one.alias, ignore, never)
        kept_copies.note_copy(db, clock, stick / one.alias, one.number)
        opened.close()
    assert retention.due_clients(db, clock) == (session_only,)
    clock.move(days=9)
    assert {one.alias for one in retention.due_clients(db, clock)} == {"over", "now"}
    (purged,) = retention.purge_clients(db, clock, files, open_now=[session_only.number])
    assert (purged.client, purged.folder.unreadable, purged.copies.removed) == (over, True, 1)
    assert not files.client(over.number).folder.exists()
    assert sorted(path.name for path in stick.iterdir()) == ["now", "stays"]
    assert {one.alias for one in clients.list_clients(db)} == {"stays", "now"}
    unlock_vault(files.client(stays.number), bytearray(HERS)).close()


def test_a_policys_days_count_from_the_last_session(db, clock, tmp_path):
    seen = clients.add_client(db, clock, "seen", "2027-12-01")
    clients.add_client(db, clock, "not seen", "2027-12-01")
    clock.move(days=20)
    clients.note_session(db, clock, seen.number)
    clock.move(days=11)
    assert [one.alias for one in retention.due_clients(db, clock, 30)] == ["not seen"]
    assert retention.due_clients(db, clock) == ()
    clock.move(days=20)
    assert len(retention.due_clients(db, clock, 30)) == 2
    assert len(retention.purge_clients(db, clock, vault_files(tmp_path / "desk"), 30)) == 2


def test_a_copy_on_a_stick_that_was_not_in_on_the_day_goes_when_it_is(db, clock, tmp_path, stick):
    files = vault_files(tmp_path / "desk")
    one = clients.add_client(db, clock, "over", LAST)
    opened = create_vault(files.client(one.number), bytearray(HERS), profile=0)
    make_backup(opened, clock, stick / "copy", ignore, never)
    kept_copies.note_copy(db, clock, stick / "copy", one.number)
    opened.close()
    stick.rename(tmp_path / "pocket")
    clock.move(days=9)
    retention.purge_clients(db, clock, files)
    assert kept_copies.remove_left_copies(db).not_found == (str(stick / "copy"),)
    (tmp_path / "pocket").rename(stick)
    assert kept_copies.remove_left_copies(db).removed == 1
    assert list(stick.iterdir()) == []


def test_a_backup_from_before_is_said_to_bring_a_removed_field_back(vault, clock, stick):
    db = vault.database
    kept = incidents.add_incident(db, clock, IncidentForm(text="x", injuries="a mark"))
    begin_sitting(db, clock)
    facts = make_backup(vault, clock, stick / "b", ignore, never)
    copy = restore.read_backup(restore.open_backup(stick / "b", bytearray(HERS)))
    assert what_would_be_lost(db, clock, facts, copy).nothing
    retention.keep_until(db, ENTRY, kept.id, LAST, "injuries")
    clock.move(days=9)
    retention.purge(db, clock)
    assert what_would_be_lost(db, clock, facts, copy).come_back == 1
    copy.close()
