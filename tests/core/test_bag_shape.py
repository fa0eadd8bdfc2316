"""From a folder that was handed over nobody can tell how much else was written, when, or what was removed.

Lost without it: "she gave us three of her entries" becomes "she has 2,997 more, and deleted some last week".
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import a_file, a_source, ignore, never, open_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.content.words import word_list
from safeplan.handover import bag as bag_module
from safeplan.handover.bag import write_bag
from safeplan.handover.bag_files import Makers
from safeplan.handover.sealed_bundle import write_pdf, write_zip
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import consents, custody, ledger
from safeplan.records.attachments import list_attachments
from safeplan.records.incidents import Happened, IncidentForm, add_incident, amend_incident, remove_incident
from safeplan.records.sittings import begin_sitting
from safeplan.vault.database import Database
from safeplan.vault.migrations import migrate

FEW, MANY = 30, 3_000
GIVEN = 6
MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")


class MovingClock:
    """Each look at it is a second later; the days between the entries are set by the test."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 5, 9, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def zone(self) -> str:
        return "+05:00"

    def monotonic(self) -> float:
        return self.moment.timestamp()


@dataclass
class Store:
    """A record of which six entries may leave; everything else in it is nobody's business."""

    db: Database
    clock: MovingClock
    given: list[str]


def store(folder: Path, others: int) -> Store:
    """The same six entries with one file and one correction, written on the same days, among `others`."""
    folder.mkdir()
    db = open_data(folder / "d0.bin")
    migrate(db)
    clock, given, around = MovingClock(), [], others // GIVEN
    for place in range(GIVEN):
        with db.transaction():
            for number in range(around):
                clock.moment = datetime(2026, 1, 5 + place, 10, tzinfo=UTC) + timedelta(seconds=number)
                add_incident(db, clock, IncidentForm(text=f"other {number}"))
            clock.moment = datetime(2026, 1, 5 + place, 15, tzinfo=UTC)
            form = IncidentForm(text=f"given {place}", happened=Happened("day", f"2026-01-0{place + 1}"))
            given.append(add_incident(db, clock, form).id)
    letter = a_source(folder, b"a letter\n" * 40, "letter.txt")
    os.utime(letter, (1_767_600_000, 1_767_600_000))
    a_file(db, clock, letter, given[0])
    amend_incident(db, clock, given[1], IncidentForm(text="given 1 exactly"), "remembered")
    clock.moment = datetime(2026, 2, 1, 12, tzinfo=UTC)
    begin_sitting(db, clock)
    if others == MANY:
        # What only the large record has: removals, consents, and somebody else who was given something.
        rest = [id_ for (id_,) in db.rows("SELECT id FROM incident") if id_ not in given]
        for id_ in rest[:20]:
            clock.moment += timedelta(hours=7)
            remove_incident(db, clock, id_, keep_hash=True)
        agreed = consents.ConsentForm("A desk of theirs", ("folder",), "to go on", "2027-01-01", "en", "You agree.")
        for _ in range(4):
            consents.end_consent(db, clock, consents.give_consent(db, clock, agreed).id)
        hand_over(Store(db, clock, given), folder, rest[30:34], recipient="Somebody else entirely")
    # Told of each file that was there, whatever else was looked through.
    clock.moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    custody.note_check(db, clock, ledger.check(db))
    return Store(db, clock, given)


def hand_over(one: Store, folder: Path, ids: list[str], recipient: str = "Police", **choice: object) -> Path:
    one.clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    selection = Selection(tuple(ids), "en", True, recipient, **choice)  # type: ignore[arg-type]
    release = write_bag(one.db, one.clock, selection, folder, lambda _: None, ignore, never)
    return folder / release.folder_name


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("shape")
    both = [store(folder / "few", FEW), store(folder / "many", MANY)]
    yield both
    for one in both:
        one.db.close()


def shape(bag: Path) -> dict[str, object]:
    """Everything of a folder that can be measured, and everything in its lines that is not random by itself."""
    files = sorted(p.relative_to(bag).as_posix() for p in bag.rglob("*") if p.is_file())
    raw = (bag / "data/chain.jsonl").read_bytes().splitlines(keepends=True)
    lines = [json.loads(line) for line in raw[1:]]
    entries = [json.loads(line["entry"]) for line in lines]
    return {
        "files": files,
        # Typst packs texts; ids and numbers in them are random and pack by a few bytes more or less.
        "sizes": {name: (bag / name).stat().st_size for name in files if not name.endswith(".pdf")},
        "lines": sorted(len(line) for line in raw),
        "keys": sorted({tuple(sorted(line)) for line in lines}),
        "paths": {len(line["path_hex"]) for line in lines},
        "entries": sorted(
            tuple(sorted((key, value) for key, value in entry.items() if key not in ("object_id", "content_sha256")))
            for entry in entries
        ),
        "custody": sorted(line.split("\t")[1:] for line in (bag / "data/custody.tsv").read_text().splitlines()),
        "info": re.sub(r"[0-9A-F]{4}-[0-9A-F]{4}", "N", (bag / "bag-info.txt").read_text()),
    }


