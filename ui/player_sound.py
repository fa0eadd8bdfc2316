"""Lets sound out of this computer, once she has turned it on, and says what is missing where it cannot.

May touch: QtMultimedia's sound output, loaded here and only then. Must never be opened unasked: it is the one part of
playing that speaks to the system, whose list of volumes then shows that this program plays something.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from ui.player_wire import RATE, SAMPLE

# Short, so that a pause is heard as one; long enough for a busy computer.
AHEAD_MS = 250


class SoundOut(Protocol):
    """Where samples go."""

    def write(self, samples: bytes) -> int:
        """Take as many bytes as there is room for; how many."""

    def waiting_ms(self) -> float:
        """How much was taken and not yet heard."""

    def drop(self) -> None:
        """Fall silent now; what was taken and not heard is forgotten."""

    def close(self) -> None:
        """Let go of the device."""


class SoundMissing(Exception):
    """`what` is "library" (a part of the system is not installed) or "device" (nothing to play through)."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def open_sound(parent: QObject) -> SoundOut:
    """The computer's own sound output. Raises SoundMissing."""
    try:
        from PySide6 import QtMultimedia
    except ImportError:
        raise SoundMissing("library") from None
    # Without its plug-ins QtMultimedia has loudspeakers and no decoders: these have no business beside the key.
    places = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        device = QtMultimedia.QMediaDevices.defaultAudioOutput()
    finally:
        QCoreApplication.setLibraryPaths(places)
    form = QtMultimedia.QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QtMultimedia.QAudioFormat.SampleFormat.Int16)
    if device.isNull() or not device.isFormatSupported(form):
        raise SoundMissing("device")
    return _Loudspeaker(QtMultimedia.QAudioSink(device, form, parent))


class _Loudspeaker:
    def __init__(self, sink: Any) -> None:
        self._sink = sink
        self._sink.setBufferSize(RATE * SAMPLE * AHEAD_MS // 1000)
        self._into: Any = None

    def write(self, samples: bytes) -> int:
        """Take as many bytes as there is room for; how many."""
        if self._into is None:
            self._into = self._sink.start()
        if self._into is None:
            # The device went away: what is said now is lost, the picture goes on.
            return len(samples)
        room = self._sink.bytesFree() // SAMPLE * SAMPLE
        return max(0, int(self._into.write(samples[:room]))) if room else 0

    def waiting_ms(self) -> float:
        """How much was taken and not yet heard."""
        if self._into is None:
            return 0.0
        return float(max(0, self._sink.bufferSize() - self._sink.bytesFree()) * 1000 / (RATE * SAMPLE))

    def drop(self) -> None:
        """Fall silent now."""
        if self._into is not None:
            self._sink.reset()
            self._into = None

    def close(self) -> None:
        """Let go of the device."""
        self.drop()
        self._sink.deleteLater()
