"""Hears from logind and the desktop that the computer sleeps, the screen locks or another user's comes in front.

May touch: the system and session bus through QtDBus (UNIX sockets only). Must never send anything but the request
to be told.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREENSAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SessionNotices(QObject):
    """Calls `leave` on each notice. Where there is no bus it hears nothing, and idling still hides."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self.connected = self._listen_to_logind() | self._listen_to_screensavers()

    def _listen_to_logind(self) -> bool:
        bus = QDBusConnection.systemBus()
        # An empty path hears every session: ours is not known in containers and on some desktops, and a lock of any
        # session of this computer is reason enough to hide.
        changed = SLOT("changes(QString,QVariantMap,QStringList)")
        return (
            self._hear(bus, _LOGIND, "/org/freedesktop/login1", _MANAGER, "PrepareForSleep", SLOT("sleeps(bool)"))
            | self._hear(bus, _LOGIND, "", _SESSION, "Lock", SLOT("locks()"))
            | self._hear(bus, _LOGIND, "", _PROPERTIES, "PropertiesChanged", changed)
        )

    def _listen_to_screensavers(self) -> bool:
        bus = QDBusConnection.sessionBus()
        heard = [self._hear(bus, "", "", name, "ActiveChanged", SLOT("screen_saver(bool)")) for name in _SCREENSAVERS]
        return any(heard)

    def _hear(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> bool:
        # The type stub asks for bytes, the binding refuses them.
        return bus.isConnected() and bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:  # noqa: FBT001
        """The computer is about to sleep (True) or has woken up (False)."""
        if begins:
            self._leave()

    @Slot()
    def locks(self) -> None:
        """A session of this computer is being locked."""
        self._leave()

    @Slot("QString", "QVariantMap", "QStringList")
    def changes(self, interface: str, values: dict[str, object], _unsaid: list[str]) -> None:
        """Something of a session changed. Ctrl+Alt+F3 brings another user in front, and not every desktop locks."""
        if interface == _SESSION and values.get("Active") is False:
            self._leave()

    @Slot(bool)
    def screen_saver(self, active: bool) -> None:  # noqa: FBT001
        """The desktop's screen saver starts or ends."""
        if active:
            self._leave()
