"""What travels sealed opens for the one who has the passphrase, tells nothing to anyone else, and is whole or absent.

Lost without it: a title on a lost stick, a file 7-Zip refuses in the officer's room, half a bundle that looks whole.
"""

from __future__ import annotations

import io
import os
import random
import resource
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
import sealing_folders
import typst
from builders import an_incident, ignore, never
from sealing_folders import seal_folder

from safeplan import errors
from safeplan.content.words import word_list
from safeplan.handover import sealed_zip
from safeplan.handover.sealed_pdf import seal_pdf
from safeplan.handover.sealing_phrase import draw_sealing_phrase
from safeplan.vault import whole_file
from safeplan.vault.whole_file import file_system_of, must_fit

SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z") or ""
with_7zip = pytest.mark.skipif(not SEVEN_ZIP, reason="needs 7-Zip (package 7zip)")
with_pdf_tools = pytest.mark.skipif(
    not shutil.which("qpdf") or not shutil.which("pdftotext"), reason="needs qpdf and pdftotext"
)
TITLE = "Statement about the threshold"
MARKUP = f"""#set document(title: "{TITLE}", author: "Aigerim Seitova", date: datetime(year: 2026, month: 3, day: 2))
#set text(lang: "kk")
= {TITLE}
Ол есіктің алдында тұрды: әғқңөұүһі."""
PHRASE = "4821-9937-0254-1180-6641-7093"


@pytest.fixture(scope="module")
def paper() -> bytes:
    made = typst.compile({"main.typ": MARKUP.encode()}, format="pdf", pdf_standards=["a-2a"])
    assert isinstance(made, bytes)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copy-2026-03-02-AB12-CD34"
    (made / "data").mkdir(parents=True)
    (made / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(3_000_001))
    (made / "data" / "0002.txt").write_bytes(b"")
    (made / "bagit.txt").write_bytes(b"BagIt-Version: 1.0\n")
    for path in made.rglob("*"):
        os.utime(path, (1772409600, 1772409600))
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)


# ── The paper ───────────────────────────────────────────────────────────────────────────────────────────────────
@with_pdf_tools
def test_a_sealed_paper_opens_in_two_readers_with_a_kazakh_passphrase_and_without_it_in_none(
    paper: bytes, tmp_path: Path
) -> None:
    # pdftotext cuts what is typed to it at 32 bytes; windows with a field for it do not.
    phrase, sealed = "қала перне оғаш", tmp_path / "sealed.pdf"
    sealed.write_bytes(seal_pdf(paper, phrase))
    shown = run("qpdf", f"--password={phrase}", "--show-encryption", sealed).stdout
    assert b"R = 6" in shown
    assert b"AESv3" in shown
    assert run("qpdf", f"--password={phrase}", "--check", sealed).returncode == 0
    text = run("pdftotext", "-upw", phrase, sealed, "-").stdout.decode()
    assert "Ол есіктің алдында тұрды: әғқңөұүһі." in text
    for wrong in ("", "қала перне", "қала перне огаш"):
        assert run("qpdf", f"--password={wrong}", "--check", sealed).returncode != 0
        assert run("pdftotext", "-upw", wrong, sealed, "-").stdout == b""
    phrase = "алаңдат перне ағұрық оғаш"
    sealed.write_bytes(seal_pdf(paper, phrase))
    assert run("qpdf", f"--password={phrase}", "--check", sealed).returncode == 0
    assert run("qpdf", f"--password={phrase[:-1]}", "--check", sealed).returncode != 0


def test_nothing_of_a_sealed_paper_can_be_read_off_the_file(paper: bytes) -> None:
    assert b"Aigerim" in paper
    assert b"pdfaid" in paper
    sealed = seal_pdf(paper, "lamp river bread seven")
    for visible in (TITLE, "Aigerim", "Seitova", "Typst", "typst", "pikepdf", "2026", "pdfaid", "lamp river"):
        for coded in (visible.encode(), visible.encode("utf-16-be"), visible.encode().hex().encode()):
            assert coded not in sealed, visible


