"""What phones, strangers and accidents put into a field or a folder: a clear sentence, no standstill, nothing lost.

Lost without it: one file from a broken phone, or one pasted chat, and the window hangs while somebody walks in.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from at_home import AtHome, Pulse, at_home
from household import PASSPHRASE
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from safeplan.handover.verify import verify_bag
from safeplan.paths import VaultFiles
from safeplan.records import attachments, incidents, ledger
from safeplan.vault.container import OpenVault, unlock_vault

LONGEST_STANDSTILL_MS = 300
WHOLE = "zero \0 direction \u202egnp.exe\u2066 child \U0001f469\u200d\U0001f467 е\u0301 ё қ \u2028 end\tlast"
TOO_MUCH = "It can be added as a file instead, unchanged."


@pytest.fixture
def files(vault: OpenVault) -> VaultFiles:
    vault.close()
    return vault.files


@pytest.fixture
def life(qtbot: QtBot, files: VaultFiles, clock: Any) -> Iterator[AtHome]:
    with at_home(qtbot, files, clock) as here:
        here.open_with(PASSPHRASE)
        here.click("nav-happened")
        yield here


@pytest.fixture
def pulse() -> Pulse:
    return Pulse()


def paste(life: AtHome, field: str, text: str) -> None:
    """As Ctrl+V does, without using the clipboard of whoever runs the test."""
    data = QMimeData()
    data.setText(text)
    life.find(field).insertFromMimeData(data)
    life.settle()


def kept_texts(files: VaultFiles) -> list[str]:
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    found = [entry.revisions[-1].form.text for entry in incidents.list_incidents(vault.database)]
    assert ledger.check(vault.database).ok
    vault.close()
    return found


@pytest.mark.row("H-05")
@pytest.mark.parametrize("page", ["happened", "today"])
def test_ten_megabytes_of_text_are_refused_with_a_sentence_and_nothing_is_lost(
    life: AtHome, pulse: Pulse, page: str
) -> None:
    life.click(f"nav-{page}")
    life.type(f"{page}-text", "written before ")
    with pulse.feeling():
        paste(life, f"{page}-text", "line of a chat\n" * 700_000)
    assert pulse.longest < LONGEST_STANDSTILL_MS
    assert TOO_MUCH in life.words()
    assert life.find(f"{page}-text").text() == "written before "


@pytest.mark.row("H-05")
def test_a_line_of_a_million_letters_is_kept_to_the_last(life: AtHome, files: VaultFiles, pulse: Pulse) -> None:
    long_line = "абвгдежзий" * 99_999
    with pulse.feeling():
        paste(life, "happened-text", long_line)
        life.click("happened-keep")
    assert pulse.longest < LONGEST_STANDSTILL_MS
    assert "Kept." in life.message()
    life.leave()
    assert kept_texts(files) == [long_line]


@pytest.mark.row("H-05")
def test_signs_that_turn_or_hide_text_are_kept_as_they_are_and_leave_as_a_report(
    life: AtHome, files: VaultFiles, own_home: Path
) -> None:
    paste(life, "happened-text", WHOLE)
    life.click("happened-keep")
    life.click("nav-more")
    life.click("more-hand_over")
    life.click("hand-over-step-what")
    life.click("hand-over-line-1")
    life.click("hand-over-make")
    life.click("picker-take")
    assert life.find("hand-over-check").text().startswith("Files unchanged")
    (bag,) = [path for path in own_home.iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert verify_bag(bag).status == 0
    assert any(path.suffix == ".pdf" and path.stat().st_size > 5000 for path in bag.rglob("*"))
    life.leave()
    assert kept_texts(files) == [WHOLE]


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────
def png_of(width: int, height: int) -> bytes:
    """A whole and valid black picture of one bit a pixel: some kilobytes that unfold to hundreds of megabytes."""

    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packer = zlib.compressobj(1)
    row = bytes(1 + (width + 7) // 8)
    packed = b"".join(packer.compress(row * 500) for _ in range(height // 500)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", packed) + part(b"IEND", b"")


def strange_files(folder: Path) -> list[Path]:
    folder.mkdir()
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + os.urandom(5000)
    scripted = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert('x'))>>>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/AA<</O<</S/Launch/F(/bin/true)>>>>>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )
    contents = {
        "empty.jpg": b"",
        "bomb.png": png_of(50_000, 50_000),
        "broken.heic": heic,
        "scripted.pdf": scripted,
        "..\\..\\evil.jpg": b"\xff\xd8\xff" + os.urandom(100),
        "ж" * 125 + ".txt": b"a name as long as the disk allows",
        "\u202egpj.exe": b"MZ" + os.urandom(100),
        "CON": b"a name another system cannot write",
        " -rf *.jpg": b"\xff\xd8\xff" + os.urandom(50),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


@pytest.mark.row("H-04")
@pytest.mark.timeout(180)
def test_strange_files_are_kept_byte_for_byte_without_a_standstill_and_can_be_handed_over(
    life: AtHome, files: VaultFiles, pulse: Pulse, own_home: Path, tmp_path: Path
) -> None:
    strange = strange_files(tmp_path / "phone")
    life.type("happened-text", "with strange files")
    life.click("happened-attach")
    life.app.context.picker.choose(strange)
    with pulse.feeling():
        life.click("happened-keep")
        life.settle(90)
    assert pulse.longest < LONGEST_STANDSTILL_MS
    assert "Kept." in life.message()
    life.click("nav-more")
    life.click("more-hand_over")
    life.click("hand-over-step-what")
    life.click("hand-over-line-1")
    life.click("hand-over-make")
    with pulse.feeling():
        life.click("picker-take")
        life.settle(60)
    assert pulse.longest < LONGEST_STANDSTILL_MS
    assert life.find("hand-over-check").text().startswith("Files unchanged")
    (bag,) = [path for path in own_home.iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert verify_bag(bag).status == 0
    assert all(str(path.relative_to(bag)).isascii() for path in bag.rglob("*"))
    life.leave()
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    (entry,) = incidents.list_incidents(vault.database)
    assert {file.name for file in entry.attachments} == {path.name for path in strange}
    for file in entry.attachments:
        content = (tmp_path / "phone" / file.name).read_bytes()
        assert attachments.read_all(vault.database, file.id) == content
        assert hashlib.sha256(content).hexdigest() == file.sha256
    vault.close()


@pytest.mark.parametrize("moment", ["before", "while"])
def test_a_file_that_goes_away_is_named_with_the_reason_and_the_words_are_kept(
    life: AtHome, files: VaultFiles, tmp_path: Path, moment: str
) -> None:
    photo = tmp_path / "on the stick.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(60_000_000))
    life.type("happened-text", "the words stay")
    life.click("happened-attach")
    life.app.context.picker.choose([photo])
    if moment == "before":
        photo.unlink()
    else:
        bar = life.find("happened-keep").window()

        def pull_out(done: int, _total: int) -> None:
            if done > 0:
                os.truncate(photo, 1000)

        life.app.window.page("happened").work.set_progress = pull_out  # type: ignore[attr-defined]
        assert bar.isVisible()
    life.click("happened-keep")
    said = life.message()
    assert "on the stick.jpg" in said
    assert "cannot be read" in said if moment == "before" else "went away while it was being read" in said
    life.leave()
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    (entry,) = incidents.list_incidents(vault.database)
    assert entry.attachments == ()
    assert entry.revisions[-1].form.text == "the words stay"
    assert attachments.collect_unfinished(vault.database) == 0
    vault.close()


@pytest.mark.row("E-01")
@pytest.mark.campaign
@pytest.mark.timeout(1800)
def test_two_gigabytes_are_kept_without_a_standstill_and_come_back_whole(
    life: AtHome, files: VaultFiles, pulse: Pulse, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    wanted = hashlib.sha256()
    with film.open("wb") as out:
        for number in range(2048):
            piece = b"\0\0\0\x18ftypmp42" + number.to_bytes(4, "big") + bytes(1024 * 1024 - 16)
            out.write(piece)
            wanted.update(piece)
    life.type("happened-text", "a long film")
    life.click("happened-attach")
    life.app.context.picker.choose([film])
    with pulse.feeling():
        life.find("happened-keep").click()
        life.settle(1200)
    assert pulse.longest < LONGEST_STANDSTILL_MS
    assert "Kept." in life.message()
    life.leave()
    vault = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    (entry,) = incidents.list_incidents(vault.database)
    (kept,) = entry.attachments
    assert (kept.size, kept.sha256) == (2 << 30, wanted.hexdigest())
    assert attachments.check_file(vault.database, kept.id)
    vault.close()


@pytest.mark.row("H-05", control=True)
def test_the_pulse_feels_a_standstill_of_the_interface(qtbot: QtBot, pulse: Pulse) -> None:
    with pulse.feeling():
        qtbot.wait(50)
    assert pulse.longest < LONGEST_STANDSTILL_MS
    with pulse.feeling():
        qtbot.wait(20)
        # In the program's own time, as the pulse counts it, and far beyond: no pace of the computer hides it.
        end = time.thread_time() + 10 * LONGEST_STANDSTILL_MS / 1000
        while time.thread_time() < end:
            pass
        qtbot.wait(20)
    assert pulse.longest > LONGEST_STANDSTILL_MS


def test_a_file_alone_that_goes_away_leaves_no_empty_entry(life: AtHome, files: VaultFiles, tmp_path: Path) -> None:
    photo = tmp_path / "on the stick.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(1000))
    life.click("happened-attach")
    life.app.context.picker.choose([photo])
    photo.unlink()
    life.click("happened-keep")
    assert "on the stick.jpg" in life.message()
    assert life.sees("happened-empty")
    life.leave()
    assert kept_texts(files) == []


def picture_is_decided(life: AtHome) -> bool:
    """The reason why not, a text, or pixels in the view, which stands there empty before."""
    if life.sees("file-text"):
        return life.sees("file-text-error") or life.sees("file-text-view")
    return life.sees("file-picture-error") or (life.sees("file-view") and not life.find("file-view").image().isNull())


@pytest.mark.timeout(180)
def test_each_strange_file_is_shown_or_says_in_a_sentence_why_not(
    life: AtHome, pulse: Pulse, qtbot: QtBot, tmp_path: Path
) -> None:
    strange = strange_files(tmp_path / "phone")
    life.type("happened-text", "with strange files")
    life.click("happened-attach")
    life.app.context.picker.choose(strange)
    life.click("happened-keep")
    life.settle(90)
    said = {}
    for number, path in enumerate(strange, 1):
        life.click("nav-happened")
        life.click("incident-1-open")
        with pulse.feeling():
            life.click(f"file-row-{number}-open")
            assert life.page == "file"
            if life.sees("file-show"):
                life.click("file-show")
                qtbot.waitUntil(lambda: picture_is_decided(life), timeout=30_000)
                said[path.name] = (
                    life.find("file-picture-error").text() if life.sees("file-picture-error") else "seen"
                )
            else:
                said[path.name] = life.find("file-not-shown").text()
            life.click("file-check")
            qtbot.waitUntil(lambda: life.sees("file-check-result"), timeout=20_000)
        assert pulse.longest < LONGEST_STANDSTILL_MS, path.name
    assert all(len(words) > 3 for words in said.values()), said
    assert said["bomb.png"] == "This picture is too large to show here."
    assert said["broken.heic"] == "This file cannot be shown; it may be damaged."
    assert said["empty.jpg"].startswith("Kept unchanged.")
    assert said["CON"] == "seen", "a text is shown, whatever its name"
    # The page itself is drawn; nothing in it was run.
    assert said["scripted.pdf"] == "seen"
