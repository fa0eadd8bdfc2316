"""Words for what an entry holds: kinds of harm, children, dates as she gave them.

May touch: nothing. Must never rate or colour anything.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from safeplan.records.incidents import CHILDREN_PRESENT, KINDS, Happened
from ui.widgets.said_dates import day_in_words

_PREVIEW = 220


def kind_words() -> dict[str, str]:
    """The kinds of harm in plain words, in the order shown."""
    words = {
        "physical": QCoreApplication.translate("Incident", "Hurt my body"),
        "sexual": QCoreApplication.translate("Incident", "Sexual"),
        "threat": QCoreApplication.translate("Incident", "Threats"),
        "control": QCoreApplication.translate("Incident", "Control, humiliation"),
        "money": QCoreApplication.translate("Incident", "Money"),
        "technology": QCoreApplication.translate("Incident", "Phone, accounts"),
        "stalking": QCoreApplication.translate("Incident", "Following, waiting"),
        "damage": QCoreApplication.translate("Incident", "Things broken"),
        "pressure": QCoreApplication.translate("Incident", "Pressure to make up or withdraw"),
        "children": QCoreApplication.translate("Incident", "Against a child"),
        "animals": QCoreApplication.translate("Incident", "Against an animal"),
    }
    return {kind: words[kind] for kind in KINDS}


def children_words() -> dict[str, str]:
    """Whether a child was there."""
    words = {
        "yes": QCoreApplication.translate("Incident", "A child was there"),
        "heard": QCoreApplication.translate("Incident", "A child heard it"),
        "no": QCoreApplication.translate("Incident", "No child was there"),
    }
    return {id_: words[id_] for id_ in CHILDREN_PRESENT if id_}


def when_words(happened: Happened, language: str) -> str:
    """When it happened, as exactly as she said it and no more."""
    start = _moment(happened.start, language)
    said = QLocale(language).quoteString(happened.words) if happened.words else ""
    if happened.kind == "range":
        spoken = QCoreApplication.translate("Incident", "{first} to {last}").format(
            first=start, last=_moment(happened.end, language)
        )
    elif happened.kind in ("exact", "day"):
        spoken = start
    elif said:
        return said
    else:
        return QCoreApplication.translate("Incident", "Day not given")
    return f"{spoken}, {said}" if said else spoken


def first_words(text: str) -> str:
    """The beginning of an entry, in one line."""
    line = " ".join(text[: 2 * _PREVIEW].split())
    return line if len(line) <= _PREVIEW else line[:_PREVIEW].rsplit(" ", 1)[0] + " …"


def _moment(iso: str, language: str) -> str:
    day, _, time = iso.partition("T")
    try:
        spoken = day_in_words(date.fromisoformat(day), language)
    except ValueError:
        return iso
    return f"{spoken}, {time}" if time else spoken
