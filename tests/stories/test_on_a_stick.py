"""The program on a stick, in a house where it was never installed: the profile of that computer stays empty.

The folder is laid out as the built one; a launcher stands for the program file and says that it is built.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from household import PASSPHRASE, SECRET, come_in, gone, unlock, wait_for_calculator
from open_files import held_by
from screen import Screen, children, wait_until

from safeplan.clock import SystemClock
from safeplan.content.resources import ARCHIVE_NAME, pack_resources
from safeplan.errors import VaultInUse
from safeplan.paths import NEUTRAL_NAME, PORTABLE_MARK, VaultFiles
from safeplan.records import incidents
from safeplan.records.incident_form import IncidentForm
from safeplan.vault.container import create_vault, unlock_vault

pytestmark = pytest.mark.screen

ROOT = Path(__file__).resolve().parents[2]
# What a built program sets before its own first line, and nothing else.
LAUNCHER = """#!{python}
import sys
sys.path.insert(0, {root!r})
sys.frozen, sys.executable, sys._MEIPASS = True, {program!r}, {stick!r}
from ui.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with the program's folder, and a store that she made earlier."""
    place = tmp_path / "stick"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128m", "none", str(place)], capture_output=True, check=False
    )
    program = place / NEUTRAL_NAME
    program.write_text(LAUNCHER.format(python=sys.executable, root=str(ROOT), program=str(program), stick=str(place)))
    program.chmod(0o755)
    (place / ARCHIVE_NAME).write_bytes(pack_resources(ROOT / "resources"))
    (place / PORTABLE_MARK).touch()
    vault = create_vault(VaultFiles(place / "data"), bytearray(PASSPHRASE.encode()), profile=0)
    incidents.add_incident(vault.database, SystemClock(), IncidentForm("the lamp fell at night"))
    vault.close()
    yield place
    if not mounted.returncode:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


@pytest.fixture
def profile(tmp_path: Path) -> dict[str, str]:
    """A strange computer's account: every place where a program might like to leave something."""
    (tmp_path / "profile").mkdir()
    environment = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    for name, place in (
        ("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run"), ("XDG_CACHE_HOME", "cache"),
        ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"),
    ):  # fmt: skip
        (tmp_path / "profile" / place).mkdir(mode=0o700)
        environment[name] = str(tmp_path / "profile" / place)
    return environment


@pytest.fixture
def started(stick: Path, profile: dict[str, str], screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [stick / NEUTRAL_NAME],
        cwd=profile["HOME"],
        env=profile | {"DISPLAY": screen.display},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield process
    for one in (*children(process.pid), process.pid):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    process.wait()


def is_open(files: VaultFiles) -> bool:
    try:
        unlock_vault(files, bytearray(PASSPHRASE.encode())).close()
    except VaultInUse:
        return True
    return False


def test_a_whole_evening_leaves_nothing_in_the_profile(
    screen: Screen, stick: Path, profile: dict[str, str], started: subprocess.Popen[bytes]
) -> None:
    """In, open, hide: the store on the stick was used, and the account of that computer holds no file more."""
    files = VaultFiles(stick / "data")
    wait_for_calculator(screen)
    child = come_in(screen, started)
    unlock(screen)
    wait_until(lambda: is_open(files), 30, "the store on the stick to be open")
    assert screen.shows(SECRET)
    screen.shift_three_times()
    wait_until(lambda: gone(child), 5, "the end of the other process")
    assert not is_open(files)
    left = [path for path in Path(profile["HOME"]).parent.rglob("*") if not path.is_dir()]
    assert left == []
    there = {path for path in stick.rglob("*") if path.is_file()}
    allowed = {*files.all(), *(stick / name for name in (NEUTRAL_NAME, PORTABLE_MARK, ARCHIVE_NAME))}
    assert there <= allowed, sorted(there - allowed)


@pytest.mark.row("C-07")
def test_with_its_switch_closed_it_opens_to_be_read(
    screen: Screen, stick: Path, profile: dict[str, str], request: pytest.FixtureRequest
) -> None:
    """Nothing can be written anywhere: the everyday program stands, her notes open, hiding works, no file changes."""
    closed = subprocess.run(["mount", "-o", "remount,ro", str(stick)], capture_output=True, check=False)
    if closed.returncode:
        pytest.skip("nothing can be mounted here")
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    process = request.getfixturevalue("started")
    wait_for_calculator(screen)
    child = come_in(screen, process)
    unlock(screen)
    data = VaultFiles(stick / "data").data
    wait_until(lambda: str(data) in held_by(child), 30, "the store on the stick to be open")
    assert screen.shows(SECRET)
    screen.shift_three_times()
    wait_until(lambda: gone(child), 5, "the end of the other process")
    assert list(screen.windows().values()) == ["Calculator"]
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before
    assert [path for path in Path(profile["HOME"]).parent.rglob("*") if not path.is_dir()] == []


@pytest.mark.row("C-07")
def test_pulled_out_while_it_is_open_it_still_hides_and_leaves_nothing_elsewhere(
    screen: Screen, stick: Path, profile: dict[str, str], started: subprocess.Popen[bytes]
) -> None:
    """The one thing that must not need the stick any more is the way out."""
    wait_for_calculator(screen)
    child = come_in(screen, started)
    unlock(screen)
    wait_until(lambda: str(VaultFiles(stick / "data").data) in held_by(child), 30, "the store to be open")
    if subprocess.run(["umount", "-l", str(stick)], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    screen.type("written too late")
    screen.shift_three_times()
    wait_until(lambda: gone(child), 5, "the end of the other process")
    wait_until(lambda: not screen.shows(SECRET), 2, "an innocent screen")
    assert list(stick.iterdir()) == [], "nothing lands on the computer's own disk, where the stick stood"
    assert [path for path in Path(profile["HOME"]).parent.rglob("*") if not path.is_dir()] == []
