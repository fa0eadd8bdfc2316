"""Two records become one: nothing is overwritten, the same bytes come once, and it stays to be seen who said what.

Lost without it: after a new computer there are two halves of a record; or a stranger's folder rewrites hers.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from builders import a_file, a_person, a_source, an_incident, ids_found, ignore, never

from safeplan import errors
from safeplan.clock import SystemClock, as_text
from safeplan.handover import verify
from safeplan.handover.bag import write_bag
from safeplan.handover.record_lines import record_lines
from safeplan.handover.selection import LeftOut, Selection
from safeplan.handover.taking_in import source_from_bag
from safeplan.paths import vault_files
from safeplan.records import attachments, chain, incidents, ledger, people, retention
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.merge import DIFFERS, KNOWN, LONGER, NEW, REMOVED_HERE, compare, take_in, taken_over
from safeplan.records.merge_source import Source, claim_of, source_from_backup
from safeplan.records.sittings import begin_sitting
from safeplan.vault import container
from safeplan.vault.backup import make_backup
from safeplan.vault.database import Database
from safeplan.vault.opened import OpenVault
from safeplan.vault.restore import open_backup, read_backup, restore_beside

pytestmark = pytest.mark.usefixtures("remembered")
PHRASE = b"lamp river bread seven"


@pytest.fixture
def other(tmp_path: Path, clock):
    """A second record: what a counsellor wrote, a month earlier, on a computer in another zone."""
    made = container.create_vault(vault_files(tmp_path / "other"), bytearray(PHRASE), profile=0)
    clock.offset = "+03:00"
    clock.move(days=-30)
    who = a_person(made.database, clock, "Dana Serikova", contact="+7 700 000 00 00")
    entry = an_incident(made.database, clock, "Told me about the threshold", people=(who.id,))
    incidents.amend_incident(
        made.database, clock, entry.id, IncidentForm(text="Told me on Tuesday"), "date remembered"
    )
    a_file(made.database, clock, a_source(tmp_path, b"her letter " * 50_000, "letter.txt"), entry.id)
    begin_sitting(made.database, clock)
    clock.move(days=30)
    clock.offset = "+05:00"
    yield made
    made.close()


def backup_of(vault: OpenVault, clock, path: Path) -> Source:
    make_backup(vault, clock, path, ignore, never)
    return source_of(path)


def source_of(path: Path) -> Source:
    held = open_backup(path, bytearray(PHRASE))
    database = read_backup(held)
    # Closed with the process of the test: the pieces are read from it later.
    return source_from_backup(database, held.facts.record, held.facts.head_hex)


def texts(db: Database) -> dict[str, list[str]]:
    return {one.id: [r.form.text for r in one.revisions] for one in incidents.list_incidents(db)}


def snapshot(db: Database) -> list[list[tuple[object, ...]]]:
    names = ("incident", "revision", "attachment", "chunk", "ledger", "waiting", "person", "tombstone", "state")
    return [sorted(db.rows(f"SELECT * FROM {name}"), key=repr) for name in names]


# ── A second record ─────────────────────────────────────────────────────────────────────────────────────────────
def test_another_records_entries_come_as_entries_of_this_one_with_what_they_claim(vault, other, clock, tmp_path):
    db = vault.database
    mine = an_incident(db, clock, "Mine")
    begin_sitting(db, clock)
    before = texts(db)
    source = backup_of(other, clock, tmp_path / "b")
    comparison = compare(db, source)
    assert [one.what for one in comparison.meetings] == [NEW]
    assert (comparison.people_new, comparison.people_differ, comparison.bytes) == (1, 0, 550_000)
    told: list[tuple[int, int]] = []
    taken = take_in(db, clock, comparison, lambda *step: told.append(step), never)
    assert told[0] == (0, 550_000)
    assert told[-1] == (550_000, 550_000)
    assert (len(taken.added), taken.continued, taken.files, taken.people) == (1, (), 1, 1)
    assert {key: texts(db)[key] for key in before} == before
    came = incidents.incident(db, taken.added[0])
    assert [r.form.text for r in came.revisions] == ["Told me about the threshold", "Told me on Tuesday"]
    assert came.revisions[1].reason == "date remembered"
    assert came.number == mine.number + 1
    # Written here now; written there is what the other record says.
    assert came.written_at == as_text(clock.now())
    claim = claim_of(incidents.revision_documents(db, came.id)[0])
    assert claim is not None
    assert (claim.at, claim.zone, claim.number, claim.record) == ("2026-01-31T18:40:00Z", "+03:00", 1, source.record)
    (file,) = came.attachments
    assert attachments.read_all(db, file.id) == b"her letter " * 50_000
    assert (file.name, file.kind, file.imported_at) == ("letter.txt", "text/plain", as_text(clock.now()))
    (person,) = people.list_people(db)
    assert came.revisions[0].form.people == (person.id,)
    assert person.contact == "+7 700 000 00 00"
    assert came.id in ids_found(db, "threshold") or came.id in ids_found(db, "Tuesday")
    (act,) = taken_over(db)
    assert (act["kind"], act["record"], act["entries"]) == ("backup", source.record, 1)
    begin_sitting(db, clock)
    ops = [entry.op for entry in ledger.entries(db) if entry.object_id in {came.id, file.id}]
    assert ops == ["take_over", "add", "amend", "attach"]
    assert ledger.check(db).ok


def test_what_was_taken_in_can_be_taken_back_until_the_next_opening(vault, other, clock, tmp_path):
    db = vault.database
    taken = take_in(db, clock, compare(db, backup_of(other, clock, tmp_path / "b")), ignore, never)
    incidents.take_back_incident(db, taken.added[0])
    assert texts(db) == {}
    assert chain.waiting_count(db) == 0
    assert db.value("SELECT count(*) FROM chunk") == 0
    begin_sitting(db, clock)
    assert ledger.check(db).ok


def test_taken_in_a_second_time_there_is_nothing_to_take(vault, other, clock, tmp_path):
    db = vault.database
    source = backup_of(other, clock, tmp_path / "b")
    take_in(db, clock, compare(db, source), ignore, never)
    begin_sitting(db, clock)
    before = snapshot(db)
    again = compare(db, source)
    assert [one.what for one in again.meetings] == [KNOWN]
    taken = take_in(db, clock, again, ignore, never)
    assert (taken.added, taken.continued, taken.files, taken.people) == ((), (), 0, 0)
    assert snapshot(db) == before
    # And the way round: the other record knows its own again, though it comes from here.
    back = compare(other.database, backup_of(vault, clock, tmp_path / "c"))
    assert [one.what for one in back.meetings] == [KNOWN]


def test_the_same_bytes_come_once(vault, other, clock, tmp_path):
    db = vault.database
    mine = an_incident(db, clock, "Mine")
    a_file(db, clock, tmp_path / "letter.txt", mine.id)
    second = an_incident(other.database, clock, "Again the letter")
    a_file(other.database, clock, tmp_path / "letter.txt", second.id, even_if_kept=True)
    third = an_incident(other.database, clock, "Two of one kind")
    a_file(other.database, clock, a_source(tmp_path, b"photo", "a.jpg"), third.id)
    a_file(other.database, clock, a_source(tmp_path, b"photo", "b.jpg"), third.id, even_if_kept=True)
    comparison = compare(db, backup_of(other, clock, tmp_path / "b"))
    assert comparison.bytes == 5
    taken = take_in(db, clock, comparison, ignore, never)
    assert (len(taken.added), taken.files, taken.same_files) == (3, 1, 3)
    assert db.value("SELECT count(*) FROM attachment") == 2
    begin_sitting(db, clock)
    assert ledger.check(db).ok


# ── Two halves of one record ────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def halves(vault, clock, tmp_path):
    """Her record, and what became of its copy on another computer."""
    db = vault.database
    for name in ("one", "two", "three", "four"):
        an_incident(db, clock, f"Entry {name}")
    begin_sitting(db, clock)
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    held = open_backup(tmp_path / "b", bytearray(PHRASE))
    copy = restore_beside(held, vault_files(tmp_path / "copy"), ignore, never)
    clock.move(days=2)
    yield vault, copy
    copy.close()


def test_two_halves_are_joined_corrections_follow_and_what_differs_stands_beside(halves, clock, tmp_path):
    vault, copy = halves
    db = vault.database
    one, two, three, four = reversed(incidents.list_incidents(db))
    incidents.amend_incident(copy.database, clock, one.id, IncidentForm(text="One, corrected there"), "")
    incidents.amend_incident(copy.database, clock, two.id, IncidentForm(text="Two, there"), "")
    incidents.remove_incident(copy.database, clock, four.id, keep_hash=True)
    an_incident(copy.database, clock, "Five, new there")
    incidents.amend_incident(db, clock, two.id, IncidentForm(text="Two, here"), "")
    incidents.remove_incident(db, clock, three.id, keep_hash=False)
    comparison = compare(db, backup_of(copy, clock, tmp_path / "c"))
    assert [one.what for one in comparison.meetings] == [LONGER, DIFFERS, REMOVED_HERE, NEW]
    assert [one.number for one in comparison.meetings] == [1, 2, 3, 0]
    assert comparison.removed_there == 1
    taken = take_in(db, clock, comparison, ignore, never)
    assert taken.continued == (one.id,)
    assert len(taken.added) == 2
    now = texts(db)
    assert now[one.id] == ["Entry one", "One, corrected there"]
    assert now[two.id] == ["Entry two", "Two, here"]
    assert now[three.id] == []
    assert now[four.id] == ["Entry four"], "what was removed there stays here"
    beside = [found for found in taken.added if now[found][0] == "Entry two"]
    assert now[beside[0]] == ["Entry two", "Two, there"]
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    assert [one.what for one in compare(db, source_of(tmp_path / "c")).meetings] == [
        KNOWN,
        KNOWN,
        REMOVED_HERE,
        KNOWN,
    ]


def test_a_removed_entry_comes_back_only_when_asked_for_and_under_a_new_number(halves, clock, tmp_path):
    vault, copy = halves
    db = vault.database
    gone = incidents.list_incidents(db)[1]
    incidents.remove_incident(db, clock, gone.id, keep_hash=False)
    comparison = compare(db, backup_of(copy, clock, tmp_path / "c"))
    taken = take_in(db, clock, comparison, ignore, never, also_removed=True)
    assert texts(db)[gone.id] == []
    assert [texts(db)[found] for found in taken.added] == [["Entry three"]]
    begin_sitting(db, clock)
    assert ledger.check(db).ok


def test_two_corrections_of_one_entry_there_do_not_become_one_after_the_other_here(halves, clock, tmp_path):
    """Hers met the other's, and a third computer knows only the beginning of both."""
    vault, copy = halves
    db = vault.database
    one = incidents.list_incidents(db)[-1]
    incidents.amend_incident(db, clock, one.id, IncidentForm(text="One, at home"), "")
    incidents.amend_incident(copy.database, clock, one.id, IncidentForm(text="One, at the shelter"), "")
    take_in(db, clock, compare(db, backup_of(copy, clock, tmp_path / "c")), ignore, never)
    begin_sitting(db, clock)
    both = backup_of(vault, clock, tmp_path / "d")
    begun = open_backup(tmp_path / "b", bytearray(PHRASE))
    third = restore_beside(begun, vault_files(tmp_path / "third"), ignore, never)
    comparison = compare(third.database, both)
    assert (comparison.count(LONGER), comparison.count(DIFFERS)) == (1, 1)
    take_in(third.database, clock, comparison, ignore, never)
    stand = sorted(text for text in texts(third.database).values() if text[0] == "Entry one")
    assert stand == [["Entry one", "One, at home"], ["Entry one", "One, at the shelter"]]
    begin_sitting(third.database, clock)
    assert ledger.check(third.database).ok
    assert {met.what for met in compare(third.database, both).meetings} == {KNOWN}
    third.close()