readers = itertools.count()
chosen = st.lists(st.integers(0, GIVEN - 1), min_size=1, max_size=GIVEN, unique=True)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=chosen, whole=st.booleans())
def test_thirty_entries_and_three_thousand_make_folders_of_one_shape(stores, tmp_path, places, whole) -> None:
    # A reader who was given something before would be told so.
    made, reader = [], next(readers)
    for number, one in enumerate(stores):
        folder = tmp_path / f"{number}"
        folder.mkdir(exist_ok=True)
        choice = {} if whole else {"fields_left_out": ("text",)}
        bag = hand_over(one, folder, [one.given[place] for place in places], f"Reader {reader:04d}", **choice)
        made.append((one, bag))
    first, second = (shape(bag) for _, bag in made)
    for found in (first, second):
        # The papers are packed; of them, see below.
        found["info"] = re.sub(r"Payload-Oxum: \d+\.", "Payload-Oxum: N.", found["info"])
    assert first == second
    for one, bag in made:
        assert_no_foreign_moment(one, bag, [one.given[place] for place in places])


# Hashes stand in groups.
_NUMBERS = re.compile(r"\b[0-9a-f]{8}(?: ?[0-9a-f]{8})*\b")


def told_on_paper(bag: Path) -> list[str]:
    """Line by line what stands in the report, page ends included; numbers that are drawn are one and the same."""
    command = ["pdftotext", "-layout", str(bag / "data/report.pdf"), "-"]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    lines = [_NUMBERS.sub("N", line).split() for line in said.replace("\f", "\n(page)\n").splitlines()]
    # The number of the record stands there in four words, too.
    known = set(word_list("en"))
    return ["N" if len(line) == 4 and known.issuperset(line) else " ".join(line) for line in lines]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
def test_the_papers_of_both_are_alike_too(stores, tmp_path, monkeypatch) -> None:
    """With the same number drawn the first page is the same to the last byte, and so is every page of the report but
    for hashes; and a locked file is as large as the other."""
    monkeypatch.setattr(bag_module, "_bundle_number", lambda: "AB12-CD34")
    made, locked, papers = [], [], []
    for number, one in enumerate(stores):
        (tmp_path / f"{number}").mkdir()
        given = [one.given[place] for place in (0, 1, 4)]
        made.append(hand_over(one, tmp_path / f"{number}", given, "Papers"))
        how = (Selection(tuple(given), "en", True, "Locked"), tmp_path / f"{number}", "4821-9937-0254-1180-6641-7093")
        one.clock.moment = datetime(2026, 3, 1, 13, tzinfo=UTC)
        locked.append(write_zip(one.db, one.clock, *how, Makers(lambda _: None), ignore, never).size)
        one.clock.moment = datetime(2026, 3, 1, 14, tzinfo=UTC)
        papers.append(write_pdf(one.db, one.clock, *how, Makers(lambda _: None), ignore, never).size)
    few, many = made
    for name in ("1-START.pdf", "verify.html", "VERIFY.txt", "bagit.txt", "data/names.tsv"):
        assert (few / name).read_bytes() == (many / name).read_bytes(), name
    assert told_on_paper(few) == told_on_paper(many)
    assert "N" in "".join(told_on_paper(few))
    # Fonts are packed by the letters that occur, and a hash has other letters each time.
    for sizes in ([(bag / "data/report.pdf").stat().st_size for bag in made], locked, papers):
        assert max(sizes) - min(sizes) < 2_000, sizes


def assert_no_foreign_moment(one: Store, bag: Path, ids: list[str]) -> None:
    """Every moment in the plain files is that of something that leaves, of a check of it, or of the hand-over."""
    known = {"2026-03-01T12:00"}
    own = [entry for entry in ledger.entries(one.db) if entry.object_id in ids]
    files = [id_ for (id_,) in one.db.rows("SELECT id FROM attachment")]
    own += [entry for entry in ledger.entries(one.db) if entry.object_id in files]
    known |= {entry.recorded_at[:16] for entry in own}
    known |= {at[:16] for (at,) in one.db.rows("SELECT at FROM custody WHERE what = 'check'")}
    # What a file that leaves says of itself.
    known |= {info.file_time[:16] for id_ in ids for info in list_attachments(one.db, id_)}
    told = b"".join(p.read_bytes() for p in bag.rglob("*") if p.suffix in (".jsonl", ".txt", ".tsv"))
    assert {moment[:16] for moment in MOMENT.findall(told.decode("utf-8"))} <= known


def test_no_number_of_her_own_list_and_nobody_else_is_in_it(stores, tmp_path) -> None:
    many = stores[1]
    bag = hand_over(many, tmp_path, many.given[:2])
    told = b"".join(p.read_bytes() for p in bag.rglob("*") if p.is_file() and p.suffix != ".pdf")
    number = many.db.value("SELECT number FROM incident WHERE id = ?", (many.given[1],))
    assert number > 900
    assert not re.search(rb'"(number|seq|no)":\s*%d\b' % number, told)
    assert b"Somebody else" not in told
    ids = [id_.encode() for (id_,) in many.db.rows("SELECT id FROM incident") if id_ not in many.given[:2]]
    assert len(ids) > 2_900
    assert not [id_ for id_ in ids if id_ in told]
    assert verify_bag(bag).status == UNCHANGED


def test_who_was_given_it_before_is_told_only_to_the_same_reader(stores, tmp_path) -> None:
    one = stores[0]
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
    hand_over(one, tmp_path / "a", one.given[:1], recipient="Advocate Example")
    again = hand_over(one, tmp_path / "b", one.given[:1], recipient="advocate  example")
    other = hand_over(one, tmp_path / "c", one.given[:1], recipient="A court")
    acts = [
        [row.split("\t")[2] for row in (bag / "data/custody.tsv").read_text().splitlines()] for bag in (again, other)
    ]
    assert acts[0].count("handed_over") == 2
    assert acts[1].count("handed_over") == 1
