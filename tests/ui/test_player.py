"""Playing kept recordings: from memory, in a caged process each, and hostile ones end as a named failure."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from safeplan import errors
from tests.ui.recordings import TONE, film, shade, turned, wav
from ui.player import Frame, Playing
from ui.player_wire import (
    MAX_SOUND,
    PIECE,
    RATE,
    SAMPLE,
    AnswerReader,
    Data,
    End,
    From,
    Info,
    More,
    Need,
    Sound,
    pack_answer,
    pack_failure,
    pack_open,
    pack_order,
    read_order,
    unpack_open,
)

GIB = 1 << 30


class Loudspeaker:
    """Where sound goes in these tests: keeps what it is given and hears it as fast as time goes by."""

    def __init__(self, asleep: float = 0.0) -> None:
        self.heard = bytearray()
        self.closed = False
        self._wakes = time.perf_counter() + asleep
        self._since = time.perf_counter()
        self._played = 0.0

    def _left(self) -> int:
        now = max(self._wakes, time.perf_counter())
        self._played = min(len(self.heard), self._played + (now - self._since) * RATE * SAMPLE)
        self._since = now
        return len(self.heard) - int(self._played)

    def write(self, samples: bytes) -> int:
        taken = min(len(samples), max(0, RATE * SAMPLE // 5 - self._left()) // SAMPLE * SAMPLE)
        self.heard += samples[:taken]
        return taken

    def waiting_ms(self) -> float:
        return self._left() * 1000 / (RATE * SAMPLE)

    def drop(self) -> None:
        self._played = len(self.heard)

    def close(self) -> None:
        self.closed = True


class Seen:
    """One recording under way and all that was told about it."""

    def __init__(self, qtbot: QtBot, kind: str, source: bytes | Callable[[int, int], bytes], **more: Any) -> None:
        self.qtbot = qtbot
        self.asked: list[tuple[int, int]] = []
        self.frames: list[Frame] = []
        self.failures: list[errors.SafePlanError] = []
        self.places: list[int] = []
        self.ends = 0
        self._source = source
        size = more.pop("size", len(source) if isinstance(source, bytes) else 0)
        self.owner = QObject()
        self.playing = Playing(self.owner, kind, size, self._read, **more)
        self.pid = self.playing.pid
        self.playing.showing.connect(self.frames.append)
        self.playing.failed.connect(self.failures.append)
        self.playing.moved.connect(self.places.append)
        self.playing.paused.connect(self._ended)

    def _read(self, offset: int, length: int, done: Callable[[bytes], None], _failed: Any) -> None:
        self.asked.append((offset, length))
        done(
            self._source[offset : offset + length]
            if isinstance(self._source, bytes)
            else self._source(offset, length)
        )

    def _ended(self) -> None:
        self.ends += 1

    def until(self, said: Callable[[], Any], seconds: float = 15) -> None:
        self.qtbot.waitUntil(lambda: bool(said()), timeout=int(seconds * 1000))

    def opened(self) -> Seen:
        self.until(lambda: self.failures or self.playing.info is not None)
        assert not self.failures
        return self

    def still(self) -> Seen:
        """Until its first picture stands."""
        self.opened().until(lambda: self.failures or self.frames)
        assert not self.failures
        return self

    def to_the_end(self) -> Seen:
        self.opened().playing.play()
        self.until(lambda: self.failures or self.ends)
        assert not self.failures
        return self


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Callable[..., Seen]]:
    made: list[Seen] = []

    def start(kind: str, source: Any, **more: Any) -> Seen:
        made.append(Seen(qtbot, kind, source, **more))
        return made[-1]

    yield start
    for seen in made:
        if not seen.failures:
            seen.playing.stop()
    qtbot.waitUntil(lambda: not any(alive(seen.pid) for seen in made))


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def grey(frame: Frame) -> int:
    """The colour in the middle."""
    start = (frame.height // 2 * frame.width + frame.width // 2) * 4
    blue, green, red = frame.pixels[start : start + 3]
    assert max(blue, green, red) - min(blue, green, red) < 12
    return green


def is_picture(frame: Frame, number: int) -> bool:
    return abs(grey(frame) - shade(number)) < 5


def pitch(samples: bytes) -> float:
    """How often a second the left side swings, counted where it rises through nothing."""
    left = struct.unpack(f"<{len(samples) // 2}h", samples)[::2]
    rises = [n for n in range(1, len(left)) if left[n - 1] < 0 <= left[n]]
    return (len(rises) - 1) * RATE / (rises[-1] - rises[0])


# ── Playing ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_film_opens_at_its_first_picture_and_stands_still_until_it_is_played(play: Any, qtbot: QtBot) -> None:
    seen = play("video/mp4", film(2.0)).still()
    info = seen.playing.info
    assert (info.picture, info.sound, info.width, info.height) == (True, True, 160, 96)
    assert 1950 <= info.length_ms <= 2100
    qtbot.wait(200)
    assert len(seen.frames) == 1
    assert is_picture(seen.frames[0], 0)
    assert not seen.playing.playing
    assert seen.playing.position() == 0


@pytest.mark.parametrize(
    ("kind", "form", "picture", "sound"),
    [
        ("video/mp4", "mp4", "libx264", "aac"),
        ("video/webm", "webm", "libvpx", "libopus"),
        ("video/x-msvideo", "avi", "mpeg4", "libmp3lame"),
        ("video/3gpp", "3gp", "h263", ""),
    ],
)
def test_pictures_come_in_order_each_at_its_moment(play: Any, kind: str, form: str, picture: str, sound: str) -> None:
    size = (176, 144) if picture == "h263" else (160, 96)
    seen = play(kind, film(1.0, form=form, picture=picture, sound=sound, size=size))
    begun = time.perf_counter()
    seen.to_the_end()
    assert time.perf_counter() - begun > 0.9
    moments = [frame.at_ms for frame in seen.frames]
    assert moments == sorted(moments)
    # A busy computer may leave one out; none comes twice or out of turn.
    assert len(set(moments)) == len(moments) >= 7
    numbers = [round((grey(frame) - shade(0)) / 8) for frame in seen.frames]
    assert numbers == sorted(set(numbers))
    assert seen.places == sorted(seen.places)


def test_sound_is_heard_whole_and_at_its_height_once_it_is_let_out(play: Any) -> None:
    seen, out = play("audio/wav", wav(1.0)).opened(), Loudspeaker()
    seen.playing.set_sound(out)
    seen.to_the_end()
    assert abs(len(out.heard) / (RATE * SAMPLE) - 1.0) < 0.05
    assert abs(pitch(bytes(out.heard)) - TONE) < 4
    seen.playing.stop()
    assert out.closed


def test_without_sound_turned_on_a_recording_passes_in_silence(play: Any) -> None:
    begun = time.perf_counter()
    seen = play("audio/wav", wav(0.6)).to_the_end()
    assert time.perf_counter() - begun > 0.55
    assert seen.playing.position() == seen.playing.info.length_ms == 600
    assert seen.frames == []


@pytest.mark.parametrize("asleep", [1.6, 60.0], ids=["wakes late", "never wakes"])
def test_headphones_that_sleep_do_not_hold_the_picture_for_long(asleep: float, play: Any) -> None:
    seen, out = play("video/mp4", film(4.0, fps=25)).still(), Loudspeaker(asleep)
    seen.playing.set_sound(out)
    seen.playing.play()
    seen.until(lambda: seen.playing.position() > 1000, seconds=3)
    seen.until(lambda: seen.playing.position() > 2500)
    if asleep < 10:
        assert len(out.heard) > RATE * SAMPLE // 2
        moments = [frame.at_ms for frame in seen.frames]
        assert moments == sorted(moments)
    seen.until(lambda: seen.ends)


@pytest.mark.parametrize(("percent", "seconds"), [(200, 0.5), (50, 2.0)])
def test_faster_and_slower_keep_the_height_of_a_voice(play: Any, percent: int, seconds: float) -> None:
    seen, out = play("audio/wav", wav(1.0)).opened(), Loudspeaker()
    seen.playing.set_speed(percent)
    seen.playing.set_sound(out)
    begun = time.perf_counter()
    seen.to_the_end()
    assert seconds * 0.85 < time.perf_counter() - begun < seconds * 1.3 + 0.3
    assert abs(len(out.heard) / (RATE * SAMPLE) - seconds) < 0.15
    assert abs(pitch(bytes(out.heard)) - TONE) < 12


def test_another_speed_chosen_at_the_beginning_begins_at_the_beginning(play: Any) -> None:
    seen = play("video/mp4", film(2.0)).still()
    seen.playing.set_speed(200)
    seen.until(lambda: len(seen.frames) > 1)
    assert is_picture(seen.frames[1], 0)


def test_a_place_asked_for_is_shown_also_while_it_stands_still(play: Any) -> None:
    seen = play("video/mp4", film(2.0, picture="libx264")).still()
    for wanted, number in ((1500, 15), (300, 3), (1050, 10)):
        before = len(seen.frames)
        seen.playing.seek(wanted)
        seen.until(lambda before=before: len(seen.frames) > before)
        assert seen.playing.position() == wanted
        assert is_picture(seen.frames[-1], number)
    seen.playing.seek(10**9)
    assert seen.playing.position() == seen.playing.info.length_ms


def test_a_place_asked_for_while_it_plays_is_played_from_and_at_the_end_it_begins_again(play: Any) -> None:
    seen = play("video/mp4", film(2.0)).still()
    seen.playing.play()
    seen.playing.seek(1600)
    seen.until(lambda: seen.ends)
    assert {frame.at_ms for frame in seen.frames} <= {0, *range(1600, 2000, 100)}
    assert len(seen.frames) >= 3
    seen.playing.play()
    seen.until(lambda: seen.frames[-1].at_ms == 200)
    assert seen.playing.playing


def test_paused_means_paused_and_little_is_kept_meanwhile(play: Any, qtbot: QtBot) -> None:
    seen, out = play("video/mp4", film(3.0, fps=25)).still(), Loudspeaker()
    seen.playing.set_sound(out)
    seen.playing.play()
    seen.until(lambda: seen.playing.position() > 400)
    seen.playing.pause()
    stands, pictures, heard = seen.playing.position(), len(seen.frames), len(out.heard)
    qtbot.wait(400)
    assert (seen.playing.position(), len(seen.frames), len(out.heard)) == (stands, pictures, heard)
    assert seen.playing.under_way < 6 * 160 * 96 * 4 + RATE * SAMPLE // 2 + 640 * 360 * 4
    seen.playing.play()
    seen.until(lambda: seen.ends)
    # Nothing was lost or heard twice.
    assert abs(len(out.heard) / (RATE * SAMPLE) - 3.0) < 0.25


def test_paused_long_after_the_last_tick_the_picture_and_the_place_are_of_that_moment(play: Any, clock: Any) -> None:
    seen = play("video/mp4", film(2.0), clock=clock).still()
    seen.until(lambda: seen.playing.under_way > 4 * 160 * 96 * 4)
    seen.playing.play()
    clock.ticks += 0.25
    seen.playing.pause()
    assert seen.playing.position() == seen.places[-1] == 250
    assert seen.frames[-1].at_ms == 200
    assert is_picture(seen.frames[-1], 2)


def test_the_film_of_a_phone_held_upright_says_how_it_is_to_be_turned(play: Any) -> None:
    assert play("video/mp4", turned(film(0.3))).still().frames[0].turned == 270
    assert play("video/mp4", film(0.3)).still().frames[0].turned == 0


def test_pictures_are_no_larger_than_the_window_asks_for(play: Any) -> None:
    seen = play("video/mp4", film(1.0, size=(640, 384)), width=160, height=160).still()
    assert (seen.frames[0].width, seen.frames[0].height) == (160, 96)
    seen.playing.set_size(320, 300)
    seen.until(lambda: seen.frames[-1].width == 320)
    assert seen.frames[-1].height == 192
    seen.playing.set_size(10_000, 10_000)
    seen.until(lambda: seen.frames[-1].width == 640)


# ── Large files ─────────────────────────────────────────────────────────────────────────────────────────────────
def with_a_hole(content: bytes) -> tuple[int, Callable[[int, int], bytes]]:
    """The film with three gibibytes of nothing between its pictures and its table; (size, reader)."""
    table = content.rindex(b"moov") - 4
    hole = struct.pack(">I4sQ", 1, b"free", 3 * GIB)
    head, tail = content[:table] + hole, content[table:]
    start = table + 3 * GIB
    size = start + len(tail)

    def read(offset: int, length: int) -> bytes:
        piece = bytearray(min(length, size - offset))
        for place, part in ((0, head), (start, tail)):
            begin, end = max(place, offset), min(place + len(part), offset + len(piece))
            if begin < end:
                piece[begin - offset : end - offset] = part[begin - place : end - place]
        return bytes(piece)

    return size, read


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_of_a_film_of_three_gigabytes_only_what_is_needed_is_asked_for_and_kept(play: Any) -> None:
    size, read = with_a_hole(film(2.0, picture="libx264"))
    seen = play("video/mp4", read, size=size).still()
    seen.playing.seek(1500)
    seen.to_the_end()
    assert size > 3 * GIB
    assert is_picture(seen.frames[-1], 19)
    assert len(seen.asked) < 12
    assert all(length <= PIECE for _, length in seen.asked)
    assert resident(seen.pid) < 150 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_recording_of_three_gigabytes_can_be_entered_anywhere(play: Any) -> None:
    head = wav(0.1, rate=48_000)[:44]
    size = 3 * GIB
    head = head[:4] + struct.pack("<I", size - 8) + head[8:40] + struct.pack("<I", size - 44)

    def read(offset: int, length: int) -> bytes:
        return (head[offset:] if offset < 44 else b"").ljust(length, b"\0")[:length]

    seen = play("audio/wav", read, size=size).opened()
    assert seen.playing.info.length_ms > 8 * 3_600_000
    seen.playing.play()
    for place in (5 * 3_600_000, 60_000, 8 * 3_600_000):
        seen.playing.seek(place)
        seen.until(lambda place=place: seen.playing.position() > place + 200)
    assert len(seen.asked) < 40
    assert resident(seen.pid) < 120 << 20


def resident(pid: int) -> int:
    """Bytes of memory a process holds."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found is not None
    return int(found[1]) * 1024


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


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    "name", ["a film", "a list of songs", "a list of a stream", "pictures elsewhere", "noise called WebM"]
)
def test_nothing_is_opened_and_no_socket_made_while_a_recording_is_read(name: str, tmp_path: Path) -> None:
    kind, make = {
        "a film": ("video/mp4", lambda: film(0.5, picture="libx264")),
        "pictures elsewhere": ("video/mp4", lambda: elsewhere(SECRET)),
        **HOSTILE,
    }[name]
    kept, report = tmp_path / "kept", tmp_path / "report"
    kept.write_bytes(make())
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", f"trace={','.join(OPENING)},prctl,seccomp", "-o", str(report)),
            *(sys.executable, "-c", TRACED, kind, str(kept)),
        ],
        capture_output=True, text=True, timeout=60, check=True, env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    pid = done.stdout.split()[0]
    lines = [line.partition(" ")[2].strip() for line in report.read_text().splitlines() if line.startswith(pid)]
    caged = next(n for n, line in enumerate(lines) if "SECCOMP" in line)
    # Before the cage it loads its libraries: the eye that looks does see.
    assert any(line.startswith("openat") and "libavformat" in line for line in lines[:caged])
    assert not [line for line in lines[caged:] if line.startswith(OPENING)]


