"""Two programs on one store: whoever comes second is told so, and not a byte of any file is another afterwards.

Lost without it: half a save that a second window takes for the leftovers of a crash, and rolls back.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from safeplan.paths import VaultFiles
from safeplan.vault import ballast
from safeplan.vault.container import OpenVault, create_vault, unlock_vault
from tests.campaign.selecting import Tries

ROOT = Path(__file__).resolve().parents[2]
HERS = b"lamp river bread seven"
IN_USE = "vault_in_use"
ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from safeplan import errors
from safeplan.paths import vault_files
from safeplan.vault import container, database, keyslots
derive, roots = keyslots.derive_root, {}
def remembered(secret, salt):
    known = bytes(secret), bytes(salt)
    if known not in roots:
        roots[known] = bytes(derive(secret, salt))
    return bytearray(roots[known])
keyslots.derive_root = remembered
if sys.argv[2] == "forgets to lock":
    kept_out = "PRAGMA locking_mode = EXCLUSIVE"
    database.DATABASE_SETTINGS = tuple(one for one in database.DATABASE_SETTINGS if one != kept_out)
files, opened = vault_files(Path(sys.argv[1])), None
print("here", flush=True)
for line in sys.stdin:
    said = "closed"
    try:
        if line == "open\\n":
            opened = container.unlock_vault(files, bytearray(b"lamp river bread seven"))
            said = "open"
        elif line == "make\\n":
            container.create_vault(files, bytearray(b"a phrase of somebody else"), profile=0)
            said = "made"
        elif opened is not None:
            opened.close()
            opened = None
    except errors.SafePlanError as error:
        said = error.id
    print(said, flush=True)
"""


class Program:
    """A process of its own that opens, makes or closes the store when it is told to."""

    def __init__(self, files: VaultFiles, manner: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", ANOTHER_PROGRAM, str(files.folder), manner],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT,
        )  # fmt: skip
        assert self.answer() == "here"

    def tell(self, what: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(what + "\n")

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, what: str) -> str:
        self.tell(what)
        return self.answer()


@contextmanager
def programs(files: VaultFiles, number: int, manner: str = "as it is") -> Iterator[list[Program]]:
    made = [Program(files, manner) for _ in range(number)]
    try:
        yield made
    finally:
        for one in made:
            assert one.process.stdin is not None
            assert one.process.stdout is not None
            one.process.stdin.close()
            one.process.stdout.close()
            one.process.wait(timeout=30)


def files_of(vault: OpenVault) -> tuple[str, dict[str, int]]:
    """The hash of every file beside the ballast, and its last change. Read by a process of its own: one that has the
    store open gives its lock away when it closes the same file a second time."""
    paths = sorted(path for path in vault.files.folder.iterdir() if path != vault.files.ballast)
    said = subprocess.run(["sha256sum", *paths], capture_output=True, text=True, check=True)
    return said.stdout, {path.name: path.stat().st_mtime_ns for path in paths}


@pytest.mark.row("C-06")
@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")
def test_whoever_comes_second_is_refused_at_every_moment_and_changes_nothing(vault: OpenVault, tries: Tries) -> None:
    """Also in the middle of a save: its journal looks to a second program like one that a crash left."""
    db = vault.database
    db.execute("CREATE TABLE note (text TEXT) STRICT")
    times = tries.of(300, daily=3)
    with programs(vault.files, 1) as (second,):
        for number in range(times // 3):
            assert refused(vault, second), "nothing is being written"
            with db.transaction():
                # More than the cache holds, so that half of it stands in the file already.
                for _ in range(20):
                    db.execute("INSERT INTO note VALUES (?)", (f"{number} " + "x" * 600_000,))
                assert refused(vault, second), "half of a save stands in the file"
            db.execute("DELETE FROM note WHERE rowid % 20 > 0")
            ballast.release_ballast(vault.files)
            assert refused(vault, second), "room was made on a full disk"
            ballast.restore_ballast(vault.files)
        assert db.value("SELECT count(*) FROM note") == times // 3
        assert db.first_fault() is None
        vault.close()
        assert second.ask("open") == "open", "and afterwards it is its turn"


def refused(vault: OpenVault, second: Program) -> bool:
    before = files_of(vault)
    return (second.ask("open"), second.ask("make"), files_of(vault)) == (IN_USE, "vault_exists", before)


@pytest.mark.row("C-06")
def test_of_two_that_come_at_the_same_moment_never_both_get_in(vault: OpenVault, tries: Tries) -> None:
    vault.close()
    with programs(vault.files, 2) as both:
        one_in = sum(at_once(both) for _ in range(tries.of(200, daily=4)))
    tries.figure("of_these_one_came_in", one_in)
    unlock_vault(vault.files, bytearray(HERS)).close()


def at_once(both: list[Program]) -> bool:
    """Whether one of them got in; an error when both did, or when one was refused in other words."""
    for one in both:
        one.tell("open")
    said = sorted(one.answer() for one in both)
    for one in both:
        one.ask("close")
    assert said in (["open", IN_USE], [IN_USE, IN_USE]), said
    return "open" in said


def both_came_in(both: list[Program]) -> bool:
    try:
        at_once(both)
    except AssertionError as said:
        return "['open', 'open']" in str(said)
    return False


@pytest.mark.row("C-06", control=True)
def test_a_program_that_forgets_to_lock_is_noticed_by_the_same_eyes(tmp_path: Path) -> None:
    vault = create_vault(VaultFiles(tmp_path / "data"), bytearray(HERS), profile=0)
    vault.close()
    with programs(vault.files, 2, "forgets to lock") as both:
        assert any(both_came_in(both) for _ in range(20))
        assert both[0].ask("open") == "open"
        assert not refused(vault, both[1])
