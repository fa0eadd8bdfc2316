"""What the two processes say to each other: one letter and at most five numbers, never text.

May touch: nothing but bytes. Must never carry a word, a name or a key: whatever reached the everyday program's
memory would stay there after the exit.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_BODY = struct.Struct("<iiiii")
SIZE = 1 + _BODY.size

# Child to parent.
READY = b"R"  # my window stands: hide yours
GEOMETRY = b"G"  # x, y, width, height of the contents; 1 when maximised, 2 when full screen
LEAVING = b"Q"  # I am covered: show yours, then end me
PREFERENCES = b"P"  # language or everyday program changed: read the settings again
EXIT_KEY = b"K"  # X keysym of the key of her choice, 0 for none
_TAGS = frozenset((READY, GEOMETRY, LEAVING, PREFERENCES, EXIT_KEY))

# Parent to child, as the role written before it starts.
VAULT_ROLE = b"V"
VIEWER_ROLE = b"W"
PLAYER_ROLE = b"M"


@dataclass(frozen=True)
class Message:
    """One message: its letter and five whole numbers, unused ones 0."""

    tag: bytes
    numbers: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    def pack(self) -> bytes:
        """The message as 21 bytes."""
        return self.tag + _BODY.pack(*self.numbers)


def unpack_role(role: bytes) -> Message:
    """The message a role is: its letter and the place of the window. Raises ValueError on any other size."""
    if len(role) != SIZE:
        raise ValueError("not a role")
    return Message(role[:1], _BODY.unpack_from(role, 1))


def unpack_messages(buffer: bytearray) -> list[Message]:
    """Take all whole messages off the front of `buffer`; unknown letters end the conversation (ValueError)."""
    found = []
    while len(buffer) >= SIZE:
        tag = bytes(buffer[:1])
        if tag not in _TAGS:
            raise ValueError("unknown message")
        numbers = _BODY.unpack_from(buffer, 1)
        del buffer[:SIZE]
        found.append(Message(tag, numbers))
    return found
