"""What a bare Windows computer cannot open has a copy beside it that it can, and nobody takes one for the other.

Lost without it: an officer double-clicks a voice message, nothing happens, and it is never heard.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import wave
import zipfile
from pathlib import Path

import bagit
import pytest
import pyzipper
from builders import a_file, a_source, an_incident, fresh_database, ignore, never
from PIL import Image
from test_report import on_one_line

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.bag_files import Makers
from safeplan.handover.sealed_bundle import write_zip
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.handover.viewing_copy import Coding, Sound, Still, ViewingCopy, film_time
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.checking import check
from safeplan.records.custody import note_check, original_removed
from safeplan.records.file_notes import mark_file_private, write_file_note

SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or ""
HEIC = b"\0\0\0\x18ftypheic" + bytes(range(256)) * 4
AMR = b"#!AMR\n" + bytes(range(256))
MATROSKA = b"\x1a\x45\xdf\xa3\x42\x82\x88matroska" + bytes(300)


def film(coding: bytes) -> bytes:
    described = b"stsd\0\0\0\0\0\0\0\x01\0\0\0\x90" + coding
    return b"\0\0\0\x18ftypmp42" + bytes(300_000) + described + bytes(4_000)


def jpeg() -> bytes:
    """A picture that tells a place, to see whether the copy does."""
    out, told = io.BytesIO(), Image.Exif()
    told[0x010F] = "TELLTALE"
    Image.new("RGB", (60, 40), "white").save(out, "JPEG", exif=told)
    return out.getvalue()


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def target(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def copy_of(info: AttachmentInfo) -> ViewingCopy | None:
    if info.kind.startswith("image/"):
        return ViewingCopy((Still(jpeg()),))
    sound = Sound(8000, 1, 900, [b"\1\0" * 500, b"\2\0" * 300])
    if info.kind.startswith("audio/"):
        return ViewingCopy((), sound)
    return ViewingCopy(tuple(Still(jpeg(), at * 61_000) for at in range(3)), sound)


def handed_over(db, clock, folder: Path, target: Path, contents, copies=copy_of, **choice) -> Path:
    entry = an_incident(db, clock).id
    for place, content in enumerate(contents):
        a_file(db, clock, a_source(folder, content, f"f{place}.bin"), entry)
    chosen = Selection((entry,), "en", True, **choice)
    release = write_bag(db, clock, chosen, target, lambda _: None, ignore, never, copy_of=copies)
    return target / release.folder_name


def rows_of(bag: Path) -> list[list[str]]:
    return [line.split("\t") for line in (bag / "data/names.tsv").read_text().splitlines()[1:]]


def test_each_has_its_copy_with_a_hash_of_its_own_and_the_original_beside_it(db, clock, tmp_path, target):
    bag = handed_over(db, clock, tmp_path, target, [HEIC, AMR, MATROSKA, b"plain words\n" * 9])
    names = sorted(path.name for path in (bag / "data").glob("0*"))
    assert names == [
        "0001-COPY.jpg",
        "0001.heic",
        "0002-COPY.wav",
        "0002.amr",
        "0003-COPY-01.jpg",
        "0003-COPY-02.jpg",
        "0003-COPY-03.jpg",
        "0003-COPY.wav",
        "0003.mkv",
        "0004.txt",
    ]
    assert (bag / "data/0001.heic").read_bytes() == HEIC
    copies = {row[0]: row for row in rows_of(bag) if row[1] == "COPY"}
    assert copies["0003-COPY-02.jpg"][4:] == ["0003.mkv", "0:01:01"]
    assert copies["0001-COPY.jpg"][4:] == ["0001.heic", ""]
    manifest = (bag / "manifest-sha256.txt").read_text()
    assert all(f"{row[3]}  data/{name}\n" in manifest for name, row in copies.items())
    with Image.open(bag / "data/0001-COPY.jpg") as picture:
        assert picture.size == (60, 40)
    assert b"TELLTALE" not in (bag / "data/0001-COPY.jpg").read_bytes()
    assert bagit.Bag(str(bag)).is_valid()
    said = subprocess.run(["pdftotext", str(bag / "1-START.pdf"), "-"], capture_output=True, text=True, check=True)
    assert "COPY" in said.stdout


def test_sound_is_as_long_as_its_head_says(db, clock, tmp_path, target):
    """Fewer samples than were counted: silence follows, and no player finds a broken file."""
    bag = handed_over(db, clock, tmp_path, target, [AMR])
    with wave.open(str(bag / "data/0001-COPY.wav")) as heard:
        assert (heard.getnchannels(), heard.getsampwidth(), heard.getframerate()) == (1, 2, 8000)
        assert heard.readframes(5000) == b"\1\0" * 500 + b"\2\0" * 300 + bytes(200)


def test_a_recording_that_stops_answering_stops_nothing_and_is_told(db, clock, tmp_path, target):
    """Counted once, and the second time it could not be played in time: the copy is short, the hand-over whole."""

    def late(_info: AttachmentInfo) -> ViewingCopy:
        def pieces():
            yield b"\1\0" * 8000 * 61
            raise errors.ViewerTimedOut

        return ViewingCopy((), Sound(8000, 1, 8000 * 90, pieces()))

    bag = handed_over(db, clock, tmp_path, target, [AMR, AMR + b"2"], late)
    assert verify_bag(bag).status == UNCHANGED
    assert [row[:2] for row in rows_of(bag)] == [
        ["0001.amr", "f0.bin"],
        ["0001-COPY.wav", "COPY until 0:01:01"],
        ["0002.amr", "f1.bin"],
        ["0002-COPY.wav", "COPY until 0:01:01"],
    ]
    with wave.open(str(bag / "data/0001-COPY.wav")) as heard:
        assert heard.getnframes() == 8000 * 90
    told = on_one_line((bag / "data/report.pdf").read_bytes())
    assert "0001-COPY.wav (up to 0:01:01; the rest could not be read)" in told


def test_what_is_said_in_a_recording_leaves_to_its_last_word(db, clock, tmp_path, target):
    """Her transcript of ten minutes: it stands in no other file of the folder."""
    entry = an_incident(db, clock).id
    kept = a_file(db, clock, a_source(tmp_path, AMR, "voice.amr"), entry)
    said = "".join(f"He: I will find you, number {n}.\nI: leave me.\n" for n in range(700))
    write_file_note(db, clock, kept.id, words="note " * 2_000 + "LASTNOTE", transcript=said + "LASTWORD")
    chosen = Selection((entry,), "en", True, with_notes=True)
    release = write_bag(db, clock, chosen, target, lambda _: None, ignore, never)
    told = on_one_line((target / release.folder_name / "data/report.pdf").read_bytes())
    assert "He: I will find you, number 699. I: leave me. LASTWORD" in told
    assert "LASTNOTE" in told
    assert "chain.jsonl of the bundle" not in told
    write_file_note(db, clock, kept.id, words="", transcript="word " * 50_000)
    release = write_bag(db, clock, chosen, target, lambda _: None, ignore, never)
    told = on_one_line((target / release.folder_name / "data/report.pdf").read_bytes())
    assert told.count("The rest of this text is not in this document.") == 1


def test_cancelled_while_a_recording_is_copied_nothing_is_left(db, clock, tmp_path, target):
    def cancelled(_info: AttachmentInfo) -> ViewingCopy:
        def pieces():
            yield b"\1\0" * 500
            raise errors.Cancelled

        return ViewingCopy((), Sound(8000, 1, 900, pieces()))

    with pytest.raises(errors.Cancelled):
        handed_over(db, clock, tmp_path, target, [AMR], cancelled)
    assert not list(target.iterdir())


@pytest.mark.skipif(not SEVEN_ZIP, reason="needs 7-Zip (package 7zip)")
def test_copies_that_make_a_locked_file_large_do_not_stop_it(db, clock, tmp_path, target, monkeypatch):
    """The limit of the small form is moved down: originals far below it, their copies beyond it."""
    for module in (zipfile, pyzipper.zipfile):
        monkeypatch.setattr(module, "ZIP64_LIMIT", 1 << 20)

    def loud(_info: AttachmentInfo) -> ViewingCopy:
        return ViewingCopy((), Sound(8000, 1, 300_000, [b"\1\0" * 300_000]))

    entry = an_incident(db, clock).id
    for place in range(3):
        a_file(db, clock, a_source(tmp_path, AMR + bytes([place]), f"f{place}.amr"), entry)
    chosen, phrase = Selection((entry,), "en", True), "4821-9937-0254-1180-6641-7093"
    release = write_zip(db, clock, chosen, target, phrase, Makers(lambda _: None, loud), ignore, never)
    for archive, secret in ((target / release.folder_name, [f"-p{phrase}"]), (tmp_path / "bundle.zip", [])):
        command = [SEVEN_ZIP, "x", "-y", *secret, f"-o{tmp_path}", str(archive)]
        subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "copy/data/0003-COPY.wav").stat().st_size == 600_044
    assert verify_bag(tmp_path / "copy").status == UNCHANGED


@pytest.mark.parametrize(("coding", "copied"), [(b"hvc1", True), (b"hev1", True), (b"avc1", False)])
def test_a_film_is_copied_by_how_it_is_coded(db, clock, tmp_path, target, coding, copied):
    bag = handed_over(db, clock, tmp_path, target, [film(coding)])
    assert bool(list((bag / "data").glob("*COPY*"))) is copied


def test_the_coding_is_found_wherever_the_pieces_end():
    whole = film(b"hvc1")
    for cut in range(300_000, 300_050):
        watched = Coding()
        watched.see(whole[:cut])
        watched.see(whole[cut:])
        assert watched.closed, cut


@pytest.mark.parametrize(
    "answer", [None, ViewingCopy(), ViewingCopy((Still(b"no picture"),)), errors.PictureBroken()]
)
def test_what_cannot_be_shown_leaves_without_a_copy(db, clock, tmp_path, target, answer):
    def asked(_info: AttachmentInfo) -> ViewingCopy | None:
        if isinstance(answer, Exception):
            raise answer
        return answer

    bag = handed_over(db, clock, tmp_path, target, [HEIC], asked)
    assert [path.name for path in (bag / "data").glob("0*")] == ["0001.heic"]


def test_only_the_clean_copy_leaves_where_that_was_chosen(db, clock, tmp_path, target):
    entry = an_incident(db, clock).id
    kept = a_file(db, clock, a_source(tmp_path, jpeg(), "home.jpg"), entry)
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG")
    chosen = Selection((entry,), "en", True, clean_copies=(kept.id,))

    def give(redrawn: bytes):
        return write_bag(db, clock, chosen, target, lambda _: None, ignore, never, clean_of=lambda _info: redrawn)

    # A copy that still tells something stops everything: the original never stands in for it.
    with pytest.raises(errors.PictureBroken):
        give(jpeg())
    assert not list(target.iterdir())
    bag = target / give(out.getvalue()).folder_name
    assert [path.name for path in (bag / "data").glob("0*")] == ["0001-COPY.jpg"]
    told = b"".join(path.read_bytes() for path in bag.rglob("*") if path.is_file())
    assert verify_bag(bag).status == UNCHANGED
    assert b"home.jpg" not in told
    assert b"TELLTALE" not in told


def test_the_report_tells_of_a_clean_copy_what_it_is_and_nothing_of_the_original(db, clock, tmp_path, target):
    """A court that computes the sum of the copy and finds that of another file takes the copy for a forgery."""
    entry = an_incident(db, clock).id
    kept = a_file(db, clock, a_source(tmp_path, jpeg(), "home.jpg"), entry)
    recording = a_file(db, clock, a_source(tmp_path, AMR, "voice.amr"), entry)
    note_check(db, clock, check(db, ignore, never))
    original_removed(db, clock, kept.id)
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG")
    release = write_bag(
        db,
        clock,
        Selection((entry,), "en", True, clean_copies=(kept.id,)),
        target,
        lambda _: None,
        ignore,
        never,
        copy_of=copy_of,
        clean_of=lambda _info: out.getvalue(),
    )
    bag = target / release.folder_name
    told = on_one_line((bag / "data/report.pdf").read_bytes())
    custody = [line.split("\t")[1:] for line in (bag / "data/custody.tsv").read_text("ascii").splitlines()]
    assert ["0001-COPY.jpg", "handed_over"] in custody
    assert [act for name, act in custody if name == "0001-COPY.jpg"] == ["handed_over"]
    assert ["0002.amr", "checked_unchanged"] in custody
    copied = hashlib.sha256(out.getvalue()).hexdigest()
    assert copied in told.replace(" ", "")
    assert kept.sha256 not in told.replace(" ", "")
    assert kept.sha256[:8] not in told
    assert f"{len(out.getvalue())}\u00a0bytes" in told or f"{len(out.getvalue())} bytes" in told
    assert "A copy made for this bundle" in told
    assert told.count("0001-COPY.jpg: ") == 1, "its making is no part of the original's history"
    assert "the original outside the record was removed" not in told
    # What a check of a file shows does not hold for a copy, and the copy for listening is named beside its file.
    assert "That does not hold for files with COPY in their name" in told
    assert recording.sha256 in told.replace(" ", "")
    assert "Copy for viewing 0002-COPY.wav" in told
    # Nothing in the folder promises an original beside the clean copy.
    start = on_one_line((bag / "1-START.pdf").read_bytes())
    assert "Its original is not in this folder" in start


def test_the_name_of_a_private_file_is_nowhere_not_even_in_the_lines(db, clock, tmp_path, target):
    entry = an_incident(db, clock).id
    kept = a_file(db, clock, a_source(tmp_path, AMR, "PRIVATENAME.amr"), entry)
    mark_file_private(db, clock, kept.id, private=True)
    chosen = Selection((entry,), "en", True, private_files=(kept.id,))
    release = write_bag(db, clock, chosen, target, lambda _: None, ignore, never, copy_of=copy_of)
    bag = target / release.folder_name
    assert (bag / "data/0001.amr").read_bytes() == AMR
    assert verify_bag(bag).status == UNCHANGED
    assert not [path for path in bag.rglob("*") if path.is_file() and b"PRIVATENAME" in path.read_bytes()]


def test_a_field_left_out_is_not_in_the_lines_either(db, clock, tmp_path, target):
    entry = an_incident(db, clock, "what happened", place="HERADDRESS 5").id
    chosen = Selection((entry,), "en", True, fields_left_out=("place",))
    release = write_bag(db, clock, chosen, target, lambda _: None, ignore, never)
    bag = target / release.folder_name
    assert not [path for path in bag.rglob("*") if path.is_file() and b"HERADDRESS" in path.read_bytes()]
    assert verify_bag(bag).status == UNCHANGED
    assert b'"document":null' in (bag / "data/chain.jsonl").read_bytes()


def test_a_time_in_a_film_reads_as_players_show_it():
    assert [film_time(ms) for ms in (0, 61_999, 3_600_000)] == ["0:00:00", "0:01:01", "1:00:00"]
