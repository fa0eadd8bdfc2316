"""Writes the payload of a hand-over: originals, copies for viewing, texts too long to print, pictures for the report.

May touch: kept files, to read, and the sink it is given. Must never write an original that differs from what was
kept, or let an original out where only a clean copy was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from safeplan import errors
from safeplan.handover.chosen import Chosen
from safeplan.handover.clean_copy import make_clean_copy
from safeplan.handover.folder import Sink
from safeplan.handover.letters import printable
from safeplan.handover.report_words import LONGEST_TEXT
from safeplan.handover.viewing_copy import BOXES, CLOSED, Coding, CopyOf, ViewingCopy, copy_files, film_time
from safeplan.records import attachments
from safeplan.records.attachments import AttachmentInfo
from safeplan.vault.database import Database

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]
PictureOf = Callable[[AttachmentInfo], bytes | None]
CleanOf = Callable[[AttachmentInfo], bytes]


@dataclass(frozen=True)
class CopyRow:
    """One copy that was written: of which file of the folder ("": the original stays), its kind, its time in a film
    (None: no film), and its size in bytes; `until_ms`: nothing but silence from there on (None: whole)."""

    name: str
    original: str
    kind: str
    at_ms: int | None
    sha256: str
    size: int
    until_ms: int | None = None


@dataclass
class Makers:
    """What makes pictures from kept files, in a process of its own: for the report, for viewing, without metadata.

    A picture or a copy that cannot be made is left out. `clean_of` must raise instead: the file then stops all.
    """

    picture_of: PictureOf
    copy_of: CopyOf | None = None
    clean_of: CleanOf | None = None


@dataclass
class Written:
    """What came of it: copies by the id of their original, and long texts by the id of their entry."""

    copies: dict[str, list[CopyRow]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def as_it_lies(self, info: AttachmentInfo) -> AttachmentInfo:
        """The file as it lies in the folder: a clean copy has a kind, a size and a sum of its own."""
        for row in self.copies.get(info.id, ()):
            if not row.original:
                return replace(info, kind=row.kind, size=row.size, sha256=row.sha256)
        return info

    def beside(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """{attachment id: its copies for viewing}, as ReportContent.copies."""
        return {
            key: tuple((row.name, "" if row.until_ms is None else film_time(row.until_ms)) for row in rows)
            for key, rows in self.copies.items()
            if any(row.original for row in rows)
        }


def write_files(
    db: Database, made: Sink, chosen: Chosen, makers: Makers, progress: Progress, cancelled: Cancel
) -> Written:
    """Write all of `chosen` below data/. `progress(done, total)` counts bytes of originals.

    Raises RecordDamaged (`number` of the entry) for a file that is not as it was kept, PictureBroken when a clean
    copy cannot be made, Cancelled, and what `made.write` raises.
    """
    written = Written()
    total = sum(info.size for info in chosen.infos)
    done = 0
    progress(0, total)

    def pieces(info: AttachmentInfo, coding: Coding) -> Iterator[bytes]:
        nonlocal done
        for piece in attachments.read_chunks(db, info.id):
            stop_if(cancelled)
            coding.see(piece)
            yield piece
            done += len(piece)
            progress(done, total)

    for info in chosen.infos:
        stop_if(cancelled)
        if info.id in chosen.clean:
            _write_clean(made, chosen, info, makers, written)
            done += info.size
            progress(done, total)
            continue
        coding = Coding()
        # Only a box needs to be looked into; everything else says by its first bytes what it is.
        coding.closed = info.kind not in BOXES
        if made.write(f"data/{chosen.files[info.id]}", pieces(info, coding)) != info.sha256:
            raise errors.RecordDamaged(number=chosen.own_numbers[info.incident_id])
        if info.kind in CLOSED or (info.kind in BOXES and coding.closed):
            _write_copies(made, chosen, info, makers, written, cancelled)
    for place, one in enumerate(chosen.incidents, 1):
        text = one.revisions[-1].form.text
        # Characters without a shape take more room in print: well below the limit nothing is ever left out.
        if len(text) > LONGEST_TEXT or len(printable(text)) > 2 * LONGEST_TEXT:
            written.texts[one.id] = f"text-{place:04d}.txt"
            made.write(f"data/{written.texts[one.id]}", [text.encode("utf-8")])
    return written


def report_pictures(chosen: Chosen, makers: Makers, cancelled: Cancel) -> dict[str, bytes]:
    """{attachment id: reduced upright JPEG} of everything that the report can show."""
    found = {}
    for info in chosen.infos:
        stop_if(cancelled)
        if info.kind.startswith("image/") and info.id not in chosen.private and (jpeg := makers.picture_of(info)):
            found[info.id] = jpeg
    return found


def stop_if(cancelled: Cancel) -> None:
    """Raises Cancelled when she changed her mind."""
    if cancelled():
        raise errors.Cancelled


def _write_clean(made: Sink, chosen: Chosen, info: AttachmentInfo, makers: Makers, written: Written) -> None:
    if makers.clean_of is None:
        raise errors.Bug(code="bag-clean-copy")
    name = chosen.files[info.id]
    copy = make_clean_copy(info, makers.clean_of)
    if copy.kind != "image/jpeg":
        raise errors.PictureBroken
    sha256 = made.write(f"data/{name}", [copy.data])
    written.copies[info.id] = [CopyRow(name, "", copy.kind, None, sha256, len(copy.data))]


def _write_copies(
    made: Sink, chosen: Chosen, info: AttachmentInfo, makers: Makers, written: Written, cancelled: Cancel
) -> None:
    copy = _copy(makers, info)
    if copy is None:
        return
    original = chosen.files[info.id]
    rows = written.copies.setdefault(info.id, [])
    for one in copy_files(original, copy):
        stop_if(cancelled)
        sha256 = made.write(f"data/{one.name}", _until_cancelled(one.pieces, cancelled))
        size = made.sizes[f"data/{one.name}"]
        rows.append(CopyRow(one.name, original, one.kind, one.at_ms, sha256, size, one.heard.until_ms))


def _until_cancelled(pieces: Iterable[bytes], cancelled: Cancel) -> Iterator[bytes]:
    for piece in pieces:
        stop_if(cancelled)
        yield piece


def _copy(makers: Makers, info: AttachmentInfo) -> ViewingCopy | None:
    try:
        return makers.copy_of(info) if makers.copy_of else None
    except errors.Cancelled:
        raise
    except errors.SafePlanError:
        # The original leaves all the same; whoever gets it may have the program for it.
        return None
