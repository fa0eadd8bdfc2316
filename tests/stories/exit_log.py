"""The exits made so far, kept between runs: a thousand of each state take longer than one night.

May touch: build/exits, and docs/figures/exits, where `python tests/stories/exit_log.py` lays them for everybody. Must
never count an exit of another program: its name is a hash over what it is made of. Where a change cannot reach an
exit, somebody says so by hand, with the reason, in docs/figures/exits/same.toml.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import shutil
import tomllib
from dataclasses import asdict
from functools import cache
from pathlib import Path

from exit_sampler import OneExit

ROOT = Path(__file__).resolve().parents[2]
MADE_HERE, FOR_EVERYBODY = ROOT / "build" / "exits", ROOT / "docs" / "figures" / "exits"
# Seconds and looks a second, to the hundredth of a millisecond.
DIGITS = 5
# What an exit depends on: the program, and the eyes that look at it. A sentence may be mended meanwhile.
MADE_OF = ("ui/**/*.py", "safeplan/**/*.py", "tests/stories/exit_*.py", "pyproject.toml")


@cache
def program_name() -> str:
    """The same for the same program, whatever else has changed around it."""
    whole = hashlib.sha256()
    for path in sorted(path for pattern in MADE_OF for path in ROOT.glob(pattern)):
        whole.update(f"{path.relative_to(ROOT).as_posix()} {path.stat().st_size}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def earlier_programs() -> tuple[str, ...]:
    """Those whose exits were as this program's are, by the word of same.toml."""
    told = FOR_EVERYBODY / "same.toml"
    listed = tomllib.loads(told.read_text())["same"] if told.exists() else []
    return tuple(one["earlier"] for one in listed if one["program"] == program_name())


class ExitLog:
    """A line for each exit of one state, written when it is over, so that a run may be stopped at any time."""

    def __init__(self, state: str) -> None:
        self._path = MADE_HERE / program_name() / f"{state}.jsonl"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        laid_out = FOR_EVERYBODY / program_name() / f"{state}.jsonl.xz"
        if laid_out.exists() and not self._path.exists():
            self._path.write_bytes(_laid_out(laid_out))

    def known(self) -> list[OneExit]:
        """All that were made of this program; the last line of a run that was killed may be half a line."""
        earlier = [FOR_EVERYBODY / name / f"{self._path.name}.xz" for name in earlier_programs()]
        lines = [line for path in earlier if path.exists() for line in _laid_out(path).decode().splitlines()]
        return [
            OneExit(**{**one, "wrong_names": frozenset(one["wrong_names"])})
            for one in map(json.loads, [*lines, *_whole_lines(self._path)])
        ]

    def add(self, one: OneExit) -> None:
        with self._path.open("a") as log:
            log.write(json.dumps({**asdict(one), "wrong_names": sorted(one.wrong_names)}) + "\n")


def lay_out() -> None:
    """Lay the exits of this program for everybody to read, in place of those of others that do not count for it."""
    folder = FOR_EVERYBODY / program_name()
    for other in FOR_EVERYBODY.glob("*/"):
        if other.name not in earlier_programs():
            shutil.rmtree(other)
    folder.mkdir(parents=True)
    for path in sorted((MADE_HERE / program_name()).glob("*.jsonl")):
        lines = [
            json.loads(line, parse_float=lambda number: round(float(number), DIGITS)) for line in _whole_lines(path)
        ]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{path.name}.xz").write_bytes(lzma.compress(text.encode()))


def _laid_out(path: Path) -> bytes:
    return lzma.decompress(path.read_bytes())


def _whole_lines(path: Path) -> list[str]:
    return path.read_text().rpartition("\n")[0].splitlines() if path.exists() else []


if __name__ == "__main__":
    lay_out()
