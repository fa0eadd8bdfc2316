"""What the everyday program remembers, in its own plain settings file: language, which program, its lists, its size.

May touch: the one settings file. Must never keep a word about anything behind the program: whoever reads this file
finds what any calculator or shopping list would keep.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from safeplan.paths import VaultFiles

LANGUAGES = ("kk", "ru", "en")
_LARGEST_FILE = 4 << 20
_MOST_ROWS = 5000
_LONGEST_TEXT = 200
# Windows would write each line end as two bytes, and the length below would cut the text.
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Preferences:
    """`shopping` and `budget` are rows of plain values; `window` is width and height, (0, 0) when never resized."""

    language: str = ""
    program: str = "calculator"
    window: tuple[int, int] = (0, 0)
    shopping: tuple[dict[str, Any], ...] = field(default=())
    budget: tuple[dict[str, Any], ...] = field(default=())


def system_language() -> str:
    """The language of the desktop when it is one of ours, otherwise Russian: most desktops here speak it."""
    named = (os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "")[:2].lower()
    return named if named in LANGUAGES else "en" if named in {"c", "po", "c."} else "ru"


def load(files: VaultFiles, languages: Sequence[str] = ()) -> Preferences:
    """The settings; whatever is missing, broken or of the wrong kind falls back to its default.

    `languages`: the only ones that may be shown; the first, until one of them is chosen.
    """
    found = _read(files)
    if found.language and (not languages or found.language in languages):
        return found
    return replace(found, language=languages[0] if languages else system_language())


def _read(files: VaultFiles) -> Preferences:
    """As load(), with no language where none was chosen."""
    found = Preferences()
    try:
        with files.preferences.open("rb") as file:
            untrusted = json.loads(file.read(_LARGEST_FILE) or b"{}")
    except (OSError, ValueError, RecursionError):
        return found
    if not isinstance(untrusted, dict):
        return found
    language, program, window = untrusted.get("language"), untrusted.get("program"), untrusted.get("window")
    if language in LANGUAGES:
        found = replace(found, language=language)
    if isinstance(program, str) and program.isidentifier() and len(program) <= 20:
        found = replace(found, program=program)
    if isinstance(window, list) and len(window) == 2 and all(type(n) is int and 0 < n < 20_000 for n in window):
        found = replace(found, window=(window[0], window[1]))
    return replace(found, shopping=_rows(untrusted.get("shopping")), budget=_rows(untrusted.get("budget")))


def change(files: VaultFiles, **values: Any) -> Preferences:
    """Change some settings and keep them; the others are read afresh, because two processes write this file."""
    changed = replace(_read(files), **values)
    text = json.dumps(asdict(changed), ensure_ascii=False, indent=1).encode(errors="replace")
    changed = replace(changed, language=changed.language or system_language())
    if len(text) > _LARGEST_FILE:
        # It would not be read again: what was kept before is worth more.
        return changed
    try:
        # In place: a second name for the new text would be a file outside the list. Torn by a power cut, it reads
        # as empty settings. No truncation on opening, because another process holds a lock on this very file.
        descriptor = os.open(files.preferences, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
    except OSError:
        return changed
    try:
        _overwrite(descriptor, text)
    except OSError:
        return changed
    finally:
        os.close(descriptor)
    return changed


def forget(files: VaultFiles) -> None:
    """As on the first day. The file itself stays: the lock on it says that the program runs, and goes with it."""
    with contextlib.suppress(OSError):
        os.truncate(files.preferences, 0)


def _overwrite(descriptor: int, text: bytes) -> None:
    """Put `text` in place of what the file holds; on a full disk the old text stays whole."""
    old_size = os.fstat(descriptor).st_size
    try:
        # Room first: blanks after the old text change nothing in its meaning.
        os.lseek(descriptor, 0, os.SEEK_END)
        _write_all(descriptor, b" " * (len(text) - old_size))
    except OSError:
        os.ftruncate(descriptor, old_size)
        raise
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write_all(descriptor, text)
    os.ftruncate(descriptor, len(text))


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _rows(untrusted: object) -> tuple[dict[str, Any], ...]:
    """Rows of plain values; a row with anything else in it is left out."""
    if not isinstance(untrusted, list):
        return ()
    return tuple(row for row in untrusted[:_MOST_ROWS] if isinstance(row, dict) and _is_plain(row))


def _is_plain(untrusted_row: dict[str, Any]) -> bool:
    for value in untrusted_row.values():
        if isinstance(value, str):
            # Half a surrogate pair can be read from a file but never written again.
            if len(value) > _LONGEST_TEXT or any("\ud800" <= letter <= "\udfff" for letter in value):
                return False
        elif not isinstance(value, int):
            return False
    return len(untrusted_row) <= 10
