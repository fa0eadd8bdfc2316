"""Writes much in transactions that the disk keeps in a moment: between two of them something small gets its turn.

May touch: the database it is given. Must never hold a transaction open for long because the disk is slow.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from time import perf_counter as seconds_now

from safeplan.vault.database import Database

# One shorter than this makes a quick disk no slower; on a slow stick what she types meanwhile waits no longer.
AIM_SECONDS = 0.25
# Of 256 KiB each: each transaction waits for the disk several times, so very small ones take longer than they spare.
LEAST, FIRST = 4, 8


class Portions:
    """`with portions.next() as pieces: for _ in pieces: …` is one transaction over at most so many pieces."""

    def __init__(self, db: Database, most: int) -> None:
        self._db, self._most = db, most
        self._pieces = min(FIRST, most)

    @contextlib.contextmanager
    def next(self) -> Iterator[range]:
        """One transaction; the next follows what this one took."""
        begun = seconds_now()
        with self._db.transaction():
            yield range(self._pieces)
        fitting = int(self._pieces * AIM_SECONDS / max(seconds_now() - begun, 1e-6))
        self._pieces = min(max(fitting, LEAST), self._most)
