"""Recordings made to do harm end as a named failure, in a process that is caged and goes with the window."""

from __future__ import annotations

import os
import random
import re
import resource
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from safeplan import errors
from tests.campaign.selecting import Tries
from tests.ui.playing_kit import alive
from tests.ui.recordings import film, wav


# ── Hostile and damaged files ───────────────────────────────────────────────────────────────────────────────────
def jpegs_as_large_as_a_field() -> bytes:
    """A film whose every picture claims 65,500 x 65,500."""
    content = film(0.5, form="avi", picture="mjpeg", sound="")
    return re.sub(rb"(\xff\xc0\x00\x11\x08)....", lambda m: m[1] + b"\xff\xdc" * 2, content, flags=re.DOTALL)


def very_quick_wav() -> bytes:
    content = wav(0.2)
    return content[:24] + struct.pack("<II", 2_000_000_000, 4_000_000_000) + content[32:]


def elsewhere(path: str) -> bytes:
    """A film that says its pictures lie in another file."""
    content = film(0.5)
    at = content.index(b"dref")
    entry = path.encode() + b"\0"
    box = struct.pack(">I4sI", 12 + len(entry), b"url ", 0) + entry
    return content[: at + 12] + box + content[at + 12 + 12 :]


SECRET = "/proc/self/environ"
BROKEN = (errors.PictureBroken, errors.PictureNotShown, errors.PictureTooLarge)
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a film cut short": ("video/mp4", lambda: film(1.0)[:900]),
    "a film without its table": ("video/mp4", lambda: film(1.0).replace(b"moov", b"xxxx")),
    "noise": ("video/mp4", lambda: bytes(range(256)) * 400),
    "noise called WebM": ("video/webm", lambda: b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 400),
    "a single byte": ("audio/mpeg", lambda: b"I"),
    "a sound called film": ("video/mp4", lambda: wav(0.2)),
    "a list of songs": ("audio/mpeg", lambda: f"#EXTM3U\n#EXTINF:1,x\nfile://{SECRET}\n".encode()),
    "a list of pieces": ("video/mp4", lambda: f"ffconcat version 1.0\nfile '{SECRET}'\n".encode()),
    "a list of a stream": (
        "video/mp4",
        lambda: b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
    ),
    "an address as a film": ("video/mp4", lambda: b"concat:http://127.0.0.1:9/a|http://127.0.0.1:9/b"),
    "subtitles with an address": ("audio/ogg", lambda: b"[Script Info]\nVideo File: http://127.0.0.1:9/x.mp4\n"),
    "pictures as large as a field": ("video/x-msvideo", jpegs_as_large_as_a_field),
    "two thousand million samples a second": ("audio/wav", very_quick_wav),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_recording_ends_as_a_named_failure(name: str, play: Any) -> None:
    kind, make = HOSTILE[name]
    seen = play(kind, make())
    seen.until(lambda: seen.failures or seen.playing.info is not None)
    if not seen.failures:
        seen.playing.play()
        seen.until(lambda: seen.failures or seen.ends)
    assert [type(failure) for failure in seen.failures] in [[kind] for kind in BROKEN]
    assert not alive(seen.pid) or os.waitpid(seen.pid, 0)


def test_a_film_damaged_in_the_middle_plays_what_is_whole(play: Any) -> None:
    content = bytearray(film(2.0, picture="libx264", form="matroska"))
    middle = len(content) // 2
    content[middle : middle + 300] = bytes(300)
    seen = play("video/x-matroska", bytes(content)).to_the_end()
    assert len(seen.frames) > 5


def test_a_player_that_says_nothing_is_stopped_by_the_clock(play: Any) -> None:
    seen = play("video/mp4", film(0.5), seconds=0.001)
    seen.until(lambda: seen.failures)
    assert isinstance(seen.failures[0], errors.ViewerTimedOut)


