"""Keeping files with an entry in the worker: every byte, one after the other, whatever becomes of a picture of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from safeplan.errors import FileAlreadyKept, FileUnreadable
from safeplan.records import attachments
from tests.builders import a_source, an_incident
from ui.background import Job, Session
from ui.keeping import KeptFiles, add_picture, keep_files
from ui.size_words import size_in_words
from ui.viewer import THUMBNAIL_SIDE
from ui.widgets.file_words import breakable, kind_in_words, moment_there, shown_name

FILES = Path(__file__).resolve().parents[1] / "data" / "files"
PICTURES = ("turned.jpg", "plain.png", "plain.gif", "plain.bmp", "plain.tiff", "plain.webp", "plain.heic")


@pytest.fixture
def session(vault: Any, clock: Any) -> Session:
    return Session(vault.files, clock, vault)


class Watched:
    """A job whose reports are kept, and which may be cancelled after some of them."""

    def __init__(self, cancel_after: int = 1 << 30) -> None:
        self.reports: list[tuple[int, int]] = []
        self._left = cancel_after
        self.job = Job(0, self._report)

    def _report(self, _token: int, done: int, total: int) -> None:
        self.reports.append((done, total))
        self._left -= 1
        if not self._left:
            self.job.cancel()


def keep(session: Session, paths: list[Path], watched: Watched | None = None) -> tuple[str, KeptFiles]:
    entry = an_incident(session.database, session.clock)
    job = (watched or Watched()).job
    return entry.id, keep_files(session, job, incident_id=entry.id, paths=paths)


@pytest.mark.parametrize("name", [*PICTURES, "three_pages.pdf"])
def test_a_file_is_kept_bit_for_bit_with_a_small_picture(session: Session, name: str) -> None:
    _id, result = keep(session, [FILES / name])
    (info,) = result.kept
    assert attachments.read_all(session.database, info.id) == (FILES / name).read_bytes()
    assert info.has_thumbnail
    small = attachments.thumbnail(session.database, info.id)
    assert small is not None
    assert small.startswith(b"\xff\xd8\xff"), "made here, whatever the file was"
    assert len(small) < THUMBNAIL_SIDE * THUMBNAIL_SIDE


def test_a_small_picture_carries_nothing_the_file_claims(session: Session) -> None:
    original = (FILES / "turned.jpg").read_bytes()
    assert b"Exif" in original
    _id, result = keep(session, [FILES / "turned.jpg"])
    small = attachments.thumbnail(session.database, result.kept[0].id)
    assert small is not None
    assert b"Exif" not in small
    assert result.kept[0].embedded is not None


@pytest.mark.parametrize("name", ["broken.heic", "call.amr", "notes.txt", "empty.jpg"])
def test_what_cannot_be_drawn_is_kept_as_well(session: Session, tmp_path: Path, name: str) -> None:
    contents = {"call.amr": b"#!AMR\n" + bytes(90), "notes.txt": "жазба\n".encode(), "empty.jpg": b""}
    source = FILES / name if name == "broken.heic" else a_source(tmp_path, contents[name], name)
    _id, result = keep(session, [source])
    assert result.failed == ()
    assert attachments.read_all(session.database, result.kept[0].id) == source.read_bytes()
    assert not result.kept[0].has_thumbnail


def test_one_bad_file_does_not_keep_the_others_out(session: Session, tmp_path: Path) -> None:
    paths = [FILES / "plain.png", tmp_path / "gone.m4a", FILES / "plain.png", FILES / "plain.gif"]
    entry, result = keep(session, paths)
    assert [info.name for info in result.kept] == ["plain.png", "plain.gif"]
    assert [(name, type(error)) for name, error in result.failed] == [
        ("gone.m4a", FileUnreadable),
        ("plain.png", FileAlreadyKept),
    ]
    assert len(attachments.list_attachments(session.database, entry)) == 2
    assert [(one.path, one.sha256, one.attachment_id) for one in result.originals] == [
        (path, info.sha256, info.id) for path, info in zip((paths[0], paths[3]), result.kept, strict=True)
    ]


def test_progress_counts_over_all_files_and_never_goes_back(session: Session, tmp_path: Path) -> None:
    watched = Watched()
    sources = [a_source(tmp_path, bytes([n]) * 2_000_000, f"part-{n}.wav") for n in range(3)]
    keep(session, sources, watched)
    done = [one for one, _total in watched.reports]
    assert done == sorted(done)
    assert {total for _done, total in watched.reports} == {6_000_000 >> 10}
    assert done[-1] == 6_000_000 >> 10


def test_stopping_keeps_what_was_complete_and_nothing_of_the_rest(session: Session, tmp_path: Path) -> None:
    small = a_source(tmp_path, b"#!AMR\n" + bytes(5000), "short.amr")
    large = a_source(tmp_path, bytes(4_000_000), "long.wav")
    watched = Watched(cancel_after=6)
    entry, result = keep(session, [small, large], watched)
    assert result.cancelled
    assert [info.name for info in attachments.list_attachments(session.database, entry)] == ["short.amr"]
    assert attachments.collect_unfinished(session.database) == 0
    pieces = session.database.value("SELECT count(*) FROM chunk")
    assert pieces == 1, "of the second file nothing stays"


def test_a_file_that_cannot_be_shown_starts_no_viewer(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import viewer_exchange

    monkeypatch.setattr(viewer_exchange, "start_viewer", lambda: pytest.fail("a viewer was started"))
    entry = an_incident(session.database, session.clock)
    info = attachments.import_file(
        session.database,
        session.clock,
        a_source(tmp_path, b"#!AMR\n", "call.amr"),
        entry.id,
        progress=lambda _done, _total: None,
        cancelled=lambda: False,
    )
    assert add_picture(session, Watched().job, info) == info


def test_words_for_a_file_are_plain_and_safe(clock: Any) -> None:
    assert kind_in_words("image/heic") == "Picture"
    assert kind_in_words("application/pdf") == "PDF document"
    assert kind_in_words("application/octet-stream") == "File"
    assert size_in_words(2_202_009, "ru").startswith("2,1")
    assert size_in_words(105, "en") == "0.1 kB"
    assert shown_name("photo\u202egpj.exe") == "photo\ufffdgpj.exe"
    assert moment_there("2026-03-02T18:40:00Z", "+05:00", clock, "en") == "2 March 2026, 23:40"
    long = "https://example.invalid/" + "a" * 90
    assert breakable(f"see {long}\nthere").replace("\u200b", "") == f"see {long}\nthere"
    assert max(len(part) for part in breakable(long).split("\u200b")) <= 24
    assert breakable("short words  stay\nas they are") == "short words  stay\nas they are"
