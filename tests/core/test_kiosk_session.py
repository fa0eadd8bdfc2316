"""A kiosk's session: what is on the disk is noise from its first byte, and nothing opens it once the process is gone.

Lost without it: the next resident, or whoever carries the computer away, reads what the last one wrote.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builders import an_incident

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.records import incidents
from safeplan.vault.container import create_vault, unlock_with_typed
from safeplan.vault.session import begin_session, end_session, sweep_session

ROOT = Path(__file__).resolve().parents[2]
MARKER = "kettle-and-harbour"


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "data").session


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_can_be_read_until_the_end_and_then_nothing_is_left(files, clock) -> None:
    vault = begin_session(files, clock)
    kept = an_incident(vault.database, clock, MARKER)
    assert incidents.incident(vault.database, kept.id).latest.form.text == MARKER
    assert end_session(vault)
    assert not files.folder.exists()


def test_after_a_power_cut_the_folder_is_noise_and_nothing_opens_it(files, clock, tmp_path) -> None:
    """The whole process is killed in the middle of writing; then somebody searches the raw bytes, and tries."""
    script = f"""
import os, sys
from pathlib import Path
sys.path.insert(0, "tests")
from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.vault.session import begin_session
from builders import an_incident
clock = SystemClock()
vault = begin_session(VaultFiles(Path({str(tmp_path / "data")!r})).session, clock)
for number in range(10_000):
    an_incident(vault.database, clock, "{MARKER} " * 50)
    print(number, flush=True)
"""
    child = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    for _ in range(5):
        child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    left = everything_below(files.folder)
    assert len(left) > 16_384, "something must have been written, or nothing was shown"
    for form in (MARKER, MARKER.upper(), MARKER.encode("utf-16-le").decode("latin-1")):
        assert form.encode("latin-1") not in left
    assert b"SQLite format" not in left
    with pytest.raises(errors.SafePlanError):
        unlock_with_typed(files, bytearray(b"lamp river bread seven"))
    following = begin_session(files, clock)
    assert incidents.list_incidents(following.database) == ()
    end_session(following)


def test_a_control_finds_the_marker_where_it_is_not_hidden(files, clock) -> None:
    vault = begin_session(files, clock)
    (files.folder / "note.txt").write_text(MARKER)
    assert MARKER.encode() in everything_below(files.folder)
    (files.folder / "note.txt").unlink()
    end_session(vault)


def test_two_sessions_share_no_key(files, clock) -> None:
    pages = []
    for _ in range(2):
        vault = begin_session(files, clock)
        an_incident(vault.database, clock, MARKER)
        pages.append(files.data.read_bytes())
        end_session(vault)
    first, second = pages
    same = sum(a == b for a, b in zip(first, second, strict=False)) / min(len(first), len(second))
    assert same < 0.01


def test_a_store_with_a_key_file_is_never_swept(tmp_path, clock) -> None:
    files = VaultFiles(tmp_path / "data")
    create_vault(files, bytearray(b"lamp river bread seven"), profile=0).close()
    for act in (lambda: sweep_session(files), lambda: begin_session(files, clock)):
        with pytest.raises(errors.VaultExists):
            act()
    unlock_with_typed(files, bytearray(b"lamp river bread seven")).close()