@pytest.mark.parametrize("keep_hash", [True, False])
def test_a_file_removed_here_comes_back_only_when_asked_for(vault, clock, tmp_path, keep_hash):
    db = vault.database
    one = an_incident(db, clock, "At the door")
    file = a_file(db, clock, a_source(tmp_path, b"the door", "door.jpg"), one.id)
    begin_sitting(db, clock)
    source = backup_of(vault, clock, tmp_path / "b")
    attachments.remove_attachment(db, clock, file.id, keep_hash=keep_hash)
    comparison = compare(db, source)
    assert [(met.what, met.files) for met in comparison.meetings] == [(KNOWN, ())]
    assert comparison.removed_files == 1
    taken = take_in(db, clock, comparison, ignore, never)
    assert (taken.continued, taken.files, taken.same_files) == ((), 0, 0)
    assert attachments.list_attachments(db, one.id) == ()
    taken = take_in(db, clock, compare(db, source), ignore, never, also_removed=True)
    assert (taken.added, taken.continued, taken.files) == ((), (one.id,), 1)
    (back,) = attachments.list_attachments(db, one.id)
    assert attachments.read_all(db, back.id) == b"the door"
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    assert compare(db, source).removed_files == 0, "the same bytes are kept again"


def test_what_was_added_there_comes_without_the_file_that_was_removed_here(halves, clock, tmp_path):
    """Also where the file comes under another id: its kept hash tells it; and after its last day has passed."""
    vault, copy = halves
    db = vault.database
    one, two, *_ = reversed(incidents.list_incidents(db))
    for place, name in ((one, b"door"), (two, b"stairs")):
        kept = a_file(db, clock, a_source(tmp_path, name, "a.jpg"), place.id)
        begin_sitting(db, clock)
        if place is one:
            attachments.remove_attachment(db, clock, kept.id, keep_hash=True)
        else:
            before = backup_of(vault, clock, tmp_path / "before")
            retention.keep_until(db, retention.FILE, kept.id, "2026-03-05")
    a_file(copy.database, clock, a_source(tmp_path, b"door", "b.jpg"), one.id)
    a_file(copy.database, clock, a_source(tmp_path, b"window", "c.jpg"), one.id)
    incidents.amend_incident(copy.database, clock, one.id, IncidentForm(text="One, corrected there"), "")
    comparison = compare(db, backup_of(copy, clock, tmp_path / "c"))
    met = comparison.meetings[0]
    assert (met.what, [file.name for file in met.files], met.same_files) == (LONGER, ["c.jpg"], 0)
    assert [file.name for file in met.removed_files] == ["b.jpg"]
    assert comparison.bytes == len(b"window")
    take_in(db, clock, comparison, ignore, never)
    assert [file.name for file in attachments.list_attachments(db, one.id)] == ["c.jpg"]
    clock.move(days=9)
    assert retention.purge(db, clock).done
    assert compare(db, before).removed_files == 1
    take_in(db, clock, compare(db, before), ignore, never)
    assert attachments.list_attachments(db, two.id) == ()
    begin_sitting(db, clock)
    assert ledger.check(db).ok


