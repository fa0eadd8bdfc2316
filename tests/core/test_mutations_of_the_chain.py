"""The record against everything that can be done to its file: the first bad entry is named, a rollback too."""

from __future__ import annotations

import contextlib
import shutil

import pytest
from builders import a_file, a_source, an_incident, open_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content.words import LANGUAGES, word_list
from safeplan.records import attachments, chain, checking, incidents, ledger
from safeplan.records.incident_form import IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.records.typed_head import _places, find_typed_head
from safeplan.records.wording import sha256_hex
from safeplan.vault.database import PAGE_SIZE
from safeplan.vault.migrations import migrate
from tests.campaign.selecting import Tries

ENTRIES = 12
REUSE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
COLUMNS = "seq, recorded_at, clock_flags, op, object_id, revision, content_sha256, size, entry_hash"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "d0.bin"


@contextlib.contextmanager
def opened(path):
    db = open_data(path)
    try:
        yield db
    finally:
        db.close()


@pytest.fixture
def kept(path, clock, tmp_path):
    """Twelve entries, two with files, one amended: fifteen lines."""
    with opened(path) as db:
        migrate(db)
        begin_sitting(db, clock)
        made = [an_incident(db, clock, f"day {number} " + "x" * 3000) for number in range(ENTRIES)]
        for place in (2, 7):
            a_file(db, clock, a_source(tmp_path, f"file {place}".encode() * 9000, f"{place}.jpg"), made[place].id)
        incidents.amend_incident(db, clock, made[5].id, IncidentForm(text="other"), "remembered more")
        begin_sitting(db, clock)
        assert checking.check(db) == checking.CheckResult(ok=True, entries=15, first_fault=None)
    return made


def unlocked(db):
    """What somebody with the passphrase and a database tool can do: everything."""
    for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")


def lines(db):
    return [list(row) for row in db.rows(f"SELECT {COLUMNS} FROM ledger ORDER BY seq")]


