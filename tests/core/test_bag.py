"""Handing over: what leaves is exactly what she chose, anyone can check it, and nothing else can be read from it."""

from __future__ import annotations

import errno
import getpass
import io
import json
import os
import platform
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from safeplan import errors
from safeplan.handover import folder as folder_module
from safeplan.handover import volume as volume_module
from safeplan.handover.bag import write_bag
from safeplan.handover.chosen import ENDINGS
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from safeplan.handover.verify import CHANGED, UNCHANGED, verify_bag
from safeplan.records import ledger, sniff
from safeplan.records.attachments import AttachmentInfo, import_file
from safeplan.records.file_notes import mark_file_private, write_file_note
from safeplan.records.incidents import Happened, IncidentForm, add_incident, amend_incident, remove_incident
from safeplan.records.people import PersonForm, add_person

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault
    from tests.conftest import MovableClock

NEVER = lambda: False  # noqa: E731
QUIET = lambda done, total: None  # noqa: E731


def jpeg(width: int = 400, height: int = 300) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


class Case:
    """An open store with three entries and three files, and a folder of the recipient's stick."""

    def __init__(self, vault: OpenVault, clock: MovableClock, place: Path) -> None:
        self.db, self.clock, self.stick = vault.database, clock, place / "stick"
        self.stick.mkdir()
        self.neighbour = add_person(self.db, clock, PersonForm(name="Sholpan Example", nickname="S.", role="witness"))
        first = IncidentForm(
            text="Он стучал в дверь. Ұлым естіді 😀",
            happened=Happened("exact", "2026-03-01T21:40"),
            place="Лестница",
            people=(self.neighbour.id,),
        )
        self.first = add_incident(self.db, clock, first).id
        clock.move(hours=1)
        self.second = add_incident(
            self.db, clock, IncidentForm(text="SECRETSECOND", happened=Happened("vague", words="before Nauryz"))
        ).id
        clock.move(hours=1)
        self.third = add_incident(self.db, clock, IncidentForm(text="THIRDENTRY words")).id
        amend_incident(self.db, clock, self.third, IncidentForm(text="THIRDENTRY other words"), "remembered more")
        self.picture = self.keep("Снимок «дверь» №1.jpg", jpeg(), self.first)
        self.letter = self.keep("con.txt", "Қысқа хат\n".encode(), self.first)
        self.other = self.keep("OTHERFILE.bin", os.urandom(300_000) + b"\0", self.second)

    def keep(self, name: str, content: bytes, incident: str) -> AttachmentInfo:
        source = self.stick.parent / name
        source.write_bytes(content)
        kept = import_file(self.db, self.clock, source, incident, QUIET, NEVER)
        source.unlink()
        return kept

    def hand_over(
        self,
        *incidents: str,
        language: str = "en",
        with_attachments: bool = True,
        cancelled: Callable[[], bool] = NEVER,
        **typed: str,
    ) -> tuple[Release, Path]:
        chosen = Selection(incidents or (self.first,), language, with_attachments, **typed)  # type: ignore[arg-type]
        release = write_bag(self.db, self.clock, chosen, self.stick, lambda info: jpeg(200, 150), QUIET, cancelled)
        return release, self.stick / release.folder_name


@pytest.fixture
def case(vault: OpenVault, clock: MovableClock, tmp_path: Path) -> Case:
    return Case(vault, clock, tmp_path)


def everything_in(bag: Path) -> bytes:
    """All that can be read in a bag: names, texts, and the report's words, tags and metadata."""
    readable = {".txt", ".tsv", ".jsonl"}
    parts = [str(p.relative_to(bag)).encode() for p in sorted(bag.rglob("*"))]
    parts += [p.read_bytes() for p in sorted(bag.rglob("*")) if p.suffix in readable]
    pdf = str(bag / "data/report.pdf")
    for command in (
        ["pdftotext", pdf, "-"],
        ["pdfinfo", pdf],
        ["pdfinfo", "-meta", pdf],
        ["pdfinfo", "-struct", pdf],
    ):
        parts.append(subprocess.run(command, capture_output=True, check=True).stdout)
    return b"\n".join(parts)