@pytest.mark.skipif(sys.platform != "linux", reason="signals of Linux")
@pytest.mark.parametrize(
    ("how", "failure"), [(signal.SIGALRM, errors.ViewerTimedOut), (signal.SIGSEGV, errors.PictureBroken)]
)
def test_a_player_that_dies_is_named_by_how_it_died(play: Any, how: int, failure: type) -> None:
    seen = play("video/mp4", film(2.0)).still()
    os.kill(seen.pid, how)
    seen.until(lambda: seen.failures)
    assert isinstance(seen.failures[0], failure)


def test_bytes_that_are_missing_in_the_store_are_said_to_be(play: Any) -> None:
    seen = play("video/mp4", lambda offset, length: b"short", size=5000)
    seen.until(lambda: seen.failures)
    assert isinstance(seen.failures[0], errors.RecordDamaged)


# ── The process itself ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_player_is_caged_before_it_sees_a_byte_of_the_file(play: Any) -> None:
    seen = play("video/mp4", film(1.0))
    seen.until(lambda: seen.asked)
    status = Path(f"/proc/{seen.pid}/status").read_text()
    assert re.search(r"Seccomp:\s+2", status)
    assert re.search(r"NoNewPrivs:\s+1", status)
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 1,
        resource.RLIMIT_DATA: 1 << 30,
    }
    assert {what: resource.prlimit(seen.pid, what) for what in limits} == {what: (n, n) for what, n in limits.items()}


TRACED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from ui.player import Playing
app = QCoreApplication([])
content = Path(sys.argv[2]).read_bytes()
owner = QObject()
def read(offset, length, done, failed):
    done(content[offset : offset + length])
playing = Playing(owner, sys.argv[1], len(content), read)
print(playing.pid, flush=True)
playing.ready.connect(lambda info: (playing.set_speed(150), playing.play()))
playing.failed.connect(lambda error: app.quit())
playing.paused.connect(app.quit)
QTimer.singleShot(20_000, app.quit)
app.exec()
playing.stop()
"""
OPENING = (
    "open",
    "openat",
    "openat2",
    "creat",
    "socket",
    "connect",
    "execve",
    "fork",
    "vfork",
    "unlink",
    "memfd_create",
)


PLAYS = TRACED.replace("playing.paused.connect(app.quit)", "playing.paused.connect(lambda: playing.play())")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the pipe's end and the job object do it")
def test_when_the_window_is_killed_while_it_plays_the_player_goes_with_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(film(1.0))
    window = subprocess.Popen(
        [sys.executable, "-c", PLAYS, "video/mp4", str(kept)], stdout=subprocess.PIPE, text=True
    )
    assert window.stdout is not None
    pid = int(window.stdout.readline())
    time.sleep(0.6)
    assert alive(pid)
    window.kill()
    window.communicate()
    until = time.perf_counter() + 10
    while alive(pid) and time.perf_counter() < until:
        time.sleep(0.005)
    assert not alive(pid)


@pytest.mark.campaign
@pytest.mark.row("H-02")
@pytest.mark.parametrize(
    ("kind", "form", "picture", "sound"),
    [
        ("video/mp4", "mp4", "libx264", "aac"),
        ("video/webm", "webm", "libvpx-vp9", "libopus"),
        ("video/x-msvideo", "avi", "mpeg4", "libmp3lame"),
    ],
)
def test_sixty_films_with_changed_bytes_end_in_pictures_or_in_a_named_failure(
    play: Any, kind: str, form: str, picture: str, sound: str, tries: Tries
) -> None:
    whole = film(0.3, form=form, picture=picture, sound=sound)
    chance = random.Random(7)
    for _ in range(tries.of(60, daily=60)):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        seen = play(kind, bytes(content))
        seen.until(lambda seen=seen: seen.failures or seen.playing.info is not None)
        if not seen.failures:
            seen.playing.play()
            seen.until(lambda seen=seen: seen.failures or seen.ends or seen.playing.position() > 200 or seen.frames)
            seen.playing.stop()
        assert all(isinstance(failure, (*BROKEN, errors.ViewerTimedOut)) for failure in seen.failures)
