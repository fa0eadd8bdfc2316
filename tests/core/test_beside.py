"""The second pair of hands: what it is given is taken in order and once, and nothing after a failure.

Lost without it: a file that leaves with a piece missing, or a window that waits for ever for a thread that is gone.
"""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.beside import WAITING, Beside, called_beside


class Taker:
    """Takes pieces; can be slow, or fail at the n-th."""

    def __init__(self, fails_at: int = -1, seconds: float = 0.0) -> None:
        self.took: list[bytes] = []
        self.threads: set[int] = set()
        self._fails_at, self._seconds = fails_at, seconds

    def __call__(self, piece: bytes) -> None:
        self.threads.add(threading.get_ident())
        if len(self.took) == self._fails_at:
            raise OSError("the disk is full")
        time.sleep(self._seconds)
        self.took.append(piece)


def no_thread_left() -> bool:
    return not [thread for thread in threading.enumerate() if thread.name == "beside"]


@given(st.lists(st.binary(max_size=5), max_size=40))
def test_every_piece_is_taken_once_and_in_order(pieces: list[bytes]) -> None:
    taker = Taker()
    with Beside(taker) as beside:
        for piece in pieces:
            beside.give(piece)
    assert taker.took == pieces
    assert no_thread_left()


def test_several_pieces_are_taken_by_another_thread_and_a_single_one_starts_none() -> None:
    many, one = Taker(), Taker()
    for taker, pieces in ((many, [b"a", b"b", b"c"]), (one, [b"a"])):
        with Beside(taker) as beside:
            for piece in pieces:
                beside.give(piece)
    assert threading.get_ident() not in many.threads
    assert one.threads == {threading.get_ident()}


@pytest.mark.parametrize("pieces", [[b"a"], [b"", b"b"], [b"a", b"b", b"c"]])
def test_where_no_thread_can_be_started_every_piece_is_taken_all_the_same(
    pieces: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", no_memory)
    taker = Taker()
    with Beside(taker) as beside:
        for piece in pieces:
            beside.give(piece)
    assert taker.took == pieces
    assert taker.threads == {threading.get_ident()}


@pytest.mark.parametrize("at", [0, 1, 5, 19])
def test_a_failure_comes_out_and_nothing_more_is_taken(at: int) -> None:
    taker = Taker(fails_at=at)
    given_ = 0
    with pytest.raises(OSError, match="full"), Beside(taker) as beside:  # noqa: PT012
        for number in range(20):
            beside.give(bytes([number]))
            given_ += 1
    assert taker.took == [bytes([number]) for number in range(at)]
    assert given_ <= at + WAITING + 3
    assert no_thread_left()


def test_the_failure_of_a_single_piece_comes_out_too() -> None:
    with pytest.raises(OSError, match="full"), Beside(Taker(fails_at=0)) as beside:
        beside.give(b"only")


def test_an_error_of_the_giver_passes_and_what_still_waits_is_dropped() -> None:
    taker = Taker(seconds=0.02)
    with pytest.raises(KeyboardInterrupt), Beside(taker) as beside:  # noqa: PT012
        for number in range(WAITING):
            beside.give(bytes([number]))
        began = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - began < 0.02 * WAITING / 2
    assert len(taker.took) < WAITING
    assert no_thread_left()


def test_a_single_piece_is_dropped_too_when_the_giver_fails() -> None:
    taker = Taker()
    with pytest.raises(KeyboardInterrupt), Beside(taker) as beside:  # noqa: PT012
        beside.give(b"only")
        raise KeyboardInterrupt
    assert taker.took == []


def test_whoever_gives_faster_than_is_taken_waits_instead_of_filling_memory() -> None:
    taker, ahead = Taker(seconds=0.002), 0
    with Beside(taker) as beside:
        for number in range(60):
            beside.give(bytes([number]))
            ahead = max(ahead, number + 1 - len(taker.took))
    assert len(taker.took) == 60
    assert ahead <= WAITING + 2


def test_a_whole_call_goes_on_beside_the_caller_who_does_something_else_meanwhile() -> None:
    there, enough = list[int](), threading.Event()
    done = list[str]()

    def call() -> str:
        there.append(threading.get_ident())
        assert enough.wait(20)
        return "read"

    def meanwhile() -> None:
        done.append("typed")
        if len(done) == 3:
            enough.set()

    assert called_beside(call, meanwhile) == "read"
    assert len(done) >= 3
    assert there != [threading.get_ident()]
    assert no_thread_left()


def test_what_the_call_or_the_caller_raises_comes_out_and_the_thread_has_ended() -> None:
    def fails() -> None:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        called_beside(fails, lambda: None)
    with pytest.raises(ValueError, match="meanwhile"):
        called_beside(lambda: time.sleep(0.01), lambda: int("meanwhile"))
    assert no_thread_left()


def test_where_no_thread_can_be_started_the_call_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert called_beside(threading.get_ident, lambda: None) == threading.get_ident()
