"""The program's own words, damaged on the disk: loaded, or refused with file and place."""

from __future__ import annotations

from broken_content import fault_of

# One small file of each make; the first byte says which.
FILES = (
    "guide/sections/bag/en.toml",
    "guide/sections/bag/shape.toml",
    "still/en.toml",
    "pressure/shape.toml",
    "friend/kk.toml",
    "policy/ru.toml",
    "drafts/en.toml",
    "calendar/shape.toml",
)


def target(data: bytes) -> None:
    file = FILES[data[0] % len(FILES)] if data else FILES[0]
    fault = fault_of(file, data[1:])
    assert fault is None or (fault["where"] and fault["file"])
