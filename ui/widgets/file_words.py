"""Words for kept files and kept moments: what kind, when and on which clock.

May touch: nothing. Must never show a file's name with signs that reorder or hide what follows.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from safeplan.clock import Clock, from_text
from ui.widgets.said_dates import day_in_words

_ICONS = {"image": "image", "audio": "microphone", "video": "video-camera", "text": "file-text"}
# A word longer than this would make the page wider than the window.
_LONG_WORD = 24
_BREAK = 12


def kind_in_words(kind: str) -> str:
    """A sniffed media type as a person calls it."""
    if kind == "application/pdf":
        return QCoreApplication.translate("FileWords", "PDF document")
    if kind == "application/zip":
        return QCoreApplication.translate("FileWords", "Document or archive")
    words = {
        "image": QCoreApplication.translate("FileWords", "Picture"),
        "audio": QCoreApplication.translate("FileWords", "Recording"),
        "video": QCoreApplication.translate("FileWords", "Video"),
        "text": QCoreApplication.translate("FileWords", "Text"),
    }
    return words.get(kind.partition("/")[0], QCoreApplication.translate("FileWords", "File"))


def icon_for(kind: str) -> str:
    """The name of the icon beside a file of this kind."""
    return "file-text" if kind == "application/pdf" else _ICONS.get(kind.partition("/")[0], "file")


def moment_there(stored: str, zone: str, clock: Clock, language: str) -> str:
    """A stored UTC moment as the clock on the wall showed it then; another zone than today's is named."""
    there = from_text(stored).astimezone(datetime.strptime(zone, "%z").tzinfo)
    spoken = f"{day_in_words(there.date(), language)}, {there:%H:%M}"
    return spoken if zone == clock.zone() else f"{spoken} ({zone})"


def shown_name(untrusted_name: str) -> str:
    """A file's name that stays in its place: signs that turn the direction of writing become visible."""
    return breakable("".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in untrusted_name))


def breakable(text: str) -> str:
    """The same text with places where a very long word may be broken; for the screen only."""
    if not any(len(word) > _LONG_WORD for word in text.split()):
        return text
    return "\n".join(" ".join(_broken(word) for word in line.split(" ")) for line in text.split("\n"))


def _broken(word: str) -> str:
    if len(word) <= _LONG_WORD:
        return word
    return "\u200b".join(word[at : at + _BREAK] for at in range(0, len(word), _BREAK))
