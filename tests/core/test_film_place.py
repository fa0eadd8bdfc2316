"""Where a film says it was made, is looked for in everything but its pictures and sound, whoever wrote the film."""

from __future__ import annotations

import struct

import pytest
from builders import a_file, a_source, an_incident, fresh_database, never
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.handover.recordings_say import told_by, what_they_say
from safeplan.records.attachments import CHUNK
from safeplan.records.incidents import incident

HEAD = b"\0\0\0\x18ftypmp42" + bytes(12)
XYZ = b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+43.2380+076.9450/"
SEGMENT, UNKNOWN = b"\x18\x53\x80\x67", b"\x01" + b"\xff" * 7
MATROSKA = b"\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska"
TAG = b"\x12\x54\xc3\x67\x8d\x45\xa3\x8aLOCATION+4"


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def says(db, clock, folder, content: bytes, cancelled=never) -> bool:
    entry = an_incident(db, clock, "loud")
    kept = a_file(db, clock, a_source(folder, content, "f.mp4"), entry.id, even_if_kept=True)
    told = what_they_say(db, incident(db, entry.id).attachments, cancelled).get(kept.id)
    return told is not None and told.place


def test_wherever_it_stands_it_is_found(db, clock, tmp_path):
    moov = box(b"moov", box(b"udta", XYZ))
    film = box(b"mdat", bytes(CHUNK + 77))
    for content in (
        HEAD + film + moov,
        HEAD + moov + film,
        # A size of 64 bits, as telephones write for long films.
        HEAD + b"\0\0\0\1mdat" + struct.pack(">Q", 16 + 5000) + bytes(5000) + moov,
        # Thrown away by a program that only renames what it throws away.
        HEAD + film + box(b"free", XYZ),
        HEAD + box(b"uuid", b"<exif:GPSLatitude>43"),
        # A film of a camera that keeps its way beside the pictures.
        HEAD + film + box(b"moov", b"\0\0\0\x10gpmd" + bytes(8)),
        # Boxes that are not whole: read to the end.
        HEAD + b"\0\0\0\3mdat" + bytes(300) + XYZ,
        HEAD + b"\0\0\0\0moov" + bytes(300) + XYZ,
        # On the edge of two pieces.
        HEAD + box(b"moov", bytes(CHUNK - len(HEAD) - 8 - 6) + XYZ),
    ):
        assert says(db, clock, tmp_path, content), content[24:60]


def test_what_only_looks_so_inside_pictures_and_sound_is_none(db, clock, tmp_path):
    assert not says(db, clock, tmp_path, HEAD + box(b"mdat", XYZ * 3) + box(b"moov", bytes(900)))
    cluster = b"\x1f\x43\xb6\x75" + bytes([0x80 | 3 * len(TAG)]) + TAG * 3
    assert not says(db, clock, tmp_path, MATROSKA + SEGMENT + UNKNOWN + cluster)
    # Other kinds say it in their own way, which is read when they are kept.
    assert not says(db, clock, tmp_path, b"plain words about \xa9xyz" * 9)


def test_matroska_with_and_without_sizes(db, clock, tmp_path):
    block = b"\xa3" + bytes([0x80 | 60]) + bytes(60)
    live = b"\x1f\x43\xb6\x75" + UNKNOWN + block * 9
    for content in (
        MATROSKA + SEGMENT + UNKNOWN + live + live + TAG,
        MATROSKA + SEGMENT + UNKNOWN + TAG + live,
        # What cannot be read as an element is read to the end.
        MATROSKA + SEGMENT + UNKNOWN + live + b"\0\0\0" + TAG,
    ):
        assert says(db, clock, tmp_path, content)
    assert not says(db, clock, tmp_path, MATROSKA + SEGMENT + UNKNOWN + live + live)


def test_a_film_of_nothing_but_heads_takes_no_time_and_can_be_left(db, clock, tmp_path):
    """Half a million boxes of eight bytes: whoever steps through them one by one is busy for seconds."""
    looks = 0

    def asked() -> bool:
        nonlocal looks
        looks += 1
        return looks > 3

    assert says(db, clock, tmp_path, HEAD + box(b"free", b"") * 500_000 + box(b"moov", XYZ))
    with pytest.raises(errors.Cancelled):
        says(db, clock, tmp_path, HEAD + box(b"free", b"") * 500_000 + box(b"moov", bytes(9)), asked)


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200), start=st.sampled_from([HEAD, MATROSKA, MATROSKA + SEGMENT + UNKNOWN]))
def test_no_bytes_are_too_odd(content: bytes, start: bytes) -> None:
    whole = start + content
    kind = "video/mp4" if start == HEAD else "video/webm"
    assert told_by(kind, len(whole), lambda at, length: whole[at : at + length], never) is not None
