"""A fault behind four letters that only someone who follows the branches will find."""

from __future__ import annotations


def target(data: bytes) -> None:
    if data[:1] == b"l" and data[1:2] == b"a" and data[2:3] == b"m" and data[3:4] == b"p":
        raise IndexError("behind the word")
