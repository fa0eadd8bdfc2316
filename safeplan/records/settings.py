"""Her choices inside the program, each with a type, a default and limits.

May touch: the table setting. Must never be needed before unlocking: what the everyday program must know lies in its
own preferences.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from safeplan import errors

if TYPE_CHECKING:
    # The first window knows the defaults before anything is opened, and waits for no database.
    from safeplan.clock import Clock
    from safeplan.vault.database import Database

Value = str | int | bool

_ALL = "SELECT name, value FROM setting"
_SET = "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"


@dataclass(frozen=True)
class Settings:
    """All settings; the values here are the defaults. Times are minutes, sizes per cent."""

    # "" means: the language of the everyday program.
    language: str = ""
    theme: str = "light"
    text_size: int = 100
    region: str = "kz"
    idle_minutes: int = 2
    # Off: input methods and on-screen keyboards come in front too.
    hide_when_inactive: bool = False
    # Name of one more key that hides the window, such as "F9"; "" for none.
    exit_key: str = ""
    navigation: str = "small"
    # Pages she has been to that are not at the side from the start, "plan,people": from then on they are.
    used_pages: str = ""
    names_shown: bool = False
    # Looking at a file is noted only if she wants it, in a table that nothing which leaves reads (custody.py).
    views_noted: bool = False
    hiding_rehearsed: bool = False
    sum_offered: bool = False
    spare_key_offered: bool = False
    court_note_read: bool = False
    export_language: str = ""
    # Pictures and recordings of the screen get this window too, for someone who helps from elsewhere.
    remote_help: bool = False
    # For 30 seconds, other programs are offered what she copied here.
    copies_leave: bool = False


CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("", "kk", "ru", "en"),
    "export_language": ("", "kk", "ru", "en"),
    "theme": ("light", "dark", "contrast"),
    "navigation": ("small", "grown"),
}
LIMITS: dict[str, tuple[int, int]] = {"text_size": (100, 200), "idle_minutes": (1, 60)}

_DEFAULTS: dict[str, Value] = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}


def get(db: Database, name: str) -> Value:
    """One setting, in its type."""
    if name not in _DEFAULTS:
        raise errors.Bug(code="setting-name")
    return _loaded(db).get(name, _DEFAULTS[name])


def set(db: Database, clock: Clock, name: str, value: Value) -> Settings:  # noqa: A001
    """Keep one setting; all of them as they are now. A value of another type or out of range is a Bug."""
    if name not in _DEFAULTS or not _allowed(name, value):
        raise errors.Bug(code="setting-value")
    db.execute(_SET, (name, str(int(value)) if isinstance(value, int) else value))
    return all_settings(db)


def all_settings(db: Database) -> Settings:
    """Everything at once. What a later or damaged version left behind falls back to its default."""
    known = _DEFAULTS | _loaded(db)
    return Settings(**known)  # type: ignore[arg-type]


def _loaded(db: Database) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, text in db.rows(_ALL):
        default = _DEFAULTS.get(name)
        if default is None:
            continue
        value: Value = text
        if isinstance(default, int):
            if not text.isdecimal():
                continue
            value = text == "1" if isinstance(default, bool) else int(text)
        if _allowed(name, value):
            found[name] = value
    return found


def _allowed(name: str, value: Value) -> bool:
    if type(value) is not type(_DEFAULTS[name]):
        return False
    if isinstance(value, str):
        return value in CHOICES[name] if name in CHOICES else len(value) <= 40
    low, high = LIMITS.get(name, (0, 1))
    return low <= value <= high