# ── Faults ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_cancelled_at_any_piece_nothing_has_changed(vault, other, clock, tmp_path):
    db = vault.database
    an_incident(db, clock, "Mine")
    comparison = compare(db, backup_of(other, clock, tmp_path / "b"))
    before, asked = snapshot(db), 0
    while True:
        left = iter(range(asked))
        try:
            take_in(db, clock, comparison, ignore, lambda left=left: next(left, None) is None)
            break
        except errors.Cancelled:
            assert snapshot(db) == before
            asked += 1
    assert asked >= 3


def test_a_file_that_is_not_what_its_record_says_stops_all_of_it(vault, other, clock, tmp_path):
    db = vault.database
    other.database.execute("DROP TRIGGER chunk_no_update")
    other.database.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE place = 1")
    comparison = compare(db, backup_of(other, clock, tmp_path / "b"))
    before = snapshot(db)
    with pytest.raises(errors.RecordDamaged):
        take_in(db, clock, comparison, ignore, never)
    assert snapshot(db) == before


def kill_while_taking_in(vault: OpenVault, other: OpenVault, clock, tmp_path: Path, kills: int) -> None:
    for number in range(6):
        one = an_incident(other.database, clock, f"Entry {number}")
        content = random.Random(number).randbytes(900_000)
        a_file(other.database, clock, a_source(tmp_path, content, f"p{number}.jpg"), one.id)
    make_backup(other, clock, tmp_path / "b", ignore, never)
    vault.close()
    met = 0
    for seed in range(kills):
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                attachments.CHUNKS_AT_ONCE = 1
                own = container.unlock_vault(vault.files, bytearray(PHRASE))
                comparison = compare(own.database, source_of(tmp_path / "b"))
                take_in(own.database, SystemClock(), comparison, lambda *_, tell=tell: os.write(tell, b"."), never)
            finally:
                os._exit(0)
        os.close(tell)
        # It has begun; from here on at any moment.
        os.read(told, 1)
        time.sleep(random.Random(seed).random() * 0.25)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        own = container.unlock_vault(vault.files, bytearray(PHRASE))
        met += bool(own.database.value("SELECT count(*) FROM chunk"))
        count = len(incidents.list_incidents(own.database))
        assert count in (0, 7)
        begin_sitting(own.database, SystemClock())
        assert own.database.first_fault() is None
        assert ledger.check(own.database).ok
        if not count:
            assert own.database.value("SELECT count(*) FROM chunk") == 0
        own.close()
        if count:
            container.destroy_vault(vault.files)
            container.create_vault(vault.files, bytearray(PHRASE), profile=0).close()
    assert met >= kills // 6, met