def test_two_recordings_one_after_the_other_share_nothing(play: Any) -> None:
    first = play("video/mp4", film(0.5, grey=40)).to_the_end()
    first.playing.stop()
    second = play("video/mp4", film(0.5, grey=200)).to_the_end()
    assert first.pid != second.pid
    assert all(abs(grey(frame) - 40) < 5 for frame in first.frames)
    assert all(abs(grey(frame) - 200) < 5 for frame in second.frames)


def test_stopped_means_gone_at_once_and_nothing_is_told_afterwards(play: Any, qtbot: QtBot) -> None:
    seen, out = play("video/mp4", film(3.0)).still(), Loudspeaker()
    seen.playing.set_sound(out)
    seen.playing.play()
    seen.until(lambda: len(seen.frames) > 3)
    pictures, begun = len(seen.frames), time.perf_counter()
    seen.playing.stop()
    assert out.closed
    qtbot.waitUntil(lambda: not alive(seen.pid))
    assert time.perf_counter() - begun < 2
    qtbot.wait(150)
    assert len(seen.frames) == pictures
    assert (seen.failures, seen.ends) == ([], 0)


def test_a_card_that_is_deleted_leaves_no_player_behind(play: Any, qtbot: QtBot) -> None:
    seen = play("video/mp4", film(1.0)).still()
    seen.owner.deleteLater()
    qtbot.waitUntil(lambda: not alive(seen.pid))
    seen.failures.append(errors.Cancelled())


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
    until = time.perf_counter() + 1
    while alive(pid) and time.perf_counter() < until:
        time.sleep(0.005)
    assert not alive(pid)


