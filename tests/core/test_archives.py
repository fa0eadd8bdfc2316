"""Archives that unfold to gigabytes are kept as the bytes they are, or refused before a byte is written (H-03).

Lost without it: a file of forty kilobytes that fills her disk while she adds it, or while she looks into a folder.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import ignore, never

from safeplan import errors
from safeplan.handover.taking_in import source_from_bag
from safeplan.records import attachments, incidents
from safeplan.vault.restore import open_backup
from tests.campaign.selecting import Tries
from ui import viewer
from ui.viewer import decode_blocking

GIBIBYTE = 1 << 30
# What keeping a file may add to the store besides its bytes.
MAY_GROW = 1 << 20
ENTRIES = 1_000_000


def zeros(size: int) -> bytes:
    """Deflated zeros that unfold to `size`: a thousandth of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


def zip_of(packed: bytes, entries: int, size: int, *, overlapping: bool = False) -> bytes:
    """A ZIP made by hand: `entries` names for packed bytes that stand there once (overlapping) or again and again."""
    body, listed, at = bytearray(), bytearray(), 0
    for number in range(entries):
        name = b"%07d" % number
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
        if not overlapping or not number:
            at = len(body)
            body += b"PK\3\4" + fields + name + packed
        listed += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
    end = struct.pack("<HHHHIIH", 0, 0, min(entries, 65_535), min(entries, 65_535), len(listed), len(body), 0)
    return bytes(body + listed) + b"PK\5\6" + end


def nested(levels: int) -> bytes:
    """Boxes in boxes, three in each."""
    inner = bytes(8 << 20)
    for _ in range(levels):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(3):
                archive.writestr(f"{number}.zip", inner)
        inner = packed.getvalue()
    return inner


def gzip_of(size: int) -> bytes:
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + zeros(size) + struct.pack("<II", 0, size & 0xFFFFFFFF)


def paper_of(size: int) -> bytes:
    """A page whose drawing unfolds to `size` bytes of blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (len(packed), packed)
    )


# In the order of what they cost to make; each unfolds to a hundred times its size and more.
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "twenty boxes in one another": lambda: nested(20),
    "one piece under a thousand names": lambda: zip_of(zeros(64 << 20), 1000, 64 << 20, overlapping=True),
    "a million names": lambda: zip_of(b"\3\0", ENTRIES, 0, overlapping=True),
    "a gibibyte in one piece": lambda: gzip_of(GIBIBYTE),
    "four gibibytes of zeros": lambda: zip_of(zeros(GIBIBYTE), 4, GIBIBYTE),
    "a page of a gibibyte": lambda: paper_of(GIBIBYTE),
}
Keep = Callable[[Any, Any, Path, str], attachments.AttachmentInfo]


def keep_as_it_is(db: Any, clock: Any, path: Path, entry: str) -> attachments.AttachmentInfo:
    return attachments.import_file(db, clock, path, entry, ignore, never)


def is_kept_and_not_unfolded(vault: Any, clock: Any, path: Path, keep: Keep) -> attachments.AttachmentInfo:
    """Every byte of the file lies in the store, and the store grew by no more than that."""
    entry = incidents.add_incident(vault.database, clock, incidents.IncidentForm("an archive"))
    before = vault.files.data.stat().st_size
    kept = keep(vault.database, clock, path, entry.id)
    assert vault.files.data.stat().st_size - before < path.stat().st_size * 1.05 + MAY_GROW
    assert attachments.read_all(vault.database, kept.id) == path.read_bytes()
    return kept


@pytest.mark.row("H-03")
@pytest.mark.timeout(900)
def test_an_archive_is_kept_byte_for_byte_and_nothing_looks_inside(
    vault: Any, clock: Any, tmp_path: Path, tries: Tries
) -> None:
    for name in list(ARCHIVES)[: tries.of(len(ARCHIVES), daily=2)]:
        content = ARCHIVES[name]()
        source = tmp_path / "42.zip"
        source.write_bytes(content)
        kept = is_kept_and_not_unfolded(vault, clock, source, keep_as_it_is)
        # Neither the viewer, nor taking in, nor bringing back unpacks anything; each says so by name.
        try:
            # A page is drawn as far as the viewer's memory and its ten seconds go.
            found = decode_blocking(kept.kind, content, viewer.pdf_page(0, 800, 600))
            assert (kept.kind, found.width <= 800) == ("application/pdf", True)
        except (errors.PictureNotShown, errors.PictureTooLarge, errors.PictureBroken, errors.ViewerTimedOut):
            pass
        around = {path: path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()}
        for read in (source_from_bag, lambda path: open_backup(path, bytearray(b"lamp river bread seven"))):
            with pytest.raises((errors.FileUnreadable, errors.WrongPassphrase)):
                read(source)
        assert {path: path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()} == around


@pytest.mark.row("H-03", control=True)
def test_the_watch_sees_an_archive_that_is_unfolded_on_its_way_in(vault: Any, clock: Any, tmp_path: Path) -> None:
    def unfold(db: Any, clock: Any, path: Path, entry: str) -> attachments.AttachmentInfo:
        with zipfile.ZipFile(path) as archive:
            inside = path.with_suffix(".inside")
            inside.write_bytes(archive.read(archive.namelist()[0]))
        return keep_as_it_is(db, clock, inside, entry)

    source = tmp_path / "boxes.zip"
    source.write_bytes(nested(1))
    with pytest.raises(AssertionError):
        is_kept_and_not_unfolded(vault, clock, source, unfold)
    is_kept_and_not_unfolded(vault, clock, source, keep_as_it_is)