@pytest.mark.row("C-01")
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_killed_on_the_way_all_of_it_is_there_or_nothing(vault, other, clock, tmp_path, tries):
    kill_while_taking_in(vault, other, clock, tmp_path, tries.of(300, daily=6))


# ── A handed-over folder ────────────────────────────────────────────────────────────────────────────────────────
def lists(folder: Path) -> None:
    """The lists of a folder, written anew over what is there."""
    sums = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    payload = sorted(name for name in sums if name.startswith("data/"))
    (folder / verify.MANIFEST).write_text("".join(f"{sums[name]}  {name}\n" for name in payload))
    sums[verify.MANIFEST] = hashlib.sha256((folder / verify.MANIFEST).read_bytes()).hexdigest()
    tags = sorted(name for name in sums if not name.startswith("data/") and name != verify.TAG_MANIFEST)
    (folder / verify.TAG_MANIFEST).write_text("".join(f"{sums[name]}  {name}\n" for name in tags))


@pytest.fixture
def bag(other, tmp_path):
    """What the other record hands over: its lines, its originals, its lists."""
    db, folder = other.database, tmp_path / "copy-2026-03-02-AB12-CD34"
    (folder / "data").mkdir(parents=True)
    (one,) = incidents.list_incidents(db)
    documents = [*incidents.revision_documents(db, one.id), attachments.document(db, one.attachments[0].id)]
    told = [entry for entry in ledger.entries(db) if entry.op in ("add", "amend", "attach")]
    lines = record_lines(db, told, documents, (), ledger.head(db).merkle_root_hex, lambda: None)
    (folder / verify.CHAIN).write_bytes(b"".join(lines))
    (folder / "data" / "0001.txt").write_bytes(attachments.read_all(db, one.attachments[0].id))
    (folder / "bagit.txt").write_bytes(verify.BAGIT_TXT)
    lists(folder)
    return folder


