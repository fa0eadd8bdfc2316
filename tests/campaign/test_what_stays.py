"""Started, used, hidden, and its folder deleted: what is left on the computer is the list in docs/threat-model.md.

Lost without it: a sentence about what stays that was true of the program a year ago. Both ways to have it are tried:
the built folder, and `make run` in a source tree. The home is searched, and everything a program may leave in /tmp.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.campaign.selecting import Tries
from tests.campaign.test_offline_install import ROOT, copy_of_the_tree, wheels
from tests.campaign.test_same_build import build, source

sys.path.insert(0, str(ROOT / "tests" / "stories"))
import screen as eyes_and_hands
from household import PASSPHRASE, SECRET, WAY_IN, files_in, make_store, wait_for_calculator
from screen import Screen, wait_until

from safeplan.errors import VaultInUse
from safeplan.paths import NEUTRAL_NAME
from safeplan.vault.container import unlock_vault

__all__ = ["source", "wheels"]
pytestmark = [pytest.mark.campaign, pytest.mark.screen, pytest.mark.timeout(1200)]
# The places a person's programs write to without being asked.
PLACES = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}


def documented(way: str) -> list[str]:
    """The patterns that docs/threat-model.md lists for "built" or "source", with ~ for the home."""
    text = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    (part,) = re.findall(
        r"^## What stays when its folder is deleted\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    rows = [line.split("|")[1:4] for line in part.splitlines() if line.startswith("| `")]
    return [one for place, _, ways in rows if way in ways for one in re.findall("`([^`]+)`", place)]


def undocumented(person: Path, way: str) -> set[str]:
    """Files below a person's places that no pattern of the document covers."""
    patterns = documented(way)
    left = set()
    for path in person.rglob("*"):
        name = path.relative_to(person).as_posix()
        if not path.is_dir():
            name = "~/" + name.removeprefix("home/") if name.startswith("home/") else name
            if not any(fnmatch(name, pattern) for pattern in patterns):
                left.add(name)
    return left


@pytest.fixture
def person(tmp_path: Path) -> Path:
    place = tmp_path / "person"
    for name in PLACES.values():
        (place / name).mkdir(parents=True, mode=0o700)
    return place


@pytest.fixture
def screen() -> Iterator[Screen]:
    if missing := eyes_and_hands.missing_tools():
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    with eyes_and_hands.virtual_screen() as found:
        yield found


def surroundings(person: Path) -> dict[str, str]:
    # Tools of a developer that lie elsewhere (rustup, asked by pip) make files of their own.
    kept = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}
    return kept | {variable: str(person / name) for variable, name in PLACES.items()}


@contextmanager
def running(command: list[str], folder: Path, person: Path, screen: Screen) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=folder, env=surroundings(person) | {"DISPLAY": screen.display},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def used(command: list[str], folder: Path, person: Path, screen: Screen) -> None:
    """Opened, something looked at, hidden."""
    files = make_store(person / "home")
    with running(command, folder, person, screen):
        wait_for_calculator(screen)
        screen.type(WAY_IN)
        screen.key("Return")
        wait_until(lambda: screen.shows(SECRET), 30, "the page behind the everyday program")
        screen.type(PASSPHRASE)
        screen.key("Return")

        def is_open() -> bool:
            try:
                unlock_vault(files, bytearray(PASSPHRASE.encode())).close()
            except VaultInUse:
                return True
            return False

        wait_until(is_open, 30, "her notes")
        screen.shift_three_times()
        wait_until(lambda: not screen.shows(SECRET), 5, "an innocent screen")
        wait_until(lambda: not is_open(), 5, "the end of the other process")


@pytest.mark.row("F-15")
def test_of_the_built_folder_the_documented_files_stay(
    person: Path, screen: Screen, source: Path, tmp_path: Path, tries: Tries
) -> None:
    tries.made(1)
    place = person / "home" / NEUTRAL_NAME
    shutil.copytree(build(source, tmp_path / "built", "0") / NEUTRAL_NAME, place, symlinks=True)
    used([str(place / NEUTRAL_NAME)], person / "home", person, screen)
    shutil.rmtree(place)
    assert undocumented(person, "built") == set()
    assert files_in(person / "home").data.is_file()


@pytest.mark.row("F-15")
def test_of_a_source_tree_the_documented_files_stay(person: Path, screen: Screen, wheels: Path, tries: Tries) -> None:
    tries.made(1)
    tree = person / "home" / "tree"
    copy_of_the_tree(tree)
    python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    command = ["make", "install-offline", f"WHEELS={wheels}", f"PYTHON={python}"]
    installed = subprocess.run(
        command, cwd=tree, env=surroundings(person), capture_output=True, text=True, check=False
    )
    assert installed.returncode == 0, installed.stderr[-2000:]
    used(["make", "run"], tree, person, screen)
    shutil.rmtree(tree)
    assert undocumented(person, "source") == set()


@pytest.mark.row("F-15", control=True)
@pytest.mark.parametrize("planted", ["home/.config/QtProject.conf", "home/.cache/thumbnails/a.png", "tmp/a", "run/a"])
def test_a_file_that_is_not_on_the_list_is_found(person: Path, planted: str) -> None:
    listed = files_in(person / "home")
    listed.folder.mkdir(parents=True)
    listed.data.write_bytes(b"")
    assert undocumented(person, "built") == set()
    (person / planted).parent.mkdir(parents=True, exist_ok=True)
    (person / planted).write_bytes(b"")
    assert undocumented(person, "built") == {planted.replace("home/", "~/", 1)}


def test_the_document_lists_the_stores_own_files() -> None:
    """Whatever the store may consist of is covered, for both ways."""
    home = Path("/home/somebody")
    for way in ("built", "source"):
        for path in files_in(home).all():
            name = f"~/{path.relative_to(home).as_posix()}"
            assert any(fnmatch(name, pattern) for pattern in documented(way)), name
