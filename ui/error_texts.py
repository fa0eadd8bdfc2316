"""What a named failure is called on the screen: one sentence and, where she can do something, what.

May touch: the translator. Must never show facts other than numbers and short codes, and never blame.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from safeplan.errors import Cancelled, Locked, SafePlanError
from ui.error_words import PACK_REASONS, REASONS, SUM_REASONS, TEXTS
from ui.size_words import size_in_words

_CONTEXT = "Errors"
# Facts that count bytes.
_SIZES = frozenset({"largest", "wanted", "free"})


@dataclass(frozen=True)
class ErrorText:
    """Translated words for one failure; `hint` may be empty."""

    sentence: str
    hint: str


def error_text(error: SafePlanError) -> ErrorText | None:
    """The words for `error`, None where silence is the right answer (Cancelled, Locked)."""
    if isinstance(error, Cancelled | Locked):
        return None
    refused = str(error.facts.get("reason") or error.facts.get("code", ""))
    sentence, hint = REASONS.get((error.id, refused)) or TEXTS.get(error.id, TEXTS["bug"])
    if error.id == "door_sum_refused" and refused in SUM_REASONS:
        hint = SUM_REASONS[refused]
    if error.id == "pack_refused" and refused in PACK_REASONS:
        hint = PACK_REASONS[refused]
    facts = _Facts({name: _said(name, value) for name, value in error.facts.items()})
    return ErrorText(_spoken(sentence).format_map(facts), _spoken(hint).format_map(facts))


class _Facts(dict[str, int | str]):
    """A fact that was not given reads as a dash instead of failing."""

    def __missing__(self, key: str) -> str:
        return "–"


def _said(name: str, value: int | str) -> int | str:
    """Bytes as a person reads them, in the language of the window."""
    return size_in_words(value, QLocale().name()[:2]) if name in _SIZES and isinstance(value, int) else value


def _spoken(english: str) -> str:
    return QCoreApplication.translate(_CONTEXT, english) if english else ""
