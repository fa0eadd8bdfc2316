"""The exits made so far, kept between runs: a thousand of each state take longer than one night.

May touch: build/exits. Must never count an exit of another program: its name is a hash over what it is made of.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from exit_sampler import OneExit

ROOT = Path(__file__).resolve().parents[2]
# What an exit can depend on: the program, its words and pictures, and the eyes that look at it.
MADE_OF = ("ui/**/*.py", "safeplan/**/*.py", "tests/stories/exit_*.py", "pyproject.toml")


@cache
def program_name() -> str:
    """The same for the same program, whatever else has changed around it."""
    whole = hashlib.sha256()
    for path in sorted(path for pattern in MADE_OF for path in ROOT.glob(pattern)):
        whole.update(f"{path.relative_to(ROOT).as_posix()} {path.stat().st_size}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


class ExitLog:
    """A line for each exit of one state, written when it is over, so that a run may be stopped at any time."""

    def __init__(self, state: str) -> None:
        self._path = ROOT / "build" / "exits" / program_name() / f"{state}.jsonl"
        self._path.parent.mkdir(parents=True, exist_ok=True)

    def known(self) -> list[OneExit]:
        """All that were made of this program; the last line of a run that was killed may be half a line."""
        if not self._path.exists():
            return []
        whole = self._path.read_text().rpartition("\n")[0]
        return [
            OneExit(**{**line, "wrong_names": frozenset(line["wrong_names"])})
            for line in map(json.loads, whole.splitlines())
        ]

    def add(self, one: OneExit) -> None:
        with self._path.open("a") as log:
            log.write(json.dumps({**asdict(one), "wrong_names": sorted(one.wrong_names)}) + "\n")
