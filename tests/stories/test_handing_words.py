"""Every form in which something leaves is searched for what must stay; and each search is shown to be able to find.

Lost without it: the name of her computer in a paper's metadata, a helper's number in a list, a day of an entry that
nobody was to know of. The record is handing_case.py, the reader reading.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from handing_case import CARD, ELSEWHERE, GIVEN, GPS, SECOND_STORE, Case, fill, named_computer
from reading import PAPER_TOOLS, SEVEN_ZIP, Read, read_all, run, where

from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import incidents
from safeplan.records.incidents import IncidentForm
from safeplan.records.reminders import backup_now
from safeplan.vault.restore import open_backup, read_backup
from tests.builders import ignore, never
from tests.campaign.selecting import Tries
from tests.conftest import MovableClock
from ui import draft_work
from ui.hand_over_work import hand_over

# All forms are made and read once, for all tests below.
pytestmark = pytest.mark.timeout(400)
PHRASE = "1234-5678-9012-3456-7890-1234"
FORMS = ("folder", "stick", "pdf", "zip")
# Who is given the smallest set, in which form and language.
SMALLEST = {
    **{f"police, {form}": ("police", "report", "ru", "", form) for form in FORMS},
    "court, Kazakh": ("court", "hearing", "kk", "", "folder"),
    "court, two languages": ("court", "order", "ru", "kk", "zip"),
    "lawyer": ("lawyer", "advice", "en", "", "folder"),
    "doctor": ("doctor", "exam", "kk", "", "folder"),
    "helper": ("helper", "support", "ru", "", "pdf"),
}
DRAFTS = ("statement", "order_copy")
# A stick gets what a folder gets.
TYPED = ("folder", "pdf", "zip")
# A lawyer is told how it was afterwards: she can take it out.
ALLOWED = {"lawyer": {"afterwards"}}


@dataclass
class Left:
    """Everything that left: what can be read in it, and the files themselves."""

    case: Case
    computer: dict[str, str]
    read: dict[str, list[Read]]
    places: dict[str, Path]
    backup: Path

    @property
    def staying(self) -> dict[str, str]:
        """What must be found nowhere, by what it is."""
        return {
            **self.computer,
            **ELSEWHERE,
            **self.case.numbers,
            "second store": SECOND_STORE,
            "passphrase of the store": CARD,
            "passphrase of the file": PHRASE,
            "place as numbers": GPS,
        }


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    missing = [tool for tool in PAPER_TOOLS if shutil.which(tool) is None] + ([] if SEVEN_ZIP else ["7-Zip"])
    if missing:
        pytest.skip("this story needs " + ", ".join(missing))
    folder = tmp_path_factory.mktemp("handing")
    with named_computer(folder) as computer:
        case = fill(folder, MovableClock(datetime(2026, 3, 2, 18, 40, tzinfo=UTC)))
        made = Left(case, computer, {}, {}, folder / computer["stick"] / "list.dat")
        for what, (reader, purpose, language, second, form) in SMALLEST.items():
            give(made, folder, what, case.smallest(reader, purpose, language, second), form)
        for kind in DRAFTS:
            draft(made, folder, kind)
        draft(made, folder, "statement", in_full=True)
        chosen_on_purpose(made, folder)
        everything_typed(made, folder)
        backup_now(case.vault, case.clock, made.backup, ignore, never)
    yield made
    case.vault.close()
    case.second.close()


def give(left: Left, folder: Path, what: str, selection: Selection, form: str = "folder") -> None:
    """Hand it over onto the stick and read it."""
    stick = folder / left.computer["stick"]
    stick.mkdir(exist_ok=True)
    job = left.case.job
    done = hand_over(left.case.session, job, selection=selection, folder=stick, form=form, phrase=PHRASE)
    assert done.unchanged
    left.places[what] = done.folder
    left.read[what] = read_all(done.folder, folder / "aside" / str(len(left.read)), PHRASE)
    left.case.clock.move(minutes=1)


def draft(left: Left, folder: Path, kind: str, *, in_full: bool = False) -> None:
    """A paper for the counter, filled from the same entry; `in_full`: she lets stand what was found."""
    case, name = left.case, f"{kind}, in full" if in_full else kind
    chosen = draft_work.Chosen(kind, "kk", entries=(case.given,), order=case.order, to="Полиция бөлімі")
    made = draft_work.fill(case.session, case.job, chosen=chosen)
    if in_full:
        chosen = replace(chosen, said=tuple((one.key, False) for one in made.found))
        made = draft_work.fill(case.session, case.job, chosen=chosen)
    stick = folder / left.computer["stick"]
    path = draft_work.write(case.session, case.job, draft=made.draft, folder=stick, name="list.pdf")
    left.places[name] = path
    left.read[name] = read_all(path, folder / "aside" / name)


def chosen_on_purpose(left: Left, folder: Path) -> None:
    """The same words, each in the hand-over in which she chose it."""
    case = left.case
    given = case.smallest("lawyer", "advice", "en")
    cases = [one for (one,) in case.vault.database.rows("SELECT id FROM case_file")]
    give(left, folder, "other chosen", replace(given, incident_ids=(case.other,), attachments=None, with_names=True))
    ticked = replace(given, with_notes=True, case_ids=tuple(cases), contacts_sheet=True)
    give(left, folder, "all ticked", replace(ticked, attachments=None, private_files=(case.hidden,)))
    give(left, folder, "original photo", replace(given, clean_copies=(), marks=()))


def everything_typed(left: Left, folder: Path) -> None:
    """An entry in which she wrote all of it herself: now it leaves, and has to be found."""
    case = left.case
    entry = incidents.add_incident(
        case.vault.database, case.clock, IncidentForm(text="\n".join(left.staying.values()))
    )
    for form in TYPED:
        give(left, folder, f"typed, {form}", Selection((entry.id,), "kk", True), form)


# ── What stays ──────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("E-04")
@pytest.mark.parametrize("what", SMALLEST)
def test_nothing_that_was_not_chosen_is_in_what_leaves(left: Left, what: str, tries: Tries) -> None:
    tries.made(len(left.staying) * len(left.read[what]))
    found = {one: where(word, left.read[what]) for one, word in left.staying.items()}
    assert {one: places for one, places in found.items() if places and one not in ALLOWED.get(what, ())} == {}
    # The year of an entry that stays, in pages and lists; in packed bytes four numbers stand by chance.
    words = [one for one in left.read[what] if b"%PDF-" not in one.raw[:5] and b"\xff\xd8" not in one.raw[:2]]
    words = [one for one in words if not one.where.endswith((": unpacked", ": strings", ".zip", ".html"))]
    assert len(words) >= 4
    for one in words:
        if one.where not in ("chain.jsonl", "manifest-sha256.txt", "tagmanifest-sha256.txt", "names.tsv"):
            assert "2019" not in one.words, one.where


@pytest.mark.parametrize("what", SMALLEST)
def test_what_was_chosen_is_there(left: Left, what: str) -> None:
    assert where(GIVEN, left.read[what])


@pytest.mark.row("E-04")
@pytest.mark.parametrize("kind", DRAFTS)
def test_a_draft_for_the_counter_holds_the_entry_and_nothing_else(left: Left, kind: str) -> None:
    assert bool(where(GIVEN, left.read[kind])) is (kind == "statement")
    found = {one: where(word, left.read[kind]) for one, word in left.staying.items()}
    assert {one: places for one, places in found.items() if places} == {}


@pytest.mark.row("E-03", "E-04")
@pytest.mark.parametrize("what", [what for what, (*_, form) in SMALLEST.items() if form in ("pdf", "zip")])
def test_of_a_locked_file_nothing_at_all_can_be_read_without_its_passphrase(
    left: Left, what: str, tmp_path: Path
) -> None:
    place = left.places[what]
    raw = place.read_bytes()
    closed = [Read(place.name, raw, raw.decode("latin-1").casefold())]
    for word in (*left.staying.values(), GIVEN, "letter.txt", "0001.jpg", "bagit.txt", "chain.jsonl", "SafePlan"):
        assert where(word, closed) == [], word
    if place.suffix == ".pdf":
        assert run("qpdf", "--requires-password", place).returncode == 0
        assert run("qpdf", "--password=" + PHRASE[:-1], "--check", place).returncode != 0
        assert b"AESv3" in run("qpdf", "--password=" + PHRASE, "--show-encryption", place).stdout
        assert run("qpdf", "--password=" + PHRASE, "--check", place).returncode == 0
    else:
        assert run(SEVEN_ZIP, "t", "-p" + PHRASE, place).returncode == 0
        for wrong in ("-p" + PHRASE[:-1], "-p"):
            assert run(SEVEN_ZIP, "x", "-y", wrong, f"-o{tmp_path / 'x'}", place).returncode != 0
        assert not any(path.stat().st_size for path in tmp_path.rglob("bundle.zip"))


@pytest.mark.row("E-04")
def test_a_copy_to_take_along_says_nothing_to_a_finder_and_holds_everything_for_her(left: Left) -> None:
    raw = left.backup.read_bytes()
    closed = [Read("copy", raw, raw.decode("latin-1").casefold())]
    for word in (*left.staying.values(), GIVEN, "SQLite", "SafePlan", "letter.txt"):
        assert where(word, closed) == [], word
    held = open_backup(left.backup, bytearray(CARD.encode()))
    database = read_backup(held)
    try:
        tables = [name for (name,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        kept = "".join(repr(database.rows(f"SELECT * FROM {name}")) for name in tables if name != "chunk")
    finally:
        database.close()
        held.close()
    # Gone for good, or never hers to take along; all the rest is there.
    gone = {"removed entry", "removed file", "taken back", "other file words", "private words"}
    for what, word in ELSEWHERE.items():
        # What she typed into the last entry holds each of them once.
        assert kept.count(word) >= (1 if what in gone else 2), what


# ── The search can find ─────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("E-04", control=True)
@pytest.mark.parametrize("form", TYPED)
def test_each_word_is_found_where_she_wrote_it_into_what_leaves(left: Left, form: str) -> None:
    missed = [what for what, word in left.staying.items() if not where(word, left.read[f"typed, {form}"])]
    assert missed == []
    # In the folder also in the lines that a program reads.
    if form in ("folder", "zip"):
        for what, word in left.staying.items():
            assert "chain.jsonl" in where(word, left.read[f"typed, {form}"]), what


@pytest.mark.row("E-04", control=True)
@pytest.mark.parametrize(
    ("what", "chosen"),
    [
        ("other chosen", ("other entry", "other place", "other reason", "other file", "other file words", "helper")),
        ("all ticked", ("file note", "order note", "case of other", "witness contact")),
        ("statement, in full", ("plan answer",)),
        ("original photo", ("photo place", "photo name", "plan answer")),
    ],
)
def test_each_word_is_found_in_the_hand_over_in_which_it_was_chosen(
    left: Left, what: str, chosen: tuple[str, ...]
) -> None:
    assert {one for one in chosen if not where(ELSEWHERE[one], left.read[what])} == set()


def test_numbers_are_found_where_their_owner_leaves(left: Left) -> None:
    numbers = left.case.numbers
    for what in ("id of the other entry", "id of its file", "hash of its file", "day of the other entry"):
        assert where(numbers[what], left.read["other chosen"]), what
    assert where(numbers["hash of the private file"], left.read["all ticked"])
    # A private file leaves by number only: its name stays even then.
    assert where(ELSEWHERE["private file"], left.read["all ticked"]) == []


def test_the_clean_copy_of_the_photo_stands_in_the_place_of_the_original(left: Left) -> None:
    folder = left.places["police, folder"]
    assert [path.name for path in sorted((folder / "data").glob("0*"))] == ["0001-COPY.jpg", "0002.txt"]
    assert "0001.jpg" in [path.name for path in (left.places["original photo"] / "data").iterdir()]
    assert verify_bag(folder).status == UNCHANGED
    # The report tells the place that a file claims, where the file itself leaves.
    assert where(GPS, left.read["original photo"])


@pytest.mark.row("E-04", control=True)
def test_the_computer_itself_answers_to_the_names_that_are_looked_for(tmp_path: Path) -> None:
    with named_computer(tmp_path) as names:
        assert run("hostname").stdout.decode().strip() == names["computer"] or not shutil.which("hostname")
        assert names["user"] in str(Path.home())
        assert names["home"] in str(Path.home())
