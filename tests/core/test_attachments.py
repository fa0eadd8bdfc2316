"""Files: every byte as it was, nothing to be seen of a half-kept one, and no name that becomes a path."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest
from builders import JPEG, a_file, a_source, an_incident, fresh_database
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import attachments, ledger, sniff
from safeplan.records.attachments import CHUNK, Embedded
from safeplan.records.incidents import incident, remove_incident
from safeplan.records.sittings import begin_sitting


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 70 * CHUNK + 5])
def test_every_byte_comes_back(db, clock, tmp_path, size):
    content = random.Random(size).randbytes(size)
    path, seen = a_source(tmp_path, content), []
    info = a_file(db, clock, path, an_incident(db, clock).id, lambda done, total: seen.append((done, total)))
    assert (info.size, info.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert attachments.read_all(db, info.id) == content
    assert attachments.check_file(db, info.id)
    assert seen[0] == (0, size)
    assert seen[-1] == (size, size)
    assert path.read_bytes() == content
    offsets = random.Random(1)
    for offset, length in [(0, 10), (size - 3, 10), (CHUNK - 2, 5), (0, size), (size, 1), (-1, 4), (2, 0), (2, -9)]:
        expected = content[offset : offset + length] if offset >= 0 and length > 0 else b""
        assert attachments.read_range(db, info.id, offset, length) == expected
    for _ in range(20):
        offset, length = offsets.randrange(size + 1), offsets.randrange(3 * CHUNK)
        assert attachments.read_range(db, info.id, offset, length) == content[offset : offset + length]


def test_import_time_and_file_time_are_two_things(db, clock, tmp_path):
    path = a_source(tmp_path)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    info = a_file(db, clock, path, an_incident(db, clock).id, note="the door, from inside")
    assert (info.imported_at, info.zone, info.file_time) == ("2026-03-02T18:40:00Z", "+05:00", "2023-11-14T22:13:20Z")
    assert (info.name, info.kind, info.note, info.embedded) == (
        "IMG_0007.jpg",
        "image/jpeg",
        "the door, from inside",
        None,
    )


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="the system cannot read without a mark")
def test_reading_leaves_the_source_as_it_was(db, clock, tmp_path):
    path = a_source(tmp_path)
    os.utime(path, (1_000_000_000, 1_700_000_000))
    a_file(db, clock, path, an_incident(db, clock).id)
    assert path.stat().st_atime == 1_000_000_000


def test_the_file_belongs_to_the_entry_and_to_the_ledger_from_the_next_opening(db, clock, tmp_path):
    entry = an_incident(db, clock)
    info = a_file(db, clock, a_source(tmp_path), entry.id)
    assert incident(db, entry.id).attachments == (info,)
    begin_sitting(db, clock)
    line = list(ledger.entries(db))[-1]
    text = attachments.document(db, info.id)
    assert (line.op, line.object_id) == ("attach", info.id)
    assert line.content_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert info.sha256 in text
    assert attachments.attachment(db, info.id).fixed


def test_the_same_bytes_twice_are_recognised_and_kept_twice_only_on_purpose(db, clock, tmp_path):
    first, second = an_incident(db, clock), an_incident(db, clock)
    a_file(db, clock, a_source(tmp_path), first.id)
    again = a_source(tmp_path, name="other name.jpg")
    with pytest.raises(errors.FileAlreadyKept) as refused:
        a_file(db, clock, again, second.id)
    assert refused.value.facts == {"number": 1}
    assert db.value("SELECT count(DISTINCT item) FROM chunk") == 1
    assert a_file(db, clock, again, second.id, even_if_kept=True).incident_id == second.id


@pytest.mark.skipif(os.name != "posix", reason="such names exist on POSIX only")
@pytest.mark.parametrize(
    "name", ["..\\..\\evil.exe", "a" * 250 + ".jpg", "новая\nстрока.jpg", "CON", "%2e%2e", b"\xff\xfe.jpg"]
)
def test_a_name_is_only_words(db, clock, tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(JPEG)
    before = sorted(tmp_path.iterdir())
    info = a_file(db, clock, path, an_incident(db, clock).id)
    assert info.name == os.fsdecode(name).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert sorted(tmp_path.iterdir()) == before


class NamedPath(type(Path())):
    """A path whose last part claims to be anything, as from another system."""

    claimed = ""

    @property
    def name(self):
        return self.claimed


@pytest.mark.parametrize("claimed", ["../../../etc/passwd", "x" * 300, "/absolute", ""])
def test_a_claimed_name_of_any_shape_is_kept_as_text(db, clock, tmp_path, claimed):
    path = NamedPath(a_source(tmp_path))
    path.claimed = claimed
    assert a_file(db, clock, path, an_incident(db, clock).id).name == claimed


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices")
def test_what_is_no_file_is_refused_at_once(db, clock, tmp_path):
    entry = an_incident(db, clock)
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "nothing here", tmp_path / "pipe", Path("/dev/zero"), tmp_path / "a\0b"):
        with pytest.raises(errors.FileUnreadable):
            a_file(db, clock, path, entry.id)
    with pytest.raises(errors.NotThere):
        a_file(db, clock, a_source(tmp_path), "no such entry")


@pytest.mark.parametrize("change", ["grows", "shrinks", "touched"])
def test_a_source_that_changes_meanwhile_is_not_kept(db, clock, tmp_path, change):
    path = a_source(tmp_path, bytes(5 * CHUNK))

    def meddle(done: int, total: int) -> None:
        if done == 2 * CHUNK:
            if change == "grows":
                with path.open("ab") as file:
                    file.write(b"more")
            elif change == "shrinks":
                os.truncate(path, 3 * CHUNK)
            else:
                os.utime(path, (1, 1))

    with pytest.raises(errors.FileVanished):
        a_file(db, clock, path, an_incident(db, clock).id, meddle)
    assert db.value("SELECT count(*) FROM chunk") == 0


def test_a_read_error_in_the_middle_is_a_file_that_vanished(db, clock, tmp_path, monkeypatch):
    path, real, calls = a_source(tmp_path, bytes(5 * CHUNK)), os.read, []

    def pulled_out(descriptor: int, length: int) -> bytes:
        calls.append(length)
        if len(calls) > 3:
            raise OSError(5, "the stick was pulled out")
        return real(descriptor, length)

    entry = an_incident(db, clock)
    with monkeypatch.context() as broken:
        broken.setattr(os, "read", pulled_out)
        with pytest.raises(errors.FileVanished):
            a_file(db, clock, path, entry.id)
    assert db.value("SELECT count(*) FROM chunk") == 0
    assert a_file(db, clock, path, entry.id).size == 5 * CHUNK


@pytest.mark.parametrize("after", [0, 1, 64, 65, 130])
def test_cancelled_at_any_piece_nothing_stays(db, clock, tmp_path, after):
    path, copied = a_source(tmp_path, bytes(131 * CHUNK)), []

    def progress(done: int, _total: int) -> None:
        copied.append(done)

    def cancelled() -> bool:
        return len(copied) > after

    entry = an_incident(db, clock)
    with pytest.raises(errors.Cancelled):
        a_file(db, clock, path, entry.id, progress, cancelled)
    assert copied == [place * CHUNK for place in range(after + 1)]
    assert attachments.list_attachments(db, entry.id) == ()
    assert db.value("SELECT count(*) FROM chunk") == 0


def test_a_full_disk_leaves_nothing_of_the_file(db, clock, tmp_path):
    """The page limit makes SQLite answer as a full disk does."""
    entry = an_incident(db, clock)
    db.execute(f"PRAGMA max_page_count = {db.value('PRAGMA page_count') + 1300}")
    with pytest.raises(errors.DiskFull):
        a_file(db, clock, a_source(tmp_path, bytes(100 * CHUNK)), entry.id)
    assert db.value("SELECT count(*) FROM chunk") == 0
    assert a_file(db, clock, a_source(tmp_path, bytes(60 * CHUNK)), entry.id).size == 60 * CHUNK
    assert db.first_fault() is None


def test_an_interrupted_import_is_invisible_and_collected_at_the_next_opening(db, clock, tmp_path):
    entry = an_incident(db, clock)
    kept = a_file(db, clock, a_source(tmp_path), entry.id)
    for place in range(130):
        db.execute("INSERT INTO chunk VALUES (?, ?, ?)", ("f" * 32, place, bytes(100)))
    assert attachments.list_attachments(db, entry.id) == (kept,)
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert db.value("SELECT count(*) FROM chunk WHERE item <> ?", (kept.id,)) == 0
    assert attachments.read_all(db, kept.id) == JPEG
    assert attachments.collect_unfinished(db) == 0


def test_what_the_file_claims_and_its_thumbnail_lie_beside_it(db, clock, tmp_path):
    info = a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)
    begin_sitting(db, clock)
    claims = Embedded("2026-02-27T23:10", "43.24, 76.90", "Phone", 6)
    assert attachments.set_embedded(db, info.id, claims).embedded == claims
    assert attachments.thumbnail(db, info.id) is None
    assert attachments.set_thumbnail(db, info.id, b"small").has_thumbnail
    assert attachments.thumbnail(db, info.id) == b"small"
    assert attachments.read_all(db, info.id) == JPEG
    assert ledger.check(db).ok
    with pytest.raises(errors.NotThere):
        attachments.set_thumbnail(db, "unknown", b"")


def test_a_file_of_this_opening_goes_without_trace_and_an_older_one_leaves_a_tombstone(db, clock, tmp_path):
    entry = an_incident(db, clock)
    old = a_file(db, clock, a_source(tmp_path), entry.id)
    begin_sitting(db, clock)
    new = a_file(db, clock, a_source(tmp_path, b"new"), entry.id)
    attachments.set_thumbnail(db, new.id, b"small")
    attachments.remove_attachment(db, clock, new.id)
    assert db.value("SELECT count(*) FROM tombstone") == db.value("SELECT count(*) FROM thumbnail") == 0
    assert db.value("SELECT count(*) FROM waiting") == 0
    attachments.remove_attachment(db, clock, old.id, keep_hash=True)
    assert db.value("SELECT kept FROM tombstone") == f'["{old.sha256}"]'
    assert db.value("SELECT count(*) FROM chunk") == 0
    begin_sitting(db, clock)
    assert [line.op for line in ledger.entries(db)] == ["add", "attach", "remove_file"]
    assert ledger.check(db).ok
    remove_incident(db, clock, entry.id, keep_hash=False)
    assert ledger.check(db).ok
    with pytest.raises(errors.NotThere):
        a_file(db, clock, a_source(tmp_path), entry.id)


SAMPLES = {
    "image/jpeg": b"\xff\xd8\xff\xe1",
    "image/png": b"\x89PNG\r\n\x1a\n\0\0",
    "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "image/heic": b"\0\0\0\x18ftypheic\0\0",
    "image/heif": b"\0\0\0\x18ftypmif1\0\0",
    "image/gif": b"GIF89a",
    "image/bmp": b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0" + bytes(12),
    "image/tiff": b"II*\0\x08\0",
    "application/pdf": b"%PDF-1.7",
    "video/mp4": b"\0\0\0\x18ftypisom",
    "video/quicktime": b"\0\0\0\x14ftypqt  ",
    "audio/mpeg": b"ID3\x04\0",
    "audio/mp4": b"\0\0\0\x18ftypM4A ",
    "audio/ogg": b"OggS\0",
    "audio/wav": b"RIFF\x10\0\0\0WAVEfmt ",
    "audio/amr": b"#!AMR\n",
    "audio/aac": b"\xff\xf1\x50\x80\x2e\x7f",
    "audio/flac": b"fLaC\0\0\0\x22",
    "audio/x-caf": b"caff\0\x01\0\0desc",
    "video/3gpp": b"\0\0\0\x18ftyp3gp4\0\0",
    "video/webm": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87",
    "video/x-matroska": b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska",
    "video/x-msvideo": b"RIFF\0\0\0\0AVI LIST",
    "image/avif": b"\0\0\0\x1cftypavif\0\0",
    "application/zip": b"PK\x03\x04\x14",
    "text/plain": "Ол келді.\r\n".encode(),
    "text/html": b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>",
    "application/octet-stream": b"\0\1\2\3MZ",
}


@pytest.mark.parametrize(("kind", "start"), SAMPLES.items())
def test_a_file_is_what_its_first_bytes_say(kind, start):
    assert sniff.kind_of(start) == kind


def test_more_first_bytes():
    assert sniff.kind_of(b"MM\0*\0\0") == "image/tiff"
    assert sniff.kind_of(b"\xff\xfb\x90\x64") == "audio/mpeg"
    assert sniff.kind_of(b"\xff\xfb\xf0\x64") == "application/octet-stream"
    assert sniff.kind_of("привет".encode("utf-16")) == "text/plain"
    assert sniff.kind_of("Он пришёл вечером".encode("cp1251")) == "text/plain"
    assert sniff.kind_of(("a" + "я" * 4000).encode()) == "text/plain"
    assert sniff.kind_of(b"RIFF\0\0\0\0CDDA") == "application/octet-stream"
    assert sniff.kind_of(b"#!AMR-WB\n") == "audio/amr"
    assert sniff.kind_of(b"OggS\0\x02" + bytes(22) + b"OpusHead") == "audio/ogg"
    assert sniff.kind_of(b"\0\0\0\x18ftyp3g2a") == "video/3gpp"
    assert sniff.kind_of(b"\x1a\x45\xdf\xa3" + bytes(60)) == "application/octet-stream"
    assert sniff.kind_of(b"\xff\xf1\xff\x80") == "application/octet-stream"
    for exported in ('{"messages": [1]}', "date;number;seconds\n", "From: a@example.invalid\n"):
        assert sniff.kind_of(exported.encode()) == "text/plain"
    assert sniff.kind_of(b"") == "application/octet-stream"


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(content):
    assert "/" in sniff.kind_of(content)
