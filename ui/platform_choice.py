"""Chooses Qt's window system before Qt starts.

May touch: one environment variable of this process. Must never import Qt.
"""

from __future__ import annotations

import os
import sys


def prepare_platform() -> None:
    """On Linux always X11 (XWayland too): Wayland lets nobody place windows or hear keys."""
    if sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
