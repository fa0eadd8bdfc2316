"""After destroying, no secret opens and nothing of the key file stands on the raw disk: an ext4 disk made of a file.

Not shown here, and said by the report itself: what a drive with wear levelling, a shadow copy or a backup keeps.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safeplan import errors
from safeplan.paths import VaultFiles
from safeplan.vault import destroy, keyslots
from safeplan.vault.container import (
    OpenVault,
    change_passphrase,
    create_vault,
    destroy_vault,
    make_recovery_code,
    set_door,
    unlock_vault,
    unlock_with_recovery,
)
from safeplan.vault.second_slot import add_second_slot
from tests.campaign.selecting import Tries

FIRST, LATER, THEIRS = b"lamp river bread seven", b"second phrase of mine", b"garden chair window nine"
PIECE = 48


class Disk:
    """A file system that can be looked at from below."""

    def __init__(self, image: Path, place: Path) -> None:
        self.image, self.place = image, place
        place.mkdir()

    def make(self) -> None:
        with self.image.open("wb") as made:
            made.truncate(28 << 20)
        said = subprocess.run(["mkfs.ext4", "-q", "-F", "-J", "size=4", self.image], capture_output=True, check=False)
        if said.returncode:
            pytest.skip("no ext4 file system can be made here")
        said = subprocess.run(["mount", "-o", "loop", self.image, self.place], capture_output=True, check=False)
        if said.returncode:
            pytest.skip("nothing can be mounted here")

    def raw(self) -> bytes:
        """Every byte, of free blocks and of the journal too."""
        subprocess.run(["umount", self.place], check=True, capture_output=True)
        return self.image.read_bytes()

    def away(self) -> None:
        if os.path.ismount(self.place):
            subprocess.run(["umount", "-l", self.place], check=False, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        pytest.skip("a disk made of a file needs root on Linux, and mkfs.ext4")
    found = Disk(tmp_path / "disk.img", tmp_path / "disk")
    yield found
    found.away()


def left_of(key_files: list[bytes], raw: bytes) -> list[str]:
    """Which parts of the key files stand on the disk: salt, tail, and three places of every slot."""
    found: list[str] = []
    seen: dict[bytes, bool] = {}
    for number, content in enumerate(key_files):
        places = [0, keyslots.TAIL_AT - PIECE + 32]
        for index in range(keyslots.SLOT_COUNT):
            start = keyslots.slot_span(index).start
            places += [start, start + 200, start + keyslots.SLOT_SIZE - PIECE]
        for at in places:
            piece = content[at : at + PIECE]
            # Slots that no change touched are the same in all of them.
            if piece not in seen:
                seen[piece] = piece in raw
            found += [f"key file {number}, byte {at}"] if seen[piece] else []
    return found


def destroyed(disk: Disk) -> tuple[list[bytes], list[Callable[[], OpenVault]]]:
    """A store whose slots were changed in every way, destroyed: the key files it had, and its secrets."""
    disk.make()
    files = VaultFiles(disk.place / "data")
    vault = create_vault(files, bytearray(FIRST), profile=0)
    had = [files.header.read_bytes()]
    code = make_recovery_code(vault, bytearray(FIRST))
    add_second_slot(vault, bytearray(FIRST), bytearray(THEIRS))
    had.append(files.header.read_bytes())
    change_passphrase(vault, bytearray(FIRST), bytearray(LATER))
    set_door(vault, "481.5*26+73")
    had.append(files.header.read_bytes())
    vault.close()
    assert left_of(had[-1:], disk.image.read_bytes()), "it can be seen from below while it is there"
    report = destroy_vault(files)
    assert report.unreadable
    assert report.left == ()
    secrets: list[Callable[[], OpenVault]] = [
        lambda secret=secret: unlock_vault(files, bytearray(secret))
        for secret in (FIRST, LATER, THEIRS)  # type: ignore[misc]
    ]
    return had, [*secrets, lambda: unlock_with_recovery(files, code)]


@pytest.mark.row("K-08")
@pytest.mark.usefixtures("remembered")
def test_no_secret_opens_and_nothing_of_the_key_file_stands_on_the_raw_disk(disk: Disk, tries: Tries) -> None:
    for _ in range(tries.of(25, daily=1)):
        had, ways = destroyed(disk)
        for way in ways:
            with pytest.raises(errors.VaultMissing):
                way()
        assert left_of(had, disk.raw()) == []


@pytest.mark.row("K-08", control=True)
@pytest.mark.usefixtures("remembered")
def test_a_key_file_that_is_only_removed_is_found_on_the_raw_disk(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destroy, "_overwrite", lambda _path: True)
    had, _ways = destroyed(disk)
    # The last one in every part of it.
    assert len(left_of(had[-1:], disk.raw())) == 26
