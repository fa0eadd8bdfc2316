"""The door to this user's part of the Windows registry: reads names and texts, takes single values away.

May touch: HKEY_CURRENT_USER. Must never write a value, take a key away, or be used on another system. Written to
Python's and Microsoft's documentation; not yet run on Windows.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from typing import Any

_MOST = 20_000


class UserRegistry:
    """As windows.Registry."""

    def __init__(self) -> None:
        import winreg

        self._winreg: Any = winreg

    def values(self, key: str) -> Mapping[str, str] | None:
        """Names and their text; None where the key is missing or closed."""
        found: dict[str, str] = {}
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, key) as opened:
                for number in range(_MOST):
                    try:
                        name, value, _kind = self._winreg.EnumValue(opened, number)
                    except OSError:
                        break
                    found[name] = value if isinstance(value, str) else ""
        except OSError:
            return None
        return found

    def keys(self, key: str) -> tuple[str, ...]:
        """The names of the keys below."""
        found: list[str] = []
        with contextlib.suppress(OSError), self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, key) as opened:
            for number in range(_MOST):
                found.append(self._winreg.EnumKey(opened, number))
        return tuple(found)

    def remove(self, key: str, name: str) -> bool:
        """Take one value away; whether it is gone."""
        reg = self._winreg
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, key, 0, reg.KEY_SET_VALUE) as opened:
                reg.DeleteValue(opened, name)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return name not in (self.values(key) or {})


def registry_here() -> UserRegistry | None:
    """The registry on Windows, nothing elsewhere."""
    return UserRegistry() if sys.platform == "win32" else None
