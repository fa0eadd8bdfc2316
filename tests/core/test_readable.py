"""A text file on the screen: every letter, nothing that hides or reorders, and never a long wait."""

from __future__ import annotations

import re
import threading
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.records.readable import (
    LONGEST_LINE,
    MOST_BYTES,
    MOST_MARKS,
    PART_CHARACTERS,
    PART_LINES,
    readable,
)

LONGEST_STANDSTILL = 0.2
# A long text is gone through in pieces of this size.
SLICE = 8192

KAZAKH = "Ол есікті ұрды. Ғарышқа өтті, ңәүһі.\n12.03.2026, 21:04 - Ана: «қайдасың»"


def all_of(content: bytes, **more) -> str:
    return "\n".join(readable(content, **more).parts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_letters_of_phones_and_computers_are_read(encoding) -> None:
    found = readable(KAZAKH.encode(encoding))
    assert "\n".join(found.parts) == KAZAKH
    assert not found.guessed
    assert not found.cut


def test_old_russian_letters_are_a_guess_that_is_told() -> None:
    found = readable("Он стоял у двери до утра.".encode("cp1251"))
    assert found.parts == ("Он стоял у двери до утра.",)
    assert found.guessed


def test_one_bad_byte_does_not_change_the_alphabet() -> None:
    found = readable(KAZAKH.encode() + b"\xff" + "тағы".encode())
    assert found.parts == (KAZAKH + "\ufffdтағы",)


def test_signs_that_hide_or_reorder_can_be_seen() -> None:
    shown = all_of("a\u202egpj.exe b\u200bc\x00d\x1b[31me\ufefff\u2066g".encode())
    assert shown == "a[U+202E]gpj.exe b[U+200B]c\u2400d\u241b[31me[U+FEFF]f[U+2066]g"


def test_line_ends_of_every_system_are_line_ends() -> None:
    assert all_of("a\r\nb\rc\u2028d\u2029e\x85f".encode()) == "a\nb\nc\nd\ne\nf"


def test_piled_up_marks_are_cut_and_ordinary_ones_stay() -> None:
    assert all_of("й и\u0306 ё е\u0308".encode()) == "й и\u0306 ё е\u0308"
    assert len(all_of(("a" + "\u0301" * 100_000 + "b").encode())) < 20
    assert all_of("👩‍👧‍👦".encode()) == "👩‍👧‍👦"


def test_a_page_of_the_web_is_its_words() -> None:
    page = (
        b"<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body onload='go()'>"
        b"<script>alert('<p>no</p>')</script><p>12 March <b>Mother</b>:&nbsp;where &lt;are&gt; you &amp; he&#33;</p>"
        b"<!-- hidden --><div>second<br>third</div><img src='http://example.invalid/a.png'></body></html>"
    )
    assert [line for line in all_of(page, markup=True).split("\n") if line] == [
        "12 March Mother:\u00a0where <are> you & he!",
        "second",
        "third",
    ]
    assert "alert('<p>no</p>')" in all_of(page), "its source is there too"


@pytest.mark.parametrize("never_closed", [b"<script>", b"<!--", b"<style>", b"<", b"<p title='"])
def test_what_is_never_closed_hides_nothing(never_closed) -> None:
    assert "after the mark" in all_of(b"before" + never_closed + b"after the mark", markup=True)


def test_only_the_beginning_of_a_large_file_is_read_and_that_is_told() -> None:
    found = readable(b"x" * (MOST_BYTES + 5))
    assert found.cut
    assert sum(part.count("x") for part in found.parts) == MOST_BYTES
    assert readable(b"x" * 10, total=10_000_000).cut


HOSTILE = {
    "every sign": "".join(chr(n) for n in range(0x30000) if not 0xD800 <= n < 0xE000).encode()[:MOST_BYTES],
    "marks": "\u0301".encode() * (MOST_BYTES // 2),
    "open tags": b"<a " * (MOST_BYTES // 3),
    "one line": b"x" * MOST_BYTES,
    "open brackets": b"<" * MOST_BYTES,
    "open scripts": b"<script>" * (MOST_BYTES // 8),
    "comments": b"<!--" * (MOST_BYTES // 4),
    "entities": b"&#9999999" * (MOST_BYTES // 9),
    "long number": b"&#" + b"9" * MOST_BYTES,
    "lines": b"\n" * MOST_BYTES,
    "turned": "\u202e".encode() * (MOST_BYTES // 3),
    "noughts": bytes(MOST_BYTES),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("markup", [False, True])
def test_a_hostile_file_takes_no_longer_than_a_kind_one(name, markup) -> None:
    began = time.thread_time()
    found = readable(HOSTILE[name], markup=markup)
    assert time.thread_time() - began < 8
    must_fit(found.parts)


needs_its_clock = pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="no clock for a thread")


def longest_gap(work) -> float:
    """Seconds of the processor that `work`, in a thread of its own, took without a turn for this one."""
    begin, end = threading.Event(), threading.Event()
    looked = threading.Event()

    def in_its_thread() -> None:
        begin.wait()
        work()
        end.set()
        # Its clock goes with it.
        looked.wait()

    worker = threading.Thread(target=in_its_thread)
    worker.start()
    # Its own time: how busy the computer is with others must not count.
    clock, gap = time.pthread_getcpuclockid(worker.ident), 0.0
    last = time.clock_gettime(clock)
    begin.set()
    while not end.is_set():
        time.sleep(0.001)
        now = time.clock_gettime(clock)
        gap, last = max(gap, now - last), now
    looked.set()
    worker.join()
    return gap


def the_window_has_its_turn(work) -> float:
    gap = longest_gap(work)
    assert gap < LONGEST_STANDSTILL, f"{gap * 1000:.0f} ms"
    return gap


@needs_its_clock
@pytest.mark.row("H-05")
def test_while_a_hostile_file_is_read_the_window_has_its_turn(tries) -> None:
    files = [(name, markup) for name in HOSTILE for markup in (True, False)]
    gaps = []
    for name, markup in files[: tries.of(len(files), daily=6)]:
        gaps.append(the_window_has_its_turn(lambda name=name, markup=markup: readable(HOSTILE[name], markup=markup)))
    tries.figure("reading_gap_ms", round(max(gaps) * 1000))


@needs_its_clock
@pytest.mark.row("H-05", control=True)
def test_the_watch_sees_work_that_gives_no_turn() -> None:
    with pytest.raises(AssertionError, match="ms"):
        the_window_has_its_turn(lambda: re.sub("[ \t]+", "-", " x" * (3 << 20)))


def test_a_pile_of_marks_is_cut_wherever_the_pieces_of_a_long_text_end() -> None:
    for before in (SLICE - 20, SLICE - 9, SLICE - 3, SLICE - 1, SLICE):
        for marks in (5, 8, 9, 40, SLICE + 3):
            shown = "".join(readable(("a" * before + "\u0301" * marks + "b").encode()).parts).replace("\n", "")
            assert shown == "a" * before + "\u0301" * min(marks, MOST_MARKS) + "…" * (marks > MOST_MARKS) + "b"


def must_fit(parts) -> None:
    for part in parts:
        lines = part.split("\n")
        assert len(lines) <= PART_LINES
        assert all(len(line) <= LONGEST_LINE for line in lines)
        assert len(part) <= PART_CHARACTERS + LONGEST_LINE
        for sign in set(part):
            assert sign in "\n\t\u200c\u200d" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(st.binary(max_size=3000), st.booleans())
def test_any_bytes_give_a_text_that_fits(content, markup) -> None:
    must_fit(readable(content, markup=markup).parts)


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"]), max_size=9000))
def test_letters_come_through_as_they_are(text) -> None:
    parts = readable(text.encode()).parts
    assert "".join("".join(parts).split("\n")) == text


@given(st.text("<>/!-&;#xapdiv brscript\n", max_size=400))
def test_any_markup_gives_a_text_that_fits(page) -> None:
    must_fit(readable(page.encode(), markup=True).parts)
