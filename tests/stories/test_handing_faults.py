"""Real sticks that are full, fail, or are gone in the middle; Cancel at any look; a killed process: for every form.

Afterwards there is nothing that looks whole and is not, the record is as it was to the last row, and what is said is
a sentence. Whoever may mount gets real file systems; elsewhere those stories are skipped and say so.
"""

from __future__ import annotations

import contextlib
import functools
import pickle
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from handing_case import photo_with_place
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import SEVEN_ZIP, needs, needs_seven_zip, run

from safeplan import errors
from safeplan.clock import SystemClock
from safeplan.handover import releases, stick, volume
from safeplan.handover.selection import Selection
from safeplan.handover.verify import NOT_A_BAG, UNCHANGED, verify_bag
from safeplan.paths import vault_files
from safeplan.records import ledger
from safeplan.vault.container import unlock_vault
from safeplan.vault.restore import open_backup
from tests.builders import a_file, a_source, an_incident
from tests.campaign.selecting import Tries
from ui import backup_work
from ui.background import Job, Session
from ui.error_texts import error_text
from ui.hand_over_work import hand_over

MIB = 1 << 20
PHRASE = "1234-5678-9012-3456-7890-1234"
STORE = "lamp river bread seven"
HANDED = ("folder", "stick", "pdf", "zip")
FORMS = (*HANDED, "backup")
PARTS = re.compile(r"unfinished-[0-9a-f]{8}(\.part)?")


class Watched(Job):
    """A piece of work that is cancelled at the look with this number, and calls `now` when it comes that far."""

    def __init__(self, looks: int = 1 << 30, now: Callable[[float], None] | None = None) -> None:
        super().__init__(0, lambda *_: None)
        self.looked, self._looks, self._now = 0, looks, now

    def progress(self, done: int, total: int) -> None:
        if self._now is not None and total:
            self._now(done / total)

    def cancelled(self) -> bool:
        self.looked += 1
        return self.looked > self._looks


@dataclass
class Record:
    """An open record with one entry, a photo and two files; and what makes something of it leave."""

    vault: Any
    clock: Any
    chosen: Selection

    def leaves(self, form: str, folder: Path, job: Any = None) -> Path:
        """Where it lies."""
        session, job = Session(self.vault.files, self.clock, self.vault), job or Watched()
        if form == "backup":
            return backup_work.make_copy(session, job, folder=folder, name="list.dat").path
        done = hand_over(session, job, selection=self.chosen, folder=folder, form=form, phrase=PHRASE)
        return Path(done.folder)

    def everything(self) -> list[Any]:
        """Every row; what the hand-over may not have changed when it fails."""
        db = self.vault.database
        names = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return [(name, sorted(db.rows(f"SELECT * FROM {name}"), key=repr)) for name in names]

    def refused(
        self, form: str, folder: Path, kind: type[errors.SafePlanError], job: Any = None
    ) -> errors.SafePlanError:
        """The failure, after looking that nothing is left of it and that it can be said."""
        before = self.everything()
        with pytest.raises(kind) as caught:
            self.leaves(form, folder, job)
        assert self.everything() == before
        with contextlib.suppress(OSError):
            assert [path.name for path in folder.iterdir() if path.name not in ("lost+found", "hers.bin")] == []
        said = error_text(caught.value)
        if kind is not errors.Cancelled:
            assert said is not None
            for sentence in (said.sentence, said.hint):
                assert sentence
                assert not re.search(r"[Ee]rrno|\[\w+\]|Traceback|/tmp|\{", sentence), sentence
        return caught.value


