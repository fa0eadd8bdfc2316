"""Two builds in two folders come out byte for byte the same, so that anybody can check where a release came from.

Lost without it: "rebuild it and compare" as a sentence that nobody can follow. Each build takes half a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release.same import differences
from safeplan.paths import NEUTRAL_NAME
from tests.campaign.selecting import Tries
from tests.campaign.test_offline_install import copy_of_the_tree

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as it stands now: both builds begin with the same, whatever somebody changes meanwhile."""
    if shutil.which("objdump") is None:
        pytest.skip("a build needs objdump and strip (binutils)")
    copy = tmp_path_factory.mktemp("source")
    copy_of_the_tree(copy)
    return copy


def build(source: Path, tree: Path, seed: str) -> Path:
    """dist/ of a copy of the source, built in `tree`; `seed` orders what has no order of its own."""
    shutil.copytree(source, tree)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYINSTALLER_CONFIG_DIR": str(tree / "cache")}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    shutil.rmtree(tree / "build")
    return tree / "dist"


@pytest.fixture(scope="module")
def first(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(source, tmp_path_factory.mktemp("one") / "tree", "0")


@pytest.mark.row("S-03")
def test_two_builds_in_two_folders_are_the_same(source: Path, first: Path, tmp_path: Path, tries: Tries) -> None:
    tries.made(2)
    other = build(source, tmp_path / "another, and longer", "0")
    assert len(list(first.rglob("*"))) > 200
    assert {path.name for path in first.iterdir()} == {
        NEUTRAL_NAME,
        f"{NEUTRAL_NAME}.cdx.json",
        f"{NEUTRAL_NAME}.licences.txt",
    }
    assert differences(first, other) == [], differences(first, other)
    tries.figure("files", len(list(first.rglob("*"))))


@pytest.mark.row("S-03", control=True)
def test_a_build_in_another_order_is_told_apart(source: Path, first: Path, tmp_path: Path) -> None:
    """What the Makefile sets is what makes them the same; and one other line of ours is seen too."""
    other = build(source, tmp_path / "tree", "1")
    library, listed = f"{NEUTRAL_NAME}/lib/base_library.zip", f"{NEUTRAL_NAME}.cdx.json"
    assert differences(first, other) == [listed, library]