def test_a_handed_over_folder_is_taken_in_like_any_other_record(vault, bag, clock):
    db = vault.database
    source = source_from_bag(bag)
    taken = take_in(db, clock, compare(db, source), ignore, never)
    assert [texts(db)[found] for found in taken.added] == [["Told me about the threshold", "Told me on Tuesday"]]
    (file,) = incidents.incident(db, taken.added[0]).attachments
    assert attachments.read_all(db, file.id) == b"her letter " * 50_000
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    assert [one.what for one in compare(db, source_from_bag(bag)).meetings] == [KNOWN]


def test_looking_through_it_tells_how_far_it_is_and_can_be_stopped_at_every_piece(bag):
    said: list[tuple[int, int]] = []
    source_from_bag(bag, lambda done, total: said.append((done, total)))
    counted = [done for done, total in said if total]
    assert counted == sorted(counted)
    assert len({total for _, total in said if total}) == 1
    assert said[-1] == (said[-1][1], said[-1][1])
    assert said[-1][1] >= sum(path.stat().st_size for path in bag.rglob("*") if path.is_file())
    looks = 0

    def count() -> bool:
        nonlocal looks
        looks += 1
        return False

    source_from_bag(bag, ignore, count)
    # Every file, the record lines once more, and every entry.
    assert looks > 12
    for stop_at in range(1, looks + 1):
        asked = iter(range(1, looks + 1))
        with pytest.raises(errors.Cancelled):
            source_from_bag(bag, ignore, lambda asked=asked, stop_at=stop_at: next(asked) >= stop_at)


