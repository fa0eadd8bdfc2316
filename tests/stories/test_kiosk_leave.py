"""One resident's hour at a shelter's computer: she begins, writes, takes it along on a stick, ends; then the next.

Lost without it: she carries home what nobody can open, or the next one finds what she left.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from household import SECRET, gone
from screen import Screen, children, wait_until
from test_kiosk import MARKER, RULES, WORDS, begin_and_write, come_to_start, found_in_memory, found_on_disk, kiosk

from safeplan.paths import vault_files
from safeplan.records import drafts
from safeplan.vault import restore

pytestmark = pytest.mark.screen

# On the stick only; after the end the page that stands first stands again. One language: nothing to choose, so Tab
# leads from the line at the side to the page.
LEAVING = RULES.replace(
    "start_page = false", "start_page = true\nonly_removable = true\nprinting = false\nlanguages = ['en']"
)
LEAVE_LINE = (90, 292)


@pytest.fixture
def media(tmp_path: Path) -> Iterator[Path]:
    """Where sticks appear: one, of the old kind where this kernel knows it, and a folder that an earlier one left."""
    stick, image = tmp_path / "media" / "STICK", tmp_path / "stick.img"
    stick.mkdir(parents=True)
    (tmp_path / "media" / "ANOTHER").mkdir()
    with image.open("wb") as file:
        file.truncate(48 << 20)
    old_kind = done("mkfs.vfat", image) and done("mount", "-t", "vfat", "-o", "loop,sync", image, stick)
    if not old_kind and not done("mount", "-t", "tmpfs", "-o", "size=48m", "none", stick):
        pytest.skip("this story mounts a stick")
    yield stick.parent
    subprocess.run(["umount", "-l", str(stick)], capture_output=True, check=True)


def done(*command: object) -> bool:
    try:
        return not subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode
    except FileNotFoundError:
        return False


def one_child(process: int) -> int:
    wait_until(lambda: len(children(process)) == 1, 10, "one process behind the everyday program")
    return children(process)[0]


def at_start(screen: Screen, process: int) -> int:
    """The first page stands by itself."""
    wait_until(lambda: screen.shows(SECRET), 20, "the first page")
    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    time.sleep(0.5)
    return one_child(process)


def press(screen: Screen, *keys: str) -> None:
    for key in keys:
        screen.key(key)
        time.sleep(0.25)


def test_a_residents_hour(screen: Screen, own_home: Path, media: Path, tmp_path: Path) -> None:
    with kiosk(screen, own_home, rules_text=LEAVING, media=media) as process:
        child = at_start(screen, process.pid)
        begin_and_write(screen)
        screen.click(*LEAVE_LINE)
        time.sleep(1)
        # The first control of the page; then the words stand there and the tick has the focus; then the one stick.
        press(screen, "Tab", "space")
        time.sleep(1)
        press(screen, "space", "Tab", "space")
        stick = media / "STICK"
        wait_until(lambda: bool(list(stick.glob("copy-*/copy.bin"))), 60, "what she takes along")
        time.sleep(1)
        assert not list((media / "ANOTHER").iterdir())
        assert found_in_memory(child, MARKER) > 0, "control: the search sees what is there"

        # "Once more" has the focus; behind it come the plan, the page to copy by hand, and the end.
        press(screen, "Tab", "Tab", "Tab", "space")
        assert not gone(child), "the end is asked for once more"
        press(screen, "Tab", "space")
        wait_until(lambda: gone(child), 20, "the end of the session")
        following = at_start(screen, process.pid)
        assert following != child
        assert not list(own_home.rglob("d0.bin"))
        assert not found_on_disk(own_home, MARKER)
        assert not found_on_disk(media, MARKER)
        assert found_in_memory(process.pid, MARKER) == 0
        assert found_in_memory(following, MARKER) == 0

        # The next resident hides the first page and comes back to it by the sum on the wall.
        press(screen, "Escape")
        wait_until(lambda: gone(following), 10, "nothing waits behind the everyday program")
        wait_until(lambda: not screen.shows(SECRET), 5, "the everyday program")
        time.sleep(0.6)
        second = come_to_start(screen, process)
        press(screen, "space")
        wait_until(lambda: bool(list(own_home.rglob("d0.bin"))), 10, "the second session")
        assert found_in_memory(second, MARKER) == 0
        assert not found_on_disk(own_home, MARKER)

    (copy,) = stick.rglob("copy.bin")
    held = restore.open_backup(copy, bytearray(f"{WORDS} {WORDS}".encode()))
    home = restore.restore_beside(held, vault_files(tmp_path / "at home"), lambda *_: None, lambda: False)
    held.close()
    assert MARKER in str(drafts.draft(home.database, "happened"))
    home.close()
