"""What the two processes say to each other: one letter and at most five numbers, never text.

May touch: nothing but bytes. Must never carry a word, a name or a key that opens anything: whatever reached the
everyday program's memory would stay there after the exit.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_BODY = struct.Struct("<iiiii")
_NUMBER = struct.Struct("<I")
SIZE = 1 + _BODY.size

# Child to parent.
READY = b"R"  # my window stands: hide yours
GEOMETRY = b"G"  # x, y, width, height of the contents; 1 when maximised, 2 when full screen
LEAVING = b"Q"  # I am covered: show yours, then end me; 1 when another program is in front and must stay there
STAYS = b"S"  # from now on leaving covers only: keep me so many seconds, 0 to end me as always
ASIDE = b"A"  # my window is off the screen, I wait
SWITCH = b"C"  # end me and start another of my kind for this client's number, 0 for the desk itself
PREFERENCES = b"P"  # language or everyday program changed: read the settings again
EXIT_KEY = b"K"  # X keysym of the key of her choice, 0 for none
BOX_KEY = b"D"  # the desk's own store is open: 0 or 1, and that half of the key that seals notes for it
FROM_CHILD = frozenset((READY, GEOMETRY, LEAVING, STAYS, ASIDE, SWITCH, PREFERENCES, EXIT_KEY, BOX_KEY))

# Parent to child, where leaving covers only.
STEP_ASIDE = b"a"  # my window stands over yours: take yours off the screen
STAND_AGAIN = b"b"  # x, y, width, height, state: stand there again
# Parent to a client's child, as soon as it starts.
SEAL_WITH = b"n"  # the same, in two halves
FROM_PARENT = frozenset((STEP_ASIDE, STAND_AGAIN, SEAL_WITH))

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


_HALF = struct.Struct("<iiii")


def key_in_halves(tag: bytes, key: bytes) -> tuple[Message, Message]:
    """A key of 32 bytes as two messages: 0 or 1, and four numbers."""
    first, second = (_HALF.unpack(key[at : at + _HALF.size]) for at in (0, _HALF.size))
    return Message(tag, (0, *first)), Message(tag, (1, *second))


def key_of_halves(first: Message, second: Message) -> bytes:
    """The 32 bytes again."""
    return _HALF.pack(*first.numbers[1:]) + _HALF.pack(*second.numbers[1:])


@dataclass(frozen=True)
class VaultRole:
    """What the child is told at birth: where the window is to stand, and for which client's number (0: nobody's)."""

    area: tuple[int, int, int, int]
    state: int
    client: int = 0

    def pack(self) -> bytes:
        """The role as 25 bytes."""
        return VAULT_ROLE + _BODY.pack(*self.area, self.state) + _NUMBER.pack(self.client)


def unpack_role(role: bytes) -> VaultRole:
    """Read a role back. Raises ValueError on any other size."""
    if len(role) != SIZE + _NUMBER.size:
        raise ValueError("not a role")
    x, y, width, height, state = _BODY.unpack_from(role, 1)
    return VaultRole((x, y, width, height), state, *_NUMBER.unpack_from(role, SIZE))


def unpack_messages(buffer: bytearray, known: frozenset[bytes] = FROM_CHILD) -> list[Message]:
    """Take all whole messages off the front of `buffer`; letters not `known` end the conversation (ValueError)."""
    found = []
    while len(buffer) >= SIZE:
        tag = bytes(buffer[:1])
        if tag not in known:
            raise ValueError("unknown message")
        numbers = _BODY.unpack_from(buffer, 1)
        del buffer[:SIZE]
        found.append(Message(tag, numbers))
    return found