def words_of(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def chain_of(bag: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (bag / "data/chain.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_folder_holds_the_originals_bit_for_bit_under_plain_names(case: Case) -> None:
    release, bag = case.hand_over(case.first)
    assert sorted(p.relative_to(bag).as_posix() for p in bag.rglob("*") if p.is_file()) == [
        "1-START.pdf",
        "VERIFY.txt",
        "bag-info.txt",
        "bagit.txt",
        "data/0001.jpg",
        "data/0002.txt",
        "data/chain.jsonl",
        "data/custody.tsv",
        "data/names.tsv",
        "data/report.pdf",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "verify.html",
    ]
    assert (bag / "data/0002.txt").read_bytes() == "Қысқа хат\n".encode()
    names = (bag / "data/names.tsv").read_text(encoding="utf-8").splitlines()
    assert names[1] == f"0001.jpg\tСнимок «дверь» №1.jpg\timage/jpeg\t{case.picture.sha256}\t\t"
    assert names[2].startswith("0002.txt\tcon.txt\ttext/plain\t")
    assert release.size == sum(p.stat().st_size for p in bag.rglob("*") if p.is_file())


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_three_independent_checkers_find_it_unchanged(case: Case, language: str) -> None:
    release, bag = case.hand_over(case.first, case.third, language=language, author="A. Example")
    verdict = verify_bag(bag, release.root)
    assert (verdict.status, verdict.faults) == (UNCHANGED, ())
    assert bagit.Bag(str(bag)).is_valid()
    run = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"],
        cwd=bag,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "sha256sum -c manifest-sha256.txt" in (bag / "VERIFY.txt").read_text(encoding="utf-8-sig")


@pytest.mark.row("E-04")
def test_nothing_of_other_entries_this_computer_or_another_recipient_is_in_it(case: Case) -> None:
    case.hand_over(case.second, recipient="Another Recipient")
    case.clock.move(days=1)
    _, bag = case.hand_over(case.first, with_attachments=True)
    content = everything_in(bag)
    for foreign in (case.second, case.third, case.other.id, case.other.sha256, "SECRETSECOND", "OTHERFILE"):
        assert foreign.encode() not in content
    assert b"Another Recipient" not in content
    assert b"release" not in (bag / "data/chain.jsonl").read_bytes()
    places = {str(Path.home()), str(case.stick), str(Path.cwd()), "/tmp/", "/home/", "site-packages"}
    for name in places | {"SafePlan", "safeplan", "Python", "python"}:
        assert name.encode() not in content, name
    # Short names are looked for as words: fonts and pictures hold any three letters somewhere.
    for name in {platform.node(), getpass.getuser(), os.environ.get("USER", "")} - {""}:
        assert not re.search(rb"(?<![A-Za-z0-9/+=])" + re.escape(name.encode()) + rb"(?![A-Za-z0-9/+=])", content), (
            name
        )


def test_proofs_have_one_length_and_tell_no_number_of_entries(case: Case) -> None:
    _, small = case.hand_over(case.first)
    for number in range(40):
        add_incident(case.db, case.clock, IncidentForm(text=f"later {number}"))
    case.clock.move(days=1)
    _, large = case.hand_over(case.first)
    lengths = [[len(str(line)) - len(str(line["place"])) for line in chain_of(bag)[1:]] for bag in (small, large)]
    assert lengths[0] == lengths[1]
    assert all(len(line["path_hex"]) == 16 for line in chain_of(large)[1:])  # type: ignore[arg-type]
    assert all("seq" not in json.loads(str(line["entry"])) for line in chain_of(large)[1:])
    assert "Entry 1 of 1" in words_of(large / "data/report.pdf")


def test_without_files_not_even_their_names_leave(case: Case) -> None:
    _, bag = case.hand_over(case.first, with_attachments=False)
    content = everything_in(bag)
    assert case.picture.sha256.encode() not in content
    assert case.picture.id.encode() not in content
    assert "Снимок".encode() not in content
    assert verify_bag(bag).status == UNCHANGED


def test_a_name_leaves_only_when_it_was_typed(case: Case) -> None:
    _, bag = case.hand_over(case.first)
    assert "Contact-Name" not in (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert "Sholpan Example" in words_of(bag / "data/report.pdf")
    case.clock.move(days=1)
    _, bag = case.hand_over(case.first, author="A. Example\nX: y", recipient="Court No. 2")
    assert "Contact-Name: A. Example X: y\n" in (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert "Court No. 2" in words_of(bag / "data/report.pdf")


def test_people_can_be_shown_by_nickname_only(case: Case) -> None:
    chosen = Selection((case.first,), "en", True, with_names=False)
    release = write_bag(case.db, case.clock, chosen, case.stick, lambda _: None, QUIET, NEVER)
    content = everything_in(case.stick / release.folder_name)
    assert b"Sholpan" not in content
    assert b"S." in content


def test_entries_of_this_opening_become_fixed_and_the_hand_over_stands_in_the_ledger(case: Case) -> None:
    release, _ = case.hand_over(case.first)
    last = list(ledger.entries(case.db))[-1]
    assert (last.op, last.object_id) == ("release", release.id)
    assert ledger.waiting_count(case.db) == 0


@pytest.mark.parametrize("after", [0, 1, 3, 6])
def test_cancelling_leaves_the_stick_as_it_was(case: Case, after: int) -> None:
    (case.stick / "hers.txt").write_text("stays", encoding="utf-8")
    asked = iter([False] * after)
    with pytest.raises(errors.Cancelled):
        case.hand_over(case.first, case.second, cancelled=lambda: next(asked, True))
    assert [p.name for p in case.stick.rglob("*")] == ["hers.txt"]
    assert all(entry.op != "release" for entry in ledger.entries(case.db))


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EFBIG, errors.DiskFull),
        (errno.EIO, errors.DiskFailing),
        (errno.EROFS, errors.ReadOnlyPlace),
        (errno.EACCES, errors.NoPermission),
    ],
)
@pytest.mark.parametrize("at", [0, 2, 8])
def test_a_failing_stick_is_named_and_nothing_half_done_stays(
    case: Case, monkeypatch: pytest.MonkeyPatch, number: int, named: type[Exception], at: int
) -> None:
    real, writes = os.write, iter(range(1000))

    def failing(descriptor: int, piece: bytes) -> int:
        if next(writes) >= at:
            raise OSError(number, "stick")
        return real(descriptor, piece)

    monkeypatch.setattr(folder_module.os, "write", failing)
    with pytest.raises(named):
        case.hand_over(case.first)
    assert not list(case.stick.rglob("*"))


def test_a_stick_without_room_is_refused_before_anything_is_written(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volume_module.shutil, "disk_usage", lambda path: SimpleNamespace(total=10, used=9, free=1))
    with pytest.raises(errors.DiskFull):
        case.hand_over(case.first)
    assert not list(case.stick.rglob("*"))


def test_a_kept_file_that_rotted_stops_the_hand_over(case: Case) -> None:
    """Its number is said, so that she can look; a bundle with a wrong file would speak against her."""
    case.db.execute("DROP TRIGGER chunk_no_update")
    case.db.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE item = ?", (case.picture.id,))
    with pytest.raises(errors.RecordDamaged) as caught:
        case.hand_over(case.first)
    assert caught.value.facts == {"number": 1}
    assert not list(case.stick.rglob("*"))


def test_nothing_chosen_or_a_removed_entry_is_refused(case: Case) -> None:
    with pytest.raises(errors.NothingChosen):
        write_bag(case.db, case.clock, Selection((), "en", True), case.stick, lambda _: None, QUIET, NEVER)
    ledger.fix_pending(case.db, case.clock)
    remove_incident(case.db, case.clock, case.second, keep_hash=True)
    with pytest.raises(errors.NotThere):
        case.hand_over(case.second)


@pytest.mark.row("E-04")
def test_file_dates_tell_nothing_about_when_and_in_which_order(case: Case) -> None:
    _, bag = case.hand_over(case.first)
    dates = {p.stat().st_mtime for p in [bag, *bag.rglob("*")]}
    assert len(dates) == 1
    assert dates.pop() % 86_400 == 0


@pytest.mark.skipif(os.name != "posix", reason="permission bits")
def test_only_she_can_read_it_on_a_shared_computer(case: Case) -> None:
    _, bag = case.hand_over(case.first)
    assert all(p.stat().st_mode & 0o077 == 0 for p in [bag, *bag.rglob("*")])


def test_a_text_longer_than_the_report_takes_is_whole_in_the_bundle(case: Case) -> None:
    text = "слово " * 40_000
    long = add_incident(case.db, case.clock, IncidentForm(text=text)).id
    _, bag = case.hand_over(long)
    assert (bag / "data/text-0001.txt").read_text(encoding="utf-8") == text
    assert "text-0001.txt" in words_of(bag / "data/report.pdf")
    assert verify_bag(bag).status == UNCHANGED


def test_progress_counts_the_bytes_of_the_originals(case: Case) -> None:
    seen: list[tuple[int, int]] = []
    chosen = Selection((case.first, case.second), "en", True)
    write_bag(case.db, case.clock, chosen, case.stick, lambda _: None, lambda *at: seen.append(at), NEVER)
    total = case.picture.size + case.letter.size + case.other.size
    assert seen[0] == (0, total)
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_real_folder_with_one_byte_changed_is_found(case: Case, data: st.DataObject) -> None:
    bags = sorted(case.stick.iterdir())
    bag = bags[0] if bags else case.hand_over(case.first, case.third)[1]
    path = data.draw(st.sampled_from(sorted(p for p in bag.rglob("*") if p.is_file())))
    before = path.read_bytes()
    place = data.draw(st.integers(0, len(before) - 1))
    path.write_bytes(before[:place] + bytes([before[place] ^ data.draw(st.integers(1, 255))]) + before[place + 1 :])
    verdict = verify_bag(bag)
    path.write_bytes(before)
    assert verdict.status == CHANGED
    if path.name != "tagmanifest-sha256.txt":
        assert path.relative_to(bag).as_posix() in {fault.file for fault in verdict.faults}
    assert verify_bag(bag).status == UNCHANGED


# ── Private files ───────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.row("E-04")
def test_a_private_file_stays_and_nothing_in_the_folder_tells_of_it(case: Case) -> None:
    private = case.keep("PRIVATEPICTURE.jpg", jpeg(width=77), case.first)
    mark_file_private(case.db, case.clock, private.id, private=True)
    write_file_note(case.db, case.clock, private.id, words="PRIVATENOTE")
    release, bag = case.hand_over(case.first)
    assert set(release.files) == {case.picture.id, case.letter.id}
    assert len(list((bag / "data").glob("0*"))) == 2
    told = everything_in(bag)
    for secret in (b"PRIVATEPICTURE", b"PRIVATENOTE", private.id.encode(), private.sha256.encode()):
        assert secret not in told
    assert "Annexes 2" in " ".join(words_of(bag / "data/report.pdf").split())
    assert "Annex 3" not in words_of(bag / "data/report.pdf")
    # One line for the number, one for the entry, one for each file that leaves.
    assert len(chain_of(bag)) == 4
    assert verify_bag(bag).status == UNCHANGED


def test_a_private_file_leaves_when_it_is_ticked_by_number_only(case: Case) -> None:
    content = jpeg(width=77)
    private = case.keep("PRIVATEPICTURE.jpg", content, case.first)
    other = case.keep("OTHERPRIVATE.jpg", jpeg(width=78), case.first)
    for one in (private, other):
        mark_file_private(case.db, case.clock, one.id, private=True)
    asked: list[str] = []

    def picture_of(info: AttachmentInfo) -> bytes:
        asked.append(info.id)
        return jpeg(200, 150)

    chosen = Selection((case.first,), "en", True, private_files=(private.id,))
    release = write_bag(case.db, case.clock, chosen, case.stick, picture_of, QUIET, NEVER)
    bag = case.stick / release.folder_name
    assert set(release.files) == {case.picture.id, case.letter.id, private.id}
    assert content in [path.read_bytes() for path in (bag / "data").glob("0*")]
    assert asked == [case.picture.id]
    assert "PRIVATEPICTURE" not in (bag / "data/names.tsv").read_text(encoding="utf-8")
    assert "PRIVATEPICTURE" not in words_of(bag / "data/report.pdf")
    assert b"OTHERPRIVATE" not in everything_in(bag)


def test_a_tick_brings_no_file_of_an_entry_that_was_not_chosen(case: Case) -> None:
    mark_file_private(case.db, case.clock, case.other.id, private=True)
    chosen = Selection((case.first,), "en", True, private_files=(case.other.id,))
    release = write_bag(case.db, case.clock, chosen, case.stick, lambda _: None, QUIET, NEVER)
    assert case.other.id not in release.files


def test_ticked_private_files_stay_too_when_no_files_leave(case: Case) -> None:
    mark_file_private(case.db, case.clock, case.picture.id, private=True)
    chosen = Selection((case.first,), "en", False, private_files=(case.picture.id,))
    release = write_bag(case.db, case.clock, chosen, case.stick, lambda _: None, QUIET, NEVER)
    assert release.files == ()


def test_every_kind_that_is_recognised_has_its_ending() -> None:
    """A recording without an ending opens nowhere."""
    source = Path(sniff.__file__).read_text(encoding="utf-8")
    known = set(re.findall(r'"((?:image|audio|video|text|application)/[a-z0-9.+-]+)"', source))
    assert len(known) > 20
    assert known - ENDINGS.keys() <= {"application/octet-stream"}
