"""Chooses Qt's window system, its bus and its way of typing, before Qt starts.

May touch: a few environment variables of this process. Must never import Qt, and never hand keys to a service that
outlives this process: measured, Qt tells ibus every letter and never that it is private.
"""

from __future__ import annotations

import os
import sys


def prepare_platform() -> None:
    """On Linux always X11 (XWayland too): Wayland lets nobody place windows or hear keys.

    Letters come from the keyboard layout, accents from Qt's own table of dead keys: Kazakh, Russian and English need
    no more. An input method would keep learned words, and in its memory what was typed, past every exit.
    """
    if not sys.platform.startswith("linux"):
        return
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    # Without a session bus libdbus would start one of its own, and that writes a file into the home folder.
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    os.environ["QT_IM_MODULE"] = "compose"
    # Where it is set, Qt asks this list first.
    os.environ.pop("QT_IM_MODULES", None)
