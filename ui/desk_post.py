"""What the everyday program carries from a client's process to the desk's: a few numbers, until they are asked for.

May touch: numbers in memory. Must never carry a word or a name, never hand one client's numbers to another client,
and never take numbers about a client from anyone but her own process.
"""

from __future__ import annotations

from ui import messages
from ui.messages import Message

# More than a day of sessions; a child that talks without end fills no memory.
MOST_KEPT = 200


class DeskPost:
    """The parent's letter box. What was handed over is forgotten."""

    def __init__(self) -> None:
        self._counted: list[Message] = []
        self._agreed: dict[int, Message] = {}

    def take(self, client: int, message: Message) -> tuple[Message, ...]:
        """A message of the child that stands for `client`'s number, 0 the desk; what is to be told it in return."""
        first, second, third, *_ = message.numbers
        if not client:
            return self._hand_over() if message.tag == messages.COLLECT else ()
        if message.tag == messages.COUNTED and len(self._counted) < MOST_KEPT:
            self._counted.append(Message(messages.COUNT_IT, (first, second, third, 0, 0)))
        elif message.tag == messages.AGREED and (client in self._agreed or len(self._agreed) < MOST_KEPT):
            # Whose it is, the parent knows by itself.
            self._agreed[client] = Message(messages.AGREED_WITH, (client, first, second, 0, 0))
        return ()

    def _hand_over(self) -> tuple[Message, ...]:
        post = (*self._counted, *self._agreed.values())
        self._counted, self._agreed = [], {}
        return post
