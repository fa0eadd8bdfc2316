"""What is copied from the notes stays in the notes: other programs are offered an empty note in its place.

May touch: the clipboard of the system (nothing else may). Must never leave a word of hers on it unless she switched
that on, and then never longer than SECONDS, past an exit, or without the marks that histories honour: histories and
the marked text of X11 outlive the exit, and pasting in another program is the first thing a curious person tries.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication  # noqa: TID251

# Says to ourselves that the newest copy lies here. Other programs can read this name, so it tells nothing.
_HERE = "application/x-value"
# How long copied words wait for another program, where she switched that on.
SECONDS = 30
# Histories and cloud clipboards that honour it do not even note that something was copied.
_WINDOWS_MARKS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "Clipboard Viewer Ignore",
)


def can_be_marked() -> bool:
    """Whether this system's histories can be asked to look away; on macOS Qt has no way to say it."""
    return sys.platform != "darwin"


def mark_private(data: QMimeData) -> None:
    """Ask the histories of KDE, GNOME and Windows, and Windows' cloud, to look away."""
    data.setData("x-kde-passwordManagerHint", b"secret")
    for name in _WINDOWS_MARKS:
        data.setData(f'application/x-qt-windows-mime;value="{name}"', b"\0\0\0\0")


class OwnClipboard(QObject):
    """Stands behind every field of this process as long as it lives; copying and marking need to know nothing."""

    def __init__(self, parent: QObject, *, closed: bool = False) -> None:
        super().__init__(parent)
        self._closed = closed
        self._leaves = False
        self._soon = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._soon.timeout.connect(self.withdraw)
        self._heard = _system().changed.connect(self._take_in)
        if closed:
            # What somebody copied in another program before is not for whoever sits down now.
            for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
                self._empty(mode)

    def let_words_leave(self, on: bool) -> None:  # noqa: FBT001
        """Her choice: from the next copy on, other programs are offered the words for SECONDS, marked as private."""
        self._leaves = on and not self._closed and can_be_marked()
        if not self._leaves:
            self.withdraw()

    def withdraw(self) -> None:
        """Other programs are offered nothing any more; in this window the copy can still be pasted. Called at the
        exit as well, where what waits behind the everyday program lives on."""
        self._soon.stop()
        system = _system()
        offered = system.mimeData()
        mine = system.ownsClipboard() or _alone()
        if mine and offered is not None and offered.hasFormat(_HERE) and offered.hasText():
            system.setMimeData(_instead())

    def stop(self) -> None:
        """Nothing is offered any more, and nobody stands behind the fields: for the end of its window."""
        self.withdraw()
        QObject.disconnect(self._heard)

    def _take_in(self, mode: QClipboard.Mode) -> None:
        """Runs inside the call that copied: no other program is answered before this has returned."""
        system = _system()
        others = not (system.ownsSelection() if mode == QClipboard.Mode.Selection else system.ownsClipboard())
        if self._closed and others and not _alone():
            self._empty(mode)
            return
        if mode == QClipboard.Mode.Selection:
            if system.ownsSelection():
                system.clear(QClipboard.Mode.Selection)
            return
        if mode != QClipboard.Mode.Clipboard or not (system.ownsClipboard() or _alone()):
            return
        offered = system.mimeData()
        if offered is None or offered.hasFormat(_HERE) or not offered.formats():
            return
        _Kept.text = offered.text()
        instead = _instead()
        if self._leaves and _Kept.text:
            instead.setText(_Kept.text)
            self._soon.start()
        system.setMimeData(instead)

    def _empty(self, mode: QClipboard.Mode) -> None:
        """Where the policy closes it, nothing comes in from other programs; words still move within this window."""
        offered = _system().mimeData(mode)
        # Only what is there: an empty one that is emptied again would tell other programs each time.
        if offered is not None and offered.formats():
            _system().clear(mode)


def _instead() -> QMimeData:
    """What other programs are offered: that there is something, and that it is not for them."""
    instead = QMimeData()
    instead.setData(_HERE, b"\0")
    mark_private(instead)
    return instead


def _system() -> QClipboard:
    return QGuiApplication.clipboard()  # noqa: TID251


def _alone() -> bool:
    """Without a screen the clipboard is this process's own, but Qt cannot tell that it is."""
    return QGuiApplication.platformName() == "offscreen"


class _Kept:
    """There is one clipboard, so there is one copy of it; it ends with this process."""

    text = ""


def copied_here(offered: QMimeData | None = None) -> str:
    """The text copied in this window, "" when the newest copy is another program's or `offered` is a drop."""
    source = _system().mimeData() if offered is None else offered
    return _Kept.text if source is not None and source.hasFormat(_HERE) else ""


def untrusted_pasted_text() -> str:
    """What Paste would put in, wherever it was copied; "" when there is no text."""
    return copied_here() or _system().text()
