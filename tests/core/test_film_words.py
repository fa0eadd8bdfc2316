"""A film says more than its place: a title, a comment, its day, who made it, wherever in it that stands."""

from __future__ import annotations

import struct

import pytest
from builders import never
from hypothesis import given, settings
from hypothesis import strategies as st
from test_film_place import HEAD, MATROSKA, SEGMENT, UNKNOWN, box

from safeplan.handover.recordings_say import told_by
from safeplan.handover.told import Told
from safeplan.records.attachments import CHUNK

TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=60)
LIVE = b"\x1f\x43\xb6\x75" + UNKNOWN


def told(content: bytes, kind: str = "video/mp4") -> Told:
    found = told_by(kind, len(content), lambda at, length: content[at : at + length], never)
    assert found is not None
    return found


def reasons(content: bytes, kind: str = "video/mp4") -> set[str]:
    found = told(content, kind)
    return {name for name in ("place", "words", "unread") if getattr(found, name)}


def apple(name: bytes, text: bytes) -> bytes:
    """As QuickTime writes it: length and language before the text."""
    return box(name, struct.pack(">HH", len(text), 0x15C7) + text)


def item(name: bytes, text: bytes) -> bytes:
    """As iTunes and voice memos write it."""
    return box(name, box(b"data", b"\0\0\0\1\0\0\0\0" + text))


def keys(*names: str) -> bytes:
    made = b"".join(box(b"mdta", name.encode()) for name in names)
    return box(b"keys", bytes(4) + struct.pack(">I", len(names)) + made)


def element(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">I", 0x10000000 | len(content)) + content


def simple_tag(name: str, value: str) -> bytes:
    both = element(b"\x45\xa3", name.encode()) + element(b"\x44\x87", value.encode())
    return element(b"\x12\x54\xc3\x67", element(b"\x73\x73", element(b"\x67\xc8", both)))


def matroska(*parts: bytes) -> bytes:
    return MATROSKA + SEGMENT + UNKNOWN + b"".join(parts)


@settings(max_examples=40, deadline=None)
@given(title=TITLES)
def test_no_title_is_overheard(title: str) -> None:
    words = title.encode()
    for tag in (
        item(b"\xa9nam", words),
        apple(b"\xa9nam", words),
        apple(b"\xa9cmt", words),
        box(b"titl", bytes(4) + b"\x15\xc7" + words),
        box(b"titl", bytes(4) + b"\x15\xc7\xfe\xff" + title.encode("utf-16-be")),
        box(b"----", box(b"mean", bytes(4) + b"org.strangers") + box(b"name", bytes(4) + b"MY MARK") + words),
    ):
        for content in (
            HEAD + box(b"moov", box(b"udta", tag)) + box(b"mdat", bytes(99)),
            # Renamed instead of taken out, and on the edge of two pieces.
            HEAD + box(b"mdat", bytes(99)) + box(b"free", tag),
            HEAD + box(b"moov", bytes(CHUNK - len(HEAD) - 8 - 10) + tag),
        ):
            assert reasons(content) == {"words"}, tag
    for part in (simple_tag("TITLE", title), element(b"\x15\x49\xa9\x66", element(b"\x7b\xa9", words))):
        block = b"\xa3" + bytes([0x80 | 60]) + bytes(60)
        for content in (matroska(part), matroska(LIVE, block * 9, LIVE, block, part), matroska(part, LIVE, block)):
            assert reasons(content, "video/webm") == {"words"}


def test_what_telephones_and_programs_write_by_themselves_is_no_reason() -> None:
    quicktime = ("make", "model", "software", "creationdate", "content.identifier", "live-photo.auto")
    made = keys(
        *(f"com.apple.quicktime.{one}" for one in quicktime), "com.android.version", "com.android.capture.fps"
    )
    values = box(b"ilst", box(b"\0\0\0\2", box(b"data", b"\0\0\0\1\0\0\0\0iPhone 12")))
    for tag in (
        made + values,
        item(b"\xa9too", b"Lavf60.16.100"),
        item(b"\xa9day", b"2026"),
        item(b"\xa9nam", b""),
        apple(b"\xa9mak", b"samsung") + apple(b"\xa9mod", b"Galaxy A52"),
        box(b"----", box(b"mean", bytes(4) + b"com.apple.iTunes") + box(b"name", bytes(4) + b"iTunSMPB")),
        box(b"name", b"SoundHandler"),
    ):
        assert reasons(HEAD + box(b"moov", box(b"udta", tag))) == set(), tag
    assert set(told(HEAD + box(b"moov", made + values)).said) == {"iPhone 12"}
    for name, value in (
        ("ENCODER", "Lavc60"),
        ("DURATION", "00:00:01.2"),
        ("_STATISTICS_TAGS", "BPS"),
        ("COMMENT", ""),
    ):
        assert reasons(matroska(simple_tag(name, value)), "video/webm") == set()


def test_a_title_among_keys_a_sheet_of_tags_and_a_cover() -> None:
    for part in (
        keys("com.apple.quicktime.title"),
        keys("title"),
        keys("com.stranger.recorder.where"),
        keys("what a stranger's program keeps"),
        box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + b"<x:xmpmeta/>"),
        item(b"covr", b"\x89PNG and more"),
        # Words beside the pictures: what is said in it, or the way of a drone.
        box(b"hdlr", bytes(8) + b"sbtl" + bytes(12)),
    ):
        assert reasons(HEAD + box(b"moov", part)) == {"words"}, part
    assert reasons(HEAD + box(b"moov", keys("com.apple.quicktime.location.name"))) == {"place"}
    assert reasons(matroska(simple_tag("COMMENT", "on the \x0bstairs\t4")), "video/webm") == {"words"}
    assert reasons(matroska(b"\x86\x8bS_TEXT/UTF8"), "video/webm") == {"words"}
    assert reasons(HEAD + box(b"moov", box(b"cmov", bytes(99)))) == {"unread"}


@pytest.mark.parametrize("wide", [False, True])
def test_its_day_is_the_latest_that_it_can_have_been_where_she_was(wide: bool) -> None:
    # 2 March 2026, half past six in the evening in Greenwich: the third in Almaty.
    moment = 3_855_320_000 + 3_600 * 4
    head = b"\1\0\0\0" + struct.pack(">Q", moment) if wide else b"\0\0\0\0" + struct.pack(">I", moment)
    assert told(HEAD + box(b"moov", box(b"mvhd", head + bytes(80)))).day == "2026-03-03"
    never_set = b"\0\0\0\0" + struct.pack(">I", 60) + bytes(80)
    assert told(HEAD + box(b"moov", box(b"mvhd", never_set))).day == ""
    since = 793_040_000 * 1_000_000_000
    assert told(matroska(b"\x44\x61\x88" + struct.pack(">q", since)), "video/webm").day == "2026-02-18"


def test_pictures_of_a_film_made_live_are_not_taken_for_words() -> None:
    block = b"\xa3" + struct.pack(">I", 0x10000000 | 600) + b"\x7b\xa9\x84yard" * 85 + bytes(5)
    assert reasons(matroska(LIVE, block * 30, LIVE, block * 30), "video/webm") == set()
