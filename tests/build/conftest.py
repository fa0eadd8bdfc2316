"""The built program, and a person who starts it: no Python, no source tree, no variables of the tests.

Runs through `make build-test` only, which builds first; `make test` does not look in here, because pytest passes by
folders of this name.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from safeplan.paths import NEUTRAL_NAME

for neighbour in ("stories", "core"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / neighbour))
import screen as eyes_and_hands  # noqa: E402
from starting import Start, end  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / NEUTRAL_NAME


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder that a person copies to her computer."""
    assert FOLDER.is_dir(), "nothing is built: run `make build`"
    return FOLDER


@pytest.fixture
def screen() -> Iterator[eyes_and_hands.Screen]:
    """1024x600 with openbox; skipped where the tools are missing."""
    missing = eyes_and_hands.missing_tools()
    if missing:
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    with eyes_and_hands.virtual_screen() as found:
        yield found


@pytest.fixture
def her_home(tmp_path: Path) -> Path:
    """Home of the person who starts the program; the window manager writes its log into another."""
    (tmp_path / "hers" / "home").mkdir(parents=True)
    return tmp_path / "hers" / "home"


@pytest.fixture
def clean_environment(her_home: Path) -> dict[str, str]:
    """What a person's session has, with empty folders wherever a program might like to write."""
    environment = {"HOME": str(her_home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    for name, place in (("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run"), ("XDG_CACHE_HOME", "cache")):
        (her_home.parent / place).mkdir(mode=0o700)
        environment[name] = str(her_home.parent / place)
    return environment


@pytest.fixture
def start(folder: Path, clean_environment: dict[str, str], her_home: Path) -> Start:
    """Starts the built program on a screen, in an empty working folder; ended with all it started."""
    (her_home.parent / "cwd").mkdir()

    @contextmanager
    def started(screen: eyes_and_hands.Screen, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        process = subprocess.Popen(
            [folder / folder.name, *arguments],
            cwd=her_home.parent / "cwd",
            env=clean_environment | {"DISPLAY": screen.display},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            end(process)

    return started
