"""Folders that a stranger prepared, given to the check and to taking in: nothing outside is read, nothing written.

Lost without it: she looks whether a folder is unchanged, and the folder looks at her computer.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from screen import ROOT
from traces import Call, command, needs_strace, read_calls, written_places

from safeplan import errors
from safeplan.handover import verify
from safeplan.handover.selection import Selection
from safeplan.handover.verify import CHANGED, UNCHANGED, verify_bag
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents
from safeplan.vault.container import create_vault
from tests.builders import a_file, a_source, an_incident
from tests.campaign.selecting import Tries
from tests.conftest import MovableClock
from ui import backup_work
from ui.background import Job, Session
from ui.hand_over_work import hand_over

BAIT = "bait-of-this-computer.txt"
ZEROS = "0" * 64


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the program makes it, from somebody else's record; beside it a file of this computer."""
    place, clock = tmp_path_factory.mktemp("made"), MovableClock(datetime(2026, 3, 2, 18, 40, tzinfo=UTC))
    other = create_vault(vault_files(place / "other"), bytearray(b"another phrase of words"), profile=0)
    entry = an_incident(other.database, clock, "Told me about the threshold")
    a_file(other.database, clock, a_source(place, _bomb(), "bomb.zip"), entry.id)
    (place / "post").mkdir()
    (place / "post" / BAIT).write_text("of this computer")
    session, job = Session(other.files, clock, other), Job(0, lambda *_: None)
    handed = hand_over(session, job, selection=Selection((entry.id,), "en", True), folder=place / "post")
    other.close()
    return Path(handed.folder)


@pytest.fixture
def sent(made: Path, tmp_path: Path) -> Path:
    """A copy of it for each test to spoil."""
    return Path(shutil.copytree(made.parent, tmp_path / "post") / made.name)


@functools.cache
def _bomb() -> bytes:
    """Three boxes in one another, the last of 60 MB of nothing, in a few kilobytes."""
    content = bytes(60 << 20)
    for name in ("../../data/zeros.bin", "inner.zip", "outer.zip"):
        box = io.BytesIO()
        with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
            made.writestr(name, content)
        content = box.getvalue()
    assert len(content) < 20_000
    return content


def listed(folder: Path, line: str, name: str = verify.MANIFEST) -> None:
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")


def outside_by_dots(folder: Path) -> None:
    digest = hashlib.sha256((folder.parent / BAIT).read_bytes()).hexdigest()
    listed(folder, f"{digest}  ../{BAIT}")
    listed(folder, f"{digest}  data/../../{BAIT}")
    listed(folder, f"{digest}  data/%2e%2e/%2e%2e/{BAIT}")


def outside_by_a_whole_path(folder: Path) -> None:
    digest = hashlib.sha256((folder.parent / BAIT).read_bytes()).hexdigest()
    for path in (str(folder.parent / BAIT), f"~/{BAIT}", f"C:\\{BAIT}", f"\\\\server\\{BAIT}", f"file:{BAIT}"):
        listed(folder, f"{digest}  {path}")


def a_link_in_the_place_of_a_file(folder: Path) -> None:
    (folder / "data/0001.zip").unlink()
    (folder / "data/0001.zip").symlink_to(folder.parent / BAIT)


def a_link_in_the_place_of_the_payload(folder: Path) -> None:
    (folder / "data").rename(folder.parent / "elsewhere")
    (folder / "data").symlink_to(folder.parent / "elsewhere")


def a_list_that_is_a_link(folder: Path) -> None:
    (folder / verify.MANIFEST).rename(folder.parent / "list.txt")
    (folder / verify.MANIFEST).symlink_to(folder.parent / BAIT)


def lines_to_fetch(folder: Path) -> None:
    (folder / "fetch.txt").write_text(
        f"file://{folder.parent / BAIT} - data/fetched.txt\nhttp://127.0.0.1:9/x 5 data/other.txt\n"
    )
    listed(folder, f"{ZEROS}  data/fetched.txt")
    listed(folder, f"{ZEROS}  data/other.txt")