# ── What comes back is not believed ─────────────────────────────────────────────────────────────────────────────
ANSWERS = (
    Info(2000, True, True, 160, 96),
    Need(0, 100),
    Frame(1, 40, 4, 3, 90, bytes(48)),
    Sound(1, 60, bytes(400)),
    End(1, 2000),
)


def reader() -> AnswerReader:
    made = AnswerReader(5000)
    made.allow(160, 96)
    return made


def test_what_a_player_says_survives_the_journey_in_any_pieces() -> None:
    packed = b"".join(piece for answer in ANSWERS for piece in pack_answer(answer))
    for step in (1, 7, 64, len(packed)):
        made, found = reader(), []
        for start in range(0, len(packed), step):
            found += made.feed(packed[start : start + step])
        assert tuple(found) == ANSWERS


@pytest.mark.parametrize(
    "lie",
    [
        Frame(1, 40, 161, 3, 0, bytes(161 * 12)),
        Frame(1, 40, 4, 3, 45, bytes(48)),
        Sound(1, 0, bytes(MAX_SOUND + 4)),
        Sound(1, 0, bytes(3)),
        Need(5000, 10),
        Need(0, PIECE + 1),
        Info(0, False, False, 0, 0),
        Info(0, True, False, 0, 0),
        Info(0, True, False, 60_000, 60_000),
        Info(1, True, True, 10, 10),
    ],
    ids=repr,
)
def test_a_lie_is_refused_before_its_body_is_waited_for(lie: Any) -> None:
    made = reader()
    made.feed(pack_answer(ANSWERS[0])[0])
    with pytest.raises(errors.PictureBroken):
        made.feed(pack_answer(lie)[0])


