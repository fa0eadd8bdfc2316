"""Playing kept recordings from memory: each picture and sound at its moment, by hand or to the end."""

from __future__ import annotations

import re
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from safeplan import errors
from tests.ui.playing_kit import TIME, Loudspeaker, alive, grey, is_picture, pitch
from tests.ui.recordings import TONE, film, shade, turned, wav
from ui.player_wire import (
    PIECE,
    RATE,
    SAMPLE,
)

GIB = 1 << 30


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
    assert len(set(moments)) == len(moments) >= 9
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
    begun = TIME.monotonic()
    seen.until(lambda: seen.playing.position() > 1000)
    assert TIME.monotonic() - begun < 3
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
    begun = TIME.monotonic()
    seen.to_the_end()
    assert seconds * 0.85 < TIME.monotonic() - begun < seconds * 1.3 + 0.3
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
    before = len(seen.frames)
    seen.playing.play()
    seen.until(lambda: 200 in [frame.at_ms for frame in seen.frames[before:]])
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
