"""Plays one kept recording: keeps the time, shows each picture at its moment, lets sound out once it is turned on.

May touch: one player process through player_exchange. Must never decode, keep more of the recording than the
next moment, or go on when it was stopped.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from safeplan import errors
from safeplan.clock import Clock, SystemClock
from ui.player_exchange import SECONDS, PlayerExchange, ReadRange
from ui.player_sound import SoundOut
from ui.player_wire import KINDS, RATE, SAMPLE, SPEEDS, Answer, End, Frame, From, Info, Sound

__all__ = ["KINDS", "SPEEDS", "Frame", "Info", "Playing", "ReadRange"]

# More pictures than this are not under way at once; beside them half a second of sound.
PICTURES_AHEAD = 6
SOUND_AHEAD = RATE * SAMPLE // 2
# Larger pictures are enlarged on the screen: a player that sends more would be busy with sending.
MOST_WIDTH, MOST_HEIGHT = 1280, 720
_TICK_MS = 10
# Less is not noticed; correcting it would make the picture tremble.
_OUT_OF_STEP_MS = 80
_LAST_SOUND_MS = 1500
# A device that takes longer to begin, or stands still, is not waited for.
_ASLEEP_S = 1.0


class Playing(QObject):
    """One recording, from opening to stop(). Paused at its first picture until play() is called."""

    ready = Signal(object)  # Info
    showing = Signal(object)  # Frame
    moved = Signal(int)  # milliseconds from the beginning
    paused = Signal()  # at the end
    failed = Signal(object)  # SafePlanError; it is stopped then

    def __init__(
        self,
        parent: QObject,
        kind: str,
        size: int,
        read: ReadRange,
        *,
        width: int = 640,
        height: int = 360,
        clock: Clock | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Raises MemoryShort when no further process can be started."""
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._info: Info | None = None
        self._sides = _sides(width, height)
        self._frames: deque[Frame] = deque()
        self._sounds: deque[Sound] = deque()
        self._turn, self._speed = 0, 100
        self._playing = self._wants_still = self._over = False
        # The moment shown, when the clock said so, and how far what has come reaches.
        self._at_ms, self._since, self._until_ms = 0.0, 0.0, 0.0
        self._end_ms: int | None = None
        self._out: SoundOut | None = None
        self._written_ms = 0.0
        self._quiet_ticks = 0
        # How much sound was handed on and heard since it last fell silent, and when it last moved.
        self._given_ms, self._heard_ms, self._moved_at = 0.0, 0.0, 0.0
        self._alone = False
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._exchange = PlayerExchange(self, kind, size, read, self._said, self._fail, seconds=seconds)

    # ── what the card asks ──────────────────────────────────────────────────────────────────────────────────────
    @property
    def playing(self) -> bool:
        """Whether time moves."""
        return self._playing

    @property
    def info(self) -> Info | None:
        """What the file holds, once it is known."""
        return self._info

    @property
    def pid(self) -> int:
        """The number of the player process."""
        return self._exchange.running.pid

    @property
    def under_way(self) -> int:
        """Bytes of pictures and sound that have come and were not yet used."""
        return sum(len(f.pixels) for f in self._frames) + sum(len(s.samples) for s in self._sounds)

    def position(self) -> int:
        """The moment that is shown, in milliseconds."""
        return int(self._now())

    def play(self) -> None:
        """Go on; at the end, begin again."""
        if self._over or self._playing or self._info is None:
            return
        if self._end_ms is not None and self._now() >= self._end_ms and not self._frames:
            self.seek(0)
        self._playing = True
        self._since = self._moved_at = self._clock.monotonic()
        self._timer.start()

    def pause(self) -> None:
        """Stand still and be silent, at the moment that is then shown and said."""
        self._at_ms = self._now()
        self._playing = False
        self._timer.stop()
        self._silence()
        # On a busy computer the last tick is long past.
        self._show_due(self._at_ms)
        self.moved.emit(int(self._at_ms))

    def seek(self, at_ms: int) -> None:
        """Go to that moment; the picture there is shown also while it stands still."""
        if self._over or self._info is None:
            return
        length = self._info.length_ms
        self._turn += 1
        self._at_ms = float(max(0, min(at_ms, length) if length else at_ms))
        self._since, self._until_ms, self._end_ms = self._clock.monotonic(), self._at_ms, None
        self._frames.clear()
        self._sounds.clear()
        self._quiet_ticks = 0
        self._wants_still = True
        self._silence()
        width, height = self._sides
        # Never enlarged on the way, so a small film needs little.
        pictures = min(width * height, self._info.width * self._info.height) * 4 * PICTURES_AHEAD
        order = From(self._turn, int(self._at_ms), self._speed, width, height, pictures + SOUND_AHEAD)
        self._exchange.play_from(order)
        self.moved.emit(int(self._at_ms))

    def set_speed(self, percent: int) -> None:
        """One of SPEEDS; voices keep their height."""
        if percent in SPEEDS and percent != self._speed:
            at_ms = self.position()
            self._speed = percent
            self.seek(at_ms)

    def set_size(self, width: int, height: int) -> None:
        """How large pictures are wanted from now on, in real pixels."""
        sides = _sides(width, height)
        if sides != self._sides:
            self._sides = sides
            if self._info is not None and self._info.picture:
                self.seek(self.position())

    def set_sound(self, out: SoundOut | None) -> None:
        """Let sound out there; None is silence."""
        if self._out is not None:
            self._out.close()
        self._out = out
        self._silence()

    def stop(self) -> None:
        """End the process; nothing is shown, heard or told afterwards, and this object goes with it."""
        if self._over:
            return
        self._over, self._playing = True, False
        self._timer.stop()
        self.set_sound(None)
        self._frames.clear()
        self._sounds.clear()
        self._exchange.reaped.connect(self.deleteLater)
        self._exchange.stop()

    # ── what comes ──────────────────────────────────────────────────────────────────────────────────────────────
    def _said(self, answer: Answer) -> None:
        if isinstance(answer, Info):
            self._info = answer
            self.seek(0)
            self.ready.emit(answer)
        elif isinstance(answer, Frame):
            self._until_ms = max(self._until_ms, answer.at_ms)
            self._frames.append(answer)
            if self._wants_still:
                self._show(self._frames.popleft())
        elif isinstance(answer, Sound):
            self._until_ms = max(self._until_ms, answer.at_ms)
            self._sounds.append(answer)
        elif isinstance(answer, End):
            self._end_ms = max(answer.at_ms, int(self._until_ms))

    def _fail(self, error: errors.SafePlanError) -> None:
        self.stop()
        self.failed.emit(error)

    # ── time ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _now(self) -> float:
        if not self._playing:
            return self._at_ms
        passed = (self._clock.monotonic() - self._since) * 10 * self._speed
        # Time waits for what has not come yet.
        return min(self._at_ms + passed, self._until_ms if self._end_ms is None else float(self._end_ms))

    def _tick(self) -> None:
        now = self._now()
        self._at_ms, self._since = now, self._clock.monotonic()
        self._show_due(now)
        self._let_sound_out(now)
        self.moved.emit(int(now))
        if self._end_ms is not None and now >= self._end_ms and not self._frames and self._is_quiet():
            self.pause()
            self.paused.emit()

    def _show_due(self, now: float) -> None:
        """The newest picture whose moment has come; those before it were too late."""
        newest: Frame | None = None
        used = 0
        while self._frames and self._frames[0].at_ms <= now:
            if newest is not None:
                used += len(newest.pixels)
            newest = self._frames.popleft()
        if used:
            self._exchange.allow_more(used)
        if newest is not None:
            self._show(newest)

    def _show(self, frame: Frame) -> None:
        self._wants_still = False
        self._exchange.allow_more(len(frame.pixels))
        self.showing.emit(frame)

    def _let_sound_out(self, now: float) -> None:
        used = 0
        while self._sounds:
            first = self._sounds[0]
            end_ms = first.at_ms + len(first.samples) * 10 * self._speed / (RATE * SAMPLE)
            if self._out is None or end_ms < now - _OUT_OF_STEP_MS * 2:
                if first.at_ms > now:
                    break
                taken = len(first.samples)
            else:
                taken = self._out.write(first.samples)
                written = taken * 10 * self._speed / (RATE * SAMPLE)
                self._written_ms = first.at_ms + written
                self._given_ms += taken * 1000 / (RATE * SAMPLE)
            used += taken
            if taken < len(first.samples):
                if taken:
                    began = int(first.at_ms + taken * 10 * self._speed / (RATE * SAMPLE))
                    self._sounds[0] = Sound(first.turn, began, first.samples[taken:])
                break
            self._sounds.popleft()
        if used:
            self._exchange.allow_more(used)
        self._keep_in_step(now)

    def _is_quiet(self) -> bool:
        """Whether the last sound was heard; a device that stands still is not waited for."""
        if self._out is None:
            return True
        self._quiet_ticks += 1
        silent = not self._sounds and self._out.waiting_ms() < _TICK_MS * 2
        return silent or self._quiet_ticks * _TICK_MS > _LAST_SOUND_MS

    def _keep_in_step(self, now: float) -> None:
        """The ear notices a gap before the eye does: the picture follows the sound, while there is any."""
        waiting = self._out.waiting_ms() if self._out is not None else 0.0
        if self._out is None or waiting <= 0:
            return
        if self._given_ms - waiting > self._heard_ms + 1:
            self._heard_ms, self._moved_at = self._given_ms - waiting, self._clock.monotonic()
            if self._alone:
                # Headphones that woke up late: what they were given is long past.
                self._silence()
                return
        elif self._clock.monotonic() - self._moved_at > _ASLEEP_S:
            self._alone = True
        heard = self._written_ms - waiting * self._speed / 100
        if not self._alone and abs(heard - now) > _OUT_OF_STEP_MS:
            self._at_ms = max(0.0, heard)

    def _silence(self) -> None:
        if self._out is not None:
            self._out.drop()
        self._given_ms = self._heard_ms = 0.0
        self._moved_at, self._alone = self._clock.monotonic(), False


def _sides(width: int, height: int) -> tuple[int, int]:
    return max(16, min(width, MOST_WIDTH)), max(16, min(height, MOST_HEIGHT))