def names_that_are_devices(folder: Path) -> None:
    for name in ("data/CON", "data/nul.txt", "data/a:b", "data/x.", "data/x ", "/dev/stdin", "/dev/zero"):
        listed(folder, f"{ZEROS}  {name}")
    os.mkfifo(folder / "data" / "0003.txt")


def twins_in_two_spellings(folder: Path) -> None:
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "data/йод.txt")
        (folder / name).write_bytes(b"twin")
        listed(folder, f"{hashlib.sha256(b'twin').hexdigest()}  {name}")


def twins_that_windows_takes_for_one(folder: Path) -> None:
    for name in ("data/Letter.txt", "data/letter.TXT"):
        (folder / name).write_bytes(b"twin")
        listed(folder, f"{hashlib.sha256(b'twin').hexdigest()}  {name}")


def a_second_name_of_a_file_elsewhere(folder: Path) -> None:
    (folder / "data/0009.txt").hardlink_to(folder.parent / BAIT)


def a_name_of_thirty_two_thousand_letters(folder: Path) -> None:
    for end in ("", "/../" + BAIT, "/x" * 16_000):
        listed(folder, f"{ZEROS}  data/{'n' * 32_768}{end}")


def a_list_that_is_missing(folder: Path) -> None:
    (folder / verify.MANIFEST).unlink()


def a_list_with_other_sums(folder: Path) -> None:
    path = folder / verify.MANIFEST
    path.write_text(re.sub("^[0-9a-f]{8}", "0" * 8, path.read_text(), flags=re.MULTILINE))


def a_file_that_no_list_names(folder: Path) -> None:
    (folder / "data" / "also.txt").write_text("slipped in")
    (folder / "autorun.inf").write_text("[autorun]\nopen=also.exe\n")


def more_names_than_anybody_has(folder: Path, names: int = 1000) -> None:
    for number in range(names):
        (folder / "data" / f"{number:08d}.bin").touch()


def a_list_as_large_as_a_film(folder: Path) -> None:
    with (folder / verify.MANIFEST).open("r+b") as stream:
        stream.truncate(200 << 20)


HOSTILE: list[Callable[[Path], None]] = [
    outside_by_dots,
    outside_by_a_whole_path,
    a_link_in_the_place_of_a_file,
    a_link_in_the_place_of_the_payload,
    a_list_that_is_a_link,
    lines_to_fetch,
    names_that_are_devices,
    twins_in_two_spellings,
    twins_that_windows_takes_for_one,
    a_second_name_of_a_file_elsewhere,
    a_name_of_thirty_two_thousand_letters,
    a_list_that_is_missing,
    a_list_with_other_sums,
    a_file_that_no_list_names,
    more_names_than_anybody_has,
    a_list_as_large_as_a_film,
]
THIRTY_TWO_THOUSAND = functools.partial(more_names_than_anybody_has, names=32_000)
plain_name = pytest.mark.parametrize(
    "prepare",
    [*HOSTILE, pytest.param(THIRTY_TWO_THOUSAND, marks=pytest.mark.campaign)],
    ids=lambda one: getattr(one, "__name__", "thirty two thousand names"),
)


CHECK = (sys.executable, "-B", "-m", "ui", "verify")
# What a careless check would do: it goes where a list leads.
CARELESS = (
    *(sys.executable, "-B", "-c"),
    "import pathlib, sys\nf = pathlib.Path(sys.argv[1])\n"
    "lines = (f / 'manifest-sha256.txt').read_text().splitlines()\n"
    "[(f / line.split('  ')[1]).resolve().open() for line in lines[-3:-1]]",
)


