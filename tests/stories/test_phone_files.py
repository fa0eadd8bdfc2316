"""The main job on files as a phone makes them: kept, shown, and handed over so that three strangers can check it.

Lost without it: everything works on the small, tidy files of the other tests, and nothing on hers.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import wave
from pathlib import Path
from typing import Any

import bagit
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from safeplan.handover.verify import verify_bag
from safeplan.records import attachments, incidents
from tests.ui.page_window import OpenPages

FILES = Path(__file__).resolve().parents[1] / "data" / "files"
MIB = 1 << 20


def _video(path: Path, size: int) -> Path:
    """An MP4 by its first box, filled with noise: nobody here decodes it, every byte of it has to stay."""
    box = b"ftypisom" + struct.pack(">I", 512) + b"isomiso2avc1mp41"
    seed = hashlib.sha256(b"a made-up video").digest()
    with path.open("wb") as file:
        file.write(struct.pack(">I", len(box) + 4) + box)
        block = hashlib.shake_256(seed).digest(MIB)
        for number in range(size // MIB):
            file.write(number.to_bytes(8, "big") + block[8:])
    return path


def _recording(path: Path) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(16_000 * 2 * 20))
    return path


def _scan(path: Path) -> Path:
    """A paper as a scanning app makes it: a PDF that is one picture."""
    Image.effect_noise((1240, 1754), 60).convert("L").save(path, "PDF", resolution=150)
    return path


@pytest.fixture
def from_the_phone(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    photo, heic = folder / "IMG_20260301_214012.jpg", folder / "Фото қалада № 7.HEIC"
    shutil.copy(FILES / "turned.jpg", photo)
    shutil.copy(FILES / "plain.heic", heic)
    return [
        photo,
        heic,
        _video(folder / "VID_20260301_214100.mp4", 100 * MIB),
        _recording(folder / "Запись 12.wav"),
        _scan(folder / "Scan 2 March.pdf"),
    ]


def test_a_photo_a_video_a_recording_and_a_scan_go_all_the_way(
    qtbot: QtBot, vault: Any, clock: Any, tmp_path: Path, from_the_phone: list[Path]
) -> None:
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in from_the_phone}
    pages = OpenPages(qtbot, vault, clock)
    page = pages.go("happened")
    pages.write("happened-text", "In the hallway, late. Photos and a recording.")
    page.add_files(from_the_phone)
    pages.click("happened-keep")
    (entry,) = incidents.list_incidents(vault.database)
    kept = {info.name: info for info in entry.attachments}
    assert {name: info.sha256 for name, info in kept.items()} == before
    photo = kept["IMG_20260301_214012.jpg"]
    assert photo.embedded is not None
    assert photo.embedded.orientation != 1, "a phone held upright"
    assert photo.embedded.place, "where, as the file claims"
    assert [info.name for info in entry.attachments if info.has_thumbnail] == [
        "IMG_20260301_214012.jpg",
        "Фото қалада № 7.HEIC",
        "Scan 2 March.pdf",
    ]
    kinds = {info.kind for info in entry.attachments}
    assert kinds == {"image/jpeg", "image/heic", "video/mp4", "audio/wav", "application/pdf"}
    for info in entry.attachments:
        assert attachments.check_file(vault.database, info.id)
        pages.go("file", attachment_id=info.id)
        assert info.name.split(".")[0] in pages.words()

    stick = tmp_path / "stick"
    stick.mkdir()
    pages.go("hand_over")
    # For herself nothing is left out.
    pages.click("hand-over-kind-herself")
    pages.click("hand-over-step-what")
    pages.click("hand-over-all")
    pages.click("hand-over-make")
    pages.context.picker.choose([stick])
    qtbot.waitUntil(lambda: any(stick.iterdir()), timeout=20_000)
    (bag,) = stick.iterdir()
    assert verify_bag(bag).status == 0
    checked = subprocess.run(
        ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"], cwd=bag, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert bagit.Bag(str(bag)).is_valid()
    originals = {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in (bag / "data").rglob("*") if path.is_file()
    }
    assert set(before.values()) <= originals, "an original left otherwise than it came"
    assert all(path.name.isascii() for path in bag.rglob("*"))
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in from_the_phone} == before
