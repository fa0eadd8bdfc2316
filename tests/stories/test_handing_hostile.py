"""Folders that a stranger prepared, given to the check and to taking in: nothing outside is read, nothing written.

Lost without it: she looks whether a folder is unchanged, and the folder looks at her computer.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable
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
from ui import backup_work
from ui.background import Job, Session
from ui.hand_over_work import hand_over

BAIT = "bait-of-this-computer.txt"
ZEROS = "0" * 64
NAMES = 32_000


@pytest.fixture
def sent(tmp_path: Path, clock: Any) -> Path:
    """A folder as the program makes it, from somebody else's record; beside it a file of this computer."""
    other = create_vault(vault_files(tmp_path / "other"), bytearray(b"another phrase of words"), profile=0)
    entry = an_incident(other.database, clock, "Told me about the threshold")
    a_file(other.database, clock, a_source(tmp_path, _bomb(), "bomb.zip"), entry.id)
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / BAIT).write_text("of this computer")
    session, job = Session(other.files, clock, other), Job(0, lambda *_: None)
    made = hand_over(session, job, selection=Selection((entry.id,), "en", True), folder=tmp_path / "post")
    other.close()
    return Path(made.folder)


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


def more_names_than_anybody_has(folder: Path) -> None:
    for number in range(NAMES):
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
    more_names_than_anybody_has,
    a_list_as_large_as_a_film,
]
plain_name = pytest.mark.parametrize("prepare", HOSTILE, ids=lambda one: one.__name__)


def traced(folder: Path, report: Path) -> tuple[int, str, list[Call]]:
    """The check as a stranger starts it, with every file and socket noted."""
    done = subprocess.run(
        [*command(report), sys.executable, "-B", "-m", "ui", "verify", str(folder), "--lang", "en"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL, timeout=90,
    )  # fmt: skip
    return done.returncode, done.stdout, read_calls(report.read_text(encoding="utf-8", errors="replace"))


@plain_name
def test_the_check_reads_nothing_outside_the_folder_and_writes_nothing_anywhere(
    sent: Path, tmp_path: Path, prepare: Callable[[Path], None]
) -> None:
    needs_strace()
    prepare(sent)
    code, told, calls = traced(sent, tmp_path / "calls.txt")
    assert code == CHANGED, told
    assert written_places(calls) == set()
    assert [call for call in calls if call.name == "socket"] == []
    opened = [call.arguments for call in calls if call.name.startswith("open")]
    assert any(verify.TAG_MANIFEST in one or "bagit.txt" in one for one in opened)
    for place in (BAIT, "elsewhere", "list.txt", "/dev/zero", "/dev/stdin"):
        assert not [one for one in opened if place in one], place
    # What is said has a few lines, whatever is wrong, and no letter that steers a screen.
    assert len(told.splitlines()) < 60
    assert all(one.isprintable() for one in told.splitlines())


def test_the_eye_sees_a_folder_that_is_read(sent: Path, tmp_path: Path) -> None:
    needs_strace()
    code, told, calls = traced(sent, tmp_path / "calls.txt")
    assert (code, told.splitlines()[0]) == (UNCHANGED, "Files unchanged.")
    opened = "\n".join(call.arguments for call in calls if call.name.startswith("open"))
    for path in sent.rglob("*"):
        assert not path.is_file() or path.name in opened, path.name


@plain_name
def test_taking_in_refuses_it_by_name_and_nothing_is_different_afterwards(
    sent: Path, vault: Any, clock: Any, tmp_path: Path, prepare: Callable[[Path], None]
) -> None:
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
