"""Chooses Qt's window system, and its bus, before Qt starts.

May touch: two environment variables of this process. Must never import Qt.
"""

from __future__ import annotations

import os
import sys


def prepare_platform() -> None:
    """On Linux always X11 (XWayland too): Wayland lets nobody place windows or hear keys."""
    if not sys.platform.startswith("linux"):
        return
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    # Without a session bus libdbus would start one of its own, and that writes a file into the home folder.
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
