"""The one more key that hides, of her choice: from its name in the settings to what each side of the pipe calls it.

May touch: nothing. Must never let a key through that writes, moves or belongs to the system.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

_KEYSYM_F1, _KEYSYM_PAUSE, _KEYSYM_SCROLL_LOCK = 0xFFBE, 0xFF13, 0xFF14


def key_named(name: str) -> Qt.Key | None:
    """The key a setting names, "F9" or "Pause"; None for anything that may not be chosen."""
    key = getattr(Qt.Key, f"Key_{name}", None) if name else None
    return key if key is not None and keysym_of(key) else None


def keysym_of(key: Qt.Key | None) -> int:
    """The X key symbol of the function keys that may be chosen; 0 for any other."""
    if key is None:
        return 0
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        return _KEYSYM_F1 + int(key) - int(Qt.Key.Key_F1)
    return {Qt.Key.Key_Pause: _KEYSYM_PAUSE, Qt.Key.Key_ScrollLock: _KEYSYM_SCROLL_LOCK}.get(key, 0)
