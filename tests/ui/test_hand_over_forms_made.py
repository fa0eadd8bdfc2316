"""What the worker makes: an open folder, one straight on a stick, one locked paper, one locked file; or nothing."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
import wave
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from safeplan import errors
from safeplan.handover import releases, sealed_bundle, verify
from safeplan.handover.clean_copy import hidden_in
from safeplan.handover.selection import Selection
from safeplan.records import attachments, ledger
from safeplan.vault.whole_file import WholeFile
from tests.builders import a_file, a_source, an_incident
from tests.ui.recordings import film, turned, wav
from ui import hand_over_copies
from ui.background import Job, Session
from ui.hand_over_copies import viewing_copy
from ui.hand_over_made import stage_at
from ui.hand_over_work import hand_over
from ui.player_blocking import BlockingPlayer

PHRASE = "1234-5678-9012-3456-7890-1234"
SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or ""


class Watched(Job):
    """Stands for a piece of work: remembers how far it said it was, and is cancelled after so many looks."""

    def __init__(self, looks: int = 1 << 30) -> None:
        super().__init__(0, lambda *_: None)
        self.said: list[int] = []
        self._looks = looks

    def progress(self, done: int, total: int) -> None:
        assert total == 1000
        self.said.append(done)

    def cancelled(self) -> bool:
        self._looks -= 1
        return self._looks < 0


@pytest.fixture
def session(vault: Any, clock: Any) -> Session:
    return Session(vault.files, clock, vault)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def chosen(session: Session, clock: Any, tmp_path: Path) -> Selection:
    """One entry with a photo that says where it was made, and a letter."""
    db = session.database
    entry = an_incident(db, clock, "The lamp was thrown.")
    photo = tmp_path / "lamp.jpg"
    exif = Image.Exif()
    exif[0x010E] = "near the HIDDENMARKET"
    Image.effect_noise((1200, 900), 60).convert("RGB").save(photo, exif=exif)
    a_file(db, clock, photo, entry.id)
    a_file(db, clock, a_source(tmp_path, b"a letter", "letter.txt"), entry.id)
    return Selection((entry.id,), "en", with_attachments=True, recipient="Advocate")


def make(session: Session, selection: Selection, folder: Path, form: str, job: Any = None) -> Any:
    watched: Any = job or Watched()
    return hand_over(session, watched, selection=selection, folder=folder, form=form, phrase=PHRASE)


@pytest.mark.parametrize("form", ["folder", "stick"])
def test_an_open_folder_checks_out_and_how_far_it_is_never_goes_back(
    session: Session, chosen: Selection, place: Path, form: str
) -> None:
    job = Watched()
    done = make(session, chosen, place, form, job)
    verdict = verify.verify_bag(done.folder)
    assert (verdict.status, done.unchanged) == (verify.UNCHANGED, True)
    assert done.files == sum(1 for one in done.folder.rglob("*") if one.is_file())
    assert job.said == sorted(job.said)
    assert {stage_at(one, form) for one in job.said} >= {"copy", "report", "check"}
    assert releases.list_releases(session.database)[0].form == "folder"


def test_a_locked_paper_holds_the_report_with_its_photo_and_opens_with_the_passphrase_only(
    session: Session, chosen: Selection, place: Path
) -> None:
    done = make(session, chosen, place, "pdf")
    assert list(place.iterdir()) == [done.folder]
    assert b"lamp" not in done.folder.read_bytes()
    refused = subprocess.run(["pdftotext", str(done.folder), "-"], capture_output=True, check=False)
    assert refused.returncode != 0
    opened = subprocess.run(
        ["pdftotext", "-upw", PHRASE, str(done.folder), "-"], capture_output=True, text=True, check=True
    )
    assert "The lamp was thrown." in opened.stdout
    images = subprocess.run(
        ["pdfimages", "-upw", PHRASE, "-list", str(done.folder)], capture_output=True, text=True, check=True
    )
    assert "1200" in images.stdout
    [kept] = releases.list_releases(session.database)
    assert (kept.form, kept.folder_name, len(kept.files)) == ("pdf", done.folder.name, 1)


@pytest.mark.skipif(not SEVEN_ZIP, reason="needs 7-Zip (package 7zip)")
def test_a_locked_file_opened_with_7_zip_holds_the_whole_folder(
    session: Session, chosen: Selection, place: Path, tmp_path: Path
) -> None:
    job = Watched()
    done = make(session, chosen, place, "zip", job)
    assert list(place.iterdir()) == [done.folder]
    assert job.said == sorted(job.said)
    out = tmp_path / "opened"
    wrong = subprocess.run(
        [SEVEN_ZIP, "x", "-y", "-pwrong", f"-o{out}", str(done.folder)], check=False, capture_output=True
    )
    assert wrong.returncode != 0
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run(
        [SEVEN_ZIP, "x", "-y", f"-p{PHRASE}", f"-o{out}", str(done.folder)], check=True, capture_output=True
    )
    zipfile.ZipFile(out / "bundle.zip").extractall(out / "inner")
    assert verify.verify_bag(out / "inner" / sealed_bundle.INSIDE).status == verify.UNCHANGED
    assert releases.list_releases(session.database)[0].form == "zip"
    assert PHRASE.encode() not in done.folder.read_bytes()


@pytest.mark.parametrize("form", ["folder", "stick", "pdf", "zip"])
@pytest.mark.parametrize("looks", [0, 3, 8])
def test_cancelled_at_any_moment_nothing_is_left_and_nothing_is_written_down(
    session: Session, chosen: Selection, place: Path, form: str, looks: int
) -> None:
    before = len(list(ledger.entries(session.database)))
    with pytest.raises(errors.Cancelled):
        make(session, chosen, place, form, Watched(looks))
    assert list(place.iterdir()) == []
    assert releases.list_releases(session.database) == ()
    assert len(list(ledger.entries(session.database))) == before


@pytest.mark.parametrize("form", ["folder", "stick", "pdf", "zip"])
def test_a_stick_that_is_gone_is_named_and_nothing_is_written_down(
    session: Session, chosen: Selection, place: Path, form: str
) -> None:
    place.rmdir()
    with pytest.raises(errors.DiskFailing) as failed:
        make(session, chosen, place, form)
    assert failed.value.facts["reason"] == "gone"
    assert releases.list_releases(session.database) == ()


@pytest.mark.parametrize("form", ["pdf", "zip"])
def test_a_full_disk_leaves_no_half_of_a_locked_file(
    session: Session, chosen: Selection, place: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = 0

    def refuse(self: WholeFile, data: Any) -> int:
        nonlocal written
        written += len(data)
        if written > 20_000:
            raise OSError(28, "full")
        return len(data)

    monkeypatch.setattr(WholeFile, "write", refuse)
    with pytest.raises(errors.DiskFull):
        make(session, chosen, place, form)
    assert list(place.iterdir()) == []
    assert releases.list_releases(session.database) == ()


def test_when_the_record_cannot_take_the_line_the_locked_file_goes_again(
    session: Session, chosen: Selection, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise errors.DiskFull

    monkeypatch.setattr(sealed_bundle, "_same_day", refuse)
    with pytest.raises(errors.DiskFull):
        make(session, chosen, place, "pdf")
    assert list(place.iterdir()) == []
    assert releases.list_releases(session.database) == ()


def test_only_the_clean_copy_of_a_photo_leaves_when_that_was_chosen(
    session: Session, chosen: Selection, place: Path
) -> None:
    [photo, _letter] = files_of(session, chosen)
    done = make(session, replace(chosen, clean_copies=(photo,)), place, "folder")
    copies = list((done.folder / "data").glob("*-COPY.jpg"))
    assert len(copies) == 1
    assert hidden_in(copies[0].read_bytes()) == ()
    with Image.open(copies[0]) as drawn:
        assert drawn.size == (1200, 900)
    assert not [one for one in done.folder.rglob("*") if one.is_file() and b"HIDDENMARKET" in one.read_bytes()]


def test_an_original_never_stands_in_for_a_clean_copy_that_cannot_be_made(
    session: Session, chosen: Selection, place: Path, clock: Any, tmp_path: Path
) -> None:
    db = session.database
    broken = a_file(db, clock, a_source(tmp_path, b"\xff\xd8\xff\xe1" + bytes(400), "b.jpg"), chosen.incident_ids[0])
    with pytest.raises(errors.PictureBroken) as failed:
        make(session, replace(chosen, clean_copies=(broken.id,)), place, "folder")
    assert failed.value.facts == {"reason": "clean_copy", "number": 1}
    assert list(place.iterdir()) == []


def test_files_that_a_bare_windows_does_not_open_get_a_copy_beside_them(
    session: Session, chosen: Selection, place: Path, clock: Any, tmp_path: Path
) -> None:
    db, entry = session.database, chosen.incident_ids[0]
    a_file(db, clock, a_source(tmp_path, film(5, form="webm", picture="libvpx", sound="libopus"), "f.webm"), entry)
    Image.new("RGB", (640, 480), (120, 90, 60)).save(tmp_path / "p.webp")
    a_file(db, clock, tmp_path / "p.webp", entry)
    done = make(session, chosen, place, "folder")
    names = sorted(one.name for one in (done.folder / "data").iterdir() if "COPY" in one.name)
    assert names == ["0003-COPY-01.jpg", "0003-COPY-02.jpg", "0003-COPY-03.jpg", "0003-COPY.wav", "0004-COPY.jpg"]
    with wave.open(str(done.folder / "data" / "0003-COPY.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (48_000, 1)
        assert 4.8 < sound.getnframes() / 48_000 < 5.3
    assert verify.verify_bag(done.folder).status == verify.UNCHANGED


def test_a_film_that_lies_on_its_side_gives_upright_stills_and_a_voice_only_sound(
    session: Session, chosen: Selection, clock: Any, tmp_path: Path
) -> None:
    db, entry = session.database, chosen.incident_ids[0]
    lying = a_file(db, clock, a_source(tmp_path, turned(film(1, sound="")), "t.mp4"), entry)
    copy = viewing_copy(db, lying, cancelled=lambda: False)
    assert copy is not None
    assert copy.sound is None
    width, height = Image.open(io.BytesIO(copy.stills[0].jpeg)).size
    assert height > width
    voice = a_file(db, clock, a_source(tmp_path, wav(2.0), "v.wav"), entry)
    heard = viewing_copy(db, voice, cancelled=lambda: False)
    assert heard is not None
    assert heard.sound is not None
    assert not heard.stills
    assert sum(map(len, heard.sound.pieces)) == heard.sound.frames * heard.sound.channels * 2


def test_a_broken_recording_is_no_reason_to_stop(
    session: Session, chosen: Selection, place: Path, clock: Any, tmp_path: Path
) -> None:
    broken = film(2, form="webm", picture="libvpx", sound="libopus")[:900]
    a_file(session.database, clock, a_source(tmp_path, broken, "f.webm"), chosen.incident_ids[0])
    done = make(session, chosen, place, "folder")
    assert done.unchanged
    assert not list((done.folder / "data").glob("0003-COPY*"))


def test_a_player_that_ends_in_the_middle_is_begun_again_where_it_stopped(
    session: Session, chosen: Selection, clock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The length was counted by one player; the samples come from another, which may not live as long."""
    kept = a_file(session.database, clock, a_source(tmp_path, wav(4.0), "v.wav"), chosen.incident_ids[0])
    heard = viewing_copy(session.database, kept, cancelled=lambda: False)
    again = viewing_copy(session.database, kept, cancelled=lambda: False)
    assert heard is not None
    assert again is not None
    assert heard.sound is not None
    assert again.sound is not None
    whole = b"".join(heard.sound.pieces)

    class Dying(BlockingPlayer):
        lives = iter((3, 6))

        def sound(self) -> Iterator[bytes]:
            left = next(self.lives, None)
            yield from itertools.islice(super().sound(), left)
            if left is not None:
                raise errors.ViewerTimedOut

    monkeypatch.setattr(hand_over_copies, "BlockingPlayer", Dying)
    assert b"".join(again.sound.pieces) == whole
    assert next(Dying.lives, None) is None


def test_copying_a_recording_can_be_cancelled(
    session: Session, chosen: Selection, clock: Any, tmp_path: Path
) -> None:
    kept = a_file(session.database, clock, a_source(tmp_path, wav(30.0), "v.wav"), chosen.incident_ids[0])
    job = Watched(5)
    with pytest.raises(errors.Cancelled):
        viewing_copy(session.database, kept, cancelled=job.cancelled)


def files_of(session: Session, chosen: Selection) -> list[str]:
    return [info.id for info in attachments.list_attachments(session.database, chosen.incident_ids[0])]
