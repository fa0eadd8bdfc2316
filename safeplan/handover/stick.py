"""Asks before anything is written to a stick or disk whether all of it can lie there.

May touch: what is known of the place, nothing on it. Must never let something begin that cannot fit. What was written
is read back by bag.write_bag(…, read_back=True).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from safeplan import errors
from safeplan.handover.volume import Volume, volume_of

# Room for report, lists and what a file system needs besides the originals.
SPARE_ROOM = 8 * 1024 * 1024
# Longest path below the chosen folder: the folder's own name and "/data/0001-COPY-01.jpg".
LONGEST_NAME = len("copy-2026-01-01-0000-0000/tagmanifest-sha256.txt") + 8
# What stands for a file of its own besides the originals.
OTHER_FILES = 12


def expected_sizes(originals: Iterable[int]) -> tuple[int, ...]:
    """Sizes in bytes of the files that will be written, as far as they are known before."""
    return (*originals, SPARE_ROOM)


def must_fit(folder: Path, sizes: Iterable[int]) -> Volume:
    """Ask whether the place can take new files of these sizes; what is known of it.

    Raises DiskFull: `reason` "one_file" when its file system takes no file so large however empty it is (`largest`),
    "room" when it is too full (`wanted`, `free`, all in bytes). NoPermission with `reason` "path" when the folder
    lies so deep that names in it would be too long (`longest`, `length` in characters). DiskFailing `reason` "gone".
    """
    volume, sizes = volume_of(folder), tuple(sizes)
    if max(sizes, default=0) > volume.largest_file:
        raise errors.DiskFull(reason="one_file", largest=volume.largest_file)
    length = len(str(folder.absolute())) + 1 + LONGEST_NAME
    if length > volume.longest_path:
        raise errors.NoPermission(reason="path", longest=volume.longest_path, length=length)
    wanted = sum(-(-size // volume.cluster) * volume.cluster for size in sizes) + OTHER_FILES * volume.cluster
    if wanted > volume.free:
        raise errors.DiskFull(reason="room", wanted=wanted, free=volume.free)
    return volume
