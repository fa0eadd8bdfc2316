"""How much the one data file may still grow where it lies: a stick as shops sell it takes no file of 4 GiB.

May touch: the size of the data file, what is known of its place. Must never refuse what would fit, and never guess a
limit where the place tells none.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from safeplan import errors
from safeplan.vault.database import PAGE_SIZE, Database
from safeplan.vault.whole_file import largest_file

# From here on it is said: what is left is a film or two.
NEAR = 512 << 20
# A kept file lies in pieces of 256 KiB, each on 17 pages of 16 KiB; around it stand its lines and its words.
_PAGES_OF_A_PIECE, _PIECE = 17, 256 << 10
_AROUND = 1 << 20


@dataclass(frozen=True)
class Growth:
    """In bytes: the largest file the place takes, the size of the data file now, and what still fits."""

    largest: int
    size: int
    left: int

    @property
    def near(self) -> bool:
        """Whether it is time to say so."""
        return self.left < NEAR


def growth(db: Database) -> Growth | None:
    """None where the place sets no limit, or does not tell. Raises DiskFailing when it is gone."""
    path = db.path
    largest = sys.maxsize if path is None else largest_file(path.parent)
    if path is None or largest == sys.maxsize:
        return None
    size = int(db.value("PRAGMA page_count")) * PAGE_SIZE
    return Growth(largest, size, max(0, largest - size + int(db.value("PRAGMA freelist_count")) * PAGE_SIZE))


def must_have_room(db: Database, size: int) -> None:
    """Ask before a file of `size` bytes is taken in: otherwise it is found out after minutes of copying.

    Raises DiskFull with `reason` "one_file" (`largest` in bytes).
    """
    found = growth(db)
    pieces = -(-size // _PIECE)
    if found is not None and pieces * _PAGES_OF_A_PIECE * PAGE_SIZE + _AROUND > found.left:
        raise errors.DiskFull(reason="one_file", largest=found.largest)
