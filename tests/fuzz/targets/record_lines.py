"""The record lines of a handed-over folder, and the path from one line to the number on the card."""

from __future__ import annotations

import json

from safeplan.handover.verify_chain import line_fits, read_chain
from tests.fuzz.room import room

_FOLDER = room()


def target(data: bytes) -> None:
    path = _FOLDER / "chain.jsonl"
    path.write_bytes(data)
    chain = read_chain(path)
    assert not chain.fits or len(chain.root) == 64
    for line in data.split(b"\n")[:4]:
        try:
            value = json.loads(line)
            # Nobody can find a line that leads to a number chosen beforehand.
            assert not isinstance(value, dict) or not line_fits(value, "ab" * 32)
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
