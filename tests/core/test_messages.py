"""The language of the two processes: numbers only, and nothing but it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import messages
from ui.messages import Message, unpack_messages

numbers = st.integers(-(2**31), 2**31 - 1)
known = st.builds(
    Message,
    st.sampled_from(sorted(messages.FROM_CHILD)),
    st.tuples(numbers, numbers, numbers, numbers, numbers),
)


@given(st.lists(known, max_size=8), st.integers(1, 40))
def test_messages_arrive_whole_however_the_pipe_cuts_them(sent: list[Message], piece: int) -> None:
    stream = b"".join(message.pack() for message in sent)
    buffer = bytearray()
    received = []
    for start in range(0, len(stream), piece):
        buffer += stream[start : start + piece]
        received += unpack_messages(buffer)
    assert received == sent
    assert not buffer


@given(st.binary(min_size=messages.SIZE, max_size=200))
def test_anything_else_ends_the_conversation(noise: bytes) -> None:
    if noise[:1] in messages.FROM_CHILD:
        noise = b"\x00" + noise[1:]
    with pytest.raises(ValueError, match="unknown"):
        unpack_messages(bytearray(noise))
