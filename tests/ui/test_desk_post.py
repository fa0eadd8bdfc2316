"""What the everyday program carries from the desk's process to a client's: a key that only seals, and nothing back.

Lost without it: one client's process reads what another left for the desk, or the counts of a day are lost.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui import messages
from ui.desk_post import DeskPost
from ui.messages import Message, key_in_halves, key_of_halves

KEY = bytes(range(32))


def told(post: DeskPost, client: int) -> bytes:
    found = post.for_child(client)
    assert all(one.tag == messages.SEAL_WITH for one in found)
    return key_of_halves(*found) if found else b""


@given(st.binary(min_size=32, max_size=32))
def test_a_key_travels_as_numbers_and_comes_whole(key: bytes) -> None:
    post = DeskPost()
    for half in key_in_halves(messages.BOX_KEY, key):
        (sent,) = messages.unpack_messages(bytearray(half.pack()))
        post.take(0, sent)
    assert told(post, 7) == key


def test_nobody_is_told_before_the_desk_was_open_and_the_desk_never() -> None:
    post = DeskPost()
    first, second = key_in_halves(messages.BOX_KEY, KEY)
    post.take(0, first)
    assert post.for_child(7) == ()
    post.take(0, second)
    assert post.for_child(0) == ()
    assert told(post, 7) == told(post, 9) == KEY


def test_a_clients_process_changes_nothing() -> None:
    post = DeskPost()
    for client, key in ((0, KEY), (7, bytes(32))):
        for half in key_in_halves(messages.BOX_KEY, key):
            post.take(client, half)
    post.take(0, Message(messages.BOX_KEY, (5, 1, 1, 1, 1)))
    assert told(post, 9) == KEY
