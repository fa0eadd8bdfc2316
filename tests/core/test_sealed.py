"""What travels sealed opens for the one who has the passphrase, tells nothing to anyone else, and is whole or absent.

Lost without it: a title on a lost stick, a file 7-Zip refuses in the officer's room, half a bundle that looks whole.
"""

from __future__ import annotations

import io
import random
import resource
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
import sealing_folders
import typst
from builders import an_incident, ignore, never
from sealing_folders import a_folder, seal_folder

from safeplan import errors
from safeplan.content.words import word_list
from safeplan.handover.sealed_pdf import seal_pdf
from safeplan.handover.sealing_phrase import draw_sealing_phrase
from tests.campaign.selecting import Tries

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
    return a_folder(tmp_path)


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)


# ── The paper ───────────────────────────────────────────────────────────────────────────────────────────────────
def readers_that_open(path: Path, phrase: str | None) -> set[str]:
    """Which readers show the paper's words with this passphrase, or with none typed."""
    # pdftotext cuts what is typed to it at 32 bytes; windows with a field for it do not.
    found = set()
    if run("qpdf", *([] if phrase is None else [f"--password={phrase}"]), "--check", path).returncode == 0:
        found.add("qpdf")
    typed = [] if phrase is None else ["-upw", phrase]
    if "Ол есіктің алдында тұрды: әғқңөұүһі." in run("pdftotext", *typed, path, "-").stdout.decode():
        found.add("poppler")
    try:
        with pikepdf.open(path, password=phrase or "") as seen:
            found |= {"pikepdf"} if len(seen.pages) else set()
    except pikepdf.PasswordError:
        pass
    return found


EVERY_READER = {"qpdf", "poppler", "pikepdf"}


@pytest.mark.row("E-03")
@with_pdf_tools
def test_a_sealed_paper_opens_in_every_reader_with_its_passphrase_and_in_none_without(
    paper: bytes, tmp_path: Path, tries: Tries
) -> None:
    sealed, phrases = tmp_path / "sealed.pdf", ["қала перне оғаш"]
    languages = ("en", "ru", "kk")
    phrases += [draw_sealing_phrase("pdf", languages[at % 3]) for at in range(tries.of(150, daily=3) - 1)]
    for phrase in phrases:
        sealed.write_bytes(seal_pdf(paper, phrase))
        shown = run("qpdf", f"--password={phrase}", "--show-encryption", sealed).stdout
        assert b"R = 6" in shown
        assert b"AESv3" in shown
        long = len(phrase.encode()) > 32
        assert readers_that_open(sealed, phrase) >= EVERY_READER - ({"poppler"} if long else set()), phrase
        for wrong in (None, "", phrase[:-1], phrase.rpartition(" ")[0], phrase + "a"):
            cut = wrong is not None and wrong.encode()[:32] == phrase.encode()[:32]
            assert readers_that_open(sealed, wrong) - ({"poppler"} if cut else set()) == set(), (phrase, wrong)


@pytest.mark.row("E-03", control=True)
@with_pdf_tools
def test_a_paper_that_is_not_sealed_or_by_nothing_opens_for_everybody(paper: bytes, tmp_path: Path) -> None:
    path = tmp_path / "open.pdf"
    path.write_bytes(paper)
    assert readers_that_open(path, None) == EVERY_READER
    with pikepdf.open(path) as seen:
        seen.save(tmp_path / "nothing.pdf", encryption=pikepdf.Encryption(owner="x", user="", R=6))
    assert readers_that_open(tmp_path / "nothing.pdf", None) == EVERY_READER


@pytest.mark.row("E-03", "E-04")
def test_nothing_of_a_sealed_paper_can_be_read_off_the_file(paper: bytes) -> None:
    # As both places that hold a date write it: four digits alone stand in one of a hundred ciphertexts by chance.
    dates = ("D:2026", "2026-03")
    for visible in ("Aigerim", "pdfaid", *dates):
        assert visible.encode() in paper
    sealed = seal_pdf(paper, "lamp river bread seven")
    for visible in (TITLE, "Aigerim", "Seitova", "Typst", "typst", "pikepdf", *dates, "pdfaid", "lamp river"):
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
def opens_in_7zip(path: Path, phrase: str) -> bool:
    return run(SEVEN_ZIP, "t", f"-p{phrase}", path).returncode == 0


@pytest.mark.row("E-03", control=True)
@with_7zip
def test_a_folder_packed_without_a_lock_opens_with_any_passphrase(folder, tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "open.zip", "w") as packed:
        packed.write(folder / "data" / "0001.jpg", "0001.jpg")
    assert opens_in_7zip(tmp_path / "open.zip", "")
    assert opens_in_7zip(tmp_path / "open.zip", PHRASE[:-1] + "4")


@pytest.mark.row("E-03")
@with_7zip
def test_a_sealed_folder_opens_with_each_drawn_passphrase_and_with_no_other(folder, stick, tries: Tries) -> None:
    (folder / "data" / "0001.jpg").write_bytes(random.Random(1).randbytes(30_000))
    for number in range(tries.of(150, daily=3)):
        language = ("en", "ru", "kk")[number % 3]
        phrase, path = draw_sealing_phrase("zip", language), stick / f"{number}.zip"
        seal_folder(folder, path, phrase, language, ignore, never)
        assert opens_in_7zip(path, phrase)
        for wrong in ("", phrase[:-1], phrase + " ", phrase.upper() if phrase[0].isalpha() else phrase[::-1]):
            assert wrong == phrase or not opens_in_7zip(path, wrong), (phrase, wrong)


@pytest.mark.row("E-03")
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


@pytest.mark.row("E-04")
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


@pytest.mark.row("E-03")
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
