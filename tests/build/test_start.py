"""The built program as a person meets it: it starts, opens what the source version made, hides, leaves nothing.

Lost without it: a program that works on the computer of whoever built it, and nowhere else.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from household import SECRET, come_in, files_in, make_store, unlock, wait_for_calculator
from screen import Screen, wait_until
from starting import Start, end
from test_verify import make_bag

from safeplan.errors import VaultInUse
from safeplan.paths import NEUTRAL_NAME, PORTABLE_MARK, VaultFiles
from safeplan.vault.container import create_vault, unlock_vault
from ui import messages, processes, viewer
from ui.roles import role_message
from ui.viewer import decode_blocking

PASSPHRASE = b"lamp river bread seven"
FILES = Path(__file__).resolve().parents[1] / "data" / "files"
SHOWN = {
    "turned.jpg": "image/jpeg", "plain.png": "image/png", "plain.gif": "image/gif", "plain.bmp": "image/bmp",
    "plain.tiff": "image/tiff", "plain.webp": "image/webp", "plain.heic": "image/heic",
    "three_pages.pdf": "application/pdf",
}  # fmt: skip


def is_open(files: VaultFiles) -> bool:
    """Whether somebody else has the store open: the source version asks, and leaves it as it was."""
    try:
        unlock_vault(files, bytearray(PASSPHRASE)).close()
    except VaultInUse:
        return True
    return False


def everything_below(place: Path) -> set[str]:
    return {str(path) for path in place.rglob("*") if not path.is_dir()}


def said(process: subprocess.Popen[bytes]) -> bytes:
    """What it has written to the terminal so far."""
    heard = b""
    for stream in (process.stdout, process.stderr):
        assert isinstance(stream, io.BufferedReader)
        os.set_blocking(stream.fileno(), False)
        heard += stream.read() or b""
    return heard


# ── without a screen ────────────────────────────────────────────────────────────────────────────────────────────
def run(folder: Path, environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [folder / folder.name, *map(str, arguments)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_checks_a_folder_that_was_handed_over(
    folder: Path, clean_environment: dict[str, str], tmp_path: Path
) -> None:
    """A recipient has only this program and the folder, and no screen is needed."""
    bag = make_bag(tmp_path / "bag")
    before = everything_below(tmp_path)
    checked = run(folder, clean_environment, "verify", bag, "--lang", "kk")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert re.search("[әіңғүұқөһ]", checked.stdout)
    (bag / "data" / "0002.txt").write_text("басқа мәтін\n", encoding="utf-8")
    changed = run(folder, clean_environment, "verify", bag)
    assert changed.returncode not in (0, checked.returncode)
    assert "0002.txt" in changed.stdout
    assert changed.stderr == ""
    assert everything_below(tmp_path) == before, "checking writes nothing"


@pytest.fixture
def built_children(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the windows start is the built program; the callers are the same functions."""
    monkeypatch.setattr(processes, "command", lambda: [str(folder / folder.name)])
    return


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_its_viewer_shows_every_kind(name: str, built_children: None) -> None:
    """The third role of the one program file: decoders, and all they need, are loaded before the cage closes."""
    request = viewer.pdf_page(2, 300, 300) if name.endswith(".pdf") else viewer.picture(300, 300)
    shown = decode_blocking(SHOWN[name], (FILES / name).read_bytes(), request)
    assert shown.width > 100
    assert len({shown.rgba[at : at + 4] for at in range(0, len(shown.rgba), 4)}) > 1


def test_it_starts_itself_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A child's command line is the program file and nothing else: a task list shows three alike."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(folder / NEUTRAL_NAME))
    assert processes.command() == [str(folder / NEUTRAL_NAME)]


