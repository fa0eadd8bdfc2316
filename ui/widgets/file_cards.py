"""Two cards that must not be mixed: what this program noted about a file, and what the file says about itself.

May touch: its own widgets. Must never show a claim of the file as if it were known, or a place uncovered.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safeplan.clock import Clock
from safeplan.records.attachments import AttachmentInfo
from ui.size_words import size_in_words
from ui.widgets.card import Card, Covered, Unfold
from ui.widgets.entry_view import said_line
from ui.widgets.file_words import kind_in_words, moment_there, shown_name
from ui.widgets.labels import Body
from ui.widgets.said_dates import day_in_words, moment_in_words

_GROUP = 8
_SHORT = 12


def facts_card(info: AttachmentInfo, number: int, clock: Clock, language: str) -> Card:
    """Name, kind, size, when it was kept and with which entry, and its fingerprint."""
    card = Card(QCoreApplication.translate("FileCards", "What is known"), name="file-facts")
    exact = QCoreApplication.translate("FileCards", "{size} ({bytes} bytes)").format(
        size=size_in_words(info.size, language), bytes=info.size
    )
    kept = moment_there(info.imported_at, info.zone, clock, language)
    entry = QCoreApplication.translate("FileCards", "entry {number}").format(number=number)
    lines = [
        (QCoreApplication.translate("FileCards", "Name"), shown_name(info.name), "file-name"),
        (QCoreApplication.translate("FileCards", "Kind"), kind_in_words(info.kind), "file-kind"),
        (QCoreApplication.translate("FileCards", "Size"), exact, "file-size"),
        (QCoreApplication.translate("FileCards", "Kept on"), kept, "file-kept"),
        (QCoreApplication.translate("FileCards", "Kept with"), entry, "file-entry"),
        (
            QCoreApplication.translate("FileCards", "Fingerprint (SHA-256)"),
            f"{info.sha256[:_SHORT]} …",
            "file-fingerprint",
        ),
    ]
    for label, value, name in lines:
        card.add(said_line(label, value, name=name))
    groups = " ".join(info.sha256[at : at + _GROUP] for at in range(0, len(info.sha256), _GROUP))
    card.add(
        Unfold(
            QCoreApplication.translate("FileCards", "The whole fingerprint"),
            Body(groups, name="file-fingerprint-whole"),
            name="file-fingerprint-unfold",
            why=QCoreApplication.translate(
                "FileCards", "Computed from every byte: one changed byte gives another fingerprint."
            ),
        )
    )
    return card


def claims_card(info: AttachmentInfo, clock: Clock, language: str) -> Card:
    """What stands in the file, written by a camera or by anybody."""
    card = Card(QCoreApplication.translate("FileCards", "Claimed by the file"), name="file-claims")
    note = QCoreApplication.translate(
        "FileCards", "A camera or phone writes these, but anybody can change them. Only “Kept on” is known here."
    )
    card.add(Body(note, "muted", name="file-claims-note"))
    claimed = info.embedded
    said: list[QWidget] = []
    if claimed is not None and claimed.taken_at:
        label = QCoreApplication.translate("FileCards", "Taken at")
        said.append(said_line(label, _claimed_moment(claimed.taken_at, language), name="file-taken"))
    if claimed is not None and claimed.device:
        label = QCoreApplication.translate("FileCards", "Device")
        said.append(said_line(label, shown_name(claimed.device), name="file-device"))
    if claimed is not None and claimed.place:
        place = claimed.place
        label = QCoreApplication.translate("FileCards", "Place")
        said.append(Covered(label, lambda: Body(shown_name(place), name="file-place"), name="file-place-show"))
    if info.file_time:
        label = QCoreApplication.translate("FileCards", "Date of the file when it was added")
        said.append(said_line(label, moment_in_words(info.file_time, clock, language), name="file-time"))
    if said:
        card.add(*said)
    else:
        nothing = QCoreApplication.translate("FileCards", "This file says nothing about itself.")
        card.add(Body(nothing, name="file-no-claims"))
    return card


def _claimed_moment(untrusted_moment: str, language: str) -> str:
    """In words where it can be read, as it stands where it cannot."""
    try:
        moment = datetime.fromisoformat(untrusted_moment)
    except ValueError:
        return shown_name(untrusted_moment)
    zone = f" ({moment.isoformat()[-6:]})" if moment.tzinfo is not None else ""
    return f"{day_in_words(moment.date(), language)}, {moment:%H:%M:%S}{zone}"
