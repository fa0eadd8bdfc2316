"""Takes memory without end behind one letter."""

from __future__ import annotations


def target(data: bytes) -> None:
    taken = []
    while data[:1] == b"m":
        taken.append(bytearray(b"m" * (16 << 20)))