def traced(folder: Path, report: Path, program: Sequence[str] = CHECK) -> tuple[int, str, list[Call]]:
    """The check as a stranger starts it, with every file and socket noted."""
    done = subprocess.run(
        [*command(report), *program, str(folder), "--lang", "en"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL, timeout=90,
    )  # fmt: skip
    return done.returncode, done.stdout, read_calls(report.read_text(encoding="utf-8", errors="replace"))


def stays_inside(calls: list[Call]) -> None:
    """Nothing is written anywhere, no socket made, nothing opened that lies outside the folder."""
    assert written_places(calls) == set()
    assert [call for call in calls if call.name == "socket"] == []
    opened = [call.arguments for call in calls if call.name.startswith("open")]
    for place in (BAIT, "elsewhere", "list.txt", "/dev/zero", "/dev/stdin"):
        assert not [one for one in opened if place in one], place


@plain_name
@pytest.mark.row("H-04")
def test_the_check_reads_nothing_outside_the_folder_and_writes_nothing_anywhere(
    sent: Path, tmp_path: Path, prepare: Callable[[Path], None], tries: Tries
) -> None:
    needs_strace()
    tries.made(1)
    prepare(sent)
    code, told, calls = traced(sent, tmp_path / "calls.txt")
    assert code == CHANGED, told
    stays_inside(calls)
    opened = [call.arguments for call in calls if call.name.startswith("open")]
    assert any(verify.TAG_MANIFEST in one or "bagit.txt" in one for one in opened)
    # What is said has a few lines, whatever is wrong, and no letter that steers a screen.
    assert len(told.splitlines()) < 60
    assert all(one.isprintable() for one in told.splitlines())


@pytest.mark.row("H-04", control=True)
def test_the_eye_sees_a_check_that_goes_where_a_list_leads(sent: Path, tmp_path: Path) -> None:
    needs_strace()
    outside_by_dots(sent)
    code, _, calls = traced(sent, tmp_path / "calls.txt", CARELESS)
    assert code == 0
    with pytest.raises(AssertionError, match="bait"):
        stays_inside(calls)


def test_the_eye_sees_a_folder_that_is_read(sent: Path, tmp_path: Path) -> None:
    needs_strace()
    code, told, calls = traced(sent, tmp_path / "calls.txt")
    assert (code, told.splitlines()[0]) == (UNCHANGED, "Files unchanged.")
    opened = "\n".join(call.arguments for call in calls if call.name.startswith("open"))
    for path in sent.rglob("*"):
        assert not path.is_file() or path.name in opened, path.name


@plain_name
@pytest.mark.row("H-04")
def test_taking_in_refuses_it_by_name_and_nothing_is_different_afterwards(
    sent: Path, vault: Any, clock: Any, tmp_path: Path, prepare: Callable[[Path], None], tries: Tries
) -> None:
    tries.made(1)
    an_incident(vault.database, clock, "Hers")
    prepare(sent)
    before, around = _rows(vault.database), sorted(str(path) for path in tmp_path.rglob("*"))
    began = time.monotonic()
    session, held = Session(vault.files, clock, vault), backup_work.Held()
    with pytest.raises((errors.FileUnreadable, errors.RecordDamaged)) as refused:
        backup_work.look_at_folder(session, Job(0, lambda *_: None), held=held, folder=sent)
    assert refused.value.facts["reason"]
    assert time.monotonic() - began < 30
    assert _rows(vault.database) == before
    assert sorted(str(path) for path in tmp_path.rglob("*")) == around


def test_boxes_in_boxes_are_kept_as_the_bytes_they_are(sent: Path, vault: Any, clock: Any) -> None:
    """Never opened: not by the check, not by taking in, not when it is handed over again."""
    assert verify_bag(sent).status == UNCHANGED
    session, job, held = Session(vault.files, clock, vault), Job(0, lambda *_: None), backup_work.Held()
    backup_work.look_at_folder(session, job, held=held, folder=sent)
    taken = backup_work.take_in(session, job, held=held, also_removed=False)
    (entry,) = (incidents.incident(vault.database, one) for one in taken.added)
    (file,) = entry.attachments
    assert attachments.read_all(vault.database, file.id) == _bomb()
    assert vault.files.data.stat().st_size < 8 << 20
    again = hand_over(session, job, selection=Selection((entry.id,), "kk", True), folder=sent.parent)
    assert (again.folder / "data/0001.zip").read_bytes() == _bomb()
    assert again.release.size < 2 << 20


def _rows(db: Any) -> list[Any]:
    names = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return [(name, sorted(db.rows(f"SELECT * FROM {name}"), key=repr)) for name in names]
