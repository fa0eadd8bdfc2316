"""Stories about entries: what she wrote stays as she wrote it, and only she decides what goes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from builders import a_file, a_person, a_source, an_incident, fresh_database, ids_found, open_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import attachments, incidents, ledger
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import DATABASE_SETTINGS, Database
from safeplan.vault.migrations import migrate

REUSE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_one_line_is_enough_and_nothing_else_is_asked(db, clock):
    kept = an_incident(db, clock, "Он снова звонил.")
    assert kept.number == 1
    assert kept.latest.form == IncidentForm(text="Он снова звонил.")
    assert (kept.written_at, kept.latest.zone) == ("2026-03-02T18:40:00Z", "+05:00")
    assert incidents.incident(db, kept.id) == kept


def test_every_field_comes_back_as_given(db, clock):
    who = a_person(db, clock)
    form = IncidentForm(
        text="He broke the lock.",
        happened=Happened("range", "2026-02-27T22:00", "2026-02-28T01:30", "the night before the holiday"),
        place="at home",
        people=(who.id,),
        kinds=("damage", "threat"),
        witnesses="the neighbour on the left",
        children_present="heard",
        injuries="none",
        police="called 102, officer gave no number",
        medical="",
    )
    assert incidents.add_incident(db, clock, form).latest.form == form


@pytest.mark.parametrize(
    "form", [IncidentForm(), IncidentForm(text=" \n\t"), IncidentForm(happened=Happened("day", "2026-03-01"))]
)
def test_an_entry_without_a_word_is_refused_unless_a_file_follows(db, clock, form):
    with pytest.raises(errors.NothingWritten):
        incidents.add_incident(db, clock, form)
    assert incidents.list_incidents(db) == ()
    assert incidents.add_incident(db, clock, form, with_file=True).number == 1


def test_a_vague_date_alone_is_an_entry(db, clock):
    kept = incidents.add_incident(db, clock, IncidentForm(happened=Happened("vague", words="before Nauryz")))
    assert kept.latest.form.happened.words == "before Nauryz"


@pytest.mark.parametrize(
    "happened",
    [
        Happened("day", "2026-02-30"),
        Happened("day", "0026-02-03"),
        Happened("exact", "2026-03-01"),
        Happened("exact", "2026-03-01T25:00"),
        Happened("range", "2026-03-02", "2026-03-01"),
        Happened("range", "2026-03-01T20:00", "2026-03-01T19:00"),
        Happened("range", "2026-03-01"),
        Happened("unknown", "2026-03-01"),
        Happened("day", "yesterday"),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_nothing_is_kept(db, clock, happened):
    with pytest.raises(errors.DateImpossible):
        incidents.add_incident(db, clock, IncidentForm(text="x", happened=happened))
    assert incidents.list_incidents(db) == ()


def test_an_amendment_stands_beside_the_first_writing_with_its_own_time(db, clock):
    kept = an_incident(db, clock, "It was on Monday.")
    clock.move(days=2)
    begin_sitting(db, clock)
    amended = incidents.amend_incident(db, clock, kept.id, IncidentForm(text="It was on Tuesday."), "I looked it up")
    assert [revision.form.text for revision in amended.revisions] == ["It was on Monday.", "It was on Tuesday."]
    assert (amended.written_at, amended.latest.written_at) == ("2026-03-02T18:40:00Z", "2026-03-04T18:40:00Z")
    assert amended.latest.reason == "I looked it up"


def test_an_amendment_that_changes_nothing_adds_nothing(db, clock):
    kept = an_incident(db, clock)
    assert incidents.amend_incident(db, clock, kept.id, kept.latest.form, "again") == kept


def test_taking_back_an_amendment_restores_words_and_search(db, clock):
    kept = an_incident(db, clock, "lantern")
    begin_sitting(db, clock)
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="window"), "")
    back = incidents.take_back_amendment(db, kept.id)
    assert back.latest.form.text == "lantern"
    assert ids_found(db, "lantern") == {kept.id}
    assert ids_found(db, "window") == set()
    with pytest.raises(errors.NotThere):
        incidents.take_back_amendment(db, kept.id)


def test_an_amendment_of_an_earlier_opening_stays(db, clock):
    kept = an_incident(db, clock)
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="window"), "")
    begin_sitting(db, clock)
    with pytest.raises(errors.EntryAlreadyFixed):
        incidents.take_back_amendment(db, kept.id)


def test_what_no_page_can_send_is_a_fault_of_the_program(db, clock):
    for form in (IncidentForm(text="x", kinds=("other",)), IncidentForm(text="x", children_present="maybe")):
        with pytest.raises(errors.Bug):
            incidents.add_incident(db, clock, form)


def test_a_file_that_came_later_goes_with_its_entry(db, clock, tmp_path):
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    a_file(db, clock, a_source(tmp_path), kept.id)
    incidents.remove_incident(db, clock, kept.id, keep_hash=True)
    assert db.value("SELECT count(*) FROM chunk") == 0
    begin_sitting(db, clock)
    assert [line.op for line in ledger.entries(db)] == ["add", "remove"]
    assert ledger.check(db).ok


def test_an_entry_of_this_opening_is_taken_back_without_trace(db, clock, tmp_path):
    first = an_incident(db, clock, "first")
    wrong = an_incident(db, clock, "samovar on the balcony")
    a_file(db, clock, a_source(tmp_path), wrong.id)
    last = an_incident(db, clock, "last")
    incidents.take_back_incident(db, wrong.id)
    assert [kept.id for kept in incidents.list_incidents(db)] == [last.id, first.id]
    assert [kept.number for kept in incidents.list_incidents(db)] == [2, 1]
    assert ids_found(db, "samovar") == set()
    for table in ("chunk", "attachment", "tombstone"):
        assert db.value(f"SELECT count(*) FROM {table}") == 0
    assert db.value("SELECT count(*) FROM waiting WHERE object_id = ?", (wrong.id,)) == 0
    begin_sitting(db, clock)
    assert [entry.object_id for entry in ledger.entries(db)] == [first.id, last.id]
    assert ledger.check(db).ok


@pytest.mark.parametrize("overwriting", [True, False])
def test_words_taken_back_are_in_no_page_of_the_file(clock, tmp_path, overwriting):
    """The same shape and settings without the cipher, so that free pages can be read. With the overwriting switched
    off the words are found: that half shows that the other half can fail."""
    path = tmp_path / "plain.bin"
    db = Database(driver.connect(str(path), isolation_level=None), path)
    for statement in DATABASE_SETTINGS:
        db.execute(statement)
    migrate(db)
    if not overwriting:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("INSERT INTO found (found, rank) VALUES ('secure-delete', 0)")
    wrong = an_incident(db, clock, "zxqwvut " * 3000)
    an_incident(db, clock, "something else")
    assert b"zxqwvut" in path.read_bytes()
    incidents.take_back_incident(db, wrong.id)
    content = path.read_bytes()
    assert b"something else" in content
    left = [piece for piece in (b"zxqwvut", b"zxq", wrong.id.encode()) if piece in content]
    assert bool(left) is not overwriting
    db.close()


def test_from_the_next_opening_on_an_entry_can_no_longer_be_taken_back(db, clock):
    kept = an_incident(db, clock)
    begin_sitting(db, clock)
    with pytest.raises(errors.EntryAlreadyFixed):
        incidents.take_back_incident(db, kept.id)
    later = an_incident(db, clock, "handed over at once")
    ledger.fix_pending(db, clock)
    with pytest.raises(errors.EntryAlreadyFixed):
        incidents.take_back_incident(db, later.id)


@pytest.mark.parametrize("keep_hash", [True, False])
def test_a_removed_entry_leaves_its_number_and_no_word(db, clock, tmp_path, keep_hash):
    kept = an_incident(db, clock, "samovar")
    file = a_file(db, clock, a_source(tmp_path), kept.id)
    begin_sitting(db, clock)
    text = incidents.revision_documents(db, kept.id)[0]
    incidents.amend_incident(db, clock, kept.id, IncidentForm(text="teapot"), "not yet fixed")
    gone = incidents.remove_incident(db, clock, kept.id, keep_hash)
    assert (gone.number, gone.revisions, gone.latest, gone.attachments) == (1, (), None, ())
    assert gone.removed.removed_at == "2026-03-02T18:40:00Z"
    assert bool(gone.removed.hashes) is keep_hash
    assert ids_found(db, "samovar") == ids_found(db, "teapot") == set()
    assert db.value("SELECT count(*) FROM revision") == db.value("SELECT count(*) FROM chunk") == 0
    with pytest.raises(errors.NotThere):
        attachments.attachment(db, file.id)
    begin_sitting(db, clock)
    assert [entry.op for entry in ledger.entries(db)] == ["add", "attach", "remove", "remove_file"]
    assert ledger.check(db).ok
    # The random salt went with the words: what the ledger keeps can be matched with nothing but an older copy.
    assert '"salt":"' in text
    for act in (
        lambda: incidents.remove_incident(db, clock, kept.id, keep_hash),
        lambda: incidents.amend_incident(db, clock, kept.id, IncidentForm(text="x"), ""),
        lambda: incidents.incident(db, "unknown"),
    ):
        with pytest.raises(errors.NotThere):
            act()
    with pytest.raises(errors.EntryAlreadyFixed):
        incidents.take_back_incident(db, kept.id)


def test_removing_an_entry_of_this_opening_is_taking_it_back(db, clock):
    kept = an_incident(db, clock)
    assert incidents.remove_incident(db, clock, kept.id, keep_hash=True) is None
    assert incidents.list_incidents(db) == ()
    assert db.value("SELECT count(*) FROM tombstone") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET document = '{}'",
        "UPDATE revision SET seq = NULL",
        "DELETE FROM revision",
        "DELETE FROM incident",
        "UPDATE incident SET number = 7",
        "UPDATE ledger SET recorded_at = '2020-01-01T00:00:00Z'",
        "DELETE FROM ledger",
        "INSERT INTO ledger VALUES (9, '2020-01-01T00:00:00Z', '', 'add', 'x', 1, '', 0, hex(zeroblob(32)))",
        "UPDATE attachment SET document = '{}'",
        "DELETE FROM attachment",
        "UPDATE chunk SET data = x'00'",
        "DELETE FROM chunk",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_fixed(db, clock, tmp_path, statement):
    a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)
    begin_sitting(db, clock)
    with pytest.raises(errors.Bug, match="bug"):
        db.execute(statement)
    assert ledger.check(db).ok


@REUSE
@given(st.text())
def test_any_text_comes_back_exactly(db, clock, text):
    if not text.strip():
        return
    kept = incidents.add_incident(
        db, clock, IncidentForm(text=text, place=text, happened=Happened("vague", words=text))
    )
    form = incidents.incident(db, kept.id).latest.form
    assert form.text == form.place == form.happened.words == text


@pytest.mark.parametrize(
    "text",
    ["a\0b", "\u202eabc\u2066", "line\u2028end\u2029", "\U0001f600", "e\u0301 \u0439 \u0438\u0306", "\r\n\x07"],
)
def test_odd_characters_are_kept_as_typed(db, clock, text):
    assert an_incident(db, clock, text).latest.form.text == text


def test_halves_of_characters_are_joined_or_shown(db, clock):
    """No file can hold half a character; joining or U+FFFD is all that ever changes."""
    assert an_incident(db, clock, "a\ud800b \ud83d\ude00").latest.form.text == "a\ufffdb \U0001f600"
    assert keep_as_typed("plain ёқ\0") == "plain ёқ\0"


def test_ten_megabytes_of_text_come_back_exactly(db, clock):
    text = random.Random(5).choice("абв") + "Ол есікті қақты. " * 340_000
    assert len(text.encode()) > 10_000_000
    kept = an_incident(db, clock, text)
    assert incidents.incident(db, kept.id).latest.form.text == text
    begin_sitting(db, clock)
    assert ledger.check(db).ok


def test_pages_of_the_list_are_newest_first(db, clock):
    for number in range(1, 8):
        an_incident(db, clock, f"day {number}")
    page = incidents.list_incidents(db, limit=3)
    assert [kept.number for kept in page] == [7, 6, 5]
    assert [kept.number for kept in incidents.list_incidents(db, limit=3, before=5)] == [4, 3, 2]


ACTS = ["add", "add", "amend", "back", "back_amend", "remove", "open"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.sampled_from(["add", "add", "amend", "back", "back_amend", "remove", "open"]), max_size=14),
    data=st.data(),
)
def test_whatever_the_order_of_acts_the_chain_holds_and_nothing_is_lost(tmp_path_factory, clock, acts, data):
    store = fresh_database(tmp_path_factory.mktemp("acts"))
    db = next(store)
    texts: dict[str, list[str]] = {}
    removed, fixed, count = set(), set(), 0
    for act in acts:
        if act == "open":
            begin_sitting(db, clock)
            fixed |= set(texts)
            clock.move(hours=1)
            continue
        if act == "add":
            texts[an_incident(db, clock, f"text {len(acts)} {count}").id] = [f"text {len(acts)} {count}"]
            count += 1
            continue
        if not texts:
            continue
        # By place, not by id: ids are random, and a replay has to choose the same entry.
        chosen = list(texts)[data.draw(st.integers(0, len(texts) - 1))]
        if act == "amend":
            count += 1
            incidents.amend_incident(db, clock, chosen, IncidentForm(text=f"amended {count}"), "why")
            texts[chosen].append(f"amended {count}")
        elif act == "back":
            if chosen in fixed:
                with pytest.raises(errors.EntryAlreadyFixed):
                    incidents.take_back_incident(db, chosen)
            else:
                incidents.take_back_incident(db, chosen)
                del texts[chosen]
        elif act == "back_amend":
            try:
                incidents.take_back_amendment(db, chosen)
                texts[chosen].pop()
            except (errors.EntryAlreadyFixed, errors.NotThere):
                pass
        else:
            if incidents.remove_incident(db, clock, chosen, keep_hash=data.draw(st.booleans())):
                removed.add(chosen)
            del texts[chosen]
        assert ledger.check(db).first_fault is None
    listed = incidents.list_incidents(db)
    assert {kept.id: [r.form.text for r in kept.revisions] for kept in listed if not kept.removed} == texts
    assert {kept.id for kept in listed if kept.removed} == removed
    assert sorted(kept.number for kept in listed) == list(range(1, len(listed) + 1))
    begin_sitting(db, clock)
    assert ledger.check(db).first_fault is None
    next(store, None)


WRITER = """
import sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
from builders import an_incident, open_data
from safeplan.clock import SystemClock
from safeplan.records.sittings import begin_sitting
from safeplan.vault.migrations import migrate
db, clock = open_data(Path(sys.argv[1])), SystemClock()
migrate(db)
begin_sitting(db, clock)
while True:
    print(an_incident(db, clock, "word " * 200).id, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
def test_killed_at_any_moment_no_acknowledged_entry_is_lost(tmp_path):
    root, path = Path(__file__).parents[2], tmp_path / "d0.bin"
    chance, acknowledged = random.Random(11), []
    for _ in range(25):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(root), str(root / "tests")],
            stdout=subprocess.PIPE,
            text=True,
        )
        # So many at least, however slow the computer is; then at any moment of the next.
        acknowledged += [process.stdout.readline().strip() for _ in range(chance.randint(1, 5))]
        time.sleep(chance.random() * 0.03)
        process.send_signal(signal.SIGKILL)
        acknowledged += [line.strip() for line in process.stdout if len(line) == 33]
        process.stdout.close()
        process.wait()
    db = open_data(path)
    assert db.first_fault() is None
    kept = {entry.id for entry in incidents.list_incidents(db)}
    assert len(acknowledged) > 50
    assert set(acknowledged) <= kept
    assert ledger.check(db).first_fault is None
    db.close()
