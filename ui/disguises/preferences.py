"""What the everyday program remembers, in its own plain settings file: language, which program, its lists, its size.

May touch: the one settings file. Must never keep a word about anything behind the program: whoever reads this file
finds what any calculator or shopping list would keep.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from safeplan.paths import VaultFiles

LANGUAGES = ("kk", "ru", "en")
_LARGEST_FILE = 1 << 20


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


def load(files: VaultFiles) -> Preferences:
    """The settings; whatever is missing, broken or of the wrong kind falls back to its default."""
    found = Preferences(language=system_language())
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
    if isinstance(window, list) and len(window) == 2 and all(isinstance(n, int) and 0 < n < 20_000 for n in window):
        found = replace(found, window=(window[0], window[1]))
    return replace(
        found, shopping=_rows(untrusted.get("shopping")), budget=_rows(untrusted.get("budget"))
    )


def change(files: VaultFiles, **values: Any) -> Preferences:
    """Change some settings and keep them; the others are read afresh, because two processes write this file."""
    changed = replace(load(files), **values)
    text = json.dumps(asdict(changed), ensure_ascii=False, indent=1).encode()
    try:
        # In place: a second name for the new text would be a file outside the list. Torn by a power cut, it reads
        # as empty settings. No truncation on opening, because another process holds a lock on this very file.
        descriptor = os.open(files.preferences, os.O_WRONLY | os.O_CREAT, 0o600)
    except OSError:
        return changed
    try:
        os.write(descriptor, text)
        os.ftruncate(descriptor, len(text))
    except OSError:
        return changed
    finally:
        os.close(descriptor)
    return changed


def _rows(untrusted: object) -> tuple[dict[str, Any], ...]:
    if not isinstance(untrusted, list):
        return ()
    return tuple(row for row in untrusted[:5000] if isinstance(row, dict))