def test_pictures_before_the_first_word_and_unknown_words_are_refused() -> None:
    for first in (pack_answer(ANSWERS[2])[0], b"Q", pack_failure(errors.WrongPassphrase())):
        with pytest.raises(errors.PictureBroken):
            reader().feed(first)
    with pytest.raises(errors.PictureTooLarge):
        reader().feed(pack_failure(errors.PictureTooLarge()))


@given(st.binary(max_size=200), st.integers(0, 5))
def test_any_bytes_are_refused_or_lie_within_what_was_allowed(noise: bytes, known: int) -> None:
    made = reader()
    start = b"".join(piece for answer in ANSWERS[:known] for piece in pack_answer(answer))
    try:
        found = made.feed(start + noise)
    except (errors.PictureBroken, errors.PictureTooLarge, errors.PictureNotShown):
        return
    for answer in found:
        if isinstance(answer, Frame):
            assert answer.width <= 160
            assert answer.height <= 96
            form = QImage.Format.Format_RGB32
            assert not QImage(answer.pixels, answer.width, answer.height, answer.width * 4, form).isNull()


@given(st.binary(max_size=60))
def test_the_player_takes_no_order_but_a_right_one(noise: bytes) -> None:
    def read_from(content: bytes) -> Callable[[int], bytes]:
        rest = [content]

        def read(size: int) -> bytes:
            if len(rest[0]) < size:
                raise EOFError
            piece, rest[0] = rest[0][:size], rest[0][size:]
            return piece

        return read

    try:
        order = read_order(read_from(noise))
        assert not isinstance(order, From) or order.valid()
    except (ValueError, EOFError):
        pass
    for order in (From(3, 1500, 150, 640, 360, 9), More(7), Data(b"abc")):
        assert read_order(read_from(pack_order(order))) == order
    with pytest.raises(ValueError, match="from"):
        read_order(read_from(pack_order(From(1, 0, 99, 640, 360, 0))))
    assert unpack_open(pack_open("audio/ogg", 12)) == ("audio/ogg", 12)
    if len(noise) != len(pack_open("audio/ogg", 12)):
        with pytest.raises(ValueError, match="length"):
            unpack_open(noise)


@pytest.mark.campaign
@pytest.mark.parametrize(
    ("kind", "form", "picture", "sound"),
    [
        ("video/mp4", "mp4", "libx264", "aac"),
        ("video/webm", "webm", "libvpx-vp9", "libopus"),
        ("video/x-msvideo", "avi", "mpeg4", "libmp3lame"),
    ],
)
def test_sixty_films_with_changed_bytes_end_in_pictures_or_in_a_named_failure(
    play: Any, kind: str, form: str, picture: str, sound: str
) -> None:
    whole = film(0.3, form=form, picture=picture, sound=sound)
    chance = random.Random(7)
    for _ in range(60):
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