@pytest.fixture
def record(vault: Any, clock: Any, tmp_path: Path) -> Record:
    db = vault.database
    entry = an_incident(db, clock, "The lamp was thrown.")
    a_file(db, clock, photo_with_place(tmp_path / "lamp.jpg", "lamp"), entry.id)
    for number, size in enumerate((MIB, 2 * MIB)):
        a_file(db, clock, a_source(tmp_path, random.Random(number).randbytes(size), f"{number}.bin"), entry.id)
    return Record(vault, clock, Selection((entry.id,), "kk", True, "Police"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


# ── Sticks ──────────────────────────────────────────────────────────────────────────────────────────────────────
def mounted(place: Path, *how: str) -> None:
    """Mount something there, or skip and say why not."""
    done = run("mount", *how, place)
    if done.returncode:
        pytest.skip("this story mounts a stick: " + done.stderr.decode("utf-8", "replace").strip().splitlines()[0])


def taken_out(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=True)


@pytest.fixture
def small_stick(place: Path) -> Iterator[Path]:
    """A file system of its own, as large as a copy of this record needs and a little more."""
    mounted(place, "-t", "tmpfs", "-o", "size=40m", "none")
    yield place
    run("umount", "-l", place)


@pytest.fixture
def worn_stick(place: Path, tmp_path: Path) -> Iterator[Path]:
    """A real file system whose medium takes no more behind its first megabyte: real failures from below."""
    needs("mkfs.ext2")
    medium = tmp_path / "medium"
    medium.mkdir()
    mounted(medium, "-t", "tmpfs", "-o", "size=1m", "none")
    image = medium / "stick.img"
    try:
        with image.open("wb") as file:
            file.truncate(48 * MIB)
        run("mkfs.ext2", "-q", "-F", image)
        mounted(place, "-o", "loop", str(image))
        yield place
        run("umount", "-l", place)
    finally:
        run("umount", "-l", medium)


@pytest.mark.parametrize("form", FORMS)
def test_a_stick_that_somebody_fills_meanwhile_is_left_as_it_was(
    record: Record, small_stick: Path, form: str
) -> None:
    hers = small_stick / "hers.bin"

    def fill(_part: float) -> None:
        if not hers.exists():
            free = shutil.disk_usage(small_stick).free
            hers.write_bytes(bytes(max(0, free - 200_000 if form != "pdf" else free)))

    error = record.refused(form, small_stick, errors.DiskFull, Watched(now=fill))
    assert hers.exists()
    # Said of that place and not of this computer's own disk.
    assert error.facts["reason"] == "room"
    assert int(error.facts["wanted"]) > int(error.facts["free"])


@pytest.mark.parametrize("form", FORMS)
def test_a_stick_without_room_is_refused_before_anything_is_written(record: Record, place: Path, form: str) -> None:
    mounted(place, "-t", "tmpfs", "-o", "size=100k", "none")
    try:
        error = record.refused(form, place, errors.DiskFull)
        assert error.facts["reason"] == "room"
        assert int(error.facts["wanted"]) > int(error.facts["free"])
    finally:
        taken_out(place)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("at", [0.0, 0.6])
def test_a_stick_taken_out_in_the_middle_leaves_nothing_that_looks_whole(
    record: Record, small_stick: Path, tmp_path: Path, form: str, at: float
) -> None:
    # A second way to the same stick: what still lies on it when it is put in again.
    again = tmp_path / "again"
    again.mkdir()
    subprocess.run(["mount", "--bind", str(small_stick), str(again)], check=True)
    out: list[float] = []

    def pull(part: float) -> None:
        if part >= at and not out:
            out.append(part)
            taken_out(small_stick)

    before = record.everything()
    try:
        with pytest.raises((errors.DiskFailing, errors.NoPermission, errors.FileVanished)) as caught:
            record.leaves(form, small_stick, Watched(now=pull))
        assert out
        assert record.everything() == before
        assert error_text(caught.value) is not None
        assert list(small_stick.iterdir()) == []
        for path in again.iterdir():
            assert PARTS.fullmatch(path.name), path.name
            assert not path.is_dir() or verify_bag(path).status == NOT_A_BAG
    finally:
        run("umount", "-l", again)


# One locked paper is so small that it lies on what still works.
@pytest.mark.parametrize("form", [form for form in FORMS if form != "pdf"])
def test_a_worn_stick_is_named_and_what_is_kept_stays_as_it_was(record: Record, worn_stick: Path, form: str) -> None:
    error = record.refused(form, worn_stick, errors.ComputerError)
    # What lies below a file system says either, and not at once.
    assert error.id in ("disk_failing", "disk_full")


def test_a_stick_of_the_old_kind_takes_a_copy_and_refuses_a_large_file_beforehand(
    record: Record, place: Path, tmp_path: Path
) -> None:
    needs("mkfs.vfat")
    image = tmp_path / "fat.img"
    with image.open("wb") as file:
        file.truncate(6 << 30)
    run("mkfs.vfat", "-F", "32", image)
    mounted(place, "-t", "vfat", "-o", "loop", str(image))
    try:
        assert volume.volume_of(place).shown_name == "FAT32"
        with pytest.raises(errors.DiskFull) as caught:
            stick.must_fit(place, [4 << 30])
        assert caught.value.facts["reason"] == "one_file"
        said = error_text(caught.value)
        assert said is not None
        assert "4" in said.sentence + said.hint
        made = record.leaves("stick", place)
        assert verify_bag(made).status == UNCHANGED
    finally:
        taken_out(place)


# ── Cancel ──────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_cancelled_at_any_look_nothing_is_left_and_nothing_changed(
    record: Record, place: Path, tmp_path: Path, form: str, data: st.DataObject
) -> None:
    looks = _looks(record, tmp_path / f"whole-{form}", form)
    at = data.draw(st.integers(0, looks - 1), label="look")
    job = Watched(at)
    try:
        record.refused(form, place, errors.Cancelled, job)
    except pytest.fail.Exception:
        # While a picture is drawn it is asked by the clock: this time the work was done before that look came.
        assert job.looked <= at
        _clear(place)


def _clear(place: Path) -> None:
    for path in list(place.iterdir()):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _looks(record: Record, folder: Path, form: str) -> int:
    """How often one that is finished asks; counted once."""
    counted = folder / "looks"
    if not folder.exists():
        folder.mkdir()
        job = Watched()
        record.leaves(form, folder, job)
        # That fixed what was written: there has to be something that can be changed by mistake.
        an_incident(record.vault.database, record.clock, "Written since")
        counted.write_text(str(job.looked))
    return int(counted.read_text())


# ── Killed ──────────────────────────────────────────────────────────────────────────────────────────────────────
# A process of its own and not a fork: in a fork of one that has set a page, the compiler stands still for ever.
AT_WORK = """
import pickle, sys
paths, work = pickle.load(sys.stdin.buffer)
sys.path[:] = paths
from test_handing_faults import open_and_hand_over
open_and_hand_over(*pickle.loads(work))
"""


def open_and_hand_over(data: Path, chosen: Selection, place: Path, form: str) -> None:
    """In the process that is killed: a line says that the store is open and the work begins."""
    vault = unlock_vault(vault_files(data), bytearray(STORE.encode()))
    print("open", flush=True)
    Record(vault, SystemClock(), chosen).leaves(form, place)


@contextlib.contextmanager
def at_work(*work: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process that hands over, as soon as it has begun."""
    with subprocess.Popen([sys.executable, "-c", AT_WORK], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(pickle.dumps((sys.path, pickle.dumps(work))))
        process.stdin.close()
        assert process.stdout.readline() == b"open\n"
        yield process


def killed(process: subprocess.Popen[bytes], after: float) -> bool:
    """Kill it after so many seconds; whether it was still at work."""
    time.sleep(after)
    ended = process.poll() is not None
    process.kill()
    return not ended


def look_after_kill(data: Path, place: Path) -> None:
    """Whatever has a finished name is whole; what the record tells of is there; the record itself is sound."""
    there = {path.name for path in place.iterdir()}
    for path in place.iterdir():
        if PARTS.fullmatch(path.name):
            # Only when all of it is there and its last name alone is missing may a check call it unchanged.
            assert not path.is_dir() or verify_bag(path).status != UNCHANGED or _is_all_there(path)
        elif path.suffix == ".zip":
            assert run(SEVEN_ZIP, "t", f"-p{PHRASE}", path).returncode == 0
        elif path.suffix == ".pdf":
            assert run("qpdf", f"--password={PHRASE}", "--check", path).returncode == 0
        elif path.suffix == ".dat":
            open_backup(path, bytearray(STORE.encode())).close()
            path.unlink()
        else:
            assert verify_bag(path).status == UNCHANGED
    vault = unlock_vault(vault_files(data), bytearray(STORE.encode()))
    try:
        assert {one.folder_name for one in releases.list_releases(vault.database)} <= there
        assert ledger.check(vault.database).ok
        assert vault.database.first_fault() is None
    finally:
        vault.close()


def _is_all_there(folder: Path) -> bool:
    names = ("1-START.pdf", "VERIFY.txt", "verify.html", "bagit.txt", "data/report.pdf", "data/chain.jsonl")
    return all((folder / name).is_file() for name in (*names, "data/0001.jpg", "data/0002.bin", "data/0003.bin"))


def kills(record: Record, tmp_path: Path, place: Path, form: str, times: int) -> None:
    needs("qpdf")
    needs_seven_zip()
    record.vault.close()
    work = functools.partial(at_work, tmp_path / "data", record.chosen, place, form)
    with work() as process:
        began = time.perf_counter()
        assert process.wait(120) == 0
        whole = time.perf_counter() - began
    assert any(place.iterdir()), "not killed, it hands over"
    chance, met = random.Random(f"{form}{times}"), 0
    for number in range(times):
        with work() as process:
            met += killed(process, whole * (number + chance.random()) / times)
        look_after_kill(tmp_path / "data", place)
    assert met


@pytest.mark.row("C-01")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("form", ["zip", "pdf", "stick", "backup"])
def test_killed_in_the_middle_no_form_leaves_half_of_it_under_a_finished_name(
    record: Record, tmp_path: Path, place: Path, form: str, tries: Tries
) -> None:
    kills(record, tmp_path, place, form, tries.of(100, daily=4))
