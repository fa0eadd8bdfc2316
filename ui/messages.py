"""What the two processes say to each other: one letter and at most five numbers, never text.

May touch: nothing but bytes. Must never carry a word, a name or a key: whatever reached the everyday program's
memory would stay there after the exit.
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
COUNTED = b"N"  # a session has ended: which way it took, its topics, where it pointed to, as three numbers
AGREED = b"U"  # the last day her folder may lie here (days since the year 1, 0: this session only); 1: two open it
COLLECT = b"D"  # the desk's own store is open: tell me what came since
FROM_CHILD = frozenset(
    (READY, GEOMETRY, LEAVING, STAYS, ASIDE, SWITCH, PREFERENCES, EXIT_KEY, COUNTED, AGREED, COLLECT)
)

# Parent to child, where leaving covers only.
STEP_ASIDE = b"a"  # my window stands over yours: take yours off the screen
STAND_AGAIN = b"b"  # x, y, width, height, state: stand there again
# Parent to the desk's own child, once for each COUNTED and for each client's last AGREED.
COUNT_IT = b"n"  # the same three numbers
AGREED_WITH = b"u"  # the client's number, then the same two
FROM_PARENT = frozenset((STEP_ASIDE, STAND_AGAIN, COUNT_IT, AGREED_WITH))

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