def test_a_sealed_paper_keeps_its_tags_and_title_for_the_reader_and_claims_no_archive_form(paper: bytes) -> None:
    with pikepdf.open(
        io.BytesIO(seal_pdf(paper, "lamp river bread seven")), password="lamp river bread seven"
    ) as seen:
        assert seen.Root.MarkInfo.Marked
        about = bytes(seen.Root.Metadata.read_bytes())
        assert TITLE.encode() in about
        assert b"pdfaid" not in about
        assert b"pikepdf" not in about
        assert b"Typst" not in about
        assert list(seen.docinfo) == ["/Title"]
        allowed = seen.allow
        assert allowed.print_highres
        assert allowed.accessibility


def test_a_paper_is_never_sealed_with_a_passphrase_that_a_reader_would_cut_off(paper: bytes) -> None:
    with pytest.raises(errors.PassphraseTooWeak):
        seal_pdf(paper, "ә" * 64)
    with pytest.raises(errors.PassphraseTooWeak):
        seal_pdf(paper, " ")
    with pytest.raises(errors.ContentBroken):
        seal_pdf(b"no paper at all", "lamp river bread seven")


# ── The passphrase ──────────────────────────────────────────────────────────────────────────────────────────────
def test_a_passphrase_for_a_paper_is_four_words_of_the_readers_language() -> None:
    for language in ("en", "ru", "kk"):
        for _ in range(50):
            phrase = draw_sealing_phrase("pdf", language)
            assert set(phrase.split(" ")) <= set(word_list(language))
            assert len(phrase.split(" ")) == 4
            assert len(phrase.encode()) <= 127


def test_a_passphrase_for_zip_can_be_typed_on_every_keyboard_and_no_two_are_alike() -> None:
    drawn = {draw_sealing_phrase("zip", language) for language in ("en", "ru", "kk") for _ in range(100)}
    assert len(drawn) == 300
    assert all(phrase.isascii() for phrase in drawn)
    numbers = [phrase for phrase in drawn if phrase[0].isdigit()]
    assert len(numbers) == 200
    assert all(len(phrase) == 29 and phrase.count("-") == 5 for phrase in numbers)
    with pytest.raises(ValueError):
        draw_sealing_phrase("rar", "en")


