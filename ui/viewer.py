"""What the pages ask for pictures: starts a fresh viewer per file and brings pixels back without waiting.

May touch: viewer processes and the pixels they return. Must never decode a kept file here, and never keep
compressed bytes that a viewer made: small copies are compressed again from checked pixels.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QImage

from safeplan import errors
from ui.processes import Running
from ui.viewer_exchange import SECONDS, Exchange, checked_source, decode_blocking, start_viewer
from ui.viewer_wire import KINDS, Claimed, Pixels, Region, Request

__all__ = [
    "KINDS",
    "Claimed",
    "Encoded",
    "Pixels",
    "Region",
    "Request",
    "Showing",
    "Viewer",
    "as_image",
    "claims",
    "decode_blocking",
    "pdf_page",
    "picture",
    "report_photo",
    "small_copy",
    "thumbnail",
]

THUMBNAIL_SIDE = 320
REPORT_SIDE = 1600
# Two cores is what many of these computers have; one stays for the interface.
AT_ONCE = 2


@dataclass(frozen=True)
class Encoded:
    """A small copy, made by us from pixels: JPEG bytes without any metadata."""

    data: bytes
    width: int
    height: int
    claimed: Claimed
    pages: int


def picture(max_width: int, max_height: int, region: Region | None = None) -> Request:
    """The picture, upright, scaled down to fit; with `region` only that part of it (zoom)."""
    return Request(max_width, max_height, region=region or Region())


def pdf_page(number: int, max_width: int, max_height: int, region: Region | None = None) -> Request:
    """Page `number` (from 0) of a document, drawn as large as fits."""
    return Request(max_width, max_height, number=number, region=region or Region())


def thumbnail() -> Request:
    """A picture or first page of at most 320 x 320."""
    return Request(THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def report_photo(number: int = 0) -> Request:
    """A picture or page of at most 1600 x 1600, for the printed record."""
    return Request(REPORT_SIDE, REPORT_SIDE, number=number)


def claims() -> Request:
    """No pixels: only what the file says about itself, its size and its number of pages."""
    return Request(0, 0)


def as_image(pixels: Pixels) -> QImage:
    """The picture as Qt draws it; it owns its bytes."""
    view = QImage(pixels.rgba, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGBX8888)
    return view.copy()


def small_copy(pixels: Pixels, quality: int = 82) -> Encoded:
    """A JPEG of these pixels, without metadata: made here, because what a viewer compressed is as untrusted as
    the file it had open, and this copy is kept and shown again without a viewer."""
    content = QByteArray()
    target = QBuffer(content)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    if not as_image(pixels).save(target, "JPEG", quality):  # type: ignore[call-overload]
        raise errors.Bug(code="small_copy")
    target.close()
    return Encoded(bytes(content.data()), pixels.width, pixels.height, pixels.claimed, pixels.pages)


class Showing(QObject):
    """One request under way."""

    def __init__(
        self,
        viewer: Viewer,
        order: tuple[str, list[bytes], int, Request],
        done: Callable[[Pixels], None],
        failed: Callable[[errors.SafePlanError], None],
    ) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._order = order
        self._done = done
        self._failed = failed
        self._exchange: Exchange | None = None
        self._writes: QSocketNotifier | None = None
        self._reads: QSocketNotifier | None = None
        self._over = False
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._out_of_time)
        self._reaping = QTimer(self, interval=10)
        self._reaping.timeout.connect(self._reap)

    def cancel(self) -> None:
        """Forget it: neither callback will be called, the process is ended."""
        self._finish(None)

    def start(self, running: Running, seconds: float) -> None:
        """Hand the file to `running`. Called by the Viewer."""
        kind, pieces, size, request = self._order
        self._exchange = Exchange(running, kind, pieces, size, request)
        self._writes = QSocketNotifier(running.to_child, QSocketNotifier.Type.Write, self)
        self._writes.activated.connect(self._push)
        self._reads = QSocketNotifier(running.from_child, QSocketNotifier.Type.Read, self)
        self._reads.activated.connect(self._pull)
        self._limit.start(int(seconds * 1000))

    def fail(self, error: errors.SafePlanError) -> None:
        """End it with `error`. Called by the Viewer."""
        self._finish(lambda: self._failed(error))

    def _push(self) -> None:
        if self._exchange is not None and self._writes is not None:
            self._exchange.push()
            self._writes.setEnabled(self._exchange.sending)

    def _pull(self) -> None:
        if self._exchange is None or self._over:
            return
        try:
            if not self._exchange.pull():
                return
            if not self._exchange.answered and self._exchange.running.alive():
                # The pipe ends a moment before the process does; its last word is its exit status.
                self._quiet()
                self._reaping.start()
                return
            pixels = self._exchange.answer()
        except errors.SafePlanError as error:
            self.fail(error)
            return
        self._finish(lambda: self._done(pixels))

    def _out_of_time(self) -> None:
        self.fail(errors.ViewerTimedOut())

    def collect(self, seconds: float) -> None:
        """Wait for the end of a process that was ended."""
        if self._exchange is not None:
            self._exchange.running.wait(seconds)

    def _quiet(self) -> None:
        for notifier in (self._writes, self._reads):
            if notifier is not None:
                notifier.setEnabled(False)

    def _finish(self, callback: Callable[[], None] | None) -> None:
        if self._over:
            return
        self._over = True
        self._limit.stop()
        self._quiet()
        if self._exchange is not None:
            self._exchange.stop()
        self._reaping.start()
        self._viewer.ended(self)
        if callback is not None:
            callback()

    def _reap(self) -> None:
        """Collect the process without waiting for it: giving back a gigabyte takes the system a while."""
        if self._exchange is not None and self._exchange.running.alive():
            return
        self._reaping.stop()
        if self._over:
            self.deleteLater()
        elif self._exchange is not None:
            try:
                self._exchange.answer()
                self.fail(errors.PictureBroken())
            except errors.SafePlanError as error:
                self.fail(error)


class Viewer(QObject):
    """Lives in the main thread, once per open vault."""

    def __init__(self, parent: QObject | None = None, *, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._waiting: deque[Showing] = deque()
        self._running: set[Showing] = set()
        self._spare: Running | None = None
        self._keeps_spare = False

    def show(
        self,
        owner: QObject,
        source: bytes | Iterable[bytes],
        kind: str,
        request: Request,
        done: Callable[[Pixels], None],
        failed: Callable[[errors.SafePlanError], None],
    ) -> Showing:
        """Decode one file in a fresh process; one of the callbacks is called later, in this thread.

        Nothing is called once `owner` is gone or the Showing is cancelled. `failed` gets PictureNotShown,
        PictureBroken, PictureTooLarge, NotThere (no such page), ViewerTimedOut or MemoryShort.
        """
        error: errors.SafePlanError | None = None
        pieces: list[bytes] = []
        size = 0
        try:
            pieces, size = checked_source(kind, source, request)
        except errors.SafePlanError as refused:
            error = refused
        showing = Showing(self, (kind, pieces, size, request), done, failed)
        owner.destroyed.connect(showing.cancel)
        if error is not None:
            refusal = error
            QTimer.singleShot(0, showing, lambda: showing.fail(refusal))
            return showing
        self._waiting.append(showing)
        self._start_next()
        return showing

    def warm(self) -> None:
        """Keep one unused viewer ready from now on: the next picture comes about 0.1 s sooner."""
        self._keeps_spare = True
        self._refill()

    def stop(self) -> None:
        """End everything that runs; no callback is called."""
        self._keeps_spare = False
        for showing in (*self._waiting, *self._running):
            showing.cancel()
        # Nobody is left to look at those that were cancelled a moment ago.
        for showing in self.findChildren(Showing):
            showing.collect(1.0)
        if self._spare is not None:
            self._spare.kill()
            self._spare.close_pipes()
            self._spare.wait(1.0)
            self._spare = None

    def ended(self, showing: Showing) -> None:
        """A Showing is over. Called by the Showing."""
        self._running.discard(showing)
        with contextlib.suppress(ValueError):
            self._waiting.remove(showing)
        QTimer.singleShot(0, self, self._start_next)

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < AT_ONCE:
            showing = self._waiting.popleft()
            spare, self._spare = self._spare, None
            try:
                running = spare if spare is not None and spare.alive() else start_viewer()
            except errors.SafePlanError as error:
                showing.fail(error)
                continue
            self._running.add(showing)
            showing.start(running, self._seconds)
        if not self._running:
            self._refill()

    def _refill(self) -> None:
        if self._keeps_spare and self._spare is None:
            with contextlib.suppress(errors.SafePlanError):
                self._spare = start_viewer()
