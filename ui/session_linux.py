"""Hears from logind and the desktop that the computer sleeps, the screen locks, or another user comes.

May touch: the system and session bus through QtDBus (UNIX sockets only). Must never send anything but the request
to be told.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_LOGIND = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_SCREENSAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SessionNotices(QObject):
    """Calls `leave` on each notice. Where there is no bus it hears nothing, and idling still hides."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self.connected = self._listen_to_logind() | self._listen_to_screensavers()

    def _listen_to_logind(self) -> bool:
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        heard = bus.connect(
            _LOGIND, "/org/freedesktop/login1", _MANAGER, "PrepareForSleep", self, SLOT("sleeps(bool)")
        )
        # Without a path: the session's own path is not known in containers and on some desktops; a lock of any
        # session of this computer is reason enough to hide.
        heard |= bus.connect(_LOGIND, "", _SESSION, "Lock", self, SLOT("locks()"))
        heard |= bus.connect(
            _LOGIND,
            "",
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            self,
            SLOT("session_changes(QDBusMessage)"),
        )
        return bool(heard)

    def _listen_to_screensavers(self) -> bool:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        heard = False
        for name in _SCREENSAVERS:
            heard |= bus.connect("", "", name, "ActiveChanged", self, SLOT("screen_saver(bool)"))
        return bool(heard)

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:  # noqa: FBT001
        """The computer is about to sleep (True) or has woken up (False)."""
        if begins:
            self._leave()

    @Slot()
    def locks(self) -> None:
        """A session of this computer is being locked."""
        self._leave()

    @Slot(bool)
    def screen_saver(self, active: bool) -> None:  # noqa: FBT001
        """The desktop's screen saver starts or ends."""
        if active:
            self._leave()

    @Slot(QDBusMessage)
    def session_changes(self, message: QDBusMessage) -> None:
        """Our session is no longer the active one (another user came), or it is being locked."""
        arguments = message.arguments()
        if len(arguments) >= 2 and arguments[0] == _SESSION:
            changed = arguments[1]
            if isinstance(changed, dict) and (changed.get("Active") is False or changed.get("LockedHint") is True):
                self._leave()
