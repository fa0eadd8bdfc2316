"""An empty folder, the network cut off, a folder of pinned files: the program is installed and starts.

Lost without it: a lock file that only works where somebody else's server answers. Needs Linux and the right to take
the network away (unshare). The files come from build/wheels, where `make wheels` puts them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.campaign.selecting import Tries

ROOT = Path(__file__).resolve().parents[2]
WHEELS = ROOT / "build" / "wheels"
CUT_OFF = ("unshare", "--net", "--map-root-user")
pytestmark = [pytest.mark.campaign, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def wheels() -> Path:
    if subprocess.run([*CUT_OFF, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this needs the right to take the network away (unshare --net)")
    done = subprocess.run(["make", "wheels"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"`make wheels` found no way to the pinned files: {done.stderr.splitlines()[-1:]}")
    return WHEELS


def copy_of_the_tree(tree: Path) -> None:
    """The source as it stands here, without tests and documents."""
    names = subprocess.run(
        ["git", "ls-files", "-zco", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "docs/")):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)


def install(tree: Path, wheels: Path) -> subprocess.CompletedProcess[str]:
    """`make install-offline` of a fresh copy of the tree in `tree`; nothing of this computer's settings for pip."""
    copy_of_the_tree(tree)
    home = tree.with_name("home")
    home.mkdir(exist_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "MAKE", "VIRTUAL"))
    }
    environment |= {"HOME": str(home), "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
    python = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    command = [*CUT_OFF, "make", "install-offline", f"WHEELS={wheels}", f"PYTHON={python}"]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.row("S-01")
def test_it_installs_and_starts_without_a_network(wheels: Path, tmp_path: Path, tries: Tries) -> None:
    tries.made(1)
    tree = tmp_path / "tree"
    installed = install(tree, wheels)
    assert installed.returncode == 0, installed.stderr[-3000:]
    program = tree / ".venv" / "bin" / "safeplan"
    asked = subprocess.run([*CUT_OFF, program, "verify", tree], capture_output=True, text=True, check=False)
    # "2: not such a folder": it started, looked, and answered.
    assert (asked.returncode, asked.stderr) == (2, "")
    tried = "import av, pikepdf, typst, sqlcipher3, nacl, zxcvbn, PySide6.QtPdf, bagit, PyInstaller, ui.app, safeplan"
    loaded = subprocess.run([*CUT_OFF, tree / ".venv/bin/python", "-c", tried], cwd=tree, check=False)
    assert loaded.returncode == 0
    shutil.rmtree(tree)


@pytest.mark.row("S-01", control=True)
@pytest.mark.parametrize("fault", ["a changed file", "a missing file"])
def test_a_folder_that_is_not_as_the_lock_says_is_refused(wheels: Path, tmp_path: Path, fault: str) -> None:
    folder = tmp_path / "wheels"
    folder.mkdir()
    for wheel in wheels.iterdir():
        (folder / wheel.name).symlink_to(wheel)
    (one,) = folder.glob("zxcvbn-*.whl")
    content = one.read_bytes()
    one.unlink()
    if fault == "a changed file":
        one.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    installed = install(tmp_path / "tree", folder)
    assert installed.returncode != 0
    told = "DO NOT MATCH THE HASHES" if fault == "a changed file" else "No matching distribution found for zxcvbn"
    assert told in installed.stderr
    assert not (tmp_path / "tree" / ".venv" / ".installed").exists()
    shutil.rmtree(tmp_path / "tree")
