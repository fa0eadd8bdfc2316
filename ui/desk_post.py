"""What the everyday program carries from the desk's process to a client's: the key that seals notes for the desk.

May touch: numbers in memory. Must never carry a word or a name, nor take a key from anyone but the desk's process:
what is sealed with it opens in the desk's own store only, and nothing can be read with it.
"""

from __future__ import annotations

from ui import messages
from ui.messages import Message


class DeskPost:
    """The two halves of the key, as they came last."""

    def __init__(self) -> None:
        self._halves: dict[int, Message] = {}

    def take(self, client: int, message: Message) -> None:
        """A half, from the child that stands for `client`'s number; only the desk (0) is listened to."""
        if not client and message.numbers[0] in (0, 1):
            self._halves[message.numbers[0]] = Message(messages.SEAL_WITH, message.numbers)

    def for_child(self, client: int) -> tuple[Message, ...]:
        """What a client's child is told when it starts; nothing for the desk's, or before the desk was open."""
        return (self._halves[0], self._halves[1]) if client and len(self._halves) == 2 else ()