def test_an_unexpected_end_says_nothing(folder: Path, clean_environment: dict[str, str]) -> None:
    """A role that cannot be read ends the process: no traceback, no name of a module, no window of the bootloader."""
    done = subprocess.run(
        [folder / folder.name],
        env=clean_environment,
        input=role_message(messages.VAULT_ROLE + b"junk"),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (70, b"", b"")


# ── on a screen ─────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.screen
def test_it_opens_a_store_of_the_source_version_and_hides(
    screen: Screen, start: Start, her_home: Path, folder: Path
) -> None:
    """From the calculator to her notes and back, with nothing said and nothing left behind."""
    files = make_store(her_home)
    program_folder = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with start(screen) as process:
        window = wait_for_calculator(screen)
        properties = screen.properties(window)
        assert screen.windows()[window] == "Calculator"
        (name_and_class,) = re.findall(r"WM_CLASS\(STRING\) = (.*)", properties)
        assert re.fullmatch(r'"(\w+)", "(\w+)"', name_and_class)
        assert not re.search(r"safe|plan|python|pyinstaller", properties, re.IGNORECASE)
        assert not is_open(files)

        child = come_in(screen, process)
        for living in (process.pid, child):
            assert Path(f"/proc/{living}/comm").read_text().strip() == NEUTRAL_NAME
        unlock(screen)
        wait_until(lambda: is_open(files), 20, "the store to be open")
        assert screen.shows(SECRET)

        screen.shift_three_times()
        wait_until(lambda: not screen.shows(SECRET), 2, "an innocent screen")
        wait_until(lambda: not Path(f"/proc/{child}").exists(), 2, "the end of the other process")
        assert list(screen.windows().values()) == ["Calculator"]
        assert not is_open(files)
        assert process.poll() is None
        assert said(process) == b""
    left = everything_below(her_home.parent)
    allowed = {str(path) for path in files.all()}
    assert left <= allowed, sorted(left - allowed)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == program_folder


@pytest.mark.screen
def test_its_window_stands_within_two_seconds(
    screen: Screen, start: Start, her_home: Path, record_property: Callable[[str, Any], None]
) -> None:
    make_store(her_home)
    with start(screen):
        began = time.perf_counter()
        wait_until(lambda: len(screen.windows()) == 1, 20, "the everyday program's window")
        seconds = time.perf_counter() - began
    record_property("seconds", round(seconds, 2))
    assert seconds < 2


@pytest.mark.screen
@pytest.mark.parametrize("called", ["by its place", "by its bare name", "by a link"])
def test_on_a_stick_it_keeps_everything_on_the_stick(
    called: str, screen: Screen, clean_environment: dict[str, str], her_home: Path, folder: Path, tmp_path: Path
) -> None:
    """Beside a file called "portable" all processes of the program use the folder "data", however it was called."""
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy2(folder / NEUTRAL_NAME, stick)
    (stick / "lib").symlink_to(folder / "lib")
    (stick / PORTABLE_MARK).touch()
    (tmp_path / "link").symlink_to(stick / NEUTRAL_NAME)
    command = {"by its place": stick / NEUTRAL_NAME, "by its bare name": NEUTRAL_NAME, "by a link": tmp_path / "link"}
    files = VaultFiles(stick / "data")
    create_vault(files, bytearray(PASSPHRASE), profile=0).close()
    process = subprocess.Popen(
        ["/usr/bin/env", str(command[called])],
        cwd=her_home.parent,
        env=clean_environment | {"DISPLAY": screen.display, "PATH": f"{stick}:/usr/bin:/bin"},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for_calculator(screen)
        come_in(screen, process)
        unlock(screen)
        wait_until(lambda: is_open(files), 20, "the store on the stick to be open")
    finally:
        end(process)
    assert everything_below(her_home.parent) == set()


@pytest.mark.screen
def test_a_first_start_makes_nothing_outside_the_data_folder(screen: Screen, start: Start, her_home: Path) -> None:
    """No store and no settings: the welcome stands, and nothing has been kept yet."""
    with start(screen) as process:
        wait_until(lambda: screen.shows(SECRET), 30, "the welcome")
        assert list(screen.windows().values()) == ["Calculator"]
        assert said(process) == b""
    assert everything_below(her_home.parent) <= {str(path) for path in files_in(her_home).all()}