@with_7zip
def test_the_passphrase_is_neither_in_what_is_written_nor_in_the_store(vault, clock, paper, folder, stick) -> None:
    an_incident(vault.database, clock)
    for form, language in (("pdf", "ru"), ("zip", "kk"), ("zip", "en")):
        phrase = draw_sealing_phrase(form, language)
        if form == "pdf":
            (stick / "sealed.pdf").write_bytes(seal_pdf(paper, phrase))
        else:
            seal_folder(folder, stick / f"sealed-{language}.zip", phrase, language, ignore, never)
        tables = [name for (name,) in vault.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        kept = "".join(repr(vault.database.rows(f"SELECT * FROM {table}")) for table in tables)
        assert "He came to the door" in kept
        assert phrase not in kept
        for place in (vault.files.folder, stick, folder):
            for path in place.rglob("*"):
                assert not path.is_file() or phrase.encode() not in path.read_bytes()


# ── The folder as one file ──────────────────────────────────────────────────────────────────────────────────────
@with_7zip
def test_7zip_opens_the_sealed_folder_with_the_passphrase_and_every_byte_is_as_it_was(
    folder, stick, tmp_path
) -> None:
    told: list[tuple[int, int]] = []
    made = seal_folder(
        folder, stick / "sealed.zip", PHRASE, "kk", lambda done, all_: told.append((done, all_)), never
    )
    assert (made.size, made.files) == ((stick / "sealed.zip").stat().st_size, 3)
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] == told[-1][1] > 6_000_000
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert run(SEVEN_ZIP, "x", f"-p{PHRASE}", f"-o{tmp_path / 'out'}", made.path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["READ-ME.txt", "bundle.zip"]
    assert run(SEVEN_ZIP, "x", f"-o{tmp_path / 'in'}", tmp_path / "out" / "bundle.zip").returncode == 0
    opened = tmp_path / "in" / folder.name
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert sorted(path.relative_to(opened) for path in opened.rglob("*") if path.is_file()) == names
    assert all((opened / name).read_bytes() == (folder / name).read_bytes() for name in names)
    assert run(SEVEN_ZIP, "t", "-p4821-9937-0254-1180-6641-7094", made.path).returncode != 0
    listed = run(SEVEN_ZIP, "l", "-slt", made.path).stdout.decode()
    assert "Method = AES-256 Store" in listed
    assert "0001" not in listed
    assert folder.name not in listed


def test_the_file_names_no_program_date_or_inner_name_and_says_in_three_languages_what_opens_it(
    folder, stick
) -> None:
    seal_folder(folder, stick / "sealed.zip", PHRASE, "ru", ignore, never)
    raw = (stick / "sealed.zip").read_bytes()
    for visible in (
        b"0001",
        b"bagit",
        b"copy-",
        b"SafePlan",
        b"safeplan",
        PHRASE.encode(),
        str(folder.parent).encode(),
    ):
        assert visible not in raw
    with zipfile.ZipFile(stick / "sealed.zip") as seen:
        words = seen.read("READ-ME.txt").decode("utf-8-sig")
        assert {info.date_time for info in seen.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (seen.comment, [info.comment for info in seen.infolist()]) == (b"", [b"", b""])
        assert {info.create_system for info in seen.infolist()} == {0}
    assert words.startswith("Этот файл закрыт")
    assert words.count("(7-zip.org)") == 3
    assert "құпиясөз" in words
    assert "passphrase" in words
    assert (stick / "sealed.zip").stat().st_mtime == 1772409600


@with_7zip
def test_more_than_four_gibibytes_are_written_in_the_large_form(folder, stick, monkeypatch) -> None:
    """The switch to the large form is moved down; what it writes then is read by 7-Zip."""
    monkeypatch.setattr(sealing_folders, "_LARGE", 1 << 20)
    seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert run(SEVEN_ZIP, "t", f"-p{PHRASE}", stick / "sealed.zip").returncode == 0


@pytest.mark.campaign
@pytest.mark.timeout(1800)
@with_7zip
def test_five_gibibytes_pass_through_in_little_memory(stick, tmp_path) -> None:
    large = tmp_path / "copy-large"
    large.mkdir()
    with (large / "0001.mp4").open("wb") as film:
        film.truncate(5 << 30)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seal_folder(large, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 64 * 1024
    assert run(SEVEN_ZIP, "t", f"-p{PHRASE}", stick / "sealed.zip").returncode == 0


def test_memory_does_not_grow_with_the_folder(stick, tmp_path) -> None:
    large = tmp_path / "copy-large"
    large.mkdir()
    with (large / "0001.mp4").open("wb") as film:
        film.truncate(100 << 20)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seal_folder(large, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 40 * 1024


# ── Faults ──────────────────────────────────────────────────────────────────────────────────────────────────────
def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_cancelled_at_any_piece_nothing_is_left(folder, stick, monkeypatch) -> None:
    monkeypatch.setattr(sealed_zip, "PIECE", 500_000)
    asked = 0

    def after(pieces: int) -> Callable[[], bool]:
        left = iter(range(pieces))
        return lambda: next(left, None) is None

    while True:
        try:
            seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, after(asked))
            break
        except errors.Cancelled:
            assert names(stick) == []
            asked += 1
    assert asked > 10
    assert names(stick) == ["sealed.zip"]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 10, 3_000, 500_000, 3_000_200, 3_003_000])
def test_a_medium_that_is_full_on_the_way_leaves_nothing(folder, stick, room) -> None:
    with no_file_larger_than(room), pytest.raises(errors.DiskFull):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert names(stick) == []


def test_a_file_that_was_there_stays_and_a_vanished_one_is_named(folder, stick) -> None:
    (stick / "sealed.zip").write_bytes(b"hers")
    with pytest.raises(errors.FolderNotEmpty):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert (stick / "sealed.zip").read_bytes() == b"hers"

    def shorten(done: int, total: int) -> None:
        if done == 0:
            (folder / "data" / "0001.jpg").write_bytes(b"short")

    with pytest.raises(errors.FileVanished):
        seal_folder(folder, stick / "other.zip", PHRASE, "en", shorten, never)
    with pytest.raises(errors.PassphraseTooWeak):
        seal_folder(folder, stick / "other.zip", "оғаш перне", "en", ignore, never)
    (folder / "data" / "link").symlink_to("/etc/hostname")
    with pytest.raises(errors.FileUnreadable):
        seal_folder(folder, stick / "other.zip", PHRASE, "en", ignore, never)
    assert names(stick) == ["sealed.zip"]


def test_what_was_written_is_read_back_and_a_lying_medium_is_noticed(folder, stick) -> None:
    def bend(done: int, total: int) -> None:
        if done == total // 2:
            (passing,) = stick.glob("unfinished-*.part")
            with passing.open("r+b") as file:
                file.seek(1_000_000)
                file.write(b"\0\0\0\0")

    with pytest.raises(errors.DiskFailing):
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", bend, never)
    assert names(stick) == []


def seal_and_kill(folder: Path, stick: Path, seed: int) -> None:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            seal_folder(folder, stick / "sealed.zip", PHRASE, "en", lambda *_: os.write(tell, b"."), never)
        finally:
            os._exit(0)
    os.close(tell)
    # It has begun; from here on at any moment.
    os.read(told, 1)
    time.sleep(random.Random(seed).random() * 0.1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)


def kill_while_sealing(folder: Path, stick: Path, kills: int) -> None:
    import pyzipper  # noqa: F401  (loaded here once, so that the kills meet the writing)

    met = 0
    for seed in range(kills):
        seal_and_kill(folder, stick, seed)
        left = names(stick)
        if left == ["sealed.zip"]:
            with (stick / "sealed.zip").open("rb") as whole:
                sealed_zip.read_back(whole, PHRASE, lambda _size: None)
            (stick / "sealed.zip").unlink()
        else:
            met += bool(left)
            assert len(left) <= 1
            assert all(name.startswith("unfinished-") and name.endswith(".part") for name in left)
    assert met >= kills // 5, met
    seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert names(stick) == ["sealed.zip"]


def test_killed_at_any_moment_there_is_a_whole_file_or_none(folder, stick) -> None:
    (folder / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(6_000_000))
    kill_while_sealing(folder, stick, 15)


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_killed_four_hundred_times_there_is_a_whole_file_or_none(folder, stick) -> None:
    (folder / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(6_000_000))
    kill_while_sealing(folder, stick, 400)


# ── What a medium can take ──────────────────────────────────────────────────────────────────────────────────────
MOUNTS = """22 1 254:0 / / rw,relatime - ext4 /dev/root rw
40 22 8:17 / /media/her\\040stick rw,nosuid - vfat /dev/sdb1 rw
41 22 8:33 / /media/large rw,nosuid - exfat /dev/sdc1 rw
42 22 0:31 / /media/her\\040stick/over rw shared:5 - tmpfs tmpfs rw
a line of something else
"""


def test_the_file_system_of_a_place_is_the_one_mounted_nearest() -> None:
    assert file_system_of("/media/her stick/copies", MOUNTS) == "vfat"
    assert file_system_of("/media/her stick", MOUNTS) == "vfat"
    assert file_system_of("/media/her stick/over/it", MOUNTS) == "tmpfs"
    assert file_system_of("/media/her sticks", MOUNTS) == "ext4"
    assert file_system_of("/media/large/x", MOUNTS) == "exfat"
    assert file_system_of("/x", "") == ""


def test_more_than_a_stick_takes_in_one_file_or_at_all_is_said_before_writing(folder, stick, monkeypatch) -> None:
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")
    must_fit(stick, 1000)
    with pytest.raises(errors.DiskFull) as refused:
        must_fit(stick, 1 << 32)
    assert refused.value.facts == {"reason": "one_file", "largest": 4294967295}
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "ext4")
    with pytest.raises(errors.DiskFull) as refused:
        must_fit(stick, 1 << 60)
    assert refused.value.facts["reason"] == "room"
    with (folder / "data" / "0003.mp4").open("wb") as film:
        film.truncate((1 << 32) - 1)
    monkeypatch.setattr(whole_file, "_file_system", lambda _folder: "vfat")
    with pytest.raises(errors.DiskFull) as refused:
        seal_folder(folder, stick / "sealed.zip", PHRASE, "en", ignore, never)
    assert refused.value.facts["reason"] == "one_file"
    assert names(stick) == []
