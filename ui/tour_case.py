"""The made-up case of the tour: its words in three languages, a drawn photograph and a drawn paper.

May touch: the folder it is given. Must never contain a real person, place or picture.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken


@dataclass(frozen=True)
class Case:
    """What is typed during the tour."""

    note: str
    first_line: str
    entry: str
    place: str
    witness: str
    police: str
    amendment: str
    reason: str
    friend: str
    friend_short: str
    code_word: str
    harms: str
    child: str
    own_step: str
    way_out: str
    recipient: str
    photo: str
    paper: str


def load_case(language: str) -> Case:
    """The words in "kk", "ru" or "en". Raises ContentBroken."""
    untrusted = tomllib.loads(read_resource(f"tour/{language}.toml").decode())
    try:
        return Case(**{field.name: str(untrusted[field.name]) for field in fields(Case)})
    except KeyError as missing:
        raise ContentBroken(file=f"tour/{language}.toml", where=str(missing)) from None


def draw_files(case: Case, folder: Path) -> list[Path]:
    """A drawn door with a broken lock as JPEG, and a drawn paper as PNG; both say that they are made up."""
    folder.mkdir(parents=True, exist_ok=True)
    photo, paper = folder / case.photo, folder / case.paper
    _door(case.note).save(str(photo), "JPEG", 90)  # type: ignore[call-overload]
    _paper(case.note, case.police).save(str(paper), "PNG")  # type: ignore[call-overload]
    return [photo, paper]


def _door(note: str) -> QImage:
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#d8d2c6"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(520, 120, 620, 1080), QColor("#8a6a4a"))
    painter.setPen(QPen(QColor("#5d452e"), 14))
    painter.drawRect(QRect(520, 120, 620, 1080))
    painter.drawRect(QRect(620, 220, 420, 380))
    painter.setPen(QPen(QColor("#2e2419"), 10))
    painter.setBrush(QColor("#b9b4aa"))
    painter.drawEllipse(QRect(1040, 680, 64, 64))
    for start, end in (((1072, 744), (1110, 860)), ((1060, 744), (1020, 900)), ((1086, 690), (1138, 640))):
        painter.drawLine(*start, *end)
    _say(painter, note, QRect(40, 30, 1520, 60))
    painter.end()
    return image


def _paper(note: str, line: str) -> QImage:
    image = QImage(1000, 1400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _say(painter, note, QRect(80, 60, 840, 80))
    _say(painter, line, QRect(80, 200, 840, 200))
    painter.setPen(QPen(QColor("#c9c9c9"), 2))
    for y in range(460, 1300, 70):
        painter.drawLine(80, y, 920, y)
    painter.end()
    return image


def _say(painter: QPainter, text: str, where: QRect) -> None:
    font = QFont()
    font.setPixelSize(30)
    painter.setFont(font)
    painter.setPen(QColor("#333333"))
    painter.drawText(where, int(Qt.TextFlag.TextWordWrap), text)