def rewritten(db, changed):
    db.execute("DELETE FROM ledger")
    for row in changed:
        db.execute("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def first_difference(before, after):
    """The number of the first line that is not what it was; None when all are."""
    for place in range(max(len(before), len(after))):
        if place >= len(before) or place >= len(after) or before[place] != after[place]:
            return place + 1
    return None


def changed_line(db, draw):
    """Any number of such changes to any lines, with the numbers put right again: the first line that differs, and
    what the check says."""
    before = lines(db)
    after = [list(row) for row in before]
    for _ in range(draw(st.integers(1, 3))):
        act = draw(st.sampled_from(["alter", "remove", "move", "insert"]))
        place = draw(st.integers(0, len(after) - 1))
        if act == "alter":
            column = draw(st.sampled_from([1, 2, 3, 4, 6, 7, 8]))
            new = ["2025-01-01T00:00:00Z", "back", "view", "f" * 32, 0, "e" * 64, 7, "d" * 64][column - 1]
            after[place][column] = new
        elif act == "remove":
            del after[place]
        elif act == "move":
            after.insert(draw(st.integers(0, len(after) - 1)), after.pop(place))
        else:
            after.insert(draw(st.integers(0, len(after))), list(after[place]))
    for number, row in enumerate(after, start=1):
        row[0] = number
    unlocked(db)
    db.execute("BEGIN")
    rewritten(db, after)
    result = checking.check(db)
    db.execute("ROLLBACK")
    return first_difference(before, after), result


def named_rightly(expected, result):
    if expected is None:
        return result.ok
    return result.first_fault is not None and (result.first_fault.what, result.first_fault.seq) == ("line", expected)


@pytest.mark.row("E-02")
def test_lines_altered_removed_moved_or_added_are_named_at_the_first_one(kept, path, tries: Tries):
    made = []

    @REUSE
    @given(data=st.data())
    def change(data):
        with opened(path) as db:
            made.append(named_rightly(*changed_line(db, data.draw)))
            assert made[-1]

    change()
    tries.made(len(made))


@pytest.mark.row("E-02", control=True)
def test_a_check_that_believes_each_line_misses_what_was_done(kept, path, monkeypatch, tries: Tries):
    """The same changes to the same lines, where no hash leads to the next line."""
    monkeypatch.setattr(chain.Entry, "hash_after", lambda line, _previous: line.entry_hash)
    missed = []

    @settings(REUSE, max_examples=20)
    @given(data=st.data())
    def change(data):
        with opened(path) as db:
            missed.append(not named_rightly(*changed_line(db, data.draw)))

    change()
    tries.figure("of_20_missed_without_hashes", sum(missed))
    assert any(missed)


@pytest.mark.row("E-02")
@pytest.mark.parametrize("what", ["words", "missing"])
def test_every_single_document_altered_or_removed_is_named(kept, path, what, tries: Tries):
    with opened(path) as db:
        unlocked(db)
        for (seq,) in db.rows("SELECT seq FROM ledger ORDER BY seq"):
            table = (
                "attachment" if db.value("SELECT op FROM ledger WHERE seq = ?", (seq,)) == "attach" else "revision"
            )
            db.execute("BEGIN")
            if what == "words":
                change = "document = replace(document, '+05:00', '+06:00')"
                db.execute(f"UPDATE {table} SET {change} WHERE seq = ?", (seq,))
            else:
                db.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
            fault = checking.check(db).first_fault
            assert (fault.what, fault.seq) == (what, seq)
            db.execute("ROLLBACK")
        tries.made(seq)


@pytest.mark.row("E-02")
def test_every_bit_of_a_file_counts(kept, path):
    with opened(path) as db:
        unlocked(db)
        file = attachments.list_attachments(db, kept[7].id)[0]
        data = bytearray(attachments.read_all(db, file.id))
        for place in (0, len(data) // 2, len(data) - 1):
            data[place] ^= 1
            db.execute("UPDATE chunk SET data = ? WHERE item = ?", (bytes(data), file.id))
            fault = checking.check(db).first_fault
            assert (fault.what, fault.seq, fault.number) == (
                "file",
                db.value("SELECT seq FROM attachment WHERE id = ?", (file.id,)),
                8,
            )
            data[place] ^= 1


@pytest.mark.row("E-02")
def test_a_chain_made_anew_from_changed_words_is_whole_and_misses_the_printed_head(kept, path):
    """Whoever has the passphrase can do this; only the paper outside shows it."""
    with opened(path) as db:
        printed = ledger.head(db)
        unlocked(db)
        text = db.value("SELECT document FROM revision WHERE seq = 4").replace("day 3", "day 9")
        db.execute("UPDATE revision SET document = ? WHERE seq = 4", (text,))
        previous, changed = chain.NOTHING_BEFORE, []
        for row in lines(db):
            if row[0] == 4:
                row[6] = sha256_hex(text)
            row[8] = chain.Entry(*row).hash_after(previous)
            previous = bytes.fromhex(row[8])
            changed.append(row)
        rewritten(db, changed)
        assert checking.check(db).ok
        assert find_typed_head(db, printed.merkle_root_hex).rolled_back


def evidence(db):
    """Everything the record vouches for, as it can be read."""
    files = [file for (file,) in db.rows("SELECT id FROM attachment ORDER BY id")]
    return (
        lines(db),
        db.rows("SELECT incident_id, number, document, seq FROM revision ORDER BY incident_id, number"),
        db.rows("SELECT id, number FROM incident ORDER BY number"),
        db.rows("SELECT * FROM tombstone ORDER BY object_id"),
        [(file, attachments.document(db, file), attachments.read_all(db, file)) for file in files],
    )


@pytest.mark.row("C-05", "E-02")
def test_an_old_page_put_into_a_newer_file_is_found_wherever_it_matters(kept, path, tmp_path, clock, tries: Tries):
    """Each page in turn from an older copy under the same key: its authentication code is right, its place too.

    Either what the record vouches for can still be read and is what it was, or the check names something."""
    old, new = tmp_path / "old.bin", tmp_path / "new.bin"
    shutil.copy(path, old)
    with opened(path) as db:
        for number in range(6):
            an_incident(db, clock, f"later {number} " + "y" * 3000)
        incidents.amend_incident(db, clock, kept[1].id, IncidentForm(text="z" * 4000), "")
        begin_sitting(db, clock)
        incidents.remove_incident(db, clock, kept[3].id, keep_hash=False)
        begin_sitting(db, clock)
        assert checking.check(db).ok
        whole = evidence(db)
        head = ledger.head(db).merkle_root_hex
    shutil.copy(path, new)
    older, newer = old.read_bytes(), new.read_bytes()
    spliced = [page for page in range(len(older) // PAGE_SIZE) if page_of(older, page) != page_of(newer, page)]
    assert len(spliced) > 8
    tries.made(len(spliced))
    named = 0
    for page in spliced:
        path.write_bytes(newer[: page * PAGE_SIZE] + page_of(older, page) + newer[(page + 1) * PAGE_SIZE :])
        try:
            with opened(path) as db:
                result = checking.check(db)
                if result.ok:
                    assert evidence(db) == whole, page
                    assert find_typed_head(db, head).lines == 23
                else:
                    named += 1
                    assert result.first_fault.what in ("line", "words", "file", "missing", "extra")
        except errors.VaultDamaged:
            # Not even the shape can be read: it says so before anything is shown.
            named += 1
    assert named >= 4


def page_of(content, page):
    return content[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]


@pytest.mark.row("C-05")
def test_a_rolled_back_file_is_whole_and_named_by_the_printed_head(kept, path, tmp_path, clock):
    older = tmp_path / "older.bin"
    with opened(path) as db:
        earlier = ledger.head(db)
    shutil.copy(path, older)
    with opened(path) as db:
        an_incident(db, clock, "after the copy")
        begin_sitting(db, clock)
        printed = ledger.head(db)
        found = find_typed_head(db, printed.merkle_root_hex)
        assert (found.kind, found.lines, found.lines_now, found.rolled_back) == ("number", 16, 16, False)
        found = find_typed_head(db, earlier.merkle_root_hex)
        assert (found.lines, found.lines_now, found.rolled_back) == (15, 16, False)
    shutil.copy(older, path)
    with opened(path) as db:
        assert checking.check(db).ok
        found = find_typed_head(db, printed.merkle_root_hex)
        assert (found.lines, found.lines_now, found.rolled_back) == (None, 15, True)
        for language in LANGUAGES:
            assert find_typed_head(db, " ".join(word_list(language)[one] for one in printed.words)).rolled_back
        assert not find_typed_head(db, earlier.merkle_root_hex).rolled_back


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_head_is_read_however_it_is_copied(kept, path, language):
    with opened(path) as db:
        head = ledger.head(db)
        words = [word_list(language)[one] for one in head.words]
        blocks = " ".join(head.merkle_root_hex[start : start + 8] for start in range(0, 64, 8))
        numbered = " ".join(f"{place}. {word}" for place, word in enumerate(words, start=1))
        for typed in (
            head.merkle_root_hex,
            f"  {blocks.upper()}\n",
            " ".join(words),
            ", ".join(word.upper() for word in words) + ".",
            "\n".join(words),
            numbered,
            " ".join(word.replace("ё", "е") for word in words),
        ):
            found = find_typed_head(db, typed)
            assert (found.lines, found.lines_now, found.rolled_back) == (15, 15, False), typed
        for typed in (
            "",
            " ".join(words[:3]),
            " ".join([*words, words[0]]),
            "zz zz zz zz",
            head.merkle_root_hex[:63],
        ):
            found = find_typed_head(db, typed)
            assert (found.kind, found.rolled_back) == ("", False), typed
        swapped = " ".join([words[1], words[0], *words[2:]])
        assert find_typed_head(db, swapped).rolled_back is (words[0] != words[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_lists_is_its_own_number_however_it_is_typed(language):
    places = _places(language)
    assert [places[word] for word in word_list(language)] == list(range(7776))


def test_checking_reports_every_document_and_file_and_can_be_stopped_anywhere(kept, path):
    with opened(path) as db:
        seen = []
        checking.check(db, lambda done, total: seen.append((done, total)))
        total = seen[0][1]
        assert {one for _, one in seen} == {total}
        assert [done for done, _ in seen] == sorted(done for done, _ in seen)
        assert seen[-1] == (total, total)
        assert total > 2 * 9000 * 6 + ENTRIES * 3000
        for stop in range(3):
            asked = iter([False] * stop + [True])
            with pytest.raises(errors.Cancelled):
                checking.check(db, cancelled=lambda asked=asked: next(asked))
