"""Words and sizes that the parts of the technology check share.

May touch: nothing. Must never call a place clean, safe or checked.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safeplan.clock import Clock
from safeplan.records.looked import NOTHING, SAW, UNSURE
from ui.theme import current
from ui.widgets.said_dates import moment_in_words

# In place of a part's id: what follows from all of them.
AFTER = "after"

# Two people before one screen sit further away than one. More than double would leave no room for the words.
LARGER, MOST = 1.3, 2.0
_SIZES = (("QLabel, QPushButton", 15), ('QLabel[level="2"]', 17), ('QLabel[part="small"]', 13))


def answer_words(part: str) -> dict[str, str]:
    """The answers in words, by id. A pattern is noticed, everything else is seen."""
    if part == "patterns":
        return {
            SAW: QCoreApplication.translate("TechCheck", "I noticed something"),
            UNSURE: QCoreApplication.translate("TechCheck", "Not sure"),
            NOTHING: QCoreApplication.translate("TechCheck", "I noticed nothing"),
        }
    return {
        SAW: QCoreApplication.translate("TechCheck", "I saw something"),
        UNSURE: QCoreApplication.translate("TechCheck", "Not sure"),
        NOTHING: QCoreApplication.translate("TechCheck", "I saw nothing"),
    }


def look_words(look: str) -> str:
    """How easily that person can see the looking."""
    return {
        "unseen": QCoreApplication.translate("TechCheck", "Looking: usually not seen"),
        "slight": QCoreApplication.translate("TechCheck", "Looking: can be noticed"),
        "visible": QCoreApplication.translate("TechCheck", "Looking: that person can see it"),
    }[look]


def change_words(change: str) -> str:
    """How easily that person can see a change; "" where there is nothing to change."""
    return {
        "": "",
        "unseen": QCoreApplication.translate("TechCheck", "Changing: usually not seen"),
        "slight": QCoreApplication.translate("TechCheck", "Changing: can be noticed"),
        "visible": QCoreApplication.translate("TechCheck", "Changing: that person can see it"),
    }[change]


def day_in_words(moment: str, clock: Clock, language: str) -> str:
    """The day of a look in words, without the hour."""
    return moment_in_words(moment, clock, language).rpartition(", ")[0]


def large_type() -> str:
    """A style sheet for two readers: larger words, at most as large as the largest text size."""
    rules = []
    for what, size in _SIZES:
        pixels = max(current().px(size), min(current().px(size * LARGER), round(size * MOST)))
        rules.append(f"{what} {{ font-size: {pixels}px; }}")
    return "\n".join(rules)
