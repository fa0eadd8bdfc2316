"""Tags of sound and of old films are read as they stand, and what cannot be read is never held for silence."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from builders import never
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan.handover.recordings_say import told_by
from safeplan.handover.told import Told
from safeplan.records.sniff import UNKNOWN, kind_of

STREET = "Сәтпаев көшесі 12"
SIZE = struct.Struct("<I")
# No more than this of any recording is looked at besides its pieces' heads.
MOST_READ = 3 << 20


def told(content: bytes, kind: str = "") -> Told:
    """What these bytes say, read as little as promised."""
    taken = 0

    def read(at: int, length: int) -> bytes:
        nonlocal taken
        assert at >= 0
        assert length >= 0
        taken += len(content[at : at + length])
        return content[at : at + length]

    found = told_by(kind or kind_of(content), len(content), read, never)
    assert found is not None
    assert taken <= MOST_READ
    return found


def reasons(content: bytes, kind: str = "") -> set[str]:
    found = told(content, kind)
    return {name for name in ("place", "words", "unread") if getattr(found, name)}


def comments(*lines: str, writer: str = "Lavf60.16.100") -> bytes:
    texts = [line.encode() for line in lines]
    whole = SIZE.pack(len(writer)) + writer.encode() + SIZE.pack(len(texts))
    return whole + b"".join(SIZE.pack(len(one)) + one for one in texts)


def pages(packets: list[bytes], *, serial: bytes = b"abcd", moment: int = 0) -> bytes:
    """Each packet in pages of its own, as long as they may be."""
    made = b""
    for packet in packets:
        lacing = [255] * (len(packet) // 255) + [len(packet) % 255]
        at = 0
        for first in range(0, len(lacing), 255):
            table = bytes(lacing[first : first + 255])
            head = b"OggS\0\0" + struct.pack("<q", moment) + serial + bytes(8) + bytes([len(table)]) + table
            made += head + packet[at : at + sum(table)]
            at += sum(table)
    return made


def ogg(*lines: str, first: bytes = b"\1vorbis", before: bytes = b"\3vorbis") -> bytes:
    tags = [first + bytes(20), before + comments(*lines) + b"\1"]
    return pages(tags) + pages([bytes(9000)], moment=48_000)


def flac(*lines: str, last: int = 0x80) -> bytes:
    tags = comments(*lines)
    return b"fLaC\0\0\0\x22" + bytes(34) + bytes([4 | last]) + len(tags).to_bytes(3, "big") + tags + bytes(900)


def id3(*frames: tuple[str, bytes], version: int = 3) -> bytes:
    made = b""
    for name, content in frames:
        size = len(content)
        if version == 2:
            made += name.encode() + size.to_bytes(3, "big") + content
        else:
            sizes = bytes((size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127))
            made += name.encode() + (sizes if version == 4 else size.to_bytes(4, "big")) + b"\0\0" + content
    made += bytes(40)
    size = len(made)
    return (
        b"ID3" + bytes([version, 0, 0, 0, size >> 14 & 127, size >> 7 & 127, size & 127]) + made + b"\xff\xfb" * 200
    )


def riff(form: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    made = b"".join(name + SIZE.pack(len(one)) + one + b"\0" * (len(one) % 2) for name, one in chunks)
    return b"RIFF" + SIZE.pack(4 + len(made)) + form + made


def info(*items: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    made = b"".join(name + SIZE.pack(len(one)) + one + b"\0" * (len(one) % 2) for name, one in items)
    return b"LIST", b"INFO" + made


def wav(*chunks: tuple[bytes, bytes]) -> bytes:
    return riff(b"WAVE", (b"fmt ", bytes(16)), (b"data", b"IART" * 99), *chunks)


def caf(*pairs: str) -> bytes:
    texts = SIZE.pack(len(pairs) // 2)[::-1] + b"".join(one.encode() + b"\0" for one in pairs)
    head = b"caff\0\1\0\0desc" + struct.pack(">q", 32) + bytes(32)
    return head + b"info" + struct.pack(">q", len(texts)) + texts + b"data" + struct.pack(">q", -1) + bytes(900)


TITLED: dict[str, Callable[[str], bytes]] = {
    "Vorbis": lambda title: ogg(f"TITLE={title}"),
    "Opus": lambda title: ogg(f"title={title}", first=b"OpusHead", before=b"OpusTags"),
    "Theora": lambda title: ogg(f"TITLE={title}", first=b"\x80theora", before=b"\x81theora"),
    "Speex": lambda title: ogg(f"TITLE={title}", first=b"Speex   1.2", before=b""),
    "FLAC": lambda title: flac(f"TITLE={title}"),
    "ID3v2.2": lambda title: id3(("TT2", b"\1" + title.encode("utf-16")), version=2),
    "ID3v2.3": lambda title: id3(("TIT2", b"\1" + title.encode("utf-16"))),
    "ID3v2.4": lambda title: id3(("TSSE", b"\3LAME3.100"), ("COMM", b"\3kaz\0" + title.encode()), version=4),
    "ID3v2 of its own": lambda title: id3(("TXXX", b"\3My mark\0" + title.encode())),
    "WAV": lambda title: wav(info((b"ISFT", b"Lavf60\0"), (b"INAM", title.encode() + b"\0"))),
    "AVI": lambda title: riff(b"AVI ", (b"LIST", b"movi" + b"ISBJ" * 50), info((b"ISBJ", title.encode()))),
    "CAF": lambda title: caf("title", title),
}
TITLES = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=60)


@pytest.mark.parametrize("form", TITLED)
@settings(max_examples=25, deadline=None)
@given(title=TITLES)
def test_no_title_is_overheard_and_none_is_found_where_there_is_none(form: str, title: str) -> None:
    assert reasons(TITLED[form](title)) == {"words"}
    assert reasons(TITLED[form]("")) == set()


def test_what_programs_and_devices_write_is_no_reason_but_is_compared_with_hers() -> None:
    for content in (
        ogg("ENCODER=Lavc60 libopus", "DATE=2026-03-02", "MAKE=samsung", "model=Galaxy A52", "R128_TRACK_GAIN=0"),
        wav(
            info((b"ISFT", b"Galaxy A52 2026-03-02")), (b"bext", bytes(256) + b"Galaxy A52".ljust(64) + b"2026-03-02")
        ),
        id3(("TSSE", b"\0Galaxy A52"), ("TYER", b"\0002026"), ("TDAT", b"\0000203")),
        id3(("TDRC", b"\0002026-03-02T10:11"), ("TSSE", b"\0Galaxy A52"), version=4),
        riff(
            b"AVI ",
            (b"LIST", b"hdrlIDIT" + SIZE.pack(26) + b"Mon Mar 02 10:11:12 2026\n\0"),
            info((b"ISFT", b"Galaxy A52")),
        ),
        caf("encoding application", "Galaxy A52", "recorded date", "2026-03-02"),
    ):
        found = told(content)
        assert (found.place, found.words, found.unread, found.day) == (False, False, False, "2026-03-02"), content
        assert "Galaxy A52" in " ".join(found.said)


def test_a_date_that_is_none_is_somebodys_words() -> None:
    for date in (
        "2026",
        "2026-03-02T10:11:12Z",
        "2 Mar 2026",
        "Mon Mar 02 10:11:12 2026",
        "10:11 pm",
        "20260302 UTC",
    ):
        assert reasons(ogg(f"DATE={date}")) == set(), date
    for date in ("Satpayev 12", "the day at Marat's", "2026 Марат"):
        assert reasons(ogg(f"DATE={date}")) == {"words"}, date


def test_a_place_is_told_as_a_place() -> None:
    assert reasons(ogg("LOCATION=+43.2380+076.9450/")) == {"place"}
    assert reasons(flac("geo_location=home")) == {"place"}
    assert reasons(id3(("TXXX", b"\3location\0+43.2380"))) == {"place"}


def test_older_and_rarer_tags() -> None:
    sound = b"\xff\xfb\x90\0" * 200
    assert reasons(sound) == set()
    assert reasons(sound + b"TAG" + "улица Сатпаева".encode("cp1251").ljust(125, b"\0")) == {"words"}
    assert reasons(sound + b"TAG" + bytes(124) + b"\xff") == set()
    assert reasons(sound + b"APETAGEX" + bytes(24)) == {"words"}
    assert reasons(sound + b"000123LYRICS200" + b"TAG" + bytes(125)) == {"words"}
    # A picture on the cover may be one of her room.
    assert reasons(id3(("APIC", b"\0image/png\0\3\0" + bytes(99) + b"p"))) == {"words"}
    assert reasons(b"fLaC\0\0\0\x22" + bytes(34) + b"\x86\0\0\x09" + b"p" * 9) == {"words"}
    assert reasons(id3() + b"TAG" + bytes(125)) == set()
    assert reasons(wav((b"bext", STREET.encode().ljust(700, b"\0")))) == {"words"}
    assert reasons(wav((b"LIST", b"adtl" + b"labl" + SIZE.pack(12) + b"\1\0\0\0the yard"))) == {"words"}
    assert reasons(wav((b"JUNK", b"INFOINAM\5\0\0\0yard\0\0"))) == {"words"}
    assert reasons(wav((b"JUNK", bytes(200)))) == set()
    assert reasons(wav((b"id3 ", id3(("TIT2", b"\0yard"))))) == {"words"}
    assert reasons(id3()[:50] + flac("TITLE=yard"), "audio/mpeg") >= {"words"}


def test_tags_over_many_pages_and_of_several_streams() -> None:
    long = comments("METADATA=" + "x" * 200_000, f"TITLE={STREET}")
    assert reasons(pages([b"OpusHead" + bytes(11), b"OpusTags" + long]) + pages([bytes(9)], moment=9)) == {"words"}
    silent = pages([b"OpusHead", b"OpusTags" + comments()])
    named = pages([b"\1vorbis", b"\3vorbis" + comments("TITLE=yard")], serial=b"efgh")
    assert reasons(silent + named + pages([bytes(9)], moment=9)) == {"words"}
    # One recording behind the other.
    joined = silent + pages([bytes(9)], moment=9) + named + pages([bytes(9)], serial=b"efgh", moment=9)
    assert reasons(joined) == {"unread"}


def test_what_cannot_be_read_is_not_held_for_silence() -> None:
    assert reasons(ogg(first=b"\1newest", before=b"")) == {"unread"}
    assert reasons(ogg("TITLE=yard")[:70]) == {"unread"}
    assert reasons(flac("TITLE=yard")[:60]) == {"unread"}
    assert reasons(flac("TITLE=yard", last=0)[:-880]) >= {"unread"}
    # Unsynchronised, a newer version, and a frame that was compressed.
    for head in (b"ID3\3\0\x80\0\0\0\x20", b"ID3\5\0\0\0\0\0\x20", b"ID3\3\0\0\0\0\0\x20TIT2\0\0\0\4\0\x80abcd"):
        assert "unread" in reasons(head + bytes(99)), head
    assert reasons(b"RIFF\0\0\0\0WAVE" + b"\0\0\0\0" * 9) == {"unread"}
    assert reasons(b"caff\0\1\0\0info" + struct.pack(">q", 999)) == {"unread"}
    for start in (b"FORM\0\0\0\x20AIFF", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"RF64\xff\xff\xff\xffWAVE", b"\3ds2"):
        assert reasons(start + bytes(200), UNKNOWN) == {"unread"}
    assert reasons(b"new" * 9, "video/x-of-tomorrow") == {"unread"}
    assert reasons(b"#!AMR\n" + b"title" * 9) == set()


def test_what_is_no_recording_is_none() -> None:
    for content in (b"plain words", b"%PDF-1.7 title", b"\0\1\2\3" * 9):
        assert told_by(kind_of(content), len(content), lambda at, n, c=content: c[at : at + n], never) is None  # type: ignore[misc]


KINDS = ("audio/ogg", "audio/flac", "audio/mpeg", "audio/aac", "audio/wav", "video/x-msvideo", "audio/x-caf")
STARTS = [make("yard") for make in TITLED.values()]


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(KINDS), start=st.sampled_from(STARTS), cut=st.integers(0, 400), more=st.binary(max_size=200)
)
def test_no_bytes_are_too_odd(kind: str, start: bytes, cut: int, more: bytes) -> None:
    told(start[:cut] + more, kind)


@pytest.mark.parametrize(
    "content",
    [
        b"RIFF\0\0\0\0WAVE" + b"LIST\4\0\0\0INFO" * 300_000,
        b"caff\0\1\0\0" + (b"free" + bytes(8)) * 300_000,
        b"ID3\3\0\0\0\0\0\0" * 300_000,
        b"ID3\3\0\0\0\x7f\x7f\x7f" + b"TSSE\0\0\0\1\0\0\0" * 200_000,
        b"fLaC" + b"\1\0\0\0" * 300_000,
        b"".join(pages([bytes(200)], serial=SIZE.pack(one)) for one in range(20_000)),
    ],
    ids=["lists", "pieces", "tags", "frames", "blocks", "streams"],
)
def test_a_recording_of_nothing_but_heads_is_left_soon_and_named(content: bytes) -> None:
    assert "unread" in reasons(content)
