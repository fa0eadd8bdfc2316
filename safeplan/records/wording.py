"""Text and ids as they are stored and hashed: one canonical form, so that a hash means the same everywhere.

May touch: nothing. Must never change what was typed, with one exception that is visible: halves of characters.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from typing import Any


def new_id() -> str:
    """128 random bits as 32 hex digits; never derived from what the person wrote."""
    return secrets.token_hex(16)


def keep_as_typed(untrusted_text: str) -> str:
    """The same text, storable as UTF-8.

    Everything stays: NUL, direction marks, line separators, any length. Only halves of UTF-16 characters, which no
    file can hold, change: two halves that belong together become their character, a single one becomes U+FFFD.
    """
    return untrusted_text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def canonical(value: dict[str, Any]) -> str:
    """JSON with sorted keys and no spaces: equal content has equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256_hex(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def let_others_run() -> None:
    """Give the interpreter away for a moment: a long loop here would otherwise slow the way out."""
    time.sleep(0)
