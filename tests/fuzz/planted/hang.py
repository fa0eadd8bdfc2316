"""A loop without end behind one letter."""

from __future__ import annotations


def target(data: bytes) -> None:
    turns = 0
    while data[:1] == b"h":
        turns += 1
