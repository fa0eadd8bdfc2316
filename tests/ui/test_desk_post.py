"""What the everyday program carries between two clients' processes and the desk's: numbers, once, to the desk only.

Lost without it: one client's process hears about another, or a session is counted twice.
"""

from __future__ import annotations

from ui import messages
from ui.desk_post import MOST_KEPT, DeskPost
from ui.messages import Message

COLLECT = Message(messages.COLLECT)


def test_the_desk_gets_everything_once() -> None:
    post = DeskPost()
    post.take(7, Message(messages.COUNTED, (0, 5, 2, 0, 0)))
    post.take(9, Message(messages.COUNTED, (1, 0, 0, 0, 0)))
    post.take(7, Message(messages.AGREED, (739_000, 0, 0, 0, 0)))
    told = post.take(0, COLLECT)
    assert [(one.tag, one.numbers[:3]) for one in told] == [
        (messages.COUNT_IT, (0, 5, 2)),
        (messages.COUNT_IT, (1, 0, 0)),
        (messages.AGREED_WITH, (7, 739_000, 0)),
    ]
    assert post.take(0, COLLECT) == ()


def test_a_clients_process_hears_nothing() -> None:
    post = DeskPost()
    post.take(7, Message(messages.COUNTED, (0, 5, 2, 0, 0)))
    assert post.take(9, COLLECT) == ()
    assert len(post.take(0, COLLECT)) == 1


def test_nobody_speaks_for_another_client_and_the_desk_for_none() -> None:
    post = DeskPost()
    post.take(9, Message(messages.AGREED, (739_000, 1, 7, 7, 7)))
    post.take(0, Message(messages.AGREED, (739_000, 1, 0, 0, 0)))
    post.take(0, Message(messages.COUNTED, (0, 0, 0, 0, 0)))
    assert [one.numbers for one in post.take(0, COLLECT)] == [(9, 739_000, 1, 0, 0)]


def test_the_last_word_of_a_client_counts_and_memory_has_an_end() -> None:
    post = DeskPost()
    for number in range(MOST_KEPT + 50):
        post.take(7, Message(messages.AGREED, (number, 0, 0, 0, 0)))
        post.take(7, Message(messages.COUNTED, (0, 0, 0, 0, 0)))
    told = post.take(0, COLLECT)
    assert len(told) == MOST_KEPT + 1
    assert told[-1].numbers[:2] == (7, MOST_KEPT + 49)