def test_a_folder_of_another_program_can_be_left_as_well(tmp_path):
    folder = tmp_path / "theirs"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "large.bin").write_bytes(bytes(5 << 20))
    (folder / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
    digest = hashlib.sha256(bytes(5 << 20)).hexdigest()
    (folder / "manifest-sha256.txt").write_text(f"{digest}  data/large.bin\n")
    said: list[int] = []
    with pytest.raises(errors.FileUnreadable):
        source_from_bag(folder, lambda done, _: said.append(done))
    assert {1 << 20, 5 << 20} <= set(said)
    with pytest.raises(errors.Cancelled):
        source_from_bag(folder, lambda done, _: said.append(done), lambda: said[-1:] == [2 << 20])


def hostile(folder: Path, name: str) -> None:
    """Make the folder what a stranger might send."""
    data = folder / "data"
    chain_file = folder / verify.CHAIN
    if name == "changed":
        (data / "0001.txt").write_bytes(b"other words")
    elif name == "extra":
        (data / "0002.txt").write_bytes(b"slipped in")
    elif name == "link":
        (data / "0001.txt").unlink()
        (data / "0001.txt").symlink_to("/etc/hostname")
    elif name == "hard link":
        os.link(folder.parent / "letter.txt", data / "0009.txt")
    elif name == "no list":
        (folder / verify.MANIFEST).unlink()
    elif name in ("../x", "/etc/passwd", "C:/x", "data/CON", "data/a:b", "data/x.", "\\\\server\\x"):
        with (folder / verify.MANIFEST).open("a") as manifest:
            manifest.write(f"{'0' * 64}  {name}\n")
    elif name == "twins":
        (data / "0001.TXT").write_bytes(b"twin")
        lists(folder)
    elif name == "forged words":
        chain_file.write_bytes(chain_file.read_bytes().replace(b"Tuesday", b"Sunday."))
        lists(folder)
    elif name == "deep":
        chain_file.write_bytes(chain_file.read_bytes() + b"[" * 200_000 + b"\n")
        lists(folder)
    elif name == "no record":
        chain_file.unlink()
        lists(folder)
    elif name == "long line":
        chain_file.write_bytes(chain_file.read_bytes() + b"x" * (40 << 20))
        lists(folder)


@pytest.mark.row("H-04")
@pytest.mark.parametrize(
    "name",
    [
        *("changed", "extra", "link", "hard link", "no list", "../x", "/etc/passwd", "C:/x", "data/CON", "data/a:b"),
        *("data/x.", "\\\\server\\x", "twins", "forged words", "deep", "no record", "long line"),
    ],
)
def test_a_hostile_folder_is_refused_by_name_and_nothing_changes_anywhere(vault, bag, clock, tmp_path, name):
    hostile(bag, name)
    around = sorted(str(path) for path in tmp_path.rglob("*"))
    before = snapshot(vault.database)
    with pytest.raises((errors.FileUnreadable, errors.RecordDamaged)) as refused:
        source_from_bag(bag)
    assert refused.value.facts.get("reason")
    assert sorted(str(path) for path in tmp_path.rglob("*")) == around
    assert snapshot(vault.database) == before


def test_what_was_handed_over_in_part_cannot_be_taken_and_the_whole_entries_can(vault, other, clock, tmp_path):
    """Where a place of her text stayed behind there is no text to take: it is passed over, not called damage."""
    whole = an_incident(other.database, clock, "Whole")
    begin_sitting(other.database, clock)
    (told,) = [one for one in incidents.list_incidents(other.database) if one.id != whole.id]
    chosen = Selection((told.id, whole.id), "en", True, marks=(LeftOut(told.id, "text", 0, 4, 1),))
    (tmp_path / "stick").mkdir()
    write_bag(other.database, clock, chosen, tmp_path / "stick", lambda _: None, ignore, never)
    (folder,) = (tmp_path / "stick").iterdir()
    source = source_from_bag(folder)
    assert [entry.id for entry in source.entries] == [whole.id]
    take_in(vault.database, clock, compare(vault.database, source), ignore, never)
    assert list(texts(vault.database).values()) == [["Whole"]]


def test_a_packed_file_is_never_unpacked(tmp_path):
    import zipfile

    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("../data/0001.txt", bytes(30 << 20))
    with pytest.raises(errors.FileUnreadable) as refused:
        source_from_bag(bomb)
    assert refused.value.facts["reason"] == "no_bag"
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["bomb.zip"]


@pytest.mark.parametrize(
    "change",
    [
        {"form": {"text": 5}},
        {"form": {"kinds": ["no such kind"], "text": "", "happened": {"kind": "unknown"}}},
        {"incident": "../../x"},
        {"revision": -1},
        {"claimed": {"record": "x"}},
        {"claimed": [1]},
    ],
)
def test_a_document_that_no_page_could_have_written_is_refused(vault, other, clock, tmp_path, change):
    """The other record is whole in itself; only its words are not what they should be."""
    db = other.database
    one = incidents.list_incidents(db)[0]
    text = incidents.revision_documents(db, one.id)[0]
    db.execute("DROP TRIGGER revision_no_rewrite")
    bent = json.dumps(json.loads(text) | change)
    db.execute("UPDATE revision SET document = ? WHERE incident_id = ? AND number = 1", (bent, one.id))
    with pytest.raises(errors.RecordDamaged):
        backup_of(other, clock, tmp_path / "b")


def test_a_moment_that_is_none_claims_nothing(vault, other, clock, tmp_path):
    db = other.database
    one = incidents.list_incidents(db)[0]
    text = incidents.revision_documents(db, one.id)[0]
    db.execute("DROP TRIGGER revision_no_rewrite")
    bent = json.dumps(json.loads(text) | {"written_at_utc": "<b>now</b>", "zone": "x" * 500})
    db.execute("UPDATE revision SET document = ? WHERE incident_id = ? AND number = 1", (bent, one.id))
    source = backup_of(other, clock, tmp_path / "b")
    taken = take_in(vault.database, clock, compare(vault.database, source), ignore, never)
    claim = claim_of(incidents.revision_documents(vault.database, taken.added[0])[0])
    assert claim is not None
    assert (claim.at, claim.zone) == ("", "")


def test_a_mark_on_the_body_points_to_its_picture_here(vault, other, clock, tmp_path):
    from safeplan.content import body_map
    from safeplan.records.incident_form import BodyMark

    db = other.database
    one = an_incident(db, clock, "With a mark")
    picture = a_file(db, clock, a_source(tmp_path), one.id)
    figure, view = body_map.FIGURES[0], body_map.VIEWS[0]
    mark = BodyMark(figure, view, body_map.place_ids(figure, view)[0], 0.5, 0.5, attachment=picture.id)
    form = IncidentForm(text="With a mark", happened=Happened("day", "2026-03-01"), marks=(mark,))
    incidents.amend_incident(db, clock, one.id, form, "")
    here = vault.database
    taken = take_in(here, clock, compare(here, backup_of(other, clock, tmp_path / "b")), ignore, never)
    (marked,) = [incidents.incident(here, found) for found in taken.added if "mark" in texts(here)[found][0]]
    assert marked.latest is not None
    assert marked.latest.form.marks[0].attachment == marked.attachments[0].id != picture.id
